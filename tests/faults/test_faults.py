"""Disks, clocks, models and colleagues that fail: told in one line, nothing torn, and the next run is whole."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, SOURCE, Done, Nursery, Office, scripted_model
from tests.faults.test_kill import edited, tmx
from workflow import store
from workflow.memory import open_memory
from workflow.memory.entries import Entry


def one_line(said: str) -> bool:
    return len(said.strip().splitlines()) == 1 and said.startswith("bulletin: ")


def no_rest(office: Office) -> bool:
    return not list(office.folder.rglob(".*.partial"))


# Bytes that a file may grow to: less than each of the outputs, then more and more of them.
LIMITS = (200, 4_000, 12_000, 30_000)


@pytest.mark.parametrize("limit", LIMITS)
def test_a_full_disk_leaves_everything_as_it_was(office: Office, limit: int) -> None:
    first = office.build(largest=limit)
    assert (first.status, one_line(first.said)) == (5, True), first.said
    assert list(office.out.rglob("*")) == []
    assert office.build().status == 0
    before = office.files()
    source = office.folder / "village.txt"
    source.write_text(SOURCE + "\n今年雨水很多。\n", encoding="utf-8")
    before["village.txt"] = sha256(source.read_bytes()).hexdigest()
    again = office.build(largest=limit)
    assert (again.status, "File too large" in again.said) == (5, True), again.said
    assert (office.files(), no_rest(office)) == (before, True)
    assert office.build().status == 0


def test_a_full_disk_while_reviewed_and_remembered(office: Office) -> None:
    assert office.build().status == 0
    back = office.folder / "back.docx"
    edited(office.out / "village.review.docx", back)
    before = office.files()
    apply = ("review", "apply", back, "-o", office.out, "--reviewer", "Wang", "--all-read")
    assert office.run(*apply, largest=12_000).status == 5
    assert (office.files(), no_rest(office)) == (before, True)
    assert office.run(*apply).status == 0
    before = office.files()
    assert office.run("publish", office.out, "--unreviewed", largest=12_000).status == 5
    assert (office.files(), no_rest(office)) == (before, True)
    assert office.run("publish", office.out, "--unreviewed").status == 0
    (office.folder / "big.tmx").write_text(tmx(1500), encoding="utf-8")
    with open_memory(office.folder / "memory" / "house.sqlite") as memory:
        count = memory.count
    done = office.run("memory", "import", office.folder / "big.tmx", largest=60_000)
    assert (done.status, one_line(done.said)) == (5, True), done.said
    done = office.run("memory", "import", office.folder / "big.tmx")
    assert done.status == 0, done.said
    with open_memory(office.folder / "memory" / "house.sqlite") as memory:
        assert memory.count == count + 1500


def test_outputs_that_may_not_be_written(office: Office) -> None:
    assert office.build().status == 0
    before = office.files()
    for folder in (office.out, office.out.parent):
        folder.chmod(0o555)
    try:
        for arguments in (
            ("build", office.folder / "village.txt"),
            ("publish", office.out, "--unreviewed"),
            ("build", office.folder / "village.txt", "-o", office.out.parent / "new"),
        ):
            done = office.run(*arguments, plain=True)
            assert (done.status, one_line(done.said)) == (5, True), done.said
            assert "permission denied" in done.said.lower(), done.said
        assert office.files() == before
    finally:
        for folder in (office.out.parent, office.out):
            folder.chmod(0o755)
    assert office.build(plain=True).status == 0


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = scripted_model(tmp_path / "big-model")
    weights = folder / "model.bin"
    weights.write_bytes(bytes(range(256)) * 4000)
    fact = {
        "size": weights.stat().st_size,
        "sha256": sha256(weights.read_bytes()).hexdigest(),
        "changed": weights.stat().st_mtime_ns,
    }
    (folder / "MODEL.json").write_text(
        json.dumps({"name": "scripted", "kind": "scripted", "files": {"model.bin": fact}})
    )
    return folder


@pytest.mark.parametrize(
    ("size", "at", "words"),
    [(100, None, "bytes instead of"), (None, 500_000, "content has changed"), (0, None, "bytes instead of")],
)
def test_a_model_that_is_cut_short_or_changed(
    office: Office, model: Path, size: int | None, at: int | None, words: str
) -> None:
    assert office.build(environment={"BULLETIN_MODEL": str(model)}).status == 0
    before, weights = office.files(), model / "model.bin"
    with weights.open("r+b") as file:
        if size is not None:
            file.truncate(size)
        if at is not None:
            file.seek(at)
            file.write(b"!")
    done = office.build(environment={"BULLETIN_MODEL": str(model)})
    assert (done.status, one_line(done.said), words in done.said) == (4, True, True), done.said
    assert "model.bin" in done.said
    assert office.files() == before


def test_a_glossary_that_is_edited_during_a_build(office: Office, tmp_path: Path) -> None:
    terms, pause = office.folder / "terms.csv", tmp_path / "at-work"
    terms.write_text("zh,en\n泥鳅,mud loach\n", encoding="utf-8")

    def edit() -> None:
        while not pause.exists():
            time.sleep(0.01)
        terms.write_text(
            "zh,en\n泥鳅,pond loach\n雨水,", encoding="utf-8"
        )  # half-written, as an editor saves
        pause.unlink()

    editor = threading.Thread(target=edit)
    editor.start()
    done = office.build(environment={"BULLETIN_GLOSSARY": str(terms), "BULLETIN_PAUSE": str(pause)})
    pause.unlink(missing_ok=True)
    editor.join()
    assert done.status == 0, done.said
    first = store.load(office.out)
    assert {c.target for u in first.units for c in u.constraints if c.source == "泥鳅"} == {"mud loach"}
    refused = office.build(environment={"BULLETIN_GLOSSARY": str(terms)})
    assert (refused.status, "line 3" in refused.said) == (3, True), refused.said
    assert store.load(office.out) == first
    terms.write_text("zh,en\n泥鳅,pond loach\n", encoding="utf-8")
    assert office.build(environment={"BULLETIN_GLOSSARY": str(terms)}).status == 0
    second = store.load(office.out)
    assert {c.target for u in second.units for c in u.constraints if c.source == "泥鳅"} == {"pond loach"}
    assert second.manifest.glossary != first.manifest.glossary


@pytest.mark.parametrize("times", [2, 4])
def test_builds_of_one_bulletin_at_once(office: Office, tmp_path: Path, times: int) -> None:
    alone = office.copy(tmp_path / "alone")
    assert alone.build().status == 0
    for _round in range(3):
        done = office.run_all("build", office.folder / "village.txt", times=times)
        codes = sorted(one.status for one in done)
        assert codes[0] == 0, done
        assert set(codes) <= {0, 5}, done
        refused = [one.said for one in done if one.status]
        assert all("by another run meanwhile" in said for said in refused), refused
        assert (no_rest(office), names(office)) == (True, names(alone))
        assert {name: office.files()[name] for name in names(alone)} == {
            n: alone.files()[n] for n in names(alone)
        }


def names(office: Office) -> set[str]:
    return {name for name in office.files() if not name.endswith(".written.json")}


def test_a_review_is_taken_in_while_a_build_runs(office: Office, tmp_path: Path) -> None:
    """The build began with an edition that another command has written over since: it writes nothing."""
    assert office.build().status == 0
    pause, back = tmp_path / "at-work", office.folder / "back.docx"
    edited(office.out / "village.review.docx", back)
    colleague = Nursery(office.nursery.model, SOURCE_DATE_EPOCH="1717000000")
    applied: list[Done] = []

    def apply() -> None:
        while not pause.exists():
            time.sleep(0.01)
        other = Office(office.folder, colleague)
        applied.append(other.run("review", "apply", back, "-o", office.out, "--reviewer", "Wang"))
        pause.unlink()

    source = office.folder / "village.txt"
    source.write_text(SOURCE + "\n孩子们在田里抓泥鳅和小虾。\n", encoding="utf-8")
    editor = threading.Thread(target=apply)
    editor.start()
    try:
        done = office.build(environment={"BULLETIN_PAUSE": str(pause)})
    finally:
        editor.join(timeout=120)
        colleague.close()
    assert [one.status for one in applied] == [0], applied
    assert (done.status, "by another run meanwhile" in done.said) == (5, True), done.said
    assert sum(unit.target.startswith("Our ") for unit in store.load(office.out).units) > 3
    assert office.build().status == 0
    assert sum(unit.target.startswith("Our ") for unit in store.load(office.out).units) > 3, (
        "the edits are still there"
    )


@pytest.mark.slow
def test_a_clock_that_was_set_back_a_day(office: Office) -> None:
    """Published today; then, by a clock that says yesterday, corrected and published again: the correction counts."""
    today = Nursery(office.nursery.model)
    yesterday = Nursery(office.nursery.model, ("faketime", "-f", "-1d"), FAKETIME_DONT_FAKE_MONOTONIC="1")
    late = Office(office.folder, yesterday, office.formats)
    now = Office(office.folder, today, office.formats)
    try:
        assert now.build().status == 0
        apply = (
            "review",
            "apply",
            office.folder / "back.docx",
            "-o",
            office.out,
            "--reviewer",
            "Wang",
            "--all-read",
        )
        shutil.copy(office.out / "village.review.docx", office.folder / "back.docx")
        assert now.run(*apply).status == 0
        assert now.run("publish", office.out, "--unreviewed").status == 0
        edited(office.out / "village.review.docx", office.folder / "back.docx")
        for arguments in (
            apply,
            ("publish", office.out, "--unreviewed", "--revise"),
            ("build", office.folder / "village.txt"),
        ):
            done = late.run(*arguments)
            assert done.status == 0, done.said
    finally:
        today.close()
        yesterday.close()
    moments = [
        json.loads(line)["when"] for line in (office.out / "review-log.jsonl").read_text().splitlines()
    ]
    assert moments != sorted(moments), "the clock was set back"
    with open_memory(office.folder / "memory" / "house.sqlite") as memory:
        held = [entry.target for entry in memory.all() if "客人" in entry.source]
    assert held, "the memory has the sentence"
    assert all(english.startswith("Our ") for english in held), "the correction took its place in the memory"
    assert all(u.target.startswith("Our ") for u in store.load(office.out).units if "客人" in u.source)


def big_glossary(path: Path, count: int, clashing: int) -> None:
    """Write a glossary in which the first `clashing` sources have two preferred translations."""
    rows = [f"第{n}号示范林场,Demonstration Forest Farm No. {n}" for n in range(count)]
    rows += [f"第{n}号示范林场,Model Forest Farm No. {n}" for n in range(clashing)]
    path.write_text("zh,en\n" + "\n".join(rows) + "\n", encoding="utf-8")


def test_a_glossary_of_ten_thousand_with_conflicts(office: Office) -> None:
    terms = office.folder / "terms.csv"
    big_glossary(terms, 9_900, 100)
    checked = office.run("terms", "check", terms)
    assert checked.status == 1
    assert checked.said.count("two preferred translations") == 100
    refused = office.build(environment={"BULLETIN_GLOSSARY": str(terms)})
    assert (refused.status, one_line(refused.said), "line 9902" in refused.said) == (3, True, True), (
        refused.said
    )
    big_glossary(terms, 9_900, 0)
    source = office.folder / "village.txt"
    source.write_text(SOURCE + "\n大家参观了第9899号示范林场。\n", encoding="utf-8")
    done = office.build(environment={"BULLETIN_GLOSSARY": str(terms)})
    assert (done.status, done.seconds < 60) == (0, True), done
    constraints = [c.target for unit in store.load(office.out).units for c in unit.constraints]
    assert "Demonstration Forest Farm No. 9899" in constraints
    big_glossary(office.folder / "mine.csv", 9_900, 0)
    theirs = (
        (office.folder / "mine.csv").read_text(encoding="utf-8").replace("Farm No. 17\n", "Ranch No. 17\n")
    )
    (office.folder / "theirs.csv").write_text(theirs + "青石滩,Qingshitan\n", encoding="utf-8")
    told = office.run(
        "terms", "import", office.folder / "theirs.csv", "--into", office.folder / "mine.csv",
    )  # fmt: skip
    assert told.status == 6, told.said
    kept = (office.folder / "mine.csv").read_text(encoding="utf-8")
    assert "Demonstration Forest Farm No. 17," in kept
    assert "Ranch" not in kept
    assert "Qingshitan" in kept


def bare(*arguments: object, folder: Path, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command in a process of its own, whose locale is decided when it starts."""
    command = [sys.executable, str(ROOT / "tests" / "faults" / "office.py"), *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        command,
        capture_output=True,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )


