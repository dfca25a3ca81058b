"""The commands of `bulletin`; each loads settings and services, then calls the module that does the work."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow import (
    commands_brand,
    commands_cache,
    commands_memory,
    commands_models,
    commands_review,
    commands_terms,
    commands_watch,
)
from workflow.commands_options import (
    Brand,
    Cluster,
    Date,
    Formats,
    Glossary,
    Issue,
    Lang,
    Layout,
    Log,
    Model,
    NoCache,
    NoMemory,
    Output,
    Page,
    Pdf,
    Script,
    Strict,
    Title,
    Workers,
    Xliff,
    settings_of,
)
from workflow.errors import PartialError, UsageError
from workflow.i18n import N_, _

if TYPE_CHECKING:
    from workflow.steps import Done, Failed

app = typer.Typer(
    name="bulletin",
    help=_("Turn Chinese news bulletins into reviewed bilingual editions, offline."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(commands_models.app, name="models")
app.add_typer(commands_terms.app, name="terms")
app.add_typer(commands_memory.app, name="memory")
app.add_typer(commands_cache.app, name="cache")
app.add_typer(commands_brand.app, name="brand")
app.add_typer(commands_review.app, name="review")

SEVERITIES = (N_("critical"), N_("error"), N_("warning"), N_("note"))
KINDS = (N_("term"), N_("person"), N_("date"), N_("quantity"), N_("document"), N_("verbatim"))


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@app.command(help=_("Build the bilingual edition of bulletins: PDF, DOCX, review DOCX, HTML proof."))
def build(
    sources: Annotated[
        list[Path], typer.Argument(help=_("Bulletins, or folders of them."), show_default=False)
    ],
    output: Output = None,
    brand: Brand = None,
    layout: Layout = None,
    page: Page = None,
    script: Script = None,
    formats: Formats = None,
    xliff: Xliff = None,
    pdf: Pdf = None,
    title: Title = None,
    issue: Issue = None,
    date: Date = None,
    model: Model = None,
    glossary: Glossary = None,
    no_memory: NoMemory = False,
    no_cache: NoCache = False,
    workers: Workers = 1,
    log: Log = None,
    cluster: Cluster = None,
    strict: Strict = None,
    json: Annotated[bool, typer.Option("--json", help=_("Print a summary as JSON."))] = False,
    lang: Lang = None,
) -> int:
    """Build the edition of every source and return the exit code."""
    from workflow import archive, logs
    from workflow import sources as found

    settings = settings_of(
        output=output,
        brand=brand,
        layout=layout,
        page=page,
        script=script,
        formats=formats,
        xliff=xliff,
        pdf=pdf,
        model=model,
        glossary=glossary,
        no_memory=no_memory,
        no_cache=no_cache,
        log=log,
        lang=lang,
    )
    overrides = found.given(title, issue, date, brand)
    jobs = found.jobs(sources, settings.output)
    _refuse_misuse(strict, len(jobs), of_one=overrides != found.given(None, None, None, brand))
    with logs.writing(settings.log):
        built, failed = archive.build_all(jobs, archive.Order.of(settings, overrides), workers, cluster)
    _tell(built, failed, json)
    return _verdict(built, failed, strict)


def _refuse_misuse(strict: str | None, count: int, of_one: bool) -> None:
    """Raise UsageError for a --strict that means nothing, and for what is said `of_one` where there are more."""
    if strict not in (None, "critical", "all"):
        raise UsageError(_("--strict takes no value or 'all', not '{value}'.").format(value=strict))
    if count > 1 and of_one:
        raise UsageError(_("--title, --issue and --date fit one bulletin, not {count}.").format(count=count))


def _tell(built: "list[Done]", failed: "list[Failed]", json: bool) -> None:
    """Print what a run made, and last what failed."""
    from workflow import console

    if json:
        typer.echo(console.as_json(built, failed))
    elif built:
        typer.echo(console.summary(built))
    for one in failed:
        typer.echo(f"bulletin: {one.message}", err=True)


def _verdict(built: "list[Done]", failed: "list[Failed]", strict: str | None) -> int:
    """Return the exit code of a run over several bulletins."""
    if failed:
        return PartialError.exit_code if built else failed[0].exit_code
    grave = {None: (), "critical": ("critical",), "all": ("critical", "error", "warning", "note")}[strict]
    return 1 if any(one.findings.get(severity) for one in built for severity in grave) else 0


app.command(help=_("Build the bulletins that are dropped into a folder, as they arrive."))(
    commands_watch.watch
)


@app.command(help=_("Translate a sentence, or standard input, to the terminal, with what needs a human eye."))
def translate(
    text: Annotated[
        str | None, typer.Argument(help=_("Chinese text; standard input where left out."))
    ] = None,
    model: Model = None,
    glossary: Glossary = None,
    lang: Lang = None,
) -> int:
    """Translate a text to the terminal."""
    from workflow import console, workshop

    settings = settings_of(model=model, glossary=glossary, lang=lang)
    units, findings = workshop.translate(text if text is not None else sys.stdin.read(), settings)
    for unit in units:
        typer.echo(unit.target)
        for c in unit.constraints:
            typer.echo(f"    {_(c.kind):9} {c.source} → {c.target}" + ("" if c.kept else "  " + _("LOST")))
    if findings:
        typer.echo(console.told(findings), err=True)
    return 0


@app.command(help=_("List the checks, or the findings of a built bulletin."))
def check(
    folder: Annotated[Path | None, typer.Argument(help=_("Folder of a built bulletin."))] = None,
    list_: Annotated[bool, typer.Option("--list", help=_("List every check with its severity."))] = False,
    lang: Lang = None,  # noqa: ARG001 - read from the arguments before the command runs
) -> int:
    """Print the checks, or the findings of a built bulletin."""
    from workflow import console, store
    from workflow.checks import CHECKS

    if list_:
        for one in CHECKS:
            typer.echo(
                f"{one.id:16} {_(one.severity.label):8} {_(one.title)}"
                + (f" ({_(one.doubt)})" if one.doubt else "")
            )
        return 0
    if folder is None:
        raise UsageError(_("name the folder of a built bulletin, or --list."))
    edition = store.load(folder)
    typer.echo(console.told(edition.findings, edition.units) if edition.findings else _("no findings"))
    return 0


@app.command(
    help=_("Set a finding aside until its Chinese or its English changes, or answer an editor's question.")
)
def dismiss(
    folder: Annotated[Path, typer.Argument(help=_("Folder of a built bulletin."))],
    finding: Annotated[
        str, typer.Argument(help=_("Id of a finding or of an open question, or enough of its beginning."))
    ],
    by: Annotated[str, typer.Option(help=_("Who decides."))],
    reason: Annotated[str, typer.Option(help=_("Why it is no fault."))],
    lang: Lang = None,
) -> int:
    """Set a finding aside and write the outputs again."""
    from workflow import config, workshop

    if not by.strip() or not reason.strip():
        raise UsageError(_("--by and --reason must say something."))
    redone = workshop.dismiss(
        folder, finding, by.strip(), reason.strip(), config.load({"lang": lang}).settings
    )
    for path in redone.written:
        typer.echo(path)
    for path in redone.left:
        typer.echo(_("'{path}' was changed by someone and is left as it is.").format(path=path), err=True)
    return 0


app.command(help=_("Make the final edition, or say what stands in its way."))(commands_review.publish)
app.command(help=_("Tell who changed what, and when."))(commands_review.history)


@app.command(help=_("Make an office folder here: bulletin.toml, glossary/, templates/."))
def init(
    folder: Annotated[Path, typer.Argument(help=_("Where to make it."))] = Path(),
    lang: Lang = None,  # noqa: ARG001 - read from the arguments before the command runs
) -> int:
    """Make an office folder."""
    from workflow import office

    for path in office.make(folder):
        typer.echo(path)
    return 0


@app.command(help=_("Say what is there, what is missing, and how to mend it."))
def doctor(lang: Lang = None) -> int:
    """Print the state of every part and setting; 4 where one is missing."""
    from rich.console import Console

    from workflow import config
    from workflow import doctor as surgery
    from workflow.constrain.glossary import package_glossary
    from workflow.render.brand import load_brand

    loaded = config.load({"lang": lang})
    settings = loaded.settings
    brand = load_brand(settings.brand, settings.template_folders)
    parts = [
        *surgery.examine(brand, (package_glossary(), *settings.glossary_files)),
        surgery.examine_translation_memory(settings.memory_file),
    ]
    values = [
        surgery.Setting(n, surgery.plain(getattr(settings, n)), origin)
        for n, origin in loaded.origins.items()
    ]
    surgery.show(parts, values, Console())
    return 4 if any(part.condition == "missing" for part in parts) else 0
