"""The HTML proof: one file that shows the producer every unit with its constraints, findings and origin."""

import base64
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from workflow.findings import Finding, Severity
from workflow.i18n import catalogue
from workflow.render import proofwords as words
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.pieces import Piece
from workflow.render.proofwords import Translate
from workflow.render.templating import LANG, brand_variables, fill
from workflow.render.view import Text, View
from workflow.units import State, Unit

LARGEST_PREVIEW = 1000  # pixels


@dataclass(frozen=True, slots=True)
class Note:
    """Hold a finding with its message in the reader's language; `anchor` is unique in the file.

    `unit` is "" for what concerns the whole bulletin.
    """

    finding: Finding
    anchor: str
    unit: str
    message: str

    @property
    def guess(self) -> bool:
        """Return whether the check itself is not certain."""
        return self.finding.confidence < 1


@dataclass(frozen=True, slots=True)
class Group:
    """Hold the units of one part of the bulletin under a label and the part's own titles; `key` is the part's slot."""

    label: str
    titles: tuple[Text, ...]
    pieces: tuple[Piece, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold one entry of a filter: what it selects, its name, and how many there are."""

    value: str
    name: str
    count: int


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:
    """Return the proof as UTF-8; its own words are in options.lang, and it loads nothing from anywhere.

    Style and script stand in the file and run by their digests alone (Content Security Policy, level 2), so that
    no text of a bulletin can ever be one.
    """
    translations = catalogue(options.lang)

    def _(message: str) -> str:
        return translations.gettext(message) if message else ""

    sheet = brand_variables(brand, view) + brand.file("proof.css").read_text(encoding="utf-8")
    css = sheet.replace("</", "<\\/")
    script = brand.file("proof.js").read_text(encoding="utf-8")
    notes = notes_of(_, view)
    html = fill(
        brand,
        "proof.html",
        _=_,
        view=view,
        options=options,
        css=css,
        script=script,
        policy=f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}; img-src data:",
        zh_lang=LANG[view.script],
        kinds=words.kind_names(_),
        severities=words.severity_names(_),
        states=words.state_names(_),
        places={piece.unit.id: words.place_name(_, piece.unit.slot) for piece in view.pieces},
        groups=_groups(_, view),
        pictures=pictures_of(view, options),
        notes=notes,
        notes_by_unit=_by_unit(notes),
        doubt=doubt_ranks([piece.unit for piece in view.pieces], notes),
        choices=_choices(_, view, notes, options.check_titles),
        told=lambda constraint: words.told(_, constraint),
        origin=lambda origin: words.origin_name(_, origin),
    )
    return html.encode()


def notes_of(_: Translate, view: View) -> tuple[Note, ...]:
    """Return the findings of a view as notes, in its order."""
    units = {piece.unit.id for piece in view.pieces}
    seen: Counter[str] = Counter()
    notes = []
    for finding in view.findings:
        seen[finding.id] += 1
        number = f"-{seen[finding.id]}" if seen[finding.id] > 1 else ""
        message = _(finding.message).format(**dict(finding.args))
        unit = finding.unit if finding.unit in units else None
        notes.append(Note(finding, f"finding-{finding.id}{number}", unit or "", message))
    return tuple(notes)


def doubt_ranks(units: Sequence[Unit], notes: Iterable[Note]) -> dict[str, int]:
    """Return each unit's place from the most to the least doubtful, 0 the most.

    A unit without a confidence is certain; of equals, the one with the gravest standing finding comes first, then
    the one that stands first in the bulletin.
    """
    gravest: dict[str, int] = {}
    for note in notes:
        if note.finding.stands:
            gravest[note.unit] = max(gravest.get(note.unit, -1), note.finding.severity)

    def key(unit: Unit) -> tuple[float, int]:
        return (1.0 if unit.confidence is None else unit.confidence, -gravest.get(unit.id, -1))

    return {unit.id: rank for rank, unit in enumerate(sorted(units, key=key))}


def _by_unit(notes: Iterable[Note]) -> dict[str, list[Note]]:
    grouped: dict[str, list[Note]] = {}
    for note in notes:
        grouped.setdefault(note.unit, []).append(note)
    return grouped


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _choices(
    _: Translate, view: View, notes: Sequence[Note], titles: Mapping[str, str]
) -> dict[str, list[Choice]]:
    """Return the entries of every filter; those that select nothing are left out, but for severities."""
    standing = [note.finding for note in notes if note.finding.stands]
    grave = Counter(finding.severity.label for finding in standing)
    sides: Counter[str] = Counter(finding.on for finding in standing)
    checks = Counter(finding.check for finding in standing)
    named = {note.finding.check: _title(_, note.finding, titles) for note in reversed(notes)}
    origins = Counter(piece.unit.origin.split(":")[0] for piece in view.pieces)
    states = Counter(piece.unit.state.name for piece in view.pieces)
    side_names = {"target": _("The English"), "source": _("The Chinese")}
    return {
        "severity": [Choice(s.label, words.severity_names(_)[s.label], grave[s.label]) for s in Severity][
            ::-1
        ],
        "check": sorted(
            (Choice(check, named[check], checks[check]) for check in named), key=lambda c: (-c.count, c.value)
        ),
        "side": [Choice(side, side_names[side], sides[side]) for side in side_names],
        "origin": [
            Choice(origin, words.origin_names(_).get(origin, origin), count)
            for origin, count in sorted(origins.items(), key=lambda item: (-item[1], item[0]))
        ],
        "state": [
            Choice(s.name, words.state_names(_)[s.name], states[s.name]) for s in State if states[s.name]
        ],
    }


def _title(_: Translate, finding: Finding, titles: Mapping[str, str]) -> str:
    """Return the title of a finding's check; of a query on the source, its message without the words of one case."""
    title = titles.get(finding.check)
    return _(title) if title else re.sub(r"\{\w*\}", "…", _(finding.message))


def _groups(_: Translate, view: View) -> list[Group]:
    """Return the units by part of the bulletin, in its order, none left out."""
    groups = [_group(view, _("Front"), (), "masthead", "issue", "date", "title")]
    for number, section in enumerate(view.sections):
        speaker = (section.speaker.name,) if section.speaker else ()
        titles = ((section.heading,) if section.heading else ()) + speaker
        label = _("Section {section}").format(section=number + 1)
        groups.append(_group(view, label, titles, f"sections/{number}"))
    groups += [_group(view, _("Contact"), (), "contact"), _group(view, _("About"), (), "about")]
    grouped = {piece.unit.id for group in groups for piece in group.pieces}
    rest = tuple(piece for piece in view.pieces if piece.unit.id not in grouped)
    groups.append(Group(_("Other"), (), rest))
    shown = {f"sections/{n}" for n, s in enumerate(view.sections) if any(row.picture for row in s.rows)}
    return [group for group in groups if group.pieces or group.key in shown]


def pictures_of(view: View, options: RenderOptions) -> dict[str, list[tuple[str, Text]]]:
    """Return the address and the description of each picture by the id of the unit that it stands above.

    That is its own first unit, else the next of its section; "sections/N" where the section has none behind it.
    """
    found: dict[str, list[tuple[str, Text]]] = {}
    for number, section in enumerate(view.sections):
        waiting: list[tuple[str, Text]] = []
        for row in section.rows:
            pieces = row.text.pieces
            if row.picture:
                waiting.append((preview(options.pictures[row.picture.file]), row.picture.alt))
                pieces = (*row.picture.alt.pieces, *pieces)
            if waiting and pieces:
                found.setdefault(pieces[0].unit.id, []).extend(waiting)
                waiting = []
        if waiting:
            found[f"sections/{number}"] = waiting
    return found


def preview(data: bytes) -> str:
    """Return a picture as a data: address, made smaller where it is larger than a proof needs."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        kind = image.format or "PNG"
        if max(image.size) > LARGEST_PREVIEW:
            shown = image.convert(
                "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
            )
            shown.thumbnail((LARGEST_PREVIEW, LARGEST_PREVIEW))
            shown.info.clear()
            out = io.BytesIO()
            shown.save(out, kind, **({"quality": 85} if kind == "JPEG" else {}))
            data = out.getvalue()
    return f"data:image/{kind.lower()};base64,{base64.b64encode(data).decode()}"


def _group(view: View, label: str, titles: tuple[Text, ...], *slots: str) -> Group:
    pieces = tuple(p for p in view.pieces if any(f"{p.unit.slot}/".startswith(f"{slot}/") for slot in slots))
    return Group(label, titles, pieces, slots[0])
