"""Past editions paired: sentences merged, split and missing; what is doubtful is left out and listed."""

from pathlib import Path

import pytest

from workflow import aligning
from workflow.constrain import Terms
from workflow.memory.english import paragraphs, sentences
from workflow.memory.pairing import pair

PAIRS = [
    ("2024年5月7日，跨境流域联合监测会议在昆明市举行。", "The joint monitoring meeting on transboundary basins was held in Kunming on May 7, 2024."),
    ("来自6个国家的120名代表参加了会议。", "A total of 120 representatives from six countries attended the meeting."),
    ("周军表示，水质监测数据应当及时共享。", "Zhou Jun said that water quality monitoring data should be shared in good time."),
    ("泰国专家介绍了湿地恢复的经验。", "Thai experts presented their experience in wetland restoration."),
    ("老挝代表建议为青年科研人员设立培训项目。", "The Lao representative proposed a training program for young researchers."),
    ("会议通过了2024年至2026年的行动计划。", "The meeting adopted an action plan for 2024 to 2026."),
    ("该计划投资300万美元，覆盖12个监测站。", "The plan invests US$3 million and covers 12 monitoring stations."),
    ("李红介绍了生物多样性调查的初步结果。", "Li Hong presented the preliminary results of the biodiversity survey."),
    ("下一次会议将于2025年6月在万象举行。", "The next meeting will be held in Vientiane in June 2025."),
]  # fmt: skip
ZH, EN = [zh for zh, _en in PAIRS], [en for _zh, en in PAIRS]


def paired(folder: Path, terms: Terms, zh: list[str], en: list[str]) -> aligning.Aligned:
    (folder / "zh.txt").write_text("\n\n".join(zh), encoding="utf-8")
    (folder / "en.md").write_text("\n\n".join(en), encoding="utf-8")
    return aligning.align(folder / "zh.txt", folder / "en.md", terms, "Li")


def test_two_files_sentence_by_sentence(tmp_path: Path, terms: Terms) -> None:
    done = paired(tmp_path, terms, ["".join(ZH)], [" ".join(EN)])
    assert [(e.source, e.target) for e in done.entries] == PAIRS
    assert (done.doubtful, {e.reviewer for e in done.entries}, {e.bulletin for e in done.entries}) == (
        (),
        {"Li"},
        {"zh"},
    )
    assert done.entries[1].before == done.entries[0].digest
    assert [c.kind for c in done.entries[0].constraints] == ["date", "term"]


def without(texts: list[str], *gone: int) -> list[str]:
    return [text for at, text in enumerate(texts) if at not in gone]


MERGED = EN[3][:-1] + ", and the Lao representative proposed a training program for young researchers."
SPLIT = [
    "Zhou Jun took the floor.",
    "He said that water quality monitoring data should be shared in good time.",
]
SHAPES = [
    ("missing in the English", ZH, without(EN, 3), without(ZH, 3), ["nothing on the other side"]),
    ("missing in the Chinese", without(ZH, 5), EN, without(ZH, 5), ["nothing on the other side"]),
    ("merged in the English", ZH, [*EN[:3], MERGED, *EN[5:]], without(ZH, 3, 4), ["several Chinese sentences in one pair"]),
    ("split in the English", ZH, [*EN[:2], *SPLIT, *EN[3:]], ZH, []),
    ("something else in its place", ZH, [*EN[:4], "Photographs by the secretariat.", *EN[5:]], without(ZH, 4), ["nothing on the other side"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "kept", "reasons"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_what_does_not_match_is_left_out(
    tmp_path: Path, terms: Terms, zh: list[str], en: list[str], kept: list[str], reasons: list[str]
) -> None:
    done = paired(tmp_path, terms, zh, en)
    assert [e.source for e in done.entries] == kept
    assert [doubt.reason for doubt in done.doubtful] == reasons
    known = dict(PAIRS) | {ZH[2]: " ".join(SPLIT)} if en[2] == SPLIT[0] else dict(PAIRS)
    assert all(e.target == known[e.source] for e in done.entries)


def test_another_bulletins_english_gives_nothing(tmp_path: Path, terms: Terms) -> None:
    other = [
        "The concert began at eight.",
        "Nobody had tickets left.",
        "Children sang, and the audience rose.",
    ] * 3
    done = paired(tmp_path, terms, ZH, other)
    assert done.entries == ()
    assert {text for doubt in done.doubtful for text in doubt.zh} == set(ZH)
    assert [text for doubt in done.doubtful for text in doubt.en] == other


SENTENCES = [
    ("It rose. It fell.", ["It rose.", "It fell."]),
    ("Dr. Li met Mr. J. Smith of the U.S. Embassy. They spoke.", ["Dr. Li met Mr. J. Smith of the U.S. Embassy.", "They spoke."]),
    ('He said, "It works." Then he left.', ['He said, "It works."', "Then he left."]),
    ("Levels rose by 3.5 percent vs. 2.1 in 2023. Why?", ["Levels rose by 3.5 percent vs. 2.1 in 2023.", "Why?"]),
    ("See Fig. 3 and No. 7. The rest follows (p. 12).", ["See Fig. 3 and No. 7.", "The rest follows (p. 12)."]),
    ("No end", ["No end"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), SENTENCES)
def test_english_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_wrapped_lines_are_joined_and_headings_are_not() -> None:
    long = "The joint monitoring meeting on transboundary basins was held in"
    lines = [
        ("Monitoring meeting", 0),
        (long, 0),
        ("Kunming on May 7, 2024.", 0),
        ("It closed.", 0),
        (long, 1),
        ("(more)", 1),
    ]
    assert paragraphs(lines) == [
        "Monitoring meeting",
        f"{long} Kunming on May 7, 2024.",
        "It closed.",
        long,
        "(more)",
    ]


@pytest.mark.parametrize(("first", "second"), [(0, 0), (3, 0), (0, 4), (7, 2), (200, 260)])
def test_every_sentence_is_in_one_bead(first: int, second: int) -> None:
    beads = pair(first, second, lambda zh, en: 1.0 if abs(zh.start - en.start) < 2 else -9.0)
    for side, count in ((0, first), (1, second)):
        spans = [(bead.first, bead.second)[side] for bead in beads]
        assert [n for start, end in spans for n in range(start, end)] == list(range(count))
