"""The HTML proof: one file that shows the producer every unit with its constraints, findings and origin."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from workflow.findings import Finding, Severity
from workflow.i18n import catalogue
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.pieces import Piece
from workflow.render.templating import LANG, brand_variables, environment
from workflow.render.view import CONTACT_FIELDS, Text, View
from workflow.units import State

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Group:
    """Hold the units of one part of the bulletin under a label and the part's own titles."""

    label: str
    titles: tuple[Text, ...]
    pieces: tuple[Piece, ...]


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:
    """Return the proof as UTF-8; its own words are in options.lang, and it loads nothing from anywhere."""
    words = catalogue(options.lang)

    def _(message: str) -> str:
        return words.gettext(message) if message else ""

    css = brand_variables(brand, view) + brand.file("proof.css").read_text(encoding="utf-8")
    brand.file("proof.html")
    html = (
        environment(brand)
        .get_template("proof.html")
        .render(
            _=_,
            view=view,
            options=options,
            css=css.replace("</", "<\\/"),
            zh_lang=LANG[view.script],
            kinds=kind_names(_),
            severities=severity_names(_),
            states=state_names(_),
            places={piece.unit.id: place_name(_, piece.unit.slot) for piece in view.pieces},
            groups=_groups(_, view),
            on_target=[finding for finding in view.findings if finding.on == "target"],
            on_source=[finding for finding in view.findings if finding.on == "source"],
            severity_counts=_severity_counts(view),
            state_counts=_state_counts(_, view),
            message=lambda finding: _message(_, finding),
            origin=lambda origin: origin_name(_, origin),
        )
    )
    return html.encode()


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


def origin_name(_: Translate, origin: str) -> str:
    """Return where a unit's English came from, in words."""
    known = {
        "label": _("fixed label"),
        "parsed": _("parsed form"),
        "memory": _("translation memory"),
        "human": _("a human"),
        "": _("nowhere yet"),
    }
    if origin.startswith("engine:"):
        return _("model {name}").format(name=origin.removeprefix("engine:"))
    return known.get(origin, origin)


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
        case ["sections", i, "blocks", j, m, k]:
            text = _("section {section}, block {block}, text {text}, sentence {sentence}")
            return text.format(section=int(i) + 1, block=int(j) + 1, text=int(m) + 1, sentence=int(k) + 1)
        case ["about", k]:
            return _("about, sentence {sentence}").format(sentence=int(k) + 1)
        case ["contact", key, *rest]:
            labels = {"organizations": _("organization"), **{f[0]: _(f[2]) for f in CONTACT_FIELDS}}
            return _("contact, {label}").format(label=labels.get(key, "/".join((key, *rest))))
    fixed = {
        "masthead/name": _("publisher"),
        "masthead/series": _("series"),
        "issue": _("issue line"),
        "date": _("date line"),
        "title": _("title"),
    }
    return fixed.get(slot, slot)


def _message(_: Translate, finding: Finding) -> str:
    return _(finding.message).format(**dict(finding.args))


def _severity_counts(view: View) -> list[tuple[str, int]]:
    counts = Counter(finding.severity for finding in view.findings)
    return [(severity.label, counts[severity]) for severity in sorted(Severity, reverse=True)]


def _state_counts(_: Translate, view: View) -> list[tuple[str, int]]:
    counts = Counter(piece.unit.state for piece in view.pieces)
    return [(state_names(_)[state.name], counts[state]) for state in State if counts[state]]


def _groups(_: Translate, view: View) -> list[Group]:
    """Return the units by part of the bulletin, in its order, none left out."""
    groups = [_group(view, _("Front"), (), "masthead", "issue", "date", "title")]
    for number, section in enumerate(view.sections):
        speaker = (section.speaker.name,) if section.speaker else ()
        titles = ((section.heading,) if section.heading else ()) + speaker
        label = _("Section {section}").format(section=number + 1)
        groups.append(_group(view, label, titles, f"sections/{number}"))
    groups += [_group(view, _("Contact"), (), "contact"), _group(view, _("About"), (), "about")]
    grouped = {piece.unit.id for group in groups for piece in group.pieces}
    rest = tuple(piece for piece in view.pieces if piece.unit.id not in grouped)
    groups.append(Group(_("Other"), (), rest))
    return [group for group in groups if group.pieces]


def _group(view: View, label: str, titles: tuple[Text, ...], *slots: str) -> Group:
    pieces = tuple(p for p in view.pieces if any(f"{p.unit.slot}/".startswith(f"{slot}/") for slot in slots))
    return Group(label, titles, pieces)
