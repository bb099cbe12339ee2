"""A figure as plain data, so that one drawing serves every format that a dossier is written in.

A :class:`Drawing` is a sheet of ``width`` by ``height`` points with its origin at the top left and
``y`` growing downwards, as in SVG. Its shapes are drawn in order, later ones over earlier ones.
Colours are meanings, which the theme turns into ``#rrggbb``. Nothing here knows a font or a page.
"""

from __future__ import annotations

import enum

from attrs import field, frozen

from relations.report.signs import Category, Fill

Point = tuple[float, float]


class Ink(enum.Enum):
    """The colours that carry no category, named by what they are for."""

    INK = "ink"
    MUTED = "muted"
    RULE = "rule"
    PALE = "pale"
    LINK = "link"
    PAPER = "paper"


@frozen
class Tint:
    """The pale ground of a category."""

    category: Category


Colour = Ink | Category | Tint


class Anchor(enum.Enum):
    """Which point of a label its ``x`` is; the words are SVG's."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Step(enum.Enum):
    """The steps of the type scale that stand in figures."""

    TICK = "tick"
    LANE = "lane"
    NOTE = "note"


@frozen
class Pen:
    """How an outline is drawn: ``weight`` in points, ``dash`` as lengths on and off."""

    colour: Colour = Ink.INK
    weight: float = 0.5
    dash: tuple[float, ...] = ()


@frozen
class Line:
    """A straight line."""

    start: Point
    end: Point
    pen: Pen = field(factory=Pen)


@frozen
class Rect:
    """A box from its top left corner; ``hatched`` fills it with slanted lines instead."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    pen: Pen | None = None
    hatched: bool = False


@frozen
class Polygon:
    """Points joined by straight lines, and closed unless it is told to stay ``open``."""

    points: tuple[Point, ...]
    fill: Colour | None = None
    pen: Pen | None = None
    open: bool = False


@frozen
class Circle:
    """A circle about its middle."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    pen: Pen | None = None


@frozen
class Sign:
    """A category's marker about its middle, filled by how far the thing has come."""

    x: float
    y: float
    radius: float
    category: Category
    fill: Fill


@frozen
class Label:
    """Words on one line; ``y`` is their baseline. Longer than ``most`` points, they are cut short.

    ``lang`` is a BCP 47 tag where it differs from the document's.
    """

    x: float
    y: float
    text: str
    step: Step = Step.TICK
    colour: Colour = Ink.INK
    anchor: Anchor = Anchor.START
    most: float = 500
    lang: str | None = None


Shape = Line | Rect | Polygon | Circle | Sign | Label


@frozen
class Drawing:
    """Shapes on a sheet. ``alt`` says in words what they show; as a block it has a ``caption``."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str
    caption: str = ""
