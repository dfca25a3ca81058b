"""Turns before a source are tokens as in training; neighbours stand in one text; what is counted is what is said."""

import json
from pathlib import Path
from typing import Any

import pytest

from training import context
from training.context import last_of, neighbours, pronouns, references_kept, significance
from training.data import HELD_OUT, half
from training.measures import Translation
from training.watched import EXAMPLES, INSTRUCTION, Watched

# Of the held-out ones the second of a text, a title, the first after a title, the first of a file.
LINES = ["船来了。", "人上船。", "渡口通航", "新桥通车了。", "鱼回来了！"]
HELD = {"人上船。", "渡口通航", "新桥通车了。", "船来了。"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    rows = [json.dumps({"zh": zh, "en": zh, "terms": []}, ensure_ascii=False) + "\n" for zh in LINES]
    for name in ("bulletins-2.jsonl", "grammar.jsonl"):
        (tmp_path / name).write_text("".join(rows), encoding="utf-8")
    (tmp_path / HELD_OUT).write_text("\n".join(sorted(HELD)), encoding="utf-8")
    return tmp_path


def test_neighbours_are_held_out_sentences_after_a_sentence_of_their_text(corpus: Path) -> None:
    found = [
        (before.zh, pair.zh) for name in ("choose", "final") for before, pair in neighbours(corpus, name)
    ]
    assert found == [("船来了。", "人上船。")]
    assert [pair.zh for _before, pair in neighbours(corpus, half("人上船。"))] == ["人上船。"]


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("The boat came. People boarded.", 2, "People boarded."),
        ('"Go!" he said. "Now."', 2, '"Now."'),
        ("The boat came at 3.5 knots. It left.", 2, "It left."),
        ("The boat came.", 2, None),
        ("One. Two. Three.", 2, None),
    ],
)
def test_last_sentence_is_taken_where_their_number_fits(text: str, count: int, expected: str | None) -> None:
    assert last_of(text, context.SENTENCE.split, count) == expected


def test_pronouns_are_told() -> None:
    assert pronouns("She took her boat; they followed.") == {"she", "they"}
    assert pronouns("The ferry of the theater is here.") == frozenset()


def test_pronouns_and_names_that_nobody_fed_are_counted() -> None:
    rows = [
        Translation("她说，中心很好。", "He said the center is good.", "She said the Center is good."),
        Translation(
            "她在Kunming，中心很好。",
            "She said the Center in Kunming is.",
            "She said the Center in Kunming is.",
        ),
        Translation("鱼回来了。", "The fish are back.", "The fish are back."),
    ]
    assert references_kept(rows) == {"pronouns right": "1 of 2", "names not fed": "1 of 2"}


class Reader(Watched):
    """Read prompts without a model."""

    def __init__(self, tokenizer: Any, *, untuned: bool) -> None:
        self._tokenizer = tokenizer
        self.turns = {}
        self.untuned = untuned


def test_turns_before_a_source_are_those_of_training(tokenizer: Any) -> None:
    from training.feeding import Example
    from training.prompts import tokens_of

    turns = (("船来了。", "The boat came."), ("人上船。", "People boarded."))
    reader = Reader(tokenizer, untuned=False)
    reader.turns["船走了。"] = turns
    trained = tokens_of(Example("船走了。", "It left.", before=turns), tokenizer)
    start, _end = trained.answers[-1]
    assert reader.prompt("船走了。") == [tokenizer.id_to_token(i) for i in trained.ids[:start]]
    alone = tokens_of(Example("船来了。", "It left."), tokenizer)
    assert reader.prompt("船来了。") == [tokenizer.id_to_token(i) for i in alone.ids[: alone.answers[0][0]]]


def test_an_untuned_model_is_instructed_in_every_turn(tokenizer: Any) -> None:
    reader = Reader(tokenizer, untuned=True)
    ids = [tokenizer.token_to_id(token) for token in reader.prompt("船走了。")]
    text = tokenizer.decode(ids, skip_special_tokens=False)
    assert text.count(INSTRUCTION) == 1 + len(EXAMPLES)
    assert text.endswith(INSTRUCTION + "船走了。<|im_end|>\n<|im_start|>assistant\n")


def test_a_better_way_is_told_from_chance() -> None:
    said = ["The ferry was busy in June.", "Farmers grew beans."] * 10
    worse = [Translation(text, text.replace("busy", "red").replace("beans", "it"), text) for text in said]
    right = [Translation(text, text, text) for text in said]
    chance = significance({"alone": worse, "turn": right, "text": worse})
    assert set(chance) == {"turn", "text"}
    assert chance["turn"] < 0.05
    assert chance["text"] == 1
