"""Word processor files that LibreOffice makes: the program that tests must not share with the reader of .docx."""

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

BULLETIN = Path(__file__).with_name("bulletin.fodt")
SECONDS = 120


def convert(sources: list[Path], kind: str, folder: Path) -> list[Path]:
    """Return the files that LibreOffice makes of sources, all in one run; `kind` as its --convert-to takes it."""
    program = shutil.which("soffice") or "soffice"
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", kind]
    command += ["--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return [folder / f"{source.stem}.{kind.partition(':')[0]}" for source in sources]


def flat_document(text: str) -> str:
    """Return a text as an OpenDocument in one file: a paragraph a line."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.splitlines())
    names = "urn:oasis:names:tc:opendocument:xmlns"
    return (
        f'<?xml version="1.0"?><office:document xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:draw="{names}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{lines}</office:text></office:body></office:document>"
    )


def rich_text(text: str) -> str:
    """Return a text as RTF: a paragraph a line, every character that is not ASCII by its number."""
    lines = (
        "".join(
            c if c.isascii() and c not in "\\{}" else f"\\u{(ord(c) + 32768) % 65536 - 32768}?" for c in line
        )
        for line in text.splitlines()
    )
    return (
        "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 SimSun;}}"
        + "".join(f"\\pard {line}\\par\n" for line in lines)
        + "}"
    )
