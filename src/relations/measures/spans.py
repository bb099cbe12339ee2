"""Between which bounds so much time has passed, where the dates themselves are vague."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from relations.model.dates import EdtfDate, Extent
from relations.model.edtf import BEGINNING, FOREVER


class Span(NamedTuple):
    """A number of days between two bounds; ``None`` where a bound is not known."""

    low: int | None
    high: int | None


def since(date: EdtfDate | None, day: datetime.date) -> Span:
    """How many days have passed from the end of something to ``day``; never fewer than none."""
    ended = last_day(date)
    low = None if ended.high is None else max(day.toordinal() - ended.high, 0)
    high = None if ended.low is None else max(day.toordinal() - ended.low, 0)
    return Span(low, high)


def last_day(date: EdtfDate | None) -> Span:
    """The days, by number, between which something ended, in some reading of its date."""
    return _span((extent.end_low, extent.end_high) for extent in _possible(date))


def first_day(date: EdtfDate | None) -> Span:
    """The days, by number, between which something began, in some reading of its date."""
    return _span((extent.start_low, extent.start_high) for extent in _possible(date))


def certain_first_day(date: EdtfDate | None) -> Span:
    """The days, by number, outside which something certainly did not begin."""
    return _span((extent.start_low, extent.start_high) for extent in _guaranteed(date))


def between(earlier: EdtfDate, later: EdtfDate) -> Span:
    """How many days passed from the end of the one to the beginning of the other."""
    ended, began = last_day(earlier), first_day(later)
    low = None if began.low is None or ended.high is None else max(began.low - ended.high, 0)
    high = None if began.high is None or ended.low is None else max(began.high - ended.low, 0)
    return Span(low, high)


def _possible(date: EdtfDate | None) -> tuple[Extent, ...]:
    return date.possible if date else ()


def _guaranteed(date: EdtfDate | None) -> tuple[Extent, ...]:
    return date.guaranteed if date else ()


def _span(bounds: Iterable[tuple[int, int]]) -> Span:
    found = tuple(bounds)
    if not found:
        return Span(None, None)
    lows, highs = zip(*found, strict=True)
    low, high = min(lows), max(highs)
    return Span(None if low == BEGINNING else low, None if high == FOREVER else high)
