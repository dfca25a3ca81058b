"""Show how many of the worst sentences stand first in the order of doubt.

    .venv/bin/python benchmarks/translate_pairs.py PAIRS.jsonl OUT/pairs
    .venv/bin/python benchmarks/confidence.py PAIRS.jsonl OUT/pairs

The worst tenth is that with the lowest chrF (sacreBLEU, sentence by sentence) against the pair's English; a random
order would have 20 % of it in its first fifth.
"""

import argparse
import json
from pathlib import Path

import sacrebleu

from workflow import store
from workflow.units import Unit


def share_found(units: list[Unit], quality: dict[str, float]) -> float:
    """Return the share of the worst tenth by quality that stands in the first fifth by doubt."""
    worst = {u.id for u in sorted(units, key=lambda u: quality[u.id])[: max(1, len(units) // 10)]}
    doubt = sorted(units, key=lambda u: 1.0 if u.confidence is None else u.confidence)
    return sum(u.id in worst for u in doubt[: len(units) // 5]) / len(worst)


def main() -> None:
    """Print the share, and the mean chrF of each fifth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("edition", type=Path)
    given = parser.parse_args()
    references = [json.loads(line)["en"] for line in given.pairs.read_text(encoding="utf-8").splitlines()]
    units = list(store.load(given.edition).units)
    quality = {
        unit.id: sacrebleu.sentence_chrf(unit.target, [references[int(unit.slot.split("/")[1]) - 1]]).score
        for unit in units
    }
    print(f"worst tenth in the first fifth: {share_found(units, quality):.0%} of {len(units)} sentences")
    order = sorted(units, key=lambda u: 1.0 if u.confidence is None else u.confidence)
    size = len(order) // 5
    for fifth in range(5):
        part = order[fifth * size : (fifth + 1) * size]
        print(f"fifth {fifth + 1}: mean chrF {sum(quality[u.id] for u in part) / len(part):.1f}")


if __name__ == "__main__":
    main()
