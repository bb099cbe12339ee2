"""Records as one table: a row for each, its nested fields laid out in columns.

The columns that every record has come first, then those of the kinds that are there, in the order
of a dossier. A kind that does not have a field leaves its cells missing. How a field becomes
columns is said in :mod:`relations.exporters.flat`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import attrs

from relations.exporters.flat import (
    Field,
    Getter,
    Part,
    Reader,
    fields,
    joined,
    laid_out,
    parts_of,
    types_of,
)
from relations.model.claims import Contest
from relations.model.confidence import ConfidenceOverride
from relations.model.dates import Dating, EdtfDate
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.party import PartyRole, Role
from relations.model.record import Record
from relations.model.source import Release
from relations.model.status import State, Status
from relations.table import Cell, CellType, Table


def _last_dating(record: Record) -> Dating | None:
    return record.dated_history[-1].date if record.history else None


def _sources(record: Record) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.source for citation in record.all_citations()))


_OF_EVERY_RECORD: Final[tuple[tuple[str, object, Getter], ...]] = (
    ("id", str, lambda record: record.id),
    ("kind", str, kind_of),
    ("title", str, lambda record: record.title),
    ("date_of_record", EdtfDate, lambda record: record.date_of_record),
    ("parties", tuple[PartyRole, ...], lambda record: record.parties),
    ("status", Status, lambda record: record.status),
    ("status_date", Dating, _last_dating),
    ("history", tuple[State, ...], lambda record: record.dated_history),
    ("places", tuple[str, ...], lambda record: record.places),
    ("topics", tuple[str, ...], lambda record: record.topics),
    ("contested", tuple[Contest, ...], lambda record: record.contests),
    ("claims", int, lambda record: len(record.claims)),
    ("citations", int, lambda record: sum(1 for _ in record.all_citations())),
    ("sources", tuple[str, ...], _sources),
    ("related", tuple[str, ...], lambda record: record.related),
    ("confidence", tuple[ConfidenceOverride, ...], lambda record: record.confidence),
    ("reviews", int, lambda record: len(record.reviews)),
    ("release", Release, lambda record: record.release),
    ("note", str, lambda record: record.note),
)

_SHARED: Final = frozenset(attribute.name for attribute in attrs.fields(Record))
"""The fields that every record has; the columns above speak of them."""


def records_table(
    records: Sequence[Record], more: Mapping[str, Callable[[Record], str | None]] | None = None
) -> Table:
    """The table of some records, of one kind or of several.

    Args:
        records: The records, in the order of the rows.
        more: Columns of text to add after those that every record has, each with how it is read.
    """
    kinds = [kind for kind, cls in RECORD_TYPES.items() if any(isinstance(r, cls) for r in records)]
    columns = [
        *fields_of_every_record(),
        *(Field(name, CellType.TEXT, read) for name, read in (more or {}).items()),
        *_roles(kinds),
        *_own_fields(kinds),
    ]
    name = kinds[0] if len(kinds) == 1 else "records"
    return laid_out(name, records, columns)


@cache
def fields_of_every_record() -> tuple[Field, ...]:
    """The columns that every record has."""
    return tuple(field for entry in _OF_EVERY_RECORD for field in fields(*entry))


def _roles(kinds: Iterable[str]) -> Iterator[Field]:
    """A column for each role that these kinds know, with the parties in it."""
    for role in dict.fromkeys(role for kind in kinds for role in RECORD_TYPES[kind].ROLES):
        yield Field(f"role_{role.value}", CellType.TEXT, _in_role(role))


def _in_role(role: Role) -> Reader:
    return lambda record: joined(record.in_role(role))


def _own_fields(kinds: Iterable[str]) -> Iterator[Field]:
    """The columns of the fields that only some kinds have, each once.

    Two kinds may hold different things under one name (the form of an agreement is a word of a
    list, that of a statement is free), so each record is read as its own class says.
    """
    found: dict[str, Field] = {}
    for field in (field for kind in kinds for field in _fields_of(RECORD_TYPES[kind])):
        found.setdefault(field.name, field)
    yield from found.values()


def _fields_of(cls: Any) -> Iterator[Field]:
    """The columns of a class's own fields; one whose name is taken bears that of its class too."""
    taken = {field.name for field in fields_of_every_record()}
    for name in (attribute.name for attribute in attrs.fields(cls)):
        if name not in _SHARED:
            shown = f"{cls.__name__.lower()}_{name}" if name in taken else name
            for suffix, part in _parts(cls, name).items():
                yield Field(f"{shown}{suffix}", part.type, _own(name, suffix))


def _own(name: str, suffix: str) -> Reader:
    """How one part of a field is read from a record, which may not have the field."""

    def read(record: Record) -> Cell:
        cls: Any = type(record)
        part = _parts(cls, name).get(suffix)
        return part.of(getattr(record, name)) if part else None

    return read


@cache
def _parts(cls: Any, name: str) -> Mapping[str, Part]:
    """The parts of a field of a class, by their suffix; none if the class has no such field."""
    hint = types_of(cls).get(name)
    return {part.suffix: part for part in parts_of(hint)} if hint is not None else {}
