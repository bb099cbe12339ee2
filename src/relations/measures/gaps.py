"""Whether the present silence is longer than the silences before it."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.spans import Span, between, since
from relations.model.dates import Certainty, EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Level, Meeting
from relations.model.record import Record
from relations.pairs import Pair
from relations.selection import When

FEWEST: Final = 4
"""So many past gaps are needed before one is called usual."""
LONG: Final = 365
"""A gap of no more days than this is never called long."""
_LEFT_OUT: Final = frozenset({"statements", "disputes"})
"""Kinds that are no contacts of the two."""


@frozen
class Gap:
    """How long a kind of contact has been silent, beside its own history.

    ``level`` narrows meetings down; ``None`` is any. ``last`` is the last record. ``days`` have
    passed since; ``usual`` is the median of the gaps before; ``past`` says how many there were.
    ``is_long`` says that the present gap certainly is more than twice the usual, and than a year.
    """

    kind: str
    level: Level | None
    last: str | None
    days: Figure
    usual: Figure
    past: Figure
    is_long: bool


def gaps(pair: Pair, *, on: When | None = None) -> tuple[Gap, ...]:
    """How long nothing has been recorded of each kind of contact, and how long is usual.

    Formula:
        Gap = day − end of the last record of the kind that took place by the day. Usual = median of
        the gaps between successive records, of which there must be at least 4. Long: more than
        twice the usual and more than 12 months, whatever the vague dates may mean.

    Precedent:
        Spell and peace-year counters in conflict research, as ``add_spells`` in peacesciencer.

    Pitfalls:
        The present gap is cut off by the day (right-censored) and takes no part in the median. No
        record since is not no contact since: read the coverage beside it. The years of the pandemic
        lengthened every gap. Where records were gathered because of a crisis, the gaps are the
        gatherer's.

    Args:
        pair: The pair; what ties it only through a body is left out.
        on: The day; the edition's cut-off if left out.

    Returns:
        A row for each kind of contact, and below meetings one for each level that was found.
    """
    question = Question.of("gaps", pair, on)
    return tuple(
        row
        for kind in RECORD_TYPES
        if kind not in _LEFT_OUT
        for row in _of_kind(kind, list(_took_place(question, kind)), question)
    )


def _of_kind(kind: str, records: Sequence[Record], question: Question) -> Iterator[Gap]:
    yield _row(kind, None, records, question)
    found = [record for record in records if isinstance(record, Meeting)]
    for level in Level:
        at_level = [meeting for meeting in found if meeting.level is level]
        if at_level:
            yield _row(kind, level, at_level, question)


def _took_place(question: Question, kind: str) -> Iterator[Record]:
    """The pair's own records of a kind that certainly took place or began by the day."""
    selection = getattr(question.pair, kind)
    for record in selection.own:
        start = _start(record)
        if start is not None and start.begun_by(question.today) is Certainty.CERTAIN:
            yield record


def _start(record: Record) -> EdtfDate | None:
    """When a record took place, or began; ``None`` where that is in doubt."""
    spells = [spell for spell in record.spells() if not spell.doubted]
    return spells[0].start if spells else None


def _row(kind: str, level: Level | None, records: Sequence[Record], question: Question) -> Gap:
    dates = {record.id: date for record in records if (date := _start(record))}
    order = sorted(dates, key=lambda key: dates[key].sort_key)
    past = [between(dates[earlier], dates[later]) for earlier, later in pairwise(order)]
    days = _days(kind, order[-1:], dates, question)
    usual = _usual(kind, past, order, question)
    return Gap(
        kind,
        level,
        order[-1] if order else None,
        days,
        usual,
        _how_many(kind, order, question),
        _is_long(days, usual),
    )


def _days(kind: str, last: Sequence[str], dates: dict[str, EdtfDate], question: Question) -> Figure:
    context = question.context(kind, unit="day")
    if not last:
        return Figure.absent(**context)
    silence = since(dates[last[0]], question.day)
    context["records"] = tuple(last)
    return Figure.between(silence.low or 0, silence.high, **context)


def _how_many(kind: str, order: Sequence[str], question: Question) -> Figure:
    context = question.context(kind, unit="gap")
    if not order:
        return Figure.absent(**context)
    if len(order) == 1:
        return Figure.not_applicable("one record alone has no gap before it", **context)
    context["records"] = tuple(order)
    return Figure.measured(len(order) - 1, **context)


def _usual(kind: str, past: Sequence[Span], order: Sequence[str], question: Question) -> Figure:
    context = question.context(kind, unit="day")
    if len(past) < FEWEST:
        few = f"past gaps: {len(past)}; at least {FEWEST} are needed to call one usual"
        return Figure.not_applicable(few, **context)
    context["records"] = tuple(order)
    highs = [span.high for span in past if span.high is not None]
    low = statistics.median(span.low or 0 for span in past)
    high = statistics.median(highs) if len(highs) == len(past) else None
    return Figure.between(low, high, **context)


def _is_long(days: Figure, usual: Figure) -> bool:
    if days.low is None or usual.high is None:
        return False
    return days.low > 2 * usual.high and days.low > LONG
