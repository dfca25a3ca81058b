"""Training data: `python -m training.data --corpus FOLDER --general FOLDER --out FOLDER`.

Writes train.jsonl, and choose.jsonl and final.jsonl of the pairs that no adapter may see, with a table of what is in them.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from random import Random

from training.feeding import Example, Pair, constraints_of, example, some
from training.variants import officials, paragraphs, stretches, worn
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.units import HAN
from workflow.workshop import open_terms

HELD_OUT = "heldout.txt"
# Files whose lines follow one another as the sentences of a text.
RUNNING = frozenset({"sixty-bulletins.jsonl", "bulletins-2.jsonl", "expert-statements.jsonl"})
# General files and how many lines of each are mixed in: about 15 % of all.
GENERAL = {
    "news_commentary_10k": 1000,
    "sdg_un_goals": 350,
    "law_env": 350,
    "tico19_health": 300,
    "mlqe_pe_wiki": 250,
    "xquad_wiki": 200,
    "trends_earth_land": 200,
    "tatoeba_cmn_eng": 150,
    "law_general": 100,
    "todogroup_guides": 100,
}
GENERAL_TEST = "news_commentary_10k"
GENERAL_TEST_LINES = 200
RATIO = (0.9, 5.5)  # characters of English for one of Chinese
OFFICIALS, PARAGRAPHS, CONVERSATIONS, WORN = 300, 600, 900, 0.04
HAN_TEXT = re.compile(f"[{HAN}]")


def corpus(folder: Path) -> dict[str, list[Pair]]:
    """Return the authored pairs by file, in their order."""
    return {path.name: list(_pairs(path)) for path in sorted(folder.glob("*.jsonl"))}


def _pairs(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Pair(row["zh"], row["en"], tuple((zh, en) for zh, en in row["terms"]))


def held_out(folder: Path) -> frozenset[str]:
    """Return the Chinese of the pairs that no adapter may see."""
    return frozenset((folder / HELD_OUT).read_text(encoding="utf-8").splitlines())


def half(zh: str) -> str:
    """Return which half of the held-out pairs a sentence belongs to: `choose` or `final`."""
    return ("choose", "final")[sha256(zh.encode()).digest()[0] % 2]


def general(path: Path) -> list[Pair]:
    """Return the sound pairs of a tab-separated file: a likely length, Han in the Chinese and none in the English."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Pair(row[0], row[1]) for row in rows if len(row) >= 2 and _is_sound(row[0], row[1])]


def _is_sound(zh: str, en: str) -> bool:
    ratio = len(en) / max(1, len(zh))
    likely = 8 <= len(zh) <= 120 and RATIO[0] < ratio < RATIO[1]
    return likely and bool(HAN_TEXT.search(zh)) and not HAN_TEXT.search(en)


def general_test(folder: Path) -> list[Pair]:
    """Return the general pairs that are kept for measuring: those of the smallest hashes."""
    pairs = general(folder / f"{GENERAL_TEST}.tsv")
    return sorted(pairs, key=lambda pair: sha256(pair.zh.encode()).digest())[:GENERAL_TEST_LINES]


def training_pairs(
    files: dict[str, list[Pair]], held: frozenset[str], random: Random
) -> tuple[list[Pair], list[list[Pair]]]:
    """Return the authored pairs that may be trained on and further ones made of them, and conversations of them."""
    answers = {pair.en for pairs in files.values() for pair in pairs if pair.zh in held}
    allowed = {
        name: [pair for pair in pairs if pair.zh not in held and pair.en not in answers]
        for name, pairs in files.items()
    }
    pairs = [pair for kept in allowed.values() for pair in kept]
    runs = [run for name in sorted(RUNNING & set(files)) for run in _runs(files[name], set(allowed[name]))]
    further = [*officials(pairs, OFFICIALS, random), *paragraphs(runs, PARAGRAPHS, random)]
    alone = [worn(p, random) if random.random() < WORN else p for p in pairs] + further
    return alone, list(stretches(runs, CONVERSATIONS, random))


def _runs(pairs: Iterable[Pair], allowed: set[Pair]) -> Iterator[list[Pair]]:
    """Yield the stretches of neighbouring pairs that may all be trained on."""
    run: list[Pair] = []
    for pair in pairs:
        if pair in allowed:
            run.append(pair)
        else:
            yield run
            run = []
    yield run


def general_pairs(folder: Path, random: Random) -> list[Pair]:
    """Return the general pairs that are mixed in, none of them kept for measuring."""
    kept = set(general_test(folder))
    chosen = []
    for name, count in GENERAL.items():
        pairs = [pair for pair in general(folder / f"{name}.tsv") if pair not in kept]
        chosen += random.sample(pairs, min(count, len(pairs)))
    return chosen


def training_example(pair: Pair, terms: Terms, seed: int) -> Example:
    """Return the example of a pair; its draws depend on the seed and the pair alone."""
    random = Random(f"{seed} {pair.zh}")
    own = random.random() < 0.5
    return example(pair, some(constraints_of(pair, terms, own=own), random))


def conversation(pairs: Sequence[Pair], terms: Terms, seed: int) -> Example:
    """Return the example of the last pair, those before it as turns that are asked and answered."""
    *before, last = (training_example(pair, terms, seed) for pair in pairs)
    fed = tuple(span for one in (*before, last) for span in one.fed)
    return replace(last, fed=fed, before=tuple((one.src, one.tgt) for one in before))


def write(path: Path, examples: Iterable[Example]) -> list[Example]:
    """Write examples, one JSON object a line, and return them."""
    rows = list(examples)
    text = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    return rows


def main(arguments: list[str] | None = None) -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(prog="training.data", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--general", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    terms, random = open_terms(Settings()), Random(options.seed)
    files, held = corpus(options.corpus), held_out(options.corpus)
    pairs, talks = training_pairs(files, held, random)
    pairs += general_pairs(options.general, random) if options.general else []
    runs = [*([pair] for pair in pairs), *talks]
    random.shuffle(runs)
    _tell("train", write(options.out / "train.jsonl", (conversation(r, terms, options.seed) for r in runs)))
    for name in ("choose", "final"):
        unseen = [p for kept in files.values() for p in kept if p.zh in held and half(p.zh) == name]
        examples = (example(p, constraints_of(p, terms, own=True)) for p in unseen)
        _tell(name, write(options.out / f"{name}.jsonl", examples))


def _tell(name: str, rows: list[Example]) -> None:
    fed = [row for row in rows if row.fed]
    share = 100 * len(fed) / max(1, len(rows))
    spans = sum(len(row.fed) for row in rows)
    print(f"{name}: {len(rows)} examples, {share:.0f} % with English in the source, {spans} spans")


if __name__ == "__main__":
    main()
