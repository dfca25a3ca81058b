"""Turn a page into lines, as a browser shows them: blocks break lines, white space collapses, scripts are no text."""

import re
from dataclasses import dataclass, field
from typing import Any

from workflow.bulletin import Look
from workflow.i18n import N_
from workflow.readers.html_pictures import Finder, Shown
from workflow.readers.html_pieces import Piece, collapsed
from workflow.readers.html_tables import Place, holds_data, places
from workflow.readers.lines import Cut, raised

HIDDEN = N_("hidden on the page")
FADED = N_("hidden until a script shows it")
READING = N_("reading beside a character")
SILENT = frozenset(
    "head script style template iframe frame object embed applet canvas audio video map title datalist".split()
)
BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre
    section select summary table tbody td textarea tfoot th thead tr ul""".split()
)
ASIDE = frozenset("aside button dialog footer menu nav option select textarea".split())
HEADING = re.compile(r"h([1-6])")
NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
NOT_YET = re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
# Class and id words of what stands around an article; a hint only, never enough to leave a sentence out.
AROUND = re.compile(
    r"(?:^|[\s_-])(?:meta|info|share|tools?|nav|menu|pages?|prev|next|qrcode|print|hits?|crumbs?|location)(?:$|[\s_-])"
    r"|breadcrumb|footer|copyright|related|recommend|comment",
    re.IGNORECASE,
)
# What makes a line look like a title where the page marks none: its class or id, or the size of its letters.
TITLED = re.compile(r"(?:^|[\s_-])(?:tit|title|biaoti|headline|bt)(?:$|[\s_-])|title$", re.IGNORECASE)
LARGE = re.compile(
    r"font-size\s*:\s*(?:(?:1[89]|[2-9]\d)(?:\.\d+)?px|(?:1[5-9]|[2-9]\d)(?:\.\d+)?pt|(?:x-|xx-)?large)"
)
CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
ADDRESS = re.compile(r"https?://|www\.|@")


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of a page.

    `element` is the number of the block it stands in, `links` how many of its characters are links, `cuts` the
    stretches that are no text; `reason` says why the whole line is none, "" where it is. A picture that can be printed is a
    line of its own.
    """

    text: str
    element: int
    look: Look = field(default_factory=Look)
    links: int = 0
    cuts: tuple[Cut, ...] = ()
    reason: str = ""
    aside: bool = False
    around: bool = False
    titled: bool = False
    centred: bool = False
    picture: Shown | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the lines of a page, the parent and the tag of every element by its number, and the titles it names."""

    lines: tuple[Line, ...]
    parents: tuple[int, ...]
    tags: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(slots=True)
class _Frame:
    tag: str
    number: int
    block: bool
    bold: bool
    link: bool
    reason: str
    aside: bool
    around: bool
    level: int
    pre: bool
    raised: bool
    cell: Place | None
    caption: bool
    titled: bool
    centred: bool


TOP = _Frame("", 0, True, False, False, "", False, False, 0, False, False, None, False, False, False)


@dataclass(slots=True)
class _Writer:
    """Gather pieces of text and close a line at every block."""

    lines: list[Line] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    cells: dict[Any, Place] = field(default_factory=dict)
    tables: int = 0
    item: bool = False
    finder: Finder = field(default_factory=Finder)
    pictures: list[tuple[Shown, bool]] = field(default_factory=list)

    def open(self, node: Any) -> None:  # noqa: ANN401 - lxml's element has no public type
        """Take an element's start."""
        tag, style = str(node.tag).lower(), node.get("style") or ""
        name = f"{node.get('class') or ''} {node.get('id') or ''}"
        above = self.stack[-1] if self.stack else TOP
        if tag == "table" and holds_data(node):
            self.cells |= places(node, self.tables)
            self.tables += 1
        heading = HEADING.fullmatch(tag)
        bold = above.bold or tag in ("b", "strong") or BOLD.search(style) is not None
        frame = _Frame(
            tag=tag,
            number=len(self.tags),
            block=tag in BLOCKS or AS_BLOCK.search(style) is not None,
            bold=bold and not NOT_BOLD.search(style),
            link=above.link or (tag == "a" and (node.get("href") is not None or node.get("name") is None)),
            reason=above.reason or _why_hidden(node, tag, style),
            aside=above.aside or tag in ASIDE,
            around=above.around or AROUND.search(name) is not None,
            level=int(heading[1]) if heading else above.level,
            pre=above.pre or tag in ("pre", "textarea"),
            raised=above.raised or tag == "sup",
            cell=self.cells.get(node, above.cell),
            caption=above.caption or tag == "figcaption",
            centred=above.centred,
            titled=above.titled or bool(TITLED.search(name) or LARGE.search(style)) or _large_font(node, tag),
        )
        if frame.block:
            self.end_line()
            frame.centred = bool(CENTRED.search(style)) or tag == "center" or node.get("align") == "center"
        self.tags.append(tag)
        self.parents.append(above.number)
        self.stack.append(frame)
        if tag == "li":
            self.item = True
        if tag == "img":
            self._picture(node)

    def close(self) -> None:
        """Take an element's end."""
        frame = self.stack[-1]
        if frame.block or frame.tag == "br":
            self.end_line()
        if frame.tag == "li":
            self.item = False
        self.stack.pop()

    def write(self, text: str | None) -> None:
        """Take text as it stands in the element under way."""
        frame = self.stack[-1]
        if not text:
            return
        if frame.raised:
            text = raised(text)
        if not frame.pre:
            self.pieces.append(Piece(text, frame.bold, frame.link, frame.reason, frame.titled))
            return
        first, *rest = text.split("\n")
        self.pieces.append(Piece(first, frame.bold, frame.link, frame.reason, frame.titled, verbatim=True))
        for line in rest:
            self.end_line()
            self.pieces.append(Piece(line, frame.bold, frame.link, frame.reason, frame.titled, verbatim=True))

    def end_line(self) -> None:
        """Close the line under way."""
        pieces, self.pieces = self.pieces, []
        self._picture_lines()
        if not any(piece.text.strip() for piece in pieces):
            return
        text, marks = collapsed(pieces)
        if not text.strip():
            return
        frame = next(f for f in reversed(self.stack) if f.block or f.number == 0)
        spoken = [(a, b, piece) for a, b, piece in marks if text[a:b].strip()]
        reasons = {piece.reason for _a, _b, piece in spoken}
        cuts = (
            ()
            if len(reasons) == 1
            else tuple(Cut(a, b, piece.reason) for a, b, piece in marks if piece.reason)
        )
        plain = not frame.level and not frame.cell
        look = Look(
            level=0 if frame.cell else frame.level,
            bold=plain and all(piece.bold for _a, _b, piece in spoken if not piece.reason),
            list_item=self.item and plain,
            cell=frame.cell[0] if frame.cell else None,
            covers=frame.cell[1] if frame.cell else (1, 1),
            caption=frame.caption,
            quote=plain and any(above.tag == "blockquote" for above in self.stack),
        )
        titled = all(piece.titled or piece.bold for _a, _b, piece in spoken)
        links = sum(b - a for a, b, piece in spoken if piece.link and not ADDRESS.search(text[a:b]))
        whole = reasons.pop() if len(reasons) == 1 else ""
        self.item = self.item and bool(whole)
        self.lines.append(
            Line(
                text, frame.number, look, links, cuts, whole, frame.aside, frame.around, titled, frame.centred
            )
        )

    def _picture(self, node: Any) -> None:  # noqa: ANN401 - lxml's element
        """Note a picture at its place, as Markdown writes it; one that can be printed stands above the line under way."""
        frame = self.stack[-1]
        shown = self.finder.shown(node) if not frame.reason else Shown(node.get("src") or "", "")
        if shown.number is not None:
            self.pictures.append((shown, frame.link))
        elif (shown.alt or shown.address) and not shown.address.startswith("data:"):
            text = f"![{shown.alt}]({shown.address})"
            self.pieces.append(Piece(text, False, False, shown.reason, verbatim=True))

    def _picture_lines(self) -> None:
        frame = next((f for f in reversed(self.stack) if f.block or f.number == 0), TOP)
        for shown, linked in self.pictures:
            text = f"![{shown.alt}]({shown.address})"
            links = len(text) if linked else 0
            self.lines.append(
                Line(text, frame.number, links=links, aside=frame.aside, around=frame.around, picture=shown)
            )
        self.pictures = []


