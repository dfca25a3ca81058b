import html
import logging
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.render.sample_edition import edition_of, merged_table_edition, sample_edition, wide_table_edition
from workflow.edition import Edition
from workflow.errors import MissingPartError
from workflow.render import RENDERERS
from workflow.render.brand import Brand, load_brand
from workflow.render.options import Layout, RenderOptions
from workflow.render.pdf import print_html
from workflow.render.view import Text, View, view
from workflow.units import State

CLOCK = datetime(2024, 9, 26, 8, 30, tzinfo=UTC)
OPTIONS = RenderOptions(clock=CLOCK, signature="engine:house|test")
_HAN = re.compile(r"[\d\u4e00-\u9fff]")
_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    page: int
    left: float
    top: float
    text: str


def render(shown: View, options: RenderOptions = OPTIONS, brand: Brand | None = None) -> bytes:
    return RENDERERS["pdf"].render(shown, brand or load_brand("center"), options)


def tool(path: Path, *command: str) -> str:
    return subprocess.run([*command, path], check=True, capture_output=True, text=True).stdout


def pages_of(path: Path) -> list[str]:
    subprocess.run(["pdftotext", "-layout", path, path.with_suffix(".txt")], check=True)
    return path.with_suffix(".txt").read_text(encoding="utf-8").removesuffix("\f").split("\f")


def words_of(path: Path) -> list[Word]:
    subprocess.run(["pdftotext", "-bbox", path, path.with_suffix(".bbox")], check=True)
    text = path.with_suffix(".bbox").read_text(encoding="utf-8")
    return [
        Word(number, float(left), float(top), html.unescape(word))
        for number, page in enumerate(_PAGE.findall(text), 1)
        for left, top, word in _WORD.findall(page)
    ]


def where(words: list[Word], wanted: str) -> Word:
    """Return the first word of a text; a line of Chinese is one word, so its beginning is compared."""
    parts = wanted.split()[:4]
    for n, word in enumerate(words):
        if _HAN.match(wanted) and word.text.startswith(wanted[:9]):
            return word
        if parts == [w.text for w in words[n : n + len(parts)]]:
            return word
    raise AssertionError(f"{wanted[:20]!r} stands on no page")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "sample.pdf"
    path.write_bytes(render(view(sample_edition())))
    return path


@pytest.fixture
def log() -> Iterator[list[logging.LogRecord]]:
    records: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = records.append  # type: ignore[method-assign, assignment]
    logging.getLogger("weasyprint").addHandler(handler)
    yield records
    logging.getLogger("weasyprint").removeHandler(handler)


def _printed(edition: Edition, folder: Path) -> Path:
    path = folder / "printed.pdf"
    path.write_bytes(render(view(edition)))
    return path


def test_a_narrow_table_stands_beside_its_english_a_wide_one_above(sample: Path, tmp_path: Path) -> None:
    words = words_of(sample)
    zh, en = where(words, "监测站（座）"), where(words, "Monitoring stations")
    assert zh.page == en.page
    assert abs(zh.top - en.top) <= 1
    assert en.left > 270
    wide = words_of(_printed(wide_table_edition(), tmp_path))
    zh, en = where(wide, "第二会议室"), where(wide, "Conference")
    assert zh.left > 270
    assert en.left > 270
    assert en.top > zh.top + 10


LOGOS: list[tuple[Layout, bool, str, str]] = [
    ("facing", True, "en-US", "Qingjiang Basin Environment Research Center"),
    ("chinese", True, "zh-Hans", "清江流域环境研究中心"),
    ("facing", False, "en-US", "Rivers"),
    ("english", False, "en-US", "Rivers"),
    ("chinese", False, "zh-Hans", "江河"),
]


@pytest.mark.parametrize(("layout", "masthead", "lang", "words"), LOGOS)
def test_the_logo_is_named_in_the_language_of_the_page(
    layout: Layout, masthead: bool, lang: str, words: str
) -> None:
    shown = view(sample_edition())
    if not masthead:
        shown = replace(shown, masthead=Text("", (), ""))
    made = print_html(shown, load_brand("center"), replace(OPTIONS, layout=layout))
    assert re.findall('class="logo" lang="(.*?)".*?alt="(.*?)"', made) == [(lang, words)]


