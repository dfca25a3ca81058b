"""Step 3, STRUCTURE: a cleaned Document becomes a Bulletin; every block gets a place in it."""

from dataclasses import dataclass

from workflow.bulletin import Bulletin, Document, Issue, Removed
from workflow.structure import about, body, contact, front, pictures
from workflow.structure.tables import walled


@dataclass(frozen=True, slots=True)
class Parsed:
    """Hold a bulletin, where each block of its document went (index → slot), and what is no part of it."""

    bulletin: Bulletin
    places: tuple[tuple[int, str], ...]
    removed: tuple[Removed, ...] = ()


def parse(document: Document) -> Parsed:
    """Return the structure of a cleaned document; no block is left without a place.

    What the document's settings say (front matter) comes before what its lines say; the day of publishing that the
    page around it gave fills a date that is missing.
    """
    texts = [i for i, block in enumerate(document.blocks) if block.look.picture is None]
    blocks = walled([document.blocks[i] for i in texts])
    about_text, publisher, about_places = about.find(blocks)
    contacts = contact.find(blocks)
    taken = set(about_places) | set(contacts.blocks if contacts else ())
    names = tuple(name for name in (publisher,) if name)
    names += contacts.contact.organizations if contacts else ()
    head = front.find(blocks, taken, names)
    fixed = {
        texts[i]: slot
        for i, slot in {**about_places, **(contacts.blocks if contacts else {}), **head.blocks}.items()
    }
    aside = pictures.beside_text(document.blocks, fixed)
    text = body.read(
        document.blocks, set(fixed) | set(aside), [picture for picture, _data in document.pictures]
    )
    places = {**fixed, **dict.fromkeys(aside, "removed"), **text.places}
    told = dict(document.settings)
    year, _, number = told.get("issue", "").partition("-")
    bulletin = Bulletin(
        masthead=head.masthead,
        issue=Issue(int(year), int(number)) if number else head.issue,
        date=told.get("date") or head.date or told.get("published"),
        title=told.get("title") or head.title,
        sections=tuple(text.sections),
        contact=contacts.contact if contacts else None,
        about=about_text,
    )
    removed = [Removed(document.blocks[i].raw, pictures.REASON, document.blocks[i].spans) for i in aside]
    removed += [Removed(words, front.UNSAID, blocks[i].spans) for i, words in head.unsaid]
    return Parsed(bulletin, tuple(sorted(places.items())), tuple(removed))
