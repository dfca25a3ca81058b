"""Clean characters by a table of rules: invisible ones, spaces, widths, old forms, marks between Han, readings.

docs/inputs.md says what each rule does and leaves alone.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from workflow.bulletin import Block, Document, Edit
from workflow.clean.readings import LONGEST_WORD, is_reading
from workflow.i18n import N_
from workflow.units import HAN

OPENING, CLOSING = r"“‘（《〈【", r"”’）》〉】"
STOP = r"，。、；：？！—…·"
CJK_MARK = STOP + OPENING + CLOSING
INVISIBLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff"
)
PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
# Radicals of the supplement that NFKC leaves alone, and the ideographs that they stand for in text (Unicode,
# EquivalentUnifiedIdeograph.txt).
RADICALS = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
)
# Radicals and compatibility ideographs that PDF and old encodings hold in place of the character itself.
OLD_FORMS = r"\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f"
WIDE = r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0d\uff0f\uff20\uff04\uff06\uff1d\uff03\uff3f"
# １，８４６ and ９：３０: the marks of a number are as wide as its digits.
D = r"[\uff10-\uff19]"
WIDE_NUMBER = re.compile(rf"{D}{{1,3}}(?:\uff0c{D}{{3}})+(?!{D})(?:\uff0e{D}+)?|{D}+(?:[\uff0e\uff1a]{D}+)+")
NARROW_MARKS = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
READING = re.compile(
    rf"(?<=[{HAN}])[（(](?P<reading>[A-Za-z\u00c0-\u024f\u0251\u0261\u0300-\u036f\u1e00-\u1eff'’·\s\d-]{{1,60}})[）)]"
)
BRACKETS = re.compile(r"[(（](?P<inside>[^()（）]*)[)）]")

Rule = tuple[re.Pattern[str], "str | Callable[[re.Match[str]], str]", str]


def _plain(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0].translate(RADICALS))


def _without_reading(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - LONGEST_WORD) : match.start()]
    return "" if is_reading(match["reading"], before) else match[0]


def _wide_brackets(match: re.Match[str]) -> str:
    """Return a pair of brackets full-width where it stands in Chinese text: Han inside it, Han or nothing before it."""
    inside, start = match["inside"], match.start()
    before = match.string[start - 1 : start] if start else ""
    chinese = re.search(f"[{HAN}]", inside) and re.fullmatch(f"[{HAN}{CJK_MARK},:;?!]?", before)
    mixed = match[0][0] + match[0][-1] in ("(）", "（)")
    return f"（{inside}）" if chinese or mixed else match[0]


# Pattern, replacement, reason; applied in this order to every block.
RULES: tuple[Rule, ...] = (
    (re.compile(f"[{INVISIBLE}]"), "", N_("invisible character")),
    (re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"), "", N_("control character")),
    (re.compile(f"[{PRIVATE}]"), "", N_("private-use character")),
    (re.compile(f"[{OLD_FORMS}]"), _plain, N_("old form of a character")),
    (re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]"), " ", N_("width of a space")),
    (re.compile(r"<(https?://[^>\s]+|[\w.+-]+@[\w.-]+)>"), r"\1", N_("Markdown mark")),
    (re.compile(r"^\s+|\s+$"), "", N_("space at the edge")),
    (WIDE_NUMBER, _plain, N_("width of letters and digits")),
    (re.compile(rf"[{WIDE}]+|[\uff61-\uff65\ufb00-\ufb06]"), _plain, N_("width of letters and digits")),
    (READING, _without_reading, N_("reading beside a character")),
    (re.compile(rf"(?<=[{HAN}])\s+([-－—–])\s+(?=[{HAN}])"), r"\1", N_("spaces around a dash")),
    # Outside of quotation marks and brackets a wide gap parts what stands on both sides: 李霞（兼）　　审核：王强.
    (
        re.compile(
            rf"(?<=[{STOP}{OPENING}])\s+(?=[{HAN}{CJK_MARK}])|(?<=[{CLOSING}])(?:\s|\s+(?=[{STOP}{CLOSING}]))(?=[{HAN}{CJK_MARK}])"
        ),
        "",
        N_("space after a mark"),
    ),
    (
        re.compile(rf"(?<=[{HAN}])(?:\s+(?=[{STOP}{CLOSING}])|\s(?=[{OPENING}]))"),
        "",
        N_("space before a mark"),
    ),
    (BRACKETS, _wide_brackets, N_("width of a mark")),
    (
        re.compile(rf"(?<=[{HAN}”’）》])[,:;?!](?=[{HAN}“‘（《]|$)"),
        lambda match: NARROW_MARKS[match[0]],
        N_("width of a mark"),
    ),
)


def clean_characters(document: Document) -> Document:
    """Return the document with every block's characters normalised, each change recorded as an edit."""
    return replace(document, blocks=tuple(map(_clean, document.blocks)))


def substitute(block: Block, changes: Iterable[tuple[int, int, str]], reason: str) -> Block:
    """Return the block with every change (start, end, after), given from left to right, recorded from right to left."""
    edits: list[Edit] = []
    parts: list[str] = []
    done = 0
    for start, end, after in changes:
        if block.text[start:end] != after:
            edits.append(Edit(start, end, block.text[start:end], after, reason))
            parts += [block.text[done:start], after]
            done = end
    if not edits:
        return block
    text = "".join(parts) + block.text[done:]
    return replace(block, edits=(*block.edits, *reversed(edits)), text=text)


def _clean(block: Block) -> Block:
    for pattern, after, reason in RULES:
        changes = (
            (m.start(), m.end(), m.expand(after) if isinstance(after, str) else after(m))
            for m in pattern.finditer(block.text)
        )
        block = substitute(block, changes, reason)
    return block
