"""The change report: what editors changed, before and after marked word by word, as HTML and DOCX."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Literal

from workflow.i18n import N_, catalogue
from workflow.render import proofwords
from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.templating import LANG, brand_variables, fill
from workflow.render.view import View
from workflow.render.wordfile import file_bytes, new_document, set_properties, sheet

Mark = Literal["same", "out", "in"]
KINDS = {
    "edit": N_("edited"),
    "conflict": N_("conflict: the first text stands, the second was offered"),
    "older": N_("from an older draft, to be looked at"),
    "offered": N_("from an older draft, offered"),
    "rejected": N_("tracked change turned down"),
    "state": N_("state"),
}
TITLE = N_("Changes by editors")
READ = N_("marked as reviewed as they stand: {count}")
_WORDS = re.compile(r"\s+|[\w’'.,-]*\w|[^\w\s]")
_MARGIN = 850
_SHARES = (0.16, 0.32, 0.52)
# Word's own properties of a run: struck and red for what went, underlined and green for what came.
_LOOKS = {
    "out": '<w:strike/><w:color w:val="B3261E"/><w:shd w:val="clear" w:color="auto" w:fill="FBDAD7"/>',
    "in": '<w:color w:val="1F6F3A"/><w:u w:val="single"/><w:shd w:val="clear" w:color="auto" w:fill="DDF3E0"/>',
}


@dataclass(frozen=True, slots=True)
class Changed:
    """Hold one change of a unit: its English `before` and `after`, and its state; texts are equal for a state alone."""

    kind: str
    unit: str
    slot: str
    source: str
    before: str
    after: str
    who: str
    states: tuple[str, str] | None = None

    @property
    def marks(self) -> list[tuple[Mark, str]]:
        """Return the two texts as one, word by word: what is in both, what went out, what came in."""
        return marked(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Round:
    """Hold what one file changed: its number, who sent it when, its name; `read` units were marked reviewed unchanged."""

    number: int
    who: str
    when: str
    file: str
    changes: tuple[Changed, ...]
    left: tuple[tuple[str, str], ...] = ()
    read: int = 0

    @property
    def minute(self) -> str:
        """Return the time as people write it: 2024-05-06 12:53 UTC."""
        return f"{self.when[:16].replace('T', ' ')} UTC" if self.when.endswith("Z") else self.when


def marked(before: str, after: str) -> list[tuple[Mark, str]]:
    """Return two texts as one list of stretches: "same", "out" of the first only, "in" the second only."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    marks: list[tuple[Mark, str]] = []
    for way, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if way == "equal" and (gone.strip() or not marks):
            marks.append(("same", gone))
        else:
            _grow(marks, gone, come)
    return marks


def _grow(marks: list[tuple[Mark, str]], gone: str, come: str) -> None:
    """Add a change, to the one before where nothing but spaces stands between them."""
    if marks and marks[-1][0] == "in":
        come = marks.pop()[1] + come
    if marks and marks[-1][0] == "out":
        gone = marks.pop()[1] + gone
    if gone:
        marks.append(("out", gone))
    if come:
        marks.append(("in", come))


def html(view: View, brand: Brand, options: RenderOptions, rounds: Sequence[Round]) -> bytes:
    """Return the report as one HTML file that loads nothing and runs nothing."""
    translate = catalogue(options.lang).gettext
    css = brand_variables(brand, view) + brand.file("changes.css").read_text(encoding="utf-8")
    css = css.replace("</", "<\\/")
    digest = base64.b64encode(sha256(css.encode()).digest()).decode()
    page = fill(
        brand,
        "changes.html",
        _=lambda message: translate(message) if message else "",
        view=view,
        options=options,
        rounds=rounds,
        css=css,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'",
        zh_lang=LANG[view.script],
        kinds={key: translate(words) for key, words in KINDS.items()},
        states=proofwords.state_names(translate),
        place=lambda slot: proofwords.place_name(translate, slot) if slot else "",
        title=translate(TITLE),
        read=translate(READ),
    )
    return page.encode()


def docx(view: View, brand: Brand, options: RenderOptions, rounds: Sequence[Round]) -> bytes:
    """Return the report as a DOCX with a table for each file that was taken in."""
    translate = catalogue(options.lang).gettext
    page = sheet(options, _MARGIN, _MARGIN, landscape=True)
    document = new_document(view, brand, page, track_changes=False)
    widths = [round(page.text_width * share) for share in _SHARES]
    parts = [xml.paragraph("ReviewTitle", xml.run(translate(TITLE), "hans"))]
    if view.title:
        parts.append(xml.paragraph("ReviewLine", xml.run(view.title.zh, view.script)))
        parts.append(xml.paragraph("ReviewLine", xml.run(view.title.en, "en")))
    else:
        parts.append(xml.paragraph("ReviewLine", xml.run(view.name, "hans")))
    for one in rounds:
        told = f"{one.number}  {one.who}  {one.minute}  {one.file}"
        parts.append(xml.paragraph("ReviewSection", xml.run(told, "hans")))
        if one.changes:
            heads = (
                translate(N_("Place")),
                translate(N_("Chinese")),
                translate(N_("English, before and after")),
            )
            head = [xml.paragraph("ReviewHead", xml.run(text, "hans")) for text in heads]
            rows = [
                xml.row((xml.cell(w, h) for w, h in zip(widths, head, strict=True)), header=True, whole=True)
            ]
            rows += [_row(change, widths, translate) for change in one.changes]
            parts.append(xml.table("Grid", widths, rows))
        if one.read:
            parts.append(xml.paragraph("ReviewNote", xml.run(translate(READ).format(count=one.read), "hans")))
        for text, reason in one.left:
            parts.append(
                xml.paragraph(
                    "ReviewNote", xml.run(translate(N_("left over: {reason}")).format(reason=reason), "hans")
                )
            )
            parts.append(xml.paragraph("ReviewEn", xml.run(text, "en")))
        parts.append(xml.paragraph("ReviewNote"))
    set_properties(document, view, options)
    return file_bytes(document, "".join(parts))


def _row(change: Changed, widths: Sequence[int], translate: proofwords.Translate) -> str:
    notes = [proofwords.place_name(translate, change.slot) if change.slot else "", change.unit]
    notes += [translate(KINDS[change.kind]), change.who]
    if change.states:
        names = proofwords.state_names(translate)
        notes.append(" → ".join(names[state] for state in change.states))
    cells = (
        "".join(xml.paragraph("ReviewNote", xml.run(note, "hans")) for note in notes if note),
        xml.paragraph("ReviewZh", xml.run(change.source, "hans")),
        xml.paragraph("ReviewEn", "".join(_run(*mark) for mark in change.marks)),
    )
    return xml.row((xml.cell(width, cell) for width, cell in zip(widths, cells, strict=True)), whole=True)


def _run(mark: Mark, text: str) -> str:
    plain = xml.run(text, "en")
    return plain.replace("<w:rPr>", f"<w:rPr>{_LOOKS[mark]}", 1) if mark in _LOOKS else plain
