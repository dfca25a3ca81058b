"""Step 4, SEGMENT: every text of a bulletin becomes translation units with stable ids."""

from collections import Counter
from collections.abc import Iterator

from workflow.bulletin import Bulletin, Contact
from workflow.segment.sentences import split
from workflow.units import Unit, unit_id


def segment(bulletin: Bulletin) -> tuple[Unit, ...]:
    """Return the units of a bulletin in reading order, EMPTY; running text is one unit a sentence."""
    seen: Counter[str] = Counter()
    units: list[Unit] = []
    for slot, source in slots(bulletin):
        units.append(Unit(unit_id(source, seen[source]), slot, source))
        seen[source] += 1
    return tuple(units)


def slots(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """Yield (slot, Chinese) of everything that is printed, in reading order."""
    masthead = bulletin.masthead
    yield from _given(("masthead/name", masthead.name_zh), ("masthead/series", masthead.series))
    if bulletin.issue:
        yield "issue", f"{bulletin.issue.year}年第{bulletin.issue.number}期"
    if bulletin.date:
        year, month, day = (int(part) for part in bulletin.date.split("-"))
        yield "date", f"{year}年{month}月{day}日"
    yield from _given(("title", bulletin.title))
    for number, section in enumerate(bulletin.sections):
        here = f"sections/{number}"
        yield from _given((f"{here}/heading", section.heading))
        if section.speaker:
            yield f"{here}/speaker/name", section.speaker.name
            yield f"{here}/speaker/office", section.speaker.office
        for path, kind, text in section.paths():
            # A cell of figures reads the same in both languages.
            if kind != "table" or any(character.isalpha() for character in text):
                yield from _sentences(f"{here}/{path}", text)
    if bulletin.contact:
        yield from _contact(bulletin.contact)
    if bulletin.about:
        yield from _sentences("about", bulletin.about)


def _given(*pairs: tuple[str, str | None]) -> Iterator[tuple[str, str]]:
    yield from ((slot, text) for slot, text in pairs if text)


def _sentences(slot: str, text: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{slot}/{n}", sentence) for n, sentence in enumerate(split(text)))


def _contact(contact: Contact) -> Iterator[tuple[str, str]]:
    for n, organization in enumerate(contact.organizations):
        yield f"contact/organizations/{n}", organization
    for name in ("address", "postcode", "phone", "fax"):
        yield from _given((f"contact/{name}", getattr(contact, name)))
    for n, email in enumerate(contact.emails):
        yield f"contact/emails/{n}", email
    yield from _given(("contact/website", contact.website), ("contact/wechat", contact.wechat))
    for n, line in enumerate(contact.others):
        yield f"contact/others/{n}", line
