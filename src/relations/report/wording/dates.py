"""Dates in words, as vague as they are: "about January 2018", "2017 or 2018", "since 2018".

Some languages say a day, a year and a longer span after a preposition each in its own way ("depuis
le 2 mai", "depuis 2018"), so these messages are looked up by which of the three the date is.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from itertools import product
from typing import Final

from babel.dates import get_month_names

from relations.model.dates import Dating, EdtfDate, Endpoint, Part, Precision, Shape
from relations.report.speech import Speech, message

_DAY, _YEAR, _SPAN = "day", "year", "span"
_SORTS: Final = {Precision.DAY: _DAY, Precision.MONTH: _YEAR, Precision.YEAR: _YEAR}
"""How a date behaves after a preposition; what is not listed is a span."""

_AFTER_PREPOSITION: Final = (
    "on {date}", "in {date}", "since {date}", "from {date}, end not known", "up to {date}",
    "until {date}, beginning not known",
)  # fmt: skip  # forms in rows
_TWO_ENDS: Final = ("{start} to {end}", "from {start} to {end}", "between {start} and {end}")
_SEASONS: Final = {
    21: message("spring {year}"),
    22: message("summer {year}"),
    23: message("autumn {year}"),
    24: message("winter {year}"),
    33: message("the first quarter of {year}"),
    34: message("the second quarter of {year}"),
    35: message("the third quarter of {year}"),
    36: message("the last quarter of {year}"),
}
_MONTH: Final = message("{month} {year}")
_NO_DAY: Final = message("{month} {year} (day not known)")
_UNITS: Final = ("day", "month", "season", "quarter", "year", "decade", "century", "date")


def date_messages() -> Iterator[tuple[str, str]]:
    """Every message of this module that is looked up in a context, with the context."""
    for sort, text in product((_DAY, _YEAR, _SPAN), _AFTER_PREPOSITION):
        yield sort, text
    for first, last, text in product((_DAY, _YEAR, _SPAN), (_DAY, _YEAR, _SPAN), _TWO_ENDS):
        yield f"{first} and {last}", text
    yield from (("doubt", f"{unit} uncertain") for unit in _UNITS)
    yield "day of the month", "1"


def unknown_date(speech: Speech) -> str:
    """That a date is not known."""
    return speech.say("date not known")


def day_words(speech: Speech, day: datetime.date) -> str:
    """A day of the calendar: "2 May 1979"."""
    return _day(speech, day.day, day.month, day.year)


def date_words(speech: Speech, date: EdtfDate | None) -> str:
    """A date in words; ``None`` is a date not known."""
    if date is None:
        return unknown_date(speech)
    return speech.either(_part(speech, part) for part in date.parts)


def dating_words(
    speech: Speech, dating: Dating | None, published: Collection[EdtfDate] = ()
) -> str:
    """A date in words, with the source's own words where these are relative or vague.

    ``published`` are the dates of the documents that say so.
    """
    if dating is None:
        return unknown_date(speech)
    said, words = stated(speech, dating, published), date_words(speech, dating.edtf)
    return f"{words} ({said})" if said else words


def stated(speech: Speech, dating: Dating, published: Collection[EdtfDate] = ()) -> str:
    """The source's words for a date, and from when they count; nothing where the date is plain."""
    if not dating.as_stated or _is_plain(dating):
        return ""
    if dating.reference is None:
        return speech.quoted(dating.as_stated)
    if dating.reference in published:
        return speech.say(
            "{words}, counted from the document’s date", words=speech.quoted(dating.as_stated)
        )
    return speech.say(
        "{words}, counted from {date}",
        words=speech.quoted(dating.as_stated),
        date=date_words(speech, dating.reference),
    )


def coarse_words(speech: Speech, date: EdtfDate) -> str:
    """A date no closer than the month or year that surely holds it: "February 2020", "2018"."""
    first, last = date.earliest, date.latest
    if first is None or last is None or first == last or first.year != last.year:
        return date_words(speech, date)
    if first.month != last.month:
        return str(first.year)
    month = _month(speech, first.month)
    return speech.say("{month} {year}", month=month, year=str(first.year))


def period_words(speech: Speech, date: EdtfDate | None) -> str:
    """A date as a stretch of time in a sentence: "in 2018", "on 2 May", "from 2 to 4 May"."""
    if date is None:
        return f"({unknown_date(speech)})"
    part, words = date.parts[0], date_words(speech, date)
    if len(date.parts) > 1:
        return words
    if part.shape is Shape.INTERVAL and part.start.year and part.end.year:
        return _two_ends(speech, "from {start} to {end}", part.start, part.end)
    if part.shape is not Shape.DATE or part.start.qualifier:
        return words
    sort = _sort(part.start)
    text = "on {date}" if sort == _DAY else "in {date}"
    return speech.say_in(sort, text, date=words)


