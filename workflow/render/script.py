"""Show Simplified Chinese in another script: the source's own characters where it has them, else OpenCC's."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from opencc import OpenCC


def in_script(text: str, script: Literal["hans", "hant"]) -> str:
    """Return Simplified Chinese in a script, the characters converted and the wording kept."""
    return _traditional().convert(text) if script == "hant" and text else text


def as_in_source(original: Sequence[tuple[str, str]]) -> Callable[[str], str]:
    """Return a function that gives a text in the characters of a Traditional source.

    `original` pairs every cleaned block with the same text in the source's script, character by character.
    A text that stands in no block (a line that was put together) is converted instead: one Simplified
    character can stand for several (余 for 餘 and 余), and only the source knows which.
    """
    hans, hant = (
        "".join("".join(side.split()) for side in sides) for sides in (*zip(*original, strict=True),)
    )

    def shown(text: str) -> str:
        bare = "".join(text.split())
        at = hans.find(bare)
        if not bare or at < 0:
            return in_script(text, "hant")
        characters = iter(hant[at : at + len(bare)])
        return "".join(c if c.isspace() else next(characters) for c in text)

    return shown


@cache
def _traditional() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("s2tw")
