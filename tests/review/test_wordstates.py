"""The states and the columns that the reader of a review DOCX finds."""

from pathlib import Path

import pytest

from tests.review.word_files import (
    EN,
    ID,
    OTHER_EN,
    OTHER_ZH,
    ZH,
    cell,
    control,
    id_cell,
    p,
    r,
    read,
    row,
    table,
    tracked,
    unit_row,
    word_file,
)
from workflow.render import reviewtexts
from workflow.units import State


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        *((shown, state) for state, _value, shown in reviewtexts.STATES),
        *((value, state) for state, value, _shown in reviewtexts.STATES),
        ("已审", State.REVIEWED),
        ("REVIEWED", State.REVIEWED),
        (" 已审。", State.REVIEWED),
        ("√", State.REVIEWED),
        ("OK", State.REVIEWED),
        ("needs work", State.NEEDS_WORK),
        ("待修改", State.NEEDS_WORK),
        ("未审", State.DRAFT),
        ("", None),
        ("not reviewed yet", None),
    ],
)
def test_state_chosen_or_typed(state: str, expected: State | None, tmp_path: Path) -> None:
    returned = read(word_file(tmp_path, table(unit_row(p(r(EN)), state=state))))
    assert returned.rows[0].state == expected
    lost = expected is None and state
    assert [one.text for one in returned.loose] == ([state] if lost else [])


def test_state_before_is_known_by_its_tag_or_a_tracked_choice(tmp_path: Path) -> None:
    chosen = tracked("del", r("草稿 Draft", name="delText")) + tracked("ins", r("已审 Reviewed"))
    cells = [id_cell(), cell(p(r(ZH))), cell(p(r(EN)))]
    for content in (
        control(f"state:{ID}", chosen),
        chosen,
        control(f"state:{ID}:draft", r("已审 Reviewed")),
    ):
        (found,) = read(word_file(tmp_path, table(row(*cells, cell(p(content)))))).rows
        assert (found.state, found.was) == (State.REVIEWED, State.DRAFT)


def test_state_before_is_known_by_its_bookmark(tmp_path: Path) -> None:
    """LibreOffice and WPS drop the tag."""
    name = f"s_{ID}_needs_work"
    marked = unit_row(p(r(EN)), state="已审 Reviewed").replace(
        '<w:bookmarkStart w:id="9"', f'<w:bookmarkStart w:id="8" w:name="{name}"/><w:bookmarkStart w:id="9"'
    )
    (found,) = read(word_file(tmp_path, table(marked))).rows
    assert (found.state, found.was) == (State.REVIEWED, State.NEEDS_WORK)


def test_origin_below_the_state_is_no_loose_text(tmp_path: Path) -> None:
    below = p(r("记忆库 memory 97%")) + p(r("see my mail"))
    body = table(row(id_cell(), cell(p(r(ZH))), cell(p(r(EN))), cell(p(r("已审")) + below)))
    returned = read(word_file(tmp_path, body))
    assert returned.rows[0].state == State.REVIEWED
    assert [(one.text, one.unit) for one in returned.loose] == [("see my mail", ID)]


def test_a_copied_state_is_no_id(tmp_path: Path) -> None:
    copied = row(
        cell(),
        cell(p(r("新的一句"))),
        cell(p(r("A new one."))),
        cell(p(control(f"state:{ID}", r("已审 Reviewed")))),
    )
    returned = read(word_file(tmp_path, table(unit_row(p(r(EN))), copied)))
    assert [one.id for one in returned.rows] == [ID]
    assert [one.text for one in returned.loose] == ["新的一句 | A new one. | 已审 Reviewed"]


@pytest.mark.parametrize(
    "order",
    [
        ("id", "source", "target", "state"),
        ("state", "target", "source", "id"),
        ("source", "id", "notes", "target", "state"),
        ("id", "source", "target", "notes", "state"),
        ("id", "source", "target"),
        ("id", "target", "state"),
    ],
)
@pytest.mark.parametrize("by", ["tag", "shown"])
def test_columns_are_found_by_what_they_hold(order: tuple[str, ...], by: str, tmp_path: Path) -> None:
    heads = dict(zip(("id", "source", "target", "state"), reviewtexts.HEADS, strict=True))
    head = row(*(cell(p(r(" ".join(heads[role]) if role in heads else ""))) for role in order))
    rows = []
    for zh, en in ((ZH, EN), (OTHER_ZH, OTHER_EN)):
        cells = {"id": id_cell(zh, en, by), "source": cell(p(r(zh))), "target": cell(p(r(f"{en} New."))), "state": cell(p(r("已审"))), "notes": cell(p(r("a note")))}  # fmt: skip
        rows.append(row(*(cells[role] for role in order)))
    returned = read(word_file(tmp_path, table(head, *rows)))
    assert [one.target for one in returned.rows] == [f"{EN} New.", f"{OTHER_EN} New."]
    assert [one.source for one in returned.rows] == ([ZH, OTHER_ZH] if "source" in order else ["", ""])
    assert {one.state for one in returned.rows} == {State.REVIEWED if "state" in order else None}
    assert [one.text for one in returned.loose] == ["a note"] * (2 if "notes" in order else 0)


def test_words_of_the_heads_in_a_row_are_no_heads(tmp_path: Path) -> None:
    rows = [unit_row(p(r("New.")), by="shown"), unit_row(p(r("Chinese")), OTHER_ZH, OTHER_EN, by="shown")]
    returned = read(word_file(tmp_path, table(*rows)))
    assert [(one.source, one.target) for one in returned.rows] == [(ZH, "New."), (OTHER_ZH, "Chinese")]


def test_two_columns_that_may_be_the_english_are_trouble(tmp_path: Path) -> None:
    cells = (
        id_cell(by="shown"),
        cell(p(r(ZH))),
        cell(p(r("New."))),
        cell(p(r("A note."))),
        cell(p(r("已审"))),
    )
    returned = read(word_file(tmp_path, table(row(*cells))))
    assert "not certain" in returned.rows[0].trouble
    assert (returned.rows[0].target, [one.text for one in returned.loose]) == ("New.", ["A note."])


def test_a_list_that_asks_to_choose_says_nothing(tmp_path: Path) -> None:
    asking = control(f"state:{ID}", r("选择一项。")).replace(
        "</w:sdtPr>", "<w:showingPlcHdr/><w:dropDownList/></w:sdtPr>"
    )
    body = table(row(id_cell(), cell(p(r(ZH))), cell(p(r(EN))), cell(p(asking))))
    returned = read(word_file(tmp_path, body))
    assert (returned.rows[0].state, returned.loose) == (None, ())
