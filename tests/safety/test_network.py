"""No command but `models install` uses the network: every one runs with sockets forbidden."""

from pathlib import Path

import pytest

from tests.faults.conftest import Office
from tests.faults.test_kill import tmx
from tests.safety.conftest import OFFLINE


@pytest.mark.slow
def test_every_input_is_read_and_every_output_written_without_a_network(built: Path, office: Office) -> None:
    """`built` was made with sockets forbidden; what is left is a PDF that comes in."""
    editions = {path.parent.name for path in (built / "build").rglob("edition.json")}
    assert editions - {"final"} == {"hostile", "marked", "page", "archive", "worded"}
    printed = office.folder / "printed.pdf"
    printed.write_bytes((built / "build" / "hostile" / "hostile.pdf").read_bytes())
    done = office.run("build", printed, environment=OFFLINE)
    assert done.status == 0, done.said


def commands(office: Office) -> list[tuple[tuple[object, ...], int]]:
    """Return every other command that an office gives, in an order that works, with its exit code."""
    folder, out = office.folder, office.out
    (folder / "big.tmx").write_text(tmx(5), encoding="utf-8")
    (folder / "zh.txt").write_text("会议在昆明市举行。\n\n大家都很高兴。\n", encoding="utf-8")
    (folder / "en.txt").write_text(
        "The meeting was held in Kunming.\n\nEverybody was happy.\n", encoding="utf-8"
    )
    back = out / "village.review.docx"
    return [
        (("review", "apply", back, "--reviewer", "Wang", "--all-read"), 0),
        (("review", "undo", out), 0),
        (("review", "apply", back, "--reviewer", "Wang", "--all-read"), 0),
        (("history", out, "--report"), 0),
        (("check", out), 0),
        (("publish", out, "--unreviewed"), 0),
        (("memory", "stats", "--chart", folder / "chart.html"), 0),
        (("memory", "search", "喝茶"), 0),
        (("memory", "export", folder / "out.tmx"), 0),
        (("memory", "import", folder / "big.tmx"), 0),
        (("memory", "align", folder / "zh.txt", folder / "en.txt", "--by", "Wang"), 0),
        (("terms", "list", "昆明"), 0),
        (("terms", "check"), 0),
        (("terms", "export", folder / "a.csv", "--kind", "place"), 0),
        (("terms", "export", folder / "a.xlsx", "--kind", "place"), 0),
        (("terms", "export", folder / "a.tbx", "--kind", "place"), 0),
        (("terms", "import", folder / "a.csv", "--into", folder / "mine.csv"), 0),
        (("terms", "import", folder / "a.xlsx", "--into", folder / "mine.csv"), 0),
        (("terms", "suggest", folder / "village.txt", "--csv", folder / "new.csv"), 0),
        (("terms", "suggest", "--from-reviews", office.folder / "build"), 0),
        (("translate", "会议在昆明市举行。"), 0),
        (("brand", "check"), 0),
        (("models", "list"), 0),
        (("init", folder / "office"), 0),
        (("watch", folder / "inbox", "-o", folder / "watched", "--once", "--every", "0.1"), 0),
    ]


@pytest.mark.slow
def test_no_command_of_the_daily_work_uses_the_network(office: Office) -> None:
    inbox = office.folder / "inbox"
    inbox.mkdir()
    (inbox / "arrived.txt").write_text(
        (office.folder / "village.txt").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert office.build(environment=OFFLINE).status == 0
    for arguments, code in commands(office):
        done = office.run(*arguments, environment=OFFLINE)
        assert done.status == code, f"{arguments}: {done.said}"
    assert (office.folder / "watched" / "arrived" / "edition.json").exists()


def test_what_forbids_the_network_does(office: Office) -> None:
    where = {**OFFLINE, "BULLETIN_MODELS": str(office.folder / "models")}
    done = office.run("models", "install", "argos", environment=where)
    assert (done.status, "the network is forbidden here" in done.said) == (4, True), done.said
