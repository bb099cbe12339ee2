"""JSON values to records and back: the only place that knows how the data file spells a record.

Structuring is strict. A number in quotation marks is no number, ``null`` is no text, a key that a
class does not know is an error, and every problem is reported with its path, not the first alone.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs
from cattrs import (
    AttributeValidationNote,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_unstructure_fn, override

from relations.errors import DateError, Problem, nearest
from relations.model.claims import Claim
from relations.model.dates import Dating, EdtfDate
from relations.model.record import HISTORY_PREFIX, Record

T = TypeVar("T")

_ABSENT: Final = object()


class BadValue(ValueError):
    """A JSON value that does not fit its field."""

    def __init__(self, message: str, allowed: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.allowed = allowed
        self.hint = hint


class StructureError(ValueError):
    """A JSON value that cannot become what it should, with all its problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def make_converter() -> Converter:
    """A converter with every rule of the data file; build it once and keep it."""
    converter = Converter(
        forbid_extra_keys=True, detailed_validation=True, omit_if_default=True, use_alias=False
    )
    for primitive, words in _PRIMITIVES.items():
        converter.register_structure_hook(primitive, partial(_primitive, primitive, words))
    converter.register_structure_hook(int | float, _number)
    converter.register_structure_hook(int | float | None, _number_or_null)
    converter.register_structure_hook_func(_is_enum, _enum)
    converter.register_structure_hook(EdtfDate, _date)
    converter.register_unstructure_hook(EdtfDate, str)
    converter.register_structure_hook(datetime.date, _day)
    converter.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    converter.register_structure_hook_factory(_is_tuple, partial(_tuple_hook, converter))
    converter.register_structure_hook_factory(attrs.has, partial(_object_hook, converter))
    converter.register_structure_hook_factory(_is_record, partial(_record_hook, converter))
    converter.register_unstructure_hook_factory(_is_claim, partial(_claim_writer, converter))
    return converter


def structure(converter: Converter, value: object, target: type[T]) -> T:
    """``value`` as a ``target``.

    Raises:
        StructureError: with every problem, each with its path in ``value``.
    """
    try:
        return converter.structure(value, target)
    except Exception as error:  # cattrs raises what the hooks raise, alone or in a group
        raise StructureError(tuple(_problems(error, "", value))) from error


# -- values --------------------------------------------------------------------------------------

_PRIMITIVES: Final[dict[type, str]] = {
    str: "a text in quotation marks",
    int: "a whole number",
    bool: "true or false",
}


def _primitive(target: type, words: str, value: object, _: object) -> object:
    if type(value) is not target:
        raise BadValue(f"expected {words}, got {_spoken(value)}", words)
    return value


def _number(value: object, _: object) -> object:
    if type(value) not in (int, float):
        raise BadValue(f"expected a number, got {_spoken(value)}", "a number")
    return value


def _number_or_null(value: object, target: object) -> object:
    return None if value is None else _number(value, target)


def _is_enum(target: object) -> bool:
    return isinstance(target, type) and issubclass(target, enum.Enum)


def _enum(value: object, target: type[enum.Enum]) -> enum.Enum:
    by_value = {member.value: member for member in target}
    found = by_value.get(value) if isinstance(value, str) else None
    if found is None:
        near = nearest(value, by_value) if isinstance(value, str) else ()
        hint = f"did you mean {near[0]!r}?" if near else None
        raise BadValue(f"{value!r} is not allowed here", ", ".join(by_value), hint)
    return found


def _date(value: object, _: object) -> EdtfDate:
    if not isinstance(value, str):
        raise BadValue(f"expected an EDTF date, got {_spoken(value)}", "a date such as 2018-01~")
    return EdtfDate.parse(value)


def _day(value: object, _: object) -> datetime.date:
    try:
        return datetime.date.fromisoformat(cast(str, value))
    except (TypeError, ValueError):
        raise BadValue(f"{value!r} is not a day", "a day such as 2021-07-06") from None


