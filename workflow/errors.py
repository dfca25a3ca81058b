"""The one error tree; each class carries the exit code that the command ends with."""


class BulletinError(Exception):
    """Report a failure that the user can act on: thing, place, reason, next step in one line."""

    exit_code = 70

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(BulletinError):
    """Report options or names that do not fit together."""

    exit_code = 2


class InputError(BulletinError):
    """Report a source, glossary or settings file that cannot be used."""

    exit_code = 3


class MissingPartError(BulletinError):
    """Report a model, font or library that is not there or is broken."""

    exit_code = 4


class OutputError(BulletinError):
    """Report an output that cannot be written or was changed by someone."""

    exit_code = 5


class PartialError(BulletinError):
    """Report work that was done only in part."""

    exit_code = 6


class PublishRefusedError(BulletinError):
    """Report an edition that is not ready to be published."""

    exit_code = 7
