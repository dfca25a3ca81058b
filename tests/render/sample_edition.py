"""An edition made by hand from sample.tsv: three printed pages of one bulletin, something of everything.

A line of sample.tsv is a slot, its Chinese and its English; the structure follows from the slots.
"""

from dataclasses import replace
from pathlib import Path

from workflow.bulletin import (
    BlockType,
    BodyBlock,
    Bulletin,
    Contact,
    Issue,
    Masthead,
    Removed,
    Section,
    Speaker,
)
from workflow.edition import Edition, Manifest
from workflow.findings import Dismissal, Finding, Severity
from workflow.units import Constraint, Kind, State, Suggestion, Unit, Way, unit_id

CENTER = "Qingjiang Basin Environment Research Center"
KNOWN: tuple[tuple[str, tuple[str, ...], Kind], ...] = (
    ("清江流域环境研究中心", (CENTER, "QBEC"), "term"),
    (
        "《清江流域生态保护战略（2025-2030）》",
        ("Qingjiang Basin Ecological Protection Strategy (2025-2030)",),
        "document",
    ),
    (
        "《流域横向生态补偿办法》",
        ("Measures for Horizontal Ecological Compensation in River Basins",),
        "document",
    ),
    ("2024年9月18日", ("September 18, 2024",), "date"),
    ("2024年11月底", ("end of November 2024",), "date"),
    ("2025年3月", ("March 2025",), "date"),
    ("120余名", ("more than 120",), "quantity"),
    ("5万余人", ("more than 50,000",), "quantity"),
    ("4.7亿元", ("RMB 470 million",), "quantity"),
    ("2万美元", ("US$20,000",), "quantity"),
    ("约三成", ("about 30 percent",), "quantity"),
    ("15%", ("15%",), "quantity"),
    ("86%", ("86%",), "quantity"),
    ("97%", ("97%",), "quantity"),
    ("36个", ("36",), "quantity"),
    ("11天", ("11 days",), "quantity"),
    ("生态流量", ("environmental flow", "ecological flow"), "term"),
    ("水土保持", ("soil and water conservation",), "term"),
    ("休渔期", ("closed fishing season", "closed fishing seasons"), "term"),
    ("周明远", ("Zhou Mingyuan",), "person"),
    ("林秋实", ("Lin Qiushi",), "person"),
    ("阮文海", ("Nguyen Van Hai",), "person"),
    ("欧阳静", ("Ouyang Jing",), "person"),
    ("何 岩", ("He Yan",), "person"),
    ("白露", ("Bai Lu",), "person"),
)
DOUBTFUL = {"阮文海"}
PARSED = ("speaker/name", "issue", "date")
LABELS = ("masthead/", "contact/organizations", "contact/wechat")
# The last section: number of texts of each block, in order.
LAST_BLOCKS: tuple[tuple[BlockType, int], ...] = (
    ("list", 4),
    ("quote", 1),
    ("table", 12),
    ("paragraph", 1),
    ("picture", 1),
)
TABLE_WIDTH = 3


def sample_edition() -> Edition:
    """Return the sample: every unit a draft but the title, with constraints, findings and removed text."""
    units = _units()
    bulletin = Bulletin(
        masthead=Masthead(_zh(units, "masthead/name"), CENTER, _zh(units, "masthead/series")),
        issue=Issue(2024, 9),
        date="2024-09-26",
        title=_zh(units, "title"),
        sections=_sections(units),
        contact=_contact(units),
        about=_zh(units, "about"),
    )
    return Edition(
        name="sample",
        bulletin=bulletin,
        units=units,
        findings=_findings(units),
        removed=(Removed("— 2 —", "page number"), Removed("**", "Markdown mark")),
        manifest=Manifest("engine:house|glossary:3f2a|v:0.1.0", (("sample.txt", "ab" * 32),), "house"),
    )


