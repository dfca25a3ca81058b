"""Find where the facts of a pair can be made wrong: figures, dates, names, offices, negations. One function a kind.

Each function takes a pair and returns the edits that it offers, none where the pair has no place for that kind.
"""

import re
from collections.abc import Callable, Iterable

from benchmarks.damage_pair import Edit, Pair, chinese_names, figures, like, persons, replaced, swapped, terms
from benchmarks.damage_words import (
    COUNTRIES,
    FIGURES,
    MONTHS,
    MULTIPLES,
    NEGATION_ZH,
    NEGATIONS,
    ORDINALS,
    OUTSIDERS,
    PEOPLE,
    RANKS,
    STRANGERS,
    THINGS,
    UNITS,
)


def digit(pair: Pair) -> list[Edit]:
    """Change one digit of a figure."""
    edits = []
    for match in figures(pair):
        places = [place for place in range(*match.span(1)) if pair.en[place].isdigit()]
        place = places[pair.seed("digit") % len(places)]
        new = "123456789".replace(pair.en[place], "")[pair.seed("new digit") % 8]
        edits.append(Edit(place, place + 1, new))
    return edits


def tenfold(number: str) -> str:
    """Return a figure ten times as large, written the same way: 1.2 is 12, 12,600 is 126,000."""
    whole, _, part = number.replace(",", "").partition(".")
    value = f"{int(whole + part[:1] if part else whole + '0'):,}"
    return value + ("." + part[1:] if part[1:] else "")


def magnitude(pair: Pair) -> list[Edit]:
    """Make a large figure ten or a thousand times too large or too small."""
    edits = []
    for match in figures(pair):
        large = re.match(rf" ({'|'.join(MULTIPLES)})\b", pair.en[match.end() :])
        if large:
            end = match.end() + large.end()
            edits.append(Edit(match.start(1), end, f"{match[1]} {MULTIPLES[large[1]]}"))
            edits.append(Edit(match.start(1), end, tenfold(match[1]) + large[0]))
        elif "," in match[1] and "." not in match[1]:
            edits.append(Edit(*match.span(1), tenfold(match[1])))
            if match[1].endswith("0"):
                edits.append(Edit(*match.span(1), f"{int(match[1].replace(',', '')) // 10:,}"))
    return edits


def unit(pair: Pair) -> list[Edit]:
    """Put another unit behind a figure, or another currency before it."""
    edits = []
    for zh, en, new in UNITS:
        if pair.says(zh):
            edits += [Edit(*m.span(), new) for m in pair.finds(rf"(?<=\d )(?:{en})\b(?! per)")]
    if pair.says("百分之|%|％|成"):
        edits += [Edit(m.start(), m.end(), " percentage points") for m in pair.finds(r"(?<=\d)%")]
    if pair.says("元"):
        edits += replaced(pair, r"\bUS\$ ?(?=\d)", lambda _: "RMB ")
        edits += replaced(pair, r"\b(?:RMB|CNY) ?(?=\d)", lambda _: "US$")
    return edits


def date_shifted(pair: Pair) -> list[Edit]:
    """Change a year, a month, or a day of a month."""
    years = (1, 10, -1, 2)[pair.seed("year") % 4]
    edits = [
        Edit(*match.span(), str(int(match[0]) + years))
        for match in pair.finds(r"\b(?:19|20)\d\d\b")
        if pair.says(rf"{match[0]}(?:年|[-—–~至）)])|[-—–~至]{match[0]}")
    ]
    for match in pair.finds(rf"\b({'|'.join(MONTHS)}) (\d\d?)\b(?!,\d|\d)"):
        day = int(match[2])
        edits.append(Edit(*match.span(2), str(day - 2 if day > 2 else day + 5)))
    if pair.says("月"):
        before = r"(?:(?<=[iI]n )|(?<=of )|(?<=[sS]ince )|(?<=[bB]y )|(?=\w+ \d))"
        for match in pair.finds(rf"\b{before}({'|'.join(MONTHS)})\b"):
            month = MONTHS[(MONTHS.index(match[0]) + 1 + pair.seed("month") % 5) % 12]
            edits.append(Edit(*match.span(), month))
    return edits


