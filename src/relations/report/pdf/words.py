"""Runs of text become words: pieces that stay on one line, with the gaps between them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from relations.report.drawing import Drawing
from relations.report.faces import glyphs
from relations.report.fontfile import Glyphs
from relations.report.pdf.breaking import parted
from relations.report.pdf.style import Style
from relations.report.pdf.tags import Node
from relations.report.signs import Fill
from relations.report.theme import Sign

if TYPE_CHECKING:
    from relations.report.pdf.setter import Setter

NO_BREAK = "\N{NO-BREAK SPACE}"


@frozen
class Stamp:
    """A marker to be drawn within a line; ``node`` says it in words, if anything does."""

    sign: Sign
    fill: Fill
    radius: float
    node: Node | None


@frozen
class Sketch:
    """A small drawing within a line, at a scale; without a ``node`` it is an ornament."""

    drawing: Drawing
    scale: float
    node: Node | None


class Piece(NamedTuple):
    """Text of one style, or something drawn in its place, with its width."""

    glyphs: tuple[Glyphs, ...]
    style: Style
    width: float
    drawn: Stamp | Sketch | None = None

    @property
    def text(self) -> str:
        """The words of the piece."""
        return "".join(part.text for part in self.glyphs)


class Word(NamedTuple):
    """Pieces that hold together. ``gap`` is the space after them if the line goes on.

    ``cost`` says how unwelcome a line end after the word is: 0 is a space between two words.
    """

    pieces: tuple[Piece, ...]
    width: float
    gap: float
    cost: float


Fragment = tuple[str, Style] | Piece


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
            out.append(Word(tuple(held), sum(piece.width for piece in held), gap, cost))
            held.clear()

    for run in runs:
        if isinstance(run, Piece):
            held.append(run)
            continue
        text, style = run
        setter.note(text)
        gap = setter.measure(" ", style)
        for token in _SPACE.split(text):
            if token.startswith(" "):
                close(gap, _cost_after(held))
            elif token:
                _hold(token, style, held, close)
    close(0, 0)
    return out


def _hold(
    token: str, style: Style, held: list[Piece], close: Callable[[float, float], None]
) -> None:
    """Add a token to the word in hand, which ends wherever the token may break."""
    scale = style.size / 1000
    for part, cost in _parts(token):
        held += [Piece((set_,), style, set_.advance * scale) for set_ in glyphs(style.face, part)]
        if cost is not None:
            close(0, cost)


@functools.lru_cache(maxsize=50_000)
def _parts(token: str) -> tuple[tuple[str, float | None], ...]:
    """A token at the places where it may break, with the cost of breaking after each part.

    After the last part nothing breaks, so it costs None.
    """
    costs: list[tuple[str, float]]
    if _ADDRESS.match(token):
        parts = [part for part in _ADDRESS_PARTS.split(token) if part]
        costs = [(part, SLASH_COST if part.endswith("/") else ADDRESS_COST) for part in parts]
    else:
        costs = [
            (part, WORD_COST)
            for whole in _WORD_PARTS.split(token)
            if whole
            for part in parted(whole)
        ]
    return (*costs[:-1], (costs[-1][0], None))


def _cost_after(held: list[Piece]) -> float:
    """A small number is best followed by what it counts: ``12`` with ``June``."""
    return COUNT_COST if held and _COUNT.match(held[-1].text) else 0
