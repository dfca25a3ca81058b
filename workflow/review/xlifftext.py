"""The text of an XLIFF element without its codes, and what was tracked or commented inside it.

Elements go by their local names: versions 1.1 to 2.1, and the dialects of Trados and memoQ, differ in namespaces
only. Sources: XLIFF 1.2, clause 2.4; 2.0, clause 4.2.3; Trados' own mrk types, as its files have them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Codes of the file that was translated: what they hold is markup, or text that a tool has protected.
CODES = frozenset({"x", "bx", "ex", "ph", "bpt", "ept", "it", "sc", "ec", "cp"})
ADDED = ("x-sdl-added", "x-sdl-feedback-added")
DELETED = ("x-sdl-deleted", "x-sdl-feedback-deleted")
COMMENT = "x-sdl-comment"
LINE_BREAKS = ("lb", "x-lb", "xlf:lb")
_MARKUP = re.compile(r"\s*(?:<[^<>]*>|\{[^{}]*\}|[{}]|\\[a-z]+-?\d*|&\w+;)*\s*", re.IGNORECASE)
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Text:
    """Gather the text of one side of a unit.

    `accepted` and `rejected` are its text with tracked changes accepted and rejected; `tracked` pairs the id of a
    revision with (kind, text), `commented` the id of a comment with the words it is on.
    """

    accepted: str = ""
    rejected: str = ""
    tracked: list[tuple[str, str, str]] = field(default_factory=list)
    commented: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: "Text", between: str = "") -> None:
        """Put another text after this one, with `between` where neither has a space there."""
        self.accepted = _joined(self.accepted, other.accepted, between)
        self.rejected = _joined(self.rejected, other.rejected, between)
        self.tracked += other.tracked
        self.commented += other.commented

    def say(self, text: str) -> None:
        """Put plain text after this one."""
        self.add(Text(text, text))


def name_of(element: "_Element") -> str:
    """Return an element's local name, "" for comments and processing instructions."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "_Element", *names: str) -> str:
    """Return the first attribute of these local names, whatever its namespace; "" where there is none."""
    by_name = {str(key).rpartition("}")[2].lower(): str(value) for key, value in element.attrib.items()}
    return next((by_name[name] for name in names if name in by_name), "")


def children(element: "_Element", *names: str) -> Iterator["_Element"]:
    """Yield the children of these local names."""
    return (child for child in element if name_of(child) in names)


def plain(element: "_Element") -> str:
    """Return all the text inside an element."""
    return "".join(str(part) for part in element.itertext())


def text_of(element: "_Element | None", between: str = "") -> Text:
    """Return the text of a source or target; `between` parts segments that nothing else parts."""
    if element is None:
        return Text()
    text = Text()
    _gather(element, text, between)
    kept = next((e.get(_XML_SPACE) for e in _upwards(element) if e.get(_XML_SPACE)), "default") == "preserve"
    tidy = str.strip if kept else lambda value: " ".join(value.split())
    return Text(tidy(text.accepted), tidy(text.rejected), text.tracked, text.commented)


def _gather(element: "_Element", text: Text, between: str) -> None:
    text.say(element.text or "")
    for child in element:
        kind = attribute(child, "mtype") if name_of(child) == "mrk" else ""
        inside = Text()
        if name_of(child) in CODES:
            inside.say(_code(child))
        elif name_of(child):
            _gather(child, inside, between)
        if kind in ADDED or kind in DELETED:
            inside = _tracked(inside, attribute(child, "revid"), added=kind in ADDED)
        elif kind == COMMENT:
            inside.commented.append((attribute(child, "cid"), inside.accepted))
        text.add(inside, between if kind == "seg" else "")
        text.say(child.tail or "")


def _tracked(inside: Text, revision: str, *, added: bool) -> Text:
    """Return the text of a tracked change: there when accepted, or when rejected."""
    change = (revision, "inserted" if added else "deleted", inside.accepted if added else inside.rejected)
    if added:
        return Text(inside.accepted, "", [*inside.tracked, change], inside.commented)
    return Text("", inside.rejected, [*inside.tracked, change], inside.commented)


def _code(element: "_Element") -> str:
    """Return the text that a code stands for: a line break, a character, what a tool protected; "" for markup."""
    if name_of(element) == "cp":
        number = int(attribute(element, "hex") or "0", 16)
        return chr(number) if number in (9, 10, 13) or number >= ord(" ") else ""
    if {attribute(element, "ctype"), attribute(element, "subtype")} & set(LINE_BREAKS):
        return "\n"
    inner = list(children(element, "sub"))
    if inner:
        return " ".join(text_of(sub).accepted for sub in inner)
    held = plain(element) or attribute(element, "equiv-text", "equiv")
    return "" if _MARKUP.fullmatch(held) else held


def _upwards(element: "_Element") -> Iterator["_Element"]:
    yield element
    yield from element.iterancestors()


def _joined(first: str, second: str, between: str) -> str:
    parted = not first or not second or first[-1].isspace() or second[0].isspace()
    return first + second if parted else first + between + second
