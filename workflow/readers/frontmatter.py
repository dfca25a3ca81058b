"""Read the front matter of a text: lines of YAML between two lines of ---, at the head of the file."""

import re
from collections.abc import Callable
from datetime import date as Date  # noqa: N812 - a type beside keys of the same name
from typing import Any

from workflow.bulletin import Removed
from workflow.errors import InputError
from workflow.i18n import N_, _

REASON = N_("front matter")
END = r"[ \t]*(?:\r\n|\r|\n)"
BLOCK = re.compile(
    rf"\ufeff?---{END}(?P<yaml>(?:[^\r\n]*(?:\r\n|\r|\n)){{1,60}}?)(?:---|\.\.\.)(?:{END}|[ \t]*$)"
)
KEY = re.compile(r"^\s*(?:#.*)?$|^[\w-]+[ \t]*:", re.ASCII)
ISSUE = re.compile(r"(\d{4})\s*(?:-|年\s*第?)\s*(\d{1,4})\s*期?")
SCRIPTS = ("hans", "hant", "hk", "tw")


def read(raw: str, name: str) -> tuple[tuple[tuple[str, str], ...], tuple[Removed, ...], int]:
    """Return the settings, the front matter as removed text, and where the text behind it begins.

    Settings: title, issue as YYYY-N, date as YYYY-MM-DD, brand, script. A text that begins with --- and no key is
    no front matter. Raises InputError naming the line of a key or value that cannot be used.
    """
    match = BLOCK.match(raw)
    if not match or not _has_keys(match["yaml"]):
        return (), (), 0
    settings = []
    for key, value, line in _pairs(match["yaml"], name):
        parse = KEYS.get(key)
        if parse is None:
            raise _bad(name, line, _("'{key}' is none of {known}").format(key=key, known=", ".join(KEYS)))
        parsed = parse(value)
        if not parsed:
            raise _bad(name, line, _("{key} '{value}' cannot be used").format(key=key, value=value))
        settings.append((key, parsed))
    end = match.end()
    start = 1 if raw.startswith("\ufeff") else 0
    return tuple(settings), (Removed(raw[start:end], REASON, ((start, end),)),), end


def _has_keys(yaml: str) -> bool:
    lines = [line for line in yaml.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return bool(lines) and KEY.match(lines[0]) is not None


def _pairs(text: str, name: str) -> list[tuple[str, Any, int]]:
    """Return (key, value, line of the file) of a YAML mapping of plain values."""
    import yaml

    try:
        node = yaml.compose("\n".join(text.splitlines()), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _bad(name, mark.line + 2 if mark else 2, error.problem or _("no YAML")) from None
    except RecursionError:
        raise _bad(name, 2, _("nested too deeply")) from None
    except yaml.YAMLError as error:
        raise _bad(name, 2, " ".join(str(error).split())) from None
    if not isinstance(node, yaml.MappingNode):
        raise _bad(name, 2, _("not of the form key: value"))
    pairs: list[tuple[str, Any, int]] = []
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise _bad(name, line, _("a value is more than one plain text"))
        if any(str(key.value).lower() == known for known, _value, _line in pairs):
            raise _bad(name, line, _("'{key}' stands twice").format(key=key.value))
        pairs.append((str(key.value).lower(), str(value.value).strip(), line))
    return pairs


def _bad(name: str, line: int, reason: str) -> InputError:
    return InputError(
        _(
            "'{path}', line {line}: front matter: {reason}; write title, issue (2024-3), date (2024-05-28) or brand."
        ).format(path=name, line=line, reason=reason)
    )


def _text(value: str) -> str:
    return " ".join(value.split())


def _issue(value: str) -> str:
    match = ISSUE.fullmatch(value)
    return f"{match[1]}-{int(match[2])}" if match and int(match[2]) else ""


def _date(value: str) -> str:
    parts = re.fullmatch(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", value)
    try:
        return Date(*map(int, parts.groups())).isoformat() if parts else ""
    except ValueError:
        return ""


def _script(value: str) -> str:
    return value.lower() if value.lower() in SCRIPTS else ""


KEYS: dict[str, Callable[[str], str]] = {
    "title": _text,
    "issue": _issue,
    "date": _date,
    "brand": _text,
    "script": _script,
}
