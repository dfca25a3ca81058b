"""terms import: what becomes of each row, which file takes it, and what of that file must stay as it is."""

from pathlib import Path

import pytest

from workflow.constrain.entries import COLUMNS
from workflow.constrain.glossary import load, package_glossary
from workflow.errors import InputError
from workflow.terms import importing, writing
from workflow.terms.importing import Import

HEADER = ",".join(COLUMNS) + "\n"


def put(path: Path, rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((header + rows).encode(encoding))
    return path


def outcomes(done: Import) -> list[tuple[str, str]]:
    return [(outcome.what, outcome.row.entry.en) for outcome in done.outcomes]


def bring(office: Path, rows: str, *, header: str = HEADER, replacing: bool = False) -> Import:
    """Import rows into terms.csv of a glossary folder, and write what comes of it."""
    office.mkdir(exist_ok=True)
    file = put(office.parent / "in.csv", rows, header)
    done = importing.prepare(file, [office], office / "terms.csv", replacing=replacing)
    if not done.faults:
        writing.write(dict(done.files))
    return done


IN_FORCE = "潮滩,tidal flat,TF,term,preferred,mud bank,first\n潮滩,mud flat,,term,admitted,,\n"


@pytest.mark.parametrize(
    ("row", "what", "becomes"),
    [
        ("滩涂,shoal", "added", "滩涂,shoal,,term,preferred,,"),
        ("潮滩,tidal flat", "unchanged", None),
        ("潮滩,tidal flat,TF,term,preferred,mud bank,first", "unchanged", None),
        ("潮滩,tidal flat,,,,,second", "changed", "潮滩,tidal flat,TF,term,preferred,mud bank,second"),
        ("潮滩,tidal flat,,phrase", "changed", "潮滩,tidal flat,TF,phrase,preferred,mud bank,first"),
        ("潮滩,tidal flat,,,,shore", "changed", "潮滩,tidal flat,TF,term,preferred,shore,first"),
        ("潮滩,tideland,,,admitted", "added", "潮滩,tideland,,term,admitted,,"),
        ("潮滩,mud flat,,,preferred", "conflict", None),
        ("潮滩,mud flat,MF", "changed", "潮滩,mud flat,MF,term,admitted,,"),
        ("潮滩,tideland", "conflict", None),
        ("潮滩,tidal flat,TFL", "conflict", None),
        ("潮滩,tidal flat,,,admitted", "conflict", None),
    ],
)
def test_what_becomes_of_a_row(tmp_path: Path, row: str, what: str, becomes: str | None) -> None:
    office = tmp_path / "glossary"
    path = put(office / "terms.csv", IN_FORCE)
    done = bring(office, row + "\n")
    assert [outcome.what for outcome in done.outcomes] == [what]
    text = path.read_text(encoding="utf-8")
    assert (becomes in text.splitlines()) if becomes else text == HEADER + IN_FORCE


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        ("潮滩,tideland", ["潮滩,tideland,,term,preferred,,", "潮滩,mud flat,,term,admitted,,"]),
        (
            "潮滩,tidal flat,TFL",
            ["潮滩,tidal flat,TFL,term,preferred,mud bank,first", "潮滩,mud flat,,term,admitted,,"],
        ),
        ("潮滩,mud flat,MF,,preferred", ["潮滩,mud flat,MF,term,preferred,,"]),
    ],
)
def test_replacing_takes_the_place_of_the_preferred_row(tmp_path: Path, row: str, rows: list[str]) -> None:
    office = tmp_path / "glossary"
    path = put(office / "terms.csv", IN_FORCE)
    assert [outcome.what for outcome in bring(office, row + "\n", replacing=True).outcomes] == ["changed"]
    assert path.read_text(encoding="utf-8").splitlines()[1:] == rows


def test_a_conflict_names_both_and_leaves_the_rest_to_be_imported(tmp_path: Path) -> None:
    office = tmp_path / "glossary"
    path = put(office / "terms.csv", IN_FORCE)
    done = bring(office, "潮滩,tideland\n滩涂,shoal\n")
    assert outcomes(done) == [("conflict", "tideland"), ("added", "shoal")]
    conflict = done.outcomes[0]
    assert conflict.now is not None
    assert conflict.at is not None
    assert (conflict.now.en, conflict.at.path, conflict.at.line) == ("tidal flat", path, 2)
    assert path.read_text(encoding="utf-8") == HEADER + IN_FORCE + "滩涂,shoal,,term,preferred,,\n"


