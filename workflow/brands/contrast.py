"""Contrast of every text with its ground, measured on laid-out pages.

Source of the formulas and limits: WCAG 2.1, success criterion 1.4.3 (AA) and "relative luminance".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NORMAL, LARGE = 4.5, 3.0
# Large text: 18 pt, or 14 pt in bold; a CSS pixel is 0.75 pt.
_LARGE_POINTS, _LARGE_BOLD_POINTS, _BOLD, _POINTS = 18, 14, 700, 0.75
# Classes of spans that only place characters: they say nothing of where a text stands.
_PLACING = frozenset({"gap", "latin", "set"})

Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold a text colour on a ground: the elements it stands in, the least contrast wanted, and some of the words.

    `measurable` is false where the ground is a picture or a gradient.
    """

    place: str
    text: Colour
    ground: Colour
    wanted: float
    words: str = ""
    measurable: bool = True

    @property
    def enough(self) -> bool:
        """Tell whether the contrast is what WCAG AA wants."""
        return self.measurable and ratio(self.text, self.ground) >= self.wanted


def rgb(colour: str) -> Colour:
    """Return #rrggbb as three numbers from 0 to 1."""
    digits = colour.lstrip("#")
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def hexadecimal(colour: Colour) -> str:
    """Return a colour as #rrggbb."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of an sRGB colour, from 0 to 1."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mended(text: Colour, ground: Colour, wanted: float) -> Colour | None:
    """Return the nearest darker or lighter shade of a text that has the contrast wanted; None where there is none."""
    goal = 0.0 if luminance(ground) > 0.18 else 1.0  # black and white are equally far from this luminance
    for step in range(101):
        red, green, blue = (part + (goal - part) * step / 100 for part in text)
        shade = rgb(hexadecimal((red, green, blue)))
        if ratio(shade, ground) >= wanted:
            return shade
    return None


def pairs(page: Any) -> Iterator[Pair]:  # noqa: ANN401 - a page box of WeasyPrint, which publishes no types
    """Yield the pair of every text on a page of WeasyPrint's."""
    root = [box for box in page.children if box.element_tag == "html"]
    body = [child for box in root for child in box.children if child.element_tag == "body"]
    ground, plain = WHITE, True
    for box in (page, *root, *body):  # their grounds cover the whole sheet, its margins too
        ground, plain = _on(box, ground, plain)
    yield from _texts(page, ground, plain, 1.0, ())


def _texts(box: Any, ground: Colour, plain: bool, opacity: float, path: tuple[str, ...]) -> Iterator[Pair]:  # noqa: ANN401
    ground, plain = _on(box, ground, plain)
    opacity *= box.style["opacity"]
    path = _path(box, path)
    words = getattr(box, "text", "")
    if words.strip() and box.style["visibility"] == "visible":
        colour = _blended(box.style["color"], ground, opacity)
        yield Pair(" ".join(path[-2:]), colour, ground, _wanted(box.style), words.strip()[:12], plain)
    for child in getattr(box, "children", ()):
        yield from _texts(child, ground, plain, opacity, path)


def _path(box: Any, path: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ANN401
    """Return the elements down to a box as selectors; the boxes that one element is made of count once."""
    tag = box.element_tag
    if not tag or tag in {"html", "body"}:
        return path
    element = getattr(box, "element", None)
    classes = (element.get("class") or "").split() if element is not None and "::" not in tag else ()
    if _PLACING.intersection(classes):
        return path
    name = tag + "".join(f".{one}" for one in classes)
    return path if path and path[-1] == name else (*path, name)


def _on(box: Any, ground: Colour, plain: bool) -> tuple[Colour, bool]:  # noqa: ANN401
    style = box.style
    own = style["background_color"]
    pictures = any(kind != "none" for kind, _value in style["background_image"])
    covered = own != "currentcolor" and own.alpha == 1
    return _blended(own, ground, 1), not pictures and (plain or covered)


def _blended(colour: Any, ground: Colour, opacity: float) -> Colour:  # noqa: ANN401
    if colour == "currentcolor":
        return ground
    alpha = colour.alpha * opacity
    red, green, blue = (
        part * alpha + below * (1 - alpha)
        for part, below in zip(colour.to("srgb").coordinates, ground, strict=True)
    )
    return red, green, blue


def _wanted(style: Any) -> float:  # noqa: ANN401
    points = style["font_size"] * _POINTS
    bold = style["font_weight"] >= _BOLD
    # Sizes come from pixels: 13.9999 is 14.
    return LARGE if round(points, 2) >= (_LARGE_BOLD_POINTS if bold else _LARGE_POINTS) else NORMAL
