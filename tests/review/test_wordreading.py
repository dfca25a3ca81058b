"""What every habit of a word processor comes back as: files made by hand, one habit each."""

import zipfile
from pathlib import Path

import pytest

from tests.review.word_files import (
    EN,
    ID,
    OTHER,
    OTHER_EN,
    OTHER_ZH,
    ZH,
    cell,
    control,
    id_cell,
    p,
    r,
    row,
    table,
    tracked,
    unit_row,
    word_file,
)
from workflow.errors import InputError
from workflow.render import reviewtexts
from workflow.review import READERS
from workflow.review.returned import Change, Returned, Row
from workflow.units import State, text_digest

DATE = "2026-03-04T09:00:00Z"


def read(path: Path) -> Returned:
    return READERS[".docx"](path)


def read_row(folder: Path, english: str, **parts: str) -> Row:
    (found,) = read(word_file(folder, table(unit_row(english)), parts)).rows
    return found


def field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


SPELLING = ('<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>')
BOX = "<w:txbxContent><w:p><w:r><w:t>beside</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("english", "accepted", "rejected"),
    [
        # Word: runs split by rsids, spelling marks and languages
        (
            p(r("The vil") + SPELLING[0] + r("lagers ") + SPELLING[1] + r("fish.", '<w:lang w:val="en-GB"/>')),
            "The villagers fish.",
            "The villagers fish.",
        ),
        # a replacement, with the struck words as w:delText and as LibreOffice's w:t
        (
            p(r("The ") + tracked("del", r("villagers", name="delText")) + tracked("ins", r("farmers")) + r(" fish.")),
            "The farmers fish.",
            "The villagers fish.",
        ),
        (p(tracked("del", r("All ")) + r("fish.")), "fish.", "All fish."),
        # one editor's insertion struck out by another
        (p(r("Fish") + tracked("ins", tracked("del", r(" not", name="delText"), "Wang")) + r(".")), "Fish.", "Fish."),
        # moved words
        (
            p(tracked("moveFrom", r("Here ")) + r("they fish") + tracked("moveTo", r(" here")) + r(".")),
            "they fish here.",
            "Here they fish.",
        ),
        # struck text whose mark was lost is still no content
        (p(r("gone ", name="delText") + r("Fish.")), "Fish.", "gone Fish."),
        # two paragraphs; a paragraph mark put in; one struck out
        (p(r("One.")) + p(r("Two.")), "One. Two.", "One. Two."),
        (
            f"<w:p><w:pPr><w:rPr>{tracked('ins', '')}</w:rPr></w:pPr>{r('water')}</w:p>" + p(r("fall")),
            "water fall",
            "waterfall",
        ),
        (
            f"<w:p><w:pPr><w:rPr>{tracked('del', '')}</w:rPr></w:pPr>{r('water')}</w:p>" + p(r("fall")),
            "waterfall",
            "water fall",
        ),
        # spaces of all kinds
        (p(r("One ") + "<w:r><w:br/></w:r>" + r("two") + "<w:r><w:tab/></w:r>" + r("three\u00a0four\u3000five")), "One two three four five", "One two three four five"),
        (p(r("in\u00addeed") + "<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>" + r("so\u200b\ufeff, rice\u2011fish")), "indeed-so, rice-fish", "indeed-so, rice-fish"),
        # symbols: known in Symbol and Wingdings, others as they are
        (
            p(r("5") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + '<w:r><w:sym w:font="Arial" w:char="2103"/></w:r>'),
            "5°→℃",
            "5°→℃",
        ),
        # wrappers: link, smart tag, custom XML, control, directions, math
        (
            p(f'<w:hyperlink r:id="x">{r("a ")}</w:hyperlink><w:smartTag>{r("b")}</w:smartTag><w:customXml>{r("c")}</w:customXml>{control("x", r("d"))}<w:dir>{r("e")}</w:dir><m:oMath><m:r><m:t>f</m:t></m:r></m:oMath>'),
            "a bcdef",
            "a bcdef",
        ),
        (control("block", p(r("In a block."))), "In a block.", "In a block."),
        # fields: the result only, nested ones too; a field whose end was lost keeps its words
        (p(f'<w:fldSimple w:instr="DATE">{r("today")}</w:fldSimple>'), "today", "today"),
        (p(field("QUOTE", r("result"))), "result", "result"),
        (p(field("IF " + "</w:instrText></w:r>" + field("PAGE", r("3")) + "<w:r><w:instrText>", r("shown"))), "shown", "shown"),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("kept")), "kept", "kept"),
        # one of two forms of the same thing
        (
            p(f"<mc:AlternateContent><mc:Choice Requires='w14'>{r('new')}</mc:Choice><mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent>"),
            "new",
            "new",
        ),
        # ruby: the words, not what stands above them
        (p(f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('above')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"), "base", "base"),
        # a table pasted into the cell is its text
        (table(row(cell(p(r("Pasted"))), cell(p(r("words."))))) + p(), "Pasted words.", "Pasted words."),
        # nothing left
        (p(), "", ""),
        (p(tracked("del", r(EN, name="delText"))), "", EN),
        # a run outside a paragraph is damage, its text is text
        (r("stray ") + p(r("words")), "stray words", "stray words"),
    ],
)  # fmt: skip
def test_english_of_a_row(english: str, accepted: str, rejected: str, tmp_path: Path) -> None:
    found = read_row(tmp_path, english)
    assert (found.target, found.rejected) == (accepted, rejected)
    assert (found.id, found.source, found.trouble) == (ID, ZH, "")


