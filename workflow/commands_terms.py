"""The commands of `bulletin terms`: the glossary listed, checked, exchanged and added to."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.commands_options import Lang
from workflow.errors import BulletinError, InputError, PartialError, UsageError
from workflow.i18n import _

if TYPE_CHECKING:
    from workflow.constrain.sheets import Row
    from workflow.terms.importing import Import
    from workflow.terms.merging import Outcome
    from workflow.terms.suggesting import Candidate
    from workflow.units import Unit

app = typer.Typer(help=_("The glossary: list, check, import, export, suggest."), no_args_is_help=True)

Kind = Annotated[str | None, typer.Option(help=_("Only entries of this kind: term, organization, person …"))]
Status = Annotated[str | None, typer.Option(help=_("Only preferred, admitted or forbidden entries."))]
MOST_SENTENCES = 3


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@app.command("list", help=_("List the entries in force, with file and line."))
def list_(
    pattern: Annotated[
        str | None, typer.Argument(help=_("Text that stands in the Chinese or the English."))
    ] = None,
    kind: Kind = None,
    status: Status = None,
    json: Annotated[bool, typer.Option("--json", help=_("Print the entries as JSON."))] = False,
    lang: Lang = None,
) -> int:
    """Print entries, one a line, their cells parted by tabs."""
    from workflow.terms import listing

    rows = listing.matching(_chosen(kind, status, lang), pattern or "")
    if json:
        typer.echo(listing.as_json(rows))
    elif rows:
        typer.echo("\n".join(listing.line(row) for row in rows))
    else:
        typer.echo(_("the glossary has no such entry"), err=True)
    return 0


@app.command(help=_("Say what is wrong with the glossary, with file, line and what mends it."))
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help=_("Files, or folders of CSV files; else the glossary in force.")),
    ] = None,
    notices: Annotated[
        bool, typer.Option("--notices", help=_("Also entries inside longer ones that have other English."))
    ] = False,
    lang: Lang = None,
) -> int:
    """Print every fault, and with --notices what is worth a look; 1 where there are faults."""
    from workflow.terms import checking

    report = checking.check(paths or _in_force(lang))
    for fault in report.faults:
        typer.echo(str(fault))
    if notices:
        for notice in checking.notices(report.rows):
            typer.echo(_("notice: {text}").format(text=notice))
    typer.echo(_("{rows} entries, {faults} faults").format(rows=len(report.rows), faults=len(report.faults)))
    return 1 if report.faults else 0


@app.command(help=_("Write the entries in force to a file: .csv, .xlsx or .tbx."))
def export(
    file: Annotated[Path, typer.Argument(help=_("Where to; the suffix names the format."))],
    kind: Kind = None,
    status: Status = None,
    lang: Lang = None,
) -> int:
    """Write entries to a file that is not there yet."""
    from workflow.terms import formats, writing

    entries = [row.entry for row in _chosen(kind, status, lang)]
    if not entries:
        raise UsageError(_("no entry has this kind and status; nothing was written."))
    writing.write_new(file, formats.dump(file, entries))
    typer.echo(_("{count} entries in {path}").format(count=len(entries), path=file))
    return 0


@app.command("import", help=_("Merge a .csv, .xlsx or .tbx file into the glossary of the office."))
def import_(
    file: Annotated[Path, typer.Argument(help=_("The file; only zh and en are required."))],
    into: Annotated[
        Path | None, typer.Option(help=_("CSV file for new entries [glossary/terms.csv of the office]."))
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help=_("Let a row take the place of another preferred one."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would be done."))] = False,
    lang: Lang = None,
) -> int:
    """Merge a file; 6 where rows were left out because they contradict preferred ones."""
    from workflow.terms import importing, merging, writing

    done = importing.prepare(file, _in_force(lang), _target(into, lang), replacing=replace)
    if done.faults:
        for fault in done.faults:
            typer.echo(str(fault), err=True)
        raise InputError(
            _("'{path}' has {count} faults, each named above; nothing was imported.").format(
                path=file, count=len(done.faults)
            )
        )
    if not dry_run:
        writing.write(dict(done.files))
    _tell(done)
    conflicts = any(outcome.what == merging.CONFLICT for outcome in done.outcomes)
    return PartialError.exit_code if conflicts else 0


def _tell(done: "Import") -> None:
    """Print every outcome but the unchanged ones, the counts, and the files."""
    from workflow.terms import importing, merging

    for outcome in done.outcomes:
        if outcome.what != merging.UNCHANGED:
            typer.echo(_told(outcome))
    counts = importing.counts(done.outcomes)
    typer.echo(", ".join(f"{count} {_(what)}" for what, count in counts.items()))
    if done.unfilled:
        typer.echo(_("{count} rows without English were left out").format(count=done.unfilled))
    if counts[merging.CONFLICT]:
        typer.echo(_("rows in conflict were left out; correct them, or import them with --replace"))
    for path, _data in done.files:
        typer.echo(path)


def _told(outcome: "Outcome") -> str:
    """Return a row of the file, and what it changes or contradicts with its place."""
    from workflow.terms import listing

    text = f"{_(outcome.what)}  {outcome.new.zh} → {listing.english(outcome.new)}"
    if outcome.now is None:
        return text
    place = f"{outcome.at.path}:{outcome.at.line}" if outcome.at else str(outcome.row.path)
    differ = listing.differences(outcome.now, outcome.new)
    return f"{text}  [{outcome.row.path}:{outcome.row.line}]\n    {differ}  [{place}]"


@app.command(
    help=_("List names and terms that the glossary lacks: of bulletins, or learned from reviewed edits.")
)
def suggest(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            help=_("Bulletins, or folders of them; with --from-reviews those of built ones [build].")
        ),
    ] = None,
    from_reviews: Annotated[
        bool,
        typer.Option("--from-reviews", help=_("Propose what editors changed the same way twice or more.")),
    ] = False,
    limit: Annotated[int, typer.Option(min=0, help=_("At most so many candidates [all]."))] = 0,
    csv: Annotated[
        Path | None, typer.Option("--csv", help=_("Also write them as a sheet to fill in and import."))
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=_("Print the candidates as JSON."))] = False,
    lang: Lang = None,
) -> int:
    """Print candidates by kind, the most frequent first; 6 where some bulletins could not be read."""
    from workflow import config, workshop
    from workflow.terms import suggesting, writing

    if from_reviews:
        return _learn(sources or [], limit, csv, lang, as_json=json)
    if not sources:
        raise UsageError(_("name bulletins, or --from-reviews for what editors have changed."))
    terms = workshop.open_terms(config.load({"lang": lang}).settings)
    opened: list[suggesting.Source] = []
    failed: list[BulletinError] = []
    for path in [job.source for source in sources for job in workshop.jobs([source], Path())]:
        try:
            opened.append(suggesting.open_source(path, terms))
        except BulletinError as error:
            failed.append(error)
            typer.echo(f"bulletin: {error.message}", err=True)
    candidates = suggesting.suggest(opened, terms)[: limit or None]
    if csv:
        writing.write_new(csv, suggesting.as_csv(candidates))
    typer.echo(suggesting.as_json(candidates) if json else _table(candidates))
    if failed:
        return PartialError.exit_code if opened else failed[0].exit_code
    return 0


def _learn(folders: list[Path], limit: int, csv: Path | None, lang: str | None, *, as_json: bool) -> int:
    """Print what editors changed the same way in built bulletins; 6 where some could not be read."""
    from workflow import config, workshop
    from workflow.terms import learning, proposals, writing

    settings = config.load({"lang": lang}).settings
    roots = folders or [settings.output]
    found = learning.folders_of(roots)
    if not found:
        named = ", ".join(map(str, roots))
        raise InputError(_("'{folder}' holds no built bulletin; check the path.").format(folder=named))
    edits: list[learning.Edited] = []
    reviewed: list[Unit] = []
    failed: list[BulletinError] = []
    for folder in found:
        try:
            changed, read = learning.edits_of(folder)
        except BulletinError as error:
            failed.append(error)
            typer.echo(f"bulletin: {error.message}", err=True)
        else:
            edits += changed
            reviewed += read
    proposed = learning.mine(edits, workshop.open_terms(settings), reviewed)[: limit or None]
    if csv:
        writing.write_new(csv, proposals.as_csv(proposed))
    typer.echo(proposals.as_json(proposed) if as_json else proposals.table(proposed))
    if failed:
        return PartialError.exit_code if len(failed) < len(found) else failed[0].exit_code
    return 0


def _table(candidates: "Sequence[Candidate]") -> str:
    """Return candidates as lines, each followed by sentences with file and place."""
    lines: list[str] = []
    for c in candidates:
        lines.append(f"{c.kind:12} {c.count:3}  {c.zh}" + (f"  ({c.english})" if c.english else ""))
        lines += [f"    {s.path.name} {s.slot}: {s.sentence}" for s in c.seen[:MOST_SENTENCES]]
        if len(c.seen) > MOST_SENTENCES:
            lines.append("    " + _("and {count} more").format(count=len(c.seen) - MOST_SENTENCES))
    return "\n".join(lines) if lines else _("no candidates")


def _in_force(lang: str | None) -> tuple[Path, ...]:
    from workflow import config
    from workflow.constrain.glossary import package_glossary

    return (package_glossary(), *config.load({"lang": lang}).settings.glossary_files)


def _chosen(kind: str | None, status: str | None, lang: str | None) -> "list[Row]":
    """Return the rows in force of a kind and status; raises UsageError for one that there is not."""
    from workflow.constrain.entries import KINDS, STATUSES
    from workflow.terms import listing

    _among("--kind", kind, KINDS)
    _among("--status", status, STATUSES)
    return listing.chosen(_in_force(lang), kind, status)


def _among(name: str, value: str | None, choices: Iterable[str]) -> None:
    if value is not None and value not in choices:
        listed = ", ".join(sorted(choices))
        raise UsageError(
            _("{name} '{value}' is none of {choices}").format(name=name, value=value, choices=listed)
        )


def _target(into: Path | None, lang: str | None) -> Path:
    """Return the CSV file that takes new entries; raises UsageError where none is named and there is no office."""
    from workflow import config

    if into is not None:
        if into.suffix.lower() != ".csv":
            raise UsageError(
                _("--into '{path}' is no CSV file; the glossary is kept as CSV.").format(path=into)
            )
        return into
    office = config.load({"lang": lang}).settings.office
    if office is None:
        raise UsageError(
            _("there is no office folder here; make one with `bulletin init`, or name a file with --into.")
        )
    return office / "glossary" / "terms.csv"
