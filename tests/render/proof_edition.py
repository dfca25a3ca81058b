"""The sample edition with what only the proof shows: confidences, memory, a mend, a guess, a dismissal."""

from dataclasses import replace

from tests.render.sample_edition import edition_of, sample_edition
from workflow.edition import Edition
from workflow.findings import Finding, Severity
from workflow.units import State, Unit

# The first characters of a unit's Chinese → what is different about it.
SEASONED: dict[str, dict[str, object]] = {
    "小水电的绿色改造": {"confidence": 0.31, "state": State.NEEDS_WORK},
    "中心编制的": {"confidence": 0.62},
    "企业愿意改": {"origin": "memory", "score": 97.0, "confidence": 0.97},
    "建议建立跨省": {"confidence": 0.31},
}
# Quotes, tags, a template and the end of a style sheet, as a source may hold them.
HOSTILE = "</style></script><script>window.ran = 1</script>\"'><img src=x onerror='window.ran = 1'> {{ 7 * 7 }} <!--"


def proof_edition() -> Edition:
    """Return the sample edition with more to filter: two units of equal doubt, one of memory, a guess with its mend."""
    edition = sample_edition()
    units = tuple(_seasoned(unit) for unit in edition.units)
    unit = next(unit for unit in units if unit.source.startswith("建议建立跨省"))
    guess = Finding(
        "wording",
        Severity.NOTE,
        "The wording {words} is unusual.",
        unit.id,
        args=(("words", "seen on one map"),),
        quote="dispatch orders",
        fix="dispatching orders",
        confidence=0.7,
    )
    return replace(edition, units=units, findings=(*edition.findings, guess))


def hostile_edition() -> Edition:
    """Return an edition with hostile text in every place that text comes from outside."""
    edition = edition_of([("0/0", HOSTILE, HOSTILE)])
    units = (replace(edition.units[0], origin=f"engine:{HOSTILE}", by=HOSTILE),)
    finding = Finding(
        HOSTILE,
        Severity.NOTE,
        "About {what}.",
        units[0].id,
        args=(("what", HOSTILE),),
        quote=HOSTILE,
        fix=HOSTILE,
    )
    return replace(edition, name=HOSTILE, units=units, findings=(finding,))


def _seasoned(unit: Unit) -> Unit:
    more = next((values for start, values in SEASONED.items() if unit.source.startswith(start)), {})
    return replace(unit, **more)  # type: ignore[arg-type] # the table's values are those of the fields