def edition_of(rows: list[tuple[str, str, str]], **more: object) -> Edition:
    """Return a small edition of one section whose paragraphs hold the given (slot end, Chinese, English)."""
    units = tuple(
        _unit(f"sections/0/paragraphs/{slot}", zh, en, number) for number, (slot, zh, en) in enumerate(rows)
    )
    count = 1 + max(int(slot.split("/")[0]) for slot, _zh, _en in rows)
    paragraphs = tuple(
        BodyBlock("paragraph", (_zh(units, f"sections/0/paragraphs/{j}"),)) for j in range(count)
    )
    edition = Edition("small", Bulletin(sections=(Section(blocks=paragraphs),)), units)
    return replace(edition, **more)  # type: ignore[arg-type]


WIDE = (
    (("时间", "Time"), ("议题", "Topic"), ("发言人", "Speaker"), ("单位", "Affiliation"), ("地点", "Venue")),
    (
        ("9:00—9:30", ""),
        ("生态流量保障方案", "The environmental flow plan"),
        ("林秋实", "Lin Qiushi"),
        ("清江流域环境研究中心", CENTER),
        ("第一会议室", "Conference Room 1"),
    ),
    (("9:30—10:00", ""), ("", ""), ("", ""), ("", ""), ("第二会议室", "Conference Room 2")),
)


def wide_table_edition(repeat: int = 1) -> Edition:
    """Return an edition whose one section is a table of five columns, its last row `repeat` times."""
    rows = (*WIDE[:-1], *WIDE[-1:] * repeat)
    cells = [cell for row in rows for cell in row]
    units = tuple(_unit(f"sections/0/blocks/0/{n}/0", zh, en, n) for n, (zh, en) in enumerate(cells) if en)
    block = BodyBlock("table", tuple(zh for zh, _en in cells), len(WIDE[0]))
    return Edition("wide", Bulletin(sections=(Section(blocks=(block,)),)), units)


def merged_table_edition() -> Edition:
    """Return an edition whose one section is a table with a head of two rows and merged cells."""
    rows = (
        (("县", "County"), ("2024年", "2024"), ("", "")),
        (("", ""), ("监测站", "Stations"), ("达标率", "Up to standard")),
        (("青溪县", "Qingxi"), ("12", ""), ("94%", "")),
        (("云台县", "Yuntai"), ("8", ""), ("—", "")),
    )
    cells = [cell for row in rows for cell in row]
    units = tuple(_unit(f"sections/0/blocks/0/{n}/0", zh, en, n) for n, (zh, en) in enumerate(cells) if en)
    block = BodyBlock("table", tuple(zh for zh, _en in cells), 3, ((0, 2, 1), (1, 1, 2)))
    return Edition("merged", Bulletin(sections=(Section(blocks=(block,)),)), units)


def constraints_of(source: str, target: str) -> tuple[Constraint, ...]:
    """Return the known words of a sentence, each with its place in the English or lost."""
    found: list[Constraint] = []
    for zh, targets, kind in KNOWN:
        start = source.find(zh)
        if start < 0:
            continue
        places = [(target.lower().find(word.lower()), len(word)) for word in targets]
        at = next(((place, place + length) for place, length in places if place >= 0), None)
        way: Way = "first" if at else "lost"
        kept = at is not None
        found.append(Constraint(start, start + len(zh), zh, targets, kind, zh in DOUBTFUL, kept, at, way))
    return tuple(sorted(found, key=lambda c: c.start))


def _units() -> tuple[Unit, ...]:
    units: list[Unit] = []
    for line in Path(__file__).with_name("sample.tsv").read_text(encoding="utf-8").splitlines():
        slot, zh, en = line.split("\t")
        occurrence = sum(unit.source == zh for unit in units)
        units.append(_seasoned(_unit(slot, zh, en, occurrence)))
    return tuple(units)


def _unit(slot: str, zh: str, en: str, occurrence: int) -> Unit:
    origin = "parsed" if slot.endswith(PARSED) else "label" if slot.startswith(LABELS) else "engine:house"
    score = -0.31 if origin == "engine:house" else None
    constraints = constraints_of(zh, en)
    return Unit(unit_id(zh, occurrence), slot, zh, en, State.DRAFT, origin, score, constraints=constraints)


