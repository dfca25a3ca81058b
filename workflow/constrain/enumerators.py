"""Find the numbers that count the items of a list in running text: （1）完成调查；（2）召开会议, 附件：1.名单."""

import re
from collections.abc import Iterator

from workflow.constrain.figures import ordinal_forms
from workflow.units import HAN, Constraint

ENUMERATOR = re.compile(
    rf"(?:^|(?<=[；;。：:，,\s]))(?:[（(](?P<inside>\d{{1,2}})[）)](?=[{HAN}“《\dA-Z])"
    rf"|(?P<before>\d{{1,2}})[.．](?=\s?[{HAN}“《A-Z]))"
)
# What any of these has.
NEEDED = re.compile(r"\d[）)．.]")


def find(text: str) -> Iterator[Constraint]:
    """Yield the numbers of items, which stay figures in their brackets or before their point."""
    for match in ENUMERATOR.finditer(text) if NEEDED.search(text) else ():
        yield Constraint(match.start(), match.end(), match[0], _forms(match), "quantity")


def _forms(match: re.Match[str]) -> tuple[str, ...]:
    number = match["inside"] or match["before"]
    shown = (f"({number})", f"{number}.") if match["inside"] else (f"{number}.", f"({number})")
    words = [word for word in ordinal_forms(int(number)) if word.isalpha()]
    return (*shown, f"{number})", number, *words, *(f"{word}ly" for word in words[:1]))
