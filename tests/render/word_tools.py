"""What the tests of Word files share: parts as XML, their text, the schema's verdict, LibreOffice's reading."""

import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


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
