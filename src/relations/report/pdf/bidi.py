"""The order in which words of a line are seen, where some of them run from right to left.

The rules are those of the Unicode Bidirectional Algorithm (UAX 9), for whole pieces of text:
a piece is of one script, and HarfBuzz has turned its letters round already. A line runs from left
to right; words that are said to be in Arabic or another language of its kind run the other way
among themselves, whatever is mixed into them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from relations.report.pdf.words import Piece

_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def runs_leftwards(tag: str) -> bool:
    """Whether a language, by its BCP 47 tag, is written from right to left."""
    return tag.partition("-")[0].lower() in _LANGUAGES


def seen(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a line from left to right."""
    if not any(_turned(piece) or piece.style.leftwards for piece in pieces):
        return pieces
    *line, last = pieces
    ends = [last] if last.text == " " else []
    if not ends:
        line.append(last)
    return [*_ordered(list(_embedded(line)), 0), *ends]


def _embedded(line: Sequence[Piece]) -> Iterator[tuple[int | None, list[Piece]]]:
    """Stretches with their direction: 1 leftwards, 0 rightwards, None for either."""
    for leftwards, group in groupby(line, lambda piece: piece.style.leftwards):
        if leftwards:
            yield 1, _ordered([(_direction(piece), [piece]) for piece in group], 1)
        else:
            yield from ((_direction(piece), [piece]) for piece in group)


def _direction(piece: Piece) -> int | None:
    """Which way a piece runs; digits and punctuation run either way."""
    if _turned(piece):
        return 1
    strong = any(unicodedata.bidirectional(character) == "L" for character in piece.text)
    return 0 if strong or piece.drawn else None


def _turned(piece: Piece) -> bool:
    return any(part.leftwards for part in piece.glyphs)


def _ordered(stretches: list[tuple[int | None, list[Piece]]], base: int) -> list[Piece]:
    """Stretches in the order in which they are seen within text that runs one way."""
    directions = [direction for direction, _ in stretches]
    levels = _levels(stretches, base)
    order = list(range(len(stretches)))
    for level in range(max(levels, default=0), 0, -1):
        order = _turn_round(order, levels, level)
    return [
        _mirrored(piece) if levels[at] % 2 and directions[at] is None else piece
        for at in order
        for piece in stretches[at][1]
    ]


def _mirrored(piece: Piece) -> Piece:
    """A piece with its brackets turned to the other side."""
    if not any(unicodedata.mirrored(character) for character in piece.text):
        return piece
    turned = tuple(part.font.shape(part.text.translate(_MIRROR)) for part in piece.glyphs)
    return piece._replace(glyphs=turned)


def _levels(stretches: Sequence[tuple[int | None, list[Piece]]], base: int) -> list[int]:
    """How deep each stretch lies; those of odd levels run leftwards.

    A number after words that run leftwards is among them; what is neither word nor number runs
    as both its neighbours do, or else as the text around.
    """
    acting: list[int | None] = []
    levels: list[int | None] = []
    strong = base
    for direction, pieces in stretches:
        if direction is not None:
            strong = direction
            acting.append(direction)
            levels.append(1 if direction else 2 * base)
        elif any(character.isdigit() for piece in pieces for character in piece.text):
            acting.append(strong)
            levels.append(2 if strong else 2 * base)
        else:
            acting.append(None)
            levels.append(None)
    return [
        _between(acting[:at][::-1], acting[at + 1 :], base) if level is None else level
        for at, level in enumerate(levels)
    ]


def _between(before: Sequence[int | None], after: Sequence[int | None], base: int) -> int:
    """The level of what runs neither way by itself, from its neighbours, the nearest first."""
    left, right = (
        next((found for found in side if found is not None), base) for side in (before, after)
    )
    return 1 if (left if left == right else base) else 2 * base


def _turn_round(order: list[int], levels: Sequence[int], level: int) -> list[int]:
    """The order with every stretch of at least a level turned round."""
    out: list[int] = []
    for deep, group in groupby(order, lambda at: levels[at] >= level):
        held = list(group)
        out += held[::-1] if deep else held
    return out
