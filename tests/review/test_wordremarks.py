"""What an editor wrote beside the rows of a review DOCX: loose text, comments, replies."""

from pathlib import Path

import pytest

from tests.review.word_files import (
    DATE,
    EN,
    ID,
    ZH,
    cell,
    control,
    id_cell,
    p,
    r,
    read,
    row,
    table,
    tracked,
    unit_row,
    word_file,
)
from workflow.render import reviewtexts

BOX = "<w:txbxContent><w:p><w:r><w:t>beside</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("An editor's line.")), ["An editor's line."]),
        (p(r("Seen") + r("unseen", "<w:vanish/>")), ["Seen", "unseen"]),
        (p(r("An editor's line."), "ReviewTitle"), ["An editor's line."]),
        (p(r(" ".join(reviewtexts.TITLE)), "ReviewTitle"), []),
        (p(r(" ".join(reviewtexts.TITLE) + " NO"), "ReviewTitle"), [" ".join(reviewtexts.TITLE) + " NO"]),
        (p(r("第 3 节 Section 3")), []),
        (p(r("第 3 节 Section 3 and more")), ["第 3 节 Section 3 and more"]),
        (p(r(f"1. {reviewtexts.how_to('x')[0][0]}")), []),
        (p(r(f"{' '.join(reviewtexts.READ_FIRST)} 2 · 6")), []),
        (p(tracked("del", r("struck", name="delText"))), []),
        (p(r(ZH), "ReviewLine") + p(r(f"{EN}  {ZH}"), "ReviewLine"), []),
        (p(r(ZH)), [ZH]),
        (p(f"<w:r>{BOX}</w:r>"), ["beside"]),
        (p(f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"), ["beside"]),
        (p(r("with a note") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), ["with a note", "the footnote"]),
        (table(row(cell(p(r("own"))), cell(p(r("table"))))), ["own | table"]),
    ],
)  # fmt: skip
def test_text_in_no_row_is_loose(body: str, expected: list[str], tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="2">{p(r("the footnote"))}</w:footnote>'
    path = word_file(tmp_path, body + table(unit_row(p(r(EN)))), {"footnotes": notes})
    assert [one.text for one in read(path).loose] == expected


@pytest.mark.parametrize(
    ("english", "loose"),
    [
        (p(r("Seen") + r("hidden", "<w:vanish/>") + r(" words")), ["hidden"]),
        (p(r("Seen words") + r("", '<w:vanish w:val="0"/>')), []),
        (p(r("Seen words") + f"<w:r>{BOX}</w:r>"), ["beside"]),
        (p(r("Seen words") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), ["the footnote"]),
    ],
)
def test_text_beside_the_english_is_loose(english: str, loose: list[str], tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="2">{p(r("the footnote"))}</w:footnote>'
    returned = read(word_file(tmp_path, table(unit_row(english)), {"footnotes": notes}))
    assert (returned.rows[0].target, [one.text for one in returned.loose]) == ("Seen words", loose)


@pytest.mark.parametrize("typed", [r(" ??"), tracked("ins", r(" ??"))])
def test_a_remark_typed_beside_the_chinese_does_not_change_it(typed: str, tmp_path: Path) -> None:
    body = table(
        row(id_cell(), cell(p(control(f"source:{ID}", r(ZH)) + typed)), cell(p(r(EN))), cell(p(r("草稿"))))
    )
    returned = read(word_file(tmp_path, body))
    assert (returned.rows[0].source, [one.text for one in returned.loose]) == (ZH, ["??"])


def test_a_tracked_line_in_the_page_header_is_loose(tmp_path: Path) -> None:
    header = p(r("QBEC · Issue 9") + tracked("ins", r(" wrong"))) + p(r("Second line"))
    path = word_file(tmp_path, table(unit_row(p(r(EN)))), {"header": header})
    assert [one.text for one in read(path).loose] == ["QBEC · Issue 9 wrong", "Second line"]


# --- comments ---------------------------------------------------------------------------------------------


def comment(key: int, text: str, paragraph: str = "", author: str = "Wang", date: str = DATE) -> str:
    marks = f' w14:paraId="{paragraph}"' if paragraph else ""
    lines = "".join(f"<w:p{marks}>{r(line)}</w:p>" for line in text.split("\n"))
    return f'<w:comment w:id="{key}" w:author="{author}" w:date="{date}">{lines}</w:comment>'


def anchored(key: int, words: str) -> str:
    sign = f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    return f'<w:commentRangeStart w:id="{key}"/>{words}<w:commentRangeEnd w:id="{key}"/>{sign}'


def extended(*threads: tuple[str, str, str]) -> str:
    return "".join(
        f'<w15:commentEx w15:paraId="{key}"{f" w15:paraIdParent={chr(34)}{parent}{chr(34)}" if parent else ""} w15:done="{done}"/>'
        for key, parent, done in threads
    )


@pytest.mark.parametrize(
    "files", [{}, {"comments": "comments7.xml", "commentsExtended": "commentsExtended3.xml"}]
)
def test_threads_with_their_state(files: dict[str, str], tmp_path: Path) -> None:
    english = p(r("The ") + anchored(1, r("villagers")) + anchored(2, "") + r(" fish."))
    comments = comment(1, "Farmers?", "0A") + comment(2, "No.", "0b", "Li") + comment(3, "Nowhere.", "0C")
    parts = {
        "comments": comments,
        "commentsExtended": extended(("0A", "", "1"), ("0B", "0A", "0"), ("0C", "", "0")),
    }
    returned = read(word_file(tmp_path, table(unit_row(english)), parts, files))
    ((remark,),) = (one.remarks for one in returned.rows)
    assert (remark.author, remark.date, remark.text, remark.quote) == ("Wang", DATE, "Farmers?", "villagers")
    assert (remark.on, remark.resolved, remark.finding) == ("target", True, "")
    assert [(one.author, one.text) for one in remark.replies] == [("Li", "No.")]
    assert [(one.text, one.quote, one.resolved) for one in returned.remarks] == [("Nowhere.", "", False)]


@pytest.mark.parametrize(
    ("author", "text", "finding"),
    [
        ("bulletin", "Error: The figure differs.\nfigure · 0a5c4aea", "0a5c4aea"),
        ("bulletin", "From the memory, 78% alike: A · 0a5c4aea is no finding", ""),
        ("Wang", "figure · 0a5c4aea", ""),
    ],
)
def test_comments_on_findings_are_ours(author: str, text: str, finding: str, tmp_path: Path) -> None:
    parts = {"comments": comment(0, text, author=author)}
    returned = read(word_file(tmp_path, table(unit_row(p(anchored(0, r(EN))))), parts))
    (remark,) = returned.rows[0].remarks
    assert (remark.text, remark.finding, remark.resolved) == (text, finding, False)


def test_words_written_into_a_comment_of_ours_are_a_reply(tmp_path: Path) -> None:
    text = "Error: The figure differs.\nfigure · 0a5c4aea no, it is right\nSee the source."
    parts = {"comments": comment(0, text, author="bulletin")}
    returned = read(word_file(tmp_path, table(unit_row(p(anchored(0, r(EN))))), parts))
    (remark,) = returned.rows[0].remarks
    assert (remark.text, remark.finding) == ("Error: The figure differs.\nfigure · 0a5c4aea", "0a5c4aea")
    assert [one.text for one in remark.replies] == ["no, it is right See the source."]


@pytest.mark.parametrize(
    ("english", "quote"),
    [
        (p(anchored(1, r("a ") + tracked("ins", r("new ")) + tracked("del", r("old ")) + r("word")) + r(" more")), "a new word"),
        (p(anchored(1, tracked("del", r("all gone"))) + r("more")), "all gone"),
        (p('<w:commentRangeStart w:id="1"/>' + r("no end")), ""),
        (p(r("sign only") + '<w:r><w:commentReference w:id="1"/></w:r>'), ""),
        (p('<w:commentRangeStart w:id="1"/>' + r("over")) + p(r("two") + '<w:commentRangeEnd w:id="1"/>' + r(" lines")), "over two"),
    ],
)  # fmt: skip
def test_quoted_words(english: str, quote: str, tmp_path: Path) -> None:
    returned = read(word_file(tmp_path, table(unit_row(english)), {"comments": comment(1, "What?")}))
    assert [one.quote for one in returned.rows[0].remarks] == [quote]


def test_side_of_a_comment(tmp_path: Path) -> None:
    cells = (id_cell(), cell(p(anchored(1, r(ZH)))), cell(p(r(EN))), cell(p(anchored(2, r("草稿")))))
    comments = comment(1, "On the Chinese.") + comment(2, "On the state.", date="0-00-00T00:00:00Z")
    returned = read(word_file(tmp_path, table(row(*cells)), {"comments": comments}))
    remarks = [(one.text, one.on, one.date) for one in returned.rows[0].remarks]
    assert remarks == [("On the Chinese.", "source", DATE), ("On the state.", "target", "")]


def test_replies_that_answer_each_other_end(tmp_path: Path) -> None:
    parts = {"comments": comment(1, "One.", "0A") + comment(2, "Two.", "0B"), "commentsExtended": extended(("0A", "0B", "0"), ("0B", "0A", "0"))}  # fmt: skip
    returned = read(word_file(tmp_path, table(unit_row(p(anchored(1, r(EN))))), parts))
    assert [(one.text, len(one.replies)) for one in returned.rows[0].remarks] == [("One.", 1)]
