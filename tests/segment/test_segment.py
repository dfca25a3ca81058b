from workflow.bulletin import BodyBlock, Bulletin, Contact, Issue, Masthead, Section, Speaker
from workflow.segment import segment
from workflow.units import State, unit_id

BULLETIN = Bulletin(
    masthead=Masthead("某中心", "Some Center", "简报"),
    issue=Issue(2024, 3),
    date="2024-05-06",
    title="标题",
    sections=(
        Section(
            None,
            None,
            (
                BodyBlock("paragraph", ("甲。乙。",)),
                BodyBlock("list", ("一；", "二。")),
                BodyBlock("paragraph", ("甲。",)),
            ),
        ),
        Section("小标题", Speaker("周军", "某司司长"), (BodyBlock("paragraph", ("丙。",)),)),
    ),
    contact=Contact(address="某路1号", emails=("a@example.org",), organizations=("某中心",)),
    about="中心成立。",
)
SLOTS = [
    ("masthead/name", "某中心"),
    ("masthead/series", "简报"),
    ("issue", "2024年第3期"),
    ("date", "2024年5月6日"),
    ("title", "标题"),
    ("sections/0/paragraphs/0/0", "甲。"),
    ("sections/0/paragraphs/0/1", "乙。"),
    ("sections/0/blocks/1/0/0", "一；"),
    ("sections/0/blocks/1/1/0", "二。"),
    ("sections/0/paragraphs/1/0", "甲。"),
    ("sections/1/heading", "小标题"),
    ("sections/1/speaker/name", "周军"),
    ("sections/1/speaker/office", "某司司长"),
    ("sections/1/paragraphs/0/0", "丙。"),
    ("contact/organizations/0", "某中心"),
    ("contact/address", "某路1号"),
    ("contact/emails/0", "a@example.org"),
    ("about/0", "中心成立。"),
]


def test_every_printed_text_has_a_slot() -> None:
    units = segment(BULLETIN)
    assert [(u.slot, u.source) for u in units] == SLOTS
    assert {u.state for u in units} == {State.EMPTY}


def test_ids_depend_on_the_text_and_its_occurrence_only() -> None:
    units = segment(BULLETIN)
    assert len({u.id for u in units}) == len(units)
    assert units[5].id == unit_id("甲。", 0)
    assert units[9].id == unit_id("甲。", 1)


def test_a_cell_is_a_unit_and_a_figure_is_none() -> None:
    cells = ("县", "达标率", "", "青溪县", "94%", "—", "云台县", "1,234", "12万吨")
    units = segment(Bulletin(sections=(Section(blocks=(BodyBlock("table", cells, 3),)),)))
    assert [(unit.slot, unit.source) for unit in units] == [
        ("sections/0/blocks/0/0/0", "县"),
        ("sections/0/blocks/0/1/0", "达标率"),
        ("sections/0/blocks/0/3/0", "青溪县"),
        ("sections/0/blocks/0/6/0", "云台县"),
        ("sections/0/blocks/0/8/0", "12万吨"),
    ]
