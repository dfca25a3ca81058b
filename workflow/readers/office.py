"""Read older and other word processors' files (.doc, .wps, .rtf, .odt): LibreOffice turns them into .docx.

LibreOffice runs without a window, in a profile of its own that follows no link and runs no macro, within a time limit.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from workflow.bulletin import Document
from workflow.errors import InputError, MissingPartError
from workflow.i18n import _
from workflow.readers import docx
from workflow.readers.decoding import read_bytes

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 180
# Links of a document that nobody vouches for stay closed; what is fetched all the same meets a proxy that is not there.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read(path: Path) -> Document:
    """Return the document of a file that LibreOffice can read.

    Raises MissingPartError without LibreOffice, InputError for a file that it cannot turn into text in time.
    """
    data = read_bytes(path)
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise MissingPartError(
            _(
                "'{path}' needs LibreOffice to be read; install libreoffice-writer-nogui, or save it as .docx."
            ).format(path=path)
        )
    with TemporaryDirectory(prefix="bulletin-") as name:
        folder = Path(name)
        source = folder / f"source{path.suffix.lower()}"
        source.write_bytes(data)
        _write_profile(folder / "profile" / "user")
        _convert(program, source, folder, path)
        made = folder / "docx" / "source.docx"
        if not made.is_file():
            raise InputError(
                _(
                    "'{path}' cannot be read by LibreOffice: damaged or protected by a password; save it as .docx."
                ).format(path=path)
            )
        return docx.document(made, path)


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _convert(program: str, source: Path, folder: Path, named: Path) -> None:
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "docx"), str(source)]
    # The program starts another one that outlives it: both are of a group of their own, which ends with the time.
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, start_new_session=True
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise InputError(
            _("'{path}' takes LibreOffice more than {seconds} seconds; save it as .docx.").format(
                path=named, seconds=SECONDS
            )
        ) from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
