"""The command that watches a folder: `bulletin watch`."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

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
    settings_of,
)
from workflow.i18n import _

STOPPED = 130


def watch(
    inbox: Annotated[
        Path, typer.Argument(help=_("Folder that bulletins are dropped into."), show_default=False)
    ],
    output: Output = None,
    every: Annotated[
        float,
        typer.Option(min=0.1, show_default=False, help=_("Seconds between two looks at the folder [10].")),
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
    from workflow import watching, workshop

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
        lang=lang,
    )
    overrides = workshop.given(None, None, None, brand)
    with _stopped_by_signals() as (stop, told):
        if not once:
            text = _("watching '{folder}', state in '{page}'; Ctrl-C stops after the step under way.")
            typer.echo(text.format(folder=inbox, page=settings.output / "watch.html"), err=True)
        code = watching.watch(inbox, settings, overrides, every, once, stop, typer.echo)
    if stop.is_set():
        return STOPPED if signal.SIGINT in told else 0
    return code


@contextmanager
def _stopped_by_signals() -> Iterator[tuple[threading.Event, list[int]]]:
    """Yield an event that Ctrl-C and SIGTERM set, and the signals that came."""
    stop, told = threading.Event(), list[int]()

    def end(number: int, _frame: object) -> None:
        told[:] = [number]
        stop.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop, told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
