"""Further training pairs made of the given ones: lists of officials, paragraphs, script and width."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from training.feeding import Pair
from workflow.bulletin import Block, Document
from workflow.clean import clean

SENTENCE_END = ("。", "！", "？")
PERSON_ZH = re.compile(r"(?P<name>[^，。：、]{2,14})，(?P<office>[^，。；！？：、]{4,60})")
PERSON_EN = re.compile(r"(?P<name>[^,.:;]{3,40}), (?P<title>[A-Z].+[^.])")
# Chinese before and after the list, English before and after it; the list is the subject or stands at the end.
LISTS = (
    ("", "出席会议。", "", " attended the meeting."),
    ("", "先后发言。", "", " spoke in turn."),
    ("", "等参加了座谈。", "", " and others took part in the discussion."),
    ("参加会见的还有", "。", "Also present at the meeting were ", "."),
    ("出席开幕式的有", "。", "Present at the opening ceremony were ", "."),
    ("作主旨报告的专家包括", "。", "The experts who gave keynote presentations included ", "."),
    ("研讨会由", "共同主持。", "The seminar was co-chaired by ", "."),
)
HALF = str.maketrans("，：；？！（）", ",:;?!()")
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")


def officials(pairs: Sequence[Pair], count: int, random: Random) -> Iterator[Pair]:
    """Yield sentences that list two to four of the people whose speaker lines are among the pairs."""
    people = []
    for pair in pairs:
        zh, en = PERSON_ZH.fullmatch(pair.zh), PERSON_EN.fullmatch(pair.en)
        if zh and en:
            people.append((zh["office"] + zh["name"], f"{en['name']}, {en['title']}", pair.terms))
    for _number in range(count if len(people) > 3 else 0):
        chosen = random.sample(people, random.randint(2, 4))
        before, after, start, end = random.choice(LISTS)
        *first, last = (person for person, _title, _terms in chosen)
        chinese = f"{before}{'、'.join(first)}{random.choice('和与、')}{last}{after}"
        *first, last = (title for _person, title, _terms in chosen)
        comma = "," if end.startswith(" ") else ""
        terms = tuple(term for *_texts, own in chosen for term in own)
        yield Pair(chinese, f"{start}{'; '.join(first)}; and {last}{comma}{end}", terms)


def stretches(runs: Sequence[Sequence[Pair]], count: int, random: Random) -> Iterator[list[Pair]]:
    """Yield two to four sentences that follow one another in a run, at most `count` times."""
    starts = [(run, i) for run in runs for i in range(len(run) - 1)]
    for run, start in random.sample(starts, min(count, len(starts))):
        together = []
        for pair in run[start : start + random.randint(2, 4)]:
            if not pair.zh.endswith(SENTENCE_END):
                break
            together.append(pair)
        if len(together) > 1:
            yield together


def paragraphs(runs: Sequence[Sequence[Pair]], count: int, random: Random) -> Iterator[Pair]:
    """Yield paragraphs of two to four sentences that follow one another in a run."""
    for together in stretches(runs, count, random):
        terms = tuple(dict.fromkeys(term for pair in together for term in pair.terms))
        yield Pair("".join(p.zh for p in together), " ".join(p.en for p in together), terms)


def worn(pair: Pair, random: Random) -> Pair:
    """Return a pair whose Chinese went through Traditional script or other widths and then through CLEAN.

    What CLEAN does not restore is what the model meets in a build.
    """
    from opencc import OpenCC

    if random.random() < 0.5:
        text = OpenCC("s2twp").convert(pair.zh).translate(str.maketrans("“”‘’", "「」『』"))
    else:
        text = pair.zh.translate(WIDE)
        text = "".join(c.translate(HALF) if random.random() < 0.7 else c for c in text)
    cleaned = clean(Document("pair.txt", text, (Block.of(text, 0, 1),)))
    zh = cleaned.blocks[0].text if cleaned.blocks else pair.zh
    return replace(
        pair, zh=unicodedata.normalize("NFC", zh), terms=tuple(t for t in pair.terms if t[0] in zh)
    )
