"""Queries on pictures: what stands for one that cannot be seen, and whether it has dots enough for print."""

from collections.abc import Iterator

from workflow.bulletin import Bulletin, Document, Picture
from workflow.findings import Finding, Severity
from workflow.i18n import N_

# The dots an inch below which a photograph looks coarse in print; print shops ask for 300 and print from 150.
LEAST_DPI = 150
POINTS_OF_MM = 72 / 25.4
LONGEST_QUOTE = 16


def pictures(_document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask for what a picture shows where the source does not say; tell of one that is too coarse at its printed size."""
    for number, (picture, caption, near) in enumerate(_placed(bulletin), 1):
        args = {"number": str(number), "near": near}
        if not picture.alt:
            severity = Severity.NOTE if caption else Severity.WARNING
            message = N_(
                "picture {number} at “{near}” has no alternative text; say in the source what it shows"
            )
            yield _found("picture-text", severity, message, near, args)
        if round(picture.resolution) < LEAST_DPI:
            message = N_(
                "picture {number} at “{near}” is printed {width} mm wide with {dpi} dots an inch, fewer than {least};"
                " find one that is {pixels} pixels wide"
            )
            width = picture.points[0]
            args |= {
                "width": str(round(width / POINTS_OF_MM)),
                "dpi": str(round(picture.resolution)),
                "least": str(LEAST_DPI),
                "pixels": str(round(width / 72 * LEAST_DPI)),
            }
            yield _found("picture-coarse", Severity.WARNING, message, near, args)


def _found(check: str, severity: Severity, message: str, quote: str, args: dict[str, str]) -> Finding:
    return Finding(f"source.{check}", severity, message, None, "source", tuple(args.items()), quote)


def _placed(bulletin: Bulletin) -> Iterator[tuple[Picture, str, str]]:
    """Yield each picture with its caption and the beginning of the words that it stands at."""
    for section in bulletin.sections:
        for n, block in enumerate(section.blocks):
            if block.picture:
                caption = block.texts[0] if block.texts else ""
                texts = (*section.blocks[n:], *section.blocks[:n][::-1])
                near = next((text for one in texts for text in one.texts if text), section.heading or "")
                yield block.picture, caption, near[:LONGEST_QUOTE]
