"""What reviewed edits teach: the same change twice is a proposal, with its Chinese, its edits and what to avoid."""

import csv
import io
import json
from pathlib import Path

import pytest

from workflow import store
from workflow.bulletin import Bulletin
from workflow.cli import run
from workflow.constrain import Terms, constrain
from workflow.constrain.glossary import load, package_glossary
from workflow.constrain.matcher import Matcher
from workflow.edition import Edition
from workflow.review import log
from workflow.terms import importing, learning, proposals
from workflow.terms.learning import Edited, Proposal
from workflow.units import State, Unit, unit_id

# Entries that the tests know, over the package's own.
ROWS = """\
zh,en,en_short,kind,status,avoid,note
横向生态补偿,horizontal ecological compensation,,term,,eco-compensation,as in the Measures
巡护员,ranger,,term,admitted,,
溪源湿地,Xiyuan Wetland,,place,,,
"""

Pair = tuple[str, str, str]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Terms:
    file = tmp_path_factory.mktemp("glossary") / "terms.csv"
    file.write_text(ROWS, encoding="utf-8")
    glossary = load((package_glossary(), file))
    return Terms(glossary, Matcher(glossary))


def unit_of(number: int, zh: str, en: str, terms: Terms) -> Unit:
    unit = Unit(unit_id(zh, number), f"sections/0/paragraphs/{number}/0", zh, en, State.REVIEWED, "human")
    return constrain((unit,), terms)[0]


def edits(terms: Terms, *pairs: Pair) -> list[Edited]:
    found = []
    for number, (zh, before, after) in enumerate(pairs):
        unit = unit_of(number, zh, after, terms)
        found.append(Edited(zh, before, after, unit.id, "2024-03", unit.slot, unit.constraints))
    return found


def told(found: list[Proposal]) -> list[tuple[str, str, str, int]]:
    return [
        (one.zh + ("?" if one.guessed else ""), one.before, one.after, len(one.evidence)) for one in found
    ]


