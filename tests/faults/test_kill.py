"""SIGKILL at any moment: every file is the old one or the new one, whole, and the next run ends as if nothing had been."""

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.conftest import Done, Office
from workflow import store
from workflow.memory import open_memory

UNITS = 2600  # of the TMX file: three transactions
ALREADY_PUBLISHED = 7


def build(office: Office, **more: object) -> Done:
    return office.build(**more)


def apply(office: Office, **more: object) -> Done:
    file = office.folder / "back.docx"
    return office.run("review", "apply", file, "-o", office.out, "--reviewer", "Wang", "--all-read", **more)  # type: ignore[arg-type]  # as of run


def apply_own(office: Office, **more: object) -> Done:
    """Apply the folder's own review file, in which the edits stand and nowhere else."""
    return office.run("review", "apply", office.out / "village.review.docx", "--reviewer", "Wang", **more)  # type: ignore[arg-type]  # the same


def publish(office: Office, **more: object) -> Done:
    return office.run("publish", office.out, "--unreviewed", **more)  # type: ignore[arg-type]  # the same


def imports(office: Office, **more: object) -> Done:
    return office.run("memory", "import", office.folder / "big.tmx", **more)  # type: ignore[arg-type]  # the same


COMMANDS: dict[str, Callable[..., Done]] = {
    "build": build,
    "apply": apply,
    "apply-own": apply_own,
    "publish": publish,
    "import": imports,
}


def prepared(office: Office, name: str) -> None:
    """Bring an office to where the command is run: an older edition stands there, so that old and new differ."""
    if name == "import":
        (office.folder / "big.tmx").write_text(tmx(UNITS), encoding="utf-8")
        return
    if name == "build":
        source = office.folder / "village.txt"
        whole = source.read_text(encoding="utf-8")
        source.write_text(whole.replace("孩子们在田里抓泥鳅。", ""), encoding="utf-8")
        assert office.build().status == 0
        source.write_text(whole, encoding="utf-8")
        return
    done = office.build()
    assert done.status == 0, done.said
    edited(office.out / "village.review.docx", office.folder / "back.docx")
    if name == "apply-own":
        (office.folder / "back.docx").replace(office.out / "village.review.docx")
    if name == "publish":
        assert apply(office).status == 0


def edited(review: Path, back: Path) -> None:
    """Change the English of a review file, as an editor does who has tracking off."""
    with zipfile.ZipFile(review) as old, zipfile.ZipFile(back, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "word/document.xml":
                assert data.count(b">The ") > 3
                data = data.replace(b">The ", b">Our ")
            new.writestr(member, data)


def tmx(count: int) -> str:
    units = (
        f'<tu tuid="{n}"><tuv xml:lang="zh-CN"><seg>第{n}个村子的人在树下喝茶。</seg></tuv>'
        f'<tuv xml:lang="en"><seg>People of village {n} drank tea under the trees.</seg></tuv></tu>\n'
        for n in range(count)
    )
    head = '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">{head}<body>\n{"".join(units)}</body></tmx>\n'


def remembered(office: Office) -> int:
    file = office.folder / "memory" / "house.sqlite"
    if not file.exists():
        return 0
    with open_memory(file) as memory:
        return memory.count


def killed(office: Office, name: str, tmp_path: Path, moments: list[dict[str, object]], limit: float) -> int:
    """Kill a command at each of the moments, look, and let it run again; return how often the kill came in time."""
    command = COMMANDS[name]
    prepared(office, name)
    whole = office.copy(tmp_path / "whole")
    done = command(whole)
    assert done.status == 0, done.said
    old, new, count = office.files(), whole.files(), remembered(whole)
    if name.startswith("apply"):
        assert any(unit.target.startswith("Our ") for unit in store.load(whole.out).units)
    hits = 0
    for moment in moments:
        trial = office.copy(tmp_path / "trial")
        given = {key: value * limit if key == "kill_after" else value for key, value in moment.items()}  # type: ignore[operator]  # a number
        hit = command(trial, **given).status < 0
        hits += hit
        for path, digest in trial.files().items():
            if path.endswith(".written.json"):
                continue  # the list of what we wrote names both until the next run
            assert digest in (old.get(path), new.get(path)), f"{path} is neither old nor new after {given}"
        assert set(old) <= set(trial.files())
        left = remembered(trial)
        assert left in (0, count) or (name == "import" and left % 1000 == 0), left
        edition = "build/village/edition.json"
        over = name == "publish" and trial.files()[edition] == new[edition]
        again = command(trial)
        assert again.status == (ALREADY_PUBLISHED if over else 0), f"after {given}: {again.said}"
        same_in_the_end(trial, whole, name)
        assert remembered(trial) == count
        if not hit and "die_at" in given:
            break  # the command changes no further file
    return hits


@pytest.mark.slow
def test_two_kills_in_a_row_leave_our_files_ours(office: Office) -> None:
    prepared(office, "build")
    files = 4  # the list of what is ours, the proof, the review file, the edition: each removed and opened, then renamed
    for _kill in range(2):
        assert build(office, die_at=2 * files + 2).status < 0, (
            "after the list of what is ours, before all others"
        )
        source = office.folder / "village.txt"
        source.write_text(source.read_text(encoding="utf-8") + "\n今年雨水很多。\n", encoding="utf-8")
    done = build(office)
    assert done.status == 0, done.said


def same_in_the_end(trial: Office, whole: Office, name: str) -> None:
    """Check that a run after a kill leaves what one run alone leaves; the log may tell of the killed one too."""
    there, wanted = trial.files(), whole.files()
    logged = there != wanted and name != "build"
    for path, digest in wanted.items():
        if path.endswith(".written.json") or (logged and ("log" in path or "changes" in path)):
            continue
        assert there[path] == digest, path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_kill_at_a_few_moments(office: Office, tmp_path: Path, name: str) -> None:
    moments: list[dict[str, object]] = [{"kill_after": 0.5}, {"die_at": 12}]
    assert killed(office, name, tmp_path, moments, 1.0) >= 1


@pytest.mark.long
@pytest.mark.parametrize("name", COMMANDS)
def test_fifty_kills_at_random_moments(office: Office, tmp_path: Path, name: str) -> None:
    trial = office.copy(tmp_path / "timed")
    prepared(trial, name)
    limit = COMMANDS[name](trial).seconds
    chance = random.Random(name)
    moments: list[dict[str, object]] = [{"kill_after": chance.random()} for _number in range(50)]
    hits = killed(office, name, tmp_path, moments, limit)
    print(f"{name}: 50 kills within {limit:.1f} s, {hits} before the end")  # noqa: T201 - a result to write down
    assert hits > 25


@pytest.mark.long
@pytest.mark.parametrize("name", ["build", "apply", "apply-own", "publish"])
def test_a_kill_before_every_change_to_a_file(office: Office, tmp_path: Path, name: str) -> None:
    moments: list[dict[str, object]] = [{"die_at": number} for number in range(1, 100)]
    hits = killed(office, name, tmp_path, moments, 1.0)
    print(f"{name}: killed before each of {hits} changes to files")  # noqa: T201 - the same
    assert hits > 5
