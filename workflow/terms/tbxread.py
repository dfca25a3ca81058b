"""Read TBX, ours and that of other tools: the martif of 2008 and, its names put back, the tbx of 2019 (DCA and DCT)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.constrain.entries import ALTERNATIVES, COLUMNS, KINDS
from workflow.constrain.sheets import Cells, Fault, Table
from workflow.errors import InputError
from workflow.i18n import _
from workflow.terms.tbx import EN, FULL, ZH

if TYPE_CHECKING:
    from lxml.etree import _Element
    from translate.storage.tbx import TBXNote, TBXTerm, tbxunit

WHITE = re.compile(r"[ \t\r\n]+")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The element names of ISO 30042:2019 and of the nested form, and those that translate-toolkit reads.
NAMES = {
    "tbx": "martif",
    "tbxHeader": "martifHeader",
    "conceptEntry": "termEntry",
    "langSec": "langSet",
    "termSec": "tig",
    "ntig": "tig",
}
CORE = (None, "urn:iso:std:iso:30042:ed-2")
# Of several sets of one language the first of these is read.
CHINESE = ("zh-hans", "zh-cn", "zh", "zh-sg")
ENGLISH = ("en", "en-us", "en-gb")
SHORT_FORMS = frozenset({"shortForm", "abbreviation", "acronym", "initialism"})
STATUSES = {
    "preferred": "preferred",
    "standardized": "preferred",
    "legal": "preferred",
    "admitted": "admitted",
    "deprecated": "forbidden",
    "superseded": "forbidden",
}


def table(path: Path) -> Table:
    """Return the rows of a TBX file, each with the line of its concept; cells that it does not say are left out.

    Raises InputError for a file that cannot be read or is no XML.
    """
    from lxml import etree
    from translate.storage.tbx import tbxfile

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        reason = getattr(error, "strerror", None) or error
        message = _("'{path}' cannot be read as TBX ({reason}); export it anew.")
        raise InputError(message.format(path=path, reason=reason)) from error
    if (entity := next(root.iter(etree.Entity), None)) is not None:
        reason = _("'{entity}' stands for a text that is not in the file").format(entity=entity.text)
        return Table((), (), (Fault(path, 1, reason, _("export the terms without entities")),))
    _modernise(root)
    if root.tag != "martif" or root.find("text/body") is None:
        reason, mend = (
            _("this is no TBX: there is no martif or tbx with a body"),
            _("export the terms as TBX"),
        )
        return Table((), (), (Fault(path, 1, reason, mend),))
    lines = [n if isinstance(n := entry.sourceline, int) else 1 for entry in root.iter("termEntry")]
    store = tbxfile.parsestring(etree.tostring(root, encoding="utf-8"), ZH, EN)
    if not any(unit.get_source_terms() for unit in store.units):
        reason, mend = (
            _("no concept has a Chinese term"),
            _("export the terms with their Chinese, zh or zh-CN"),
        )
        return Table((), (), (Fault(path, 1, reason, mend),))
    rows = [(line, row) for line, unit in zip(lines, store.units, strict=True) for row in _rows(unit)]
    return Table(COLUMNS, tuple(rows))


def _modernise(root: "_Element") -> None:
    """Bring every dialect to the one that is read: names, data categories, nesting, language codes."""
    from lxml import etree

    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if name.namespace in CORE:
            element.tag = NAMES.get(name.localname, name.localname)
        else:  # DCT: the data category is the element's own name
            element.set("type", name.localname)
            element.tag = "descrip" if next(element.iterancestors("tig"), None) is None else "termNote"
    for group in list(root.iter("termGrp")):
        parent = group.getparent()
        if parent is not None:
            parent[parent.index(group) : parent.index(group) + 1] = list(group)
    for entry in root.iter("termEntry"):
        for code, order in ((ZH, CHINESE), (EN, ENGLISH)):
            _choose(entry, code, order)


def _choose(entry: "_Element", code: str, order: Sequence[str]) -> None:
    """Give the language code to the best of a concept's sets in that language; the others are left out."""
    found: list[tuple[int, _Element]] = []
    for element in entry.findall("langSet"):
        language = element.get(XML_LANG, "").replace("_", "-").lower()
        if language.partition("-")[0] == code.partition("-")[0]:
            found.append((order.index(language) if language in order else len(order), element))
    for place, (_rank, element) in enumerate(sorted(found, key=lambda pair: pair[0])):
        if place:
            entry.remove(element)
        else:
            element.set(XML_LANG, code)


@dataclass(slots=True)
class _English:
    en: str
    status: str
    short: str = ""
    avoid: list[str] = field(default_factory=list)
    note: str = ""

    def cells(self, zh: str, kind: str) -> Cells:
        avoid = ALTERNATIVES.join(self.avoid)
        said = {
            "en_short": self.short,
            "kind": kind,
            "status": self.status,
            "avoid": avoid,
            "note": self.note,
        }
        return {"zh": zh, "en": self.en, **{name: value for name, value in said.items() if value}}


def _rows(unit: "tbxunit") -> Iterator[Cells]:
    """Yield the rows of a concept: each Chinese term with each English one; without English, one to be filled."""
    kind = next(
        (n.text for n in unit.get_common_notes() if n.category == "subjectField" and n.text in KINDS), ""
    )
    english = _english(unit.get_target_terms()) or [_English("", "")]
    for zh in dict.fromkeys(_squashed(term.text) for term in unit.get_source_terms() if term.text.strip()):
        yield from (row.cells(zh, kind) for row in english)


def _english(terms: Iterable["TBXTerm"]) -> list[_English]:
    """Return the English of a concept; short forms and words to avoid belong to the row before them, else the first.

    Of terms without a status the first is preferred where none is called so.
    """
    rows: list[_English] = []
    before = _English("", "")
    said = [(term, _form(term.notes), _status(term)) for term in terms if term.text.strip()]
    preferred = any(status == "preferred" for _term, _form, status in said)
    for term, form, status in said:
        text, row = _squashed(term.text), rows[-1] if rows else before
        if status == "forbidden" and form != FULL:
            row.avoid.append(text)
        elif form in SHORT_FORMS and not row.short:
            row.short = text
        else:
            rows.append(
                _English(text, status or ("admitted" if preferred else "preferred"), note=_note(term.notes))
            )
            preferred = preferred or not status
    if not rows and before.short:
        rows, before.short = [_English(before.short, "preferred")], ""
    if not rows:
        return [_English(text, "forbidden") for text in before.avoid]
    rows[0].avoid = before.avoid + rows[0].avoid
    rows[0].short = rows[0].short or before.short
    return rows


def _squashed(text: str) -> str:
    return WHITE.sub(" ", text).strip()


def _form(notes: Iterable["TBXNote"]) -> str:
    return next((note.text for note in notes if note.category == "termType"), "")


def _status(term: "TBXTerm") -> str:
    """Return the glossary's status for one of TBX: preferredTerm-admn-sts, or preferredTerm or preferred as some write."""
    said = (term.administrative_status or "").strip().removesuffix("-admn-sts").removesuffix("Term")
    return STATUSES.get(said, "")


def _note(notes: Iterable["TBXNote"]) -> str:
    """Return the notes and definitions of a term, those of its concept included."""
    texts = [
        n.text.strip() for n in notes if n.origin not in ("pos", "definition") or n.category == "definition"
    ]
    return "; ".join(dict.fromkeys(filter(None, texts)))
