"""The numbers a command ends with, and which number an error means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from relations.errors import UnknownName

DONE: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
DATA_INVALID: Final = 3
NOT_STRICT: Final = 4
DIFFERS: Final = 5

MEANINGS: Final = {
    DONE: "done",
    FAILED: "failed, as when a file cannot be written",
    WRONG_USAGE: "wrong usage, or a name that is not known or not clear",
    DATA_INVALID: "the data file has errors",
    NOT_STRICT: "with `--strict` or `--check`: a rule is not kept, though the data can be used",
    DIFFERS: "a paper no longer says what the data say",
}


_LISTS: Final = {
    "record": "relations list KIND",
    "party": "relations list countries or relations list organisations",
    "record, source, party, person or place": "relations list",
    "measure": "relations explain",
}
"""The command that lists all that a name was looked for among."""


class Failed(click.ClickException):
    """What was asked for could not be done."""

    exit_code = FAILED


class WrongUsage(click.ClickException):
    """What was asked for makes no sense here."""

    exit_code = WRONG_USAGE


class DataInvalid(click.ClickException):
    """The data file cannot be used."""

    exit_code = DATA_INVALID


def end(error: Exception) -> click.ClickException:
    """The end that an error of the library or of the system means."""
    from relations.errors import (
        AmbiguousName,
        BadOption,
        DataError,
        DateError,
        FormatError,
        UnknownName,
    )

    if isinstance(error, UnknownName):
        return WrongUsage(_with_list(error))
    if isinstance(error, AmbiguousName | BadOption | DateError):
        return WrongUsage(str(error))
    if isinstance(error, DataError | FormatError):
        return DataInvalid(str(error))
    return Failed(_cause(error))


def _with_list(error: UnknownName) -> str:
    """What is not known, and where all are listed if nothing is near."""
    command = _LISTS.get(error.what)
    if error.nearest or error.otherwise or not command:
        return str(error)
    return f"{error}; {command} shows what there is"


def _cause(error: Exception) -> str:
    """What happened, without the number that the system gives it."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
