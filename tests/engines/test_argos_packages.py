import json
import time
import zipfile
from pathlib import Path

import pytest

from workflow.engines import argos_packages, choose_model, models
from workflow.engines.install import install
from workflow.errors import InputError, MissingPartError, UsageError

PACKAGE = Path(__file__).resolve().parents[1] / "data" / "tiny-zh_en.argosmodel"


def quiet(_step: str, _done: int, _total: int) -> None:
    return None


def changed(path: Path, **facts: str) -> Path:
    """A copy of the tiny package with other metadata."""
    with zipfile.ZipFile(PACKAGE) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("metadata.json"):
                data = json.dumps({**json.loads(data), **facts}).encode()
            target.writestr(name, data)
    return path


def with_member(path: Path, name: str, mode: int = 0) -> Path:
    path.write_bytes(PACKAGE.read_bytes())
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(info, "/etc")
    return path


def test_installed_package_is_found_checked_and_listed(store: Path) -> None:
    model = install(None, PACKAGE, quiet)
    assert (model.name, model.path) == ("argos", store / "argos")
    assert model.facts["kind"] == "argos"
    assert model.facts["package"]["folder"] == "tiny-zh_en"
    assert "tiny-zh_en/model/model.bin" in model.facts["files"]
    assert choose_model(None) == model
    listed = argos_packages.package_module(store).get_installed_packages([model.path])
    assert [(package.from_code, package.to_code) for package in listed] == [("zh", "en")]
    (model.path / "tiny-zh_en" / "sentencepiece.model").unlink()
    with pytest.raises(MissingPartError, match=r"sentencepiece\.model: it is missing"):
        models.find("argos")


def test_package_file_is_no_house_model(store: Path) -> None:
    with pytest.raises(InputError, match="is the model argos, not house"):
        install("house", PACKAGE, quiet)
    assert not (store / "argos").exists()


@pytest.mark.parametrize(
    "name",
    ["../outside.txt", "/outside.txt", "tiny-zh_en/../../outside.txt", "C:/outside.txt", "..\\outside.txt"],
)
def test_archive_that_writes_elsewhere_is_refused(store: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="outside the model folder"):
        install("argos", with_member(tmp_path / "evil.argosmodel", name), quiet)
    assert not list(tmp_path.rglob("outside.txt"))
    assert not (store / "argos").exists()


def test_archive_with_a_link_is_refused(store: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="outside the model folder"):
        install("argos", with_member(tmp_path / "evil.argosmodel", "tiny-zh_en/link", 0o120777), quiet)
    assert not (store / "argos").exists()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"from_code": "en", "to_code": "es"}, "translates en to es"),
        ({"to_code": "fr"}, "translates zh to fr"),
    ],
)
def test_other_languages_are_refused(store: Path, tmp_path: Path, facts: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words):
        install("argos", changed(tmp_path / "other.argosmodel", **facts), quiet)
    assert not (store / "argos").exists()


def test_file_that_is_no_archive(store: Path, tmp_path: Path) -> None:
    (tmp_path / "text.argosmodel").write_text("no zip", encoding="ascii")
    with pytest.raises(InputError, match="is no Argos package"):
        install("argos", tmp_path / "text.argosmodel", quiet)
    assert not (store / "argos").exists()


@pytest.mark.parametrize(
    "index", [pytest.param("https://127.0.0.1:9/", marks=pytest.mark.network), "file:///nowhere/"]
)
def test_without_a_network_it_says_so_at_once(
    store: Path, monkeypatch: pytest.MonkeyPatch, index: str
) -> None:
    argos_packages.package_module(store)
    monkeypatch.setattr("argostranslate.settings.remote_package_index", index + "index.json")
    began = time.monotonic()
    with pytest.raises(MissingPartError, match=r"could not be fetched.*models install argos --from"):
        install("argos", None, quiet)
    assert time.monotonic() - began < 15
    assert not (store / "argos").exists()


def test_package_of_the_user_is_the_last_choice(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(MissingPartError, match="models install house"):
        choose_model(None)
    packages = tmp_path / "own"
    (packages / "en_es").mkdir(parents=True)
    with zipfile.ZipFile(PACKAGE) as archive:
        archive.extractall(packages)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    assert choose_model(None).path == packages / "tiny-zh_en"
    assert store != packages


def test_unknown_names(store: Path) -> None:
    with pytest.raises(UsageError, match="Known models: house, house-small, argos"):
        choose_model("no-such-model")
    with pytest.raises(MissingPartError, match="models install house-small"):
        choose_model("house-small")
    assert not store.exists()
