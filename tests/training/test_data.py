"""Training data: nothing held out leaks into it, and one seed gives one file."""

import json
from pathlib import Path
from random import Random

import pytest

from training import data
from training.feeding import Pair
from training.variants import officials, paragraphs, worn

# zh, en; of the held-out ones the first stands between two that would make a paragraph.
PAIRS = [
    ("六月的渡口很忙。", "The ferry is busy in June."),
    ("船工清点了十二根缆绳。", "The boatman counted twelve ropes."),
    ("雨季推迟了两周。", "The rainy season came two weeks late."),
    ("稻农改种了豆子。", "Rice farmers switched to beans."),
    ("豆子救了这一季。", "Beans saved the season."),
    ("新桥通车了。", "The new bridge is open."),
    ("新大桥正式通车。", "The new bridge is open."),
]
HELD = {"船工清点了十二根缆绳。", "新桥通车了。"}
GENERAL = [
    ("猫坐在窗台上看雨。", "The cat sits on the sill and watches the rain."),
    ("他说了很多。", "He said 很多 things to everybody."),
    ("这一行太短，英文却很长。", "word " * 60),
    ("No Chinese here at all", "No Chinese here at all"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    rows = [json.dumps({"zh": zh, "en": en, "terms": []}, ensure_ascii=False) for zh, en in PAIRS]
    (folder / "bulletins-2.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / data.HELD_OUT).write_text("\n".join(sorted(HELD)) + "\n", encoding="utf-8")
    return folder


def made(corpus: Path, out: Path, *arguments: str) -> dict[str, str]:
    data.main(["--corpus", str(corpus), "--out", str(out), *arguments])
    return {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}


def targets(text: str) -> list[str]:
    return [json.loads(line)["tgt"] for line in text.splitlines()]


def test_held_out_pairs_never_reach_the_training_file(corpus: Path, tmp_path: Path) -> None:
    files = made(corpus, tmp_path / "out")
    training = " ".join(targets(files["train.jsonl"]))
    assert "ropes" not in training
    assert "bridge" not in training, "another pair with the English of a held-out one"
    assert "Beans saved" in training
    unseen = targets(files["choose.jsonl"]) + targets(files["final.jsonl"])
    assert sorted(unseen) == ["The boatman counted twelve ropes.", "The new bridge is open."]


def test_paragraphs_never_reach_over_a_held_out_sentence(corpus: Path, tmp_path: Path) -> None:
    joined = [text for text in targets(made(corpus, tmp_path / "out")["train.jsonl"]) if text.count(".") > 1]
    assert joined
    assert not [text for text in joined if "ferry" in text]


def test_conversations_never_reach_over_a_held_out_sentence(corpus: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in made(corpus, tmp_path / "out")["train.jsonl"].splitlines()]
    turns = [[*(answer for _question, answer in row["before"]), row["tgt"]] for row in rows if row["before"]]
    assert turns
    assert not [turn for turn in turns if "ferry" in " ".join(turn)]
    assert ["Rice farmers switched to beans.", "Beans saved the season."] in turns


def test_one_seed_gives_one_file_and_another_seed_another(corpus: Path, tmp_path: Path) -> None:
    first = made(corpus, tmp_path / "a")
    assert made(corpus, tmp_path / "b") == first
    assert made(corpus, tmp_path / "c", "--seed", "2")["train.jsonl"] != first["train.jsonl"]


def test_halves_depend_on_the_sentence_alone() -> None:
    halves = [data.half(f"第{n}句。") for n in range(400)]
    assert 160 < halves.count("choose") < 240
    assert halves == [data.half(f"第{n}句。") for n in range(400)]


def test_only_sound_general_pairs_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "general.tsv"
    path.write_text("\n".join("\t".join(row) for row in GENERAL) + "\nno tab\n", encoding="utf-8")
    assert data.general(path) == [Pair(*GENERAL[0])]


def test_lists_of_officials_give_each_his_own_title() -> None:
    people = [
        Pair(f"{name}，{office}", f"{latin}, {title}")
        for name, office, latin, title in [
            ("高岚", "水务局局长", "Gao Lan", "Director of the Water Bureau"),
            ("丁一", "林业站站长", "Ding Yi", "Head of the Forestry Station"),
            ("苏素", "港务处处长", "Su Su", "Chief of the Port Office"),
            ("白山", "气象台台长", "Bai Shan", "Head of the Weather Station"),
        ]
    ]
    made = list(officials([*people, Pair("高岚，大家好。", "Gao Lan, Hello.")], 40, Random(3)))
    assert len(made) == 40
    for pair in made:
        order = [(p.zh.split("，")[0], p.en) for p in people if p.en in pair.en]
        assert 2 <= len(order) <= 4
        by_chinese = sorted(order, key=lambda item: pair.zh.index(item[0]))
        assert by_chinese == sorted(order, key=lambda item: pair.en.index(item[1]))
    assert {pair.zh for pair in officials(people, 40, Random(3))} == {pair.zh for pair in made}


def test_a_title_is_no_sentence_of_a_paragraph() -> None:
    run = [
        Pair("渡口通航", "Ferry Opens"),
        Pair("船来了。", "The boat came."),
        Pair("人上船。", "People boarded."),
    ]
    assert [pair.zh for pair in paragraphs([run], 9, Random(1))] == ["船来了。人上船。"]


@pytest.mark.parametrize("seed", range(6))
def test_worn_chinese_is_simplified_again_with_its_digits(seed: int) -> None:
    pair = Pair("“湿地”里有12种鸟，占47.3%；后来又来了3种。", "There are 12 birds.", (("湿地", "wetland"),))
    zh = worn(pair, Random(seed)).zh
    assert zh.replace(",", "，").replace(";", "；") == pair.zh
