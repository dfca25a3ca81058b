"""The edition as XLIFF 1.2 or 2.0 (OASIS), a unit for every unit, for review in a translator's tool.

What brings a unit back: its `id` is the unit's id; 1.2 has `extradata`, 2.0 a metadata group `bulletin`, with
`source` and `base`, the `text_digest` of the Chinese and of the English that the file was written with, `state`,
the state that it was written with, and `notes`, the digests of the notes written here, so that an editor's are
known from ours. For the file the same place (1.2: a header note) has `sha256`, the digest of the bulletin's own
source, and `notes`; `original` is the edition's name. Source and target are plain text: markers for terms inside them are lost or
shown as tags by most tools, so what is known of the English stands in a note.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from workflow.i18n import N_, catalogue
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.reviewnotes import notes_of
from workflow.render.view import View
from workflow.render.wordxml import legal
from workflow.units import State, Unit, text_digest

if TYPE_CHECKING:
    from lxml.etree import _Element

ZH, EN = "zh-CN", "en"
AUTHOR = "bulletin"
# State → that of a 1.2 target, and state and subState of a 2.0 segment (1.2: clause 2.3, state; 2.0: 4.3.1.28).
# 2.0 has no state for a machine's draft or for English to be redone: both are initial, told apart by the subState.
STATES: dict[State, tuple[str, str, str]] = {
    State.EMPTY: ("new", "initial", "bulletin:empty"),
    State.DRAFT: ("needs-review-translation", "initial", "bulletin:draft"),
    State.NEEDS_WORK: ("needs-translation", "initial", "bulletin:needs-work"),
    State.REVIEWED: ("signed-off", "reviewed", ""),
    State.FINAL: ("final", "final", ""),
}
_XLIFF1 = "urn:oasis:names:tc:xliff:document:1.2"
_XLIFF2 = "urn:oasis:names:tc:xliff:document:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKELETON1 = (
    f'<xliff xmlns="{_XLIFF1}" version="1.2"><file original="" source-language="{ZH}" target-language="{EN}" '
    'datatype="plaintext"><header/><body/></file></xliff>'
)
_SKELETON2 = (
    f'<xliff xmlns="{_XLIFF2}" xmlns:mda="{_METADATA}" xmlns:mtc="{_MATCHES}" version="2.0" srcLang="{ZH}" '
    f'trgLang="{EN}"><file id="bulletin" original=""/></xliff>'
)


@dataclass(frozen=True, slots=True)
class Saying:
    """Hold one note to the editor and the side of the unit that it is about."""

    text: str
    side: Literal["source", "target"]


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:  # noqa: ARG001 - every renderer takes a brand
    """Return the edition as XLIFF of the version that the options name, notes in the language of the options."""
    write = {"1.2": version1, "2.0": version2}[options.xliff]
    return write(view, sayings_of(view, options.lang))


def sayings_of(view: View, language: str) -> dict[str | None, list[Saying]]:
    """Return the notes on every unit: standing findings, then what is known of its English; None has the bulletin's."""
    bare = tuple(replace(piece, unit=replace(piece.unit, suggestions=())) for piece in view.pieces)
    said: dict[str | None, list[Saying]] = {None: []}
    for note in notes_of(replace(view, pieces=bare), language):
        lines = ("".join(text for _mark, text in paragraph) for paragraph in note.paragraphs)
        said.setdefault(note.unit, []).append(Saying(_stripped("\n".join(lines)), note.side))
    for piece in view.pieces:
        if known := _known(piece.unit, language):
            said.setdefault(piece.unit.id, []).append(Saying(known, "source"))
    return said


def _known(unit: Unit, language: str) -> str:
    """Return what is known of a unit's English, "" where nothing is."""
    translate = catalogue(language).gettext
    doubt = translate(N_("(a reading; to be confirmed)"))
    pairs = dict.fromkeys(
        f"{c.source} → {c.target}" + (f" {doubt}" if c.doubtful else "") for c in unit.constraints
    )
    words = translate(N_("English that is known: {pairs}"))
    return _stripped(words.format(pairs="; ".join(pairs))) if pairs else ""


