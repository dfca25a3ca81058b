"""Find glossary entries in Chinese text: longest first, no overlaps, never inside a longer word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from workflow.constrain import addresses, local_places, places
from workflow.constrain.bodies import Piece
from workflow.constrain.composed import compose
from workflow.constrain.folding import Folded, fold, is_han, is_word
from workflow.constrain.glossary import Entry, Glossary
from workflow.constrain.offices import COUNTRY_ADJECTIVES, deputies, other_orders, place_forms
from workflow.constrain.other_words import is_no_office
from workflow.constrain.place_context import Place, is_foreign
from workflow.constrain.place_tokens import tokens
from workflow.units import Constraint

# What may follow the last character of an entry without making it another word: 教育部 is none in 教育部门.
NOT_AFTER = {
    "部": frozenset("门长队位落分署"),
    "司": frozenset("长机法令"),
    "处": frozenset("长理于分置境所"),
    "局": frozenset("长部面势地限"),
    "院": frozenset("长士校落子"),
    "所": frozenset("长有以在"),
    "厅": frozenset("长局级堂"),
    "署": frozenset("长名"),
    "会": frozenset("长议员见谈晤场"),
    "馆": frozenset("长藏"),
    "社": frozenset("会区长团"),
    "站": frozenset("长点"),
    "市": frozenset("长场值民"),
    "省": frozenset("长级委"),
    "州": frozenset("长"),
    "县": frozenset("长城级域"),
    "校": frozenset("长园"),
    "国": frozenset("家"),
    "长": frozenset("期远度江"),
    "人": frozenset("员士才类们数"),
    "书": frozenset("处组"),
    "相": frozenset("府"),
    "东": frozenset("部"),
    "事": frozenset("件业务项实情"),
    "使": frozenset("用得命馆领"),
    "江": frozenset("面边"),
    "海": frozenset("岸域底洋水面"),
}
# Words that may follow such an ending all the same: 省长江流域 is two words, 省级 one.
NEW_WORDS = tuple("长江 长期 长三角 会议 地方 在在 有关 以及 使用 面向 家庭 家长 家用".split())
BODIES = frozenset({"organization", "place", "position"})
# 西宁省 and 重庆县 are other places than 西宁 and 重庆; 丹麦人 are Danes.
LARGER_PLACE = ("省", "府", "邦", "县", "州", "镇", "乡", "村", "人")
PEOPLE = ("人民", "人士", "人员", "人口", "人类", "人均", "州市", "乡村", "村镇", "县城")
LABELS = "：:"
# A country at the head of a longer name is that name's: 法国船级社 is Bureau Veritas.
LONGER_NAME = re.compile(
    r"(?!驻|外交|国家|政府|援)[\u4e00-\u9fff]{0,9}?(?:船级社|通讯社|电视台|电台|广播公司|公司|集团|商会|协会|学会|友好协会|基金会|指数|银行)"
)
FIRST_WORD = re.compile(r"[^\W_]+")
PARTICLES = re.compile("[的在与和及是将对由向从为等有]")
# A river that has a name of its own in English lends it to no town: 红河 is the Red River, 红河州 Honghe.
FEATURES_ABROAD = (" River", " Sea", " Lake", " Mountains")
# Texts whose hits are kept: those of a bulletin.
MOST_LATEST = 512
# What is put together with its neighbours even where it does not bind by itself.
COMPOSING = frozenset({"position", "part", "masthead"})


class Hit(NamedTuple):
    """Hold one entry found at start:end of the folded text."""

    start: int
    end: int
    entry: Entry


class Matcher:
    """Find the entries of a glossary; building takes a pass over the entries, finding one over the text."""

    def __init__(self, glossary: Glossary) -> None:
        from ahocorasick import Automaton  # type: ignore[import-not-found,import-untyped,unused-ignore]

        self.glossary = glossary
        self._automaton = Automaton()
        for key, entry in _keys(glossary):
            self._automaton.add_word(key, (len(key), entry))
        self._accepted: dict[Entry, tuple[str, ...]] = {}
        self._latest: dict[str, list[Hit]] = {}
        self._latest_places: dict[str, tuple[list[Piece], list[Place]]] = {}
        self.known: local_places.Names = {}
        self._empty = not len(self._automaton)
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[Constraint]:
        """Return the binding spans of a text in order: terms, and names and offices composed of them."""
        folded = fold(text)
        hits, located = self._located(folded)
        named, doubtful = self._named(folded.text, hits, located)
        return [
            replace(found, doubtful=any(found.start <= at < found.end for at in origins))
            for origins in ({folded.span(at, at + 1)[0] for at in doubtful},)
            for found in (_constraint(text, folded, piece) for piece in compose(folded.text, named))
        ]

    def knowing(self, known: local_places.Names) -> "Matcher":
        """Return the matcher for a bulletin whose places are known, over the same entries."""
        other = copy(self)
        other.known = known
        return other

    def unlisted(self, text: str) -> list[Place]:
        """Return the places of a text that no entry names, sure or not, with their offsets in the text."""
        folded = fold(text)
        found = self._located(folded)[1]
        spans = (folded.span(place.start, place.end) for place in found)
        return [
            replace(place, start=start, end=end) for place, (start, end) in zip(found, spans, strict=True)
        ]

    def _located(self, folded: Folded) -> tuple[list[Piece], list[Place]]:
        """Return the entries found in a text, and the places that they leave."""
        found = self._latest_places.get(folded.text)
        if found is None:
            if len(self._latest_places) >= MOST_LATEST:
                self._latest_places.clear()
            hits = [
                Piece(hit.start, hit.end, hit.entry.kind, self.accepted(hit.entry), binds)
                for hit, binds in self._pieces(folded)
            ]
            found = self._latest_places[folded.text] = hits, places.find(folded.text, hits, self.foreign)
        return found

    def _named(
        self, text: str, hits: Sequence[Piece], located: Sequence[Place]
    ) -> tuple[list[Piece], list[int]]:
        """Return the entries found with the places that no entry names, and where the doubtful ones begin."""
        found = [
            (place.start, place.end, local_places.known_as(place, self.known))
            for place in located
            if place.binds
        ]
        if any(zh in text for zh in self.known):
            found += local_places.mentions(text, tokens(text, hits, every=True), self.known)
        pieces, doubtful = list(hits), []
        taken: set[int] = set()
        for start, end, known in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
            span = range(start, end)
            if not taken.isdisjoint(span):
                continue
            taken.update(span)
            known = self.known.get(text[start:end], known)
            pieces = [one for one in pieces if one.end <= start or end <= one.start]
            pieces.append(Piece(start, end, "place", known.targets))
            doubtful += [start] * known.doubtful
        for whole in addresses.find(text, pieces):
            pieces = [one for one in pieces if one.end <= whole.start or whole.end <= one.start]
            pieces.append(whole)
        return sorted(pieces, key=lambda one: one.start), doubtful

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Return the places of the glossary whose English is no reading of their characters, with and without class."""
        found = {
            row.zh
            for row in self.glossary.of_kind("place")
            if not row.en.endswith(FEATURES_ABROAD) and is_foreign(row.zh, row.en)
        }
        return frozenset(found | {zh[:-1] for zh in found if len(zh) > 2 and zh.endswith(LARGER_PLACE)})

    def accepted(self, entry: Entry) -> tuple[str, ...]:
        """Return the English accepted for an entry, with the other forms that a body's or place's name has."""
        if entry not in self._accepted:
            self._accepted[entry] = self._forms(entry)
        return self._accepted[entry]

    def _forms(self, entry: Entry) -> tuple[str, ...]:
        targets = self.glossary.targets(entry)
        if entry.kind == "place":
            return tuple(dict.fromkeys((*targets, *place_forms(entry.key, targets[0]))))
        if entry.kind not in ("organization", "part"):
            return targets
        return tuple(
            dict.fromkeys((*targets, *(form for name in targets[:1] for form in other_orders(name))))
        )

    def suggest(self, text: str) -> list[tuple[Constraint, Entry]]:
        """Return the entries that are only suggested for a text, with their spans, in order."""
        folded = fold(text)
        hits = [hit for hit in self._chosen(folded) if not self._binds(hit, folded.text)]
        return [
            (
                _constraint(text, folded, Piece(hit.start, hit.end, hit.entry.kind, hit.entry.targets)),
                hit.entry,
            )
            for hit in hits
            if hit.entry.status != "forbidden" and hit.entry.kind != "part"
        ]

    def entries(self, text: str) -> list[Entry]:
        """Return the entries found in a text, binding or not, in order; what `avoided` is asked about."""
        folded = fold(text)
        found = [
            hit.entry
            for hit in self._chosen(folded)
            if hit.entry.kind != "masthead" or _is_label(hit, folded.text)
        ]
        return [row for entry in found for row in self.glossary.entries.get(entry.key, (entry,))]

    @cached_property
    def several(self) -> tuple[str, ...]:
        """Return the sources that have more than one row."""
        return tuple(key for key, rows in self.glossary.entries.items() if len(rows) > 1)

    @cached_property
    def chinese(self) -> dict[str, dict[str, list[str]]]:
        """Return the sources of each English in small letters, by the letters and figures it begins with."""
        found: dict[str, dict[str, list[str]]] = {}
        for rows in self.glossary.entries.values():
            for row in rows:
                english = row.en.lower()
                found.setdefault(_first_word(english), {}).setdefault(english, []).append(row.zh)
        return found

    def _pieces(self, folded: Folded) -> Iterator[tuple[Hit, bool]]:
        """Yield the hits and whether they bind; one that is only suggested gives way to binding ones in it."""
        for hit in self._chosen(folded):
            binds = self._binds(hit, folded.text)
            inner = [] if binds or hit.entry.kind in COMPOSING else self._inside(hit, folded)
            yield from ((one, True) for one in inner)
            if not inner:
                yield hit, binds

    def _inside(self, outer: Hit, folded: Folded) -> list[Hit]:
        """Return the binding hits within a suggested entry whose own English has theirs word for word."""
        english = outer.entry.en.lower()
        inner = [
            hit
            for hit in self._candidates(folded.text[: outer.end], outer.start)
            if hit.start >= outer.start
            and hit.end - hit.start < outer.end - outer.start
            and self._binds(hit, folded.text)
            and hit.entry.en.lower() in english
        ]
        return longest_first(inner)

    def _binds(self, hit: Hit, text: str) -> bool:
        if hit.entry.kind == "part":
            return False
        if hit.entry.kind == "masthead":
            return hit.entry.status == "preferred" and _is_label(hit, text)
        return hit.entry.status == "preferred"

    def _chosen(self, folded: Folded) -> list[Hit]:
        # The checks ask about the texts that were matched last, one check after the other.
        hits = self._latest.get(folded.text)
        if hits is None:
            if len(self._latest) >= MOST_LATEST:
                self._latest.clear()
            hits = self._latest[folded.text] = longest_first(self._candidates(folded.text, 0))
        return hits

    def _candidates(self, text: str, start: int) -> Iterator[Hit]:
        if self._empty:
            return
        for last, (length, entry) in self._automaton.iter(text, start):
            hit = Hit(last + 1 - length, last + 1, entry)
            if hit.start >= start and not self._blocked(hit, text):
                yield hit

    def _blocked(self, hit: Hit, text: str) -> bool:
        """Tell whether a match is part of a longer word, or a title in 《》, which is a document's."""
        before, after = text[max(0, hit.start - 12) : hit.start], text[hit.end : hit.end + 12]
        first, last = text[hit.start], text[hit.end - 1]
        if (is_word(first) and is_word(before[-1:] or " ")) or (is_word(last) and is_word(after[:1] or " ")):
            return True
        if before.endswith("《") and after.startswith("》"):
            return True
        if (
            hit.entry.kind in BODIES
            and after[:1] in NOT_AFTER.get(last, ())
            and not after.startswith(NEW_WORDS)
        ):
            return True
        if (
            hit.entry.kind == "position"
            and hit.entry.key.startswith("中心")
            and before
            and is_han(before[-1])
            and before[-1] not in "由和与及对"
        ):
            return True
        # 红河州州长: its own class said again is that of the office.
        larger = after.startswith(LARGER_PLACE) and not after.startswith(PEOPLE) and after[:1] != last
        if hit.entry.kind == "place" and larger:
            return True
        if hit.entry.kind == "place" and _heads_a_name(text, hit):
            return True
        if hit.entry.kind == "position" and is_no_office(hit.entry.key, before, after):
            return True
        return any(block.holds(before, after) for block in self.glossary.blocks.get(hit.entry.key, ()))


