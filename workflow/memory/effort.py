"""What editors changed, bulletin by bulletin: the share of units left as they were, and word edits per 100 words.

The second is the human-targeted translation edit rate (HTER; Snover et al. 2006) without moves: the words inserted,
deleted and replaced between the English before the editors and their own, over the words of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from workflow.i18n import _

BAR = 40
WIDTH, ROW, LABEL = 760, 26, 200


@dataclass(frozen=True, slots=True)
class Effort:
    """Count what editors changed in one bulletin; `remembered` are the units whose English the memory gave."""

    bulletin: str
    date: str
    units: int
    untouched: int
    remembered: int
    edits: int
    words: int

    @property
    def untouched_share(self) -> float:
        """Return the share of units left as they were, 0 to 1."""
        return self.untouched / self.units if self.units else 0.0

    @property
    def rate(self) -> float:
        """Return the word edits per 100 words of the final English."""
        return 100 * self.edits / self.words if self.words else 0.0


def word_edits(before: str, after: str) -> int:
    """Return how many words are inserted, deleted or replaced between two texts."""
    from rapidfuzz.distance import Levenshtein

    return int(Levenshtein.distance(before.split(), after.split()))


def chart(efforts: Sequence[Effort]) -> str:
    """Return one line a bulletin: its name, a bar of the units left as they were, figures."""
    head = _("units left as they were, word edits per 100 words, units from the memory")
    wide = max((len(one.bulletin) for one in efforts), default=0)
    lines = [
        f"{one.date[:10]:10}  {one.bulletin:{wide}}  {_bar(one.untouched_share)}  "
        f"{one.untouched_share:4.0%}  {one.rate:5.1f}  {one.remembered}/{one.units}"
        for one in efforts
    ]
    return "\n".join([head, *lines])


def _bar(share: float) -> str:
    filled = round(share * BAR)
    return "█" * filled + "░" * (BAR - filled)


def svg(efforts: Sequence[Effort]) -> str:
    """Return the chart as an SVG document: for each bulletin the units left as they were, and the word edits."""
    height = ROW * (len(efforts) + 2)
    title = escape(_("Editing effort by bulletin"))
    rows = "\n".join(_svg_rows(efforts))
    left, right = escape(_("units left as they were")), escape(_("word edits per 100 words"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{title}</title>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
        f'<text x="{LABEL + 8}" y="16">{left}</text><text x="{WIDTH - 8}" y="16" text-anchor="end">{right}</text>\n'
        f"{rows}\n</svg>\n"
    )


def _svg_rows(efforts: Iterable[Effort]) -> Iterable[str]:
    room = WIDTH - LABEL - 160
    for number, one in enumerate(efforts, 1):
        top = number * ROW
        wide = round(room * one.untouched_share)
        name = escape(f"{one.date[:10]} {one.bulletin}".strip())
        yield (
            f'<text x="{LABEL}" y="{top + 17}" text-anchor="end">{name}</text>'
            f'<rect x="{LABEL + 8}" y="{top + 5}" width="{room}" height="16" fill="#e6eaee"/>'
            f'<rect x="{LABEL + 8}" y="{top + 5}" width="{wide}" height="16" fill="#1f6f8b"/>'
            f'<text x="{LABEL + room + 16}" y="{top + 17}">{one.untouched_share:.0%} ({one.untouched}/{one.units})</text>'
            f'<text x="{WIDTH - 8}" y="{top + 17}" text-anchor="end">{one.rate:.1f}</text>'
        )


def html(efforts: Sequence[Effort]) -> str:
    """Return the chart as an HTML page that needs nothing else."""
    title = escape(_("Editing effort by bulletin"))
    page = f'<!doctype html>\n<meta charset="utf-8">\n<title>{title}</title>\n<h1>{title}</h1>\n'
    return page + svg(efforts)
