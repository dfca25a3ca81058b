"""Which characters the families of a brand can show, as fontconfig knows them."""

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from workflow.errors import MissingPartError
from workflow.i18n import _

# Everyday characters of bulletins, those of names that small fonts lack, and the marks of both scripts.
CHINESE = (
    "本期简报：二〇二四年第3期，由某某研究中心编印。会议听取了与会代表的意见，通过《流域生态保护行动计划（2024—2030年）》；"
    "“绿色发展”是各方共识！淼喆堃昇玥珺翀骉澍湉濛浍沱涪沅溆邛崃勐祜璋琚筇溦·…、？‘’〈〉【】％～℃"
)
ENGLISH = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 "
    ".,;:!?'\"()[]/&%$#@*+=<>-–—‘’“”…·•°²³×€£éèüöñç"
)


def missing(text: str, families: Iterable[str], known: Mapping[str, frozenset[int]]) -> str:
    """Return the characters of a text that none of the families has, each once."""
    there = frozenset().union(*(known.get(family, frozenset()) for family in families))
    return "".join(c for c in dict.fromkeys(text) if not c.isspace() and ord(c) not in there)


def characters(families: Sequence[str]) -> dict[str, frozenset[int]]:
    """Return the code points of each family that is installed; MissingPartError where fontconfig is not there."""
    read = partial(subprocess.run, capture_output=True, encoding="utf-8", check=False, timeout=60)
    known: dict[str, frozenset[int]] = {}
    for family in dict.fromkeys(families):
        try:
            # A hyphen in a pattern would begin a size.
            listing = read(["fc-list", "--format", "%{charset}\n", family.replace("-", r"\-")]).stdout
        except (OSError, subprocess.TimeoutExpired) as error:
            text = _("fc-list cannot be run ({reason}); install fontconfig.")
            raise MissingPartError(text.format(reason=error)) from None
        if listing.strip():
            known[family] = _code_points(listing.split())
    return known


def _code_points(ranges: Iterable[str]) -> frozenset[int]:
    """Return the numbers of fontconfig's ranges: 20-7e a0 2010-2015."""
    ends = (
        (first, last or first) for first, _mark, last in (one.partition("-") for one in dict.fromkeys(ranges))
    )
    return frozenset(n for first, last in ends for n in range(int(first, 16), int(last, 16) + 1))
