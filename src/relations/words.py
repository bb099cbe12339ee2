"""Any value of a record in words, as short as a line of a terminal needs it.

Dates stay in EDTF, with the source's own words beside them: whoever works with the data meets the
same dates in the file. The dossier has sentences of its own.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import Any, Final

import attrs

from relations.dataset import Dataset
from relations.model.country import Codes
from relations.model.dates import Dating, EdtfDate
from relations.model.quantities import Money, Qualifier, Quantity
from relations.model.record import Record
from relations.model.references import references
from relations.model.source import Release

Names = Mapping[str, str]
"""What identifiers of parties, people and places stand for."""

_SILENT: Final = (None, "", (), False, Release.PUBLIC)
"""What a field holds that says nothing: it is empty, or as with everything else."""


def names_of(dataset: Dataset) -> Names:
    """Every party, person and place by identifier."""
    names = {party.id: party.name for party in dataset.parties}
    names.update((person.id, person.name) for person in dataset.persons)
    names.update((place.id, place.name) for place in dataset.places)
    return names


def label(name: str) -> str:
    """The name of a field or group as it is read."""
    return name.replace("_", " ")


def date_of(record: Record) -> str:
    """The date that a record is placed by."""
    return str(record.date_of_record or "undated")


def status_of(record: Record) -> str:
    """How far a record has come, and whether the day of that is in doubt."""
    if record.status is None:
        return ""
    in_doubt = record.status in record.doubted_states
    return f"{record.status.words} (date in doubt)" if in_doubt else record.status.words


# -- values --------------------------------------------------------------------------------------


@singledispatch
def words(value: object, names: Names) -> str:
    """``value`` in words; identifiers in it are followed by what they stand for."""
    if is_compound(value):
        return ", ".join(text for _, text in said(value, names))
    return "not known" if value is None else str(value)


@words.register
def _(value: bool, _names: Names) -> str:
    return "yes" if value else "no"


@words.register
def _(value: enum.Enum, _names: Names) -> str:
    return label(str(value.value))


@words.register
def _(value: tuple, names: Names) -> str:  # type: ignore[type-arg]  # dispatch takes the bare type
    return "; ".join(words(entry, names) for entry in value) or "none given"


@words.register
def _(value: EdtfDate, _names: Names) -> str:
    return str(value)


@words.register
def _(value: Dating, _names: Names) -> str:
    reference = f", counted from {value.reference}" if value.reference else ""
    stated = f" (“{value.as_stated}”{reference})" if value.as_stated else ""
    return f"{value.edtf}{stated}"


@words.register
def _(value: Quantity, _names: Names) -> str:
    stated = f" (“{value.as_stated}”)" if value.as_stated else ""
    return f"{_amount(value)}{f' {value.unit}' if value.unit else ''}{stated}"


@words.register
def _(value: Money, names: Names) -> str:
    year = f", in prices of {value.year}" if value.year else ""
    return f"{value.currency} {words(value.amount, names)}, {label(value.kind.value)}{year}"


@words.register
def _(value: Codes, _names: Names) -> str:
    codes = attrs.asdict(value).items()
    return ", ".join(f"{label(name)} {code}" for name, code in codes if code is not None)


def _amount(quantity: Quantity) -> str:
    match quantity.qualifier:
        case Qualifier.UNKNOWN:
            return "a number not stated"
        case Qualifier.RANGE:
            return f"{quantity.low} to {quantity.high}"
        case Qualifier.EXACT:
            return f"{quantity.value}"
        case other:
            known = (quantity.value, quantity.low, quantity.high)
            return f"{label(other.value)} {next(n for n in known if n is not None)}"


# -- fields --------------------------------------------------------------------------------------


def is_compound(value: object) -> bool:
    """Whether ``value`` has fields of its own."""
    return attrs.has(type(value))


def said(thing: object, names: Names) -> Iterator[tuple[str, str]]:
    """The name and the words of each field that says something; citations are left to others."""
    identifying = _identifying(thing)
    cls: type[Any] = type(thing)
    for attribute in attrs.fields(cls):
        name, value = attribute.name, getattr(thing, attribute.name)
        silent = value == attribute.default and value in _SILENT
        if not silent and name != "citations":
            yield name, _named(value, names) if name in identifying else words(value, names)


def _identifying(thing: object) -> frozenset[str]:
    """The fields of ``thing`` that hold identifiers."""
    paths = (reference.path for reference in references(thing))
    return frozenset(re.sub(r"\[\d+\]$", "", path) for path in paths)


def named(identifier: str, names: Names) -> str:
    """What an identifier stands for, and the identifier."""
    return f"{names[identifier]} ({identifier})" if identifier in names else identifier


def _named(value: str | tuple[str, ...], names: Names) -> str:
    identifiers = (value,) if isinstance(value, str) else value
    return "; ".join(named(identifier, names) for identifier in identifiers)
