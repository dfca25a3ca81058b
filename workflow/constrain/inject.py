"""Put the English of constraints into the Chinese sentence, as the engines are fed."""

from collections.abc import Sequence

from workflow.units import Constraint


def inject(source: str, constraints: Sequence[Constraint]) -> str:
    """Return a source with each constraint's first target in its place.

    A space is put only where Latin letters or digits would touch. Constraints are in order and do not
    overlap.
    """
    parts: list[str] = []
    end = 0
    for constraint in constraints:
        parts += [source[end : constraint.start], constraint.target]
        end = constraint.end
    parts.append(source[end:])
    out = ""
    for part in parts:
        if out and part and _touches(out[-1]) and _touches(part[0]):
            out += " "
        out += part
    return out


def _touches(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in "$%")
