"""What the print template and the proof share: the template environment and the brand's CSS variables."""

import traceback
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from workflow.errors import InputError
from workflow.i18n import _
from workflow.render.brand import Brand, find_in
from workflow.render.brandtoml import FACES
from workflow.render.view import View

if TYPE_CHECKING:
    from jinja2 import Environment

LANG = {"hans": "zh-Hans", "hant": "zh-Hant"}
# What a template can raise besides Jinja's own errors.
_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
# What a template may ask of a path: its name, never the file system behind it.
_OF_PATHS = frozenset({"name", "stem", "suffix"})


@lru_cache(maxsize=16)
def environment(folders: tuple[Path, ...]) -> "Environment":
    """Return the template environment of a brand's folder and its bases: text is escaped, an unknown name is an error.

    A template reads the brand's own templates, and what it is given; through neither can it reach a file. Templates
    are compiled once for all bulletins of a process, and again when their file has become another.
    """
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            safe = not isinstance(obj, PurePath) or attr in _OF_PATHS
            return safe and super().is_safe_attribute(obj, attr, value)

    def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = find_in(folders, name)
        if path is None:
            return None
        text = path.read_text(encoding="utf-8")
        return text, str(path), lambda: _is(find_in(folders, name), path, text)

    return Sandbox(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _is(found: Path | None, path: Path, text: str) -> bool:
    """Tell whether a template is still the file that it was read from, unchanged."""
    return found == path and path.read_text(encoding="utf-8") == text


def fill(brand: Brand, name: str, /, **values: object) -> str:
    """Return a template of the brand filled in; InputError names its file, line and fault."""
    from jinja2 import TemplateError, TemplateSyntaxError

    path = brand.file(name)
    try:
        return environment((brand.folder, *brand.bases)).get_template(name).render(**values)
    except TemplateSyntaxError as error:
        place, line = error.filename or path, error.lineno
        fault: Exception = error
    except (*_FAULTS, TemplateError) as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".html")]
        place, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (path, 1)
        fault = error
    reason = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
    text = _("'{path}', line {line}: the template cannot be filled in ({reason}); correct it there.")
    raise InputError(text.format(path=place, line=line, reason=reason)) from fault


def brand_variables(brand: Brand, view: View) -> str:
    """Return a :root rule with the brand's colours and, for each script and face, its font stack.

    Each stack ends in the other script's families, since a Latin name may stand in Chinese and a Han name in
    English; no generic family follows, so that a font nobody chose cannot slip into print.
    """
    lines = [f"--{name}: {value};" for name, value in brand.colours.items()]
    for face in FACES:
        chinese, latin = brand.families(view.script, face), brand.families("latin", face)
        lines.append(f"--zh-{face}: {_stack((*chinese, *latin, *brand.fallback))};")
        lines.append(f"--en-{face}: {_stack((*latin, *chinese, *brand.fallback))};")
    return ":root { --tight: 1; " + " ".join(lines) + " }\n"


def _stack(families: tuple[str, ...]) -> str:
    return ", ".join(f'"{family}"' for family in dict.fromkeys(families))
