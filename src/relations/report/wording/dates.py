"""Dates in English, as vague as they are: "about January 2018", "2017 or 2018", "since 2018"."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Final

from relations.model.dates import Dating, EdtfDate, Endpoint, Part, Precision, Shape

UNKNOWN_DATE: Final = "date not known"

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS: Final = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "the first quarter of", 34: "the second quarter of",
    35: "the third quarter of", 36: "the last quarter of",
}  # fmt: skip


def day_words(day: datetime.date) -> str:
    """A day of the calendar: "2 May 1979"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_words(date: EdtfDate | None) -> str:
    """A date in words; ``None`` is a date not known."""
    if date is None:
        return UNKNOWN_DATE
    return " or ".join(_part(part) for part in date.parts)


def dating_words(dating: Dating | None, published: Collection[EdtfDate] = ()) -> str:
    """A date in words, with the source's own words where these are relative or vague.

    ``published`` are the dates of the documents that say so.
    """
    if dating is None:
        return UNKNOWN_DATE
    said = stated(dating, published)
    return f"{date_words(dating.edtf)} ({said})" if said else date_words(dating.edtf)


def stated(dating: Dating, published: Collection[EdtfDate] = ()) -> str:
    """The source's words for a date, and from when they count; nothing where the date is plain."""
    if not dating.as_stated or _is_plain(dating):
        return ""
    words = f"“{dating.as_stated}”"
    if dating.reference is None:
        return words
    if dating.reference in published:
        return f"{words}, counted from the document’s date"
    return f"{words}, counted from {date_words(dating.reference)}"


def coarse_words(date: EdtfDate) -> str:
    """A date no closer than the month or year that surely holds it: "February 2020", "2018"."""
    first, last = date.earliest, date.latest
    if first is None or last is None or first == last or first.year != last.year:
        return date_words(date)
    month = f"{_MONTHS[first.month - 1]} " if first.month == last.month else ""
    return f"{month}{first.year}"


def period_words(date: EdtfDate | None) -> str:
    """A date as a stretch of time in a sentence: "in 2018", "on 2 May 1979", "since 2018"."""
    if date is None:
        return f"({UNKNOWN_DATE})"
    part = date.parts[0]
    if len(date.parts) > 1 or part.shape is not Shape.DATE or part.start.qualifier:
        return date_words(date)
    return f"{'on' if part.start.precision is Precision.DAY else 'in'} {date_words(date)}"


def _is_plain(dating: Dating) -> bool:
    """Whether the source's words say no more than the date does."""
    date = dating.edtf
    simple = len(date.parts) == 1 and date.parts[0].shape is Shape.DATE
    vague = date.is_approximate or date.is_uncertain or dating.reference is not None
    year = str(date.parts[0].start.year)
    return simple and not vague and year in (dating.as_stated or "")


# -- parts ---------------------------------------------------------------------------------------


def _part(part: Part) -> str:
    if part.shape is Shape.DATE:
        return _point(part.start)
    if part.shape is Shape.RUN:
        return f"between {_first_of_two(part.start, part.end)} and {_point(part.end)}"
    return _interval(part.start, part.end)


def _interval(start: Endpoint, end: Endpoint) -> str:
    if start.year is None and end.year is None:
        return "going on, beginning not known"
    if end.precision is Precision.OPEN:
        return f"since {_point(start)}"
    if end.precision is Precision.UNKNOWN:
        return f"from {_point(start)}, end not known"
    if start.precision is Precision.OPEN:
        return f"up to {_point(end)}"
    if start.precision is Precision.UNKNOWN:
        return f"until {_point(end)}, beginning not known"
    return f"{_first_of_two(start, end)} to {_point(end)}"


def _first_of_two(start: Endpoint, end: Endpoint) -> str:
    """The start of an interval without the month and year that it shares with the end."""
    days = start.precision is end.precision is Precision.DAY
    if not days or start.qualifier or end.qualifier or start.year != end.year:
        return _point(start)
    same_month = start.month == end.month
    return str(start.day) if same_month else f"{start.day} {_month(start)}"


def _point(point: Endpoint) -> str:
    words = _plain(point)
    if point.is_approximate:
        words = f"about {words}"
    if point.is_uncertain:
        words = f"{words} ({_named(point)} uncertain)"
    return words


def _plain(point: Endpoint) -> str:
    precision = point.precision
    if precision is Precision.DAY:
        return f"{point.day} {_month(point)} {point.year}"
    if precision is Precision.MONTH:
        return f"{_month(point)} {point.year}{_without(point, 'day', 10)}"
    if precision in (Precision.SEASON, Precision.QUARTER):
        return f"{_SEASONS[point.season or 0]} {_season_year(point)}"
    if precision is Precision.DECADE:
        return f"the {point.year}s"
    if precision is Precision.CENTURY:
        return f"the years {point.year} to {(point.year or 0) + 99}"
    return f"{point.year}{_without(point, 'month', 7)}"


def _season_year(point: Endpoint) -> str:
    """A winter runs into the next year."""
    year = point.year or 0
    return f"{year}–{(year + 1) % 100:02}" if point.season == 24 else str(year)


def _month(point: Endpoint) -> str:
    return _MONTHS[(point.month or 1) - 1]


def _without(point: Endpoint, unit: str, length: int) -> str:
    """Says that a unit is not known where the date marks it so (``2004-06-XX``)."""
    return f" ({unit} not known)" if len(point.text) >= length and point.text[-1] == "X" else ""


def _named(point: Endpoint) -> str:
    return (
        "date"
        if point.precision in (Precision.OPEN, Precision.UNKNOWN)
        else (point.precision.value)
    )
