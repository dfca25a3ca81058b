"""The rows that the reader of a review DOCX finds: their English, how they are known, what was tracked."""

from pathlib import Path

import pytest

from tests.review.word_files import (
    DATE,
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
    read,
    row,
    table,
    tracked,
    unit_row,
    word_file,
)
from workflow.review.returned import Change, Row
from workflow.units import text_digest


def read_row(folder: Path, english: str, **parts: str) -> Row:
    (found,) = read(word_file(folder, table(unit_row(english)), parts)).rows
    return found


def field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


SPELLING = ('<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>')


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
