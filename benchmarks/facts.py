"""Count the facts of hand-made lists in built editions: found, kept, flagged, silently wrong.

    .venv/bin/python benchmarks/facts.py build tests/facts [--show]

The list NNN.tsv is compared with the edition whose folder begins with NNN, sample-STEM.tsv with that of STEM, and
corpus-N.tsv (facts by line) with the edition corpus/ of translate_pairs.py. A fact is found when a constraint
covers it in its unit; kept when one of its accepted forms stands in the English as printed, at a place that no
other fact has taken, at first or after the engine was asked again; flagged when it is not kept and a finding on
its unit, a warning or graver, names it; silently wrong otherwise. Rules of comparison: tests/facts/README.md.
"""

import argparse
import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from workflow import store
from workflow.clean.taiwan import PATTERN, WORDS
from workflow.constrain.english_patterns import places_of, squash
from workflow.edition import Edition
from workflow.findings import Severity
from workflow.render.view import view
from workflow.units import Constraint, Unit

PLACES = {
    "title": ("title",),
    "date": ("date",),
    "issue": ("issue",),
    "masthead": ("masthead/",),
    "speaker": ("speaker/",),
    "heading": ("heading",),
    "contact": ("contact/",),
    "about": ("about/",),
}
EXACT = {
    "person": "person",
    "date": "date",
    "quantity": "quantity",
    "ordinal": "quantity",
    "verbatim": "verbatim",
}
VERDICTS = ("kept at first", "kept after retries", "flagged", "silently wrong")
TOLD_ONCE = frozenset({"name-doubtful", "place-read", "title-unknown"})
RETRIED = frozenset({"named", "ranked", "split"})


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold one line of a list."""

    paragraph: str
    kind: str
    zh: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold what became of one fact."""

    fact: Fact
    unit: Unit | None
    found: bool
    verdict: str


