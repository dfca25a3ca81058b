"""Join a name with what stands right at it: 水利部国际合作司司长周军, 普利锋副厅长, Alison Jerkins博士.

One span cannot come apart: a model that copies names and offices one by one may swap them.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from workflow.constrain.alternatives import either
from workflow.constrain.composed import as_former, former
from workflow.constrain.surnames import COMMON_SURNAMES, RARE_SURNAMES, SURNAMES
from workflow.constrain.transcription import surname_in_pinyin
from workflow.units import Constraint

COURTESY = {
    "博士": ("Dr.", "Dr"),
    "先生": ("Mr.", "Mr"),
    "女士": ("Ms.", "Ms"),
    "教授": ("Professor", "Prof."),
    "院士": ("Academician",),
}
TITLE = re.compile("|".join(COURTESY))
# Behind a surname without a given name also these.
ALONE = {**COURTESY, "老师": ("Teacher", "Mr.", "Ms.", "Professor", "Mr", "Ms"), "总工": ("Chief Engineer",)}
_SURNAMES = "".join(sorted((COMMON_SURNAMES | SURNAMES - RARE_SURNAMES) - {"任"}))
SURNAME_WITH_TITLE = re.compile(
    f"(?:^|(?<=[，。；：、！？“（据由与和向对请跟的]))(?P<surname>[{_SURNAMES}])(?P<title>{'|'.join(ALONE)})"
)
# Ranks that stand behind a name alone, without their body: the first form is fed, any is right.
RANKS = {
    "主任": ("Director", "Director-General", "Head", "Chair"),
    "副主任": ("Deputy Director", "Deputy Director-General", "Deputy Head", "Vice Chair", "Vice Chairman"),
    "处长": ("Director", "Division Director", "Head", "Chief"),
    "副处长": ("Deputy Director", "Deputy Division Director", "Deputy Head", "Deputy Chief"),
    "局长": ("Director-General", "Director", "Head", "Chief"),
    "副局长": ("Deputy Director-General", "Deputy Director", "Deputy Head", "Deputy Chief"),
    "所长": ("Director", "Director-General", "Head"),
    "副所长": ("Deputy Director", "Deputy Director-General", "Deputy Head"),
    "站长": ("Director", "Head", "Chief", "Station Chief", "Station Head"),
    "副站长": ("Deputy Director", "Deputy Head", "Deputy Chief"),
    "会长": ("President", "Chairman", "Chair"),
    "副会长": ("Vice President", "Vice Chairman", "Vice Chair"),
    "院长": ("President", "Dean", "Director"),
    "副院长": ("Vice President", "Vice Dean", "Deputy Dean", "Deputy Director"),
}
# Of soldiers and of the police; Viet Nam's and Laos's are called after those of their own army.
RANKS |= {
    "大校": ("Senior Colonel",),
    "上校": ("Colonel", "Senior Lieutenant Colonel"),
    "中校": ("Lieutenant Colonel", "Lt. Col."),
    "少校": ("Major",),
    "大尉": ("Captain", "Senior Captain"),
    "上尉": ("Captain", "Senior Lieutenant"),
    "准将": ("Brigadier General",),
    "少将": ("Major General",),
    "中将": ("Lieutenant General",),
}
RANK = re.compile(either(RANKS))
MOST_NAMES, MOST_OFFICES = 2, 6
# An office begins a text, a clause or an item of a list; after other words its body stands before it, unknown.
BEFORE_AN_OFFICE = "、，；。：:（(和与由及以请“"
# Marks between two offices of one person; 原 and 前 say that the second is a former one.
BETWEEN_OFFICES = re.compile("(?:/|、|兼任?|和)(?P<former>前任|原任|时任|原|前)?")
MIDDLE_DOT = re.compile("[·•・]")
LATIN_NAME = re.compile(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)+")


def parted(name: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without the courtesy title behind it, and the English of the title: 素林博士 is 素林 and Dr."""
    title = next((word for word in COURTESY if name.endswith(word) and name != word), "")
    return name.removesuffix(title).rstrip(), COURTESY.get(title, ())


def surnames_with_title(text: str) -> Iterator[Constraint]:
    """Yield the surnames that a courtesy title alone stands behind, with it: 李教授 is Professor Li.

    They begin a clause, an item of a list or stand behind a word that leads up to a person; 任教授 may be a verb.
    """
    for match in SURNAME_WITH_TITLE.finditer(text):
        surname = surname_in_pinyin(match["surname"])
        forms = tuple(f"{word} {surname}" for word in ALONE[match["title"]])
        yield Constraint(match.start(), match.end(), match[0], forms, "person")


