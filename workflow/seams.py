"""Mend an engine's English where known English was put into it: articles, words said twice, dates, marks.

An engine copies a name as it was fed and may forget what belongs around it. A rule here is one that a copy editor applies
without a look at the Chinese.
"""

import re
from collections.abc import Iterator, Sequence

from workflow.constrain.articles import takes_an
from workflow.constrain.calendar_forms import MONTH
from workflow.constrain.documents import SMALL_IN_TITLES
from workflow.constrain.offices import with_article
from workflow.units import Constraint

# Replace start:end of a text by another text.
Edit = tuple[int, int, str]

WITHOUT_DAY = (
    rf"(?=(?:early |late |mid-)?{MONTH}(?: \d{{4}})?\b(?! \d| (?:day|night|morning|evening|weekend)s))"
)
DAY = rf"{MONTH} \d{{1,2}}(?:-\d{{1,2}})?(?:, \d{{4}})?"
SMALL = "the|of|a|an|in|on|at|to|for|by|with|and|from|has|have|will"
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # Said twice: a small word, with or without its article; a courtesy title; the short form of （以下简称…）.
    (re.compile(rf"(?<![\w-])(?P<word>{SMALL}) (?P=word)(?![\w-])"), r"\g<word>"),
    (re.compile(r"\b(?P<word>of|in|on|at|to|for|by|with|from) the (?P=word) the\b"), r"\g<word> the"),
    (re.compile(r"\b(?P<word>Mr|Ms|Mrs|Dr|Prof)\. (?P=word)\. "), r"\g<word>. "),
    (re.compile(r"(\([A-Z]{2,}\)) \1"), r"\1"),
    (re.compile(r"\bThe the\b"), "The"),
    # Two articles: the second belongs to the name.
    (re.compile(r"\b[Aa]n? (?=the [A-Za-z])"), ""),
    # A month without a day and a year take "in", a day takes "on".
    (re.compile(rf"\bon {WITHOUT_DAY}"), "in "),
    (re.compile(rf"\bOn (?:(?=\d{{4}}, )|{WITHOUT_DAY})"), "In "),
    (re.compile(rf"\bin (?={MONTH} \d{{1,2}}, \d{{4}})"), "on "),
    (re.compile(rf"\bIn (?={MONTH} \d{{1,2}}, \d{{4}})"), "On "),
    # Marks where two pieces meet.
    (re.compile(r'(?<=[\w)"”]) +(?=[,;:](?:\s|$)|[.?!]$)'), ""),
    (re.compile(r",(?: ?,)+"), ","),
    # Two clauses met between an infinitive's "to" and its verb.
    (
        re.compile(
            r"(?<=\bto),(?= (?:further|jointly|actively|fully|continue|deepen|strengthen|promote|enhance) )"
        ),
        "",
    ),
    (re.compile(r"[,;:] ?(?=[.?!]$)"), ""),
    (re.compile(r"(?<=[a-z]{3})\.\.(?=$| [A-Z])"), "."),
)
# A bare date at the head of a sentence, as the Chinese has it.
HEAD_ZH = re.compile("^[^，。；]{0,12}[年月日号][，,]?")
HEAD = (
    (re.compile(rf"^(?={DAY}, (?:the |[a-z]|[A-Z]\w+ ))"), "On "),
    (re.compile(rf"^(?=(?:{MONTH} )?\d{{4}}, (?:the |[a-z]))"), "In "),
)
# The first letter of a word, and those behind hyphens that begin a word of more than three letters: Low-Carbon, Kick-off.
CAPITAL_IN_TITLE = re.compile(r"(?<![A-Za-z'’-])[a-z]|(?<=-)[a-z](?=[a-z]{3})")
ARTICLE = re.compile(r"(?<![\w.'’-])(?P<a>[Aa])n? (?P<word>[A-Za-z]+|\d[\d,]*)(?P<rest>[\w.-]*)")
# A letter that names a class is no article.
LETTER = re.compile(
    r"\b(?:[Cc]lass|[Gg]rade|[Tt]ype|[Ll]evel|[Gg]roup|[Aa]nnex|[Pp]lan|[Bb]lock|[Vv]itamin) $"
)
INSIDE = re.compile(r"[a-z,] $")
POSSESSIVE = re.compile("['’]s |s['’] ")
# Documents take the article as bodies do: since the ASEAN Agreement.
DOCUMENT = re.compile(
    r"^(?!The |the )(?:(?! (?:on|of|for|to|in) ).)*\b(?:Agreement|Convention|Protocol|Treaty|Declaration|Charter|Framework)\b"
)
# What such a name follows in running text where it lacks its article.
LEADS = re.compile(
    r"\b(?:by|of|from|with|to|at|in|for|that|between|under|through|since|after|before|within|into|against|joined|visited|thanked"
    r"|signed|ratified) $"
)
# … what follows it there, for it may as well describe a noun: Green Climate Fund projects,
FOLLOWS = re.compile(
    r"$|[,.;:)/]| (?:\(|(?:and|or|in|on|of|to|for|at|with|from|by|as|that|who|which|is|was|has|have|will|under"
    r"|entered|took)\b)"
)
# and what follows it at the head of a sentence, where it is the subject.
VERB = re.compile(
    r"(?: \([A-Z]{2,}\))?(?:, an? | (?:was|is|has|will|aims?|held|hosted|organized|said|jointly|also)\b)"
)
EDGE = re.compile(r"\b")


