"""A drawing's shapes as the operators of a page."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from relations.report.clean import clean_text
from relations.report.drawing import (
    Anchor,
    Circle,
    Colour,
    Drawing,
    Label,
    Line,
    Pen,
    Point,
    Polygon,
    Rect,
    Shape,
    Sign,
    Step,
)
from relations.report.faces import width
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.markers import marker
from relations.report.pdf.strokes import circle, fill_colour, line, pen, polygon, rectangle
from relations.report.pdf.writing import show
from relations.report.theme import Theme, Type

LABEL_LIMIT = 200
_HATCH_APART, _HATCH_WEIGHT = 2.6, 0.5
_DOTS = "…"


def sketch(
    canvas: DossierCanvas, drawing: Drawing, left: float, top: float, scale: float = 1
) -> str:
    """The operators that draw a drawing with its top left corner at a point."""
    base = top - drawing.height * scale
    place = f"{scale:g} 0 0 {scale:g} {left:.2f} {base:.2f} cm"
    parts = (_drawn(canvas, shape, drawing.height) for shape in drawing.shapes)
    return " ".join(["q", place, *parts, "Q"])


def _drawn(canvas: DossierCanvas, shape: Shape, height: float) -> str:
    """One shape; its ``y`` grows downwards, the page's upwards."""
    theme = canvas.theme
    match shape:
        case Line(start, end):
            ends = _up(start, height), _up(end, height)
            return f"{_pen(shape.pen, theme)} {line(*ends)}"
        case Rect(x, y) if shape.hatched:
            return _hatched(shape, height - y - shape.height, theme)
        case Rect(x, y):
            outline = rectangle(x, height - y - shape.height, shape.width, shape.height)
            return _painted(outline, shape.fill, shape.pen, theme)
        case Polygon(points) if len(points) > 1:
            outline = polygon([_up(point, height) for point in points], close=not shape.open)
            return _painted(outline, shape.fill, shape.pen, theme)
        case Circle(x, y, radius):
            return _painted(circle(x, height - y, radius), shape.fill, shape.pen, theme)
        case Sign(x, y, radius):
            return marker(x, height - y, radius, theme.signs[shape.category], shape.fill)
        case Label():
            return _labelled(canvas, shape, height)
    return ""


def _up(point: Point, height: float) -> Point:
    return point[0], height - point[1]


def _pen(pen_: Pen, theme: Theme) -> str:
    return pen(theme.colour(pen_.colour), pen_.weight, pen_.dash)


def _painted(outline: str, fill: Colour | None, pen_: Pen | None, theme: Theme) -> str:
    """An outline filled and drawn as it asks for."""
    parts = [fill_colour(theme.colour(fill))] if fill is not None else []
    parts += [_pen(pen_, theme)] if pen_ is not None else []
    paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    return " ".join([*parts, outline, paint[fill is not None, pen_ is not None]])


def _hatched(shape: Rect, base: float, theme: Theme) -> str:
    """A box filled with slanted lines, in its fill's colour."""
    outline = rectangle(shape.x, base, shape.width, shape.height)
    colour = theme.colour(shape.fill) if shape.fill is not None else theme.colours.muted
    lines = " ".join(line(*ends) for ends in _slants(shape, base))
    hatch = f"q {outline} W n {pen(colour, _HATCH_WEIGHT)} {lines} Q"
    return hatch if shape.pen is None else f"{hatch} {_pen(shape.pen, theme)} {outline} S"


def _slants(shape: Rect, base: float) -> Iterator[tuple[Point, Point]]:
    """Lines from the lower left to the upper right that cover a box."""
    at = shape.x - shape.height
    while at < shape.x + shape.width:
        yield (at, base), (at + shape.height, base + shape.height)
        at += _HATCH_APART


def _labelled(canvas: DossierCanvas, label: Label, height: float) -> str:
    """A label about its point, cut short where it is too long."""
    theme, scale = canvas.theme, canvas.theme.scale
    step = {Step.TICK: scale.tick, Step.LANE: scale.lane, Step.NOTE: scale.note}[label.step]
    type_ = evolve(step, colour=theme.colour(label.colour))
    text = _fitting(clean_text(label.text, LABEL_LIMIT), type_, label.most)
    if not text:
        return ""
    room = width(type_.face, text) * type_.size / 1000
    before = {Anchor.START: 0.0, Anchor.MIDDLE: room / 2, Anchor.END: room}[label.anchor]
    return show(canvas, text, type_, label.x - before, height - label.y)


def _fitting(text: str, type_: Type, most: float) -> str:
    """As much of a text as fits, with three dots for the rest."""
    room = most * 1000 / type_.size
    if width(type_.face, text) <= room:
        return text
    kept = text
    while kept and width(type_.face, kept.rstrip() + _DOTS) > room:
        kept = kept[:-1]
    return kept.rstrip() + _DOTS
