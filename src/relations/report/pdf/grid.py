"""A table on the page: rules instead of boxes, a head on every page, rows cut only when they must.

Here rows are set already; :mod:`relations.report.pdf.tables` sets them.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.flows import Flow
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lines import Line, column_height, cut
from relations.report.pdf.strokes import rule
from relations.report.pdf.tags import Node
from relations.report.theme import Colours

_HEAVY, _MIDDLE, _LIGHT = 0.9, 0.5, 0.35
_ABOVE, _BELOW = 3.0, 4.0  # within a row
_CAPTION_BELOW, _NOTE_ABOVE = 5.0, 4.5
_TALL = 150.0  # a row as tall as this may part at the end of a page
_LONE = 44.0  # a row as tall as this may stand on a page by itself


@frozen
class Cell:
    """The lines of a cell, the left edge of its column, and the element that it is."""

    lines: tuple[Line, ...]
    x: float
    node: Node


@frozen
class SetRow:
    """A row that is set; ``anchor`` is where links to its record lead."""

    cells: tuple[Cell, ...]
    anchor: str | None
    height: float = field(init=False)

    @height.default
    def _tallest(self) -> float:
        return max(column_height(cell.lines) for cell in self.cells) + _ABOVE + _BELOW

    def cut(self, room: float, force: bool) -> tuple[SetRow, SetRow] | None:
        """The row in two, each cell cut by lines, or None where a cell has no good place."""
        upper, lower = [], []
        for cell in self.cells:
            count = cut(cell.lines, room - _ABOVE - _BELOW, force)
            if cell.lines and not count:
                return None
            upper.append(evolve(cell, lines=cell.lines[:count]))
            lower.append(evolve(cell, lines=cell.lines[count:]))
        if not any(cell.lines for cell in lower):
            return None
        return SetRow(tuple(upper), self.anchor), SetRow(tuple(lower), None)


@frozen
class Surround:
    """What is alike on every page of a table. Facts have neither caption nor head."""

    width: float
    colours: Colours
    caption: tuple[Line, ...] = ()
    again: tuple[Line, ...] = ()
    head: SetRow | None = None
    is_rest: bool = False
    note: tuple[Line, ...] = ()

    @property
    def top(self) -> float:
        """The height of caption and head."""
        caption = column_height(self.caption) + _CAPTION_BELOW if self.caption else 0
        return caption + (self.head.height if self.head else 0)

    @property
    def bottom(self) -> float:
        """The height of the note."""
        return column_height(self.note) + _NOTE_ABOVE if self.note else 0


class TableFlow(Flow):
    """Rows between rules, which carry their caption and head on to the next page."""

    def __init__(
        self,
        around: Surround,
        rows: Sequence[SetRow],
        before: float,
        after: float,
        ends: bool = True,
    ) -> None:
        super().__init__(before, after)
        self.around, self.rows, self.ends = around, tuple(rows), ends
        self.height = around.top + sum(row.height for row in rows) + (around.bottom if ends else 0)

    def cut(self, room: float, force: bool) -> tuple[Flow, Flow] | None:
        parts = self._share(room - self.around.top, force)
        if not parts:
            return None
        rest = evolve(self.around, caption=self.around.again, is_rest=True)
        return (
            TableFlow(self.around, parts[0], self.before, 0, ends=False),
            TableFlow(rest, parts[1], 0, self.after, self.ends),
        )

    def _share(self, room: float, force: bool) -> tuple[list[SetRow], list[SetRow]] | None:
        """The rows for this page and for the next, or None to begin on the next."""
        count, used = self._fitting(room)
        left, right = list(self.rows[:count]), list(self.rows[count:])
        parting = right[0] if right else left[0] if len(left) == 1 else None
        if parting is not None and (parting.height > _TALL or (force and count <= 1)):
            above = used if right else self.around.bottom
            parts = parting.cut(room - above, force and not (right and left))
            if parts and (force or min(part.height for part in parts) >= _LONE):
                return [*(left if right else []), parts[0]], [parts[1], *right[1:]]
        left, right = _balance(left, right)
        if not left or not right or not (force or _stands(left)):
            return None
        return left, right

    def _fitting(self, room: float) -> tuple[int, float]:
        """How many whole rows go into the room, and their height."""
        used = 0.0
        for count, row in enumerate(self.rows):
            if used + row.height > room + 0.001:
                return count, used
            used += row.height
        return len(self.rows), used

    def paint(self, canvas: DossierCanvas, x: float, top: float) -> None:
        around, ink, width = self.around, self.around.colours.ink, self.around.width
        light, rules = around.colours.rule, []
        if around.is_rest:
            with canvas.ornament("Pagination"):
                body = self._paint_top(canvas, x, top)
        else:
            body = self._paint_top(canvas, x, top)
        if around.head:
            rules.append(rule(x, body + around.head.height, width, _HEAVY, ink))
        rules.append(rule(x, body, width, _MIDDLE, ink if around.head else light))
        top = body
        for row in self.rows:
            top = _paint_row(canvas, row, x, top)
            if row is not self.rows[-1]:
                rules.append(rule(x, top, width, _LIGHT, light))
        ends = self.ends and around.head is not None
        rules.append(rule(x, top, width, *((_HEAVY, ink) if ends else (_LIGHT, light))))
        canvas.adorn(" ".join(rules))
        if self.ends:
            draw_lines(canvas, around.note, x, top - _NOTE_ABOVE)

    def _paint_top(self, canvas: DossierCanvas, x: float, top: float) -> float:
        """Draw the caption and the head, and return the height below them."""
        if self.around.caption:
            draw_lines(canvas, self.around.caption, x, top)
            top -= column_height(self.around.caption) + _CAPTION_BELOW
        return _paint_row(canvas, self.around.head, x, top) if self.around.head else top


def _stands(rows: Sequence[SetRow]) -> bool:
    """Whether rows are enough to stand on a page by themselves: two, or one of some height."""
    return len(rows) > 1 or sum(row.height for row in rows) >= _LONE


def _balance(left: list[SetRow], right: list[SetRow]) -> tuple[list[SetRow], list[SetRow]]:
    """Leave neither a small row nor the note alone on the next page, if there are rows to spare."""
    keep = len(left)
    while keep > 1 and not _stands([*left[keep:], *right]):
        keep -= 1
    return left[:keep], left[keep:] + right


def _paint_row(canvas: DossierCanvas, row: SetRow, x: float, top: float) -> float:
    """Draw a row and return the height of its foot."""
    if row.anchor:
        canvas.mark_place(row.anchor, x, top + 4)
    for cell in row.cells:
        if canvas.tags_apart:
            canvas.tree.attach(cell.node)  # a cell of signs alone is a cell
        draw_lines(canvas, cell.lines, x + cell.x, top - _ABOVE)
    return top - row.height
