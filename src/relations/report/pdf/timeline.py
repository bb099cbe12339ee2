"""The timeline drawn: lanes over one axis of years, with a dashed line at the data's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relations.report.blocks import Timeline
from relations.report.clean import clean_text
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.flows import Flow, Lines, Picture
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lanes import NAMES, PITCH, RADIUS, Axis, Placed, SetLane, set_lane
from relations.report.pdf.lines import Line, Shape, column_height, set_text
from relations.report.pdf.markers import marker
from relations.report.pdf.setter import Setter
from relations.report.pdf.strokes import box, fill_colour, line, pen, polygon, rule
from relations.report.pdf.tags import Node, alt
from relations.report.signs import Fill
from relations.report.theme import Sign

_BAR, _ARROW = 1.5, 4.6
_AXIS = 15.0
_TALLEST = 0.55  # of the page
_FIGURE_AFTER, _NOTE_AFTER = 6.0, 4.0
_ALT_LIMIT = 4_000


def set_timeline(block: Timeline, setter: Setter) -> list[tuple[Flow, bool]]:
    """The timeline under its caption, in as many pictures as its lanes need."""
    scale, width = setter.theme.scale, setter.page.text_width
    end = max(float(block.end), block.start + 1.0)
    axis = Axis(NAMES, width - RADIUS, float(block.start), end)
    lanes = [set_lane(lane, axis, block.cutoff, setter) for lane in block.lanes]
    crowded = clean_text(block.crowded) if any(lane.left_over for lane in lanes) else ""
    words = f"{clean_text(block.alt, _ALT_LIMIT) or clean_text(block.caption)} {crowded}".strip()
    groups = list(_groups(lanes, setter.page.text_height * _TALLEST))
    nodes = [setter.element("Figure", alt(words or "–")) for _ in range(max(len(groups), 1))]
    caption = set_text(
        clean_text(block.caption or block.alt, 500),
        Shape(scale.caption, width),
        setter,
        Node("Caption", nodes[0]),
    )
    flows: list[tuple[Flow, bool]] = [(Lines(caption, before=6, after=7), True)] if caption else []
    flows += [
        (_picture(group, axis, block.cutoff, setter, node), False)
        for group, node in zip(groups, nodes, strict=False)
    ]
    if not crowded:
        return flows
    note = set_text(crowded, Shape(scale.note, width), setter, setter.element("P"))
    return [*flows[:-1], (flows[-1][0], True), (Lines(note, after=_NOTE_AFTER), False)]


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


def _picture(
    lanes: Sequence[SetLane], axis: Axis, cutoff: float, setter: Setter, node: Node
) -> Picture:
    body = sum(lane.height for lane in lanes)
    ticks = [
        (axis.at(year), set_text(str(year), Shape(setter.theme.scale.tick, 60), setter))
        for year in axis.ticks()
    ]
    whole = body + _AXIS

    def paint(canvas: DossierCanvas, x: float, top: float) -> None:
        with canvas.figure(node, x, top - whole, x + axis.right + RADIUS, top, "Block"):
            _paint_grid(canvas, x, top, body, ticks, axis, setter)
            _paint_cutoff(canvas, x + axis.at(cutoff), top, body, setter)
            height = top
            for lane in lanes:
                _paint_lane(canvas, lane, x, height, axis, setter)
                height -= lane.height

    return Picture(whole, paint, before=4, after=_FIGURE_AFTER)


def _paint_grid(
    canvas: DossierCanvas,
    left: float,
    top: float,
    body: float,
    ticks: Sequence[tuple[float, tuple[Line, ...]]],
    axis: Axis,
    setter: Setter,
) -> None:
    """Years as upright hairlines with their numbers below, over one rule at the foot."""
    colours, foot = setter.theme.colours, top - body
    canvas.put(pen(colours.rule, 0.35))
    for x, _ in ticks:
        canvas.put(line((left + x, top), (left + x, foot)))
    canvas.put(rule(left, foot, axis.right + RADIUS, 0.5, colours.ink))
    for x, number in ticks:
        width = sum(piece.width for piece in number[0].pieces)
        draw_lines(canvas, number, left + x - width / 2, foot - 3)


def _paint_cutoff(canvas: DossierCanvas, x: float, top: float, body: float, setter: Setter) -> None:
    """A dashed line at the data's date: what stands to its right is planned."""
    canvas.put(pen(setter.theme.colours.ink, 0.6, (2, 2)))
    canvas.put(line((x, top + 2), (x, top - body)))


def _paint_lane(
    canvas: DossierCanvas, lane: SetLane, left: float, top: float, axis: Axis, setter: Setter
) -> None:
    """The name, the base line, then each mark."""
    colours = setter.theme.colours
    canvas.put(rule(left, top, axis.right + RADIUS, 0.35, colours.rule))
    middle = top - lane.height / 2
    canvas.put(marker(left + RADIUS, middle, RADIUS, lane.sign, Fill.FULL))
    draw_lines(canvas, lane.name, left + 3.4 * RADIUS, middle + column_height(lane.name) / 2)
    above = top - lane.first_row + PITCH / 2
    for label in lane.labels:
        foot = top - lane.first_row - label.foot.row * PITCH + RADIUS
        x = left + label.foot.left + RADIUS
        canvas.put(pen(colours.muted, 0.35))
        canvas.put(line((x, foot), (x, above)))
        canvas.put(box(left + label.x - 1, above + 0.8, label.width + 2, 8, colours.paper))
        draw_lines(canvas, [label.line], left + label.x, above + label.line.height)
    for item in lane.placed:
        y = top - lane.first_row - item.row * PITCH
        _paint_mark(canvas, item, left, y, lane.sign)


def _paint_mark(canvas: DossierCanvas, item: Placed, edge: float, y: float, sign: Sign) -> None:
    """A bar for a time, a sign at its beginning, an arrow where it goes on."""
    left, right = edge + item.left + RADIUS, edge + item.right - RADIUS
    if right - left > 0.5:
        dash = (2.4, 1.8) if item.mark.fill in (Fill.OUTLINE, Fill.DASHED) else ()
        canvas.put(pen(sign.colour, _BAR, dash))
        canvas.put(line((left, y), (right - (_ARROW if item.mark.open_end else 0), y)))
        if item.mark.open_end:
            tip = [(right, y), (right - _ARROW, y + _ARROW / 2), (right - _ARROW, y - _ARROW / 2)]
            canvas.put(f"{fill_colour(sign.colour)} {polygon(tip)} f")
        else:
            canvas.put(f"{pen(sign.colour, 1)} {line((right, y - 2), (right, y + 2))}")
    canvas.put(marker(left, y, RADIUS, sign, item.mark.fill))
