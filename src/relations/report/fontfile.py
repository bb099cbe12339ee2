"""One font file: which characters it holds, and what a stretch of text in it looks like.

HarfBuzz shapes each word once in the life of the process. What comes out does not depend on a
document, so it serves all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import uharfbuzz as hb
from attrs import field, frozen

#: Ligatures would only make copied text harder to tell from what was written.
_PLAIN: Final = {"kern": True, "liga": False, "clig": False}
_LAM_ALEF: Final = re.compile("ل[\u064b-\u065f]*[آأإاٱ]")
_MUTE = "\N{NO-BREAK SPACE}"  # drawn as nothing, and set from another file where it is meant
_CACHED_AT_MOST = 100_000


#: A glyph and the characters that it stands for.
Meaning = tuple[int, str]


class Placed(NamedTuple):
    """A glyph with its own width, how far it moves the pen, and its shift; in 1/1000 of a size."""

    gid: int
    width: float
    advance: float
    dx: float
    dy: float


@frozen(eq=False)
class Glyphs:
    """A text shaped in one font.

    ``advance`` is in 1/1000 of the size. ``code`` holds glyph numbers in hexadecimal with kerning
    between them, as stands within ``[<`` and ``>]`` of a TJ operator. ``meanings`` pair
    each glyph with the characters that it stands for. Glyphs that are not one for each character,
    set one after the other, are ``placed`` singly. Text that runs ``leftwards`` has its last
    letter first.
    """

    font: FontFile
    text: str
    advance: float
    code: str
    meanings: frozenset[Meaning]
    placed: tuple[Placed, ...] = ()
    leftwards: bool = False
    plain: FontFile | None = field(init=False)  # the font, if its code is all there is to write

    @plain.default
    def _unless_placed(self) -> FontFile | None:
        return None if self.placed else self.font


class FontFile:
    """A TrueType or OpenType file. ``key`` names it within a PDF file.

    One with ``ligatures`` forms them wherever its maker wished, others only where the script
    cannot do without.
    """

    def __init__(self, key: str, path: Path, ligatures: bool) -> None:
        self.key = key
        self.face = hb.Face(hb.Blob(path.read_bytes()))
        self.font = hb.Font(self.face)
        self.scale: float = 1000 / self.face.upem
        self.covered = frozenset(map(chr, self.face.unicodes))
        self._features: Mapping[str, bool] = {} if ligatures else _PLAIN
        self._shaped: dict[str, Glyphs] = {}
        self._meanings: dict[Meaning, Meaning] = {}

    def width(self, gid: int) -> float:
        """The width of a glyph in 1/1000 of the size."""
        advance: int = self.font.get_glyph_h_advance(gid)
        return advance * self.scale

    def shape(self, text: str) -> Glyphs:
        """The glyphs of a text, shaped when it is first met."""
        found = self._shaped.get(text)
        if found is None:
            if len(self._shaped) >= _CACHED_AT_MOST:
                self._shaped.clear()
            found = self._shaped[text] = self._shape(text)
        return found

    def _shape(self, text: str) -> Glyphs:
        if not text:
            return Glyphs(self, "", 0, "", frozenset())
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.guess_segment_properties()
        leftwards = buffer.direction == "rtl"
        hb.shape(self.font, buffer, _joining(text) if leftwards else self._features)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        placed = tuple(map(self._place, infos, positions))
        starts = [info.cluster for info in infos]
        if starts == list(range(len(text))) and not any(glyph.dx or glyph.dy for glyph in placed):
            code, advance = _kerned(placed)
            meanings = self._known((glyph.gid, text[at]) for at, glyph in enumerate(placed))
            return Glyphs(self, text, advance, code, meanings, leftwards=leftwards)
        if leftwards:
            placed, starts = self._unjoined(placed, starts, len(text))
        meanings = self._known(_of_clusters(text, placed, starts).items())
        advance = sum(glyph.advance for glyph in placed)
        return Glyphs(self, text, advance, "", meanings, placed, leftwards)

    def _known(self, meanings: Iterable[Meaning]) -> frozenset[Meaning]:
        """What glyphs mean, each meaning one object, so that thousands of sets soon join."""
        return frozenset([self._meanings.setdefault(meaning, meaning) for meaning in meanings])

    def _unjoined(
        self, placed: tuple[Placed, ...], starts: list[int], length: int
    ) -> tuple[tuple[Placed, ...], list[int]]:
        """Glyphs that run leftwards, with a mute one beside each that stands for two letters.

        Readers turn such text round letter by letter, and a glyph of two letters would come out
        the wrong way: the joined lam and alef stand for the alef, the mute glyph for the lam.
        """
        mute = self.font.get_nominal_glyph(ord(_MUTE))
        out: list[Placed] = []
        order: list[int] = []
        known = {*starts, length}
        for glyph, start in zip(placed, starts, strict=True):
            out.append(glyph)
            if mute and start + 1 not in known:
                order.append(start + 1)
                out.append(Placed(mute, self.width(mute), 0, 0, 0))
            order.append(start)
        return tuple(out), order

    def _place(self, info: Any, position: Any) -> Placed:  # noqa: ANN401  # HarfBuzz has no types
        scale = self.scale
        return Placed(
            info.codepoint,
            self.width(info.codepoint),
            position.x_advance * scale,
            position.x_offset * scale,
            position.y_offset * scale,
        )


def _joining(text: str) -> Mapping[str, object]:
    """The features of text that runs leftwards: lam and alef are joined, other letters are not."""
    joined = [(found.start(), found.end(), True) for found in _LAM_ALEF.finditer(text)]
    return {"rlig": [(0, len(text), False), *joined], "liga": False}


def _kerned(placed: tuple[Placed, ...]) -> tuple[str, float]:
    """Glyphs in a row as code, and how far they run; kerning after the last one is void."""
    parts, advance = [], 0.0
    last = len(placed) - 1
    for at, glyph in enumerate(placed):
        parts.append(f"{glyph.gid:04X}")
        closer = round(glyph.width - glyph.advance, 1)
        if closer and at < last:
            parts.append(f">{closer:g}<")
            advance += glyph.width - closer
        else:
            advance += glyph.width
    return "".join(parts), advance


def _of_clusters(text: str, placed: tuple[Placed, ...], starts: list[int]) -> dict[int, str]:
    """What each glyph stands for: the first of a cluster for all of it, the others for nothing.

    A glyph must stand for something, so "nothing" is a space without width.
    """
    order = sorted(set(starts))
    ends = dict(zip(order, [*order[1:], len(text)], strict=True))
    characters: dict[int, str] = {}
    seen: set[int] = set()
    for glyph, start in zip(placed, starts, strict=True):
        whole = text[start : ends[start]] if start not in seen else "\N{ZERO WIDTH SPACE}"
        characters.setdefault(glyph.gid, whole)
        seen.add(start)
    return characters
