"""What a measure gives, as one table: a row for each of its rows, each figure laid out in columns.

=============  ====================================================================================
a figure       ``_kind``, ``_value``, ``_low``, ``_high``, ``_unit``, ``_window``, ``_coverage``,
               ``_records``, ``_note``
anything else  the columns that :mod:`relations.exporters.flat` gives it
=============  ====================================================================================

Only a measured figure has numbers in its cells. The others leave them missing, and ``_kind`` says
why: no column holds 0 for what was not found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from relations.exporters.flat import (
    Field,
    Getter,
    Part,
    fields,
    joined,
    laid_out,
    parts_of,
    types_of,
)
from relations.measures import rows_of
from relations.measures.coverage import coverage_words
from relations.measures.figure import Figure
from relations.table import CellType, Table
from relations.words import words

_FIGURE_PARTS: Final = (
    Part("_kind", CellType.TEXT, lambda figure: figure.kind.value),
    Part("_value", CellType.NUMBER, lambda figure: figure.value),
    Part("_low", CellType.NUMBER, lambda figure: figure.low),
    Part("_high", CellType.NUMBER, lambda figure: figure.high),
    Part("_unit", CellType.TEXT, lambda figure: figure.unit),
    Part("_window", CellType.EDTF, lambda figure: figure.window and figure.window.text),
    Part("_coverage", CellType.TEXT, lambda figure: coverage_words(figure.coverage)),
    Part("_records", CellType.TEXT, lambda figure: joined(figure.records)),
    Part("_note", CellType.TEXT, lambda figure: figure.note or None),
)


def figures_table(name: str, result: Figure | tuple[Any, ...]) -> Table:
    """The table of what a measure gives.

    Args:
        name: The name of the table; the measure's serves best.
        result: A figure, or rows of one class.
    """
    rows = rows_of(result)
    if isinstance(result, Figure):
        return laid_out(name, rows, _of_figure("figure", lambda row: row))
    cls = type(rows[0]) if rows else None
    return laid_out(name, rows, _columns(cls) if cls is not None else ())


def _columns(cls: Any) -> Iterator[Field]:
    for attribute in attrs.fields(cls):
        kind, get = types_of(cls)[attribute.name], _getting(attribute.name)
        if kind is Figure:
            yield from _of_figure(attribute.name, get)
        elif parts_of(kind):
            yield from fields(attribute.name, kind, get)
        else:
            yield Field(attribute.name, CellType.TEXT, _in_words(get))


def _getting(name: str) -> Getter:
    return lambda row: getattr(row, name)


def _of_figure(name: str, get: Getter) -> Iterator[Field]:
    for part in _FIGURE_PARTS:
        yield Field(f"{name}{part.suffix}", part.type, _reading(part, get))


def _reading(part: Part, get: Getter) -> Getter:
    return lambda row: part.of(get(row))


def _in_words(get: Getter) -> Getter:
    """What has no columns of its own, in words; nothing at all is missing."""
    return lambda row: words(get(row), {}) if get(row) not in (None, ()) else None
