"""Find what is wrong with a brand: its settings, files, addresses, fonts, outputs and contrast."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from workflow.brands import files, glyphs, pages
from workflow.brands.faults import Fault, line_of
from workflow.errors import BulletinError
from workflow.i18n import _
from workflow.render.brand import (
    SETTINGS_FILE,
    Brand,
    available_brands,
    brand_folder,
    load_brand,
    read_settings,
)
from workflow.render.brandtoml import FACES, FONT_SETS, wrongs
from workflow.render.script import in_script


def check(name: str, folders: Sequence[Path] = ()) -> list[Fault]:
    """Return every fault of a brand; UsageError where there is none of that name.

    Pages are laid out once the settings, files and addresses are right: before that, the same fault would be
    told twice.
    """
    folder = brand_folder(name, folders)
    faults = [*_settings(folder, folders), *files.links(folder)]
    try:
        brand = load_brand(name, folders)
    except BulletinError as error:
        return faults or [Fault(folder / SETTINGS_FILE, _("the file"), error.message, "")]
    faults += [*files.lost(brand), *files.pictures(brand), *files.addresses(brand), *_fonts(brand)]
    if not faults:
        faults += pages.unmade(brand)
    try:
        faults += pages.faint(brand)
    except BulletinError as error:
        faults += [] if faults else [Fault(folder, _("the specimen"), error.message, "")]
    return faults


def _settings(folder: Path, folders: Sequence[Path]) -> Iterator[Fault]:
    path = folder / SETTINGS_FILE
    try:
        settings = read_settings(path)
        text = path.read_text(encoding="utf-8")
    except BulletinError as error:
        yield Fault(path, _("the file"), error.message, "")
        return
    mends = {
        "missing": _("Add it; docs/brands.md lists every key."),
        "unknown": _("Take it out or correct its spelling; docs/brands.md lists every key."),
        "bad": _("Correct it there."),
    }
    for wrong in wrongs(settings):
        reason = _("is missing.") if wrong.kind == "missing" else wrong.reason
        yield Fault(path, _place(text, wrong.key), f"'{wrong.key}' {reason}", mends[wrong.kind])
    base, brands = settings.get("base"), sorted(available_brands(folders))
    if isinstance(base, str) and base and base not in brands:
        reason = _("names no brand; choose one of: {brands}.").format(brands=", ".join(brands))
        yield Fault(path, _place(text, "base"), f"'base' {reason}", mends["bad"])
    for key in ("logo", "masthead"):
        value = settings.get(key)
        if isinstance(value, str):
            target = folder / value
            inside = target.resolve().is_relative_to(folder.resolve()) and not Path(value).is_absolute()
            if not inside or not target.is_file():
                what = _("must name a file of the brand's folder.")
                yield Fault(path, _place(text, key), f"'{key}' {what}", _("Put the file there and name it."))


def _place(text: str, key: str) -> str:
    """Return the line of brand.toml where a dotted key stands, else the table that it belongs to."""
    table, _dot, name = key.rpartition(".")
    start = text.find(f"[{table}]") if table else 0
    found = re.compile(rf"^\s*\"?{re.escape(name)}\"?\s*=", re.MULTILINE).search(text, max(start, 0))
    if found and start >= 0:
        return line_of(text, found.start() + len(found[0]) - len(found[0].lstrip()))
    return f"[{table}]" if table else _("the file")


def _fonts(brand: Brand) -> Iterator[Fault]:
    """Yield a fault for every face without an installed family, and for characters that its families lack."""
    path = brand.folder / SETTINGS_FILE
    text = path.read_text(encoding="utf-8")
    samples = {"hans": glyphs.CHINESE, "hant": in_script(glyphs.CHINESE, "hant"), "latin": glyphs.ENGLISH}
    listed = {(s, f): brand.fonts[s][f] for s in FONT_SETS for f in FACES if f in brand.fonts[s]}
    try:
        known = glyphs.characters([family for families in listed.values() for family in families])
    except BulletinError as error:
        yield Fault(path, "[fonts]", error.message, "")
        return
    mend = _("Install one of them, or name a family that is there.")
    for (script, face), families in listed.items():
        place, key = _place(text, f"fonts.{script}.{face}"), f"fonts.{script}.{face}"
        if not any(family in known for family in families):
            names = ", ".join(families)
            what = _("'{key}': none of {families} is installed.").format(key=key, families=names)
            yield Fault(path, place, what, mend)
            continue
        lacking = glyphs.missing(samples[script], families, known)
        if lacking:
            shown = lacking if len(lacking) < 20 else f"{lacking[:20]}…"
            what = _("'{key}': the families have no {characters} ({count} characters of the sample).").format(
                key=key, characters=shown, count=len(lacking)
            )
            yield Fault(path, place, what, _("Name a family after them that has these."))