def version1(view: View, said: dict[str | None, list[Saying]], *, source_as_target: bool = False) -> bytes:
    """Return the edition as XLIFF 1.2.

    `source_as_target` puts the Chinese into every target, without a state: for tools that translate what stands
    there (OmegaT), and get the English from a translation memory.
    """
    from translate.storage.xliff import Xliff1File

    store = Xliff1File.parsestring(_SKELETON1.encode())
    root = store.document.getroot()
    (file,) = root
    file.set("original", _stripped(view.name))
    header = file[0]
    for saying in said[None]:
        _note1(header, saying.text)
    if data := _data(sha256=_sha256(view), notes=_digests(said[None])):
        _note1(header, data)
    for piece in view.pieces:
        unit, notes = piece.unit, said.get(piece.unit.id, [])
        made = store.addsourceunit(legal(unit.source), filename=file.get("original"))
        made.setid(unit.id)
        made.target = legal(unit.source if source_as_target else unit.target)
        element = made.xmlelement
        element.set("resname", unit.slot)
        element.set("extradata", _data(**_marks(unit, notes, stated=not source_as_target)))
        element.attrib.pop("approved", None)
        if unit.state >= State.REVIEWED and not source_as_target:
            made.markapproved()
        target = made.get_target_dom()
        target.attrib.pop("state", None)
        if not source_as_target:
            target.set("state", STATES[unit.state][0])
        for saying in notes:
            _note1(element, saying.text).set("annotates", saying.side)
        for one in unit.suggestions:
            made.addalttrans(
                legal(one.text),
                _stripped(one.origin) or None,
                lang=EN,
                matchquality=f"{one.score:.0f}" if one.score else None,
            )
    return _bytes(root)


def version2(view: View, said: dict[str | None, list[Saying]]) -> bytes:
    """Return the edition as XLIFF 2.0."""
    from translate.storage.xliff2 import Xliff2File

    store = Xliff2File.parsestring(_SKELETON2.encode())
    root = store.document.getroot()
    (file,) = root
    file.set("original", _stripped(view.name))
    _metadata2(file, {"sha256": _sha256(view), "notes": _digests(said[None])})
    _notes2(file, said[None])
    for piece in view.pieces:
        unit, notes = piece.unit, said.get(piece.unit.id, [])
        made = store.addsourceunit(legal(unit.source))
        made.setid(unit.id)
        made.target = legal(unit.target)
        segment, element = made.xmlelement, made.getunitelement()
        element.attrib.update({"name": unit.slot, "canResegment": "no"})
        # The schema has xml:space on the unit alone, the toolkit puts it on the segment.
        segment.attrib.clear()
        element.set(_SPACE, "preserve")
        _state, state, detail = STATES[unit.state]
        segment.attrib.update({"id": "s", "state": state} | ({"subState": detail} if detail else {}))
        element.remove(segment)
        _matches2(element, unit)
        _metadata2(element, _marks(unit, notes))
        _notes2(element, notes)
        element.append(segment)
    return _bytes(root)


def _note1(parent: "_Element", text: str) -> "_Element":
    from lxml import etree

    note = etree.SubElement(parent, f"{{{_XLIFF1}}}note", {"from": AUTHOR})
    note.text = text
    return note


def _notes2(parent: "_Element", notes: Sequence[Saying]) -> None:
    from lxml import etree

    if not notes:
        return
    holder = etree.SubElement(parent, f"{{{_XLIFF2}}}notes")
    for saying in notes:
        about = {"category": AUTHOR, "appliesTo": saying.side}
        etree.SubElement(holder, f"{{{_XLIFF2}}}note", about).text = saying.text


def _metadata2(parent: "_Element", marks: dict[str, str]) -> None:
    """Put our marks into the metadata module, which tools must keep (2.0: clause 5.4)."""
    from lxml import etree

    holder = etree.SubElement(parent, f"{{{_METADATA}}}metadata")
    group = etree.SubElement(holder, f"{{{_METADATA}}}metaGroup", {"category": AUTHOR})
    for name, value in marks.items():
        if value:
            etree.SubElement(group, f"{{{_METADATA}}}meta", {"type": name}).text = value


def _matches2(parent: "_Element", unit: Unit) -> None:
    """Put the suggestions of a unit into the matches module (2.0: clause 5.1)."""
    from lxml import etree

    if not unit.suggestions:
        return
    holder = etree.SubElement(parent, f"{{{_MATCHES}}}matches")
    for one in unit.suggestions:
        about = {"ref": "#s", "matchQuality": f"{one.score:.1f}", "origin": _stripped(one.origin)}
        match = etree.SubElement(holder, f"{{{_MATCHES}}}match", {k: v for k, v in about.items() if v})
        etree.SubElement(match, f"{{{_XLIFF2}}}source").text = legal(unit.source)
        etree.SubElement(match, f"{{{_XLIFF2}}}target").text = legal(one.text)


def _marks(unit: Unit, notes: Iterable[Saying], *, stated: bool = True) -> dict[str, str]:
    return {
        "source": text_digest(unit.source),
        "base": text_digest(unit.target),
        "state": unit.state.name if stated else "",
        "notes": _digests(notes),
    }


def _data(**marks: str) -> str:
    return " ".join(f"{name}:{value}" for name, value in marks.items() if value)


def _digests(notes: Iterable[Saying]) -> str:
    return ",".join(text_digest(saying.text) for saying in notes)


def _sha256(view: View) -> str:
    return next((digest for _name, digest in view.manifest.inputs), "")


def _stripped(text: str) -> str:
    return legal(text).strip()


def _bytes(root: "_Element") -> bytes:
    from lxml import etree

    etree.cleanup_namespaces(root, keep_ns_prefixes=["mda", "mtc"])
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
