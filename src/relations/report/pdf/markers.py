"""Markers as vector paths: shape from the category, fill from how far the thing has come.

They are drawn, not typed, since few typefaces hold these shapes and a missing one prints nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from relations.report.signs import Fill
from relations.report.theme import Shape, Sign

_STROKE = 0.75
_PAPER = HexColor("#FFFFFF")


def draw_marker(canvas: Canvas, x: float, y: float, radius: float, sign: Sign, fill: Fill) -> None:
    """Draw a marker centred on a point."""
    canvas.saveState()
    colour = HexColor(sign.colour)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(_STROKE)
    canvas.setLineJoin(1)
    if fill is Fill.DASHED:
        canvas.setDash([1.1, 0.9])
    canvas.setFillColor(colour if fill is Fill.FULL else _PAPER)
    outline = _SHAPES[sign.shape]
    path = canvas.beginPath()
    outline(path, x, y, radius - _STROKE / 2)
    canvas.drawPath(path, stroke=1, fill=1)
    if fill is Fill.HALF:
        _fill_lower_half(canvas, x, y, radius, outline, colour)
    elif fill is Fill.STRUCK:
        reach = radius * 1.2
        canvas.line(x - reach, y - reach, x + reach, y + reach)
    canvas.restoreState()


_Outline = Callable[[PDFPathObject, float, float, float], None]


def _fill_lower_half(
    canvas: Canvas, x: float, y: float, radius: float, outline: _Outline, colour: Color
) -> None:
    """Fill what of a shape lies below its middle."""
    canvas.saveState()
    half = canvas.beginPath()
    half.rect(x - radius, y - radius, 2 * radius, radius)
    canvas.clipPath(half, stroke=0, fill=0)
    canvas.setFillColor(colour)
    path = canvas.beginPath()
    outline(path, x, y, radius - _STROKE / 2)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _polygon(path: PDFPathObject, points: list[tuple[float, float]]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()


def _square(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    side = radius * 0.9
    path.rect(x - side, y - side, 2 * side, 2 * side)


def _triangle(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    base = y - radius * 0.85
    _polygon(path, [(x, y + radius), (x + radius * 1.08, base), (x - radius * 1.08, base)])


def _diamond(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    reach = radius * 1.18
    _polygon(path, [(x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y)])


def _circle(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    path.circle(x, y, radius)


def _hexagon(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    turns = [math.pi / 3 * step for step in range(6)]
    reach = radius * 1.1
    _polygon(path, [(x + reach * math.cos(turn), y + reach * math.sin(turn)) for turn in turns])


def _bar(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    path.rect(x - radius * 0.5, y - radius * 1.05, radius, 2.1 * radius)


def _cross(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    arm = radius * 0.42
    far = radius * 1.05
    corners = [(-arm, far), (arm, far), (arm, arm), (far, arm), (far, -arm), (arm, -arm)]
    corners += [(-across, -up) for across, up in corners]
    _polygon(path, [(x + across, y + up) for across, up in corners])


def _dot(path: PDFPathObject, x: float, y: float, radius: float) -> None:
    path.circle(x, y, radius * 0.7)


_SHAPES: Mapping[Shape, _Outline] = {
    Shape.SQUARE: _square,
    Shape.TRIANGLE: _triangle,
    Shape.DIAMOND: _diamond,
    Shape.CIRCLE: _circle,
    Shape.HEXAGON: _hexagon,
    Shape.BAR: _bar,
    Shape.CROSS: _cross,
    Shape.DOT: _dot,
}
