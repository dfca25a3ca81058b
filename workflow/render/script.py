"""Show Simplified Chinese in another script: the source's own characters where it has them, else OpenCC's."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from workflow.render.options import Form

if TYPE_CHECKING:
    from opencc import OpenCC


# So much of a source tells its standard.
SAMPLE = 20_000
# Script → OpenCC's conversion: the standard characters of Taiwan (裡 為 衛) or of Hong Kong (裏 為 衞); `hant` is Taiwan's.
CONVERSIONS: dict[Form, str] = {"hant": "s2tw", "tw": "s2tw", "hk": "s2hk"}


def in_script(text: str, script: Form) -> str:
    """Return Simplified Chinese in a script, the characters converted and the wording kept."""
    return _converter(CONVERSIONS[script]).convert(text) if script != "hans" and text else text


def form_of(original: Sequence[tuple[str, str]]) -> Form:
    """Return the standard whose characters a Traditional source has: that which gives most of them from the Simplified."""
    hans, hant = ("".join(side)[:SAMPLE] for side in (*zip(*original, strict=True),))
    alike = {
        form: sum(a == b for a, b in zip(in_script(hans, form), hant, strict=False)) for form in ("tw", "hk")
    }
    return "hk" if alike["hk"] > alike["tw"] else "tw"


def as_in_source(original: Sequence[tuple[str, str]]) -> Callable[[str], str]:
    """Return a function that gives a text in the characters of a Traditional source.

    `original` pairs every cleaned block with the same text in the source's script, character by character.
    A text that stands in no block (a line that was put together) is converted instead, to the standard that the
    source follows: one Simplified character can stand for several (余 for 餘 and 余), and only the source knows which.
    """
    form = form_of(original)
    hans, hant = (
        "".join("".join(side.split()) for side in sides) for sides in (*zip(*original, strict=True),)
    )

    def shown(text: str) -> str:
        bare = "".join(text.split())
        at = hans.find(bare)
        if not bare or at < 0:
            return in_script(text, form)
        characters = iter(hant[at : at + len(bare)])
        return "".join(c if c.isspace() else next(characters) for c in text)

    return shown


@cache
def _converter(name: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(name)
