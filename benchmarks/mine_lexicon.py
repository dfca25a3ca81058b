"""Mine the word list of the coverage checks from a corpus of right pairs.

    .venv/bin/python benchmarks/mine_lexicon.py ../shared/corpus > workflow/checks/data/lexicon.tsv

Pairs of heldout.txt, where the folder has one, are left out. A row is a Chinese word of two to four characters, its
cost (see checks/words.py) and the English stems that between them stand in nearly all of the word's sentences. A
word is kept where that share is high, where the stems are seldom there by chance, and where it says more than the
shorter words inside it.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Any

from workflow.checks.words import stems

RUN = re.compile("[\u4e00-\u9fff]+")
EDGE = frozenset("的了在是和与及对从把被将向以其这那就也都还又而或之着过到于为所则且各每该由等并让使给")
LEAST_SENTENCES = 5
LEAST_COST = 1.2
# A stem stands for a word where it is this many times as frequent beside it as elsewhere, and in so many sentences.
LEAST_LIFT = 5.0
MOST_STEMS = 8
MOST_BESIDE = 0.6
MOST_BY_CHANCE = 0.2
MOST_WORDS = 5900

Pair = dict[str, Any]
Mined = tuple[float, tuple[str, ...]]


def read(corpus: Path) -> Iterator[Pair]:
    """Yield the pairs that are not held out, each Chinese text once."""
    held = corpus / "heldout.txt"
    seen = set(held.read_text(encoding="utf-8").splitlines()) if held.exists() else set()
    for path in sorted(corpus.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            if pair["zh"] not in seen:
                seen.add(pair["zh"])
                yield pair


def grams(chinese: str) -> set[str]:
    """Return the runs of two to four characters that can be words."""
    return {
        run[i : i + n]
        for run in RUN.findall(chinese)
        for n in (2, 3, 4)
        for i in range(len(run) - n + 1)
        if run[i] not in EDGE and run[i + n - 1] not in EDGE
    }


def is_fragment(gram: str, texts: list[str]) -> bool:
    """Tell whether a run of characters is mostly a part of one longer word: the same character stands beside it."""
    for beside in (
        Counter(text[at - 1 : at] for text in texts if (at := text.find(gram)) >= 0),
        Counter(text[at : at + 1] for text in texts if (at := text.find(gram) + len(gram)) >= len(gram)),
    ):
        char, count = beside.most_common(1)[0]
        if RUN.fullmatch(char) and char not in EDGE and count > MOST_BESIDE * len(texts):
            return True
    return False


def english(sentences: list[frozenset[str]], everywhere: Counter[str], total: int) -> Mined | None:
    """Return the cost and stems of a word that stands in these sentences, or None where it has no sure English."""
    chosen: list[str] = []
    left, chance = sentences, 0.0
    while left and len(chosen) < MOST_STEMS:
        counts = Counter(stem for sentence in left for stem in sentence)
        usual = [
            (count, stem)
            for stem, count in counts.items()
            if count > 1 and count * total >= LEAST_LIFT * everywhere[stem] * len(left)
        ]
        if not usual:
            break
        _count, stem = max(usual, key=lambda item: (item[0] * log(total / everywhere[item[1]]), item[1]))
        chosen.append(stem)
        chance += everywhere[stem] / total
        left = [sentence for sentence in left if stem not in sentence]
    # Each further stem fits the sentences at hand better than others: it is paid for with half a miss.
    cost = -log((len(left) + 0.5 * len(chosen)) / (len(sentences) + 1)) if chosen else 0.0
    return (cost, tuple(chosen)) if cost >= LEAST_COST and chance <= MOST_BY_CHANCE else None


def split_cost(word: str, kept: dict[str, Mined]) -> float:
    """Return what the kept words inside a word cost together."""
    best = [0.0] * (len(word) + 1)
    for end in range(1, len(word) + 1):
        inner = [best[i] + kept[word[i:end]][0] for i in range(end) if word[i:end] in kept]
        best[end] = max(best[end - 1], *inner, 0.0)
    return best[-1]


def mine(pairs: list[tuple[str, frozenset[str]]]) -> dict[str, Mined]:
    """Return the words with their cost and stems, the surest of each length first."""
    everywhere = Counter(stem for _zh, sentence in pairs for stem in sentence)
    places: dict[str, list[int]] = {}
    for number, (zh, _sentence) in enumerate(pairs):
        for gram in grams(zh):
            places.setdefault(gram, []).append(number)
    frequent = {gram: where for gram, where in places.items() if len(where) >= LEAST_SENTENCES}
    kept: dict[str, Mined] = {}
    for gram in sorted(frequent, key=lambda gram: (len(gram), gram)):
        if is_fragment(gram, [pairs[i][0] for i in frequent[gram]]):
            continue
        found = english([pairs[i][1] for i in frequent[gram]], everywhere, len(pairs))
        if found and found[0] > split_cost(gram, kept):
            kept[gram] = found
    worth = sorted(kept, key=lambda gram: (-kept[gram][0] * log(len(frequent[gram])), gram))[:MOST_WORDS]
    return {gram: kept[gram] for gram in sorted(worth)}


def main() -> None:
    """Print the word list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    pairs = [(pair["zh"], stems(pair["en"])) for pair in read(parser.parse_args().corpus)]
    found = mine(pairs)
    print("# mined by: .venv/bin/python benchmarks/mine_lexicon.py ../shared/corpus; do not edit by hand")
    print("# word, cost, stems")
    for word, (cost, english_stems) in found.items():
        print(f"{word}\t{cost:.1f}\t{' '.join(english_stems)}")
    print(f"{len(found)} words of {len(pairs)} pairs", file=sys.stderr)


if __name__ == "__main__":
    main()
