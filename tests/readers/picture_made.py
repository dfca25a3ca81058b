"""Small pictures of every kind that a source may hold, made by Pillow."""

import io

from PIL import Image


def picture(
    width: int = 600, height: int = 400, kind: str = "PNG", mode: str = "RGB", **how: object
) -> bytes:
    """Return a picture of a slope of colours in a format and a mode of Pillow's."""
    slope = Image.linear_gradient("L").resize((width, height))
    other = slope.rotate(180)
    shown = Image.merge("RGB", (slope, other, slope.point(lambda v: v // 2))).convert(mode)
    out = io.BytesIO()
    shown.save(out, kind, **how)
    return out.getvalue()


def flat(width: int, height: int) -> bytes:
    """Return a picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(out, "PNG")
    return out.getvalue()
