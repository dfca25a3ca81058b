"""Measure `bulletin memory align` on pairs whose sentences were merged, split and left out: precision and recall.

    .venv/bin/python benchmarks/align.py ../shared/corpus/sixty-bulletins.jsonl --without ../shared/corpus/heldout.txt

The pairs of a file are cut into editions of SENTENCES; a tenth of the sentences (--share) are, by lot, merged with
their neighbour on one side, split in the English, or left out on one side. A pair counts as right where the Chinese
sentence and the whole of its English, and nothing else, were put together; a line of the corpus that is two sentences
makes two pairs, which count as wrong. The word list of the checks was mined
from the corpus: --no-words measures without it.
"""

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow import aligning
from workflow.config import Settings
from workflow.workshop import open_terms

SENTENCES = 60
CLAUSE = re.compile(r"(?<=[a-z]{3}), (?=[a-z]+ [a-z]+)")


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold the lines of both sides and the pairs that are right."""

    zh: list[str]
    en: list[str]
    right: set[tuple[str, str]]
    ways: Counter[str]


def main() -> int:
    """Print what was paired, and how much of it is right."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--without", type=Path, help="Chinese sentences to leave out, one a line")
    parser.add_argument("--share", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-words", action="store_true", help="without the mined word list")
    parser.add_argument("--show", type=int, default=0, help="print so many wrong pairs")
    given = parser.parse_args()
    if given.no_words:
        aligning.words = lambda _text: ()
    terms = open_terms(Settings())
    chance = random.Random(given.seed)  # noqa: S311 - seeded noise
    ways: Counter[str] = Counter()
    found = right = possible = parts = 0
    reasons: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for edition in editions(given.pairs, given.without, given.share, chance):
            zh, en = Path(folder, "zh.txt"), Path(folder, "en.txt")
            zh.write_text("\n\n".join(edition.zh), encoding="utf-8")
            en.write_text("\n\n".join(edition.en), encoding="utf-8")
            done = aligning.align(zh, en, terms, "benchmark")
            pairs = {(entry.source, entry.target) for entry in done.entries}
            ways += edition.ways
            found, right, possible = (
                found + len(pairs),
                right + len(pairs & edition.right),
                possible + len(edition.right),
            )
            parts += sum(_is_part(pair, edition.right) for pair in pairs - edition.right)
            reasons.update(doubt.reason for doubt in done.doubtful)
            for source, target in sorted(pairs - edition.right)[: given.show]:
                print(f"wrong: {source}\n       {target}")
                given.show -= 1
    print("changed:", dict(ways), "left out:", dict(reasons))
    print(
        f"{found} pairs, {right} right of {possible} possible; {parts} of the others are a part of a right pair"
    )
    print(f"precision {right / max(1, found):.4f}  recall {right / max(1, possible):.4f}")
    return 0


def _is_part(pair: tuple[str, str], right: set[tuple[str, str]]) -> bool:
    """Tell whether both sides of a pair are parts of a right one: the sentences of a line of two."""
    return any(pair[0] in zh and pair[0] != zh and pair[1] in en and pair[1] != en for zh, en in right)


def editions(
    paths: Sequence[Path], without: Path | None, share: float, chance: random.Random
) -> Iterable[Edition]:
    """Yield the editions of the files, damaged."""
    left_out = set(without.read_text(encoding="utf-8").splitlines()) if without else set()
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        pairs = [(row["zh"], row["en"]) for row in rows if row["zh"] not in left_out]
        for start in range(0, len(pairs), SENTENCES):
            yield damaged(pairs[start : start + SENTENCES], share, chance)


def damaged(pairs: Sequence[tuple[str, str]], share: float, chance: random.Random) -> Edition:
    """Return an edition of pairs, a share of its sentences merged, split or missing."""
    edition = Edition([], [], set(), Counter())
    waiting = list(pairs)
    while waiting:
        zh, en = waiting.pop(0)
        way = chance.choice(("merged zh", "merged en", "split", "missing zh", "missing en"))
        if chance.random() >= share:
            way = "as it was"
        if way.startswith("merged") and waiting and zh.endswith("。") and en.endswith("."):
            next_zh, next_en = waiting.pop(0)
            if way == "merged zh":
                zh, en = zh[:-1] + "，" + next_zh, f"{en} {next_en}"
                edition.zh.append(zh)
                edition.en.append(en)
                edition.right.add((zh, en))
            else:
                edition.zh.extend((zh, next_zh))
                edition.en.append(f"{en[:-1]}; {next_en}")
        elif way == "split" and (cut := CLAUSE.search(en, len(en) // 3)):
            rest = en[cut.end() :]
            en = f"{en[: cut.start()]}. {rest[0].upper()}{rest[1:]}"
            edition.zh.append(zh)
            edition.en.append(en)
            edition.right.add((zh, en))
        elif way == "missing zh":
            edition.en.append(en)
        elif way == "missing en":
            edition.zh.append(zh)
        else:
            way = "as it was"
            edition.zh.append(zh)
            edition.en.append(en)
            edition.right.add((zh, en))
        edition.ways[way] += 1
    return edition


if __name__ == "__main__":
    sys.exit(main())
