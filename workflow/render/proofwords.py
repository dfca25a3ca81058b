"""The words of the proof: kinds, severities, states, origins, ways and places, in the reader's language."""

from collections.abc import Callable

from workflow.render.view import CONTACT_FIELDS
from workflow.units import Constraint

Translate = Callable[[str], str]

# A date has up to a dozen accepted forms; so many are told.
TOLD_TARGETS = 3


def kind_names(_: Translate) -> dict[str, str]:
    """Return the names of the kinds of constraints."""
    return {
        "term": _("term"),
        "person": _("person"),
        "date": _("date"),
        "quantity": _("quantity"),
        "document": _("document title"),
        "verbatim": _("as in the source"),
    }


def severity_names(_: Translate) -> dict[str, str]:
    """Return the names of the severities, gravest first."""
    return {"critical": _("Critical"), "error": _("Error"), "warning": _("Warning"), "note": _("Note")}


def state_names(_: Translate) -> dict[str, str]:
    """Return the names of the states by the name of the state."""
    return {
        "EMPTY": _("empty"),
        "DRAFT": _("draft"),
        "NEEDS_WORK": _("needs work"),
        "REVIEWED": _("reviewed"),
        "FINAL": _("final"),
    }


def origin_names(_: Translate) -> dict[str, str]:
    """Return the names of the sources of English by the part of an origin before its colon."""
    return {
        "label": _("fixed label"),
        "parsed": _("parsed form"),
        "memory": _("translation memory"),
        "engine": _("model"),
        "human": _("a human"),
        "": _("nowhere yet"),
    }


def origin_name(_: Translate, origin: str) -> str:
    """Return where a unit's English came from, in words."""
    if origin.startswith("engine:"):
        return _("model {name}").format(name=origin.removeprefix("engine:"))
    kind, _colon, name = origin.partition(":")
    if kind in ("conflict", "older"):
        return (
            _("editor {name}").format(name=name)
            if kind == "conflict"
            else _("an older draft, {name}").format(name=name)
        )
    return origin_names(_).get(origin, origin)


def way_names(_: Translate) -> dict[str, str]:
    """Return the names of the steps that bring a constraint into the English."""
    return {
        "label": _("from a fixed label"),
        "parsed": _("from a parsed form"),
        "listed": _("in a list put together from its parts"),
        "first": _("at the first try"),
        "ranked": _("by choosing among candidates"),
        "named": _("by asking again with its name"),
        "split": _("by translating clause by clause"),
        "memory": _("from the translation memory"),
        "human": _("by a human"),
    }


def told(_: Translate, constraint: Constraint) -> str:
    """Return what the reader is told about a constraint, on two lines: source → English, then its fate."""
    more = " / …" if len(constraint.targets) > TOLD_TARGETS else ""
    targets = " / ".join(constraint.targets[:TOLD_TARGETS]) + more
    fate = _("kept") if constraint.kept else _("lost in the English")
    parts = [fate, way_names(_).get(constraint.way, "") if constraint.kept else ""]
    if constraint.doubtful:
        parts.append(_("doubtful, to be confirmed"))
    kind = kind_names(_).get(constraint.kind, constraint.kind)
    return f"{kind}: {constraint.source} → {targets}\n" + " · ".join(filter(None, parts))


def place_name(_: Translate, slot: str) -> str:
    """Return a slot in words, parts counted from 1: "section 3, paragraph 1, sentence 2"."""
    match slot.split("/"):
        case ["sections", i, "heading"]:
            return _("section {section}, heading").format(section=int(i) + 1)
        case ["sections", i, "speaker", "name"]:
            return _("section {section}, speaker").format(section=int(i) + 1)
        case ["sections", i, "speaker", "office"]:
            return _("section {section}, office").format(section=int(i) + 1)
        case ["sections", i, "paragraphs", j, k]:
            text = _("section {section}, paragraph {paragraph}, sentence {sentence}")
            return text.format(section=int(i) + 1, paragraph=int(j) + 1, sentence=int(k) + 1)
        case ["sections", i, "blocks", j, "alt", k]:
            text = _("section {section}, block {block}, what the picture shows, sentence {sentence}")
            return text.format(section=int(i) + 1, block=int(j) + 1, sentence=int(k) + 1)
        case ["sections", i, "blocks", j, m, k]:
            text = _("section {section}, block {block}, text {text}, sentence {sentence}")
            return text.format(section=int(i) + 1, block=int(j) + 1, text=int(m) + 1, sentence=int(k) + 1)
        case ["about", k]:
            return _("about, sentence {sentence}").format(sentence=int(k) + 1)
        case ["contact", key, *rest]:
            labels = {
                "organizations": _("organization"),
                "others": _("other line"),
                **{f[0]: _(f[2]) for f in CONTACT_FIELDS},
            }
            return _("contact, {label}").format(label=labels.get(key, "/".join((key, *rest))))
    fixed = {
        "masthead/name": _("publisher"),
        "masthead/series": _("series"),
        "issue": _("issue line"),
        "date": _("date line"),
        "title": _("title"),
    }
    return fixed.get(slot, slot)
