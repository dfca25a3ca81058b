"""What a check is: one small object with an id, a title and a run over one unit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.units import Unit


@dataclass(frozen=True, slots=True)
class Check:
    """Name a check and say how grave its findings are; `run` yields them for one unit.

    `title` says in one line what is reported, `doubt` when it is wrong.
    """

    id: str
    title: str
    severity: Severity
    run: Callable[[Unit, Terms, "Check"], Iterator[Finding]]
    doubt: str = ""

    def finding(self, unit: Unit, message: str, quote: str = "", **args: str) -> Finding:
        """Return a finding of this check on a unit's target."""
        return Finding(self.id, self.severity, message, unit.id, "target", tuple(args.items()), quote)
