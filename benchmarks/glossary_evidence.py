"""Count how often sentence pairs bear out the English of the glossary's entries, and say which no longer bind.

    python benchmarks/glossary_evidence.py PAIRS GLOSSARY --without heldout.txt > docs/results/glossary-evidence.csv
    python benchmarks/glossary_evidence.py PAIRS GLOSSARY --without heldout.txt --demote

PAIRS is a folder of .jsonl files with "zh" and "en" in each line. A pair bears an entry out where verification would
find it: one of the accepted forms stands in the English, or a right paraphrase of one. Only the longest entry at a
place counts, nothing within a document's title; a label of the imprint stands before a colon or alone. `--demote`
writes "admitted" into the rows of GLOSSARY that bind, are no official names and are borne out in less than SHARE of
LEAST pairs or more, or in none; it prints how many of each kind.
"""

import argparse
import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.constrain.documents import title_targets, titles
from workflow.constrain.english_figures import squash
from workflow.constrain.english_patterns import places_of
from workflow.constrain.folding import fold
from workflow.constrain.glossary import Entry, Glossary, load
from workflow.constrain.matcher import Matcher
from workflow.constrain.paraphrase import paraphrases
from workflow.units import Constraint

SHARE = 0.9
LEAST = 2
# What has one right name whatever a text calls it stays binding, and so does what is composed with its neighbours.
OFFICIAL = frozenset(
    ("organization", "part", "program", "document", "place", "person", "position", "masthead")
)
HOUSE = "house term"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold an entry with the number of pairs that have it in their Chinese, and of those that bear it out."""

    entry: Entry
    pairs: int
    borne_out: int

    @property
    def doubted(self) -> bool:
        """Tell whether the entry binds though right translations often say it otherwise."""
        return (
            self.entry.status == "preferred"
            and not is_official(self.entry)
            and self.borne_out < SHARE * self.pairs
            and (self.pairs >= LEAST or not self.borne_out)
        )


def is_official(entry: Entry) -> bool:
    """Tell whether an entry is an official name, by its kind, or a term that the house has decided on."""
    return entry.kind in OFFICIAL or entry.note.startswith(HOUSE)


def read_pairs(folder: Path, without: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the Chinese and English of every pair whose Chinese is not kept out."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            if pair["zh"].strip() not in without:
                yield pair["zh"], pair["en"]


def accepted_in(zh: str, matcher: Matcher) -> dict[str, tuple[str, ...]]:
    """Return the entries of a Chinese text by key, with the English accepted for them there."""
    glossary = matcher.glossary
    accepted: dict[str, tuple[str, ...]] = {}
    rest = zh
    for start, stop in reversed(titles(zh)):
        key = fold(zh[start + 1 : stop - 1]).text
        if targets := title_targets(key, glossary):
            accepted |= {key: targets} if key in glossary.entries else {}
            rest = f"{rest[:start]}《》{rest[stop:]}"
    found = {entry.key: entry for entry in matcher.entries(zh) if "《" in entry.key}
    for part in rest.split():
        found |= {entry.key: entry for entry in matcher.entries(part)}
    return accepted | {
        key: matcher.accepted(glossary.preferred(key) or entry)
        for key, entry in found.items()
        if entry.status != "forbidden"
    }


def gather(pairs: Iterator[tuple[str, str]], glossary: Glossary) -> list[Evidence]:
    """Return the evidence on every entry that occurs, the most frequent first."""
    matcher = Matcher(glossary)
    seen: Counter[str] = Counter()
    borne: Counter[str] = Counter()
    for zh, en in pairs:
        squashed = squash(en)
        for key, targets in accepted_in(zh, matcher).items():
            seen[key] += 1
            one = Constraint(0, len(zh), key, targets, "term")
            borne[key] += bool(places_of(one, en, squashed) or any(paraphrases(one, en, human=True)))
    return [
        Evidence(glossary.preferred(key) or glossary.entries[key][0], count, borne[key])
        for key, count in sorted(seen.items(), key=lambda item: (-item[1], item[0]))
        if key in glossary.entries
    ]


def demote(path: Path, doubted: set[str]) -> Counter[str]:
    """Write "admitted" into the binding rows of a CSV file whose source is doubted; return how many of each kind."""
    text = path.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    counts: Counter[str] = Counter()
    for row in rows:
        if "zh" in row and row["zh"] in doubted and (row["status"] or "preferred") == "preferred":
            row["status"] = "admitted"
            counts[row["kind"] or "term"] += 1
    if counts:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        partial = path.with_suffix(".partial")
        partial.write_text(out.getvalue(), encoding="utf-8", newline="")
        partial.replace(path)
    return counts


def main() -> None:
    """Write zh, kind, status, en, pairs, borne_out for every entry that occurs; or demote the doubted ones."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("glossary", type=Path)
    parser.add_argument(
        "--without", type=Path, nargs="*", default=[], help="files of Chinese to leave out, one a line"
    )
    parser.add_argument("--demote", action="store_true")
    options = parser.parse_args()
    without = {line.strip() for path in options.without for line in path.read_text("utf-8").splitlines()}
    evidence = gather(read_pairs(options.pairs, without), load([options.glossary]))
    if options.demote:
        doubted = {one.entry.zh for one in evidence if one.doubted}
        counts = sum((demote(path, doubted) for path in sorted(options.glossary.glob("*.csv"))), Counter())
        print(f"{counts.total()} demoted: {dict(counts)}")
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("zh", "kind", "status", "en", "pairs", "borne_out"))
    for one in evidence:
        entry = one.entry
        writer.writerow((entry.zh, entry.kind, entry.status, entry.en, one.pairs, one.borne_out))


if __name__ == "__main__":
    main()
