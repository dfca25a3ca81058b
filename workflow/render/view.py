"""The one view of an edition that every output is rendered from: both languages of every part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workflow.bulletin import BlockType, BodyBlock, Bulletin, Contact, Picture, Removed, Section, Speaker
from workflow.constrain.titled import parted
from workflow.edition import Edition, Manifest
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.render.options import Form, Script
from workflow.render.pieces import Piece, curly, piece
from workflow.render.pieces import Text as Text  # noqa: PLC0414 # part of what a view is made of
from workflow.render.script import as_in_source, form_of, in_script
from workflow.render.viewtables import covers_of, figures_of, is_wide
from workflow.units import State, Unit

CONTACT_HEADING = ("联系我们", "Contact Us")
ABOUT_HEADING = ("关于我们", "About Us")
PICTURE = ("图片", "Picture")
# Field of Contact → label zh, label en, and whether the value reads the same in both languages.
CONTACT_FIELDS: tuple[tuple[str, str, str, bool], ...] = (
    ("address", "地址", N_("Address"), False),
    ("postcode", "邮编", N_("Postal Code"), True),
    ("phone", "电话", N_("Tel"), True),
    ("fax", "传真", N_("Fax"), True),
    ("emails", "电子邮箱", N_("Email"), True),
    ("website", "网址", N_("Website"), True),
    ("wechat", "微信公众号", N_("WeChat Official Account"), True),
)
_BODY = ("title", "sections", "about")
# A longer quotation, in characters, is set as text.
LONGEST_PULL = 60


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one paragraph, list item, quote, table or picture, aligned in both languages.

    `item` numbers the entries of a list from 1 and is 0 elsewhere. `grid` is a table's cells, row by row; the first
    `head` rows are its head, none where one of their cells goes down to the last row; `covers` says how many rows and
    columns each cell takes, (0, 0) where another covers it; `figures` of each column whether it holds figures.
    A `wide` table needs the width of the page in each language. The text of a picture is its caption.
    """

    type: BlockType
    slot: str
    text: Text
    item: int = 0
    grid: tuple[tuple[Text, ...], ...] = ()
    figures: tuple[bool, ...] = ()
    wide: bool = False
    covers: tuple[tuple[tuple[int, int], ...], ...] = ()
    head: int = 1
    picture: "PictureView | None" = None

    @property
    def pull(self) -> bool:
        """Tell whether the row is a quotation short enough to stand out: what a source marks, never what we choose."""
        return self.type == "quote" and len(self.text.zh) <= LONGEST_PULL


@dataclass(frozen=True, slots=True)
class PictureView:
    """Hold a picture: its file among `RenderOptions.pictures`, its width and height in points, what it shows."""

    file: str
    points: tuple[float, float]
    alt: Text

    def described(self, *, zh: bool, en: bool) -> str:
        """Return what stands for the picture where it cannot be seen, in the languages asked for."""
        words = (self.alt.zh if zh else "", self.alt.en if en else "")
        return " / ".join(filter(None, words)) or self.alt.zh or self.alt.en


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Name who speaks and in which office, in both languages; `person` is the Chinese name without a courtesy title."""

    name: Text
    office: Text

    @property
    def person(self) -> str:
        """Return the name that a portrait goes by."""
        return parted(self.name.source)[0]


@dataclass(frozen=True, slots=True)
class SectionView:
    """Hold a stretch of the body under its heading and its speaker."""

    heading: Text | None
    speaker: SpeakerView | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Hold one labelled line of the contact block; only e-mail has more than one value."""

    key: str
    label: Text
    values: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Hold the contact block: the organizations without a label, the labelled fields, the lines of another label."""

    heading: Text
    organizations: tuple[Text, ...]
    fields: tuple[Field, ...]
    others: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutView:
    """Hold what the publisher says about itself."""

    heading: Text
    text: Text


@dataclass(frozen=True, slots=True)
class View:
    """Hold everything an output shows.

    `draft` is true while a unit of the body is below REVIEWED; `findings` stand by severity, gravest first,
    dismissed ones too; `pieces` are all units in the order of the bulletin. `form` is the standard of the script's characters.
    """

    name: str
    script: Literal["hans", "hant"]
    masthead: Text
    series: Text
    issue: Text | None
    date: Text | None
    title: Text | None
    sections: tuple[SectionView, ...]
    contact: ContactView | None
    about: AboutView | None
    draft: bool
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    removed: tuple[Removed, ...]
    manifest: Manifest
    form: Form = "hans"


@dataclass(frozen=True, slots=True)
class _Viewer:
    """Read texts of one edition by slot, the Chinese in the script asked for."""

    edition: Edition
    chinese: Callable[[str], str]

    def text(self, slot: str, zh: str, fixed: str = "") -> Text:
        units = self.edition.units_under(slot)
        return Text(self.chinese(zh), tuple(piece(unit) for unit in units), curly(fixed))

    def label(self, zh: str, en: str) -> Text:
        return Text(self.chinese(zh), (), en)


def view(edition: Edition, script: Script = "source") -> View:
    """Return both languages of every part of an edition, the Chinese in `script`."""
    form: Form = script if script != "source" else "hant" if edition.script == "hant" else "hans"
    shown: Literal["hans", "hant"] = "hans" if form == "hans" else "hant"
    as_printed = script == "source" and shown == "hant" and edition.original
    chinese = as_in_source(edition.original) if as_printed else lambda text: in_script(text, form)
    viewer = _Viewer(edition, chinese)
    b = edition.bulletin
    order = sorted(edition.findings, key=lambda finding: -finding.severity)
    return View(
        name=edition.name,
        script=shown,
        form=form_of(edition.original) if as_printed else form,
        masthead=viewer.text("masthead/name", b.masthead.name_zh or "", b.masthead.name_en or ""),
        series=viewer.text("masthead/series", b.masthead.series or ""),
        issue=_issue(viewer),
        date=_date(viewer),
        title=viewer.text("title", b.title) if b.title else None,
        sections=tuple(_section(viewer, number, section) for number, section in enumerate(b.sections)),
        contact=_contact(viewer, b.contact) if b.contact else None,
        about=_about(viewer, b) if b.about else None,
        draft=any(u.state < State.REVIEWED for u in edition.units if in_body(u)),
        pieces=tuple(piece(unit) for unit in edition.units),
        findings=tuple(order),
        removed=edition.removed,
        manifest=edition.manifest,
    )


def in_body(unit: Unit) -> bool:
    """Tell whether a unit is of what a human must have read before it is published: no label, no contact line."""
    return unit.slot.split("/")[0] in _BODY


def _about(viewer: _Viewer, b: Bulletin) -> AboutView:
    """Return the about block under the publisher's name, which its label gave in the source."""
    name = viewer.text("masthead/name", b.masthead.name_zh or "", b.masthead.name_en or "")
    return AboutView(name if name.zh else viewer.label(*ABOUT_HEADING), viewer.text("about", b.about or ""))


