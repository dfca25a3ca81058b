"""Edit a review DOCX in LibreOffice through UNO; run by the Python that has `uno`, apart from the tests.

    python3 libreoffice_edits.py IN.docx OUT.docx EDITS.json PROFILE

EDITS.json maps names of cells of the last table (C7) to lists of [what, word, words]: `insert` puts words in behind a
word, `strike` takes a word out, `retype` replaces the whole text, `comment` puts a comment at a word. The key
`resolve` lists beginnings of comments to mark as resolved, `delete` rows by number.
The document is loaded as a model without a window: LibreOffice without its user interface has no toolbars to build.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found] # a package of the system's Python
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found] # uno makes it

WORD = "MS Word 2007 XML"


def main(source: str, target: str, edits: str, profile: str) -> None:
    pipe = f"review{os.getpid()}"
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"]
    office = subprocess.Popen(
        [*command, f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        context = connected(pipe)
        document = created(context, "com.sun.star.text.TextDocument")
        document.load((named("URL", Path(source).as_uri()), named("FilterName", WORD)))
        assert document.RecordChanges, "tracking is on in the file, and LibreOffice has read it so"
        edit(document, json.loads(Path(edits).read_text(encoding="utf-8")))
        document.storeToURL(Path(target).as_uri(), (named("FilterName", WORD),))
        document.close(True)
        created(context, "com.sun.star.frame.Desktop").terminate()
        office.wait(20)
    finally:
        if office.poll() is None:
            os.killpg(office.pid, signal.SIGKILL)


def connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = created(local, "com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 # whatever UNO raises while nobody listens yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def created(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def named(name: str, value: str) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def edit(document: Any, edits: dict[str, Any]) -> None:
    table = document.TextTables.getByIndex(document.TextTables.Count - 1)
    for beginning in edits.pop("resolve"):
        resolve(document, beginning)
    for number in sorted(edits.pop("delete"), reverse=True):
        table.Rows.removeByIndex(number, 1)
    for name, changes in edits.items():
        cell = table.getCellByName(name)
        for what, word, words in changes:
            WAYS[what](document, cell, word, words)


def at(cell: Any, word: str) -> Any:
    """Return a cursor on the first place of a word in a cell."""
    cursor = cell.createTextCursor()
    cursor.gotoStart(False)
    while not cursor.String.endswith(
        word
    ):  # anchors of comments are characters too: places cannot be counted
        if not cursor.goRight(1, True):
            raise SystemExit(f"'{word}' is not in '{cell.String}'")
    cursor.collapseToEnd()
    cursor.goLeft(len(word), False)
    cursor.goRight(len(word), True)
    return cursor


def insert(_document: Any, cell: Any, word: str, words: str) -> None:
    cursor = at(cell, word)
    cursor.collapseToEnd()
    cell.insertString(cursor, words, False)


def strike(_document: Any, cell: Any, word: str, _words: str) -> None:
    at(cell, word).String = ""


def retype(_document: Any, cell: Any, _word: str, words: str) -> None:
    cell.String = words


def comment(document: Any, cell: Any, word: str, words: str) -> None:
    made = document.createInstance("com.sun.star.text.textfield.Annotation")
    made.Author, made.Content = "Wang Fang", words
    cell.insertTextContent(at(cell, word), made, True)


WAYS: dict[str, Callable[[Any, Any, str, str], None]] = {
    "insert": insert,
    "strike": strike,
    "retype": retype,
    "comment": comment,
}


def resolve(document: Any, beginning: str) -> None:
    fields = document.TextFields.createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation") and field.Content.startswith(
            beginning
        ):
            field.Resolved = True


if __name__ == "__main__":
    main(*sys.argv[1:])
