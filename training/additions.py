"""Count what a model adds to its translations: `python -m training.additions --model NAME --corpus FOLDER --general FOLDER`.

One half are held-out sentences of the half `choose` with their constraints fed; the other are the general ones kept for
measuring and then general sentences of files that no adapter was trained on. Every answer is a first try. Prints a table
with a column a set, and every answer that is counted.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from training.data import GENERAL, general, general_test
from training.evaluate import held_out_pairs
from training.feeding import Pair, constraints_of
from training.measures import Figures, table
from training.watched import Watched
from workflow.config import Settings
from workflow.constrain.rosters import feed
from workflow.engines import choose_model
from workflow.offtarget import is_no_translation, is_other_language, remark
from workflow.retries import Question, first
from workflow.units import Constraint, Unit
from workflow.workshop import open_terms

NUMBER = re.compile(r"^\W*(?:\d{1,2}|[a-zA-Z]|[ivx]+)[.)]\s|^\s*[-*•]\s")
NUMBERED = re.compile(
    r"^\W*(?:[0-9０-９①-⑳㈠-㈩a-zA-Z]|第?[一二三四五六七八九十]+[是、，．.)）：]|其[一二三])|^\s*[-*•·—–]"
)
PREFIX = re.compile(
    r"^\W*(?:translation|english|in english|translated|output|answer|user|assistant)\b[^:：]{0,20}[:：]",
    re.IGNORECASE,
)
APOLOGY = re.compile(
    r"\b(?:sorry|apologi[sz]e|i can(?:no|['’])t|unable to (?:translate|assist))\b", re.IGNORECASE
)
MARKUP = re.compile(r"```|\*\*|<\|\w+|</?\w+>|^#+ ")


# What is counted: told by the Chinese and the English.
COUNTED: dict[str, Callable[[str, str], bool]] = {
    "remark": lambda zh, en: bool(remark(zh, en)),
    "prefix": lambda zh, en: bool(PREFIX.search(en)) and not re.search("[：:]", zh),
    "apology": lambda zh, en: (
        bool(APOLOGY.search(en))
        and not re.search("歉|对不起|抱|憾|谅|麻烦|看不|不能|无法|难以|不了|没法", zh)
    ),
    "numbering": lambda zh, en: bool(NUMBER.search(en)) and not NUMBERED.search(zh),
    "markup": lambda zh, en: bool(MARKUP.search(en)) and not re.search(r"[`*<#]", zh),
    "other language": lambda _zh, en: is_other_language(en),
    "no translation": is_no_translation,
    "empty": lambda _zh, en: not en,
}


def kinds(zh: str, en: str) -> list[str]:
    """Return the kinds of addition that an answer has."""
    return [name for name, has in COUNTED.items() if has(zh, en)]


def untrained(folder: Path, count: int) -> list[Pair]:
    """Return so many general pairs, evenly from the files that no adapter was trained on and from all over each."""
    files = [path for path in sorted(folder.glob("*.tsv")) if path.stem not in GENERAL]
    found: list[Pair] = []
    for left, path in zip(range(len(files), 0, -1), files, strict=True):
        pairs = general(path)
        wanted = -(-(count - len(found)) // left)
        found += pairs[:: max(1, len(pairs) // max(1, wanted))][:wanted]
    return found[:count]


def sets(options: argparse.Namespace) -> dict[str, list[Unit]]:
    """Return the units to ask for, by set, with their constraints."""
    terms = open_terms(Settings())
    most = options.sentences
    chosen = held_out_pairs(options.corpus, "choose", most // 2)
    found = {
        "choose": [_unit(n, pair, constraints_of(pair, terms, own=True)) for n, pair in enumerate(chosen)]
    }
    plain = general_test(options.general)[: most - len(chosen)]
    further = untrained(options.general, most - len(chosen) - len(plain))
    found["general"] = [_unit(n, pair) for n, pair in enumerate(plain)]
    found["further"] = [_unit(n, pair) for n, pair in enumerate(further)]
    return {name: units for name, units in found.items() if units}


def _unit(number: int, pair: Pair, constraints: Sequence[Constraint] = ()) -> Unit:
    return Unit(f"{number:012}", f"text/{number}", pair.zh, constraints=tuple(constraints))


def main(arguments: list[str] | None = None) -> None:
    """Print the table, then what was counted."""
    options = _options(arguments)
    engine = Watched(choose_model(options.model), threads=options.threads)
    columns: dict[str, Figures] = {}
    shown: list[str] = []
    for name, units in sets(options).items():
        engine.several = 0
        answers = first(engine, units, None, listed=True)
        counts: Counter[str] = Counter()
        for unit, answer in zip(units, answers, strict=True):
            fed = Question(unit, feed(unit.source, unit.constraints)).source
            found = kinds(fed, answer.text)
            counts.update(found)
            shown += [f"{name}, {', '.join(found)}: {fed} → {answer.text}"] if found else []
        columns[name] = {"sentences": len(units), "several lines": engine.several}
        columns[name] |= {kind: counts[kind] for kind in COUNTED}
    total: Figures = {}
    for kind in ("sentences", "several lines", *COUNTED):
        total[kind] = sum(int(figures[kind]) for figures in columns.values())
    print(engine.signature, "", table(columns | {"all": total}), *shown, sep="\n")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.additions", description=__doc__)
    parser.add_argument("--model", default="house", help="an installed model or a model folder")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--general", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
