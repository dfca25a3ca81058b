"""The file of the memory: what is kept, what is replaced, what is refused; many processes, and one that is killed."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import pytest

from workflow.errors import InputError, OutputError
from workflow.memory import Memory, open_memory
from workflow.memory.entries import Entry

MONDAY, TUESDAY = "2024-05-27T08:00:00Z", "2024-05-28T08:00:00Z"
FIRST = Entry(
    "会议在昆明市举行。", "The meeting was held in Kunming.", "may (2024-3)", "a1", "", "b2", "Li", MONDAY
)


def test_what_is_written_is_read_again(memory: Memory) -> None:
    assert memory.add([FIRST]) == 1
    assert list(memory.all()) == [FIRST]
    with open_memory(memory.path) as again:
        assert again.of_source(FIRST.digest, 9) == [FIRST]


AGAIN = [
    ("the same", {}, 0, [FIRST.target]),
    ("the same by another on another day", {"reviewer": "Wang", "date": TUESDAY}, 0, [FIRST.target]),
    ("corrected in the same bulletin", {"target": "The meeting took place in Kunming."}, 1, ["The meeting took place in Kunming."]),
    ("an older text of the same place", {"target": "It was.", "date": "2024-05-01T00:00:00Z"}, 0, [FIRST.target]),
    ("other neighbours", {"after": "c3"}, 1, [FIRST.target]),
    (
        "the same Chinese in another bulletin",
        {"bulletin": "june", "target": "It was held in Kunming.", "date": TUESDAY},
        1,
        ["It was held in Kunming.", FIRST.target],
    ),
    (
        "in an older bulletin",
        {"bulletin": "april", "target": "It was held in Kunming.", "date": "2024-04-01T00:00:00Z"},
        1,
        [FIRST.target, "It was held in Kunming."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "new", "kept"), [a[1:] for a in AGAIN], ids=[a[0] for a in AGAIN])
def test_written_again(memory: Memory, changes: dict[str, str], new: int, kept: list[str]) -> None:
    memory.add([FIRST])
    assert memory.add([replace(FIRST, **changes)]) == new  # type: ignore[arg-type] # fields of text only
    assert [entry.target for entry in memory.of_source(FIRST.digest, 9)] == kept


def test_a_word_processors_quotes_make_no_other_source(memory: Memory) -> None:
    memory.add([replace(FIRST, source="他说“好”。")])
    assert memory.of_source(Entry('他说"好"。 ', "").digest, 9) != []


def test_what_was_corrected_is_not_found_by_its_old_words(memory: Memory) -> None:
    memory.add([FIRST])
    memory.add([replace(FIRST, source="论坛在昆明市闭幕。")])
    assert memory.with_gram("会议在", 9) == []
    assert len(memory.with_gram("论坛在", 9)) == 1


def test_the_digest_follows_what_is_written(memory: Memory, tmp_path: Path) -> None:
    assert memory.digest == ""
    memory.add([FIRST])
    before = memory.digest
    with open_memory(tmp_path / "other.sqlite", create=True) as other:
        other.add([FIRST])
        assert before == other.digest != ""
    memory.add([FIRST])
    assert memory.digest == before
    memory.add([replace(FIRST, bulletin="june")])
    assert memory.digest != before


def test_a_reader_sees_one_state_while_others_write(memory: Memory) -> None:
    memory.add([FIRST])
    with open_memory(memory.path) as other, other.reading():
        assert other.count == 1
        memory.add([replace(FIRST, unit="x")])
        assert other.count == 1
        with other.reading():
            assert other.count == 1
    assert memory.count == 2


TEXTS = [("昆明", 1), ("KUNMING", 1), ("100%", 1), ("meeting_", 0), ("老挝", 0)]


@pytest.mark.parametrize(("text", "count"), TEXTS)
def test_text_is_found_as_it_is_written(memory: Memory, text: str, count: int) -> None:
    memory.add([FIRST, replace(FIRST, unit="x", source="增长100%。", target="It grew by 100%.")])
    assert len(memory.containing(text, 10)) == count


NFS = "/dev/sda1 / ext4 rw 0 0\nserver:/share {folder} nfs4 rw 0 0\n"


def test_a_network_share_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"network share \(nfs4\).*local disk.*memory export"):
        open_memory(tmp_path / "m.sqlite", create=True, mounts=NFS.format(folder=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_memory_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is not there.*bulletin publish"):
        open_memory(tmp_path / "m.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    text, foreign, newer = (tmp_path / name for name in ("a.sqlite", "b.sqlite", "c.sqlite"))
    text.write_text("a memory of sorts" * 100, encoding="utf-8")
    with contextlib.closing(sqlite3.connect(foreign)) as other:
        other.execute("CREATE TABLE t (a)")
    with (
        contextlib.closing(open_memory(newer, create=True)),
        contextlib.closing(sqlite3.connect(newer)) as later,
    ):
        later.execute("PRAGMA user_version = 99")
    for path, reason in (
        (text, "not a database"),
        (foreign, "no translation memory"),
        (newer, "newer version"),
    ):
        before = path.read_bytes()
        with pytest.raises(InputError, match=reason):
            open_memory(path, create=True)
        assert path.read_bytes() == before


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"unable to open database file.*--no-memory"):
        open_memory(tmp_path, create=True)


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from workflow.memory import open_memory
    from workflow.memory.entries import Entry

    path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    for number in range(count):
        with open_memory(path, create=True) as memory:
            memory.add(Entry(f"第{number}个{name}甲乙丙丁{n}", f"{name} {n}", name, f"{number}-{n}") for n in range(7))
        print(number, flush=True)
    """
)


def _start(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )


def test_ten_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "house.sqlite"
    writers = [_start(path, f"process{n}", 6) for n in range(10)]
    for writer in writers:
        _out, errors = writer.communicate(timeout=120)
        assert (writer.returncode, errors) == (0, "")
    with open_memory(path) as memory:
        assert memory.count == 10 * 6 * 7
        assert {entry.bulletin for entry in memory.all()} == {f"process{n}" for n in range(10)}
    assert _whole(path)


@pytest.mark.parametrize("delay", [0.0, 0.005, 0.02])
def test_a_kill_in_the_middle_leaves_a_readable_file(tmp_path: Path, delay: float) -> None:
    killed(tmp_path, delay)


@pytest.mark.long
def test_a_hundred_kills(tmp_path: Path) -> None:
    for number in range(100):
        killed(tmp_path / str(number), number / 2000)


def killed(tmp_path: Path, delay: float) -> None:
    """Kill a process that writes, so many seconds after its fifth transaction, and look at what it left."""
    path = tmp_path / "house.sqlite"
    writer = _start(path, "killed", 10_000)
    assert writer.stdout is not None
    told = [writer.stdout.readline() for _number in range(5)]
    time.sleep(delay)
    os.kill(writer.pid, signal.SIGKILL)
    rest, _errors = writer.communicate(timeout=60)
    finished = len(told) + rest.count("\n")
    assert writer.returncode == -signal.SIGKILL
    with open_memory(path) as memory:
        assert memory.count % 7 == 0, "a transaction is whole or not there"
        assert finished <= memory.count // 7 <= finished + 1
        assert memory.add([FIRST]) == 1
    assert _whole(path)


def _whole(path: Path) -> bool:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO gram (gram) VALUES ('integrity-check')")
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
