"""Find what stays as it is: emails, addresses, accounts, telephone numbers, codes, acronyms and Latin-script names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workflow.constrain.alternatives import either
from workflow.constrain.measures import MEASURES
from workflow.units import Constraint

_NOT_AFTER = r"(?<![A-Za-z0-9])"
_EMAIL = r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
_ADDRESS = r"(?:https?|ftp)://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]{1,500}|www\.[A-Za-z0-9._~/?#&=%-]{1,300}"
_DOI = r"10\.\d{4,9}/[A-Za-z0-9._;()/:-]{1,100}"
_ACCOUNT = r"[@#][A-Za-z0-9][A-Za-z0-9_.]{1,60}"
_IP = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
_EXTENSION = r"(?:转\d{2,5})?"
_PHONE = (
    r"\+\d{1,3}(?:[- ]\d{1,12}){1,5}(?:/\d{3,12})*|(?<!\d)(?:0\d{2,3}|400)-\d{3,4}[ -]?\d{4}(?:[-/]\d{3,8})*(?!\d)"
    rf"{_EXTENSION}|(?<!\d)1[3-9]\d{{9}}(?!\d)|(?<![\d-])86-\d{{2,4}}-\d{{3,4}}[ -]?\d{{4}}(?!\d){_EXTENSION}"
    rf"|[（(](?:\+?86-)?\d{{2,4}}[）)] ?[1-9]\d{{2,3}}[ -]?\d{{4}}(?!\d){_EXTENSION}"
)
# A number that names something: it stands behind a label (邮编, 编号, QQ群, 会议ID), in groups or in one piece.
_NUMBER = (
    r"(?:(?<=[码编号群][：:])|(?<=[码编号群][：:] )|(?<=ID[：:])|(?<=ID[：:] )|(?<=[码编]))"
    r"(?:\d{3,4}(?:[ -]\d{3,4}){1,4}|\d{4,20})(?![\dA-Za-z])"
)
# What an event or a case is called after its day: “10·17”专案.
DAY = re.compile(r"\d{1,2}[·.•・]\d{1,2}")
_DAY = rf"(?<=[“\"‘]){DAY.pattern}(?=[”\"’])"
_LETTER = r"A-Za-zÀ-ÖØ-öø-ÿĀ-žƠ-ưẠ-ỹ"
_WORD = rf"[{_LETTER}][{_LETTER}0-9₀-₉²³]{{0,40}}(?:[.'’&+/·‐_-][{_LETTER}0-9]{{1,40}}){{0,8}}(?:\.|\+{{1,2}}(?![A-Za-z0-9+]))?"
_CODE = r"\d{1,6}(?:[.:—-]\d{1,6}){0,5}(?:[-/]?[A-Z]\b)?(?![\d%年月日个万亿余多])"
# A number joins the run where it belongs to a code (GB 3838-2002, PM 2.5), letters may begin with one (5G).
_FIGURED = r"\d{1,6}[A-Z][A-Za-z0-9]{0,20}(?:[/-][A-Za-z0-9]{1,20}){0,3}"
_RUN = rf"(?:{_WORD}|(?<![.,]){_FIGURED})(?:[ \u00a0](?:{_WORD}|{_FIGURED}|{_CODE})){{0,15}}"
_PATTERN = re.compile(
    rf"{_NOT_AFTER}(?:{_EMAIL}|{_ADDRESS}|{_DOI}|{_ACCOUNT})|{_PHONE}|{_IP}|{_DAY}|{_NUMBER}|{_NOT_AFTER}(?:{_RUN})"
)
# What any of these has.
_ANY = re.compile(rf"[{_LETTER}@]|\d{{3}}|\d[·.•・]\d|\+\d|\d\.\d+\.\d")
_MIXED = re.compile(r"^(\d{1,3}|[A-Z]{1,3})((?<=\d)[A-Z]{2,3}|(?<=[A-Z])\d+\.\d+)$")
_FIGURE_BEFORE = re.compile(r"[\d万亿千百余多]\s?$")
# A figure's unit may be of several runs: μg/m³, m³/s.
_SYMBOLS = either(unit for unit in MEASURES if not "\u4e00" <= unit[0] <= "\u9fff")
_UNITS = re.compile(rf"(?<=[\d万亿千百余多])\s?(?:{_SYMBOLS})(?![A-Za-z])")
_FIGURE_WITH_UNIT = re.compile(rf"\d+(?:{_SYMBOLS})")
_TRAILING = ".,;:!?'’"


def find(text: str) -> Iterator[Constraint]:
    """Yield the spans that stand in the English exactly as in the source, in order.

    A unit symbol after a figure (5 km) is a quantity, not a name. Currency signs before figures (US$) are none.
    """
    yield from _found(text)


@lru_cache(maxsize=512)
def _found(text: str) -> tuple[Constraint, ...]:
    return tuple(_spans(text)) if _ANY.search(text) else ()


def _spans(text: str) -> Iterator[Constraint]:
    units = [unit.span() for unit in _UNITS.finditer(text)]
    for match in _PATTERN.finditer(text):
        if any(start <= match.start() < end for start, end in units):
            continue
        source = _cleaned(match[0])
        if source and not _is_symbol(text, match.start(), source):
            yield Constraint(match.start(), match.start() + len(source), source, _forms(source), "verbatim")


def _forms(source: str) -> tuple[str, ...]:
    """Return how a span may stand in English, first as it is fed."""
    if source[0] in "（(" or "转" in source:
        plain = source.replace("（", "(").replace("）", ")")
        # English sets a space behind the area's brackets and says an extension with ext.
        return tuple(
            dict.fromkeys(re.sub(r"\) ?", gap, plain.replace("转", " ext. ")) for gap in (") ", ")"))
        )
    if DAY.fullmatch(source):
        return tuple(re.sub(r"[·.•・]", mark, source) for mark in "·-./") if "." not in source else (source,)
    if "—" in source:
        return source.replace("—", "-"), source.replace("—", "–"), source
    if source.endswith("+") and not source.endswith("++"):
        return source, f"{source[:-1]} Plus", source[:-1]
    # English sets a space in 20 MB and FM 98.7.
    spaced = _MIXED.sub(r"\1 \2", source)
    return (source,) if spaced == source else (source, spaced)


def _cleaned(found: str) -> str:
    """Return the span without closing punctuation; an abbreviation's full point (Inc.) may stay inside."""
    return found.rstrip(_TRAILING)


def _is_symbol(text: str, start: int, source: str) -> bool:
    if text.startswith("$", start + len(source)) or _FIGURE_WITH_UNIT.fullmatch(source):
        return True
    if len(source) == 1 and "\u4e00" <= text[start + 1 : start + 2] <= "\u9fff":
        return True  # U盘, A股, T恤 are words
    return bool(_FIGURE_BEFORE.search(text, max(0, start - 2), start)) and source in MEASURES
