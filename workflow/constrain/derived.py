"""Derive further sources from the entries of a glossary: the minister of a ministry, the deputy of a position, a department."""

from collections.abc import Iterator
from dataclasses import replace

from workflow.constrain.bodies import BODIES, GOVERNMENT
from workflow.constrain.glossary import Entry, Glossary
from workflow.constrain.offices import deputies

# How the name of one ministry is written: 教育与体育部, 教育和体育部; 新闻、文化与旅游部, 新闻文化与旅游部.
SPELLINGS = tuple(
    str.maketrans({"与": link, "和": link} | ({"、": ""} if bare else {}))
    for link in "与和"
    for bare in (False, True)
)


def sources_of(glossary: Glossary) -> Iterator[tuple[str, Entry]]:
    """Yield what to search for: each source, then the sources derived from them that are no entries themselves."""
    derived: dict[str, Entry] = {}
    for key, rows in glossary.entries.items():
        entry = next((row for row in rows if row.status == "preferred"), rows[0])
        yield key, entry
        for name, made in _derived(glossary, key, entry):
            derived.setdefault(name, made)
    yield from ((key, entry) for key, entry in derived.items() if key not in glossary.entries)


def _derived(glossary: Glossary, key: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """Yield a source without its quotes, other spellings, a ministry's department and minister, a position's deputy."""
    bare = key.replace('"', "")
    if bare != key and len(bare) > 3:
        yield bare, entry
    if entry.kind == "position" and key.endswith(("长", "主任")) and not key.startswith("副"):
        titles = deputies(entry.en)
        for lead, english in (("副", titles[0]), ("常务副", f"Executive {titles[0]}")):
            yield lead + key, replace(entry, zh=lead + key, en=english, en_short="", avoid=())
        yield key + "助理", replace(entry, zh=key + "助理", en=f"Assistant {entry.en}", en_short="", avoid=())
    if entry.kind in BODIES and key.endswith((*GOVERNMENT, "委员会")):
        yield from ((key.translate(swap), entry) for swap in SPELLINGS if key.translate(swap) != key)
    if entry.kind != "organization" or entry.status != "preferred":
        return
    head, comma, parent = entry.en.rpartition(", ")
    for size in range(len(key) - 2, 1, -1) if comma else ():
        whole = glossary.preferred(key[:size])
        if whole is not None and whole.en == parent:
            yield key[size:], Entry(key[size:], head, kind="part")
            break
    if entry.en.startswith("Ministry of ") and key.endswith("部"):
        yield key + "长", Entry(key + "长", "Minister" + entry.en.removeprefix("Ministry"), kind="position")