def lines_of(root: Any, finder: Finder | None = None) -> Page:  # noqa: ANN401 - lxml's element
    """Return the lines of a parsed page (the root of lxml's tree), in reading order, with the pictures that `finder` finds."""
    from lxml import etree

    writer = _Writer(finder=finder or Finder())
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, node in walker:
        silent = str(node.tag).lower() in SILENT
        if event == "start":
            if silent:
                walker.skip_subtree()
                continue
            writer.open(node)
            writer.write(node.text)
            continue
        if not silent:
            writer.close()
        if node is not root and node.tail:
            writer.write(node.tail)
    titles = [node.text_content() for node in root.iter("title")][:1]
    titles += [node.get("content") or "" for node in root.iter("meta") if _names_title(node)]
    return Page(tuple(writer.lines), tuple(writer.parents), tuple(writer.tags), tuple(filter(None, titles)))


def _names_title(node: Any) -> bool:  # noqa: ANN401 - lxml's element
    return (node.get("property") or node.get("name") or "").lower() in ("og:title", "articletitle")


def _why_hidden(node: Any, tag: str, style: str) -> str:  # noqa: ANN401 - lxml's element
    if tag in ("rt", "rp"):
        return READING
    if tag == "noscript" or node.get("hidden") is not None or NOT_SHOWN.search(style):
        return HIDDEN
    return FADED if NOT_YET.search(style) else ""


def _large_font(node: Any, tag: str) -> bool:  # noqa: ANN401 - lxml's element
    return tag == "font" and (node.get("size") or "").strip() in ("4", "5", "6", "7", "+1", "+2", "+3")
