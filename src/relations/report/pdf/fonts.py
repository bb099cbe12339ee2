"""The typefaces that are drawn with: where they lie, how wide each character is.

Only these five files are ever named in a dossier, and each is embedded, so a page looks alike
everywhere and no viewer needs to guess.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Mapping
from importlib import resources

from attrs import field, frozen
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from relations.report.theme import Face

FILES: Mapping[Face, str] = {
    Face.REGULAR: "SourceSans3-Regular.ttf",
    Face.ITALIC: "SourceSans3-Italic.ttf",
    Face.STRONG: "SourceSans3-SemiBold.ttf",
    Face.STRONG_ITALIC: "SourceSans3-SemiBoldItalic.ttf",
    Face.TITLE: "SourceSerif4-SemiBold.ttf",
}

_LOADING = threading.Lock()


@frozen(eq=False)
class Typeface:
    """One cut as ReportLab knows it: ``name`` to set it by, ``advances`` in 1/1000 of the size."""

    name: str
    advances: Mapping[str, float] = field(repr=False)
    fallback: float = field(repr=False)

    def width(self, text: str, size: float) -> float:
        """How wide a text runs at a size; a character without a glyph counts as one box."""
        try:
            total = sum(map(self.advances.__getitem__, text))
        except KeyError:
            total = sum(self.advances.get(character, self.fallback) for character in text)
        return total * size / 1000

    def lacks(self, text: str) -> str:
        """The characters of a text that this cut has no glyph for."""
        return "".join(character for character in text if character not in self.advances)


def typeface(face: Face) -> Typeface:
    """The typeface of a cut, read from its file when first asked for."""
    with _LOADING:
        return _load(face)


@functools.cache
def _load(face: Face) -> Typeface:
    name = f"relations-{face.value}"
    with resources.as_file(resources.files("relations.report") / "fonts" / FILES[face]) as path:
        font = TTFont(name, str(path), asciiReadable=1, shapable=False)
    pdfmetrics.registerFont(font)
    widths, fallback = font.face.charWidths, font.face.defaultWidth
    advances = {chr(code): widths.get(code, fallback) for code in font.face.charToGlyph}
    # ReportLab writes a no-break space as a space, so it must be as wide as one.
    advances["\N{NO-BREAK SPACE}"] = advances[" "]
    return Typeface(name, advances, fallback)
