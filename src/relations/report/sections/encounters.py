"""What ties the pair through bodies: a line for each record, which the register tells in full.

Being in one room is not a meeting, so that these stand apart from the pair's own records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from relations.measures.encounters import Encounters, common_encounters
from relations.measures.question import YEARS
from relations.model.record import Record
from relations.pairs import Way
from relations.report.blocks import (
    Block,
    Column,
    Content,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
)
from relations.report.sections.entry import when_cell
from relations.report.sections.material import Material
from relations.report.sections.progress import last_status_cell
from relations.report.sections.register import key
from relations.report.speech import Speech, messages
from relations.report.wording.figures import figure_words
from relations.report.wording.sentences import capital, stopped


def encounters(material: Material) -> Iterator[Block]:
    """The section on common bodies; nothing where no record leads through one."""
    records = material.pair.records
    tied = [record for record in records if records.path(record).way is Way.BODY]
    if not tied:
        return
    say = material.speech.say
    yield Heading(1, say("Through common bodies"), "section-encounters")
    yield from _in_one_room(material)
    yield Paragraph((Text(capital(_opening(len(tied), material))),))
    rows = tuple(_row(record, material) for record in tied[-_MOST:])
    yield Table("", _columns(material.speech), rows, note=_note(rows, len(tied), material))


def _note(rows: Sequence[Row], found: int, material: Material) -> str:
    """What the signs mean, and how many of the records found have no row."""
    left, signs = found - len(rows), key(rows, material)
    earlier = material.speech.count(left, *_EARLIER) if left else ""
    return " ".join(filter(None, (stopped(signs) if signs else "", earlier)))


_MOST: Final = 15
"""The most records through bodies that a dossier tells, the latest."""

_EARLIER: Final = messages(
    "{number:figures} earlier record stands in the register.",
    "{number:figures} earlier records stand in the register.",
)


def _columns(speech: Speech) -> tuple[Column, ...]:
    return (
        Column(speech.say("Date"), 0.19),
        Column(speech.say("What"), 0.36, names_rows=True),
        Column(speech.say("Through"), 0.13),
        Column(speech.say("Status"), 0.17),
        Column(speech.say("Sources"), 0.15),
    )


def _opening(count: int, material: Material) -> str:
    return material.speech.count(
        count,
        "{number} record ties the two through a body that one or both belong to, and is not "
        "counted as their own.",
        "{number} records tie the two through a body that one or both belong to, and are "
        "not counted as their own.",
    )


def _row(record: Record, material: Material) -> Row:
    via = material.pair.records.path(record).via
    through: Content = (Text(material.speech.listed(map(material.party_name, via))),)
    cells = (
        when_cell(record, material),
        ((material.written(record.title),),),
        (through,),
        last_status_cell(record, material),
        (material.cite_for([(record, record.all_citations())], most=1),),
    )
    return Row(cells, record.id)


def _in_one_room(material: Material) -> Iterator[Block]:
    """How often the bodies of both met in the window, and with whom of the two."""
    found = [row for row in common_encounters(material.pair) if row.held.is_number]
    if not found:
        return
    say = material.speech.say
    columns = (
        Column(say("Body"), 0.32, names_rows=True),
        Column(say("Meetings held"), 0.17),
        Column(say("By video"), 0.17),
        Column(say("Both named as present"), 0.17),
        Column(say("The two on its margins"), 0.17),
    )
    note = say(
        "Over the {years} years before the cut-off, as far as found. Being in one room is not a "
        "meeting: the columns are never added up.",
        years=material.speech.number_word(YEARS),
    )
    rows = tuple(_room(row, material) for row in found)
    yield Table(say("Meetings of bodies to which both belong"), columns, rows, note=note)


def _room(row: Encounters, material: Material) -> Row:
    figures = (row.held, row.online, row.both_present, row.on_margins)
    return Row(
        (
            ((Text(material.party_name(row.body)),),),
            *(((Text(figure_words(material.speech, figure)),),) for figure in figures),
        )
    )
