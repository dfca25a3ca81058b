"""Ways in which an editor merges and splits rows and cells."""

from tests.review.word_copy import Copy, Segment, W, element


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
