"""The look of the pages: pictures of them against those that somebody has looked at.

A page is drawn grey at 60 dots an inch and compared cell by cell, each some three millimetres wide: letters whose edges
are drawn in another way, as another machine does, change a cell's grey by less than a line that has moved.
"""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.render.page_tools import Maker
from tests.render.sample_edition import sample_edition

PAGES = Path(__file__).with_name("pages")
LOOK = Path(__file__).parents[2] / "build" / "pages"
DPI, CELL, MOST = 60, 8, 22
# Brand, layout, paper, page.
SHOWN = [
    ("center", "facing", "a4", 1),
    ("center", "stacked", "letter", 2),
    ("plain", "facing", "letter", 3),
    ("plain", "english", "letter", 1),
]


def drawn(path: Path, number: int, times: int = 1) -> Image.Image:
    """Return a page in sixteen greys; drawn `times` as large first and made smaller, its edges are other ones."""
    document = pypdfium2.PdfDocument(path)
    try:
        picture: Image.Image = (
            document[number - 1].render(scale=times * DPI / 72).to_pil().convert("L").reduce(times)
        )
    finally:
        document.close()
    return picture.point(lambda grey: grey // 17 * 17)


def unlike(one: Image.Image, two: Image.Image) -> float:
    """Return the greatest difference of a cell's grey, 0 to 255."""
    if abs(one.width - two.width) > 1 or abs(one.height - two.height) > 1:
        return 255
    common = (0, 0, min(one.width, two.width), min(one.height, two.height))
    means = (picture.convert("L").crop(common).reduce(CELL) for picture in (one, two))
    _low, high = ImageChops.difference(*means).getextrema()
    assert isinstance(high, int | float)
    return float(high)


@pytest.mark.parametrize(("brand", "layout", "paper", "number"), SHOWN)
def test_pages_look_as_they_did(
    make: Maker, request: pytest.FixtureRequest, brand: str, layout: str, paper: str, number: int
) -> None:
    name = f"{brand}-{layout}-{paper}-{number}.png"
    now = drawn(make(sample_edition, brand, layout=layout, page=paper).path, number)
    if request.config.getoption("--update-goldens"):
        PAGES.mkdir(exist_ok=True)
        now.save(PAGES / name, optimize=True)
    with Image.open(PAGES / name) as golden:
        difference = unlike(golden, now)
        if difference > MOST:
            LOOK.mkdir(parents=True, exist_ok=True)
            now.save(LOOK / f"now-{name}")
            Image.merge("RGB", (golden.convert("L"), now, now)).save(LOOK / f"both-{name}")
    assert difference <= MOST, f"look at '{LOOK / name}' (now-, both-); accept it with --update-goldens"


def test_the_tolerance_sees_a_line_and_not_a_machine(make: Maker) -> None:
    """Letters with other edges pass; a stretch of the page moved by a sixth of a line does not."""
    path = make(sample_edition, "center", layout="facing", page="a4").path
    page = drawn(path, 1)
    moved = page.copy()
    moved.paste(page.crop((0, 300, page.width, 640)), (0, 302))
    assert unlike(page, drawn(path, 1, times=4)) <= MOST < unlike(page, moved)


def test_the_stored_pages_are_small() -> None:
    stored = sorted(PAGES.glob("*.png"))
    assert len(stored) == len(SHOWN)
    assert sum(path.stat().st_size for path in stored) < 300_000
