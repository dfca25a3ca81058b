"""When a build opens its engine: before constraints are found where it is sure to be asked, else when it is, else never."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.archive.scripted import Plain, text
from workflow import pipeline, workshop
from workflow.answers import RememberingEngine
from workflow.cache import Cache
from workflow.config import Settings
from workflow.engines import Engine
from workflow.errors import MissingPartError
from workflow.render.brand import load_brand
from workflow.steps import Given, Watch

AHEAD, ASKED, NEVER = "SEGMENT", "FILL", ""


@dataclass
class Office:
    """Hold one bulletin and the engine that it is built with; `step` is the step under way."""

    base: Path
    glossary: str = "zh,en\n澄江合作中心,Chengjiang Cooperation Center\n"
    out: str = "out"
    layout: str = "facing"
    step: str = ""
    opened_at: list[str] = field(default_factory=list)

    @property
    def source(self) -> Path:
        return self.base / "issue.txt"

    def build(self) -> str:
        """Build the bulletin with a new engine and return the step at which it was opened."""
        self.opened_at.clear()
        (self.base / "terms.csv").write_text(self.glossary, encoding="utf-8")
        settings = replace(
            Settings(), formats=("html",), layout=self.layout, glossary=(self.base / "terms.csv",)
        )
        cache = Cache(self.base / "cache")
        engine = RememberingEngine("plain", "plain", self.opened, cache)
        brand = load_brand(settings.brand, settings.template_folders)
        services = pipeline.Services(workshop.open_terms(settings), engine, brand)
        watch = Watch(lambda step, _done, _total: setattr(self, "step", step))
        pipeline.build(self.source, self.base / self.out, settings, services, Given(), watch)
        return self.opened_at[0] if self.opened_at else NEVER

    def opened(self) -> Engine:
        self.opened_at.append(self.step)
        return Plain()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    made.source.write_text(text(0), encoding="utf-8")
    assert made.build() == AHEAD
    return made


def rewritten(old: str, new: str) -> Callable[[Office], object]:
    return lambda office: office.source.write_text(text(0).replace(old, new), encoding="utf-8")


# What happens to a bulletin that was built → the step at which the next build opens the engine.
CHANGES: dict[str, tuple[Callable[[Office], object], str]] = {
    "a sentence of it is changed": (rewritten("交换了", "再次交换了"), AHEAD),
    "a sentence is added": (rewritten("取得了进展。", "取得了进展。各方感谢东道主。"), AHEAD),
    "its title is changed": (rewritten("会议第0次召开", "会议顺利召开"), ASKED),
    "a term of it is changed": (lambda o: setattr(o, "glossary", "zh,en\n水质,quality of water\n"), ASKED),
    "a sentence is taken out": (rewritten("会议认为，水质合作取得了进展。", ""), NEVER),
    "its date is changed": (rewritten("2024年3月4日", "2024年3月5日"), NEVER),
    "a term of others is added": (lambda o: setattr(o, "glossary", o.glossary + "洄游通道,fishway\n"), NEVER),
    "it is laid out in another way": (lambda o: setattr(o, "layout", "stacked"), NEVER),
    "it is built into another folder": (lambda o: setattr(o, "out", "other"), NEVER),
    "nothing": (lambda _office: None, NEVER),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_engine_is_opened_as_early_as_it_is_sure_to_be_asked(office: Office, name: str) -> None:
    change, step = CHANGES[name]
    change(office)
    assert office.build() == step


def test_another_bulletin_is_new(office: Office) -> None:
    office.source.write_text(text(1), encoding="utf-8")
    office.out = "another"
    assert office.build() == AHEAD


def test_an_engine_that_cannot_be_opened_is_told_before_there_are_outputs(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_office: Office) -> Engine:
        raise MissingPartError("The model is broken.")

    monkeypatch.setattr(Office, "opened", broken)
    office.source.write_text(text(1), encoding="utf-8")
    office.out = "another"
    with pytest.raises(MissingPartError, match="The model is broken"):
        office.build()
    assert not (office.base / "another").exists()
