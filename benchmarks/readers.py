"""Measure the readers: facts of one bulletin out of every container, a hundred pages, hostile files.

python benchmarks/readers.py BULLETIN.txt=FACTS.json… [--pages 100] prints three tables. FACTS.json has issue, date, title,
speakers, headings, body_paragraphs and contact, as ../shared/gold. LibreOffice makes the DOCX, ODT, RTF, DOC and PDF files.
"""

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from readers_hostile import pdf_files, text_files, word_files

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SECONDS = 600


def flat(text: str) -> str:
    """Return a flat ODF document with a paragraph for every line."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines_of(text))
    names = f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"'
    kind = "application/vnd.oasis.opendocument.text"
    body = f"<office:body><office:text>{lines}</office:text></office:body>"
    return f'<?xml version="1.0"?><office:document {names} office:version="1.3" office:mimetype="{kind}">{body}</office:document>'


def lines_of(text: str) -> list[str]:
    """Return the lines that print, without marks of Markdown, which no other container has."""
    bare = (re.sub(r"^\s*#+\s*|\*\*|__", "", line) for line in text.splitlines())
    return [line for line in bare if line.strip()]


def page(text: str) -> str:
    """Return a page with a paragraph for every line, a menu above and a footer below."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in lines_of(text))
    menu = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(6))
    return (
        f'<html><head><meta charset="gbk"></head><body><nav><ul>{menu}</ul></nav><div>{lines}</div>'
        "<div>版权所有 <a href='/'>首页</a></div></body></html>"
    )


def traditional(text: str) -> str:
    """Return a text in the characters of Taiwan."""
    from opencc import OpenCC

    return str(OpenCC("s2tw").convert(text))


WRITTEN: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "text, UTF-8": (".txt", lambda text: text.encode()),
    "text, UTF-16": (".txt", lambda text: text.encode("utf-16")),
    "text, GB18030": (".txt", lambda text: text.encode("gb18030")),
    "text, Big5, Traditional": (".txt", lambda text: traditional(text).encode("big5hkscs", "replace")),
    "text, CR": (".txt", lambda text: text.replace("\n", "\r").encode()),
    "Markdown": (".md", lambda text: f"---\nbrand: center\n---\n{text}".encode()),
    "saved page, GBK": (".html", lambda text: page(text).encode("gbk", "xmlcharrefreplace")),
}
CONVERTED = ("docx", "odt", "rtf", "doc", "pdf")


def converted(source: Path, kind: str, folder: Path) -> Path:
    """Return what LibreOffice makes of a file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return folder / f"{source.stem}.{kind}"


def found(path: Path) -> dict[str, Any]:
    """Return the facts of a file's structure, by the names of a facts file."""
    from workflow.clean import clean
    from workflow.readers import read
    from workflow.structure import parse

    b = parse(clean(read(path))).bulletin
    fields = ("address", "postcode", "phone", "fax", "website", "wechat")
    contact = {name: getattr(b.contact, name) for name in fields} if b.contact else None
    return {
        "issue": {"year": b.issue.year, "number": b.issue.number} if b.issue else None,
        "date": b.date,
        "title": b.title,
        "speakers": [[s.speaker.name, s.speaker.office] for s in b.sections if s.speaker],
        "headings": [s.heading for s in b.sections if s.heading],
        "body_paragraphs": sum(len(s.paragraphs) for s in b.sections),
        "contact": contact and {**contact, "emails": list(b.contact.emails if b.contact else ())},
    }


def facts(value: object, name: str = "") -> dict[str, object]:
    """Return the single facts of a value: one for each field and each entry of a list."""
    if isinstance(value, dict):
        return {
            key: fact for part, one in value.items() for key, fact in facts(one, f"{name}/{part}").items()
        }
    if isinstance(value, list) and name.endswith(("speakers", "headings", "emails")):
        return {f"{name}/{n}": one for n, one in enumerate(value)}
    return {name: value}


def right(path: Path, wanted: dict[str, Any]) -> tuple[int, int]:
    """Return how many facts of a file are right, and of how many; one that is too many counts as wrong."""
    got = found(path)
    all_wanted = facts({name: value for name, value in wanted.items() if name in got})
    all_got = facts({name: got[name] for name in wanted if name in got})
    names = all_wanted.keys() | all_got.keys()
    return sum(all_wanted.get(name, ...) == all_got.get(name, ...) for name in names), len(names)


