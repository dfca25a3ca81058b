"""Damage sources at random, as editors, networks and attackers do, and see what reading them gives.

A seed of each container is changed in its bytes and in its own terms (a tag of a page, a part of a DOCX, a number of a PDF); each
result is read, cleaned and given a structure. A refusal (InputError) is right; any other exception, a text that is lost, and
a file that takes longer than SLOWEST seconds is a crash.
"""

import io
import json
import os
import random
import re
import resource
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tests.test_lossless import check_lossless, check_placed
from workflow.bulletin import Document
from workflow.clean import clean
from workflow.errors import InputError
from workflow.readers import pdf, pdf_glyphs, read
from workflow.segment import segment
from workflow.structure import parse, queries

SLOWEST = 20.0
# What has broken readers of text and marked-up text before: signs of an encoding, of a nest, of a number, of nothing.
ODD = [
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\r", b"\x0b", b"\xc2\x85", b"\xe2\x80\xa8"),
    *(b"<", b">", b"&#x110000;", b"&#0;", b"<!--", b"<table><tr><td>", b"</div>", b"<p>", b"---\n", b"```", b"![](", b"**", b"<!DOCTYPE"),
    *(b"-1", b"0", b"99999999999999999999", b"NaN", b"1e309", b"obj", b"endstream", b"<<", b">>", b"stream", b"R", b"{{", b"}}", b"%s"),
    *(s.encode() for s in ("。", "，", "“", "第", "年", "图1", "▲", "《", "（", "〇", "\u3000", "\u202e", "\U00020000", "摄", "：")),
]  # fmt: skip
NUMBER = re.compile(rb"-?\d+")
TAG = re.compile(rb"<[^<>]{1,400}>")

Reader = Callable[[Path], Document]
Change = Callable[[bytes, random.Random], bytes]


@dataclass(slots=True)
class Told:
    """Count what became of the files: read, refused, and the crashes by their last line, with one file of each."""

    files: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    crashes: Counter[str] = field(default_factory=Counter)
    kept: dict[str, bytes] = field(default_factory=dict)

    def line(self, name: str) -> str:
        """Return the counts on one line."""
        return (
            f"{name:13} {self.files:7} files in {self.seconds:4.0f} s, read {self.read:7}, refused {self.refused:7}, "
            f"slowest {self.slowest:5.2f} s, crashes {sum(self.crashes.values())}"
        )


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with one to four places changed: one byte, a stretch left out, said twice, put elsewhere, something odd."""
    for _time in range(chance.choice((1, 1, 2, 4))):
        if not data:
            return data
        at = chance.randrange(len(data))
        length = min(len(data) - at, int(2 ** chance.uniform(0, 12)))
        piece = data[at : at + length]
        to = chance.randrange(len(data))
        data = chance.choice(
            (
                data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :],
                data[:at] + data[at + length :],
                data[:at] + piece + data[at:],
                data[:to] + piece + data[to:],
                data[:at] + chance.choice(ODD) + data[at:],
                data[:at] + chance.choice(ODD) + data[at + length :],
                data[:at] + chance.choice(ODD) * chance.choice((1, 3, 300)) + data[at:],
                data[:at] if chance.random() < 0.3 else data[:at] + chance.randbytes(4) + data[at:],
            )
        )
    return data


def retagged(data: bytes, chance: random.Random) -> bytes:
    """Return marked-up text with a tag left out, said again elsewhere or many times over, or a number of it changed."""
    tags = list(TAG.finditer(data))
    if not tags:
        return damaged(data, chance)
    one, other = chance.choice(tags), chance.choice(tags)
    number = NUMBER.sub(lambda _m: chance.choice((b"-1", b"0", b"99999999", b"65536", b"x")), one[0], count=1)
    new = chance.choice((b"", one[0] * 2, one[0] * 400, other[0], number))
    return data[: one.start()] + new + data[one.end() :]


def renumbered(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few of their numbers changed."""
    for _time in range(chance.choice((1, 2, 5))):
        numbers = list(NUMBER.finditer(data))
        if not numbers:
            return damaged(data, chance)
        one = chance.choice(numbers)
        value = int(one[0][:18])
        new = chance.choice((0, -1, value + 1, value - 1, value * 1000, 2**31, 2**63, chance.randrange(40)))
        data = data[: one.start()] + str(new).encode() + data[one.end() :]
    return data


