"""Find a unit that stands without a figure at the head of a column: 资金（万元） is in RMB 10,000, 单位：亿立方米."""

import re
from collections.abc import Iterator

from workflow.constrain.alternatives import either
from workflow.constrain.currencies import CURRENCIES
from workflow.constrain.measures import MEASURES
from workflow.units import Constraint

SCALES = {
    "千": ("1,000", "thousand", "thousands of"),
    "万": ("10,000", "ten thousand", "10 thousand"),
    "百万": ("1 million", "million", "millions of", "1,000,000"),
    "千万": ("10 million", "ten million"),
    "亿": ("100 million", "hundred million"),
    "万亿": ("1 trillion", "trillion", "trillions of"),
}
COUNTED = {
    "人": ("people", "persons"),
    "人次": ("visits", "trips", "person-times"),
    "户": ("households", "families"),
    "株": ("plants", "trees"),
}
UNIT = re.compile(
    rf"(?:(?P<open>[（(])|(?<=单位[：:])|(?<=单位[：:] ))(?P<scale>{either(SCALES)})"
    rf"(?P<unit>{either({*CURRENCIES, *MEASURES, *COUNTED})})(?(open)[）)]|(?=[）)，,]|\s*$))"
)
# What stands before one.
NEEDED = re.compile("单位|（|\\(")


def find(text: str) -> Iterator[Constraint]:
    """Yield the units in brackets or behind 单位： that have a scale: without it a figure would be off by that scale."""
    for match in UNIT.finditer(text) if NEEDED.search(text) else ():
        forms = _forms(match["scale"], match["unit"])
        if match["open"]:  # 资金（万元） is Funding (RMB 10,000), not RMB 10,000 in funding
            forms = tuple(f"({lead}{form})" for form in forms for lead in ("", "in ", "unit: "))
        yield Constraint(match.start(), match.end(), match[0], forms, "quantity")


def _forms(scale: str, unit: str) -> tuple[str, ...]:
    amounts = SCALES[scale]
    if unit in CURRENCIES:
        forms = [form.format(amount) for form in CURRENCIES[unit].forms for amount in amounts]
    else:
        measure = MEASURES.get(unit)
        names = (measure.many, *measure.symbols) if measure else COUNTED[unit]
        forms = [f"{amount} {name}" for name in names for amount in amounts]
    return tuple(dict.fromkeys(forms))
