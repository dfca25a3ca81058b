"""Ordinals, anniversaries and five-year plans in Chinese text, with their English.

Refused: words with 第 (第三方, 第一时间), 第一 without a counter (first, top or leading) and a plan's short name without
quotes or 时期 (十四五). Congresses, which have no 第, are read in congresses.py.
"""

import re
from collections.abc import Iterator

from workflow.constrain.congresses import find_congresses
from workflow.constrain.figures import ROMAN, ordinal_forms, spelled
from workflow.constrain.firsts import find_firsts
from workflow.constrain.numerals import number_value

# What a numbered part of a text or place is called: 第5条 is Article 5, not a fifth article.
LABELS = {
    "条": ("Article {}",), "款": ("paragraph {}",), "章": ("Chapter {}",), "节": ("Section {}",), "页": ("page {}", "p. {}"),
    "号": ("No. {}", "Number {}"), "卷": ("Volume {}", "Vol. {}"), "期": ("Issue {}", "No. {}", "Phase {}"),
    "版": ("edition {}", "page {}"), "单元": ("Unit {}",), "课": ("Lesson {}",), "组": ("Group {}",), "小组": ("Group {}",),
    "类": ("Category {}", "Class {}"), "级": ("Level {}", "Grade {}"), "阶段": ("Phase {}", "Stage {}"),
    "标段": ("Lot {}",), "项": ("Item {}",), "题": ("Question {}",), "期间": ("Phase {}",),
    "天": ("day {}",), "编": ("Part {}",), "部分": ("Part {}",), "讲": ("Lecture {}",), "站": ("Stop {}",),
}  # fmt: skip
_ADVERBS = {1: ("firstly",), 2: ("secondly",), 3: ("thirdly",)}

_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,7})"
_PLAN = re.compile(
    r"(?P<quote>[“\"])?(?P<number>十[一二三四五六七])五(?:(?(quote)[”\"])(?:五年)?(?:规划|计划)"
    r"|(?(quote)[”\"]|(?=时期|期间|收官|开局|以来|末|生态)))"
)
# 第十个五年社会经济发展计划 is the 10th Five-Year Plan for what stands between.
_PLAN_LONG = re.compile(
    rf"第(?P<number>{_NUMERAL})个五年(?:规划|计划|(?=[\u4e00-\u9fff]{{2,12}}?(?:规划|计划)))"
)
_PLAN_EARLY = re.compile(
    r"[“\"](?P<number>[一二三四五六七八九])五[”\"](?:(?:五年)?(?:规划|计划)|(?=时期|期间))"
)
_ANNIVERSARY = re.compile(r"(?P<number>\d{1,4}|[一二两三四五六七八九十百零]{1,7})周年")
# 第六条第四款 is Article 6.4; the sessions of a convention have short names: COP27.
_CLAUSE = re.compile(rf"第(?P<article>{_NUMERAL})条第(?P<number>{_NUMERAL})款")
_SESSION = re.compile("(?:联合国)?(?:气候(?:变化)?(?:大会|峰会)|缔约方(?:大会|会议))")
# 图3 at the head of a caption, or referred to: (见图3), 如表2所示. Not 版图3, 代表4人.
_FIGURE = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[见如附由从和及与]))(?P<what>图|表)\s?(?P<number>\d{1,2})(?![\d.%％]|[年月日个万人张幅只名项种])"
)
_FIGURE_FORMS = {"图": ("Figure {}", "Fig. {}", "Photo {}", "Picture {}"), "表": ("Table {}",)}
_ORDINAL = re.compile(rf"第(?P<number>{_NUMERAL})(?!\d*/\d)(?P<counter>届|次|个|{'|'.join(LABELS)})?")
# 第三方 and the like are words of the glossary, 第一时间 is an idiom.
_LABEL_ENDS = re.compile(r"[^\u4e00-\u9fff]|规定|要求|款|的|和|至|第|$")
# Of 第二条、第三条 what follows the last tells what all are; roads, rivers and lines come and are opened.
_MORE_OF_THEM = re.compile(rf"(?:[、和及与至到](?:第?{_NUMERAL}条)){{1,9}}")
_WORDS = re.compile(
    r"方|世界|产业|人称|时间|手|者|纪|书记|线|人民|国|[.]\d|(?<=第二)天|(?<=第[一二])年|[万亿千百]"
)


