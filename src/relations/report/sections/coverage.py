"""What is covered and what is not: for each kind, how thoroughly, in what and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from relations.model.coverage import Coverage
from relations.model.kinds import RECORD_TYPES
from relations.report.blocks import Block, Column, Content, Heading, Row, Table, Text, Tone
from relations.report.sections.entry import NOT_KNOWN, Cell
from relations.report.sections.material import Material
from relations.report.sections.register import key as key_of
from relations.report.wording.absence import class_words
from relations.report.wording.dates import date_words
from relations.report.wording.kinds import plural
from relations.report.wording.lists import capital, listed, stopped

_COLUMNS: Final = (
    Column("Kinds of record", 0.2),
    Column("Coverage", 0.44),
    Column("Documents read", 0.2),
    Column("Last checked", 0.16),
)


def coverage(material: Material) -> Iterator[Block]:
    """The section on coverage: each statement that bears on the pair, then what has none."""
    kinds: dict[str, list[str]] = {}
    entries = {entry.id: entry for kind in RECORD_TYPES for entry in material.coverage(kind)}
    for kind in RECORD_TYPES:
        for entry in material.coverage(kind):
            kinds.setdefault(entry.id, []).append(kind)
    rows = [_row(entry, kinds[key], material) for key, entry in entries.items()]
    silent = [kind for kind in RECORD_TYPES if not material.coverage(kind)]
    rows += [_not_covered(silent)] if silent else []
    yield Heading(1, "What is covered and what is not", "section-coverage")
    yield Table("", _COLUMNS, tuple(rows), note=key_of(rows))


def _row(entry: Coverage, kinds: Sequence[str], material: Material) -> Row:
    read = (material.references.cite_sources(entry.sources),) if entry.sources else _NOT_KNOWN
    checked = (Text(date_words(entry.last_checked)),) if entry.last_checked else _NOT_KNOWN
    return Row((((Text(_kinds(kinds)),),), _extent(entry), (read,), (checked,)))


def _extent(entry: Coverage) -> Cell:
    period = f", {date_words(entry.period)}" if entry.period else ""
    note: Cell = ((Text(stopped(entry.note)),),) if entry.note else ()
    head = Text(capital(class_words(entry.coverage_class)) + period, Tone.STRONG)
    return ((head,), *note)


def _not_covered(kinds: Sequence[str]) -> Row:
    words = "Not covered: nothing says what was looked for."
    return Row((((Text(_kinds(kinds)),),), ((Text(words),),), (_NOT_KNOWN,), (_NOT_KNOWN,)))


def _kinds(kinds: Sequence[str]) -> str:
    everything = len(kinds) == len(RECORD_TYPES)
    return "All kinds" if everything else capital(listed(map(plural, kinds)))


_NOT_KNOWN: Final[Content] = (Text(NOT_KNOWN),)
