"""Every reader on damaged files: as long as FUZZ_SECONDS says (600) each in the long run, a moment in the short one."""

import os
import tempfile
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.readers.fuzzing import Change, damaged, fuzz, read_pdf, renumbered, repacked, retagged, save
from tests.readers.pages import SITES, as_markdown, as_text, page
from tests.readers.pdf_made import one_page, scan, stream
from tests.readers.picture_made import picture
from tests.readers.word_made import box, field, inside, numbered, p, r, table, tracked, word_file
from tests.readers.word_made import picture as drawn
from workflow.readers import read

FRONT = "---\ntitle: 座谈会\nissue: 2024-3\ndate: 2024-05-28\nbrand: center\nscript: hant\n---\n"
PDF_TEXT = b"BT /F 18 Tf 72 760 Td (Qingxi Bulletin) Tj ET BT /F 12 Tf 72 700 Td (The first long row of the text goes on in the) Tj 0 -16 Td (next one.) Tj ET "


def _text() -> dict[str, bytes]:
    text = as_text()
    return {name: text.encode(name) for name in ("utf-8", "utf-16", "gb18030", "utf-8-sig")} | {
        "picture": _markdown()["picture"]
    }


def _markdown() -> dict[str, bytes]:
    lines = as_markdown().split("\n\n")
    lines[4:4] = [
        "![会场](p.png)",
        "图1 会场",
        "![](https://example.org/a.png) 一行",
        "> 引文",
        "| 一 | 二 |\n| --- | --- |\n| 3 | 4 |",
    ]
    return {"plain": as_markdown().encode(), "picture": "\n\n".join(lines).encode()}


def _html() -> dict[str, bytes]:
    found = {site: page(site) for site in SITES}
    inline = b64encode(picture()).decode()
    shown = f'<p><img src="p.png" alt="会场" width="400"></p><p align=center>图1 会场</p><figure><img src="data:image/png;base64,{inline}"><figcaption>合影</figcaption></figure>'
    found["pictures"] = page("bare").replace(b"</p>", b"</p>" + shown.encode(), 1)
    return found


def _archive() -> dict[str, bytes]:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    body = page("bare").replace(
        b"</p>", b'</p><img src="http://example.org/p.png" alt="x"><img src="cid:two">', 1
    )
    shown = b64encode(picture())
    parts = [
        b"Content-Type: text/html; charset=utf-8\r\nContent-Location: http://example.org/a.html\r\n\r\n"
        + body,
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://example.org/p.png\r\n\r\n"
        + shown,
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <two>\r\n\r\n" + shown,
    ]
    return {"archive": head + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"}


def _docx() -> dict[str, bytes]:
    body = "".join(
        (
            p(r("青溪流域合作中心")),
            p(r("简报 2024年第3期")),
            p(r("青溪流域座谈会在岭州召开"), look='<w:pStyle w:val="T"/>'),
            p(
                r("2024年5月28日，座谈会在岭州市召开，"),
                tracked("ins", r("近百名")),
                tracked("del", r("删去", name="delText")),
                r("代表参会。"),
            ),
            p(drawn()),
            p(r("图1 会场（张三摄）")),
            p(box(p(r("框中的话。")))),
            p(r("第一项"), look=numbered(1)),
            table((p(r("指标")), p(r("数值"))), (p(r("水质")), p(r("94%")))),
            p(field('HYPERLINK "http://example.org"', "链接")),
            p(r("邮编：558210")),
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        path = word_file(
            Path(folder) / "a.docx",
            body,
            relations=inside("idpic", "media/p.png"),
            members={"word/media/p.png": picture()},
        )
        return {"made": path.read_bytes()}


def _pdf() -> dict[str, bytes]:
    shown = stream(
        bytes(range(256)) * 30,
        b"/Type/XObject/Subtype/Image/Width 50/Height 50/ColorSpace/DeviceRGB/BitsPerComponent 8",
    )
    return {
        "picture": one_page(
            PDF_TEXT + b"q 200 0 0 150 72 400 cm /P Do Q", shown, resources=b"/XObject<</P 6 0 R>>"
        ),
        "text": one_page(PDF_TEXT),
        "scan": scan(),
    }


KINDS: dict[str, tuple[str, Mapping[str, bytes], tuple[Change, ...]]] = {
    "front": (
        ".md",
        {"front": (FRONT + as_markdown()).encode(), "only": (FRONT + "一句话。\n").encode()},
        (damaged, renumbered),
    ),
    "text": (".txt", _text(), (damaged, renumbered)),
    "markdown": (".md", _markdown(), (damaged, renumbered)),
    "html": (".html", _html(), (damaged, retagged, renumbered)),
    "mhtml": (".mhtml", _archive(), (damaged, retagged)),
    "docx": (".docx", _docx(), (repacked, repacked, repacked, damaged)),
    "pdf": (".pdf", _pdf(), (damaged, renumbered)),
}


def _run(kind: str, folder: Path, seconds: float) -> None:
    suffix, seeds, changes = KINDS[kind]
    (folder / "p.png").write_bytes(picture())
    told = fuzz(folder, suffix, seeds, changes, seconds, read_pdf if suffix == ".pdf" else read)
    print(told.line(kind))  # noqa: T201 # what the long run is for
    kept = save(told, Path(os.environ.get("FUZZ_KEEP") or folder), suffix)
    assert not told.crashes, (dict(told.crashes), kept)
    assert told.read or told.files < 20
    assert told.refused or told.files < 200  # damage that nothing notices is none


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_of_damage(kind: str, tmp_path: Path) -> None:
    _run(kind, tmp_path, 1.0)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_ten_minutes_of_damage(kind: str, tmp_path: Path) -> None:
    _run(kind, tmp_path, float(os.environ.get("FUZZ_SECONDS", "600")))
