"""Which fields hold identifiers, and of what, said on the field itself.

Records refer to one another by identifier only. The mark lets one check follow every reference
and one view drop those that lead nowhere, without either knowing the kinds of record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

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
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from references(item, f"{path}[{index}]")
        return
    cls: Any = type(value)
    for name, target in _worth_following(cls):
        inner = getattr(value, name)
        if inner:
            yield from _in_field(target, inner, f"{path}.{name}" if path else name)


def identifiers(value: object, target: str) -> Iterator[str]:
    """What ``value`` and all that it holds refer to, of one sort: every ``"source"`` it cites."""
    return (found.identifier for found in references(value) if found.target == target)


def pruned(value: Any, leads: Callable[[Reference], bool], path: str = "") -> Any:
    """``value`` without the references that lead nowhere, and without what cannot be said then.

    A reference that may be missing goes alone; one that is needed takes with it the thing that it
    stands in, such as the part that a party has in a record. ``None`` if that is all of ``value``.
    """
    if isinstance(value, tuple):
        parts = (pruned(item, leads, f"{path}[{n}]") for n, item in enumerate(value))
        return tuple(part for part in parts if part is not None)
    cls: Any = type(value)
    changes: dict[str, Any] = {}
    for name, target in _worth_following(cls):
        inner, where = getattr(value, name), f"{path}.{name}" if path else name
        left = pruned(inner, leads, where) if target is None else _led(target, inner, where, leads)
        if left is None and inner is not None and _is_needed(cls, name):
            return None
        if left != inner:
            changes[name] = left
    return attrs.evolve(value, **changes) if changes else value


def _led(target: str, value: Any, path: str, leads: Callable[[Reference], bool]) -> Any:
    """One identifier or several, without those that lead nowhere."""
    if isinstance(value, tuple):
        return tuple(item for item in value if leads(Reference(target, item, path)))
    return value if value is None or leads(Reference(target, value, path)) else None


def _is_needed(cls: Any, name: str) -> bool:
    return attrs.fields_dict(cls)[name].default is attrs.NOTHING


def redirected(value: Any, to: Mapping[tuple[str, str], str]) -> Any:
    """``value`` with other identifiers where ``to`` has one, by its sort and what it is."""
    if isinstance(value, tuple):
        return tuple(redirected(item, to) for item in value)
    cls: Any = type(value)
    changes: dict[str, Any] = {}
    for name, target in _worth_following(cls):
        inner = getattr(value, name)
        left = redirected(inner, to) if target is None else _renamed(inner, target, to)
        if left != inner:
            changes[name] = left
    return attrs.evolve(value, **changes) if changes else value


def _renamed(value: Any, target: str, to: Mapping[tuple[str, str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(item, target, to) for item in value)
    return to.get((target, value), value)


@cache
def identifying_fields(cls: Any) -> Mapping[str, str]:
    """The fields of a class that hold identifiers, and of what sort."""
    return {a.name: a.metadata[_KEY] for a in attrs.fields(cls) if _KEY in a.metadata}


def _in_field(target: str | None, value: object, path: str) -> Iterator[Reference]:
    if target is None:
        yield from references(value, path)
    elif isinstance(value, str):
        yield Reference(target, value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield Reference(target, item, f"{path}[{index}]")


@cache
def _worth_following(cls: Any) -> tuple[tuple[str, str | None], ...]:
    """The fields of a class that hold references or what may hold some, each with its target.

    A dataset is mostly names, dates and quotations, in which no reference can be.
    """
    if not attrs.has(cls):
        return ()
    types = get_type_hints(cls)
    targets = ((a.name, a.metadata.get(_KEY)) for a in attrs.fields(cls))
    return tuple((name, t) for name, t in targets if t or _may_refer(types[name], frozenset({cls})))


def _may_refer(kind: Any, above: frozenset[type[Any]]) -> bool:
    """Whether a value of a type can hold a reference; ``above`` are the classes looked at."""
    origin, inner = get_origin(kind), get_args(kind)
    if inner:
        return any(_may_refer(part, above) for part in (origin, *inner))
    if kind in (Any, object):
        return True
    if not isinstance(kind, type):
        return kind not in (None, Ellipsis, Literal, Union)
    if not attrs.has(kind) or kind in above:
        return False
    types = get_type_hints(kind)
    return any(
        a.metadata.get(_KEY) or _may_refer(types[a.name], above | {kind})
        for a in attrs.fields(kind)
    )
