"""Write people's names in English letters: Chinese by GB/T 28039, foreign ones in Han characters as readings."""

from functools import lru_cache
from itertools import product

from workflow.constrain import minority, single_readings
from workflow.constrain.folding import is_han
from workflow.constrain.person_clear import familiar_english
from workflow.constrain.person_places import HOME
from workflow.constrain.surnames import (
    COMPOUND_SURNAMES,
    FOREIGN_ONLY,
    GIVEN_READINGS,
    SURNAME_READINGS,
    SURNAMES,
    VIETNAMESE,
)

MIDDLE_DOTS = "·•・‧"
# Surnames that with 文 as the middle name are those of a Vietnamese man: 黎文顺 Le Van Thuan.
OFTEN_VIETNAMESE = frozenset("黎裴武陶邓范杜潘吕胡何丁段")
# Surnames that are read in two ways: the second is accepted where the name is one's own to spell.
SECOND_READINGS = {
    "隗": "Kui", "谌": "Shen", "郗": "Chi", "覃": "Tan", "乐": "Le", "盖": "Gai", "单": "Dan", "召": "Shao", "宓": "Fu",
    "朴": "Park", "华": "Hua", "尉": "Yu", "能": "Neng", "纪": "Ji", "岩": "Yan", "区": "Qu", "员": "Yuan",
}  # fmt: skip
# Syllables of Burmese names: 吴 or 杜 and nothing but these is a form of address and a Burmese name.
BURMESE_SYLLABLES = frozenset("登敏昂钦丁觉温埃妙梭佐当意吞耶内盛奈丹玛茵梅")
# Forms of address that Burmese names carry: 吴 U, 杜 Daw.
BURMESE = {"吴": "U", "杜": "Daw"}


def person_name(zh: str, country: str | None = None) -> tuple[str, bool]:
    """Return the English of a person's name in Han characters, and whether it is doubtful.

    A Chinese name has its surname first and its given name in one word (GB/T 28039-2011). The name of a
    foreigner is only a reading: Sino-Vietnamese for Viet Nam, else pinyin, and always doubtful. Country is
    HOME where an office says that the person is Chinese. Without a country a name is foreign that has a middle
    dot or characters of transcriptions, is of the family 阮, has 氏 behind its surname, or 文 behind one that
    is often Vietnamese, or is a Burmese form of address with nothing but Burmese syllables behind it.
    """
    name = "".join(zh.split())
    vietnamese = len(name) > 2 and (
        (name[0] == "阮" and country != HOME)
        or (name[0] in VIETNAMESE and name[1] == "氏")
        or (name[0] in OFTEN_VIETNAMESE and name[1] == "文")
    )
    written = minority.spellings(name) or familiar_english(name, surname_in_pinyin(name[1:2]))
    if written:
        return written[0], False
    if any(dot in name for dot in MIDDLE_DOTS):
        return _foreign(name, country), True
    if country == "Viet Nam" or (country in (None, "other") and vietnamese):
        return " ".join(VIETNAMESE.get(char, pinyin(char).capitalize()) for char in name), True
    surname, given = split_name(name)
    if country is None and name[0] in BURMESE and len(name) > 2 and BURMESE_SYLLABLES.issuperset(name[1:]):
        country = "Myanmar"
    if country is None and FOREIGN_ONLY.intersection(given):
        country = "other"
    if country == "other" and surname and 0 < len(given) < 3:
        return f"{surname_in_pinyin(surname)} {given_name(given)}", True
    if country not in (None, HOME):
        return _foreign(name, country), True
    if not surname or not given:
        return pinyin(name).capitalize(), True
    return f"{surname_in_pinyin(surname)} {given_name(given)}", False


