"""What is coming up between the two: anniversaries, plans, sessions and dates for notice."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import Question, months_after
from relations.measures.renewals import renewals
from relations.measures.spans import first_day, last_day
from relations.model.agreement import Agreement
from relations.model.dates import EdtfDate
from relations.model.event import Event
from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.model.status import Status
from relations.pairs import Pair
from relations.selection import When

MONTHS: Final = 18
"""How far ahead is looked unless asked otherwise."""
STEP: Final = 5
"""Anniversaries are told in steps of so many years."""


class Occasion(enum.Enum):
    """What sort of date it is."""

    ANNIVERSARY = "anniversary"
    PLANNED = "planned"
    RENEWAL = "renewal"
    END = "end"
    NOTICE = "notice"


@frozen
class Upcoming:
    """A date ahead: what, of which record, in how many days, and for an anniversary which one."""

    date: EdtfDate
    occasion: Occasion
    kind: str
    record: str
    days: Figure
    years: Figure


def calendar(pair: Pair, *, on: When | None = None, months: int = MONTHS) -> tuple[Upcoming, ...]:
    """What comes up between the two within so many months.

    Formula:
        Anniversaries, in steps of 5 years, of the signing or entry into force of the pair's own
        agreements; its meetings and exercises foreseen and not reported as held; renewals, ends and
        last days for notice of its agreements. All from the day to so many months after.

    Precedent:
        None seen; what a desk keeps by hand.

    Pitfalls:
        A plan is as good as its source is fresh: see ``pipeline`` for its age. An anniversary is
        told only of a day that is known; a month or a year has none. An agreement may long have
        ended when its anniversary comes.

    Args:
        pair: The pair; what ties it only through a body is left out.
        on: The day; the edition's cut-off if left out.
        months: How far ahead to look.

    Returns:
        A row for each date, the nearest first.
    """
    question = Question.of("calendar", pair, on)
    until = months_after(question.day, months)
    rows = [
        *_anniversaries(question, until),
        *_planned(question, until),
        *_notices(question, until),
    ]
    return tuple(sorted(rows, key=lambda row: (*row.date.sort_key, row.occasion.value, row.record)))


def _anniversaries(question: Question, until: datetime.date) -> Iterator[Upcoming]:
    for agreement in question.pair.agreements.own:
        for day in _days_of_birth(agreement):
            for year in range(question.day.year, until.year + 1):
                age = year - day.year
                date = months_after(day, 12 * age)
                if age > 0 and age % STEP == 0 and question.day <= date <= until:
                    yield _row(
                        EdtfDate.from_date(date), Occasion.ANNIVERSARY, agreement, question, age
                    )


def _days_of_birth(agreement: Agreement) -> Iterable[datetime.date]:
    """The days, where they are known, on which it was signed and entered into force."""
    states = (agreement.state(Status.SIGNED), agreement.state(Status.IN_FORCE))
    dates = [state.edtf for state in states if state is not None and state.edtf is not None]
    days = {d.earliest for d in dates if d.earliest == d.latest and not d.is_uncertain}
    return sorted(day for day in days if day is not None)


def _planned(question: Question, until: datetime.date) -> Iterator[Upcoming]:
    for record in question.pair.records.own:
        if isinstance(record, Event) and not record.was_held and record.edtf:
            is_off = record.status is Status.CANCELLED
            if not is_off and _falls(record.edtf, question, until):
                yield _row(record.edtf, Occasion.PLANNED, record, question)


def _notices(question: Question, until: datetime.date) -> Iterator[Upcoming]:
    dataset = question.pair.dataset
    for row in renewals(question.pair, on=question.today):
        agreement = dataset.record(row.agreement)
        end = Occasion.RENEWAL if row.is_renewal else Occasion.END
        for date, occasion in ((row.date, end), (row.notice_by, Occasion.NOTICE)):
            if date is not None and _falls(date, question, until):
                yield _row(date, occasion, agreement, question)


def _falls(date: EdtfDate, question: Question, until: datetime.date) -> bool:
    """Whether a date possibly falls between the day and the last day looked at."""
    ended, begun = last_day(date).high, first_day(date).low
    is_over = ended is not None and ended < question.day.toordinal()
    return not is_over and begun is not None and begun <= until.toordinal()


def _row(
    date: EdtfDate, occasion: Occasion, record: Record, question: Question, age: int | None = None
) -> Upcoming:
    kind, today = kind_of(record), question.day.toordinal()
    days, years = (question.context(kind, unit=unit) for unit in ("day", "year"))
    days["records"] = (record.id,)
    low, high = first_day(date).low, last_day(date).high
    soonest, latest = max((low or today) - today, 0), None if high is None else high - today
    left = Figure.between(soonest, latest, **days)
    if age is None:
        none = Figure.not_applicable("no anniversary", **years)
        return Upcoming(date, occasion, kind, record.id, left, none)
    years["records"] = (record.id,)
    return Upcoming(date, occasion, kind, record.id, left, Figure.measured(age, **years))
