"""Find document titles in 《》 whose English the glossary knows, with or without the years of their edition."""

import re
from collections.abc import Iterator

from workflow.constrain.folding import fold
from workflow.constrain.glossary import JOINING, YEARS, Entry, Glossary
from workflow.units import Constraint

ENGLISH_YEARS = re.compile(r"[ ,]*\(?\d{4}(?:[-–]\d{4})?\)?$")
DIGITS = re.compile(r"\d{4}(?:[-–]\d{4})?")
NATION = "中华人民共和国"
# What a document about another document is called, after the other's title.
ABOUT: dict[str, tuple[str, ...]] = {
    "评估报告": ("Evaluation Report on the {}", "Assessment Report on the {}", "{} Evaluation Report"),
    "中期评估报告": ("Mid-term Evaluation Report on the {}", "Mid-term Review of the {}"),
    "进展报告": ("Progress Report on the {}",),
    "实施报告": ("Report on the Implementation of the {}",),
    "实施方案": ("Implementation Plan for the {}", "Implementation Plan of the {}"),
    "实施细则": ("Detailed Rules for the Implementation of the {}",),
    "实施意见": ("Opinions on the Implementation of the {}",),
    "解读": ("Explanation of the {}",),
    "修正案": ("Amendment to the {}", "Amendments to the {}"),
}
# Titles made around another document's, which stands in 〈〉 or bare: GB/T 9704-2012, 7.3.2, names the kinds of notice.
AROUND: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), forms)
    for pattern, forms in (
        (
            r"关于(?:印发|下发|转发)(?P<title>.+)的通知",
            ("Notice on Issuing the {}", "Circular on Issuing the {}", "Notice on the Issuance of the {}"),
        ),
        (
            r"关于(?:发布|公布)(?P<title>.+)的(?:通知|公告)",
            (
                "Announcement on Releasing the {}",
                "Notice on Releasing the {}",
                "Announcement on the Release of the {}",
            ),
        ),
        (
            r"关于(?:批准|通过)(?P<title>.+)的(?:决定|决议)",
            (
                "Decision on Approving the {}",
                "Decision on the Approval of the {}",
                "Resolution on Adopting the {}",
            ),
        ),
        (
            r"关于(?P<title>.+)的说明",
            ("Explanation of the {}", "Note on the {}", "Explanatory Note on the {}"),
        ),
        (r"关于(?P<title>.+)的决定", ("Decision on the {}",)),
        (r"关于(?P<title>.+)的决议", ("Resolution on the {}",)),
        (r"关于(?P<title>.+)的批复", ("Reply on the {}", "Official Reply on the {}")),
        (r"关于(?:贯彻)?(?:落实|实施)(?P<title>.+)的意见", ("Opinions on Implementing the {}",)),
        (r"(?P<title>.+)\((?:修订)?征求意见稿\)", ("{} (Draft for Comments)", "{} (Draft for Comment)")),
        (r"(?P<title>.+)\(修订草案\)", ("{} (Revised Draft)", "{} (Draft Revision)")),
        (r"(?P<title>.+)\(修正草案\)", ("{} (Draft Amendment)",)),
        (r"(?P<title>.+)\(草案\)", ("{} (Draft)", "Draft {}")),
        (r"(?P<title>.+)\(修订版?\)", ("{} (Revised)", "{} (Revised Edition)", "Revised {}")),
        (r"(?P<title>.+)\((?:试行|暂行)\)", ("{} (Trial)", "{} (for Trial Implementation)", "{} (Interim)")),
        (r"(?P<title>.+)\(摘要\)", ("{} (Summary)", "Summary of the {}")),
    )
)
# A treaty or plan that is called by its kind alone, as after 以下简称.
ALONE = {
    "公约": "Convention",
    "协定": "Agreement",
    "协议": "Agreement",
    "议定书": "Protocol",
    "宣言": "Declaration",
    "战略": "Strategy",
    "条例": "Regulations",
    "纲要": "Outline",
}
YEAR_BEFORE = re.compile(r"(\d{4})年度?")
OPENING, CLOSING = "《〈", "》〉"
# Words that stay small inside of a title (Chicago Manual of Style 8.159).
SMALL_IN_TITLES = frozenset(
    "a about after against along among an and as at before between beyond but by during for from in into nor of on or "
    "over per since than the through to toward under until upon via with within without".split()
)


def find(text: str, glossary: Glossary) -> Iterator[Constraint]:
    """Yield the titles in 《》 that the glossary knows, the marks within the span, in order.

    A title is the glossary's own, or that of another edition: the years at its end may stand with or without
    brackets, and may be others than the entry's. 与, 和 and 及 are one (the source query asks about the two
    ways), other words make another title. A report or plan about a known document is named after it (ABOUT), a notice
    or draft of it too (AROUND); a kind alone is its English (ALONE). Of a title within another one the outer is
    taken where both are known.
    """
    end = 0
    for start, stop in titles(text):
        targets = title_targets(text[start + 1 : stop - 1], glossary) if start >= end else ()
        if targets:
            end = stop
            yield Constraint(start, end, text[start:end], targets, "document")


