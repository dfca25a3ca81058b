"""Find glossary entries in Chinese text: longest first, no overlaps, never inside a longer word."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

from workflow.constrain import addresses, local_places, places
from workflow.constrain.bodies import Piece
from workflow.constrain.composed import compose
from workflow.constrain.derived import sources_of
from workflow.constrain.folding import Folded, fold
from workflow.constrain.glossary import Entry, Glossary
from workflow.constrain.hits import LARGER_PLACE, Hit, is_blocked, is_label, longest_first
from workflow.constrain.offices import other_orders, place_forms
from workflow.constrain.place_context import Place, is_foreign
from workflow.constrain.place_tokens import tokens
from workflow.units import Constraint

FIRST_WORD = re.compile(r"[^\W_]+")
# A river that has a name of its own in English lends it to no town: 红河 is the Red River, 红河州 Honghe.
FEATURES_ABROAD = (" River", " Sea", " Lake", " Mountains")
# Texts whose hits are kept: those of a bulletin.
MOST_LATEST = 512
# What is put together with its neighbours even where it does not bind by itself.
COMPOSING = frozenset({"position", "part", "masthead"})


class Matcher:
    """Find the entries of a glossary; building takes a pass over the entries, finding one over the text."""

    def __init__(self, glossary: Glossary) -> None:
        from ahocorasick import Automaton  # type: ignore[import-not-found,import-untyped,unused-ignore]

        self.glossary = glossary
        self._automaton = Automaton()
        for key, entry in sources_of(glossary):
            self._automaton.add_word(key, (len(key), entry))
        self._accepted: dict[Entry, tuple[str, ...]] = {}
        self._latest: dict[str, list[Hit]] = {}
        self._latest_entries: dict[str, list[Entry]] = {}
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
            replace(found, doubtful=True) if any(found.start <= at < found.end for at in origins) else found
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
        rows = self._latest_entries.get(folded.text)
        if rows is None:
            if len(self._latest_entries) >= MOST_LATEST:
                self._latest_entries.clear()
            found = [
                hit.entry
                for hit in self._chosen(folded)
                if hit.entry.kind != "masthead" or is_label(hit, folded.text)
            ]
            rows = [row for entry in found for row in self.glossary.entries.get(entry.key, (entry,))]
            self._latest_entries[folded.text] = rows
        return rows

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
            return hit.entry.status == "preferred" and is_label(hit, text)
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
            if hit.start >= start and not is_blocked(hit, text, self.glossary.blocks.get(entry.key, ())):
                yield hit


def _first_word(english: str) -> str:
    match = FIRST_WORD.match(english)
    return match[0] if match else ""


def _constraint(text: str, folded: Folded, piece: Piece) -> Constraint:
    start, end = folded.span(piece.start, piece.end)
    return Constraint(start, end, text[start:end], piece.targets, "term")
