"""What is counted on translations beside BLEU and chrF: English copied, Han left, loops, notes, lengths."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.retries import HAN_TEXT

Figures = dict[str, float | int | str]

SHORT, LONG = 0.5, 2.0  # times the reference's characters
# What a model adds to a translation: a note, an apology, an announcement, another turn of the conversation.
NOTE = re.compile(
    r"\b(?:translator'?s? )?notes?:|\btranslation:|\bhere is\b.{0,40}\btranslation\b|\bas an ai\b|\bi(?:'m| am) sorry\b"
    r"|<\|im_|```|^(?:sure|certainly)[,!.]|\n",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Translation:
    """Hold a question as the engine was fed it, the English, the reference, and which fed English was kept.

    `copied` says for each English that was fed whether it stands in the answer letter by letter, capitals aside; `kept`
    whether verification finds it.
    """

    fed: str
    english: str
    reference: str
    copied: tuple[bool, ...] = ()
    kept: tuple[bool, ...] = ()


def copies(fed: Sequence[str], english: str) -> tuple[bool, ...]:
    """Return for each fed English whether it stands in an answer as often as it was fed, capitals aside."""
    folded = english.casefold()
    asked: dict[str, int] = {}
    found = []
    for text in fed:
        asked[text] = asked.get(text, 0) + 1
        found.append(folded.count(text.casefold()) >= asked[text])
    return tuple(found)


def measures(translations: Sequence[Translation]) -> Figures:
    """Return the figures of a set of translations by name; scores and shares in per cent."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    english, references = [t.english for t in translations], [[t.reference for t in translations]]
    bleu, chrf = BLEU(), CHRF()
    lengths = [len(t.english) / max(1, len(t.reference)) for t in translations]
    return {
        "sentences": len(translations),
        "chrF": round(chrf.corpus_score(english, references).score, 2),
        "BLEU": round(bleu.corpus_score(english, references).score, 2),
        "English fed": sum(len(t.copied) for t in translations),
        "copied %": _share([copied for t in translations for copied in t.copied]),
        "verified %": _share([kept for t in translations for kept in t.kept]),
        "Han left": sum(bool(HAN_TEXT.search(text)) for text in english),
        "notes": sum(bool(NOTE.search(t.english)) and not NOTE.search(t.reference) for t in translations),
        "short %": _share([length < SHORT for length in lengths]),
        "long %": _share([length > LONG for length in lengths]),
        "chrF signature": str(chrf.get_signature()),
        "BLEU signature": str(bleu.get_signature()),
    }


def _share(found: Sequence[bool]) -> float | str:
    return round(100 * sum(found) / len(found), 2) if found else "–"


def table(columns: dict[str, Figures]) -> str:
    """Return figures as a Markdown table, a set of translations a column; signatures stand below it."""
    names = list(dict.fromkeys(name for figures in columns.values() for name in figures))
    shown = [name for name in names if not name.endswith("signature")]
    lines = [f"| | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(str(f.get(name, '')) for f in columns.values())} |" for name in shown]
    signatures = {str(f[name]) for f in columns.values() for name in names if name not in shown and name in f}
    return "\n".join([*lines, "", *sorted(signatures)])
