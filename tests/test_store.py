import json
from pathlib import Path

import jsonschema
import pytest

from tests.render.sample_edition import sample_edition
from tests.support import ROOT
from workflow import store
from workflow.errors import InputError

SCHEMA = json.loads((ROOT / "docs" / "edition.schema.json").read_text())


def test_an_edition_is_valid_and_comes_back_as_it_was(tmp_path: Path) -> None:
    edition = sample_edition()
    data = store.dump(edition)
    jsonschema.validate(json.loads(data), SCHEMA)
    (tmp_path / "edition.json").write_bytes(data)
    again = store.load(tmp_path)
    assert store.dump(again) == data
    assert (again.bulletin, again.units, again.findings) == (
        edition.bulletin,
        edition.units,
        edition.findings,
    )


def test_a_table_of_an_older_edition_is_one_text(tmp_path: Path) -> None:
    data = json.loads(store.dump(sample_edition()))
    for section in data["bulletin"]["sections"]:
        for block in section["blocks"]:
            block.pop("columns", None)
    (tmp_path / "edition.json").write_text(json.dumps(data))
    blocks = [b for s in store.load(tmp_path).bulletin.sections for b in s.blocks if b.type == "table"]
    assert [(block.columns, block.rows) for block in blocks] == [(0, ())]


BROKEN = [
    ("{", "cannot be read"),
    ('{"version": 1}', "cannot be read"),
    ('{"version": 99}', "newer version"),
]


@pytest.mark.parametrize(("text", "words"), BROKEN, ids=["json", "fields", "version"])
def test_what_is_no_edition_says_so(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "edition.json").write_text(text)
    with pytest.raises(InputError, match=words):
        store.load(tmp_path)
