"""What is shown large: what the paper is called, the row of figures, and drawings."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from relations.report.blocks import Content, Inline, KeyFigure, KeyFigures, Text
from relations.report.clean import clean_text
from relations.report.document import Document
from relations.report.drawing import Drawing
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.flows import Flow, Lines, Picture
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.inlines import note_labels
from relations.report.pdf.lines import Line, Shape, column_height, going_on, set_content, set_text
from relations.report.pdf.setter import Setter
from relations.report.pdf.sketches import sketch
from relations.report.pdf.strokes import box
from relations.report.pdf.tags import Node, alt

_MOST_ABREAST = 5
_GUTTER = 15.0
_NAMES_APART = 7.0  # between two long names
_BAR = 3.2
_BAR_BELOW = 9.0
_VALUE_LIMIT, _LABEL_LIMIT, _NOTE_LIMIT = 24, 90, 160
_TITLE_LIMIT, _SUBTITLE_LIMIT = 400, 600
_SMALLEST_VALUE = 0.55
_CAPTION_LIMIT, _ALT_LIMIT = 500, 4_000
_TALLEST = 0.9  # of the page


@frozen
class _Figure:
    """One key figure, set."""

    colour: str
    lines: tuple[Line, ...]


def set_opening(document: Document, setter: Setter) -> list[Flow]:
    """The title, each party on a line of its own, and the subtitle."""
    scale, width, heading = setter.theme.scale, setter.page.text_width, setter.element("H1")
    names = [clean_text(name, _TITLE_LIMIT) for name in document.title]
    title = [set_text(name, Shape(scale.title, width), setter, heading) for name in names]
    if sum(map(len, title)) > len(names) + 1:
        apart = Shape(scale.title_long, width, before=_NAMES_APART)
        title = [set_text(name, apart, setter, heading) for name in names]
    setter.is_titled = any(title)
    if all(title):
        title[0] = going_on(title[0])
    words = clean_text(document.subtitle, _SUBTITLE_LIMIT)
    runs = _in_languages(words, document.own_names)
    subtitle = set_content(runs, Shape(scale.subtitle, width), setter, setter.element("P"))
    return [
        Lines([line for lines in title for line in lines], after=scale.subtitle.before),
        Lines(subtitle, after=scale.subtitle.after),
    ]


def _in_languages(words: str, names: Sequence[tuple[str, str]]) -> Content:
    """Words of which some names, in the order in which they stand, are in other languages."""
    runs: list[Inline] = []
    for tag, name in names:
        before, found, words = words.partition(clean_text(name))
        runs += (Text(before), Text(found, lang=tag))
    return (*runs, Text(words))


def set_key_figures(block: KeyFigures, setter: Setter) -> list[Flow]:
    """Figures side by side under bars of their colours, at most five abreast."""
    items, parent = block.items, setter.element("L")
    rows = [items[at : at + _MOST_ABREAST] for at in range(0, len(items), _MOST_ABREAST)]
    return [_set_row(row, setter, parent) for row in rows]


def _set_row(items: Sequence[KeyFigure], setter: Setter, parent: Node) -> Flow:
    """One row of figures, drawn as a whole."""
    abreast = max(len(items), 3)
    width = (setter.page.text_width + _GUTTER) / abreast - _GUTTER
    figures = [_set_figure(item, width, setter, parent) for item in items]
    height = max(column_height(figure.lines) for figure in figures)

    def paint(canvas: DossierCanvas, x: float, top: float) -> None:
        for figure in figures:
            canvas.adorn(box(x, top - _BAR, width, _BAR, figure.colour))
            draw_lines(canvas, figure.lines, x, top - _BAR - _BAR_BELOW)
            x += width + _GUTTER

    return Picture(height + _BAR + _BAR_BELOW, paint, after=15)


def _set_figure(item: KeyFigure, width: float, setter: Setter, parent: Node) -> _Figure:
    """The value, what it counts, and its note, one below the other."""
    scale, body = setter.theme.scale, Node("LBody", Node("LI", parent))
    label, note = clean_text(item.label, _LABEL_LIMIT), clean_text(item.note, _NOTE_LIMIT)
    over, under = Shape(scale.figure_label, width, before=4), Shape(scale.figure_note, width)
    return _Figure(
        colour=setter.theme.signs[item.category].colour,
        lines=(
            *_set_value(clean_text(item.value, _VALUE_LIMIT), width, setter, Node("P", body)),
            *set_text(label, over, setter, Node("P", body)),
            *set_text(note, under, setter, Node("P", body)),
        ),
    )


def _set_value(value: str, width: float, setter: Setter, node: Node) -> tuple[Line, ...]:
    """The value on one line, in smaller type where it is long."""
    type_ = setter.theme.scale.figure
    natural = setter.measure(value, setter.style(type_))
    if natural > width:
        type_ = evolve(type_, size=type_.size * max(width / natural, _SMALLEST_VALUE) * 0.99)
    return set_text(value, Shape(type_, width), setter, node)


def set_picture(block: Drawing, setter: Setter) -> list[tuple[Flow, bool]]:
    """A drawing under its caption, made smaller if it is wider than the text."""
    theme, room = setter.theme, setter.page.text_width
    note_labels(block, setter)
    scale = min(
        1.0, room / max(block.width, 1), setter.page.text_height * _TALLEST / max(block.height, 1)
    )
    words = clean_text(block.alt, _ALT_LIMIT) or clean_text(block.caption, _CAPTION_LIMIT) or "–"
    node = setter.element("Figure", alt(words))
    caption = set_text(
        clean_text(block.caption, _CAPTION_LIMIT),
        Shape(theme.scale.caption, room),
        setter,
        Node("Caption", node),
    )
    width, height = block.width * scale, block.height * scale

    def paint(canvas: DossierCanvas, x: float, top: float) -> None:
        with canvas.figure(node, x, top - height, x + width, top, "Block"):
            canvas.put(sketch(canvas, block, x, top, scale))

    above: list[tuple[Flow, bool]] = [(Lines(caption, before=6, after=7), True)] if caption else []
    return [*above, (Picture(height, paint, before=4, after=8), False)]
