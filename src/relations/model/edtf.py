"""The text of a date taken apart, so that nobody else who compares or words a date need look at it.

The part of the Extended Date/Time Format (EDTF, ISO 8601-2) that is read, for the years 0001 to
9999:

- ``2014-10-07``, ``2014-11``, ``2018``, the decade ``201X`` and the century ``20XX``;
  ``2004-06-XX``, ``2004-XX`` and ``2004-XX-XX`` cover the whole of the month or the year;
- the seasons ``2018-21`` (spring, March to May), ``2018-22`` (summer), ``2018-23`` (autumn) and
  ``2018-24`` (winter, from December 2018 to the end of February 2019), as in the north; the
  quarters ``2018-33`` to ``2018-36``;
- one qualifier at the end: ``2018~`` approximate, ``2018?`` uncertain, ``2018%`` both;
- intervals, ``2018/2020``, with ends of any precision, each with its own qualifier; ``2018/..``
  goes on, ``2018/`` has an unknown end, ``../2002`` and ``/2002`` have an unknown beginning, and
  what goes on since nobody knows when is ``/..`` or ``../..``;
- one of several, ``[2017,2018]``, or one day of a run, ``[2017..2020]``.
"""

from __future__ import annotations

import calendar
import datetime
import enum
import re
from typing import NamedTuple

BEGINNING = 0
"""The day number that stands for "no first day": before every day of the calendar."""

FOREVER = datetime.date.max.toordinal() + 1
"""The day number that stands for "no last day": after every day of the calendar."""


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


class Endpoint(NamedTuple):
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

    @property
    def possible(self) -> tuple[int, int]:
        """The first and the last day on which it may possibly have been."""
        if not self.is_approximate:
            return self.first, self.last
        if self.precision is Precision.DAY:
            return max(self.first - 1, 1), min(self.last + 1, FOREVER - 1)
        margin = _MONTHS[self.precision]
        first = _month_at(self.first) - margin
        last = _month_at(self.last + 1) + margin
        return _month_start(first), _month_start(last) - 1

    @property
    def guaranteed(self) -> tuple[int, int]:
        """The days before and after which it certainly was not."""
        return (BEGINNING, FOREVER) if self.is_uncertain else self.possible


class Part(NamedTuple):
    """One of the alternatives of a date; most dates have only the one."""

    shape: Shape
    """Whether it is one date, an interval, or any day of a run."""
    start: Endpoint
    """The date, or where the interval or run begins."""
    end: Endpoint
    """The same date again, or where the interval or run ends."""


class Refused(Exception):
    """A text is no date: what was refused, why, and what would have been read in its place.

    The reason is left blank where all that is known is that the text has none of the forms.
    """

    def __init__(self, found: str, reason: str = "", *instead: str) -> None:
        super().__init__(found, reason)
        self.found = found
        self.reason = reason
        self.instead = instead


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

_OPEN = Endpoint("..", Precision.OPEN, None, None, None, None, "", BEGINNING, FOREVER)
_UNKNOWN = _OPEN._replace(text="", precision=Precision.UNKNOWN)
_BLANK_STARTS = {"..": _OPEN, "": _UNKNOWN}
_BLANK_ENDS = {"..": _OPEN._replace(first=FOREVER), "": _UNKNOWN}


def read(text: str) -> tuple[Part, ...]:
    """The alternatives that a date names, in the order written; raises ``Refused``."""
    if not isinstance(text, str):
        raise TypeError(f"a date is read from a str, not from {type(text).__name__}: {text!r}")
    if "/" in text:
        return (_interval(text),)
    if text.startswith("[") and text.endswith("]"):
        return _alternatives(text[1:-1].split(","))
    point = _point(text)
    return (Part(Shape.DATE, point, point),)


