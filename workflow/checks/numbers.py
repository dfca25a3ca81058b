"""Checks on numbers, dates, ordinals and units: each difference is one finding of its most telling check."""

from collections.abc import Iterator, Sequence

from workflow.checks.base import Check, Run, each_translated, overlaps
from workflow.checks.figures import swapped_figures
from workflow.checks.number_pairs import FIGURES, Difference, Kind, differences, is_shown
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# The kinds of constraints that hold figures.
HOLDING = (*FIGURES, "document", "verbatim")
MESSAGES: dict[Kind, str] = {
    "magnitude": N_("“{zh}” is {right}, not {wrong}: a power of ten apart"),
    "number-changed": N_("“{zh}” is {right}, not {wrong}"),
    "number-lost": N_("“{zh}” ({right}) is not in the English"),
    "number-invented": N_("{wrong} is not in the Chinese"),
    "date-shifted": N_("“{zh}” is {right}, not {wrong}"),
    "ordinal": N_("“{zh}” is {right}, not {wrong}"),
    "unit-changed": N_("“{zh}” is {right}, not {wrong}: another unit"),
}


def of_kind(kind: Kind) -> Run:
    """Return the run that reports the differences of one kind; fields that are copied have none.

    A number that is gone with its whole constraint is told there (constraint-lost).
    """

    def run(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
        found = differences(unit.source, unit.target, unit.constraints)
        for one in found:
            if one.kind == kind and not (kind == "number-lost" and _is_told_whole(one, unit, found)):
                args = {"zh": one.zh, "right": one.fix, "wrong": one.quote}
                named = {name: value for name, value in args.items() if "{" + name + "}" in MESSAGES[kind]}
                fix = "" if kind == "number-lost" else one.fix
                yield check.finding(unit, MESSAGES[kind], one.quote, fix=fix, **named)

    return each_translated(run)


def _is_told_whole(one: Difference, unit: Unit, found: Sequence[Difference]) -> bool:
    """Tell whether a number's whole constraint is lost, no other figure standing in its place."""
    gone = [c for c in unit.constraints if not c.kept and c.kind in HOLDING and not is_shown(c, found)]
    return one.at is not None and overlaps(one.at, [(c.start, c.end) for c in gone])


CHECKS: tuple[Check, ...] = (
    Check(
        "date-shifted",
        N_("A date is another in the English"),
        Severity.CRITICAL,
        of_kind("date-shifted"),
        N_("wrong where the English names another date on purpose"),
    ),
    Check(
        "ordinal",
        N_("An ordinal is another in the English"),
        Severity.CRITICAL,
        of_kind("ordinal"),
    ),
    Check(
        "magnitude",
        N_("A number differs from the Chinese by a power of ten"),
        Severity.CRITICAL,
        of_kind("magnitude"),
        N_("wrong where the English counts in another unit that the product does not know"),
    ),
    Check(
        "number-changed",
        N_("A number is another in the English"),
        Severity.CRITICAL,
        of_kind("number-changed"),
        N_("wrong where the English says the same in other figures, such as a multiple as a percentage"),
    ),
    Check(
        "number-lost",
        N_("A number of the Chinese is not in the English"),
        Severity.CRITICAL,
        of_kind("number-lost"),
        N_("wrong where the English says it in words: around the clock for 24小时"),
    ),
    Check(
        "number-invented",
        N_("A number of the English is not in the Chinese"),
        Severity.ERROR,
        of_kind("number-invented"),
        N_("wrong where the Chinese says it without a numeral, or the English explains"),
    ),
    Check(
        "unit-changed",
        N_("A figure has another unit or currency in the English"),
        Severity.CRITICAL,
        of_kind("unit-changed"),
        N_("wrong where two things happen to have the same figure"),
    ),
    Check(
        "figures-swapped",
        N_("Two figures stand in each other's place"),
        Severity.ERROR,
        each_translated(swapped_figures),
        N_("wrong where the English puts the sentence in another order word by word"),
        confidence=0.9,
    ),
)
