"""What a page can hold: pieces with a known height that say where they may be cut.

ReportLab asks each to wrap, to split and to draw. All lines are set beforehand, so wrapping is
looking up a height, and cutting always gets on: a piece as tall as the page is cut somewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from reportlab.platypus import Flowable, FrameBreak

from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lines import Line, column_height, cut
from relations.report.pdf.strokes import box

#: Draws something beside a piece, given the canvas and the piece's top left corner.
Paint = Callable[[DossierCanvas, float, float], None]

_SLACK = 0.5


class Flow(Flowable):
    """A piece of the text column. ``before`` and ``after`` are the space around it."""

    height: float
    canv: DossierCanvas

    def __init__(self, before: float = 0, after: float = 0) -> None:
        super().__init__()
        self.before, self.after = before, after

    def getSpaceBefore(self) -> float:
        return self.before

    def getSpaceAfter(self) -> float:
        return self.after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        parts = self.cut(aH, force=aH >= self.canv.text_height - _SLACK)
        return [parts[0], FrameBreak(), parts[1]] if parts else []

    def drawOn(self, canvas: DossierCanvas, x: float, y: float, _sW: float = 0) -> None:  # type: ignore[override]  # we draw on no other
        self.paint(canvas, x, y + self.height)

    def cut(self, room: float, force: bool) -> tuple[Flow, Flow] | None:
        """A part that fits into ``room`` and the rest, or None to begin on the next page.

        With ``force`` the room is a whole page, and a piece that can be cut at all must be.
        """
        return None

    def paint(self, canvas: DossierCanvas, x: float, top: float) -> None:
        """Draw the piece with its top left corner at a point."""
        raise NotImplementedError


class Lines(Flow):
    """Lines of text, with things painted beside the first: a number, a bar, a bookmark.

    ``ground`` colours the box behind the lines, ``pad`` is the space within it, and ``width`` the
    box's own. Lines that are ``whole`` are parted only where a page does not hold them all.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        before: float = 0,
        after: float = 0,
        opening: Sequence[Paint] = (),
        ground: str = "",
        pad: float = 0,
        width: float = 0,
        whole: bool = False,
    ) -> None:
        super().__init__(before, after)
        self.lines, self.opening, self.whole = tuple(lines), tuple(opening), whole
        self.ground, self.pad, self.breadth = ground, pad, width
        self.height = column_height(self.lines) + 2 * pad

    def cut(self, room: float, force: bool) -> tuple[Flow, Flow] | None:
        if self.whole and not force:
            return None
        count = cut(self.lines, room - 2 * self.pad, force)
        if not 0 < count < len(self.lines):
            return None
        look: dict[str, Any] = {"ground": self.ground, "pad": self.pad, "width": self.breadth}
        head = Lines(self.lines[:count], self.before, 0, self.opening, **look)
        return head, Lines(self.lines[count:], 0, self.after, **look)

    def paint(self, canvas: DossierCanvas, x: float, top: float) -> None:
        if self.ground:
            ground = box(x, top - self.height, self.breadth, self.height, self.ground)
            canvas.adorn(ground)
        for paint in self.opening:
            paint(canvas, x, top)
        draw_lines(canvas, self.lines, x + self.pad, top - self.pad)


class Picture(Flow):
    """A drawing that stays whole."""

    def __init__(self, height: float, paint: Paint, before: float = 0, after: float = 0) -> None:
        super().__init__(before, after)
        self.height, self.painted = height, paint

    def paint(self, canvas: DossierCanvas, x: float, top: float) -> None:
        self.painted(canvas, x, top)


class Bound(Flow):
    """A piece with what must stand right above it: a heading and the first lines after it."""

    def __init__(self, heads: Sequence[Flow], tail: Flow) -> None:
        super().__init__(heads[0].before, tail.after)
        self.heads, self.tail = tuple(heads), tail
        parts = [*self.heads, tail]
        self.gaps = [0.0] + [max(upper.after, lower.before) for upper, lower in pairwise(parts)]
        self.height = sum(self.gaps) + sum(part.height for part in parts)

    def cut(self, room: float, force: bool) -> tuple[Flow, Flow] | None:
        above = self.height - self.tail.height
        parts = self.tail.cut(room - above, force) if room > above else None
        if parts and above + parts[0].height <= room + _SLACK:
            return Bound(self.heads, parts[0]), parts[1]
        return self._part(room) if force else None

    def _part(self, room: float) -> tuple[Flow, Flow] | None:
        """As many pieces as fit, and the others; where not even one does, a part of that."""
        pieces, used, count = (*self.heads, self.tail), 0.0, 0
        for gap, piece in zip(self.gaps, pieces, strict=True):
            used += gap + piece.height
            if used > room + _SLACK:
                break
            count += 1
        if count:
            return _tied(pieces[:count]), _tied(pieces[count:])
        parts = pieces[0].cut(room, force=True)
        return parts and (parts[0], _tied((parts[1], *pieces[1:])))

    def paint(self, canvas: DossierCanvas, x: float, top: float) -> None:
        for gap, part in zip(self.gaps, (*self.heads, self.tail), strict=True):
            top -= gap
            part.paint(canvas, x, top)
            top -= part.height


def _tied(pieces: Sequence[Flow]) -> Flow:
    """Pieces as one, which stays together as long as it can."""
    *heads, tail = pieces
    return Bound(heads, tail) if heads else tail


def bind(flows: Sequence[tuple[Flow, bool]]) -> list[Flow]:
    """Tie each piece that asks for it (True) to the one after it."""
    out: list[Flow] = []
    heads: list[Flow] = []
    for flow, binds in flows:
        if binds:
            heads.append(flow)
        else:
            out.append(Bound(heads, flow) if heads else flow)
            heads = []
    return out + heads