def _interval(text: str) -> Part:
    start, _, end = text.partition("/")
    if "/" in end:
        raise Refused(text)
    first = _BLANK_STARTS.get(start) or _point(start)
    last = _BLANK_ENDS.get(end) or _point(end)
    if first.year is None and last.precision is Precision.UNKNOWN:
        raise Refused(text, "neither of its ends is known; leave an unknown date out")
    if first.first > last.last:
        raise Refused(text, "it ends before it begins", f"{end}/{start}")
    return Part(Shape.INTERVAL, first, last)


def _alternatives(members: list[str]) -> tuple[Part, ...]:
    parts = tuple([_alternative(member) for member in members])
    unique = dict.fromkeys(members)
    if len(unique) < len(members):
        kept = ",".join(unique)
        found = f"[{','.join(members)}]"
        raise Refused(found, "it names the same date twice", kept, f"[{kept}]")
    if len(parts) == 1 and parts[0].shape is Shape.DATE:
        raise Refused(f"[{members[0]}]", "a choice needs two dates to choose from", members[0])
    return parts


def _alternative(member: str) -> Part:
    start, run, end = member.partition("..")
    if not start or (run and not end):
        raise Refused(member, "a choice and a run need a date in every place")
    first = _point(start)
    if not run:
        return Part(Shape.DATE, first, first)
    last = _point(end)
    if first.first > last.last:
        raise Refused(member, "it ends before it begins", f"{end}..{start}")
    return Part(Shape.RUN, first, last)


def _point(text: str) -> Endpoint:
    match = _match_point(text)
    if match is None:
        raise Refused(text)
    written, digits, code, day, qualifier = match.groups()
    if digits[3] == "X":
        return _decade_or_century(match)
    if code not in _CODES:
        reason = f"there is no month {code} (months are 01 to 12, seasons 21-24, quarters 33-36)"
        raise Refused(text, reason)
    year = int(digits)
    if not year:
        raise Refused(text, "there is no year 0000 (years are 0001 to 9999)")
    precision, month, season, first_month, months = _CODES[code]
    if month and day and day != "XX":
        return _day(match, year, month)
    if day and (season or day != "XX"):
        reason = "a season or a quarter has no days" if season else "a day needs a month"
        raise Refused(text, reason, f"{digits}-{code}{qualifier}")
    start = year * 12 + first_month - 1
    first, last = _month_start(start), _month_start(start + months) - 1
    return Endpoint(written, precision, year, month, season, None, qualifier, first, last)


def _day(match: re.Match[str], year: int, month: int) -> Endpoint:
    written, day, qualifier = match.group(1, 4, 5)
    try:
        number = datetime.date(year, month, int(day)).toordinal()
    except ValueError:
        length = calendar.monthrange(year, month)[1]
        within = written[:7]
        reason = f"{within} has no day {day} (it has {length} days)"
        raise Refused(match[0], reason, within if day == "00" else f"{within}-{length}") from None
    return Endpoint(written, Precision.DAY, year, month, None, int(day), qualifier, number, number)


def _decade_or_century(match: re.Match[str]) -> Endpoint:
    _, digits, code, _, qualifier = match.groups()
    if code is not None:
        raise Refused(match[0], "a decade or a century has no months", digits + qualifier)
    precision = Precision.CENTURY if digits[2] == "X" else Precision.DECADE
    year = int(digits.replace("X", "0"))
    first = _month_start(year * 12)
    last = _month_start(year * 12 + _MONTHS[precision]) - 1
    return Endpoint(digits, precision, year, None, None, None, qualifier, first, last)


def _month_start(month: int) -> int:
    """The number of the first day of a month, counted from year 0, held inside the calendar."""
    if month < 12:
        return 1
    if month >= 120_000:
        return FOREVER
    return datetime.date(month // 12, month % 12 + 1, 1).toordinal()


def _month_at(day: int) -> int:
    """The month, counted from year 0, that begins on this day."""
    if day == FOREVER:
        return 120_000
    date = datetime.date.fromordinal(day)
    return date.year * 12 + date.month - 1
