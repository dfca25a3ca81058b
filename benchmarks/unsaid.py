"""Measure the checks on machine English against references: what they find of wrong terms, and on right English.

    .venv/bin/python benchmarks/unsaid.py right PAIRS.jsonl [--show CHECK]
    .venv/bin/python benchmarks/unsaid.py wrong PAIRS.jsonl OUT/pairs [--show CHECK]

`right`: the English of the pairs is used as if an engine had written it, so every finding is false. `wrong`: the edition
was made from the pairs by translate_pairs.py; a term of a pair's "terms" whose English is not in the edition's is wrong,
and counts as told where a finding of its unit, a warning or graver, names it. Findings are counted apart for the checks
on machine English alone and for the others. The word lists should be mined without the pairs: --lists names a
folder that has words.tsv, terms.tsv and lexicon.tsv.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.checks import Pair, open_terms, read
from benchmarks.facts import squeeze
from workflow import store
from workflow.checks import check, unlisted, unsaid, wordbook, words
from workflow.constrain import Terms, constrain
from workflow.constrain.english_patterns import places_of, squash
from workflow.constrain.glossary import Glossary
from workflow.constrain.verify import verify
from workflow.findings import Finding, Severity
from workflow.units import Constraint, State, Unit, unit_id

MACHINE = frozenset(one.id for one in (*unsaid.CHECKS, *unlisted.CHECKS))
MARKS = "《》“”"


def machine(pair: Pair, terms: Terms) -> Unit:
    """Return a pair as a unit that an engine has translated."""
    unit = Unit(
        unit_id(pair["zh"], 0),
        "sections/0/paragraphs/0/0",
        pair["zh"],
        pair["en"],
        State.DRAFT,
        "engine:none",
    )
    (found,) = constrain([unit], terms)
    return replace(found, constraints=verify(found.constraints, found.target, found.source))


def right(pairs: list[Pair], terms: Terms, show: str) -> None:
    """Print the findings on right English by check, for 100 sentences."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        findings = check([machine(pair, terms)], terms)
        counts.update(f.check for f in findings)
        _show(findings, show, pair["zh"], pair["en"])
    _print(counts, len(pairs))


def wrong(pairs: list[Pair], folder: Path, terms: Terms, show: str) -> None:
    """Print how many wrong terms are told, with and without the checks on machine English, and the findings by check."""
    units = {unit.slot: unit for unit in store.load(folder).units}
    counts: Counter[str] = Counter()
    lost = before = after = 0
    for number, pair in enumerate(pairs, 1):
        unit = units[f"lines/{number}"]
        findings = check([unit], terms)
        counts.update(f.check for f in findings)
        _show(findings, show, pair["zh"], unit.target)
        for term in wrong_terms(pair, unit, terms.glossary):
            lost += 1
            before += names(term, (f for f in findings if f.check not in MACHINE))
            after += names(term, findings)
    print(f"{lost} wrong terms, {before} told without the checks on machine English, {after} with them")
    _print(counts, len(pairs))


def wrong_terms(pair: Pair, unit: Unit, glossary: Glossary) -> Iterable[Constraint]:
    """Yield the terms of a pair that stand in the unit's English in no form of the pair or the glossary."""
    taken: list[tuple[int, int]] = []
    for marked, english in sorted(pair.get("terms", ()), key=lambda term: -len(term[1])):
        zh = marked.strip(MARKS)
        rows = glossary.entries.get(zh, ())
        term = Constraint(0, 0, zh, (english, *(form for row in rows for form in row.targets)), "term")
        places = places_of(term, unit.printed, squash(unit.printed))
        free = [place for place in places if not any(place[0] < b and a < place[1] for a, b in taken)]
        if free:
            taken.append(max(free, key=lambda place: place[1] - place[0]))
        else:
            yield term


def names(term: Constraint, findings: Iterable[Finding]) -> bool:
    """Tell whether a finding, a warning or graver, names a term or a part of it."""
    told = [
        squeeze(text)
        for f in findings
        if f.severity >= Severity.WARNING
        for text in (f.quote, *(value for _key, value in f.args))
    ]
    wanted = [squeeze(term.source), squeeze(term.target)]
    return any(one in text or text in one for text in told if text for one in wanted)


def _show(findings: Iterable[Finding], show: str, zh: str, english: str) -> None:
    for finding in findings:
        if show in (finding.check, "all"):
            print(f"{finding.check}: {finding.text}\n    {zh}\n    {english}")


def _print(counts: Counter[str], sentences: int) -> None:
    for name, count in counts.most_common():
        print(f"{name:20}{count * 100 / sentences:7.2f}{'  machine' if name in MACHINE else ''}")
    ours = sum(count for name, count in counts.items() if name in MACHINE)
    print(f"{ours * 100 / sentences:7.2f} for 100 of {sentences} sentences on machine English")
    print(f"{(counts.total() - ours) * 100 / sentences:7.2f} of the other checks")


def main() -> None:
    """Run one of the two measurements."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("right", "wrong"))
    parser.add_argument("pairs", type=Path)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--lists", type=Path)
    parser.add_argument("--show", default="")
    given = parser.parse_args()
    if given.lists:
        words.LEXICON = given.lists / "lexicon.tsv"
        wordbook.WORDS, wordbook.TERMS = given.lists / "words.tsv", given.lists / "terms.tsv"
    terms, pairs = open_terms(), read([given.pairs])
    if given.what == "right":
        right(pairs, terms, given.show)
    elif given.folder:
        wrong(pairs, given.folder, terms, given.show)
    else:
        parser.error("wrong needs the folder of the edition")


if __name__ == "__main__":
    main()
