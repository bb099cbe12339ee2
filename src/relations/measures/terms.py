"""When the term of an agreement runs out, where the day it began may be vague."""

from __future__ import annotations

import datetime

from relations.measures.question import months_after
from relations.measures.spans import Span, first_day
from relations.model.agreement import Agreement
from relations.model.quantities import Quantity
from relations.model.status import Status


def end_of_term(agreement: Agreement) -> Span:
    """The days, by number, between which the first term ends; unknown without a term or a start."""
    if agreement.term is None or not agreement.term.is_known:
        return Span(None, None)
    return after(_entry(agreement), agreement.term)


def after(span: Span, years: Quantity) -> Span:
    """A span so many years later."""
    return moved(span, _whole_months(years.minimum), _whole_months(years.maximum))


def moved(span: Span, low: int | None, high: int | None) -> Span:
    """A span moved by so many months at its two ends; unknown where either is."""
    return Span(_move(span.low, low), _move(span.high, high))


def _entry(agreement: Agreement) -> Span:
    """The days between which it entered into force, or else was signed or adopted."""
    states = map(agreement.state, (Status.IN_FORCE, Status.SIGNED, Status.ADOPTED))
    dates = [state.edtf for state in states if state is not None and state.edtf is not None]
    return first_day(dates[0] if dates else None)


def _whole_months(years: float | None) -> int | None:
    return None if years is None else round(years * 12)


def _move(ordinal: int | None, months: int | None) -> int | None:
    if ordinal is None or months is None:
        return None
    return months_after(datetime.date.fromordinal(ordinal), months).toordinal()