def test_a_source_stays_in_the_file_that_has_it(tmp_path: Path) -> None:
    office = tmp_path / "glossary"
    people = put(office / "people.csv", "林远舟,Lin Yuanzhou,,person,preferred,,\n")
    bring(office, "林远舟,Lin Yuanzhou,,,,,hydrologist\n滩涂,shoal\n")
    assert people.read_text(encoding="utf-8").endswith("林远舟,Lin Yuanzhou,,person,preferred,,hydrologist\n")
    assert (office / "terms.csv").read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "滩涂,shoal,,term,preferred,,"
    ]


def test_a_source_of_the_package_is_copied_whole(tmp_path: Path) -> None:
    office = tmp_path / "glossary"
    office.mkdir()
    file = put(tmp_path / "in.csv", "处长,Section Chief,,,admitted,,\n")
    house = load([package_glossary()]).entries["处长"]
    done = importing.prepare(file, [package_glossary(), office], office / "terms.csv")
    assert [path for path, _data in done.files] == [office / "terms.csv"]
    writing.write(dict(done.files))
    rows = load([package_glossary(), office]).entries["处长"]
    assert rows[:-1] == house
    assert (rows[-1].en, rows[-1].kind) == ("Section Chief", house[0].kind)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_what_an_editor_keeps_in_a_file_stays(tmp_path: Path, encoding: str) -> None:
    office = tmp_path / "glossary"
    header = "owner,zh,en,note\r\n"
    kept = 'Li,"湿地","wetland",  \r\n'.replace("  ", "") + "\r\nWu,碳汇,carbon sink,x\r\n"
    path = put(office / "terms.csv", kept, header, encoding)
    done = bring(office, "碳汇,carbon sink,y\n", header="zh,en,note\n")
    assert outcomes(done) == [("changed", "carbon sink")]
    text = path.read_bytes().decode(encoding)
    assert text == (
        "owner,zh,en,note,en_short,kind,status,avoid\r\nLi,湿地,wetland,,,,,\r\n\r\nWu,碳汇,carbon sink,y,,term,preferred,\r\n"
    )


def test_rows_that_do_not_change_keep_their_text(tmp_path: Path) -> None:
    office = tmp_path / "glossary"
    kept = '"湿地","wetland",,,,,\n"雾霾",smog,,term,preferred,,"a ""note"""'
    path = put(office / "terms.csv", kept)
    bring(office, "碳汇,carbon sink\n")
    assert path.read_text(encoding="utf-8") == HEADER + kept + "\n碳汇,carbon sink,,term,preferred,,\n"


def test_rows_still_without_english_are_counted_and_left_out(tmp_path: Path) -> None:
    office = tmp_path / "glossary"
    done = bring(office, "碳汇,carbon sink\n潮滩,\n滩涂,,,place\n")
    assert (outcomes(done), done.unfilled) == ([("added", "carbon sink")], 2)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param("碳汇,carbon sink\n潮滩 ,tideland\n", "in.csv:3: stray spaces in zh", id="in the file"),
        pytest.param(
            "潮滩,tidal flat,,,,TF\n", "'TF' is both wanted and forbidden", id="in what would become"
        ),
    ],
)
def test_faults_keep_everything_as_it_is(tmp_path: Path, rows: str, said: str) -> None:
    office = tmp_path / "glossary"
    path = put(office / "terms.csv", IN_FORCE)
    done = bring(office, rows)
    assert said in str(done.faults[0])
    assert path.read_text(encoding="utf-8") == HEADER + IN_FORCE


def test_a_glossary_in_force_with_a_fault_is_mended_first(tmp_path: Path) -> None:
    office = tmp_path / "glossary"
    put(office / "terms.csv", "潮滩,\n")
    with pytest.raises(InputError, match=r"'terms\.csv' line 2: '潮滩' has no English"):
        bring(office, "碳汇,carbon sink\n")


@pytest.mark.parametrize("suffix", [".xlsx", ".tbx"])
def test_importing_what_was_exported_changes_nothing(tmp_path: Path, suffix: str) -> None:
    from workflow.terms import formats, listing

    entries = [row.entry for row in listing.chosen([package_glossary()], kind="position")]
    file = tmp_path / f"positions{suffix}"
    file.write_bytes(formats.dump(file, entries))
    done = importing.prepare(file, [package_glossary()], tmp_path / "terms.csv")
    assert len(entries) > 100
    assert ({outcome.what for outcome in done.outcomes}, done.files) == ({"unchanged"}, ())
