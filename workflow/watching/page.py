"""The status page of a watched folder: one file without scripts that a browser reads again by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

from workflow.i18n import MESSAGES, N_, _
from workflow.watching.records import Record

FILE = "watch.html"
MOST = 500  # rows, the newest first
STATES = {
    "waiting": N_("waiting"),
    "building": N_("building"),
    "built": N_("built"),
    "failed": N_("failed"),
}
LANG = {"zh": "zh-CN", "en": "en"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8888; padding: .4rem .6rem; text-align: left; vertical-align: top; }
td:first-child { overflow-wrap: anywhere; }
.failed, .trouble { border-left: .3rem solid #c0392b; }
.building { border-left: .3rem solid #2471a3; }
.trouble { padding: .4rem .6rem; }
""".strip()


@dataclass(frozen=True, slots=True)
class Now:
    """Hold what is under way: a file and its step; no name where nothing is."""

    name: str = ""
    step: str = ""
    done: int = 0
    total: int = 0
    stopped: bool = False


def page(
    inbox: Path,
    known: Mapping[str, Record],
    waiting: Mapping[str, str],
    now: Now,
    trouble: str,
    every: float,
) -> bytes:
    """Return the page as UTF-8; `waiting` are files with what they wait for, `trouble` what stops all of them."""
    rows = [_row(name, "waiting", "", "", escape(text)) for name, text in sorted(waiting.items())]
    newest = sorted(
        (item for item in known.items() if item[0] not in waiting),
        key=lambda item: (item[1].outcome != "building", _descending(item[1].when), item[0]),
    )
    rows += [_known(name, record, now) for name, record in newest[:MOST]]
    title = _("Bulletins from {folder}").format(folder=inbox)
    heads = "".join(f"<th scope=col>{escape(_(t))}</th>" for t in HEADS)
    refresh = "" if now.stopped else f'<meta http-equiv="refresh" content="{max(5, round(every))}">\n'
    text = (
        f'<!doctype html>\n<html lang="{LANG[MESSAGES.language]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n{refresh}'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n<p>{escape(_state(now))}</p>\n"
        + (f'<p class="trouble" role="alert">{escape(trouble)}</p>\n' if trouble else "")
        + f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n</body>\n</html>\n"
    )
    return text.encode("utf-8", "replace")


HEADS = (N_("File"), N_("State"), N_("When"), N_("Findings"), N_("Outputs"))


def _state(now: Now) -> str:
    moment = f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S}"
    if now.stopped:
        return _("Stopped at {time}; what arrives now waits.").format(time=moment)
    return _("At work; last looked at {time}.").format(time=moment)


def _known(name: str, record: Record, now: Now) -> str:
    counts = ", ".join(f"{count} {_(label)}" for label, count in record.findings.items())
    if record.outcome == "built":
        counts = counts or _("no findings")
    told = escape(record.message) if record.outcome == "failed" else _links(record.files)
    if record.outcome == "building" and name == now.name:
        step = _(now.step) if now.step else ""
        told = escape(f"{step} {now.done}/{now.total}" if now.total else step)
    when = record.when.replace("T", " ")[:19]
    return _row(name, record.outcome, when, escape(counts), told)


def _row(name: str, state: str, when: str, counts: str, told: str) -> str:
    word = escape(_(STATES[state]))
    return (
        f'<tr class="{state}"><td>{escape(name)}</td><td>{word}</td><td>{escape(when)}</td>'
        f"<td>{counts}</td><td>{told}</td></tr>\n"
    )


def _links(files: tuple[str, ...]) -> str:
    """Return links to the outputs, the proof first: that is what one opens first."""
    shown = sorted((f for f in files if not f.endswith(".json")), key=lambda f: not f.endswith(".html"))
    links = (f'<a href="{quote(f.encode("utf-8", "replace"))}">{escape(_ending(f))}</a>' for f in shown)
    return " ".join(links)


def _ending(file: str) -> str:
    """Return what tells an output of a bulletin from its others: review.docx of 2024-03/2024-03.review.docx."""
    path = Path(file)
    return path.name.removeprefix(path.parent.name + ".") or path.name


def _descending(when: str) -> float:
    """Return a key that puts the later moment first."""
    try:
        return -datetime.fromisoformat(when).timestamp()
    except ValueError:
        return 0.0
