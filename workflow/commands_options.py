"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.i18n import _

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
