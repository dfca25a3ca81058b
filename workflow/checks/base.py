"""What a check is: one small object with an id, a title and a run over the units of a bulletin."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workflow.constrain import Terms, is_copied
from workflow.findings import Finding, Severity
from workflow.units import Unit

Span = tuple[int, int]
Run = Callable[[Sequence[Unit], Terms, "Check"], Iterator[Finding]]
RunOne = Callable[[Unit, Terms, "Check"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """Name a check and say how grave its findings are; `run` yields them for all units of a bulletin.

    `title` says in one line what is reported, `doubt` when it is wrong. `confidence` is 1 where a finding is
    certain, less where it is a guess: the share of such findings that were right when last measured.
    That is recall / (recall + 10 * false), to the next 0.05 up to 0.95: as if one sentence in ten had the error that the
    check is for. Recall is measured with seeded errors (benchmarks/checks.py), `false` is the false findings a sentence of
    text that no rule was mined from, one more than were seen. For the checks on machine English it is the share of
    their findings on sentences of the small model that a reader found right.
    """

    id: str
    title: str
    severity: Severity
    run: Run
    doubt: str = ""
    confidence: float = 1.0

    def finding(self, unit: Unit, message: str, quote: str = "", *, fix: str = "", **args: str) -> Finding:
        """Return a finding of this check on a unit's target; `quote` are the words of the target it is about."""
        return Finding(
            self.id,
            self.severity,
            message,
            unit.id,
            "target",
            tuple(args.items()),
            quote,
            fix=fix,
            confidence=self.confidence,
        )


def each(run: RunOne) -> Run:
    """Return a run over all units for a check that looks at one unit at a time."""

    def run_each(units: Sequence[Unit], terms: Terms, check: Check) -> Iterator[Finding]:
        for unit in units:
            yield from run(unit, terms, check)

    return run_each


def each_translated(run: RunOne) -> Run:
    """Return a run over the units with English that may be wrong: one that has none, or is copied, has none."""

    def run_translated(units: Sequence[Unit], terms: Terms, check: Check) -> Iterator[Finding]:
        for unit in units:
            if unit.target and not is_copied(unit.slot):
                yield from run(unit, terms, check)

    return run_translated


def paragraphs(units: Sequence[Unit]) -> Iterator[tuple[Unit, Sequence[Unit]]]:
    """Yield each unit with all units of its paragraph; a field stands for itself."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.slot.rpartition("/")[0] or unit.slot, []).append(unit)
    for together in found.values():
        for unit in together:
            yield unit, together


def held_in(unit: Unit) -> list[Span]:
    """Return the places in a unit's English where constraints are kept."""
    return [c.at for c in unit.constraints if c.at]


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span has a character in common with one of the others."""
    first, last = span
    for start, end in others:  # noqa: SIM110  # any() takes twice the time, and this is asked at every word
        if first < end and start < last:
            return True
    return False
