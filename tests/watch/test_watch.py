"""A watched folder: what arrives is built once it is whole, told on the page, and remembered."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.faults.office import RuleEngine
from workflow import store, watching
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.errors import UsageError
from workflow.i18n import MESSAGES
from workflow.pipeline import Built, Given, Services, build
from workflow.render.brand import load_brand
from workflow.watching import inbox, loop, page, records
from workflow.watching.loop import Watcher

ROOT = Path(__file__).parents[2]
TEXT = "清溪中心\n\n简报\n\n2024年第3期\n\n2024年5月6日\n\n交流活动举行\n\n客人们在树下喝茶。\n"
SECRET = "哥斯拉"


@pytest.fixture
def office(tmp_path: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    monkeypatch.setattr(loop, "open_terms", lambda _settings: terms)
    return tmp_path


@pytest.fixture
def start(office: Path, terms: Terms) -> Callable[[], Watcher]:
    """Return a function that begins to watch, as a restart does: with what the folder of outputs remembers."""

    def begin() -> Watcher:
        settings = Settings(formats=("html",), output=office / "out", memory="off")
        (office / "out").mkdir(exist_ok=True)
        services = Services(terms, RuleEngine(), load_brand("center"))
        made = Watcher(office / "in", settings, Given(), services, 0.1, threading.Event(), lambda _line: None)
        made.known = records.load(office / "out")
        return made

    return begin


def drop(office: Path, name: str = "a.txt", text: str = TEXT) -> Path:
    path = office / "in" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def outcomes(watcher: Watcher) -> dict[str, str]:
    return {name: one.outcome for name, one in watcher.known.items()}


def looks(watcher: Watcher, count: int = 2) -> dict[str, str]:
    for _number in range(count):
        watcher.round()
    return outcomes(watcher)


def test_what_lies_still_is_built_once(office: Path, start: Callable[[], Watcher]) -> None:
    drop(office)
    watcher = start()
    assert looks(watcher, 1) == {}
    assert looks(watcher, 1) == {"a.txt": "built"}
    edition = office / "out" / "a" / "edition.json"
    first = edition.stat().st_mtime_ns
    assert looks(watcher, 3) == {"a.txt": "built"}
    assert edition.stat().st_mtime_ns == first
    assert watcher.done == 1


def test_what_still_grows_waits(office: Path, start: Callable[[], Watcher]) -> None:
    path, watcher = drop(office, text=TEXT[:20]), start()
    for end in (40, 50, len(TEXT)):
        assert looks(watcher, 1) == {}
        path.write_text(TEXT[:end], encoding="utf-8")
    assert looks(watcher, 1) == {}
    assert looks(watcher, 1) == {"a.txt": "built"}
    assert store.load(office / "out" / "a").units[-1].source == "客人们在树下喝茶。"


def test_what_has_its_size_before_its_content_waits(office: Path, start: Callable[[], Watcher]) -> None:
    path, watcher = drop(office, text="\0" * len(TEXT.encode())), start()
    os.utime(path, ns=(1, 1))
    assert looks(watcher, 1) == {}
    path.write_text(TEXT, encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert looks(watcher, 1) == {}, "size and time are the same, the content is not"
    assert looks(watcher, 1) == {"a.txt": "built"}


def test_what_a_stalled_copy_holds_open_waits_however_long(
    office: Path, start: Callable[[], Watcher]
) -> None:
    watcher = start()
    with (office / "in" / "a.txt").open("w", encoding="utf-8") as copying:
        copying.write(TEXT[:40])
        copying.flush()
        assert looks(watcher, 5) == {}
        assert "a.txt" in watcher.waiting
        copying.write(TEXT[40:])
    assert looks(watcher) == {"a.txt": "built"}


def test_an_empty_file_waits(office: Path, start: Callable[[], Watcher]) -> None:
    drop(office, text="")
    watcher = start()
    assert looks(watcher, 3) == {}
    drop(office)
    assert looks(watcher) == {"a.txt": "built"}


NOT_YET = (
    "~$a.docx", ".a.txt", ".a.txt.Xy3Zkq", ".~lock.a.docx#", "a.docx.part", "a.docx.crdownload", "未确认 1234.crdownload",
    "a.docx.download/a.docx.part", "a.pdf.tmp", "~WRD0001.tmp", "a.docx.filepart", "a.txt.xltd", ".sync/a.txt", "Thumbs.db",
    "README.md", "a_files/frame.html", "a.docx.partial",
)  # fmt: skip


def test_names_of_unfinished_files_are_no_bulletins(office: Path) -> None:
    for name in NOT_YET:
        drop(office, name)
    drop(office, "b/2024-3.txt")
    assert list(inbox.look(office / "in")) == ["b/2024-3.txt"]


def test_a_link_out_of_the_inbox_is_left_out(office: Path) -> None:
    (office / "secret.txt").write_text(TEXT, encoding="utf-8")
    (office / "in" / "a.txt").symlink_to("../secret.txt")
    (office / "in" / "b.txt").symlink_to("nowhere.txt")
    assert inbox.look(office / "in") == {}


def test_a_restart_forgets_nothing(office: Path, start: Callable[[], Watcher]) -> None:
    path = drop(office)
    looks(start())
    os.utime(path)
    again = start()
    assert (looks(again), again.done) == ({"a.txt": "built"}, 0), "touched is not changed"
    drop(office, text=TEXT + "\n今年雨水很多。\n")
    assert (looks(again), again.done) == ({"a.txt": "built"}, 1)
    shutil.rmtree(office / "out" / "a")
    third = start()
    assert (looks(third), third.done) == ({"a.txt": "built"}, 1), "what is gone is built again"


@pytest.mark.parametrize(
    "damage", [b"", b"{", b'{"version": 1, "files": {"a.txt": {}}}', b'{"version": 9}', b"[]"]
)
def test_records_that_cannot_be_read_cost_a_build(
    office: Path, start: Callable[[], Watcher], damage: bytes
) -> None:
    (office / "out").mkdir()
    (office / "out" / records.FILE).write_bytes(damage)
    assert start().known == {}


def test_a_bad_file_stops_no_other_and_waits_for_a_change(office: Path, start: Callable[[], Watcher]) -> None:
    bad = drop(office, "bad.docx", "no word file")
    drop(office)
    watcher = start()
    assert looks(watcher) == {"a.txt": "built", "bad.docx": "failed"}
    assert (looks(watcher, 3), watcher.failed) == ({"a.txt": "built", "bad.docx": "failed"}, [3])
    assert (looks(again := start()), again.failed) == ({"a.txt": "built", "bad.docx": "failed"}, [])
    assert "it is no DOCX" in (office / "out" / page.FILE).read_text()
    bad.write_bytes(b"PK\x03\x04")
    assert (looks(watcher), watcher.failed) == ({"a.txt": "built", "bad.docx": "failed"}, [3, 3])
    assert watcher.exit_code == 6


def test_a_fault_that_is_not_the_file_s_is_tried_again(
    office: Path, start: Callable[[], Watcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(office)
    watcher = start()
    (office / "out" / "a").write_text("a file in the folder's place")
    assert looks(watcher, 4) == {"a.txt": "failed"}
    assert watcher.failed == [5], "not at once"
    (office / "out" / "a").unlink()
    monkeypatch.setattr(loop, "AGAIN", 0.0)
    assert looks(watcher) == {"a.txt": "built"}


def test_our_own_fault_ends_one_file_only(
    office: Path, start: Callable[[], Watcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(office / "state"))
    drop(office)
    drop(office, "b.txt")
    watcher = start()

    def failing(source: Path, *rest: Any) -> Built:
        if source.stem == "a":
            raise KeyError(SECRET)
        return build(source, *rest)

    monkeypatch.setattr(loop, "build", failing)
    assert looks(watcher) == {"a.txt": "failed", "b.txt": "built"}
    assert "KeyError" in watcher.known["a.txt"].message
    assert SECRET not in watcher.known["a.txt"].message


def test_two_files_of_one_name(office: Path, start: Callable[[], Watcher]) -> None:
    drop(office, "a.txt")
    watcher = start()
    looks(watcher)
    drop(office, "a.md")
    assert looks(watcher, 3) == {"a.txt": "built"}
    assert "'a.txt'" in watcher.waiting["a.md"]
    drop(office, "x/a.md")
    (office / "in" / "a.txt").unlink()
    assert looks(watcher, 3)["a.md"] == "built"
    assert (office / "out" / "x" / "a" / "edition.json").exists()


def test_a_program_that_dies_over_a_file_gives_it_up(office: Path, start: Callable[[], Watcher]) -> None:
    drop(office)
    watcher = start()
    looks(watcher)
    for tries, outcome in ((loop.MOST_TRIES - 1, "built"), (loop.MOST_TRIES, "failed")):
        died = replace(watcher.known["a.txt"], outcome="building", tries=tries)
        records.save(office / "out", {"a.txt": died})
        assert looks(start()) == {"a.txt": outcome}


def test_a_share_that_is_away_for_a_while(office: Path, start: Callable[[], Watcher]) -> None:
    drop(office)
    watcher = start()
    looks(watcher)
    (office / "in").rename(office / "away")
    assert looks(watcher) == {"a.txt": "built"}
    watcher.show_page()
    assert "is the share there?" in (office / "out" / page.FILE).read_text()
    (office / "away").rename(office / "in")
    drop(office, "b.txt")
    assert (looks(watcher), watcher.trouble) == ({"a.txt": "built", "b.txt": "built"}, "")


def test_a_broken_glossary_is_no_file_s_fault(
    office: Path, start: Callable[[], Watcher], monkeypatch: pytest.MonkeyPatch, terms: Terms
) -> None:
    from workflow.workshop import open_terms

    drop(office)
    (office / "terms.csv").write_text("zh,en\n会议,\n", encoding="utf-8")
    watcher = start()
    watcher.settings = replace(watcher.settings, glossary=(office / "terms.csv",))
    monkeypatch.setattr(loop, "open_terms", open_terms)
    assert looks(watcher) == {}
    assert "terms.csv" in watcher.trouble
    monkeypatch.setattr(loop, "open_terms", lambda _settings: terms)
    assert looks(watcher) == {"a.txt": "built"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page(office: Path, start: Callable[[], Watcher], language: str) -> None:
    name = "<script>alert(1)</script> & 月.txt".replace("/", "⁄")
    drop(office, name)
    drop(office, "bad.docx", "no word file")
    watcher = start()
    MESSAGES.use(language)
    try:
        looks(watcher)
        watcher.waiting = {"c.txt": "…"}
        watcher.show_page()
    finally:
        MESSAGES.use("en")
    data = (office / "out" / page.FILE).read_bytes()
    tree: Any = html.fromstring(data)
    assert tree.get("lang") == {"en": "en", "zh": "zh-CN"}[language]
    assert not tree.xpath("//script | //link | //img | //@onclick | //@src")
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == ["5"]
    rows = {row[0].text_content(): row for row in tree.xpath("//tbody/tr")}
    assert set(rows) == {name, "bad.docx", "c.txt"}
    assert {row.get("class") for row in rows.values()} == {"built", "failed", "waiting"}
    from urllib.parse import unquote

    links = [unquote(link) for link in rows[name].xpath(".//@href")]
    assert links
    assert all((office / "out" / link).is_file() for link in links)
    assert language == "zh" or ">built<" in data.decode()
    assert list((office / "out").glob(".*.partial")) == []


def settings_of(office: Path, out: Path) -> Settings:
    model = office / "model"
    model.mkdir(exist_ok=True)
    (model / "MODEL.json").write_text('{"name": "scripted", "kind": "scripted", "files": {}}')
    return Settings(formats=("html",), output=out, memory="off", model=str(model))


@pytest.mark.parametrize("out", ["in", "in/build"])
def test_outputs_inside_the_inbox_are_refused(office: Path, out: str) -> None:
    with pytest.raises(UsageError, match="would arrive in the inbox"):
        watching.watch(
            office / "in", settings_of(office, office / out), Given(), 0.1, True, threading.Event(), print
        )


@pytest.fixture
def started(office: Path) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Return a function that starts the command itself."""
    running: list[subprocess.Popen[str]] = []
    model = settings_of(office, office / "out").model

    def begin(*options: str, slow: float = 0.0) -> "subprocess.Popen[str]":
        command = [sys.executable, str(ROOT / "tests" / "faults" / "office.py"), "watch", str(office / "in")]
        command += [
            "-o",
            str(office / "out"),
            "--model",
            str(model),
            "--format",
            "html",
            "--every",
            "0.2",
            *options,
        ]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", "BULLETIN_SLOW": str(slow)}
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=30)


