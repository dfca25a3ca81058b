"""What a model adds is told from what the Chinese asks for; sentences to count on come from files that nobody trained on."""

from pathlib import Path

import pytest

from training.additions import kinds, untrained
from training.data import GENERAL

ADDED = [
    ("会议结束。", "1. The meeting ended.", ["numbering"]),
    ("会议结束。", "- The meeting ended.", ["numbering"]),
    ("会议结束。", "English: The meeting ended.", ["remark", "prefix"]),
    ("会议结束。", "The meeting ended. I apologize for any confusion.", ["remark", "apology", "no translation"]),
    ("会议结束。", "**The meeting** ended.", ["remark", "markup"]),
    ("会议结束。", "La réunion est finie et les invités sont dans la salle.", ["other language", "no translation"]),
    ("会议结束。", "", ["empty"]),
    ("会议结束。", "The meeting ended.", []),
    ("一、会议结束。", "1. The meeting ended.", []),
    ("（二）防治污染", "2) Pollution Control", []),
    ("A. 会议结束。", "A. The meeting ended.", []),
    ("答：会议结束。", "Answer: The meeting ended.", []),
    ("对不起，会议结束了。", "Sorry, the meeting is over.", []),
    ("附件用`ls`列出。", "The annexes are listed with ```ls```.", []),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "expected"), ADDED)
def test_additions_are_told(zh: str, en: str, expected: list[str]) -> None:
    assert kinds(zh, en) == expected


def test_further_sentences_come_from_every_untrained_file(tmp_path: Path) -> None:
    for name in ("a", "b", next(iter(GENERAL))):
        rows = [
            f"{name}渡口今天第{n}班船准时到。\tFerry number {n} of {name} came in time today.\n"
            for n in range(50)
        ]
        (tmp_path / f"{name}.tsv").write_text("".join(rows), encoding="utf-8")
    found = [pair.zh[0] for pair in untrained(tmp_path, 11)]
    assert len(found) == 11
    assert set(found) == {"a", "b"}
