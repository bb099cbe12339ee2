"""Tables as analysts take them away: named columns of one type each, in any library's shape.

A table knows nothing of records. Whatever makes one decides what stands in it; this module alone
decides how it becomes CSV, pandas, polars or Arrow. A missing cell stays missing in each of them,
and is never 0 or an empty text.
"""

from __future__ import annotations

import csv
import datetime
import enum
import io
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import frozen

from relations.errors import MissingExtra, UnknownName, nearest
from relations.extras import library, needs
from relations.files import write_atomically

Cell = str | int | float | bool | datetime.date | None
"""What may stand in a table; ``None`` is a cell without a value."""

EXTRA: Final = "frames"
"""The extra that brings the libraries of :data:`FRAMES`."""


class CellType(enum.Enum):
    """What the cells of a column are."""

    TEXT = "text"
    EDTF = "edtf"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@frozen
class Column:
    """A name, a type, and a value or ``None`` for each row."""

    name: str
    type: CellType
    values: Sequence[Cell] = attrs.field(repr=False)


def _of_one_length(_table: object, _attribute: object, columns: tuple[Column, ...]) -> None:
    if len({column.name for column in columns}) < len(columns):
        raise ValueError("two columns of one name")
    if len({len(column.values) for column in columns}) > 1:
        raise ValueError("columns of different lengths")


@frozen(repr=False)
class Table:
    """Columns of one length, in order."""

    name: str
    columns: tuple[Column, ...] = attrs.field(validator=_of_one_length)

    def __repr__(self) -> str:
        return f"Table({self.name}: {len(self):,} rows, {len(self.columns)} columns)"

    def _repr_html_(self) -> str:
        from relations.display.tables import show_table

        return show_table(self)

    def __len__(self) -> int:
        return len(self.columns[0].values) if self.columns else 0

    def __getitem__(self, name: str) -> Sequence[Cell]:
        return self.column(name).values

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of this name. Raises UnknownName with the nearest."""
        for column in self.columns:
            if column.name == name:
                return column
        raise UnknownName("column", name, nearest(name, self.names))

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The cells row by row."""
        return zip(*(column.values for column in self.columns), strict=True)

    def to_dicts(self) -> list[dict[str, Cell]]:
        """A dictionary for each row; a missing value is ``None``."""
        names = self.names
        return [dict(zip(names, row, strict=True)) for row in self.rows()]

    def to_csv(self, path: str | os.PathLike[str] | None = None) -> bytes:
        """The table as CSV, which is also written to ``path`` if one is given.

        It is UTF-8 with a signature, so that spreadsheets read accents right. A missing value is an
        empty cell. A text that a spreadsheet would take for a formula, a number or a date of its
        own, as ``=1+1``, ``(12)`` and ``6-12``, has an apostrophe before it. Dates in EDTF stay as
        they are; the columns of their bounds, beside them, are the ones to reckon with.
        """
        content = _csv(self)
        if path is not None:
            write_atomically(Path(path), content)
        return content

    def to_frame(self, kind: str | None = None) -> Any:
        """The table as a data frame of pandas or polars, or a table of Arrow.

        Args:
            kind: ``"pandas"``, ``"polars"`` or ``"arrow"``; by default the first of these that is
                installed.

        Raises:
            UnknownName: if there is no such kind; with the nearest.
            MissingExtra: if the library is not installed; saying what to install.
        """
        if kind is not None:
            if kind not in FRAMES:
                raise UnknownName("kind of frame", kind, nearest(kind, FRAMES) or tuple(FRAMES))
            return FRAMES[kind](self)
        for frame in FRAMES.values():
            try:
                return frame(self)
            except MissingExtra:
                continue
        raise MissingExtra(needs("a frame", "pandas, polars or pyarrow", EXTRA))


