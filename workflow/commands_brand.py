"""The commands of an office's looks: `bulletin brand`."""

from typing import Annotated

import typer

from workflow.commands_options import Lang
from workflow.i18n import _

app = typer.Typer(
    help=_("The looks of an office: make one, find what is wrong with one."), no_args_is_help=True
)


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@app.command(help=_("Copy a brand into the office's templates folder under a new name, ready to be changed."))
def new(
    name: Annotated[str, typer.Argument(help=_("Name of the new brand."))],
    source: Annotated[
        str | None, typer.Option("--from", help=_("Brand to begin with [the default brand]."))
    ] = None,
    lang: Lang = None,
) -> int:
    """Make a brand and print its files."""
    from workflow import config
    from workflow.brands import making

    settings = config.load({"lang": lang}).settings
    folder = making.make(name, settings, source or config.Settings().brand)
    for path in making.listed(folder):
        typer.echo(path)
    text = _("Edit brand.toml, then `bulletin brand check {name}` and `bulletin build --brand {name}`.")
    typer.echo(text.format(name=name), err=True)
    return 0


@app.command(help=_("Report what is wrong with a brand: settings, files, addresses, fonts, contrast."))
def check(
    name: Annotated[
        str | None, typer.Argument(help=_("Name of the brand; else the one of the settings."))
    ] = None,
    lang: Lang = None,
) -> int:
    """Print every fault of a brand; 1 where there is one."""
    from workflow import config
    from workflow.brands import checking

    settings = config.load({"lang": lang}).settings
    faults = checking.check(name or settings.brand, settings.template_folders)
    for fault in faults:
        typer.echo(fault.told.rstrip())
    if not faults:
        typer.echo(_("nothing is wrong with brand '{name}'").format(name=name or settings.brand))
    return 1 if faults else 0
