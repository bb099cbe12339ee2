"""The publishers' lists that stand beside this script, row by row, and the dates they print."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from relations.model.dates import Dating, EdtfDate
from relations.model.source import Source, SourceClass

TABLES: Final = Path(__file__).resolve().parent / "tables"
READ_ON: Final = "2026-11-22"
"""The day on which a list was read that names no other."""

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of one table, none with a cell too many or too few."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file, strict=True)
    return tuple(dict(zip(header, line, strict=True)) for line in lines)


def by_id(table: str) -> dict[str, Row]:
    """The rows of one table by their identifier."""
    return {row["id"]: row for row in rows(table)}


@cache
def sources() -> tuple[Source, ...]:
    """The publishers, as sources of the dataset."""
    entries = json.loads((TABLES / "sources.json").read_text(encoding="utf-8"))
    return tuple(_source(entry) for entry in entries)


def _source(entry: Row) -> Source:
    date = entry.pop("date", None)
    retrieved = entry.pop("retrieved", READ_ON)
    texts: dict[str, Any] = {key: value for key, value in entry.items() if key != "source_class"}
    return Source(
        **texts,
        source_class=SourceClass(entry["source_class"]),
        date=None if date is None else Dating(EdtfDate.parse(date)),
        retrieved=EdtfDate.parse(retrieved),
    )


def edtf(text: str) -> EdtfDate | None:
    """A date of a table, or ``None`` where the cell is empty."""
    return EdtfDate.parse(text) if text else None


def period(start: str, end: str) -> EdtfDate:
    """From ``start`` to ``end``, or still going on where ``end`` is empty.

    An empty ``start`` is not known, and so is the ``end`` that is written ``?``.
    """
    until = "" if end == "?" else end or ".."
    return EdtfDate.parse(start if start and start == end else f"{start}/{until}")
