"""Measure speed beside what people would use instead, in one run on one machine: `make bench`.

    .venv/bin/python benchmarks/bench.py [--model house-small] [--rounds 3] [--bulletins 40] [--only step] [--json FILE]

step      the house model's sentences: one call each, CTranslate2 fed with all of them, the engine
argos     an Argos package: Argos Translate itself, CTranslate2 fed with all sentences, the engine
command   one bulletin, from the command to the files: benchmarks/baseline.py in both its ways, `bulletin build`
archive   a folder of short bulletins: the script in both its ways, `bulletin build`
archive-argos   the same with an Argos package: the script on Argos Translate, `bulletin build`
profile   where the time of a build goes

The ways of a part take turns, round after round; what stands is the median. An archive is built once a way. Seconds
are of this machine; what holds elsewhere is the ratio, on a machine that does other work that of the processor's own
time. Text: samples/ and bulletins of the authored corpus.
"""

import argparse
import json
import os
import pstats
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from baseline import Argos
from bench_rows import OURS, Row, machine, measure, table
from bench_text import HEAD, ROOT, corpus_lines, fed_sentences, samples, write_bulletins

from workflow.engines import choose_model
from workflow.engines.argos import package_folder
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.decoding import length_bound
from workflow.engines.house import HouseEngine
from workflow.engines.install import install
from workflow.engines.models import InstalledModel

BULLETIN = Path(sys.executable).with_name("bulletin")
BASELINE = ROOT / "benchmarks" / "baseline.py"
TINY_PACKAGE = ROOT / "tests" / "data" / "tiny-zh_en.argosmodel"
TINY_PAIRS = ROOT / "training" / "tiny_argos_pairs.tsv"
LIMIT = "CTranslate2, batches of {size}"
SIZES = (32, 64)
FORMATS = "pdf,docx,review"
IN_ARCHIVE = 6  # sentences of a bulletin in an archive


def step(given: argparse.Namespace, folder: Path) -> list[Row]:
    """Return the rows of the translation step with the house model, greedy, first try."""
    sources = fed_sentences([*samples(), *write_bulletins(3, folder / "step")], given.sentences)
    engine = HouseEngine(choose_model(given.model), threads=0)
    engine.translate(sources[:1])
    prompts = [engine.prompt(source) for source in sources]

    def call(asked: list[list[str]], size: int = 0) -> None:
        engine.generator.generate_batch(
            asked,
            max_batch_size=size,
            include_prompt_in_result=False,
            max_length=max(length_bound(len(prompt)) for prompt in asked),
            end_token=END_OF_ANSWER,
            suppress_sequences=engine.suppressed,
        )

    def alone() -> None:
        for prompt in prompts:
            call([prompt])

    fed = {LIMIT.format(size=size): (lambda size=size: call(prompts, size)) for size in SIZES}
    ways = {"one call each": alone, **fed, OURS: lambda: engine.translate(sources)}
    return measure(f"step, {given.model}", len(sources), ways, given.rounds)


def argos(given: argparse.Namespace, folder: Path) -> list[Row]:
    """Return the rows of the translation step with an Argos package."""
    import ctranslate2

    from workflow.engines.argos import BEAM, LENGTH_PENALTY, ArgosEngine

    model = _argos_model(given, folder)
    engine = ArgosEngine(model, threads=0)
    stock = Argos(package_folder(model.path))
    package = stock.package
    translator = ctranslate2.Translator(str(package.package_path / "model"), device="cpu")
    sources = _argos_sources(given, folder)
    tokens = [package.tokenizer.encode(source) for source in sources]
    prefix = [[package.target_prefix]] * len(tokens) if package.target_prefix else None
    stock.translate(sources[:1])

    def call(size: int) -> None:
        translator.translate_batch(
            tokens,
            target_prefix=prefix,
            max_batch_size=size,
            beam_size=BEAM,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            return_scores=True,
        )

    fed = {LIMIT.format(size=size): (lambda size=size: call(size)) for size in SIZES}
    ways = {
        "Argos Translate": lambda: stock.translate(sources),
        **fed,
        OURS: lambda: engine.translate(sources),
    }
    return measure(f"step, argos ({package.package_path.name})", len(sources), ways, given.rounds)


def _argos_model(given: argparse.Namespace, folder: Path) -> InstalledModel:
    """Install the package into a store of its own."""
    os.environ["BULLETIN_MODELS"] = str(folder / "models")
    try:
        return install("argos", given.argos, lambda *_progress: None)
    finally:
        del os.environ["BULLETIN_MODELS"]


def _argos_sources(given: argparse.Namespace, folder: Path) -> list[str]:
    """Return sentences for a package; the tiny one of the tests knows its own pairs only."""
    if given.argos == TINY_PACKAGE:
        lines = TINY_PAIRS.read_text(encoding="utf-8").splitlines()
        return list(dict.fromkeys(line.split("\t")[0] for line in lines))
    return fed_sentences([*samples(), *write_bulletins(3, folder / "argos")], given.sentences)


def command(given: argparse.Namespace, folder: Path) -> list[Row]:
    """Return the rows of one bulletin from the command to its files, every program started anew."""
    (bulletin,) = write_bulletins(1, folder / "one")
    script = [
        sys.executable,
        BASELINE,
        bulletin,
        folder / "script",
        "--model",
        choose_model(given.model).path,
    ]
    ways = {
        "script, one call each": lambda: _run(script),
        "script, one batch": lambda: _run([*script, "--batch"]),
        OURS: lambda: _build(given.model, bulletin, folder / "ours"),
    }
    return measure("one bulletin, cold", _sentences(bulletin), ways, given.rounds)


