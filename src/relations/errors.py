"""What can go wrong, on the ground floor: one base, few children named for what is wrong."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import frozen


class RelationsError(Exception):
    """The base of every error that this library raises on purpose."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]:
        """How another process remakes it: from what it holds, not from what it was made of."""
        return _remade, (type(self), *self.args), self.__dict__


def _remade(kind: type[RelationsError], *args: object) -> RelationsError:
    """An error of a kind whose own arguments are not asked for again."""
    return kind.__new__(kind, *args)


class DateError(RelationsError, ValueError):
    """A text that is no EDTF date of the forms known here."""


class UnknownName(RelationsError, LookupError):
    """A name, code or identifier that nothing bears; ``nearest`` are the closest known ones.

    ``what`` is the word for what was looked for, ``otherwise`` what else is said of it.
    """

    def __init__(
        self, what: str, text: str, nearest: Sequence[str] = (), *, otherwise: str = ""
    ) -> None:
        self.what = what
        self.text = text
        self.nearest = tuple(nearest)
        self.otherwise = otherwise
        near = f"; did you mean {_either(self.nearest)}?" if self.nearest else ""
        super().__init__(f"no {what} is known as {text!r}{otherwise}{near}")


class AmbiguousName(RelationsError, LookupError):
    """A name that more than one bears; ``candidates`` are all of them, by identifier.

    ``what`` is the word for what was looked for. It is made of what each candidate is ``called``,
    by its identifier, and of ``advice``, how to ask for one.
    """

    def __init__(self, what: str, text: str, called: Mapping[str, str], *, advice: str) -> None:
        self.what = what
        self.text = text
        self.candidates = tuple(called)
        column = max(map(len, called))
        told = (f"    {key:<{column}}  {name}" for key, name in called.items())
        lines = (f"{text!r} may be any {what} of:", *told, advice)
        super().__init__("\n".join(map(_visible, lines)))


class FormatError(RelationsError):
    """A data file of a format that this version does not read."""


class Locked(RelationsError):
    """A data file that another process is writing."""


class MissingGlyphError(RelationsError):
    """A text with a character that no font of the page can show."""


class BadOption(RelationsError, ValueError):
    """Something a dossier was asked to be that it cannot be."""


class MissingExtra(RelationsError, ImportError):
    """A library that is needed for what was asked and is not installed; says what to install."""


class Unfit(ValueError):
    """A value that breaks a rule of its field: the code of the rule, and what is allowed.

    ``field`` is the field of the object that breaks it, where the object is being made. ``near`` is
    the allowed value that was probably meant, ``hint`` how to go on.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str,
        field: str = "",
        allowed: str | None = None,
        near: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field
        self.allowed = allowed
        self.near = near
        self.hint = hint

    def __str__(self) -> str:
        """The message, with the words to choose from where it is about a word."""
        choice = self.allowed if self.code == "unknown-word" else None
        return f"{self.message}; use one of {choice}" if choice else self.message


class Severity(enum.Enum):
    """How bad a problem is.

    An error keeps the file from loading. A warning leaves it usable, and a curator has something to
    look at. A note is what the sources themselves leave thin or contradictory: nothing is wrong.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(kw_only=True)
class Problem:
    """One thing wrong in a data file: where it stands, what was found and what is allowed.

    ``code`` names the rule, which has a page of its own. ``group`` is the group of the file
    (``meetings``), ``record`` the identifier of the entry and ``field`` the path inside it, such as
    ``history[0].date.edtf``. ``near`` is the allowed value that was probably meant, ``hint`` how to
    go on. ``line`` and ``column`` count from 1, and are known when the problem is one of a file.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    group: str = ""
    record: str | None = None
    field: str = ""
    found: str | None = None
    allowed: str | None = None
    near: str | None = None
    hint: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None

    @property
    def place(self) -> str:
        """The file, line and column, as far as they are known."""
        known = (self.file, self.line, self.column)
        return ":".join(str(part) for part in known if part is not None)

    def __str__(self) -> str:
        field = f'field "{self.field}": ' if self.field else ""
        first = (self.place, self.record, field + self.message)
        details = (
            ("found: ", self._unless_said(self.found)),
            ("allowed: ", self._unless_said(self.allowed)),
            ("did you mean ", self._meant()),
            ("", self.hint),
        )
        lines = (
            f"{'  '.join(filter(None, first))}  [{self.severity.value} {self.code}]",
            *(f"    {label}{text}" for label, text in details if text),
        )
        return "\n".join(map(_visible, lines))

    def _meant(self) -> str | None:
        """What was probably meant, unless the message asks already; "headd" says no "head"."""
        return f'"{self.near}"?' if self.near and "did you mean" not in self.message else None

    def _unless_said(self, text: str | None) -> str | None:
        """``text``, unless the message already has it."""
        return text if text and text.strip("\"'") not in self.message else None


class DataError(RelationsError):
    """A data file that cannot be used, with all of its problems at once."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = f"{file}: {count} problem{'s' if count != 1 else ''}, nothing was loaded"
        super().__init__("\n".join([heading, *map(str, self.problems)]))


def _visible(text: str) -> str:
    """``text`` with what a terminal would obey in place of showing it written out."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


_LONGEST_SLIP: Final = 100
"""A text longer than this is no slip of the pen, and comparing it would take long."""


def nearest(text: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words most like ``text``, best first; none when nothing is near."""
    if len(text) > _LONGEST_SLIP:
        return ()
    return tuple(difflib.get_close_matches(text, list(known), n=most, cutoff=0.6))


def _either(words: Sequence[str]) -> str:
    quoted = [repr(word) for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
