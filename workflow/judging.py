"""Steps 7 and 8 for an edition: house style, findings, confidence; after a build, and after a human has changed it."""

from collections.abc import Sequence
from dataclasses import replace

from workflow import confidence, dismissals, fill, parts, style
from workflow.checks import check
from workflow.constrain import Terms, constrain
from workflow.edition import Edition
from workflow.findings import Finding
from workflow.steps import Watch


def judge(edition: Edition, terms: Terms, before: Sequence[Finding], watch: Watch | None = None) -> Edition:
    """Return an edition whose findings are its source queries alone with house style, all findings and confidence.

    What was dismissed `before` and has not changed is dismissed again.
    """
    watch = watch or Watch()
    with watch.step("STYLE"):
        units = style.apply(edition.units, terms.glossary)
    with watch.step("CHECK"):
        findings = (*edition.findings, *check(units, terms))
        findings = dismissals.carry_over(findings, units, before)
        units = confidence.rate(units, findings)
    return replace(edition, units=units, findings=findings)


def judge_again(edition: Edition, terms: Terms) -> Edition:
    """Return an edition that a human has changed, its human English verified and everything judged anew."""
    found = constrain(edition.units, terms.with_names(parts.own_name(edition.bulletin)))
    units = tuple(fill.again(unit, new) for unit, new in zip(edition.units, found, strict=True))
    asked = tuple(one for one in edition.findings if one.on == "source")
    return judge(replace(edition, units=units, findings=asked), terms, edition.findings)
