"""Make an office folder: bulletin.toml with every setting explained, a glossary and a templates folder."""

from pathlib import Path

from workflow.config import OFFICE_FILE
from workflow.errors import OutputError
from workflow.i18n import _

SETTINGS = """\
# {about}
# brand = "center"
# layout = "facing"            # facing, stacked, english, chinese
# page = "a4"                  # a4, letter
# script = "source"            # source, hans, hant
# formats = ["pdf", "docx", "review", "html"]  # also xliff, omegat
# xliff = "1.2"                # 1.2, 2.0
# pdf = "screen"               # screen, archive, print
# model = "house"              # house, house-small, argos, or a folder
# glossary = ["extra.csv"]
# output = "build"
# memory = "memory/house.sqlite"  # or "off"
# cache = "results"            # folder of kept results, or "off"
# threads = 0                  # 0: all cores
# lang = "zh"                  # zh, en
# log = "bulletin.log"         # what was built and how long it took; no text of a bulletin
"""
TERMS = "zh,en,en_short,kind,status,avoid,note\n"


def make(folder: Path) -> tuple[Path, ...]:
    """Make the folder and return what was written; raises OutputError where a bulletin.toml is there already."""
    settings = folder / OFFICE_FILE
    if settings.exists():
        raise OutputError(
            _("'{path}' is there already; edit it, or choose another folder.").format(path=settings)
        )
    about = _("Settings of this office; what stands here comes before the defaults.")
    terms = folder / "glossary" / "terms.csv"
    try:
        (folder / "glossary").mkdir(parents=True, exist_ok=True)
        (folder / "templates").mkdir(exist_ok=True)
        settings.write_text(SETTINGS.format(about=about), encoding="utf-8")
        if not terms.exists():
            terms.write_text(TERMS, encoding="utf-8")
    except OSError as error:
        raise OutputError(
            _("'{folder}' cannot be written ({reason}); choose another folder.").format(
                folder=folder, reason=error.strerror
            )
        ) from None
    return settings, terms
