"""Elements of WordprocessingML by their local names, what wraps text, and what a tracked change says.

Local names are asked for, so that Word's strict form of the format is read as well. Source of the names: ECMA-376
part 1, clause 17; for mc:AlternateContent part 3.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COLUMNS = 63  # Word's own limit
# What holds no text of the document: properties, the instruction of a field.
SILENT = frozenset(
    "pPr rPr tblPr tblPrEx tblGrid trPr tcPr sectPr sdtPr sdtEndPr ctrlPr instrText delInstrText".split()
)
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
CHANGES: dict[str, Literal["inserted", "deleted"]] = {
    "ins": "inserted",
    "moveTo": "inserted",
    "del": "deleted",
    "moveFrom": "deleted",
}
NOTES: dict[str, Literal["footnote", "endnote"]] = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Say who made a tracked change, and when (as the file spells it)."""

    author: str = ""
    date: str = ""


def local_name(element: "_Element") -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: "_Element | None", name: str = "val") -> str:
    """Return the attribute of a name in whatever namespace, "" where there is none."""
    if element is None:
        return ""
    return next((str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: "_Element | None", *path: str) -> "_Element | None":
    """Return the first element on a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((e for e in element if local_name(e) == name), None)
    return element


def style_key(name: str) -> str:
    """Return a style's name as all programs agree on it: identifiers and names differ in spaces, marks and case."""
    return "".join(character for character in name.casefold() if character.isalnum())


def is_on(element: "_Element | None") -> bool:
    """Tell whether a switch is set: there, and not turned off."""
    return element is not None and value(element).lower() not in ("0", "false", "off")


def mark_of(change: "_Element") -> Mark:
    """Return who made a tracked change, and when."""
    return Mark(value(change, "author"), value(change, "date"))


def count(text: str, otherwise: int, most: int = MOST_COLUMNS) -> int:
    """Return a number that the file states (columns of a table), within what it can be."""
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def content_of(element: "_Element", name: str) -> "_Element":
    """Return where the text of a wrapper stands: a control's content, the first of several ways to show one thing."""
    if name == "sdt":
        content = child(element, "sdtContent")
        return element if content is None else content
    if name == "AlternateContent":
        return next((e for e in element if local_name(e) in ("Choice", "Fallback")), element)
    return element


class Fields:
    """Follow the fields that are open, innermost last: of a field, its result is text and its instruction is none."""

    def __init__(self) -> None:
        self.open: list[bool] = []  # whether the result of each has begun

    def take(self, kind: str) -> None:
        """Take a field's mark: `begin`, `separate` or `end`."""
        if kind == "begin":
            self.open.append(False)
        elif self.open and kind == "separate":
            self.open[-1] = True
        elif self.open and kind == "end":
            self.open.pop()

    def in_instruction(self) -> bool:
        """Tell whether text stands in the result of a field that is part of another field's instruction.

        Text of an instruction itself is no text element; what looks so is a field whose marks were lost.
        """
        return not all(self.open[:-1])
