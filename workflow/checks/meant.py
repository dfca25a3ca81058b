"""Tell whether the Chinese means a place that the English names: by its name, a short form, or characters that read so."""

import re
from collections.abc import Sequence
from functools import lru_cache

from workflow.constrain import Terms, spelling
from workflow.constrain.homes import homes
from workflow.constrain.offices import PLACE_CLASSES
from workflow.constrain.person_places import FOREIGN
from workflow.constrain.surnames import TRANSCRIPTION
from workflow.constrain.transcription import readings
from workflow.units import HAN, Constraint, Unit

# Short forms that are everyday characters, and those beside which such a one is: 川渝, 赴滇, 京港, 琼州, 滇池.
EVERYDAY = "新青黑吉宁云贵京苏港甘秦疆蒙川藏穗西"
AROUND = (
    "省市区府籍企商东南西北中赴抵来离返驻在至到入进出流、—－藏川渝滇黔桂粤湘鄂琼闽浙苏鲁津京沪贵"
    "云港澳台皖赣冀晋豫陕甘宁青新蒙辽吉黑式菜剧语池-"
)
# Characters that many places end with: they tell nothing about which one is meant.
CLASSES = frozenset("省市府县州区江河湖山脉港岛平原海湾特经济国邦")
# How much some characters of transcriptions must sound like a foreign place to be it, and how many they are at least.
ALIKE, LEAST = 0.75, 2
CLASS_WORDS = re.compile(
    rf" (?:(?:Autonomous|Special Administrative|Snow|Salt) )?(?:{'|'.join(PLACE_CLASSES)})$"
)
# The English of a place, no more than two words and a class.
NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}")
TRANSCRIBED = re.compile(f"[{''.join(TRANSCRIPTION)}]{{{LEAST},}}")
RUN = re.compile(f"[{HAN}]+")


def is_meant(name: str, sources: Sequence[str], source: str) -> bool:
    """Tell whether a text means a place of that English name, which the glossary has for the Chinese `sources`."""
    countries = homes().countries
    country = next((countries[zh] for zh in sources if zh in countries), "")
    bare = CLASS_WORDS.sub("", name)
    called = homes().also_called
    if any(re.search(called[one], source) for one in (name, bare, country) if one in called):
        return True
    if country:
        return any(zh[:2] in source for zh in sources) or _is_short_form(country, source)
    short = homes().short_forms.get(name) or homes().short_forms.get(bare) or ""
    return (
        any(_shares(zh, source) for zh in sources)
        or any(_stands_for_it(char, source) for char in short)
        or is_read(bare, source)
        or (not any(is_read(bare, zh) for zh in sources) and sounds_like(bare.replace(" ", ""), source))
    )


def _stands_for_it(char: str, source: str) -> bool:
    return char in source and (
        char not in EVERYDAY or re.search(f"[{AROUND}]{char}|{char}[{AROUND}]", source) is not None
    )


def _is_short_form(country: str, source: str) -> bool:
    """Tell whether the Chinese names a country by one character among others (中越, 老方, 驻泰) or by a place of it."""
    nations = homes().nations
    return any(zh in source for zh, home in FOREIGN.items() if home == country) or any(
        re.search(
            f"[{nations}驻访赴抵来离旅援留对在环、]{char}|{char}[{nations}方国语文籍企商币元府军裔侨东南西北、尼洲卢]",
            source,
        )
        for char in homes().short_forms.get(country, "")
    )


def _shares(zh: str, source: str) -> bool:
    """Tell whether half of a place's own characters stand near each other in the Chinese, as in another writing of it."""
    own = "".join(char for char in zh if char not in CLASSES)
    if zh[:2] in source and (len(own) < 2 or len(zh) > 3):
        return True
    if len(own) < 2:
        return False
    for match in re.finditer(f"[{own}]", source):
        near = source[match.start() : match.start() + len(own)]
        if 2 * sum(char in near for char in own) >= len(own) + (len(own) < 3):
            return True
    return False


def is_read(latin: str, source: str) -> bool:
    """Tell whether Han characters in a row are read so in pinyin, one syllable each."""
    wanted = re.sub(r"[^a-zü]", "", latin.casefold())
    return any(_is_read_from(wanted, run[start:]) for run in _runs(source) for start in range(len(run)))


def _is_read_from(wanted: str, run: str) -> bool:
    if not wanted:
        return True
    return bool(run) and any(
        wanted.startswith(said) and _is_read_from(wanted[len(said) :], run[1:])
        for syllable in readings(run[0])
        for said in {syllable, syllable.replace("ü", "u"), syllable.replace("ü", "v")}
    )


@lru_cache(maxsize=256)
def _runs(source: str) -> tuple[str, ...]:
    return tuple(RUN.findall(source))


def sounds_like(latin: str, source: str) -> bool:
    """Tell whether some Han characters of the source in a row, all used in transcriptions, read like a foreign name."""
    return any(
        spelling.likeness(run[start:end], latin) > ALIKE
        for run in TRANSCRIBED.findall(source)
        for start in range(len(run) - 1)
        for end in range(start + LEAST, min(start + 6, len(run) + 1))
    )


def is_abroad(unit: Unit, terms: Terms) -> bool:
    """Tell whether a sentence names a foreign place: its names in letters may be of another language than Chinese."""
    return any(place in unit.source for place in FOREIGN) or any(
        c.kind == "term" and c.target[:1].isupper() and not is_read(CLASS_WORDS.sub("", c.target), c.source)
        for c in unit.constraints
        if NAME.fullmatch(c.target) and not _is_office(c, terms)
    )


def _is_office(constraint: Constraint, terms: Terms) -> bool:
    entry = terms.glossary.preferred(constraint.source)
    return entry is not None and entry.kind == "position"