def test_merged_cells() -> None:
    html = print_html(view(merged_table_edition()), load_brand("center"), OPTIONS)
    assert '<th scope="col" rowspan="2">县</th>' in html
    assert '<th scope="colgroup" class="over" colspan="2">2024</th>' in html
    assert '<td class="figure">94%</td>' in html
    assert html.count("<thead>") == html.count("<tbody>") == 2


def test_the_head_of_a_long_table_stands_on_every_page(tmp_path: Path) -> None:
    pages = pages_of(_printed(wide_table_edition(60), tmp_path))
    assert len(pages) > 2
    assert all("发言人" in page or "Speaker" in page for page in pages)
    assert sum(page.count("第二会议室") for page in pages) == 60


@pytest.mark.parametrize(("issue", "date", "rules"), [(True, True, 1), (False, True, 1), (False, False, 0)])
def test_masthead_without_issue_and_date_has_no_empty_line(issue: bool, date: bool, rules: int) -> None:
    whole = sample_edition().bulletin
    bulletin = replace(whole, issue=whole.issue if issue else None, date=whole.date if date else None)
    shown = view(replace(sample_edition(), bulletin=bulletin))
    assert print_html(shown, load_brand("center"), OPTIONS).count('<div class="issue">') == rules


def test_masthead_title_contact_and_about_are_printed_in_both_languages(sample: Path) -> None:
    text = re.sub(r"\s+", " ", "".join(pages_of(sample)))
    for words in (
        "清江流域环境研究中心",
        "Qingjiang Basin Environment Research Center",
        "Newsletter",
        "2024年第9期 Issue 9, 2024",
        "2024年9月26日 September 26, 2024",
        "清江流域生态修复经验交流会观点摘编",
        "联系我们 Contact Us",
        "邮编：650000 Postal Code: 650000",
    ):
        assert words in text
    # The about block stands under the publisher's name.
    assert text.count("清江流域环境研究中心 Qingjiang Basin Environment Research Center") >= 2


def test_every_page_has_its_number_header_and_draft_mark(sample: Path) -> None:
    pages = pages_of(sample)
    assert len(pages) >= 3
    for number, page in enumerate(pages, 1):
        assert f"第 {number} 页，共 {len(pages)} 页" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "草稿 / Draft" in page
        running = page.strip().splitlines()[0]
        assert ("Newsletter · Issue 9, 2024" in running) == (number > 1)


def test_a_published_edition_carries_no_draft_mark(tmp_path: Path) -> None:
    edition = sample_edition()
    final = replace(edition, units=tuple(replace(unit, state=State.FINAL) for unit in edition.units))
    for shown, notice in ((final, False), (edition, True)):
        path = tmp_path / "final.pdf"
        path.write_bytes(render(view(shown), replace(OPTIONS, draft=False)))
        text = "".join(pages_of(path))
        assert "Draft" not in text
        assert ("The English text is a machine translation" in text) == notice


def test_every_font_is_embedded_and_named_by_the_brand(sample: Path) -> None:
    lines = tool(sample, "pdffonts").splitlines()[2:]
    assert len(lines) >= 6
    for line in lines:
        assert re.match(r"[A-Z]{6}\+Noto-S(erif|ans)", line), line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line


def test_metadata_says_how_and_when(sample: Path) -> None:
    info = tool(sample, "pdfinfo", "-custom") + tool(sample, "pdfinfo", "-isodates")
    for words in (
        "signature:       engine:house|test",
        "model:           house",
        "CreationDate:    2024-09-26T08:30:00",
        "Tagged:          yes",
        "Page size:       595.276 x 841.89 pts (A4)",
        "Author:          Qingjiang Basin Environment Research Center",
    ):
        assert words in info
    assert "清江流域生态修复经验交流会观点摘编 / Views from" in info


def test_the_same_view_gives_the_same_bytes(sample: Path) -> None:
    assert render(view(sample_edition())) == sample.read_bytes()


def test_the_brand_s_own_files_raise_no_warning(log: list[logging.LogRecord]) -> None:
    render(view(sample_edition()))
    assert [record.getMessage() for record in log if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    ("layout", "has", "lacks"),
    [
        ("stacked", ["我们带孩子们沿江走了", "We walked with the children"], []),
        ("english", ["We walked with the children", "Page 1 of"], ["我们带孩子们沿江走了", "页，共"]),
        ("chinese", ["我们带孩子们沿江走了", "第 1 页，共"], ["We walked with the children", "Page 1 of"]),
    ],
)
def test_other_layouts(tmp_path: Path, layout: str, has: list[str], lacks: list[str]) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(render(view(sample_edition()), replace(OPTIONS, layout=layout)))  # type: ignore[arg-type]
    text = "".join(pages_of(path))
    assert [words for words in has if words not in text] == []
    assert [words for words in lacks if words in text] == []


