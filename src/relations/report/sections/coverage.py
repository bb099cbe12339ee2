"""What is covered and what is not: for each kind, how thoroughly, in what and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from relations.model.coverage import Coverage
from relations.model.kinds import RECORD_TYPES
from relations.report.blocks import Block, Column, Content, Heading, Paragraph, Row, Table, Text
from relations.report.sections.entry import NOT_KNOWN, Cell
from relations.report.sections.material import Material
from relations.report.sections.register import key
from relations.report.wording.absence import class_words
from relations.report.wording.dates import date_words
from relations.report.wording.kinds import plural
from relations.report.wording.lists import capital, stopped

_COLUMNS: Final = (
    Column("Kind of record", 0.2),
    Column("Coverage", 0.2),
    Column("Period", 0.2),
    Column("Documents read", 0.2),
    Column("Last checked", 0.2),
)


def coverage(material: Material) -> Iterator[Block]:
    """The section on coverage."""
    rows = tuple(row for kind in RECORD_TYPES for row in _rows(kind, material))
    yield Heading(1, "What is covered and what is not", "section-coverage")
    yield Table("", _COLUMNS, rows, note=key(rows))
    for note in _notes(material):
        yield Paragraph((Text(stopped(note)),))


def _rows(kind: str, material: Material) -> Iterator[Row]:
    entries = material.coverage(kind)
    label: Content = (Text(capital(plural(kind))),)
    if not entries:
        yield Row(((label,), ((Text("not covered"),),), *[((Text(NOT_KNOWN),),)] * 3))
    for entry in entries:
        yield Row(((label,), *_cells(entry, material)))


def _cells(entry: Coverage, material: Material) -> Sequence[Cell]:
    read = (material.references.cite_sources(entry.sources),) if entry.sources else _not_known()
    period = (Text(date_words(entry.period)),) if entry.period else _not_known()
    checked = (Text(date_words(entry.last_checked)),) if entry.last_checked else _not_known()
    return ((Text(class_words(entry.coverage_class)),),), (period,), (read,), (checked,)


def _not_known() -> Content:
    return (Text(NOT_KNOWN),)


def _notes(material: Material) -> dict[str, None]:
    entries = (entry for kind in RECORD_TYPES for entry in material.coverage(kind))
    return dict.fromkeys(entry.note for entry in entries if entry.note)
