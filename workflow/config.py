"""Settings: command line, then environment, then bulletin.toml of the office folder, then the defaults here."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from workflow.errors import InputError, UsageError
from workflow.i18n import LANGUAGES, N_, _

OFFICE_FILE = "bulletin.toml"
PREFIX = "BULLETIN_"
MEMORY_FILE = Path("memory", "house.sqlite")
NO_MEMORY = "off"
NO_CACHE = "off"
CHOICES: dict[str, tuple[str, ...]] = {
    "layout": ("facing", "stacked", "english", "chinese"),
    "page": ("a4", "letter"),
    "script": ("source", "hans", "hant", "hk", "tw"),
    "lang": LANGUAGES,
    "xliff": ("1.2", "2.0"),
    "pdf": ("screen", "archive", "print"),
}
USUAL_FORMATS = ("pdf", "docx", "review", "html")
FORMATS = (*USUAL_FORMATS, "xliff", "omegat")


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what a build is told; paths of bulletin.toml are relative to it.

    `brand` names a folder of templates/; `layout`, `page` and `script` are those of the print outputs;
    `formats` lists the outputs; `xliff` is the version of that one, `pdf` what that one is for; `model` is a name or
    folder, None for the order of choice; `glossary` adds CSV files over the house glossary; `output` is the folder
    of the outputs; `threads` is for the engine, 0 for all cores; `lang` is the language of messages, None for the locale's;
    `memory` is the file of the translation memory, None for the usual place, "off" for none; so `cache`, the folder of
    kept results; `log` is the file of the log, None for none.
    """

    brand: str = "center"
    layout: str = "facing"
    page: str = "a4"
    script: str = "source"
    formats: tuple[str, ...] = USUAL_FORMATS
    xliff: str = "1.2"
    pdf: str = "screen"
    model: str | None = None
    memory: str | None = None
    cache: str | None = None
    glossary: tuple[Path, ...] = ()
    output: Path = Path("build")
    threads: int = 0
    lang: str | None = None
    log: Path | None = None
    office: Path | None = None

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Return the office's own templates folder, where there is one."""
        return _existing(self.office, "templates")

    @property
    def glossary_files(self) -> tuple[Path, ...]:
        """Return the glossaries over the package's own: the office's, then those named for this build."""
        return (*_existing(self.office, "glossary"), *self.glossary)

    @property
    def memory_file(self) -> Path | None:
        """Return the file of the translation memory: the named one, the office's, else the user's; None for none."""
        if self.memory is not None:
            return None if self.memory == NO_MEMORY else Path(self.memory).expanduser()
        if self.office:
            return self.office / MEMORY_FILE
        import platformdirs

        return platformdirs.user_data_path("bulletin-workflow") / MEMORY_FILE

    @property
    def cache_folder(self) -> Path | None:
        """Return the folder of kept results: the named one, else one of the user's cache; None for none."""
        if self.cache is not None:
            return None if self.cache == NO_CACHE else Path(self.cache).expanduser()
        import platformdirs

        return platformdirs.user_cache_path("bulletin-workflow") / "results"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold settings and where each value came from: "command line", a variable, a file, or "default"."""

    settings: Settings
    origins: Mapping[str, str]


NAMES = tuple(f.name for f in fields(Settings) if f.name != "office")


def load(
    given: Mapping[str, Any], environment: Mapping[str, str] | None = None, here: Path | None = None
) -> Loaded:
    """Return the settings in force; `given` are those of the command line, None meaning not given.

    Raises UsageError naming every bad value at once, InputError for a bulletin.toml that cannot be read.
    """
    env = os.environ if environment is None else environment
    office = find_office(here or Path.cwd())
    values: dict[str, Any] = {}
    origins = dict.fromkeys(NAMES, N_("default"))
    problems: list[str] = []
    file = office / OFFICE_FILE if office else None
    layers: list[tuple[Mapping[str, Any], str]] = [
        (_read(file), str(file)) if file else ({}, ""),
        ({n: env[PREFIX + n.upper()] for n in NAMES if env.get(PREFIX + n.upper())}, N_("environment")),
        ({n: v for n, v in given.items() if v is not None and v != ()}, N_("command line")),
    ]
    for layer, origin in layers:
        for name, value in layer.items():
            if name not in NAMES:
                problems.append(
                    _("'{origin}': there is no setting '{name}'").format(origin=_(origin), name=name)
                )
                continue
            base = office if file and origin == str(file) else None
            parsed, problem = _parse(name, value, base)
            if problem:
                problems.append(f"{_(origin)}: {problem}")
            else:
                values[name], origins[name] = parsed, origin
    if problems:
        raise UsageError("; ".join(problems) + _("; see `bulletin build --help`."))
    return Loaded(replace(Settings(office=office), **values), origins)


def find_office(start: Path) -> Path | None:
    """Return the nearest folder with a bulletin.toml, from `start` upwards."""
    return next((f for f in (start, *start.parents) if (f / OFFICE_FILE).is_file()), None)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            _("'{path}' cannot be read: {reason}; mend it or make a new one with `bulletin init`.").format(
                path=path, reason=error
            )
        ) from None


def _parse(name: str, value: Any, base: Path | None) -> tuple[Any, str]:  # noqa: ANN401 - TOML's own types
    """Return (value of the right type, "") or (None, what is wrong with it)."""
    if name in CHOICES:
        wanted = str(value).lower()
        if wanted in CHOICES[name]:
            return wanted, ""
        return None, _bad(name, value, CHOICES[name])
    if name == "formats":
        listed = value if isinstance(value, list | tuple) else str(value).split(",")
        formats = tuple(str(f).strip() for f in listed)
        unknown = [f for f in formats if f not in FORMATS]
        return (formats, "") if formats and not unknown else (None, _bad(name, ",".join(unknown), FORMATS))
    if name == "glossary":
        listed = value if isinstance(value, list | tuple) else str(value).split(os.pathsep)
        return tuple((base / p if base else Path(p)) for p in listed), ""
    if name in ("output", "log"):
        return (base / str(value) if base else Path(str(value))), ""
    if name in ("memory", "cache") and base and str(value) not in (NO_MEMORY, NO_CACHE):
        return str(base / Path(str(value)).expanduser()), ""
    if name == "model" and base and (base / str(value)).is_dir():
        return str(base / str(value)), ""
    if name == "threads":
        return (int(value), "") if str(value).isdigit() else (None, _bad(name, value, ("0", "1", "2", "…")))
    return str(value), ""


def _bad(name: str, value: object, choices: tuple[str, ...]) -> str:
    return _("{name} '{value}' is none of {choices}").format(
        name=name, value=value, choices=", ".join(choices)
    )


def _existing(office: Path | None, name: str) -> tuple[Path, ...]:
    return (office / name,) if office and (office / name).is_dir() else ()
