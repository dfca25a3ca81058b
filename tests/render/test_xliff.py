"""The edition as XLIFF and as an OmegaT project: valid, plain for every tool, and marked so that it comes back."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from tests.render.sample_edition import edition_of, sample_edition
from workflow.edition import Edition
from workflow.render import RENDERERS
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions, Xliff
from workflow.render.view import view
from workflow.units import State, Suggestion, Unit, text_digest

# The schemas of OASIS as Debian's php-symfony-translation brings them.
SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
SCHEMA: dict[Xliff, str] = {"1.2": "xliff-core-1.2-strict.xsd", "2.0": "xliff-core-2.0.xsd"}
CORE: dict[Xliff, str] = {v: f"{{urn:oasis:names:tc:xliff:document:{v}}}" for v in SCHEMA}
VERSIONS = pytest.mark.parametrize("version", list(SCHEMA))
HOSTILE = "</source><x/> & \"quoted\" ]]> {{ name }} \x00\x0b\ufffe 'end'"


def written(
    edition: Edition, brand: Brand, version: Xliff = "1.2", name: str = "xliff", lang: str = "en"
) -> bytes:
    return RENDERERS[name].render(view(edition), brand, RenderOptions(xliff=version, lang=lang))


def faults(data: bytes, version: Xliff) -> list[str]:
    """Return what is wrong with a file by the schema of its version."""
    text = (SCHEMAS / SCHEMA[version]).read_text(encoding="utf-8")
    text = re.sub(r'schemaLocation="[^"]*xml\.xsd"', f'schemaLocation="{SCHEMAS / "xml.xsd"}"', text)
    schema = etree.XMLSchema(etree.fromstring(text.encode()))
    return [] if schema.validate(etree.fromstring(data)) else [str(e) for e in schema.error_log]  # type: ignore[attr-defined]


def one(**more: object) -> Edition:
    edition = edition_of([("0/0", "生态流量不是固定的数字。", "Ecological flow is no fixed number.")])
    return replace(edition, units=(replace(edition.units[0], **more),))  # type: ignore[arg-type]


def units_of(data: bytes, version: Xliff) -> list[Any]:
    name = "trans-unit" if version == "1.2" else "unit"
    return list(etree.fromstring(data).iter(CORE[version] + name))


@VERSIONS
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_valid_and_the_same_each_time(version: Xliff, lang: str, brand: Brand) -> None:
    data = written(sample_edition(), brand, version, lang=lang)
    assert faults(data, version) == []
    assert written(sample_edition(), brand, version, lang=lang) == data


@VERSIONS
def test_a_fault_is_seen(version: Xliff, brand: Brand) -> None:
    data = (
        written(sample_edition(), brand, version)
        .replace(b"<source>", b"<sauce>")
        .replace(b"</source>", b"</sauce>")
    )
    assert faults(data, version)


@VERSIONS
@pytest.mark.parametrize("text", [HOSTILE, "一\t二\n三", "  spaced  out  ", "‘curly’ — “quotes”", "😀𠮷", ""])
def test_hostile_text(version: Xliff, text: str, brand: Brand) -> None:
    edition = one(
        source=text or "空。", target=text, suggestions=(Suggestion(text, text, 70.0),), slot="title"
    )
    data = written(edition, brand, version)
    assert faults(data, version) == []
    (unit,) = units_of(data, version)
    legal = "".join(c for c in text if c >= " " or c in "\t\n").replace("\ufffe", "")
    holder = unit if version == "1.2" else unit.find(CORE[version] + "segment")
    assert [holder.findtext(CORE[version] + side) for side in ("source", "target")] == [
        legal or "空。",
        legal,
    ]


@pytest.mark.parametrize(
    ("state", "first", "second"),
    [
        (State.EMPTY, ("new", None), ("initial", "bulletin:empty")),
        (State.DRAFT, ("needs-review-translation", None), ("initial", "bulletin:draft")),
        (State.NEEDS_WORK, ("needs-translation", None), ("initial", "bulletin:needs-work")),
        (State.REVIEWED, ("signed-off", "yes"), ("reviewed", None)),
        (State.FINAL, ("final", "yes"), ("final", None)),
    ],
)
def test_states(
    state: State, first: tuple[str, str | None], second: tuple[str, str | None], brand: Brand
) -> None:
    edition = one(state=state, target="" if state == State.EMPTY else "Flow.")
    (unit,) = units_of(written(edition, brand), "1.2")
    assert (unit.find(CORE["1.2"] + "target").get("state"), unit.get("approved")) == first
    (unit,) = units_of(written(edition, brand, "2.0"), "2.0")
    segment = unit.find(CORE["2.0"] + "segment")
    assert (segment.get("state"), segment.get("subState")) == second


def test_marks_of_a_unit(brand: Brand) -> None:
    edition = one()
    unit = edition.units[0]
    note = text_digest("English that is known: 生态流量 → environmental flow")
    digests = f"source:{text_digest(unit.source)} base:{text_digest(unit.target)} state:DRAFT notes:{note}"
    (element,) = units_of(written(edition, brand), "1.2")
    assert (element.get("id"), element.get("resname")) == (unit.id, unit.slot)
    assert element.get("extradata") == digests
    (element,) = units_of(written(edition, brand, "2.0"), "2.0")
    assert (element.get("id"), element.get("name")) == (unit.id, unit.slot)
    metas = [e for e in element.iter() if etree.QName(e).localname == "meta"]
    assert " ".join(f"{meta.get('type')}:{meta.text}" for meta in metas) == digests


@VERSIONS
def test_notes_name_the_finding_and_its_side(version: Xliff, brand: Brand) -> None:
    edition = sample_edition()
    data = etree.fromstring(written(edition, brand, version))
    notes = [
        (n.get("annotates") or n.get("appliesTo"), n.text or "") for n in data.iter(CORE[version] + "note")
    ]
    standing = [f for f in edition.findings if f.stands]
    for finding in standing:
        (side,) = [side for side, text in notes if text.endswith(f"{finding.check} · {finding.id}")]
        assert side == (None if finding.unit is None and version == "1.2" else finding.on)
    dismissed = next(f for f in edition.findings if not f.stands)
    assert not any(dismissed.id in text for _side, text in notes)
    assert any("阮文海 → Nguyen Van Hai (a reading; to be confirmed)" in text for _side, text in notes)


def test_suggestions(brand: Brand) -> None:
    edition = one(suggestions=(Suggestion("Environmental flow varies.", "memory", 78.0),))
    (unit,) = Xliff1File.parsestring(written(edition, brand)).units
    (offered,) = unit.getalttrans()
    assert (offered.target, offered.xmlelement.get("match-quality")) == ("Environmental flow varies.", "78")
    (unit,) = units_of(written(edition, brand, "2.0"), "2.0")
    (match,) = [e for e in unit.iter() if etree.QName(e).localname == "match"]
    assert dict(match.attrib) == {"ref": "#s", "matchQuality": "78.0", "origin": "memory"}
    assert match.findtext(CORE["2.0"] + "target") == "Environmental flow varies."


@pytest.mark.parametrize(("version", "store"), [("1.2", Xliff1File), ("2.0", Xliff2File)])
def test_another_library_reads_every_unit(version: Xliff, store: Any, brand: Brand) -> None:
    edition = sample_edition()
    read = store.parsestring(written(edition, brand, version))
    assert (read.sourcelanguage, read.targetlanguage) == ("zh-CN", "en")
    pairs = [(unit.source, unit.target) for unit in read.units if unit.istranslatable()]
    assert pairs == [(unit.source, unit.target) for unit in edition.units]


def repeated() -> Edition:
    """Return an edition with one Chinese sentence three times, in two English wordings."""
    rows = [
        ("0/0", "会议在昆明召开。", "The meeting was held in Kunming."),
        ("0/1", "谢谢大家。", "Thank you all."),
        ("1/0", "周明远发言。", "Zhou Mingyuan spoke & left."),
        ("1/1", "谢谢大家。", "Thanks, everyone."),
        ("2/0", "未译。", ""),
        ("2/1", "谢谢大家。", "Thank you all."),
    ]
    return edition_of(rows)


def test_omegat_project(brand: Brand) -> None:
    data = written(repeated(), brand, name="omegat")
    assert written(repeated(), brand, name="omegat") == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    for folder in ("source", "target", "omegat", "tm/auto", "glossary", "dictionary"):
        assert f"small/{folder}/" in files
    assert b"<sentence_seg>false" in files["small/omegat.project"]
    source = files["small/source/small.xlf"]
    assert faults(source, "1.2") == []
    for unit in units_of(source, "1.2"):
        assert unit.findtext(CORE["1.2"] + "target") == unit.findtext(CORE["1.2"] + "source")
        assert unit.find(CORE["1.2"] + "target").get("state") is None
    assert files["small/glossary/bulletin.utf8"].decode() == "周明远\tZhou Mingyuan\tperson\n"
    memory = etree.fromstring(files["small/tm/auto/small.tmx"])
    segments = [
        [s.text for s in unit.iter("seg")] + [p.text for p in unit.iter("prop")] for unit in memory.iter("tu")
    ]
    assert segments == [
        ["会议在昆明召开。", "The meeting was held in Kunming."],
        ["谢谢大家。", "Thank you all.", "small.xlf", "会议在昆明召开。", "周明远发言。"],
        ["周明远发言。", "Zhou Mingyuan spoke & left."],
        ["谢谢大家。", "Thanks, everyone.", "small.xlf", "周明远发言。", "未译。"],
        ["谢谢大家。", "Thank you all.", "small.xlf", "未译。"],
    ]


def test_no_units(brand: Brand) -> None:
    empty: tuple[Unit, ...] = ()
    edition = replace(one(), units=empty)
    assert units_of(written(edition, brand), "1.2") == []
    assert written(edition, brand, name="omegat")
