"""The parts of a DOCX that comes from outside: found by their relationships, bounded in size, without entities.

Source: ECMA-376 part 2 (packages).
"""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from workflow.errors import InputError
from workflow.i18n import _

if TYPE_CHECKING:
    from lxml.etree import _Element

    Parse = Callable[[str], _Element | None]

# The text of a hundred pages unpacks to a few megabytes; pictures are never unpacked.
LARGEST_FILE, LARGEST_PART, MOST_PARTS = 64 << 20, 32 << 20, 10_000
# Fifty thousand paragraphs, as Word writes them, have a million elements of two tags each.
MOST_TAGS = 3_000_000
# The first bytes of a ZIP file, and of the container that Office wraps a password-protected or an older file in.
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Kinds of part that say something of the text; everything else stays packed.
KINDS = frozenset(
    "styles comments commentsExtended footnotes endnotes header footer core-properties custom-properties".split()
)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # a member with a password
    NotImplementedError,  # a way of packing that Python lacks
    ValueError,
    KeyError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """Hold where a relationship of the main part leads: an address outside, or a part's name and what it holds."""

    kind: str
    target: str
    external: bool = False
    part: "_Element | None" = None


@dataclass(frozen=True, slots=True)
class Package:
    """Hold the parts of a file: its main part, and every other by the last word of its relationship's type.

    `relations` are the main part's own, by their identifiers.
    """

    main: "_Element"
    parts: Mapping[str, tuple["_Element", ...]]
    relations: Mapping[str, Relation] = field(default_factory=dict)

    def part(self, kind: str) -> "_Element | None":
        """Return the only or first part of a kind (`styles`, `comments`, `custom-properties`), if there is one."""
        return next(iter(self.parts.get(kind, ())), None)


def open_package(path: Path, kinds: Iterable[str] = KINDS, named: Path | None = None) -> Package:
    """Return the parts of a DOCX that are of `kinds`; nothing that it points to outside of itself is fetched.

    Raises InputError for what is no DOCX, is broken, or unpacks to too much; the message calls the file `named`.
    """
    from lxml import etree

    shown = named or path
    try:
        with path.open("rb") as file:
            _check_beginning(shown, file)
        with zipfile.ZipFile(path) as packed:
            return _package(shown, packed, frozenset(kinds))
    except etree.XMLSyntaxError as error:
        _refuse(shown, _("it is damaged: {detail}").format(detail=error.msg))
    except _BROKEN as error:
        _refuse(shown, _("it is damaged: {detail}").format(detail=error))


def _refuse(path: Path, reason: str) -> NoReturn:
    advice = _(
        "'{path}' cannot be read, {reason}; open it in Word, WPS or LibreOffice and save it again as .docx."
    )
    raise InputError(advice.format(path=path, reason=" ".join(reason.split()))) from None


def _check_beginning(path: Path, file: BinaryIO) -> None:
    beginning = file.read(len(_OLE))
    if beginning == _OLE:
        _refuse(path, _("it is protected by a password or is an old .doc"))
    if not beginning.startswith(_ZIP):
        _refuse(path, _("it is no DOCX"))


def _package(path: Path, packed: zipfile.ZipFile, kinds: frozenset[str]) -> Package:
    members = {member.filename.lower(): member for member in packed.infolist()}
    if len(members) > MOST_PARTS:
        _refuse(path, _("it has more parts than any word processor writes"))
    parsed: dict[str, _Element] = {}
    # The sizes that the file states are those that its reader keeps to.
    spent = 0

    def parse(name: str) -> "_Element | None":
        nonlocal spent
        member = members.get(name.lower())
        if member is None or name.lower() in parsed:
            return parsed.get(name.lower())
        spent += member.file_size
        if member.file_size > LARGEST_PART or spent > LARGEST_FILE:
            _refuse(path, _("it unpacks to more than {size} MB").format(size=LARGEST_PART >> 20))
        return parsed.setdefault(name.lower(), _parsed(path, packed.read(member)))

    root = _related("", parse)
    name = next((r.target for r in root.values() if r.kind == "officeDocument"), "word/document.xml")
    main = parse(name)
    if main is None:
        _refuse(path, _("it is no DOCX"))
    own = {key: _opened(relation, kinds, parse) for key, relation in _related(name, parse).items()}
    found: dict[str, tuple[_Element, ...]] = {}
    for relation in (*(_opened(one, kinds, parse) for one in root.values()), *own.values()):
        if relation.part is not None and relation.part not in found.get(relation.kind, ()):
            found[relation.kind] = (*found.get(relation.kind, ()), relation.part)
    return Package(main, found, own)


def _opened(relation: Relation, kinds: frozenset[str], parse: "Parse") -> Relation:
    if relation.external or relation.kind not in kinds:
        return relation
    return replace(relation, part=parse(relation.target))


def _related(name: str, parse: "Parse") -> dict[str, Relation]:
    """Return the relationships of a part by their identifiers; a target inside is the name of a member.

    Names are looked up among the members and never used as paths, so that one that leads out of the package finds none.
    """
    folder, base = posixpath.split(name)
    relations = parse(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, Relation] = {}
    for number, relation in enumerate(relations if relations is not None else ()):
        kind = (relation.get("Type") or "").rpartition("/")[2]
        target = relation.get("Target") or ""
        external = relation.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[relation.get("Id") or f"#{number}"] = Relation(kind, target, external)
    return found


def _parsed(path: Path, data: bytes) -> "_Element":
    """Return the root of an XML part; entities are neither declared nor loaded, and nesting ends at 256."""
    from lxml import etree

    if data.count(b"<") > MOST_TAGS:
        _refuse(path, _("it has more elements than any text"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        _refuse(path, _("it declares entities, which no DOCX does"))
    return root
