"""Measure the checks without an engine: false findings, seeded errors found, time.

    .venv/bin/python benchmarks/checks.py false tests/pairs/finished.jsonl [--show CHECK]
    .venv/bin/python benchmarks/checks.py seeded tests/pairs/damaged.jsonl [--show KIND]
    .venv/bin/python benchmarks/checks.py time PAIRS.jsonl... [--entries 50000]

Pairs are used as a translation that a human has finished. `false`: their English is right, so every finding on it
is false. `seeded`: an error of benchmarks/damage.py counts as found where a finding names the damaged words (for
words that are gone: one that names what it misses) and does not stand on the undamaged twin. `time`: processor seconds for
1,000 sentences of CONSTRAIN, verification and CHECK, in one process, with the glossary padded to that many entries,
the sentences in bulletins of 20: real ones have 40 and more, and some of the work is done once for a bulletin.
"""

import argparse
import gc
import json
import re
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from workflow.checks import check
from workflow.constrain import Terms, constrain
from workflow.constrain import glossary as glossaries
from workflow.constrain.glossary import Entry, Glossary
from workflow.constrain.matcher import Matcher
from workflow.constrain.verify import verify
from workflow.findings import Finding
from workflow.units import State, Unit, unit_id
from workflow.workshop import collect_seldom

Pair = dict[str, Any]
# Sentences of a bulletin whose time is taken.
BULLETIN = 20


def open_terms(entries: int = 0) -> Terms:
    """Return the package's glossary with its matcher, padded with invented entries to a number of them."""
    collect_seldom()
    glossary = glossaries.load((glossaries.package_glossary(),))
    if entries:
        digits = str.maketrans("0123456789", "鳎鳐鳓鳔鳕鳗鳘鳙鳜鳝")
        names = (f"{number:05}".translate(digits) for number in range(entries - len(glossary.entries)))
        more = {name: (Entry(name, f"term {number}"),) for number, name in enumerate(names)}
        glossary = Glossary({**glossary.entries, **more}, glossary.blocks)
    terms = Terms(glossary, Matcher(glossary))
    gc.freeze()  # as workflow.workshop.open_terms does
    return terms


def read(paths: Iterable[Path]) -> list[Pair]:
    """Return the rows of JSON-lines files."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def found(pair: Pair, english: str, terms: Terms) -> tuple[Finding, ...]:
    """Return what the checks find in a pair with this English, one sentence being a bulletin of its own."""
    return check([translated(pair["zh"], english, terms)], terms)


def translated(zh: str, english: str, terms: Terms) -> Unit:
    """Return a pair as a unit that a human has translated."""
    (unit,) = bulletin([{"zh": zh, "en": english}], terms)
    return unit


def bulletin(pairs: Iterable[Pair], terms: Terms) -> list[Unit]:
    """Return pairs as the units of one bulletin that a human has translated."""
    units = [
        Unit(
            unit_id(row["zh"], 0),
            f"sections/0/paragraphs/0/{at}",
            row["zh"],
            row["en"],
            State.REVIEWED,
            "human",
        )
        for at, row in enumerate(pairs)
    ]
    return [
        replace(unit, constraints=verify(unit.constraints, unit.target, unit.source, human=True))
        for unit in constrain(units, terms)
    ]


def false_findings(pairs: list[Pair], terms: Terms, show: str) -> None:
    """Print the findings by check, and for 100 sentences."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        for finding in found(pair, pair["en"], terms):
            counts[finding.check] += 1
            if show in (finding.check, "all"):
                print(f"{finding.check}: {finding.text}\n    {pair['zh']}\n    {pair['en']}")
    for name, count in counts.most_common():
        print(f"{name:20}{count:6}")
    print(f"{counts.total()} in {len(pairs)} sentences: {counts.total() * 100 / len(pairs):.2f} per 100")


def seeded(rows: list[Pair], terms: Terms, show: str) -> None:
    """Print by kind of damage how many errors were found, and by which checks."""
    seen: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    by: dict[str, Counter[str]] = {}
    for row in rows:
        before = {(f.check, f.text) for f in found(row, row["en"], terms)}
        new = [f for f in found(row, row["damaged"], terms) if (f.check, f.text) not in before]
        naming = [f for f in new if (f.args if row.get("gone") else _names(f, " ".join(row["words"])))]
        seen[row["kind"]] += 1
        hit[row["kind"]] += bool(naming)
        by.setdefault(row["kind"], Counter()).update({f.check for f in naming})
        if show in (row["kind"], "all") and not naming:
            print(f"{row['kind']}: {row['words']}\n    {row['zh']}\n    {row['damaged']}")
    for kind in sorted(seen):
        print(f"{kind:24}{hit[kind]:4} of {seen[kind]:3}   {dict(by[kind].most_common(4))}")
    print(f"{hit.total()} of {seen.total()}: {hit.total() * 100 / seen.total():.1f} %")


def _names(finding: Finding, words: str) -> bool:
    """Tell whether a finding's quote, arguments or fix share a word (or a mark) with the damaged words."""
    told = " ".join((finding.quote, finding.fix, *(value for _name, value in finding.args)))
    return not _tokens(told).isdisjoint(_tokens(words))


def _tokens(text: str) -> set[str]:
    return set(re.findall(r"\w+|[^\w\s]", text.casefold())) or {text}


def timed(pairs: list[Pair], terms: Terms) -> None:
    """Print the seconds for 1,000 sentences in bulletins of 20, the second pass over other sentences than the first."""

    def run(rows: list[Pair]) -> None:
        for first in range(0, len(rows), BULLETIN):
            check(bulletin(rows[first : first + BULLETIN], terms), terms)

    half = len(pairs) // 2
    run(pairs[:half])
    start = time.process_time()
    run(pairs[half:])
    spent = time.process_time() - start
    print(
        f"{spent * 1000 / (len(pairs) - half):.2f} s for 1,000 sentences, {len(terms.glossary.entries)} entries"
    )


def main() -> None:
    """Run one of the three measurements."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("false", "seeded", "time"))
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--show", default="")
    parser.add_argument("--entries", type=int, default=0)
    given = parser.parse_args()
    terms, pairs = open_terms(given.entries), read(given.pairs)
    if given.what == "time":
        timed(pairs, terms)
    else:
        (false_findings if given.what == "false" else seeded)(pairs, terms, given.show)


if __name__ == "__main__":
    main()
