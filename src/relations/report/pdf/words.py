"""Inlines become words: pieces of text that stay on one line, with the gaps between them.

Text is taken as it is. No markup is ever parsed, so ``<b>`` in a title prints as ``<b>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from relations.report.blocks import Cite, Content, Link, Marker, Text, Tone
from relations.report.clean import clean_text, safe_address
from relations.report.pdf.style import Style
from relations.report.signs import Fill
from relations.report.theme import Face, Sign

if TYPE_CHECKING:
    from relations.report.pdf.setter import Setter

NO_BREAK = "\N{NO-BREAK SPACE}"
_HELD_HYPHEN = "\N{NON-BREAKING HYPHEN}"
CITE_SIZE = 0.88
STAMP_RADIUS = 0.3

_TONES = {
    (Tone.STRONG, Face.REGULAR): Face.STRONG,
    (Tone.STRONG, Face.ITALIC): Face.STRONG_ITALIC,
    (Tone.EMPHASIS, Face.REGULAR): Face.ITALIC,
    (Tone.EMPHASIS, Face.ITALIC): Face.REGULAR,
    (Tone.EMPHASIS, Face.STRONG): Face.STRONG_ITALIC,
}


@frozen
class Stamp:
    """A marker to be drawn within a line."""

    sign: Sign
    fill: Fill
    radius: float


@frozen
class Piece:
    """Text of one style, or a stamp, with its width."""

    text: str
    style: Style
    width: float
    stamp: Stamp | None = None


@frozen
class Word:
    """Pieces that hold together. ``gap`` is the space after them if the line goes on.

    ``cost`` says how unwelcome a line end after the word is: 0 is a space between two words.
    """

    pieces: tuple[Piece, ...]
    gap: float
    cost: float
    width: float = field(init=False)

    @width.default
    def _sum(self) -> float:
        return sum(piece.width for piece in self.pieces)


Fragment = tuple[str, Style] | Piece


# -- inlines to fragments ------------------------------------------------------------------------


def fragments(content: Content, base: Style, setter: Setter) -> list[Fragment]:
    """The runs of a content, cleaned, each with its style; a citation clings to what it follows."""
    out: list[Fragment] = []
    for inline in content:
        match inline:
            case Text():
                out.append((clean_text(inline.text), _toned(base, inline.tone, setter)))
            case Link():
                out.append((clean_text(inline.text), _linked(base, inline.target, setter)))
            case Cite():
                _cling(out)
                out += _citations(inline, base, setter)
            case Marker():
                sign = setter.theme.signs[inline.category]
                radius = base.size * STAMP_RADIUS
                stamp = Stamp(sign, inline.fill, radius)
                out.append(Piece("", base, 2 * radius + 0.6, stamp))
    return out


def _toned(base: Style, tone: Tone, setter: Setter) -> Style:
    """The base style in a tone of voice."""
    if tone is Tone.MUTED:
        return evolve(base, colour=setter.theme.colours.muted)
    return evolve(base, face=_TONES.get((tone, base.face), base.face))


def _linked(base: Style, target: str, setter: Setter) -> Style:
    """The style of a link, or the base style where its target is no safe address."""
    safe = target if target.startswith("#") else safe_address(target)
    if safe is None:
        return base
    return evolve(base, colour=setter.theme.colours.link, target=safe)


def _citations(cite: Cite, base: Style, setter: Setter) -> Iterator[Fragment]:
    """``[1] [4]``, small, each leading to its reference."""
    small = evolve(base, size=base.size * CITE_SIZE, colour=setter.theme.colours.link)
    for position, number in enumerate(cite.numbers):
        if position:
            yield " ", base
        yield f"[{number}]", evolve(small, target=f"#ref-{number}")


def _cling(out: list[Fragment]) -> None:
    """Tie what comes next to the last text by a space that does not break."""
    if out and isinstance(out[-1], tuple):
        text, style = out[-1]
        out[-1] = text.rstrip(" ") + NO_BREAK, style


# -- fragments to words --------------------------------------------------------------------------

_SPACE = re.compile(r"( +)")
_ADDRESS = re.compile(
    r"\W{0,3}([a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|[^/ ]{1,100}\.[a-z]{2,20}/)", re.IGNORECASE
)
# An address breaks after a slash that ends a part, and before the signs within one.
_ADDRESS_PARTS = re.compile(r"(?<=[/])(?=[^/])|(?<=\w)(?=[.\-_?&=#%~+,;])|(?<=[?&=#])(?=\w)")
# Other words break after a hyphen, dash or slash between letters, so never within a date.
_WORD_PARTS = re.compile(r"(?<=[^\W\d]{2}[-–—/])(?=[^\W\d]{2})|(?<=—)(?=\w)")
_COUNT = re.compile(r"\(?\d{1,2}\Z")

SLASH_COST, ADDRESS_COST = 0.15, 0.3
WORD_COST = 0.04
COUNT_COST = 0.25


def words(runs: Iterable[Fragment], setter: Setter) -> list[Word]:
    """Words in order; runs without a space between them share a word."""
    out: list[Word] = []
    held: list[Piece] = []

    def close(gap: float, cost: float) -> None:
        if held:
            out.append(Word(tuple(held), gap, cost))
            held.clear()

    for run in runs:
        if isinstance(run, Piece):
            held.append(run)
            continue
        text, style = run
        setter.note(text.replace(_HELD_HYPHEN, "-"), style)
        for token in _SPACE.split(text):
            if token.startswith(" "):
                close(setter.measure(" ", style), _cost_after(held))
            elif token:
                *parts, last = _parts(token)
                for part, cost in parts:
                    held.append(_piece(part, style, setter))
                    close(0, cost)
                held.append(_piece(last[0], style, setter))
    close(0, 0)
    return out


def _parts(token: str) -> list[tuple[str, float]]:
    """A token at the places where it may break, with the cost of breaking after each part."""
    if _ADDRESS.match(token):
        parts = filter(None, _ADDRESS_PARTS.split(token))
        return [(part, SLASH_COST if part.endswith("/") else ADDRESS_COST) for part in parts]
    return [(part, WORD_COST) for part in _WORD_PARTS.split(token) if part]


def _piece(text: str, style: Style, setter: Setter) -> Piece:
    """A measured piece; the hyphen that does not break, which not every face has, is a hyphen."""
    text = text.replace(_HELD_HYPHEN, "-")
    return Piece(text, style, setter.measure(text, style))


def _cost_after(held: list[Piece]) -> float:
    """A small number is best followed by what it counts: ``12`` with ``June``."""
    return COUNT_COST if held and _COUNT.match(held[-1].text) else 0
