"""Parts of a whole as bars of one length, with what is unknown hatched.

Every part has a letter, in the bar where it has room and in the key below, so that nothing rests
on colour alone.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from relations.report.charts.axis import NAMES, WIDTH
from relations.report.drawing import (
    Anchor,
    Colour,
    Drawing,
    Ink,
    Label,
    Pen,
    Rect,
    Shape,
    Step,
    Tint,
)

MOST_PARTS: Final = len(string.ascii_lowercase)
"""How many parts have a letter; a caller puts the rest together."""

_BAR: Final = 11.0
_ROW: Final = 19.0
_KEY_ROW: Final = 11.5
_KEY_COLUMNS: Final = 2
_SWATCH: Final = 7.5
_LETTER_ROOM: Final = 7.0  # the narrowest part that still holds its letter
_TOTAL_ROOM: Final = 66.0  # right of a bar, for the total
_PALE: Final = frozenset({Ink.PALE, Ink.RULE, Ink.PAPER})


@frozen
class Part:
    """One part of the whole: ``note`` is its figure in words, for the key."""

    name: str
    note: str = ""
    colour: Colour = Ink.MUTED
    known: bool = True


@frozen
class ShareBar:
    """One whole, cut into the chart's parts: a size for each, in any unit; ``total`` in words."""

    name: str
    sizes: tuple[float, ...]
    total: str


def shares(parts: Sequence[Part], bars: Sequence[ShareBar], *, alt: str, caption: str) -> Drawing:
    """The bars under one another, and below them what the letters stand for.

    Raises:
        ValueError: if a bar has not a size for each part, a size is below nothing, or there are
            more parts than letters.
    """
    _require_fit(parts, bars)
    body = _ROW * len(bars)
    shapes: list[Shape] = []
    for number, bar in enumerate(bars):
        shapes += _bar(parts, bar, number * _ROW)
    shapes += _key(parts, body)
    rows = -(-len(parts) // _KEY_COLUMNS)
    return Drawing(WIDTH, body + rows * _KEY_ROW + 3, tuple(shapes), alt, caption)


def _require_fit(parts: Sequence[Part], bars: Sequence[ShareBar]) -> None:
    if len(parts) > MOST_PARTS:
        raise ValueError(f"{len(parts)} parts, and letters for {MOST_PARTS}: put some together")
    for bar in bars:
        if len(bar.sizes) != len(parts) or min(bar.sizes, default=0) < 0:
            raise ValueError(f"{bar.name}: needs {len(parts)} sizes of 0 or more, has {bar.sizes}")


def _bar(parts: Sequence[Part], bar: ShareBar, top: float) -> Iterator[Shape]:
    yield Label(0, top + _BAR - 2.6, bar.name, Step.LANE, most=NAMES - 6)
    yield Label(WIDTH, top + _BAR - 2.6, bar.total, colour=Ink.MUTED, anchor=Anchor.END)
    whole, left = sum(bar.sizes), NAMES
    for number, (part, size) in enumerate(zip(parts, bar.sizes, strict=True)):
        width = (WIDTH - NAMES - _TOTAL_ROOM) * size / whole if whole else 0.0
        if width:
            yield _box(part, left, top, width, _BAR)
        if width >= _LETTER_ROOM:
            yield _letter(part, number, left + width / 2, top + _BAR - 3.1)
        left += width


def _box(part: Part, x: float, y: float, width: float, height: float) -> Shape:
    """A part's box, with an edge that keeps it from its neighbour or from the paper."""
    edge = Pen(Ink.MUTED if _is_light(part) else Ink.PAPER, 0.5)
    return Rect(x, y, width, height, part.colour, edge, hatched=not part.known)


def _is_light(part: Part) -> bool:
    """Whether a part needs an edge to be seen, and a dark letter."""
    return part.colour in _PALE or isinstance(part.colour, Tint) or not part.known


def _letter(part: Part, number: int, x: float, y: float) -> Shape:
    colour = Ink.INK if _is_light(part) else Ink.PAPER
    return Label(x, y, string.ascii_lowercase[number], colour=colour, anchor=Anchor.MIDDLE)


def _key(parts: Sequence[Part], top: float) -> Iterator[Shape]:
    """What each letter stands for, in columns below the bars."""
    room = (WIDTH - NAMES) / _KEY_COLUMNS
    for number, part in enumerate(parts):
        row, column = divmod(number, _KEY_COLUMNS)
        x, y = NAMES + column * room, top + row * _KEY_ROW
        yield _box(part, x, y, _SWATCH, _SWATCH)
        yield _letter(part, number, x + _SWATCH / 2, y + _SWATCH - 1.9)
        words = f"{part.name} {part.note}".strip()
        yield Label(x + _SWATCH + 4, y + _SWATCH - 1.2, words, most=room - _SWATCH - 10)
