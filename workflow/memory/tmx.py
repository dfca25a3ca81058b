"""The memory as TMX 1.4b (LISA OSCAR, 2005) and back, nothing lost on the way.

Ids, reviewers and dates stand in TMX's own attributes; bulletin, unit and neighbours in properties of ours. What
another program said of a unit (its attributes, properties and notes) is kept and written again.
"""

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workflow import __version__
from workflow.errors import InputError, OutputError
from workflow.i18n import _
from workflow.memory.entries import Entry, moment

if TYPE_CHECKING:
    from lxml.etree import _Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ZH, EN = "zh-CN", "en-US"
CHINESE = re.compile(r"zh(?!.*(?:hant|tw|hk|mo))", re.IGNORECASE)
ENGLISH = re.compile(r"en\b", re.IGNORECASE)
OURS = {"x-bulletin": "bulletin", "x-unit": "unit", "x-before": "before", "x-after": "after"}
DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
# A note or property of another program: its name, its attributes, its text.
Said = tuple[str, dict[str, str], str]
# XML 1.0 has no place for these characters (production 2).
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEADER = {
    "creationtool": "bulletin-workflow",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "bulletin-workflow",
    "adminlang": "en",
    "srclang": ZH,
    "datatype": "plaintext",
}


def export(path: Path, entries: Iterable[Entry]) -> int:
    """Write entries to a TMX file that is not there yet, one after another; return how many.

    Raises OutputError for a file that is there or cannot be written; half a file is never left under its name.
    """
    from lxml import etree

    partial = path.with_name(f".{path.name}.partial")
    count = 0
    try:
        if path.exists():
            raise OutputError(
                _("'{path}' is there already; name another file, or move it away.").format(path=path)
            )
        with partial.open("wb") as file, etree.xmlfile(file, encoding="UTF-8") as out:
            out.write_declaration()
            with out.element("tmx", version="1.4"):
                out.write(etree.Element("header", HEADER), "\n")
                with out.element("body"):
                    for entry in entries:
                        out.write("\n", _unit(entry))
                        count += 1
                    out.write("\n")
        partial.replace(path)
    except OSError as error:
        raise OutputError(
            _("'{path}' cannot be written ({reason}); choose another place.").format(
                path=path, reason=error.strerror
            )
        ) from None
    finally:
        partial.unlink(missing_ok=True)
    return count


def _unit(entry: Entry) -> "_Element":
    from lxml import etree

    said: dict[str, Any] = json.loads(entry.extra) if entry.extra else {}
    unit = etree.Element("tu", {"tuid": _clean(entry.unit), **said.get("tu", {})})
    _say(unit, said.get("tu said", ()))
    ours = [(name, getattr(entry, field)) for name, field in OURS.items()]
    _say(unit, [("prop", {"type": name}, _clean(text)) for name, text in ours if text])
    _variant(unit, {LANG: ZH, **said.get("source", {})}, entry.source, said.get("source said", ()))
    changed = {"changedate": re.sub("[-:]", "", entry.date), "changeid": _clean(entry.reviewer)}
    given = {name: value for name, value in changed.items() if value}
    _variant(unit, {LANG: EN, **given, **said.get("target", {})}, entry.target, said.get("target said", ()))
    return unit


def _variant(unit: "_Element", attributes: dict[str, str], text: str, said: Iterable[Said]) -> None:
    from lxml import etree

    variant = etree.SubElement(unit, "tuv", attributes)
    _say(variant, said)
    etree.SubElement(variant, "seg").text = _clean(text)


def _say(element: "_Element", said: Iterable[Said]) -> None:
    from lxml import etree

    for tag, attributes, text in said:
        etree.SubElement(element, tag, attributes).text = text


def _clean(text: str) -> str:
    return NO_XML.sub("", text)


