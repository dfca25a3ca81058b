"""Read the lines of the front matter that hold series, issue and date, one to a line or several side by side."""

import re
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a type beside a field of the same name

from workflow.bulletin import Issue
from workflow.structure.patterns import DATE, ISSUE, ORGANIZATION_END, SERIES, TOTAL, number

MOST_WORDS = 12
# Where one part of a front line ends and the next begins without a space: 简报2023年第3期（2023年5月6日）.
SEAM = re.compile(
    r"(?<=[报讯刊态情])(?=(?:[\d〇○零一二三四五六七八九]{4}\s*年)?\s*第)|(?<=[期号）)])(?=[（(]?\d{4}\s*[年./-])"
)
MONTH_LINE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*[刊号]?")
PUBLISHED = re.compile(r"(?:主办|编印|编制|编)$")
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
ENGLISH_PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:E-?\s?)?(?:News\s?letter|Bulletin|Briefing|Brief)s?", re.IGNORECASE), "masthead/series"),
    (
        re.compile(
            r"(?:\d{4}[\s,.]*)?(?:(?:Issue|No|Vol(?:ume)?)\b[\s.:]*\d+[\s,.()]*)+(?:\d{4}\)?)?", re.IGNORECASE
        ),
        "issue",
    ),
    (
        re.compile(
            rf"(?:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+(?:{MONTH}),?\s+\d{{4}}"
        ),
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
        if all(MONTH_LINE.fullmatch(part) for part in parts) or sum(map(bool, map(day_of, parts))) > 1:
            return None
        slots = [self._keep(part) for part in parts]
        return next((slot for slot in ("issue", "date", "masthead/series") if slot in slots), None)

    def issue(self) -> Issue | None:
        """Return the issue, its year the date's where the line names none; the running total where it is all."""
        year = self.year or (self.date or self.month or "")[:4]
        counted = self.number or self.total
        return Issue(number(year), number(counted)) if year and counted else None

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
        return SERIES.fullmatch(text) is not None and self.series is None

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
            Date(*(number(match[part]) for part in ("year", "month", "day"))).isoformat() if match else None
        )
    except ValueError:
        return None
