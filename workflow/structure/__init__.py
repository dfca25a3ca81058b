"""Step 3, STRUCTURE: a cleaned Document becomes a Bulletin; every block gets a place in it."""

from dataclasses import dataclass

from workflow.bulletin import Bulletin, Document
from workflow.structure import about, body, contact, front


@dataclass(frozen=True, slots=True)
class Parsed:
    """Hold a bulletin and where each block of its document went (index → slot)."""

    bulletin: Bulletin
    places: tuple[tuple[int, str], ...]


def parse(document: Document) -> Parsed:
    """Return the structure of a cleaned document; no block is left without a place."""
    blocks = document.blocks
    about_text, publisher, about_places = about.find(blocks)
    contacts = contact.find(blocks)
    taken = set(about_places) | set(contacts.blocks if contacts else ())
    names = tuple(name for name in (publisher,) if name)
    names += contacts.contact.organizations if contacts else ()
    head = front.find(blocks, taken, names)
    text = body.read(blocks, taken | set(head.blocks))
    places = {**about_places, **(contacts.blocks if contacts else {}), **head.blocks, **text.places}
    bulletin = Bulletin(
        masthead=head.masthead,
        issue=head.issue,
        date=head.date,
        title=head.title,
        sections=tuple(text.sections),
        contact=contacts.contact if contacts else None,
        about=about_text,
    )
    return Parsed(bulletin, tuple(sorted(places.items())))
