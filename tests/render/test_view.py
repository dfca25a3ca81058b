from dataclasses import replace

import pytest

from tests.render.sample_edition import (
    CENTER,
    constraints_of,
    edition_of,
    merged_table_edition,
    sample_edition,
)
from workflow.bulletin import BodyBlock, Bulletin, Contact, Issue, Section
from workflow.edition import Edition
from workflow.findings import Severity
from workflow.render.pieces import curly, piece
from workflow.render.view import SpeakerView, Text, view
from workflow.render.viewtables import covers_of
from workflow.units import Constraint, State, Unit

VIEW = view(sample_edition())


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (VIEW.masthead, "清江流域环境研究中心", CENTER),
        (VIEW.series, "简报", "Newsletter"),
        (VIEW.issue, "2024年第9期", "Issue 9, 2024"),
        (VIEW.date, "2024年9月26日", "September 26, 2024"),
        (VIEW.sections[8].heading, "会议共识", "Points of Consensus"),
        (
            VIEW.sections[8].rows[1].text,
            "统一生态流量的核定方法；",
            "Use one method to determine environmental flow;",
        ),
    ],
)
def test_text_in_both_languages(text: Text | None, zh: str, en: str) -> None:
    assert text is not None
    assert (text.zh, text.en) == (zh, en)


def test_a_paragraph_joins_its_sentences_as_printed() -> None:
    row = VIEW.sections[0].rows[0]
    assert row.text.zh.startswith("2024年9月18日，清江流域")
    assert row.text.zh.endswith("120余名代表参加了会议。")
    assert f"on September 18, 2024. Hosted by the {CENTER} (QBEC), it brought" in row.text.en


def test_speakers_stand_with_their_office() -> None:
    speakers = [section.speaker for section in VIEW.sections if section.speaker]
    assert [speaker.name.en for speaker in speakers] == [
        "Zhou Mingyuan",
        "Lin Qiushi",
        "Nguyen Van Hai",
        "Ouyang Jing",
        "He Yan",
        "Bai Lu",
    ]
    assert speakers[0].office.zh == "清江流域环境研究中心主任"
    assert speakers[0].office.en == f"Director, {CENTER}"


def test_rows_keep_the_type_of_their_block() -> None:
    rows = VIEW.sections[8].rows
    assert [row.type for row in rows] == [*["list"] * 4, "quote", "table", "paragraph", "picture"]
    assert [row.item for row in rows] == [1, 2, 3, 4, 0, 0, 0, 0]


def test_table_cells_pair() -> None:
    grid = VIEW.sections[8].rows[5].grid
    assert [[(cell.zh, cell.en) for cell in row] for row in grid][2] == [
        ("达标断面", "Sections up to standard"),
        ("81%", "81%"),
        ("94%", "94%"),
    ]


def test_columns_of_figures_are_known() -> None:
    row = VIEW.sections[8].rows[5]
    assert (row.figures, row.wide) == ((False, True, True), False)


@pytest.mark.parametrize(
    ("rows", "figures", "wide"),
    [
        ((("国家", "万吨"), ("泰国", "12万"), ("越南", "3.5亿元")), (False, True), False),
        ((("年份", "时间"), ("2023", "9:00"), ("2024", "上午9时"), ("—", "")), (False, False), False),
        ((("姓名", "职务"), ("周明", "清江流域环境研究中心主任")), (False, False), False),
        ((("指标", *"一二三四五六七八九"), ("水位", *"123456789")), (False, *[True] * 9), False),
        ((("项目名称",) * 6, ("水质监测",) * 6), (False,) * 6, True),
    ],
)
def test_a_table_knows_its_figures_and_its_width(
    rows: tuple[tuple[str, ...], ...], figures: tuple[bool, ...], wide: bool
) -> None:
    block = BodyBlock("table", tuple(cell for row in rows for cell in row), len(rows[0]))
    edition = replace(
        edition_of([("0/0", "甲", "A")]), bulletin=Bulletin(sections=(Section(blocks=(block,)),))
    )
    row = view(edition).sections[0].rows[0]
    assert [[cell.zh for cell in line] for line in row.grid] == [list(line) for line in rows]
    assert (row.figures, row.wide) == (figures, wide)


def test_merged_cells() -> None:
    row = view(merged_table_edition()).sections[0].rows[0]
    assert row.head == 2
    assert row.covers == (
        ((2, 1), (1, 2), (0, 0)),
        ((0, 0), (1, 1), (1, 1)),
        ((1, 1), (1, 1), (1, 1)),
        ((1, 1), (1, 1), (1, 1)),
    )
    assert row.figures == (False, True, True)


