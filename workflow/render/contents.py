"""The contents of a bulletin that is long enough to need them: its headings and speakers."""

from dataclasses import dataclass

from workflow.render.options import Layout
from workflow.render.view import Text, View

# A bulletin of more pages has contents on its first one.
MOST_PAGES = 4
# Chinese characters of a bulletin a page, as printed with their English: five real bulletins, two looks.
_A_PAGE: dict[Layout, int] = {"facing": 480, "stacked": 440, "english": 600, "chinese": 850}
# Beyond so many entries the speakers are left out where there are headings.
_MOST_ENTRIES = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a line of the contents: its text, the anchor it leads to, whether it is a `part` or stands within one."""

    text: Text
    anchor: str
    part: bool
    within: bool


def contents_of(view: View) -> tuple[Entry, ...]:
    """Return the headings and speakers of a view in order; the template gives them their anchors, h3 and p3."""
    entries: list[Entry] = []
    for number, section in enumerate(view.sections):
        if section.heading:
            entries.append(Entry(section.heading, f"h{number}", part=True, within=False))
        if section.speaker:
            inside = any(entry.part for entry in entries)
            entries.append(Entry(section.speaker.name, f"p{number}", part=False, within=inside))
    parts = tuple(entry for entry in entries if entry.part)
    return parts if parts and len(entries) > _MOST_ENTRIES else tuple(entries)


def pages_expected(view: View, layout: Layout) -> float:
    """Return about how many pages a bulletin will take: for what must be known before it is laid out."""
    return sum(len(piece.unit.source) for piece in view.pieces) / _A_PAGE[layout]
