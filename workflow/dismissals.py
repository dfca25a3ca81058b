"""Setting findings aside: who, why, and until when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from workflow.edition import Edition
from workflow.errors import InputError
from workflow.findings import Dismissal, Finding
from workflow.i18n import _
from workflow.units import Unit


def dismiss(edition: Edition, finding: str, by: str, reason: str) -> Edition:
    """Return the edition with a finding set aside until what it is about changes.

    `finding` is an id or the beginning of one. Raises InputError where none or several of the edition begin so.
    """
    named = {one.id for one in edition.findings if finding and one.id.startswith(finding)}
    if len(named) != 1:
        standing = ", ".join(sorted(named or {one.id for one in edition.findings})[:20])
        reason = _("several findings begin so") if named else _("no finding has this id")
        raise InputError(
            _("'{finding}' of '{name}': {reason}; take one of these: {ids}.").format(
                finding=finding, name=edition.name, reason=reason, ids=standing or _("there are none")
            )
        )
    units = {unit.id: unit for unit in edition.units}
    return replace(
        edition,
        findings=tuple(
            replace(one, dismissed=Dismissal(by, reason, _digest(one, units))) if one.id in named else one
            for one in edition.findings
        ),
    )


def carry_over(
    findings: Sequence[Finding], units: Sequence[Unit], before: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return the findings, each set aside again where it was `before` and its Chinese and English are the same."""
    return set_aside(findings, units, standing(before))


def standing(findings: Sequence[Finding]) -> dict[str, Dismissal]:
    """Return the dismissals of findings by the findings' ids."""
    return {one.id: one.dismissed for one in findings if one.dismissed is not None}


def set_aside(
    findings: Sequence[Finding], units: Sequence[Unit], dismissed: Mapping[str, Dismissal]
) -> tuple[Finding, ...]:
    """Return the findings, those set aside that are `dismissed` and are about the same Chinese and English still."""
    now = {unit.id: unit for unit in units}
    carried = []
    for one in findings:
        known = dismissed.get(one.id)
        same = known is not None and known.digest == _digest(one, now)
        carried.append(replace(one, dismissed=known) if same else one)
    return tuple(carried)


def _digest(finding: Finding, units: dict[str, Unit]) -> str:
    """Return the twelve digits of what a finding is about: a unit's Chinese, and its English for one on that."""
    unit = units.get(finding.unit or "")
    if unit is None:
        return ""
    text = unit.source if finding.on == "source" else f"{unit.source}\n{unit.target}"
    return sha256(text.encode()).hexdigest()[:12]
