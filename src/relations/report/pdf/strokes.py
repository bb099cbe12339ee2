"""Lines, boxes and circles as the operators of a page; nothing here knows what they mean."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]

_CURVE = 0.5522847498  # how far a curve's handles reach for a quarter of a circle


@functools.lru_cache(maxsize=256)
def _components(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def fill_colour(colour: str) -> str:
    """Fill with ``#rrggbb`` from here on."""
    return f"{_components(colour)} rg"


def pen(colour: str, weight: float, dash: Sequence[float] = ()) -> str:
    """Draw lines of ``#rrggbb`` and a weight from here on, dashed by lengths on and off."""
    return f"{_components(colour)} RG {weight:g} w [{' '.join(f'{part:g}' for part in dash)}] 0 d"


def line(start: Point, end: Point) -> str:
    """A straight line, drawn."""
    return f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S"


def rule(x: float, y: float, width: float, weight: float, colour: str) -> str:
    """A horizontal hairline."""
    return f"{pen(colour, weight)} {line((x, y), (x + width, y))}"


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """The outline of a box from its lower left corner, not drawn yet."""
    return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"


def box(x: float, y: float, width: float, height: float, colour: str) -> str:
    """A filled box from its lower left corner."""
    return f"{fill_colour(colour)} {rectangle(x, y, width, height)} f"


def polygon(points: Sequence[Point], close: bool = True) -> str:
    """The outline through some points, not drawn yet."""
    (x, y), *others = points
    lines = " ".join(f"{x:.2f} {y:.2f} l" for x, y in others)
    return f"{x:.2f} {y:.2f} m {lines}{' h' if close else ''}"


def circle(x: float, y: float, radius: float) -> str:
    """The outline of a circle about a point, not drawn yet."""
    reach = radius * _CURVE
    quarters = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)]
    parts = [f"{x + radius:.2f} {y:.2f} m"]
    for (ax, ay), (bx, by) in pairwise(quarters):
        corners = (
            (x + ax * radius + bx * reach, y + ay * radius + by * reach),
            (x + bx * radius + ax * reach, y + by * radius + ay * reach),
            (x + bx * radius, y + by * radius),
        )
        parts.append(" ".join(f"{px:.2f} {py:.2f}" for px, py in corners) + " c")
    return " ".join(parts) + " h"
