"""Dates as sources give them: vague, qualified or open, and never compared as if they were days.

A date is written in the Extended Date/Time Format (EDTF, ISO 8601-2); :mod:`relations.model.edtf`
lists the forms that this library holds.

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

import datetime
import enum
import functools
from itertools import product
from typing import NamedTuple

import attrs

from relations.errors import DateError
from relations.model.edtf import BEGINNING, FOREVER, Endpoint, Part, Precision, Refused, Shape, read
from relations.model.edtf_hints import message

__all__ = ["Certainty", "Dating", "EdtfDate", "Endpoint", "Extent", "Part", "Precision", "Shape"]
"""What others use of dates, wherever it is made."""

_CACHE_SIZE = 65_536


class Certainty(enum.Enum):
    """How sure an answer about vague dates is.

    ``a & b`` is how sure it is that both hold, at most; ``a | b`` that either holds, at least.

    A certainty has no truth value: ``if a.before(b)`` would take "possible" for "yes", so it raises
    ``TypeError``.

    It cannot be negated either: ``2018?`` is not before 2015 as stated, yet it may be wrong
    altogether, so that the opposite is no more certain. Ask the opposite itself: ``lasted_to`` for
    what is not ``before``, ``begun_by`` for what is not ``after``.
    """

    NO = "no"
    POSSIBLE = "possible"
    CERTAIN = "certain"

    def __and__(self, other: Certainty) -> Certainty:
        return min(self, other, key=_ASCENDING.index)

    def __or__(self, other: Certainty) -> Certainty:
        return max(self, other, key=_ASCENDING.index)

    def __bool__(self) -> bool:
        msg = (
            f"{self} is neither true nor false; ask whether it `is Certainty.CERTAIN`, "
            "or use a certainly_... or possibly_... method"
        )
        raise TypeError(msg)


_ASCENDING = (Certainty.NO, Certainty.POSSIBLE, Certainty.CERTAIN)


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
        try:
            return read(self.text)
        except Refused as refused:
            raise DateError(message(self.text, refused)) from None

    @functools.cached_property
    def possible(self) -> tuple[Extent, ...]:
        """For each part, the days on which it may possibly have begun and ended."""
        return tuple([_extent(p, p.start.possible, p.end.possible) for p in self.parts])

    @functools.cached_property
    def guaranteed(self) -> tuple[Extent, ...]:
        """For each part, the days outside which it certainly did not begin or end."""
        return tuple([_extent(p, p.start.guaranteed, p.end.guaranteed) for p in self.parts])

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
        return None if first == BEGINNING else datetime.date.fromordinal(first)

    @property
    def latest(self) -> datetime.date | None:
        """The last day covered as stated, whatever the qualifier; None if open or unknown."""
        last = max(part.end.last for part in self.parts)
        return None if last == FOREVER else datetime.date.fromordinal(last)

    def period(self) -> EdtfDate:
        """The whole period it covers, from the earliest day to the latest, as a question to ask.

        Qualifiers are dropped; open and unknown ends stay as they are.
        """
        first, last = self.earliest, self.latest
        start = self.parts[0].start.text if first is None else first.isoformat()
        end = self.parts[0].end.text if last is None else last.isoformat()
        one_day = first is not None and first == last
        return _cached(start if one_day else f"{start}/{end}")

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


def _extent(part: Part, start: tuple[int, int], end: tuple[int, int]) -> Extent:
    start_low, start_high = start
    end_low, end_high = end
    if part.shape is not Shape.INTERVAL:
        return Extent(start_low, end_high, start_low, end_high, True)
    return Extent(start_low, min(start_high, end_high), max(end_low, start_low), end_high, False)
