"""What a brand changes of the Word styles: word.toml of its folder and its bases, by style and property."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from workflow.errors import InputError
from workflow.i18n import _
from workflow.render.brand import Brand, find_in
from workflow.render.brandtoml import COLOURS
from workflow.render.wordstyles import (
    CHARACTERS,
    COMMON,
    EDITION,
    REVIEW,
    TABLES,
    CharacterStyle,
    ParagraphStyle,
    TableStyle,
)

FILE = "word.toml"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SIDES = ("top", "bottom", "left", "right", "insideH", "insideV")
# Properties that are one of a few words.
_WORDS = {
    "face": ("", "serif", "sans"),
    "align": ("", "left", "center", "right"),
    "underline": ("", "single", "double", "dotted", "dash", "wave", "thick"),
}
_COLOURS = ("colour", "fill", "head")
S = TypeVar("S", ParagraphStyle, CharacterStyle, TableStyle)


@dataclass(frozen=True, slots=True)
class WordStyles:
    """Hold the styles of a brand's Word files; those of the edition are among the paragraphs."""

    paragraphs: tuple[ParagraphStyle, ...]
    characters: tuple[CharacterStyle, ...]
    tables: tuple[TableStyle, ...]


def look_of(brand: Brand) -> WordStyles:
    """Return the styles with what a brand changes, the nearest word.toml last; InputError names a bad property."""
    look = WordStyles((*EDITION, *REVIEW, *COMMON), CHARACTERS, TABLES)
    for folder in reversed((brand.folder, *brand.bases)):
        path = find_in((folder,), FILE)
        if path:
            look = _changed(look, path)
    return look


def _changed(look: WordStyles, path: Path) -> WordStyles:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        text = _("'{path}' cannot be read: {reason}. Correct that line.")
        raise InputError(text.format(path=path, reason=error)) from error
    kinds = {
        "paragraph": {style.name for style in look.paragraphs},
        "character": {style.name for style in look.characters},
        "table": {style.name for style in look.tables},
    }
    for kind, named in tables.items():
        known = kinds.get(kind, set())
        for name in named if isinstance(named, dict) else [""]:
            if name not in known:
                raise _wrong(
                    path, f"{kind}.{name}".rstrip("."), _("names no style; docs/brands.md lists them.")
                )
    return WordStyles(
        tuple(_style(style, tables.get("paragraph", {}), path) for style in look.paragraphs),
        tuple(_style(style, tables.get("character", {}), path) for style in look.characters),
        tuple(_style(style, tables.get("table", {}), path) for style in look.tables),
    )


def _style(style: S, named: Mapping[str, Any], path: Path) -> S:
    given = named.get(style.name, {})
    types = {field.name: getattr(style, field.name) for field in fields(style) if field.name != "name"}
    for key, value in given.items() if isinstance(given, dict) else [("", given)]:
        if key not in types or not _fits(key, value, types[key]):
            raise _wrong(path, f"{style.name}.{key}", _("is no property of that style, or not of its kind."))
    return replace(style, **{key: _frozen(key, value) for key, value in given.items()})


def _fits(key: str, value: object, old: object) -> bool:
    """Tell whether a value can stand for the old one of a property."""
    if key in _WORDS:
        return value in _WORDS[key]
    if key in _COLOURS:
        return value == "" or _colour(value)
    if key == "rule":
        return value == [] or _line(value, ("bottom", "left"))
    if key == "lines":
        return isinstance(value, list) and all(_line(one, _SIDES) for one in value)
    if key == "padding":
        return isinstance(value, list) and len(value) == 4 and all(type(n) is int and n >= 0 for n in value)
    if isinstance(old, bool):
        return isinstance(value, bool)
    return type(value) in (int, float) and 0 <= value <= 1000  # type: ignore[operator] # a number


def _line(value: object, sides: tuple[str, ...]) -> bool:
    """Tell whether a value is a side, a thickness in points and a colour."""
    if not isinstance(value, list) or len(value) != 3:
        return False
    side, thickness, colour = value
    return side in sides and type(thickness) in (int, float) and 0 < thickness <= 12 and _colour(colour)


def _colour(value: object) -> bool:
    return isinstance(value, str) and (value in COLOURS or bool(_HEX.fullmatch(value)))


def _frozen(key: str, value: Any) -> Any:  # noqa: ANN401 # as it stands in the file
    if key == "rule":
        return tuple(value) or None
    if key == "lines":
        return tuple(map(tuple, value))
    return tuple(value) if key == "padding" else value


def _wrong(path: Path, key: str, reason: str) -> InputError:
    return InputError(_("'{path}': '{key}' {reason}").format(path=path, key=key, reason=reason))
