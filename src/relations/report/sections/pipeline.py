"""What is meant and not done, with how old the last word of it is; then the dates to watch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relations.measures.pipeline import Planned
from relations.measures.pipeline import pipeline as planned_by
from relations.report.blocks import (
    Block,
    Column,
    Content,
    Heading,
    Link,
    Paragraph,
    Row,
    Table,
    Text,
)
from relations.report.sections.calendar import calendar
from relations.report.sections.fills import marker
from relations.report.sections.material import Material
from relations.report.wording.dates import date_words
from relations.report.wording.sentences import capital
from relations.report.wording.terms import status_words


def pipeline(material: Material) -> Iterator[Block]:
    """The section on what is pending; nothing where nothing is."""
    found, dates = planned_by(material.pair), tuple(calendar(material))
    if not found and not dates:
        return
    say = material.speech.say
    yield Heading(1, say("Pipeline and calendar"), "section-pipeline")
    if found:
        yield from _planned(found, material)
    yield from dates


def _planned(found: Sequence[Planned], material: Material) -> Iterator[Block]:
    say = material.speech.say
    words = say(
        "What is meant, or ordered and not delivered, stands here and adds to no figure. That "
        "nobody speaks of a plan any more is no word that it was given up."
    )
    yield Paragraph((Text(words),))
    yield pipeline_table(found, material)


def pipeline_table(
    found: Sequence[Planned], material: Material, caption: str = "", most: int = 2
) -> Table:
    """A row for each plan, the freshest first, with at most so many sources each."""
    say = material.speech.say
    columns = (
        Column(say("What"), 0.38, names_rows=True),
        Column(say("Stage"), 0.15),
        Column(say("Last word"), 0.2),
        Column(say("Foreseen"), 0.15),
        Column(say("Sources"), 0.12),
    )
    return Table(caption, columns, tuple(_row(entry, material, most) for entry in found))


def _row(entry: Planned, material: Material, most: int) -> Row:
    record, speech = material.dataset.record(entry.record), material.speech
    title = material.room.clipped(record.title)
    stage = capital(status_words(speech, entry.stage, entry.kind))
    foreseen = date_words(speech, entry.foreseen) if entry.foreseen else speech.say("not stated")
    overdue = speech.say("{date}, passed", date=foreseen) if entry.is_overdue else foreseen
    return Row(
        (
            ((marker(record, speech), Text(" "), Link(title, record.id)),),
            ((Text(stage),),),
            (_last_word(entry, material),),
            ((Text(overdue),),),
            (material.cite_for([(record, record.all_citations())], most),),
        )
    )


def _last_word(entry: Planned, material: Material) -> Content:
    """When somebody last spoke of it; stale after two years."""
    date = date_words(material.speech, entry.last_word)
    if not entry.is_stale:
        return (Text(date),)
    return (Text(material.speech.say("{date}, stale", date=date)),)
