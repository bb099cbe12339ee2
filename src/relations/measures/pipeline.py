"""What is meant and not done: how far each plan has come, and how old the last word of it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.spans import since
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.dates import Certainty, EdtfDate
from relations.model.event import Event
from relations.model.kinds import kind_of
from relations.model.programme import Programme
from relations.model.record import Record
from relations.model.status import Status
from relations.pairs import Pair
from relations.selection import When

STALE: Final = 730
"""After so many days without a new word a plan is stale."""

_MEANT: Final = frozenset(
    {
        Status.PROPOSED,
        Status.DISCUSSED,
        Status.OFFERED,
        Status.PLEDGED,
        Status.PLANNED,
        Status.NEGOTIATING,
        Status.DRAFTED,
        Status.SELECTED,
        Status.SCHEDULED,
        Status.POSTPONED,
    }
)
_UNDER_WAY: Final = {
    Agreement: _MEANT,
    ArmsTransfer: _MEANT | {Status.ORDERED, Status.PART_DELIVERED},
    Event: _MEANT,
    Programme: _MEANT | {Status.SIGNED},
}
"""The stages before the last, for each kind that has them."""


@frozen
class Planned:
    """Something meant, with its stage and the last word of it.

    ``foreseen`` is the day it is meant for, ``is_overdue`` says that this has certainly passed
    without a word that it happened. ``age`` is in days since ``last_word``; ``is_stale`` says that
    it is certainly more than two years.
    """

    kind: str
    record: str
    stage: Status
    last_word: EdtfDate | None
    age: Figure
    is_stale: bool
    foreseen: EdtfDate | None
    is_overdue: bool


def pipeline(pair: Pair, *, on: When | None = None) -> tuple[Planned, ...]:
    """What the two mean to do, and what is ordered and not delivered, with the last word of it.

    Formula:
        Every record of the pair's own whose last state by the day is one before the thing is done:
        for an agreement before signature, for arms before full delivery, for an event before it is
        held, for a programme before it runs. Age is the day less the later of the date of that
        state and of the latest source that speaks of the record; stale is more than 24 months.

    Precedent:
        Arms-transfer registers keep out what is not ordered; aid maps keep what is committed apart
        from what is spent.

    Pitfalls:
        Rumours make a pipeline look full: it stands apart, and adds to no total. That nobody speaks
        of a plan any more is no word that it was given up. The later source may speak of something
        else in the same record, so that the age is a lower bound of the silence.

    Args:
        pair: The pair; what ties it only through a body is left out.
        on: The day; the edition's cut-off if left out.

    Returns:
        A row for each plan, the freshest first.
    """
    question = Question.of("pipeline", pair, on)
    rows = [row for record in pair.records.own for row in _rows(record, question)]
    return tuple(sorted(rows, key=lambda row: (row.age.low or 0, row.record)))


def _rows(record: Record, question: Question) -> Iterator[Planned]:
    stages = next((s for kind, s in _UNDER_WAY.items() if isinstance(record, kind)), frozenset())
    reached = record.status_on(question.today).possible
    if not reached or reached[-1] not in stages:
        return
    kind = kind_of(record)
    last_word = _last_word(record, question)
    context = question.context(kind, unit="day")
    context["records"] = (record.id,)
    silence = since(last_word, question.day)
    foreseen = record.edtf if isinstance(record, Event) else None
    yield Planned(
        kind,
        record.id,
        reached[-1],
        last_word,
        Figure.between(silence.low or 0, silence.high, **context),
        is_stale=silence.low is not None and silence.low > STALE,
        foreseen=foreseen,
        is_overdue=foreseen is not None and foreseen.certainly_before(question.today),
    )


def _last_word(record: Record, question: Question) -> EdtfDate | None:
    """The latest date of a state or of a source that had certainly or possibly come by the day."""
    sources = (question.pair.dataset.source(entry.source) for entry in record.all_citations())
    dates = [source.date.edtf for source in sources if source.date]
    dates += [state.edtf for state in record.history if state.edtf is not None]
    come = [date for date in dates if date.begun_by(question.today) is not Certainty.NO]
    return max(
        come, key=lambda date: (date.latest is not None, date.latest, date.text), default=None
    )