def titles(text: str) -> list[tuple[int, int]]:
    """Return the spans of the titles in 《》, marks included, in order of place, an outer title before its inner.

    A title within a title stands in 〈〉 or again in 《》. A mark without its partner opens nothing.
    """
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for position, char in enumerate(text if "《" in text else ""):
        if char in OPENING:
            opened.append(position)
        elif char in CLOSING and opened:
            start = opened.pop()
            if text[start] == "《" and char == "》":
                spans.append((start, position + 1))
    return sorted(spans)


def title_targets(title: str, glossary: Glossary) -> tuple[str, ...]:
    """Return the accepted English of a title without its marks, or nothing where it is not known."""
    key = fold(title).text
    if found := _known(key, glossary):
        return found
    if found := _national(key, glossary):
        return found
    match = YEARS.search(key)
    base = key[: match.start()] if match else key
    years = "-".join(year for year in match.groups() if year) if match else ""
    if match and (found := _known(base, glossary) or _national(base, glossary)):
        return tuple(f"{name} ({years})" for name in found)
    if found := tuple(_edition(name, years) for name in _other_edition(base, glossary)):
        return found
    return _made(key, glossary) or ((ALONE[key],) if key in ALONE else ())


def _national(key: str, glossary: Glossary) -> tuple[str, ...]:
    found = _known(key.removeprefix(NATION), glossary) if key.startswith(NATION) else ()
    return tuple(f"{name} of the People's Republic of China" for name in found[:1]) + found


def _made(key: str, glossary: Glossary) -> tuple[str, ...]:
    """Return the English of a title made of a known one: a report on it, its draft, the notice that issues it."""
    for pattern, forms in AROUND:
        if (match := pattern.fullmatch(key)) and (named := _inner(match["title"], glossary)):
            return tuple(form.format(name) for name in named[:2] for form in forms)
    about = next((suffix for suffix in sorted(ABOUT, key=len, reverse=True) if key.endswith(suffix)), None)
    if not about or key == about:
        return ()
    of = key.removesuffix(about)
    year = YEAR_BEFORE.match(of)
    named = _inner(of, glossary) or (_inner(of[year.end() :], glossary) if year else ())
    made = tuple(form.format(name) for name in named[:2] for form in ABOUT[about])
    if not year or _inner(of, glossary):
        return made
    return tuple(form for name in made for form in (f"{year[1]} {name}", f"{name} ({year[1]})"))


def _inner(title: str, glossary: Glossary) -> tuple[str, ...]:
    marked = title[:1] in OPENING and title[-1:] in CLOSING
    return title_targets(title[1:-1] if marked else title, glossary)


def _edition(name: str, years: str) -> str:
    """Return the English of a title for other years, written as in the entry's: (2018-2022), 2035; or for none."""
    return ENGLISH_YEARS.sub(lambda match: DIGITS.sub(years, match[0]) if years else "", name)


def _known(key: str, glossary: Glossary) -> tuple[str, ...]:
    rows = glossary.entries.get(key, ()) or glossary.entries.get(f"《{key}》", ())
    entry = next((row for row in rows if row.status == "preferred"), None) or _admitted_title(rows)
    entry = entry or glossary.titles.get(JOINING.sub("和", key))
    return tuple(dict.fromkeys(_forms(entry, glossary))) if entry else ()


def _admitted_title(rows: tuple[Entry, ...]) -> Entry | None:
    """Return an entry that is only suggested in running text but sure as a title."""
    return next((row for row in rows if row.status == "admitted" and row.kind == "document"), None)


def _forms(entry: Entry, glossary: Glossary) -> Iterator[str]:
    """Yield the English of an entry as a title: with capitals, however the entry is written."""
    for name in glossary.targets(entry):
        yield title_case(name) if name[:1].islower() else name


def title_case(text: str) -> str:
    """Return a text with the capitals of a title: "meeting minutes" as "Meeting Minutes"."""
    words = text.split(" ")
    return " ".join(
        word if index and word.lower() in SMALL_IN_TITLES else word[:1].upper() + word[1:]
        for index, word in enumerate(words)
    )


def _other_edition(base: str, glossary: Glossary) -> tuple[str, ...]:
    """Return the English of an entry whose title is this one with years at its end, the years still in it."""
    entry = glossary.editions.get(base)
    return (entry.en,) if entry and ENGLISH_YEARS.search(entry.en) else ()