def find_ordinals(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and English forms of each ordinal, plans first; spans of the same words may overlap."""
    for pattern in (_PLAN, _PLAN_EARLY, _PLAN_LONG) if "五" in text else ():
        for match in pattern.finditer(text):
            # From the 14th to the 15th Five-Year Plan: the plan is said once.
            alone = ordinal_forms(_whole(match["number"]) or 0) if len(_PLAN.findall(text)) > 1 else ()
            yield match.start(), match.end(), (*_plan(match["number"], match[0][-1] == "年"), *alone)
    for match in _ANNIVERSARY.finditer(text) if "周年" in text else ():
        number = _whole(match["number"])
        if number:
            yield match.start(), match.end(), _anniversary(number)
    for match in _CLAUSE.finditer(text) if "款" in text else ():
        article, number = _whole(match["article"]), _whole(match["number"])
        if article and number:
            yield match.start(), match.end(), _clause(article, number)
    for match in _FIGURE.finditer(text) if "图" in text or "表" in text else ():
        yield (
            match.start(),
            match.end(),
            tuple(form.format(match["number"]) for form in _FIGURE_FORMS[match["what"]]),
        )
    yield from find_congresses(text)
    yield from find_firsts(text)
    for match in _ORDINAL.finditer(text) if "第" in text else ():
        number = _whole(match["number"])
        # 第一 alone may be first, top, leading or number one.
        if number and (number > 1 or match["counter"]) and not _WORDS.match(text, match.end("number")):
            yield match.start(), _end(match), _forms(match, number)


def _whole(text: str) -> int | None:
    value = number_value(text)
    return None if value is None else int(value)


def _plan(numeral: str, open_ended: bool = False) -> tuple[str, ...]:
    forms = sorted(ordinal_forms(_whole(numeral) or 0), key=str.isalpha)  # 9th before ninth
    plans = ("Five-Year", "Five Year", "five-year") if open_ended else ("Five-Year Plan", "FYP")
    return tuple(f"{form} {plan}" for form in (*forms, forms[-1].capitalize()) for plan in plans)


def _anniversary(number: int) -> tuple[str, ...]:
    # 启动一周年 is one year on, 两周年回顾 a two-year review.
    years = [f"{count} {unit}" for count in (spelled(number), number) for unit in ("years", "year")]
    return (*(f"{form} anniversary" for form in ordinal_forms(number)), *years)


def _clause(article: int, number: int) -> tuple[str, ...]:
    pair = f"Article {article}, paragraph {number}"
    return (pair, pair.replace(",", ""), f"Article {article}.{number}", f"Article {article}({number})",
            f"paragraph {number} of Article {article}")  # fmt: skip


def _end(match: re.Match[str]) -> int:
    # 届, 次 and 个 vanish in English, 条 and 章 become Article and Chapter; other counters are nouns that stay.
    vanishes = match["counter"] in ("届", "次", "个") or _is_label(match)
    return match.end() if vanishes else match.end("number")


def _is_label(match: re.Match[str]) -> bool:
    # 第5条建议 is the fifth proposal, 第5条规定 what Article 5 provides; 第四节 heads a section where a space follows.
    counter, text, end = match["counter"], match.string, match.end()
    if counter == "节":
        return match.start() == 0 and text[end : end + 1].isspace()
    more = _MORE_OF_THEM.match(text, end) if counter == "条" else None
    ends = _LABEL_ENDS.match(text, more.end() if more else end)
    return counter in ("号", "页", "款", "章") or (counter == "条" and bool(ends))


def _forms(match: re.Match[str], number: int) -> tuple[str, ...]:
    forms, counter = list(ordinal_forms(number)), match["counter"] or ""
    digits = match["number"]
    shown = [digits, str(number)] if digits[0] == "0" else [str(number)]
    if number <= 10:
        forms += _ADVERBS.get(number, ())
        shown += [spelled(number), ROMAN[number]]
    labelled = [label.format(figure) for label in LABELS.get(counter, ()) for figure in shown]
    if counter not in ("届", "次", "个"):  # 第七项目标 is Target 7, 第八版 Plan VIII
        labelled += [f"No. {number}", f"Nos. {number}", str(number)]
        labelled += [ROMAN[number]] if number <= 10 and len(ROMAN[number]) > 1 else []
    elif _SESSION.match(match.string, match.end()):
        labelled += [f"COP{number}", f"COP {number}"]
    if number == 1 and counter in ("期", "批", "阶段"):
        labelled += ["initial"]
    return tuple(labelled + forms if _is_label(match) else forms + labelled)
