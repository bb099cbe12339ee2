"""The records of a pair on one axis of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from relations.model.dates import EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.record import Record
from relations.model.status import Spell
from relations.report.blocks import Block, Heading, Lane, Mark, Paragraph, Text, Timeline, Voice
from relations.report.charts.axis import decimal
from relations.report.sections.fills import fill_of
from relations.report.sections.intensity import by_year
from relations.report.sections.material import Material
from relations.report.signs import Fill
from relations.report.speech import Speech, message
from relations.report.wording.kinds import category, counted, noun
from relations.report.wording.sentences import capital

_LONGEST_LABEL = 34
_CROWDED: Final = message(
    "A plus sign and a number beside a name: so many more records find no room in its rows."
)


def timeline(material: Material) -> Iterator[Block]:
    """The section with the timeline."""
    say = material.speech.say
    yield Heading(1, say("Timeline"), "section-timeline")
    lanes = tuple(_lanes(material))
    if not lanes:
        words = say("No dated record ties the two directly or through a predecessor.")
        yield Paragraph((Text(words),))
        return
    span, cutoff = extent(lanes, material), decimal(material.edition.date)
    alt, crowded = in_words(lanes, span.start, material.speech), say(_CROWDED)
    yield Timeline(span.start, span.stop, cutoff, lanes, alt, _caption(material), crowded)
    yield Paragraph((Text(_note(material)),), Voice.NOTE)
    yield from by_year(span, material)


def extent(lanes: Iterable[Lane], material: Material) -> range:
    """The years of the axis: from the first mark to the cut-off, or to the last mark after it."""
    marks = [mark for lane in lanes for mark in lane.marks]
    last = max(material.edition.date.year, *(int(mark.end) for mark in marks))
    return range(min(int(mark.start) for mark in marks), last + 1)


def _lanes(material: Material) -> Iterator[Lane]:
    for kind in RECORD_TYPES:
        marks = [mark for record in material.own(kind) for mark in marks_of(record)]
        if marks:
            yield Lane(capital(noun(material.speech, kind).many), category(kind), tuple(marks))


def marks_of(record: Record) -> Iterator[Mark]:
    """Where a record stands on the axis: its spells, or else its first date."""
    spells = [spell for spell in record.spells() if spell.start or spell.end]
    date = record.date_of_record
    for spell in spells or ([Spell.at(date)] if date else []):
        mark = _mark(spell, fill_of(record), _label(record))
        if mark:
            yield mark


def _mark(spell: Spell, fill: Fill, label: str) -> Mark | None:
    start = _bound(spell.start, first=True) or _bound(spell.end, first=True)
    start = start or _bound(spell.start, first=False) or _bound(spell.end, first=False)
    end = _bound(spell.end, first=False) or _bound(spell.start, first=False) or start
    if start is None or end is None:
        return None
    open_end = spell.goes_on or bool(spell.end and spell.end.is_open)
    return Mark(min(start, end), start if open_end else max(start, end), fill, label, open_end)


def _bound(date: EdtfDate | None, *, first: bool) -> float | None:
    day = (date.earliest if first else date.latest) if date else None
    return decimal(day) if day else None


def _label(record: Record) -> str:
    return record.title if len(record.title) <= _LONGEST_LABEL else ""


def _caption(material: Material) -> str:
    return material.speech.say("Dated records of {a} and {b}", a=material.a, b=material.b)


def _note(material: Material) -> str:
    """How to read the figure, and what is not in it."""
    others = len(material.pair.records) - sum(len(material.own(kind)) for kind in RECORD_TYPES)
    speech = material.speech
    reading = speech.say(
        "A bar is a period, or the span in which an imprecise date lies; an arrow marks what has "
        "no reported end. Dashed line: cut-off date."
    )
    if not others:
        return reading
    left = speech.count(
        others,
        "{number} record through bodies left out.",
        "{number} records through bodies left out.",
    )
    return f"{reading} {capital(left)}"


def in_words(lanes: Sequence[Lane], start: int, speech: Speech) -> str:
    """The figure in words: since when, and how many of each kind."""
    parts = [
        counted(speech, kind, len(lane.marks))
        for kind in RECORD_TYPES
        for lane in lanes
        if lane.category is category(kind)
    ]
    return speech.say("Timeline from {year}: {parts}.", year=str(start), parts=speech.listed(parts))
