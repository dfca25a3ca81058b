"""Which files the reader of a review DOCX takes, and which it refuses in one line."""

import zipfile
from pathlib import Path

import pytest

from tests.review.word_files import (
    EN,
    ID,
    p,
    r,
    read,
    table,
    unit_row,
    word_file,
)
from workflow.errors import InputError

# --- Word's strict form, and files that are none ------------------------------------------------------------


def test_the_strict_form_is_read(tmp_path: Path) -> None:
    path = word_file(tmp_path, table(unit_row(p(r("Strict.")))))
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, content in members.items():
            for old, new in names.items():
                content = content.replace(old, new)
            package.writestr(name, content)
    assert [(one.id, one.target) for one in read(path).rows] == [(ID, "Strict.")]


def _not_a_word_file(folder: Path, kind: str) -> Path:
    path = word_file(folder, table(unit_row(p(r(EN)))))
    whole = path.read_bytes()
    if kind == "missing":
        path.unlink()
    elif kind == "folder":
        path.unlink()
        path.mkdir()
    elif kind == "no row":
        word_file(folder, p(r("A letter.")))
    elif kind == "nothing in it":
        with zipfile.ZipFile(path, "w"):
            pass
    elif kind == "zip":
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("a.txt", "text")
    else:
        entity = whole_document(whole, b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
        contents = {
            "empty": b"",
            "text": b"Dear colleague",
            "password or .doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
            "cut off": whole[: len(whole) // 2],
            "entity": entity,
            "laughs": whole_document(whole, b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
            "no XML": whole_document(whole, b"<<<"),
        }
        path.write_bytes(contents[kind])
    return path


def whole_document(data: bytes, before: bytes) -> bytes:
    """Return the file with something before the root of its document."""
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, (before if name == "word/document.xml" else b"") + old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "is not there"),
        ("folder", "is not there"),
        ("no row", "no row of a review file"),
        ("nothing in it", "no DOCX"),
        ("zip", "no DOCX"),
        ("empty", "no DOCX"),
        ("text", "no DOCX"),
        ("password or .doc", "password"),
        ("cut off", "damaged"),
        ("entity", "entities"),
        ("laughs", "entities"),
        ("no XML", "damaged"),
    ],
)
def test_what_is_no_review_file_is_refused_in_one_line(kind: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=words) as refused:
        read(_not_a_word_file(tmp_path, kind))
    assert "\n" not in refused.value.message
    assert "made.review.docx" in refused.value.message


def test_a_file_that_unpacks_to_too_much_is_refused_unread(tmp_path: Path) -> None:
    path = word_file(tmp_path, table(unit_row(p(r(EN)))))
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content + (b" " * (40 << 20) if name == "word/document.xml" else b""))
    assert path.stat().st_size < 100_000
    with pytest.raises(InputError, match="unpacks to more than"):
        read(path)
