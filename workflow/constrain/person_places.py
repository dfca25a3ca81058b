"""Tell from the office before a name which country the person is of."""

import re

from workflow.constrain.alternatives import either
from workflow.constrain.homes import homes

FOREIGN = homes().abroad
DOMESTIC = homes().china
COMMON_BODIES = homes().everywhere
HOME = "China"
INSTITUTIONS = homes().unless_abroad
_PLACE = re.compile(either((*FOREIGN, *DOMESTIC, *INSTITUTIONS)))
# A province that is none of these is abroad: 多乐省, 加拉信府, 克伦邦.
_PROVINCE = re.compile("([\u4e00-\u9fff]{2,5}?)(省(?![级会外内际])|(?<![政王])府(?![际])|(?<!联)邦)")
_NO_PROVINCE = tuple("全各本该跨外两三五六多邻我西东政州首学官世")
_SEPARATOR = re.compile("[，。；：！？“”\n]")
WINDOW = 60
# What makes a place the aim or the host of an office, not its country.
_TOWARDS = ("访问", "前往", *"驻赴访在抵到至")
_NOT_AFTER = ("研究", "国籍", "语", "问题", "-", "—", "－", "虎", "象", "湾")


def country_of(before: str) -> str | None:
    """Return the country of the office that ends a text, or None where it is Chinese or says nothing."""
    country = home_of(before)
    return None if country == HOME else country


def home_of(before: str) -> str | None:
    """Return the country of the office that ends a text, HOME where it is Chinese, None where it says nothing.

    The last place named since the clause began counts; one behind 驻, 赴 and the like is where somebody serves.
    """
    window = before[-WINDOW:]
    cut = 0
    for separator in _SEPARATOR.finditer(window):
        cut = separator.end()
    clause = window[cut:]
    country: str | None = None
    found = False
    for place in _PLACE.finditer(clause):
        if clause[: place.start()].endswith(_TOWARDS) and place.start() > 0:
            continue
        if clause.startswith(_NOT_AFTER, place.end()):
            continue
        # China's provinces are few and known: 太原省 is Thai Nguyen in Viet Nam.
        if (
            clause.startswith("省", place.end())
            and place[0] not in FOREIGN
            and place[0] not in homes().provinces
        ):
            continue
        if place[0] in INSTITUTIONS and country not in (None, HOME):
            continue
        if country not in (None, HOME) and place[0] in COMMON_BODIES:
            continue
        country = FOREIGN.get(place[0], HOME)
        found = True
    if not found and (province := _PROVINCE.search(clause)):
        name = province[1]
        if not name.endswith(_NO_PROVINCE) and not clause.startswith("人民政府", province.end()):
            return {"府": "Thailand", "邦": "Myanmar"}.get(province[2], "other")
    return country
