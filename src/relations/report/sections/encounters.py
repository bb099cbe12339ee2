"""What ties the pair through bodies: a line for each record, which the register tells in full.

Being in one room is not a meeting, so that these stand apart from the pair's own records.
"""

from __future__ import annotations

from collections.abc import Iterator

from relations.model.record import Record
from relations.pairs import Way
from relations.report.blocks import Block, Column, Content, Heading, Paragraph, Row, Table, Text
from relations.report.sections.entry import last_status_cell, when_cell
from relations.report.sections.material import Material
from relations.report.sections.register import key
from relations.report.speech import Speech
from relations.report.wording.sentences import capital


def encounters(material: Material) -> Iterator[Block]:
    """The section on common bodies; nothing where no record leads through one."""
    records = material.pair.records
    tied = [record for record in records if records.path(record).way is Way.BODY]
    if not tied:
        return
    say = material.speech.say
    yield Heading(1, say("Through common bodies"), "section-encounters")
    yield Paragraph((Text(capital(_opening(len(tied), material))),))
    rows = tuple(_row(record, material) for record in tied)
    yield Table("", _columns(material.speech), rows, note=key(material.speech, rows))


def _columns(speech: Speech) -> tuple[Column, ...]:
    return (
        Column(speech.say("Date"), 0.18),
        Column(speech.say("What"), 0.42, names_rows=True),
        Column(speech.say("Through"), 0.12),
        Column(speech.say("Status"), 0.17),
        Column(speech.say("Sources"), 0.11),
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
