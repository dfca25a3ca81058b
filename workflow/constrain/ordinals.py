"""Ordinals, anniversaries and five-year plans in Chinese text, with their English."""

import re
from collections.abc import Iterator

from workflow.constrain.figures import ordinal_forms, spelled
from workflow.constrain.numerals import number_value

# What a numbered part of a text or place is called: 第5条 is Article 5, not a fifth article.
LABELS = {
    "条": ("Article {}",), "款": ("paragraph {}",), "章": ("Chapter {}",), "节": ("Section {}",), "页": ("page {}", "p. {}"),
    "号": ("No. {}", "Number {}"), "卷": ("Volume {}", "Vol. {}"), "期": ("Issue {}", "No. {}", "Phase {}"),
    "版": ("edition {}", "page {}"), "单元": ("Unit {}",), "课": ("Lesson {}",), "组": ("Group {}",),
    "类": ("Category {}", "Class {}"), "级": ("Level {}", "Grade {}"), "阶段": ("Phase {}", "Stage {}"),
    "标段": ("Lot {}",), "项": ("Item {}",), "题": ("Question {}",), "期间": ("Phase {}",),
    "天": ("day {}",), "编": ("Part {}",), "部分": ("Part {}",), "讲": ("Lecture {}",), "站": ("Stop {}",),
}  # fmt: skip
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,7})"
_PLAN = re.compile(
    r"(?P<quote>[“\"])?(?P<number>十[一二三四五六七])五(?:(?(quote)[”\"])(?:五年)?(?:规划|计划)"
    r"|(?(quote)[”\"]|(?=时期|期间|收官|开局|以来|末|生态)))"
)
_PLAN_LONG = re.compile(rf"第(?P<number>{_NUMERAL})个五年(?:规划|计划)")
_ANNIVERSARY = re.compile(r"(?P<number>\d{1,4}|[一二两三四五六七八九十百零]{1,7})周年")
_ORDINAL = re.compile(rf"第(?P<number>{_NUMERAL})(?P<counter>届|次|个|{'|'.join(LABELS)})?")
# 第三方 and the like are words of the glossary, 第一时间 and 第二天 are idioms.
_LABEL_ENDS = re.compile(r"[^\u4e00-\u9fff]|规定|要求|款|的|和|至|第|$")
_WORDS = re.compile(
    r"方|世界|产业|人称|时间|手|者|纪|书记|线|人民|国|[.]\d|(?<=第二)天|(?<=第[一二])年|[万亿千百]"
)


def find_ordinals(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and English forms of each ordinal, plans first; spans of the same words may overlap."""
    for pattern in (_PLAN, _PLAN_LONG):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), _plan(match["number"])
    for match in _ANNIVERSARY.finditer(text):
        number = _whole(match["number"])
        if number:
            forms = ordinal_forms(number)
            yield match.start(), match.end(), tuple(f"{form} anniversary" for form in forms)
    for match in _ORDINAL.finditer(text):
        number = _whole(match["number"])
        # 第一 alone may be first, top, leading or number one.
        if number and (number > 1 or match["counter"]) and not _WORDS.match(text, match.end("number")):
            yield match.start(), _end(match), _forms(match, number)


def _whole(text: str) -> int | None:
    value = number_value(text)
    return None if value is None else int(value)


def _plan(numeral: str) -> tuple[str, ...]:
    forms = ordinal_forms(_whole(numeral) or 0)
    return tuple(
        f"{form} {plan}" for form in (*forms, forms[-1].capitalize()) for plan in ("Five-Year Plan", "FYP")
    )


def _end(match: re.Match[str]) -> int:
    # 届, 次 and 个 vanish in English, 条 and 页 become Article and page; other counters are nouns that stay.
    vanishes = match["counter"] in ("届", "次", "个") or _is_label(match)
    return match.end() if vanishes else match.end("number")


def _is_label(match: re.Match[str]) -> bool:
    # 第5条建议 is the fifth proposal, 第5条规定 what Article 5 provides.
    counter = match["counter"]
    return counter in ("号", "页", "款") or (
        counter == "条" and bool(_LABEL_ENDS.match(match.string, match.end()))
    )


def _forms(match: re.Match[str], number: int) -> tuple[str, ...]:
    forms = list(ordinal_forms(number))
    shown = [str(number)]
    if number <= 10:
        forms += {1: ["firstly"], 2: ["secondly"], 3: ["thirdly"]}.get(number, [])
        shown += [spelled(number), ROMAN[number]]
    labelled = [label.format(figure) for label in LABELS.get(match["counter"] or "", ()) for figure in shown]
    if match["counter"] not in ("届", "次", "个"):  # 第七项目标 is Target 7
        labelled += [f"No. {number}", f"Nos. {number}", str(number)]
    return tuple(labelled + forms if _is_label(match) else forms + labelled)
