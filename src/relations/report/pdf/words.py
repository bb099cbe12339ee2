"""Runs of text become words: pieces that stay on one line, with the gaps between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from relations.report.drawing import Drawing
from relations.report.faces import glyphs, space
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
    """What holds together: ``glyphs`` of one style, or ``mixed`` pieces.

    ``gap`` is the space after it if the line goes on, ``reach`` its width with that space, and
    ``spaced`` its glyphs with it. ``cost`` says how unwelcome a line end after the word is: 0 is a
    space between two words.
    """

    glyphs: tuple[Glyphs, ...]
    width: float
    gap: float
    cost: float
    reach: float
    spaced: tuple[Glyphs, ...]
    mixed: tuple[Piece, ...] = ()

    def pieces(self, style: Style) -> tuple[Piece, ...]:
        """The pieces of the word, in order, if it is of a style."""
        return self.mixed or (Piece(self.glyphs, style, self.width),)


Fragment = tuple[str, Style] | Piece


_ADDRESS = re.compile(
    r"\W{0,3}([a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|[^/ ]{1,100}\.[a-z]{2,20}/)", re.IGNORECASE
)
# An address breaks after a slash that ends a part, and before the signs within one.
_ADDRESS_PARTS = re.compile(r"(?<=[/])(?=[^/])|(?<=\w)(?=[.\-_?&=#%~+,;])|(?<=[?&=#])(?=\w)")
# Other words break after a hyphen, dash or slash between letters, so never within a date.
_WORD_PARTS = re.compile(r"(?<=[^\W\d]{2}[-–—/])(?=[^\W\d]{2})|(?<=—)(?=\w)")
_COUNT = re.compile(r"\(?\d{1,2}(?:er)?\Z")

SLASH_COST, ADDRESS_COST = 0.15, 0.3
WORD_COST = 0.04
COUNT_COST = 0.25


class Galley:
    """Words in order, not yet parted into lines; ``styles`` has the style of each.

    A word in hand is made of the pieces that are ``_held``, and ``_cost`` is that of ending a
    line after it.
    """

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.styles: list[Style] = []
        self._held: list[Piece] = []
        self._cost = 0.0

    @property
    def is_plain(self) -> bool:
        """Whether all is of one style, and no word of several pieces."""
        styles = self.styles
        if styles.count(styles[0]) < len(styles):
            return False
        return not any(word.mixed for word in self.words)

    def add(self, word: Word, style: Style) -> None:
        """Add a word as it is."""
        self.words.append(word)
        self.styles.append(style)

    def hold(self, piece: Piece, cost: float = 0) -> None:
        """Add a piece to the word in hand."""
        self._held.append(piece)
        self._cost = cost

    def release(self, gap: float, cost: float | None = None) -> None:
        """Let go of the word in hand, if there is one."""
        if not self._held:
            return
        pieces, cost = tuple(self._held), self._cost if cost is None else cost
        self._held.clear()
        glyphs, style, width, drawn = pieces[-1]
        if len(pieces) == 1 and drawn is None:
            self.add(_word(glyphs, width, style.space, gap, cost), style)
        else:
            width = sum([piece.width for piece in pieces])
            self.add(Word(glyphs, width, gap, cost, width + gap, (), pieces), style)

    def run_on(self, text: str, style: Style) -> None:
        """Add a run of text, whose first word goes on with the one in hand, and hold its last."""
        cut = _cut(style.face, style.size)
        first, others, last, _, _ = cut.texts.get(text) or cut.set_text(text)
        if first is not None and self._held:
            self._join(first, style)
            self.release(cut.gap)
        elif first:
            self.words += first
        self.words += others
        self.styles += [style] * (len(self.words) - len(self.styles))
        self._join(last, style)

    def _join(self, parts: Sequence[Word], style: Style) -> None:
        """Add a token to the word in hand up to where it may first break, and so on."""
        for at, part in enumerate(parts):
            if at:
                self.release(0)
            self._held.append(Piece(part.glyphs, style, part.width))
            self._cost = part.cost


def set_alone(text: str, style: Style, setter: Setter) -> Piece:
    """A text on one line, however long."""
    setter.note(text)
    cut = _cut(style.face, style.size)
    found = cut.texts.get(text) or cut.set_text(text)
    return Piece(found.shown, style, found.width)


def set_words(runs: Iterable[Fragment], setter: Setter) -> Galley:
    """Words in order; runs without a space between them share a word."""
    galley = Galley()
    for run in runs:
        if isinstance(run, Piece):
            galley.hold(run)
        else:
            setter.note(run[0])
            galley.run_on(*run)
    galley.release(0, 0)
    return galley


# -- tokens, set once in the life of the process -------------------------------------------------

_CUTS_AT_MOST, _TOKENS_AT_MOST = 64, 10_000
_TEXTS_AT_MOST, _LONGEST_TEXT = 2_000, 1_000


class _Text(NamedTuple):
    """A text set: its first token, if it has a space at all, what follows, and its last token.

    On one line it is ``shown`` as these glyphs, of a ``width``.
    """

    first: Sequence[Word] | None
    others: Sequence[Word]
    last: Sequence[Word]
    shown: tuple[Glyphs, ...]
    width: float


class _Cut:
    """What has been set in a cut of a size: tokens, which stand between two spaces, and texts.

    A token is words that a line may end after. The last of them is followed by a space, and costs
    what parting it from the next one does.
    """

    def __init__(self, face: Face, size: float) -> None:
        self.face, self.scale, self.space = face, size / 1000, space(face)
        self.gap = self.space.advance * self.scale
        self.texts: dict[str, _Text] = {}
        self._tokens: dict[str, tuple[Word, ...]] = {"": ()}

    def set_text(self, text: str) -> _Text:
        """A text set from its tokens, and kept for the next time if it is not long."""
        tokens = [self._token(token) for token in text.split(" ")]
        first = tokens[0] if len(tokens) > 1 else None
        others = tuple(chain.from_iterable(tokens[1:-1]))
        found = _Text(first, others, tokens[-1], *_on_one_line([*chain.from_iterable(tokens)]))
        if len(text) <= _LONGEST_TEXT:
            if len(self.texts) >= _TEXTS_AT_MOST:
                self.texts.clear()
            self.texts[text] = found
        return found

    def _token(self, token: str) -> tuple[Word, ...]:
        found = self._tokens.get(token)
        if found is None:
            if len(self._tokens) >= _TOKENS_AT_MOST:
                self._tokens.clear()
            found = self._tokens[token] = tuple(self._set(token)) if token else ()
        return found

    def _set(self, token: str) -> Iterator[Word]:
        tied = COUNT_COST if _COUNT.match(token) else 0
        for text, cost in _parts(token):
            shown = glyphs(self.face, text)
            width = sum([part.advance for part in shown]) * self.scale
            gap = self.gap if cost is None else 0
            yield _word(shown, width, self.space, gap, tied if cost is None else cost)


_CUTS: Final[dict[tuple[Face, float], _Cut]] = {}


def _on_one_line(words: Sequence[Word]) -> tuple[tuple[Glyphs, ...], float]:
    """Words with the spaces between them, and how wide they run."""
    if not words:
        return (), 0
    shown = [part for word in words for part in word.spaced]
    return tuple(shown[:-1]), sum([word.reach for word in words]) - words[-1].gap


def _cut(face: Face, size: float) -> _Cut:
    """The words that are known in a cut of a size."""
    found = _CUTS.get((face, size))
    if found is None:
        if len(_CUTS) >= _CUTS_AT_MOST:
            _CUTS.clear()
        found = _CUTS[face, size] = _Cut(face, size)
    return found


def _word(shown: tuple[Glyphs, ...], width: float, after: Glyphs, gap: float, cost: float) -> Word:
    """A word of one style, with the space after it if it has a gap."""
    return Word(shown, width, gap, cost, width + gap, (*shown, after) if gap else shown)


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
