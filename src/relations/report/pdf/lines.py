"""Words become lines of a given width; where each ends is for :mod:`ends` to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from relations.report.blocks import Content
from relations.report.faces import glyphs
from relations.report.fontfile import Glyphs
from relations.report.pdf.bidi import seen
from relations.report.pdf.breaking import clusters
from relations.report.pdf.ends import line_ends
from relations.report.pdf.inlines import fragments
from relations.report.pdf.setter import Setter
from relations.report.pdf.style import Style
from relations.report.pdf.tags import Node
from relations.report.pdf.words import Fragment, Piece, Word, words
from relations.report.theme import Type

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
    spans = list(pairwise((0, *line_ends(fitting, room))))
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
    x = shape.indent
    if shape.right:
        x += room - sum([word.width + word.gap for word in span]) + span[-1].gap
    return Line(
        pieces=_joined(seen(_spaced(span, last))) if turned else _run_on(span, last),
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


def _run_on(span: Sequence[Word], last: bool) -> tuple[Piece, ...]:
    """What :func:`_joined` makes of :func:`_spaced`, in one pass, as most lines need."""
    out: list[Piece] = []
    held: list[Glyphs] = []
    style, width = span[0].style, 0.0
    final = len(span) if last else len(span) + 1
    for at, word in enumerate(span, 1):
        if word.mixed:
            out += _joined([*_gathered(held, style, width), *word.mixed])
            held, style, width = [], word.style, 0.0
        elif word.style is style:
            held += word.glyphs
            width += word.width
        else:
            out += _gathered(held, style, width)
            held, style, width = [*word.glyphs], word.style, word.width
        if word.gap and at < final:
            if style.target and at < len(span):  # a link ends with its last word
                out += _gathered(held, style, width)
                held, style, width = [], span[at].pieces[0].style, 0.0
            held.append(style.space)
            width += word.gap
    return (*out, *_gathered(held, style, width))


def _gathered(held: Sequence[Glyphs], style: Style, width: float) -> Iterator[Piece]:
    """What was gathered of one style, if it is anything."""
    if held:
        yield Piece(tuple(held), style, width)


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
                yield Word((), word.style, width, 0, 0, _joined(held))
                held, width = [], 0.0
            held.append(part)
            width += part.width
    yield Word((), word.style, width, word.gap, word.cost, _joined(held))


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
    dots = glyphs(word.style.face, "…")
    width = sum(part.advance for part in dots) * word.style.size / 1000
    return Word(dots, word.style, width, 0, 0)


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
