"""Years along the page, so that the figures of a dossier stand exactly under one another."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import count
from typing import Final

from attrs import field, frozen
from attrs.validators import gt

from relations.report.drawing import Anchor, Colour, Ink, Label, Line, Pen, Shape

WIDTH: Final = 170 * 72 / 25.4
"""The width of a figure in points: the text column of every sheet."""
NAMES: Final = 88.0
"""The width in points of the names at the left of a figure."""
INSET: Final = 2.7
"""What the axis leaves free at its right end, in points: half a marker."""
FOOT: Final = 15.0
"""The height in points of the row of years under a figure."""

_MOST_TICKS: Final = 16
_HAIRLINE: Final = Pen(Ink.RULE, 0.35)
_NUMBER: Final = 9.5  # from the foot of the figure to the base line of its years


@frozen
class Axis:
    """Years to points: ``start`` and ``end`` are decimal years, ``left`` and ``right`` points."""

    start: float
    end: float = field(validator=lambda self, _, end: gt(self.start)(self, _, end))
    left: float = NAMES
    right: float = WIDTH - INSET

    def at(self, year: float) -> float:
        """Where a year stands; what lies outside stands at the edge."""
        share = (year - self.start) / (self.end - self.start)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> tuple[int, ...]:
        """The years with a grid line: every five, or as many round ones as leave room."""
        span = self.end - self.start
        steps = (lead * 10**zeros for zeros in count() for lead in (1, 2, 5))
        step = 5 if span <= 40 else next(step for step in steps if span / step <= _MOST_TICKS)
        first = -(-int(self.start) // step) * step
        return tuple(range(first, int(self.end) + 1, step))


def decimal(day: datetime.date) -> float:
    """A day as a year with a fraction: 1 July 2018 is 2018.4959."""
    first = datetime.date(day.year, 1, 1)
    length = 366 if day.year % 4 == 0 and (day.year % 100 or day.year % 400 == 0) else 365
    return round(day.year + (day - first).days / length, 4)


def grid(axis: Axis, body: float) -> Iterator[Shape]:
    """Upright hairlines over a body of this height, one rule at its foot, and the years below."""
    for year in axis.ticks():
        x = axis.at(year)
        yield Line((x, 0), (x, body), _HAIRLINE)
        yield Label(x, body + _NUMBER, str(year), colour=Ink.MUTED, anchor=Anchor.MIDDLE)
    yield Line((0, body), (axis.right + INSET, body), Pen(Ink.INK, 0.5))


def cutoff_line(axis: Axis, cutoff: float, body: float, colour: Colour = Ink.INK) -> Shape:
    """The dashed line at the data's date."""
    x = axis.at(cutoff)
    return Line((x, -2), (x, body), Pen(colour, 0.6, (2, 2)))
