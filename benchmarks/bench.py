"""Measure speed beside what people would use instead, in one run on one machine: `make bench`.

    .venv/bin/python benchmarks/bench.py [--model house-small] [--rounds 3] [--bulletins 10] [--only step] [--json FILE]

step      the house model's sentences: one call each, CTranslate2 fed with all of them, the engine
argos     an Argos package: Argos Translate itself, CTranslate2 fed with all sentences, the engine
command   one bulletin, from the command to the files: benchmarks/baseline.py in both its ways, `bulletin build`
archive   a folder of bulletins: `bulletin build`, the script's time for as many sentences
profile   where the time of a build goes

The ways of a part take turns, round after round; what stands is the median. Seconds are of this machine; what holds
elsewhere is the ratio, on a machine that does other work that of the processor's own time. Text: samples/ and
bulletins of the authored corpus.
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
from pathlib import Path
from typing import Any

from bench_rows import OURS, Row, machine, measure, row, table, timed
from bench_text import ROOT, fed_sentences, samples, write_bulletins

from workflow.engines import choose_model
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.decoding import length_bound
from workflow.engines.house import HouseEngine

BULLETIN = Path(sys.executable).with_name("bulletin")
BASELINE = ROOT / "benchmarks" / "baseline.py"
TINY_PACKAGE = ROOT / "tests" / "data" / "tiny-zh_en.argosmodel"
TINY_PAIRS = ROOT / "training" / "tiny_argos_pairs.tsv"
LIMIT = "CTranslate2, batches of {size}"
SIZES = (32, 64)
FORMATS = "pdf,docx,review"


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
    os.environ["BULLETIN_MODELS"] = str(folder / "models")
    import ctranslate2
    from argostranslate.translate import Language, PackageTranslation

    from workflow.engines.argos import BEAM, LENGTH_PENALTY, ArgosEngine, package_folder
    from workflow.engines.argos_packages import package_module
    from workflow.engines.install import install

    class Whole:
        """Leave a sentence whole; Argos Translate's own splitter wants the network."""

        def split_sentences(self, text: str) -> list[str]:
            return [text]

    model = install("argos", given.argos, lambda *_progress: None)
    del os.environ["BULLETIN_MODELS"]
    engine = ArgosEngine(model, threads=0)
    package = package_module(folder / "argos-home").Package(package_folder(model.path))
    stock = PackageTranslation(Language("zh", "Chinese"), Language("en", "English"), package)
    stock.sentencizer = Whole()
    translator = ctranslate2.Translator(str(package.package_path / "model"), device="cpu")
    sources = _argos_sources(given, folder)
    tokens = [package.tokenizer.encode(source) for source in sources]
    prefix = [[package.target_prefix]] * len(tokens) if package.target_prefix else None
    stock.translate(sources[0])

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
        "Argos Translate": lambda: [stock.translate(source) for source in sources],
        **fed,
        OURS: lambda: engine.translate(sources),
    }
    return measure(f"step, argos ({package.package_path.name})", len(sources), ways, given.rounds)


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
        OURS: lambda: _build(given, bulletin, folder / "ours"),
    }
    return measure("one bulletin, cold", _sentences(bulletin), ways, given.rounds)


def archive(given: argparse.Namespace, folder: Path) -> list[Row]:
    """Return the rows of an archive, built once; the script's time is that of its bulletins one by one."""
    bulletins = write_bulletins(given.bulletins, folder / "archive")
    model = choose_model(given.model).path
    some = bulletins[:: max(1, len(bulletins) // 2)][:2]

    def script() -> None:
        for bulletin in some:
            _run([sys.executable, BASELINE, bulletin, folder / "script", "--model", model])

    count = sum(map(_sentences, bulletins))
    share = count / sum(map(_sentences, some))
    clock, processor = timed(script)
    theirs = [(clock * share, processor * share)]
    ours = [timed(lambda: _build(given, folder / "archive", folder / "ours"))]
    name = f"archive of {len(bulletins)}"
    return [
        row(name, f"script, one call each (from {len(some)})", count, theirs, ours),
        row(name, OURS, count, ours, ours),
    ]


def profile(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Return the steps of a build, the engine's time by attempt, and the functions that take most, from cProfile."""
    (bulletin,) = write_bulletins(1, folder / "profile")
    file = folder / "profile.pstats"
    answered = _build(given, bulletin, folder / "profiled", [sys.executable, "-m", "cProfile", "-o", file])
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


def _run(words: Sequence[object]) -> str:
    environment = {**os.environ, "BULLETIN_MEMORY": "off"}
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def _build(
    given: argparse.Namespace, source: Path, output: Path, under: Sequence[object] = (sys.executable,)
) -> str:
    """Run `bulletin build` into a new folder, nothing remembered, and return its JSON."""
    shutil.rmtree(output, ignore_errors=True)
    words = [*under, BULLETIN, "build", source, "-o", output, "--model", given.model]
    return _run([*words, "--format", FORMATS, "--no-memory", "--no-cache", "--json"])


def _sentences(bulletin: Path) -> int:
    text = bulletin.read_text(encoding="utf-8")
    return sum(text.count(mark) for mark in "。！？")


PARTS = {"step": step, "argos": argos, "command": command, "archive": archive}


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
    parser.add_argument("--bulletins", type=int, default=10, help="bulletins of the archive")
    parser.add_argument("--only", action="append", choices=[*PARTS, "profile"], help="repeatable")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    found: dict[str, Any] = {"machine": machine(), "model": given.model}
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, part in PARTS.items():
            if not given.only or name in given.only:
                rows += part(given, Path(folder))
        if not given.only or "profile" in given.only:
            found["profile"] = profile(given, Path(folder))
    found |= {"load at the end": [round(load, 1) for load in os.getloadavg()], "rows": [*map(asdict, rows)]}
    print(table(rows))
    print(json.dumps({name: value for name, value in found.items() if name != "rows"}, indent=1))
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
