"""What the print template and the proof share: the template environment and the brand's CSS variables."""

from typing import TYPE_CHECKING

from workflow.render.brand import FACES, Brand
from workflow.render.view import View

if TYPE_CHECKING:
    from jinja2 import Environment

LANG = {"hans": "zh-Hans", "hant": "zh-Hant"}


def environment(brand: Brand) -> "Environment":
    """Return the template environment of a brand's folder: text is escaped, an unknown name is an error."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(brand.folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


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
    return ":root { " + " ".join(lines) + " }\n"


def _stack(families: tuple[str, ...]) -> str:
    return ", ".join(f'"{family}"' for family in dict.fromkeys(families))
