"""The standing mechanisms of the two: series of meetings and exercises, the last and the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.measures.mechanisms import Mechanism
from relations.measures.mechanisms import mechanisms as series_of
from relations.model.dates import EdtfDate
from relations.report.blocks import Block, Column, Content, Heading, Row, Table, Text, Tone
from relations.report.sections.material import Material
from relations.report.wording.dates import date_words
from relations.report.wording.figures import figure_words
from relations.report.wording.sentences import capital
from relations.report.wording.terms import term

_APART: Final = "\N{NO-BREAK SPACE}· "


def mechanisms(material: Material) -> Iterator[Block]:
    """The section on mechanisms; nothing where no record names a series."""
    found = series_of(material.pair)
    if not found:
        return
    say = material.speech.say
    yield Heading(1, say("Mechanisms"), "section-mechanisms")
    columns = (
        Column(say("Series"), 0.42, names_rows=True),
        Column(say("Level"), 0.16),
        Column(say("Sessions held"), 0.12),
        Column(say("Last found"), 0.16),
        Column(say("Next foreseen"), 0.14),
    )
    note = say("Sessions are counted by the number that a source gives the last one, if it does.")
    yield Table("", columns, tuple(_row(entry, material) for entry in found), note=note)


def _row(entry: Mechanism, material: Material) -> Row:
    speech = material.speech
    level = capital(term(speech, entry.level)) if entry.level else speech.say("not stated")
    through = material.in_sentence(entry.through)
    words = speech.say("Through {bodies}", bodies=through) if through else ""
    path = (Text(f"{_APART}{words}", Tone.MUTED),) if words else ()
    return Row(
        (
            ((material.written(material.room.clipped(entry.series)), *path),),
            ((Text(level),),),
            ((Text(figure_words(speech, entry.sessions)),),),
            (_session(entry.last, entry.last_date, material),),
            (_session(entry.next_due, entry.next_date, material),),
        )
    )


def _session(record: str | None, date: EdtfDate | None, material: Material) -> Content:
    if record is None:
        return (Text(material.speech.say("none found")),)
    return (material.link(date_words(material.speech, date), record),)
