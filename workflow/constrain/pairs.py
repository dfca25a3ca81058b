"""Find countries named by one character each: 中越两国, 中泰、中柬领导人, 老中双方, 中老缅泰四国."""

import re
from collections.abc import Iterator

from workflow.constrain.alternatives import either
from workflow.constrain.homes import homes
from workflow.constrain.offices import COUNTRY_ADJECTIVES, with_article
from workflow.units import Constraint

COUNTRIES = homes().one_character
# What follows a run of countries and makes it one; 中美洲, 中老年, 老中医, 其中越来越 are none.
_JOINED = "铁路|高铁|公路|高速|班列|油气管道|输油|输气|管道|经济走廊|走廊|界河|界碑|跨境|边民|边贸|口岸|命运共同体|友好协会"
AFTER = (
    r"(?=、|和|与|及|[“《]|[两二三四五六][国方]|双方|双边|多边|关系|领导人|边境|边界|贸易|经贸|建交|友好|友谊|联合|合作|环境|战略"
    r"|政府|企业|专家|高层|首脑|外长|总理|人文|媒体|青年|民间|代表|记者|学生|游客|学者|官员|技术人员|有限公司"
    r"|旅游|文化|科技|教育|农业|能源|电力|生态|绿色|水利|水资源|林业|气象|医疗|卫生|减贫|人民|民众|共建|携手|共同|产能|投资|数字|智库"
    rf"|{_JOINED})"
)
COMPOUND = re.compile(_JOINED)
OTHER = "".join(COUNTRIES).replace("中", "")
# Of the countries of the river any two and more make a run, in any order.
RIVER = homes().river
# Before a run a sentence, a list or a short word begins it: 推动中老…, but not 集中日…, 其中越….
RUN = re.compile(rf"(?<![其集空之心当长古高元])(?:中[{OTHER}](?![{RIVER}])|[{RIVER}]{{2,6}}){AFTER}")
# 中国—柬埔寨环境合作中心: two countries in full, a dash between.
FULL = {zh: en for zh, en in homes().abroad.items() if en in COUNTRY_ADJECTIVES and len(zh) > 1} | {
    "中国": "China"
}
DASHED = re.compile(rf"(?P<one>{either(FULL)})[—－–-](?P<other>{either(FULL)})(?!族|人|语|湾)")
SHORT = {"Lao PDR": "Laos", "Viet Nam": "Vietnam"}


def find(text: str) -> Iterator[Constraint]:
    """Yield the runs of countries, in order.

    Fed as "China and Viet Nam", before 铁路 and the like as "China-Viet Nam"; the adjectives are accepted.
    """
    for match in RUN.finditer(text):
        if len(set(match[0])) == len(match[0]):
            names = [COUNTRIES[character] for character in match[0]]
            forms = _forms(names, bool(COMPOUND.match(text, match.end())))
            yield Constraint(match.start(), match.end(), match[0], forms, "term")
    for match in DASHED.finditer(text):
        forms = _forms([FULL[match["one"]], FULL[match["other"]]], compound=True)
        yield Constraint(match.start(), match.end(), match[0], forms, "term")


def _forms(names: list[str], compound: bool) -> tuple[str, ...]:
    shown = [with_article(name) for name in names]
    adjectives = [COUNTRY_ADJECTIVES.get(name, name) for name in names]
    short = [SHORT.get(name, name) for name in names]
    spoken, joined = [_list(shown)], ["-".join(names)]
    more = [_list(adjectives), ", ".join(shown), "-".join(short), _list(short), "-".join(adjectives)]
    if len(names) > 2:
        more += [_list(shown).replace(" and ", ", and "), f"the {', '.join(shown)}"]
    else:
        more += [_list(shown[::-1]), "-".join(names[::-1]), "-".join(short[::-1])]
        more += [f"Sino-{adjectives[1]}"] if names[0] == "China" else []
    return tuple(dict.fromkeys([*joined, *spoken, *more] if compound else [*spoken, *joined, *more]))


def _list(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"
