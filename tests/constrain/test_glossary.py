"""Reading the glossary: what is accepted, what is refused with file and line, and which file wins."""

import csv
from pathlib import Path

import pytest

from workflow.constrain.glossary import COLUMNS, Glossary, load, package_glossary
from workflow.errors import InputError

FILES = ("documents", "masthead", "organizations", "people", "places", "positions", "programs", "terms")


def sheet(folder: Path, text: str, name: str = "terms.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.fixture(scope="module")
def house() -> Glossary:
    return load([package_glossary()])


def test_only_two_columns_are_required(tmp_path: Path) -> None:
    entry = load([sheet(tmp_path, "zh,en\n湿地,wetland\n")]).preferred("湿地")
    assert entry is not None
    assert (entry.kind, entry.status, entry.targets) == ("term", "preferred", ("wetland",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    assert load([sheet(tmp_path, "zh,en\r\n红树林,mangrove\r\n", encoding=encoding)]).preferred("红树林")


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        ("湿地,wetland\n湿地,marsh\n", 3, "two preferred translations"),
        ("湿地,wetland\n雾霾,\n", 3, "has no English"),
        (",wetland\n", 2, "has no Chinese"),
        ("湿地 ,wetland\n", 2, "stray spaces in zh"),
        ("湿地, wetland\n", 2, "stray spaces in en"),
        ("湿地,wet  land\n", 2, "stray spaces in en"),
        ("湿地,wetland,,term,wanted\n", 2, "unknown status 'wanted'"),
        ("湿地,wetland,,swamp\n", 2, "unknown kind 'swamp'"),
        ("湿地,wetland,,,,marsh|wetland\n", 2, "both wanted and forbidden"),
        ("湿地,wetland,,,preferred\n湿地,wetland,,,forbidden\n", 3, "both wanted and forbidden"),
        ("绿色,green,,,,,,too many\n", 2, "more cells than the header"),
    ],
)
def test_a_broken_row_names_file_and_line(tmp_path: Path, rows: str, line: int, reason: str) -> None:
    path = sheet(tmp_path, ",".join(COLUMNS) + "\n" + rows, "office.csv")
    with pytest.raises(InputError, match=r"'office\.csv' line") as caught:
        load([path])
    assert f"line {line}:" in caught.value.message
    assert reason in caught.value.message


@pytest.mark.parametrize(
    ("text", "reason"), [("source,target\n湿地,wetland\n", "columns zh and en"), ("", "columns")]
)
def test_a_sheet_without_its_columns(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        load([sheet(tmp_path, text)])


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load([tmp_path / "none.csv"])


def test_bytes_of_no_known_encoding(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes(b"zh,en\n\xff\xff\xff,x\n")
    with pytest.raises(InputError, match="neither UTF-8 nor GB 18030"):
        load([path])


def test_a_later_file_replaces_every_row_of_a_source(tmp_path: Path) -> None:
    first = sheet(
        tmp_path, "zh,en,status\n湿地,wetland,\n湿地,marshland,admitted\n红树林,mangrove,\n", "a.csv"
    )
    later = sheet(tmp_path, "zh,en\n湿地,swamp\n", "b.csv")
    glossary = load([first, later])
    entry = glossary.preferred("湿地")
    assert entry is not None
    assert glossary.targets(entry) == ("swamp",)
    assert glossary.preferred("红树林")


def test_spelling_variants_are_one_source(tmp_path: Path) -> None:
    glossary = load([sheet(tmp_path, "zh,en\n澜沧江-湄公河周,Lancang-Mekong Week\n")])
    assert glossary.preferred("澜沧江 — 湄公河周") == glossary.preferred("澜沧江－湄公河周")
    with pytest.raises(InputError, match="two preferred"):
        load([sheet(tmp_path, "zh,en\n中-老,a\n中—老,b\n")])


def test_an_admitted_row_is_accepted_beside_the_preferred_one(tmp_path: Path) -> None:
    rows = "zh,en,en_short,status\n环境署,The Environment Agency,EA,\n环境署,Environment Office,,admitted\n"
    glossary = load([sheet(tmp_path, rows)])
    entry = glossary.preferred("环境署")
    assert entry is not None
    assert glossary.targets(entry) == (
        "The Environment Agency",
        "Environment Agency",
        "EA",
        "Environment Office",
    )


def test_the_digest_follows_what_is_bound_not_how_it_is_written(tmp_path: Path) -> None:
    one = load([sheet(tmp_path, "zh,en\n湿地,wetland\n红树林,mangrove\n", "a.csv")])
    turned = load([sheet(tmp_path, "zh,en\n红树林,mangrove\n湿地,wetland\n", "b.csv", "utf-8-sig")])
    other = load([sheet(tmp_path, "zh,en\n红树林,mangroves\n湿地,wetland\n", "c.csv")])
    blocked = load([tmp_path / "a.csv", sheet(tmp_path, "entry,left,right\n湿地,,公\n", "d.csv")])
    assert one.digest == turned.digest
    assert len({one.digest, other.digest, blocked.digest}) == 3


def test_a_blocking_row_that_blocks_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2: the row blocks nothing"):
        load([sheet(tmp_path, "entry,left,right\n湿地,,\n")])


def test_the_house_glossary_has_one_file_for_each_source(house: Glossary) -> None:
    seen: dict[str, str] = {}
    for name in FILES:
        with (package_glossary() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert list(row) == list(COLUMNS)
                assert seen.setdefault(row["zh"], name) == name, row["zh"]
    assert len(house.entries) > 4500


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("澜沧江-湄公河环境合作中心", "Lancang-Mekong Environmental Cooperation Center"),
        ("绿色澜湄计划", "Green Lancang-Mekong Initiative"),
        ("老挝", "Lao PDR"),
        ("联合国环境规划署", "United Nations Environment Programme"),
        ("一秘", "First Secretary"),
        ("微信公众号", "WeChat Official Account"),
        ("巴黎协定", "Paris Agreement"),
    ],
)
def test_house_terms(house: Glossary, zh: str, en: str) -> None:
    entry = house.preferred(zh)
    assert entry is not None
    assert entry.en == en


@pytest.mark.parametrize("zh", ["互认", "处长", "部长", "总理", "次区域", "局长", "稻田"])
def test_words_whose_english_varies_are_only_suggested(house: Glossary, zh: str) -> None:
    assert house.preferred(zh) is None
    assert house.entries[zh]
