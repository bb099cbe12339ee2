"""Words become lines of a given width, with an even edge and no last line of one word.

Lines are chosen together, as in Knuth and Plass, "Breaking paragraphs into lines" (1981), but for
a ragged edge: the fewest lines first, then the least uneven ones.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from attrs import field, frozen

from relations.report.blocks import Content
from relations.report.pdf.setter import Setter
from relations.report.pdf.style import Style
from relations.report.pdf.words import Fragment, Piece, Word, fragments, words
from relations.report.theme import Type

_LINE_COST = 10.0
_SHORT_LAST_LINE, _SHORT_LAST_COST = 0.2, 0.35
_ONE_WORD_COST = 0.15
_CLUSTER = re.compile(r".[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]*")
_CAP_CENTRE = 0.33  # half the height of a capital, in sizes


@frozen
class Line:
    """Pieces set side by side from ``x``; ``ascent`` is from the top of the line to its baseline.

    ``before`` is the space above the line unless it comes first. A line that ``stays`` is not
    parted from the one above it by the end of a page.
    """

    pieces: tuple[Piece, ...]
    height: float
    ascent: float
    x: float = 0
    before: float = 0
    stays: bool = False


@frozen
class Shape:
    """The form of a paragraph: its type, its width, and how it sits within."""

    type: Type
    width: float
    indent: float = 0
    right: bool = False
    before: float = 0
    most: int | None = field(default=None)


def set_text(text: str, shape: Shape, setter: Setter) -> tuple[Line, ...]:
    """The lines of a text in the plain style of its type."""
    return set_runs([(text, setter.style(shape.type))], shape, setter)


def set_content(content: Content, shape: Shape, setter: Setter) -> tuple[Line, ...]:
    """The lines of a content, cleaned."""
    return set_runs(fragments(content, setter.style(shape.type), setter), shape, setter)


def set_runs(runs: Iterable[Fragment], shape: Shape, setter: Setter) -> tuple[Line, ...]:
    """The lines of clean runs; none for runs without a word."""
    room = max(shape.width - shape.indent, shape.type.size)
    fitting = [part for word in words(runs, setter) for part in _fit(word, room, setter)]
    spans = list(_spans(fitting, room))
    if shape.most is not None and len(spans) > shape.most:
        spans = spans[: shape.most]
        fitting[spans[-1][1] - 1 :] = [_ellipsis(fitting[spans[-1][1] - 1], setter)]
    count = len(spans)
    return tuple(
        _line(fitting[start:end], shape, room, number, count)
        for number, (start, end) in enumerate(spans)
    )


def _line(span: Sequence[Word], shape: Shape, room: float, number: int, count: int) -> Line:
    """One line of ``count``, its pieces joined where their style is the same."""
    leading, size = shape.type.leading, shape.type.size
    last = number == count - 1
    natural = sum(word.width + word.gap for word in span) - span[-1].gap
    return Line(
        pieces=tuple(_join(_spaced(span, last))),
        height=leading,
        ascent=leading / 2 + size * _CAP_CENTRE,
        x=shape.indent + (room - natural if shape.right else 0),
        before=shape.before if number == 0 else 0,
        stays=count > 1 and (number == 1 or last),
    )


def _spaced(span: Sequence[Word], last: bool) -> Iterator[Piece]:
    """The pieces of a line with the spaces between its words.

    A line that ends between two words ends in a space, or a copied text would run them together.
    """
    for word in span:
        yield from word.pieces
        if word.gap and not (last and word is span[-1]):
            style = word.pieces[-1].style
            yield Piece(" ", style, word.gap)


def _join(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one style as one piece, so that a line is few strings."""
    for (style, drawn), group in groupby(pieces, lambda piece: (piece.style, piece.stamp)):
        held = list(group)
        if drawn is not None:
            yield from held
        else:
            text = "".join(piece.text for piece in held)
            yield Piece(text, style, sum(piece.width for piece in held))


# -- choosing the line ends ----------------------------------------------------------------------


def _spans(run: Sequence[Word], room: float) -> Iterator[tuple[int, int]]:
    """The first and the past-the-last word of each line."""
    if not run:
        return
    starts = list(accumulate((word.width + word.gap for word in run), initial=0.0))
    best, back = [0.0], [0]
    for end in range(1, len(run) + 1):
        least, chosen = math.inf, end - 1
        edge = starts[end] - run[end - 1].gap
        for start in range(end - 1, -1, -1):
            natural = edge - starts[start]
            if natural > room + 0.001 and start < end - 1:
                break
            last = end == len(run)
            cost = best[start] + (
                _last_cost(natural / room, start, end)
                if last
                else _LINE_COST + (1 - natural / room) ** 2 + run[end - 1].cost
            )
            if cost < least:
                least, chosen = cost, start
        best.append(least)
        back.append(chosen)
    ends = []
    end = len(run)
    while end:
        ends.append((back[end], end))
        end = back[end]
    yield from reversed(ends)


def _last_cost(share: float, start: int, end: int) -> float:
    """How bad a last line is that fills ``share`` of its room, being short or a single word."""
    if not start:
        return _LINE_COST
    short = _SHORT_LAST_COST if share < _SHORT_LAST_LINE else 0
    return _LINE_COST + short + (_ONE_WORD_COST if end - start == 1 else 0)


# -- words that are too wide ---------------------------------------------------------------------


def _fit(word: Word, room: float, setter: Setter) -> Iterator[Word]:
    """The word, or its characters over several lines where it is wider than one."""
    if word.width <= room:
        yield word
        return
    held: list[Piece] = []
    width = 0.0
    for piece in word.pieces:
        for part in _clusters(piece, setter):
            if held and width + part.width > room:
                yield Word(tuple(_join(held)), 0, 0)
                held, width = [], 0.0
            held.append(part)
            width += part.width
    yield Word(tuple(_join(held)), word.gap, word.cost)


def _clusters(piece: Piece, setter: Setter) -> Iterator[Piece]:
    """A piece letter by letter, each with the marks set upon it."""
    if piece.stamp is not None:
        yield piece
        return
    for cluster in _CLUSTER.findall(piece.text):
        yield Piece(cluster, piece.style, setter.measure(cluster, piece.style))


def _ellipsis(word: Word, setter: Setter) -> Word:
    """A word that stands for all that had no room: its style, and three dots."""
    style: Style = word.pieces[-1].style
    return Word((Piece("…", style, setter.measure("…", style)),), 0, 0)


# -- columns of lines ----------------------------------------------------------------------------


def column_height(lines: Sequence[Line]) -> float:
    """The height of lines set one below the other."""
    return sum(line.height for line in lines) + sum(line.before for line in lines[1:])


def cut(lines: Sequence[Line], room: float, force: bool) -> int:
    """How many lines go into ``room`` without leaving one alone; with ``force``, at least one."""
    height, fitting = 0.0, 0
    for number, line in enumerate(lines):
        height += line.height + (line.before if number else 0)
        if height > room + 0.001:
            break
        fitting = number + 1
    if fitting == len(lines):
        return fitting
    kept = fitting
    while kept and lines[kept].stays:
        kept -= 1
    return kept or (max(fitting, 1) if force else 0)
