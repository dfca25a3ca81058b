"""The commands of `bulletin memory`: the translation memory counted, searched, exchanged and seeded."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.commands_options import Lang
from workflow.errors import UsageError
from workflow.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workflow.config import Settings
    from workflow.memory import Memory
    from workflow.memory.effort import Effort
    from workflow.memory.entries import Entry

app = typer.Typer(
    help=_("The translation memory: stats, search, import, export, align."), no_args_is_help=True
)

Json = Annotated[bool, typer.Option("--json", help=_("Print it as JSON."))]


@app.callback(help=app.info.help)
def face(lang: Lang = None) -> None:
    """Take what may stand before the command."""


@app.command(help=_("Count what the memory holds, and show what editors changed in each bulletin."))
def stats(
    chart: Annotated[
        Path | None, typer.Option(help=_("Also write the chart to a new file: .svg or .html."))
    ] = None,
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Print counts and the chart of editing effort."""
    from workflow.memory import effort

    with _opened(_settings(lang)) as memory:
        efforts, count = memory.efforts(), memory.count
    if chart:
        _write_chart(chart, efforts)
    if json:
        typer.echo(_as_json(memory.path, count, efforts))
        return 0
    typer.echo(_("{count} units in {path}").format(count=count, path=memory.path))
    typer.echo(
        effort.chart(efforts) if efforts else _("no bulletin was published yet: there is no effort to show")
    )
    return 0


def _write_chart(path: Path, efforts: "Sequence[Effort]") -> None:
    from workflow.memory import effort
    from workflow.terms import writing

    make = {".svg": effort.svg, ".html": effort.html}.get(path.suffix.lower())
    if make is None:
        raise UsageError(_("--chart '{path}' ends neither in .svg nor in .html.").format(path=path))
    writing.write_new(path, make(efforts).encode())


def _as_json(path: Path, count: int, efforts: "Sequence[Effort]") -> str:
    from dataclasses import asdict
    from json import dumps

    data = {"path": str(path), "units": count, "bulletins": [asdict(one) for one in efforts]}
    return dumps(data, ensure_ascii=False, indent=1)


@app.command(help=_("Find sentences of the memory by their Chinese or their English, else those like it."))
def search(
    text: Annotated[str, typer.Argument(help=_("Chinese or English."))],
    limit: Annotated[int, typer.Option(min=1, help=_("At most so many."))] = 20,
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Print entries that hold a text; where there is none those like it, with their scores; 1 where none is found."""
    from workflow.constrain import find
    from workflow.memory.entries import masked
    from workflow.memory.lookup import fuzzy

    settings = _settings(lang)
    with _opened(settings) as memory:
        found: list[tuple[float, Entry]] = [(100.0, entry) for entry in memory.containing(text, limit)]
        if not found:
            from workflow.workshop import open_terms

            found = fuzzy(masked(text, find(text, open_terms(settings))), memory)[:limit]
    typer.echo(_found_as_json(found) if json else "\n".join(map(_line, found)) or _("nothing found"))
    return 0 if found else 1


def _line(found: "tuple[float, Entry]") -> str:
    score, entry = found
    said = ", ".join(filter(None, (entry.bulletin, entry.reviewer, entry.date[:10])))
    return f"{score:3.0f}  {entry.source}\n     {entry.target}" + (f"\n     [{said}]" if said else "")


def _found_as_json(found: "Sequence[tuple[float, Entry]]") -> str:
    from dataclasses import asdict
    from json import dumps

    shown = ("source", "target", "bulletin", "unit", "reviewer", "date")
    rows = [{"score": round(score, 1), **{n: asdict(entry)[n] for n in shown}} for score, entry in found]
    return dumps(rows, ensure_ascii=False, indent=1)


@app.command(help=_("Write the whole memory to a new TMX file."))
def export(
    file: Annotated[Path, typer.Argument(help=_("Where to: a .tmx file that is not there yet."))],
    lang: Lang = None,
) -> int:
    """Write every entry as TMX 1.4."""
    from workflow.memory import tmx

    with _opened(_settings(lang)) as memory:
        count = tmx.export(file, memory.all())
    typer.echo(_("{count} units in {path}").format(count=count, path=file))
    return 0


@app.command("import", help=_("Take the units of a TMX file into the memory."))
def import_(
    file: Annotated[Path, typer.Argument(help=_("A TMX file of this or another program."))],
    lang: Lang = None,
) -> int:
    """Add the units of a TMX file, their constraints found by the glossary in force."""
    from workflow.memory import tmx

    settings = _settings(lang)
    left_out = sum(
        entry is None for entry in tmx.read(file)
    )  # a broken file is told before anything is written
    with _opened(settings, create=True) as memory:
        count = memory.add(_understood(filter(None, tmx.read(file)), settings))
        typer.echo(_("{count} units new or changed in {path}").format(count=count, path=memory.path))
    if left_out:
        typer.echo(_("{count} units without Chinese or English were left out").format(count=left_out))
    return 0


@app.command(
    help=_("Seed the memory from a past edition: pair the sentences of its Chinese and its English file.")
)
def align(
    zh: Annotated[Path, typer.Argument(help=_("The Chinese file."))],
    en: Annotated[Path, typer.Argument(help=_("The English file: text or Markdown."))],
    by: Annotated[str, typer.Option(help=_("Who answers for this English."))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would be done."))] = False,
    lang: Lang = None,
) -> int:
    """Pair the sentences of two files, take the sure pairs into the memory and list the doubtful ones."""
    from workflow import aligning
    from workflow.workshop import open_terms

    if not by.strip() and not dry_run:
        raise UsageError(
            _("--by must name who answers for this English; only reviewed text enters the memory.")
        )
    settings = _settings(lang)
    done = aligning.align(zh, en, open_terms(settings), by.strip())
    for doubt in done.doubtful:
        typer.echo(f"{_(doubt.reason)}\n    {' | '.join(doubt.zh) or '-'}\n    {' | '.join(doubt.en) or '-'}")
    count = len(done.entries)
    if not dry_run:
        with _opened(settings, create=True) as memory:
            count = memory.add(done.entries)
    typer.echo(
        _("{count} units new or changed, {pairs} pairs, {doubtful} doubtful places left out").format(
            count=count, pairs=len(done.entries), doubtful=len(done.doubtful)
        )
    )
    return 0


def _settings(lang: str | None) -> "Settings":
    from workflow import config

    return config.load({"lang": lang}).settings


def _opened(settings: "Settings", *, create: bool = False) -> "Memory":
    """Return the memory that the settings name; raises UsageError where they switch it off."""
    from workflow.memory import open_memory

    if settings.memory_file is None:
        raise UsageError(_("the setting memory is off; name a file, or unset BULLETIN_MEMORY."))
    return open_memory(settings.memory_file, create=create)


def _understood(entries: "Iterator[Entry]", settings: "Settings") -> "Iterator[Entry]":
    """Yield entries with their constraints as the glossary in force has them."""
    from workflow.constrain import find
    from workflow.memory.recording import understood
    from workflow.workshop import open_terms

    terms = open_terms(settings)
    for entry in entries:
        yield understood(entry, find(entry.source, terms))
