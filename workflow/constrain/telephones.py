"""Write a telephone or fax field that has Chinese words in English: 010-8226 8811 转 205 is 010-8226 8811 ext. 205."""

import re
from functools import partial

from workflow.units import HAN

DAYS = dict(zip("一二三四五六日天", "Mon Tue Wed Thu Fri Sat Sun Sun".split(), strict=True))
# What such a field says besides its number, the longest first where one holds another.
WORDS: tuple[tuple[str, str], ...] = (
    (r"\s*(?:转|分机号?)[：:]?\s*(?=\d)", " ext. "),
    (
        r"(?:周|星期)(?P<first>[一二三四五六日天])(?:至|到|-|—)(?:周|星期)?(?P<last>[一二三四五六日天])\s*",
        "{first}-{last} ",
    ),
    (r"(?:工作日|法定工作日)\s*", "weekdays "),
    (r"节假日除外\s*", "except on public holidays "),
    (r"(?:每日|每天)\s*", "daily "),
    (r"24小时", "24 hours"),
    (r"上午\s*", "a.m. "),
    (r"下午\s*", "p.m. "),
    (r"(?:同|兼)传真", "also fax"),
    (r"(?:总机|总台)", "switchboard"),
    (r"值班室?", "duty office"),
    (r"办公室", "office"),
    (r"传真", "fax"),
    (r"热线", "hotline"),
    (r"(?<=\d)\s*(?:至|到)\s*(?=\d)", "-"),
)
MARKS = (("（", " ("), ("）", ")"), ("，", ", "), ("、", ", "), ("；", "; "), ("：", ": "), ("。", ""))


def english(text: str) -> str | None:
    """Return a field with its Chinese words in English, None where a word is none of WORDS."""
    for pattern, words in WORDS:
        text = re.sub(pattern, partial(_put, words), text)
    for mark, plain in MARKS:
        text = text.replace(mark, plain)
    if re.search(f"[{HAN}]", text):
        return None
    text = re.sub(r"\s+(?=[),;])|(?<=\()\s+", "", text)
    return re.sub(r"\s+", " ", text).strip()


def _put(words: str, match: re.Match[str]) -> str:
    """Return the English of a match, its days filled in."""
    return words.format(**{part: DAYS[day] for part, day in match.groupdict().items()})
