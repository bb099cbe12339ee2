"""Dates as sources give them: vague, qualified or open, and never compared as if they were days.

A date is written in the Extended Date/Time Format (EDTF, ISO 8601-2), in the part of it that this
library holds, for the years 0001 to 9999:

- ``2014-10-07``, ``2014-11``, ``2018``, the decade ``201X`` and the century ``20XX``;
  ``2004-06-XX``, ``2004-XX`` and ``2004-XX-XX`` cover the whole of the month or the year;
- the seasons ``2018-21`` (spring, March to May), ``2018-22`` (summer), ``2018-23`` (autumn) and
  ``2018-24`` (winter, from December 2018 to the end of February 2019), as in the north; the
  quarters ``2018-33`` to ``2018-36``;
- one qualifier at the end: ``2018~`` approximate, ``2018?`` uncertain, ``2018%`` both;
- intervals, ``2018/2020``, with ends of any precision, each with its own qualifier; ``2018/..``
  goes on, ``2018/`` has an unknown end, ``../2002`` and ``/2002`` have an unknown beginning;
- one of several, ``[2017,2018]``, or one day of a run, ``[2017..2020]``.

**What a date means.** A date stands for a period of days, and vagueness means that we do not know
which. A plain date, ``2014-11``, is *one* unknown day within its bounds. An interval begins on a
day of its first date and ends on a day of its second, not before it began. An open end says that
the period goes on; an open start says only that its beginning is not known: ``../2002`` is "some
time up to 2002". Any member of ``[2017,2018]`` may be the one meant.

**Possible and guaranteed.** A relation is *possible* if some reading of the two dates makes it
true, and *certain* if every reading does. For an unqualified date, readings are the days as
stated. For an approximate one (``~``) they are those days and one unit more on either side: a day,
a month, three months for a season or a quarter, a year, ten years or a hundred. An uncertain date
(``?``) is possible on the days as stated, but may be wrong altogether, so that nothing is certain
because of it. ``%`` does both. The ends of an interval are qualified each for itself.

Two dates are read independently, even equal ones: ``2018`` and ``2018`` may be different days. To
ask about the whole of a year, use ``EdtfDate.parse("2018").period()``.
"""

from __future__ import annotations

import calendar
import datetime
import enum
import functools
import re
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

import attrs

from relations.errors import DateError

_BEGINNING = 0
"""The day number that stands for "no first day": before every day of the calendar."""

_FOREVER = datetime.date.max.toordinal() + 1
"""The day number that stands for "no last day": after every day of the calendar."""

_CACHE_SIZE = 65_536


class Certainty(enum.Enum):
    """How sure an answer about vague dates is.

    ``a & b`` is how sure it is that both hold, at most; ``a | b`` that either holds, at least.

    A certainty has no truth value: ``if a.before(b)`` would take "possible" for "yes", so it raises
    ``TypeError``.

    ``~a`` is how sure it is that the opposite holds, but only where no date is uncertain: ``2018?``
    is not before 2015 as stated, yet it may be wrong altogether, and nothing is certain because of
    it. Where dates are compared, ask the opposite itself: ``lasted_to`` for what is not ``before``,
    ``after`` for what is not ``begun_by``.
    """

    NO = "no"
    POSSIBLE = "possible"
    CERTAIN = "certain"

    def __and__(self, other: Certainty) -> Certainty:
        return min(self, other, key=_ASCENDING.index)

    def __or__(self, other: Certainty) -> Certainty:
        return max(self, other, key=_ASCENDING.index)

    def __invert__(self) -> Certainty:
        """How sure it is that the opposite holds, where no date is uncertain."""
        return _ASCENDING[-1 - _ASCENDING.index(self)]

    def __bool__(self) -> bool:
        msg = (
            f"{self} is neither true nor false; ask whether it `is Certainty.CERTAIN`, "
            "or use a certainly_... or possibly_... method"
        )
        raise TypeError(msg)


_ASCENDING = (Certainty.NO, Certainty.POSSIBLE, Certainty.CERTAIN)