def archive(given: argparse.Namespace, folder: Path) -> list[Row]:
    """Return the rows of an archive of short bulletins."""
    lines = list(islice(corpus_lines(), given.bulletins * IN_ARCHIVE))
    bulletins = _short_bulletins(lines, folder / "archive")
    words = [
        sys.executable,
        BASELINE,
        *bulletins,
        folder / "script",
        "--model",
        choose_model(given.model).path,
    ]
    ways = {
        "script, one call each": lambda: _run(words),
        "script, a bulletin a batch": lambda: _run([*words, "--batch"]),
        OURS: lambda: _build(given.model, folder / "archive", folder / "ours"),
    }
    return measure(_archive_name(bulletins, given.model), len(lines), ways, rounds=1)


def archive_argos(given: argparse.Namespace, folder: Path) -> list[Row]:
    """Return the rows of an archive with an Argos package."""
    model = _argos_model(given, folder)
    known = [line for line in _argos_sources(given, folder) if line.endswith("。")]
    lines = list(islice(cycle(known), given.bulletins * IN_ARCHIVE))
    bulletins = _short_bulletins(lines, folder / "archive")
    package = package_folder(model.path)
    words = [sys.executable, BASELINE, *bulletins, folder / "script", "--argos", package]
    ways = {
        "script, Argos Translate": lambda: _run(words, home=folder / "argos-home"),
        OURS: lambda: _build(str(model.path), folder / "archive", folder / "ours"),
    }
    return measure(_archive_name(bulletins, package.name), len(lines), ways, rounds=1)


def _archive_name(bulletins: Sequence[Path], model: str) -> str:
    return f"archive of {len(bulletins)} bulletins of {IN_ARCHIVE} sentences, {model}"


def _short_bulletins(lines: Sequence[str], folder: Path) -> list[Path]:
    """Write bulletins of a title and a paragraph of IN_ARCHIVE sentences each and return their paths."""
    folder.mkdir()
    written = []
    for number, start in enumerate(range(0, len(lines), IN_ARCHIVE), start=1):
        head = HEAD.format(number=number, month=1 + number % 12, day=1 + number % 28)
        written.append(folder / f"bulletin-{number:03}.txt")
        body = "".join(lines[start : start + IN_ARCHIVE])
        written[-1].write_text(f"{head}合作动态\n\n{body}\n", encoding="utf-8")
    return written


def profile(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Return the steps of a build, the engine's time by attempt, and the functions that take most, from cProfile."""
    (bulletin,) = write_bulletins(1, folder / "profile")
    file = folder / "profile.pstats"
    answered = _build(
        given.model, bulletin, folder / "profiled", [sys.executable, "-m", "cProfile", "-o", file]
    )
    stats: Any = pstats.Stats(str(file))
    rows = stats.stats
    attempts = {
        name: round(times[3], 2)
        for (path, _line, name), times in rows.items()
        if path.endswith("workflow/retries.py")
        and name in {"first", "in_full", "named", "ranked", "by_clauses"}
    }
    most = sorted(rows.items(), key=lambda item: -item[1][2])[:8]
    functions = {f"{Path(path).name}:{line} {name}": round(times[2], 2) for (path, line, name), times in most}
    steps = json.loads(answered)["built"][0]["seconds"]
    return {"steps": steps, "attempts": attempts, "functions": functions}


def _run(words: Sequence[object], home: Path | None = None) -> str:
    """Run a program and return what it prints; what Argos Translate makes for its user comes to lie below `home`."""
    environment = {**os.environ, "BULLETIN_MEMORY": "off"}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME") if home else ():
        environment[name] = str(home)
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def _build(model: str, source: Path, output: Path, under: Sequence[object] = (sys.executable,)) -> str:
    """Run `bulletin build` into a new folder, nothing remembered, and return its JSON."""
    shutil.rmtree(output, ignore_errors=True)
    words = [*under, BULLETIN, "build", source, "-o", output, "--model", model]
    return _run([*words, "--format", FORMATS, "--no-memory", "--no-cache", "--json"])


def _sentences(bulletin: Path) -> int:
    text = bulletin.read_text(encoding="utf-8")
    return sum(text.count(mark) for mark in "。！？")


PARTS = {
    "step": step,
    "argos": argos,
    "command": command,
    "archive": archive,
    "archive-argos": archive_argos,
}


def main() -> None:
    """Measure the parts that are asked for and print their table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="house-small", help="an installed house model or its folder")
    parser.add_argument(
        "--argos", type=Path, default=TINY_PACKAGE, help="an .argosmodel file [the tests' own]"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sentences", type=int, default=64, help="sentences of the translation step")
    parser.add_argument("--bulletins", type=int, default=40, help="bulletins of the archive")
    parser.add_argument("--only", action="append", choices=[*PARTS, "profile"], help="repeatable")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    found: dict[str, Any] = {"machine": machine(), "model": given.model}
    rows: list[Row] = []
    for name, part in PARTS.items():
        if not given.only or name in given.only:
            with tempfile.TemporaryDirectory() as folder:
                rows += part(given, Path(folder))
    if not given.only or "profile" in given.only:
        with tempfile.TemporaryDirectory() as folder:
            found["profile"] = profile(given, Path(folder))
    found |= {"load at the end": [round(load, 1) for load in os.getloadavg()], "rows": [*map(asdict, rows)]}
    print(table(rows))
    print(json.dumps({name: value for name, value in found.items() if name != "rows"}, indent=1))
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
