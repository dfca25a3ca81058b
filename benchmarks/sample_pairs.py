"""Draw the pairs that measure constraints and checks, once, from the held-out part of the authored corpus.

    .venv/bin/python benchmarks/sample_pairs.py CORPUS tests/pairs

Held-out pairs in the order of the SHA-256 of their Chinese: the first 200 are listed.jsonl (their facts are
listed by hand in tests/facts/corpus.tsv), the next 200 finished.jsonl (used as a finished translation, where
every finding is false), the next 200 to-damage.jsonl (what benchmarks/damage.py damages). Nothing is tuned on them.
"""

import argparse
import json
from hashlib import sha256
from pathlib import Path

SIZE = 200
FILES = ("listed.jsonl", "finished.jsonl", "to-damage.jsonl")


def held_out(corpus: Path) -> list[dict[str, str]]:
    """Return the held-out pairs, each Chinese text once, in the order of its digest."""
    names = set((corpus / "heldout.txt").read_text(encoding="utf-8").splitlines())
    pairs: dict[str, dict[str, str]] = {}
    for path in sorted(corpus.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            if pair["zh"] in names:
                pairs.setdefault(pair["zh"], {"zh": pair["zh"], "en": pair["en"]})
    return sorted(pairs.values(), key=lambda pair: sha256(pair["zh"].encode()).hexdigest())


def main() -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    pairs = held_out(given.corpus)
    for number, name in enumerate(FILES):
        rows = pairs[number * SIZE : (number + 1) * SIZE]
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        (given.folder / name).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
