"""Count what each way of keeping a constraint brings, and what a build without it would lose.

    .venv/bin/python benchmarks/keeping.py BULLETIN|FOLDER... [--model house]

The first table says, by kind, by which way the constraints of the engine's units came into the English. The second
leaves one way out at a time; the engine remembers what it answered, so that only what differs is asked again.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from workflow import fill
from workflow.clean import clean
from workflow.config import Settings
from workflow.constrain import constrain
from workflow.engines import open_engine
from workflow.engines.base import Engine, Hypothesis, Progress
from workflow.readers import read
from workflow.retries import ATTEMPTS
from workflow.segment import segment
from workflow.segment.sentences import clauses
from workflow.structure import parse
from workflow.units import Unit
from workflow.workshop import jobs, open_terms

WAYS = ("listed", "first", "named", "ranked", "split", "lost")


class Remembering:
    """Ask an engine, and answer from memory what it was asked before."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[str, int, tuple[str, ...]], list[Hypothesis]] = {}

    @property
    def name(self) -> str:
        """Return the engine's name."""
        return self._engine.name

    @property
    def signature(self) -> str:
        """Return the engine's signature."""
        return self._engine.signature

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return what the engine answers, asked for what is new only; `keep` empty is none."""
        wishes = [tuple(wish) for wish in keep] if keep is not None else [()] * len(sources)
        keys = [(source, n, wish) for source, wish in zip(sources, wishes, strict=True)]
        new = list(dict.fromkeys(key for key in keys if key not in self._known))
        if new:
            asked = [key[2] for key in new] if keep is not None else None
            answers = self._engine.translate([key[0] for key in new], n, asked, progress)
            self._known.update(zip(new, answers, strict=True))
        return [self._known[key] for key in keys]


def units_of(sources: Sequence[Path]) -> list[Unit]:
    """Return the units of bulletins that only an engine can fill, with their constraints."""
    terms = open_terms(Settings())
    found: list[Unit] = []
    for job in jobs(sources, Path("build")):
        bulletin = parse(clean(read(job.source))).bulletin
        made = constrain(segment(bulletin), terms)
        found += [unit for unit in made if not fill.direct(unit, {}).target]
    return found


def lost(units: Sequence[Unit]) -> Counter[str]:
    """Return the lost constraints by kind."""
    return Counter(str(c.kind) for unit in units for c in unit.constraints if not c.kept)


def main() -> None:
    """Print the two tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--model", default="house")
    given = parser.parse_args()
    engine = Remembering(open_engine(given.model, 0))
    units = units_of(given.sources)

    def filled(attempts: dict[str, object], listed: bool = True) -> tuple[Unit, ...]:
        chosen = [ATTEMPTS[name] for name in attempts]
        return fill.fill(
            units,
            engine,
            {},
            clauses,
            lambda done, total: print(f"{done} of {total}", file=sys.stderr),
            chosen,
            listed=listed,
        )

    whole = filled(dict(ATTEMPTS))
    table = Counter((str(c.kind), str(c.way)) for unit in whole for c in unit.constraints)
    kinds = sorted({kind for kind, _way in table})
    print(f"{'kind':12}" + "".join(f"{way:>8}" for way in WAYS))
    for kind in kinds:
        print(f"{kind:12}" + "".join(f"{table[kind, way]:8}" for way in WAYS))
    print(f"\n{'without':12}" + "".join(f"{kind:>10}" for kind in kinds) + f"{'all lost':>10}")
    without = {name: {n: a for n, a in ATTEMPTS.items() if n != name} for name in ATTEMPTS}
    rows = [("nothing", whole), ("lists", filled(dict(ATTEMPTS), listed=False))]
    rows += [(name, filled(dict(attempts))) for name, attempts in without.items() if name != "in full"]
    rows.append(("any retry", filled({"in full": None})))
    for name, found in rows:
        counts = lost(found)
        print(f"{name:12}" + "".join(f"{counts[kind]:10}" for kind in kinds) + f"{counts.total():10}")


if __name__ == "__main__":
    main()
