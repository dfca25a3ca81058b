"""The review DOCX: one table with a row for every unit, made to come back from Word, WPS or LibreOffice.

What brings a row back to its unit: the content control around the short id (tag `unit:ID:DIGEST:BASE`) and
the bookmark around that (`u_ID_DIGEST_BASE`), for word processors that drop tags; ID is the unit's id, DIGEST
and BASE the `text_digest` of its Chinese and of the English that the row was written with. The state control is
tagged `state:ID:VALUE`, VALUE being the state that the row was written with (a bookmark `s_ID_VALUE` around the
other says the same), the locked Chinese `source:ID`. The third cell holds the unit's `target` itself, not its house
style. A finding's comment ends in its id. The file's properties `bulletin-edition` and `bulletin-source` hold the
edition's name and the SHA-256 of its source.
"""

from collections.abc import Iterable, Iterator, Sequence

from workflow.render import reviewtexts as texts
from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.reviewnotes import Note, asked_of, grades_of, notes_of, read_first
from workflow.render.view import View
from workflow.render.wordcomments import add_comments
from workflow.render.wordfile import (
    draft_mark,
    file_bytes,
    new_document,
    set_custom_properties,
    set_properties,
    set_running_lines,
    sheet,
)
from workflow.render.wordmast import masthead
from workflow.render.wordstyles import style_id
from workflow.units import Constraint, Unit, text_digest

_MARGIN = 850
# Shares of the text width: id, Chinese, English, state.
_SHARES = (0.07, 0.36, 0.46, 0.11)
_HOW_TO_SHARE = 0.44
_SHORTEST_ID = 6
# By how much a row needs an editor: the shading of its id and state, and a mark that survives a grey printer.
_FILLS, _FLAGS = ("", "FFF1CC", "FBDAD7"), ("", "!", "‼")
_HEADINGS = ("masthead/name", "title", "/heading", "/speaker/name")
_Numbered = tuple[int, Note]


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:
    """Return the review DOCX of an edition, its comments in the language of the options."""
    page = sheet(options, _MARGIN, _MARGIN, landscape=True)
    document = new_document(view, brand, page, track_changes=True)
    notes = (*notes_of(view, options.lang), *asked_of(view, options.questions))
    numbered = tuple(enumerate(notes))
    widths = [round(page.text_width * share) for share in _SHARES]
    content = (
        *masthead(document, view, brand, page.text_width, zh=True, en=True),
        *_opening(view, page.text_width, [n for n, note in numbered if note.unit is None]),
        xml.table("Grid", widths, _rows(view, widths, numbered)),
        xml.paragraph("ReviewNote"),
    )
    add_comments(document, notes, options.clock)
    mark = draft_mark(view, options)
    set_running_lines(document, view, brand, mark, "facing", first_page_bare=True)
    set_properties(document, view, options)
    digest = next((digest for _name, digest in view.manifest.inputs), "")
    set_custom_properties(document, {"bulletin-edition": view.name, "bulletin-source": digest})
    return file_bytes(document, "".join(content))


def _opening(view: View, width: int, comments: Sequence[int]) -> Iterator[str]:
    """Yield the title, the instructions, the key to the underlines and the rows to read first."""
    yield xml.paragraph("ReviewTitle", xml.commented(comments, _both(texts.TITLE)))
    if view.title:
        yield xml.paragraph("ReviewLine", xml.run(view.title.zh, view.script))
        yield xml.paragraph("ReviewLine", xml.run(view.title.en, "en"))
    yield _how_to(view, width)
    kinds = [(f"Constraint {kind}", words) for kind, words in texts.KINDS.items()]
    key = [_both(words, style_id(style)) for style, words in (*kinds, *texts.MARKED)]
    yield xml.paragraph("ReviewKey", _both(texts.KEY), xml.run("   ", "en"), xml.run("   ", "en").join(key))
    numbers = {piece.unit.id: number for number, piece in enumerate(view.pieces, start=1)}
    first = [
        xml.link(_anchor(unit), xml.run(str(numbers[unit.id]), "en", "Hyperlink"))
        for unit in read_first(view)
    ]
    if first:
        yield xml.paragraph(
            "ReviewKey", _both(texts.READ_FIRST), xml.run("   ", "en"), xml.run(" · ", "en").join(first)
        )


def _how_to(view: View, width: int) -> str:
    """Return the instructions, the Chinese beside the English."""
    widths = [round(width * _HOW_TO_SHARE), width - round(width * _HOW_TO_SHARE)]
    rows = []
    for number, (zh, en) in enumerate(texts.how_to(f"{view.name}.review.docx"), start=1):
        words = (xml.run(f"{number}. {zh}", "hans"), xml.run(f"{number}. {en}", "en"))
        cells = (xml.cell(w, xml.paragraph("ReviewHowTo", t)) for w, t in zip(widths, words, strict=True))
        rows.append(xml.row(cells, whole=True))
    return xml.table("HowTo", widths, rows)


def _anchor(unit: Unit) -> str:
    return f"u_{unit.id}_{text_digest(unit.source)}_{text_digest(unit.target)}"


def _state_mark(unit: Unit) -> str:
    value, _shown = texts.state_choice(unit.state)
    return f"s_{unit.id}_{value.replace('-', '_')}"


def _both(words: tuple[str, str], style: str = "") -> str:
    return xml.run(words[0], "hans", style) + xml.run(f" {words[1]}", "en", style)