def read(path: Path) -> list[Fact]:
    """Return the facts of a list."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Fact(
                r.get("paragraph") or f"lines/{r['line']}",
                r["kind"],
                r["zh"],
                tuple(f.strip() for f in r["en"].split(" | ")),
            )
            for r in rows
        ]


def squeeze(text: str) -> str:
    """Return a text as cleaning leaves it, without spaces, with one kind of dash, capitals aside."""
    mainland = PATTERN.sub(lambda word: WORDS[word[0]], text)
    return "".join(mainland.split()).replace("—", "-").replace("－", "-").casefold()


def units_of(edition: Edition, paragraph: str) -> list[Unit]:
    """Return the units in which a fact may stand."""
    if paragraph in PLACES:
        marks = PLACES[paragraph]
        return [u for u in edition.units if any(m in u.slot or u.slot == m for m in marks)]
    if paragraph.startswith("lines/"):
        return [u for u in edition.units if u.slot == paragraph]
    found: list[Unit] = []
    for number, section in enumerate(edition.bulletin.sections):
        for path, _type, text in section.paths():
            if squeeze(text).startswith(squeeze(paragraph)):
                found += edition.units_under(f"sections/{number}/{path}")
    return found


def judge(edition: Edition, facts: list[Fact]) -> list[Judged]:
    """Return what became of every fact, in order; within a unit longer names take their places first."""
    units = assign(edition, facts)
    used: dict[str, list[tuple[int, int]]] = {}
    results: dict[int, Judged] = {}
    for at, fact in sorted(enumerate(facts), key=lambda item: -max(map(len, item[1].forms))):
        unit = units[at]
        if unit is None:
            kept = _printed(edition, fact)
            results[at] = Judged(fact, None, found=kept, verdict=VERDICTS[0] if kept else VERDICTS[-1])
            continue
        taken = used.setdefault(unit.id, [])
        place = _place(fact, unit.printed, taken)
        needle = squeeze(fact.zh)
        over = [c for c in unit.constraints if needle in squeeze(c.source) or squeeze(c.source) in needle]
        if place:
            taken.append(place)
        missed = "flagged" if _flagged(edition, unit, fact) else "silently wrong"
        came = VERDICTS[any(c.way in RETRIED for c in over)]
        verdict = came if place or _printed(edition, fact) else missed
        results[at] = Judged(fact, unit, bool(over), verdict)
    return [results[at] for at in range(len(facts))]


def assign(edition: Edition, facts: list[Fact]) -> list[Unit | None]:
    """Return the unit of each fact: the lists stand in the order of the source, so the search goes forward."""
    cursors: dict[str, tuple[int, int]] = {}
    found: list[Unit | None] = []
    for fact in facts:
        units = units_of(edition, fact.paragraph)
        start, offset = cursors.get(fact.paragraph, (0, 0))
        hit = _forward(units, squeeze(fact.zh), start, offset)
        if hit:
            cursors[fact.paragraph] = hit
        else:  # the label of an about block, which is no unit, took the place of the name behind it
            hit = _forward(units, squeeze(fact.zh), 0, 0)
        found.append(units[hit[0]] if hit else None)
    return found


def _forward(units: list[Unit], needle: str, start: int, offset: int) -> tuple[int, int] | None:
    """Return (unit, end) of the next place of a text from (unit, offset) on."""
    for number in range(start, len(units)):
        at = squeeze(units[number].source).find(needle, offset if number == start else 0)
        if at >= 0:
            return number, at + len(needle)
    return None


def _flagged(edition: Edition, unit: Unit, fact: Fact) -> bool:
    """Tell whether a finding on the unit, a warning or graver, names the fact; what is told once a bulletin counts for all."""
    found = [
        f
        for f in edition.findings
        if f.severity >= Severity.WARNING and (f.unit == unit.id or f.check in TOLD_ONCE)
    ]
    named = [squeeze(text) for f in found for text in (f.quote, *(value for _key, value in f.args))]
    wanted = [squeeze(text) for text in (fact.zh, *fact.forms)]
    return any(one in name or name in one for name in named if name for one in wanted)


def _printed(edition: Edition, fact: Fact) -> bool:
    """Tell whether a fact outside the units stands in print: labels, the masthead's English, the about heading.

    A label is ours whatever characters and word the source has for it, so its English alone is compared; a year or
    number of the head that cleaning wrote in digits, likewise.
    """
    if fact.paragraph not in ("issue", "date", "masthead", "contact", "about"):
        return False
    shown = view(edition)
    if fact.paragraph in ("issue", "date"):
        head = getattr(shown, fact.paragraph)
        return head is not None and _place(fact, head.en, []) is not None
    labels = [shown.contact.heading, *(f.label for f in shown.contact.fields)] if shown.contact else []
    if fact.paragraph == "contact" and any(label.en in fact.forms for label in labels):
        return True
    texts = [shown.masthead, *([shown.about.heading] if shown.about else [])]
    pairs = [(squeeze(t.zh), t.en) for t in texts] + [(squeeze(shown.masthead.en), shown.masthead.en)]
    return any(squeeze(fact.zh) == zh and en in fact.forms for zh, en in pairs)


def _place(fact: Fact, english: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    forms = tuple(form for form in fact.forms if form != "?")
    kind = EXACT.get(fact.kind, "document" if fact.kind == "document" else "term")
    wanted = Constraint(0, 0, fact.zh, forms, kind)  # type: ignore[arg-type]  # the table's values are kinds
    places = places_of(wanted, english, squash(english))
    free = [p for p in places if not any(p[0] < b and a < p[1] for a, b in taken)]
    return max(free, key=lambda p: p[1] - p[0]) if free else None


def _folder(build: Path, stem: str) -> Path | None:
    """Return the folder of the edition that a list is about."""
    stem = "corpus" if stem.startswith("corpus-") else stem.removeprefix("sample-")
    return next((f for f in sorted(build.glob(f"{stem}*")) if f.is_dir()), None)


def main() -> None:
    """Print the table; with --show every fact that is not kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("build", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    total: Counter[tuple[str, str]] = Counter()
    kinds: Counter[str] = Counter()
    for path in sorted(given.facts.glob("*.tsv")):
        folder = _folder(given.build, path.stem)
        if folder is None:
            print(f"{path.stem}: not built")
            continue
        for one in judge(store.load(folder), read(path)):
            kinds[one.fact.kind] += 1
            total[one.fact.kind, one.verdict] += 1
            total[one.fact.kind, "found"] += one.found
            if given.show and one.verdict in VERDICTS[2:]:
                print(
                    f"{path.stem} {one.verdict:14} {one.fact.kind:12} {one.fact.zh} → {' | '.join(one.fact.forms)}"
                )
                print(f"      {one.unit.printed if one.unit else '(no unit)'}")
    print(f"{'kind':14}{'all':>6}{'found':>8}" + "".join(f"{v:>20}" for v in VERDICTS))
    for kind in sorted(kinds):
        print(
            f"{kind:14}{kinds[kind]:6}{total[kind, 'found']:8}"
            + "".join(f"{total[kind, v]:20}" for v in VERDICTS)
        )
    sums = {v: sum(total[k, v] for k in kinds) for v in ("found", *VERDICTS)}
    print(f"{'all':14}{kinds.total():6}{sums['found']:8}" + "".join(f"{sums[v]:20}" for v in VERDICTS))


if __name__ == "__main__":
    main()
