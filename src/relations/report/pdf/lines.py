"""Words become lines of a given width, with an even edge and no last line of one word.

Lines are chosen together, as in Knuth and Plass, "Breaking paragraphs into lines" (1981), but for
a ragged edge: the fewest lines first, then the least uneven ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from attrs import evolve, field, frozen

from relations.report.blocks import Content
from relations.report.faces import glyphs
from relations.report.fontfile import Glyphs
from relations.report.pdf.bidi import seen
from relations.report.pdf.breaking import clusters
from relations.report.pdf.inlines import fragments
from relations.report.pdf.setter import Setter
from relations.report.pdf.tags import Node
from relations.report.pdf.words import Fragment, Piece, Word, words
from relations.report.theme import Type

_LINE_COST = 10.0
_SHORT_LAST_LINE, _SHORT_LAST_COST = 0.2, 0.35
_ONE_WORD_COST = 0.15
_EMPTIEST = 0.55  # what a line fills at least, unless its words are too wide
_SLACK = 0.001
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


def set_text(text: str, shape: Shape, setter: Setter, node: Node | None = None) -> tuple[Line, ...]:
    """The lines of a text in the plain style of its type, as words of an element."""
    return set_runs([(text, setter.style(shape.type, node))], shape, setter)


def set_content(
    content: Content, shape: Shape, setter: Setter, node: Node | None = None
) -> tuple[Line, ...]:
    """The lines of a content, cleaned, as words of an element."""
    return set_runs(fragments(content, setter.style(shape.type, node), setter), shape, setter)


def set_runs(runs: Iterable[Fragment], shape: Shape, setter: Setter) -> tuple[Line, ...]:
    """The lines of clean runs; none for runs without a word."""
    room = max(shape.width - shape.indent, shape.type.size)
    fitting = [part for word in words(runs, setter) for part in _fit(word, room)]
    spans = list(_spans(fitting, room))
    if shape.most is not None and len(spans) > shape.most:
        spans = spans[: shape.most]
        fitting[spans[-1][1] - 1 :] = [_ellipsis(fitting[spans[-1][1] - 1])]
    count = len(spans)
    return tuple(
        _line(fitting[start:end], shape, room, number, count, setter.runs_leftwards)
        for number, (start, end) in enumerate(spans)
    )


def _line(
    span: Sequence[Word], shape: Shape, room: float, number: int, count: int, turned: bool
) -> Line:
    """One line of ``count``, its pieces joined where their style is the same."""
    leading, size = shape.type.leading, shape.type.size
    last = number == count - 1
    pieces = _spaced(span, last)
    x = shape.indent
    if shape.right:
        x += room - sum([word.width + word.gap for word in span]) + span[-1].gap
    return Line(
        pieces=_joined(seen(pieces) if turned else pieces),
        height=leading,
        ascent=leading / 2 + size * _CAP_CENTRE,
        x=x,
        before=shape.before if number == 0 else 0,
        stays=count > 1 and (number == 1 or last),
    )


def _spaced(span: Sequence[Word], last: bool) -> list[Piece]:
    """The pieces of a line with the spaces between its words.

    A line that ends between two words ends in a space, or a copied text would run them together.
    """
    out: list[Piece] = []
    final = len(span) - 1
    for at, word in enumerate(span):
        out += word.pieces
        if word.gap and not (last and at == final):
            style = word.pieces[-1].style
            # A link, and words that run leftwards, end with their last word.
            if (style.target or style.leftwards) and at < final:
                style = span[at + 1].pieces[0].style
            out.append(Piece((style.space,), style, word.gap))
    return out


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one style as one piece, so that a line is few strings."""
    out: list[Piece] = []
    held: list[Glyphs] = []
    style, width = pieces[0].style, 0.0
    for piece in pieces:
        if held and (piece.style is not style or piece.drawn is not None):
            out.append(Piece(tuple(held), style, width))
            held, width = [], 0.0
        if piece.drawn is not None:
            out.append(piece)
            continue
        style = piece.style
        held += piece.glyphs
        width += piece.width
    if held:
        out.append(Piece(tuple(held), style, width))
    return tuple(out)


# -- choosing the line ends ----------------------------------------------------------------------


def _spans(run: Sequence[Word], room: float) -> Iterator[tuple[int, int]]:
    """The first and the past-the-last word of each line."""
    start = 0
    for end in _ends(run, room):
        yield start, end
        start = end


def _ends(run: Sequence[Word], room: float) -> list[int]:
    """The past-the-last word of each line, such that the lines are few and their edge is even."""
    count = len(run)
    starts = list(accumulate((word.width + word.gap for word in run), initial=0.0))
    edges = [starts[at + 1] - word.gap for at, word in enumerate(run)]  # where its ink ends
    if not count or edges[-1] <= room + _SLACK:
        return [count] if count else []
    best, back = [0.0] * (count + 1), [0] * (count + 1)
    first = 0  # the earliest word that a line ending here can begin with
    for end in range(1, count + 1):
        edge, last = edges[end - 1], end == count
        while edge - starts[first] > room + _SLACK and first < end - 1:
            first += 1
        least, chosen = math.inf, first
        for start in range(first, end):
            share = (edge - starts[start]) / room
            if last:
                cost = best[start] + _last_cost(share, start, end)
            elif share < _EMPTIEST and start > first:
                break
            else:
                cost = best[start] + (1 - share) ** 2
            if cost < least:
                least, chosen = cost, start
        best[end] = least + (0 if last else _LINE_COST + run[end - 1].cost)
        back[end] = chosen
    ends = [count]
    while back[ends[-1]]:
        ends.append(back[ends[-1]])
    return ends[::-1]


def _last_cost(share: float, start: int, end: int) -> float:
    """How bad a last line is that fills ``share`` of its room, being short or a single word."""
    if not start:
        return _LINE_COST
    short = _SHORT_LAST_COST if share < _SHORT_LAST_LINE else 0
    return _LINE_COST + short + (_ONE_WORD_COST if end - start == 1 else 0)


# -- words that are too wide ---------------------------------------------------------------------


def _fit(word: Word, room: float) -> Iterator[Word]:
    """The word, or its characters over several lines where it is wider than one."""
    if word.width <= room:
        yield word
        return
    held: list[Piece] = []
    width = 0.0
    for piece in word.pieces:
        for part in _clusters(piece):
            if held and width + part.width > room:
                yield Word(_joined(held), width, 0, 0)
                held, width = [], 0.0
            held.append(part)
            width += part.width
    yield Word(_joined(held), width, word.gap, word.cost)


def _clusters(piece: Piece) -> Iterator[Piece]:
    """A piece letter by letter, each with the marks set upon it."""
    if piece.drawn or not piece.glyphs:
        yield piece
        return
    scale = piece.style.size / 1000
    for whole in piece.glyphs:
        for cluster in clusters(whole.text):
            part = whole.font.shape(cluster)
            yield Piece((part,), piece.style, part.advance * scale)


def _ellipsis(word: Word) -> Word:
    """A word that stands for all that had no room: its style, and three dots."""
    style = word.pieces[-1].style
    dots = glyphs(style.face, "…")
    width = sum(part.advance for part in dots) * style.size / 1000
    return Word((Piece(dots, style, width),), width, 0, 0)


def going_on(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines that others follow in one element, so that the last must end in a space."""
    *others, last = lines
    style = last.pieces[-1].style
    return (*others, evolve(last, pieces=(*last.pieces, Piece((style.space,), style, 0))))


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
