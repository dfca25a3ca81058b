import pytest

from tests.support import SAMPLES
from workflow.bulletin import Bulletin
from workflow.clean import clean
from workflow.clean.script import originals
from workflow.edition import Edition
from workflow.readers import read
from workflow.render.options import Form
from workflow.render.script import as_in_source, form_of
from workflow.render.view import view
from workflow.segment import segment
from workflow.structure import parse

PAIRS = (("范余庆 在湿地布展。", "范餘慶 在濕地布展。"), ("余波未平。", "余波未平。"))
CASES = [
    ("范余庆", "范餘慶"),
    ("范余庆在湿地", "范餘慶在濕地"),
    ("余波未平。", "余波未平。"),
    ("联系我们", "聯繫我們"),
    ("", ""),
]


@pytest.mark.parametrize(("hans", "hant"), CASES)
def test_the_source_knows_its_characters(hans: str, hant: str) -> None:
    assert as_in_source(PAIRS)(hans) == hant


FORMS: list[tuple[Form, str]] = [
    ("hans", "台湾卫星里的人们在一起吃面"),
    ("hant", "臺灣衛星裡的人們在一起吃麵"),
    ("tw", "臺灣衛星裡的人們在一起吃麵"),
    ("hk", "台灣衞星裏的人們在一起吃麪"),
]


@pytest.mark.parametrize(("form", "shown"), FORMS, ids=[form for form, _ in FORMS])
def test_each_standard_has_its_own_characters(form: Form, shown: str) -> None:
    edition = Edition("t", Bulletin(title="台湾卫星里的人们在一起吃面"))
    made = view(edition, form)
    assert (made.title.zh if made.title else "", made.form) == (shown, form)
    assert made.script == ("hans" if form == "hans" else "hant")


@pytest.mark.parametrize(("form", "line"), [("hk", "衞生署裏的人"), ("tw", "衛生署裡的人")])
def test_what_the_source_does_not_hold_follows_its_standard(form: Form, line: str) -> None:
    pairs = (("卫生署里的人", line), ("有水里", "有水裏" if form == "hk" else "有水裡"))
    assert form_of(pairs) == form
    assert as_in_source(pairs)("卫星里") == {"hk": "衞星裏", "tw": "衛星裡"}[form]


def test_print_of_a_traditional_source_is_the_source() -> None:
    path = next(p for p in SAMPLES if p.stem == "traditional")
    document = clean(read(path))
    bulletin = parse(document).bulletin
    edition = Edition("t", bulletin, segment(bulletin), script="hant", original=originals(document))
    raw = "".join(document.raw.split())
    for section in view(edition).sections:
        for row in section.rows:
            assert "".join(row.text.zh.split()).replace("2400", "２４００") in raw
