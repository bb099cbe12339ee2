"""Counts by year as bars: one tall row is a histogram, several low ones are small multiples.

Each row has a scale of its own, with its highest count printed at the right, since unlike things
are not to be compared by height. The ground says how well a year is covered, so that an empty
year is not taken for a quiet one.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import field, frozen
from attrs.validators import ge

from relations.report.charts.axis import FOOT, INSET, Axis, cutoff_line, grid
from relations.report.drawing import (
    Anchor,
    Drawing,
    Ink,
    Label,
    Line,
    Pen,
    Polygon,
    Rect,
    Shape,
    Sign,
    Step,
)
from relations.report.signs import Category, Fill

TALL: Final = 36.0
"""The height in points of the one row of a histogram."""
LOW: Final = 21.0
"""The height in points of each row of small multiples."""
MEAN_OVER: Final = 5
"""The years over which the mean runs."""

_HEADROOM: Final = 5.0
_WIDEST_BAR: Final = 9.0
_BAR_SHARE: Final = 0.72  # of a year's room
_SIGN: Final = 2.7
_NAME: Final = 9.2  # from the left edge to the name


class Ground(enum.Enum):
    """How thoroughly a year was looked at."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NOT_COVERED = "not_covered"


@frozen
class Year:
    """How many things fall in a year for certain, and how many more possibly."""

    year: int
    certain: int = field(default=0, validator=ge(0))
    possible: int = field(default=0, validator=ge(0))
    ground: Ground = Ground.PARTIAL

    @property
    def most(self) -> int:
        """The count if all that is possible is so."""
        return self.certain + self.possible


@frozen
class YearRow:
    """One sort of thing over the years, which follow one another without a gap."""

    name: str
    category: Category
    years: tuple[Year, ...]

    @property
    def highest(self) -> int:
        """The highest count of any year."""
        return max((year.most for year in self.years), default=0)


def years(
    rows: Sequence[YearRow],
    axis: Axis,
    cutoff: float,
    *,
    height: float = LOW,
    alt: str,
    caption: str,
) -> Drawing:
    """The rows under one another over one axis, each ``height`` points high."""
    body = height * len(rows)
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        shapes += _grounds(row, axis, number * height, height)
    shapes += grid(axis, body)
    for number, row in enumerate(rows):
        shapes += _row(row, axis, number * height, height)
    shapes.append(cutoff_line(axis, cutoff, body))
    return Drawing(axis.right + INSET, body + FOOT, tuple(shapes), alt, caption)


# -- a row ---------------------------------------------------------------------------------------


def _grounds(row: YearRow, axis: Axis, top: float, height: float) -> Iterator[Shape]:
    """What lies under the bars: pale where coverage is partial, hatched where there is none."""
    for ground, run in groupby(row.years, lambda year: year.ground):
        if ground is Ground.COMPLETE:
            continue
        held = list(run)
        left, right = axis.at(held[0].year), axis.at(held[-1].year + 1)
        hatched = ground is Ground.NOT_COVERED
        yield Rect(
            left,
            top + 1,
            right - left,
            height - 1,
            fill=Ink.RULE if hatched else Ink.PALE,
            hatched=hatched,
        )


def _row(row: YearRow, axis: Axis, top: float, height: float) -> Iterator[Shape]:
    foot = top + height
    middle = top + height / 2
    yield Line((0, foot), (axis.right + INSET, foot), Pen(Ink.RULE, 0.35))
    yield Sign(_SIGN, middle, _SIGN, row.category, Fill.FULL)
    yield Label(_NAME, middle + 2.8, row.name, Step.LANE, most=axis.left - _NAME - 14)
    if not row.highest:
        return
    scale = (height - _HEADROOM) / row.highest
    yield Label(
        axis.left - 4, foot - row.highest * scale + 5.2, str(row.highest), anchor=Anchor.END
    )
    for year in row.years:
        yield from _bar(year, row.category, axis, foot, scale)
    yield from _mean(row, axis, foot, scale)


def _bar(year: Year, category: Category, axis: Axis, foot: float, scale: float) -> Iterator[Shape]:
    """A full bar for what is certain, an open one above it for what is possible."""
    room = axis.at(year.year + 1) - axis.at(year.year)
    width = min(room * _BAR_SHARE, _WIDEST_BAR)
    left = axis.at(year.year) + (room - width) / 2
    certain = foot - year.certain * scale
    if year.certain:
        yield Rect(left, certain, width, foot - certain, fill=category)
    if year.possible:
        outline = Pen(category, 0.5, (1.2, 0.9))
        most = foot - year.most * scale
        yield Rect(left + 0.25, most, width - 0.5, certain - most, fill=Ink.PAPER, pen=outline)


def _mean(row: YearRow, axis: Axis, foot: float, scale: float) -> Iterator[Shape]:
    """The mean of five years, drawn at their last, wherever all five are covered completely."""
    points: list[tuple[float, float]] = []
    for last in range(MEAN_OVER, len(row.years) + 1):
        window = row.years[last - MEAN_OVER : last]
        if all(year.ground is Ground.COMPLETE for year in window):
            mean = sum(year.certain for year in window) / MEAN_OVER
            points.append((axis.at(window[-1].year + 0.5), foot - mean * scale))
    if len(points) > 1:
        yield Polygon(tuple(points), pen=Pen(Ink.INK, 0.8), open=True)