LEARNED: list[tuple[str, list[Pair], list[tuple[str, str, str, int]]]] = [
    (
        "the glossary's own English is put in: the rendering before is struck out",
        [
            ("两省签订了横向生态补偿协议。", "The two provinces signed a lateral eco-payment agreement.", "The two provinces signed a horizontal ecological compensation agreement."),
            ("横向生态补偿机制不断完善。", "The lateral eco-payment mechanism has been improved.", "The horizontal ecological compensation mechanism has been improved."),
        ],
        [("横向生态补偿", "lateral eco-payment", "horizontal ecological compensation", 2)],
    ),
    (
        "the glossary's own English is turned down",
        [
            ("专家考察了溪源湿地。", "The experts visited the Xiyuan Wetland.", "The experts visited the Xiyuan Marsh."),
            ("溪源湿地面积扩大。", "The Xiyuan Wetland has grown in area.", "The Xiyuan Marsh has grown in area."),
        ],
        [("溪源湿地", "Xiyuan Wetland", "Xiyuan Marsh", 2)],
    ),
    (
        "an entry that is only suggested",
        [
            ("巡护员每天走二十里。", "The forest guards walk ten kilometers a day.", "The rangers walk ten kilometers a day."),
            ("公园招聘了巡护员。", "The park hired forest guards.", "The park hired rangers."),
        ],
        [("巡护员", "forest guards", "rangers", 2)],
    ),
    (
        "a term that the glossary lacks, in two contexts: the Chinese is what they have in common",
        [
            ("鱼道建成后，洄游鱼类明显增多。", "After the fish path was built, migratory fish clearly increased.", "After the fish ladder was built, migratory fish clearly increased."),
            ("电站应当配套建设鱼道。", "Power stations should build a fish path as well.", "Power stations should build a fish ladder as well."),
            ("专家组检查了三处鱼道。", "The expert group inspected three fish paths.", "The expert group inspected three fish ladders."),
        ],
        [("鱼道?", "fish path", "fish ladder", 3)],
    ),
    (
        "one change only is no habit",
        [("电站应当配套建设鱼道。", "Power stations should build a fish path as well.", "Power stations should build a fish ladder as well.")],
        [],
    ),
    (
        "marks, articles and capitals are no terms",
        [
            ("会议很成功。", "The meeting was a great success.", "The Meeting was great success."),
            ("论坛很成功。", "The forum was, a great success.", "The forum was great success."),
        ],
        [],
    ),
    (
        "a sentence written anew says nothing of its words",
        [
            ("大家都很满意。", "Everybody was very satisfied with it.", "No one had a complaint to make."),
            ("群众都很满意。", "Everybody was very satisfied with that.", "No one had a complaint to make there."),
        ],
        [],
    ),
    (
        "the same sentence in two bulletins: the word list tells the Chinese",
        [
            ("渔民又看见了水獭。", "Fishermen saw beavers again.", "Fishermen saw otters again."),
            ("渔民又看见了水獭。", "Fishermen saw beavers again.", "Fishermen saw otters again."),
        ],
        [("水獭?", "beavers", "otters", 2)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "expected"), [case[1:] for case in LEARNED], ids=[case[0] for case in LEARNED]
)
def test_what_is_learned(pairs: list[Pair], expected: list[tuple[str, str, str, int]], known: Terms) -> None:
    found = learning.mine(edits(known, *pairs), known)
    assert told(found) == expected


FISH = LEARNED[3][1]


def test_a_word_in_two_phrases_is_two_proposals(known: Terms) -> None:
    flow = [("保障枯水期下泄流量。", "Ensure the ecological discharge in the dry season.", "Ensure the environmental discharge in the dry season."),
            ("电站未按要求下泄流量。", "The station did not keep the ecological discharge required.", "The station did not keep the environmental discharge required.")]  # fmt: skip
    class_ = [("学校开设了相关课程。", "The school opened an ecological course.", "The school opened an environmental course."),
              ("他为孩子们编写课程。", "He wrote an ecological course for children.", "He wrote an environmental course for children.")]  # fmt: skip
    found = {(one.before, one.after): one.zh for one in learning.mine(edits(known, *flow, *class_), known)}
    assert found == {
        ("ecological discharge", "environmental discharge"): "流量",
        ("ecological course", "environmental course"): "课程",
    }


def test_what_was_left_or_changed_back_is_never_forbidden(known: Terms) -> None:
    pairs = LEARNED[0][1]
    (proposal,) = learning.mine(edits(known, *pairs), known)
    assert (proposal.avoid, proposal.left) == (True, 0)
    kept = unit_of(9, "推行横向生态补偿。", "Lateral eco-payment is being introduced.", known)
    (proposal,) = learning.mine(edits(known, *pairs), known, [kept])
    assert (proposal.avoid, proposal.left) == (False, 1)
    zh, before, after = FISH[1]
    found = learning.mine(edits(known, *FISH, (zh + "再说一遍。", after, before)), known)
    assert [(one.before, one.left, one.avoid) for one in found] == [("fish path", 1, False)]


def test_what_the_glossary_says_already_is_no_news(known: Terms) -> None:
    pairs = [
        (zh, before.replace("lateral eco-payment", "eco-compensation"), after)
        for zh, before, after in LEARNED[0][1]
    ]
    assert learning.mine(edits(known, *pairs), known) == []


def test_a_doubtful_name_needs_one_change(known: Terms) -> None:
    zh = "越南自然资源与环境部副部长阮文海出席会议。"
    unit = unit_of(0, zh, "", known)
    (reading,) = (c.target for c in unit.constraints if c.doubtful)
    before = (
        f"{reading}, Vice Minister of Natural Resources and Environment of Vietnam, attended the meeting."
    )
    after = before.replace(reading, "Nguyen Van Hoai")
    assert before != after
    found = learning.mine([Edited(zh, before, after, "1", "2024-03", "", unit.constraints)], known)
    assert [(one.zh, one.after, one.kind, one.guessed) for one in found] == [
        ("阮文海", "Nguyen Van Hoai", "person", False)
    ]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_sheet_can_be_imported(known: Terms, tmp_path: Path) -> None:
    unknown = [("大家辛苦了。", "Thanks to all of you here.", "Thanks to everyone here."), ("再见。", "Goodbye to all of you here.", "Goodbye to everyone here.")]  # fmt: skip
    found = learning.mine(edits(known, *LEARNED[0][1], *FISH, *unknown), known)
    sheet = tmp_path / "learned.csv"
    sheet.write_bytes(proposals.as_csv(found))
    cells = [(row["zh"], row["en"], row["avoid"], row["count"]) for row in rows(sheet.read_bytes())]
    assert cells == [
        ("鱼道", "", "fish path", "3"),
        ("横向生态补偿", "horizontal ecological compensation", "eco-compensation|lateral eco-payment", "2"),
        ("", "", "all of you here", "2"),
    ]
    office = tmp_path / "terms.csv"
    office.write_text(ROWS, encoding="utf-8")
    done = importing.prepare(sheet, (office,), office)
    assert (done.faults, done.unfilled) == ((), 2)
    ((path, data),) = done.files
    assert path == office
    entry = next(row for row in rows(data) if row["zh"] == "横向生态补偿")
    assert entry["avoid"] == "eco-compensation|lateral eco-payment"
    assert entry["note"].startswith("as in the Measures")


def test_what_editors_prefer_takes_the_place_of_the_preferred_and_can_be_imported(tmp_path: Path) -> None:
    office = tmp_path / "terms.csv"
    office.write_text(
        "zh,en,kind,status,note\n巡护员,patroller,term,,\n巡护员,ranger,term,admitted,also said\n"
        "巡护员,forest guard,term,admitted,\n",
        encoding="utf-8",
    )
    glossary = load((office,))
    terms = Terms(glossary, Matcher(glossary))
    zh = ("巡护员每天上山。", "巡护员发现了新的脚印。")
    for before, avoid, outcome in (("patroller", "patroller", "conflict"), ("forest guard", "", "changed")):
        pairs = [
            (zh[0], f"The {before} climbs up every day.", "The ranger climbs up every day."),
            (zh[1], f"A {before} has found new footprints.", "A ranger has found new footprints."),
        ]
        sheet = tmp_path / "learned.csv"
        sheet.write_bytes(proposals.as_csv(learning.mine(edits(terms, *pairs), terms)))
        (row,) = rows(sheet.read_bytes())
        assert (row["zh"], row["en"], row["avoid"]) == ("巡护员", "ranger", avoid)
        done = importing.prepare(sheet, (office,), office)
        assert (done.faults, [one.what for one in done.outcomes]) == ((), [outcome])
        done = importing.prepare(sheet, (office,), office, replacing=True)
        ((_path, data),) = done.files
        preferred = "ranger" if outcome == "conflict" else "patroller"
        assert [row["en"] for row in rows(data) if not row["status"] or row["status"] == "preferred"] == [
            preferred
        ]


@pytest.fixture
def built(tmp_path: Path, known: Terms, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two built bulletins whose logs hold edits, one of them taken back."""
    monkeypatch.chdir(tmp_path)
    for name, pairs in (("2024-03", FISH[:1]), ("2024-04", FISH[1:])):
        folder = tmp_path / "build" / name
        folder.mkdir(parents=True)
        units = tuple(unit_of(n, zh, after, known) for n, (zh, _before, after) in enumerate(pairs))
        (folder / store.FILE).write_bytes(store.dump(Edition(name, Bulletin(), units)))
        lines = []
        for unit, (_zh, before, after) in zip(units, pairs, strict=True):
            half = before.replace("built", "made")
            for was, now in ((before, half), (half, after)):
                lines.append(log.Entry("edit", 1, unit=unit.id, field="target", before=was, after=now))
        lines.append(
            log.Entry("edit", 2, unit=units[0].id, field="target", before=pairs[0][2], after="Never.")
        )
        lines.append(log.Entry("undo", 2))
        (folder / log.FILE).write_bytes(log.appended(folder, lines)[log.FILE])
    return tmp_path / "build"


def test_edits_of_a_unit_count_once_from_first_to_last(built: Path) -> None:
    found, reviewed = learning.edits_of(built / "2024-03")
    assert [(one.before, one.after, one.edition) for one in found] == [(*FISH[0][1:], "2024-03")]
    assert [unit.target for unit in reviewed] == [FISH[0][2]]


def test_the_command(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["terms", "suggest", "--from-reviews", "--csv", "learned.csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "term           3  鱼道?  fish path → fish ladder; avoid: fish path"
    assert lines[1].startswith("    2024-03 sections/0/paragraphs/0/0: 鱼道建成后")
    assert lines[2:4] == [f"      - {FISH[0][1]}", f"      + {FISH[0][2]}"]
    assert [row["zh"] for row in rows(Path("learned.csv").read_bytes())] == ["鱼道"]
    assert run(["terms", "suggest", "--from-reviews", str(built), "--json"]) == 0
    (proposal,) = json.loads(capsys.readouterr().out)
    assert {edit["bulletin"] for edit in proposal["seen"]} == {"2024-03", "2024-04"}


def test_the_command_without_anything_to_read(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["terms", "suggest"]) == 2
    assert run(["terms", "suggest", "--from-reviews", str(tmp_path / "nowhere")]) == 3
    (built / "2024-04" / log.FILE).write_text("{", encoding="utf-8")
    assert run(["terms", "suggest", "--from-reviews"]) == 6
    assert "2024-04" in capsys.readouterr().err
