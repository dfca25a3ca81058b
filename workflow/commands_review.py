"""The commands that bring editors' work back: `bulletin review`, `history` and `publish`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.commands_options import Lang
from workflow.errors import PartialError, UsageError
from workflow.i18n import _

if TYPE_CHECKING:
    from workflow.reviewing import Applied
    from workflow.workshop import Redone

app = typer.Typer(help=_("Editors' files: apply one, take the last one back."), no_args_is_help=True)

Folder = Annotated[Path, typer.Argument(help=_("Folder of a built bulletin."))]
MODES = ("accept", "reject", "list")
# So many ids of sentences that a file lacks are named.
SHOWN = 5


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@app.command(help=_("Bring the file of an editor, DOCX or XLIFF, back into its edition."))
def apply(
    file: Annotated[Path, typer.Argument(help=_("The file that came back."))],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=_("Folder of the outputs, or of one bulletin [build].")),
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help=_("Who reviewed; else the author of the tracked changes."))
    ] = None,
    all_read: Annotated[
        bool, typer.Option("--all-read", help=_("Mark every other row that came back as reviewed."))
    ] = False,
    mode: Annotated[
        str, typer.Option(help=_("Tracked changes: accept, reject; or list what would be done."))
    ] = "accept",
    lang: Lang = None,
) -> int:
    """Apply a file and tell what became of it; 6 where something of it found no place."""
    from workflow import config, reviewing

    if mode not in MODES:
        raise UsageError(_("--mode '{mode}' is none of {modes}.").format(mode=mode, modes=", ".join(MODES)))
    if all_read and not (reviewer or "").strip():
        raise UsageError(_("--all-read needs --reviewer: who has read it?"))
    settings = config.load({"output": output, "lang": lang}).settings
    taken = reviewing.take(file)
    folder = reviewing.home(taken, settings.output)
    applied = reviewing.apply(taken, folder, settings, mode, (reviewer or "").strip(), all_read)  # type: ignore[arg-type]  # one of MODES
    typer.echo(_told(applied, folder, mode == "list"))
    _tell_files(applied.redone)
    return 0 if applied.whole else PartialError.exit_code


@app.command(help=_("Take the last file that was applied back, whole."))
def undo(folder: Folder, lang: Lang = None) -> int:
    """Take the last apply back."""
    from workflow import config, reviewing

    undone = reviewing.undo(folder, config.load({"lang": lang}).settings)
    typer.echo(
        _("took apply {number} back ({file}): {count} sentences are as they were").format(
            number=undone.entry.number, file=undone.entry.file, count=undone.units
        )
    )
    _tell_files(undone.redone)
    return 0


def history(
    folder: Folder,
    unit: Annotated[
        str | None, typer.Argument(help=_("Id of a sentence, or enough of its beginning."))
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help=_("Write the change report, HTML and DOCX, instead."))
    ] = False,
    lang: Lang = None,
) -> int:
    """Print who changed what and when, or write the change report."""
    from workflow import config, outputs, store
    from workflow import history as past
    from workflow.review import log

    settings = config.load({"lang": lang}).settings
    edition, entries = store.load(folder), log.load(folder)
    if report:
        for path in outputs.write(folder, past.report(edition, entries, settings)):
            typer.echo(path)
        return 0
    typer.echo(past.told(edition, entries, unit or "") or _("nothing was changed yet"))
    return 0


def publish(
    folder: Folder,
    unreviewed: Annotated[
        bool,
        typer.Option("--unreviewed", help=_("Publish as it is, with a notice that it was not reviewed.")),
    ] = False,
    revise: Annotated[
        bool, typer.Option("--revise", help=_("Make a corrected edition; the one before is kept."))
    ] = False,
    lang: Lang = None,
) -> int:
    """Make the final edition and tell what was written; 7 where something stands in its way."""
    from workflow import config, publishing

    done = publishing.publish(folder, config.load({"lang": lang}).settings, unreviewed, revise)
    typer.echo(_("published as revision {number}").format(number=done.edition.manifest.revision))
    if done.remembered:
        typer.echo(_("the memory took {count} sentences").format(count=done.remembered))
    if done.questions:
        typer.echo(_("open questions of editors: {count}").format(count=done.questions), err=True)
    _tell_files(done.redone)
    return 0


def _tell_files(redone: "Redone") -> None:
    for path in redone.written:
        typer.echo(path)
    for path in redone.left:
        typer.echo(_("'{path}' was changed by someone and is left as it is.").format(path=path), err=True)


def _told(applied: "Applied", folder: Path, listed: bool) -> str:
    """Return what became of a file: each edit where only listed, all that found no place, the counts, what stands."""
    from collections import Counter

    from workflow import history as past
    from workflow.findings import Severity

    counts = Counter(entry.kind for entry in applied.entries)
    quiet = () if listed else ("apply", "edit", "state", "dismiss")
    lines = [past.line(entry) for entry in applied.entries if entry.kind not in quiet]
    missing = [unit.id[:8] for unit in applied.missing]
    if missing:
        shown = ", ".join(missing[:SHOWN]) + ("…" if len(missing) > SHOWN else "")
        words = _("not in the file, left as they are: {count} ({ids})")
        lines.append(words.format(count=len(missing), ids=shown))
    told = ", ".join(f"{_(words)} {counts[kind]}" for kind, words in past.COUNTED.items() if counts[kind])
    lines.append(told or _("nothing was changed"))
    grave = sum(f.stands and f.severity == Severity.CRITICAL for f in applied.edition.findings)
    if grave and not listed:
        words = _("critical findings that stand: {count}; `bulletin check {folder}` names them")
        lines.append(words.format(count=grave, folder=folder))
    return "\n".join(lines)
