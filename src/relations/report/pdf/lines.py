"""Words become lines of a given width; where each ends is for :mod:`ends` to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from attrs import field, frozen

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
from relations.report.pdf.words import Fragment, Galley, Piece, Word, set_alone, set_words
from relations.report.theme import Type

_CAP_CENTRE = 0.33  # half the height of a capital, in sizes


class Line(NamedTuple):
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
    return set_runs(((text, setter.style(shape.type, node)),), shape, setter)


def set_content(
    content: Content, shape: Shape, setter: Setter, node: Node | None = None
) -> tuple[Line, ...]:
    """The lines of a content, cleaned, as words of an element."""
    return set_runs(fragments(content, setter.style(shape.type, node), setter), shape, setter)


def set_runs(runs: Sequence[Fragment], shape: Shape, setter: Setter) -> tuple[Line, ...]:
    """The lines of clean runs; none for runs without a word."""
    room = max(shape.width - shape.indent, shape.type.size)
    if len(runs) == 1 and not isinstance(runs[0], Piece):  # as most have, and are soon done
        piece = set_alone(*runs[0], setter)
        if piece.width <= room and not setter.runs_leftwards:
            return (_line((piece,), shape, room - piece.width),) if piece.glyphs else ()
    galley = set_words(runs, setter)
    if not galley.words:
        return ()
    if max([word.width for word in galley.words]) > room:
        galley = _fitted(galley, room)
    ends = line_ends(galley.words, room)
    if shape.most is not None and len(ends) > shape.most:
        ends = ends[: shape.most]
        _end_in_dots(galley, ends[-1])
    return tuple(_lines(galley, ends, shape, room, setter.runs_leftwards))


def _line(pieces: tuple[Piece, ...], shape: Shape, left: float) -> Line:
    """The only line of a paragraph, which has some room left."""
    type_ = shape.type
    ascent = type_.leading / 2 + type_.size * _CAP_CENTRE
    x = shape.indent + (left if shape.right else 0)
    return Line(pieces, type_.leading, ascent, x, shape.before)


def _lines(
    galley: Galley, ends: Sequence[int], shape: Shape, room: float, turned: bool
) -> Iterator[Line]:
    """The lines that end so, the pieces of each joined where their style is the same."""
    plain, count, start = galley.is_plain and not turned, len(ends), 0
    leading, ascent = shape.type.leading, shape.type.leading / 2 + shape.type.size * _CAP_CENTRE
    x, before = shape.indent, shape.before
    for number, end in enumerate(ends, 1):
        span, last = galley.words[start:end], number == count
        if shape.right:
            x = shape.indent + room - sum([word.reach for word in span]) + span[-1].gap
        if plain:
            pieces: tuple[Piece, ...] = (_in_one(span, galley.styles[0], last),)
        elif turned:
            pieces = _joined(seen(_spaced(span, galley.styles[start:end], last)))
        else:
            pieces = _run_on(span, galley.styles[start:end], last)
        stays = count > 1 and (number == 2 or last)
        yield Line(pieces, leading, ascent, x, before, stays)
        start, before = end, 0


def _in_one(span: Sequence[Word], style: Style, last: bool) -> Piece:
    """A line of words that are all of one style."""
    shown = tuple(chain.from_iterable([word.spaced for word in span]))
    width = sum([word.reach for word in span])
    gap = span[-1].gap
    return Piece(shown[:-1], style, width - gap) if last and gap else Piece(shown, style, width)


def _spaced(span: Sequence[Word], styles: Sequence[Style], last: bool) -> list[Piece]:
    """The pieces of a line with the spaces between its words.

    A line that ends between two words ends in a space, or a copied text would run them together.
    """
    words = [word.pieces(style) for word, style in zip(span, styles, strict=True)]
    out: list[Piece] = []
    final = len(span) - 1
    for at, word in enumerate(span):
        out += words[at]
        if word.gap and not (last and at == final):
            style = styles[at]
            # A link, and words that run leftwards, end with their last word.
            if (style.target or style.leftwards) and at < final:
                style = words[at + 1][0].style
            out.append(Piece((style.space,), style, word.gap))
    return out


def _run_on(span: Sequence[Word], styles: Sequence[Style], last: bool) -> tuple[Piece, ...]:
    """What :func:`_joined` makes of :func:`_spaced`, in one pass, as most lines need."""
    out: list[Piece] = []
    held: list[Glyphs] = []
    current, width, gap = styles[0], 0.0, 0.0
    for word, style in zip(span, styles, strict=True):
        first = word.mixed[0].style if word.mixed else style
        if gap:
            if current.target and first is not current:  # a link ends with its last word
                out += _gathered(held, current, width)
                held, current, width = [], first, 0.0
            held.append(current.space)
            width += gap
        if word.mixed:
            out += _joined([*_gathered(held, current, width), *word.mixed])
            held, width = [], 0.0
        elif first is current:
            held += word.glyphs
            width += word.width
        else:
            out += _gathered(held, current, width)
            held, width = [*word.glyphs], word.width
        current, gap = style, word.gap
    if gap and not last:
        held.append(current.space)
        width += gap
    return (*out, *_gathered(held, current, width))


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


def _fitted(galley: Galley, room: float) -> Galley:
    """The words, and the characters of those that are wider than a line over several."""
    out = Galley()
    for word, style in zip(galley.words, galley.styles, strict=True):
        if word.width <= room:
            out.add(word, style)
        else:
            for part in _broken(word, style, room):
                out.add(part, style)
    return out


def _broken(word: Word, style: Style, room: float) -> Iterator[Word]:
    """A word in parts of which each goes into a line."""
    held: list[Piece] = []
    width = 0.0
    for piece in word.pieces(style):
        for part in _clusters(piece):
            if held and width + part.width > room:
                yield Word((), width, 0, 0, width, (), _joined(held))
                held, width = [], 0.0
            held.append(part)
            width += part.width
    yield Word((), width, word.gap, word.cost, width + word.gap, (), _joined(held))


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


def _end_in_dots(galley: Galley, end: int) -> None:
    """Let three dots stand for the last word before an end, and for all that had no room."""
    style = galley.styles[end - 1]
    dots = glyphs(style.face, "…")
    width = sum(part.advance for part in dots) * style.size / 1000
    galley.words[end - 1 :] = [Word(dots, width, 0, 0, width, dots)]
    del galley.styles[end:]


def going_on(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines that others follow in one element, so that the last must end in a space."""
    *others, last = lines
    style = last.pieces[-1].style
    return (*others, last._replace(pieces=(*last.pieces, Piece((style.space,), style, 0))))


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
