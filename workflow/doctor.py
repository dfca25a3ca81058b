"""Say what this machine has of what the product needs, and how to mend the rest.

`examine` looks, `show` prints. A part is ok, weak (work goes on, less well) or missing (something will fail).
"""

import os
import platform
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workflow.errors import BulletinError, InputError
from workflow.i18n import N_, _
from workflow.resources import packaged_folder

if TYPE_CHECKING:
    from rich.console import Console

    from workflow.render.brand import Brand

Condition = Literal["ok", "weak", "missing"]
OLDEST_PYTHON = (3, 11)
MEMORY_OF_HOUSE = 6.0
LIBRARIES = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
MARKS: dict[Condition, tuple[str, str]] = {
    "ok": (N_("ok"), "green"),
    "weak": (N_("weak"), "yellow"),
    "missing": (N_("missing"), "red"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Report one part: its name, its condition, what was found, and how to mend it."""

    name: str
    condition: Condition
    found: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """Report one setting: its value, and where that came from."""

    name: str
    value: str
    origin: str


def examine(brand: "Brand | None" = None, glossary: Sequence[Path] = ()) -> list[Part]:
    """Return the condition of every part; brand and glossary files are those that a build would use."""
    families = font_families()
    return [
        examine_python(sys.version_info[:3]),
        examine_pango(missing_libraries()),
        examine_chinese_fonts(chinese_families()),
        *([] if brand is None else [examine_brand_fonts(brand, families)]),
        examine_models(installed_models()),
        examine_glossary(glossary or (packaged_folder("glossary"),)),
        examine_memory(gigabytes_of_memory()),
        *([] if brand is None else [examine_print_profile(brand)]),
        examine_office(shutil.which("soffice")),
    ]


def examine_python(version: tuple[int, int, int]) -> Part:
    """Judge the interpreter's version."""
    found = f"{platform.python_implementation()} {'.'.join(map(str, version))}"
    if version[:2] >= OLDEST_PYTHON:
        return Part("Python", "ok", found)
    return Part("Python", "missing", found, _("Install Python 3.11 or later."))


def examine_pango(missing: Sequence[str]) -> Part:
    """Judge the libraries that lay out the PDF."""
    if not missing:
        return Part("Pango", "ok", _("found"))
    text = _("{libraries} cannot be loaded").format(libraries=", ".join(missing))
    packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    return Part("Pango", "missing", text, _install(packages))


def examine_chinese_fonts(families: Sequence[str] | None) -> Part:
    """Judge whether Chinese can be printed at all; None means that fontconfig itself is missing."""
    name = _("Chinese fonts")
    if families is None:
        return Part(name, "missing", _("fc-list is not there"), _install("fontconfig fonts-noto-cjk"))
    if not families:
        return Part(name, "missing", _("no font covers Chinese"), _install("fonts-noto-cjk"))
    return Part(name, "ok", _("{count} families").format(count=len(families)))


def examine_brand_fonts(brand: "Brand", families: Sequence[str] | None) -> Part:
    """Judge whether each face of a brand has the family it asks for first, or at least a later one."""
    name = _("Fonts of brand {brand}").format(brand=brand.name)
    there = set(families or ())
    faces = [
        (script, face, wanted) for script, faces in brand.fonts.items() for face, wanted in faces.items()
    ]
    lost = [f"{script} {face}" for script, face, wanted in faces if there.isdisjoint(wanted)]
    second = sorted({wanted[0] for _script, _face, wanted in faces if wanted[0] not in there})
    if lost:
        text = _("no family for {faces}").format(faces=", ".join(lost))
        return Part(name, "missing", text, _install("fonts-noto-cjk fonts-noto-core"))
    if second:
        text = _("{families} replaced by another family").format(families=", ".join(second))
        return Part(name, "weak", text, _install("fonts-noto-cjk fonts-noto-core"))
    return Part(name, "ok", ", ".join(dict.fromkeys(wanted[0] for _script, _face, wanted in faces)))


def examine_models(names: Sequence[str]) -> Part:
    """Judge whether there is a translation model, and whether it is the full one."""
    name = _("Translation model")
    found = ", ".join(names)
    if not names:
        return Part(name, "missing", _("none"), "bulletin models install house")
    if "house" not in names:
        return Part(name, "weak", found, "bulletin models install house")
    return Part(name, "ok", found)


def examine_glossary(files: Sequence[Path]) -> Part:
    """Load the glossaries as a build would, later ones over earlier, and count their entries by status."""
    from workflow.constrain.glossary import load

    try:
        entries = [entry for rows in load(files).entries.values() for entry in rows]
    except InputError as error:
        return Part(_("Glossary"), "missing", error.message, _("Mend that line."))
    if not entries:
        text = _("no entries in {folder}").format(folder=", ".join(map(str, files)))
        return Part(_("Glossary"), "missing", text, _("Install the program again."))
    counts = Counter(entry.status for entry in entries)
    found = ", ".join(f"{status} {counts[status]}" for status in ("preferred", "admitted", "forbidden"))
    return Part(_("Glossary"), "ok", found)


def examine_memory(gigabytes: float) -> Part:
    """Judge whether the full house model fits into memory."""
    found = f"{gigabytes:.1f} GB"
    if gigabytes >= MEMORY_OF_HOUSE:
        return Part(_("Memory"), "ok", found)
    return Part(_("Memory"), "weak", found, _("Use the small model: --model house-small"))


def examine_translation_memory(file: Path | None) -> Part:
    """Judge whether the translation memory can be used; None means that the settings switch it off."""
    from workflow.memory.opening import open_memory, refuse_share

    name = _("Translation memory")
    if file is None:
        return Part(name, "ok", _("off"))
    try:
        if not file.exists():
            refuse_share(file)
            return Part(name, "ok", _("none yet; `bulletin publish` fills {path}").format(path=file))
        with open_memory(file) as memory:
            return Part(name, "ok", _("{count} units in {path}").format(count=memory.count, path=file))
    except BulletinError as error:
        return Part(name, "missing", error.message, _("Name a file on a local disk: setting memory."))


def examine_print_profile(brand: "Brand") -> Part:
    """Judge whether there is the profile of a printing condition; everything but a PDF for print goes without."""
    from workflow.render.pdfprint import USUAL_PROFILE

    path = brand.profile or USUAL_PROFILE
    if path.is_file():
        return Part(_("Profile for print"), "ok", str(path))
    return Part(
        _("Profile for print"), "weak", _("not there; --pdf print cannot be made"), _install("libgs-common")
    )


def examine_office(program: str | None) -> Part:
    """Judge whether the files of older and other word processors can be read; everything else goes without."""
    if program:
        return Part("LibreOffice", "ok", program)
    return Part(
        "LibreOffice",
        "weak",
        _("not there; .doc, .wps, .rtf and .odt cannot be read"),
        _install("libreoffice-writer-nogui"),
    )


def font_families(pattern: str = ":") -> tuple[str, ...] | None:
    """Return every family that fontconfig knows for a pattern, or None where there is no fontconfig."""
    try:
        listing = subprocess.run(
            ["fc-list", pattern, "family"], capture_output=True, encoding="utf-8", check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return tuple(sorted({name.strip() for line in listing.stdout.splitlines() for name in line.split(",")}))


def chinese_families() -> tuple[str, ...] | None:
    """Return the families that cover Simplified Chinese, or None where there is no fontconfig."""
    return font_families(":lang=zh-cn")


def missing_libraries(names: Iterable[str] = LIBRARIES) -> tuple[str, ...]:
    """Return the shared libraries that cannot be loaded."""
    import ctypes

    missing = []
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return tuple(missing)


def installed_models() -> tuple[str, ...]:
    """Return the names of the installed models, the house models first."""
    from workflow.engines.models import installed

    return tuple(model.name for model in installed())


def gigabytes_of_memory() -> float:
    """Return this machine's memory in 10⁹ bytes, or its container's where that is less."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limit = Path("/sys/fs/cgroup/memory.max")
    text = limit.read_text("ascii").strip() if limit.is_file() else ""
    return min(machine, int(text) if text.isdigit() else machine) / 1e9


def show(parts: Sequence[Part], settings: Sequence[Setting], console: "Console") -> None:
    """Print the parts and, where there are any, the settings as two tables."""
    from rich.table import Table
    from rich.text import Text

    table = Table(_("Part"), _("State"), _("Found"), _("To mend it"), box=None, pad_edge=False)
    for part in parts:
        word, colour = MARKS[part.condition]
        table.add_row(part.name, Text(_(word), colour), Text(part.found), Text(part.mend))
    console.print(table)
    if settings:
        table = Table(_("Setting"), _("Value"), _("From"), box=None, pad_edge=False)
        for setting in settings:
            table.add_row(setting.name, Text(setting.value), Text(_(setting.origin)))
        console.print()
        console.print(table)


def plain(value: object) -> str:
    """Return a setting's value as a user would write it; "-" for none."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return "-" if value is None else str(value)


def _install(packages: str) -> str:
    return f"apt-get install {packages}"