def containers(pairs: list[tuple[Path, Path]], folder: Path) -> None:
    """Print the table of containers."""
    print("| container | " + " | ".join(f"bulletin {n}" for n in range(1, len(pairs) + 1)) + " |")
    print("| --- |" + " ---: |" * len(pairs))
    texts = [source.read_text(encoding="utf-8") for source, _facts in pairs]
    golds = [json.loads(path.read_text(encoding="utf-8")) for _source, path in pairs]
    files: dict[str, list[Path]] = {}
    for number, text in enumerate(texts):
        for name, (suffix, write) in WRITTEN.items():
            path = folder / f"{number} {name}{suffix}"
            path.write_bytes(write(text))
            files.setdefault(name, []).append(path)
        source = folder / f"{number}.fodt"
        source.write_text(flat(text), encoding="utf-8")
        for kind in CONVERTED:
            files.setdefault(f"{kind.upper()}, by LibreOffice", []).append(converted(source, kind, folder))
    for name, paths in files.items():
        cells = ["{} / {}".format(*right(path, gold)) for path, gold in zip(paths, golds, strict=True)]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def measured(path: Path) -> str:
    """Return what reading a file in a process of its own gave, its megabytes and seconds, as cells of a table."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, __file__, "--read", str(path)], capture_output=True, text=True, check=False
    )
    return f"{done.stdout.strip() or done.stderr.strip()[-80:]} | {time.monotonic() - start:.1f}"


def one(path: Path) -> None:
    """Read and clean a file, print what it gave, the memory and the processor's time that it took, PDFium's process with it."""
    from workflow.clean import clean
    from workflow.errors import InputError
    from workflow.readers import read

    try:
        made = clean(read(path))
        gave = f"read: {len(made.blocks)} blocks, {len(made.pictures)} pictures"
        gave += "".join(sorted({f"; {notice.check}" for notice in made.notices}))
    except InputError as error:
        gave = str(error).replace(str(path.parent) + "/", "")
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    spent = sum(one.ru_utime + one.ru_stime for one in used)
    # The peak that the kernel hands on at a start is that of the process which started this one: VmHWM is its own.
    own = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))[1])  # type: ignore[index]
    print(f"{gave} | {max(own, used[1].ru_maxrss) // 1024} | {spent:.1f}")


def pages(text: str, count: int, folder: Path) -> None:
    """Print the table of a long bulletin in DOCX and PDF."""
    print(f"\n| {count} pages | gave | MB | processor, s | clock, s |\n| --- | --- | ---: | ---: | ---: |")
    lines = [line for line in text.splitlines() if "。" in line]
    body = "\n".join(
        (lines * (1 + count * 900 // sum(map(len, lines))))[
            : count * 900 * len(lines) // sum(map(len, lines))
        ]
    )
    source = folder / "long.fodt"
    source.write_text(flat(f"{count}页的简报\n{body}"), encoding="utf-8")
    for kind in ("docx", "pdf"):
        print(f"| {kind.upper()} | {measured(converted(source, kind, folder))} |", flush=True)


def hostile(folder: Path, document: Path, print_: Path) -> None:
    """Print the table of hostile files; `document` and `print_` are a sound DOCX and PDF to damage."""
    word_files(folder, document)
    pdf_files(folder, print_)
    text_files(folder)
    print("\n| hostile file | gave | MB | processor, s | clock, s |\n| --- | --- | ---: | ---: | ---: |")
    for path in sorted(folder.glob("*.*"), key=lambda path: (path.suffix, path.stem)):
        if path.suffix != ".png":
            print(f"| {path.name} | {measured(path)} |", flush=True)


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="*", metavar="BULLETIN=FACTS")
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--tables", default="containers,pages,hostile", help="those to print")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        one(given.read)
        return
    if not shutil.which("soffice"):
        parser.error("LibreOffice is missing (soffice).")
    pairs = [tuple(map(Path, pair.split("=", 1))) for pair in given.pairs]
    with tempfile.TemporaryDirectory() as place:
        folder, bad = Path(place), Path(place, "hostile")
        bad.mkdir()
        text = pairs[0][0].read_text(encoding="utf-8")
        if "containers" in given.tables:
            containers(pairs, folder)  # type: ignore[arg-type]  # each is a pair
        if "pages" in given.tables:
            pages(text, given.pages, folder)
        if "hostile" in given.tables:
            (folder / "sound.fodt").write_text(flat(text), encoding="utf-8")
            hostile(bad, *(converted(folder / "sound.fodt", kind, folder) for kind in ("docx", "pdf")))


if __name__ == "__main__":
    main()
