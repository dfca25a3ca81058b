"""Find where the wording of a pair can be made wrong: terms, completeness, marks. One function a kind.

Each function takes a pair and returns the edits that it offers, none where the pair has no place for that kind.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from benchmarks.damage_pair import Edit, Entry, Pair, by_zh, entries, figures, like, replaced, terms, words


def term_forbidden(pair: Pair) -> list[Edit]:
    """Put the English that the glossary avoids in place of a term."""
    edits = []
    for term in terms(pair):
        accepted = {entry.en.lower() for entry in by_zh()[term.entry.zh]}
        for form in term.entry.avoid:
            if form.lower() not in accepted and form.lower() not in pair.en.lower():
                new = like(pair.en[term.start : term.end], form)
                edits.append(Edit(term.start, term.end, new, (new,)))
    return edits


def unlike(pair: Pair, entry: Entry) -> list[str]:
    """Return the English of entries of the same kind and shape that share no word, and at most the last character."""
    return [
        other.en
        for other in entries()
        if other.kind == entry.kind
        and other.zh[-1] == entry.zh[-1]
        and other.en[0].isupper() == entry.en[0].isupper()
        and other.en.count(" ") == entry.en.count(" ")
        and not set(other.zh[:-1]) & set(entry.zh)
        and not words(other.en) & words(entry.en)
        and other.en.lower() not in pair.en.lower()
    ]


def term_changed(pair: Pair) -> list[Edit]:
    """Put another term of the same kind in place of a term."""
    edits = []
    for term in terms(pair):
        others = unlike(pair, term.entry)
        if others and term.entry.kind in ("term", "species", "organization", "program", "document", "place"):
            new = like(pair.en[term.start : term.end], others[pair.seed("other") % len(others)])
            edits.append(Edit(term.start, term.end, new, (new,)))
    return edits


def gone(pair: Pair, start: int, end: int) -> Edit:
    """Return the edit that leaves a stretch of the English out."""
    return Edit(start, end, "", (pair.en[start:end].strip(" ,;:."),), gone=True)


def term_dropped(pair: Pair) -> list[Edit]:
    """Leave out an item of a list, or a clause behind a semicolon or at the end."""
    edits = []
    if "、" in pair.zh:
        edits = [gone(pair, *m.span()) for m in pair.finds(r",(?: [\w'-]+){1,4}(?= and [a-z])")]
    clauses = r"; [^;]{15,}(?=\.$)|; [^;]{15,}(?=;)|, (?:with|which|(?!developing|according|neighboring)\w+ing) [^,;]{15,}(?=\.$)"
    return edits or [gone(pair, *m.span()) for m in pair.finds(clauses) if '"' not in m[0]]


def han_left(pair: Pair) -> list[Edit]:
    """Leave a term in Chinese."""
    return [Edit(term.start, term.end, term.entry.zh, (term.entry.zh,)) for term in terms(pair)]


def repeated(pair: Pair) -> list[Edit]:
    """Say a word twice, or the last phrase or a clause three times."""
    small = pair.finds(r"\b(?:the|of|to|in|and|for)\b")[:1]
    tail = pair.finds(r"(?<= )(?:[\w'-]+ ){3}[\w'-]+(?=\.?$)")
    clause = pair.finds(r", [^,;\"]{15,60}(?=[,;])")[:1]
    said = [(m, f"{m[0]} {m[0]}") for m in small]
    said += [(m, " ".join([m[0]] * 3)) for m in tail] + [(m, m[0] * 3) for m in clause]
    return [Edit(*m.span(), text, (text.strip(" ,"),)) for m, text in said]


def truncated(pair: Pair) -> list[Edit]:
    """Break the sentence off in its middle."""
    found = pair.finds(r"\S+")
    if len(found) < 10:
        return []
    last = found[len(found) // 2 - 1]
    start = last.start() + len(last[0].rstrip(",;:"))
    edit = gone(pair, start, len(pair.en))
    return [edit, replace(edit, new=".")]


def untranslated_punctuation(pair: Pair) -> list[Edit]:
    """Leave a mark or a figure in its Chinese width."""
    wide = str.maketrans("0123456789,;:.", "０１２３４５６７８９，；：。")
    edits = replaced(pair, r"(?<=[a-z])[,;:] ", lambda m: m[0].strip().translate(wide))[:1]
    edits += replaced(pair, r"(?<=[a-z])\.$", lambda m: m[0].translate(wide))
    edits += [Edit(*m.span(1), m[1].translate(wide)) for m in figures(pair) if m[1].isdigit()][:1]
    edits += [Edit(*m.span(), f"《{m[1]}》") for m in pair.finds(r'"([^"]+?)"') if "《" in pair.zh][:1]
    return edits


def quote_unbalanced(pair: Pair) -> list[Edit]:
    """Lose one of two quotation marks or brackets."""
    marks = pair.finds('"') if pair.en.count('"') % 2 == 0 else []
    edits = []
    for mark in (*marks, *pair.finds("[()“”]")):
        before = re.search(r"[\w'.,?!-]+$", pair.en[: mark.start()])
        word = before or re.match(r"[\w'-]+", pair.en[mark.end() :])
        edits += [Edit(*mark.span(), "", (word[0],))] if word else []
    return edits


def capital_lost(pair: Pair) -> list[Edit]:
    """Begin the sentence, behind its number or quotation mark, with a small letter."""
    found = pair.finds(r"^(?:[IVX]+\. |\d+\. |[\"(])?([A-Z])(?=[a-z])")
    return [Edit(*m.span(1), m[1].lower()) for m in found]


def spacing(pair: Pair) -> list[Edit]:
    """Put a space too many, or none behind a comma."""
    edits = replaced(pair, r"(?<=[a-z])(?=, )", lambda _: " ")[:1]
    edits += replaced(pair, r"(?<=[a-z],) (?=[a-z])", lambda _: "")[-1:]
    spaces = pair.finds(r"(?<=[a-z]) (?=[a-z])")
    return edits + [Edit(*m.span(), "  ") for m in spaces[len(spaces) // 2 :][:1]]


WORDING: dict[str, Callable[[Pair], list[Edit]]] = {
    "term-forbidden": term_forbidden,
    "term-changed": term_changed,
    "term-dropped": term_dropped,
    "han-left": han_left,
    "repeated": repeated,
    "truncated": truncated,
    "untranslated-punctuation": untranslated_punctuation,
    "quote-unbalanced": quote_unbalanced,
    "capital-lost": capital_lost,
    "spacing": spacing,
}