def join(
    text: str, constraints: Sequence[Constraint], positions: Collection[str] | None = ()
) -> tuple[Constraint, ...]:
    """Return the constraints in order, each name made one with a courtesy title, its offices or a rank at it.

    `positions` are the Chinese of the positions that the glossary knows: an office ends with one of them. With
    None only courtesy titles are joined. An office whose body stands before it unknown stays apart.
    """
    found = _with_courtesy(text, constraints)
    if positions is None:
        return tuple(found)
    joined: list[Constraint] = []
    for number, constraint in enumerate(found):
        before = joined[-1] if joined else None
        if before is not None and before.end == constraint.start:
            offices = _offices(text, joined, positions) if _is_name(constraint) else []
            if offices:
                del joined[-len(offices) :]
                joined.append(_together(text, offices, constraint))
                continue
            if _is_name(before) and constraint.kind == "term" and constraint.source in positions:
                joined[-1] = _with_rank(text, before, constraint.end, constraint.targets)
                continue
        rank = RANK.match(text, constraint.end)
        free = rank and not (number + 1 < len(found) and found[number + 1].start < rank.end())
        if rank and free and _is_name(constraint) and TITLE.search(constraint.source) is None:
            constraint = _with_rank(text, constraint, rank.end(), RANKS[rank[0]])
        joined.append(constraint)
    return tuple(joined)


def _offices(text: str, before: Sequence[Constraint], positions: Collection[str]) -> list[Constraint]:
    """Return the offices that lead up to a name, the last of `before` standing right at it; none where they are unsure.

    Another office of the same person may stand before it: 首席专家/原副主任李霞. In a list (、) it is that of somebody
    else unless the item is without a name, and then the person could be either's: nothing is joined.
    """
    offices: list[Constraint] = []
    for office in reversed(before):
        if office.kind != "term" or not office.source.endswith(tuple(positions)):
            break
        offices.insert(0, office)
        place = _head(text, office)
        if place == 0 or text[place - 1] in BEFORE_AN_OFFICE:
            previous = before[len(before) - len(offices) - 1] if len(offices) < len(before) else None
            mark = BETWEEN_OFFICES.fullmatch(text, previous.end, office.start) if previous else None
            if previous is None or mark is None or not _is_office(previous, positions):
                return offices
            if mark[0] == "和":
                return []
        elif text[place - 1] not in "/兼任":
            return []
    return []


def _head(text: str, office: Constraint) -> int:
    """Return where an office begins with its 原, 前 or 时任."""
    return office.start - len(former(text, office.start))


def _is_office(constraint: Constraint, positions: Collection[str]) -> bool:
    return constraint.kind == "term" and constraint.source.endswith(tuple(positions))


def _together(text: str, offices: Sequence[Constraint], name: Constraint) -> Constraint:
    """Return offices before a name and the name as one constraint."""
    titles = [_titles(text, office) for office in offices]
    start = _head(text, offices[0])
    if len(offices) == 1:
        return _with_forms(text, start, name.end, name, titles[0], fed_behind=True)
    rows = list(zip(*titles, strict=False))[:MOST_OFFICES]
    listed = [
        ", ".join(row[:-1]) + mark + row[-1] for row in rows for mark in (" and ", ", and ") if len(row) > 2
    ]
    forms = [*listed, *(joint.join(row) for row in rows for joint in (" and ", ", ", "/", ", and "))]
    forms += [" and ".join(reversed(row)) for row in rows]
    return _with_forms(text, start, name.end, name, forms, fed_behind=True)


def _titles(text: str, office: Constraint) -> tuple[str, ...]:
    word = former(text, office.start)
    if not word:
        return office.targets
    forms = as_former(word, office.targets)
    return (*forms, *(form[0].upper() + form[1:] for form in forms))


def _with_rank(text: str, name: Constraint, end: int, ranks: Sequence[str]) -> Constraint:
    """Return a name and the rank behind it as one constraint; the second man is Vice in China, Deputy abroad."""
    if name.doubtful or name.source.isascii() or MIDDLE_DOT.search(name.source):
        ranks = sorted(ranks, key=lambda rank: rank.startswith("Vice "))
    return _with_forms(text, name.start, end, name, ranks, fed_behind=False)


def with_title(text: str, span: tuple[int, int], name: Constraint, titles: Sequence[str]) -> Constraint:
    """Return a name and the title at it, from the start to the end of `span`, as one constraint: "Director Li Xia"."""
    return _with_forms(text, *span, name, titles, fed_behind=False)


def _with_forms(
    text: str, start: int, end: int, name: Constraint, titles: Sequence[str], fed_behind: bool
) -> Constraint:
    forms = [f"{name.target}, {titles[0]}" if fed_behind else f"{titles[0]} {name.target}"]
    for who in name.targets[:MOST_NAMES]:
        for what in titles[: MOST_OFFICES * (4 if fed_behind else 1)]:
            forms += [f"{who}, {what}", f"{what} {who}", f"{what}, {who}"]
            forms += [f"{who}, {article} {what}" for article in ("the", "a", "an")]
    return replace(name, start=start, end=end, source=text[start:end], targets=tuple(dict.fromkeys(forms)))


def _with_courtesy(text: str, constraints: Sequence[Constraint]) -> list[Constraint]:
    joined: list[Constraint] = []
    for constraint in constraints:
        if joined and constraint.start < joined[-1].end:
            continue
        title = TITLE.match(text, constraint.end)
        if title and _is_name(constraint):
            forms = [f"{word} {name}" for word in COURTESY[title[0]] for name in constraint.targets]
            source = text[constraint.start : title.end()]
            constraint = replace(constraint, end=title.end(), source=source, targets=tuple(forms))
        joined.append(constraint)
    return joined


def _is_name(constraint: Constraint) -> bool:
    latin = constraint.kind == "verbatim" and LATIN_NAME.fullmatch(constraint.target)
    return constraint.kind == "person" or bool(latin)