def test_traditional_print_is_traditional_throughout(tmp_path: Path) -> None:
    brand = replace(load_brand("center"), short_forms={"清江流域环境研究中心": "清江环境中心"})
    path = tmp_path / "hant.pdf"
    path.write_bytes(render(view(sample_edition(), "hant"), brand=brand))
    pages = pages_of(path)
    assert f"第 2 頁，共 {len(pages)} 頁" in pages[1]
    assert "清江環境中心" in pages[1]
    assert [c for c in "页发们" if c in "".join(pages)] == []


def test_letter_paper(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(render(view(edition_of([("0/0", "好。", "Good.")])), replace(OPTIONS, page="letter")))
    assert "612 x 792 pts (letter)" in tool(path, "pdfinfo")


def test_a_paragraph_longer_than_a_page_breaks_and_the_next_still_faces_its_english(tmp_path: Path) -> None:
    zh = "".join(f"第{n}句讲的是江河的水量与水质。" for n in range(150))
    en = " ".join(
        f"Sentence {n} speaks of how much water a river has and how good it is." for n in range(150)
    )
    path = tmp_path / "long.pdf"
    path.write_bytes(
        render(view(edition_of([("0/0", zh, en), ("1/0", "结束语在此。", "Closing words here.")])))
    )
    words = words_of(path)
    text = [word.text for word in words]
    assert len(pages_of(path)) >= 3
    assert [str(n) for n in range(150)] == [b for a, b in pairwise(text) if a == "Sentence"]
    zh_end, en_end = where(words, "结束语在此。"), where(words, "Closing words here.")
    assert zh_end.page == en_end.page == len(pages_of(path))
    # Tops of boxes: the faces differ by 1.4 pt where their baselines are one.
    assert abs(zh_end.top - en_end.top) < 2
    body = [word.top for word in words if word.page == 1 and word.left > 260]
    assert max(body) < 841 - 40


def test_text_stays_text(tmp_path: Path) -> None:
    zh, en = "<script>alert(1)</script>{{ 7 * 7 }}", "<img src=http://a.example/x>{{ 7 * 7 }}{% raw %}"
    path = tmp_path / "hostile.pdf"
    path.write_bytes(render(view(edition_of([("0/0", zh, en)]))))
    text = re.sub(r"\s+", "", "".join(pages_of(path)))
    assert "<script>alert(1)</script>{{7*7}}" in text
    assert "{{7*7}}{%raw%}" in text
    assert "49" not in text


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("江\U0010fffd河", "River", "(U+10FFFD)"),
        ("江河", "River \ue0f0", "(U+E0F0)"),
        ("江\x07河", "River", "(U+0007)"),
    ],
)
def test_a_character_without_a_glyph_fails_and_is_named(zh: str, en: str, said: str) -> None:
    with pytest.raises(MissingPartError) as error:
        render(view(edition_of([("0/0", zh, en)])))
    assert said in error.value.message
    assert "sections/0/paragraphs/0/0" in error.value.message
    assert "fonts-noto-cjk" in error.value.message


def test_a_font_that_is_not_installed_fails_and_is_named() -> None:
    brand = load_brand("center")
    none = dict.fromkeys(brand.fonts["hans"], ("No Such Song",))
    brand = replace(brand, fonts={**brand.fonts, "hans": none})
    with pytest.raises(MissingPartError, match=r"'center' does not name; install one of No Such Song"):
        render(view(edition_of([("0/0", "江河", "River")])), brand=brand)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "../center/logo.svg", "http://a.example/x.png"])
def test_a_brand_reads_nothing_outside_its_folder(tmp_path: Path, address: str) -> None:
    package = load_brand("center")
    folder = tmp_path / "outside"
    shutil.copytree(package.folder, folder)
    template = (folder / "bulletin.html").read_text(encoding="utf-8")
    (folder / "bulletin.html").write_text(
        template.replace("<main>", f'<main><img alt="x" src="{address}">'), encoding="utf-8"
    )
    with pytest.raises(MissingPartError, match="outside the brand's folder"):
        render(view(edition_of([("0/0", "江河", "River")])), brand=replace(package, folder=folder))
