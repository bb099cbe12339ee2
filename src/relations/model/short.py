"""The short form in which a thing shows itself in a terminal: one line, and never a wide one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

WIDEST: Final = 100
"""The most columns that a short form takes."""

_CUT: Final = "…)"
"""What a short form ends in that was cut off."""


def short(thing: object, identifier: str, *words: str) -> str:
    """The class of a thing, its identifier and some words on it."""
    return one_line(f"{type(thing).__name__}({identifier}: {', '.join(words)})")


def one_line(text: str) -> str:
    """A text on one line of at most :data:`WIDEST` columns, without signs that cannot be seen."""
    shown = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    if columns(shown) <= WIDEST:
        return shown
    kept = fitting(shown, WIDEST - columns(_CUT), between="")
    return f"{''.join(kept)}{_CUT}"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes; signs of East Asia take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def fitting(words: Iterable[str], room: int, between: str = ", ") -> list[str]:
    """The first of some words, as many as there is room for with what stands between them."""
    found: list[str] = []
    for word in words:
        room -= columns(word) + (len(between) if found else 0)
        if room < 0:
            break
        found.append(word)
    return found
