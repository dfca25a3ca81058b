"""What the tests of the review share: a small edition, and the file that an editor sends back of it, made by hand."""

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from workflow.bulletin import BodyBlock, Bulletin, Section
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.edition import Edition, Manifest
from workflow.engines.scripted import ScriptedEngine
from workflow.pipeline import Built, Given, Services, Watch, build
from workflow.render.brand import load_brand
from workflow.review.edits import Mode
from workflow.review.returned import Change, Loose, Returned, Row
from workflow.reviewing import Taken
from workflow.units import State, Unit, text_digest, unit_id

# Chinese → what the engine makes of it.
SENTENCES = {
    "客人们在树下喝茶。": "The guests drank tea under the trees.",
    "村民们用竹篓捕鱼。": "The villagers fish with bamboo traps.",
    "村民们用竹篓捕虾。": "The villagers catch shrimp with bamboo traps.",
    "今年雨水很多。": "There was a lot of rain this year.",
    "大家都很高兴。": "Everybody was happy.",
    "孩子们在田里抓泥鳅。": "Children caught loaches in the fields.",
}
# A sentence of an older draft, and what a human and an editor's file give one since.
OLD = "村民们用旧竹篓捕鱼。"
OTHER = "Villagers catch fish in traps of bamboo."
NEW = "The villagers still fish with bamboo traps."
N, D, R = State.NEEDS_WORK, State.DRAFT, State.REVIEWED
# What a unit may be before a file comes back: a draft, read, or written by a human.
STATES: tuple[dict[str, object], ...] = (
    {},
    {"state": R, "by": "Wang"},
    {"target": OTHER, "state": R, "by": "Wang", "origin": "human"},
)
TITLE, TITLE_EN = "乡村生态交流活动举行", "Exchange on Rural Ecology Held"
PARK, TRAPS, SHRIMP, RAIN, HAPPY, RICE = SENTENCES


def unit(source: str, number: int = 0, **fields: object) -> Unit:
    """Return a unit as the engine left it."""
    slot = f"sections/0/paragraphs/{number}/0"
    made = Unit(
        unit_id(source, 0), slot, source, SENTENCES.get(source, "?"), State.DRAFT, "engine:scripted", -0.2
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # the test names the fields


def edition(*units: Unit) -> Edition:
    """Return an edition of the units, else of every sentence."""
    units = units or tuple(unit(source, n) for n, source in enumerate(SENTENCES))
    blocks = tuple(BodyBlock("paragraph", (one.source,)) for one in units)
    manifest = Manifest(inputs=(("village.txt", "ab" * 32),), options=(("formats", "html"),))
    return Edition("village", Bulletin(sections=(Section(blocks=blocks),)), units, manifest=manifest)


def row(of: Unit, target: str | None = None, **fields: object) -> Row:
    """Return the row of a unit as it was written, with another English where one is given."""
    shown = max(State.DRAFT, min(of.state, State.REVIEWED))
    made = Row(
        of.id,
        of.source,
        of.target if target is None else target,
        digest=text_digest(of.source),
        base=text_digest(of.target),
        state=shown,
        was=shown,
        place=f"row of {of.id[:6]}",
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # the test names the fields


def tracked(of: Unit, target: str, author: str = "Li Na", **fields: object) -> Row:
    """Return the row of a unit whose English was changed with tracking on."""
    change = (Change(author, "2024-05-06T10:00:00Z", "inserted", target),)
    return row(of, target, **{"rejected": of.target, "changes": change, **fields})


def sent_back(rows: Iterable[Row], author: str = "", **fields: object) -> Returned:
    """Return a file of the edition with these rows."""
    made = Returned("village.review.docx", "village", "ab" * 32, author, tuple(rows))
    return replace(made, **fields)  # type: ignore[arg-type]  # the test names the fields


def taken(
    returned: Returned, path: Path = Path("village.review.docx"), content: bytes = b"as it came"
) -> Taken:
    """Return a file as `reviewing.take` does once it has read it."""
    return Taken(path, content, returned)


def text(sentences: Iterable[str] = SENTENCES) -> str:
    """Return a source with a title, and a paragraph for every sentence."""
    return f"清溪中心\n\n简报\n\n2024年第3期\n\n2024年5月6日\n\n{TITLE}\n\n" + "\n\n".join(sentences) + "\n"


def built(
    folder: Path,
    terms: Terms,
    sentences: Iterable[str] = SENTENCES,
    formats: tuple[str, ...] = (),
    english: dict[str, str] | None = None,
) -> Built:
    """Build village.txt into a folder with an engine whose English is known."""
    source = folder.parent / "village.txt"
    folder.parent.mkdir(exist_ok=True)
    source.write_text(text(sentences), encoding="utf-8")
    engine = ScriptedEngine({TITLE: TITLE_EN, **SENTENCES, **(english or {})}, "Something else.")
    services = Services(terms, engine, load_brand("center"))
    return build(source, folder, Settings(formats=formats), services, Given(), Watch())


def random_file(seed: int) -> tuple[Returned, Mode]:
    """Return a file that an editor, and chance, have treated in every way at once."""
    chance = random.Random(seed)
    rows: list[Row] = []
    sources = [*SENTENCES, OLD, "这句话哪儿也没有。"]
    for number, source in enumerate(chance.choices(sources, k=chance.randint(1, 12))):
        of = unit(source)
        english = chance.choice(
            [of.target, f"Edited {number} of {seed}.", "", f"Edited\n{number}\u00a0of {seed}."]
        )
        made = tracked(of, english) if chance.random() < 0.5 else row(of, english)
        changes: dict[str, object] = {
            "id": chance.choice([of.id] * 6 + [of.id[:7], "", "0" * 12]),
            "base": chance.choice([made.base] * 3 + ["", text_digest("something older")]),
            "digest": chance.choice([made.digest] * 4 + [""]),
            "source": chance.choice([source] * 5 + ["", source + "啊"]),
            "state": chance.choice([None, D, N, R]),
            "was": chance.choice([None, D, R]),
            "trouble": chance.choice([""] * 6 + ["two ids in one cell"]),
        }
        rows.append(replace(made, **changes))  # type: ignore[arg-type]  # fields by name
    loose = (Loose(f"Aside {seed}", "below the table"),) if chance.random() < 0.2 else ()
    name, digest = chance.choice([("village", "ab" * 32), ("", ""), ("harvest", "cd" * 32)])
    mode: Mode = chance.choice(("accept", "reject"))
    return Returned("x.docx", name, digest, chance.choice(["", "Li Si"]), tuple(rows), loose=loose), mode


DRAFT = unit(TRAPS)
OLD_UNIT = Unit(
    unit_id(OLD, 0), "sections/0/paragraphs/0/0", OLD, "Villagers fish with old traps.", D, "engine:x"
)
