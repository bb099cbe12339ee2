"""The records of one kind as tables: tied directly, through a predecessor and through a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from relations.model.record import Record
from relations.pairs import PairSelection, Way
from relations.report.blocks import Block, Column, Heading, Paragraph, Row, Table, Text
from relations.report.sections.entry import (
    DISPUTED,
    NOT_KNOWN,
    Detail,
    numbers_cell,
    sources_cell,
    status_cell,
    what_cell,
    when_cell,
)
from relations.report.sections.material import Material
from relations.report.wording.kinds import category, plural, singular
from relations.report.wording.lists import capital

SIGNS: Final = {
    NOT_KNOWN: "not known",
    DISPUTED: "disputed or doubtful; see “Disputed and doubtful facts”",
}
"""The signs that stand in tables, with what they mean."""

_DATE, _FIGURES, _STATUS, _SOURCES = 0.14, 0.17, 0.21, 0.09


@frozen(kw_only=True)
class Register:
    """What is particular to a kind: its details, and the numbers that have a column."""

    kind: str
    details: tuple[Detail, ...]
    figures: tuple[Detail, ...] = ()
    has_status: bool = True


def section(register: Register, material: Material) -> Iterator[Block]:
    """The section of a kind; nothing where the pair has no record of it."""
    records = material.of_kind(register.kind)
    if len(records):
        yield from opening(register, records, material)
        yield from parts(register, records, material)


def opening(
    register: Register, records: PairSelection[Record], material: Material
) -> Iterator[Block]:
    """The heading, and that nothing ties the two directly where nothing does."""
    kind = register.kind
    yield Heading(1, capital(plural(kind)), f"section-{kind}", category(kind))
    if not len(records.direct):
        yield Paragraph((Text(material.none_found(kind)),))


def parts(
    register: Register, records: PairSelection[Record], material: Material
) -> Iterator[Block]:
    """A table for each way in which records tie the pair."""
    for way in Way:
        tied = [record for record in records if records.path(record).way is way]
        if tied:
            title = _title(way, tied, records, material)
            anchor = f"section-{register.kind}-{way.value.replace('_', '-')}"
            yield Heading(2, title, anchor, category(register.kind))
            yield table(register, tied, material)


def table(register: Register, records: Sequence[Record], material: Material) -> Table:
    """A table of these records, with the key to the signs that it uses."""
    paths = {material.pair.records.path(record).via for record in records}
    rows = tuple(_row(register, record, material, len(paths) > 1) for record in records)
    return Table("", _columns(register), rows, category(register.kind), key(rows))


def key(rows: Iterable[Row]) -> str:
    """What the signs in these rows mean."""
    used = {sign for row in rows for sign in SIGNS if _holds(row, sign)}
    return ". ".join(f"{sign} {words}" for sign, words in SIGNS.items() if sign in used)


def _title(
    way: Way, tied: Sequence[Record], records: PairSelection[Record], material: Material
) -> str:
    if way is Way.DIRECT:
        return f"Between {material.a} and {material.b}"
    via = dict.fromkeys(step for record in tied for step in records.path(record).via)
    return f"Through {material.in_sentence(via)}"


# -- rows ----------------------------------------------------------------------------------------


def _columns(register: Register) -> tuple[Column, ...]:
    figures = [Column("Numbers", _FIGURES)] if register.figures else []
    status = [Column("Status and history", _STATUS)] if register.has_status else []
    rest = 1 - _DATE - _SOURCES - sum(column.width for column in (*figures, *status))
    what = Column(capital(singular(register.kind)), rest)
    return (Column("Date", _DATE), what, *figures, *status, Column("Sources", _SOURCES))


def _row(register: Register, record: Record, material: Material, with_path: bool) -> Row:
    figures = [numbers_cell(record, register.figures, material)] if register.figures else []
    status = [status_cell(record, material)] if register.has_status else []
    what = what_cell(record, register.details, material, with_path=with_path)
    cells = (
        when_cell(record),
        what,
        *figures,
        *status,
        sources_cell(record, material),
    )
    return Row(cells, record.id)


def _holds(row: Row, sign: str) -> bool:
    return any(
        isinstance(inline, Text) and sign in inline.text
        for cell in row.cells
        for content in cell
        for inline in content
    )
