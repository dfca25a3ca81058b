"""A brand: a folder with brand.toml, the print template, its style sheets and the logo."""

import os.path
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from workflow.errors import InputError, MissingPartError, UsageError
from workflow.i18n import _
from workflow.render.brandtoml import COLOURS, CONTACT, CONTACT_LISTS, FACES, FONT_SETS, wrongs
from workflow.resources import packaged_folder

SETTINGS_FILE = "brand.toml"
PORTRAITS = "portraits"
_PICTURES = (".jpg", ".jpeg", ".png")
# A name that can be a file's: text of a bulletin must not become a path.
_PORTRAYED = re.compile(r"\w[\w·•.-]{0,39}")


@dataclass(frozen=True, slots=True)
class Brand:
    """Hold the look of a publisher's outputs.

    `colours` maps ink, accent, second, muted, rule and tint to #rrggbb. `fonts` maps "hans", "hant" and
    "latin" to faces ("serif", "sans", "display"), each a list of families in order of preference;
    `fallback` families serve characters that those lack. `short_forms` maps a full name to what the running
    header prints; `docx` holds what only the DOCX writers read. `masthead` is a picture over the first page.
    `contact` maps fields of the contact block to (Chinese, English) texts, for bulletins without one. Files that
    the folder lacks are those of the `bases`, nearest first. `cmyk` has the inks of the colours, each 0 to 1, where
    the brand mixes them itself; `profile` and `condition` are the printing house's.
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
    masthead: Path | None = None
    contact: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    bases: tuple[Path, ...] = ()
    cmyk: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)
    profile: Path | None = None
    condition: str = ""

    def families(self, script: Literal["hans", "hant", "latin"], face: str = "serif") -> tuple[str, ...]:
        """Return the families of a script and face, best first; the serif ones where the face is not set."""
        faces = self.fonts[script]
        return faces.get(face, faces["serif"])

    def find(self, name: str) -> Path | None:
        """Return a file of the brand's folder, else of its bases; InputError where it leads out of its folder."""
        return find_in((self.folder, *self.bases), name)

    def file(self, name: str) -> Path:
        """Return a file as `find` does; MissingPartError where it is not there."""
        path = self.find(name)
        if path is None:
            text = _("Brand '{brand}' lacks the file '{path}'; copy it from another brand's folder.")
            raise MissingPartError(text.format(brand=self.name, path=self.folder / name))
        return path

    def portrait(self, name: str) -> str:
        """Return the address of a speaker's picture, portraits/NAME.jpg or .png by the Chinese name; "" without one."""
        plain = "".join(name.split())
        named = (
            [f"{PORTRAITS}/{plain}{suffix}" for suffix in _PICTURES] if _PORTRAYED.fullmatch(plain) else []
        )
        return next((quote(one) for one in named if self.find(one)), "")

    def address(self, picture: Path) -> str:
        """Return the address of a picture for a template: relative to the folder."""
        return quote(Path(os.path.relpath(picture.resolve(), self.folder.resolve())).as_posix())


def find_in(folders: Sequence[Path], name: str) -> Path | None:
    """Return the first file of a name in a brand's folder and its bases; InputError where it leads out of its folder."""
    for folder in folders:
        path = folder / name
        if path.is_file():
            return _inside(folder, path)
    return None


def package_templates() -> Path:
    """Return the folder of the package's own brands."""
    return packaged_folder("templates")


def available_brands(folders: Sequence[Path] = ()) -> dict[str, Path]:
    """Return the folder of every brand by name; an earlier folder wins, the package's own come last."""
    brands: dict[str, Path] = {}
    for folder in (*folders, package_templates()):
        for settings in sorted(folder.glob(f"*/{SETTINGS_FILE}")):
            brands.setdefault(settings.parent.name, settings.parent)
    return brands


def brand_folder(name: str, folders: Sequence[Path] = ()) -> Path:
    """Return the folder of a brand; UsageError lists the brands there are."""
    brands = available_brands(folders)
    if name not in brands:
        there = ", ".join(sorted(brands)) or _("none")
        text = _("There is no brand '{name}'; choose one of: {brands}.")
        raise UsageError(text.format(name=name, brands=there))
    return brands[name]


