"""Cut English text into sentences, and lines that were wrapped back into paragraphs."""

import re
from collections.abc import Sequence

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no nos fig figs vol art sec approx ca cf vs etc e.g i.e co ltd inc corp jr sr gen rev hon "
    "jan feb mar apr jun jul aug sept sep oct nov dec p pp ed eds ph.d u.s u.n u.k a.m p.m dept est".split()
)
END = re.compile(r"""[.!?]+["”’')\]]*(?=\s+["“‘'(\[]?[A-Z0-9])""")
SENTENCE_END = re.compile(r"""[.!?:;]["”’')\]]*$""")
WRAPPED = 60  # characters that a line has at least when the next one goes on with it


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; joined by blanks they are the paragraph, runs of white space apart.

    A full stop ends none after a known abbreviation or a single capital (J. Smith).
    """
    text = " ".join(text.split())
    found: list[str] = []
    start = 0
    for match in END.finditer(text):
        word = text[start : match.start()].rpartition(" ")[2].strip("(\"“‘'")
        if match[0][0] == "." and (
            word.casefold() in ABBREVIATIONS or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word)
        ):
            continue
        found.append(text[start : match.end()])
        start = match.end() + 1
    return [one for one in (*found, text[start:]) if one]


def paragraphs(lines: Sequence[tuple[str, int]]) -> list[str]:
    """Return the paragraphs of lines, each with the number of blank lines before it.

    A line goes on in the next where no blank line parts them, the first is long and ends no sentence.
    """
    joined: list[str] = []
    last = ""
    for text, blank in lines:
        if joined and not blank and len(last) >= WRAPPED and not SENTENCE_END.search(last):
            joined[-1] += " " + text.strip()
        else:
            joined.append(text.strip())
        last = text.strip()
    return joined
