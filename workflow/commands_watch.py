"""The command that watches a folder: `bulletin watch`."""

import signal
import threading
from pathlib import Path
from typing import Annotated, Any

import typer

from workflow.i18n import _

STOPPED = 130


def watch(
    inbox: Annotated[
        Path, typer.Argument(help=_("Folder that bulletins are dropped into."), show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=_("Folder for the outputs [build]."))
    ] = None,
    every: Annotated[
        float, typer.Option(min=0.1, help=_("Seconds between two looks at the folder [10]."))
    ] = 10.0,
    once: Annotated[bool, typer.Option("--once", help=_("Build what lies there and end: for cron."))] = False,
    brand: Annotated[
        str | None, typer.Option(help=_("Folder of templates/ that gives the look [center]."))
    ] = None,
    layout: Annotated[
        str | None, typer.Option(help=_("facing, stacked, english or chinese [facing]."))
    ] = None,
    page: Annotated[str | None, typer.Option(help=_("a4 or letter [a4]."))] = None,
    script: Annotated[str | None, typer.Option(help=_("source, hans or hant [source]."))] = None,
    formats: Annotated[
        str | None,
        typer.Option("--format", help=_("Any of pdf,docx,review,html,xliff,omegat [the first four].")),
    ] = None,
    xliff: Annotated[str | None, typer.Option(help=_("Version of the XLIFF: 1.2 or 2.0 [1.2]."))] = None,
    pdf: Annotated[
        str | None, typer.Option(help=_("What the PDF is for: screen, archive or print [screen]."))
    ] = None,
    model: Annotated[str | None, typer.Option(help=_("Model to translate with: a name or a folder."))] = None,
    glossary: Annotated[
        list[Path] | None,
        typer.Option(help=_("CSV with zh and en columns, over the house glossary; repeatable.")),
    ] = None,
    no_memory: Annotated[
        bool, typer.Option("--no-memory", help=_("Leave the translation memory out."))
    ] = False,
    lang: Annotated[
        str | None, typer.Option(help=_("Language of messages: zh or en; else by the locale."))
    ] = None,
) -> int:
    """Build what arrives in a folder until stopped; 130 after Ctrl-C, 0 after SIGTERM."""
    from workflow import config, watching, workshop

    given: dict[str, Any] = {
        "output": output,
        "brand": brand,
        "layout": layout,
        "page": page,
        "script": script,
        "xliff": xliff,
        "pdf": pdf,
        "formats": formats,
        "model": model,
        "glossary": tuple(glossary or ()),
        "lang": lang,
        "memory": config.NO_MEMORY if no_memory else None,
    }
    settings = config.load(given).settings
    stop, told = threading.Event(), [0]

    def end(number: int, _frame: object) -> None:
        told[0] = number
        stop.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    if not once:
        text = _("watching '{folder}', state in '{page}'; Ctrl-C stops after the step under way.")
        typer.echo(text.format(folder=inbox, page=settings.output / "watch.html"), err=True)
    overrides = workshop.given(None, None, None, brand)
    try:
        code = watching.watch(inbox, settings, overrides, every, once, stop, typer.echo)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if stop.is_set():
        return STOPPED if told[0] == signal.SIGINT else 0
    return code
