from pathlib import Path
from typing import Any

import pytest

from workflow.engines import open_engine
from workflow.engines.argos import ArgosEngine, fill_places, hold_places
from workflow.engines.install import install

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tests" / "data" / "tiny-zh_en.argosmodel"
PAIRS = [
    line.split("\t")
    for line in (ROOT / "training" / "tiny_argos_pairs.tsv").read_text(encoding="utf-8").splitlines()
]
SOURCES = [source for source, _target, _terms in PAIRS]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> ArgosEngine:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BULLETIN_MODELS", str(tmp_path_factory.mktemp("models")))
        install("argos", PACKAGE, lambda _step, _done, _total: None)
        opened = open_engine("argos", 1)
    assert isinstance(opened, ArgosEngine)
    return opened


@pytest.fixture
def exact(engine: ArgosEngine, monkeypatch: pytest.MonkeyPatch) -> ArgosEngine:
    """The engine in float32: int8 answers differ by processor and by what else is in the batch."""
    import ctranslate2

    folder = next(engine._model.path.glob("*/metadata.json")).parent
    translator = ctranslate2.Translator(str(folder / "model"), device="cpu", compute_type="float32")
    monkeypatch.setattr(engine, "translator", translator)
    return engine


def test_it_knows_its_pairs_by_heart(exact: ArgosEngine) -> None:
    found = [hypotheses[0].text for hypotheses in exact.translate(SOURCES)]
    right = sum(text == target for text, (_source, target, _terms) in zip(found, PAIRS, strict=True))
    assert right >= 0.9 * len(PAIRS)


def test_english_is_that_of_argos_translate_itself(exact: ArgosEngine) -> None:
    """Argos's own translation, its sentence splitter replaced by one that leaves a sentence whole."""
    from argostranslate import package, translate

    class Whole:
        def split_sentences(self, text: str) -> list[str]:
            return [text]

    own = package.Package(next(exact._model.path.glob("*/metadata.json")).parent)
    for n in (1, 3):
        ours = exact.translate(SOURCES[:40], n=n)
        for source, hypotheses in zip(SOURCES[:40], ours, strict=True):
            theirs = translate.apply_packaged_translation(own, source, exact.translator, Whole(), n)
            assert [h.text for h in hypotheses] == [h.value for h in theirs]


def test_duplicates_order_and_progress(engine: ArgosEngine) -> None:
    done: list[int] = []
    sources = [*SOURCES[:50], SOURCES[3], *SOURCES[10:20]]
    found = engine.translate(sources, progress=done.append)
    assert sum(done) == len(sources)
    assert found[50] == found[3]
    assert engine.translate(sources[::-1]) == found[::-1]


def test_candidates_have_mean_scores_a_token(exact: ArgosEngine) -> None:
    (found,) = exact.translate(SOURCES[:1], n=4)
    assert len(found) == 4
    assert found[0].text == PAIRS[0][1]
    assert -0.5 < found[0].score <= 0
    assert all(h.score <= found[0].score for h in found)


def test_english_that_was_lost_comes_back_through_a_placeholder(engine: ArgosEngine) -> None:
    cases = [(s, t, terms.split("|")[0].split("=")) for s, t, terms in PAIRS if terms][:40]
    sources = [source.replace(zh, "Completely Unseen Name", 1) for source, _target, (zh, _en) in cases]
    keep = [["Completely Unseen Name"]] * len(sources)
    without = sum("Completely Unseen Name" in h[0].text for h in engine.translate(sources))
    with_keep = sum("Completely Unseen Name" in h[0].text for h in engine.translate(sources, keep=keep))
    assert without <= 0.2 * len(sources)
    assert with_keep >= 0.8 * len(sources)


def test_empty_sources(engine: ArgosEngine) -> None:
    assert engine.translate([]) == []
    assert engine.translate([""])[0][0].text == ""


def test_signature(engine: ArgosEngine) -> None:
    assert engine.name == "argos"
    assert engine.signature.startswith("argos|tiny-zh_en 1.0|")
    assert "ct2:" in engine.signature


@pytest.mark.parametrize(
    ("source", "keep", "held", "filled"),
    [
        ("在Phnom Penh开会", ["Phnom Penh"], "在XX1开会", "in Phnom Penh"),
        ("Water Week和Water", ["Water", "Water Week"], "XX1和XX2", "in Water Week"),
        ("XX1与Nanning", ["Nanning"], "XX1与XX2", "in XX1"),
        ("没有", ["Nanning"], "没有", "in XX1"),
        ("在A\\1开会", ["A\\1"], "在XX1开会", "in A\\1"),
    ],
)
def test_placeholders(source: str, keep: list[str], held: str, filled: str) -> None:
    text, places = hold_places(source, keep, "XX{number}")
    assert text == held
    assert fill_places("in XX1", places) == filled


def test_eleventh_placeholder_is_not_the_first() -> None:
    keep = [f"Name{letter}" for letter in "ABCDEFGHIJK"]
    text, places = hold_places("，".join(keep), keep, "XX{number}")
    assert fill_places(text, places).split("，") == keep


def test_lower_case_placeholder_counts(engine: Any) -> None:
    assert fill_places("Xx1 and [1]", {"XX1": "Vientiane"}) == "Vientiane and [1]"
    assert engine.name == "argos"
