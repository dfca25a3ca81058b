"""What stands on the printed pages, measured from the boxes of their characters."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import segno

from tests.render.long_edition import long_edition, speeches
from tests.render.page_tools import MM, SHEETS, Maker, Printed, advances, printed
from tests.render.sample_edition import edition_of, sample_edition
from workflow.edition import Edition
from workflow.render.brand import load_brand
from workflow.render.contents import MOST_PAGES
from workflow.render.options import LAYOUTS, PAGES
from workflow.render.pieces import dashed
from workflow.render.view import Row, view
from workflow.units import HAN

HALF = 7.25
MARGINS = {"center": 18, "plain": 20}
# Where the English column begins, in points: the margin, the Chinese column and the gap.
COLUMN = {"center": 272, "plain": 266}
# The masthead ends above, in points from the top of the first page.
MASTHEAD = 200


def many() -> Edition:
    return speeches(32)


def rows_of(edition: Edition) -> list[Row]:
    return [row for section in view(edition).sections for row in section.rows if not row.grid]


@pytest.mark.parametrize("brand", ["center", "plain"])
def test_both_columns_stand_on_one_grid(make: Maker, brand: str) -> None:
    """A paragraph and its English begin on one line, and every line of a page is a number of half lines from the first."""
    shown = make(long_edition, brand)
    assert shown.pages >= 4
    for row in rows_of(long_edition()):
        zh, en = shown.starting(row.text.zh), shown.starting(row.text.en)
        assert zh.page == en.page
        assert abs(zh.baseline - en.baseline) < 1, row.text.en
        assert zh.left < COLUMN[brand] - 20 < COLUMN[brand] - 1 < en.left
    counted = 0
    for page in range(1, shown.pages + 1):
        body = [line for line in shown.body(page) if page > 1 or line.baseline > MASTHEAD]
        for line in body:
            steps = (line.baseline - body[0].baseline) / HALF
            assert abs(steps - round(steps)) * HALF < 0.3, (page, line.text)
            counted += 1
    assert counted > 150


def test_speakers_and_headings_begin_on_one_line(make: Maker) -> None:
    for brand in ("center", "plain"):
        shown = make(long_edition, brand)
        for section in view(long_edition()).sections:
            named = [section.heading] if section.heading else []
            named += [section.speaker.name] if section.speaker else []
            for text in named:
                zh, en = (
                    max((one for one in shown.lines if one.text.startswith(side)), key=lambda one: one.size)
                    for side in (text.zh, text.en)
                )
                assert zh.page == en.page
                assert abs(zh.baseline - en.baseline) < 1


# Marks that may begin no line, and that may end none (Requirements for Chinese Text Layout, 3.1.3).
NO_START = "、。，．：；！？）》〉」』】”’…—～·％%,.!?;:)"
NO_END = "（《〈「『【“‘(￥$"
MARKED = "（一）“先防后治”、《江河保护法（2024年）》；每升2.3克：‘有水’，可饮用？是！百分之50%～60%……"


def marked() -> Edition:
    """Return paragraphs in which the same marks come at every place of a line."""
    return edition_of([(f"{n}/0", "水" * n + MARKED * 2, "Water.") for n in range(20)])


@pytest.mark.parametrize("layout", ["facing", "chinese"])
def test_no_mark_begins_or_ends_a_line_where_it_may_not(make: Maker, layout: str) -> None:
    found = [
        line.text
        for edition in (marked, long_edition)
        for line in make(edition, layout=layout).lines
        if re.search(f"[{HAN}]", line.text)
    ]
    assert len(found) > 100
    assert [text for text in found if text[0] in NO_START] == []
    assert [text for text in found if text[-1] in NO_END] == []


def ending() -> Edition:
    """Return paragraphs of every length that end in a character, a figure and its word, and a mark."""
    ends = ("水源。", "水，共8年。", "水岸", "水土”。")
    return edition_of(
        [
            (f"{n}/0", "山" * length + end, "Water.")
            for n, (length, end) in enumerate(product(range(18, 42), ends))
        ]
    )


@pytest.mark.parametrize("layout", ["facing", "chinese"])
def test_no_character_stands_alone_on_a_last_line(make: Maker, layout: str) -> None:
    lines = [
        line.text for line in make(ending, layout=layout).lines if re.match("[山水共8源年岸土]", line.text)
    ]
    last = [text for text in lines if re.search("[水8][源年岸土]”?。?$", text)]
    assert len(last) == 24 * 4
    assert len(lines) > len(last)
    assert [text for text in lines if re.match("[源年岸土]", text)] == []


def test_a_thin_gap_and_no_space_between_han_and_latin(make: Maker) -> None:
    shown = make(long_edition)
    text = "\n".join(line.text for line in shown.lines if line.size > 8)
    assert re.search(rf"[{HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{HAN}]", text) is None
    gaps = []
    for line in shown.body(1):
        for before, after, way in advances(line):
            if re.match(f"[{HAN}]", before) and re.match("[A-Za-z0-9]", after):
                gaps.append(way - 1)
    assert len(gaps) > 8
    assert all(0.07 < gap < 0.13 for gap in gaps), gaps


def test_the_gap_stands_in_the_address_too(make: Maker) -> None:
    def numbered() -> Edition:
        edition, address = sample_edition(), "北京市清江路18号"
        assert edition.bulletin.contact
        contact = replace(edition.bulletin.contact, address=address)
        units = [
            replace(unit, source=address) if unit.slot == "contact/address" else unit
            for unit in edition.units
        ]
        bulletin = replace(edition.bulletin, contact=contact)
        return replace(edition, units=tuple(units), bulletin=bulletin)

    line = next(line for line in make(numbered).lines if line.text == "地址：北京市清江路18号")
    gaps = [
        way - 1
        for before, after, way in advances(line)
        if re.match(f"[{HAN}]", before) and re.match("[A-Za-z0-9]", after)
    ]
    assert gaps
    assert all(0.07 < gap < 0.13 for gap in gaps), gaps


def words_at_line_ends() -> Edition:
    """Return paragraphs in which a name, a title in italics and a long word come at every place of a line."""
    zh = "Sengchadala《清江流域生态保护战略（2025-2030）》internationalization"
    en = "Sengchadala’s Qingjiang Basin Ecological Protection Strategy (2025-2030) and internationalization of data"
    return edition_of([(f"{n}/0", "水" * n + zh, "a " * n + en) for n in range(36)])


def sentences_to_divide() -> Edition:
    """Return paragraphs of longer words, which begin a little further on each time."""
    en = (
        "whether fish have returned. Since the fourth quarter of this year, third-party institutions are invited to evaluate the "
        "leakage facilities run for a full year on a per station basis, and the results will be used as the basis for compensation."
    )
    return edition_of([(f"{n}/0", "水" * (n + 1), "a " * n + en) for n in range(24)])


def test_no_word_is_divided_that_would_fit(make: Maker) -> None:
    shown = make(sentences_to_divide)
    lines = [
        line
        for page in range(1, shown.pages + 1)
        for line in shown.body(page)
        if line.text.isascii() or "\u2010" in line.text
    ]
    edge = max(line.glyphs[-1].right for line in lines)
    divided = 0
    for line, below in pairwise(lines):
        if line.text.endswith("\u2010"):
            divided += 1
            rest = below.glyphs[len(below.text.split(" ")[0]) - 1].right - below.left
            assert line.glyphs[-2].right + rest > edge, line.text
    assert divided


@pytest.mark.parametrize("layout", ["facing", "stacked", "english"])
def test_only_words_of_small_letters_are_divided_and_with_a_hyphen(make: Maker, layout: str) -> None:
    edition = words_at_line_ends()
    shown = make(words_at_line_ends, layout=layout)
    whole = {word for unit in edition.units for word in re.findall("[A-Za-z]+", unit.source + unit.target)}
    lines = [line.text for page in range(1, shown.pages + 1) for line in shown.body(page)]
    first = [line for line in lines if line.endswith("\u2010")]
    assert first
    assert len(lines) > 60
    for line in lines:
        cut = set(re.findall("[A-Za-z]+", line)) - whole
        assert all(part.islower() and any(part in word for word in whole) for part in cut), line
    assert len(
        [line for line in lines if re.match("[a-z]{3,}", line) and line.split()[0].strip(".") not in whole]
    ) == len(first)
    assert not any("\u00ad" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "dashed_text"),
    [
        ("the Plan (2021-2025) of October 16-17", "the Plan (2021–2025) of October 16–17"),
        (
            "10-15 km, 0.5-1.5%, 1,200-1,500 tons, 9:00-10:30",
            "10–15 km, 0.5–1.5%, 1,200–1,500 tons, 9:00–10:30",
        ),
        ("1994-1998 and 2021-25; pages 3-5.", "1994–1998 and 2021–25; pages 3–5."),
        ("GB 3838-2002, GB/T 14848-2017, ISO 14001-2015, No. 12-34", ""),
        ("+86-10-5555-0148, 010-6666, 2024-03-01, COVID-19, PM2.5-10", ""),
        ("a vote of 7-3, a 3-5-year plan, a 24-hour day, 2030-2020", ""),
    ],
)
def test_ranges_have_en_dashes(text: str, dashed_text: str) -> None:
    assert dashed(text) == (dashed_text or text)
    assert len(dashed(text)) == len(text)


def _split(shown: Printed, start: str, goes_on: str) -> dict[int, dict[int, int]]:
    """Return the lines that each numbered paragraph has on each page, in one language."""
    found: dict[int, dict[int, int]] = {}
    number = -1
    for line in shown.lines:
        begins = re.match(rf"{start}(\d+)", line.text)
        if begins:
            number = int(begins[1])
        if begins or re.match(goes_on, line.text):
            pages = found.setdefault(number, {})
            pages[line.page] = pages.get(line.page, 0) + 1
    return found


@pytest.mark.parametrize("layout", ["facing", "english"])
def test_no_widow_and_no_orphan(make: Maker, layout: str) -> None:
    shown = make(many, layout=layout)
    assert shown.pages >= 6
    split = [_split(shown, *marks) for marks in (("段", "水|。"), ("P", "water|end"))]
    assert len(split[1]) == 32
    parted = [one for one in split[1].values() if len(one) > 1]
    assert parted, "no paragraph goes over a page: the test sees nothing"
    for number, pages in split[1].items():
        assert len(pages) == 1 or min(pages.values()) >= 2, number
        if layout == "facing":
            assert split[0][number].keys() == pages.keys(), number
            assert len(pages) == 1 or min(split[0][number].values()) >= 2, number


@pytest.mark.parametrize("layout", ["facing", "english"])
def test_headings_and_speakers_stand_with_the_words_that_follow(make: Maker, layout: str) -> None:
    shown = make(many, layout=layout)
    for n in range(32):
        speech = next(line for line in shown.lines if line.text.startswith(f"P{n} "))
        place = shown.lines.index(speech)
        names = [line for line in shown.lines[:place] if line.text.startswith(f"Guest{n} ")]
        assert names[-1].page == speech.page
        assert names[-1].baseline < speech.baseline
        if n % 4 == 0:
            heads = [line for line in shown.lines[:place] if line.text.startswith(f"Heading{n} ")]
            assert heads[-1].page == speech.page


def test_pages_are_filled(make: Maker) -> None:
    """What is kept together is at most a heading, a speaker and a short paragraph: eight lines are left at the foot."""
    for layout in ("facing", "english"):
        shown = make(many, layout=layout)
        foot = SHEETS["a4"][1] - 21 * MM
        for page in range(1, shown.pages):
            assert max(line.baseline for line in shown.body(page)) > foot - 8 * 2 * HALF, (layout, page)


@pytest.mark.parametrize("brand", ["center", "plain"])
def test_contents_name_the_pages(make: Maker, brand: str) -> None:
    shown = make(many, brand, layout="facing") if brand == "center" else make(many, brand, layout="english")
    assert shown.pages > MOST_PAGES
    first = [line for line in shown.lines if line.page == 1]
    sides = ("zh", "en") if brand == "center" else ("en",)
    headings = [section.heading for section in view(many()).sections if section.heading]
    assert len(headings) == 8
    for heading, side in product(headings, sides):
        text = getattr(heading, side)
        (entry,) = [n for n, line in enumerate(first) if line.text == text and line.size < 9.2]
        place = [line for line in shown.lines if line.text == text and line.size > 10]
        assert first[entry + 1].text == str(place[-1].page), text
    assert any(line.text == "Contents" for line in first)
    assert any(line.text == "目录" for line in first) == ("zh" in sides)


def test_a_short_bulletin_has_no_contents(make: Maker) -> None:
    shown = make(sample_edition)
    assert shown.pages <= MOST_PAGES
    assert not [line for line in shown.lines if line.text in ("Contents", "目录")]


SETS = [
    (layout, brand, page)
    for n, (layout, brand) in enumerate(product(LAYOUTS, ("center", "plain")))
    for page in [PAGES[(n + n // 2) % 2]]
]


@pytest.mark.parametrize(("layout", "brand", "page"), SETS)
def test_every_layout_of_every_brand(make: Maker, layout: str, brand: str, page: str) -> None:
    """Each layout has each part in its languages, and no character stands outside its page or column."""
    shown = make(sample_edition, brand, layout=layout, page=page)
    text = "\n".join(line.text for line in shown.lines)
    zh, en = layout != "english", layout != "chinese"
    parts = (
        (
            zh,
            "2024年第9期",
            "2024年9月26日",
            "清江流域生态修复经验交流会观点摘编",
            "联系我们",
            "监测站（座）",
        ),
        (
            en,
            "Issue 9, 2024",
            "September 26, 2024",
            "Views from the Exchange",
            "Contact Us",
            "Monitoring stations",
        ),
        (zh, "下游的人看不见上游的树", "图1", f"第 2 页，共 {shown.pages} 页", "邮编："),
        (en, "Those downstream", "Figure 1.", f"Page 2 of {shown.pages}", "Postal Code:"),
        (True, "清江流域环境研究中心", "Qingjiang Basin", "简报", "Newsletter"),
    )
    for there, *words in parts:
        assert [word for word in words if (word in text) != there] == []
    running = [
        line.text for line in shown.lines if line.page == 2 and line.baseline < 24 * MM and line.size < 8
    ]
    assert any("2024年第9期" in line for line in running) == zh
    assert any("Newsletter · Issue 9, 2024" in line for line in running) == en
    width, height = SHEETS[page]
    margin = MARGINS[brand] * MM
    for line in shown.lines:
        assert margin - 1 < line.left < line.right < width - margin + 1, line.text
        assert all(glyph.top > 10 * MM and glyph.bottom < height - 8 * MM for glyph in line.glyphs), line.text
        if layout == "facing" and line in shown.body(line.page) and re.search(f"[{HAN}]", line.text):
            assert line.right < COLUMN[brand] - 20, line.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pictures_of_a_page_have_their_words(make: Maker, layout: str) -> None:
    shown = make(
        sample_edition,
        "center",
        layout=layout,
        page=PAGES[LAYOUTS.index(layout) % 2],
    )
    with pikepdf.open(shown.path) as pdf:
        words = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    code, name = "QR code of the website: ", "Qingjiang Basin Environment Research Center"
    if layout == "chinese":
        code, name = "网站二维码：", "清江流域环境研究中心"
    assert sorted(words) == sorted([f"{code}https://qingjiang.example/", name])


def test_the_qr_code_is_that_of_the_website(make: Maker) -> None:
    """The dark modules of the page are those of the address in segno's own matrix."""
    shown = make(sample_edition)
    document = pypdfium2.PdfDocument(shown.path)
    with pikepdf.open(shown.path) as pdf:
        (figure,) = [
            o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "QR" in str(o.get("/Alt", ""))
        ]
        number = (
            next(n for n, page in enumerate(pdf.pages) if page.objgen == figure.Pg.objgen)
            if "/Pg" in figure
            else -1
        )
    scale = 6
    picture = document[number].render(scale=scale).to_pil().convert("L")
    # 20 mm at the right edge of the contact block: found by its dark pixels right of the English.
    right, side = SHEETS["a4"][0] - 18 * MM - 12, 20 * MM
    top = next(line for line in shown.lines if line.text == "Contact Us").baseline - 12
    matrix = segno.make("https://qingjiang.example/", error="m", micro=False).matrix
    count = len(matrix) + 8
    box = picture.crop([round(n * scale) for n in (right - side, top - 6, right, top + side + 6)])
    dark = box.point(lambda grey: 255 * (grey < 100)).getbbox()
    assert dark is not None
    module = side / count * scale
    for y, row in enumerate(matrix):
        for x, bit in enumerate(row):
            at = (round(dark[0] + (x + 0.5) * module), round(dark[1] + (y + 0.5) * module))
            assert (box.getpixel(at) < 128) == bool(bit), (x, y)
    document.close()