def repacked(data: bytes, chance: random.Random) -> bytes:
    """Return a ZIP file with one member damaged, left out, or put in another's place; what is no ZIP is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = {one.filename: packed.read(one) for one in packed.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return damaged(data, chance)
    if not members:
        return damaged(data, chance)
    names = sorted(members)
    weights = [8 if name.startswith("word/document") else 2 if name.endswith(".xml") else 1 for name in names]
    name = chance.choices(names, weights)[0]
    if chance.random() < 0.05:
        del members[name]
    elif chance.random() < 0.05:
        members[name] = members[chance.choice(names)]
    else:
        change = chance.choice(
            (damaged, retagged, renumbered) if name.endswith((".xml", ".rels")) else (damaged,)
        )
        members[name] = change(members[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for member, content in members.items():
            packed.writestr(member, content)
    return out.getvalue()


def fuzz(
    folder: Path,
    suffix: str,
    seeds: Mapping[str, bytes],
    changes: tuple[Change, ...],
    seconds: float,
    reader: Reader = read,
    seed: int = 1,
) -> Told:
    """Read damaged files of a kind for so many seconds with a reader and tell what became of them."""
    chance, told = random.Random(seed), Told()
    start = time.monotonic()
    path = folder / f"fuzzed{suffix}"
    while (now := time.monotonic()) - start < seconds:
        data = chance.choice(sorted(seeds.items()))[1]
        for _time in range(chance.choice((1, 1, 3))):
            data = chance.choice(changes)(data, chance)
        path.write_bytes(data)
        told.files += 1
        try:
            _whole(path, reader)
            told.read += 1
        except InputError:
            told.refused += 1
        except Exception as error:  # noqa: BLE001 # every one is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            _keep(
                told,
                f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {error}"[:200],
                data,
            )
        took = time.monotonic() - now
        told.slowest = max(told.slowest, took)
        if took > SLOWEST:
            _keep(told, "too slow", data)
    told.seconds = time.monotonic() - start
    return told


def _keep(told: Told, key: str, data: bytes) -> None:
    told.crashes[key] += 1
    told.kept.setdefault(key, data)


def read_pdf(path: Path) -> Document:
    """Return the document of a PDF, PDFium in a process forked from this one: an interpreter takes a second to start.

    What ends that process is a refusal, as in the reader itself (workflow/readers/pdf.py).
    """
    import pypdfium2  # noqa: F401 # before the fork, so that no child has to

    data = path.read_bytes()
    if pdf.SIGNATURE not in data[: pdf.HEAD]:
        raise InputError("no PDF")
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(receiving)
            resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
            with os.fdopen(sending, "w") as out:
                json.dump(pdf_glyphs.taken(data), out)
        finally:
            os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    try:
        found = json.loads(text)
    except ValueError:
        raise InputError("PDFium ended") from None
    if "error" in found:
        raise InputError(found["error"])
    pdf._check_text(found["pages"], path)
    return pdf.document(found["pages"], path)


def _whole(path: Path, reader: Reader) -> None:
    """Read a file as a build does, and see that nothing of it is lost."""
    raw = reader(path)
    check_lossless(raw)
    made = clean(raw)
    check_lossless(made)
    check_placed(made)
    parsed = parse(made)
    queries.find(made, parsed.bulletin)
    segment(parsed.bulletin)


def save(told: Told, folder: Path, suffix: str) -> list[Path]:
    """Write one file of each crash into a folder; the name is a digest."""
    paths = []
    for data in told.kept.values():
        paths.append(folder / f"crash-{sha256(data).hexdigest()[:12]}{suffix}")
        paths[-1].write_bytes(data)
    return paths
