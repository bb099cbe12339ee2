"""A table of contents in one pass: pages are known last, so their numbers are left open."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from relations.report.blocks import Contents, Heading
from relations.report.clean import clean_text, is_blank
from relations.report.faces import width
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.flows import Flow, Paint
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lines import Line, Shape, column_height, going_on, set_runs
from relations.report.pdf.setter import Setter
from relations.report.pdf.strokes import rule
from relations.report.pdf.tags import Node
from relations.report.pdf.writing import show
from relations.report.theme import Face, Type

_TITLE_LIMIT = 300
_NUMBER_ROOM, _INDENT = 30.0, 12.0
_ABOVE, _AFTER = 3.2, 14.0


class ContentsFlow(Flow):
    """Entries one below the other, which may part between two of them."""

    def __init__(self, entries: Sequence[tuple[float, Paint]], after: float = _AFTER) -> None:
        super().__init__(after=after)
        self.entries = tuple(entries)
        self.height = sum(height for height, _ in entries)

    def cut(self, room: float, force: bool) -> tuple[Flow, Flow] | None:
        used, count = 0.0, 0
        for height, _ in self.entries:
            if used + height > room:
                break
            used, count = used + height, count + 1
        count = max(count, 1) if force else count
        if not 0 < count < len(self.entries):
            return None
        return ContentsFlow(self.entries[:count], 0), ContentsFlow(self.entries[count:])

    def paint(self, canvas: DossierCanvas, x: float, top: float) -> None:
        for height, paint in self.entries:
            paint(canvas, x, top)
            top -= height


def set_contents(block: Contents, headings: Sequence[Heading], setter: Setter) -> Flow:
    """The headings that are to be listed, each with a link to its place."""
    parent = setter.element("TOC")
    listed = [heading for heading in headings if max(heading.level, 1) <= block.depth]
    return ContentsFlow(
        [
            _set_entry(heading, Node("TOCI", parent), setter)
            for heading in listed
            if heading.anchor and not is_blank(heading.text)
        ]
    )


def _set_entry(heading: Heading, parent: Node, setter: Setter) -> tuple[float, Paint]:
    """One heading and a hole for its page; the height, and what draws it."""
    theme, room = setter.theme, setter.page.text_width
    section = heading.level <= 1
    type_ = evolve(theme.scale.body, face=Face.STRONG) if section else theme.scale.body
    node = Node("Link", Node("Reference", parent))
    style = evolve(setter.style(type_, node), target=f"#{heading.anchor}")
    indent = 0 if section else _INDENT
    text = clean_text(heading.text, _TITLE_LIMIT)
    lines = going_on(
        set_runs([(text, style)], Shape(type_, room - _NUMBER_ROOM, indent=indent), setter)
    )
    height = column_height(lines) + _ABOVE

    def paint(canvas: DossierCanvas, x: float, top: float) -> None:
        draw_lines(canvas, lines, x, top - _ABOVE)
        _paint_number(canvas, heading.anchor, node, type_, x + room, _last_baseline(lines, top))
        canvas.adorn(rule(x, top - height, room, 0.35, theme.colours.rule))

    return height, paint


def _last_baseline(lines: Sequence[Line], top: float) -> float:
    return top - _ABOVE - column_height(lines[:-1]) - lines[-1].ascent


def _paint_number(
    canvas: DossierCanvas, anchor: str, node: Node, type_: Type, right: float, baseline: float
) -> None:
    """The page that an anchor stands on, when it is known, at the right edge."""

    def number() -> str:
        text = str(canvas.page_of(anchor) or "")
        x = right - width(type_.face, text) * type_.size / 1000
        return show(canvas, text, type_, x, baseline)

    canvas.put(f"{canvas.mark(node)} {canvas.leave_open(number)} EMC")
