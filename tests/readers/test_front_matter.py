"""Front matter sets title, issue, date, brand and script; what cannot be used is named with its line."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import ROOT
from tests.test_lossless import check_lossless
from workflow.bulletin import Issue
from workflow.clean import clean
from workflow.config import Settings
from workflow.engines.scripted import ScriptedEngine
from workflow.errors import InputError
from workflow.pipeline import Given, Services, Watch, build
from workflow.readers import read
from workflow.readers.text import document
from workflow.render.brand import load_brand
from workflow.structure import parse
from workflow.workshop import open_terms

BODY = "简报\n\n第7期\n\n座谈会召开\n\n2024年5月24日，座谈会在岭州市召开，代表们讨论了合作。\n"


def write(folder: Path, head: str, name: str = "a.md") -> Path:
    path = folder / name
    path.write_bytes((head + BODY).encode())
    return path


READ = [
    (
        "title: 流域座谈会\nissue: 2024-3\ndate: 2024-05-28\nbrand: center",
        {"title": "流域座谈会", "issue": "2024-3", "date": "2024-05-28", "brand": "center"},
    ),
    ('title: "流域：座谈会"\n# 注\nissue: 2024年第3期', {"title": "流域：座谈会", "issue": "2024-3"}),
    ("Date: 2024年5月8日\nScript: HK", {"date": "2024-05-08", "script": "hk"}),
    ("title: >\n  流域\n  座谈会\ndate: 2024/5/8", {"title": "流域 座谈会", "date": "2024-05-08"}),
]


@pytest.mark.parametrize(("yaml", "settings"), READ, ids=[yaml for yaml, _ in READ])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_front_matter(yaml: str, settings: dict[str, str], end: str, name: str, tmp_path: Path) -> None:
    head = f"---\n{yaml}\n---\n".replace("\n", end)
    document = read(write(tmp_path, head, name))
    assert dict(document.settings) == settings
    assert document.removed[0].reason == "front matter"
    assert document.blocks[0].text == "简报"
    check_lossless(clean(document))


@pytest.mark.parametrize(("given", "brand"), [(None, "blue"), ("center", "center")])
def test_the_brand_of_a_text_comes_before_settings_and_after_the_command_line(
    given: str | None, brand: str, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "templates" / "center", tmp_path / "templates" / "blue")
    settings = Settings(formats=(), office=tmp_path)
    services = Services(
        open_terms(settings), ScriptedEngine({}, "The meeting was held."), load_brand("center")
    )
    source = write(tmp_path, "---\nbrand: blue\n---\n")
    built = build(source, tmp_path / "build", settings, services, Given(brand=given), Watch())
    assert dict(built.edition.manifest.options)["brand"] == brand


def test_front_matter_comes_before_the_lines_of_the_text(tmp_path: Path) -> None:
    head = "---\ntitle: 流域座谈会\nissue: 2023-12\ndate: 2023-12-01\n...\n"
    bulletin = parse(clean(read(write(tmp_path, head)))).bulletin
    assert (bulletin.title, bulletin.issue, bulletin.date) == ("流域座谈会", Issue(2023, 12), "2023-12-01")


@pytest.mark.parametrize(
    "head",
    [
        "---\n\n",
        "---\n座谈会\n---\n",
        "---\n- 一项\n---\n",
        "\n---\ntitle: 甲\n---\n",
        "---\ntitle: 甲\n\n",
        "",
    ],
)
def test_what_is_no_front_matter_stays_text(head: str, tmp_path: Path) -> None:
    document = read(write(tmp_path, head))
    assert document.settings == ()
    check_lossless(clean(document))


WRONG = [
    ("titel: 甲", 2, "'titel' is none of title, issue, date, brand, script"),
    ("title: 甲\nissue: 三", 3, "issue '三' cannot be used"),
    ("title: 甲\ndate: 2024-02-30", 3, "date '2024-02-30'"),
    ("title: 甲\nissue: 2024-0", 3, "issue '2024-0'"),
    ("title: [甲, 乙]", 2, "more than one plain text"),
    ("title: 甲\ntitle: 乙", 3, "'title' stands twice"),
    ("title: '甲\ndate: 2024-05-28", 3, "front matter"),
    ("title: 甲\n\tdate: 2024-05-28", 3, "front matter"),
    ("title: *甲", 2, "front matter"),
    ("title: 甲\ndate", 3, "front matter"),
    ("title:", 2, "title ''"),
    ("script: latin", 2, "script 'latin'"),
    ("a: &a [x, x]\nb: &b [*a, *a]", 2, "more than one plain text"),
    ("title: " + "[" * 5000, 2, "nested too deeply"),
]


@pytest.mark.parametrize(("yaml", "line", "words"), WRONG, ids=[yaml for yaml, *_ in WRONG])
def test_bad_front_matter_names_its_line(yaml: str, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(write(tmp_path, f"---\n{yaml}\n---\n"))
    assert f"line {line}:" in caught.value.message
    assert words in caught.value.message
    assert "\n" not in caught.value.message


LINES = st.one_of(
    st.sampled_from(
        "--- ... title: date: issue: brand: - [ ] { } & * ! | > ' \" # % @ ` 2024-3 2024-05-28 甲 : \t".split(
            " "
        )
    ),
    st.text(max_size=5),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(LINES, max_size=4).map("".join), max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_head_is_read_or_refused(lines: list[str], end: str) -> None:
    raw = end.join(["---", *lines, "---", "座谈会召开。"])
    with suppress(InputError):
        check_lossless(clean(document(Path("a.txt"), raw)))
