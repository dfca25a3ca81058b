"""The ways of editing a review file: each changes a copy at random and says what must come back."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from tests.review.word_copy import DATE, W14, W15, Copy, Segment, W, element, parsed, spaced
from workflow.units import State

NAMES = ("Wang Fang", "李编辑", "J. O'Brien & Co")
FEWEST_ROWS = 6  # a way on rows needs so many that no other way holds
WORDS = "the “new” draft’s river, about 30 percent; water & land of 2025 <as planned>".split()
NOTES = ("Please check.", "请核对", "is this right?", "see page 3")
STATES = {
    State.DRAFT: ("草稿 Draft", "Draft", "草稿", "draft"),
    State.NEEDS_WORK: ("需修改 Needs work", "needs-work", "需修改", "Needs work"),
    State.REVIEWED: ("已审 Reviewed", "reviewed", "已审", "REVIEWED", "已审 "),
}


# --- the English ----------------------------------------------------------------------------------------


def _pick(copy: Copy) -> tuple[str, list[Segment]]:
    id_ = copy.rng.choice([i for i, e in copy.expected.items() if i not in copy.rendered and not e.missing])
    return id_, copy.expected[id_].segments


def _cut(copy: Copy, segments: list[Segment]) -> tuple[int, int]:
    """Cut a plain segment in three at spaces, and return the place of the middle one and how many there are."""
    plain = [
        n
        for n, s in enumerate(segments)
        if not (s.put_in or s.struck or s.made or s.comment) and s.text.strip()
    ]
    if not plain:
        segments.append(Segment(" more words"))
        plain = [len(segments) - 1]
    place = copy.rng.choice(plain)
    words = segments[place].text.split(" ")
    first = copy.rng.choice([n for n, word in enumerate(words) if word])
    last = copy.rng.randint(first + 1, len(words))
    before = "".join(f"{w} " for w in words[:first])
    middle = " ".join(words[first:last])
    after = "".join(f" {w}" for w in words[last:])
    parts = [Segment(text) for text in (before, middle, after) if text]
    segments[place : place + 1] = parts
    return place + bool(before), len(parts)


def _some_words(copy: Copy) -> str:
    return " ".join(copy.rng.sample(WORDS, copy.rng.randint(1, 4)))


def retype(copy: Copy) -> None:
    _id, segments = _pick(copy)
    if not any(s.made or s.comment for s in segments):
        segments[:] = [
            Segment(_some_words(copy).replace(" ", copy.rng.choice([" ", "\u00a0", "\t", "\n", "  "])))
        ]


def insert(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    segments.insert(place, Segment(_some_words(copy) + " ", put_in=copy.rng.choice(NAMES)))


def strike(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    segments[place].struck = copy.rng.choice(NAMES)


def replace_words(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    segments[place].struck = author = copy.rng.choice(NAMES)
    segments.insert(place + 1, Segment(_some_words(copy), put_in=author))


def strike_an_insertion(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    segments.insert(place, Segment(_some_words(copy), put_in=NAMES[0], struck=NAMES[1]))


def move_words(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    moved = segments[place].text
    author = copy.rng.choice(NAMES)
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format(
        moved.replace("&", "&amp;").replace("<", "&lt;")
    )
    start = f'<w:moveFromRangeStart w:id="{copy.next_number()}" w:name="move1"/>'
    old = start + copy.change("moveFrom", author, run)
    new = copy.change("moveTo", author, f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{run}')
    segments[place] = Segment(moved, struck=author, made=old, whole=True)
    segments.append(Segment(f" {moved}", put_in=author, made=new, whole=True))


def break_line(copy: Copy) -> None:
    """End a paragraph inside the English, tracked or not, in place of a space or beside one."""
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    put_in = copy.rng.choice(["", NAMES[0]])
    segments.insert(place, Segment("\n", put_in=put_in))


def put_in_characters(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    segments[place].text += copy.rng.choice(["\u2011long", "\u00ad", "\u00a0", "\t", "\n", "\u00a0\u00a0"])


def put_in_a_symbol(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    font, code, shown = copy.rng.choice(
        [("Symbol", "F0B0", "°"), ("Symbol", "F06D", "μ"), ("Wingdings", "F0E0", "→")]
    )
    made = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    segments.insert(place, Segment(shown, made=made))


def hide(copy: Copy) -> None:
    _id, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    words = f"hidden {copy.next_number()}"
    made = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t> {words} </w:t></w:r>"
    segments.insert(place, Segment("", made=made))
    copy.loose.append(words)


def note_below(copy: Copy) -> None:
    """Put a text box into a row, in both of the forms that Word writes."""
    _id, segments = _pick(copy)
    words = f"boxed {copy.next_number()}"
    inner = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    made = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    segments.append(Segment("", made=made))
    copy.loose.append(words)


def empty(copy: Copy) -> None:
    """Take all words out of a row that is as it was written."""
    id_, segments = _pick(copy)
    if segments == [Segment(copy.expected[id_].unit.target)]:
        segments[:] = copy.rng.choice([[Segment("")], [Segment(segments[0].text, struck=NAMES[0])]])


TEXT_WAYS: tuple[Callable[[Copy], None], ...] = (
    retype,
    insert,
    strike,
    replace_words,
    strike_an_insertion,
    move_words,
    break_line,
    put_in_characters,
    put_in_a_symbol,
    hide,
    note_below,
    empty,
)


# --- comments and states ----------------------------------------------------------------------------------


def comment(copy: Copy) -> None:
    """Comment on words of the English, with or without a reply, resolved or not."""
    id_, segments = _pick(copy)
    place, _n = _cut(copy, segments)
    resolved, answered = copy.rng.random() < 0.3, copy.rng.random() < 0.4
    author, text = copy.rng.choice(NAMES), copy.rng.choice(NOTES)
    key = _add_comment(copy, author, text, resolved=resolved)
    segments[place].comment = key
    replies: tuple[tuple[str, str], ...] = ()
    if answered:
        _add_comment(copy, NAMES[1], "Yes.", parent=key)
        replies = ((NAMES[1], "Yes."),)
    copy.expected[id_].said.append((author, text, segments[place], "target", resolved, replies))


def comment_on_chinese(copy: Copy) -> None:
    id_, _segments = _pick(copy)
    paragraph = copy.cells[id_]["source"].find(W + "p")
    key = _add_comment(copy, NAMES[0], "源文有误？", resolved=False)
    paragraph.insert(1, element(f'<w:commentRangeStart w:id="{key}"/>'))
    paragraph.append(element(f'<w:commentRangeEnd w:id="{key}"/>'))
    paragraph.append(element(f'<w:r><w:commentReference w:id="{key}"/></w:r>'))
    quote = spaced(copy.expected[id_].unit.source)
    copy.expected[id_].said.append((NAMES[0], "源文有误？", quote, "source", False, ()))


def comment_on_title(copy: Copy) -> None:
    key = _add_comment(copy, NAMES[2], "Which issue?", resolved=False)
    title = next(p for p in copy.body.iter(W + "p") if p.find(f"{W}pPr/{W}pStyle") is not None)
    title.append(element(f'<w:r><w:commentReference w:id="{key}"/></w:r>'))
    copy.elsewhere.append((NAMES[2], "Which issue?", "", "target", False, ()))


def _add_comment(copy: Copy, author: str, text: str, *, resolved: bool = False, parent: str = "") -> str:
    key, paragraph = str(copy.next_number()), f"{copy.next_number():08X}"
    escaped = author.replace("&", "&amp;")
    copy.comments.append(
        element(
            f'<w:comment w:id="{key}" w:author="{escaped}" w:date="{DATE}"><w:p w14:paraId="{paragraph}">'
            f"<w:r><w:annotationRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        )
    )
    thread = copy.threads.makeelement(W15 + "commentEx", {W15 + "paraId": paragraph})
    thread.set(W15 + "done", str(int(resolved)))
    if parent:
        own = next(c for c in copy.comments if c.get(W + "id") == parent)
        thread.set(W15 + "paraIdParent", own.find(W + "p").get(W14 + "paraId"))
    copy.threads.append(thread)
    return key


def resolve(copy: Copy) -> None:
    """Mark comments of ours as resolved."""
    for thread in copy.threads:
        number = copy.rng.random()
        own = next(
            (
                c
                for c in copy.comments
                if c.findall(W + "p")[-1].get(W14 + "paraId") == thread.get(W15 + "paraId")
            ),
            None,
        )
        if number < 0.5 and own is not None and own.get(W + "author") == "bulletin":
            thread.set(W15 + "done", "1")
            text = "\n".join("".join(t.text for t in p.iter(W + "t")) for p in own.iter(W + "p"))
            for listed in (copy.elsewhere, *(e.said for e in copy.expected.values())):
                for place, said in enumerate(listed):
                    if said[:2] == ("bulletin", text):
                        listed[place] = (*said[:4], True, said[5])


def set_states(copy: Copy) -> None:
    for id_ in copy.rng.sample(list(copy.rows), 8):
        state = copy.rng.choice(list(STATES))
        shown = copy.rng.choice(STATES[state])
        cell = copy.cells[id_]["state"]
        control = cell.find(f".//{W}sdt")
        if control is None:
            continue
        content = control.find(W + "sdtContent")
        for run in list(content):
            content.remove(run)
        content.append(element(f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>'))
        if copy.rng.random() < 0.3:  # the control is gone, the words were typed
            paragraph = control.getparent()
            paragraph.replace(control, element(f"<w:r><w:t>{shown}</w:t></w:r>"))
        copy.expected[id_].state = state


# --- rows and tables --------------------------------------------------------------------------------------


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


def merge_english(copy: Copy) -> None:
    """Merge the English cells of two rows, as Word does: all text in the first, the second goes on."""
    for one, other in copy.neighbours()[:1]:
        _merge(copy, one, other, ("target",))
        _join(copy, one, other)


def merge_everything(copy: Copy) -> None:
    for one, other in copy.neighbours()[-1:]:
        _merge(copy, one, other, ROLES_ALL)
        _join(copy, one, other)
        copy.expected[other].state = None
        copy.expected[one].state = None
        copy.expected[other].no_source = True


def merge_ids(copy: Copy) -> None:
    """Merge the id cells of two rows only: the Chinese beside them tells which is which."""
    pairs = copy.neighbours()
    for one, other in pairs[len(pairs) // 2 :][:1]:
        _merge(copy, one, other, ("id",))
        copy.expected[one].unsure = copy.expected[other].unsure = True  # a file without digests cannot tell


ROLES_ALL = ("id", "source", "target", "state")


def _join(copy: Copy, one: str, other: str) -> None:
    first, second = copy.expected[one], copy.expected[other]
    first.trouble = second.trouble = True
    first.segments = [*first.segments, Segment("\n"), *second.segments]
    first.said.extend(second.said)
    second.segments, second.said = [], []


def _merge(copy: Copy, one: str, other: str, roles: tuple[str, ...]) -> None:
    copy.render()
    copy.rendered.update((one, other))
    copy.busy.update((one, other))
    for role in roles:
        top, bottom = copy.cells[one][role], copy.cells[other][role]
        top.extend(bottom.findall(W + "p"))
        bottom.append(element("<w:p/>"))
        top.find(W + "tcPr").append(element('<w:vMerge w:val="restart"/>'))
        bottom.find(W + "tcPr").append(element("<w:vMerge/>"))


def merge_across(copy: Copy) -> None:
    """Merge cells of one row: Chinese and English, English and state, or id and Chinese."""
    id_ = copy.rng.choice(copy.free())
    copy.busy.add(id_)
    copy.render()
    copy.rendered.add(id_)
    left, right = copy.rng.choice([("source", "target"), ("target", "state"), ("id", "source")])
    first, second = copy.cells[id_][left], copy.cells[id_][right]
    if first.getparent() is None or first.getparent() is not second.getparent():
        return
    if copy.rng.random() < 0.5:
        first.find(W + "tcPr").append(element('<w:gridSpan w:val="2"/>'))
        first.extend(second.findall(W + "p"))
        second.getparent().remove(second)
    else:
        first.find(W + "tcPr").append(element('<w:hMerge w:val="restart"/>'))
        second.find(W + "tcPr").append(element("<w:hMerge/>"))
    copy.cells[id_][right] = first
    copy.expected[id_].unsure = (left, right) == ("source", "target")


def split_row(copy: Copy) -> None:
    """Split the English cell of a row in two, one above the other."""
    id_ = copy.rng.choice(copy.free())
    copy.busy.add(id_)
    copy.render()
    copy.rendered.add(id_)
    row = copy.rows[id_]
    words = f"Below the line {copy.next_number()}."
    cells = "".join(
        f"<w:tc><w:tcPr/><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
        if role == "target"
        else "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        for role in ROLES_ALL
    )
    if any(copy.cells[id_][role].getparent() is not row for role in ROLES_ALL):
        return
    for role in ROLES_ALL:
        if role != "target":
            copy.cells[id_][role].find(W + "tcPr").append(element('<w:vMerge w:val="restart"/>'))
    row.addnext(element(f"<w:tr>{cells}</w:tr>"))
    copy.expected[id_].segments.extend((Segment("\n"), Segment(words)))


# In the order in which they can follow each other.
ROW_WAYS: tuple[Callable[[Copy], None], ...] = (
    change_fixed_words,
    sort_rows,
    move_rows,
    delete_rows,
    strike_rows,
    move_a_row_tracked,
    add_rows,
    copy_a_row,
    split_table,
    split_table,
    type_around,
    wrap,
    merge_english,
    merge_everything,
    merge_ids,
    merge_across,
    split_row,
)


# --- columns and the habits of programs -------------------------------------------------------------------


def _cells_of(row: Any) -> list[Any]:
    return [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row]


def _unit_tables(copy: Copy) -> list[Any]:
    tables = {
        id(t): t for row in copy.rows.values() if (t := next(row.iterancestors(W + "tbl"), None)) is not None
    }
    return list(tables.values())


def _rows_of(table: Any) -> list[Any]:
    return [row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl")) is table]


def add_column(copy: Copy) -> None:
    """Add a column of notes at the right of the English, with Word's habit of copying the look of its neighbour."""
    by_row = {id(row): i for i, row in copy.rows.items()}
    for table in _unit_tables(copy):
        for row in _rows_of(table):
            cells = _cells_of(row)
            if len(cells) != 4:
                continue
            id_ = by_row.get(id(row))
            there = id_ and row.find(f"{W}trPr/{W}del") is None
            words = f"note {copy.next_number()}" if there and copy.rng.random() < 0.2 else ""
            look = copy.rng.choice(["", '<w:pPr><w:pStyle w:val="ReviewEn"/></w:pPr>'])
            cells[2].addnext(element(f"<w:tc><w:tcPr/><w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"))
            copy.loose.extend([words] if words else [])


