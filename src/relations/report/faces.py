"""The typefaces that travel with the package: which of them shows which character.

A word is set in the cut that is asked for; characters which that lacks come from the typeface of
their script, which is opened when it is first needed. Nothing of the reader's machine is used.
"""

from __future__ import annotations

import functools
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.util import find_spec
from typing import Final

from attrs import frozen

from relations.report.fontfile import FontFile, Glyphs
from relations.report.theme import Face

FILES: Final[Mapping[Face, str]] = {
    Face.REGULAR: "SourceSans3-Regular.ttf",
    Face.ITALIC: "SourceSans3-Italic.ttf",
    Face.STRONG: "SourceSans3-SemiBold.ttf",
    Face.STRONG_ITALIC: "SourceSans3-SemiBoldItalic.ttf",
    Face.TITLE: "SourceSerif4-SemiBold.ttf",
}


@frozen
class Script:
    """A script with a typeface of its own, and the first and last of its characters by block."""

    file: str
    blocks: tuple[tuple[int, int], ...]
    package: str = ""

    def may_hold(self, character: str) -> bool:
        """Whether a character lies in a block of the script."""
        code = ord(character)
        return any(first <= code <= last for first, last in self.blocks)

    @property
    def is_at_hand(self) -> bool:
        """Whether the file is part of this package, or its own package is installed."""
        return not self.package or _is_installed(self.package)


SCRIPTS: Final = (
    Script("NotoSansThai-Regular.ttf", ((0x0E00, 0x0E7F),)),
    Script("NotoSansLao-Regular.ttf", ((0x0E80, 0x0EFF),)),
    Script("NotoSansKhmer-Regular.ttf", ((0x1780, 0x17FF), (0x19E0, 0x19FF))),
    Script("NotoSansMyanmar-Regular.ttf", ((0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F))),
    Script(
        "IBMPlexSansArabic-Regular.ttf",
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    ),
    # Chinese, Japanese and Korean, from a package that is installed beside ours, or is not.
    Script(
        "NotoSansCJKjp-Regular.otf",
        (
            *((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
            *((0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF)),
        ),
        package="noto_cjk_sans_jp_regular",
    ),
)

#: Not every typeface has these, and a reader who copies them expects what stands on the right.
_STAND_INS: Final = {0xA0: " ", 0x2011: "-"}
_JOINERS: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_CACHED_AT_MOST = 100_000

_LOADING = threading.Lock()
_OPENED: Final[dict[str, FontFile]] = {}
_WORDS: Final[Mapping[Face, dict[str, tuple[Glyphs, ...]]]] = {face: {} for face in Face}


def font(face: Face) -> FontFile:
    """The file of a cut."""
    return _open(FILES[face])


def fonts() -> Iterator[FontFile]:
    """The files that have been opened so far, always in the same order."""
    for name in _order():
        if name in _OPENED:
            yield _OPENED[name]


def file(script: Script) -> FontFile:
    """The file of a script that is at hand."""
    return _open(script.file)


def glyphs(face: Face, text: str) -> tuple[Glyphs, ...]:
    """A word as it is drawn: in one piece, or in several where a cut lacks some characters."""
    known = _WORDS[face]
    found = known.get(text)
    if found is None:
        if len(known) >= _CACHED_AT_MOST:
            known.clear()
        shown = text.translate(_STAND_INS)
        found = known[text] = tuple(file.shape(part) for file, part in _runs(face, shown))
    return found


@functools.cache
def space(face: Face) -> Glyphs:
    """The space between two words of a cut."""
    return font(face).shape(" ")


def width(face: Face, text: str) -> float:
    """How wide a text runs, in 1/1000 of its size."""
    return sum(part.advance for part in glyphs(face, text))


def lacks(text: str, face: Face = Face.REGULAR) -> str:
    """The characters of a text, each once and in order, that no typeface at hand can show."""
    base = font(face)
    if base.covered.issuperset(text):
        return ""
    shown = dict.fromkeys(text.translate(_STAND_INS))
    return "".join(
        character
        for character in shown
        if character not in _JOINERS and character not in _choose(base, character).covered
    )


def is_cjk(character: str) -> bool:
    """Whether a character is of the scripts whose typeface is an extra."""
    return any(script.package and script.may_hold(character) for script in SCRIPTS)


def _runs(face: Face, text: str) -> Iterator[tuple[FontFile, str]]:
    """A text in pieces of one file each; what sits on a letter stays with it."""
    base = font(face)
    if base.covered.issuperset(text):
        yield base, text
        return
    held, current = "", base
    for character in text:
        clings = held and _clings(character, current)
        chosen = current if clings else _choose(base, character)
        if held and chosen is not current:
            yield current, held
            held = ""
        held, current = held + character, chosen
    yield current, held


def _clings(character: str, file: FontFile) -> bool:
    """Whether a character must be drawn with the one before it, and can be."""
    if character in _JOINERS:
        return True
    return unicodedata.category(character).startswith("M") and character in file.covered


def _choose(base: FontFile, character: str) -> FontFile:
    """The file that shows a character; the first choice if none does."""
    if character in base.covered:
        return base
    for script in SCRIPTS:
        if script.may_hold(character) and script.is_at_hand:
            found = file(script)
            if character in found.covered:
                return found
    regular = font(Face.REGULAR)
    return regular if character in regular.covered else base


def _open(name: str) -> FontFile:
    """A file of the package, read when first asked for."""
    found = _OPENED.get(name)
    if found is None:
        with _LOADING:
            found = _OPENED.setdefault(name, _OPENED.get(name) or _load(name))
    return found


def _load(name: str) -> FontFile:
    at = _order().index(name)
    package = next((script.package for script in SCRIPTS if script.file == name), "")
    folder = resources.files(package) if package else resources.files("relations.report") / "fonts"
    with resources.as_file(folder / name) as path:
        return FontFile(f"F{at}", path, ligatures=at >= len(FILES))


@functools.cache
def _is_installed(package: str) -> bool:
    return find_spec(package) is not None


@functools.cache
def _order() -> tuple[str, ...]:
    """Every file, the first choices first."""
    return (*FILES.values(), *(script.file for script in SCRIPTS))