class Precision(enum.Enum):
    """How closely one end of a date is stated; ``OPEN`` is ``..`` and ``UNKNOWN`` is left blank."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    OPEN = "open"
    UNKNOWN = "unknown"


_MONTHS = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}
"""How many months each precision covers."""


class Shape(enum.Enum):
    """What a part of a date is: one day, a stretch of days, or one day out of a run of dates."""

    DATE = "date"
    INTERVAL = "interval"
    RUN = "run"


@attrs.frozen
class Endpoint:
    """A date as it stands alone or at one end of an interval, taken apart for whoever words it."""

    text: str
    """As written, without the qualifier: ``2018-05``, ``201X``, ``..``, or nothing."""
    precision: Precision
    """The closest unit that is stated; for ``2004-06-XX`` that is the month."""
    year: int | None
    """The year; the first of a decade or century (2010 for ``201X``); None if open or unknown."""
    month: int | None
    """1 to 12, or None."""
    season: int | None
    """The code of a season (21 spring to 24 winter) or a quarter (33 to 36), or None."""
    day: int | None
    """1 to 31, or None."""
    qualifier: str
    """``~`` approximate, ``?`` uncertain, ``%`` both, or nothing."""
    first: int
    """The number (``date.toordinal``) of the first day covered as stated; 0 if there is none."""
    last: int
    """The number of the last day covered as stated; one more than any day if there is none."""

    @property
    def is_approximate(self) -> bool:
        """Whether it is marked as approximate (``~`` or ``%``)."""
        return self.qualifier in ("~", "%")

    @property
    def is_uncertain(self) -> bool:
        """Whether it is marked as uncertain (``?`` or ``%``)."""
        return self.qualifier in ("?", "%")


@attrs.frozen
class Part:
    """One of the alternatives of a date; most dates have only the one."""

    shape: Shape
    """Whether it is one date, an interval, or any day of a run."""
    start: Endpoint
    """The date, or where the interval or run begins."""
    end: Endpoint
    """The same date again, or where the interval or run ends."""


class Extent(NamedTuple):
    """The days on which something may begin and end, by number; 0 and one past the last: no bound.

    The bounds allow for a period not ending before it begins, so that each of the four can be met.
    """

    start_low: int
    start_high: int
    end_low: int
    end_high: int
    is_one_day: bool
    """Whether it begins and ends on one and the same day, whichever that is."""


@attrs.frozen(order=False)
class EdtfDate:
    """A date, interval or choice of dates in EDTF, with its bounds and three-valued relations.

    Two are equal if their texts are. There is no ``<``: ask ``before``, and sort by ``sort_key``.
    """

    text: str
    """The date in EDTF, exactly as in the data."""
    parts: tuple[Part, ...] = attrs.field(init=False, eq=False, repr=False)
    """The alternatives, in the order written: one, or several for ``[2017,2018]``."""

    @parts.default
    def _default_parts(self) -> tuple[Part, ...]:
        return _parts(self.text)

    @functools.cached_property
    def possible(self) -> tuple[Extent, ...]:
        """For each part, the days on which it may possibly have begun and ended."""
        return tuple([_extent(p, _possible(p.start), _possible(p.end)) for p in self.parts])

    @functools.cached_property
    def guaranteed(self) -> tuple[Extent, ...]:
        """For each part, the days outside which it certainly did not begin or end."""
        return tuple([_extent(p, _guaranteed(p.start), _guaranteed(p.end)) for p in self.parts])

    @staticmethod
    def parse(text: str) -> EdtfDate:
        """Read a date, or raise ``DateError`` with the reason and what was probably meant."""
        return _cached(text)

    @staticmethod
    def from_date(day: datetime.date) -> EdtfDate:
        """The date that is exactly this day."""
        return _cached(datetime.date.isoformat(day))

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> datetime.date | None:
        """The first day covered as stated, whatever the qualifier; None if open or unknown."""
        first = min(part.start.first for part in self.parts)
        return None if first == _BEGINNING else datetime.date.fromordinal(first)

    @property
    def latest(self) -> datetime.date | None:
        """The last day covered as stated, whatever the qualifier; None if open or unknown."""
        last = max(part.end.last for part in self.parts)
        return None if last == _FOREVER else datetime.date.fromordinal(last)

    def period(self) -> EdtfDate:
        """The whole period it covers, from the earliest day to the latest, as a question to ask.

        Qualifiers are dropped; open and unknown ends stay as they are.
        """
        first, last = self.earliest, self.latest
        start = self.parts[0].start.text if first is None else first.isoformat()
        end = self.parts[0].end.text if last is None else last.isoformat()
        return _cached(start if start == end else f"{start}/{end}")

    @property
    def is_interval(self) -> bool:
        """Whether it is a stretch of days, rather than one unknown day."""
        return self.parts[0].shape is Shape.INTERVAL

    @property
    def is_open(self) -> bool:
        """Whether it goes on: ``2018/..``."""
        return self.parts[0].end.precision is Precision.OPEN

    @property
    def is_approximate(self) -> bool:
        """Whether any date in it is marked as approximate."""
        return any(p.start.is_approximate or p.end.is_approximate for p in self.parts)

    @property
    def is_uncertain(self) -> bool:
        """Whether any date in it is marked as uncertain."""
        return any(p.start.is_uncertain or p.end.is_uncertain for p in self.parts)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """A key for a stable order on the page: earliest day, latest day, text; open starts first.

        It says nothing about which came first; ``before`` does.
        """
        first = min(part.start.first for part in self.parts)
        return first, max(part.end.last for part in self.parts), self.text

    def before(self, other: EdtfDate) -> Certainty:
        """Whether it ended before the other began."""
        return _certainty(self.certainly_before(other), self.possibly_before(other))

    def after(self, other: EdtfDate) -> Certainty:
        """Whether it began after the other ended."""
        return other.before(self)

    def overlaps(self, other: EdtfDate) -> Certainty:
        """Whether there is a day that belongs to both."""
        return _certainty(self.certainly_overlaps(other), self.possibly_overlaps(other))

    def within(self, other: EdtfDate) -> Certainty:
        """Whether each of its days belongs to the other."""
        return _certainty(self.certainly_within(other), self.possibly_within(other))

    def begun_by(self, other: EdtfDate) -> Certainty:
        """Whether it began no later than the other ended; the opposite of ``after``."""
        return _certainty(
            all(a.start_high <= b.end_low for a, b in product(self.guaranteed, other.guaranteed)),
            any(a.start_low <= b.end_high for a, b in product(self.possible, other.possible)),
        )

    def lasted_to(self, other: EdtfDate) -> Certainty:
        """Whether it ended no earlier than the other began; the opposite of ``before``."""
        return other.begun_by(self)

    def certainly_before(self, other: EdtfDate) -> bool:
        """Whether it ended before the other began, in every reading of the two."""
        return all(
            mine.end_high < theirs.start_low
            for mine, theirs in product(self.guaranteed, other.guaranteed)
        )

    def possibly_before(self, other: EdtfDate) -> bool:
        """Whether it ended before the other began, in some reading of the two."""
        return any(
            mine.end_low < theirs.start_high
            for mine, theirs in product(self.possible, other.possible)
        )

    def certainly_after(self, other: EdtfDate) -> bool:
        """Whether it began after the other ended, in every reading of the two."""
        return other.certainly_before(self)

    def possibly_after(self, other: EdtfDate) -> bool:
        """Whether it began after the other ended, in some reading of the two."""
        return other.possibly_before(self)

    def certainly_overlaps(self, other: EdtfDate) -> bool:
        """Whether there is a day that belongs to both, in every reading of the two."""
        return all(
            mine.start_high <= theirs.end_low and theirs.start_high <= mine.end_low
            for mine, theirs in product(self.guaranteed, other.guaranteed)
        )

    def possibly_overlaps(self, other: EdtfDate) -> bool:
        """Whether there is a day that belongs to both, in some reading of the two."""
        return any(
            mine.start_low <= theirs.end_high and theirs.start_low <= mine.end_high
            for mine, theirs in product(self.possible, other.possible)
        )

    def certainly_within(self, other: EdtfDate) -> bool:
        """Whether each of its days belongs to the other, in every reading of the two."""
        return all(
            theirs.start_high <= mine.start_low and mine.end_high <= theirs.end_low
            for mine, theirs in product(self.guaranteed, other.guaranteed)
        )

    def possibly_within(self, other: EdtfDate) -> bool:
        """Whether each of its days belongs to the other, in some reading of the two."""
        return any(
            theirs.start_low <= mine.start_high
            and mine.end_low <= theirs.end_high
            # What lies within one day, whichever that is, must itself be able to be one day.
            and (not theirs.is_one_day or mine.end_low <= mine.start_high)
            for mine, theirs in product(self.possible, other.possible)
        )


@attrs.frozen
class Dating:
    """When something was, and the words that say so."""

    edtf: EdtfDate
    """The date."""
    as_stated: str | None = None
    """The words of the source, in its language: "at the very beginning of this year"."""
    reference: EdtfDate | None = None
    """The date from which relative words ("last year", "on Tuesday") were resolved."""


@functools.lru_cache(maxsize=_CACHE_SIZE)
def _cached(text: str) -> EdtfDate:
    return EdtfDate(text)


def _certainty(certainly: bool, possibly: bool) -> Certainty:
    if certainly:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if possibly else Certainty.NO


# Reading -------------------------------------------------------------------------------------

_match_point = re.compile(
    r"(([0-9]{2}(?:[0-9][0-9X]|XX))"  # year, decade or century
    r"(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?)"  # month, season or quarter; day
    r"([~?%]?)"
).fullmatch

_Code = tuple[Precision, int | None, int | None, int, int]

_CODES: dict[str | None, _Code] = {
    None: (Precision.YEAR, None, None, 1, 12),
    "XX": (Precision.YEAR, None, None, 1, 12),
    **{f"{month:02}": (Precision.MONTH, month, None, month, 1) for month in range(1, 13)},
    **{f"{21 + n}": (Precision.SEASON, None, 21 + n, 3 + 3 * n, 3) for n in range(4)},
    **{f"{33 + n}": (Precision.QUARTER, None, 33 + n, 1 + 3 * n, 3) for n in range(4)},
}
"""What the code after the year says: precision, month, season; first month, number of months."""

_OPEN = Endpoint("..", Precision.OPEN, None, None, None, None, "", _BEGINNING, _FOREVER)
_UNKNOWN = attrs.evolve(_OPEN, text="", precision=Precision.UNKNOWN)
_BLANK_STARTS = {"..": _OPEN, "": _UNKNOWN}
_BLANK_ENDS = {"..": attrs.evolve(_OPEN, first=_FOREVER), "": _UNKNOWN}
_NO_DAYS = "a season or a quarter has no days"


class _Refused(Exception):
    """What was refused, why, and what would have been read in its place."""

    def __init__(self, found: str, reason: str, *instead: str) -> None:
        super().__init__(found, reason)
        self.found = found
        self.reason = reason
        self.instead = instead


def _parts(text: object) -> tuple[Part, ...]:
    if not isinstance(text, str):
        msg = f"a date is read from a str, not from {type(text).__name__}: {text!r}"
        raise TypeError(msg)
    try:
        return _read(text)
    except _Refused as refused:
        raise DateError(_message(text, refused)) from None


def _read(text: str) -> tuple[Part, ...]:
    if "/" in text:
        return (_interval(text),)
    if text.startswith("[") and text.endswith("]"):
        return _alternatives(text[1:-1].split(","))
    point = _read_point(text)
    return (Part(Shape.DATE, point, point),)


def _read_point(text: str) -> Endpoint:
    match = _match_point(text)
    if match is None:
        raise _Refused(text, _reason(text))
    return _point(match)


def _point(match: re.Match[str]) -> Endpoint:
    text, digits, code, day, qualifier = match.groups()
    if digits[3] == "X":
        return _decade_or_century(match)
    meaning = _CODES.get(code)
    if meaning is None:
        reason = f"there is no month {code} (months are 01 to 12, seasons 21-24, quarters 33-36)"
        raise _Refused(match[0], reason)
    year = int(digits)
    if not year:
        raise _Refused(match[0], "there is no year 0000 (years are 0001 to 9999)")
    precision, month, season, first_month, months = meaning
    if day is not None:
        if month is None and (season is not None or day != "XX"):
            reason = "a day needs a month" if season is None else _NO_DAYS
            raise _Refused(match[0], reason, f"{digits}-{code}{qualifier}")
        if month is not None and day != "XX":
            return _day(match, year, month)
    start = year * 12 + first_month - 1
    first, last = _month_start(start), _month_start(start + months) - 1
    return Endpoint(text, precision, year, month, season, None, qualifier, first, last)


def _day(match: re.Match[str], year: int, month: int) -> Endpoint:
    day = int(match[4])
    if not 1 <= day <= 28:
        _require_day(match, day, calendar.monthrange(year, month)[1])
    number = datetime.date(year, month, day).toordinal()
    return Endpoint(match[1], Precision.DAY, year, month, None, day, match[5], number, number)


def _require_day(match: re.Match[str], day: int, length: int) -> None:
    if not 1 <= day <= length:
        month = match[0][:7]
        reason = f"{month} has no day {match[4]} (it has {length} days)"
        raise _Refused(match[0], reason, f"{month}-{length}" if day else month)


def _decade_or_century(match: re.Match[str]) -> Endpoint:
    _, digits, code, _, qualifier = match.groups()
    if code is not None:
        raise _Refused(match[0], "a decade or a century has no months", digits + qualifier)
    precision = Precision.CENTURY if digits[2] == "X" else Precision.DECADE
    year = int(digits.replace("X", "0"))
    first = _month_start(year * 12)
    last = _month_start(year * 12 + _MONTHS[precision]) - 1
    return Endpoint(digits, precision, year, None, None, None, qualifier, first, last)


def _interval(text: str) -> Part:
    start, _, end = text.partition("/")
    if "/" in end:
        raise _Refused(text, _reason(text))
    first = _BLANK_STARTS.get(start) or _read_point(start)
    last = _BLANK_ENDS.get(end) or _read_point(end)
    if first.year is None and last.year is None:
        raise _Refused(text, "it has no date in it; leave an unknown date out")
    if first.first > last.last:
        raise _Refused(text, "it ends before it begins", f"{end}/{start}")
    return Part(Shape.INTERVAL, first, last)


def _alternatives(members: list[str]) -> tuple[Part, ...]:
    parts = tuple([_alternative(member) for member in members])
    unique = dict.fromkeys(members)
    if len(unique) < len(members):
        kept = ",".join(unique)
        found = f"[{','.join(members)}]"
        raise _Refused(found, "it names the same date twice", kept, f"[{kept}]")
    if len(parts) == 1 and parts[0].shape is Shape.DATE:
        raise _Refused(f"[{members[0]}]", "a choice needs two dates to choose from", members[0])
    return parts


def _alternative(member: str) -> Part:
    start, run, end = member.partition("..")
    if not start or (run and not end):
        raise _Refused(member, "a choice and a run need a date in every place")
    first = _read_point(start)
    if not run:
        return Part(Shape.DATE, first, first)
    last = _read_point(end)
    if first.first > last.last:
        raise _Refused(member, "it ends before it begins", f"{end}..{start}")
    return Part(Shape.RUN, first, last)


# Days ----------------------------------------------------------------------------------------


def _month_start(month: int) -> int:
    """The number of the first day of a month, counted from year 0, held inside the calendar."""
    if month < 12:
        return 1
    if month >= 120_000:
        return _FOREVER
    return datetime.date(month // 12, month % 12 + 1, 1).toordinal()


def _month_at(day: int) -> int:
    """The month, counted from year 0, that begins on this day."""
    if day == _FOREVER:
        return 120_000
    date = datetime.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def _possible(point: Endpoint) -> tuple[int, int]:
    """The days on which it may possibly have been."""
    if not point.is_approximate:
        return point.first, point.last
    if point.precision is Precision.DAY:
        return max(point.first - 1, 1), min(point.last + 1, _FOREVER - 1)
    margin = _MONTHS[point.precision]
    first = _month_at(point.first) - margin
    last = _month_at(point.last + 1) + margin
    return _month_start(first), _month_start(last) - 1


def _guaranteed(point: Endpoint) -> tuple[int, int]:
    """The days outside which it certainly was not."""
    return (_BEGINNING, _FOREVER) if point.is_uncertain else _possible(point)


def _extent(part: Part, start: tuple[int, int], end: tuple[int, int]) -> Extent:
    start_low, start_high = start
    end_low, end_high = end
    if part.shape is not Shape.INTERVAL:
        return Extent(start_low, end_high, start_low, end_high, True)
    return Extent(start_low, min(start_high, end_high), max(end_low, start_low), end_high, False)


# Refusing ------------------------------------------------------------------------------------

_LONGEST_HINTED = 60
"""A text longer than this is no slip of the pen, and is quoted in part."""

_REASONS = (
    ("", "it is empty; leave an unknown date out"),
    (r"\s.*|.*\s", "there are spaces around it"),
    (r"\{.*\}", "it says that all of several dates hold: write a record for each, or an interval"),
    (r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}", "day or month first? Write the year first"),
    (r".*/.*/.*", "'/' stands once, between the two ends of an interval"),
    (r".*[~?%].+", "a qualifier (~, ? or %) stands once, at the end of a date"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*", "it has a time of day, and a date ends with the day"),
    (r"-[0-9].*|[Yy]-?[0-9].*|[0-9]{5,}", "years are 0001 to 9999, in four digits"),
    (r".*", "it is none of YYYY, YYYY-MM, YYYY-MM-DD, an interval a/b, a choice [a,b]"),
)
"""Why a text is refused, by the first pattern that it matches."""

_D = r"([0-9X]{4}(?:-[0-9X]{2}){0,2}[~?%]?)"  # roughly a date
_HINTS = (
    (rf"(?:c|ca|circa|about|around|approx|approximately)?\.? ?{_D}", r"\1~"),
    (rf"([~?%]){_D}", r"\2\1"),
    (rf"{_D}(?:\?~|~\?)", r"\1%"),
    (r"([0-9X]{4}(?:-[0-9]{2})?)([~?%])((?:-[0-9]{2}){1,2})", r"\1\3\2"),
    (r"([0-9]{4}-(?:[0-9]{2}-)?)([~?%])([0-9]{2}(?:-[0-9]{2})?)", r"\1\3\2"),
    (r"([0-9]{4})[./]([0-9]{2})[./]([0-9]{2})", r"\1-\2-\3"),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", r"\1-\2-\3"),
    (r"([0-9]{2})[./-]([0-9]{2})[./-]([0-9]{4})", r"\3-\2-\1", r"\3-\1-\2"),
    (r"([0-9]{2})[./-]([0-9]{4})", r"\2-\1"),
    (r"([0-9]{4})-13", r"\1-12"),
    (r"([0-9]{2})([0-9]{2})[/-]([0-9]{2})", r"\1\2-\3", r"\1\2/\1\3"),
    (r"([0-9]{4})-([0-9]{2})-([0-9]{2})", r"\1-\3-\2"),
    (r"([0-9]{4})-(?:00|XX)(?:-[0-9]{2})?", r"\1"),
    (rf"{_D}[T ][0-9]{{2}}:.*", r"\1"),
    (r"(?:the )?([0-9]{3})0'?s", r"\1X"),
    (r"(?:the )?([0-9]{2})00'?s", r"\1XX"),
    (rf"{_D} ?- ?{_D}", r"\1/\2"),
    (rf"(?:from )?{_D} (?:to|until) {_D}", r"\1/\2"),
    (rf"between {_D} and {_D}", r"\1/\2", r"[\1..\2]"),
    (rf"(?:either )?{_D} or {_D}", r"[\1,\2]"),
    (rf"(?:since|from) {_D}", r"\1/.."),
    (rf"{_D} ?[-/] ?(?:present|now|today|ongoing|open)?", r"\1/.."),
    (rf"{_D}/unknown", r"\1/"),
    (rf"(?:until|up to) {_D}|\[\.\.{_D}\]", r"../\1\2"),
    (rf"\{{{_D},(?:.*,)?{_D}\}}", r"\1/\2"),
)
"""How people write dates, and what they mean by it. What cannot be read is not suggested."""

_HINT_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), texts) for pattern, *texts in _HINTS)

_NAMES = {
    name: code
    for names, code in (
        ("january jan", "01"),
        ("february feb", "02"),
        ("march mar", "03"),
        ("april apr", "04"),
        ("may", "05"),
        ("june jun", "06"),
        ("july jul", "07"),
        ("august aug", "08"),
        ("september sept sep", "09"),
        ("october oct", "10"),
        ("november nov", "11"),
        ("december dec", "12"),
        ("spring", "21"),
        ("summer", "22"),
        ("autumn fall", "23"),
        ("winter", "24"),
        ("q1", "33"),
        ("q2", "34"),
        ("q3", "35"),
        ("q4", "36"),
    )
    for name in names.split()
}
_NAME = "(?P<name>" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")\b\.?"
_NAMED = re.compile(
    r"\b(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? )?"
    + _NAME
    + r"(?: (?P<day_after>[0-9]{1,2})(?:st|nd|rd|th)?\b)?,?(?: of)? (?P<year>[0-9]{4})\b",
    re.IGNORECASE,
)
_YEAR_NAMED = re.compile(r"\b(?P<year>[0-9]{4})[ -]?" + _NAME, re.IGNORECASE)


def suggestions(text: str) -> tuple[str, ...]:
    """What was probably meant by a text that is not in EDTF; each suggestion can be read."""
    if len(text) > _LONGEST_HINTED:
        return ()
    tidied = _tidied(text)
    for simple in (tidied, tidied.upper(), tidied.replace(" ", "")):
        if _readable([simple]):
            return (simple,)
    matches = [(pattern.fullmatch(tidied), texts) for pattern, texts in _HINT_PATTERNS]
    return _readable([match.expand(text) for match, texts in matches if match for text in texts])


def _tidied(text: str) -> str:
    """The text with one space for many, plain dashes, and numbers for the names of months."""
    text = re.sub("[\u2010-\u2015\u2212]", "-", " ".join(text.split()))
    text = _NAMED.sub(lambda m: _dashed(m, m["day"] or m["day_after"]), text)
    text = _YEAR_NAMED.sub(lambda m: _dashed(m, None), text)
    return re.sub(r"(?<![0-9])([0-9])(?![0-9])", r"0\1", text)


def _dashed(match: re.Match[str], day: str | None) -> str:
    month = f"{match['year']}-{_NAMES[match['name'].lower()]}"
    return f"{month}-{day}" if day else month


def _readable(candidates: Iterable[str]) -> tuple[str, ...]:
    """Those candidates that are dates, each once."""
    found = []
    for candidate in dict.fromkeys(candidates):
        try:
            _read(candidate)
        except _Refused:
            continue
        found.append(candidate)
    return tuple(found)


def _reason(text: str) -> str:
    return next(reason for pattern, reason in _REASONS if re.fullmatch(pattern, text, re.DOTALL))


def _message(text: str, refused: _Refused) -> str:
    part = refused.found
    place = "" if part == text else f" (in {_shortened(text)})"
    message = f"{_shortened(part)}{place} is not a date in EDTF: {refused.reason}"
    instead = (*refused.instead, *(suggestions(part) if part != text else ()))
    meant = (*_readable(text.replace(part, each, 1) for each in instead), *suggestions(text))
    if not meant:
        return message
    return f"{message}; did you mean {' or '.join(map(repr, dict.fromkeys(meant)))}?"


def _shortened(text: str) -> str:
    return repr(text if len(text) <= _LONGEST_HINTED else text[: _LONGEST_HINTED - 1] + "…")
