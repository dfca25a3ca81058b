"""Gather the messages of the code and the templates; update and compile the Chinese catalogue.

    python scripts/catalogue.py            write bulletin.pot, bulletin.po and bulletin.mo
    python scripts/catalogue.py --check    change nothing; exit 1 with one line for each thing amiss

A message is a string given to `_()` or `N_()`, or the message of a `Finding`. No date and no line number is
written, so that the files change only where a message does.
"""

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "workflow" / "locale"
TEMPLATE = LOCALE / "bulletin.pot"
CHINESE = LOCALE / "zh" / "LC_MESSAGES" / "bulletin.po"
COMPILED = CHINESE.with_suffix(".mo")
MARKERS = ("_", "N_", "gettext")
NO_CLOCK = datetime(2000, 1, 1, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Update the catalogue, or with --check report what is amiss."""
    template = gather()
    chinese = merged(template)
    complaints = list(faults(chinese))
    files = {TEMPLATE: po_bytes(template), CHINESE: po_bytes(chinese), COMPILED: mo_bytes(chinese)}
    if "--check" in arguments:
        stale = [path for path, content in files.items() if not path.exists() or path.read_bytes() != content]
        complaints += [f"{path.relative_to(ROOT)}: out of date; run: make catalogue" for path in stale]
    else:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for complaint in complaints:
        print(complaint)
    print(f"{len(template)} messages, {len(complaints)} things amiss")
    return 1 if complaints and "--check" in arguments else 0


def gather() -> Catalog:
    """Return the catalogue of every message in the code and the templates."""
    catalogue = empty(None)
    for path in sorted((ROOT / "workflow").rglob("*.py")):
        for message in python_messages(path.read_text("utf-8")):
            catalogue.add(message, locations=[(str(path.relative_to(ROOT)), 0)])
    for path in sorted([*ROOT.glob("templates/*/*.html"), *ROOT.glob("workflow/**/*.html")]):
        for message in template_messages(path):
            catalogue.add(message, locations=[(str(path.relative_to(ROOT)), 0)])
    return catalogue


def python_messages(code: str) -> Iterator[str]:
    """Yield the messages of a Python module in order of appearance."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            argument = message_argument(node)
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                yield argument.value


def message_argument(call: ast.Call) -> ast.expr | None:
    """Return the argument of a call that holds a message, or None where the call has none."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name in MARKERS:
        return call.args[0] if call.args else None
    if name == "Finding":
        named = [keyword.value for keyword in call.keywords if keyword.arg == "message"]
        return named[0] if named else (call.args[2] if len(call.args) > 2 else None)
    return None


def template_messages(path: Path) -> Iterator[str]:
    """Yield the messages of a Jinja template."""
    from jinja2.ext import babel_extract

    with path.open("rb") as stream:
        for _line, _function, message, _comments in babel_extract(stream, MARKERS, [], {"trimmed": "true"}):
            if isinstance(message, str):
                yield message


def empty(locale: str | None) -> Catalog:
    """Return a catalogue without messages and without a clock in its header."""
    return Catalog(
        locale,
        domain="bulletin",
        project="bulletin-workflow",
        version="1",
        msgid_bugs_address="bulletin-workflow",
        header_comment="# Messages of bulletin-workflow; GPL-3.0-or-later.",
        creation_date=NO_CLOCK,
        revision_date=NO_CLOCK,
        last_translator="bulletin-workflow",
        language_team="zh",
        fuzzy=False,
    )


def merged(template: Catalog) -> Catalog:
    """Return the Chinese catalogue brought up to the template; a reworded message becomes fuzzy."""
    chinese = empty("zh")
    if CHINESE.exists():
        with CHINESE.open("rb") as stream:
            old = read_po(stream, locale="zh", domain="bulletin")
        for message in old:
            if message.id:
                chinese.add(message.id, message.string, flags=message.flags)
    chinese.update(template, update_header_comment=False)
    chinese.obsolete.clear()
    chinese.creation_date = chinese.revision_date = NO_CLOCK
    return chinese


def faults(catalogue: Catalog) -> Iterator[str]:
    """Yield one line for each message that a Chinese reader would not get right."""
    for message in catalogue:
        if not message.id:
            continue
        shown = f"{message.locations[0][0] if message.locations else '?'}: {message.id!r}"
        if not message.string:
            yield f"{shown} has no Chinese; add it to {CHINESE.relative_to(ROOT)}"
        elif message.fuzzy:
            yield f"{shown} was reworded; check its Chinese and take out the fuzzy mark"
        elif placeholders(str(message.id)) != placeholders(str(message.string)):
            yield f"{shown} and its Chinese have different placeholders"


def placeholders(text: str) -> set[str]:
    """Return the names in braces of a message; the order may differ between languages."""
    try:
        return {name for _before, name, _format, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"(a brace without its partner)"}


def po_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as a PO file, sorted by message."""
    stream = BytesIO()
    write_po(stream, catalogue, width=110, sort_output=True, include_lineno=False)
    return stream.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as an MO file."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
