"""What a reviewed edition leaves in the memory, and what is noted of its editors' work."""

from dataclasses import replace

import pytest

from workflow.bulletin import Bulletin, Issue
from workflow.constrain import Terms, find
from workflow.edition import Edition
from workflow.memory import Memory, record
from workflow.memory.effort import Effort, chart, html, svg, word_edits
from workflow.memory.entries import moment
from workflow.memory.recording import title
from workflow.units import State, Unit, text_digest, unit_id

WHEN = "2024-05-28"


def made(
    source: str, target: str, state: State = State.REVIEWED, slot: str = "", origin: str = "engine:house"
) -> Unit:
    slot = slot or "sections/0/paragraphs/0/0"
    return Unit(
        unit_id(source, 0), slot, source, target, state, origin, by="Li" if state >= State.REVIEWED else None
    )


UNITS = (
    made("简报", "Newsletter", slot="masthead/series", origin="label"),
    made("会议在昆明市举行。", "The meeting was held in Kunming.", origin="human"),
    made("大家讨论热烈。", "The discussion was lively.", origin="memory"),
    made("会后参观。", "A visit followed.", State.DRAFT),
    made("下午返回。", "", State.REVIEWED),
    made("各方表示满意。", "All sides were satisfied.", State.FINAL),
    made("li@example.org", "li@example.org", slot="contact/emails/0"),
    made("010-12345678", "010-12345678", slot="contact/phone"),
)


@pytest.fixture
def edition(terms: Terms) -> Edition:
    units = tuple(replace(unit, constraints=find(unit.source, terms)) for unit in UNITS)
    return Edition("may", Bulletin(issue=Issue(2024, 3)), units)


def test_reviewed_units_alone_are_kept(edition: Edition, memory: Memory) -> None:
    assert record(edition, memory, WHEN) == 3
    assert [(e.source, e.bulletin, e.reviewer, e.date) for e in memory.all()] == [
        ("会议在昆明市举行。", "may (2024-3)", "Li", "2024-05-28T00:00:00Z"),
        ("大家讨论热烈。", "may (2024-3)", "Li", "2024-05-28T00:00:00Z"),
        ("各方表示满意。", "may (2024-3)", "Li", "2024-05-28T00:00:00Z"),
    ]


def test_neighbours_and_constraints_are_kept(edition: Edition, memory: Memory) -> None:
    record(edition, memory, WHEN)
    first, *_rest = memory.all()
    assert (first.before, first.after) == (text_digest("简报"), text_digest("大家讨论热烈。"))
    assert [(c.source, c.at) for c in first.constraints] == [("昆明市", (24, 31))]


def test_the_same_edition_again_adds_nothing(edition: Edition, memory: Memory) -> None:
    record(edition, memory, WHEN)
    digest = memory.digest
    assert record(edition, memory, "2024-06-01T10:00:00+08:00") == 0
    assert (memory.digest, memory.count) == (digest, 3)


def test_a_correction_takes_the_place_of_what_it_corrects(edition: Edition, memory: Memory) -> None:
    record(edition, memory, WHEN)
    units = [replace(u, target=u.target.replace("lively", "animated")) for u in edition.units]
    assert record(replace(edition, units=tuple(units)), memory, "2024-06-01") == 1
    assert [e.target for e in memory.of_source(text_digest("大家讨论热烈。"), 9)] == [
        "The discussion was animated."
    ]


TITLES = [
    (Bulletin(issue=Issue(2024, 3), date="2024-05-28"), "may (2024-3)"),
    (Bulletin(date="2024-05-28"), "may (2024-05-28)"),
    (Bulletin(), "may"),
]


@pytest.mark.parametrize(("bulletin", "name"), TITLES)
def test_bulletins_of_one_name_are_told_apart(bulletin: Bulletin, name: str) -> None:
    assert title(Edition("may", bulletin)) == name


MOMENTS = [
    ("2024-05-28", "2024-05-28T00:00:00Z"),
    ("2024-05-28T08:30:00+08:00", "2024-05-28T00:30:00Z"),
    ("2024-05-28T08:30:59.9", "2024-05-28T08:30:59Z"),
]


@pytest.mark.parametrize(("when", "at"), MOMENTS)
def test_moments(when: str, at: str) -> None:
    assert moment(when) == at


def test_effort_is_noted_where_the_english_before_is_known(edition: Edition, memory: Memory) -> None:
    record(edition, memory, WHEN)
    assert memory.efforts() == []
    before = {UNITS[1].id: "The conference took place in Kunming.", UNITS[3].id: "Not reviewed."}
    record(edition, memory, WHEN, before)
    record(edition, memory, WHEN, before)
    assert memory.efforts() == [Effort("may (2024-3)", "2024-05-28T00:00:00Z", 3, 2, 1, 3, 14)]


EDITS = [
    ("the same words", "the same words", 0),
    ("the  same\nwords", "the same words", 0),
    ("the meeting was held", "the meeting was held in Kunming", 2),
    ("a b c d", "d c b a", 4),
    ("", "two words", 2),
]


@pytest.mark.parametrize(("before", "after", "edits"), EDITS)
def test_word_edits(before: str, after: str, edits: int) -> None:
    assert word_edits(before, after) == edits


EFFORTS = [
    Effort("march (2024-1)", "2024-03-01T00:00:00Z", 40, 10, 0, 300, 1000),
    Effort("may <2024-3>", "2024-05-28T00:00:00Z", 50, 45, 20, 25, 1000),
    Effort("nothing", "", 0, 0, 0, 0, 0),
]
CHART = """\
units left as they were, word edits per 100 words, units from the memory
2024-03-01  march (2024-1)  ██████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   25%   30.0  0/40
2024-05-28  may <2024-3>    ████████████████████████████████████░░░░   90%    2.5  20/50
            nothing         ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    0%    0.0  0/0"""


def test_the_chart_in_the_terminal() -> None:
    assert chart(EFFORTS) == CHART


def test_the_chart_as_svg_and_html() -> None:
    from lxml import etree
    from lxml import html as parser

    root = etree.fromstring(svg(EFFORTS).encode())
    texts = [element.text for element in root.iter("{*}text")]
    assert "2024-05-28 may <2024-3>" in texts
    assert "90% (45/50)" in texts
    bars = [int(r.get("width", "0")) for r in root.iter("{*}rect") if r.get("fill") == "#1f6f8b"]
    assert bars == [100, 360, 0]
    assert parser.fromstring(html(EFFORTS)).findtext(".//title") == "Editing effort by bulletin"
