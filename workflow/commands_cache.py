"""The commands of the cache: `bulletin cache stats|clear`."""

import typer

from workflow.commands_options import Lang
from workflow.i18n import N_, _

app = typer.Typer(help=_("The results that are kept so that nothing is made twice."), no_args_is_help=True)
KINDS = {"answers": N_("answers of the models"), "outputs": N_("rendered outputs")}


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@app.command(help=_("Say where results are kept, how many, and how much room they take."))
def stats(lang: Lang = None) -> int:
    """Print the cache's folder, and number, size and room of each kind."""
    from workflow import config
    from workflow.cache import Cache

    folder = config.load({"lang": lang}).settings.cache_folder
    if folder is None:
        typer.echo(_("nothing is kept: the setting cache is off"))
        return 0
    cache = Cache(folder)
    typer.echo(folder)
    for kind, (count, size) in cache.stats().items():
        words = _("{what}: {count}, {size} MB of {room} MB")
        room = cache.room[kind]
        typer.echo(
            "  "
            + words.format(what=_(KINDS[kind]), count=count, size=f"{size / 1e6:.1f}", room=room // 1_000_000)
        )
    return 0


@app.command(help=_("Delete all kept results; they are made again when they are needed."))
def clear(lang: Lang = None) -> int:
    """Delete every kept result."""
    from workflow import config
    from workflow.cache import Cache

    folder = config.load({"lang": lang}).settings.cache_folder
    count = Cache(folder).clear() if folder else 0
    typer.echo(_("deleted: {count}").format(count=count))
    return 0
