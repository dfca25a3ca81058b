"""Checks for names of which the Chinese says nothing: persons in pinyin, places of the glossary."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workflow.checks.base import Check, each
from workflow.constrain import COPIED, Terms, spelling
from workflow.constrain.matcher import Matcher
from workflow.constrain.offices import COUNTRY_ADJECTIVES, MORE_ADJECTIVES
from workflow.constrain.person_places import FOREIGN
from workflow.constrain.surnames import SURNAMES, TRANSCRIPTION, VIETNAMESE
from workflow.constrain.transcription import pinyin
from workflow.constrain.written import GIVEN, names_like, reads_as, surnames
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import HAN, Unit

CAPITAL = re.compile(r"\b[A-Z]\w+")
NAME_CHARS = SURNAMES | VIETNAMESE.keys() | TRANSCRIPTION
# Places that are named without standing in the Chinese as such: 我国, 华北, 中方, the region's river, a language.
UNSAID = frozenset(
    {"Paris", "China", "Mekong", "Lancang", "Mekong Delta", "US", "UK", "Burmese", "Hong Kong"}
)
# One character that stands for a country: 中越, 老方, 驻泰.
ABBREVIATIONS = dict(
    entry.split(":")
    for line in """
    Viet Nam:越 Thailand:泰 Lao PDR:老寮 Cambodia:柬高 Myanmar:缅 Japan:日 Republic of Korea:韩 Russia:俄苏 United States:美
    United Kingdom:英 France:法 Germany:德 India:印 Singapore:新 Australia:澳 Malaysia:马 Indonesia:印 Philippines:菲
    Canada:加 Yunnan:云滇 Guizhou:贵黔 Sichuan:川蜀 Beijing:京 Shanghai:沪 Chongqing:渝 Guangxi:桂 Guangdong:粤 Hunan:湘
    Hubei:鄂 Hainan:琼 Fujian:闽 Zhejiang:浙 Jiangsu:苏 Shandong:鲁 Kunming:昆 Dianchi Lake:滇 Tianjin:津
    Sihanoukville Special Economic Zone:西
    """.splitlines()
    for entry in re.findall(r"[A-Z][A-Za-z ]+:[\u4e00-\u9fff]+", line)
)
NATIONS = "中越泰老柬缅日韩朝美英法德印新澳马俄苏菲加欧东盟"
COUNTRIES = COUNTRY_ADJECTIVES.keys() | MORE_ADJECTIVES.keys() | {"Sri Lanka"}
# Characters that many places end with: they tell nothing about which one is meant.
CLASSES = frozenset("省市府县州区江河湖山脉港岛平原海湾特经济国")
# How alike a name in pinyin and Han characters must be to be one.
SURE = 0.8
MOST_READ = 5
DASHES = tuple("-‐‑–—")
JOINED = re.compile("[-‐‑](?=[A-Z])")


def invented(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every Chinese name in pinyin whose characters do not stand in the Chinese."""
    if not unit.target or COPIED.search(unit.slot):
        return
    held = [c.at for c in unit.constraints if c.at]
    for surname, given, start, end in names_like(unit.target):
        shaped = surname.casefold() in surnames() and GIVEN.fullmatch(given.casefold())
        # Phong Nha-Ke Bang and the Water-Splashing Festival are longer names.
        joined = unit.target[start - 1 : start] in DASHES or JOINED.match(unit.target, end)
        named = shaped and not joined and not any(start < b and a < end for a, b in held)
        if named and surname not in unit.source and not _is_read(surname, given, unit.source):
            message = N_("the Chinese names nobody called “{name}”")
            yield check.finding(unit, message, unit.target[start:end], name=unit.target[start:end])


def _is_read(surname: str, given: str, source: str) -> bool:
    """Tell whether the Chinese has a name read so: the surname's character, or characters that sound alike."""
    wanted = surname.casefold()
    chars = frozenset(source)
    whole = re.sub("['’]", "", wanted + given.casefold())
    return (
        any(char in NAME_CHARS and pinyin(char) == wanted for char in chars)
        or any(reads_as(whole, source[start : start + MOST_READ]) for start in range(len(source)))
        or _sounds_like(surname + given.casefold(), source, SURE)
    )


