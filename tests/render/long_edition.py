"""A longer edition made by hand from long.tsv: four printed pages, for what a page or two do not show.

A line of long.tsv is the kind of a text, its Chinese and its English. A heading or a name opens a section, `+` goes on
with the paragraph above, items and cells that follow each other are one list and one table of three columns.
"""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tests.render.sample_edition import constraints_of, sample_edition
from workflow.bulletin import BlockType, BodyBlock, Bulletin, Issue, Section, Speaker
from workflow.edition import Edition
from workflow.units import State, Unit, unit_id

TITLE = (
    "清江流域“水与城市”国际研讨会观点摘编",
    'Views from the International Seminar "Water and Cities in the Qingjiang Basin"',
)
_COLUMNS = 3
_KINDS: dict[str, BlockType] = {"paragraph": "paragraph", "quote": "quote", "item": "list", "cell": "table"}
Line = tuple[str, str, str]


def long_edition() -> Edition:
    """Return the long edition; masthead, contact and about are those of the sample."""
    sample = sample_edition()
    texts: dict[str, tuple[str, str]] = {"title": TITLE}
    sections = tuple(_section(f"sections/{n}", lines, texts) for n, lines in enumerate(_sections()))
    kept = tuple(u for u in sample.units if u.slot != "title" and not u.slot.startswith("sections/"))
    units = tuple(_unit(slot, zh, en, n) for n, (slot, (zh, en)) in enumerate(texts.items()))
    bulletin = replace(
        sample.bulletin, title=TITLE[0], sections=sections, issue=Issue(2024, 10), date="2024-10-24"
    )
    head = [u for u in kept if u.slot.startswith("masthead")]
    foot = [u for u in kept if u.slot.startswith(("contact", "about"))]
    return replace(
        sample, name="long", bulletin=bulletin, units=(*head, *units, *foot), findings=(), removed=()
    )


def _unit(slot: str, zh: str, en: str, number: int) -> Unit:
    return Unit(
        unit_id(zh, number), slot, zh, en, State.DRAFT, "engine:house", constraints=constraints_of(zh, en)
    )


def _sections() -> list[list[Line]]:
    sections: list[list[Line]] = []
    for line in Path(__file__).with_name("long.tsv").read_text(encoding="utf-8").splitlines():
        kind, zh, en = line.split("\t")
        if kind in ("heading", "name") or not sections:
            sections.append([])
        sections[-1].append((kind, zh, en))
    return sections


def _section(slot: str, lines: list[Line], texts: dict[str, tuple[str, str]]) -> Section:
    """Return a section; `texts` takes the Chinese and English of each of its slots."""
    said = {kind: (zh, en) for kind, zh, en in lines}
    for kind, name in (("heading", "heading"), ("name", "speaker/name"), ("office", "speaker/office")):
        if kind in said:
            texts[f"{slot}/{name}"] = said[kind]
    blocks: list[BodyBlock] = []
    paragraphs = 0
    body = [line for line in lines if line[0] in (*_KINDS, "+")]
    for kind, run in groupby(_numbered(body), key=lambda one: one[0]):
        listed = [line for _kind, line in run]
        name = kind.split()[0]
        path = f"paragraphs/{paragraphs}" if name == "paragraph" else f"blocks/{len(blocks)}"
        paragraphs += name == "paragraph"
        for n, (_line, zh, en) in enumerate(listed):
            texts[f"{slot}/{path}/{n}" + ("" if name == "paragraph" else "/0")] = (zh, en)
        zh_texts = tuple(zh for _line, zh, _en in listed)
        whole = ("".join(zh_texts),) if name == "paragraph" else zh_texts
        blocks.append(BodyBlock(_KINDS[name], whole, _COLUMNS if name == "cell" else 0))
    speaker = Speaker(said["name"][0], said["office"][0]) if "name" in said else None
    return Section(said.get("heading", (None,))[0], speaker, tuple(blocks))


def _numbered(body: list[Line]) -> list[tuple[str, Line]]:
    """Return each line with the block that it belongs to: a paragraph and its `+` lines, neighbours of one kind."""
    found: list[tuple[str, Line]] = []
    number = 0
    for line in body:
        before = found[-1][1][0] if found else ""
        goes_on = line[0] == "+" or (line[0] in ("item", "cell") and line[0] == before)
        number += not goes_on
        kind = "paragraph" if line[0] == "+" else line[0]
        found.append((f"{kind} {number}", line))
    return found


def speeches(count: int) -> Edition:
    """Return an edition of many speakers under headings, the lengths of whose paragraphs run through all there are.

    A paragraph begins with its number, 段12水… and P12 water ….
    """
    texts: dict[str, tuple[str, str]] = {}
    sections = []
    for n in range(count):
        length = n * 37 % 230
        slot, zh, en = f"sections/{n}", "水" * length, "water " * (length // 2)
        heading = (f"标题{n}号", f"Heading{n} of Some") if n % 4 == 0 else None
        if heading:
            texts[f"{slot}/heading"] = heading
        texts[f"{slot}/speaker/name"] = (f"嘉宾{n}号", f"Guest{n} Name")
        texts[f"{slot}/speaker/office"] = ("研究所所长", "Director of an Institute")
        texts[f"{slot}/paragraphs/0/0"] = (f"段{n}水{zh}。", f"P{n} {en}end.")
        blocks = (BodyBlock("paragraph", (f"段{n}水{zh}。",)),)
        sections.append(Section(heading[0] if heading else None, Speaker(f"嘉宾{n}号", "研究所所长"), blocks))
    units = tuple(_unit(slot, zh, en, n) for n, (slot, (zh, en)) in enumerate(texts.items()))
    return Edition("many", Bulletin(sections=tuple(sections)), units)