def outline(items: list[pikepdf.OutlineItem]) -> Iterator[tuple[str, int]]:
    for item in items:
        yield item.title, len(item.children)
        yield from outline(item.children)


def test_bookmarks_are_the_headings_and_speakers(make: Maker) -> None:
    with pikepdf.open(make(long_edition).path) as pdf, pdf.open_outline() as opened:
        titles = dict(outline(list(opened.root)))
    assert titles["II. Water Supply"] >= 2
    for words in ("二、供水安全", "罗小满", "Luo Xiaoman", "联系我们", "Contact Us"):
        assert words in titles
    assert not {"目录", "Contents"} & set(titles)


@pytest.fixture(scope="session")
def portrayed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from PIL import Image

    folder = tmp_path_factory.mktemp("office") / "own"
    (folder / "portraits").mkdir(parents=True)
    (folder / "brand.toml").write_text(
        (load_brand("plain").folder / "brand.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    Image.new("RGB", (130, 160), (20, 90, 200)).save(folder / "portraits" / "江一帆.jpg")
    return folder


@pytest.mark.parametrize("layout", ["facing", "english"])
def test_a_speaker_may_have_a_portrait(portrayed: Path, layout: str, tmp_path: Path) -> None:
    sections = long_edition().bulletin.sections[:3]
    edition = replace(long_edition(), bulletin=replace(long_edition().bulletin, sections=sections))
    shown = printed(edition, tmp_path, load_brand("own", [portrayed.parent]), layout=layout)
    document = pypdfium2.PdfDocument(shown.path)
    boxes = [
        (number + 1, one.get_bounds())
        for number, page in enumerate(document)
        for one in page.get_objects()
        if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    ]
    document.close()
    ((page, (left, bottom, right, top)),) = boxes
    name = max(
        (one for one in shown.lines if one.text in ("江一帆", "Jiang Yifan")), key=lambda one: one.size
    )
    assert page == name.page
    assert left < right < name.left
    assert SHEETS["a4"][1] - top < name.baseline < SHEETS["a4"][1] - bottom


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", ".hidden", "a/b", "水" * 300, "", "江\x00"]
)
def test_a_name_is_no_path(portrayed: Path, name: str) -> None:
    assert load_brand("own", [portrayed.parent]).portrait(name) == ""
    assert load_brand("own", [portrayed.parent]).portrait("江 一帆").startswith("portraits/")


def test_the_first_two_and_the_last_two_of_a_list_stay_together(make: Maker) -> None:
    shown = make(long_edition, "center", layout="english")
    for first, second in pairwise(
        ["real-time water level", "monthly assessments", "historical records"],
    ):
        one, two = (next(li for li in shown.lines if words in li.text) for words in (first, second))
        assert one.page == two.page


@pytest.mark.parametrize("brand", ["center", "plain"])
def test_a_word_that_is_too_long_stays_in_its_column(brand: str, tmp_path: Path) -> None:
    address = "https://data.example.org/" + "abcdefghij" * 16
    shown = printed(edition_of([("0/0", f"见{address}。", f"See {address}.")]), tmp_path, brand)
    assert len(shown.body(1)) > 4
    for line in shown.body(1):
        edge = (
            COLUMN[brand] - 20
            if line.left < COLUMN[brand] - 20
            else SHEETS["a4"][0] - MARGINS[brand] * MM + 1
        )
        assert line.right < edge


def test_icons_have_the_colour_of_their_brand(make: Maker) -> None:
    """A sheet of the base names pictures of the brand's own folder."""
    accents = {"center": (10, 90, 115), "plain": (155, 47, 31)}
    for brand, accent in accents.items():
        assert load_brand(brand).colours["accent"] == "#{:02x}{:02x}{:02x}".format(*accent)
        shown = make(sample_edition, brand)
        document = pypdfium2.PdfDocument(shown.path)
        picture = document[shown.pages - 1].render(scale=4).to_pil().convert("RGB")
        document.close()
        colours = {colour for _count, colour in picture.getcolors(1 << 20) or ()}
        assert {name for name, one in accents.items() if one in colours} == {brand}