def _sounds_like(latin: str, source: str, least: float = spelling.LIKENESS_OF_ONE) -> bool:
    """Tell whether some Han characters of the source, 2 to 5 in a row, read like a Latin word."""
    for run in re.findall(f"[{HAN}]{{2,}}", source):
        for start in range(len(run) - 1):
            for size in range(2, min(6, len(run) - start + 1)):
                if (least < SURE or run[start] in NAME_CHARS) and spelling.likeness(
                    run[start : start + size], latin
                ) > least:
                    return True
    return False


def invented_places(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every country or place of the glossary that the Chinese does not name."""
    if not unit.target or COPIED.search(unit.slot):
        return
    known = _places(terms.matcher)
    held = [c.at for c in unit.constraints if c.at]
    for start, end, name in _named_places(unit.target, known):
        if any(start < b and a < end for a, b in held) or name in unit.source:
            continue
        sources = known[re.split(r"\W", name)[0]][name]
        said = any(
            _shares(zh, unit.source) if name not in COUNTRIES else zh[:2] in unit.source for zh in sources
        )
        if not said and not _is_meant(name, unit.source):
            message = N_("“{name}” ({zh}) is not in the Chinese")
            yield check.finding(unit, message, name, name=name, zh=sources[0])


def _is_meant(name: str, source: str) -> bool:
    """Tell whether the Chinese means a country by a short form or by one of its places."""
    if name in COUNTRIES:
        return _is_short_form(name, source)
    bare = re.sub(r" (?:Province|River|Lake|City|Prefecture|Mountains?|Bay)$", "", name)
    return any(char in source for char in ABBREVIATIONS.get(name, "")) or _sounds_like(
        bare.replace(" ", ""), source
    )


def _is_short_form(country: str, source: str) -> bool:
    """Tell whether the Chinese names a country by one character among others (中越, 老方, 驻泰) or by a place of it."""
    return any(zh in source for zh, home in FOREIGN.items() if home == country) or any(
        re.search(
            f"[{NATIONS}驻访赴抵来离旅援留对在环、]{char}|{char}[{NATIONS}方国语文籍企商币府军裔侨东南西北、尼洲卢]",
            source,
        )
        for char in ABBREVIATIONS.get(country, "")
    )


def _shares(zh: str, source: str) -> bool:
    """Tell whether half of a place's own characters stand near each other in the Chinese, as in another writing of it."""
    own = "".join(char for char in zh if char not in CLASSES) or zh
    for match in re.finditer(f"[{own}]", source):
        near = source[match.start() : match.start() + len(own)]
        if 2 * sum(char in near for char in own) >= len(own) + (len(own) < 3):
            return True
    return zh in source


def _named_places(
    english: str, known: dict[str, dict[str, tuple[str, ...]]]
) -> Iterator[tuple[int, int, str]]:
    """Yield the places named in English, the longest at each word, none inside a longer name."""
    done = 0
    for word in CAPITAL.finditer(english):
        if word.start() < done:
            continue
        names = known.get(word[0], {})
        longest = max(
            (
                name
                for name in names
                if english.startswith(name, word.start())
                and not english[word.start() + len(name) :][:1].isalnum()
            ),
            key=len,
            default="",
        )
        if longest:
            done = word.start() + len(longest)
            after = re.match(r"[- ](?=[A-Z])|['’]s? (?=[A-Z])", english[done:])
            before = re.search(r"[A-Z][\w.-]* (?:of |and |for )?$|-$", english[: word.start()])
            if not after and not before:
                yield word.start(), done, longest


@lru_cache(maxsize=4)
def _places(matcher: Matcher) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the Chinese of every place by its English, by the English's first word."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in matcher.glossary.of_kind("place"):
        for english in (entry.en, *((entry.en_short,) if entry.en_short else ())):
            if english not in UNSAID and entry.status != "forbidden" and english[:1].isupper():
                names = found.setdefault(re.split(r"\W", english)[0], {})
                names[english] = (*names.get(english, ()), entry.zh)
    return found


CHECKS: tuple[Check, ...] = (
    Check(
        "name-invented",
        N_("The English names a person of whom the Chinese says nothing"),
        Severity.WARNING,
        each(invented),
        N_("wrong where the name was added on purpose, from another sentence"),
        confidence=0.8,
    ),
    Check(
        "place-invented",
        N_("The English names a place of which the Chinese says nothing"),
        Severity.ERROR,
        each(invented_places),
        N_("wrong where the place was added on purpose, or the Chinese means it by another name"),
        confidence=0.8,
    ),
)
