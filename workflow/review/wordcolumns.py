"""Which column of a table is which, told by what stands in its cells: editors add, remove and move columns.

Every cell votes for what its column may be; its own controls, the digests of its text and the heads count for
more than the look of its text. Rows with one cell (separators) do not vote.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workflow.render import reviewtexts
from workflow.review.wordids import is_id_line, line_of, shown_ids, side_tag
from workflow.review.wordstates import is_state
from workflow.review.wordtree import Cell, Evidence, Paragraph, Table, Text, accepted, paragraphs, rejected
from workflow.units import HAN, text_digest

Role = Literal["id", "source", "target", "state"]
ROLES: tuple[Role, ...] = ("id", "source", "target", "state")
Columns = Mapping[int, Role]


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold the roles of a table's columns, by where they start in its grid, and what its cells say of themselves.

    `unsure` tells that another column may as well be the English.
    """

    columns: Columns
    said: Mapping[Cell, frozenset[Role]]
    unsure: bool = False


_HEAD, _DIGEST, _TAG, _BEFORE, _STYLE, _LOOK = 20, 8, 5, 3, 2, 1
_STYLES: dict[str, Role] = {
    "reviewid": "id",
    "reviewflag": "id",
    "reviewzh": "source",
    "reviewzhheading": "source",
    "reviewen": "target",
    "reviewenheading": "target",
    "reviewstate": "state",
}
# A head as it was written, or one of its languages alone.
_HEADS: dict[str, Role] = {
    form.lower(): role
    for role, words in zip(ROLES, reviewtexts.HEADS, strict=True)
    for form in (" ".join(words), *words)
}
_PARTS: dict[str, Role] = {"unit": "id", "source": "source", "state": "state"}
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_WORD = re.compile(r"\w")


def layout_of(table: Table, before: Columns) -> Layout:
    """Return what the columns and cells of a table are.

    `before` is what those of the table before it are: a table split in two has its heads in the first part only.
    """
    said = {cell: sure_roles(cell, row.evidence) for row in table.rows for cell in row.cells}
    votes: Counter[tuple[int, Role]] = Counter()
    starts: set[int] = set()
    for row in table.rows:
        if len(row.cells) < 2:
            continue
        heads = {
            cell.start: role for cell in row.cells if (role := _HEADS.get(accepted(cell.pieces).lower()))
        }
        votes.update(dict.fromkeys(heads.items(), _HEAD) if len(heads) > 1 else {})
        for cell in row.cells:
            starts.add(cell.start)
            for role, weight in _votes(cell, said[cell]).items():
                votes[cell.start, role] += weight
    if set(before) <= starts:
        votes.update(dict.fromkeys(before.items(), _BEFORE))
    found: dict[int, Role] = {}
    for (start, role), _count in sorted(votes.items(), key=lambda item: (-item[1], item[0][0])):
        if start not in found and role not in found.values():
            found[start] = role
    left = [start for start in starts if start not in found]
    if len(left) == 1 and len(found) == len(ROLES) - 1:
        found[left[0]] = next(role for role in ROLES if role not in found.values())
    english = [votes[start, role] for start, role in found.items() if role == "target"]
    return Layout(
        found, said, any(votes[start, "target"] in english for start in starts if start not in found)
    )


def _votes(cell: Cell, said: frozenset[Role]) -> Counter[Role]:
    votes: Counter[Role] = Counter()
    for role in said:
        votes[role] += _DIGEST if role == "target" else _TAG
    for look in {styled(paragraph) for paragraph in paragraphs(cell.blocks)}:
        if look is not None:
            votes[look] += _STYLE
    text = accepted(cell.pieces)
    lines = [line_of(paragraph) for paragraph in paragraphs(cell.blocks)]
    if shown_ids(cell) and all(map(is_id_line, lines)):
        votes["id"] += 2 * _LOOK  # a word of English may look like an id
    if any(map(is_state, lines)):
        votes["state"] += _LOOK
    elif _HAN.search(text) or _LATIN.search(text):
        votes["source" if mostly_chinese(text) else "target"] += _LOOK
    return votes


def sure_roles(cell: Cell, evidence: Evidence) -> frozenset[Role]:
    """Return what a cell certainly holds: by its controls, or by a text that is the row's own, digit for digit."""
    roles = {_PARTS[part] for tags in {piece.tags for piece in cell.pieces} if (part := side_tag(tags)[0])}
    claims = [claim for claim in evidence.certain if claim.digest != claim.base]
    texts = {accepted(cell.pieces), rejected(cell.pieces)} if claims else set()
    written = {text_digest(text) for text in texts if _WORD.search(text)}
    for claim in claims:
        roles |= {"source"} if claim.digest in written else set()
        roles |= {"target"} if claim.base in written else set()
    return frozenset(roles)


def mostly_chinese(text: str) -> bool:
    """Tell whether a text is Chinese: a Han character says as much as two letters."""
    return len(_HAN.findall(text)) * 2 > len(_LATIN.findall(text))


def styled(paragraph: Paragraph) -> Role | None:
    """Return the role that the writer gave a paragraph of this style."""
    return _STYLES.get(paragraph.style)


def role_of(paragraph: Paragraph, among: frozenset[Role]) -> Role:
    """Return which of several roles a paragraph of a merged cell has."""
    pieces = [piece for piece in paragraph.pieces if isinstance(piece, Text)]
    tagged = {_PARTS[part] for piece in pieces if (part := side_tag(piece.tags)[0])} & among
    look = styled(paragraph)
    line = line_of(paragraph)
    if len(tagged) == 1:
        return next(iter(tagged))
    if look in ("source", "target") and look in among:
        return look
    if "id" in among and line and is_id_line(line):
        return "id"
    if "state" in among and is_state(line):
        return "state"
    if "source" in among and ("target" not in among or mostly_chinese(line)):
        return "source"
    return "target" if "target" in among else next(role for role in ROLES[::-1] if role in among)