def _issue(viewer: _Viewer) -> Text | None:
    issue = viewer.edition.bulletin.issue
    if issue is None:
        return None
    return viewer.text("issue", f"{issue.year}年第{issue.number}期", f"Issue {issue.number}, {issue.year}")


def _date(viewer: _Viewer) -> Text | None:
    if viewer.edition.bulletin.date is None:
        return None
    day = date.fromisoformat(viewer.edition.bulletin.date)
    return viewer.text("date", f"{day.year}年{day.month}月{day.day}日", f"{day:%B} {day.day}, {day.year}")


def _section(viewer: _Viewer, number: int, section: Section) -> SectionView:
    slot = f"sections/{number}"
    rows = tuple(row for n, placed in enumerate(section.placed()) for row in _rows(viewer, slot, n, *placed))
    heading = viewer.text(f"{slot}/heading", section.heading) if section.heading else None
    return SectionView(heading, _speaker(viewer, slot, section.speaker), rows)


def _speaker(viewer: _Viewer, slot: str, speaker: Speaker | None) -> SpeakerView | None:
    if speaker is None:
        return None
    name = viewer.text(f"{slot}/speaker/name", speaker.name)
    return SpeakerView(name, viewer.text(f"{slot}/speaker/office", speaker.office))


def _rows(
    viewer: _Viewer, section: str, number: int, block: BodyBlock, paths: tuple[str, ...]
) -> Iterator[Row]:
    """Yield the row of the block of a number, of a list a row for every item."""
    if block.type == "table" and block.columns:
        slot = f"{section}/{paths[0].rpartition('/')[0]}"
        yield _table(viewer, slot, block)
        return
    if block.picture:
        yield _picture(viewer, f"{section}/blocks/{number}", block, block.picture)
        return
    for item, (path, zh) in enumerate(zip(paths, block.texts, strict=True), start=1):
        slot = f"{section}/{path}"
        yield Row(block.type, slot, viewer.text(slot, zh), item if block.type == "list" else 0)


def _picture(viewer: _Viewer, slot: str, block: BodyBlock, picture: Picture) -> Row:
    """Return a picture with its caption; one that nothing is said of is described by that, else as a picture."""
    caption = viewer.text(f"{slot}/0", block.texts[0]) if block.texts else Text("")
    alt = viewer.text(f"{slot}/alt", picture.alt) if picture.alt else caption
    alt = alt if alt.zh else viewer.label(*PICTURE)
    return Row("picture", slot, caption, picture=PictureView(picture.file, picture.points, alt))


def _table(viewer: _Viewer, slot: str, block: BodyBlock) -> Row:
    """Return a table; a cell without a unit reads the same in both languages."""
    cells = [viewer.text(f"{slot}/{n}", zh, zh) for n, zh in enumerate(block.texts)]
    lines = [cells[at : at + block.columns] for at in range(0, len(cells), block.columns)]
    text = Text(
        "\n".join("\t".join(cell.zh for cell in line) for line in lines),
        tuple(piece for cell in cells for piece in cell.pieces),
    )
    grid = tuple(map(tuple, lines))
    covers = covers_of(block)
    down = max(down for down, _across in covers[0])
    head = max(1, down) if down < len(grid) else 0
    figures = figures_of(block.rows[head:])
    return Row("table", slot, text, 0, grid, figures, is_wide(grid, covers), covers, head)


def _contact(viewer: _Viewer, contact: Contact) -> ContactView:
    names = contact.organizations
    organizations = tuple(viewer.text(f"contact/organizations/{n}", zh) for n, zh in enumerate(names))
    fields = []
    for key, label_zh, label_en, same in CONTACT_FIELDS:
        value: str | tuple[str, ...] | None = getattr(contact, key)
        if not value:
            continue
        slot = f"contact/{key}"
        listed = {slot: value} if isinstance(value, str) else {f"{slot}/{n}": v for n, v in enumerate(value)}
        values = tuple(viewer.text(at, zh, zh if same else "") for at, zh in listed.items())
        fields.append(Field(key, viewer.label(label_zh, label_en), values))
    others = tuple(viewer.text(f"contact/others/{n}", zh) for n, zh in enumerate(contact.others))
    return ContactView(viewer.label(*CONTACT_HEADING), organizations, tuple(fields), others)
