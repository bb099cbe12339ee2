"""What can go wrong, on the ground floor: one base, few children named for what is wrong."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Iterable, Sequence

from attrs import frozen


class RelationsError(Exception):
    """The base of every error that this library raises on purpose."""


class DateError(RelationsError, ValueError):
    """A text that is no EDTF date of the forms known here."""


class UnknownName(RelationsError, LookupError):
    """A name, code or identifier that nothing bears; ``nearest`` are the closest known ones."""

    def __init__(
        self, what: str, text: str, nearest: Sequence[str] = (), *, otherwise: str = ""
    ) -> None:
        self.text = text
        self.nearest = tuple(nearest)
        near = f"; did you mean {_either(self.nearest)}?" if self.nearest else ""
        super().__init__(f"no {what} is known as {text!r}{otherwise}{near}")


class AmbiguousName(RelationsError, LookupError):
    """A name that more than one bears; ``candidates`` are all of them."""

    def __init__(
        self, what: str, text: str, candidates: Sequence[str], *, advice: str = ""
    ) -> None:
        self.text = text
        self.candidates = tuple(candidates)
        super().__init__(f"{text!r} may be any {what} of: {', '.join(self.candidates)}{advice}")


class FormatError(RelationsError):
    """A data file of a format that this version does not read."""


class MissingGlyphError(RelationsError):
    """A text with a character that no font of the page can show."""


class BadOption(RelationsError, ValueError):
    """Something a dossier was asked to be that it cannot be."""


class MissingExtra(RelationsError, ImportError):
    """A library that is needed for what was asked and is not installed; says what to install."""


class Severity(enum.Enum):
    """How bad a problem is: an error keeps the file from loading, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@frozen(kw_only=True)
class Problem:
    """One thing wrong in a data file: where it stands, what was found and what is allowed.

    ``field`` is the path inside the record, such as ``history[0].date.edtf``. ``hint`` says how to
    go on, often with the nearest allowed value.
    """

    message: str
    record: str | None = None
    field: str = ""
    found: str | None = None
    allowed: str | None = None
    hint: str | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = " ".join(part for part in (self.record, self.field) if part)
        lines = [f"{self.severity.value}: {where + ': ' if where else ''}{self.message}"]
        details = (("found", self.found), ("allowed", self.allowed), ("hint", self.hint))
        lines += [f"    {label}: {text}" for label, text in details if text]
        return "\n".join(lines)


class DataError(RelationsError):
    """A data file that cannot be used, with all of its problems at once."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = f"{file}: {count} problem{'s' if count != 1 else ''}, nothing was loaded"
        super().__init__("\n".join([heading, *map(str, self.problems)]))


def nearest(text: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words most like ``text``, best first; none when nothing is near."""
    return tuple(difflib.get_close_matches(text, list(known), n=most, cutoff=0.6))


def _either(words: Sequence[str]) -> str:
    quoted = [repr(word) for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
