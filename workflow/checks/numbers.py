"""Checks on numbers, dates, ordinals and units: each difference is one finding of its most telling check."""

from collections.abc import Iterator

from workflow.checks.base import Check, Run, each
from workflow.checks.figures import swapped_figures
from workflow.checks.number_pairs import Kind, differences
from workflow.constrain import COPIED, Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

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
    """Return the run that reports the differences of one kind; fields that are copied have none."""

    def run(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
        if not unit.target or COPIED.search(unit.slot):
            return
        for one in differences(unit.source, unit.target, unit.constraints):
            if one.kind == kind:
                args = {"zh": one.zh, "right": one.fix, "wrong": one.quote}
                told = {name: value for name, value in args.items() if "{" + name + "}" in MESSAGES[kind]}
                fix = "" if kind == "number-lost" else one.fix
                yield check.finding(unit, MESSAGES[kind], one.quote, fix=fix, **told)

    return each(run)


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
        each(swapped_figures),
        N_("wrong where the English puts the sentence in another order word by word"),
        confidence=0.9,
    ),
)
