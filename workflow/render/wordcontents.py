"""The contents of a long Word edition: a field of the word processor's own, filled in, and the marks that it reads.

Each entry has both languages on a line, which a list made of headings would part; so the headings bear marks (TC fields,
ECMA-376 part 1, 17.16.5.67) and the contents gather those. Page numbers are left out: only the program that lays the
file out knows them.
"""

from collections.abc import Mapping

from workflow.render import wordxml as xml
from workflow.render.contents import MOST_PAGES, Entry, contents_of, pages_expected
from workflow.render.options import RenderOptions
from workflow.render.script import in_script
from workflow.render.view import Text, View

_HEAD = ("目录", "Contents")
# From marks of the kind C, as links, without page numbers, nor in a browser.
_GATHER = r" TOC \f C \h \n \z "


def entries_of(view: View, options: RenderOptions) -> dict[str, Entry]:
    """Return the contents of an edition by anchor, in order; none where print is likely to go without."""
    long = pages_expected(view, options.layout) > MOST_PAGES
    return {entry.anchor: entry for entry in contents_of(view)} if long else {}


def contents(view: View, options: RenderOptions, entries: Mapping[str, Entry]) -> str:
    """Return the paragraphs of the contents, each a link to its heading; "" for none."""
    if not entries:
        return ""
    head = _both(view, options, Text(in_script(_HEAD[0], view.form), (), _HEAD[1]))
    lines = []
    for number, entry in enumerate(entries.values()):
        style = "TOC2" if entry.within else "TOC1"
        line = xml.link(_name(entry.anchor), _both(view, options, entry.text))
        start = xml.field_start(_GATHER) if number == 0 else ""
        lines.append(xml.paragraph(style, start, line, xml.field_end() if number == len(entries) - 1 else ""))
    return xml.paragraph("TOCHeading", head) + "".join(lines) + xml.paragraph("AfterContents")


def marked(options: RenderOptions, entry: Entry | None, content: str) -> str:
    """Return the runs of a heading with the mark and the bookmark of its entry, as they are where it has none."""
    if entry is None:
        return content
    texts = (entry.text.zh if options.shows_zh else "", entry.text.en if options.shows_en else "")
    words = "  ".join(filter(None, texts)).replace("\\", "").replace('"', "”")
    mark = xml.hidden_field(f' TC "{words}" \\f C \\l {2 if entry.within else 1} ')
    return xml.bookmark(_number(entry.anchor), _name(entry.anchor), mark + content)


def _both(view: View, options: RenderOptions, text: Text) -> str:
    words = (
        xml.run(text.zh if options.shows_zh else "", view.script),
        xml.run(text.en if options.shows_en else "", "en"),
    )
    return xml.run("  ", "en").join(filter(None, words))


def _name(anchor: str) -> str:
    return f"_Toc{_number(anchor):08d}"


def _number(anchor: str) -> int:
    """Return the number of an anchor, h3 or p3: two for each section."""
    return 2 * int(anchor[1:]) + (anchor[0] == "p") + 1
