"""A table on the page: rules instead of boxes, a head on every page, rows cut only when they must.

Here rows are set already; :mod:`relations.report.pdf.tables` sets them.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.flows import Flow
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lines import Line, column_height
from relations.report.pdf.rows import SetRow, part
from relations.report.pdf.strokes import rule
from relations.report.theme import Colours

_HEAVY, _MIDDLE, _LIGHT = 0.9, 0.5, 0.35
_CAPTION_BELOW, _NOTE_ABOVE = 5.0, 4.5
_TALL = 84.0  # a row as tall as this may part at the end of a page
_LONE = 40.0  # a row as tall as this may stand on a page by itself


@frozen
class Surround:
    """What is alike on every page of a table. Facts have neither caption nor head.

    ``rules`` are the left and right ends of the lines under the titles of groups of columns.
    """

    width: float
    colours: Colours
    caption: tuple[Line, ...] = ()
    again: tuple[Line, ...] = ()
    head: tuple[SetRow, ...] = ()
    rules: tuple[tuple[float, float], ...] = ()
    is_rest: bool = False
    note: tuple[Line, ...] = ()

    @property
    def top(self) -> float:
        """The height of caption and head."""
        caption = column_height(self.caption) + _CAPTION_BELOW if self.caption else 0
        return caption + sum(row.height for row in self.head)

    @property
    def bottom(self) -> float:
        """The height of the note."""
        return column_height(self.note) + _NOTE_ABOVE if self.note else 0


class TableFlow(Flow):
    """Rows between rules, which carry their caption and head on to the next page.

    Rows that stand ``together`` are parted only where a page does not hold them all.
    """

    def __init__(
        self,
        around: Surround,
        rows: Sequence[SetRow],
        before: float,
        after: float,
        ends: bool = True,
        together: bool = False,
    ) -> None:
        super().__init__(before, after)
        self.around, self.rows, self.ends, self.together = around, tuple(rows), ends, together
        self.height = around.top + sum(row.height for row in rows) + (around.bottom if ends else 0)

    def cut(self, room: float, force: bool) -> tuple[Flow, Flow] | None:
        if self.together and not force:
            return None
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
        left, right = self.rows[:count], self.rows[count:]
        parting = right[0] if right else left[0] if len(left) == 1 else None
        if parting is not None and (parting.height > _TALL or (force and count <= 1)):
            above = used if right else self.around.bottom
            most = room - above if force else min(room - above, parting.height - _LONE)
            parts = parting.cut(most, force and not (right and left))
            if parts and (force or min(half.height for half in parts) >= _LONE):
                return [*(left if right else ()), parts[0]], [parts[1], *right[1:]]
        count = _balance(self.rows, count)
        if not count or count == len(self.rows) or not (force or _stands(self.rows[:count])):
            return None
        return part(self.rows, count)

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
            crown = body + sum(row.height for row in around.head)
            rules.append(rule(x, crown, width, _HEAVY, ink))
            under = crown - around.head[0].height
            rules += [rule(x + a, under, b - a, _LIGHT, ink) for a, b in around.rules]
        rules.append(rule(x, body, width, _MIDDLE, ink if around.head else light))
        top = body
        for row in self.rows:
            top = row.paint(canvas, x, top)
            if row is not self.rows[-1]:
                rules.append(rule(x, top, width, _LIGHT, light))
        ends = self.ends and bool(around.head)
        rules.append(rule(x, top, width, *((_HEAVY, ink) if ends else (_LIGHT, light))))
        canvas.adorn(" ".join(rules))
        if self.ends:
            draw_lines(canvas, around.note, x, top - _NOTE_ABOVE)

    def _paint_top(self, canvas: DossierCanvas, x: float, top: float) -> float:
        """Draw the caption and the head, and return the height below them."""
        if self.around.caption:
            draw_lines(canvas, self.around.caption, x, top)
            top -= column_height(self.around.caption) + _CAPTION_BELOW
        for row in self.around.head:
            top = row.paint(canvas, x, top)
        return top


def _stands(rows: Sequence[SetRow]) -> bool:
    """Whether rows are enough to stand on a page by themselves: two, or one of some height."""
    return len(rows) > 1 or sum(row.height for row in rows) >= _LONE


def _balance(rows: Sequence[SetRow], count: int) -> int:
    """How many rows to keep, so that no small row or note stands alone on the next page.

    Rows that a cell reaches over are kept together if there is any other place to part them.
    """
    keep = count
    while keep > 1 and not _stands(rows[keep:]):
        keep -= 1
    together = keep
    while 0 < together < len(rows) and rows[together].joined:
        together -= 1
    return together or keep
