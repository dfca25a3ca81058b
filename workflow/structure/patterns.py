"""What the lines of a bulletin look like: issue and date lines, names, offices, headings; tidy text of a field."""

import re

from workflow.constrain.numerals import DIGITS as DIGIT_VALUES
from workflow.constrain.numerals import number_value
from workflow.constrain.surnames import COMPOUND_SURNAMES, SURNAMES
from workflow.units import HAN

LONGEST_FRONT_LINE = 60
LONGEST_ENGLISH_LINE = 120
DIGITS = "〇一二三四五六七八九"
# No number, month or day of print is longer; what a damaged file writes out in a thousand digits is none.
NUMERAL = r"[\d〇○零一二三四五六七八九十百]{1,8}"
TOTAL = re.compile(rf"[（(]?\s*总第?\s*(?P<number>{NUMERAL})\s*[期号]\s*[）)]?")
ISSUE = re.compile(
    rf"(?:[〔【\[（(]?(?P<year>[\d{DIGITS}○零]{{4}})\s*(?:年度?)?[〕】\]）)]?)?[（(\s]*第\s*(?P<number>{NUMERAL})\s*[期号][）)\s]*"
    rf"(?:[（(，,、]?\s*总第?\s*{NUMERAL}\s*[期号]\s*[）)]?)?"
)
CLOCK = re.compile(r"\d{1,2}(?:\s*[时点](?:\s*\d{1,2}\s*分)?|[:：]\d{2}(?:[:：]\d{2})?)")
DATE = re.compile(
    rf"(?:(?:发布|出版|印发)?(?:日期|时间)[：:]\s*)?[（(]?(?P<year>[\d{DIGITS}○零]{{4}})\s*[年./-]\s*(?P<month>{NUMERAL})\s*[月./-]\s*(?P<day>{NUMERAL})\s*日?"
    r"(?:\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?[）)]?"
    rf"(?:\s*{CLOCK.pattern})?"
)
SERIES = re.compile(
    r"(?:[\u4e00-\u9fff·“”]{0,12})?(?:简\s*[报讯]|通\s*讯|快\s*[报讯]|专\s*[报刊]|月\s*[报刊]|周\s*报|季\s*刊|特\s*刊|要\s*[报情]|动\s*态|工作信息)"
)
ENGLISH_LINE = re.compile(r"[A-Za-z][A-Za-z0-9 ,.&'’()/–—-]+")
LETTERS = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’.-]"
LATIN_NAME = re.compile(
    rf"(?:(?:Dr|Mr|Ms|Mrs|Prof|H\.E)\.?\s+)?[A-Z]{LETTERS}*(?:\s+(?:[A-Z]{LETTERS}*|de|van|von|bin|binti|al|la|le)){{1,4}}"
)
HAN_NAME = re.compile(rf"[{HAN}]\s?[{HAN}]{{1,2}}|[{HAN}]{{4}}|[{HAN}]{{1,7}}(?:[·•・][{HAN}]{{1,7}})+")
# One word in justified type: 王 强, 简  报. Its characters stand equally far apart, and none beside another.
JUSTIFIED = re.compile(rf"(?<![{HAN}])[{HAN}](?P<gap>\s+)[{HAN}](?![{HAN}])(?:(?P=gap)[{HAN}](?![{HAN}]))*")
TERMINAL = re.compile(r"[。！？；：!?…][”’）)》]*$")
SENTENCE = re.compile(r"[。！？]")
NUMBERED_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]+[部篇章]分?)"
)
# （来源：某中心）, 图1 会议现场, 本刊记者 李霞: beside the text, above none of it.
ASIDE = re.compile(
    r"[（(][^（()）]*[）)]|[图表]\s*\d+[^。]*|(?:本[刊报网])?(?:特约)?(?:记者|通讯员)\s[^。，；：]*"
)
# How the name of an organization ends.
ORGANIZATION_END = re.compile(
    rf"(?:中心|大学|学院|研究院|研究所|委员会|协会|学会|基金会|联盟|秘书处|办公室|总局|集团|公司|[{HAN}]{{3}}[部厅局司处院所署])$"
)
# Who may read it, above the masthead: 内部资料 注意保存, 仅供参考.
NOTICE = re.compile(
    r"[【\[（(]?(?:内部(?:资料|刊物|参阅|参考|材料|使用|文件|交流)|注意保[存密]|妥善保管|免费(?:交流|赠阅)|请勿外[传泄]|不得(?:外传|转载)"
    r"|仅供(?:内部)?(?:参考|参阅|领导参阅)|供领导参阅|秘密|机密|不予公开|[，、★☆·\s-]|\d{1,2}年)+[】\]）)]?"
)
# Whose bulletin it is, with a label: 主办：某中心.
PUBLISHED_BY = re.compile(
    rf"(?:主办|主管|承办|协办|编印|编制|编发|出版)(?:单位|机构)?[：:]\s*(?P<name>[{HAN}（）()、·—\s]{{3,60}})"
)
# An item of a list, and a line of an annex or the imprint, may end without a mark.
ENTRY = re.compile(
    r"(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳]|(?:附件\d?|注|单位|资料来源|数据来源|准印证号|印数)[：:])[^。！？；]{1,60}"
)
# Labels that open a part of the body and belong to no title.
BODY_LABEL = re.compile(
    r"(?:编者按|编者的话|按语|摘\s*要|内容提要|导\s*语|导\s*读|前\s*言|引\s*言|卷首语|本期要目|本期导读|本期目录|要\s*目|目\s*录)[：:]?"
)
POSITION_ENDS = tuple(
    """主任 处长 司长 局长 所长 院长 校长 秘书长 会长 理事长 部长 省长 市长 州长 县长 厅长 区长 镇长
    乡长 村长 书记 主席 总裁 总经理 经理 教授 研究员 调研员 巡视员 专家 学家 工程师 高工 参赞 秘书
    一秘 二秘 三秘 领事 大使 公使 代表 顾问 博士 委员 总监 负责人 主管 官员 协调员 队长 站长 科长
    馆长 总干事 干事 助理 特使 记者 律师 讲师 院士 总理 首相 行长 董事长 执行官 组长 课长 班长 总工
    台长 社长 总编 主编 编辑 主事 专员 团长 导师 学者 医生 船长 庭长 检察长 关长 署长 总长 长老
    部长级 参事 会计师 设计师 规划师 创始人 联合创始人 发言人 召集人 联络员 志愿者 农艺师 首席 负责官员
    副总""".split()
)
OFFICE_TAIL = re.compile(r"(?:[（(][^（()）]{1,12}[）)]){0,2}$")
# Words that open a paragraph told by the bulletin itself, not by the speaker above.
NARRATOR = re.compile(
    r"^(?:会上|会后|会前|会间|与会|参会|各方|各国代表|最后|当天|当日|期间|此次|本次|论坛|研讨会|对话会|据悉|活动"
    r"|会议(?:还|期间|同期|强调|认为|指出|决定|由|围绕|审议|期望))"
)


