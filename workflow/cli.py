"""The face: choose the language, run a command, turn failures into one line and an exit code."""

import gettext
import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from workflow.errors import BulletinError
from workflow.i18n import CATALOGUES, LANGUAGES, MESSAGES, N_, _, system_language
from workflow.logs import keep_traceback

OUR_FAULT = 70
STOPPED = 130
# What typer itself says, for the catalogue: typer asks the standard gettext for it.
TYPER_WORDS = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("Missing command."),
    N_("No such command {name!r}."),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; the codes are listed in docs/commands.md."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            errors="backslashreplace"
        )  # as standard error does: a terminal without Chinese ends nothing
    given = list(sys.argv[1:] if arguments is None else arguments)
    MESSAGES.use(language(given, dict(os.environ)))
    os.environ["LANGUAGE"] = MESSAGES.language
    gettext.bindtextdomain("bulletin", str(CATALOGUES))
    gettext.textdomain("bulletin")
    sys.exit(run(["--strict=critical" if a == "--strict" else a for a in given]))


def language(arguments: Sequence[str], environment: dict[str, str]) -> str:
    """Return the language of messages: --lang, else BULLETIN_LANG, else the locale."""
    for at, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value in LANGUAGES:
            return value
    asked = environment.get("BULLETIN_LANG", "")
    return asked if asked in LANGUAGES else system_language(environment)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every failure is told in one line on standard error."""
    from workflow.commands import app

    try:
        result = app(arguments, prog_name="bulletin", standalone_mode=False)
    except BulletinError as error:
        _tell(f"bulletin: {error.message}")
        return error.exit_code
    except KeyboardInterrupt:
        result = STOPPED
    except Exception as error:  # noqa: BLE001 - the last line of defence: our own fault, told as such
        return _failed(error)
    if result == STOPPED:  # typer turns the key into this code
        _tell("bulletin: " + _("stopped; nothing was left half-written"))
    return result if isinstance(result, int) else 0


def _failed(error: Exception) -> int:
    """Report wrong usage in one line, anything else as our own fault with the traceback in a log."""
    if hasattr(error, "format_message"):  # the sign of typer's usage errors: their class has no public name
        return _misused(error)
    place = keep_traceback()
    if not place:
        traceback.print_exc()
        place = _("above")
    message = _("this is a fault of ours ({reason}); please report it with the traceback in {log}.")
    _tell("bulletin: " + message.format(reason=f"{type(error).__name__}: {error}", log=place))
    return OUR_FAULT


def _misused(error: Any) -> int:  # noqa: ANN401 - as above
    """Tell what typer refuses and where help is; without any command, the help itself."""
    kind, ctx = type(error).__name__, getattr(error, "ctx", None)
    message, _meant, near = error.format_message().partition(". Did you mean ")
    if kind == "NoArgsIsHelpError":
        _tell(message)
        return int(error.exit_code)
    if kind == "NoSuchOption":
        message = _("there is no option {name}").format(name=error.option_name)
    elif kind == "MissingParameter":
        message = _("{name} is missing").format(name=error.param.name)
    elif kind == "BadParameter" and error.param:
        name = error.param.opts[-1]
        message = _("what {name} was given does not fit: {reason}").format(name=name, reason=error.message)
    message = message.rstrip(".。")
    if near:
        message += _(" (did you mean {names}?)").format(names=near.rstrip("?"))
    place = ctx.command_path if ctx else "bulletin"
    _tell(f"bulletin: {message}" + _("; see `{command} --help`.").format(command=place))
    return int(error.exit_code)


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")
