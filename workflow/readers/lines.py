"""A document put together from lines that a container gave: what is text becomes blocks, the rest is kept in `removed`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workflow.bulletin import Block, Look, Removed

RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")


@dataclass(frozen=True, slots=True)
class Cut:
    """Say that start:end of a line is no text, and why; `after` stands in its place."""

    start: int
    end: int
    reason: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of a source in reading order; `reason` says why the whole of it is no text, "" where it is."""

    text: str
    look: Look = field(default_factory=Look)
    cuts: tuple[Cut, ...] = ()
    reason: str = ""

    @property
    def shown(self) -> str:
        """Return the text without what is cut out of it, "" where the whole line is no text."""
        text = "" if self.reason else self.text
        for cut in reversed(self.cuts if text else ()):
            text = text[: cut.start] + cut.after + text[cut.end :]
        return text


def picture_line(number: int, alt: str, said: str, name: str, reason: str) -> Line:
    """Return the line of a picture that is printed, as Markdown writes it: its text is `said` of what the source's `alt` says."""
    text = f"![{alt}]({name})"
    return Line(text, Look(picture=number), (Cut(0, len(text), reason, said),))


def gathered(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...], tuple[Removed, ...]]:
    """Return the raw text of lines, one below the other, its blocks, and what is no text with its reason."""
    blocks: list[Block] = []
    removed: list[Removed] = []
    start = 0
    for number, line in enumerate(lines, 1):
        end = start + len(line.text)
        if line.shown.strip() or (line.look.picture is not None and not line.reason):
            blocks.append(_block(line, start, number))
        elif line.text.strip():
            reason = line.reason or line.cuts[0].reason
            removed.append(Removed(line.text, reason, ((start, end),)))
        start = end + 1
    return "\n".join(line.text for line in lines), tuple(blocks), tuple(removed)


def _block(line: Line, start: int, number: int) -> Block:
    block = Block.of(line.text, start, number, line.look)
    for cut in reversed(line.cuts):
        block = block.edit(cut.start, cut.end, cut.after, cut.reason)
    return block


def left_out_for(lines: Iterable[Line], reason: str) -> list[str]:
    """Return the stretches of lines that were left out for a reason."""
    found: list[str] = []
    for line in lines:
        found += [line.text] if line.reason == reason else []
        found += [line.text[cut.start : cut.end] for cut in line.cuts if cut.reason == reason]
    return found


def raised(text: str) -> str:
    """Return figures and signs set above the line as the characters that stand there, so that 10² is not 102."""
    return text.translate(RAISED) if all(c.isspace() or ord(c) in RAISED for c in text) else text
