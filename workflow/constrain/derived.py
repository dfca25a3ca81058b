"""Derive further sources from the entries of a glossary: the minister of a ministry, the deputy of a position, a department."""

from collections.abc import Iterator
from dataclasses import replace

from workflow.constrain.glossary import Entry, Glossary
from workflow.constrain.offices import deputies


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
    """Yield a source without its quotes, the department of a ministry, the minister, the deputy of a position."""
    bare = key.replace('"', "")
    if bare != key and len(bare) > 3:
        yield bare, entry
    if entry.kind == "position" and key.endswith(("长", "主任")) and not key.startswith("副"):
        titles = deputies(entry.en)
        yield "副" + key, replace(entry, zh="副" + key, en=titles[0], en_short="", avoid=())
        yield key + "助理", replace(entry, zh=key + "助理", en=f"Assistant {entry.en}", en_short="", avoid=())
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
