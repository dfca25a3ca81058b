"""The words that soften or bound a figure (约, 近, 余, 以上, ≤), with their English, as tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hedge:
    """Name the English words that soften a figure; the first `before` is the house form."""

    before: tuple[str, ...]
    after: tuple[str, ...] = ()


_MORE = Hedge(
    (
        "more than",
        "over",
        "above",
        "exceeding",
        "in excess of",
        "upwards of",
        "some",
        "well over",
        "greater than",
        "upward of",
    ),
    ("-odd", "-plus", " or more", " or so"),
)
_LESS = Hedge(
    ("less than", "fewer than", "under", "below", "not even", "short of", "within", "shy of"),
    (" or less", " or fewer"),
)
_ABOUT = Hedge(
    ("about", "around", "approximately", "some", "roughly", "an estimated", "nearly"),
    (" or so", "-odd", " or thereabouts"),
)
_NEARLY = Hedge(("nearly", "almost", "close to", "approaching", "about", "around", "some", "just under"))
_AT_LEAST = Hedge(
    (
        "at least",
        "no less than",
        "no fewer than",
        "no lower than",
        "not lower than",
        "not less than",
        "not fewer than",
        "a minimum of",
        "more than",
        "over",
    ),
    (" or more",),
)
_EXCEED = Hedge(
    (*_MORE.before, "exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed", "surpassing", "passed", "past",
     "beyond", "topped", "topping", "higher than", "longer than", "larger than", "steeper than", "older than",
     "deeper than", "taller than", "wider than",
     "heavier than", "faster than", "greater than"), _MORE.after,
)  # fmt: skip
_AT_MOST = Hedge(
    ("no more than", "not more than", "at most", "up to", "not exceed", "not exceeding",
     "limited to", "capped at", "a maximum of", "within",
     "less than", "under", "below", "no later than", "not exceeded", "no older than", "no longer than",
     "no higher than"), (" or less", " or fewer", " at most"),
)  # fmt: skip
_LOWER = Hedge((*_LESS.before, "lower than", "smaller than", "shorter than", "beneath"), _LESS.after)


_OR_MORE = Hedge(
    (*_AT_LEAST.before, "greater than or equal to", "equal to or greater than"),
    (*_AT_LEAST.after, " or above", " and above", " or higher", " or greater", " or over"),
)


_AS_MANY = Hedge(
    ("as many as", "as much as", "up to", "as high as", "reaching", "reached", "reach", "reaches", "numbering", "numbered",
     "totaling", "totaled", "a total of", "amounting to", "amounted to", "amounts to", "no fewer than", "no less than"),
)  # fmt: skip
# 高达45米 is 45 meters tall, and a rate may do without the emphasis.
_AS_HIGH = Hedge(("as high as", *(word for word in _AS_MANY.before if word != "as high as")), ("",))
_JUST_OVER = Hedge(("just over", "slightly more than", "slightly over", "a little over", "a little more than", "over",
                    "more than"))  # fmt: skip
_JUST_UNDER = Hedge(("just under", "slightly less than", "slightly under", "a little under", "a little less than",
                     "nearly", "almost", "under", "less than"))  # fmt: skip


def _sign(*signs: str, hedge: Hedge) -> Hedge:
    """Return a hedge that stays a sign before the figure, or is said in the words of another."""
    return Hedge((*signs, *hedge.before), hedge.after)


HEDGES_BEFORE = {
    "超过": _EXCEED, "超": _EXCEED, "逾": _EXCEED, "不超过": _AT_MOST, "最多": _AT_MOST, "至多": _AT_MOST,
    "约": _ABOUT, "大约": _ABOUT, "大概": _ABOUT, "约为": _ABOUT, "约合": _ABOUT,
    "近": _NEARLY, "将近": _NEARLY, "接近": Hedge((*_NEARLY.before, "approached", "approaches", "approach")),
    "不到": _LESS, "不足": _LESS,
    "不小于": Hedge((*_AT_LEAST.before, "no smaller than", "not smaller than"), _AT_LEAST.after),
    "不大于": Hedge((*_AT_MOST.before, "no larger than", "no greater than"), _AT_MOST.after), "不高于": _AT_MOST,
    "至少": _AT_LEAST, "不少于": _AT_LEAST, "不低于": _AT_LEAST, "不下": _AT_LEAST,
    "低于": _LOWER, "小于": _LOWER, "少于": _LOWER, "高于": _EXCEED, "大于": _EXCEED, "多于": _EXCEED,
    "多达": _AS_MANY, "高达": _AS_HIGH,
    "≤": _sign("≤", "<=", hedge=_AT_MOST), "≥": _sign("≥", ">=", hedge=_OR_MORE),
    "≈": _sign("≈", "~", hedge=_ABOUT),
    "大于等于": _OR_MORE, "小于等于": _AT_MOST, "<": _sign("<", hedge=_LOWER), "＜": _sign("<", hedge=_LOWER),
    ">": _sign(">", hedge=_EXCEED),
    "＞": _sign(">", hedge=_EXCEED),
}  # fmt: skip
HEDGES_AFTER = {
    "余": _EXCEED, "多": _EXCEED, "来": _ABOUT, "左右": _ABOUT, "上下": _ABOUT,
    "以上": Hedge(
        (*_EXCEED.before, "at least", "no less than", "not less than", "no fewer than", "upward of"),
        (" or more", " and above", " or above", " and over", " or over", " or higher", " and more", " or older",
         " and older", " or longer", " or larger", " or deeper", "-plus", " upward", " or taller"),
    ),
    "以下": Hedge(
        (*_LESS.before, "no more than", "not more than", "within", "up to", "at most", "at or below"),
        (" or less", " or below", " and below", " or fewer", " or lower", " or under", " and under", " or smaller",
         " or shorter"),
    ),
}  # fmt: skip
HEDGES_AFTER["之多"] = Hedge(_AS_MANY.before, ("",))
HEDGES_AFTER["强"], HEDGES_AFTER["弱"] = _JUST_OVER, _JUST_UNDER
HEDGES_AFTER["有余"] = HEDGES_AFTER["余"]
HEDGES_AFTER["以内"] = HEDGES_AFTER["之内"] = Hedge(
    (
        "within",
        *_AT_MOST.before,
        "in",
        "fewer than",
        "shorter than",
        "inside",
        "inside of",
        "not even",
        "in under",
        "in less than",
    ),
    (*_AT_MOST.after, " or under", " or shorter"),
)
HEDGES_AFTER["及以上"], HEDGES_AFTER["及以下"] = HEDGES_AFTER["以上"], HEDGES_AFTER["以下"]


def _denied(comparison: str) -> Hedge:
    """Return the hedge of a denied comparison; the comparison itself is right behind a not: 不得低于 is shall not be below."""
    opposite = {"低于": _AT_LEAST, "少于": _AT_LEAST, "小于": _AT_LEAST}.get(comparison, _AT_MOST)
    own = HEDGES_BEFORE[comparison]
    return Hedge(tuple(dict.fromkeys((*opposite.before, *own.before))), (*opposite.after, *own.after))


# A denial with a verb before it, and one of what was: 不得低于, 没有超过.
HEDGES_BEFORE |= {
    f"{denial}{comparison}": _denied(comparison)
    for denial in ("不得", "不应", "不能", "不可", "不宜", "不会", "没有", "未", "从未", "并未", "无法")
    for comparison in ("低于", "少于", "小于", "高于", "大于", "多于", "超过", "超")
}
