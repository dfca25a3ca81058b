import pytest

from tests.support import SAMPLES
from workflow.clean import clean
from workflow.clean.script import originals
from workflow.edition import Edition
from workflow.readers import read
from workflow.render.script import as_in_source
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


def test_print_of_a_traditional_source_is_the_source() -> None:
    path = next(p for p in SAMPLES if p.stem == "traditional")
    document = clean(read(path))
    bulletin = parse(document).bulletin
    edition = Edition("t", bulletin, segment(bulletin), script="hant", original=originals(document))
    raw = "".join(document.raw.split())
    for section in view(edition).sections:
        for row in section.rows:
            assert "".join(row.text.zh.split()).replace("2400", "２４００") in raw
