"""The timeline drawn: lanes over one axis of years, with a dashed line at the data's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from relations.report.blocks import Timeline
from relations.report.clean import clean_text
from relations.report.pdf.drawing import box, draw_lines, rule
from relations.report.pdf.flows import Flow, Lines, Picture
from relations.report.pdf.lanes import NAMES, PITCH, RADIUS, Axis, Placed, SetLane, set_lane
from relations.report.pdf.lines import Line, Shape, column_height, set_text
from relations.report.pdf.markers import draw_marker
from relations.report.pdf.setter import Setter
from relations.report.signs import Fill
from relations.report.theme import Sign

_BAR, _ARROW = 1.5, 4.6
_AXIS = 15.0
_TALLEST = 0.55  # of the page


def set_timeline(block: Timeline, setter: Setter) -> list[tuple[Flow, bool]]:
    """The timeline under its caption, in as many pictures as its lanes need."""
    theme = setter.theme
    end = max(float(block.end), block.start + 1.0)
    axis = Axis(NAMES, theme.page.text_width - RADIUS, float(block.start), end)
    lanes = [set_lane(lane, axis, block.cutoff, setter) for lane in block.lanes]
    caption = set_text(
        clean_text(block.caption or block.alt, 500),
        Shape(theme.scale.caption, theme.page.text_width),
        setter,
    )
    flows: list[tuple[Flow, bool]] = [(Lines(caption, before=6, after=7), True)] if caption else []
    groups = _groups(lanes, theme.page.text_height * _TALLEST)
    return flows + [(_picture(group, axis, block.cutoff, setter), False) for group in groups]


def _groups(lanes: Sequence[SetLane], most: float) -> Iterator[list[SetLane]]:
    """Lanes that stand on one page."""
    held: list[SetLane] = []
    height = 0.0
    for lane in lanes:
        if held and height + lane.height > most:
            yield held
            held, height = [], 0.0
        held.append(lane)
        height += lane.height
    if held:
        yield held


def _picture(lanes: Sequence[SetLane], axis: Axis, cutoff: float, setter: Setter) -> Picture:
    body = sum(lane.height for lane in lanes)
    ticks = [
        (axis.at(year), set_text(str(year), Shape(setter.theme.scale.tick, 60), setter))
        for year in axis.ticks()
    ]

    def paint(canvas: Canvas, top: float) -> None:
        canvas.saveState()
        _paint_grid(canvas, top, body, ticks, axis, setter)
        _paint_cutoff(canvas, axis.at(cutoff), top, body, setter)
        height = top
        for lane in lanes:
            _paint_lane(canvas, lane, height, axis, setter)
            height -= lane.height
        canvas.restoreState()

    return Picture(body + _AXIS, paint, before=4, after=8)


def _paint_grid(
    canvas: Canvas,
    top: float,
    body: float,
    ticks: Sequence[tuple[float, tuple[Line, ...]]],
    axis: Axis,
    setter: Setter,
) -> None:
    """Years as upright hairlines with their numbers below, over one rule at the foot."""
    colours = setter.theme.colours
    canvas.setStrokeColor(HexColor(colours.rule))
    canvas.setLineWidth(0.35)
    for x, _ in ticks:
        canvas.line(x, top, x, top - body)
    rule(canvas, 0, top - body, axis.right + RADIUS, 0.5, colours.ink)
    for x, number in ticks:
        width = sum(piece.width for piece in number[0].pieces)
        draw_lines(canvas, number, x - width / 2, top - body - 3)


def _paint_cutoff(canvas: Canvas, x: float, top: float, body: float, setter: Setter) -> None:
    """A dashed line at the data's date: what stands to its right is planned."""
    canvas.saveState()
    canvas.setStrokeColor(HexColor(setter.theme.colours.ink))
    canvas.setLineWidth(0.6)
    canvas.setDash([2, 2])
    canvas.line(x, top + 2, x, top - body)
    canvas.restoreState()


def _paint_lane(canvas: Canvas, lane: SetLane, top: float, axis: Axis, setter: Setter) -> None:
    """The name, the base line, then each mark."""
    colours = setter.theme.colours
    rule(canvas, 0, top, axis.right + RADIUS, 0.35, colours.rule)
    middle = top - lane.height / 2
    draw_marker(canvas, RADIUS, middle, RADIUS, lane.sign, Fill.FULL)
    draw_lines(canvas, lane.name, 3.4 * RADIUS, middle + column_height(lane.name) / 2)
    for label in lane.labels:
        foot = top - lane.first_row - label.foot.row * PITCH + RADIUS
        canvas.setStrokeColor(HexColor(colours.muted))
        canvas.setLineWidth(0.35)
        middle = label.foot.left + RADIUS
        canvas.line(middle, foot, middle, top - lane.first_row + PITCH / 2)
        head = top - lane.first_row + PITCH / 2 + label.line.height
        box(canvas, label.x - 1, head - label.line.height + 0.8, label.width + 2, 8, colours.paper)
        draw_lines(canvas, [label.line], label.x, head)
    for item in lane.placed:
        y = top - lane.first_row - item.row * PITCH
        _paint_mark(canvas, item, y, lane.sign)


def _paint_mark(canvas: Canvas, item: Placed, y: float, sign: Sign) -> None:
    """A bar for a time, a sign at its beginning, an arrow where it goes on."""
    left, right = item.left + RADIUS, item.right - RADIUS
    if right - left > 0.5:
        canvas.saveState()
        canvas.setStrokeColor(HexColor(sign.colour))
        canvas.setFillColor(HexColor(sign.colour))
        canvas.setLineWidth(_BAR)
        if item.mark.fill in (Fill.OUTLINE, Fill.DASHED):
            canvas.setDash([2.4, 1.8])
        canvas.line(left, y, right - (_ARROW if item.mark.open_end else 0), y)
        canvas.setDash([])
        if item.mark.open_end:
            _paint_arrow(canvas, right, y)
        else:
            canvas.setLineWidth(1)
            canvas.line(right, y - 2, right, y + 2)
        canvas.restoreState()
    draw_marker(canvas, left, y, RADIUS, sign, item.mark.fill)


def _paint_arrow(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x - _ARROW, y + _ARROW / 2)
    path.lineTo(x - _ARROW, y - _ARROW / 2)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