def name_order(pair: Pair) -> list[Edit]:
    """Put a Chinese given name before the surname."""
    return [Edit(*m.span(), f"{m[2]} {m[1]}") for m in chinese_names(pair)]


def misspelt(word: str, seed: int) -> str:
    """Drop an inner letter, or exchange two, so that the word differs."""
    place = 1 + seed % (len(word) - 2)
    if seed // 100 % 2 or word[place] == word[place + 1]:
        return word[:place] + word[place + 1 :]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def misspellings(pair: Pair, spans: Iterable[tuple[int, int]]) -> list[Edit]:
    """Return the edits that misspell the longest word of each name."""
    edits = []
    for start, end in spans:
        found = re.finditer(r"[A-Z][a-zà-ÿ]{3,}", pair.en[start:end])
        word = max(found, key=lambda m: len(m[0]), default=None)
        if word and word[0] not in ("Province", "River", "County", "Prefecture", "Autonomous"):
            new = misspelt(word[0], pair.seed("misspelt"))
            edits.append(Edit(start + word.start(), start + word.end(), new))
    return edits


def person_misspelt(pair: Pair) -> list[Edit]:
    """Misspell a Chinese person's name; a foreign one in Han may be spelt in more than one way."""
    return misspellings(pair, [match.span() for match in chinese_names(pair)])


def place_misspelt(pair: Pair) -> list[Edit]:
    """Misspell the name of a place."""
    return misspellings(pair, [(term.start, term.end) for term in terms(pair) if term.entry.kind == "place"])


def name_swapped(pair: Pair) -> list[Edit]:
    """Exchange two persons or two places that do not stand in one list."""
    places = [(term.start, term.end) for term in terms(pair) if term.entry.kind == "place"]
    return swapped(pair, [match.span() for match in persons(pair)]) + swapped(pair, places)


def first_word(text: str) -> str:
    """Return the word that a text begins with, empty where it begins with none."""
    return re.split(r"[^\w-]", text, maxsplit=1)[0]


def office_swapped(pair: Pair) -> list[Edit]:
    """Change the rank of an office, or exchange two bodies or offices."""
    edits = []
    for zh, lacking, en, new in RANKS:
        if pair.says(zh) and not (lacking and pair.says(lacking)):
            for match in pair.finds(en):
                end = match.end() + (len(first_word(pair.en[match.end() :])) if match[0].endswith(" ") else 0)
                text = new + pair.en[match.end() : end]
                text = text if new else like(match[0], text)
                edits.append(Edit(match.start(), end, text, (text,)))
    for kind in ("organization", "position"):
        edits += swapped(pair, [(term.start, term.end) for term in terms(pair) if term.entry.kind == kind])
    return edits


def negation_dropped(pair: Pair) -> list[Edit]:
    """Say the opposite: take a negation out of a statement whose Chinese has one."""
    if not pair.says(NEGATION_ZH) or "?" in pair.en:
        return []
    edits = []
    for pattern, new in NEGATIONS:
        for match in pair.finds(pattern):
            text = ("a " if match[0].startswith("an ") else "") + match.expand(new)
            edits.append(Edit(*match.span(), text))
    return edits


def negation_added(pair: Pair) -> list[Edit]:
    """Say the opposite: put "not" behind the first auxiliary of a statement without any negation."""
    negative = re.search(r"\b(?:not|no|never|nor|neither|without|only)\b|n't\b|\bcannot\b", pair.en)
    if pair.says(NEGATION_ZH) or negative or "?" in pair.en:
        return []
    found = pair.finds(
        r"(?<![Tt]here )(?<!\bas )\b(is|are|was|were|will|should|must|shall|would|could)\b(?= [a-z])"
    )
    return [Edit(*m.span(), f"{m[0]} not", (f"{m[0]} not",)) for m in found[:1]]


def invented_number(pair: Pair) -> list[Edit]:
    """Give a figure for what the Chinese does not count."""
    number = next(n for n in FIGURES[pair.seed("figure") % 4 :] if str(n) not in pair.en + pair.zh)
    before = r"(?<=\bby )|(?<=\bfrom )|(?<=\bwith )|(?<=\bto )|(?<=\bfor )|(?<=\band )|(?<=\bthe )"
    return [
        Edit(m.start(), m.start(), f"{number} ") for m in pair.finds(rf"(?:{before})(?:{PEOPLE}|{THINGS})\b")
    ]


