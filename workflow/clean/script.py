"""Turn Traditional script into Simplified: OpenCC, each change recorded; detection by what OpenCC would change."""

import difflib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from workflow.bulletin import Block, Document
from workflow.clean import taiwan
from workflow.clean.characters import substitute
from workflow.i18n import N_

if TYPE_CHECKING:
    from opencc import OpenCC

TRADITIONAL_SHARE = 0.06
REASON = N_("Traditional to Simplified")
QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’"}
# Kind of Traditional script → OpenCC's conversion to Simplified; kind → its conversion to that kind's own forms.
KINDS = {"hant": "t2s", "hk": "hk2s", "tw": "tw2s"}
FORMS = {"hant": "hk2t", "hk": "t2hk", "tw": "t2tw"}
WORDING = N_("word of Taiwan")
SAMPLE = 20_000


def convert_script(document: Document) -> Document:
    """Return the document in Simplified Chinese; `script` says what it was, the setting "script" of which kind.

    A text counts as Traditional when OpenCC's t2s changes more than 6 % of its Han characters: ordinary
    Traditional text changes 25 to 40 %, Simplified text with a few names in old forms under 1 %. The setting, where
    front matter gives it (hans, hant, hk, tw), comes before detection.
    """
    text = "\n".join(block.text for block in document.blocks)
    told = dict(document.settings).get("script")
    kind = told or (kind_of(text) if _is_traditional(text) else "hans")
    if kind == "hans":
        return document
    converter = _converter(KINDS[kind])
    blocks = tuple(_simplify(block, converter.convert(block.text)) for block in document.blocks)
    if kind == "tw":
        blocks = tuple(map(_exchange_words, blocks))
    settings = {**dict(document.settings), "script": kind}
    if "title" in settings:
        settings["title"] = converter.convert(settings["title"])
    return replace(document, blocks=blocks, script="hant", settings=tuple(settings.items()))


def kind_of(text: str) -> str:
    """Return which kind of Traditional a text is: "hant" (the mainland's and older print), "hk" or "tw".

    The standards choose other forms of some characters (爲 裏 衛, 為 裏 衞, 為 裡 衛): a text is of the kind whose
    forms it holds most of. Where two kinds fit alike, a word of Taiwan's own makes it Taiwan's.
    """
    text = text[:SAMPLE]
    away = {kind: _differences(text, _converter(name).convert(text)) for kind, name in FORMS.items()}
    nearest = [kind for kind, count in away.items() if count == min(away.values())]
    if len(nearest) == 1:
        return nearest[0]
    return "tw" if taiwan.PATTERN.search(_converter(KINDS["tw"]).convert(text)) else "hant"


def originals(document: Document) -> tuple[tuple[str, str], ...]:
    """Return each cleaned block of a Traditional document with the same text in the source's own characters.

    A block in which the conversion changed the length has no such text and is left out.
    """
    if document.script == "hans":
        return ()
    pairs = ((block.text, _unconverted(block)) for block in document.blocks)
    return tuple((text, original) for text, original in pairs if original is not None)


@cache
def _converter(name: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(name)


def _is_traditional(text: str) -> bool:
    han = "".join(c for c in text if "\u3400" <= c <= "\u9fff")
    return bool(han) and _differences(han, _converter("t2s").convert(han)) / len(han) >= TRADITIONAL_SHARE


def _differences(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False))


def _unconverted(block: Block) -> str | None:
    """Return the block's raw text with every edit replayed but the conversion of its script."""
    text = block.raw
    for edit in block.edits:
        if edit.reason not in (REASON, WORDING):
            text = text[: edit.start] + edit.after + text[edit.end :]
        elif len(edit.before) != len(edit.after):
            return None
    return text


def _simplify(block: Block, converted: str) -> Block:
    for old, new in QUOTES.items():
        converted = converted.replace(old, new)
    if len(converted) == len(block.text):
        spans = _runs(block.text, converted)
    else:
        matcher = difflib.SequenceMatcher(None, block.text, converted, autojunk=False)
        spans = [(a, b, converted[c:d]) for op, a, b, c, d in matcher.get_opcodes() if op != "equal"]
    return substitute(block, spans, REASON)


def _exchange_words(block: Block) -> Block:
    found = taiwan.PATTERN.finditer(block.text)
    return substitute(block, ((m.start(), m.end(), taiwan.WORDS[m[0]]) for m in found), WORDING)


def _runs(before: str, after: str) -> list[tuple[int, int, str]]:
    """Return the stretches in which two texts of one length differ."""
    spans: list[tuple[int, int, str]] = []
    for i, (a, b) in enumerate(zip(before, after, strict=True)):
        if a == b:
            continue
        if spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1, spans[-1][2] + b)
        else:
            spans.append((i, i + 1, b))
    return spans
