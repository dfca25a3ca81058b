"""What brand.toml may say: every key, what its value must be, and what is wrong with one."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workflow.i18n import _

COLOURS = ("ink", "accent", "second", "muted", "rule", "tint")
FONT_SETS = ("hans", "hant", "latin")
FACES = ("serif", "sans", "display")
# Fields of the contact block (bulletin.Contact) that a brand may fill in; those of the second line are lists.
CONTACT = ("address", "postcode", "phone", "fax", "website", "wechat")
CONTACT_LISTS = ("organizations", "emails")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = re.compile(r"[\w .&+-]+")
_FREE = "short_forms"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Name a key that is missing, unknown, or whose value cannot be used, and why."""

    kind: Literal["missing", "unknown", "bad"]
    key: str
    reason: str


def _text(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() else _("must be a text.")


def _colour(value: object) -> str:
    if isinstance(value, str) and _COLOUR.fullmatch(value):
        return ""
    return _("must be a colour such as #0b5a6f.")


def _families(value: object) -> str:
    if isinstance(value, list) and all(isinstance(v, str) and _FONT.fullmatch(v) for v in value):
        return ""
    return _("must be a list of font family names.")


def _some_families(value: object) -> str:
    return _families(value) or ("" if value else _("must list at least one font family."))


def _both(value: object) -> str:
    """A text that reads the same in both languages, or one for each."""
    if isinstance(value, dict) and set(value) == {"zh", "en"} and not any(map(_text, value.values())):
        return ""
    return _text(value) and _('must be a text, or { zh = "…", en = "…" }.')


def _each(value: object) -> str:
    if isinstance(value, list) and not any(map(_both, value)):
        return ""
    return _('must be a list of texts, or of { zh = "…", en = "…" }.')


def _ink(value: object) -> str:
    """Percent of cyan, magenta, yellow and black."""
    listed = value if isinstance(value, list) else []
    numbers = [n for n in listed if isinstance(n, int | float) and 0 <= n <= 100]
    return "" if len(numbers) == len(listed) == 4 else _("must be four numbers from 0 to 100.")


def _black(value: object) -> str:
    if not _ink(value) and isinstance(value, list) and any(value[:3]):
        return _("must be black alone, such as [0, 0, 0, 100]: body text is one plate.")
    return _ink(value)


@dataclass(frozen=True, slots=True)
class _Key:
    judge: Callable[[object], str]
    missing: str = ""  # the reason that is given where the key is not there; "" where it need not be


def _keys() -> dict[str, _Key]:
    """Return every key by its dotted name; `short_forms` takes keys of any name."""
    keys = {key: _Key(_text) for key in ("base", "logo", "masthead")}
    keys |= {f"names.{one}": _Key(_text, _("must be a text.")) for one in ("zh", "en")}
    colour = _("must be a colour such as #0b5a6f.")
    keys |= {f"colours.{name}": _Key(_colour, colour) for name in COLOURS}
    keys |= {f"cmyk.{name}": _Key(_black if name == "ink" else _ink) for name in COLOURS}
    keys |= {f"print.{name}": _Key(_text) for name in ("profile", "condition")}
    keys["fonts.fallback"] = _Key(_families)
    for script in FONT_SETS:
        keys |= {f"fonts.{script}.{face}": _Key(_some_families) for face in FACES}
        keys[f"fonts.{script}.serif"] = _Key(_some_families, _("must list at least one font family."))
        keys |= {f"docx.{script}_{face}": _Key(_text) for face in ("serif", "sans")}
    keys |= {f"contact.{name}": _Key(_both) for name in CONTACT}
    keys |= {f"contact.{name}": _Key(_each) for name in CONTACT_LISTS}
    return keys


def wrongs(settings: Mapping[str, Any]) -> tuple[Wrong, ...]:
    """Return all that is wrong with the settings of a brand, in the order of the file; what is missing comes last."""
    keys = _keys()
    found = tuple(_of_table(settings, "", keys))
    said = {one.key for one in found}
    lost = (
        Wrong("missing", name, key.missing)
        for name, key in keys.items()
        if key.missing and not _at(settings, name) and name not in said and not _within(name, said)
    )
    return (*found, *lost)


def _of_table(table: Mapping[str, Any], above: str, keys: Mapping[str, _Key]) -> Iterator[Wrong]:
    for name, value in table.items():
        key = f"{above}{name}"
        inner = key == _FREE or any(known.startswith(f"{key}.") for known in keys)
        if key in keys:
            reason = keys[key].judge(value)
            if reason:
                yield Wrong("bad", key, reason)
        elif above == f"{_FREE}.":
            if _text(value):
                yield Wrong("bad", key, _text(value))
        elif not inner:
            yield Wrong("unknown", key, _("is no key that a brand has."))
        elif isinstance(value, dict):
            yield from _of_table(value, f"{key}.", keys)
        else:
            yield Wrong("bad", key, _("must be a table; write it as [{key}].").format(key=key))


def _within(name: str, said: set[str]) -> bool:
    return any(name.startswith(f"{key}.") for key in said)


def _at(settings: Mapping[str, Any], dotted: str) -> bool:
    """Tell whether a key is there."""
    value: Any = settings
    for part in dotted.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return False
        value = value[part]
    return True
