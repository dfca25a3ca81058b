"""Ways in which an editor changes the English of a row: typed, tracked, hidden, broken."""

from collections.abc import Callable

from tests.review.word_copy import Copy, Segment

NAMES = ("Wang Fang", "李编辑", "J. O'Brien & Co")
WORDS = "the “new” draft’s river, about 30 percent; water & land of 2025 <as planned>".split()


def pick(copy: Copy) -> tuple[str, list[Segment]]:
    id_ = copy.rng.choice([i for i, e in copy.expected.items() if i not in copy.rendered and not e.missing])
    return id_, copy.expected[id_].segments


def cut(copy: Copy, segments: list[Segment]) -> tuple[int, int]:
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
    _id, segments = pick(copy)
    if not any(s.made or s.comment for s in segments):
        segments[:] = [
            Segment(_some_words(copy).replace(" ", copy.rng.choice([" ", "\u00a0", "\t", "\n", "  "])))
        ]


def insert(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    segments.insert(place, Segment(_some_words(copy) + " ", put_in=copy.rng.choice(NAMES)))


def strike(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    segments[place].struck = copy.rng.choice(NAMES)


def replace_words(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    segments[place].struck = author = copy.rng.choice(NAMES)
    segments.insert(place + 1, Segment(_some_words(copy), put_in=author))


def strike_an_insertion(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    segments.insert(place, Segment(_some_words(copy), put_in=NAMES[0], struck=NAMES[1]))


def move_words(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
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
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    put_in = copy.rng.choice(["", NAMES[0]])
    segments.insert(place, Segment("\n", put_in=put_in))


def put_in_characters(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    segments[place].text += copy.rng.choice(["\u2011long", "\u00ad", "\u00a0", "\t", "\n", "\u00a0\u00a0"])


def put_in_a_symbol(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    font, code, shown = copy.rng.choice(
        [("Symbol", "F0B0", "°"), ("Symbol", "F06D", "μ"), ("Wingdings", "F0E0", "→")]
    )
    made = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    segments.insert(place, Segment(shown, made=made))


def hide(copy: Copy) -> None:
    _id, segments = pick(copy)
    place, _n = cut(copy, segments)
    words = f"hidden {copy.next_number()}"
    made = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t> {words} </w:t></w:r>"
    segments.insert(place, Segment("", made=made))
    copy.loose.append(words)


def note_below(copy: Copy) -> None:
    """Put a text box into a row, in both of the forms that Word writes."""
    _id, segments = pick(copy)
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
    id_, segments = pick(copy)
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
