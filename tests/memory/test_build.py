"""What the memory is to a build: its English in the edition, its digest in the manifest, the same bytes twice."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from workflow import store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.edition import Edition
from workflow.engines.scripted import ScriptedEngine
from workflow.memory import Memory, record
from workflow.pipeline import Given, Services, Watch, build
from workflow.render.brand import load_brand
from workflow.units import State

Build = Callable[[str, Memory | None], Edition]
TEXT = """跨境流域联合监测会议召开

2024年5月7日，联合监测会议在昆明市举行。来自12个国家的120名代表参加了会议。大家讨论热烈。
"""
LATER = TEXT.replace("5月7日", "9月2日").replace("120名", "95名").replace("讨论热烈", "讨论十分热烈")


@pytest.fixture
def made(tmp_path: Path, terms: Terms) -> Build:
    """Return a function that builds a text, without outputs, by an engine that says the same of everything."""

    def make(text: str, memory: Memory | None) -> Edition:
        source = tmp_path / "bulletin.txt"
        source.write_text(text, encoding="utf-8")
        engine = ScriptedEngine({}, "The engine's own words.")
        services = Services(terms, engine, load_brand("center", ()), memory)
        settings = replace(Settings(), formats=())
        return build(source, tmp_path / "build", settings, services, Given(), Watch()).edition

    return make


def reviewed(edition: Edition) -> Edition:
    """Return an edition as an editor leaves it: the body in his English, all of it read."""
    english = {
        "2024年5月7日，联合监测会议在昆明市举行。": "The joint monitoring meeting was held in Kunming on May 7, 2024.",
        "来自12个国家的120名代表参加了会议。": "It was attended by 120 representatives from 12 countries.",
        "大家讨论热烈。": "The discussion was lively.",
    }
    units = (
        replace(u, target=english[u.source], state=State.REVIEWED, origin="human", by="Li")
        for u in edition.units
        if u.source in english
    )
    return replace(edition, units=tuple(units))


def test_what_was_reviewed_serves_the_next_build(made: Build, memory: Memory) -> None:
    record(reviewed(made(TEXT, memory)), memory, "2024-05-28")
    edition = made(LATER, memory)
    told = {unit.source: unit for unit in edition.units}
    date, count, lively = list(told)[-3:]
    assert told[date].target == "The joint monitoring meeting was held in Kunming on September 2, 2024."
    assert told[count].target == "It was attended by 95 representatives from 12 countries."
    assert [told[source].origin for source in (date, count)] == ["memory", "memory"]
    assert {told[source].state for source in (date, count)} == {State.DRAFT}
    assert told[lively].origin == "engine:scripted"
    assert [s.text for s in told[lively].suggestions] == ["The discussion was lively."]
    assert edition.manifest.memory == memory.digest


def test_the_same_input_gives_the_same_bytes(made: Build, memory: Memory) -> None:
    record(reviewed(made(TEXT, memory)), memory, "2024-05-28")
    assert store.dump(made(LATER, memory)) == store.dump(made(LATER, memory))


def test_without_a_memory_or_with_an_empty_one_nothing_is_said_of_it(made: Build, memory: Memory) -> None:
    assert made(TEXT, None).manifest.memory == ""
    assert store.dump(made(TEXT, memory)) == store.dump(made(TEXT, None))
