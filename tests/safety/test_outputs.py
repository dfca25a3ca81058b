"""What a hostile bulletin leaves in the outputs: no script, no macro, no link that its text does not show."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree, html

from tests.safety import hostile
from workflow.render.brand import load_brand

FIELDS = re.compile(r"\s*(PAGE|NUMPAGES|PAGEREF|HYPERLINK|STYLEREF|SECTIONPAGES|TOC)\b")
# What an outgoing link may be: an address that stands in the text, or its office's mail.
SHOWN = re.compile(rf"(https?://{re.escape(hostile.SITE)}|mailto:office@qingxi\.example)")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINKING = (
    "src",
    "href",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "srcset",
    "xlink:href",
    "ping",
)


def outputs(built: Path, *suffixes: str) -> list[Path]:
    found = [p for p in built.rglob("*") if p.suffix in suffixes and p.relative_to(built).parts[0] != "in"]
    assert found
    return found


def test_word_files_carry_no_macro_object_or_hidden_link(built: Path) -> None:
    for path in outputs(built, ".docx"):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                assert not re.search(r"vba|activex|embeddings|ole|\.bin$|customui|\.\.", name.lower()), (
                    path,
                    name,
                )
                data = package.read(name)
                assert b"macroEnabled" not in data
                assert b"<!DOCTYPE" not in data, (path, name)
                if name.endswith(".rels"):
                    _check_relations(path, data)
                elif name.endswith(".xml"):
                    _check_fields(path, etree.fromstring(data))


def _check_relations(path: Path, data: bytes) -> None:
    for relation in etree.fromstring(data):
        kind, target = str(relation.get("Type")).rpartition("/")[2], str(relation.get("Target"))
        assert kind not in {
            "attachedTemplate",
            "oleObject",
            "vbaProject",
            "control",
            "frame",
            "subDocument",
        }, (path, kind)
        if relation.get("TargetMode") == "External":
            assert kind == "hyperlink", (path, kind, target)
            assert SHOWN.match(target), (path, target)


def _check_fields(path: Path, root: etree._Element) -> None:
    said = ["".join(map(str, one.itertext())) for one in root.iter(f"{W}instrText")]
    said += [str(one.get(f"{W}instr")) for one in root.iter(f"{W}fldSimple")]
    for instruction in said:
        assert FIELDS.match(instruction), (path, instruction)
    assert not list(root.iter(f"{W}altChunk", f"{W}object", f"{W}control")), path


def test_pages_carry_no_script_but_the_proof_s_own(built: Path) -> None:
    own = load_brand("center").file("proof.js").read_text(encoding="utf-8").strip()
    for path in outputs(built, ".html", ".svg"):
        tree: Any = html.fromstring(path.read_bytes())
        scripts = [one.text_content().strip() for one in tree.iter("script")]
        assert scripts == ([own] if path.name == f"{path.parent.name}.html" else []), path
        assert not list(tree.iter("iframe", "object", "embed", "applet", "base", "frame")), path
        for element in tree.iter(etree.Element):
            for name, value in element.attrib.items():
                assert not str(name).lower().startswith("on"), (path, element.tag, name)
                if str(name) in LINKING:
                    _check_address(path, str(value))
        if scripts:
            (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            assert "default-src 'none'" in policy, path
            assert "unsafe" not in policy, path
        refreshing = [m for m in tree.iter("meta") if str(m.get("http-equiv")).lower() == "refresh"]
        assert not refreshing, path
        for style in tree.iter("style"):
            assert not re.search(r"@import|url\(\s*['\"]?(?!data:|#)", style.text or ""), path


def _check_address(path: Path, value: str) -> None:
    inside = value.startswith(("#", "data:image/", "data:font/")) or not re.match(
        r"[a-z][a-z0-9+.-]*:|//", value.lower()
    )
    assert inside or SHOWN.match(value), (path, value)


def test_pdfs_carry_no_action_but_links_that_stand_in_the_text(built: Path) -> None:
    import pikepdf

    for path in outputs(built, ".pdf"):
        with pikepdf.open(path) as pdf:
            assert "/OpenAction" not in pdf.Root, path
            assert "/AA" not in pdf.Root, path
            for item in pdf.objects:
                if not isinstance(item, pikepdf.Dictionary):
                    continue
                assert str(item.get("/S", "")) not in {
                    "/JavaScript",
                    "/Launch",
                    "/ImportData",
                    "/SubmitForm",
                    "/GoToR",
                }, path
                assert "/JS" not in item, path
                assert item.get("/Type") != "/EmbeddedFile", path
                if item.get("/S") == "/URI":
                    assert SHOWN.match(str(item.URI)), (path, item.URI)


def test_archives_for_tools_stay_in_their_folder(built: Path) -> None:
    for path in outputs(built, ".zip"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            for name in package.namelist():
                assert not name.startswith("/"), (path, name)
                assert ".." not in Path(name).parts, (path, name)
    for path in outputs(built, ".xlf"):
        assert b"<!DOCTYPE" not in path.read_bytes()
        assert b"<!ENTITY" not in path.read_bytes()


def test_nothing_was_computed_or_written_elsewhere(built: Path) -> None:
    for path in outputs(built, ".html", ".json"):
        text = path.read_text(encoding="utf-8")
        assert str(7 * 191) not in text or path.suffix == ".json", path
    assert not list(built.parent.rglob("escaped.txt"))