# The second is a terminal that can show no Chinese.
LOCALES = {"C": {"LC_ALL": "C"}, "C, to an ASCII terminal": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}}


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_locale_c_and_a_path_with_chinese_and_spaces(tmp_path: Path, locale: str) -> None:
    folder = tmp_path / "简报 三月" / "第 3 期 (稿)"
    folder.mkdir(parents=True)
    (folder / "2024 第3期.txt").write_text(SOURCE, encoding="utf-8")
    model = scripted_model(tmp_path / "模型 一")
    done = bare(
        "build", folder / "2024 第3期.txt", "-o", folder / "输 出", "--model", model, "--format", "html,docx",
        "--lang", "zh", folder=folder, **LOCALES[locale],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (folder / "输 出" / "2024 第3期").glob("[!.]*")} == {
        "edition.json", "2024 第3期.html", "2024 第3期.docx",
    }  # fmt: skip
    assert b"html" in done.stdout
    said = bare(
        "translate", "客人们在树下喝茶。", "--model", model, "--lang", "zh", folder=folder, **LOCALES[locale]
    )
    assert said.returncode == 0, said.stderr
    missing = bare(
        "build", folder / "没有.txt", "--model", model, "--lang", "zh", folder=folder, **LOCALES[locale]
    )
    assert (missing.returncode, b"Traceback" in missing.stderr) == (3, False), missing.stderr


def test_windows_line_ends_change_nothing(office: Office, tmp_path: Path) -> None:
    terms = office.folder / "terms.csv"
    terms.write_text('zh,en,note\n泥鳅,mud loach,"two\nlines"\n', encoding="utf-8")
    (office.folder / "big.tmx").write_text(tmx(3), encoding="utf-8")
    windows = office.copy(tmp_path / "windows")
    for path in (windows.folder / "village.txt", windows.folder / "terms.csv", windows.folder / "big.tmx"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    editions = []
    for one in (office, windows):
        given = {"BULLETIN_GLOSSARY": str(one.folder / "terms.csv")}
        assert one.run("memory", "import", one.folder / "big.tmx").status == 0
        done = one.build(environment=given)
        assert done.status == 0, done.said
        editions.append(store.load(one.out))
        checked = one.run("terms", "check", one.folder / "terms.csv")
        assert checked.status == 0, checked.said
    assert editions[0].units == editions[1].units
    assert editions[0].findings == editions[1].findings
    assert [entry.target for entry in held(office)] == [entry.target for entry in held(windows)]


def held(office: Office) -> list[Entry]:
    with open_memory(office.folder / "memory" / "house.sqlite") as memory:
        return list(memory.all())
