"""What cattrs raises, told as problems: which value does not fit, where, and what would.

cattrs raises everything at once, as a tree of errors with notes on the way to each.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

import attrs
from cattrs import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

from relations.errors import DateError, Problem, Unfit, nearest
from relations.model.edtf_hints import suggestions

DATES: Final = "2021, 2021-12, 2021-12-07, 2021?, 2021-06/2021-08 and the like"
"""What a date may be, in a few examples."""

_ABSENT: Final = object()


def misfits(error: BaseException, document: object, path: str = "") -> Iterator[Problem]:
    """Every problem in what cattrs raised over a JSON value, each with its path in the value."""
    path = "".join([path, *map(_step, reversed(_notes(error)))])
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from misfits(inner, document, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from (_unknown_key(error, key, path) for key in sorted(error.extra_fields))
    else:
        yield _problem(error, path, document)


def _notes(error: BaseException) -> list[AttributeValidationNote | IterableValidationNote]:
    kinds = (AttributeValidationNote, IterableValidationNote)
    return [note for note in getattr(error, "__notes__", ()) if isinstance(note, kinds)]


def _step(note: AttributeValidationNote | IterableValidationNote) -> str:
    if isinstance(note, AttributeValidationNote):
        return f".{note.name}"
    return f"[{note.index}]"


def _unknown_key(error: ForbiddenExtraKeysError, key: str, path: str) -> Problem:
    known = [attribute.name for attribute in attrs.fields(error.cl)]
    near = nearest(key, known)
    return Problem(
        code="unknown-field",
        message=f"unknown field {_shortened(repr(key))}",
        field=f"{path}.{_shortened(key)}".lstrip("."),
        allowed=", ".join(known),
        near=near[0] if near else None,
    )


def _problem(error: BaseException, path: str, document: object) -> Problem:
    if isinstance(error, KeyError):
        return Problem(
            code="missing-field",
            message=f"missing required field {error.args[0]!r}",
            field=path.lstrip("."),
            hint="add it; relations new shows what an entry needs",
        )
    if isinstance(error, Unfit) and error.field:
        path = f"{path}.{error.field}"
    found = value_at(document, path)
    code = _code(error)
    # Of an object that breaks a rule as a whole, the message says which part is meant.
    told = found is not _ABSENT and (code == "wrong-type" or not isinstance(found, dict))
    return Problem(
        code=code,
        message=error.message if isinstance(error, Unfit) else str(error),
        field=path.lstrip("."),
        found=spelled(found) if told else None,
        allowed=DATES if isinstance(error, DateError) else getattr(error, "allowed", None),
        near=_meant(error, found),
        hint=getattr(error, "hint", None),
    )


def _code(error: BaseException) -> str:
    if isinstance(error, DateError):
        return "bad-date"
    return error.code if isinstance(error, Unfit) else "broken-rule"


def _meant(error: BaseException, found: object) -> str | None:
    """The allowed value that was probably meant."""
    if isinstance(error, DateError) and isinstance(found, str):
        return next(iter(suggestions(found)), None)
    return error.near if isinstance(error, Unfit) else None


def value_at(document: object, path: str) -> object:
    """What stands at a path such as ``meetings[3].date`` in a JSON value; a mark if nothing."""
    for step in path.replace("]", "").replace("[", ".").strip(".").split("."):
        if isinstance(document, list) and step.isdecimal() and int(step) < len(document):
            document = document[int(step)]
        elif isinstance(document, dict) and step in document:
            document = document[step]
        else:
            return _ABSENT
    return document


_LONGEST_SHOWN: Final = 80


def spelled(value: object) -> str:
    """A JSON value as the data file spells it; of a long one, the beginning."""
    text = ""
    for part in json.JSONEncoder(ensure_ascii=False).iterencode(value):
        text += part[: _LONGEST_SHOWN + 1]
        if len(text) > _LONGEST_SHOWN:
            break
    return _shortened(text)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "..."
