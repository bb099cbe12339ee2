"""Counts by year within a line of text: a shape to glance at, beside the words that say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from relations.report.charts.years import Ground, Year
from relations.report.drawing import Drawing, Ink, Line, Pen, Rect, Shape
from relations.report.signs import Category

WIDTH: Final = 26 * 72 / 25.4
"""The width of a sparkline in points."""
HEIGHT: Final = 9.0
"""Its height in points."""


def sparkline(years: Sequence[Year], category: Category, *, alt: str) -> Drawing:
    """A bar a year; a grey tick where a year is not covered, nothing where none was found."""
    highest = max((year.most for year in years), default=0)
    room = WIDTH / max(len(years), 1)
    shapes: list[Shape] = [Line((0, HEIGHT), (WIDTH, HEIGHT), Pen(Ink.RULE, 0.35))]
    for number, year in enumerate(years):
        shapes += _bar(year, category, number * room, room * 0.7, highest)
    return Drawing(WIDTH, HEIGHT, tuple(shapes), alt)


def _bar(
    year: Year, category: Category, left: float, width: float, highest: int
) -> Iterator[Shape]:
    if year.ground is Ground.NOT_COVERED and not year.most:
        yield Rect(left, HEIGHT - 1.4, width, 1.4, fill=Ink.RULE)
    elif year.most:
        height = HEIGHT * year.most / highest
        certain = HEIGHT * year.certain / highest
        if year.possible:
            yield Rect(left, HEIGHT - height, width, height - certain, fill=Ink.RULE)
        if year.certain:
            yield Rect(left, HEIGHT - certain, width, certain, fill=category)