@pytest.mark.parametrize("merged", [(0, 1, 2), (3, 1, 2), (2, 2, 1), (0, 9, 9)])
def test_a_merge_that_would_hide_text_or_leave_the_table_is_none(merged: tuple[int, int, int]) -> None:
    block = BodyBlock("table", ("县", "站", "甲", ""), 2, (merged,))
    assert covers_of(block) == (((1, 1), (1, 1)), ((1, 1), (1, 1)))


def test_a_cell_without_a_unit_reads_the_same_in_both_languages() -> None:
    block = BodyBlock("table", ("地区", "2024", "甲", "1,234"), 2)
    units = edition_of([("0/0", "地区", "Region"), ("0/1", "甲", "A")]).units
    placed = tuple(
        replace(unit, slot=f"sections/0/blocks/0/{n}/0") for unit, n in zip(units, (0, 2), strict=True)
    )
    edition = replace(
        edition_of([("0/0", "甲", "A")]),
        units=placed,
        bulletin=Bulletin(sections=(Section(blocks=(block,)),)),
    )
    grid = view(edition).sections[0].rows[0].grid
    assert [[cell.en for cell in line] for line in grid] == [["Region", "2024"], ["A", "1,234"]]


def test_contact_fields_have_labels_and_values_in_both_languages() -> None:
    contact = VIEW.contact
    assert contact is not None
    found = [
        (f.label.zh, f.label.en, [(v.zh, v.en) for v in f.values])
        for f in contact.fields
        if f.key in ("address", "postcode", "emails")
    ]
    address = "8 Cailian Road, Linjiang District, Qingyuan, Yunling Province"
    emails = ["editor@qingjiang.example", "exchange@qingjiang.example"]
    assert found == [
        ("地址", "Address", [("云岭省清源市临江区采莲路8号", address)]),
        ("邮编", "Postal Code", [("650000", "650000")]),
        ("电子邮箱", "Email", [(email, email) for email in emails]),
    ]


def test_a_contact_line_of_another_label_stands_below_the_fields() -> None:
    zh, en = "责任编辑：李霞", "Executive Editor: Li Xia"
    unit = Unit("a" * 12, "contact/others/0", zh, en, State.REVIEWED)
    edition = Edition("bare", Bulletin(contact=Contact(phone="+86-10-1", others=(zh,))), (unit,))
    contact = view(edition).contact
    assert contact is not None
    assert [(line.zh, line.en) for line in contact.others] == [(zh, en)]
    assert contact.organizations == ()


def test_forms_that_need_no_unit_are_filled_in() -> None:
    bulletin = Bulletin(issue=Issue(2021, 3), date="2021-05-04", contact=Contact(phone="+86-10-1"))
    shown = view(Edition("bare", bulletin))
    assert shown.issue is not None
    assert shown.date is not None
    assert (shown.issue.zh, shown.issue.en) == ("2021年第3期", "Issue 3, 2021")
    assert (shown.date.zh, shown.date.en) == ("2021年5月4日", "May 4, 2021")
    assert shown.title is None
    assert shown.about is None


@pytest.mark.parametrize(
    ("script", "zh"), [("source", "生态环境"), ("hans", "生态环境"), ("hant", "生態環境")]
)
def test_script_of_the_chinese(script: str, zh: str) -> None:
    shown = view(edition_of([("0/0", "生态环境", "The environment")]), script)  # type: ignore[arg-type]
    assert shown.sections[0].rows[0].text.zh == zh


def test_source_script_is_the_edition_s() -> None:
    edition = edition_of([("0/0", "联系我们", "Contact us")], script="hant")
    assert view(edition).sections[0].rows[0].text.zh == "聯繫我們"
    assert view(edition).script == "hant"


def test_draft_until_every_unit_of_the_body_is_reviewed() -> None:
    edition = sample_edition()
    assert view(edition).draft
    body = ("title", "sections", "about")
    reviewed = tuple(
        replace(u, state=State.REVIEWED) if u.slot.split("/")[0] in body else u for u in edition.units
    )
    assert not view(replace(edition, units=reviewed)).draft


def test_findings_stand_gravest_first() -> None:
    assert [f.severity for f in VIEW.findings] == sorted((f.severity for f in VIEW.findings), reverse=True)
    unit = next(p.unit for p in VIEW.pieces if p.unit.source.startswith("沿江村寨"))
    assert [f.severity for f in VIEW.findings if f.unit == unit.id] == [Severity.CRITICAL, Severity.WARNING]
    assert [f.check for f in VIEW.findings if f.unit is None] == ["missing-picture"]


