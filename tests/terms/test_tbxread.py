"""TBX that other tools write: the martif of 2008 with tig and ntig, the tbx of 2019 in both its styles."""

from pathlib import Path

import pytest

from workflow.constrain.entries import Entry
from workflow.terms import formats

MARTIF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>a term bank</p></sourceDesc></fileDesc></martifHeader>
<text><body>
{body}
</body></text></martif>"""
TBX = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" {spaces} style="{style}" type="TBX-Basic" xml:lang="en"><tbxHeader><fileDesc><sourceDesc><p>a term bank</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
{body}
</body></text></tbx>"""
SPACES = 'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
WETLAND = (
    Entry("湿地", "wetland", avoid=("swampland",), note="Land covered by shallow water"),
    Entry("湿地", "marsh", status="admitted", note="Land covered by shallow water"),
)


def read(folder: Path, text: str) -> list[Entry]:
    path = folder / "bank.tbx"
    path.write_text(text, encoding="utf-8")
    sheet = formats.read(path)
    assert [str(fault) for fault in sheet.faults] == []
    return [row.entry for row in sheet.rows]


TIG = """<termEntry id="e1"><descrip type="subjectField">ecology</descrip>
<descripGrp><descrip type="definition">Land covered by shallow water</descrip></descripGrp>
<langSet xml:lang="en-US">
 <tig><term>swampland</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 <tig><term>
   wetland</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
 <tig><term>marsh</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="zh-CN"><tig><term>湿地</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>zone humide</term></tig></langSet></termEntry>"""
NTIG = TIG.replace("<tig>", "<ntig><termGrp>").replace("</tig>", "</termGrp></ntig>")
DCA = (
    TIG.replace("termEntry", "conceptEntry")
    .replace("langSet", "langSec")
    .replace("<tig>", "<termSec>")
    .replace("</tig>", "</termSec>")
)
DCT = """<conceptEntry id="e1"><min:subjectField>ecology</min:subjectField><basic:definition>Land covered by shallow water</basic:definition>
<langSec xml:lang="en"><termSec><term>wetland</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
 <termSec><term>swampland</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
 <termSec><term>marsh</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="zh"><termSec><term>湿地</term></termSec></langSec></conceptEntry>"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(MARTIF.format(body=TIG), id="martif with tig"),
        pytest.param(MARTIF.format(body=NTIG), id="martif with ntig"),
        pytest.param(TBX.format(body=DCA, style="dca", spaces=""), id="tbx in DCA style"),
        pytest.param(TBX.format(body=DCT, style="dct", spaces=SPACES), id="tbx in DCT style"),
    ],
)
def test_every_dialect(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == list(WETLAND)


def concept(chinese: str, english: str) -> str:
    """Return a concept of terms parted by |, each with its note types after @: EU@termType=acronym."""

    def tig(text: str) -> str:
        term, *notes = text.split("@")
        pairs = (note.split("=") for note in notes)
        said = "".join(f'<termNote type="{name}">{value}</termNote>' for name, value in pairs)
        return f"<tig><term>{term}</term>{said}</tig>"

    sets = (("zh-Hans", chinese), ("en", english))
    return (
        "<termEntry>"
        + "".join(
            f'<langSet xml:lang="{language}">{"".join(map(tig, terms.split("|")))}</langSet>'
            for language, terms in sets
            if terms
        )
        + "</termEntry>"
    )


PREFERRED, DEPRECATED = "@administrativeStatus=preferredTerm", "@administrativeStatus=deprecatedTerm"


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        pytest.param(
            "潮滩|滩涂",
            "tidal flat",
            [Entry("潮滩", "tidal flat"), Entry("滩涂", "tidal flat")],
            id="synonyms",
        ),
        pytest.param(
            "碳汇",
            "carbon sink|carbon store",
            [Entry("碳汇", "carbon sink"), Entry("碳汇", "carbon store", status="admitted")],
            id="no status: the first is preferred",
        ),
        pytest.param(
            "碳汇",
            f"carbon store|carbon sink{PREFERRED}",
            [Entry("碳汇", "carbon store", status="admitted"), Entry("碳汇", "carbon sink")],
            id="no status beside a preferred term",
        ),
        pytest.param(
            "环评",
            "environmental impact assessment|EIA@termType=acronym",
            [Entry("环评", "environmental impact assessment", "EIA")],
            id="short form",
        ),
        pytest.param(
            "环评",
            "EIA@termType=abbreviation|environmental impact assessment",
            [Entry("环评", "environmental impact assessment", "EIA")],
            id="short form first",
        ),
        pytest.param("环评", "EIA@termType=abbreviation", [Entry("环评", "EIA")], id="short form alone"),
        pytest.param(
            "老鹰",
            f"old eagle{DEPRECATED}",
            [Entry("老鹰", "old eagle", status="forbidden")],
            id="nothing but deprecated",
        ),
        pytest.param("铁路", "railway@note=x", [Entry("铁路", "railway")], id="unknown term note"),
    ],
)
def test_what_terms_of_other_tools_become(
    tmp_path: Path, chinese: str, english: str, expected: list[Entry]
) -> None:
    assert read(tmp_path, MARTIF.format(body=concept(chinese, english))) == expected


def test_simplified_chinese_comes_before_other_sets(tmp_path: Path) -> None:
    sets = "".join(
        f'<langSet xml:lang="{language}"><tig><term>{term}</term></tig></langSet>'
        for language, term in (("zh-TW", "濕地"), ("en-GB", "wetlands"), ("zh_CN", "湿地"), ("en", "wetland"))
    )
    assert read(tmp_path, MARTIF.format(body=f"<termEntry>{sets}</termEntry>")) == [Entry("湿地", "wetland")]


def test_a_concept_without_english_is_named_with_its_line(tmp_path: Path) -> None:
    body = concept("潮滩", "tidal flat") + "\n" + concept("滩涂", "")
    (tmp_path / "bank.tbx").write_text(MARTIF.format(body=body), encoding="utf-8")
    assert "bank.tbx:6: '滩涂' has no English" in str(formats.read(tmp_path / "bank.tbx").faults[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("<html><body/></html>", "this is no TBX", id="another XML"),
        pytest.param(
            MARTIF.format(body=concept("", "tidal flat")), "no concept has a Chinese term", id="no Chinese"
        ),
    ],
)
def test_a_file_without_terms(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bank.tbx").write_text(text, encoding="utf-8")
    assert said in str(formats.read(tmp_path / "bank.tbx").faults[0])


def test_entities_of_a_file_open_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words", encoding="utf-8")
    text = MARTIF.format(body=concept("潮滩", "tidal flat &leak;")).replace(
        '"TBXBasiccoreStructV02.dtd"',
        f'"x.dtd" [<!ENTITY leak SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]',
    )
    (tmp_path / "bank.tbx").write_text(text, encoding="utf-8")
    faults = formats.read(tmp_path / "bank.tbx").faults
    assert ["'&leak;' stands for a text that is not in the file" in str(fault) for fault in faults] == [True]
