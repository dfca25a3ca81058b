"""What the state cell of a row says, chosen from its list or typed by hand, in either language."""

import re

from workflow.render import reviewtexts
from workflow.units import State

# What editors type who have no list to choose from.
_TYPED: dict[State, str] = {
    State.REVIEWED: "已审核 已审阅 已审校 审毕 已阅 完成 ok done approved ✓ ✔ √ ☑",
    State.NEEDS_WORK: "待修改 要修改 需改 须修改 needs-work todo",
    State.DRAFT: "初稿 未审",
}
_MARKS = re.compile(r"[\s\W_]+")


def _alike(text: str) -> str:
    return _MARKS.sub("", text.lower()) or text.strip()


_WORDS: dict[str, State] = {
    _alike(word): state
    for state, value, shown in reviewtexts.STATES
    for word in (value, shown, *shown.split(" ", 1), *_TYPED[state].split())
}


def is_state(line: str) -> bool:
    """Tell whether a line is a state, or what the writer says below it of where the English comes from."""
    return line_state(line) is not None or is_origin(line)


def line_state(line: str) -> State | None:
    """Return the state that a line names and nothing else."""
    return _WORDS.get(_alike(line)) if line else None


def is_origin(line: str) -> bool:
    """Tell whether a line is what the writer says of where a row's English comes from."""
    words = re.sub(r"\s*\d+%$", "", line)
    kinds = ("label", "parsed", "memory", "engine", "human")
    return bool(words) and words in {reviewtexts.origin_words(kind, None) for kind in kinds}


def value_state(value: str) -> State | None:
    """Return the state of a drop-down's value."""
    return next((state for state, known, _shown in reviewtexts.STATES if known == value), None)
