"""The files of a brand: which it lacks, what leads out of its folder, what its pages and pictures would fetch."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workflow.brands.faults import Fault, line_of
from workflow.errors import BulletinError
from workflow.i18n import _
from workflow.render.brand import Brand

NEEDED = (
    "bulletin.html", "print.css", "proof.html", "proof.css", "proof.js", "changes.html", "changes.css",
)  # fmt: skip
_READ = (".html", ".css", ".svg", ".js")
_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->|\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"<([A-Za-z][\w:-]*)\b([^<>]*)")
_ATTRIBUTE = re.compile(
    r"\b(src|href|srcset|data|poster|action)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_IN_STYLE = re.compile(r"\burl\(\s*[\"']?([^\"')]*)|@import\s+[\"']([^\"']*)", re.IGNORECASE)
_IN_SCRIPT = re.compile(r"[\"'`](https?:[^\"'`]*|//[\w.-]+/[^\"'`]*)")
_NAMESPACES = "http://www.w3.org/"


def lost(brand: Brand) -> Iterator[Fault]:
    """Yield a fault for every file that outputs need and neither the folder nor its bases have."""
    for name in NEEDED:
        try:
            if brand.find(name) is None:
                yield Fault(
                    brand.folder / name,
                    _("the file"),
                    _("is missing."),
                    _("Copy it from another brand, or name one as base in brand.toml."),
                )
        except BulletinError:
            continue  # a link out of the folder: `links` tells it


def pictures(brand: Brand) -> Iterator[Fault]:
    """Yield a fault for a logo or an icon that Word cannot show."""
    logo = _("Save the logo as a PNG of the same name beside it, some 400 pixels high.")
    icon = _("Save the icon as a PNG of the same name beside it, some 100 pixels high.")
    shown = [(brand.folder / "brand.toml", "logo", brand.logo, logo)] if brand.logo else []
    shown += [(path, _("the file"), path, icon) for path in sorted((brand.folder / "icons").glob("*.svg"))]
    for path, place, picture, mend in shown:
        if picture.suffix.lower() == ".svg" and not picture.with_suffix(".png").is_file():
            text = _("'{name}' is missing: Word shows no SVG.").format(name=f"{picture.stem}.png")
            yield Fault(path, place, text, mend)


def links(folder: Path) -> Iterator[Fault]:
    """Yield a fault for every link that leads out of the folder or nowhere."""
    home = folder.resolve()
    for parent, folders, files in os.walk(folder):
        for name in sorted((*folders, *files)):
            path = Path(parent, name)
            if not path.is_symlink():
                continue
            if not path.resolve().is_relative_to(home):
                what = _("leads out of the brand's folder.")
            elif not path.exists():
                what = _("leads nowhere.")
            else:
                continue
            yield Fault(path, _("the link"), what, _("Put the file itself there."))


def addresses(brand: Brand) -> Iterator[Fault]:
    """Yield a fault for every address that print would be refused, or that is not there."""
    home = brand.folder.resolve()
    for path in sorted(brand.folder.rglob("*")):
        if path.suffix.lower() not in _READ or not path.is_file() or not path.resolve().is_relative_to(home):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            place = _("byte {number}").format(number=error.start)
            yield Fault(path, place, _("is no UTF-8."), _("Save the file as UTF-8."))
            continue
        for at, address in _addresses(path, text):
            reason = _reason(brand, path, address)
            if reason:
                yield Fault(path, line_of(text, at), f"'{address[:60]}' {reason[0]}", reason[1])


def _addresses(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """Yield each address with its offset; comments stay out, and links that a reader would click."""
    bare = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    if path.suffix.lower() == ".js":
        yield from ((m.start(1), m[1]) for m in _IN_SCRIPT.finditer(bare) if not m[1].startswith(_NAMESPACES))
        return
    yield from ((m.start(), m[1] if m[1] is not None else m[2]) for m in _IN_STYLE.finditer(bare))
    if path.suffix.lower() == ".css":
        return
    for tag in _TAG.finditer(bare):
        if tag[1].lower() == "a" and "attachment" not in tag[2]:
            continue
        for found in _ATTRIBUTE.finditer(tag[2]):
            yield tag.start(2) + found.start(), found[2] if found[2] is not None else found[3]


def _reason(brand: Brand, path: Path, address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address and how to mend it; what a template puts together is not judged."""
    address = address.strip()
    if not address or address.startswith("#") or "{{" in address or "{%" in address:
        return None
    inside = _("Put the file into the brand's folder and name it from there.")
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return _("is not in the brand's folder and will not be loaded."), inside
    name = unquote(parts.path)
    if name.startswith(("/", "\\")):
        return _("begins at the root of the disk."), inside
    # A template's addresses count from the brand's folder, whatever folder the template stands in.
    start = brand.folder if path.suffix.lower() == ".html" else path.parent
    home = brand.folder.resolve()
    relative = Path(os.path.relpath(os.path.normpath(start.resolve() / name), home))
    if relative.parts[:1] == ("..",):
        return _("leads out of the brand's folder."), inside
    if not any((folder / relative).is_file() for folder in (brand.folder, *brand.bases)):
        return _("is not there."), inside
    return None
