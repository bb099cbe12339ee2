"""Which agreements come up for renewal or end, and by when somebody has to give notice."""

from __future__ import annotations

import datetime
import enum
from typing import Final

from attrs import frozen

from relations.measures.amounts import amount
from relations.measures.figure import Figure
from relations.measures.in_force import Standing, standings
from relations.measures.question import Question, months_after
from relations.measures.spans import Span, last_day
from relations.measures.terms import after, end_of_term, moved
from relations.model.agreement import Agreement
from relations.model.dates import EdtfDate
from relations.pairs import Pair
from relations.selection import When

SOON: Final = 18
"""Within so many months a renewal or an end is near."""
NOTICE_SOON: Final = 6
"""Within so many months notice has to be given soon."""

_STANDING: Final = frozenset({Standing.IN_FORCE, Standing.SIGNED, Standing.ADOPTED})


class Urgency(enum.Enum):
    """How near the date is."""

    NOTICE_DUE = "notice_due"
    SOON = "soon"
    LATER = "later"
    PASSED = "passed"
    NOT_KNOWN = "not_known"


@frozen
class Renewal:
    """When an agreement is next renewed or ends.

    ``is_renewal`` says that it goes on unless somebody gives notice. ``date`` is the next such day
    and ``notice_by`` the last day for notice; ``None`` is not known. ``term`` is in years,
    ``days_left`` counts from the day asked about.
    """

    agreement: str
    is_renewal: bool
    date: EdtfDate | None
    notice_by: EdtfDate | None
    term: Figure
    days_left: Figure
    urgency: Urgency


def renewals(pair: Pair, *, on: When | None = None) -> tuple[Renewal, ...]:
    """When the pair's standing agreements are renewed or end, and by when notice is due.

    Formula:
        With the day of entry into force (else of signature), the term T, the renewal term P and
        the notice N: next = the first of entry + T + k × P that is not before the day; notice by =
        next − N. Without a term, next is the end that the text foresees, or
        that of the period it covers. Notice is due if the last
        day for it is within 6 months; next is soon within 18.

    Precedent:
        Treaty practice, and the calendars of foreign ministries' legal departments.

    Pitfalls:
        A term that no source gives is not known, never indefinite. Tacit renewal is common: where
        there is one, the date is a renewal and no expiry. Counted from a vague day, the date is
        vague.

    Args:
        pair: The pair; agreements of a body alone are left out.
        on: The day; the edition's cut-off if left out.

    Returns:
        A row for each agreement that stands, or may, on the day; the nearest date first, those
        without one last.
    """
    question = Question.of("renewals", pair, on)
    rows = [
        _row(agreement, question)
        for agreement in pair.agreements.own
        if not _STANDING.isdisjoint(standings(agreement, question.today))
    ]
    return tuple(sorted(rows, key=lambda row: (row.date is None, row.date and row.date.sort_key)))


def _row(agreement: Agreement, question: Question) -> Renewal:
    coming = _next(agreement, question.day)
    notice = _notice_by(agreement, coming)
    years = question.context("agreements", unit="year")
    return Renewal(
        agreement.id,
        is_renewal=agreement.renewal is not None,
        date=_date(coming),
        notice_by=_date(notice),
        term=amount(agreement.term, agreement.id, years),
        days_left=_days_left(agreement, coming, question),
        urgency=_urgency(coming, notice, question.day),
    )


def _days_left(agreement: Agreement, coming: Span, question: Question) -> Figure:
    today = question.day.toordinal()
    context = question.context("agreements", unit="day")
    if coming.high is not None and coming.high < today:
        return Figure.not_applicable(
            "the end foreseen has passed, and no end is reported", **context
        )
    context["records"] = (agreement.id,)
    low = None if coming.low is None else max(coming.low - today, 0)
    high = None if coming.high is None else coming.high - today
    return Figure.between(low or 0, high, **context)


# -- the next date -------------------------------------------------------------------------------


def _next(agreement: Agreement, day: datetime.date) -> Span:
    """The days between which the next renewal or the end lies; unknown where no source tells."""
    if agreement.term is None or not agreement.term.is_known:
        foreseen = agreement.nominal_end or agreement.period
        return last_day(foreseen.edtf if foreseen else None)
    coming = end_of_term(agreement)
    renewed = agreement.renewal_term
    while _is_over(coming, day) and renewed is not None and renewed.minimum >= 1:
        coming = after(coming, renewed)
    unknown = _is_over(coming, day) and agreement.renewal and renewed is None
    return Span(None, None) if unknown else coming


def _is_over(span: Span, day: datetime.date) -> bool:
    return span.high is not None and span.high < day.toordinal()


def _notice_by(agreement: Agreement, coming: Span) -> Span:
    if agreement.notice is None or not agreement.notice.is_known:
        return Span(None, None)
    most, least = agreement.notice.maximum, agreement.notice.minimum
    return moved(coming, None if most is None else -round(most), -round(least))


def _date(span: Span) -> EdtfDate | None:
    """A day, or one of the days between two."""
    if span.low is None or span.high is None:
        return None
    first, last = map(datetime.date.fromordinal, (span.low, span.high))
    return EdtfDate.parse(str(first) if first == last else f"[{first}..{last}]")


def _urgency(coming: Span, notice: Span, day: datetime.date) -> Urgency:
    if coming.low is None or coming.high is None:
        return Urgency.NOT_KNOWN
    if _is_over(coming, day):
        return Urgency.PASSED
    if notice.low is not None and notice.low <= months_after(day, NOTICE_SOON).toordinal():
        return Urgency.NOTICE_DUE
    soon = coming.low <= months_after(day, SOON).toordinal()
    return Urgency.SOON if soon else Urgency.LATER