def read(path: Path) -> Iterator[Entry | None]:
    """Yield an entry for every unit of a TMX file, None for one without Simplified Chinese or English.

    Raises InputError for a file that is missing or no TMX.
    """
    from lxml import etree

    try:
        with path.open("rb") as file:
            units = etree.iterparse(
                file,
                events=("end",),
                tag=("tu", "tmx"),
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
            )
            root = ""
            for _event, element in units:
                root = str(element.tag)
                if root == "tu":
                    yield _entry(element, path.stem)
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
            if root != "tmx":
                raise InputError(
                    _("'{path}' is no TMX file; export the memory as TMX 1.4.").format(path=path)
                )
    except OSError as error:
        raise InputError(
            _("'{path}' cannot be read ({reason}); check the path.").format(path=path, reason=error.strerror)
        ) from None
    except etree.XMLSyntaxError as error:
        raise InputError(
            _("'{path}' is broken ({reason}); export it again.").format(path=path, reason=error.msg)
        ) from None


def _entry(unit: "_Element", stem: str) -> Entry | None:
    variants = list(unit.iter("tuv"))
    zh = next((v for v in variants if CHINESE.match(_language(v))), None)
    en = next((v for v in variants if ENGLISH.match(_language(v))), None)
    if zh is None or en is None:
        return None
    source, target = _text(zh), _text(en)
    if not source.strip() or not target.strip():
        return None
    ours = {OURS[p.get("type", "")]: p.text or "" for p in unit.iterchildren("prop") if p.get("type") in OURS}
    date = next((d for one in (en, unit) for d in _dates(one)), "")
    reviewer = next((w for one in (en, unit) for n in ("changeid", "creationid") if (w := one.get(n))), "")
    said = {
        "tu": {n: v for n, v in _attributes(unit).items() if (n, v) != ("tuid", ours.get("unit"))},
        "tu said": _said(unit),
        "source said": _said(zh),
        "target said": _said(en),
        "source": {n: v for n, v in _attributes(zh).items() if (n, v) != (LANG, ZH)},
        "target": {
            n: v
            for n, v in _attributes(en).items()
            if (n, v) != (LANG, EN) and not _told(n, v, date, reviewer)
        },
    }
    said = {name: value for name, value in said.items() if value}
    extra = json.dumps(said, ensure_ascii=False, separators=(",", ":")) if said else ""
    content = "\0".join((source, target, unit.get("tuid", ""), extra))
    digest = sha256(content.encode()).hexdigest()[:12]
    return Entry(
        source,
        target,
        ours.get("bulletin", stem),
        ours.get("unit", digest),
        ours.get("before", ""),
        ours.get("after", ""),
        reviewer,
        date,
        extra=extra,
    )


def _said(element: "_Element") -> list[Said]:
    """Return the notes and properties of a unit or variant that are not ours."""
    return [
        (str(child.tag), _attributes(child), child.text or "")
        for child in element.iterchildren("note", "prop")
        if child.get("type") not in OURS
    ]


def _told(name: str, value: str, date: str, reviewer: str) -> bool:
    """Tell whether an attribute says what the entry says already."""
    return (name == "changedate" and _moment(value) == date) or (name == "changeid" and value == reviewer)


def _language(variant: "_Element") -> str:
    return variant.get(LANG) or variant.get("lang") or ""


def _attributes(element: "_Element") -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _dates(element: "_Element") -> Iterator[str]:
    for name in ("changedate", "creationdate"):
        if date := _moment(element.get(name, "")):
            yield date


def _moment(text: str) -> str:
    """Return a date of TMX (20240528T093000Z) as a moment, empty where it is none."""
    match = DATE.fullmatch(text)
    try:
        return moment("{}-{}-{}T{}:{}:{}+00:00".format(*match.groups())) if match else ""
    except ValueError:
        return ""


def _text(variant: "_Element") -> str:
    """Return the text of a variant's segment: what is marked up with `hi` is text, all else other programs' codes."""
    segment = variant.find("seg")
    return "" if segment is None else "".join(_pieces(segment))


def _pieces(element: "_Element") -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "hi":
            yield from _pieces(child)
        yield child.tail or ""
