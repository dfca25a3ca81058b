"""What the tests of checks share: units and the findings on a pair or on a bulletin of pairs."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from workflow.checks import check
from workflow.constrain import Terms, find
from workflow.constrain.verify import verify
from workflow.findings import Finding
from workflow.units import State, Unit

Maker = Callable[..., Unit]
Findings = Callable[[Iterable[Unit]], list[Finding]]


@pytest.fixture(scope="session")
def unit(terms: Terms) -> Maker:
    """Return a maker of units of the body in the order of their numbers, their constraints verified."""

    def make(source: str, target: str, number: int = 0, **fields: object) -> Unit:
        slot = f"sections/0/paragraphs/{number}/0"
        constraints = verify(find(source, terms), target, source)
        made = Unit(
            f"{number:012}", slot, source, target, State.DRAFT, "engine:house", constraints=constraints
        )
        return replace(made, **fields)  # type: ignore[arg-type]  # the test names the fields

    return make


@pytest.fixture(scope="session")
def findings(terms: Terms) -> Findings:
    """Return what every check finds in the units of a bulletin."""
    return lambda units: list(check(list(units), terms))
