"""What the memory gives for a unit: the same Chinese, that of the same neighbours, and what is only suggested."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from workflow import fill
from workflow.constrain import Terms, constrain, find
from workflow.engines.scripted import ScriptedEngine
from workflow.memory import Memory
from workflow.memory.entries import Entry, masked
from workflow.memory.lookup import GRAMS, fuzzy, grams, remembered
from workflow.memory.store import EDGES
from workflow.segment.sentences import clauses
from workflow.units import State, Unit, text_digest

Remember = Callable[..., Entry]
MakeUnit = Callable[[str], Unit]


def engine() -> ScriptedEngine:
    return ScriptedEngine({}, "The engine's own words.")


def test_the_same_chinese_is_a_draft_with_its_constraints_verified(
    memory: Memory, remember: Remember, unit: MakeUnit
) -> None:
    remember("会议在昆明市举行。", "The meeting was held in Kunming.")
    done = remembered(unit("会议在昆明市举行。"), "", "", memory)
    assert (done.target, done.state, done.origin, done.score) == (
        "The meeting was held in Kunming.",
        State.DRAFT,
        "memory",
        100.0,
    )
    assert [(c.kept, c.way, c.at) for c in done.constraints] == [(True, "memory", (24, 31))]


BEFORE, AFTER = "上午开幕。", "下午闭幕。"
BESIDE = {"before": text_digest(BEFORE), "after": text_digest(AFTER)}
HALF = {"before": text_digest(BEFORE), "after": ""}
OLD, NEW = "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z"
CONTEXTS = [
    ("the newer", [("Old.", {}, OLD), ("New.", {}, NEW)], "New."),
    ("the older where its neighbours are the same", [("Old.", BESIDE, OLD), ("New.", {}, NEW)], "Old."),
    ("both neighbours before one", [("Both.", BESIDE, OLD), ("One.", HALF, NEW)], "Both."),
    ("one neighbour before none", [("One.", HALF, OLD), ("None.", {}, NEW)], "One."),
    ("of one day what was written last", [("First.", {}, NEW), ("Last.", {}, NEW)], "Last."),
]


@pytest.mark.parametrize(("entries", "english"), [c[1:] for c in CONTEXTS], ids=[c[0] for c in CONTEXTS])
def test_of_several_english_texts(
    memory: Memory,
    remember: Remember,
    unit: MakeUnit,
    entries: list[tuple[str, dict[str, str], str]],
    english: str,
) -> None:
    for text, beside, date in entries:
        remember("大家讨论热烈。", text, date=date, **beside)
    units = fill.fill(
        [unit(text) for text in (BEFORE, "大家讨论热烈。", AFTER)], engine(), {}, clauses, memory=memory
    )
    assert units[1].target == english


def test_other_english_is_offered_where_no_neighbour_decides(
    memory: Memory, remember: Remember, unit: MakeUnit
) -> None:
    remember("大家讨论热烈。", "The discussion was lively.", date=OLD)
    remember("大家讨论热烈。", "A lively discussion followed.", date=NEW)
    done = remembered(unit("大家讨论热烈。"), "x", "y", memory)
    assert (done.target, [s.text for s in done.suggestions]) == (
        "A lively discussion followed.",
        ["The discussion was lively."],
    )


def test_a_changed_glossary_makes_a_suggestion_of_it(
    memory: Memory, remember: Remember, terms: Terms
) -> None:
    remember("澜湄论坛在昆明市举行。", "The LM Forum was held in Kunming.")
    (changed,) = constrain(
        [Unit("1", "sections/0/paragraphs/0/0", "澜湄论坛在昆明市举行。")], terms.with_names({"澜湄论坛": "Lancang-Mekong Forum"})
    )  # fmt: skip
    done = remembered(changed, "", "", memory)
    assert (done.target, done.state) == ("", State.EMPTY)
    assert [(s.text, s.score) for s in done.suggestions] == [("The LM Forum was held in Kunming.", 100.0)]


KNOWN = "项目组对流域内的水质、生物多样性和居民生计进行了为期三年的联合监测和评估。"
FUZZY = [
    ("a word more", "项目组对流域内的水质、生物多样性和居民生计进行了为期三年的深入联合监测和评估。", True),
    ("another clause before it", "今年以来，项目组对流域内的水质、生物多样性和居民生计进行了为期三年的联合监测。", True),
    ("half of it", "项目组对流域内的水质进行了培训，当地官员、学者和企业代表参加了会议并发言。", False),
    ("nothing of it", "论坛在闭幕式上通过了行动计划。", False),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "like"), [f[1:] for f in FUZZY], ids=[f[0] for f in FUZZY])
def test_what_is_like_it_is_suggested_and_never_printed(
    memory: Memory, remember: Remember, unit: MakeUnit, zh: str, like: bool
) -> None:
    remember(KNOWN, "The project team monitored and assessed.")
    (done,) = fill.fill([unit(zh)], engine(), {}, clauses, memory=memory)
    assert (done.target, done.origin) == ("The engine's own words.", "engine:scripted")
    assert [s.origin for s in done.suggestions] == ["memory"] * like
    assert all(70 <= s.score < 100 for s in done.suggestions)


def test_the_order_of_filling(memory: Memory, remember: Remember, unit: MakeUnit) -> None:
    for zh, en in (
        ("简报", "Bulletin"),
        ("大家讨论热烈。", "The discussion was lively."),
        ("2024年第3期", "No. 3"),
    ):
        remember(zh, en)
    human = replace(unit("大家讨论热烈。"), target="Talks were lively.", state=State.REVIEWED, origin="human")
    label = replace(unit("简报"), slot="masthead/series")
    issue = replace(constrain_issue(unit("2024年第3期")), slot="issue")
    asked = engine()
    units = [human, label, issue, unit("大家讨论热烈。"), unit("会后参观。")]
    done = fill.fill(units, asked, {"masthead/series": "Newsletter"}, clauses, memory=memory)
    assert [(u.target, u.origin) for u in done[:4]] == [
        ("Talks were lively.", "human"),
        ("Newsletter", "label"),
        ("Issue 3, 2024", "parsed"),
        ("The discussion was lively.", "memory"),
    ]
    assert set(asked.asked) == {"会后参观。"}


def constrain_issue(unit: Unit) -> Unit:
    from workflow.units import Constraint

    whole = Constraint(0, len(unit.source), unit.source, ("Issue 3, 2024",), "quantity")
    return replace(unit, constraints=(whole,))


def test_without_a_memory_nothing_changes(unit: MakeUnit) -> None:
    (done,) = fill.fill([unit("大家讨论热烈。")], engine(), {}, clauses)
    assert (done.origin, done.suggestions) == ("engine:scripted", ())


def test_names_and_figures_count_as_one_character_of_their_kind(terms: Terms) -> None:
    first, second = "周军在昆明市说30公顷。", "欧阳建国在保山市说1,200公顷。"
    assert masked(first, find(first, terms)) == masked(second, find(second, terms))
    third = "周军在昆明市说2024年5月7日。"
    assert masked(first, find(first, terms)) != masked(third, find(third, terms))


GRAM_CASES = [("前言", 2), ("", 0), ("甲乙丙丁", 4), ("".join(map(chr, range(0x4E00, 0x4E00 + 300))), GRAMS)]


@pytest.mark.parametrize(("text", "count"), GRAM_CASES)
def test_the_trigrams_that_are_looked_for(text: str, count: int) -> None:
    found = grams(text)
    assert len(found) == count
    assert all(len(gram) == 3 and gram in EDGES[0] + text + EDGES[1] for gram in found)


def test_quotes_and_marks_break_no_search(memory: Memory, remember: Remember, unit: MakeUnit) -> None:
    zh = '他说："*AND* OR (NEAR) ‘引号’ %_ 加强合作"。'
    remember(zh, "He spoke.")
    (score, entry), *_rest = fuzzy(masked(zh, unit(zh).constraints) + "啊", memory)
    assert (entry.source, score > 90) == (zh, True)