def is_body(text: str) -> bool:
    """Tell whether a line is running text: it holds a sentence, or is long; a name in Latin letters takes more of them."""
    longest = LONGEST_ENGLISH_LINE if ENGLISH_LINE.fullmatch(text) else LONGEST_FRONT_LINE
    return SENTENCE.search(text) is not None or len(text) > longest


def tidy(text: str) -> str:
    """Return a line without justification spaces and spaces at marks; what parts its words stays, one space wide."""
    text = JUSTIFIED.sub(_set_close, text)
    text = re.sub(
        rf"(?<=[，。、；：？！“‘（《/·-])\s+(?=[{HAN}，。、；：？！“”‘’（）《》\d])"
        rf"|(?<=[{HAN}”’）》])\s+(?=[，。、；：？！”’）》/\d])|(?<=[{HAN}])\s(?=[“‘（《])",
        "",
        text,
    )
    return re.sub(r"\s+", " ", text).strip()


def _set_close(match: re.Match[str]) -> str:
    """Return a justified word without its spaces; two names of two characters stay two: 王 强 李 明."""
    word = re.sub(r"\s", "", match[0])
    pairs = [word[i : i + 2] for i in range(0, len(word), 2)]
    several = len(pairs) > 1 and all(len(pair) == 2 and pair[0] in SURNAMES for pair in pairs)
    return " ".join(pairs) if several else word


def unspaced(text: str) -> str:
    """Return one name, office or address without spaces between Han characters and marks."""
    return re.sub(rf"(?<=[{HAN}”’）》])\s+(?=[{HAN}“‘（《])", "", tidy(text))


def number(text: str) -> int | None:
    """Return the value of a numeral, read digit by digit (二〇二四, 一〇) or with 十 and 百; None where it is none."""
    han = "".join(DIGITS[int(character)] if character.isdecimal() else character for character in text)
    if han and all(character in DIGIT_VALUES for character in han):
        return int("".join(str(DIGIT_VALUES[character]) for character in han))
    value = number_value(f"一{han}" if han.startswith("百") else han) if han else None
    return None if value is None else int(value)


def is_name(text: str) -> bool:
    """Tell whether a whole line is a person's name, with or without justification spaces."""
    text = text.strip()
    if LATIN_NAME.fullmatch(text):
        return True
    if not HAN_NAME.fullmatch(text) or SERIES.fullmatch(text):
        return False
    bare = text.replace(" ", "")
    if "·" in bare or "•" in bare or "・" in bare:
        return True
    if len(bare) == 4:
        return bare[:2] in COMPOUND_SURNAMES or (bare[0] in SURNAMES and bare[1] in SURNAMES)
    return bare[0] in SURNAMES or bare[:2] in COMPOUND_SURNAMES


def is_office(text: str, whole: bool = True) -> bool:
    """Tell whether a line reads like an office; `whole` wants its position word at the end."""
    text = OFFICE_TAIL.sub("", text.strip())
    if not text or SENTENCE.search(text) or len(text) > 90 or re.search(r"[，：]", text[:-1]):
        return False
    if not whole:
        return True
    return text.endswith(POSITION_ENDS)
