"""What the review DOCX tells the editor: findings and memory suggestions as comments, and the doubtful units."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from workflow.findings import Finding, Severity
from workflow.i18n import N_, catalogue
from workflow.render.changes import Mark, marked
from workflow.render.options import Question
from workflow.render.view import View
from workflow.render.wordxml import Span
from workflow.units import State, Suggestion, Unit

# Of the units that carry a confidence, this share is marked, the least sure first; a surer one never is.
_DOUBTFUL_SHARE, _SURE = 0.1, 0.8
_FIRST_SHARE = 0.2
_SEVERITIES = {
    Severity.NOTE: N_("Note"),
    Severity.WARNING: N_("Warning"),
    Severity.ERROR: N_("Error"),
    Severity.CRITICAL: N_("Critical"),
}

Stretches = tuple[tuple[Mark, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Hold one comment: its paragraphs, the unit and side it is on, and the words it is about.

    A paragraph is a list of stretches, each "same", "out" or "in" and its words. `unit` is None for what concerns
    the whole bulletin; `place` is None where the words are not found. `author` and `date` are an editor's, None and ""
    where the note is our own; one that `replies` belongs to the thread of the one before.
    """

    paragraphs: tuple[Stretches, ...]
    unit: str | None
    side: Literal["source", "target"]
    place: Span | None = None
    author: str | None = None
    date: str = ""
    replies: bool = False

    @property
    def text(self) -> str:
        """Return the words of the comment, a line a paragraph."""
        return "\n".join("".join(words for _mark, words in line) for line in self.paragraphs)


def notes_of(view: View, language: str) -> tuple[Note, ...]:
    """Return every comment in the order of the bulletin, those on the whole of it first.

    Dismissed findings give none. A finding without a unit goes to the first unit whose Chinese holds the
    words it quotes.
    """
    translate = catalogue(language).gettext
    units = [piece.unit for piece in view.pieces]
    findings: dict[str | None, list[Finding]] = {unit.id: [] for unit in units}
    for finding in _standing(view):
        home = finding.unit or _home(finding, units)
        findings.setdefault(home if home in findings else None, []).append(finding)
    notes = [_note(finding, None, translate) for finding in findings.get(None, [])]
    for unit in units:
        notes.extend(_note(finding, unit, translate) for finding in findings[unit.id])
        notes.extend(Note(_offered(s, unit, translate), unit.id, "target") for s in unit.suggestions)
    return tuple(notes)


def asked_of(view: View, questions: Iterable[Question]) -> tuple[Note, ...]:
    """Return the comments of editors that are still open, each as it was asked, with its answers."""
    units = {piece.unit.id: piece.unit for piece in view.pieces}
    return tuple(note for question in questions for note in _asked(question, units.get(question.unit)))


def _asked(question: Question, unit: Unit | None) -> Iterator[Note]:
    text = (unit.source if question.on == "source" else unit.target) if unit else ""
    start = text.find(question.quote) if question.quote else -1
    place = (start, start + len(question.quote)) if start >= 0 else None
    said = ((question.author, question.date, question.text), *question.replies)
    for number, (author, date, words) in enumerate(said):
        lines = _plain(words) or _plain("?")
        yield Note(lines, unit.id if unit else None, question.on, place, author, date, replies=number > 0)


def grades_of(view: View) -> dict[str, int]:
    """Return how much each unit needs an editor: 2 with an error, 1 with a warning or doubt, else 0."""
    units = [piece.unit for piece in view.pieces]
    worst: dict[str | None, Severity] = {}
    for finding in _standing(view):
        worst[finding.unit] = max(finding.severity, worst.get(finding.unit, Severity.NOTE))
    doubtful = least_confident(units) | {unit.id for unit in units if not unit.target}
    return {
        unit.id: _grade(worst.get(unit.id, Severity.NOTE), doubtful=unit.id in doubtful) for unit in units
    }


def _grade(worst: Severity, *, doubtful: bool) -> int:
    if worst >= Severity.ERROR:
        return 2
    return int(worst == Severity.WARNING or doubtful)


def _standing(view: View) -> list[Finding]:
    return [finding for finding in view.findings if finding.stands]


def least_confident(units: Sequence[Unit]) -> frozenset[str]:
    """Return the ids of the units whose English the machine was least sure of."""
    rated = _by_doubt(units)
    worst = rated[: ceil(len(rated) * _DOUBTFUL_SHARE)]
    return frozenset(unit.id for unit in worst if _sureness(unit) < _SURE)


def read_first(view: View) -> tuple[Unit, ...]:
    """Return a fifth of the units that no human has reviewed, those most in doubt, the most doubtful first."""
    doubtful = [unit for unit in _by_doubt([p.unit for p in view.pieces]) if _sureness(unit) < _SURE]
    return tuple(doubtful[: ceil(len(view.pieces) * _FIRST_SHARE)])


def _by_doubt(units: Iterable[Unit]) -> list[Unit]:
    """Return the rated units that no human has reviewed, the least sure first, equals in their order."""
    waiting = (u for u in units if u.confidence is not None and u.state < State.REVIEWED)
    return sorted(waiting, key=_sureness)


def _sureness(unit: Unit) -> float:
    return 1.0 if unit.confidence is None else unit.confidence


def _home(finding: Finding, units: Sequence[Unit]) -> str | None:
    if not finding.quote:
        return None
    return next((unit.id for unit in units if finding.quote in unit.source), None)


def _note(finding: Finding, unit: Unit | None, translate: Callable[[str], str]) -> Note:
    message = translate(finding.message).format(**dict(finding.args))
    severity = translate(_SEVERITIES[finding.severity])
    first = translate(N_("{severity}: {message}")).format(severity=severity, message=message)
    text = (*_plain(first), *_plain(f"{finding.check} · {finding.id}"))
    if unit is None:
        return Note(text, None, finding.on)
    texts = {"source": unit.source, "target": unit.target}
    sides: tuple[Literal["source", "target"], ...] = ("source", "target")
    for side in sides if finding.on == "source" else sides[::-1]:
        start = texts[side].find(finding.quote) if finding.quote else -1
        if start >= 0:
            return Note(text, unit.id, side, (start, start + len(finding.quote)))
    return Note(text, unit.id, finding.on)


def _offered(suggestion: Suggestion, unit: Unit, translate: Callable[[str], str]) -> tuple[Stretches, ...]:
    """Return what a suggestion says; another editor's English stands word by word against the row's own."""
    kind, _colon, name = suggestion.origin.partition(":")
    if kind == "memory":
        words = translate(N_("From the memory, {score}% alike: {text}"))
        return _plain(words.format(score=round(suggestion.score), text=suggestion.text))
    if kind != "conflict":
        words = translate(N_("Offered by {origin}: {text}"))
        return _plain(words.format(origin=name or kind, text=suggestion.text))
    has = translate(N_("{name} has other English for this row: {text}"))
    against = translate(N_("Against the row, word by word:"))
    compared = marked(unit.target, suggestion.text)
    return (
        *_plain(has.format(name=name, text=suggestion.text)),
        (("same", f"{against} "), *compared),
    )


def _plain(text: str) -> tuple[Stretches, ...]:
    return tuple((("same", line),) for line in text.splitlines())
