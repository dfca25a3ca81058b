"""Read CC-CEDICT, the free Chinese-English dictionary: what a word may be called in English, and of what kind it is."""

import re
from functools import lru_cache
from typing import Literal

from workflow.checks.words import roots
from workflow.constrain.cedict import glosses

Kind = Literal["name", "verb", "noun"]
# Chinese inside a gloss, with its pinyin: 國家|国家[guo2 jia1].
QUOTED = re.compile(r"[\u3400-\u9fff·]+(?:\|[\u3400-\u9fff·]+)?(?:\[[^\]]*\])?")
# What a dictionary says about a word and not as its English.
REMARKS = re.compile(
    r"\b(?:CL:[^/]*|abbr\.? (?:for|of)|(?:old )?variant of|see also|see|also (?:written|called|known as)"
    r"|lit\.|fig\.|esp\.|usu\.|loanword|idiom|coll\.|bot\.|zoology|Tw|PRC|Taiwan pr\.|used in|surname)"
)
VAGUE = roots(
    "something somebody someone person people thing kind type sort used make become variant particular "
    "especially usually literally figuratively"
)
# In the gloss of a place: its class and what it lies in. "Deyang prefecture-level city in Sichuan" is Deyang.
WITHIN = re.compile(r",| in | \(")
CLASSES = roots(
    "county city province district prefecture level autonomous capital town river lake region island municipality "
    "country state peninsula mountain north south east west northeast northwest southeast southwest"
)
NAME = re.compile("[A-Z][a-z]")
VERB = re.compile(r"(?:\([^)]*\) ?)?to ")


@lru_cache(maxsize=32768)
def look_up(word: str) -> tuple[frozenset[str], Kind] | None:
    """Return the stems of a word's glosses and its kind, or None where the dictionary lacks it."""
    gloss = glosses().get(word)
    if gloss is None:
        return None
    bare = gloss if gloss.isascii() else QUOTED.sub(" ", gloss)
    found: set[str] = set()
    texts: list[str] = []
    named = verb = noun = False
    for sense in REMARKS.sub(" ", bare).strip("/").split("/"):
        text = sense.strip()
        if text[:1].isupper() and NAME.match(text):
            named = True
            head = roots(WITHIN.split(text)[0]) - CLASSES
            found |= head or roots(text)
        elif text:
            verb = verb or VERB.match(text) is not None
            noun = noun or not verb
            texts.append(text)
    found |= roots(" ".join(texts))
    kind: Kind = "verb" if verb else "name" if named and not noun else "noun"
    return frozenset(found - VAGUE), kind
