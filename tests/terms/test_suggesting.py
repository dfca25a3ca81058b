"""terms suggest: unknown names and recurring compounds of bulletins, with what is known of their English."""

import csv
import io
from pathlib import Path

import pytest

from workflow.constrain import Terms
from workflow.constrain.entries import COLUMNS
from workflow.terms import suggesting
from workflow.terms.compounds import BLANK, recurring
from workflow.terms.suggesting import Candidate

LEAD = "2024年6月3日，溪源流域治理研讨会召开。\n\n"


def candidates(folder: Path, terms: Terms, *texts: str) -> list[Candidate]:
    sources = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(LEAD + text + "\n", encoding="utf-8")
        sources.append(suggesting.open_source(path, terms))
    return suggesting.suggest(sources, terms)


@pytest.mark.parametrize(
    ("sentence", "kind", "zh", "english"),
    [
        ("专家来自溪源流域环境科学研究院。", "organization", "溪源流域环境科学研究院", ""),
        (
            "会议由老挝国家可持续农业研究院主办。",
            "organization",
            "老挝国家可持续农业研究院",
            "老挝 = Lao PDR",
        ),
        ("代表们访问了溪源和平发展基金会。", "organization", "溪源和平发展基金会", ""),
        (
            "会议通过了《溪源河流域红树林保护公约》。",
            "document",
            "溪源河流域红树林保护公约",
            "红树林 = mangrove",
        ),
        ("代表们在溪源市考察。", "place", "溪源市", "Xiyuan"),
        ("项目在溪源县实施。", "place", "溪源县", "Xiyuan County"),
        ("会议启动“清流同行”行动。", "program", "“清流同行”行动", ""),
        ("会议发布“溪源青年使者计划”。", "program", "溪源青年使者计划", ""),
        ("老挝自然资源与环境部司长皮埃尔·杜邦表示，水质改善了。", "person", "皮埃尔·杜邦", "Pi'ai'er Dubang"),
    ],
)
def test_what_is_found(tmp_path: Path, terms: Terms, sentence: str, kind: str, zh: str, english: str) -> None:
    found = {candidate.zh: candidate for candidate in candidates(tmp_path, terms, sentence)}
    assert zh in found, sorted(found)
    assert found[zh].kind == kind
    assert english in found[zh].english
    (seen,) = found[zh].seen
    assert (seen.path.name, seen.sentence) == ("0.txt", sentence)
    assert seen.slot.startswith("sections/")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("生态环境部和联合国环境规划署参加会议。", id="known bodies"),
        pytest.param("《巴黎协定》得到落实。", id="known title"),
        pytest.param("各研究院、高校和相关协会参加会议。", id="common nouns"),
        pytest.param("代表们在昆明市和云南省考察。", id="known places"),
        pytest.param("“一带一路”倡议和绿色澜湄计划得到落实。", id="known programmes"),
        pytest.param("会议举办了“澜湄周”系列活动。", id="known name in quotes"),
    ],
)
def test_what_is_known_is_no_candidate(tmp_path: Path, terms: Terms, sentence: str) -> None:
    assert [c.zh for c in candidates(tmp_path, terms, sentence)] == []


def test_candidates_are_ranked_by_kind_and_count_over_all_bulletins(tmp_path: Path, terms: Terms) -> None:
    one = "代表们在溪源市考察。专家来自北溪环境科学研究院。"
    two = "代表们在溪源市考察。专家来自南溪环境科学研究院。会议由南溪环境科学研究院主办。"
    found = candidates(tmp_path, terms, one, two)
    assert [(c.kind, c.zh, c.count) for c in found] == [
        ("organization", "南溪环境科学研究院", 2),
        ("organization", "北溪环境科学研究院", 1),
        ("place", "溪源市", 2),
    ]
    assert [seen.path.name for seen in found[-1].seen] == ["0.txt", "1.txt"]


def test_recurring_compounds_come_last(tmp_path: Path, terms: Terms) -> None:
    text = "早期保存率偏低。提高保存率是关键。专家认为，保存率不足三成。"
    assert [(c.kind, c.zh, c.count) for c in candidates(tmp_path, terms, text)] == [("term", "保存率", 3)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["建沉沙池。", "修沉沙池两座", "沉沙池，"], {"沉沙池": 3}, id="free on both sides"),
        pytest.param(["沉沙池。", "沉沙池。"], {}, id="too seldom"),
        pytest.param(
            ["建沉沙池塘。", "修沉沙池塘两座", "沉沙池塘，"], {"沉沙池塘": 3}, id="a piece of a longer one"
        ),
        pytest.param(
            [f"沉沙池{BLANK}。", f"修沉沙池{BLANK}", f"沉沙池{BLANK}"], {}, id="always before what is known"
        ),
        pytest.param(["建的沙池。", "修的沙池两座", "的沙池，"], {}, id="begins as no word does"),
        pytest.param(["积极参与，", "要积极参与", "积极参与方"], {}, id="a word of any bulletin"),
    ],
)
def test_recurring_strings(texts: list[str], expected: dict[str, int]) -> None:
    assert recurring(texts) == expected


def test_the_publisher_is_suggested_with_its_own_english(tmp_path: Path, terms: Terms) -> None:
    path = tmp_path / "own.txt"
    path.write_text(
        "溪源河流域环境合作中心\nXiyuan River Basin Environmental Cooperation Center\n\n简报\n\n2024年 第2期\n\n"
        "溪源河治理研讨会召开\n\n会议在昆明市召开。\n",
        encoding="utf-8",
    )
    found = suggesting.suggest([suggesting.open_source(path, terms)], terms)
    assert [(c.zh, c.english) for c in found if c.kind == "organization"] == [
        ("溪源河流域环境合作中心", "Xiyuan River Basin Environmental Cooperation Center")
    ]


def test_the_sheet_has_the_columns_of_the_glossary(tmp_path: Path, terms: Terms) -> None:
    found = candidates(tmp_path, terms, "=代表们在溪源市考察。")
    rows = list(csv.DictReader(io.StringIO(suggesting.as_csv(found).decode("utf-8-sig"))))
    assert tuple(rows[0])[: len(COLUMNS)] == COLUMNS
    assert {name: rows[0][name] for name in ("zh", "en", "kind", "note", "count", "sentence")} == {
        "zh": "溪源市",
        "en": "",
        "kind": "place",
        "note": "Xiyuan",
        "count": "1",
        "sentence": "'=代表们在溪源市考察。",
    }
