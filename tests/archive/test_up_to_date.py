"""What a second build does again: nothing of what is unchanged, and of what changed no more than depends on it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.archive.scripted import asked, order, text, tree
from workflow.archive import build_all
from workflow.render.brand import package_templates
from workflow.sources import Job
from workflow.steps import Done

GLOSSARY = "zh,en\n澄江合作中心,Chengjiang Cooperation Center\n水质,water quality\n"


@dataclass
class Place:
    """Hold an office with one bulletin."""

    base: Path
    source: Path
    out: Path

    def build(self, **settings: object) -> Done:
        settings = {"glossary": (self.base / "terms.csv",), "office": self.base, "brand": "ours", **settings}
        built, failed = build_all([Job(self.source, self.out)], order(self.base, **settings))
        assert failed == []
        return built[0]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    shutil.copytree(package_templates() / "center", tmp_path / "templates" / "ours")
    made = Place(tmp_path, tmp_path / "issue.txt", tmp_path / "out" / "issue")
    made.source.write_text(text(0), encoding="utf-8")
    made.build()
    asked(tmp_path)
    return made


def test_an_unchanged_bulletin_is_left_as_it_is(place: Place) -> None:
    before = {path: path.stat().st_mtime_ns for path in place.out.iterdir()}
    again = place.build()
    assert again.standing
    assert again.files == ("edition.json", "issue.html")
    assert again.units > 5
    assert {path: path.stat().st_mtime_ns for path in place.out.iterdir()} == before


def changed_sentence(place: Place) -> None:
    place.source.write_text(text(0).replace("交换了", "再次交换了"), encoding="utf-8")


def changed_term(place: Place) -> None:
    (place.base / "terms.csv").write_text(
        GLOSSARY.replace("water quality", "quality of water"), encoding="utf-8"
    )


def term_of_another(place: Place) -> None:
    (place.base / "terms.csv").write_text(GLOSSARY + "鱼类洄游通道,fish passage\n", encoding="utf-8")


def changed_brand(place: Place) -> None:
    toml = place.base / "templates" / "ours" / "brand.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\n# another look\n", encoding="utf-8")


def deleted_output(place: Place) -> None:
    (place.out / "issue.html").unlink()


def damaged_record(place: Place) -> None:
    (place.out / ".built.json").write_text('{"key": 3}', encoding="utf-8")


def answered_question(place: Place) -> None:
    (place.out / "review-log.jsonl").write_text("", encoding="utf-8")
    record = json.loads((place.out / ".built.json").read_text(encoding="utf-8"))
    (place.out / ".built.json").write_text(json.dumps({**record, "log": "0" * 64}), encoding="utf-8")


# What happened → the sentences that the engine is asked again, by words of their Chinese.
CHANGES: list[tuple[Callable[[Place], None], tuple[str, ...]]] = [
    (changed_sentence, ("交换了",)),
    (changed_term, ("召开", "交换了", "会议认为")),
    (term_of_another, ()),
    (changed_brand, ()),
    (deleted_output, ()),
    (damaged_record, ()),
    (answered_question, ()),
]


@pytest.mark.parametrize(("change", "words"), CHANGES, ids=[change.__name__ for change, _words in CHANGES])
def test_a_change_does_again_what_depends_on_it(
    place: Place, change: Callable[[Place], None], words: tuple[str, ...]
) -> None:
    change(place)
    assert not place.build().standing
    again = asked(place.base)
    assert len(again) == len(words)
    for word in words:
        assert sum(word in source for source in again) == 1, (word, again)
    assert place.build().standing


@pytest.mark.parametrize(
    "setting", [{"formats": ("html", "xliff")}, {"layout": "stacked"}, {"page": "letter"}, {"script": "hant"}]
)
def test_another_setting_renders_again_without_the_engine(place: Place, setting: dict[str, object]) -> None:
    assert not place.build(**setting).standing
    assert asked(place.base) == []
    assert place.build(**setting).standing


def test_a_half_filled_cache_gives_what_an_empty_one_gives(place: Place) -> None:
    answers = sorted((place.base / "cache" / "answers").glob("??/*"))
    for file in answers[::2]:
        file.unlink()
    changed_sentence(place)
    place.build()
    half = shutil.copytree(place.out, place.base / "half")
    shutil.rmtree(place.out)
    shutil.rmtree(place.base / "cache")
    place.build()
    ledger = ".written.json"  # which knows of the edition before
    assert {**tree(place.out), ledger: b""} == {**tree(half), ledger: b""}


def test_outputs_that_were_deleted_come_back_the_same_without_rendering(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workflow import rendering

    before = tree(place.out)
    shutil.rmtree(place.out)
    monkeypatch.setattr(rendering, "RENDERERS", {})
    place.build()
    assert tree(place.out) == before


def test_the_picture_beside_a_source_counts(place: Place) -> None:
    place.source.write_text(text(0) + "\n![大坝](dam.png)\n", encoding="utf-8")
    place.build()
    assert place.build().standing
    (place.base / "dam.png").write_bytes(b"no picture at all")
    assert not place.build().standing
    assert place.build().standing


def test_without_a_cache_everything_is_made_again_and_nothing_is_kept(place: Place) -> None:
    shutil.rmtree(place.base / "cache")
    assert not place.build(cache="off").standing
    assert not place.build(cache="off").standing
    assert not (place.base / "cache").exists()


def test_the_clock_of_outputs_counts(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert not place.build().standing


def test_what_the_caller_says_counts(place: Place) -> None:
    one = order(place.base, glossary=(place.base / "terms.csv",), office=place.base, brand="ours")
    titled = replace(one, given=replace(one.given, title="另一个标题"))
    assert one.inputs is not None
    from workflow.inputs import gather

    assert gather(one.settings, titled.given, None).everything != one.inputs.everything