def invented_name(pair: Pair) -> list[Edit]:
    """Name a country or a person of which the Chinese says nothing."""
    absent = [en for zh, en in OUTSIDERS if zh not in pair.zh and en not in pair.en]
    country = absent[pair.seed("country") % len(absent)]
    person = [en for zh, en in STRANGERS if zh not in pair.zh][:1]
    edits = [
        Edit(m.end(1), m.end(1), f", {country}", (country,))
        for m in pair.finds(rf"\b({COUNTRIES})(?:,| and) (?:{COUNTRIES})\b")
    ]
    for name in person:
        edits += [Edit(*m.span(), name) for m in pair.finds(r"^(?:He|She)\b(?= \w+ed\b| said| told)")]
        edits += [
            Edit(m.end(), m.end(), f" {name}", (name,)) for m in pair.finds(r"\b[Tt]he expert\b(?= [a-z])")
        ]
    nouns = pair.finds(rf"\b(?:{PEOPLE})\b(?= (?:and|in|to|on|at|with|who|have|were|are|will)\b|[,.;])")
    edits += [Edit(m.end(), m.end(), f" from {country}", (country,)) for m in nouns]
    return edits


def ordinal(pair: Pair) -> list[Edit]:
    """Say another place in an order."""
    if not pair.says("第|届|首|次"):
        return []
    edits = []
    lead = r"(?:(?<=the )|(?<=its )|(?<=his )|(?<=their )|(?<=\ba )|^)"
    for match in pair.finds(rf"(?i){lead}({'|'.join(ORDINALS)})\b(?! half|[-,])"):
        place = ORDINALS.index(match[1].lower())
        new = ORDINALS[place + 1 if place < 9 else place - 1]
        edits.append(Edit(*match.span(1), like(match[1], new)))
    numerals = pair.finds(r"\b(\d*)([4-8])th\b")
    return edits + [Edit(*m.span(), f"{m[1]}{int(m[2]) + 1}th") for m in numerals]


def verbatim_broken(pair: Pair) -> list[Edit]:
    """Alter a code, an address or a Latin word that the Chinese has in the same letters."""
    edits = []
    tokens = re.findall(r"[A-Za-z][A-Za-z0-9.@:/-]{2,}[A-Za-z0-9]|[A-Z]{2}[A-Z0-9]", pair.zh)
    for token in sorted(set(tokens)):
        for match in pair.finds(rf"(?<![\w.@/-]){re.escape(token)}(?![\w@/-])")[:1]:
            end = re.search(r"\d(?!.*\d)", token)
            new = misspelt(token, pair.seed("verbatim"))
            if end:
                new = token[: end.start()] + str((int(end[0]) + 3) % 10) + token[end.end() :]
            edits.append(Edit(*match.span(), new, (new,)))
    return edits


def figures_swapped(pair: Pair) -> list[Edit]:
    """Exchange two figures of the same shape that are no range."""
    shapes: dict[str, list[tuple[int, int]]] = {}
    for match in figures(pair):
        shape = pair.en[match.end() : match.end() + 1] == "%", pair.en[match.start()].isalpha()
        shapes.setdefault(str(shape), []).append(match.span())
    return [edit for spans in shapes.values() for edit in swapped(pair, spans)]


FACTS: dict[str, Callable[[Pair], list[Edit]]] = {
    "digit": digit,
    "magnitude": magnitude,
    "figures-swapped": figures_swapped,
    "unit": unit,
    "date-shifted": date_shifted,
    "ordinal": ordinal,
    "name-order": name_order,
    "person-misspelt": person_misspelt,
    "place-misspelt": place_misspelt,
    "name-swapped": name_swapped,
    "office-swapped": office_swapped,
    "negation-dropped": negation_dropped,
    "negation-added": negation_added,
    "invented-number": invented_number,
    "invented-name": invented_name,
    "verbatim-broken": verbatim_broken,
}
