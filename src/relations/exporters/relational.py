"""The whole dataset as related tables, so that SQL can ask what no method here does.

The tables follow from the classes of the data file, so that a new field or kind needs nothing here:

- a table for each group (``agreements``, ``sources``), a row for each entry;
- a table for each list of objects (``citations``, ``history``, ``memberships``), whoever holds
  them: ``owner_type`` and ``owner`` are the group and the identifier of the entry, ``part`` is the
  path of what holds the object within it (empty for the entry itself, ``claims[0]`` for a claim),
  and ``position`` is its place in the list, from 0;
- ``list_items`` with the entries of all lists of words;
- ``records`` and ``parties``, which have what all kinds of each share.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, get_args, get_origin

import attrs
from attrs import frozen

from relations.converter import make_converter
from relations.dataset import Dataset
from relations.exporters.flat import Field, fields, laid_out, list_of, parts_of, types_of
from relations.exporters.records import fields_of_every_record
from relations.model.dates import EdtfDate
from relations.model.edition import Edition
from relations.selection import Selection
from relations.table import CellType, Table

_RENAMED: Final = {"parties": "record_parties"}
"""Lists of objects whose name another table bears."""


@frozen
class _Row:
    """An object, and where in the data it stands."""

    owner_type: str
    owner: str
    part: str
    position: int
    value: Any


_PLACE: Final = (
    *fields("owner_type", str, lambda row: row.owner_type),
    *fields("owner", str, lambda row: row.owner),
    Field("part", CellType.TEXT, lambda row: row.part),
    *fields("position", int, lambda row: row.position),
)

_LIST_ITEM: Final = (
    *_PLACE,
    *fields("field", str, lambda row: row.value[0]),
    *fields("value", str, lambda row: row.value[1]),
)

_PARTY: Final = (
    *fields("id", str, lambda party: party.id),
    *fields("name", str, lambda party: party.name),
    *fields("official_name", str, lambda party: party.official_name),
    *fields("existed", EdtfDate, lambda party: party.existed),
)


def relational(dataset: Dataset) -> tuple[Table, ...]:
    """Every table of a dataset, by name."""
    groups = {name: getattr(dataset, name) for name in _groups()}
    held: dict[str, list[_Row]] = {name: [] for name in _object_tables()}
    words: list[_Row] = []
    for name, entries in groups.items():
        for entry in entries:
            for table, row in _objects(entry, name, entry.id, ""):
                (words if table is None else held[table]).append(row)
    found = [
        laid_out("edition", [dataset.edition], _columns_of(Edition)),
        laid_out("records", tuple(dataset.records), fields_of_every_record()),
        laid_out("parties", dataset.parties, _PARTY),
        laid_out("list_items", words, _LIST_ITEM),
        *(laid_out(n, tuple(groups[n]), _columns_of(cls)) for n, cls in _groups().items()),
        *(laid_out(n, held[n], _object_columns(cls)) for n, cls in _object_tables().items()),
    ]
    return tuple(sorted(found, key=lambda table: table.name))


# -- what there is -------------------------------------------------------------------------------


@cache
def _groups() -> dict[str, Any]:
    """The groups of a dataset, each with the class of its entries."""
    types = types_of(Dataset)
    return {
        attribute.name: get_args(types[attribute.name])[0]
        for attribute in attrs.fields(Dataset)
        if get_origin(types[attribute.name]) in (tuple, Selection)
    }


@cache
def _object_tables() -> dict[str, Any]:
    """The lists of objects, each with the class of its entries, wherever they stand."""
    found: dict[str, Any] = {}
    waiting = list(_groups().values())
    while waiting:
        for name, cls in _lists_of_objects(waiting.pop()):
            table = _RENAMED.get(name, name)
            if found.setdefault(table, cls) is not cls:
                raise TypeError(f"two lists called {name!r} hold different things: rename one")
            waiting.append(cls)
    return found


def _lists_of_objects(cls: Any) -> Iterator[tuple[str, Any]]:
    for name, kind in _own(cls):
        entry = list_of(kind)
        if entry is not None and attrs.has(entry):
            yield name, entry


def _own(cls: Any) -> Iterator[tuple[str, Any]]:
    """The name and the type of each field of a class."""
    return ((attribute.name, types_of(cls)[attribute.name]) for attribute in attrs.fields(cls))


# -- columns -------------------------------------------------------------------------------------


@cache
def _columns_of(cls: Any) -> tuple[Field, ...]:
    """The columns of a class's fields; what is a list of objects has a table of its own."""
    return tuple(column for name, kind in _own(cls) for column in _columns(name, kind))


def _columns(name: str, kind: Any) -> Iterator[Field]:
    entry = list_of(kind)
    if entry is not None and attrs.has(entry):
        return
    if kind is Any:
        yield from fields(name, str, lambda item: _as_json(getattr(item, name)))
    elif parts_of(kind):
        yield from fields(name, kind, lambda item: getattr(item, name))
    else:
        for inner in _columns_of(kind):
            yield Field(f"{name}_{inner.name}", inner.type, _within(name, inner))


def _within(name: str, inner: Field) -> Any:
    return lambda item: inner.read(getattr(item, name))


def _object_columns(cls: Any) -> tuple[Field, ...]:
    return *_PLACE, *(Field(it.name, it.type, _of_value(it)) for it in _columns_of(cls))


def _of_value(column: Field) -> Any:
    return lambda row: column.read(row.value)


def _as_json(value: object) -> str:
    """A value whose type depends on its field, as the data file writes it."""
    return json.dumps(_converter().unstructure(value), ensure_ascii=False)


_converter = cache(make_converter)


# -- rows ----------------------------------------------------------------------------------------


def _objects(
    holder: Any, owner_type: str, owner: str, part: str
) -> Iterator[tuple[str | None, _Row]]:
    """The objects and words in the lists of a holder, each with its table; words have none."""
    for name, kind in _own(type(holder)):
        entry = list_of(kind)
        values: Sequence[Any] = getattr(holder, name) if entry is not None else ()
        for position, value in enumerate(values):
            if attrs.has(entry):
                yield _RENAMED.get(name, name), _Row(owner_type, owner, part, position, value)
                path = f"{name}[{position}]"
                yield from _objects(value, owner_type, owner, f"{part}.{path}" if part else path)
            else:
                word = str(getattr(value, "value", value))
                yield None, _Row(owner_type, owner, part, position, (name, word))