def test_changes_of_one_author_are_joined(tmp_path: Path) -> None:
    english = p(
        tracked("ins", r("two ")) + tracked("ins", r("words ")) + tracked("ins", r("more"), "Wang") + r(" kept ")
        + tracked("ins", r("again")) + tracked("del", r("gone", name="delText")) + tracked("ins", tracked("del", r("both"), "Wang"))
    )  # fmt: skip
    assert read_row(tmp_path, english).changes == (
        Change("Li", DATE, "inserted", "two words "),
        Change("Wang", DATE, "inserted", "more"),
        Change("Li", DATE, "inserted", "again"),
        Change("Li", DATE, "deleted", "gone"),
        Change("Li", DATE, "inserted", "both"),
        Change("Wang", DATE, "deleted", "both"),
    )


@pytest.mark.parametrize(
    ("by", "id_", "digest", "base"),
    [
        ("tag bookmark shown", ID, text_digest(ZH), text_digest(EN)),
        ("tag", ID, text_digest(ZH), text_digest(EN)),
        ("bookmark shown", ID, text_digest(ZH), text_digest(EN)),
        ("bookmark", ID, text_digest(ZH), text_digest(EN)),
        ("old bookmark shown", ID, text_digest(ZH), ""),
        ("shown", ID[:6], "", ""),
    ],
)
def test_a_row_is_known_by(by: str, id_: str, digest: str, base: str, tmp_path: Path) -> None:
    (found,) = read(word_file(tmp_path, table(unit_row(p(r("New.")), by=by)))).rows
    assert (found.id, found.digest, found.base, found.target) == (id_, digest, base, "New.")


def test_the_visible_id_decides_among_bookmarks(tmp_path: Path) -> None:
    """A deleted row may leave its bookmark behind in the next."""
    left = f'<w:bookmarkStart w:id="3" w:name="u_{OTHER}_{text_digest(OTHER_ZH)}_{text_digest(OTHER_EN)}"/><w:bookmarkEnd w:id="3"/>'
    cells = id_cell(by="bookmark shown").replace("<w:p>", f"<w:p>{left}", 1)
    body = table(row(cells, cell(p(r(ZH))), cell(p(r(EN))), cell(p(r("草稿")))))
    (found,) = read(word_file(tmp_path, body)).rows
    assert (found.id, found.trouble) == (ID, "")


def test_a_bookmark_may_stand_between_rows(tmp_path: Path) -> None:
    name = f"u_{ID}_{text_digest(ZH)}_{text_digest(EN)}"
    start, end = f'<w:bookmarkStart w:id="3" w:name="{name}"/>', '<w:bookmarkEnd w:id="3"/>'
    plain = row(cell(p(r("12")), p(r(ID[:6]))), cell(p(r(ZH))), cell(p(r(EN))), cell(p(r("草稿"))))
    (found,) = read(word_file(tmp_path, table(start, plain, end))).rows
    assert (found.id, found.digest) == (ID, text_digest(ZH))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        *((shown, state) for state, _value, shown in reviewtexts.STATES),
        *((value, state) for state, value, _shown in reviewtexts.STATES),
        ("已审", State.REVIEWED),
        ("REVIEWED", State.REVIEWED),
        (" 已审。", State.REVIEWED),
        ("√", State.REVIEWED),
        ("OK", State.REVIEWED),
        ("needs work", State.NEEDS_WORK),
        ("待修改", State.NEEDS_WORK),
        ("未审", State.DRAFT),
        ("", None),
        ("not reviewed yet", None),
    ],
)
def test_state_chosen_or_typed(state: str, expected: State | None, tmp_path: Path) -> None:
    returned = read(word_file(tmp_path, table(unit_row(p(r(EN)), state=state))))
    assert returned.rows[0].state == expected
    lost = expected is None and state
    assert [one.text for one in returned.loose] == ([state] if lost else [])


