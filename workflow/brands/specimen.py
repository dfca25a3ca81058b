"""A small bulletin with something of everything, to try a brand on."""

from datetime import UTC, datetime

from workflow.bulletin import BodyBlock, Bulletin, Contact, Issue, Masthead, Section, Speaker
from workflow.edition import Edition
from workflow.findings import Finding, Severity
from workflow.units import State, Unit, unit_id

CLOCK = datetime(2024, 3, 1, tzinfo=UTC)
_ENGLISH = "Institute of Public Affairs"
TEXTS: tuple[tuple[str, str, str], ...] = (
    ("masthead/name", "公共事务研究院", _ENGLISH),
    ("masthead/series", "简报", "Bulletin"),
    ("title", "城市公共空间更新座谈会纪要", "Notes from a Round Table on Renewing Public Space"),
    ("sections/0/heading", "一、会议概况", "I. The Meeting"),
    (
        "sections/0/paragraphs/0/0",
        "2024年2月27日，座谈会在我院举行，40余名代表出席，讨论了《公共空间导则》。",
        "On February 27, 2024, more than 40 delegates met at the Institute to discuss Guidelines for Public Space.",
    ),
    ("sections/1/speaker/name", "陈知行", "Chen Zhixing"),
    ("sections/1/speaker/office", "公共事务研究院院长", "President, Institute of Public Affairs"),
    ("sections/1/blocks/0/0/0", "先有人，后有广场。", "People come first, squares second."),
    ("sections/1/blocks/1/0/0", "征求居民意见；", "Ask the residents;"),
    ("sections/1/blocks/1/1/0", "公开预算。", "Publish the budget."),
    ("sections/1/blocks/2/0/0", "年份", "Year"),
    ("sections/1/blocks/2/1/0", "项目数", "Projects"),
    ("sections/1/blocks/2/2/0", "2023年", "2023"),
    ("sections/1/blocks/3/0/0", "图1 更新后的街角", "Figure 1. The corner after renewal"),
    ("contact/organizations/0", "公共事务研究院", _ENGLISH),
    ("contact/address", "示例市中山路8号", "8 Zhongshan Road, Example City"),
    (
        "about",
        "公共事务研究院研究城市与治理。",
        "The Institute of Public Affairs studies cities and how they are run.",
    ),
)


def specimen() -> Edition:
    """Return the specimen: a draft whose every part of a page is there once."""
    zh = {slot: source for slot, source, _target in TEXTS}
    units = tuple(
        Unit(unit_id(source, n), slot, source, target, State.DRAFT, "engine:house", confidence=0.5)
        for n, (slot, source, target) in enumerate(TEXTS)
    )

    def of(slot: str) -> tuple[str, ...]:
        return tuple(source for at, source in zh.items() if at.startswith(f"sections/1/blocks/{slot}/"))

    blocks = (
        BodyBlock("quote", of("0")),
        BodyBlock("list", of("1")),
        BodyBlock("table", (*of("2"), "36"), 2),
        BodyBlock("picture", of("3")),
    )
    speaker = Speaker(zh["sections/1/speaker/name"], zh["sections/1/speaker/office"])
    bulletin = Bulletin(
        masthead=Masthead(zh["masthead/name"], _ENGLISH, zh["masthead/series"]),
        issue=Issue(2024, 3),
        date=CLOCK.date().isoformat(),
        title=zh["title"],
        sections=(
            Section(
                zh["sections/0/heading"], None, (BodyBlock("paragraph", (zh["sections/0/paragraphs/0/0"],)),)
            ),
            Section(None, speaker, blocks),
        ),
        contact=Contact(
            address=zh["contact/address"],
            phone="+86-10-5555-0100",
            emails=("office@institute.example",),
            website="https://institute.example/",
            organizations=(zh["contact/organizations/0"],),
        ),
        about=zh["about"],
    )
    grades = (Severity.CRITICAL, Severity.ERROR, Severity.WARNING, Severity.NOTE)
    findings = tuple(
        Finding("specimen", grade, unit.target, unit.id)
        for grade, unit in zip(grades, units[4:], strict=False)
    )
    return Edition("specimen", bulletin, units, findings)
