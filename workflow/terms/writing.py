"""Write the files of a term base: all beside their places first, then renamed together."""

from collections.abc import Mapping
from pathlib import Path

from workflow import outputs
from workflow.errors import OutputError
from workflow.i18n import _


def write(files: Mapping[Path, bytes]) -> None:
    """Write the files whole or not at all; raises OutputError naming the one that cannot be written."""
    try:
        outputs.put(files)
    except OSError as error:
        raise OutputError(
            _("'{path}' cannot be written ({reason}); choose another place.").format(
                path=error.filename, reason=error.strerror
            )
        ) from None


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; raises OutputError where one is, since an editor may have filled it in."""
    if path.exists():
        raise OutputError(
            _("'{path}' is there already; choose another name, or move it away.").format(path=path)
        )
    write({path: data})