def _seasoned(unit: Unit) -> Unit:
    """Return the unit with what a real one may carry: house style, a suggestion, a reviewer."""
    if unit.source.startswith("中心编制的"):
        return replace(unit, shown=unit.target.replace("drafted by the Center", "drafted by QBEC"))
    if unit.source.startswith("会议由清江流域环境研究中心"):
        return replace(unit, shown=unit.target.replace(CENTER, f"{CENTER} (QBEC)"))
    if unit.source.startswith("生态流量不是"):
        text = "Ecological flow is no fixed number but a set of rules."
        return replace(unit, suggestions=(Suggestion(text, "memory", 78.0),), confidence=0.62)
    if unit.slot == "title":
        return replace(unit, state=State.REVIEWED, origin="human", by="Li", score=None)
    return unit


def _under(units: tuple[Unit, ...], slot: str) -> list[Unit]:
    return [unit for unit in units if unit.slot == slot or unit.slot.startswith(slot + "/")]


def _zh(units: tuple[Unit, ...], slot: str) -> str:
    return "".join(unit.source for unit in _under(units, slot))


def _sections(units: tuple[Unit, ...]) -> tuple[Section, ...]:
    last = max(int(unit.slot.split("/")[1]) for unit in _under(units, "sections"))
    return tuple(_section(units, f"sections/{number}", number == last) for number in range(last + 1))


def _section(units: tuple[Unit, ...], slot: str, last: bool) -> Section:
    count = len({unit.slot.split("/")[3] for unit in _under(units, f"{slot}/paragraphs")})
    kinds = LAST_BLOCKS if last else (("paragraph", 1),) * count
    blocks: list[BodyBlock] = []
    for kind, items in kinds:
        paragraphs = sum(block.type == "paragraph" for block in blocks)
        paths = [f"blocks/{len(blocks)}/{n}" for n in range(items)]
        paths = [f"paragraphs/{paragraphs}"] if kind == "paragraph" else paths
        texts = tuple(_zh(units, f"{slot}/{path}") for path in paths)
        blocks.append(BodyBlock(kind, texts, TABLE_WIDTH if kind == "table" else 0))
    name = _zh(units, f"{slot}/speaker/name")
    speaker = Speaker(name, _zh(units, f"{slot}/speaker/office")) if name else None
    return Section(_zh(units, f"{slot}/heading") or None, speaker, tuple(blocks))


def _contact(units: tuple[Unit, ...]) -> Contact:
    return Contact(
        address=_zh(units, "contact/address"),
        postcode="650000",
        phone="+86-10-5555-0148",
        fax="+86-10-5555-0149",
        emails=("editor@qingjiang.example", "exchange@qingjiang.example"),
        website="https://qingjiang.example/",
        wechat=_zh(units, "contact/wechat"),
        organizations=(_zh(units, "contact/organizations/0"),),
    )


def _findings(units: tuple[Unit, ...]) -> tuple[Finding, ...]:
    def of(start: str) -> str:
        return next(unit.id for unit in units if unit.source.startswith(start))

    name, term = (("name", "Nguyen Van Hai"),), (("zh", "休渔期"), ("en", "closed fishing season"))
    flow, he = of("沿江村寨"), of("何 岩")
    return (
        Finding("length", Severity.WARNING, "The English is short for its Chinese.", flow),
        Finding(
            "person-doubtful",
            Severity.CRITICAL,
            "The spelling {name} is a reading; confirm it.",
            of("阮文海"),
            args=name,
            quote="Nguyen Van Hai",
        ),
        Finding(
            "term-lost",
            Severity.CRITICAL,
            "The term {zh} should read {en}.",
            flow,
            args=term,
            quote="closed seasons",
        ),
        Finding(
            "name-space",
            Severity.NOTE,
            "A space was taken out of the name {name}.",
            he,
            "source",
            (("name", "何岩"),),
            "何 岩",
            Dismissal("Wang", "as in the source"),
        ),
        Finding(
            "missing-picture",
            Severity.WARNING,
            "The source refers to a picture that is not in the file.",
            on="source",
        ),
        Finding(
            "number-style",
            Severity.ERROR,
            "The figure {number} stands in two forms.",
            of("2023年试点"),
            args=(("number", "86%"),),
            quote="86%",
        ),
    )
