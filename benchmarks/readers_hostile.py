"""Write hostile files of every container into a folder, for `readers.py` to measure."""

import struct
import zipfile
import zlib
from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _word(path: Path, body: str, relations: str = "", **members: bytes) -> None:
    names = (
        f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{root}</Relationships>')
        packed.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{package}">{relations}</Relationships>'
        )
        packed.writestr(
            "word/document.xml",
            body if body.startswith("<?xml") else f"<w:document {names}><w:body>{body}</w:body></w:document>",
        )
        for name, data in members.items():
            packed.writestr(f"word/media/{name}", data)


def _picture(key: str, target: str, mode: str = "") -> tuple[str, str]:
    relation = f'<Relationship Id="{key}" Type="{OFFICE}/image" Target="{target}"{mode}/>'
    return f'<w:p><w:r><w:drawing><a:blip r:embed="{key}"/></w:drawing></w:r></w:p>', relation


def _bomb() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(10**7)))
        + chunk(b"IEND", b"")
    )


def _pdf(path: Path, objects: list[bytes]) -> None:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(data))
    path.write_bytes(data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table) + end)


def word_files(folder: Path, sound: Path) -> None:
    """Write Word files that unpack to too much, point outside, nest too deep; `sound` is one to damage."""
    text = "<w:p><w:r><w:t>正文一段，代表参会。</w:t></w:r></w:p>"
    _word(folder / "bomb.docx", text + f"<w:p><w:r><w:t>{'座' * (40 << 20)}</w:t></w:r></w:p>")
    entity = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    _word(
        folder / "entities.docx",
        f'{entity}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>',
    )
    shown, relation = _picture("p1", "http://127.0.0.1:9/p.png", ' TargetMode="External"')
    _word(folder / "external picture.docx", text + shown, relation)
    shown, relation = _picture("p1", "../../../../etc/passwd")
    _word(folder / "path out of the file.docx", text + shown, relation)
    shown, relation = _picture("p1", "media/p.png")
    _word(folder / "picture bomb.docx", text + shown, relation, **{"p.png": _bomb()})
    _word(folder / "picture EMF.docx", text + shown, relation, **{"p.png": b"\x01\0\0\0" + bytes(99)})
    _word(folder / "100,000 paragraphs.docx", text * 100_000)
    nest = "<w:tbl><w:tr><w:tc>"
    _word(folder / "tables 500 deep.docx", nest * 500 + text + "</w:tc></w:tr></w:tbl>" * 500)
    (folder / "truncated.docx").write_bytes(sound.read_bytes()[:5000])
    (folder / "DOCX named .pdf.pdf").write_bytes(sound.read_bytes())


def pdf_files(folder: Path, sound: Path) -> None:
    """Write PDF files with a loop, a password, an end too early; `sound` is one to damage."""
    import pikepdf

    _pdf(
        folder / "loop.pdf",
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9/Parent 2 0 R>>"],
    )
    with pikepdf.open(sound) as whole:
        whole.save(folder / "password.pdf", encryption=pikepdf.Encryption(owner="o", user="u", R=6))
    (folder / "truncated.pdf").write_bytes(sound.read_bytes()[:3000])
    (folder / "PDF named .txt.txt").write_bytes(sound.read_bytes())


def text_files(folder: Path) -> None:
    """Write texts and pages that are too long, too deep, or name what is not theirs."""
    with (folder / "1 GB line.txt").open("wb") as file:
        file.truncate(10**9)
    (folder / "50 MB line.txt").write_bytes(b"a" * 49_000_000)
    lines = "座谈会在岭州召开，代表参会。\n" * 100_000
    (folder / "100,000 paragraphs.txt").write_text(lines, encoding="utf-8")
    nested = "<table><tr><td>" * 500 + "座谈会召开，代表参会。"
    (folder / "tables 500 deep.html").write_text(nested, encoding="utf-8")
    script = "<script>document.write('甲')</script><img src='http://127.0.0.1:9/p.png'><iframe src='http://127.0.0.1:9/'></iframe>"
    page = f"<p>座谈会召开，代表参会。</p>{script}<p>会议结束了。</p>"
    (folder / "scripts, remote picture.html").write_text(page, encoding="utf-8")
    (folder / "link.png").symlink_to("/etc/passwd")
    links = "# 题\n\n一句话。\n\n![](link.png)\n\n![](../../etc/passwd)\n\n又一句话。\n"
    (folder / "link out of the folder.md").write_text(links, encoding="utf-8")
