"""The commands of the model store: `bulletin models list|install|check|remove|where`."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.commands_options import Lang
from workflow.i18n import _

app = typer.Typer(help=_("The translation models: list, install, remove, where."), no_args_is_help=True)


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@app.command("list", help=_("List the models that can be installed, and which are."))
def list_(lang: Lang = None) -> int:  # noqa: ARG001 - read from the arguments before the command runs
    """Print every model and where it is installed."""
    from workflow.engines import models as store
    from workflow.engines.catalogue import MODELS

    there = {model.name: model.path for model in store.installed()}
    for name in MODELS:
        typer.echo(f"{name:12} {there.get(name, '-')}")
    return 0


@app.command("install", help=_("Install a model by name, or from a file that was carried in."))
def install(
    name: Annotated[str | None, typer.Argument(help=_("house, house-small or argos."))] = None,
    source: Annotated[Path | None, typer.Option("--from", help=_("A .gguf or .argosmodel file."))] = None,
    lang: Lang = None,  # noqa: ARG001 - read from the arguments before the command runs
) -> int:
    """Install a model, showing progress."""
    from workflow import console
    from workflow.engines import install as installing

    with console.installing() as report:
        model = installing.install(name, source, report)
    typer.echo(_("{name} is installed in {path}").format(name=model.name, path=model.path))
    return 0


@app.command("check", help=_("Read every byte of a model and compare it with what was installed."))
def check(
    name: Annotated[str | None, typer.Argument(help=_("Name or folder; else every installed model."))] = None,
    lang: Lang = None,  # noqa: ARG001 - read from the arguments before the command runs
) -> int:
    """Compare the digests of models; 4 where one is broken."""
    from workflow.engines import models as store

    for model in [store.find(name)] if name else store.installed():
        store.verify(model, thoroughly=True)
        typer.echo(_("{name} in {path} is whole").format(name=model.name, path=model.path))
    return 0


@app.command("remove", help=_("Remove an installed model."))
def remove(
    name: Annotated[str, typer.Argument(help=_("Name of an installed model."))],
    lang: Lang = None,  # noqa: ARG001 - read from the arguments before the command runs
) -> int:
    """Remove an installed model."""
    from workflow.engines import models as store

    typer.echo(_("removed {path}").format(path=store.remove(name)))
    return 0


@app.command("where", help=_("Print the folder of the models."))
def where(lang: Lang = None) -> int:  # noqa: ARG001 - as above
    """Print the model store's folder."""
    from workflow.engines import models as store

    typer.echo(store.models_root())
    return 0
