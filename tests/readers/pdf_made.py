"""PDF files that other programs make: Chromium prints a page; and the bare bytes of files that no program would write."""

import shutil
import subprocess
import zlib
from collections.abc import Iterable
from pathlib import Path

SECONDS = 120
TOPICS = "一二三四五六七八九"
TEXTS = (
    "2024年6月20日，青溪流域水生态修复研讨会在云台市召开，来自生态环境部、世界自然基金会等机构的近100名代表参会，会议由青溪流域合作中心主办。",
    "与会专家认为，修复成效要看鱼类是否回来，而不能只看投资多少，更不能以工程数量代替评价；评价标准应当统一，监测数据应当公开，结果每年向社会发布一次。",
    "青溪干流全长412公里，沿江3县完成了163座电站的改造，占总数的87.6%，断流河段由31处减少到6处，洄游鱼类恢复到73种。",
)
ENGLISH = (
    "The participants recom&shy;mended trans&shy;boundary monitoring, long-term con&shy;servation and inter&shy;governmental "
    "coordi&shy;nation of all hydro&shy;logical infor&shy;mation along the Qingxi River basin, and sug&shy;gested a "
    "bio&shy;diversity programme for all of the long-term moni&shy;toring stations."
)
STYLE = """@page{size:A4;margin:25mm 20mm;@top-center{content:'青溪流域合作中心简报　内部资料';font-size:9pt}
@bottom-center{content:'— ' counter(page) ' —';font-size:9pt}} @page:first{@top-center{content:none}}
body{font:10.5pt/1.6 'Noto Serif CJK SC';margin:0} h1{font-size:18pt;text-align:center} h2{font-size:13pt}
.c{columns:2;column-gap:2em;text-align:justify} .c p{margin:0;text-indent:2em} .e{hyphens:manual}"""


def printed(page: Path, target: Path) -> Path:
    """Return the PDF that Chromium prints of a page."""
    program = shutil.which("chromium") or "chromium"
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={target.parent / 'chromium'}", f"--print-to-pdf={target}", str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return target


def two_columns() -> tuple[str, list[str]]:
    """Return a page of two printed pages in two columns, and what its paragraphs and headings are, in order."""
    lines = ["青溪流域合作中心", "2024年第7期", "青溪流域水生态修复研讨会观点摘编"]
    body = f'<p style="text-align:center;font-size:24pt;margin:0">{lines[0]}</p><p style="text-align:center">{lines[1]}</p>'
    body += f"<h1>{lines[2]}</h1><div class=c>"
    for number, topic in enumerate(TOPICS, 1):
        lines.append(f"{topic}、第{number}个议题的讨论")
        body += f"<h2>{lines[-1]}</h2>"
        for text in TEXTS:
            lines.append(f"第{number}组代表发言。{text}")
            body += f"<p>{lines[-1]}</p>"
    lines.append(ENGLISH.replace("&shy;", ""))
    body += f"<p class=e lang=en>{ENGLISH}</p></div>"
    return f'<!doctype html><html lang="zh"><meta charset="utf-8"><style>{STYLE}</style>{body}</html>', lines


def file_of(objects: Iterable[bytes]) -> bytes:
    """Return a PDF of numbered objects; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(data)
    )  # fmt: skip


def stream(content: bytes, head: bytes = b"") -> bytes:
    """Return a compressed stream with the entries of its dictionary."""
    packed = zlib.compress(content)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (head, len(packed), packed)


def one_page(
    content: bytes, *more: bytes, resources: bytes = b"", rotate: int = 0, entries: bytes = b""
) -> bytes:
    """Return a PDF of one page; `more` are the objects from number 6 on, number 5 is the face Helvetica."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents 4 0 R%s" % (rotate, entries)
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page + b"/Resources<</Font<</F 5 0 R>>%s>>>>" % resources,
            stream(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *more,
        ]
    )


def scan() -> bytes:
    """Return a PDF of one page that is a picture."""
    picture = stream(
        b"\xff" * 64, b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    return one_page(b"q 595 0 0 842 0 0 cm /P Do Q", picture, resources=b"/XObject<</P 6 0 R>>")
