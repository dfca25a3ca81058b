"""Read a pair: the glossary terms, persons and figures that stand in both of its languages."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from benchmarks.damage_words import MONTHS, PINYIN, SURNAMES

GLOSSARY = Path(__file__).resolve().parent.parent / "glossary"
HAN = "[\u4e00-\u9fff]"
GIVEN = re.compile(rf"{PINYIN}(?:'?{PINYIN})?", re.IGNORECASE)
# Words that are no content when it is asked whether two things stand in one list, so that their order says nothing.
EMPTY = set(
    "a an and as at by for from in its of on or the to was were with along together well met both".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one row of the glossary."""

    zh: str
    en: str
    kind: str
    avoid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Hold an entry and its place in the English: characters start to end."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold one way to damage: `new` in place of the English from start to end.

    `words` are the damaged words where they are not the new text and what it touches; `gone` says that they
    are words of the undamaged English.
    """

    start: int
    end: int
    new: str
    words: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold a Chinese sentence and its finished English."""

    zh: str
    en: str

    def seed(self, salt: str) -> int:
        """Return a number that depends on the Chinese and the salt only."""
        return int(sha256(f"{salt}\n{self.zh}".encode()).hexdigest(), 16)

    def finds(self, pattern: str) -> list[re.Match[str]]:
        """Return the matches in the English."""
        return list(re.finditer(pattern, self.en))

    def says(self, pattern: str) -> bool:
        """Tell whether the Chinese has the pattern."""
        return re.search(pattern, self.zh) is not None


@cache
def entries() -> tuple[Entry, ...]:
    """Return the glossary, the labels of the masthead and the blocking words left out."""
    found = []
    for path in sorted(GLOSSARY.glob("*.csv")):
        if path.stem in ("blocking", "masthead"):
            continue
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                avoid = tuple(form for form in row["avoid"].split("|") if form)
                found.append(Entry(row["zh"], row["en"], row["kind"] or "term", avoid))
    return tuple(found)


@cache
def by_zh() -> dict[str, tuple[Entry, ...]]:
    """Return the entries of each Chinese term."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries():
        found[entry.zh] = (*found.get(entry.zh, ()), entry)
    return found


@cache
def place_names() -> frozenset[str]:
    """Return the English of the places."""
    return frozenset(entry.en for entry in entries() if entry.kind == "place")


@cache
def words(text: str) -> frozenset[str]:
    """Return the words of an English text in small letters."""
    return frozenset(re.findall(r"\w+", text.lower()))


@cache
def known_words() -> frozenset[str]:
    """Return the words of the glossary's English that are no part of a person's name."""
    return frozenset().union(*(words(entry.en) for entry in entries() if entry.kind != "person"))


@cache
def terms(pair: Pair) -> tuple[Term, ...]:
    """Return the longest entries of the Chinese whose English stands in the English, once and apart."""
    found: list[Term] = []
    place = 0
    while place < len(pair.zh):
        size = next((n for n in range(30, 1, -1) if pair.zh[place : place + n] in by_zh()), 0)
        for entry in by_zh().get(pair.zh[place : place + size], ()) if size else ():
            hits = pair.finds(rf"(?i)(?<![\w-]){re.escape(entry.en)}(?![\w-])")
            if len(hits) == 1:
                found.append(Term(entry, *hits[0].span()))
        place += max(size, 1)
    found.sort(key=lambda term: (term.start, -term.end))
    return tuple(t for t in found if not any(o.start <= t.start and t.end <= o.end and o != t for o in found))


def chinese_names(pair: Pair) -> Iterator[re.Match[str]]:
    """Find a surname and a given name in pinyin whose surname is followed by Han in the Chinese."""
    surname = "|".join(SURNAMES)
    for match in pair.finds(
        rf"\b({surname}) ([A-Z][a-z']+)\b(?! (?:Province|River|County|City|Lake|Mountain))"
    ):
        written = pair.says(f"[{SURNAMES[match[1]]}]{HAN}")
        if written and GIVEN.fullmatch(match[2]) and not {match[0], match[2]} & place_names():
            yield match


def foreign_names(pair: Pair) -> Iterator[re.Match[str]]:
    """Find two capitalised words that the glossary does not have, where the Chinese has a middle dot."""
    if pair.says(f"{HAN}·{HAN}"):
        word = r"[A-Z][a-zà-ÿ]+(?:-[A-Za-z]+)?"
        for match in pair.finds(rf"(?:^|(?<=[a-z,;] ))({word}) ({word})(?=,|\.| [a-z])"):
            if not known_words() & words(match[0]):
                yield match


def persons(pair: Pair) -> list[re.Match[str]]:
    """Return the persons of the English, in its order."""
    spans = {match.span(): match for match in (*foreign_names(pair), *chinese_names(pair))}
    return [spans[span] for span in sorted(spans)]


def figures(pair: Pair) -> list[re.Match[str]]:
    """Return the figures of the English that are no part of a code, a year, or a day of a month."""
    no_day = "".join(rf"(?<!{month} )" for month in MONTHS)
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    found = pair.finds(
        rf"{no_day}(?<![\w.,/@#-])(?<!No\. )(?<![A-Z] )(?:US\$|RMB )?({number})(?![\w/@-]|\.\w|,\d)"
    )
    return [match for match in found if not re.fullmatch(r"(?:1[89]|20)\d\d", match[1])]


def swapped(pair: Pair, spans: Sequence[tuple[int, int]]) -> list[Edit]:
    """Return the exchanges of two spans with content between them, so that their order matters."""
    edits = []
    for (a, b), (c, d) in pairwise(sorted(spans)):
        first, between, second = pair.en[a:b], pair.en[b:c], pair.en[c:d]
        content = [word for word in re.findall(r"\b[a-z]+", between) if word not in EMPTY]
        if b < c and first != second and len(content) > 1 and not between.startswith(" and "):
            edits.append(Edit(a, d, second + between + first, (second, first)))
    return edits


def replaced(pair: Pair, pattern: str, new: Callable[[re.Match[str]], str]) -> list[Edit]:
    """Return an edit for each match whose new text differs."""
    return [Edit(*m.span(), new(m)) for m in pair.finds(pattern) if new(m) != m[0]]


def like(model: str, text: str) -> str:
    """Return the text with the capitals of the model, of all words or of the first; a name keeps its own."""
    if text != text.lower():
        return text
    if " " in model and all(word[0].isupper() for word in model.split()):
        return " ".join(word[0].upper() + word[1:] for word in text.split())
    return text[0].upper() + text[1:] if model[0].isupper() else text
