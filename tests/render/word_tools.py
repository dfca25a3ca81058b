"""What the tests of Word files share: parts as XML, their text, verdicts on a file, LibreOffice's reading."""

import io
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# The order of a content control's properties and of a table's, which openxml-audit does not hold them to.
CONTROL = "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex dropDownList"


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def text_of(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def words(text: str) -> str:
    """Return the text without white space and hyphens, so that line ends do not matter."""
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", text)


def audit(data: bytes, folder: Path) -> list[str]:
    """Return what openxml-audit, a port of Microsoft's schema and semantic rules, finds in a file.

    The schema of Word 2007 is the narrowest, that of today the widest; a file must suit both.
    """
    from openxml_audit import FileFormat, OpenXmlValidator

    path = folder / "audited.docx"
    path.write_bytes(data)
    formats = (FileFormat.OFFICE_2007, FileFormat.MICROSOFT_365)
    return [str(error) for f in formats for error in OpenXmlValidator(file_format=f).validate(path).errors]


def repairs(data: bytes) -> list[str]:
    """Return what Word mends, or refuses, beyond what `audit` finds: ids, names, threads, ranges, relations."""
    return list(_repairs(data))


def _repairs(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    yield from _doubled("content control", (i.get(W + "val") for i in body.iterfind(f".//{W}sdtPr/{W}id")))
    yield from _doubled("bookmark", (b.get(W + "name") for b in body.iter(W + "bookmarkStart")))
    yield from _doubled("picture", (d.get("id") for d in body.iter(WP + "docPr")))
    for properties in body.iter(W + "sdtPr"):
        places = [CONTROL.split().index(etree.QName(child).localname) for child in properties]
        tag = properties.findall(W + "tag")[0].get(W + "val", "")
        if places != sorted(places) or len(tag) > 64:
            yield f"content control {tag}: order or length"
    for table in body.iter(W + "tbl"):
        if (after := table.getnext()) is None or after.tag == W + "tbl":
            yield "a table ends a cell or touches the next one"
    for start in body.iter(W + "bookmarkStart"):
        if not body.xpath(f"//*[local-name()='bookmarkEnd'][@*[local-name()='id']='{start.get(W + 'id')}']"):
            yield f"bookmark {start.get(W + 'name')} has no end"
    yield from _thread_repairs(body, parts)
    yield from _package_repairs(parts)


def _doubled(kind: str, ids: Iterable[str | None]) -> Iterator[str]:
    yield from (f"{kind} {name} twice" for name, count in Counter(ids).items() if count > 1)


def _thread_repairs(body: Any, parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the faults of comments: each anchored once from start to end to reference, each a thread."""
    comments = etree.fromstring(parts.get("word/comments.xml", b"<none/>"))
    threads = etree.fromstring(parts.get("word/commentsExtended.xml", b"<none/>"))
    numbers = [comment.get(W + "id") for comment in comments]
    for number in numbers:
        names = ("commentRangeStart", "commentRangeEnd", "commentReference")
        marks = [
            etree.QName(e).localname for e in body.iter(*(W + n for n in names)) if e.get(W + "id") == number
        ]
        if marks != list(names):
            yield f"comment {number} is anchored by {marks}"
    yield from _doubled("comment", numbers)
    yield from _doubled("paragraph", (p.get(W14 + "paraId") for p in comments.iter(W + "p")))
    last = [comment.findall(W + "p")[-1].get(W14 + "paraId") for comment in comments]
    if [thread.get(W15 + "paraId") for thread in threads] != last:
        yield "the threads are not those of the comments"


def _package_repairs(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    typed = {t.get("PartName", "").lstrip("/") for t in types} | {t.get("Extension") for t in types}
    for name, content in parts.items():
        if name not in typed and name.rpartition(".")[2] not in typed:
            yield f"{name} has no content type"
        if name.endswith(".rels"):
            folder = dirname(dirname(name))
            for relation in etree.fromstring(content):
                target = normpath(join(folder, relation.get("Target", ""))).lstrip("/")
                if relation.get("TargetMode") != "External" and target not in parts:
                    yield f"{name} names {target}, which is not there"


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return the file with one text of one part replaced where it stands first."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as other:
        for member in package.namelist():
            content = package.read(member)
            if member == name:
                assert old.encode() in content, f"{name} has no {old}"
                content = content.replace(old.encode(), new.encode(), 1)
            other.writestr(member, content)
    return out.getvalue()


def saved_by_libreoffice(data: bytes, kind: str, folder: Path) -> Path:
    """Return the file that LibreOffice makes of a DOCX; kind is `pdf` or `docx`."""
    (folder / "in.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "in.docx")], check=True, capture_output=True, timeout=120)
    return folder / "out" / f"in.{kind}"


def printed_text(data: bytes, folder: Path) -> str:
    """Return the text of the pages that LibreOffice prints of a DOCX."""
    printed = str(saved_by_libreoffice(data, "pdf", folder))
    text = subprocess.run(["pdftotext", "-raw", printed, "-"], check=True, capture_output=True, timeout=60)
    return text.stdout.decode()
