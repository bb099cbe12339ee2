"""The second page of a brief: what else is worth knowing, cut to the room there is, and said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from relations.measures.pipeline import pipeline as planned_by
from relations.model.claims import Contest
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.record import Record
from relations.report.blocks import (
    Block,
    BulletList,
    Column,
    Content,
    Heading,
    Lane,
    Link,
    Paragraph,
    Row,
    Table,
    Text,
    Timeline,
    Voice,
)
from relations.report.sections.disagreements import denied, in_few_words
from relations.report.sections.entry import when_cell
from relations.report.sections.imprint import NAMES, how_to_cite, profile_words
from relations.report.sections.material import Material
from relations.report.sections.pipeline import pipeline_table
from relations.report.sections.progress import last_status_cell
from relations.report.sections.register import key
from relations.report.sections.timeline import in_words
from relations.report.sections.timeline import timeline as full_timeline
from relations.report.signs import Category
from relations.report.wording.kinds import counted
from relations.report.wording.sentences import capital

_LANES: Final = frozenset(
    {Category.AGREEMENT, Category.ARMS_TRANSFER, Category.EXERCISE, Category.MEETING}
)


def timeline(material: Material) -> Iterator[Block]:
    """The figure alone, with the lanes of what two states agree, deliver, exercise and discuss."""
    for block in full_timeline(material) if material.room.lane_rows else ():
        if isinstance(block, Timeline):
            lanes = [lane for lane in block.lanes if lane.category in _LANES] or block.lanes
            kept = tuple(_narrowed(lane, material.room.lane_rows) for lane in lanes)
            yield evolve(block, lanes=kept, alt=in_words(kept, block.start, material.speech))


def _narrowed(lane: Lane, rows: int) -> Lane:
    """A lane of so many rows, without names over its marks, which take the room of a row."""
    return evolve(lane, marks=tuple(evolve(mark, label="") for mark in lane.marks), rows=rows)


def records(material: Material) -> Iterator[Block]:
    """The latest of each kind; what leads through bodies, where the two have less of their own."""
    rows, own = material.room.rows, material.pair.records.own
    kept = [record for kind in _KINDS for record in material.own(kind)[::-1][:rows]]
    through = material.pair.records.through_bodies
    if len(own) < len(through):
        kept += [*through][::-1][:rows]
    if kept:
        yield _table(material.speech.say("Latest records, kind by kind"), kept, material)


_KINDS: Final = ("agreements", "arms_transfers", "exercises", "programmes", "statements")
"""Meetings stand on page one already."""


def _table(caption: str, records: Iterable[Record], material: Material) -> Table:
    say = material.speech.say
    columns = (
        Column(say("Date"), 0.2),
        Column(say("What"), 0.5, names_rows=True),
        Column(say("Status"), 0.22),
        Column(say("Sources"), 0.08),
    )
    rows = tuple(_row(record, material) for record in records)
    return Table(caption, columns, rows, note=key(rows, material))


def _row(record: Record, material: Material) -> Row:
    source, *_ = material.cite_for([(record, record.all_citations())], most=1)
    cells = (
        when_cell(record, material),
        ((Text(material.room.clipped(record.title)),),),
        last_status_cell(record, material),
        ((source,),),
    )
    return Row(cells, record.id)


def pipeline(material: Material) -> Iterator[Block]:
    """What is meant and not done, the freshest first."""
    found = planned_by(material.pair)[: material.room.plans]
    if found:
        yield pipeline_table(found, material, material.speech.say("Pipeline"), most=1)


def disagreements(material: Material) -> Iterator[Block]:
    """What accounts differ on, in few words, each with its sources."""
    contests = denied(material)[: material.room.disputes]
    items = [_in_few_words(contest, material) for contest in contests]
    label = Text(material.speech.say("Disputed or doubted: "))
    if len(items) == 1:
        yield Paragraph((label, *items[0]))
    elif items:
        yield Paragraph((label,))
        yield BulletList(tuple(items))


def _in_few_words(contest: Contest, material: Material) -> Content:
    (matter,), sources = in_few_words([contest], material, most=1)
    return Text(f"{capital(matter)} "), *sources


# -- the end of the page -------------------------------------------------------------------------


def left_out(printed: Sequence[Block], material: Material) -> Iterator[Block]:
    """How many records of each kind found no room, and where they are."""
    told = frozenset(_told(printed))
    missing = [record for record in material.pair.records if record.id not in told]
    if not missing:
        return
    speech = material.speech
    counts = {kind: sum(kind_of(record) == kind for record in missing) for kind in RECORD_TYPES}
    records = speech.listed(counted(speech, kind, n) for kind, n in counts.items() if n)
    words = speech.say(
        "Left out for want of room: {records}. They stand in the dossier and the register.",
        records=records,
    )
    yield Paragraph((Text(words),), Voice.NOTE)


def _told(blocks: Iterable[Block]) -> Iterator[str]:
    """The identifiers of the records that rows and sentences tell of."""
    for block in blocks:
        contents: list[Content] = []
        if isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.anchor)
            contents = [each for row in block.rows for cell in row.cells for each in cell]
        elif isinstance(block, Paragraph):
            contents = [block.content]
        for content in contents:
            yield from (inline.target for inline in content if isinstance(inline, Link))


def closing(material: Material) -> Iterator[Block]:
    """The sources that are cited, a line each, and who says all this."""
    say = material.speech.say
    if len(material.references):
        yield Heading(2, say("Sources cited"), "section-references")
        yield material.references.in_short()
    names = say("Names: {profile}.", profile=profile_words(material))
    words = " ".join((how_to_cite(material), names, say(NAMES)))
    yield Paragraph((Text(words),), Voice.NOTE)
