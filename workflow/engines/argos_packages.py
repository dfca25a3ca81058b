"""Argos Translate packages: unpacked, listed and read through `argostranslate.package`, without its surprises."""

import contextlib
import json
import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

from workflow.engines.fetch import Report
from workflow.errors import InputError, MissingPartError
from workflow.i18n import _

FROM_CODE, TO_CODE = "zh", "en"
_TIMEOUT = 20  # seconds without an answer
# A zh-en package has 0.3 GB in some twenty files; one that unpacks to more than this is meant to fill the disk.
LARGEST, MOST_MEMBERS = 2 << 30, 1000
_FOLDER_SETTINGS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


def package_module(folder: Path) -> ModuleType:
    """Import `argostranslate.package`; the folders that it makes on import come to lie under `folder`."""
    with _settings(dict.fromkeys(_FOLDER_SETTINGS, str(folder))):
        from argostranslate import package
    module: ModuleType = package
    return module


def metadata(package: Path) -> dict[str, Any]:
    """Return the metadata.json of a package folder; raises InputError where it is none."""
    try:
        facts = json.loads((package / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            _("{path} is no Argos package: its metadata.json cannot be read ({reason}).").format(
                path=package, reason=error
            )
        ) from error
    return {"package_version": "", **facts}


def unpack(archive: Path, folder: Path) -> Path:
    """Install an .argosmodel file into an empty folder through argostranslate and return the package's folder.

    Raises InputError for a file that is no package, translates another pair, or would write outside the folder.
    """
    _require_safe(archive)
    package = package_module(folder.parent / "argos-home")
    from argostranslate import settings

    before = settings.package_data_dir
    settings.package_data_dir = folder
    try:
        package.install_from_path(archive)
    finally:
        settings.package_data_dir = before
    found = [path for path in folder.iterdir() if (path / "metadata.json").is_file()]
    if len(found) != 1:
        raise InputError(_("{path} does not hold exactly one Argos package.").format(path=archive))
    require_chinese_english(found[0])
    return found[0]


def require_chinese_english(package: Path) -> None:
    """Raise InputError unless a package folder translates Chinese to English and has its parts."""
    facts = metadata(package)
    pair = (facts.get("from_code"), facts.get("to_code"))
    if pair != (FROM_CODE, TO_CODE):
        raise InputError(
            _(
                "The Argos package {path} translates {source} to {target}; one from zh to en is needed."
            ).format(path=package, source=pair[0], target=pair[1])
        )
    tokenizers = [package / "sentencepiece.model", package / "bpe.model"]
    if not (package / "model" / "model.bin").is_file() or not any(path.is_file() for path in tokenizers):
        raise InputError(
            _("The Argos package {path} is not whole: model/model.bin or its tokenizer is missing.").format(
                path=package
            )
        )


def own_package() -> Path | None:
    """Return a zh→en package that the user has installed with Argos Translate itself, if there is one."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    folder = Path(os.environ.get("ARGOS_PACKAGES_DIR") or Path(data) / "argos-translate" / "packages")
    if not folder.is_dir():
        return None
    for package in sorted(folder.iterdir()):
        with contextlib.suppress(InputError):
            require_chinese_english(package)
            return package
    return None


def download(folder: Path, report: Report) -> Path:
    """Fetch the public zh→en package and return the archive; raises MissingPartError saying what failed."""
    package_module(folder / "argos-home")
    from argostranslate import settings

    step = _("Fetching")
    report(step, 0, 1)
    # argostranslate's own listing calls itself for ever when the index cannot be had: read it here, once.
    index = json.loads(_read(settings.remote_package_index))
    links = [
        link
        for entry in index
        if (entry.get("from_code"), entry.get("to_code")) == (FROM_CODE, TO_CODE)
        for link in entry.get("links", [])
        if link.startswith("https://")
    ]
    if not links:
        raise _unreachable(settings.remote_package_index, _("it lists no package from zh to en"))
    archive = folder / "package.argosmodel"
    partial = archive.with_suffix(".part")
    partial.write_bytes(_read(links[0]))
    partial.replace(archive)
    report(step, 1, 1)
    return archive


def _read(address: str) -> bytes:
    import urllib.request

    if not address.startswith("https://"):
        raise _unreachable(address, _("only https addresses are read"))
    try:
        with urllib.request.urlopen(address, timeout=_TIMEOUT) as answer:  # noqa: S310
            data: bytes = answer.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreachable(address, error) from error
    if len(data) > LARGEST:
        raise _unreachable(address, _("it is larger than any package"))
    return data


def _unreachable(address: str, reason: object) -> MissingPartError:
    return MissingPartError(
        _(
            "The public Argos package could not be fetched: {address}: {reason}. Nothing was installed. Next step: on a "
            "computer with a network get the zh→en package (file .argosmodel), then run "
            "`bulletin models install argos --from FILE.argosmodel`."
        ).format(address=address, reason=reason)
    )


def _require_safe(archive: Path) -> None:
    """Refuse an archive whose members would land outside the folder it is unpacked into, or are links."""
    try:
        with zipfile.ZipFile(archive) as file:
            members = file.infolist()
            if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST:
                raise InputError(
                    _("{path} is refused: it unpacks to more than any package ({size} MB).").format(
                        path=archive, size=LARGEST >> 20
                    )
                )
            damaged = file.testzip()
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError(
            _("{path} is no Argos package (a zip archive): {reason}.").format(path=archive, reason=error)
        ) from error
    if damaged:
        raise InputError(
            _("{path} is damaged: {member} cannot be read.").format(path=archive, member=damaged)
        )
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        link = stat.S_ISLNK(member.external_attr >> 16)
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0] or link:
            raise InputError(
                _("{path} is refused: its member {member} would be written outside the model folder.").format(
                    path=archive, member=member.filename
                )
            )


@contextlib.contextmanager
def _settings(values: dict[str, str]) -> Iterator[None]:
    """Set environment variables for a moment."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value
