"""The rows of a table, set in their columns, and how one is parted by the end of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import evolve, field, frozen

from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lines import Line, column_height, cut
from relations.report.pdf.tags import Node

_ABOVE, _BELOW = 2.5, 3.3  # within a row
_RECALLED = 2  # lines of a cell that are shown again where its row goes on


@frozen
class Cell:
    """The lines of a cell, the left edge of its column, and the element that it is.

    It may reach over several ``rows``. A ``recalled`` cell is shown again on the next page, to
    say what the rest of its row belongs to, and is read to nobody.
    """

    lines: tuple[Line, ...]
    x: float
    node: Node
    rows: int = 1
    recalled: bool = False

    @property
    def height(self) -> float:
        """The height of the cell with the space within it."""
        return column_height(self.lines) + _ABOVE + _BELOW


@frozen
class SetRow:
    """A row that is set; ``anchor`` is where links to its record lead.

    A ``joined`` row is reached into by a cell of a row above; ``least`` is room that such a cell
    needs.
    """

    cells: tuple[Cell, ...]
    anchor: str | None = None
    joined: bool = False
    least: float = 0
    height: float = field(init=False)

    @height.default
    def _tallest(self) -> float:
        own = (cell.height for cell in self.cells if cell.rows == 1)
        return max(self.least, *own, _ABOVE + _BELOW)

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
        return SetRow(tuple(upper), self.anchor), SetRow(tuple(_recalling(upper, lower)))

    def paint(self, canvas: DossierCanvas, x: float, top: float) -> float:
        """Draw the row and return the height of its foot."""
        if self.anchor:
            canvas.mark_place(self.anchor, x, top + 4)
        for cell in self.cells:
            if cell.recalled:
                with canvas.ornament("Pagination"):
                    draw_lines(canvas, cell.lines, x + cell.x, top - _ABOVE)
                continue
            if canvas.tags_apart:
                canvas.tree.attach(cell.node)  # a cell of signs alone is a cell
            draw_lines(canvas, cell.lines, x + cell.x, top - _ABOVE)
        return top - self.height


def _recalling(upper: Sequence[Cell], lower: Sequence[Cell]) -> Iterator[Cell]:
    """The rest of a row, with what stands before the first cell that goes on shown again."""
    goes_on = False
    for above, below in zip(upper, lower, strict=True):
        goes_on = goes_on or bool(below.lines)
        if goes_on or len(above.lines) > _RECALLED:
            yield below
        else:
            yield evolve(below, lines=above.lines, recalled=True)


# -- cells that reach over rows ------------------------------------------------------------------


def settle(rows: Sequence[SetRow]) -> list[SetRow]:
    """Rows as tall as the cells that reach over them need, each told that it is joined."""
    out = list(rows)
    for at, row in enumerate(rows):
        for cell in row.cells:
            last = min(at + cell.rows, len(out)) - 1
            if last == at:
                continue
            for below in range(at + 1, last + 1):
                out[below] = evolve(out[below], joined=True)
            missing = cell.height - sum(row.height for row in out[at : last + 1])
            if missing > 0:
                out[last] = evolve(out[last], least=out[last].height + missing)
    return out


def part(rows: Sequence[SetRow], count: int) -> tuple[list[SetRow], list[SetRow]]:
    """Rows in two after ``count``; what a cell that reaches over the cut has left goes on below."""
    upper, lower = list(rows[:count]), list(rows[count:])
    if not lower or not lower[0].joined:
        return upper, lower
    bottoms = list(accumulate((row.height for row in reversed(upper)), initial=0.0))[::-1]
    moved: list[Cell] = []
    for at, row in enumerate(upper):
        kept = []
        for cell in row.cells:
            if at + cell.rows > count:
                room = bottoms[at] - _ABOVE - _BELOW
                fitting = cut(cell.lines, room, force=True)
                rest = evolve(cell, lines=cell.lines[fitting:], rows=at + cell.rows - count)
                moved.append(rest)
                kept.append(evolve(cell, lines=cell.lines[:fitting], rows=count - at))
            else:
                kept.append(cell)
        upper[at] = evolve(row, cells=tuple(kept))
    first = lower[0]
    cells = tuple(sorted((*moved, *first.cells), key=lambda cell: cell.x))
    lower[0] = evolve(first, cells=cells, joined=False, least=0)
    return upper, settle(lower)
