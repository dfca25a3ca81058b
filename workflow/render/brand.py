"""A brand: a folder with brand.toml, the print template, its style sheets and the logo."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from workflow.errors import InputError, MissingPartError, UsageError
from workflow.i18n import _
from workflow.resources import packaged_folder

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = re.compile(r"[\w .&+-]+")
_COLOURS = ("ink", "accent", "second", "muted", "rule", "tint")
_FONT_SETS = ("hans", "hant", "latin")
FACES = ("serif", "sans", "display")


@dataclass(frozen=True, slots=True)
class Brand:
    """Hold the look of a publisher's outputs.

    `colours` maps ink, accent, second, muted, rule and tint to #rrggbb. `fonts` maps "hans", "hant" and
    "latin" to faces ("serif", "sans", "display"), each a list of families in order of preference;
    `fallback` families serve characters that those lack. `short_forms` maps a full name to what the running
    header prints; `docx` holds what only the DOCX writers read.
    """

    name: str
    folder: Path
    title_zh: str
    title_en: str
    logo: Path | None
    colours: Mapping[str, str]
    fonts: Mapping[str, Mapping[str, tuple[str, ...]]]
    fallback: tuple[str, ...] = ()
    short_forms: Mapping[str, str] = field(default_factory=dict)
    docx: Mapping[str, str] = field(default_factory=dict)

    def families(self, script: Literal["hans", "hant", "latin"], face: str = "serif") -> tuple[str, ...]:
        """Return the families of a script and face, best first; the serif ones where the face is not set."""
        faces = self.fonts[script]
        return faces.get(face, faces["serif"])

    def file(self, name: str) -> Path:
        """Return a file of the brand's folder; MissingPartError where it is not there."""
        path = self.folder / name
        if not path.is_file():
            text = _("Brand '{brand}' lacks the file '{path}'; copy it from another brand's folder.")
            raise MissingPartError(text.format(brand=self.name, path=path))
        return path


def package_templates() -> Path:
    """Return the folder of the package's own brands."""
    return packaged_folder("templates")


def available_brands(folders: Sequence[Path] = ()) -> dict[str, Path]:
    """Return the folder of every brand by name; an earlier folder wins, the package's own come last."""
    brands: dict[str, Path] = {}
    for folder in (*folders, package_templates()):
        for settings in sorted(folder.glob("*/brand.toml")):
            brands.setdefault(settings.parent.name, settings.parent)
    return brands


def load_brand(name: str, folders: Sequence[Path] = ()) -> Brand:
    """Return a brand by name; UsageError lists the brands there are, InputError names a bad setting."""
    brands = available_brands(folders)
    if name not in brands:
        there = ", ".join(sorted(brands)) or _("none")
        text = _("There is no brand '{name}'; choose one of: {brands}.")
        raise UsageError(text.format(name=name, brands=there))
    return _read(name, brands[name])


def _read(name: str, folder: Path) -> Brand:
    path = folder / "brand.toml"
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        text = _("'{path}' cannot be read: {reason}. Correct that line.")
        raise InputError(text.format(path=path, reason=error)) from error
    names = _table(path, settings, "names")
    fonts = _table(path, settings, "fonts")
    return Brand(
        name=name,
        folder=folder,
        title_zh=str(names.get("zh", name)),
        title_en=str(names.get("en", name)),
        logo=_logo(path, settings.get("logo")),
        colours=_colours(path, _table(path, settings, "colours")),
        fonts={script: _faces(path, script, fonts.get(script, {})) for script in _FONT_SETS},
        fallback=_families(path, "fonts.fallback", fonts.get("fallback", [])),
        short_forms={key: str(value) for key, value in _table(path, settings, "short_forms").items()},
        docx={key: str(value) for key, value in _table(path, settings, "docx").items()},
    )


def _wrong(path: Path, key: str, reason: str) -> InputError:
    return InputError(_("'{path}': '{key}' {reason}").format(path=path, key=key, reason=reason))


def _table(path: Path, settings: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = settings.get(key, {})
    if not isinstance(value, dict):
        raise _wrong(path, key, _("must be a table; write it as [{key}].").format(key=key))
    return value


def _logo(path: Path, value: object) -> Path | None:
    if value is None:
        return None
    logo = (path.parent / str(value)).resolve()
    if not logo.is_relative_to(path.parent.resolve()) or not logo.is_file():
        raise _wrong(path, "logo", _("must name a file of the brand's folder."))
    return logo


def _colours(path: Path, table: Mapping[str, Any]) -> dict[str, str]:
    for key in _COLOURS:
        if not _COLOUR.fullmatch(str(table.get(key, ""))):
            raise _wrong(path, f"colours.{key}", _("must be a colour such as #0b5a6f."))
    return {key: str(table[key]).lower() for key in _COLOURS}


def _faces(path: Path, script: str, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    faces = {face: _families(path, f"fonts.{script}.{face}", table[face]) for face in FACES if face in table}
    if not faces.get("serif"):
        raise _wrong(path, f"fonts.{script}.serif", _("must list at least one font family."))
    return faces


def _families(path: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and _FONT.fullmatch(v) for v in value):
        raise _wrong(path, key, _("must be a list of font family names."))
    return tuple(value)