# -- CSV -----------------------------------------------------------------------------------------

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a text begins that a spreadsheet may carry out."""

_MONTH: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"

_MISREAD: Final = re.compile(
    # (12)   12.5   6-12   6/12/2018   12:30 pm   3 %   1E5
    r"\s*\(?\s*\d[\d.,\s]*(?:e\d+)?(?:[-–/:]\s*\d[\d.,]*)*\s*\)?\s*(?:%|[ap]m)?\s*"
    # 2 May 2002   May 2002   2-May   May 2, 2002
    rf"|\s*(?:\d+\W+)?{_MONTH}(?:\W+\d+)*\s*"
    r"|\s*(?:true|false)\s*",
    re.IGNORECASE,
)
"""A text that a spreadsheet turns into a number, a date or a time of its own."""


def _csv(table: Table) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(_guarded, table.names))
    guard = _Guard()
    columns = (
        map(guard.__getitem__ if it.type is CellType.TEXT else _WRITERS[it.type], it.values)
        for it in table.columns
    )
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8-sig")


class _Guard(dict[Cell, str]):
    """Texts with their guarded form: a large table has few of them, many times over."""

    def __missing__(self, text: Cell) -> str:
        self[text] = _guarded(text)
        return self[text]


def _guarded(text: Cell) -> str:
    """``text`` so that a spreadsheet shows it as it is."""
    if text is None:
        return ""
    shown = str(text)
    taken = shown.lstrip(" \u00a0").startswith(_FORMULA) or _MISREAD.fullmatch(shown)
    return f"'{shown}" if taken else shown


def _plain(value: Cell) -> str:
    return "" if value is None else str(value)


def _boolean(value: Cell) -> str:
    return "" if value is None else "true" if value else "false"


_WRITERS: Final[dict[CellType, Callable[[Cell], str]]] = {
    CellType.EDTF: _plain,
    CellType.INTEGER: _plain,
    CellType.NUMBER: _plain,
    CellType.BOOLEAN: _boolean,
    CellType.DATE: _plain,
}


# -- frames --------------------------------------------------------------------------------------


def _pandas(table: Table) -> Any:
    pandas = library("pandas", extra=EXTRA, what="a pandas frame")
    types = {
        CellType.TEXT: "string",
        CellType.EDTF: "string",
        CellType.INTEGER: "Int64",
        CellType.NUMBER: "Float64",
        CellType.BOOLEAN: "boolean",
    }
    return pandas.DataFrame(
        {
            column.name: _pandas_dates(pandas, column.values)
            if column.type is CellType.DATE
            else pandas.array(column.values, dtype=types[column.type])
            for column in table.columns
        }
    )


def _pandas_dates(pandas: Any, values: Sequence[Cell]) -> Any:
    """Days as pandas holds them, of any year that a date here can have."""
    numpy = library("numpy", extra=EXTRA, what="a pandas frame")
    return pandas.array(numpy.array(values, dtype="datetime64[D]").astype("datetime64[s]"))


def _polars(table: Table) -> Any:
    polars = library("polars", extra=EXTRA, what="a polars frame")
    types = {
        CellType.TEXT: polars.String,
        CellType.EDTF: polars.String,
        CellType.INTEGER: polars.Int64,
        CellType.NUMBER: polars.Float64,
        CellType.BOOLEAN: polars.Boolean,
        CellType.DATE: polars.Date,
    }
    return polars.DataFrame(
        [
            polars.Series(column.name, column.values, dtype=types[column.type])
            for column in table.columns
        ]
    )


def _arrow(table: Table) -> Any:
    arrow = library("pyarrow", extra=EXTRA, what="an Arrow table")
    types = {
        CellType.TEXT: arrow.string(),
        CellType.EDTF: arrow.string(),
        CellType.INTEGER: arrow.int64(),
        CellType.NUMBER: arrow.float64(),
        CellType.BOOLEAN: arrow.bool_(),
        CellType.DATE: arrow.date32(),
    }
    return arrow.table(
        {
            column.name: arrow.array(column.values, type=types[column.type])
            for column in table.columns
        }
    )


FRAMES: Final[dict[str, Callable[[Table], Any]]] = {
    "pandas": _pandas,
    "polars": _polars,
    "arrow": _arrow,
}
"""The kinds of frame, the most used first."""
