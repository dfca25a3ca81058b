"""What XLIFF and the tools say of a unit's state, as the states that a file for review has: DRAFT to REVIEWED."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.review.xlifftext import attribute, children, name_of
from workflow.units import State

if TYPE_CHECKING:
    from lxml.etree import _Element

# What a tool says of a unit or segment, by attribute: state (1.2, 2.0), memoQ's status, Trados' conf, Phrase's
# confirmed. "translated" is never ours: a translator has confirmed the segment in his tool.
SAID: dict[str, dict[str, State]] = {
    "state": {
        "new": State.DRAFT,
        "initial": State.DRAFT,
        "needs-review-translation": State.DRAFT,
        "needs-review-adaptation": State.DRAFT,
        "needs-review-l10n": State.DRAFT,
        "needs-translation": State.NEEDS_WORK,
        "needs-adaptation": State.NEEDS_WORK,
        "needs-l10n": State.NEEDS_WORK,
        "translated": State.REVIEWED,
        "reviewed": State.REVIEWED,
        "signed-off": State.REVIEWED,
        "final": State.REVIEWED,
    },
    "status": {
        "Rejected": State.NEEDS_WORK,
        "ManuallyConfirmed": State.REVIEWED,
        "ConfirmedTranslator": State.REVIEWED,
        "ConfirmedReviewer1": State.REVIEWED,
        "ConfirmedReviewer2": State.REVIEWED,
        "Proofread": State.REVIEWED,
    },
    "conf": {
        "Draft": State.DRAFT,
        "Translated": State.REVIEWED,
        "RejectedTranslation": State.NEEDS_WORK,
        "ApprovedTranslation": State.REVIEWED,
        "RejectedSignOff": State.NEEDS_WORK,
        "ApprovedSignOff": State.REVIEWED,
    },
    "confirmed": {"1": State.REVIEWED, "2": State.REVIEWED},
}


def state_of(unit: "_Element", parts: Sequence["_Element"]) -> State | None:
    """Return the least state that the unit's target or segments say, None where they say none."""
    segments = [s for s in unit.iter() if name_of(s) == "seg"]
    saying = [unit, *(part for part in parts if part is not unit), *children(unit, "target"), *segments]
    said = [state for element in saying if (state := _said(element)) is not None]
    if unit.get("approved") == "yes":
        said = [state for state in said if state != State.DRAFT] or [State.REVIEWED]
    return min(said) if said else None


def _said(element: "_Element") -> State | None:
    if element.get("state") == "initial" and element.get("subState") == "bulletin:needs-work":
        return State.NEEDS_WORK
    found = (SAID[name].get(attribute(element, name)) for name in SAID)
    return next((state for state in found if state is not None), None)


def bounded(state: State | None) -> State | None:
    """Return a state as files for review show it: no less than DRAFT, no more than REVIEWED."""
    return None if state is None else max(State.DRAFT, min(state, State.REVIEWED))
