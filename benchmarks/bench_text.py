"""Text to measure with: the samples, and bulletins put together from lines of the authored corpus."""

import json
from collections.abc import Iterator
from pathlib import Path

from workflow.clean import clean
from workflow.config import Settings
from workflow.constrain import constrain
from workflow.constrain.inject import inject
from workflow.fill import direct
from workflow.readers import read
from workflow.segment import segment
from workflow.structure import parse
from workflow.units import State
from workflow.workshop import open_terms

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
CORPUS = ROOT / "training" / "corpus"
# Files whose lines follow one another as in a bulletin.
RUNNING = ("sixty-bulletins", "bulletins-2", "expert-statements", "field-stories", "meetings", "ecology")
SENTENCES, IN_PARAGRAPH = 30, 3
HEAD = "东岭流域合作中心\nEastern Ridge Basin Cooperation Center\n\n简报\n\n2024年 第{number}期\n\n2024年{month}月{day}日\n\n"


def corpus_lines() -> Iterator[str]:
    """Yield the Chinese of the running files that ends as a sentence does and is not held out."""
    held_out = set((CORPUS / "heldout.txt").read_text(encoding="utf-8").splitlines())
    for name in RUNNING:
        for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            chinese = json.loads(line)["zh"]
            if chinese not in held_out and chinese.endswith(("。", "！", "？")):
                yield chinese


def write_bulletins(count: int, folder: Path) -> list[Path]:
    """Write bulletins of some thirty sentences each and return their paths."""
    lines = corpus_lines()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number in range(1, count + 1):
        sentences = [next(lines) for _n in range(SENTENCES)]
        parts = [
            "".join(sentences[start : start + IN_PARAGRAPH]) for start in range(0, SENTENCES, IN_PARAGRAPH)
        ]
        head = HEAD.format(number=number, month=1 + number % 12, day=1 + number % 28)
        path = folder / f"bulletin-{number:03}.txt"
        path.write_text(head + "合作动态\n\n" + "\n\n".join(parts) + "\n", encoding="utf-8")
        written.append(path)
    return written


def fed_sentences(paths: list[Path], most: int) -> list[str]:
    """Return sentences as the engine is fed them, known English in place, each once, at most so many."""
    terms = open_terms(Settings())
    found: list[str] = []
    for path in paths:
        units = constrain(segment(parse(clean(read(path))).bulletin), terms)
        waiting = [unit for unit in units if direct(unit, {}).state == State.EMPTY]
        found += [inject(unit.source, unit.constraints) for unit in waiting]
    return list(dict.fromkeys(found))[:most]


def samples() -> list[Path]:
    """Return the sample bulletins."""
    return sorted(path for path in SAMPLES.iterdir() if path.name != "README.md")
