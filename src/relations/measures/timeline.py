"""When each record stood, as points and bars in lanes, before anybody draws them."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.spans import first_day, last_day
from relations.model.dates import Certainty, EdtfDate
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.record import Record
from relations.model.status import Spell
from relations.pairs import Pair, Way
from relations.selection import When

SHORT: Final = 45
"""Up to so many days a record is a point; beyond, a bar."""


@frozen
class Stretch:
    """One stretch of a record in its lane.

    ``start`` and ``end`` are the dates of its ends, ``end`` of ``None`` is not known or still to
    come (``goes_on``). ``days`` is how long it lasted; ``is_bar`` says that this may be more than
    45. ``is_doubted`` says that nobody reports it as done, or that its date is not believed.
    """

    kind: str
    record: str
    way: Way
    start: EdtfDate | None
    end: EdtfDate | None
    goes_on: bool
    is_doubted: bool
    is_bar: bool
    days: Figure


def timeline(pair: Pair, *, on: When | None = None) -> tuple[Stretch, ...]:
    """Every stretch in which a record of the pair took place or stood, lane by lane.

    Formula:
        The spells of each record that had possibly begun by the day, in lanes by kind. Days = last
        day − first day + 1, between the bounds that vague dates leave. More than 45 possible days
        make a bar, fewer a point.

    Precedent:
        The chronological graphics of strategic surveys.

    Pitfalls:
        A vague date makes a long bar of a short event: the bar says when it may have been. Dense
        years hide records: whoever draws stacks at most three and prints how many more there are.

    Args:
        pair: The pair; what ties it only through a body is labelled by its way.
        on: The day; the edition's cut-off if left out.
    """
    question = Question.of("timeline", pair, on)
    rows = [
        _stretch(record, spell, question)
        for record in pair.records
        for spell in record.spells()
        if spell.start is None or spell.start.begun_by(question.today) is not Certainty.NO
    ]
    lanes = list(RECORD_TYPES)
    return tuple(sorted(rows, key=lambda row: lanes.index(row.kind)))


def _stretch(record: Record, spell: Spell, question: Question) -> Stretch:
    days = _days(record, spell, question)
    return Stretch(
        kind_of(record),
        record.id,
        question.pair.records.path(record).way,
        spell.start,
        spell.end,
        spell.goes_on,
        spell.doubted,
        days.high is None or days.high > SHORT,
        days,
    )


def _days(record: Record, spell: Spell, question: Question) -> Figure:
    context = question.context(kind_of(record), unit="day")
    context["records"] = (record.id,)
    today = question.day.toordinal()
    begun, ended = first_day(spell.start), last_day(spell.end)
    last = today if spell.goes_on else ended.high
    low, high = 1, None
    if last is not None and begun.low is not None:
        high = max(last - begun.low + 1, 1)
    first_end = today if spell.goes_on else ended.low
    if first_end is not None and begun.high is not None:
        low = max(first_end - begun.high + 1, 1)
    return Figure.between(low, high, **context)
