"""How a value of a record becomes cells: by its type alone, so that a new field needs nothing here.

=================  ==============================================================================
a text, a number   one column
a word of a list   one column with the word of the data file
a date             the text in EDTF, and beside it ``_earliest``, ``_latest`` and ``_as_stated``
a quantity         ``_best``, ``_low``, ``_high``, ``_qualifier``, ``_unit``, ``_as_stated``
money              the same without a unit, and ``_currency``, ``_kind``, ``_year``
a list             one column, its entries joined by ``"; "``
=================  ==============================================================================
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from attrs import frozen

from relations.model.claims import Contest
from relations.model.confidence import ConfidenceOverride
from relations.model.dates import Dating, EdtfDate
from relations.model.meeting import Delegate
from relations.model.party import PartyRole
from relations.model.quantities import Money, Number, Qualifier, Quantity
from relations.model.source import Citation
from relations.model.status import State
from relations.table import Cell, CellType, Column, Table

BETWEEN: Final = "; "
"""What stands between the entries of a list."""

Reader = Callable[[Any], Cell]
"""How a cell is read."""

Getter = Callable[[Any], Any]
"""How a value, which may need several cells, is got."""


@frozen
class Part:
    """One column of a value: what is added to the field's name, its type, and how it is read."""

    suffix: str
    type: CellType
    read: Reader

    def of(self, value: object) -> Cell:
        """The cell for a value; a value that is not known has none."""
        return None if value is None else self.read(value)


def joined(texts: Iterable[str]) -> str | None:
    """A list in one cell; an empty one is missing."""
    return BETWEEN.join(texts) or None


def day(date: EdtfDate, end: str) -> datetime.date | None:
    """The ``"earliest"`` or ``"latest"`` day that a date covers as stated."""
    found: datetime.date | None = getattr(date, end)
    return found


# -- the parts of a value ------------------------------------------------------------------------


def _itself(value: Cell) -> Cell:
    return value


def _text(value: str) -> Cell:
    """A text; an empty one says nothing and is missing."""
    return value or None


def _word(value: enum.Enum) -> Cell:
    return str(value.value)


_DATE_PARTS: Final = (
    Part("", CellType.EDTF, str),
    Part("_earliest", CellType.DATE, lambda date: day(date, "earliest")),
    Part("_latest", CellType.DATE, lambda date: day(date, "latest")),
)

_DATING_PARTS: Final = (
    Part("", CellType.EDTF, lambda dating: dating.edtf.text),
    Part("_earliest", CellType.DATE, lambda dating: dating.edtf.earliest),
    Part("_latest", CellType.DATE, lambda dating: dating.edtf.latest),
    Part("_as_stated", CellType.TEXT, lambda dating: dating.as_stated),
)


def low_of(quantity: Quantity) -> Number | None:
    """The lower bound that the source gives; an unknown number has none, and not 0."""
    return quantity.value if quantity.qualifier is Qualifier.EXACT else quantity.low


def high_of(quantity: Quantity) -> Number | None:
    """The upper bound that the source gives."""
    return quantity.value if quantity.qualifier is Qualifier.EXACT else quantity.high


_QUANTITY_PARTS: Final = (
    Part("_best", CellType.NUMBER, lambda quantity: quantity.value),
    Part("_low", CellType.NUMBER, low_of),
    Part("_high", CellType.NUMBER, high_of),
    Part("_qualifier", CellType.TEXT, lambda quantity: quantity.qualifier.value),
    Part("_unit", CellType.TEXT, lambda quantity: quantity.unit),
    Part("_as_stated", CellType.TEXT, lambda quantity: quantity.as_stated),
)

_MONEY_PARTS: Final = (
    Part("_best", CellType.NUMBER, lambda money: money.amount.value),
    Part("_low", CellType.NUMBER, lambda money: low_of(money.amount)),
    Part("_high", CellType.NUMBER, lambda money: high_of(money.amount)),
    Part("_qualifier", CellType.TEXT, lambda money: money.amount.qualifier.value),
    Part("_currency", CellType.TEXT, lambda money: money.currency),
    Part("_kind", CellType.TEXT, lambda money: money.kind.value),
    Part("_year", CellType.INTEGER, lambda money: money.year),
    Part("_as_stated", CellType.TEXT, lambda money: money.amount.as_stated),
)

_PARTS: Final[Mapping[object, tuple[Part, ...]]] = {
    str: (Part("", CellType.TEXT, _text),),
    int: (Part("", CellType.INTEGER, _itself),),
    float: (Part("", CellType.NUMBER, _itself),),
    bool: (Part("", CellType.BOOLEAN, _itself),),
    datetime.date: (Part("", CellType.DATE, _itself),),
    EdtfDate: _DATE_PARTS,
    Dating: _DATING_PARTS,
    Quantity: _QUANTITY_PARTS,
    Money: _MONEY_PARTS,
}

_IN_A_LIST: Final[Mapping[object, Callable[[Any], str]]] = {
    str: str,
    PartyRole: lambda entry: f"{entry.party} ({entry.role.value})",
    State: lambda state: f"{state.status.value} {state.edtf or '..'}",
    Citation: lambda citation: citation.source,
    Delegate: lambda delegate: f"{delegate.person} ({delegate.party})",
    Contest: lambda contest: contest.field,
    ConfidenceOverride: lambda override: f"{override.field} {override.level.value}",
}
"""How an entry is written in a cell that holds a list."""


@cache
def parts_of(kind: Any) -> tuple[Part, ...]:
    """The columns of a value of a type; none for what belongs in a table of its own.

    Args:
        kind: The type of a field, as it is annotated.
    """
    if get_origin(kind) in (Union, UnionType):
        (kind,) = (inner for inner in get_args(kind) if inner is not type(None))
    if get_origin(kind) is tuple:
        return _list_parts(list_of(kind))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return (Part("", CellType.TEXT, _word),)
    return _PARTS.get(kind, ())


def _list_parts(entry: object) -> tuple[Part, ...]:
    write = _IN_A_LIST.get(entry)
    if write is None:
        return ()
    return (Part("", CellType.TEXT, lambda values: joined(map(write, values))),)


def list_of(kind: Any) -> Any:
    """What a list of this type holds, or ``None`` if it is no list."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


@cache
def types_of(cls: Any) -> Mapping[str, Any]:
    """The type of each field of a class, by the field's name."""
    return get_type_hints(cls)


# -- the columns of a table ----------------------------------------------------------------------


@frozen
class Field:
    """A column of a table: its name, its type, and how it is read from what a row is about."""

    name: str
    type: CellType
    read: Reader


def fields(name: str, kind: object, get: Getter) -> Iterator[Field]:
    """The columns of one value: of which name and type it is, and how it is got."""
    for part in parts_of(kind):
        yield Field(f"{name}{part.suffix}", part.type, _reading(part, get))


def _reading(part: Part, get: Getter) -> Reader:
    return lambda item: part.of(get(item))


def laid_out(name: str, items: Sequence[Any], columns: Iterable[Field]) -> Table:
    """A table with a row for each item."""
    return Table(
        name, tuple(Column(it.name, it.type, [it.read(item) for item in items]) for it in columns)
    )
