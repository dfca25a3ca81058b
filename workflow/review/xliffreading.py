"""Read an XLIFF file that came back from a translator's tool: 1.1 to 2.1, also as OmegaT, Trados, memoQ and Phrase write it.

The tree itself is read: translate-toolkit's units know nothing of tracked changes, of tools' comments and states,
or of segments that belong together. Our own marks are described in workflow/render/xliff.py.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.errors import InputError
from workflow.i18n import _
from workflow.review.returned import Returned, Row
from workflow.review.xliffremarks import Definitions, changes_of, definitions_of, others, remarks_of
from workflow.review.xliffstates import bounded, state_of
from workflow.review.xlifftext import Text, attribute, children, name_of, text_of
from workflow.units import HAN, State, text_digest, unit_id

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 64 * 1024 * 1024
OUR_ID = re.compile(r"[0-9a-f]{12}")
OURS = "bulletin"
_MARK = re.compile(r"(\w+):(\S+)")
_DATA = re.compile(r"(?:(?:sha256|notes):\S+\s*)+")
_HAN = re.compile(f"[{HAN}]")
_NO_ENGLISH = text_digest("")


def read(path: Path) -> Returned:
    """Return what a file brings back; raises InputError for one that is no XLIFF, too large or not well-formed."""
    root = _root(path)
    files = [element for element in root.iter() if name_of(element) == "file"]
    definitions = definitions_of(root)
    units = [e for e in root.iter() if name_of(e) in ("trans-unit", "unit")]
    if not units:
        raise InputError(_("'{path}' holds no translation unit; export it anew.").format(path=path))
    rows = [_row(unit, number, definitions) for number, unit in enumerate(units, start=1)]
    rows = [row for row in rows if row.source or row.target]
    head = _head(files[0]) if files else {}
    notes = [note for file in files for note in _file_notes(file) if not _DATA.fullmatch(note.text or "")]
    return Returned(
        file=path.name,
        edition=files[0].get("original", "") if head else "",
        source=head.get("sha256", ""),
        author=_author(root),
        rows=tuple(_identified(rows)),
        remarks=tuple(others(notes, head.get("notes", ""))),
    )


def _root(path: Path) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(
                _("'{path}' is larger than {size} MB; export the bulletin alone.").format(
                    path=path, size=LARGEST // 1024**2
                )
            )
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            _("'{path}' cannot be read as XLIFF ({reason}); export it anew.").format(path=path, reason=reason)
        ) from None
    if (entity := next(root.iter(etree.Entity), None)) is not None:
        raise InputError(
            _("'{path}' has the entity {name}, which is not read; export it anew.").format(
                path=path, name=entity.text
            )
        )
    if name_of(root) != "xliff":
        raise InputError(
            _("'{path}' is no XLIFF: its root is '{name}'; export it anew.").format(
                path=path, name=name_of(root)
            )
        )
    return root


def _row(unit: "_Element", number: int, definitions: Definitions) -> Row:
    parts = list(children(unit, "segment", "ignorable")) or [unit]
    source, target = Text(), Text()
    for part in parts:
        source.add(text_of(next(children(part, "source"), None)))
    for part in sorted(parts, key=lambda part: _order(part, parts)):
        english = next(children(part, "target"), None)
        if english is None and name_of(part) == "ignorable":
            english = next(children(part, "source"), None)
        target.add(text_of(english, " "), " ")
    marks = _marks(unit)
    base = marks.get("base", "")
    accepted = _english(target.accepted, source.accepted, base)
    lost = not accepted and base not in ("", _NO_ENGLISH)
    return Row(
        id=unit.get("id", ""),
        source=source.accepted,
        target=accepted,
        rejected=_english(target.rejected, source.accepted, base),
        digest=marks.get("source", ""),
        base=base,
        state=state_of(unit, parts),
        was=bounded(State.__members__.get(marks.get("state", ""))),
        place=_("unit {number}").format(number=number),
        changes=tuple(changes_of(target, definitions)),
        remarks=tuple(remarks_of(unit, marks, source, target, definitions)),
        trouble=_("it has no English in the file") if lost else "",
    )


def _order(part: "_Element", parts: list["_Element"]) -> int:
    """Return the place of a 2.0 segment's English, which may be another than that of its Chinese (4.3.1.22)."""
    stated = [target.get("order", "") for target in children(part, "target")]
    return int(stated[0]) if stated and stated[0].isdigit() else parts.index(part) + 1


def _english(target: str, source: str, base: str) -> str:
    """Return the English, "" where a tool has put the Chinese in its place."""
    digest = text_digest(target)
    return "" if _HAN.search(source) and digest == text_digest(source) and digest != base else target


def _identified(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows; one whose id a tool has replaced gets the id that its Chinese gives, where that is certain."""
    times = Counter(" ".join(row.source.split()) for row in rows if not OUR_ID.fullmatch(row.id))
    for row in rows:
        if OUR_ID.fullmatch(row.id) or not row.source:
            yield row
        elif times[" ".join(row.source.split())] == 1:
            yield replace(row, id=unit_id(row.source, 0))
        else:
            yield replace(row, trouble=_("its id is lost, and its Chinese stands in the file several times"))


def _marks(element: "_Element") -> dict[str, str]:
    """Return our marks of a unit or file, {} where the tool has dropped them."""
    marks = dict(_MARK.findall(element.get("extradata", "")))
    for holder in children(element, "metadata"):
        for group in children(holder, "metaGroup"):
            if group.get("category") == OURS:
                marks |= {meta.get("type", ""): meta.text or "" for meta in children(group, "meta")}
    return marks


def _head(file: "_Element") -> dict[str, str]:
    data = (note.text or "" for note in _file_notes(file))
    listed = next((text for text in data if _DATA.fullmatch(text)), "")
    return dict(_MARK.findall(listed)) | _marks(file)


def _file_notes(file: "_Element") -> Iterator["_Element"]:
    for holder in children(file, "header", "notes"):
        yield from children(holder, "note")


def _author(root: "_Element") -> str:
    """Return the one person whom the tool names for the whole file or its segments, "" where there are several."""
    phases = {e.get("contact-name", "") for e in root.iter() if name_of(e) == "phase"}
    memoq = {attribute(e, "lastchanginguser") for e in root.iter() if name_of(e) == "trans-unit"}
    trados = {
        e.text or "" for e in root.iter() if name_of(e) == "value" and e.get("key") == "last_modified_by"
    }
    named = (phases | memoq | trados) - {""}
    return named.pop() if len(named) == 1 else ""
