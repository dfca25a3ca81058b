"""Ways in which an editor moves, copies and strikes rows, and writes around them."""

from copy import deepcopy
from typing import Any

from tests.review.word_copy import Copy, W, element, spaced
from tests.review.word_ways_text import NAMES


def _take(copy: Copy, count: int = 1) -> list[str]:
    chosen = copy.rng.sample(copy.free(), count)
    copy.busy.update(chosen)
    return chosen


def move_rows(copy: Copy) -> None:
    for id_ in _take(copy, 3):
        row = copy.rows[id_]
        other = copy.rows[copy.rng.choice([i for i in copy.free() if i != id_])]
        other.addnext(row)


def sort_rows(copy: Copy) -> None:
    """Sort the whole table by the English."""
    rows = [copy.rows[i] for i in copy.free()]
    table = rows[0].getparent()
    if any(row.getparent() is not table for row in rows):
        return
    order = sorted(copy.free(), key=lambda i: copy.expected[i].unit.target)
    for id_ in order:
        table.append(copy.rows[id_])


def delete_rows(copy: Copy) -> None:
    for id_ in _take(copy, 2):
        row = copy.rows[id_]
        row.getparent().remove(row)
        _drop(copy, id_)


def _drop(copy: Copy, id_: str) -> None:
    expected = copy.expected[id_]
    expected.missing = True
    copy.elsewhere.extend((*s[:2], "", "target", *s[4:]) for s in expected.said)
    expected.said = []
    for text in [s.made for s in expected.segments if "hidden" in s.made or "boxed" in s.made]:
        copy.loose.remove(next(words for words in copy.loose if words in text))


def strike_rows(copy: Copy) -> None:
    """Delete rows with tracking on."""
    for id_ in _take(copy, 2):
        _mark_row(copy, copy.rows[id_], "del")
        copy.expected[id_].struck = True
        for text in [s.made for s in copy.expected[id_].segments if "hidden" in s.made or "boxed" in s.made]:
            copy.loose.remove(next(words for words in copy.loose if words in text))


def _mark_row(copy: Copy, row: Any, kind: str) -> None:
    properties = row.find(W + "trPr")
    properties.append(element(copy.change(kind, NAMES[0], "")))


def move_a_row_tracked(copy: Copy) -> None:
    """Cut a row and paste it elsewhere with tracking on: Word strikes one out and puts one in."""
    (id_,) = _take(copy)
    if any(s.made or s.comment for s in copy.expected[id_].segments) or copy.expected[id_].said:
        return
    copy.render()
    old = copy.rows[id_]
    new = deepcopy(old)
    for mark in [*new.iter(W + "bookmarkStart"), *new.iter(W + "bookmarkEnd")]:
        mark.getparent().remove(mark)
    _mark_row(copy, old, "del")
    _mark_row(copy, new, "ins")
    copy.rows[copy.rng.choice(copy.free())].addnext(new)


def add_rows(copy: Copy) -> None:
    """Add a row of an editor's own, tracked or not."""
    words = f"An added sentence {copy.next_number()}."
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("", "加的一句", words, "")
    )
    row = element(f"<w:tr><w:trPr/>{cells}</w:tr>")
    if copy.rng.random() < 0.5:
        _mark_row(copy, row, "ins")
    copy.rows[copy.rng.choice(copy.free())].addnext(row)
    copy.loose.append(f"加的一句 | {words}")


def copy_a_row(copy: Copy) -> None:
    (id_,) = _take(copy)
    if any(s.made for s in copy.expected[id_].segments) or copy.expected[id_].said:
        return
    copy.render()
    row = copy.rows[id_]
    row.addnext(deepcopy(row))
    copy.expected[id_].doubled = True


def split_table(copy: Copy) -> None:
    """Split a table in two, with nothing, an empty line or words of an editor between."""
    row = copy.rows[copy.rng.choice(copy.free())]
    table = row.getparent()
    if table.tag != W + "tbl":
        return
    new = element("<w:tbl/>")
    for name in ("tblPr", "tblGrid"):
        new.append(deepcopy(table.find(W + name)))
    words = copy.rng.choice(["", f"A line between {copy.next_number()}."])
    style = copy.rng.choice(["", '<w:pPr><w:pStyle w:val="ReviewHowTo"/></w:pPr>'])
    between = element(f"<w:p>{style}<w:r><w:t>{words}</w:t></w:r></w:p>")
    for later in list(row.itersiblings()):
        new.append(later)
    new.insert(2, row)
    table.addnext(between)
    between.addnext(new)
    copy.loose.extend([words] if words else [])


def type_around(copy: Copy) -> None:
    """Type paragraphs before and after everything."""
    for place in (0, len(copy.body) - 1):
        words = f"Typed {copy.next_number()}"
        style = copy.rng.choice(["", "ReviewTitle", "ReviewNote", "ReviewLine"])
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        copy.body.insert(place, element(f"<w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p>"))
        copy.loose.append(words)


def change_fixed_words(copy: Copy) -> None:
    """Write into one of the writer's own paragraphs."""
    paragraphs = [
        p
        for p in copy.body.iter(W + "p")
        if (style := p.find(f"{W}pPr/{W}pStyle")) is not None
        and style.get(W + "val") in ("ReviewTitle", "ReviewLine", "ReviewSection", "ReviewHowTo")
        and not p.findall(f".//{W}ins")
    ]
    paragraph = copy.rng.choice(paragraphs)
    before = spaced("".join(t.text for t in paragraph.iter(W + "t")))
    words = f"no: {copy.next_number()}"
    run = f'<w:r><w:t xml:space="preserve"> {words}</w:t></w:r>'
    paragraph.append(element(copy.rng.choice([run, copy.change("ins", NAMES[0], run)])))
    copy.loose.append(f"{before} {words}")


def wrap(copy: Copy) -> None:
    """Put wrappers around rows, cells and blocks."""
    for id_ in copy.rng.sample(copy.free(), 4):
        outer, inner = copy.rng.choice(["row", "cell", "block"]), copy.rng.choice(["sdt", "customXml"])
        if outer == "cell" and copy.column_moves:
            continue
        if outer == "row":
            wrapped = copy.rows[id_]
        elif copy.cells[id_]["target"].getparent() is None:
            continue
        else:
            wrapped = (
                copy.cells[id_]["target"] if outer == "cell" else copy.cells[id_]["source"].find(W + "p")
            )
        if wrapped is None or wrapped.getparent() is None:
            continue
        content = '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent/></w:sdt>'
        holder = element(content if inner == "sdt" else '<w:customXml w:element="x"/>')
        wrapped.getparent().replace(wrapped, holder)
        (holder.find(W + "sdtContent") if inner == "sdt" else holder).append(wrapped)
        copy.busy.add(id_)


def nest(copy: Copy) -> None:
    """Put every table of units into a cell of a table around it."""
    tables = {
        id(t): t for i in copy.rows if (t := next(copy.rows[i].iterancestors(W + "tbl"), None)) is not None
    }
    for table in tables.values():
        if table.getparent() is copy.body:
            outer = element(
                "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"
            )
            table.getparent().replace(table, outer)
            cell = outer.find(f"{W}tr/{W}tc")
            cell.append(table)
            cell.append(element("<w:p/>"))


def cells_of(row: Any) -> list[Any]:
    return [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row]


def unit_tables(copy: Copy) -> list[Any]:
    tables = {
        id(t): t for row in copy.rows.values() if (t := next(row.iterancestors(W + "tbl"), None)) is not None
    }
    return list(tables.values())


def rows_of(table: Any) -> list[Any]:
    return [row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl")) is table]
