"""An adapter that tuning writes is the one that `models install` merges; figures count what they say."""

from pathlib import Path

import numpy as np
import pytest

from training import export
from training.measures import NOTE, Translation, copies, measures, table
from workflow.engines.convert import Adapter

KEY = "base_model.model.model.layers.3.mlp.down_proj.lora_"


def factors(rank: int) -> dict[str, np.ndarray]:
    noise = np.random.default_rng(5)
    a, b = noise.standard_normal((rank, 24)), noise.standard_normal((16, rank))
    return {KEY + "A.weight": a.astype(np.float32), KEY + "B.weight": b.astype(np.float32)}


@pytest.mark.parametrize(("rank", "alpha"), [(4, 8), (8, 8), (4, 2)])
def test_written_adapter_merges_with_peft_s_scale(rank: int, alpha: int, tmp_path: Path) -> None:
    tensors = factors(rank)
    export.write_adapter(tensors, tmp_path / "new.safetensors", rank, alpha)
    delta = Adapter(tmp_path / "new.safetensors").delta("blk.3.ffn_down.weight")
    half = {name: tensor.astype(np.float16).astype(np.float32) for name, tensor in tensors.items()}
    assert delta is not None
    np.testing.assert_allclose(
        delta, alpha / rank * half[KEY + "B.weight"] @ half[KEY + "A.weight"], rtol=1e-5
    )


def test_adapter_that_is_too_large_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "LARGEST", 100)
    with pytest.raises(SystemExit, match="lower rank"):
        export.write_adapter(factors(4), tmp_path / "new.safetensors", 4, 8)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("fed", "english", "expected"),
    [
        (("wetland", "June 5"), "Wetlands recovered by June 5.", (True, True)),
        (("two", "two"), "Two boats came.", (True, False)),
        (("two", "two"), "Two boats and two cars came.", (True, True)),
        (("RMB 3 million",), "It cost three million.", (False,)),
        ((), "Nothing was fed.", ()),
    ],
)
def test_copies_are_counted(fed: tuple[str, ...], english: str, expected: tuple[bool, ...]) -> None:
    assert copies(fed, english) == expected


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("Note: the name is uncertain.", True),
        ("Sure, here it is.", True),
        ("Here is the English translation of it.", True),
        ("The ferry.\nThe boat.", True),
        ("I'm sorry, but I cannot translate this.", True),
        ("The officials noted: no fish.", False),
        ("He said he was sorry.", False),
        ("Make sure the valve is shut.", False),
    ],
)
def test_notes_are_told_from_translations(english: str, found: bool) -> None:
    assert bool(NOTE.search(english)) is found


def test_figures_count_sentences() -> None:
    rows = [
        Translation("渡口很忙。", "The ferry is busy.", "The ferry is busy.", (True, True), (True, True)),
        Translation("船。", "船 is a boat, and here it stays for ever.", "The boat.", (False,), (True,)),
        Translation("桥。", "A.", "The new bridge is open.", (True,), (False,)),
    ]
    figures = measures(rows)
    expected = {
        "sentences": 3,
        "English fed": 4,
        "copied %": 75.0,
        "verified %": 75.0,
        "Han left": 1,
        "notes": 0,
    }
    assert {name: figures[name] for name in expected} == expected
    assert (figures["short %"], figures["long %"]) == (33.33, 33.33)
    assert "version" in str(figures["chrF signature"])


def test_table_has_a_column_a_set_and_the_signatures_below() -> None:
    text = table(
        {"fed": {"chrF": 60.1, "chrF signature": "nc:6"}, "plain": {"chrF": 50.2, "chrF signature": "nc:6"}}
    )
    assert text.splitlines() == ["| | fed | plain |", "|---|---|---|", "| chrF | 60.1 | 50.2 |", "", "nc:6"]
