"""A review DOCX as an editor's copy: its parts, its rows, and what every unit must come back as.

A ways module (word_ways.py) changes the copy; the copy keeps the English of each row as a list of segments with
their history, so that what must come back follows from the list, not from the XML that is made of it.
"""

import io
import random
import zipfile
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from workflow.edition import Edition
from workflow.units import State, Unit

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
DATE = "2026-03-04T09:00:00Z"
ROLES = ("id", "source", "target", "state")
FINDING_OF = "bulletin"


def element(content: str) -> Any:
    names = (
        f'xmlns:w="{NAMESPACE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return etree.fromstring(f"<w:body {names}>{content}</w:body>")[0]


def parsed(data: bytes) -> Any:
    return etree.fromstring(data)


def spaced(text: str) -> str:
    return " ".join(text.replace("\u2011", "-").replace("\u00ad", "").split())


@dataclass
class Segment:
    """Hold a stretch of an English text: who put it in, who struck it out, the comment on it.

    `made` is the XML that shows it, where that is no plain run; `whole` tells that this says the history as well.
    """

    text: str
    put_in: str = ""
    struck: str = ""
    made: str = ""
    whole: bool = False
    comment: str = ""


@dataclass
class Expected:
    """Hold what a unit must come back as; `unsure` lets it come back as trouble.

    `said` are its remarks as (author, text, quote, side, resolved, replies).
    """

    unit: Unit
    segments: list[Segment]
    state: State | None
    missing: bool = False
    struck: bool = False
    trouble: bool = False
    unsure: bool = False
    doubled: bool = False
    no_source: bool = False
    said: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def target(self) -> str:
        return "" if self.struck else spaced("".join(s.text for s in self.segments if not s.struck))

    @property
    def rejected(self) -> str:
        return spaced("".join(s.text for s in self.segments if not s.put_in))


class Copy:
    """Hold the parts of a review file while an editor works on it."""

    def __init__(self, data: bytes, edition: Edition, rng: random.Random) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.rng = rng
        self.document = parsed(self.parts["word/document.xml"])
        self.body = self.document.find(W + "body")
        self.comments = parsed(self.parts["word/comments.xml"])
        self.threads = parsed(self.parts["word/commentsExtended.xml"])
        self.rows: dict[str, Any] = {}
        self.cells: dict[str, dict[str, Any]] = {}
        for row in self.body.iter(W + "tr"):
            tag = next(
                (t.get(W + "val") for t in row.iter(W + "tag") if t.get(W + "val").startswith("unit:")), None
            )
            if tag:
                self.rows[tag.split(":")[1]] = row
                self.cells[tag.split(":")[1]] = dict(zip(ROLES, row.findall(W + "tc"), strict=True))
        self.expected = {
            unit.id: Expected(unit, [Segment(unit.target)], max(State.DRAFT, min(unit.state, State.REVIEWED)))
            for unit in edition.units
        }
        self.loose: list[str] = []
        self.elsewhere: list[tuple[Any, ...]] = []
        self.rendered: set[str] = set()
        self.busy: set[str] = set()
        self.column_moves = False
        self.number = 50_000
        self._expect_comments()

    def _expect_comments(self) -> None:
        """Expect every comment of ours back where it stands."""
        for comment in self.comments:
            key = comment.get(W + "id")
            text = "\n".join("".join(t.text for t in p.iter(W + "t")) for p in comment.iter(W + "p"))
            said = [FINDING_OF, text, None, None, False, ()]
            home = next((i for i, row in self.rows.items() if self._anchored(row, key)), None)
            (self.expected[home].said if home else self.elsewhere).append(tuple(said))

    @staticmethod
    def _anchored(row: Any, key: str) -> bool:
        return any(start.get(W + "id") == key for start in row.iter(W + "commentRangeStart"))

    def next_number(self) -> int:
        self.number += 1
        return self.number

    def free(self) -> list[str]:
        """Return the ids of rows that no other way moves, merges or takes out."""
        return [i for i in self.rows if i not in self.busy]

    def neighbours(self) -> list[tuple[str, str]]:
        """Return pairs of free rows of which one follows the other in the same table."""
        by_row = {id(row): i for i, row in self.rows.items()}
        pairs = ((i, by_row.get(id(self.rows[i].getnext()))) for i in self.free())
        return [(one, other) for one, other in pairs if other is not None and other not in self.busy]

    def save(self, path: Path) -> Path:
        self.render()
        self.parts["word/document.xml"] = etree.tostring(
            self.document, xml_declaration=True, encoding="UTF-8"
        )
        self.parts["word/comments.xml"] = etree.tostring(self.comments)
        self.parts["word/commentsExtended.xml"] = etree.tostring(self.threads)
        with zipfile.ZipFile(path, "w") as package:
            for name, content in self.parts.items():
                package.writestr(name, content)
        return path

    def render(self) -> None:
        """Write the segments of the rows that were edited into their cells, once."""
        for id_, expected in self.expected.items():
            if id_ in self.rendered or expected.segments == [Segment(expected.unit.target)]:
                continue
            self.rendered.add(id_)
            cell = self.cells[id_]["target"]
            old = cell.findall(W + "p")
            kept = [
                deepcopy(mark)
                for name in ("commentRangeStart", "commentRangeEnd")
                for mark in cell.iter(W + name)
            ]
            signs = [deepcopy(r.getparent()) for r in cell.iter(W + "commentReference")]
            lines = self._lines(expected.segments, old[0].find(W + "pPr"))
            starts = [mark for mark in kept if mark.tag.endswith("Start")]
            ends = [mark for mark in kept if mark.tag.endswith("End")]
            for place, mark in enumerate(starts):
                lines[0].insert(1 + place, mark)
            lines[-1].extend([*ends, *signs])
            for paragraph in old:
                cell.remove(paragraph)
            cell.extend(lines)

    def _lines(self, segments: list[Segment], look: Any) -> list[Any]:
        """Return the paragraphs of segments; a segment that is a line end ends one."""
        lines: list[list[str]] = [[]]
        ends: list[Segment | None] = []
        for segment in segments:
            if segment.text == "\n" and not segment.made:
                ends.append(segment)
                lines.append([])
            else:
                lines[-1].append(self._segment(segment))
        ends.append(None)
        paragraphs = []
        for content, end in zip(lines, ends, strict=True):
            paragraph = element(f"<w:p>{''.join(content)}</w:p>")
            properties = deepcopy(look)
            if end is not None and (end.put_in or end.struck):
                kind, author = ("ins", end.put_in) if end.put_in else ("del", end.struck)
                properties.append(element(f"<w:rPr>{self.change(kind, author, '')}</w:rPr>"))
            paragraph.insert(0, properties)
            paragraphs.append(paragraph)
        return paragraphs

    def change(self, kind: str, author: str, content: str) -> str:
        return f'<w:{kind} w:id="{self.next_number()}" w:author={quoteattr(author)} w:date="{DATE}">{content}</w:{kind}>'

    def _segment(self, segment: Segment) -> str:
        content = segment.made or self._runs(segment.text, struck=bool(segment.struck))
        if segment.struck and not segment.whole:
            content = self.change("del", segment.struck, content)
        if segment.put_in and not segment.whole:
            content = self.change("ins", segment.put_in, content)
        if segment.comment:
            start, end = (f'<w:commentRange{which} w:id="{segment.comment}"/>' for which in ("Start", "End"))
            sign = f'<w:r><w:commentReference w:id="{segment.comment}"/></w:r>'
            content = f"{start}{content}{end}{sign}"
        return content

    def _runs(self, text: str, *, struck: bool) -> str:
        """Return a text as runs, split and dressed at random as word processors do."""
        rng, runs, name = self.rng, [], "delText" if struck else "t"
        while text:
            length = rng.choice([len(text), len(text), rng.randint(1, len(text))])
            part, text = text[:length], text[length:]
            look = rng.choice(
                [
                    "",
                    '<w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="等线"/><w:color w:val="FF0000"/></w:rPr>',
                    '<w:rPr><w:lang w:val="en-GB"/></w:rPr>',
                ]
            )
            inner = "".join(
                {
                    "\t": "<w:tab/>",
                    "\n": "<w:br/>",
                    "\u2011": "<w:noBreakHyphen/>",
                    "\u00ad": "<w:softHyphen/>",
                }.get(piece, f'<w:{name} xml:space="preserve">{escape(piece)}</w:{name}>')
                for piece in _pieces(part)
            )
            run = f'<w:r w:rsidR="00A1{rng.randint(1000, 9999)}" w:rsidRPr="00B22C33">{look}{inner}</w:r>'
            runs.append(
                rng.choice(["", "", '<w:proofErr w:type="spellStart"/>', "<w:lastRenderedPageBreak/>"][:3])
                + run
            )
        content = "".join(runs)
        wrappers = [
            "{}",
            "{}",
            '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
            '<w:smartTag w:uri="u" w:element="place"><w:smartTagPr/>{}</w:smartTag>',
            '<w:customXml w:element="x">{}</w:customXml>',
            '<w:sdt><w:sdtPr><w:tag w:val="other"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
            '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
            (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE "no text" </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
        ]
        return rng.choice(wrappers).replace("{}", content)


def _pieces(text: str) -> list[str]:
    """Return a text cut at the characters that are elements of their own."""
    pieces: list[str] = [""]
    for character in text:
        if character in "\t\n\u2011\u00ad":
            pieces.extend((character, ""))
        else:
            pieces[-1] += character
    return [piece for piece in pieces if piece]
