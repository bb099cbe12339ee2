"""JSON values to records and back: the only place that knows how the data file spells a record.

Structuring is strict. A number in quotation marks is no number, ``null`` is no text, a key that a
class does not know is an error, and every problem is reported with its path, not the first alone.
"""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

import attrs
from cattrs import (
    AttributeValidationNote,
    Converter,
    IterableValidationNote,
)
from cattrs.gen import make_dict_unstructure_fn, override

from relations.errors import Problem, Unfit, nearest
from relations.misfits import DATES, misfits, spelled
from relations.model.claims import Claim
from relations.model.dates import Dating, EdtfDate
from relations.model.record import HISTORY_PREFIX, Record

T = TypeVar("T")


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
    converter.register_structure_hook(str, _text)
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
        raise StructureError(tuple(misfits(error, value))) from error


# -- values --------------------------------------------------------------------------------------

LONGEST_TEXT: Final = 10_000
"""The most characters that one text may have: five pages of print."""

_PRIMITIVES: Final[dict[type, str]] = {
    int: "a whole number",
    bool: "true or false",
}
_A_TEXT: Final = "a text in quotation marks"
_A_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise _wrong_type(_A_TEXT, value)
    if len(value) > LONGEST_TEXT:
        raise Unfit(
            f"has {len(value)} characters; a text has at most {LONGEST_TEXT}", code="long-text"
        )
    return value


def _primitive(target: type, words: str, value: object, _: object) -> object:
    if type(value) is not target:
        raise _wrong_type(words, value)
    return value


def _number(value: object, _: object) -> object:
    if type(value) not in (int, float):
        raise _wrong_type("a number", value)
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
        raise Unfit(
            f"{spelled(value)} is not allowed here",
            code="unknown-word",
            allowed=", ".join(by_value),
            near=near[0] if near else None,
        )
    return found


def _date(value: object, _: object) -> EdtfDate:
    if not isinstance(value, str):
        raise _wrong_type("an EDTF date", value, allowed=DATES)
    return EdtfDate.parse(_text(value, str))


def _day(value: object, _: object) -> datetime.date:
    with suppress(ValueError):
        if isinstance(value, str) and _A_DAY.fullmatch(value):
            return datetime.date.fromisoformat(value)
    raise Unfit(
        f"{spelled(value)} is not a day", code="bad-date", allowed="a day such as 2021-07-06"
    )


def _wrong_type(expected: str, value: object, allowed: str | None = None) -> Unfit:
    message = f"expected {expected}, got {_spoken(value)}"
    return Unfit(message, code="wrong-type", allowed=allowed or expected)


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
            raise _wrong_type("a list", value, allowed="a list in [ ]")
        return tuple(as_list(value, list_type))

    return hook


def _object_hook(converter: Converter, target: Any) -> Callable[[object, object], Any]:
    """Objects become what they spell, and nothing else does."""
    plain = converter.gen_structure_attrs_fromdict(target)

    def hook(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise _wrong_type("an object", value, allowed="an object in { }")
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