def swap_columns(copy: Copy) -> None:
    """Put the English before the Chinese."""
    for table in _unit_tables(copy):
        for row in _rows_of(table):
            cells = _cells_of(row)
            if len(cells) == 4:
                parent = cells[1].getparent()
                if parent is cells[2].getparent() and cells[1].getnext() is cells[2]:
                    cells[2].addnext(cells[1])


def remove_ids(copy: Copy) -> None:
    _remove(copy, 0)


def remove_chinese(copy: Copy) -> None:
    _remove(copy, 1)
    for expected in copy.expected.values():
        expected.no_source = True
        moved = [s for s in expected.said if s[3] == "source"]
        expected.said = [s for s in expected.said if s[3] != "source"]
        copy.elsewhere.extend((*s[:2], "", "target", *s[4:]) for s in moved)


def remove_states(copy: Copy) -> None:
    _remove(copy, 3)
    for expected in copy.expected.values():
        expected.state = None


def _remove(copy: Copy, place: int) -> None:
    for table in _unit_tables(copy):
        for row in _rows_of(table):
            cells = _cells_of(row)
            if len(cells) == 4:
                cells[place].getparent().remove(cells[place])


COLUMN_WAYS: tuple[Callable[[Copy], None], ...] = (
    add_column,
    swap_columns,
    remove_ids,
    remove_chinese,
    remove_states,
)
# What cannot stand beside a way on columns: no word processor leaves the rows of a table unaligned.
NOT_BESIDE: dict[Callable[[Copy], None], tuple[Callable[[Copy], None], ...]] = {
    add_column: (merge_across,),
    swap_columns: (merge_across,),
    remove_ids: (merge_across,),
    remove_chinese: (merge_across, merge_ids, merge_everything, add_rows),
    remove_states: (merge_across,),
}


