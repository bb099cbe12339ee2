"""The lanes of a timeline: where each mark and each label finds room on the axis of years.

Marks of a lane are packed into at most three rows; what has no room is counted, not dropped in
silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from attrs import field, frozen

from relations.report.blocks import Lane, Mark
from relations.report.clean import clean_text
from relations.report.pdf.lines import Line, Shape, column_height, set_text
from relations.report.pdf.setter import Setter
from relations.report.theme import Sign

NAMES = 88.0  # the width of the lane names
PITCH = 9.2  # from row to row of a lane
RADIUS = 2.7  # of a mark
_LANE_PAD = 6.6  # above and below the rows of a lane
_LABEL_ROOM = 10.0  # above the rows of a lane that has labels
_MOST_TICKS = 16
_APART = 1.6  # between two marks of a row
_LABEL_LIMIT, _NAME_LIMIT = 40, 80


@frozen
class Axis:
    """Years to points: the drawing's left and right edge and the years that they stand for."""

    left: float
    right: float
    start: float
    end: float

    def at(self, year: float) -> float:
        """Where a year stands; what lies outside is drawn at the edge."""
        share = (year - self.start) / (self.end - self.start)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> list[int]:
        """The years with a grid line: every five, or ten, or as many as leave room."""
        span = self.end - self.start
        steps = (lead * 10**zeros for zeros in count(1) for lead in (1, 2, 5))
        step = 5 if span <= 40 else next(step for step in steps if span / step <= _MOST_TICKS)
        first = -(-int(self.start) // step) * step
        return list(range(first, int(self.end) + 1, step))


@frozen
class Placed:
    """A mark with its row and its extent."""

    mark: Mark
    row: int
    left: float
    right: float


@frozen
class Label:
    """A short name over a lane: where it stands, and the mark that its leader drops to."""

    line: Line
    x: float
    width: float
    foot: Placed


@frozen
class SetLane:
    """A lane whose marks have found their rows."""

    sign: Sign
    name: tuple[Line, ...]
    placed: tuple[Placed, ...]
    labels: tuple[Label, ...]
    rows: int
    left_over: int
    height: float = field(init=False)

    @height.default
    def _room(self) -> float:
        marks = self.rows * PITCH + _LANE_PAD + (_LABEL_ROOM if self.labels else 0)
        return max(marks, column_height(self.name) + _LANE_PAD)

    @property
    def first_row(self) -> float:
        """From the top of the lane to the middle of its first row."""
        free = self.height - self.rows * PITCH - (_LABEL_ROOM if self.labels else 0)
        return free / 2 + (_LABEL_ROOM if self.labels else 0) + PITCH / 2


# -- packing -------------------------------------------------------------------------------------


def pack(
    marks: Sequence[Mark], axis: Axis, cutoff: float, rows: int = 3
) -> tuple[list[Placed], int]:
    """Each mark in the first row where it touches none, and how many found no row."""
    free = [float("-inf")] * rows
    placed, left_over = [], 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -bool(mark.label), mark.end)):
        end = max(cutoff, mark.start) if mark.open_end else max(mark.end, mark.start)
        left, right = axis.at(mark.start) - RADIUS, axis.at(end) + RADIUS
        row = next((row for row in range(rows) if free[row] + _APART <= left), None)
        if row is None:
            left_over += 1
            continue
        free[row] = right
        placed.append(Placed(mark, row, left, right))
    return placed, left_over


def _set_labels(placed: Sequence[Placed], axis: Axis, setter: Setter) -> Iterator[Label]:
    """The labels that have room beside one another, from left to right."""
    type_ = setter.theme.scale.tick
    free = axis.left
    for item in placed:
        lines = set_text(clean_text(item.mark.label, _LABEL_LIMIT), Shape(type_, 400), setter)
        if not lines:
            continue
        width = sum(piece.width for piece in lines[0].pieces)
        middle = item.left + RADIUS
        for x in (middle - RADIUS, middle + RADIUS - width):
            if x >= free and x + width <= axis.right + RADIUS:
                free = x + width + 2 * RADIUS
                yield Label(lines[0], x, width, item)
                break


def set_lane(lane: Lane, axis: Axis, cutoff: float, setter: Setter) -> SetLane:
    """A lane with its marks packed, its labels placed, and its name saying how many had no room."""
    placed, left_over = pack(lane.marks, axis, cutoff, lane.rows)
    more = f" +{left_over}" if left_over else ""
    name = clean_text(lane.name, _NAME_LIMIT) + more
    return SetLane(
        sign=setter.theme.signs[lane.category],
        name=set_text(name, Shape(setter.theme.scale.lane, NAMES - 8, most=3), setter),
        placed=tuple(placed),
        labels=tuple(_set_labels(placed, axis, setter)),
        rows=max((item.row + 1 for item in placed), default=1),
        left_over=left_over,
    )
