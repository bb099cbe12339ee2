"""Put lines of text on a page; the only place where text and links reach it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from relations.report.fontfile import FontFile
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.lines import Line
from relations.report.pdf.markers import marker
from relations.report.pdf.sketches import sketch
from relations.report.pdf.strokes import fill_colour
from relations.report.pdf.tags import Node
from relations.report.pdf.words import Piece, Sketch, Stamp
from relations.report.pdf.writing import place, spoken

_STAMP_CENTRE = 0.32  # the middle of a marker above the baseline, in sizes
_LINK_BELOW, _LINK_ABOVE = 0.24, 0.78  # the reach of a link about the baseline, in sizes


def draw_lines(canvas: DossierCanvas, lines: Sequence[Line], x: float, top: float) -> None:
    """Draw lines one below the other, the first at ``top``."""
    writer = _Writer(canvas)
    for number, line in enumerate(lines):
        top -= line.before if number else 0
        _draw_line(canvas, writer, line, x + line.x, top - line.ascent)
        top -= line.height
    writer.close()


def _draw_line(
    canvas: DossierCanvas, writer: _Writer, line: Line, x: float, baseline: float
) -> None:
    """Draw the text and the markers of a line, and lay its links over them."""
    linked = False
    left = x
    for piece in line.pieces:
        if piece.drawn is not None:
            writer.close()
            _draw_inline(canvas, piece, left, baseline)
        else:
            writer.write(piece, left, baseline)
            linked = linked or bool(piece.style.target)
        left += piece.width
    if linked and canvas.tags_apart:
        _lay_links(canvas, line.pieces, x, baseline)


def _draw_inline(canvas: DossierCanvas, piece: Piece, left: float, baseline: float) -> None:
    """Draw what stands in a line and is not text."""
    match piece.drawn:
        case Stamp() as stamp:
            _draw_stamp(canvas, stamp, left, baseline + piece.style.size * _STAMP_CENTRE)
        case Sketch(drawing, scale, node):
            corners = (left, baseline, left + piece.width, baseline + drawing.height * scale)
            with canvas.figure(node, *corners, "Inline") if node else canvas.ornament():
                canvas.put(sketch(canvas, drawing, left, corners[3], scale))


def _draw_stamp(canvas: DossierCanvas, stamp: Stamp, left: float, middle: float) -> None:
    """Draw a marker as a small figure, or as an ornament where it has no words."""
    radius = stamp.radius
    operators = marker(left + radius, middle, radius, stamp.sign, stamp.fill)
    if stamp.node is None:
        canvas.adorn(operators)
        return
    corners = (left, middle - radius, left + 2 * radius, middle + radius)
    with canvas.figure(stamp.node, *corners, "Inline"):
        canvas.put(operators)


def _lay_links(canvas: DossierCanvas, pieces: Sequence[Piece], x: float, baseline: float) -> None:
    """One sensitive area for each stretch of a line that leads to one place."""
    for style, group in groupby(_placed(pieces, x), lambda item: item[1].style):
        if not style.target or style.node is None:
            continue
        held = list(group)
        (left, _), (last_left, last) = held[0], held[-1]
        text = "".join(piece.text for _, piece in held).rstrip(" ")
        space = last.glyphs[-1].advance * style.size / 1000 if last.text.endswith(" ") else 0
        right = last_left + last.width - space
        low, high = baseline - style.size * _LINK_BELOW, baseline + style.size * _LINK_ABOVE
        # A stretch may be a lone space between two scripts, and an area without words is a fault.
        words = (text or style.target) if style.target.startswith("#") else style.target
        canvas.link(style.node, style.target, (left, low, right, high), words)


def _placed(pieces: Sequence[Piece], x: float) -> Iterator[tuple[float, Piece]]:
    """Each piece with its left edge."""
    for piece in pieces:
        yield x, piece
        x += piece.width


class _Writer:
    """A text object of the page, which remembers what is set so as not to set it again."""

    def __init__(self, canvas: DossierCanvas) -> None:
        self.canvas = canvas
        self.apart = canvas.tags_apart
        self.operators: list[str] = []
        self._forget()

    def _forget(self) -> None:
        self.marked = False
        self.node: Node | None = None
        self.font: FontFile | None = None
        self.size, self.colour = 0.0, ""
        self.x = self.baseline = -1.0

    def close(self) -> None:
        """End the text object, if there is one."""
        if self.operators:
            end = ["EMC", "ET"] if self.marked else ["ET"]
            self.canvas.put(" ".join([*self.operators, *end]))
            self.operators = []
            self._forget()

    def write(self, piece: Piece, x: float, baseline: float) -> None:
        """Write a piece of text from a point of the page."""
        add, style, shown = self._begin(), piece.style, piece.glyphs
        if self.apart and (style.node is not self.node or not self.marked):
            if self.marked:
                add("EMC")
            add(self.canvas.mark(style.node))
            self.node, self.marked = style.node, True
        if baseline != self.baseline or abs(x - self.x) > 0.005:
            add(f"1 0 0 1 {x:.2f} {baseline:.2f} Tm")
        if style.colour != self.colour:
            add(fill_colour(style.colour))
            self.colour = style.colour
        self.x, self.baseline = x + piece.width, baseline
        font = shown[0].plain
        fonts = [part.plain for part in shown]
        if font is None or fonts.count(font) < len(fonts):
            add(self._write_mixed(piece))
            return
        self.canvas.use(font, shown)
        if font is not self.font or style.size != self.size:
            add(self._choose(font, style.size))
        add(f"[<{''.join([part.code for part in shown])}>]TJ")

    def _choose(self, font: FontFile, size: float) -> str:
        self.font, self.size = font, size
        return f"/{font.key} {size:g} Tf"

    def _write_mixed(self, piece: Piece) -> str:
        """A piece in several fonts, or with glyphs that are placed one by one."""
        written = " ".join(self._write_glyphs(piece))
        placed = any(part.placed for part in piece.glyphs)
        leftwards = any(part.leftwards for part in piece.glyphs)
        # Readers of text turn letters that run leftwards round themselves.
        return spoken(piece.text, written) if placed and not leftwards else written

    def _write_glyphs(self, piece: Piece) -> Iterator[str]:
        """The glyphs of a piece, those of one font and one manner together."""
        size = piece.style.size
        for (font, simple), group in groupby(
            piece.glyphs, lambda part: (part.font, not part.placed)
        ):
            held = list(group)
            self.canvas.use(font, held)
            if font is not self.font or size != self.size:
                yield self._choose(font, size)
            if simple:
                yield f"[<{''.join([part.code for part in held])}>]TJ"
            else:
                yield " ".join(place(part, size) for part in held)

    def _begin(self) -> Callable[[str], None]:
        if not self.operators:
            self.operators.append("BT")
        return self.operators.append
