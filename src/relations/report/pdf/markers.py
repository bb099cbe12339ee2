"""Markers as vector paths: shape from the category, fill from how far the thing has come.

They are drawn, not typed, since few typefaces hold these shapes and a missing one prints nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from relations.report.pdf.strokes import circle, fill_colour, line, pen, polygon, rectangle
from relations.report.signs import Fill
from relations.report.theme import Shape, Sign

_STROKE = 0.75
_PAPER = "#FFFFFF"
_DASHES = (1.1, 0.9)


def marker(x: float, y: float, radius: float, sign: Sign, fill: Fill) -> str:
    """The operators that draw a marker centred on a point."""
    outline = _SHAPES[sign.shape](x, y, radius - _STROKE / 2)
    ground = sign.colour if fill is Fill.FULL else _PAPER
    dash = _DASHES if fill is Fill.DASHED else ()
    parts = ["q 1 j", pen(sign.colour, _STROKE, dash), fill_colour(ground), outline, "B"]
    if fill is Fill.HALF:
        lower = rectangle(x - radius, y - radius, 2 * radius, radius)
        parts += ["q", lower, "W n", fill_colour(sign.colour), outline, "f Q"]
    elif fill is Fill.STRUCK:
        reach = radius * 1.2
        parts.append(line((x - reach, y - reach), (x + reach, y + reach)))
    return " ".join([*parts, "Q"])


_Outline = Callable[[float, float, float], str]


def _square(x: float, y: float, radius: float) -> str:
    side = radius * 0.9
    return rectangle(x - side, y - side, 2 * side, 2 * side)


def _triangle(x: float, y: float, radius: float) -> str:
    base = y - radius * 0.85
    return polygon([(x, y + radius), (x + radius * 1.08, base), (x - radius * 1.08, base)])


def _diamond(x: float, y: float, radius: float) -> str:
    reach = radius * 1.18
    return polygon([(x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y)])


def _hexagon(x: float, y: float, radius: float) -> str:
    turns = [math.pi / 3 * step for step in range(6)]
    reach = radius * 1.1
    return polygon([(x + reach * math.cos(turn), y + reach * math.sin(turn)) for turn in turns])


def _bar(x: float, y: float, radius: float) -> str:
    return rectangle(x - radius * 0.5, y - radius * 1.05, radius, 2.1 * radius)


def _cross(x: float, y: float, radius: float) -> str:
    arm = radius * 0.42
    far = radius * 1.05
    corners = [(-arm, far), (arm, far), (arm, arm), (far, arm), (far, -arm), (arm, -arm)]
    corners += [(-across, -up) for across, up in corners]
    return polygon([(x + across, y + up) for across, up in corners])


def _dot(x: float, y: float, radius: float) -> str:
    return circle(x, y, radius * 0.7)


_SHAPES: Mapping[Shape, _Outline] = {
    Shape.SQUARE: _square,
    Shape.TRIANGLE: _triangle,
    Shape.DIAMOND: _diamond,
    Shape.CIRCLE: circle,
    Shape.HEXAGON: _hexagon,
    Shape.BAR: _bar,
    Shape.CROSS: _cross,
    Shape.DOT: _dot,
}
