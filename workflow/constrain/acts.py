"""Find the numbers that laws and official papers go by: 第149/QD-TTg号决定, 国发〔2013〕37号."""

import re
from collections.abc import Iterator

from workflow.constrain.transcription import pinyin
from workflow.units import HAN, Constraint

# Figures, and letters for the body that made it: Viet Nam's and Laos's acts.
ACT = re.compile(
    r"第?(?<![A-Za-z0-9/-])(?P<number>\d{1,5}(?:/\d{4})?/[A-ZĐ]{2,6}(?:-[A-ZĐ][A-Za-zĐđ]{0,6}){0,3})号"
    r"(?P<kind>决定|议定|法令|政令|决议|通知|通告|指示|令)?"
)
KINDS = {
    "决定": ("Decision",),
    "议定": ("Decree",),
    "法令": ("Decree", "Ordinance", "Law"),
    "政令": ("Decree",),
    "令": ("Decree", "Order"),
    "决议": ("Resolution",),
    "通知": ("Notice", "Circular"),
    "通告": ("Circular", "Notice"),
    "指示": ("Directive", "Instruction"),
}
# The issuing body in short, the year in brackets, the number.
PAPER = re.compile(
    rf"(?<![{HAN}])(?P<body>[{HAN}]{{2,6}})[〔［\[（(](?P<year>(?:19|20)\d{{2}})[〕］\]）)](?P<number>\d{{1,5}})号"
)
# A printing permit: （滇）2023—0117号.
PERMIT = re.compile(rf"[（(](?P<body>[{HAN}])[）)]\s?(?P<number>(?:19|20)\d\d[—–-]\d{{3,6}})(?!\d)号?")


def find(text: str) -> Iterator[Constraint]:
    """Yield the numbers of acts and papers: Decision No. 149/QD-TTg, Guo Fa [2013] No. 37."""
    if "号" not in text:
        return
    for match in ACT.finditer(text):
        yield _constraint(match, _act(match["number"], match["kind"] or ""))
    for match in PAPER.finditer(text):
        yield _constraint(match, _paper(match["body"], match["year"], match["number"]))
    for match in PERMIT.finditer(text):
        number = match["number"].replace("—", "-").replace("–", "-")
        yield _constraint(match, (f"({pinyin(match['body']).title()}) {number}", number))


def _constraint(match: re.Match[str], forms: tuple[str, ...]) -> Constraint:
    return Constraint(match.start(), match.end(), match[0], forms, "verbatim")


def _act(number: str, kind: str) -> tuple[str, ...]:
    named = [f"{word}{no} {number}" for word in KINDS.get(kind, ()) for no in (" No.", "")]
    return tuple(named) or (f"No. {number}", number)


def _paper(body: str, year: str, number: str) -> tuple[str, ...]:
    apart = " ".join(pinyin(character).title() for character in body)
    names = (apart, pinyin(body).replace("'", "").title())
    return tuple(f"{name} {left}{year}{right} No. {number}" for left, right in ("[]", "()") for name in names)
