"""Step 2, CLEAN: repair what is certain. The order of CLEANERS is meaning: each relies on those before it."""

from collections.abc import Callable

from workflow.bulletin import Document
from workflow.clean.characters import clean_characters
from workflow.clean.noise import remove_noise
from workflow.clean.script import convert_script
from workflow.clean.webpage import remove_page_furniture
from workflow.clean.wrapping import join_lines

CLEANERS: tuple[Callable[[Document], Document], ...] = (
    clean_characters,
    convert_script,
    remove_page_furniture,
    remove_noise,
    join_lines,
)


def clean(document: Document) -> Document:
    """Return the cleaned document; every change is an edit of a block or an entry of `removed`."""
    for cleaner in CLEANERS:
        document = cleaner(document)
    return document
