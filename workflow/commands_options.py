"""The options of the commands that build, and the settings that they give."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.i18n import _

if TYPE_CHECKING:
    from workflow.config import Settings

Lang = Annotated[str | None, typer.Option(help=_("Language of messages: zh or en; else by the locale."))]
Model = Annotated[str | None, typer.Option(help=_("Model to translate with: a name or a folder."))]
Glossary = Annotated[
    list[Path] | None,
    typer.Option(help=_("CSV with zh and en columns, over the house glossary; repeatable.")),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help=_("Folder for the outputs [build]."))]
Brand = Annotated[str | None, typer.Option(help=_("Folder of templates/ that gives the look [center]."))]
Layout = Annotated[str | None, typer.Option(help=_("facing, stacked, english or chinese [facing]."))]
Page = Annotated[str | None, typer.Option(help=_("a4 or letter [a4]."))]
Script = Annotated[str | None, typer.Option(help=_("source, hans, hant, hk or tw [source]."))]
Formats = Annotated[
    str | None,
    typer.Option("--format", help=_("Any of pdf,docx,review,html,xliff,omegat [the first four].")),
]
Xliff = Annotated[str | None, typer.Option(help=_("Version of the XLIFF: 1.2 or 2.0 [1.2]."))]
Pdf = Annotated[str | None, typer.Option(help=_("What the PDF is for: screen, archive or print [screen]."))]
NoMemory = Annotated[bool, typer.Option("--no-memory", help=_("Leave the translation memory out."))]
NoCache = Annotated[bool, typer.Option("--no-cache", help=_("Make everything anew, and keep nothing of it."))]
Title = Annotated[str | None, typer.Option(help=_("Title, over the source's own."))]
Issue = Annotated[str | None, typer.Option(help=_("Issue as YYYY-N, over the source's own."))]
Date = Annotated[str | None, typer.Option(help=_("Date as YYYY-MM-DD, over the source's own."))]
Workers = Annotated[
    int,
    typer.Option(
        "--jobs",
        min=1,
        show_default=False,
        help=_("Processes that share the bulletins, a model in each [1]."),
    ),
]
Log = Annotated[Path | None, typer.Option(help=_("File that says what was built, and how long it took."))]
Cluster = Annotated[
    str | None,
    typer.Option(help=_("Address of a Dask scheduler whose workers build in place of this machine.")),
]
Strict = Annotated[str | None, typer.Option(help=_("Exit 1 on critical findings; --strict=all on any."))]


def settings_of(
    *,
    glossary: list[Path] | None = None,
    no_memory: bool = False,
    no_cache: bool = False,
    **given: str | Path | None,
) -> "Settings":
    """Return the settings that options give, those of environment, office folder and package where they are None.

    Raises UsageError and InputError as `config.load` does.
    """
    from workflow import config

    memory = config.NO_MEMORY if no_memory else None
    cache = config.NO_CACHE if no_cache else None
    return config.load(
        {**given, "glossary": tuple(glossary or ()), "memory": memory, "cache": cache}
    ).settings
