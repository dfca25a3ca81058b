"""Files that LibreOffice made, read as .docx and through LibreOffice, against the same bulletin as text."""

import shutil
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from tests.readers.office_made import BULLETIN, convert, flat_document, rich_text
from tests.render.scripted_build import word_files
from tests.render.word_tools import W, part, text_of
from tests.support import ROOT
from tests.test_lossless import check_lossless, check_placed
from workflow import store
from workflow.bulletin import Bulletin, Document
from workflow.clean import clean
from workflow.constrain import Terms, constrain
from workflow.errors import InputError, MissingPartError
from workflow.findings import Severity
from workflow.readers import office, read
from workflow.segment import segment
from workflow.structure import parse

SAMPLE = ROOT / "samples" / "text-export.txt"
WORD = "docx:MS Word 2007 XML"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the made bulletin as .docx, .wps (what WPS calls .doc) and .odt, the sample as .docx and .rtf."""
    folder = tmp_path_factory.mktemp("office")
    sample = folder / "sample.fodt"
    text = SAMPLE.read_text(encoding="utf-8")
    sample.write_text(flat_document(text), encoding="utf-8")
    (folder / "sample.rtf").write_text(rich_text(text), encoding="ascii")
    convert([BULLETIN, sample], WORD, folder)
    convert([BULLETIN], "doc:MS Word 97", folder)
    shutil.copy(folder / "bulletin.doc", folder / "bulletin.wps")
    shutil.copy(BULLETIN, folder / "bulletin.odt")
    return folder


def bulletin(path: Path) -> Bulletin:
    document = clean(read(path))
    check_lossless(document)
    check_placed(document)
    return parse(document).bulletin


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sample.docx", "sample.rtf"])
def test_the_same_bulletin_gives_the_same_units(made: Path, terms: Terms, name: str) -> None:
    expected, found = bulletin(SAMPLE), bulletin(made / name)
    assert found == expected
    assert constrain(segment(found), terms) == constrain(segment(expected), terms)


@pytest.mark.slow
def test_everything_in_one_file(made: Path) -> None:
    document = read(made / "bulletin.docx")
    found = bulletin(made / "bulletin.docx")
    assert (found.masthead.name_zh, found.masthead.name_en) == (
        "青溪流域合作中心",
        "Qingxi River Basin Cooperation Center",
    )
    assert (found.issue and found.issue.number, found.date) == (7, "2024-06-28")
    assert found.title == "青溪流域水生态修复研讨会观点摘编"
    assert found.contact is not None
    assert (found.contact.address, found.contact.postcode) == ("云台市临江区采莲路8号", "650000")
    opening, repair = found.sections
    assert "在儋州召开，近100名代表参会（注：含线上参会人员）。会议材料见中心网站。" in opening.paragraphs[0]
    assert repair.heading == "一、修复进展如何评价？"
    assert [block.type for block in repair.blocks] == [
        "paragraph", "paragraph", "paragraph", "list", "paragraph", "table", "paragraph", "picture", "paragraph"
    ]  # fmt: skip
    assert repair.paragraphs[1] == "（一）监测数据应当公开。"
    assert repair.blocks[5].rows == (
        ("县", "监测站（座）", "达标率"),
        ("青溪县", "12", "94%"),
        ("云台县", "8", "—"),
    )
    assert {notice.check for notice in document.notices} == {
        "tracked-changes",
        "comments",
        "readings",
    }
    (picture,) = found.pictures
    assert (picture.alt, picture.pixels) == ("研讨会会场的远景", (240, 160))
    assert picture.points == pytest.approx((85, 56.7), abs=0.3)
    assert repair.blocks[7].texts == ("图1 研讨会现场",)
    assert [(one.text, one.reason) for one in document.removed][:2] == [
        ("https://qingxi.example/2024", "target of a link"),
        ("人数请核对", "comment in the file"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["wps", "odt"])
def test_other_word_processors(made: Path, suffix: str) -> None:
    path = made / f"bulletin.{suffix}"
    document = clean(read(path))
    found, expected = parse(document).bulletin, bulletin(made / "bulletin.docx")
    assert without_pictures(found) == without_pictures(expected)
    # An old .doc keeps no alternative text, and lengths in twentieths of a point.
    assert [one.file for one in found.pictures] == [one.file for one in expected.pictures]
    assert found.pictures[0].points == pytest.approx(expected.pictures[0].points, abs=0.2)
    assert document.name == path.name


def without_pictures(made: Bulletin) -> Bulletin:
    sections = [
        replace(one, blocks=tuple(replace(block, picture=None) for block in one.blocks))
        for one in made.sections
    ]
    return replace(made, sections=tuple(sections))


@pytest.mark.slow
def test_nothing_outside_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("外部文件的内容", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        sources = "".join(
            f'<text:section text:name="s{n}"><text:section-source xlink:href="{target}"/><text:p/></text:section>'
            for n, target in enumerate((secret.as_uri(), f"{address}/s.odt"))
        )
        picture = f'<text:p><draw:frame text:anchor-type="as-char"><draw:image xlink:href="{address}/x.png"/></draw:frame></text:p>'
        linked = flat_document("正文一段。").replace("</office:text>", f"{picture}{sources}</office:text>")
        (tmp_path / "linked.odt").write_text(linked, encoding="utf-8")
        assert texts(read(tmp_path / "linked.odt")) == ["正文一段。"]
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.slow
def test_a_damaged_old_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "damaged.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000)
    with pytest.raises(InputError, match=r"^'.*damaged\.doc' cannot be read[^\n]*save it as \.docx\.$"):
        read(path)


def test_without_libreoffice_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingPartError, match=r"needs LibreOffice[^\n]*libreoffice-writer"):
        read(path)


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 &\nwait\n", encoding="ascii")
    program.chmod(0o755)
    (tmp_path / "slow.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office, "SECONDS", 0.3)
    with pytest.raises(InputError, match="takes LibreOffice more than"):
        read(tmp_path / "slow.doc")


@pytest.mark.slow
def test_a_build_says_what_was_left_out_and_prints_the_table(made: Path, tmp_path: Path) -> None:
    files = word_files(made / "bulletin.docx", tmp_path)
    edition = store.load(tmp_path)
    checks = {finding.check: finding for finding in edition.findings if finding.on == "source"}
    assert checks["source.tracked-changes"].severity == Severity.WARNING
    assert checks["source.comments"].text == "comments in the file left aside: 1; the first: 人数请核对"
    assert {"人数请核对", "约", "dān"} <= {one.text for one in edition.removed}
    texts = [text_of(table) for table in part(files["bulletin.docx"], "word/document.xml").iter(f"{W}tbl")]
    assert "县监测站（座）达标率青溪县1294%云台县8—" in texts
    assert not {"12", "94%", "8", "—"} & {unit.source for unit in edition.units}