def drop_tags(copy: Copy) -> None:
    """Save as WPS and LibreOffice 7 do: the controls stay, their tags are gone."""
    for tag in list(copy.document.iter(W + "tag")):
        tag.getparent().remove(tag)


def drop_controls(copy: Copy) -> None:
    """Save as Google Docs does: the text of the controls stays."""
    for control in list(copy.document.iter(W + "sdt")):
        parent = control.getparent()
        for inner in control.find(W + "sdtContent"):
            control.addprevious(inner)
        parent.remove(control)


def drop_bookmarks(copy: Copy) -> None:
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(copy.document.iter(W + name)):
            mark.getparent().remove(mark)


def rename_styles(copy: Copy) -> None:
    """Number the styles as WPS does; their names stay."""
    styles = parsed(copy.parts["word/styles.xml"])
    numbers = {style.get(W + "styleId"): str(n) for n, style in enumerate(styles.iter(W + "style"), start=5)}
    for tree, names in ((styles, ("style",)), (copy.document, ())):
        for name in names:
            for style in tree.iter(W + name):
                style.set(W + "styleId", numbers[style.get(W + "styleId")])
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn"):
            for used in tree.iter(W + name):
                used.set(W + "val", numbers.get(used.get(W + "val"), used.get(W + "val")))
    copy.parts["word/styles.xml"] = etree.tostring(styles)


