"""What a brand looks like: the specimen laid out in it, and the contrast of what stands on its pages."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from workflow.brands import contrast
from workflow.brands.contrast import NORMAL, Pair
from workflow.brands.faults import Fault
from workflow.brands.specimen import CLOCK, specimen
from workflow.errors import BulletinError
from workflow.i18n import _
from workflow.render import RENDERERS, changes, proof
from workflow.render.brand import Brand
from workflow.render.brandtoml import COLOURS
from workflow.render.fetcher import brand_fetcher
from workflow.render.options import LAYOUTS, RenderOptions, Script
from workflow.render.pdf import print_html
from workflow.render.templating import brand_variables
from workflow.render.view import View, view
from workflow.render.wordlook import look_of

SCRIPTS: tuple[Script, ...] = ("hans", "hant")
# The Word styles of what stands in a table with the ground `tint`, by the beginning of their names.
_ON_TINT = ("Contact", "About", "Review how-to", "Review key", "Review head", "Review title")
# WeasyPrint knows no color-mix(); the one form that style sheets of a proof need is worked out before it reads them.
_MIX = re.compile(
    rf"color-mix\(in srgb, var\(--({'|'.join(COLOURS)})\) (\d{{1,3}})%, #([0-9a-fA-F]{{6}}|[0-9a-fA-F]{{3}})\)"
)


def unmade(brand: Brand) -> Iterator[Fault]:
    """Yield a fault for every output that cannot be made in a brand, in the words of the build."""
    views = {script: view(specimen(), script) for script in SCRIPTS}
    for script, shown in views.items():
        for name in ("pdf", "docx", "review", "html"):
            try:
                RENDERERS[name].render(shown, brand, RenderOptions(script=script, clock=CLOCK))
            except BulletinError as error:
                yield _unmade(brand, name, error)
                return  # the others would say the same
    change = changes.Changed("edit", "0", "title", "甲", "One", "Two", "A")
    try:
        changes.html(views["hans"], brand, RenderOptions(), (changes.Round(1, "A", "", "", (change,)),))
    except BulletinError as error:
        yield _unmade(brand, "changes", error)


def _unmade(brand: Brand, output: str, error: BulletinError) -> Fault:
    return Fault(brand.folder, _("the specimen as {format}").format(format=output), error.message, "")


def faint(brand: Brand) -> Iterator[Fault]:
    """Yield a fault for every text whose contrast with its ground is below WCAG AA: in print, the proof, and Word."""
    shown = view(specimen(), "hans")
    said: set[tuple[contrast.Colour, contrast.Colour]] = set()
    print_css, proof_css = (brand.find(name) or brand.folder / name for name in ("print.css", "proof.css"))
    for layout in LAYOUTS:
        for pair in _fails(_printed(shown, brand, RenderOptions(layout=layout, clock=CLOCK)), said):
            yield _fault(brand, print_css, pair)
    for pair in _fails(_proofed(shown, brand), said):
        yield _fault(brand, proof_css, pair)
    for pair in _fails(_in_word(brand), said):
        yield _fault(brand, brand.folder / "brand.toml", pair)


def _fails(pairs: Iterable[Pair], said: set[tuple[contrast.Colour, contrast.Colour]]) -> Iterator[Pair]:
    """Yield the first pair of each two colours that is too faint."""
    for pair in pairs:
        if not pair.enough and (pair.text, pair.ground) not in said:
            said.add((pair.text, pair.ground))
            yield pair


def _printed(shown: View, brand: Brand, options: RenderOptions) -> Iterator[Pair]:
    yield from _laid_out(
        print_html(shown, brand, options, contents=True), brand, brand_variables(brand, shown)
    )
    if options.layout == "facing":  # what the published edition alone has: the notice
        published = RenderOptions(clock=CLOCK, draft=False)
        yield from _laid_out(print_html(shown, brand, published), brand, brand_variables(brand, shown))


def _proofed(shown: View, brand: Brand) -> Iterator[Pair]:
    """Yield the pairs of the proof on screen, light and dark; what a browser would fold away is unfolded."""
    html = proof.render(shown, brand, RenderOptions(clock=CLOCK)).decode().replace(" hidden>", ">")
    html = _MIX.sub(lambda match: _mixed(brand, *match.groups()), html)
    for scheme in (html, html.replace("(prefers-color-scheme: dark)", "all")):
        yield from _laid_out(scheme, brand, "", "screen")


def _mixed(brand: Brand, name: str, share: str, other: str) -> str:
    """Return the colour that color-mix() means (CSS Color 5, 3.1, in sRGB): a share of a brand's colour with another."""
    digits = other if len(other) == 6 else "".join(2 * digit for digit in other)
    part = int(share) / 100
    mixed = zip(contrast.rgb(brand.colours[name]), contrast.rgb(digits), strict=True)
    red, green, blue = (one * part + two * (1 - part) for one, two in mixed)
    return contrast.hexadecimal((red, green, blue))


def _laid_out(html: str, brand: Brand, css: str, medium: str = "print") -> Iterator[Pair]:
    from weasyprint import CSS, HTML

    base = f"{brand.folder.resolve().as_uri()}/"
    source = HTML(string=html, base_url=base, url_fetcher=brand_fetcher(brand), media_type=medium)
    for page in source.render(stylesheets=[CSS(string=css)]).pages:
        yield from contrast.pairs(page._page_box)  # noqa: SLF001 - the only way to what was laid out


def _in_word(brand: Brand) -> Iterator[Pair]:
    tint = contrast.rgb(brand.colours["tint"])
    for style in look_of(brand).paragraphs:
        ground = tint if style.name.startswith(_ON_TINT) else contrast.WHITE
        colour = style.colour or "ink"
        text = contrast.rgb(brand.colours.get(colour, colour))
        large = style.size >= 18 or (style.bold and style.size >= 14)
        wanted = contrast.LARGE if large else NORMAL
        yield Pair(_("the Word style {name}").format(name=style.name), text, ground, wanted)


def _fault(brand: Brand, file: Path, pair: Pair) -> Fault:
    place = f"{pair.place} “{pair.words}”" if pair.words else pair.place
    if not pair.measurable:
        what = _("the text stands on a picture or gradient, and its contrast cannot be measured.")
        return Fault(file, place, what, _("Give the element a background-color of its own under the text."))
    text, ground = contrast.hexadecimal(pair.text), contrast.hexadecimal(pair.ground)
    what = _("contrast {ratio}:1 of {text} on {ground}; WCAG AA wants {wanted}:1.").format(
        ratio=f"{contrast.ratio(pair.text, pair.ground):.2f}",
        text=text,
        ground=ground,
        wanted=f"{pair.wanted:g}",
    )
    shade = contrast.mended(pair.text, pair.ground, pair.wanted)
    key = next((name for name, value in brand.colours.items() if value == text), None)
    if shade is None:
        return Fault(file, place, what, _("Change the ground."))
    named = _("Set colours.{key} in brand.toml to {shade}, or to a shade still further from the ground.")
    plain = _("Take {shade}, or a shade still further from the ground.")
    return Fault(
        file, place, what, (named if key else plain).format(key=key, shade=contrast.hexadecimal(shade))
    )
