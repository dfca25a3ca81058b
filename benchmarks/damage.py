"""Damage the English of finished translations in known ways, to measure how many seeded errors the checks find.

    .venv/bin/python benchmarks/damage.py tests/pairs/to-damage.jsonl > tests/pairs/damaged.jsonl

Input: JSON lines {zh, en}. Output, a line for each pair: `line` (of the input, from 1), `kind` (a key of DAMAGES),
`zh`, `en`, `damaged`, `words` (a list: the damaged words as they stand in `damaged`), and `gone`: true where the
words are those of `en` that are left out. Each pair gets one damage; the kinds are spread as evenly as the pairs
allow; every choice depends on the SHA-256 of the Chinese, so that the same input gives the same output. The damages
were written before the checks were tuned, and know nothing of them. Numbers of each kind go to standard error.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.damage_facts import FACTS
from benchmarks.damage_pair import Edit, Pair
from benchmarks.damage_wording import WORDING

Row = dict[str, object]
DAMAGES = {**FACTS, **WORDING}


def choose(pair: Pair, kind: str) -> Edit | None:
    """Return one of the edits that a kind offers for a pair, the same at every run; None where it offers none."""
    edits = DAMAGES[kind](pair)
    return edits[pair.seed(kind) % len(edits)] if edits else None


def touched(damaged: str, start: int, end: int) -> str:
    """Return what stands from start to end with the rest of the words that it touches."""
    left = re.search(r"\S*$", damaged[:start])
    right = re.match(r"\S*", damaged[end:])
    text = (left[0] if left else "") + damaged[start:end] + (right[0] if right else "")
    return text.strip().strip('",;:().') if re.search(r"\w", damaged[start:end]) else text.strip()


def row(line: int, kind: str, pair: Pair, edit: Edit) -> Row:
    """Return the line of the output for one damage."""
    damaged = pair.en[: edit.start] + edit.new + pair.en[edit.end :]
    words = edit.words or (touched(damaged, edit.start, edit.start + len(edit.new)),)
    made: Row = {"line": line, "kind": kind, "zh": pair.zh, "en": pair.en, "damaged": damaged, "words": words}
    return made | {"gone": True} if edit.gone else made


def spread(offers: Sequence[set[str]]) -> list[str]:
    """Return a kind for each pair: the least filled kind takes the pair with the fewest other offers, rare kinds first.

    Raises:
        ValueError: a pair offers no kind.
    """
    bare = [number for number, offer in enumerate(offers, 1) if not offer]
    if bare:
        raise ValueError(f"no damage fits the pairs in lines {bare}: take them out of the input")
    supply = Counter(kind for offer in offers for kind in offer)
    filled = Counter[str]()
    given: dict[int, str] = {}
    while len(given) < len(offers):
        free = [number for number in range(len(offers)) if number not in given]
        wanted = {kind for number in free for kind in offers[number]}
        kind = min(wanted, key=lambda kind: (filled[kind], supply[kind], kind))
        taken = min((n for n in free if kind in offers[n]), key=lambda n: (len(offers[n]), n))
        given[taken] = kind
        filled[kind] += 1
    return [given[number] for number in range(len(offers))]


def damage(pairs: Sequence[Pair]) -> list[Row]:
    """Return one damaged row for each pair."""
    chosen = [{kind: edit for kind in DAMAGES if (edit := choose(pair, kind))} for pair in pairs]
    kinds = spread([set(edits) for edits in chosen])
    return [
        row(line, kind, pair, edits[kind])
        for line, (kind, pair, edits) in enumerate(zip(kinds, pairs, chosen, strict=True), 1)
    ]


def read(path: Path) -> list[Pair]:
    """Return the pairs of a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Pair(pair["zh"], pair["en"]) for pair in map(json.loads, lines)]


def written(rows: Sequence[Row]) -> str:
    """Return the rows as JSON lines."""
    return "".join(json.dumps(made, ensure_ascii=False) + "\n" for made in rows)


def main() -> None:
    """Print the damaged rows, and the numbers of each kind to standard error."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    rows = damage(read(parser.parse_args().pairs))
    sys.stdout.write(written(rows))
    counts = Counter(str(made["kind"]) for made in rows)
    for kind in DAMAGES:
        print(f"{kind:26}{counts[kind]:4}", file=sys.stderr)


if __name__ == "__main__":
    main()
