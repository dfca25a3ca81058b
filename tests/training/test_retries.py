"""What each way to ask again brings home is counted as a build would take it."""

from collections.abc import Sequence

import pytest

from training.retries import Timed, retried, row, table
from workflow.engines.base import Hypothesis, Progress
from workflow.retries import first
from workflow.units import Constraint, Unit

SOURCES = ("船到昆明。", "人到万象。")
GOOD = "The boat reached Kunming."


class Table:
    """Give the boat its town when asked again with its name, the people theirs never; count what is asked."""

    name = signature = "table"

    def __init__(self) -> None:
        self.asked = 0

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        self.asked += len(sources)
        sum(range(200_000))  # some work that takes time
        assert n > 0
        assert progress is None
        wishes = keep or [()] * len(sources)
        return [[Hypothesis(GOOD if "Kunming" in wish else "They arrived there.", -0.1)] for wish in wishes]


def asked() -> tuple[Table, Timed, list[Unit]]:
    known = [Constraint(2, 4, zh, (en,), "term") for zh, en in (("昆明", "Kunming"), ("万象", "Vientiane"))]
    units = [Unit(str(n), f"text/{n}", SOURCES[n], constraints=(known[n],)) for n in (0, 1)]
    table = Table()
    return table, Timed(table), units


def test_what_an_attempt_brings_home_is_counted() -> None:
    _table, engine, units = asked()
    before = first(engine, units, None, listed=True)
    assert [answer.lost for answer in before] == [1, 1]
    references = [GOOD, "The people reached Vientiane."]
    none = row(engine, units, before, references, [])
    named = row(engine, units, before, references, ["named"])
    ranked = row(engine, units, before, references, ["ranked"])
    assert (none.home, none.seconds) == (0, 0)
    assert (named.home, named.whole, ranked.home) == (1, 1, 0)
    assert named.chrf > none.chrf == ranked.chrf
    assert retried(engine, units, before, ["ranked", "named"])[0].text == GOOD


def test_a_request_is_asked_once_and_costs_every_time() -> None:
    table, engine, units = asked()
    seconds = []
    for _time in range(2):
        first(engine, units, None, listed=True)
        seconds.append(engine.seconds)
    assert table.asked == 2
    assert seconds[0] > 0
    assert seconds[1] == pytest.approx(2 * seconds[0])


def test_rows_are_a_table() -> None:
    _table, engine, units = asked()
    before = first(engine, units, None, listed=True)
    lines = table([row(engine, units, before, ["", ""], [])]).splitlines()
    assert lines[0].startswith("| attempts | brought home")
    assert lines[2].startswith("| none | 0 | 0 | 0.0 | – |")