def drop_properties(copy: Copy) -> None:
    copy.parts.pop("docProps/custom.xml")


HABITS: tuple[Callable[[Copy], None], ...] = (
    drop_tags,
    drop_controls,
    drop_bookmarks,
    rename_styles,
    drop_properties,
)


def edited(copy: Copy) -> list[str]:
    """Edit a copy in several of the ways at random; return their names."""
    rng = copy.rng
    column = rng.choice([None, None, *COLUMN_WAYS])
    copy.column_moves = column is not None
    rows = [way for way in ROW_WAYS if column is None or way not in NOT_BESIDE[column]]
    chosen = [rng.choice((*TEXT_WAYS, comment)) for _ in range(rng.randint(4, 20))]
    chosen += [
        way for way in (comment_on_chinese, comment_on_title, resolve, set_states) if rng.random() < 0.5
    ]
    chosen += [way for way in rows if rng.random() < 0.3]
    chosen += [nest] if rng.random() < 0.1 else []
    chosen += [column] if column is not None else []
    # Without the id column the controls say which row is which.
    habits = [way for way in HABITS if column is not remove_ids or way not in (drop_tags, drop_controls)]
    chosen += [way for way in habits if rng.random() < 0.3]
    for way in chosen:
        if way not in ROW_WAYS or len(copy.free()) > FEWEST_ROWS:
            way(copy)
    return [way.__name__ for way in chosen]