def named(text: str, constraints: Sequence[Constraint]) -> Iterator[Edit]:
    """Yield the edits that give the name of a body or a document its article and take away what its name says again beside it.

    `constraints` are verified against the text.
    """
    for c in constraints:
        if not c.at:
            continue
        start, end = c.at
        words = text[start:end]
        if c.kind in ("term", "document") and _takes_article(words, c.kind):
            if LEADS.search(text, 0, start) and FOLLOWS.match(text, end):
                yield start, start, "the "
            elif not start and VERB.match(text, end):
                yield start, start, "The "
        # "The" of a name is small inside a sentence (Chicago Manual of Style 8.67).
        if c.kind == "term" and text[:start].endswith("The ") and INSIDE.search(text, 0, start - 4):
            yield start - 4, start - 3, "t"
        yield from _said_again(text, start, end)


def _takes_article(name: str, kind: str) -> bool:
    is_body = kind == "term" and with_article(name) != name
    return (is_body or DOCUMENT.search(name) is not None) and not POSSESSIVE.search(name)


def _said_again(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the edits that take away the words beside a name with which it begins or ends: Premier Premier, River River."""
    words = text[start:end].split()
    for size in range(min(3, len(words)), 0, -1):
        first, last = " ".join(words[:size]), " ".join(words[-size:])
        if first[0].isupper() and text[:start].endswith(f" {first} "):
            yield start - len(first) - 1, start, ""
            return
        again = f" {last}"
        after = end + len(again)
        if last[0].isupper() and text[end:after].lower() == again.lower() and EDGE.match(text, after):
            yield end, after, ""
            return


def mended(text: str, source: str) -> str:
    """Return an engine's English of a source with its seams mended."""
    if HEAD_ZH.match(source):
        for pattern, before in HEAD:
            text = pattern.sub(before, text)
    for pattern, after in RULES:
        text = pattern.sub(after, text)
    return ARTICLE.sub(_by_sound, text)


def headline(text: str) -> str:
    """Return a title with the capitals of a headline (Chicago Manual of Style 8.159): small words stay small but at its ends."""
    words = text.split(" ")
    last = len(words) - 1
    begins = True
    for at, word in enumerate(words):
        bare = word.strip("\"“”'‘’(),.;:!?")
        letters = re.sub("[-'’]", "", bare)
        is_plain = letters.isalpha() and letters.islower()
        if is_plain and (begins or at == last or bare not in SMALL_IN_TITLES):
            words[at] = CAPITAL_IN_TITLE.sub(lambda match: match[0].upper(), word)
        begins = word.endswith((":", "—", "–", "?", "!"))
    return " ".join(words)


def _by_sound(match: re.Match[str]) -> str:
    """Return an article and the word behind it, a or an by the sound of the word; abbreviations as they are."""
    word = match["word"]
    abbreviated = len(word) > 1 and any(char.isupper() for char in word[1:])
    if abbreviated or (len(word) == 1 and word.isalpha()) or LETTER.search(match.string, 0, match.start()):
        return match[0]
    name = match["a"] == "A" and word[0].isupper()  # An Giang, A Luoi
    return match[0] if name else f"{match['a']}{'n' if takes_an(word) else ''} {word}{match['rest']}"
