"""Find two countries named by one character each: 中越两国, 中泰、中柬领导人."""

import re
from collections.abc import Iterator

from workflow.constrain.offices import COUNTRY_ADJECTIVES
from workflow.units import Constraint

COUNTRIES = {
    "中": "China",
    "越": "Viet Nam",
    "泰": "Thailand",
    "柬": "Cambodia",
    "老": "Lao PDR",
    "缅": "Myanmar",
    "日": "Japan",
    "韩": "Republic of Korea",
    "俄": "Russia",
    "美": "United States",
    "英": "United Kingdom",
    "法": "France",
    "德": "Germany",
    "印": "India",
    "新": "Singapore",
    "澳": "Australia",
    "马": "Malaysia",
}
# What follows a pair of countries and makes it one; 中美洲, 中老年, 其中越来越 are none.
AFTER = (
    r"(?=、|和|与|及|两国|双方|双边|关系|领导人|边境|边界|贸易|经贸|建交|友好|友谊|联合|合作|环境|战略|政府|企业"
    r"|专家|高层|首脑|外长|总理)"
)
OTHER = "".join(COUNTRIES).replace("中", "")
# Before a pair a sentence, a list or a short word begins it: 推动中老…, but not 集中日…, 其中越….
PAIR = re.compile(rf"(?<![其集空之心])中([{OTHER}]){AFTER}")
WITH_ARTICLE = frozenset({"Republic of Korea", "United States", "United Kingdom"})


def find(text: str) -> Iterator[Constraint]:
    """Yield the pairs of China and another country, in order.

    Fed as "China and Viet Nam"; "China-Viet Nam" and the adjectives are accepted.
    """
    for match in PAIR.finditer(text):
        other = COUNTRIES[match[1] or match[2]]
        named = f"the {other}" if other in WITH_ARTICLE else other
        adjective = COUNTRY_ADJECTIVES.get(other, other)
        forms = (
            f"China and {named}",
            f"China-{other}",
            f"Chinese and {adjective}",
            f"China, {named}",
            f"{named} and China",
            f"Sino-{adjective}",
        )
        yield Constraint(match.start(), match.end(), match[0], forms, "term")
