"""PDF files that mean harm or are damaged: one line of error each, in bounded time and memory."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.pdf_made import file_of, one_page, scan, stream
from tests.test_lossless import check_lossless, check_placed
from workflow.clean import clean
from workflow.errors import InputError
from workflow.readers import pdf_glyphs, read

SECONDS = 120
CATALOGUE, FORM = b"<</Type/Catalog/Pages 2 0 R>>", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
HELLO = b"BT /F 12 Tf 72 700 Td (The river basin.) Tj ET"


def _pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return file_of([CATALOGUE, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), *[page] * count])


def _loop() -> bytes:
    kids = b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 9/Parent 3 0 R>>"
    return file_of([CATALOGUE, kids, kids.replace(b"3 0 R 2", b"2 0 R 3")])


def _forms() -> bytes:
    """Draw forms that draw themselves and each other."""
    inside = FORM + b"/Resources<</XObject<</X 6 0 R/Y 7 0 R>>>>"
    return one_page(
        b"/X Do", stream(b"/Y Do /X Do", inside), stream(b"/X Do", inside), resources=b"/XObject<</X 6 0 R>>"
    )


def _picture() -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/ColorSpace/DeviceGray/BitsPerComponent 8"
    return one_page(b"q 300 0 0 300 0 0 cm /P Do Q", stream(b"", head), resources=b"/XObject<</P 6 0 R>>")


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "scan": (scan, "is a scan: pictures of pages, without text"),
    "huge picture": (_picture, "is a scan"),
    "no page text": (lambda: one_page(b""), "is empty"),
    "10,000 pages": (lambda: _pages(10_000), "10000 pages, more than 500"),
    "loop in the page tree": (_loop, "is empty|damaged"),
    "forms that draw themselves": (_forms, "is empty|takes too much time or memory"),
    "stream of 400 MB": (lambda: one_page(HELLO * 8_000_000), "takes too much time or memory"),
    "half a million characters": (
        lambda: one_page(b"BT /F 12 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 22_000 + b" ET"),
        "more than 500000 characters",
    ),
    "truncated": (lambda: one_page(HELLO)[:300], "is a damaged PDF|is empty"),
    "head alone": (lambda: b"%PDF-1.7\n", "is a damaged PDF"),
    "text": ("座谈会在岭州市召开。".encode, "is no PDF file"),
    "Word file": (lambda: b"PK\x03\x04" + b"\0" * 99, "is no PDF file"),
    "unnamed characters": (
        lambda: one_page(HELLO.replace(b"The river", rb"\001\003\004\005")),
        "do not say which",
    ),
}


SLOW = ("forms that draw themselves", "stream of 400 MB")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in CASES]
)
def test_one_line_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    made, message = CASES[name]
    path = tmp_path / "a.pdf"
    path.write_bytes(made())
    told, seconds, kilobytes = _read_apart(path)
    assert re.search(message, told), told
    assert "\n" not in told
    assert seconds < SECONDS
    assert kilobytes < (pdf_glyphs.MEGABYTES + 100) << 10


# The most memory that a child ever had is one figure for all children of a process: so each file gets a process. Its
# own is read from the kernel's status, for what getrusage says of a process includes the one that started it.
READER = """
import json, re, resource, sys
from pathlib import Path
from workflow.errors import InputError
from workflow.readers import read
try:
    read(Path(sys.argv[1]))
    told = "nothing"
except InputError as error:
    told = error.message
own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
most = int(re.search("VmHWM:[^0-9]*([0-9]+) kB", Path("/proc/self/status").read_text())[1])
print(json.dumps([told, own.ru_utime + children.ru_utime, max(most, children.ru_maxrss)]))
"""


def _read_apart(path: Path) -> tuple[str, float, int]:
    """Return what reading a file says in a process of its own, its processor seconds, its most memory in kB."""
    done = subprocess.run([sys.executable, "-c", READER, path], capture_output=True, text=True, check=True)
    told, seconds, kilobytes = json.loads(done.stdout)
    return told, seconds, kilobytes


def test_a_password(tmp_path: Path) -> None:
    (tmp_path / "open.pdf").write_bytes(one_page(HELLO))
    locked, limited = tmp_path / "locked.pdf", tmp_path / "limited.pdf"
    for target, password in ((locked, "secret"), (limited, "")):
        command = [
            "qpdf",
            "--encrypt",
            password,
            "owner",
            "256",
            "--",
            str(tmp_path / "open.pdf"),
            str(target),
        ]
        subprocess.run(command, check=True)
    with pytest.raises(InputError, match="protected by a password"):
        read(locked)
    assert read(limited).raw == "The river basin."


def test_a_pdf_under_another_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(one_page(HELLO))
    with pytest.raises(InputError, match="PDF"):
        read(tmp_path / "a.txt")


RICH = one_page(
    HELLO + b" BT /F 18 Tf 72 760 Td (Title) Tj ET q 90 0 0 90 72 500 cm /P Do Q",
    stream(
        b"\0" * 64, b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
    ),
    resources=b"/XObject<</P 6 0 R>>",
)


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=30)
@given(data=st.data())
def test_damaged_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(RICH)
    for _change in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "fuzz.pdf"
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    refusal = ""
    try:
        document = read(path)
    except InputError as error:
        refusal = error.message
    else:
        cleaned = clean(document)
        check_lossless(document)
        check_lossless(cleaned)
        check_placed(cleaned)
    assert "\n" not in refusal
