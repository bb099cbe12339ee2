"""The dates to watch in the months ahead: anniversaries, plans, renewals, days for notice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.measures.calendar_ahead import MONTHS, Occasion, Upcoming
from relations.measures.calendar_ahead import calendar as coming_up
from relations.report.blocks import Block, Column, Heading, Row, Table, Text
from relations.report.sections.material import Material
from relations.report.speech import message
from relations.report.wording.dates import date_words

_OCCASIONS: Final = {
    Occasion.ANNIVERSARY: message("anniversary"),
    Occasion.PLANNED: message("foreseen"),
    Occasion.RENEWAL: message("renewal"),
    Occasion.END: message("end"),
    Occasion.NOTICE: message("last day for notice"),
}


def calendar(material: Material) -> Iterator[Block]:
    """The part on dates ahead; nothing where none is known."""
    found = coming_up(material.pair)
    if not found:
        return
    say = material.speech.say
    months = material.speech.number(MONTHS)
    yield Heading(2, say("Dates in the next {months} months", months=months), "section-calendar")
    columns = (
        Column(say("Date"), 0.2),
        Column(say("Occasion"), 0.22),
        Column(say("What"), 0.46, names_rows=True),
        Column(say("Sources"), 0.12),
    )
    yield Table("", columns, tuple(_row(entry, material) for entry in found))


def _row(entry: Upcoming, material: Material) -> Row:
    speech, record = material.speech, material.dataset.record(entry.record)
    occasion = speech.say(_OCCASIONS[entry.occasion])
    if entry.years.low:
        occasion = speech.say(
            "{occasion}, {years} years", occasion=occasion, years=speech.number(entry.years.low)
        )
    return Row(
        (
            ((Text(date_words(speech, entry.date)),),),
            ((Text(occasion),),),
            ((material.link(record.title, record.id),),),
            (material.cite_for([(record, record.all_citations())], most=1),),
        )
    )
