"""Messages in English and Chinese: gettext catalogues under workflow/locale."""

import gettext as _gettext
import locale as _locale
import os
from pathlib import Path

LANGUAGES = ("zh", "en")
CATALOGUES = Path(__file__).parent / "locale"


def system_language(environment: dict[str, str] | None = None) -> str:
    """Return "zh" or "en" by the locale of the environment; LANGUAGE wins as in GNU gettext."""
    env = os.environ if environment is None else environment
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = env.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    code = _locale.getlocale()[0] or ""
    return "zh" if code.lower().startswith(("zh", "chinese")) else "en"


def catalogue(language: str) -> _gettext.NullTranslations:
    """Return the catalogue of a language, English being the text of the code itself."""
    return _gettext.translation("bulletin", CATALOGUES, languages=[language], fallback=True)


class Messages:
    """Hold the language of this process's messages, chosen once by the command line."""

    def __init__(self) -> None:
        self.language = "en"
        self._catalogue = catalogue("en")

    def use(self, language: str) -> None:
        """Choose the language of all further messages; language is "zh" or "en"."""
        self.language = language
        self._catalogue = catalogue(language)

    def gettext(self, message: str) -> str:
        """Return the message in the chosen language."""
        return self._catalogue.gettext(message) if message else ""


MESSAGES = Messages()
_ = MESSAGES.gettext


def N_(message: str) -> str:  # noqa: N802 - the marker's name in every gettext project
    """Mark a message for the catalogue where it is defined and translate it later, with `_`."""
    return message
