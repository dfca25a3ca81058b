"""Ways in which an editor writes comments, answers them, and chooses states."""

from tests.review.word_copy import DATE, W14, W15, Copy, W, element, spaced
from tests.review.word_ways_text import NAMES, cut, pick
from workflow.units import State

NOTES = ("Please check.", "请核对", "is this right?", "see page 3")
STATES = {
    State.DRAFT: ("草稿 Draft", "Draft", "草稿", "draft"),
    State.NEEDS_WORK: ("需修改 Needs work", "needs-work", "需修改", "Needs work"),
    State.REVIEWED: ("已审 Reviewed", "reviewed", "已审", "REVIEWED", "已审 "),
}


def comment(copy: Copy) -> None:
    """Comment on words of the English, with or without a reply, resolved or not."""
    id_, segments = pick(copy)
    place, _n = cut(copy, segments)
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
    id_, _segments = pick(copy)
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