@pytest.mark.parametrize(
    ("straight", "printed"),
    [
        ('the idea of "one river" and', "the idea of “one river” and"),
        ("the Center's plan", "the Center’s plan"),
        ("the provinces' plans", "the provinces’ plans"),
        ("since the '90s", "since the ’90s"),
        ("(\"a\" and 'b')", "(“a” and ‘b’)"),
        ("She said, \"We heard 'yes'.\"", "She said, “We heard ‘yes’.”"),
        ('"Belt and Road,"', "“Belt and Road,”"),
        ('a pause—"then"', "a pause—“then”"),
        ("already “curly” and ‘so’", "already “curly” and ‘so’"),
    ],
)
def test_curly_quotes(straight: str, printed: str) -> None:
    assert curly(straight) == printed
    assert len(curly(straight)) == len(straight)


def unit_of(target: str, shown: str | None, *constraints: Constraint) -> Unit:
    return Unit("0", "title", "—" * 60, target, constraints=constraints, shown=shown)


def known(*targets: str, at: tuple[int, int] | None, kind: str = "term", start: int = 0) -> Constraint:
    return Constraint(start, start + 2, "词语", targets, kind, kept=at is not None, at=at)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "words", "lost"),
    [
        (unit_of("The Center met.", None, known("Center", at=(4, 10))), ["Center"], 0),
        (unit_of("The Center met.", "The QBEC met.", known("Center", "QBEC", at=(4, 10))), ["QBEC"], 0),
        (unit_of("In 2024 it met.", "In the year 2024 it met.", known("2024", at=(3, 7))), ["2024"], 0),
        (unit_of("The Center met.", "It met.", known("Center", at=(4, 10))), [], 1),
        (unit_of("It met.", None, known("Center", at=None)), [], 1),
        (unit_of("", None, known("Center", at=None)), [], 0),
        (
            unit_of("1 in 1 of 1", "So 1 in 1 of 1", known("1", at=(5, 6)), known("1", at=(10, 11), start=2)),
            ["1", "1"],
            0,
        ),
    ],
    ids=["as verified", "short form", "moved", "dropped by style", "lost", "empty", "same words twice"],
)
def test_where_constraints_stand_in_print(unit: Unit, words: list[str], lost: int) -> None:
    found = piece(unit)
    assert [found.text[mark.start : mark.end] for mark in found.marks] == words
    assert len(found.lost) == lost


def test_the_same_words_are_marked_at_their_own_places() -> None:
    unit = unit_of("1 in 1 of 1", "So 1 in 1 of 1", known("1", at=(5, 6)), known("1", at=(10, 11), start=2))
    assert [mark.start for mark in piece(unit).marks] == [8, 13]


def test_runs_leave_nothing_out_and_set_titles_in_italics() -> None:
    for p in VIEW.pieces:
        assert "".join(run.text for run in p.runs) == p.text
        assert "".join(run.text for run in p.source_runs) == p.unit.source
    row = VIEW.sections[1].rows[0].text
    assert [run.text for run in row.runs if run.italic] == [
        "Qingjiang Basin Ecological Protection Strategy (2025–2030)"
    ]
    assert "".join(run.text for run in row.runs) == row.en


def test_overlapping_places_are_not_marked_twice() -> None:
    target = "The Lin Qiushi Center"
    first, second = known("Lin Qiushi", at=(4, 14)), known("Qiushi Center", at=(8, 21), start=2)
    assert [m.constraint for m in piece(unit_of(target, None, first, second)).marks] == [first]


def test_the_sample_has_a_lost_and_a_doubtful_constraint() -> None:
    lost = [c.source for p in VIEW.pieces for c in p.lost]
    doubtful = [m.constraint.source for p in VIEW.pieces for m in p.marks if m.constraint.doubtful]
    assert (lost, doubtful) == (["休渔期"], ["阮文海"])
    assert constraints_of("水土保持", "Soil and water conservation")[0].at == (0, 27)


@pytest.mark.parametrize(
    ("name", "person"), [("江一帆", "江一帆"), ("江一帆博士", "江一帆"), ("玛丽·奥康纳 女士", "玛丽·奥康纳")]
)
def test_a_portrait_goes_by_the_name_alone(name: str, person: str) -> None:
    assert SpeakerView(Text(name), Text("主任")).person == person
