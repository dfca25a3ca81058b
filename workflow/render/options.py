"""What a caller decides about an output: layout, page, script, language, clock, draft mark, signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

Layout = Literal["facing", "stacked", "english", "chinese"]
Page = Literal["a4", "letter"]
Script = Literal["source", "hans", "hant"]
Xliff = Literal["1.2", "2.0"]

LAYOUTS: tuple[Layout, ...] = ("facing", "stacked", "english", "chinese")
PAGES: tuple[Page, ...] = ("a4", "letter")


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Hold the caller's choices for one output.

    `script` is what the view was made with (`view(edition, options.script)`); `lang` ("en" or "zh") is the
    language of the proof's own words; `clock` is the only source of dates in an output; `signature` goes into
    the metadata of every file; `xliff` is the version of that format;
    `check_titles` maps the id of a check to what it reports, in English.
    """

    layout: Layout = "facing"
    page: Page = "a4"
    script: Script = "source"
    lang: str = "en"
    clock: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    draft: bool = True
    signature: str = ""
    xliff: Xliff = "1.2"
    check_titles: Mapping[str, str] = field(default_factory=dict)
