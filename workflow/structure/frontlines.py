"""Read the lines of the front matter that hold series, issue and date, one to a line or several side by side."""

import re
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a type beside a field of the same name

from workflow.bulletin import Issue
from workflow.constrain.calendar_forms import MONTH
from workflow.structure.patterns import CLOCK, DATE, ISSUE, ORGANIZATION_END, SERIES, TOTAL, number

MOST_WORDS = 12
# Where one part of a front line ends and the next begins without a space: 简报2023年第3期（2023年5月6日）.
SEAM = re.compile(
    r"(?<=[报讯刊态情])(?=(?:[\d〇○零一二三四五六七八九]{4}\s*年)?\s*第)|(?<=[期号）)])(?=[（(]?\d{4}\s*[年./-])"
)
MONTH_LINE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*[刊号]?")
# What a page writes beside them: 来源：某中心 浏览次数：12.
BYLINE = re.compile(
    r"(?:[信文新稿内]?[息章闻件容]?来源|稿源|作者|记者|通讯员|供稿|责任编辑|责编|编辑|审核|发布(?:者|人|单位|机构)"
    r"|(?:浏览|点击|阅读)(?:次?数|量)?)\s*[：:]\s*\S{1,40}"
)
PUBLISHED = re.compile(r"(?:主办|编印|编制|编)$")
ENGLISH_PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:E-?\s?)?(?:News\s?letter|Bulletin|Briefing|Brief)s?", re.IGNORECASE), "masthead/series"),
    (
        re.compile(
            r"(?:\d{4}[\s,.]*)?(?:(?:Issue|No|Vol(?:ume)?)\b[\s.:]*\d+[\s,.()]*)+(?:\d{4}\)?)?", re.IGNORECASE
        ),
        "issue",
    ),
    (
        re.compile(rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}"),
        "date",
    ),
)


@dataclass(slots=True)
class Lines:
    """Gather series, issue and date from lines that hold one of them, or several side by side."""

    series: str | None = None
    year: str | None = None
    number: str | None = None
    total: str | None = None
    month: str | None = None
    date: str | None = None
    publisher: str | None = None

    def take(self, text: str) -> str | None:
        """Keep what a line says and return its slot; None where it says nothing new, or anything else besides."""
        words = SEAM.sub(" ", text).split()
        if len(words) > MOST_WORDS:
            return None
        parts = [text] if self._kind(text) else self._split(words) or self._after_publisher(words)
        several = any(
            sum(map(bool, map(kind, parts))) > 1 for kind in (day_of, ISSUE.fullmatch, SERIES.fullmatch)
        )
        if several or all(MONTH_LINE.fullmatch(part) for part in parts):
            return None
        slots = [self._keep(part) for part in parts if not BYLINE.fullmatch(part)]
        return next((slot for slot in ("issue", "date", "masthead/series") if slot in slots), None)

    def issue(self) -> Issue | None:
        """Return the issue, its year the date's where the line names none; the running total where it is all.

        None where no number is read, and for 第0期: issues count from 1.
        """
        year = number(self.year or (self.date or self.month or "")[:4])
        counted = number(self.number or self.total or "")
        return Issue(year, counted) if year and counted else None

    def unsaid(self, text: str) -> list[str]:
        """Return the words of a line taken that neither issue nor date nor series says: 总第45期, 21时, 来源：某中心."""
        if text.isascii():
            return [text] if self._contradicts(text) else []
        pieces = [match[0] for match in BYLINE.finditer(text)]
        if self.issue() is None:
            pieces += [match[0] for match in (ISSUE.search(text), TOTAL.search(text)) if match][:1]
        elif self.number and (total := TOTAL.search(text)):
            pieces.append(total[0])
        if self.date:
            pieces += [match[0] for match in CLOCK.finditer(text)]
        if self.month and self.month in text and not self._is_of(self.month):
            pieces.append(self.month)
        return pieces

    def _is_of(self, month: str) -> bool:
        """Tell whether the date is of a month line's month."""
        year, number_ = re.findall(r"\d+", month)
        return (self.date or "").startswith(f"{year}-{number_:0>2}-")

    def _contradicts(self, english: str) -> bool:
        """Tell whether an English line has a figure that the Chinese issue and date lack."""
        issue = self.issue()
        said = {
            *re.findall(r"[1-9]\d*", self.date or ""),
            *((str(issue.year), str(issue.number)) if issue else ()),
        }
        return not {figure.lstrip("0") for figure in re.findall(r"\d+", english)} <= said

    def _split(self, words: list[str]) -> list[str]:
        """Return the parts of a line, each of them something new; none where a word is left over."""
        for end in range(len(words), 0, -1):
            head, rest = " ".join(words[:end]), words[end:]
            if self._kind(head):
                parts = self._split(rest)
                if parts or not rest:
                    return [head, *parts]
        return []

    def _after_publisher(self, words: list[str]) -> list[str]:
        """Return the parts of a line that a publisher begins: 某中心编 2023年5月6日."""
        parts = self._split(words[1:])
        publisher = PUBLISHED.sub("", words[0]) if parts else ""
        if not ORGANIZATION_END.search(publisher):
            return []
        self.publisher = self.publisher or publisher
        return parts

    def _kind(self, text: str) -> bool:
        """Tell whether a text is one part of the front matter that no line above gave."""
        if TOTAL.fullmatch(text) or MONTH_LINE.fullmatch(text):
            return True
        if ISSUE.fullmatch(text):
            return self.number is None
        if day_of(text):
            return self.date is None
        if SERIES.fullmatch(text):
            return self.series is None
        return BYLINE.fullmatch(text) is not None

    def _keep(self, text: str) -> str:
        issue, total = ISSUE.fullmatch(text), TOTAL.fullmatch(text)
        if MONTH_LINE.fullmatch(text):
            self.month = text
            return "date"
        if total:
            self.total = self.total or total["number"]
            return "issue"
        if issue:
            self.year, self.number = issue["year"], issue["number"]
            return "issue"
        day = day_of(text)
        if day:
            self.date = day
            return "date"
        self.series = re.sub(r"\s+", "", text)
        return "masthead/series"


def day_of(text: str) -> str | None:
    """Return the day of a date line as YYYY-MM-DD, None for any other line and for a day that never was."""
    match = DATE.fullmatch(text)
    try:
        return (
            Date(*(number(match[part]) or 0 for part in ("year", "month", "day"))).isoformat()
            if match
            else None
        )
    except ValueError:
        return None