def _spoken(value: object) -> str:
    names: dict[type, str] = {
        type(None): "null",
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), type(value).__name__)


def _is_tuple(target: object) -> bool:
    return get_origin(target) is tuple


def _tuple_hook(converter: Converter, target: Any) -> Callable[[object, object], object]:
    """Lists become tuples, and nothing else does: a text is not a list of letters."""
    item_type = get_args(target)[0]
    list_type = list[item_type]  # type: ignore[valid-type]  # known at run time only
    as_list = converter.get_structure_hook(list_type)

    def hook(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise BadValue(f"expected a list, got {_spoken(value)}", "a list in [ ]")
        return tuple(as_list(value, list_type))

    return hook


def _object_hook(converter: Converter, target: Any) -> Callable[[object, object], Any]:
    """Objects become what they spell, and nothing else does."""
    plain = converter.gen_structure_attrs_fromdict(target)

    def hook(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise BadValue(f"expected an object, got {_spoken(value)}", "an object in { }")
        return plain(value, target)

    return hook


# -- claims --------------------------------------------------------------------------------------


def _is_record(target: object) -> bool:
    return isinstance(target, type) and issubclass(target, Record)


def _is_claim(target: object) -> bool:
    return target is Claim


def _record_hook(converter: Converter, target: type[Record]) -> Callable[[object, object], object]:
    """Records structure as usual, and the value of a claim by the field that it is about."""
    plain = _object_hook(converter, target)
    types = claim_types(target)
    return lambda value, _: _with_typed_claims(converter, plain(value, target), types)


def _with_typed_claims(converter: Converter, record: Record, types: dict[str, Any]) -> Record:
    if not record.claims:
        return record
    claims, errors = [], []
    for index, claim in enumerate(record.claims):
        try:
            value = converter.structure(claim.value, types[claim.field])
            claims.append(attrs.evolve(claim, value=value))
        except (ValueError, TypeError, KeyError, ExceptionGroup) as error:
            error.add_note(AttributeValidationNote("", "value", object))
            error.add_note(IterableValidationNote("", index, Claim))
            error.add_note(AttributeValidationNote("", "claims", tuple))
            errors.append(error)
    if errors:
        raise ExceptionGroup("claims", errors)
    return attrs.evolve(record, claims=tuple(claims))


def claim_types(target: type[Record]) -> dict[str, Any]:
    """What the value of a claim must be, by the field that the claim is about."""
    hints = get_type_hints(target)
    return {
        name: Dating if name.startswith(HISTORY_PREFIX) else hints[name]
        for name in target.claimable()
    }


def _claim_writer(converter: Converter, target: Any) -> Callable[[Claim], dict[str, Any]]:
    return make_dict_unstructure_fn(
        Claim,
        converter,
        _cattrs_omit_if_default=True,
        value=override(unstruct_hook=converter.unstructure),
    )


# -- problems ------------------------------------------------------------------------------------


def _problems(error: BaseException, path: str, document: object) -> Iterator[Problem]:
    path = "".join([path, *map(_step, reversed(_notes(error)))])
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _problems(inner, path, document)
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
        message=f"unknown field {key!r}",
        field=f"{path}.{key}".lstrip("."),
        allowed=", ".join(known),
        hint=f"did you mean {near[0]!r}?" if near else None,
    )


def _problem(error: BaseException, path: str, document: object) -> Problem:
    found = value_at(document, path)
    if isinstance(error, KeyError):
        message = f"missing required field {error.args[0]!r}"
        return Problem(message=message, field=path.lstrip("."))
    return Problem(
        message=str(error),
        field=path.lstrip("."),
        found=None if found is _ABSENT or isinstance(error, DateError) else _shortened(found),
        allowed=getattr(error, "allowed", None),
        hint=getattr(error, "hint", None),
    )


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


def _shortened(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
