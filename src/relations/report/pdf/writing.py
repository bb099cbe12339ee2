"""Glyphs as the operators that write them, in a text object or in one of their own."""

from __future__ import annotations

from relations.report.faces import glyphs
from relations.report.fontfile import Glyphs
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.objects import text_string
from relations.report.pdf.strokes import fill_colour
from relations.report.theme import Type


def show(canvas: DossierCanvas, text: str, type_: Type, x: float, baseline: float) -> str:
    """The operators that write a short text of one type, which belongs to no element of its own."""
    parts = []
    for part in glyphs(type_.face, text):
        canvas.use(part.font, [part])
        shown = place(part, type_.size) if part.placed else f"[<{part.code}>]TJ"
        parts.append(f"/{part.font.key} {type_.size:g} Tf {shown}")
    at = f"1 0 0 1 {x:.2f} {baseline:.2f} Tm"
    return f"BT {at} {fill_colour(type_.colour)} {' '.join(parts)} ET"


def spoken(text: str, operators: str) -> str:
    """Operators with the text that they stand for, as it is copied and read out."""
    return f"/Span <</ActualText {text_string(text)}>> BDC {operators} EMC"


def place(part: Glyphs, size: float) -> str:
    """The operators for glyphs that are shifted against one another."""
    out: list[str] = []
    row: list[str] = []
    rise = 0.0

    def flush() -> None:
        if row:
            out.append(f"[{' '.join(row)}]TJ")
            row.clear()

    for glyph in part.placed:
        shift = glyph.dy * size / 1000
        if abs(shift - rise) > 1e-6:
            flush()
            rise = shift
            out.append(f"{rise:.3f} Ts")
        if glyph.dx:
            row.append(f"{-glyph.dx:.1f}")
        row.append(f"<{glyph.gid:04X}>")
        back = glyph.width + glyph.dx - glyph.advance
        if abs(back) > 0.05:
            row.append(f"{back:.1f}")
    flush()
    if rise:
        out.append("0 Ts")
    return " ".join(out)
