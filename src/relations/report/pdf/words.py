"""Runs of text become words: pieces that stay on one line, with the gaps between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from relations.report.drawing import Drawing
from relations.report.faces import glyphs
from relations.report.fontfile import Glyphs
from relations.report.pdf.breaking import parted
from relations.report.pdf.style import Style
from relations.report.pdf.tags import Node
from relations.report.signs import Fill
from relations.report.theme import Face, Sign

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
    """What holds together. ``gap`` is the space after it if the line goes on.

    ``cost`` says how unwelcome a line end after the word is: 0 is a space between two words. Most
    words are ``glyphs`` of one ``style``; others have ``mixed`` pieces, and these are the last's.
    """

    glyphs: tuple[Glyphs, ...]
    style: Style
    width: float
    gap: float
    cost: float
    mixed: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the word, in order."""
        return self.mixed or (Piece(self.glyphs, self.style, self.width),)


Fragment = tuple[str, Style] | Piece


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


class _Part(NamedTuple):
    """A part of a token up to where it may break, for a size of 1.

    ``cost`` is that of breaking after it; after the last part nothing breaks, so it costs None.
    """

    glyphs: tuple[Glyphs, ...]
    advance: float
    cost: float | None


class _Token(NamedTuple):
    """What stands between two spaces; ``tied`` is the cost of parting it from what it counts."""

    parts: tuple[_Part, ...]
    tied: float


#: Tokens by their cut, set once in the life of the process.
_KNOWN: Final[Mapping[Face, dict[str, _Token]]] = {face: {} for face in Face}
_KNOWN_AT_MOST = 100_000


def words(runs: Iterable[Fragment], setter: Setter) -> list[Word]:
    """Words in order; runs without a space between them share a word."""
    out: list[Word] = []
    held: list[Piece] = []  # the word in hand, once it is of several pieces
    hand: tuple[tuple[Glyphs, ...], Style, float] | None = None  # its only piece, or its last
    tied = 0.0
    new = tuple.__new__  # what a named tuple does, less a call for each word
    for run in runs:
        if isinstance(run, Piece):
            held += (Piece(*hand), run) if hand else (run,)
            hand, tied = None, 0
            continue
        text, style = run
        setter.note(text)
        known, scale = _KNOWN[style.face], style.size / 1000
        gap = style.space.advance * scale
        for at, token in enumerate(text.split(" ")):
            if at and (hand or held):
                out.append(
                    _mixed(held, hand, gap, tied)
                    if held or not hand
                    else new(Word, (*hand, gap, tied, ()))
                )
                hand = None
            if not token:
                continue
            parts, tied = known.get(token) or _set_token(token, style.face)
            for shown, advance, cost in parts:
                if hand:
                    held.append(Piece(*hand))
                hand = shown, style, advance * scale
                if cost is not None:
                    out.append(_mixed(held, hand, 0, cost))
                    hand = None
    if hand or held:
        out.append(_mixed(held, hand, 0, 0))
    return out


def _mixed(
    held: list[Piece], hand: tuple[tuple[Glyphs, ...], Style, float] | None, gap: float, cost: float
) -> Word:
    """The word in hand, with all the pieces that are held, which are let go."""
    if hand and not held:
        return Word(*hand, gap, cost)
    pieces = (*held, Piece(*hand)) if hand else tuple(held)
    held.clear()
    width = sum([piece.width for piece in pieces])
    return Word(pieces[-1].glyphs, pieces[-1].style, width, gap, cost, pieces)


def _set_token(token: str, face: Face) -> _Token:
    """A token set in a cut, and kept for the next time."""
    parts = []
    for text, cost in _parts(token):
        shown = glyphs(face, text)
        parts.append(_Part(shown, sum(part.advance for part in shown), cost))
    known = _KNOWN[face]
    if len(known) >= _KNOWN_AT_MOST:
        known.clear()
    known[token] = found = _Token(tuple(parts), COUNT_COST if _COUNT.match(token) else 0)
    return found


def _parts(token: str) -> list[tuple[str, float | None]]:
    """A token at the places where it may break, with the cost of breaking after each part."""
    costs: list[tuple[str, float | None]]
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
    return [*costs[:-1], (costs[-1][0], None)]
