"""The printed bulletin: the brand's template laid out by WeasyPrint, refused where a glyph or a font is missing."""

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workflow.errors import MissingPartError
from workflow.i18n import _
from workflow.render.brand import Brand
from workflow.render.brandtoml import FACES
from workflow.render.contents import MOST_PAGES, contents_of, pages_expected
from workflow.render.fetcher import brand_fetcher
from workflow.render.fitting import Laid, fitted
from workflow.render.gaps import spaced
from workflow.render.hyphens import divisible, is_divisible
from workflow.render.links import link
from workflow.render.options import RenderOptions
from workflow.render.pdfattached import attach
from workflow.render.pdflanguages import languages_of, tell
from workflow.render.pdfmend import mend
from workflow.render.pdfprint import SHEET_CSS, colour_css, steps_of
from workflow.render.pdfvariants import VARIANTS
from workflow.render.qrcode import qr_svg, website_of
from workflow.render.script import in_script
from workflow.render.templating import LANG, brand_variables, fill
from workflow.render.view import Text, View

if TYPE_CHECKING:
    from pikepdf import Pdf
    from weasyprint import Document

PAGE_SIZES = {"a4": "A4", "letter": "letter"}


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:
    """Return the PDF of a view; MissingPartError names a character, font or file that the brand lacks."""
    from weasyprint import CSS, HTML

    variant = VARIANTS[options.pdf]
    brand.file("print.css")
    press = options.pdf == "print"
    css = brand_variables(brand, view) + (colour_css(brand) + SHEET_CSS if press else "")
    css += f"@page {{ size: {PAGE_SIZES[options.page]} }}"
    with _log() as records, warnings.catch_warnings():
        # WeasyPrint leaves the file of its colour profile open.
        warnings.simplefilter("ignore", ResourceWarning)
        base_url = f"{brand.folder.resolve().as_uri()}/"
        written = {"pdf_variant": variant.standard, "pdf_tags": variant.tagged}

        def lay(more: str, contents: bool) -> Laid:
            html = print_html(view, brand, options, contents=contents)
            source = HTML(string=html, base_url=base_url, url_fetcher=brand_fetcher(brand, options.pictures))
            return Laid(source.render(stylesheets=[CSS(string=css + more)], **written), html, css + more)

        laid = fitted(lay, long=pages_expected(view, options.layout) > MOST_PAGES + 1)
        document = laid.document
        languages = languages_of(document)
        data = document.write_pdf(
            pdf_identifier=sha256((laid.html + laid.css).encode()).digest()[:16],
            custom_metadata=True,
            **written,
        )
    _refuse_missing_glyphs(records, view)
    _refuse_failed_files(records, brand)
    _refuse_other_fonts(document, brand, view)
    steps: list[Callable[[Pdf], None]] = [
        *variant.steps,
        *(steps_of(brand) if press else ()),
        partial(attach, options=options),
    ]
    if variant.tagged:
        steps.append(partial(tell, languages=languages))
    return mend(data, steps)


def print_html(view: View, brand: Brand, options: RenderOptions, *, contents: bool = False) -> str:
    """Return the HTML that is laid out; every text of the bulletin stands in it escaped."""
    title = view.title or view.masthead
    forms = brand.short_forms.items()
    shown = {"english": (title.en,), "chinese": (title.zh,)}.get(options.layout, (title.zh, title.en))
    short = {in_script(long, view.form): in_script(form, view.form) for long, form in forms}
    return fill(
        brand,
        "bulletin.html",
        view=view,
        brand=brand,
        options=options,
        zh_lang=LANG[view.script],
        show_zh=options.shows_zh,
        show_en=options.shows_en,
        document_title=" / ".join(text for text in shown if text) or view.name,
        created=options.clock.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        short=lambda name: short.get(name, ""),
        link=link if options.pdf != "print" else lambda _key, _value: "",
        han=lambda text: in_script(text, view.script),
        spaced=spaced,
        divisible=divisible,
        is_divisible=is_divisible,
        contents=contents_of(view) if contents else (),
        portrait=lambda speaker: brand.portrait(speaker.person),
        code=qr_svg(*website_of(view, options)),
    )


class _Collector(logging.Handler):
    """Keep the records that it is given."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)


@contextmanager
def _log() -> Iterator[list[logging.LogRecord]]:
    """Collect what WeasyPrint logs while the block runs."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield collector.records
    finally:
        logger.removeHandler(collector)


def _refuse_missing_glyphs(records: Iterable[logging.LogRecord], view: View) -> None:
    missing: dict[str, None] = {}
    for record in records:
        if str(record.msg).startswith(".notdef") and isinstance(record.args, tuple):
            missing[str(record.args[0])] = None
    if missing:
        first = next(iter(missing))
        named = ", ".join(_named(character) for character in missing)
        text = _(
            "No font of this machine has {characters}, first in '{place}' of '{name}'; install fonts-noto-cjk "
            "and fonts-noto-core, or correct the character."
        )
        raise MissingPartError(text.format(characters=named, place=_place(view, first), name=view.name))


def _named(character: str) -> str:
    shown = f"'{character}' " if character.isprintable() else ""
    return f"{shown}(U+{ord(character):04X})"


def _place(view: View, character: str) -> str:
    """Return the slot of the first text that holds a character."""
    for piece in view.pieces:
        if character in piece.unit.source or character in piece.text:
            return piece.unit.slot
    rows: list[tuple[str, Text]] = [(row.slot, row.text) for section in view.sections for row in section.rows]
    return next((slot for slot, text in rows if character in text.zh), "?")


def _refuse_failed_files(records: Iterable[logging.LogRecord], brand: Brand) -> None:
    for record in records:
        if str(record.msg).startswith(("Failed to load", "Font-face")):
            text = _("Brand '{brand}' uses a file that cannot be loaded: {reason}. Put it into '{folder}'.")
            raise MissingPartError(
                text.format(brand=brand.name, reason=record.getMessage(), folder=brand.folder)
            )


def _refuse_other_fonts(document: "Document", brand: Brand, view: View) -> None:
    """Refuse a PDF set in a family that the brand does not name, which is what a missing font leads to."""
    named = set(brand.fallback)
    for face in FACES:
        named.update(brand.families(view.script, face), brand.families("latin", face))
    for font in document.fonts.values():
        if font.family not in named:
            text = _(
                "'{characters}' would be set in '{family}', which brand '{brand}' does not name; install one of "
                "{fonts} (fonts-noto-cjk, fonts-noto-core), or name the family in '{path}'."
            )
            raise MissingPartError(
                text.format(
                    characters=_characters(font),
                    family=font.family,
                    brand=brand.name,
                    fonts=", ".join(brand.families(view.script) + brand.families("latin")),
                    path=brand.folder / "brand.toml",
                )
            )


def _characters(font: Any) -> str:  # noqa: ANN401 # WeasyPrint publishes no types
    return "".join(dict.fromkeys("".join(font.to_unicode.values())))[:12]
