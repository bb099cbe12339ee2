"""How a dossier looks, as plain data, so that every renderer draws from one set of decisions.

Lengths are in points, colours are ``#rrggbb``. Nothing here knows how to draw.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

from attrs import field, frozen

from relations.report.blocks import Orientation
from relations.report.drawing import Colour, Ink, Tint
from relations.report.signs import Category

MILLIMETRE = 72 / 25.4


class Face(enum.Enum):
    """The cuts of type that a dossier is set in."""

    REGULAR = "regular"
    ITALIC = "italic"
    STRONG = "strong"
    STRONG_ITALIC = "strong-italic"
    TITLE = "title"

    # There is one of each, and Python would hash their names in its own code at every look-up.
    __hash__ = object.__hash__


class Shape(enum.Enum):
    """The outline of a marker, so that a category is known without its colour."""

    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    CIRCLE = "circle"
    HEXAGON = "hexagon"
    BAR = "bar"
    CROSS = "cross"
    DOT = "dot"


@frozen
class Type:
    """One step of the type scale: its cut, its size over its leading, and the space around it."""

    face: Face
    size: float
    leading: float
    colour: str
    before: float = 0
    after: float = 0
    tracking: float = 0


@frozen
class Sign:
    """A category's colour, its pale ground, its shape, and its letter where shapes cannot go."""

    colour: str
    tint: str
    shape: Shape
    letter: str


@frozen
class Page:
    """A sheet and its margins; running head and foot stand within the top and bottom ones."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """The width between the side margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height between the top and bottom margins."""
        return self.height - self.top - self.bottom


@frozen
class Colours:
    """The colours that carry no category, named by what they are for."""

    ink: str = "#1A1D21"
    muted: str = "#59626C"
    rule: str = "#CDD3D9"
    pale: str = "#F4F6F8"
    link: str = "#0B4A8F"
    paper: str = "#FFFFFF"


@frozen
class Scale:
    """The type scale, one entry for each part of the page."""

    kicker: Type
    title: Type
    title_long: Type
    subtitle: Type
    section: Type
    part: Type
    lead: Type
    body: Type
    note: Type
    figure: Type
    figure_label: Type
    figure_note: Type
    caption: Type
    head: Type
    cell: Type
    lane: Type
    tick: Type
    source: Type
    source_small: Type
    quotation: Type
    running: Type
    classification: Type


@frozen
class Theme:
    """A whole look. ``measure`` is the widest line of running text, narrower than the page.

    ``page`` is the upright sheet, ``wide`` the one that lies on its side.
    """

    page: Page
    wide: Page
    colours: Colours
    scale: Scale
    measure: float
    signs: Mapping[Category, Sign] = field(hash=False)

    def colour(self, name: Colour) -> str:
        """The ``#rrggbb`` of a colour that is named by its meaning."""
        match name:
            case Ink():
                return str(getattr(self.colours, name.value))
            case Tint():
                return self.signs[name.category].tint
            case Category():
                return self.signs[name].colour

    def sheet(self, orientation: Orientation) -> Page:
        """The page that lies this way."""
        return self.page if orientation is Orientation.PORTRAIT else self.wide


def _scale(colours: Colours) -> Scale:
    """The house scale over a set of colours."""
    ink, muted = colours.ink, colours.muted
    return Scale(
        kicker=Type(Face.STRONG, 6.9, 9, muted, tracking=1.15),
        title=Type(Face.TITLE, 28, 33, ink),
        title_long=Type(Face.TITLE, 18, 22, ink),
        subtitle=Type(Face.REGULAR, 11.2, 15, muted, before=4, after=16),
        section=Type(Face.TITLE, 15, 19, ink, before=18, after=6),
        part=Type(Face.STRONG, 10.4, 13.6, ink, before=10, after=4),
        lead=Type(Face.REGULAR, 10.2, 14.4, ink, before=2, after=6.6),
        body=Type(Face.REGULAR, 9.2, 12.8, ink, after=6),
        note=Type(Face.REGULAR, 7.5, 10.2, muted, after=6),
        figure=Type(Face.TITLE, 23, 27, ink),
        figure_label=Type(Face.STRONG, 8.9, 11.6, ink),
        figure_note=Type(Face.REGULAR, 7.6, 9.8, muted),
        caption=Type(Face.STRONG, 8.8, 11.8, ink),
        head=Type(Face.STRONG, 7.3, 9.4, muted),
        cell=Type(Face.REGULAR, 8.3, 10.9, ink),
        lane=Type(Face.STRONG, 8, 10, ink),
        tick=Type(Face.REGULAR, 7, 9, muted),
        source=Type(Face.REGULAR, 8.2, 11, ink, after=5.5),
        source_small=Type(Face.REGULAR, 7.4, 9.2, ink, after=2.1),
        quotation=Type(Face.ITALIC, 7.9, 10.6, ink),
        running=Type(Face.REGULAR, 7.2, 9.4, muted),
        classification=Type(Face.STRONG, 10, 12, ink),
    )


_SIGNS: Mapping[Category, Sign] = {
    Category.AGREEMENT: Sign("#23408E", "#E5E8F1", Shape.SQUARE, "A"),
    Category.ARMS_TRANSFER: Sign("#B5330F", "#F6E7E2", Shape.TRIANGLE, "T"),
    Category.EXERCISE: Sign("#1B7F5C", "#E4F0EB", Shape.DIAMOND, "E"),
    Category.MEETING: Sign("#AC5C8C", "#F5EBF1", Shape.CIRCLE, "M"),
    Category.PROGRAMME: Sign("#846600", "#F2EEE0", Shape.HEXAGON, "P"),
    Category.STATEMENT: Sign("#4D5965", "#EAECEE", Shape.BAR, "S"),
    Category.DISPUTE: Sign("#6B3FA0", "#EEE8F4", Shape.CROSS, "D"),
    Category.NEUTRAL: Sign("#59626C", "#ECEDEF", Shape.DOT, "O"),
}

_COLOURS = Colours()

#: Every line is as wide on one sheet as on another, so that lines end alike on all of them.
_TEXT_WIDTH, _WIDE_TEXT_WIDTH = 170 * MILLIMETRE, 239 * MILLIMETRE


def _centred(width: float, height: float, text_width: float) -> Page:
    """A sheet of a size in millimetres with its text column in the middle."""
    side = (width * MILLIMETRE - text_width) / 2
    top, bottom = 22 * MILLIMETRE, 22 * MILLIMETRE
    return Page(width * MILLIMETRE, height * MILLIMETRE, side, side, top, bottom)


def house(width: float, height: float) -> Theme:
    """The house look on a sheet of a size in millimetres, the shorter side first.

    Text is 170 mm wide, serif titles stand over a sans text, and there are horizontal hairlines
    only.
    """
    return Theme(
        page=_centred(width, height, _TEXT_WIDTH),
        wide=_centred(height, width, _WIDE_TEXT_WIDTH),
        colours=_COLOURS,
        scale=_scale(_COLOURS),
        measure=142 * MILLIMETRE,
        signs=_SIGNS,
    )


A4 = house(210, 297)
LETTER = house(215.9, 279.4)
#: The sheets by the words that readers ask for them with.
SHEETS: Mapping[str, Theme] = {"a4": A4, "letter": LETTER}
#: What a dossier looks like unless it is told otherwise.
HOUSE = A4
