"""The lines and columns of the values at some paths of a JSON text.

Only asked when there is something to report, so that loading pays nothing for it: what does not
lie on the way to a path is passed over by Python's own reader.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable
from json.decoder import scanstring  # type: ignore[attr-defined]  # the reader's own, in C
from typing import Final, NamedTuple

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_skip: Final = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode


class Position(NamedTuple):
    """A place in a text; lines and columns count from 1, columns in characters."""

    line: int
    column: int


def positions(text: str, paths: Iterable[str]) -> dict[str, Position]:
    """Where the value at each path stands: at its key in an object, at itself in a list.

    A path is written as in ``meetings[3].date.edtf``. One that leads nowhere has the position of
    the nearest value around it. ``text`` is JSON that Python's reader has read.
    """
    wanted = dict.fromkeys(paths)
    towards = {around for path in wanted for around in _around(path)}
    offsets = {"": _after_space(text, 0)}
    _walk(text, offsets[""], "", towards, offsets)
    lines = Lines(text)
    return {path: lines.position(_nearest(path, offsets)) for path in wanted}


def _walk(text: str, at: int, path: str, towards: set[str], offsets: dict[str, int]) -> int:
    """Note the offsets of what is wanted within the value at ``at``; the offset of its end."""
    if path in towards and text[at] == "{":
        return _walk_object(text, at, path, towards, offsets)
    if path in towards and text[at] == "[":
        return _walk_list(text, at, path, towards, offsets)
    return int(_skip(text, at)[1])


def _walk_object(text: str, at: int, path: str, towards: set[str], offsets: dict[str, int]) -> int:
    at = _after_space(text, at + 1)
    while text[at] != "}":
        key, end = scanstring(text, at + 1)
        inner = f"{path}.{key}" if path else key
        offsets[inner] = at
        at = _after_space(text, _after_space(text, end) + 1)  # after the colon
        at = _after_space(text, _walk(text, at, inner, towards, offsets))
        at = _after_space(text, at + 1) if text[at] == "," else at
    return at + 1


def _walk_list(text: str, at: int, path: str, towards: set[str], offsets: dict[str, int]) -> int:
    at = _after_space(text, at + 1)
    index = 0
    while text[at] != "]":
        inner = f"{path}[{index}]"
        offsets[inner] = at
        at = _after_space(text, _walk(text, at, inner, towards, offsets))
        at = _after_space(text, at + 1) if text[at] == "," else at
        index += 1
    return at + 1


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _around(path: str) -> Iterable[str]:
    """The paths of all that is around the value at a path, from the innermost to the whole."""
    while path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        yield path


def _nearest(path: str, offsets: dict[str, int]) -> int:
    """The offset of the value at a path, or else of the nearest around it that there is."""
    return offsets[next(around for around in (path, *_around(path)) if around in offsets)]


class Lines:
    """The lines of a text, counted once for all offsets."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