def until(true: Callable[[], bool], seconds: float = 180.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


@pytest.mark.slow
def test_the_command_is_killed_restarted_and_stopped(
    office: Path, started: Callable[..., "subprocess.Popen[str]"]
) -> None:
    drop(office, text=TEXT + f"\n{SECRET}来了。\n")
    out = office / "out"
    first = started(slow=600)

    def state() -> str:
        try:
            return str(json.loads((out / records.FILE).read_text())["files"]["a.txt"]["outcome"])
        except (OSError, KeyError):
            return ""

    until(lambda: state() == "building" and "FILL" in (out / page.FILE).read_text())
    first.kill()
    first.communicate(timeout=30)
    assert not (out / "a" / "edition.json").exists()
    second = started()
    until(lambda: state() == "built")
    third = started()
    _said, error = third.communicate(timeout=120)
    assert (third.returncode, "another `bulletin watch`" in error) == (2, True)
    second.send_signal(signal.SIGTERM)
    said, error = second.communicate(timeout=60)
    assert (second.returncode, "a.html" in said) == (0, True), error
    shown = (out / page.FILE).read_text()
    assert "Stopped at" in shown
    assert "refresh" not in shown
    log = (out / loop.LOG_FILE).read_text()
    assert "built" in log
    assert "CHECK=" in log
    assert SECRET not in log
    assert "客人" not in log


@pytest.mark.slow
def test_once_for_cron_and_stopped_from_the_keyboard(
    office: Path, started: Callable[..., "subprocess.Popen[str]"]
) -> None:
    drop(office)
    drop(office, "bad.docx", "no word file")
    once = started("--once")
    said, error = once.communicate(timeout=180)
    assert once.returncode == 6, error
    assert "a.html" in said
    assert "bad.docx" in said
    slow = started(slow=0.2)
    until(
        lambda: (
            (office / "out" / page.FILE).exists() and "At work" in (office / "out" / page.FILE).read_text()
        )
    )
    slow.send_signal(signal.SIGINT)
    slow.communicate(timeout=60)
    assert slow.returncode == 130
