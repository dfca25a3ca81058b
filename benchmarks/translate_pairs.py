"""Translate the Chinese of a file of pairs, sentence by sentence, into an edition that facts.py can judge.

    .venv/bin/python benchmarks/translate_pairs.py tests/pairs/listed.jsonl OUT/corpus [--model house]

Each line is a unit of its own, `lines/N` counted from 1; the steps CONSTRAIN to CHECK are those of a build.
"""

import argparse
import json
import sys
from pathlib import Path

from workflow import confidence, fill, outputs, store, style
from workflow.bulletin import Bulletin
from workflow.checks import check
from workflow.config import Settings
from workflow.constrain import constrain
from workflow.edition import Edition
from workflow.engines import open_engine
from workflow.segment.sentences import clauses
from workflow.units import Unit, unit_id
from workflow.workshop import open_terms


def main() -> None:
    """Write edition.json into the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="house")
    given = parser.parse_args()
    terms = open_terms(Settings())
    rows = [json.loads(line) for line in given.pairs.read_text(encoding="utf-8").splitlines()]
    units: list[Unit] = []
    for number, row in enumerate(rows, 1):
        unit = Unit(unit_id(row["zh"], number), f"lines/{number}", row["zh"])
        units += constrain([unit], terms)
    engine = open_engine(given.model, 0)
    filled = fill.fill(
        units, engine, {}, clauses, lambda done, total: print(f"{done} of {total}", file=sys.stderr)
    )
    styled = style.apply(filled, terms.glossary)
    bulletin = Bulletin()
    findings = check(styled, terms)
    edition = Edition(given.folder.name, bulletin, confidence.rate(styled, findings), findings)
    outputs.write(given.folder, {store.FILE: store.dump(edition)})


if __name__ == "__main__":
    main()