def other_spellings(zh: str) -> tuple[str, ...]:
    """Return further accepted spellings of a Chinese name: Lyu and Lu beside Lü, Kui beside Wei, no apostrophe."""
    english, doubtful = person_name(zh)
    if doubtful:
        return ()
    also = minority.spellings(zh) or familiar_english(zh, surname_in_pinyin(zh[1:2]))
    if also:
        return also[1:]
    spelled = [english]
    if zh[:1] in SECOND_READINGS and zh[:2] not in COMPOUND_SURNAMES:
        spelled.append(f"{SECOND_READINGS[zh[0]]} {english.split(' ', 1)[1]}")
    if "ü" in english.lower():
        spelled += [english.replace("ü", said).replace("Ü", said.capitalize()) for said in ("yu", "u")]
    if zh[:1] in "岩玉" and len(zh) < 4:
        spelled += [name.replace(" ", "").capitalize() for name in spelled]
    spelled += [name.replace("'", "") for name in spelled if "'" in name]
    return tuple(spelled[1:])


def split_name(name: str) -> tuple[str, str]:
    """Return the surname and the given name of a Chinese name without spaces; no surname where none is known."""
    if len(name) > 2 and name[:2] in COMPOUND_SURNAMES:
        return name[:2], name[2:]
    if name[:1] in SURNAMES and len(name) == 4 and name[1] in SURNAMES:
        return name[:2], name[2:]
    known = name[:1] in SURNAMES or name[:1] == minority.NAXI_SURNAME
    return (name[:1], name[1:]) if known else ("", name)


@lru_cache(maxsize=4096)
def pinyin(text: str) -> str:
    """Return the pinyin of Han characters, one by one in their commonest readings, ü kept; others stay."""
    return _with_apostrophes([_syllable(char) if is_han(char) else char for char in text])


@lru_cache(maxsize=8192)
def _syllable(char: str) -> str:
    single_readings.load()
    from pypinyin import lazy_pinyin

    return "shi" if char == "什" else lazy_pinyin(char, v_to_u=True)[0]


@lru_cache(maxsize=4096)
def readings(char: str) -> tuple[str, ...]:
    """Return every reading of a Han character in pinyin, the commonest first and ü kept; none of another character."""
    single_readings.load()
    from pypinyin import Style
    from pypinyin import pinyin as all_readings

    if not is_han(char):
        return ()
    found = all_readings(char, style=Style.NORMAL, heteronym=True, v_to_u=True)[0]
    named = (GIVEN_READINGS[char],) if char in GIVEN_READINGS else ()
    return tuple(dict.fromkeys((_syllable(char), *named, *found)))


def read_otherwise(zh: str) -> tuple[str, ...]:
    """Return a Chinese name with its given name in all the readings that its characters have: 朝晖 is Zhaohui too."""
    surname, given = split_name(zh)
    if not surname or not 0 < len(given) < 3:
        return ()
    read = product(*(readings(char) for char in given))
    return tuple(f"{surname_in_pinyin(surname)} {_with_apostrophes(list(one)).capitalize()}" for one in read)


def _with_apostrophes(syllables: list[str]) -> str:
    """Return syllables as one word, an apostrophe before a later one that begins with a, o or e."""
    joined = syllables[0] if syllables else ""
    for syllable in syllables[1:]:
        joined += ("'" if syllable[:1] in "aoeāōē" else "") + syllable
    return joined


def surname_in_pinyin(surname: str) -> str:
    """Return a surname in pinyin, its characters read as surnames are: 曾 is Zeng."""
    reading = SURNAME_READINGS.get(surname) or "".join(SURNAME_READINGS.get(c, pinyin(c)) for c in surname)
    return reading.capitalize()


def given_name(given: str) -> str:
    """Return a given name in pinyin, one word, its characters read as names are."""
    return _with_apostrophes([GIVEN_READINGS.get(char, pinyin(char)) for char in given]).capitalize()


def _foreign(name: str, country: str | None) -> str:
    words: list[str] = []
    for part in _split_dots(name):
        if country == "Myanmar" and not words and len(name) > 2 and part[0] in BURMESE:
            words.append(BURMESE[part[0]])
            part = part[1:]
        if part:
            words.append(pinyin(part).capitalize())
    return " ".join(words)


def _split_dots(name: str) -> list[str]:
    for dot in MIDDLE_DOTS[1:]:
        name = name.replace(dot, MIDDLE_DOTS[0])
    return [part for part in name.split(MIDDLE_DOTS[0]) if part]
