"""The command that watches a folder: `bulletin watch`."""

import signal
import threading
from pathlib import Path
from typing import Annotated, Any

import typer

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
from workflow.i18n import _

STOPPED = 130


def watch(
    inbox: Annotated[
        Path, typer.Argument(help=_("Folder that bulletins are dropped into."), show_default=False)
    ],
    output: Output = None,
    every: Annotated[
        float, typer.Option(min=0.1, help=_("Seconds between two looks at the folder [10]."))
    ] = 10.0,
    once: Annotated[bool, typer.Option("--once", help=_("Build what lies there and end: for cron."))] = False,
    brand: Brand = None,
    layout: Layout = None,
    page: Page = None,
    script: Script = None,
    formats: Formats = None,
    xliff: Xliff = None,
    pdf: Pdf = None,
    model: Model = None,
    glossary: Glossary = None,
    no_memory: NoMemory = False,
    lang: Lang = None,
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
