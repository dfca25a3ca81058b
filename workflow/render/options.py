"""What a caller decides about an output: layout, page, script, language, clock, draft mark, signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

Layout = Literal["facing", "stacked", "english", "chinese"]
Page = Literal["a4", "letter"]
Form = Literal["hans", "hant", "hk", "tw"]
Script = Literal["source", "hans", "hant", "hk", "tw"]
Xliff = Literal["1.2", "2.0"]
Pdf = Literal["screen", "archive", "print"]

LAYOUTS: tuple[Layout, ...] = ("facing", "stacked", "english", "chinese")
PAGES: tuple[Page, ...] = ("a4", "letter")
# What a PDF is for → what follows the bulletin's name.
PDF_SUFFIXES: dict[Pdf, str] = {"screen": ".pdf", "archive": ".archive.pdf", "print": ".print.pdf"}


@dataclass(frozen=True, slots=True)
class Attached:
    """Hold a file that goes into a PDF; `relation` is what it is to the page (ISO 19005-3, 6.8): Source or Data."""

    name: str
    data: bytes
    relation: Literal["Source", "Data"]


@dataclass(frozen=True, slots=True)
class Question:
    """Hold an editor's open question: the unit it is on ("" for the whole), the words, and its answers so far.

    A reply is its author, date (ISO 8601) and text.
    """

    unit: str
    on: Literal["source", "target"]
    quote: str
    author: str
    date: str
    text: str
    replies: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Hold the caller's choices for one output.

    `script` is what the view was made with (`view(edition, options.script)`); `lang` ("en" or "zh") is the
    language of the proof's own words; `clock` is the only source of dates in an output; `signature` goes into
    the metadata of every file; `xliff` is the version of that format; `pdf` is what that one is for,
    `attached` what goes into it as a file;
    `check_titles` maps the id of a check to what it reports, in English; `questions` of editors go into the review
    DOCX; `pictures` are the bytes of the bulletin's pictures by their files.
    """

    layout: Layout = "facing"
    page: Page = "a4"
    script: Script = "source"
    lang: str = "en"
    clock: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    draft: bool = True
    signature: str = ""
    xliff: Xliff = "1.2"
    pdf: Pdf = "screen"
    attached: tuple[Attached, ...] = ()
    check_titles: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def shows_zh(self) -> bool:
        """Tell whether the layout shows the Chinese."""
        return self.layout != "english"

    @property
    def shows_en(self) -> bool:
        """Tell whether the layout shows the English."""
        return self.layout != "chinese"
