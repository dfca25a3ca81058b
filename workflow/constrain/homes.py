"""Read glossary/homes.toml: the words that tell of which country a person, an office or a place is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workflow.resources import packaged_folder

FILE = "homes.toml"


@dataclass(frozen=True, slots=True)
class Homes:
    """Hold the words of each country, "other" for one without readings of its own, those that are Chinese and China's provinces.

    `unless_abroad` are Chinese where no country stands before them, `everywhere` says nothing behind a country;
    `one_character` maps 越 to Viet Nam, `river` are the characters of the countries of the river. `short_forms` maps the
    English of a place to characters that stand for it, `also_called` to a pattern of other words for it; beside `nations` such
    a character is a country. `countries` maps the Chinese of every country to its English; without their class those of
    `never_bare` are other words.
    """

    abroad: Mapping[str, str]
    countries: Mapping[str, str]
    china: tuple[str, ...]
    provinces: frozenset[str]
    unless_abroad: tuple[str, ...]
    everywhere: frozenset[str]
    one_character: Mapping[str, str]
    river: str
    short_forms: Mapping[str, str]
    also_called: Mapping[str, str]
    nations: str
    never_bare: frozenset[str]


@cache
def homes() -> Homes:
    """Return the package's table."""
    table = tomllib.loads((packaged_folder("glossary") / FILE).read_text(encoding="utf-8"))
    china = table["china"]
    abroad = {
        zh: english if english in table["abroad"] else "other"
        for zh, english in table["countries"].items()
        if english != "China"
    }
    return Homes(
        abroad=abroad | {zh: country for country, words in table["abroad"].items() for zh in words},
        countries=table["countries"],
        china=tuple(china["names"]),
        provinces=frozenset(china["provinces"]),
        unless_abroad=tuple(china["unless_abroad"]),
        everywhere=frozenset(china["everywhere"]),
        one_character=table["one_character"],
        river=table["river"]["characters"],
        short_forms=table["short_forms"],
        also_called=table["also_called"],
        nations=table["nations"]["characters"],
        never_bare=frozenset(table["never_bare"]["names"]),
    )
