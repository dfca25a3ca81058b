"""Terms as TBX (ISO 30042:2008, the TBX-Basic dialect): a concept for each source and kind, a term for each English.

translate-toolkit writes concepts and terms; the data categories that its units cannot set are put in with lxml.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workflow.constrain.entries import Entry

if TYPE_CHECKING:
    from translate.storage.tbx import tbxunit

ZH, EN = "zh-Hans", "en"
FULL, SHORT = "fullForm", "shortForm"
# TBX-Basic's values of administrativeStatus for those of the glossary.
STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
# What is said of one English term: its text, its form ("": nothing is said), its status, the row's note.
Term = tuple[str, str, str, str]


def dump(entries: Iterable[Entry]) -> bytes:
    """Return entries as TBX; the rows of one source and kind are one concept, whatever stands between them.

    A row's English is a term in its full form, with the note; its short form and the English to avoid (deprecated,
    no form given) follow it. The kind is the concept's subject field.
    """
    from translate.storage.tbx import tbxfile

    concepts: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        concepts.setdefault((entry.zh, entry.kind), []).append(entry)
    store = tbxfile(sourcelanguage=ZH, targetlanguage=EN)
    store.addheader()
    root = store.document.getroot()
    root.set("type", "TBX-Basic")
    for origin in root.iter("p"):
        origin.text = "bulletin-workflow"
    for number, ((zh, kind), rows) in enumerate(concepts.items(), 1):
        unit = store.addsourceunit(zh)
        unit.xmlelement.set("id", f"c{number}")
        _fill(unit, kind, [term for row in rows for term in _terms(row)])
    return bytes(store)


def _terms(entry: Entry) -> Iterable[Term]:
    yield entry.en, FULL, STATUS[entry.status], entry.note
    if entry.en_short:
        yield entry.en_short, SHORT, STATUS["admitted"], ""
    for text in entry.avoid:
        yield text, "", STATUS["forbidden"], ""


def _fill(unit: "tbxunit", kind: str, terms: list[Term]) -> None:
    """Put the English terms into a concept, and what its unit has no words for: subject field, form, status, note."""
    from lxml import etree

    unit.set_target_terms([text for text, *_said in terms], EN)
    subject = etree.Element("descrip", {"type": "subjectField"})
    subject.text = kind
    unit.xmlelement.insert(0, subject)
    for tig, (_text, form, status, note) in zip(unit.target_dom.findall("tig"), terms, strict=True):
        for category, value in (("termType", form), ("administrativeStatus", status)):
            if value:
                etree.SubElement(tig, "termNote", {"type": category}).text = value
        if note:
            etree.SubElement(tig, "note").text = note
