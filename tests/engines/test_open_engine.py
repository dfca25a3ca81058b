import shutil
from pathlib import Path
from typing import Any

import pytest

from workflow.engines import choose_model, open_engine
from workflow.engines.base import Engine
from workflow.engines.install import install
from workflow.engines.scripted import ScriptedEngine

PACKAGE = Path(__file__).resolve().parents[1] / "data" / "tiny-zh_en.argosmodel"


def quiet(_step: str, _done: int, _total: int) -> None:
    return None


def test_order_of_choice(tiny: Any, store: Path, tmp_path: Path) -> None:
    install("argos", PACKAGE, quiet)
    assert choose_model(None).name == "argos"
    install("house-small", tiny.gguf, quiet)
    assert choose_model(None).name == "house-small"
    shutil.copytree(store / "house-small", store / "house")
    assert choose_model(None).path == store / "house"
    assert choose_model("argos").name == "argos"
    shutil.move(store / "house-small", tmp_path / "elsewhere")
    assert choose_model(str(tmp_path / "elsewhere")).path == tmp_path / "elsewhere"


def test_engine_follows_the_kind_of_model(tiny: Any, tmp_path: Path) -> None:
    install("house-small", tiny.gguf, quiet)
    install("argos", PACKAGE, quiet)
    assert open_engine(None, 1).name == "house-small"
    assert open_engine("argos", 1).name == "argos"
    assert tmp_path.is_dir()


@pytest.mark.parametrize(
    ("n", "keep", "expected"),
    [
        (1, None, ["one"]),
        (3, None, ["one", "two"]),
        (1, [["two"]], ["two"]),
        (2, [["absent"]], ["one", "two"]),
    ],
)
def test_scripted_answers(n: int, keep: list[list[str]] | None, expected: list[str]) -> None:
    engine: Engine = ScriptedEngine({"一": ["one", "two"]}, otherwise="?")
    assert [h.text for h in engine.translate(["一"], n, keep)[0]] == expected
    assert [h.text for h in engine.translate(["二"], n)[0]] == ["?"]
