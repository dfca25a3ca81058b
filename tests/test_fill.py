"""The order of filling, and what is tried where a constraint was lost; the engine answers from a table."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from workflow import fill, retries
from workflow.engines.base import Hypothesis, Progress
from workflow.segment.sentences import clauses
from workflow.units import Constraint, State, Unit


class Table:
    """Answer from a table of (source, n, keep) and remember what was asked."""

    name = "table"
    signature = "table"

    def __init__(self, answers: dict[tuple[str, str], list[str]]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str]] = []

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        way = "named" if keep else "ranked" if n > 1 else "plain"
        self.asked += [(way, source) for source in sources]
        if progress:
            progress(len(sources))
        found = [self.answers.get((way, source), ["nothing"]) for source in sources]
        return [[Hypothesis(text, -0.1 * (i + 1)) for i, text in enumerate(texts)] for texts in found]


def unit(source: str, slot: str = "sections/0/paragraphs/0/0", **terms: str) -> Unit:
    found = [
        Constraint(source.index(zh), source.index(zh) + len(zh), zh, (en,), "term")
        for zh, en in terms.items()
    ]
    return Unit("0" * 12, slot, source, constraints=tuple(sorted(found, key=lambda c: c.start)))


SOURCE = "昆明市将与红十字会合作。"
FED = "Kunming将与Red Cross合作。"
GOOD = "Kunming will work with the Red Cross."
BAD = "The city will work with the Red Cross."

ATTEMPTS = [
    ({("plain", FED): [GOOD]}, GOOD, "first"),
    ({("plain", FED): [BAD], ("ranked", FED): [BAD, GOOD]}, GOOD, "ranked"),
    ({("plain", FED): [BAD], ("named", FED): [GOOD]}, GOOD, "named"),
    ({("plain", FED): [BAD]}, BAD, "first"),
]


@pytest.mark.parametrize(("answers", "english", "way"), ATTEMPTS, ids=["first", "ranked", "named", "lost"])
def test_attempts_in_order(answers: dict[tuple[str, str], list[str]], english: str, way: str) -> None:
    engine = Table(answers)
    (done,) = fill.fill([unit(SOURCE, 昆明市="Kunming", 红十字会="Red Cross")], engine, {}, clauses)
    assert done.target == english
    kept = [c for c in done.constraints if c.kept]
    assert {c.way for c in kept} == {way}
    assert [c.way for c in done.constraints if not c.kept] == (["lost"] if english == BAD else [])
    assert done.state == State.DRAFT
    assert done.origin == "engine:table"


def test_a_date_alone_is_no_clause() -> None:
    source = "6月3日，昆明市主办会议，红十字会参加。"
    answers = {
        ("plain", "June 3，Kunming主办会议，Red Cross参加。"): ["A meeting was held."],
        ("plain", "June 3，Kunming主办会议，"): ["Kunming hosted a meeting on June 3."],
        ("plain", "Red Cross参加。"): ["The Red Cross took part."],
    }
    asked = unit(source, **{"6月3日": "June 3"}, 昆明市="Kunming", 红十字会="Red Cross")
    (done,) = fill.fill([asked], Table(answers), {}, clauses)
    assert done.target == "Kunming hosted a meeting on June 3, the Red Cross took part."


def test_split_at_clauses_when_nothing_else_helps() -> None:
    source = "昆明市主办会议，红十字会参加。"
    answers = {
        ("plain", "Kunming主办会议，Red Cross参加。"): ["A meeting was held."],
        ("plain", "Kunming主办会议，"): ["Kunming hosted the meeting."],
        ("plain", "Red Cross参加。"): ["The Red Cross took part."],
    }
    (done,) = fill.fill([unit(source, 昆明市="Kunming", 红十字会="Red Cross")], Table(answers), {}, clauses)
    assert done.target == "Kunming hosted the meeting, the Red Cross took part."
    assert {c.way for c in done.constraints} == {"split"}


def test_han_left_in_the_english_counts_as_a_loss() -> None:
    answers = {("plain", FED): ["Kunming与 Red Cross"], ("ranked", FED): [GOOD]}
    (done,) = fill.fill([unit(SOURCE, 昆明市="Kunming", 红十字会="Red Cross")], Table(answers), {}, clauses)
    assert done.target == GOOD


DIRECT = [
    ("contact/emails/0", "li_xia@example.org", {}, "li_xia@example.org", "label"),
    ("contact/phone", "+86-10-82268242/8221", {}, "+86-10-82268242/8221", "label"),
    ("masthead/series", "简报", {"masthead/series": "Newsletter"}, "Newsletter", "label"),
    ("sections/0/speaker/name", "Srey Sunleang", {}, "Srey Sunleang", "label"),
]


@pytest.mark.parametrize(
    ("slot", "source", "labels", "english", "origin"), DIRECT, ids=[d[0] for d in DIRECT]
)
def test_fields_need_no_engine(
    slot: str, source: str, labels: dict[str, str], english: str, origin: str
) -> None:
    engine = Table({})
    (done,) = fill.fill([unit(source, slot)], engine, labels, clauses)
    assert (done.target, done.origin, engine.asked) == (english, origin, [])


def test_an_office_covered_by_its_constraints_is_put_together() -> None:
    source = "外交学院副院长、研究中心秘书长"
    made = unit(
        source,
        "sections/0/speaker/office",
        外交学院副院长="Vice President, CFAU",
        研究中心秘书长="Secretary-General, GCMS",
    )
    (done,) = fill.fill([made], Table({}), {}, clauses)
    assert (done.target, done.origin) == ("Vice President, CFAU; Secretary-General, GCMS", "parsed")


def test_progress_counts_the_engines_sentences() -> None:
    told: list[tuple[int, int]] = []
    units = [unit("甲。"), unit("乙。"), unit("010", "contact/phone")]
    fill.fill(units, Table({}), {}, clauses, lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


JOINS = [
    (["One is dialogue,", "The other is research."], "One is dialogue, the other is research."),
    (["He spoke.", "UNEP took part."], "He spoke, UNEP took part."),
    (["Only one."], "Only one."),
]


@pytest.mark.parametrize(("parts", "whole"), JOINS, ids=[j[1] for j in JOINS])
def test_clauses_are_joined_as_one_sentence(parts: list[str], whole: str) -> None:
    assert retries.join_clauses(parts) == whole


def test_marks_and_names_of_the_joined_clauses() -> None:
    parts = ["He spoke.", "Yunnan took part.", "The others left."]
    assert (
        retries.join_clauses(parts, ["; ", ", "], ("Yunnan",))
        == "He spoke; Yunnan took part, the others left."
    )


def test_a_sentence_is_cut_at_its_semicolons_first() -> None:
    term = Constraint(0, 2, "甲方", ("Party A",), "term")
    asked = replace(unit("甲方来，讲话；乙方来，讲话。"), constraints=(term,))
    answers = {
        "Party A来，讲话；": "Party A came and spoke.",
        "乙方来，讲话。": "The other came and spoke.",
        "Party A来，": "Party A came.",
        "讲话；": "Spoke.",
        "乙方来，": "The other came.",
        "讲话。": "Spoke.",
    }
    engine = Table({("plain", source): [text] for source, text in answers.items()})
    (done,) = fill.fill([asked], engine, {}, clauses)
    assert done.target == "Party A came and spoke; the other came and spoke."


def people(source: str, *names: tuple[str, str]) -> Unit:
    found = [
        Constraint(source.index(zh), source.index(zh) + len(zh), zh, (en,), "person") for zh, en in names
    ]
    return Unit("0" * 12, "sections/0/paragraphs/0/0", source, constraints=tuple(found))


OFFICIALS = people(
    "司长周明、副司长李红、处长王强在昆明市致辞。",
    ("司长周明", "Zhou Ming, Director-General"),
    ("副司长李红", "Li Hong, Deputy Director-General"),
    ("处长王强", "Wang Qiang, Director"),
)
LIST = "Zhou Ming, Director-General; Li Hong, Deputy Director-General; and Wang Qiang, Director"
STOOD_IN = "Ames and Boyd在昆明市致辞。"
IN_FULL = "Zhou Ming, Director-General、Li Hong, Deputy Director-General、Wang Qiang, Director在昆明市致辞。"


def test_a_list_of_people_is_put_in_after_the_engine() -> None:
    engine = Table({("plain", STOOD_IN): ["Ames and Boyd spoke in Kunming."]})
    (done,) = fill.fill([OFFICIALS], engine, {}, clauses)
    assert done.target == f"{LIST}, spoke in Kunming."
    assert {c.way for c in done.constraints} == {"listed"}
    assert len(engine.asked) == 1


def test_a_list_whose_stand_in_is_lost_is_fed_in_full() -> None:
    engine = Table({("plain", STOOD_IN): ["They spoke."], ("plain", IN_FULL): [f"{LIST} spoke in Kunming."]})
    (done,) = fill.fill([OFFICIALS], engine, {}, clauses)
    assert done.target == f"{LIST} spoke in Kunming."
    assert {c.way for c in done.constraints} == {"first"}


def test_a_retry_keeps_the_list_out_of_the_engine() -> None:
    unit = replace(
        OFFICIALS, constraints=(*OFFICIALS.constraints, Constraint(16, 19, "昆明市", ("Kunming",), "term"))
    )
    fed = "Ames and Boyd在Kunming致辞。"
    engine = Table(
        {("plain", fed): ["Ames and Boyd spoke."], ("named", fed): ["Ames and Boyd spoke in Kunming."]}
    )
    (done,) = fill.fill([unit], engine, {}, clauses)
    assert done.target == f"{LIST}, spoke in Kunming."
    assert [c.way for c in done.constraints] == ["listed", "listed", "listed", "named"]


def test_a_build_can_leave_lists_to_the_engine() -> None:
    engine = Table({("plain", IN_FULL): [f"{LIST} spoke."]})
    (done,) = fill.fill([OFFICIALS], engine, {}, clauses, listed=False)
    assert {c.way for c in done.constraints} == {"first"}
