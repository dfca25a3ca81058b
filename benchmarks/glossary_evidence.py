"""Count how often sentence pairs bear out the English of the glossary's binding entries.

    python benchmarks/glossary_evidence.py PAIRS GLOSSARY --without heldout.txt > glossary/evidence.csv

PAIRS is a folder of .jsonl files with "zh" and "en" in each line. A pair bears an entry out where its English
holds one of the entry's targets, inflection, hyphens and an article aside. Only the longest entry at a place counts.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from workflow.constrain.glossary import load
from workflow.constrain.matcher import Matcher

ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))


def stem(word: str) -> str:
    """Return a word without its commonest English endings; short words stay."""
    word = word.removesuffix("'s").rstrip("'")
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)] + instead
    return word


def stems(text: str) -> str:
    """Return the stems of a text's words, without articles, with a space on either side of each."""
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.lower().replace("’", "'"))
    return " " + " ".join(stem(word) for word in words if word not in ("the", "a", "an")) + " "


def pairs(folder: Path, without: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the Chinese and English of every pair whose Chinese is not kept out."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            if pair["zh"].strip() not in without:
                yield pair["zh"], pair["en"]


def main() -> None:
    """Write zh, kind, status, en, pairs, borne_out for every entry that occurs, most frequent first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("glossary", type=Path, nargs="+")
    parser.add_argument("--without", type=Path, help="file of Chinese sentences to leave out, one a line")
    options = parser.parse_args()
    without = (
        {line.strip() for line in options.without.read_text(encoding="utf-8").splitlines()}
        if options.without
        else set()
    )
    glossary = load(options.glossary)
    matcher = Matcher(glossary)
    seen: Counter[str] = Counter()
    borne: Counter[str] = Counter()
    for zh, en in pairs(options.pairs, without):
        english = stems(en)
        found = {entry.key: entry for entry in matcher.entries(zh) if entry.status != "forbidden"}
        for key, entry in found.items():
            seen[key] += 1
            targets = matcher.accepted(glossary.preferred(key) or entry)
            borne[key] += any(stems(target) in english for target in targets)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("zh", "kind", "status", "en", "pairs", "borne_out"))
    for key, count in sorted(seen.items(), key=lambda item: (-item[1], item[0])):
        if key in glossary.entries:
            entry = glossary.preferred(key) or glossary.entries[key][0]
            writer.writerow((entry.zh, entry.kind, entry.status, entry.en, count, borne[key]))


if __name__ == "__main__":
    main()