def _is_plain(dating: Dating) -> bool:
    """Whether the source's words say no more than the date does."""
    date = dating.edtf
    simple = len(date.parts) == 1 and date.parts[0].shape is Shape.DATE
    vague = date.is_approximate or date.is_uncertain or dating.reference is not None
    year = str(date.parts[0].start.year)
    return simple and not vague and year in (dating.as_stated or "")


def since_words(speech: Speech, date: EdtfDate) -> str:
    """A date from which something goes on: "since 2018", "since about 2 May 1979"."""
    part = date.parts[0]
    if len(date.parts) > 1 or part.shape is not Shape.DATE:
        return date_words(speech, date)
    return _after(speech, "since {date}", part.start)


# -- parts ---------------------------------------------------------------------------------------


def _part(speech: Speech, part: Part) -> str:
    if part.shape is Shape.DATE:
        return _point(speech, part.start)
    if part.shape is Shape.RUN:
        return _two_ends(speech, "between {start} and {end}", part.start, part.end)
    return _interval(speech, part.start, part.end)


def _interval(speech: Speech, start: Endpoint, end: Endpoint) -> str:
    if start.year is None and end.year is None:
        return speech.say("going on, beginning not known")
    if end.precision is Precision.OPEN:
        return _after(speech, "since {date}", start)
    if end.precision is Precision.UNKNOWN:
        return _after(speech, "from {date}, end not known", start)
    if start.precision is Precision.OPEN:
        return _after(speech, "up to {date}", end)
    if start.precision is Precision.UNKNOWN:
        return _after(speech, "until {date}, beginning not known", end)
    return _two_ends(speech, "{start} to {end}", start, end)


def _after(speech: Speech, text: str, point: Endpoint) -> str:
    return speech.say_in(_sort(point), text, date=_point(speech, point))


def _two_ends(speech: Speech, text: str, start: Endpoint, end: Endpoint) -> str:
    context = f"{_sort(start)} and {_sort(end)}"
    first = _first_of_two(speech, start, end)
    return speech.say_in(context, text, start=first, end=_point(speech, end))


def _sort(point: Endpoint) -> str:
    return _SORTS.get(point.precision, _SPAN)


def _first_of_two(speech: Speech, start: Endpoint, end: Endpoint) -> str:
    """The start of an interval without the month and year that it shares with the end."""
    days = start.precision is end.precision is Precision.DAY
    if not days or start.qualifier or end.qualifier or start.year != end.year:
        return _point(speech, start)
    day = _day_number(speech, start.day or 1)
    if start.month == end.month:
        return day
    return speech.say("{day} {month}", day=day, month=_month(speech, start.month))


def _point(speech: Speech, point: Endpoint) -> str:
    words = _plain(speech, point)
    if point.is_approximate:
        words = speech.say("about {date}", date=words)
    if point.is_uncertain:
        doubt = speech.word("doubt", f"{_unit(point)} uncertain")
        words = f"{words} ({doubt})"
    return words


def _plain(speech: Speech, point: Endpoint) -> str:
    precision, year = point.precision, point.year or 0
    if precision is Precision.DAY:
        return _day(speech, point.day, point.month, year)
    if precision is Precision.MONTH:
        text = _NO_DAY if _is_masked(point, 10) else _MONTH
        return speech.say(text, month=_month(speech, point.month), year=str(year))
    if precision in (Precision.SEASON, Precision.QUARTER):
        return speech.say(_SEASONS[point.season or 21], year=_season_year(point))
    if precision is Precision.DECADE:
        return speech.say("the {year}s", year=str(year))
    if precision is Precision.CENTURY:
        return speech.say("the years {first} to {last}", first=str(year), last=str(year + 99))
    return (
        speech.say("{year} (month not known)", year=str(year))
        if _is_masked(point, 7)
        else str(year)
    )


def _day(speech: Speech, day: int | None, month: int | None, year: int) -> str:
    number, name = _day_number(speech, day or 1), _month(speech, month)
    return speech.say("{day} {month} {year}", day=number, month=name, year=str(year))


def _day_number(speech: Speech, day: int) -> str:
    return speech.word("day of the month", str(day))


def _month(speech: Speech, month: int | None) -> str:
    names = get_month_names("wide", locale=speech.locale)
    return str(names[month or 1])


def _season_year(point: Endpoint) -> str:
    """A winter runs into the next year."""
    year = point.year or 0
    return f"{year}–{(year + 1) % 100:02}" if point.season == 24 else str(year)


def _is_masked(point: Endpoint, length: int) -> bool:
    """Whether the date marks a closer unit as not known (``2004-06-XX``)."""
    return len(point.text) >= length and point.text[-1] == "X"


def _unit(point: Endpoint) -> str:
    open_ = point.precision in (Precision.OPEN, Precision.UNKNOWN)
    return "date" if open_ else point.precision.value