def test_state_before_is_known_by_its_tag_or_a_tracked_choice(tmp_path: Path) -> None:
    chosen = tracked("del", r("草稿 Draft", name="delText")) + tracked("ins", r("已审 Reviewed"))
    cells = [id_cell(), cell(p(r(ZH))), cell(p(r(EN)))]
    for content in (
        control(f"state:{ID}", chosen),
        chosen,
        control(f"state:{ID}:draft", r("已审 Reviewed")),
    ):
        (found,) = read(word_file(tmp_path, table(row(*cells, cell(p(content)))))).rows
        assert (found.state, found.was) == (State.REVIEWED, State.DRAFT)


def test_state_before_is_known_by_its_bookmark(tmp_path: Path) -> None:
    """LibreOffice and WPS drop the tag."""
    name = f"s_{ID}_needs_work"
    marked = unit_row(p(r(EN)), state="已审 Reviewed").replace(
        '<w:bookmarkStart w:id="9"', f'<w:bookmarkStart w:id="8" w:name="{name}"/><w:bookmarkStart w:id="9"'
    )
    (found,) = read(word_file(tmp_path, table(marked))).rows
    assert (found.state, found.was) == (State.REVIEWED, State.NEEDS_WORK)


def test_origin_below_the_state_is_no_loose_text(tmp_path: Path) -> None:
    below = p(r("记忆库 memory 97%")) + p(r("see my mail"))
    body = table(row(id_cell(), cell(p(r(ZH))), cell(p(r(EN))), cell(p(r("已审")) + below)))
    returned = read(word_file(tmp_path, body))
    assert returned.rows[0].state == State.REVIEWED
    assert [(one.text, one.unit) for one in returned.loose] == [("see my mail", ID)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a row cut and pasted with tracking on: one struck out, one put in
        (
            [("del", EN), ("ins", EN)],
            [(EN, EN, 0)],
        ),
        ([("del", EN), ("ins", "New.")], [("New.", EN, 2)]),
        ([("ins", EN), ("del", EN)], [(EN, EN, 0)]),
        # struck out for good; put in for good
        ([("del", EN)], [("", EN, 1)]),
        ([("ins", EN)], [(EN, "", 1)]),
        # copied: both stand
        ([("", EN), ("", "New.")], [(EN, EN, 0), ("New.", "New.", 0)]),
    ],
)
def test_rows_tracked(
    rows: list[tuple[str, str]], expected: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    listed = [
        row(
            id_cell(),
            cell(p(r(ZH))),
            cell(p(r(text))),
            cell(p(r("草稿"))),
            properties=tracked(kind, "") if kind else "",
        )
        for kind, text in rows
    ]
    returned = read(word_file(tmp_path, table(*listed)))
    assert [(one.target, one.rejected, len(one.changes)) for one in returned.rows] == expected
    assert {(one.id, one.source) for one in returned.rows} == {(ID, ZH)}
    assert returned.loose == ()


def test_cells_tracked(tmp_path: Path) -> None:
    change = tracked("cellDel", "")
    body = table(row(id_cell(), cell(p(r(ZH))), cell(p(r("Old.")), properties=change), cell(p(r("草稿")))))
    (found,) = read(word_file(tmp_path, body)).rows
    assert (found.target, found.rejected) == ("", "Old.")


@pytest.mark.parametrize("by", ["tag bookmark shown", "bookmark shown"])
def test_ids_merged_are_told_apart_by_their_chinese(by: str, tmp_path: Path) -> None:
    both = id_cell(by=by).replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>', 1)
    inner = id_cell(OTHER_ZH, OTHER_EN, by).partition("</w:tcPr>")[2].removesuffix("</w:tc>")
    both = both.replace("</w:tc>", f"{inner}</w:tc>")
    first = row(both, cell(p(r(ZH))), cell(p(r("One."))), cell(p(r("已审"))))
    second = row(cell(properties="<w:vMerge/>"), cell(p(r(OTHER_ZH))), cell(p(r("Two."))), cell(p(r("草稿"))))
    returned = read(word_file(tmp_path, table(first, second)))
    assert {(one.id, one.target, one.trouble) for one in returned.rows} == {
        (ID, "One.", ""),
        (OTHER, "Two.", ""),
    }


def test_two_ids_in_one_row_are_trouble(tmp_path: Path) -> None:
    both = id_cell().replace("</w:tc>", id_cell(OTHER_ZH, OTHER_EN).partition("</w:tcPr>")[2])
    body = table(
        row(both, cell(p(r(ZH)), p(r(OTHER_ZH))), cell(p(r("One.")), p(r("Two."))), cell(p(r("已审"))))
    )
    returned = read(word_file(tmp_path, body))
    assert [(one.id, one.target) for one in returned.rows] == [(ID, "One. Two."), (OTHER, "")]
    assert all(ID[:6] in one.trouble and OTHER[:6] in one.trouble for one in returned.rows)


def test_an_id_beside_the_chinese_of_another_is_trouble(tmp_path: Path) -> None:
    body = table(
        row(id_cell(), cell(p(control(f"source:{OTHER}", r(OTHER_ZH)))), cell(p(r(EN))), cell(p(r("已审"))))
    )
    (found,) = read(word_file(tmp_path, body)).rows
    assert "Chinese of another" in found.trouble


def test_a_copied_state_is_no_id(tmp_path: Path) -> None:
    copied = row(
        cell(),
        cell(p(r("新的一句"))),
        cell(p(r("A new one."))),
        cell(p(control(f"state:{ID}", r("已审 Reviewed")))),
    )
    returned = read(word_file(tmp_path, table(unit_row(p(r(EN))), copied)))
    assert [one.id for one in returned.rows] == [ID]
    assert [one.text for one in returned.loose] == ["新的一句 | A new one. | 已审 Reviewed"]


@pytest.mark.parametrize(
    "order",
    [
        ("id", "source", "target", "state"),
        ("state", "target", "source", "id"),
        ("source", "id", "notes", "target", "state"),
        ("id", "source", "target", "notes", "state"),
        ("id", "source", "target"),
        ("id", "target", "state"),
    ],
)
@pytest.mark.parametrize("by", ["tag", "shown"])
def test_columns_are_found_by_what_they_hold(order: tuple[str, ...], by: str, tmp_path: Path) -> None:
    heads = dict(zip(("id", "source", "target", "state"), reviewtexts.HEADS, strict=True))
    head = row(*(cell(p(r(" ".join(heads[role]) if role in heads else ""))) for role in order))
    rows = []
    for zh, en in ((ZH, EN), (OTHER_ZH, OTHER_EN)):
        cells = {"id": id_cell(zh, en, by), "source": cell(p(r(zh))), "target": cell(p(r(f"{en} New."))), "state": cell(p(r("已审"))), "notes": cell(p(r("a note")))}  # fmt: skip
        rows.append(row(*(cells[role] for role in order)))
    returned = read(word_file(tmp_path, table(head, *rows)))
    assert [one.target for one in returned.rows] == [f"{EN} New.", f"{OTHER_EN} New."]
    assert [one.source for one in returned.rows] == ([ZH, OTHER_ZH] if "source" in order else ["", ""])
    assert {one.state for one in returned.rows} == {State.REVIEWED if "state" in order else None}
    assert [one.text for one in returned.loose] == ["a note"] * (2 if "notes" in order else 0)


def test_words_of_the_heads_in_a_row_are_no_heads(tmp_path: Path) -> None:
    rows = [unit_row(p(r("New.")), by="shown"), unit_row(p(r("Chinese")), OTHER_ZH, OTHER_EN, by="shown")]
    returned = read(word_file(tmp_path, table(*rows)))
    assert [(one.source, one.target) for one in returned.rows] == [(ZH, "New."), (OTHER_ZH, "Chinese")]


def test_two_columns_that_may_be_the_english_are_trouble(tmp_path: Path) -> None:
    cells = (
        id_cell(by="shown"),
        cell(p(r(ZH))),
        cell(p(r("New."))),
        cell(p(r("A note."))),
        cell(p(r("已审"))),
    )
    returned = read(word_file(tmp_path, table(row(*cells))))
    assert "not certain" in returned.rows[0].trouble
    assert (returned.rows[0].target, [one.text for one in returned.loose]) == ("New.", ["A note."])


def test_a_list_that_asks_to_choose_says_nothing(tmp_path: Path) -> None:
    asking = control(f"state:{ID}", r("选择一项。")).replace(
        "</w:sdtPr>", "<w:showingPlcHdr/><w:dropDownList/></w:sdtPr>"
    )
    body = table(row(id_cell(), cell(p(r(ZH))), cell(p(r(EN))), cell(p(asking))))
    returned = read(word_file(tmp_path, body))
    assert (returned.rows[0].state, returned.loose) == (None, ())


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