def load_brand(name: str, folders: Sequence[Path] = ()) -> Brand:
    """Return a brand by name; UsageError lists the brands there are, InputError names a bad setting."""
    folder = brand_folder(name, folders)
    path = folder / SETTINGS_FILE
    settings = read_settings(path)
    for wrong in wrongs(settings):
        # A brand without names goes by its folder's; a key that nobody reads does no harm. `brand check` tells both.
        if wrong.kind == "bad" or (wrong.kind == "missing" and not wrong.key.startswith("names.")):
            raise _wrong(path, wrong.key, wrong.reason)
    return _brand(name, folder, settings, _bases(path, settings, folders))


def read_settings(path: Path) -> Mapping[str, Any]:
    """Return what a brand.toml says, unchecked; InputError where it cannot be read."""
    try:
        return tomllib.loads(_inside(path.parent, path).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        text = _("'{path}' cannot be read: {reason}. Correct that line.")
        raise InputError(text.format(path=path, reason=error)) from error


def _brand(name: str, folder: Path, settings: Mapping[str, Any], bases: tuple[Path, ...]) -> Brand:
    names, fonts, press = settings.get("names", {}), settings["fonts"], settings.get("print", {})
    path = folder / SETTINGS_FILE
    return Brand(
        name=name,
        folder=folder,
        title_zh=str(names.get("zh", name)),
        title_en=str(names.get("en", name)),
        logo=_file(path, "logo", settings.get("logo")),
        masthead=_file(path, "masthead", settings.get("masthead")),
        colours={key: str(settings["colours"][key]).lower() for key in COLOURS},
        fonts={
            script: {face: tuple(fonts[script][face]) for face in FACES if face in fonts[script]}
            for script in FONT_SETS
        },
        fallback=tuple(fonts.get("fallback", ())),
        short_forms=dict(settings.get("short_forms", {})),
        docx=dict(settings.get("docx", {})),
        contact=_contact(settings.get("contact", {})),
        bases=bases,
        cmyk={key: _inks(numbers) for key, numbers in settings.get("cmyk", {}).items() if key in COLOURS},
        profile=_file(path, "print.profile", press.get("profile")),
        condition=str(press.get("condition", "")),
    )


def _contact(table: Mapping[str, Any]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return each field as (Chinese, English) texts; a plain text reads the same in both."""
    fields = {}
    for key in (*CONTACT, *CONTACT_LISTS):
        value = table.get(key, [])
        listed = value if isinstance(value, list) else [value]
        fields[key] = tuple((v["zh"], v["en"]) if isinstance(v, dict) else (v, v) for v in listed)
    return {key: texts for key, texts in fields.items() if texts}


def _wrong(path: Path, key: str, reason: str) -> InputError:
    return InputError(_("'{path}': '{key}' {reason}").format(path=path, key=key, reason=reason))


def _file(path: Path, key: str, value: object) -> Path | None:
    if value is None:
        return None
    file = (path.parent / str(value)).resolve()
    if not file.is_relative_to(path.parent.resolve()) or not file.is_file():
        raise _wrong(path, key, _("must name a file of the brand's folder."))
    return file


def _inks(percent: Sequence[float]) -> tuple[float, float, float, float]:
    cyan, magenta, yellow, black = (number / 100 for number in percent)
    return cyan, magenta, yellow, black


def _bases(path: Path, settings: Mapping[str, Any], folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders of the brands that a brand builds on; a chain that comes back to itself ends there."""
    brands = available_brands(folders)
    found = [path.parent]
    while "base" in settings:
        base = str(settings["base"])
        if base not in brands:
            raise _wrong(
                path,
                "base",
                _("names no brand; choose one of: {brands}.").format(brands=", ".join(sorted(brands))),
            )
        if brands[base] in found:
            break
        found.append(brands[base])
        settings = read_settings(brands[base] / SETTINGS_FILE)
    return tuple(found[1:])


def _inside(folder: Path, path: Path) -> Path:
    """Return a path of a folder; InputError where a link or .. leads out of it."""
    if not path.resolve().is_relative_to(folder.resolve()):
        text = _("'{path}' leads out of the brand's folder '{folder}'; put the file itself there.")
        raise InputError(text.format(path=path, folder=folder))
    return path
