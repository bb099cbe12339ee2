"""Put lines and rules on a canvas; the only place where text and links reach the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from relations.report.pdf.fonts import typeface
from relations.report.pdf.lines import Line
from relations.report.pdf.markers import draw_marker
from relations.report.pdf.words import Piece

_STAMP_CENTRE = 0.32  # the middle of a marker above the baseline, in sizes
_LINK_BELOW, _LINK_ABOVE = 0.24, 0.78  # the reach of a link about the baseline, in sizes


def destination(anchor: str) -> str:
    """The name of an anchor's place, apart from the names of bookmarks."""
    return f"anchor {anchor}"


def mark_place(canvas: Canvas, anchor: str, top: float) -> None:
    """Let links to an anchor lead to this height of this page."""
    canvas.bookmarkHorizontal(destination(anchor), 0, top + 4)


def draw_lines(canvas: Canvas, lines: Sequence[Line], x: float, top: float) -> None:
    """Draw lines one below the other, the first at ``top``."""
    for number, line in enumerate(lines):
        top -= line.before if number else 0
        draw_line(canvas, line, x, top)
        top -= line.height


def draw_line(canvas: Canvas, line: Line, x: float, top: float) -> None:
    """Draw the text, the markers and the links of a line."""
    placed = list(_placed(line.pieces, x + line.x))
    baseline = top - line.ascent
    text = canvas.beginText()
    for left, piece in placed:
        if piece.stamp is not None:
            height = baseline + piece.style.size * _STAMP_CENTRE
            stamp = piece.stamp
            draw_marker(canvas, left + stamp.radius, height, stamp.radius, stamp.sign, stamp.fill)
            continue
        text.setTextOrigin(left, baseline)
        text.setFont(typeface(piece.style.face).name, piece.style.size)
        text.setFillColor(HexColor(piece.style.colour))
        text.textOut(piece.text)
    canvas.drawText(text)
    _draw_links(canvas, placed, baseline)


def _placed(pieces: Iterable[Piece], x: float) -> Iterator[tuple[float, Piece]]:
    """Each piece with its left edge."""
    for piece in pieces:
        yield x, piece
        x += piece.width


def _draw_links(canvas: Canvas, placed: Iterable[tuple[float, Piece]], baseline: float) -> None:
    """One sensitive area for each stretch of a line that leads to one place."""
    for target, group in groupby(placed, lambda item: item[1].style.target):
        if not target:
            continue
        held = list(group)
        (left, first), (last_left, last) = held[0], held[-1]
        shown = last.text.rstrip(" ")
        right = last_left + typeface(last.style.face).width(shown, last.style.size)
        size = first.style.size
        area = (left, baseline - size * _LINK_BELOW, right, baseline + size * _LINK_ABOVE)
        if target.startswith("#"):
            canvas.linkRect("", destination(target[1:]), area, relative=1)
        else:
            canvas.linkURL(target, area, relative=1)


def rule(canvas: Canvas, x: float, y: float, width: float, weight: float, colour: str) -> None:
    """Draw a horizontal hairline."""
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + width, y)


def box(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    """Fill a rectangle whose lower left corner is given."""
    canvas.setFillColor(HexColor(colour))
    canvas.rect(x, y, width, height, stroke=0, fill=1)
