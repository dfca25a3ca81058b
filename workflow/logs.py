"""The log: what was done to which file and how long it took, a line an event.

At INFO and above no line holds text of a bulletin: files are named by their paths, failures by their class, findings
by their number. A log may then be sent to a stranger. Messages to the user, which may quote, go to the terminal.
"""

import logging
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from workflow.errors import OutputError
from workflow.i18n import _

LOG = logging.getLogger("bulletin")
LOG.addHandler(
    logging.NullHandler()
)  # without a file nothing is shown: the commands say on the terminal what is to be said
LARGEST, KEPT = 1_000_000, 3  # bytes of one file, files kept before it


@contextmanager
def writing(path: Path | None) -> Iterator[None]:
    """Write the log to a file for the time of the block, to none where there is no path.

    The file is renamed at a megabyte. Times are local with their offset, so that the lines of a day when the clock was set
    back can still be ordered. Raises OutputError where the file cannot be written.
    """
    if path is None:
        yield
        return
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError as error:
        text = _("the log '{path}' cannot be written ({reason}); name another file.")
        raise OutputError(text.format(path=path, reason=error.strerror)) from None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S%z"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        yield
    finally:
        LOG.removeHandler(handler)
        handler.close()


def built(source: Path, seconds: Mapping[str, float], findings: Mapping[str, int]) -> None:
    """Note that a source was built: seconds in all and by step, the number of findings by severity."""
    steps = " ".join(f"{step}={spent:.2f}" for step, spent in seconds.items())
    counts = " ".join(f"{severity}={count}" for severity, count in findings.items())
    LOG.info("built %s: %.2f s (%s) %s", source, sum(seconds.values()), steps, counts)


def failed(source: Path, error: BaseException) -> None:
    """Note that a source could not be built; what the error says may quote the source and is left out."""
    LOG.warning("failed %s: %s", source, type(error).__name__)


def keep_traceback() -> str:
    """Write the traceback of the fault being handled to the user's error.log; return where, "" where that failed.

    It may quote a bulletin: whoever sends it should look.
    """
    import platformdirs

    path = Path(platformdirs.user_log_path("bulletin-workflow")) / "error.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return ""
    return str(path)
