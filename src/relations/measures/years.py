"""Dates reckoned in whole years, so that a panel of a million rows compares numbers and not dates.

The answers are those of :mod:`relations.model.dates` for the whole of a year, worked out once for
all years: a stretch has certainly begun by the end of some year and all later ones, and so on.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final, NamedTuple

from relations.model.dates import EdtfDate
from relations.model.edtf import BEGINNING, FOREVER
from relations.model.status import Spell

NEVER: Final = (FOREVER, BEGINNING)
"""The bounds of what never is: it begins after the last day and ends before the first."""


class Stretch(NamedTuple):
    """The days, by number, within which something possibly and certainly went on.

    A choice of dates (``[2017,2018]``) counts as the stretch from its first to its last day.
    """

    possible_from: int
    possible_to: int
    certain_from: int
    certain_to: int

    def certainly_meets(self, other: Stretch) -> bool:
        """Whether there is a day that belongs to both, in every reading."""
        return self.certain_from <= other.certain_to and other.certain_from <= self.certain_to

    def possibly_meets(self, other: Stretch) -> bool:
        """Whether there is a day that belongs to both, in some reading."""
        return self.possible_from <= other.possible_to and other.possible_from <= self.possible_to

    def certainly_spans(self, other: Stretch) -> bool:
        """Whether every day of the other belongs to it, in every reading."""
        return self.certain_from <= other.possible_from and other.possible_to <= self.certain_to


ALWAYS: Final = Stretch(BEGINNING, FOREVER, BEGINNING, FOREVER)
PERHAPS: Final = Stretch(BEGINNING, FOREVER, *NEVER)


def stretch(date: EdtfDate) -> Stretch:
    """The stretch that a date covers."""
    return Stretch(
        min(extent.start_low for extent in date.possible),
        max(extent.end_high for extent in date.possible),
        max(extent.start_high for extent in date.guaranteed),
        min(extent.end_low for extent in date.guaranteed),
    )


def both(a: Stretch, b: Stretch) -> Stretch:
    """Two stretches that meet as one."""
    return Stretch(
        min(a.possible_from, b.possible_from),
        max(a.possible_to, b.possible_to),
        min(a.certain_from, b.certain_from),
        max(a.certain_to, b.certain_to),
    )


def days_of(*stretches: Stretch) -> int:
    """How many days certainly belong to all of them."""
    first = max(it.certain_from for it in stretches)
    return max(0, min(it.certain_to for it in stretches) - first + 1)


def year(number: int) -> Stretch:
    """The whole of a year."""
    first = datetime.date(number, 1, 1).toordinal()
    last = datetime.date(number, 12, 31).toordinal()
    return Stretch(first, last, first, last)


def spell_stretch(spell: Spell) -> Stretch:
    """The stretch of a spell; its two ends are read each for itself."""
    start = stretch(spell.start) if spell.start else PERHAPS
    end = stretch(spell.end) if spell.end else ALWAYS if spell.goes_on else PERHAPS
    certain = NEVER if spell.doubted else (start.certain_from, end.certain_to)
    return Stretch(start.possible_from, end.possible_to, *certain)


class Years(NamedTuple):
    """In which years something certainly took place or stood, and in which only possibly."""

    certain: frozenset[int]
    possible: frozenset[int]


def years_of(spells: Iterable[Spell], first: int, last: int) -> Years:
    """The years from ``first`` to ``last``, both included, in which any of the spells went on."""
    certain: set[int] = set()
    possible: set[int] = set()
    for found in map(spell_stretch, spells):
        certain.update(_years(found.certain_from, found.certain_to, first, last))
        possible.update(_years(found.possible_from, found.possible_to, first, last))
    return Years(frozenset(certain), frozenset(possible - certain))


def _years(start: int, end: int, first: int, last: int) -> range:
    """The years that begin no later than day ``end`` and end no earlier than day ``start``."""
    return range(max(first, _year_of(start)), min(last, _year_of(end)) + 1)


def _year_of(day: int) -> int:
    """The year of a day; before all years and after them for what has no bound."""
    if day <= BEGINNING:
        return datetime.MINYEAR - 1
    return datetime.MAXYEAR + 1 if day >= FOREVER else datetime.date.fromordinal(day).year
