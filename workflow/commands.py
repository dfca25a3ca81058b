"""The commands of `bulletin`; each loads settings and services, then calls the module that does the work."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workflow import (
    commands_brand,
    commands_cache,
    commands_memory,
    commands_review,
    commands_terms,
    commands_watch,
)
from workflow.commands_options import (
    Brand,
    Formats,
    Glossary,
    Lang,
    Layout,
    Model,
    NoMemory,
    Output,
    Page,
    Pdf,
    Script,
    Xliff,
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
models = typer.Typer(help=_("The translation models: list, install, remove, where."), no_args_is_help=True)
app.add_typer(models, name="models")
app.add_typer(commands_terms.app, name="terms")
app.add_typer(commands_memory.app, name="memory")
app.add_typer(commands_cache.app, name="cache")
app.add_typer(commands_brand.app, name="brand")
app.add_typer(commands_review.app, name="review")
app.command(help=_("Tell who changed what, and when."))(commands_review.history)
app.command(help=_("Build the bulletins that are dropped into a folder, as they arrive."))(
    commands_watch.watch
)
app.command(help=_("Make the final edition, or say what stands in its way."))(commands_review.publish)

SEVERITIES = (N_("critical"), N_("error"), N_("warning"), N_("note"))
KINDS = (N_("term"), N_("person"), N_("date"), N_("quantity"), N_("document"), N_("verbatim"))


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@models.callback(help=models.info.help)
def models_face(lang: Lang = None) -> None:
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
    title: Annotated[str | None, typer.Option(help=_("Title, over the source's own."))] = None,
    issue: Annotated[str | None, typer.Option(help=_("Issue as YYYY-N, over the source's own."))] = None,
    date: Annotated[str | None, typer.Option(help=_("Date as YYYY-MM-DD, over the source's own."))] = None,
    model: Model = None,
    glossary: Glossary = None,
    no_memory: NoMemory = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help=_("Make everything anew, and keep nothing of it."))
    ] = False,
    workers: Annotated[
        int, typer.Option("--jobs", min=1, help=_("Processes that share the bulletins, a model in each [1]."))
    ] = 1,
    log: Annotated[
        Path | None, typer.Option(help=_("File that says what was built, and how long it took."))
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(help=_("Address of a Dask scheduler whose workers build in place of this machine.")),
    ] = None,
    strict: Annotated[
        str | None, typer.Option(help=_("Exit 1 on critical findings; --strict=all on any."))
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=_("Print a summary as JSON."))] = False,
    lang: Lang = None,
) -> int:
    """Build the edition of every source and return the exit code."""
    from workflow import archive, config, console, logs
    from workflow import sources as found

    given: dict[str, Any] = {
        "output": output,
        "brand": brand,
        "layout": layout,
        "page": page,
        "script": script,
        "xliff": xliff,
        "pdf": pdf,
    }
    given |= {"formats": formats, "model": model, "glossary": tuple(glossary or ()), "lang": lang}
    given["memory"] = config.NO_MEMORY if no_memory else None
    given["cache"] = config.NO_CACHE if no_cache else None
    given["log"] = log
    settings = config.load(given).settings
    overrides = found.given(title, issue, date, brand)
    if strict not in (None, "critical", "all"):
        raise UsageError(_("--strict takes no value or 'all', not '{value}'.").format(value=strict))
    jobs = found.jobs(sources, settings.output)
    if len(jobs) > 1 and overrides != found.given(None, None, None, brand):
        raise UsageError(
            _("--title, --issue and --date fit one bulletin, not {count}.").format(count=len(jobs))
        )
    with logs.writing(settings.log):
        built, failed = archive.build_all(jobs, archive.Order.of(settings, overrides), workers, cluster)
    if json:
        typer.echo(console.as_json(built, failed))
    elif built:
        typer.echo(console.summary(built))
    return _verdict(built, failed, strict)


def _verdict(built: "list[Done]", failed: "list[Failed]", strict: str | None) -> int:
    """Return the exit code of a run over several bulletins, telling what failed."""
    for one in failed:
        typer.echo(f"bulletin: {one.message}", err=True)
    if failed:
        return PartialError.exit_code if built else failed[0].exit_code
    grave = {None: (), "critical": ("critical",), "all": ("critical", "error", "warning", "note")}[strict]
    return 1 if any(one.findings.get(severity) for one in built for severity in grave) else 0


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
    from workflow import config, console, workshop

    settings = config.load({"model": model, "glossary": tuple(glossary or ()), "lang": lang}).settings
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


@models.command("list", help=_("List the models that can be installed, and which are."))
def models_list(lang: Lang = None) -> int:  # noqa: ARG001 - read from the arguments before the command runs
    """Print every model and where it is installed."""
    from workflow.engines import models as store
    from workflow.engines.catalogue import MODELS

    there = {model.name: model.path for model in store.installed()}
    for name in MODELS:
        typer.echo(f"{name:12} {there.get(name, '-')}")
    return 0


@models.command("install", help=_("Install a model by name, or from a file that was carried in."))
def models_install(
    name: Annotated[str | None, typer.Argument(help=_("house, house-small or argos."))] = None,
    source: Annotated[Path | None, typer.Option("--from", help=_("A .gguf or .argosmodel file."))] = None,
    lang: Lang = None,  # noqa: ARG001 - read from the arguments before the command runs
) -> int:
    """Install a model, showing progress."""
    from workflow import console
    from workflow.engines.install import install

    with console.installing() as report:
        model = install(name, source, report)
    typer.echo(_("{name} is installed in {path}").format(name=model.name, path=model.path))
    return 0


@models.command("check", help=_("Read every byte of a model and compare it with what was installed."))
def models_check(
    name: Annotated[str | None, typer.Argument(help=_("Name or folder; else every installed model."))] = None,
    lang: Lang = None,  # noqa: ARG001 - read from the arguments before the command runs
) -> int:
    """Compare the digests of models; 4 where one is broken."""
    from workflow.engines import models as store

    for model in [store.find(name)] if name else store.installed():
        store.verify(model, thoroughly=True)
        typer.echo(_("{name} in {path} is whole").format(name=model.name, path=model.path))
    return 0


@models.command("remove", help=_("Remove an installed model."))
def models_remove(name: str, lang: Lang = None) -> int:  # noqa: ARG001 - as above
    """Remove an installed model."""
    from workflow.engines import models as store

    typer.echo(_("removed {path}").format(path=store.remove(name)))
    return 0


@models.command("where", help=_("Print the folder of the models."))
def models_where(lang: Lang = None) -> int:  # noqa: ARG001 - as above
    """Print the model store's folder."""
    from workflow.engines import models as store

    typer.echo(store.models_root())
    return 0