def _rows(view: View, widths: Sequence[int], notes: Iterable[_Numbered]) -> Iterator[str]:
    heads = [xml.paragraph("ReviewHead", _both(words)) for words in texts.HEADS]
    yield xml.row((xml.cell(w, h) for w, h in zip(widths, heads, strict=True)), header=True, whole=True)
    units = [piece.unit for piece in view.pieces]
    by_unit: dict[str | None, list[_Numbered]] = {}
    for number, note in notes:
        by_unit.setdefault(note.unit, []).append((number, note))
    grades = grades_of(view)
    digits = _id_length(units)
    before: tuple[str, str] | None = None
    for number, unit in enumerate(units, start=1):
        section = _section(unit)
        if section != before and section is not None:
            yield _separator(section, widths)
        before = section
        yield _row(unit, number, digits, widths, level=grades[unit.id], notes=by_unit.get(unit.id, []))


def _id_length(units: Sequence[Unit]) -> int:
    """Return how many digits of an id tell all units apart, at least six."""
    longest = max((len(unit.id) for unit in units), default=_SHORTEST_ID)
    lengths = range(_SHORTEST_ID, longest)
    return next((n for n in lengths if len({unit.id[:n] for unit in units}) == len(units)), longest)


def _section(unit: Unit) -> tuple[str, str] | None:
    first, *rest = unit.slot.split("/")
    if first not in texts.SECTIONS:
        return None
    number = str(int(rest[0]) + 1) if first == "sections" and rest else ""
    zh, en = texts.SECTIONS[first]
    return zh.replace("{number}", number), en.replace("{number}", number)


def _separator(words: tuple[str, str], widths: Sequence[int]) -> str:
    content = xml.paragraph("ReviewSection", _both(words))
    return xml.row((xml.cell(sum(widths), content, columns=len(widths)),), whole=True)


def _row(
    unit: Unit, number: int, digits: int, widths: Sequence[int], *, level: int, notes: Sequence[_Numbered]
) -> str:
    source = _marked(unit.source, "hans", _source_styles(unit), notes, "source")
    target = _marked(unit.target, "en", _target_styles(unit), notes, "target")
    locked = xml.control(3 * number, f"source:{unit.id}", "中文 Chinese", source, locked=True)
    heading = " heading" if unit.slot.endswith(_HEADINGS) else ""
    contents = (
        _id_paragraphs(unit, number, digits, level),
        xml.paragraph(style_id(f"Review zh{heading}"), xml.commented(_whole(notes, "source"), locked)),
        xml.paragraph(style_id(f"Review en{heading}"), xml.commented(_whole(notes, "target"), target)),
        _state_paragraphs(unit, number),
    )
    fills = (_FILLS[level], "", "", _FILLS[level])
    cells = (xml.cell(*values) for values in zip(widths, contents, fills, strict=True))
    return xml.row(cells, whole=True)


def _id_paragraphs(unit: Unit, number: int, digits: int, level: int) -> str:
    shown = xml.run(unit.id[:digits], "en")
    tag = f"unit:{unit.id}:{text_digest(unit.source)}:{text_digest(unit.target)}"
    held = xml.control(3 * number + 1, tag, "编号 Id", shown, locked=True)
    marked = xml.bookmark(2 * number - 1, _anchor(unit), held)
    marked = xml.bookmark(2 * number, _state_mark(unit), marked)
    flag = xml.paragraph("ReviewFlag", xml.run(_FLAGS[level], "en")) if level else ""
    return xml.paragraph("ReviewNote", xml.run(str(number), "en")) + xml.paragraph("ReviewId", marked) + flag


def _state_paragraphs(unit: Unit, number: int) -> str:
    choices = xml.drop_down([(value, shown) for _state, value, shown in texts.STATES])
    value, shown = texts.state_choice(unit.state)
    tag = f"state:{unit.id}:{value}"
    content = xml.run(shown, "hans")
    held = xml.control(3 * number + 2, tag, "状态 State", content, locked=False, choices=choices)
    origin = texts.origin_words(unit.origin, unit.score)
    note = xml.paragraph("ReviewNote", xml.run(origin, "hans")) if origin else ""
    return xml.paragraph("ReviewState", held) + note


def _marked(
    text: str,
    language: xml.Language,
    styles: list[tuple[xml.Span, str]],
    notes: Sequence[_Numbered],
    side: str,
) -> str:
    comments = [(note.place, number) for number, note in notes if note.side == side and note.place]
    return xml.marked_runs(text, language, styles, comments)


def _whole(notes: Sequence[_Numbered], side: str) -> list[int]:
    return [number for number, note in notes if note.side == side and note.place is None]


def _source_styles(unit: Unit) -> list[tuple[xml.Span, str]]:
    """Return the spans of the Chinese to mark: what is lost in the English and what must be confirmed."""
    styles = []
    for constraint in unit.constraints:
        lost = unit.target and constraint.at is None and not constraint.kept
        if lost or constraint.doubtful:
            name = "Constraint lost" if lost else "Constraint doubtful"
            styles.append(((constraint.start, constraint.end), style_id(name)))
    return styles


def _target_styles(unit: Unit) -> list[tuple[xml.Span, str]]:
    return [(c.at, style_id(_target_style(c))) for c in unit.constraints if c.at]


def _target_style(constraint: Constraint) -> str:
    return "Constraint doubtful" if constraint.doubtful else f"Constraint {constraint.kind}"