def longest_first(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits in order of place, a longer one taking the place of those it overlaps."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if hit.start in taken or hit.end - 1 in taken:
            continue
        taken.update(range(hit.start, hit.end))
        kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _keys(glossary: Glossary) -> Iterator[tuple[str, Entry]]:
    """Yield what to search for: each source, then the sources derived from them that are no entries themselves."""
    derived: dict[str, Entry] = {}
    for key, rows in glossary.entries.items():
        entry = next((row for row in rows if row.status == "preferred"), rows[0])
        yield key, entry
        for name, made in _derived(glossary, key, entry):
            derived.setdefault(name, made)
    yield from ((key, entry) for key, entry in derived.items() if key not in glossary.entries)


def _derived(glossary: Glossary, key: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """Yield a source without its quotes, the department of a ministry, the minister, the deputy of a position."""
    bare = key.replace('"', "")
    if bare != key and len(bare) > 3:
        yield bare, entry
    if entry.kind == "position" and key.endswith(("长", "主任")) and not key.startswith("副"):
        titles = deputies(entry.en)
        yield "副" + key, replace(entry, zh="副" + key, en=titles[0], en_short="", avoid=())
        yield key + "助理", replace(entry, zh=key + "助理", en=f"Assistant {entry.en}", en_short="", avoid=())
    if entry.kind != "organization" or entry.status != "preferred":
        return
    head, comma, parent = entry.en.rpartition(", ")
    for size in range(len(key) - 2, 1, -1) if comma else ():
        whole = glossary.preferred(key[:size])
        if whole is not None and whole.en == parent:
            yield key[size:], Entry(key[size:], head, kind="part")
            break
    if entry.en.startswith("Ministry of ") and key.endswith("部"):
        yield key + "长", Entry(key + "长", "Minister" + entry.en.removeprefix("Ministry"), kind="position")


def _first_word(english: str) -> str:
    match = FIRST_WORD.match(english)
    return match[0] if match else ""


def _heads_a_name(text: str, hit: Hit) -> bool:
    """Tell whether a country is the first word of a name that the glossary does not have."""
    if hit.entry.en not in COUNTRY_ADJECTIVES:
        return False
    match = LONGER_NAME.match(text, hit.end)
    return match is not None and not PARTICLES.search(match[0])


def _is_label(hit: Hit, text: str) -> bool:
    whole = text[: hit.start].strip() == "" and text[hit.end :].strip() == ""
    return whole or (text[: hit.start].strip() == "" and text[hit.end : hit.end + 1] in tuple(LABELS))


def _constraint(text: str, folded: Folded, piece: Piece) -> Constraint:
    start, end = folded.span(piece.start, piece.end)
    return Constraint(start, end, text[start:end], piece.targets, "term")
