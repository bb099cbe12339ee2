"""Which fields hold identifiers, and of what, said on the field itself.

Records refer to one another by identifier only. The mark lets one check follow every reference
and one view drop those that lead nowhere, without either knowing the kinds of record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs
from attrs import frozen

_KEY: Final = "refers_to"

TO_SOURCE: Final = {_KEY: "source"}
TO_PARTY: Final = {_KEY: "party"}
TO_PERSON: Final = {_KEY: "person"}
TO_PLACE: Final = {_KEY: "place"}
TO_RECORD: Final = {_KEY: "record"}


@frozen
class Reference:
    """An identifier found in a field: what it should name, and the path to it."""

    target: str
    identifier: str
    path: str


def references(value: object, path: str = "") -> Iterator[Reference]:
    """Every reference in ``value`` and in what it holds, with its path."""
    cls: type[Any] = type(value)
    if attrs.has(cls):
        for attribute in attrs.fields(cls):
            inner = getattr(value, attribute.name)
            where = f"{path}.{attribute.name}" if path else attribute.name
            yield from _in_field(attribute, inner, where)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from references(item, f"{path}[{index}]")


def record_fields(cls: type[Any]) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a class that hold identifiers of records."""
    return tuple(a for a in attrs.fields(cls) if a.metadata.get(_KEY) == TO_RECORD[_KEY])


def _in_field(attribute: attrs.Attribute[Any], value: object, path: str) -> Iterator[Reference]:
    target = attribute.metadata.get(_KEY)
    if target is None:
        yield from references(value, path)
    elif isinstance(value, str):
        yield Reference(target, value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield Reference(target, item, f"{path}[{index}]")
