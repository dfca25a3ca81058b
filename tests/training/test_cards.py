"""A model card speaks of the file that lies beside it, and of the base that is fetched for it."""

from pathlib import Path

import pytest

from workflow.engines.catalogue import HOUSE_MODELS
from workflow.engines.fetch import sha256_of

ROOT = Path(__file__).parents[2]
CARDS = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
HISTORY = (ROOT / "docs" / "results" / "model.md").read_text(encoding="utf-8")
FACTS = ("file", "base", "license", "training", "held-out pairs", "speed", "installed", "known faults")


@pytest.mark.parametrize("name", HOUSE_MODELS)
def test_card_and_history_name_the_adapter_that_is_shipped(name: str) -> None:
    model = HOUSE_MODELS[name]
    card = CARDS.split(f"\n## {name}")[1].split("\n## ")[0]
    adapter = ROOT / "models" / model.adapter_file
    digest = sha256_of(adapter)
    assert digest in card
    assert f"{adapter.stat().st_size / 1e6:.0f} MB" in card
    assert model.base_sha256 in card
    assert model.license in card
    assert [fact for fact in FACTS if f"\n| {fact}" not in card] == []
    assert digest[:12] in HISTORY
