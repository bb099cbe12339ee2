"""What is wrong with the text of a file that could not be read, each fault with its place.

Only asked when the quick reader has refused a file: it reads the text once more, token by token.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Final

from attrs import Factory, define

from relations.errors import Problem
from relations.misfits import spelled
from relations.storage.positions import Lines

DEEPEST: Final = 100
"""The most lists and objects that may stand in one another."""

LONGEST_NUMBER: Final = 100
"""The most characters that a number may have."""

_MOST: Final = 100
"""The most faults that are told of one file."""

_TOKEN: Final = re.compile(
    r'(?P<text>"(?:[^"\\]|\\.)*+")|(?P<open>[\[{])|(?P<close>[\]}])'
    r"|(?P<constant>-?Infinity|NaN)|(?P<number>-?[0-9][0-9.eE+-]*)|(?P<mark>[:,])",
    re.DOTALL,
)
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


def faults(text: str, file: str) -> tuple[Problem, ...]:
    """All that keeps a text from being read, in its order; of many, the first hundred."""
    lines = Lines(text)
    found = []
    for offset, code, message in _faults(text):
        line, column = lines.position(offset)
        found.append(Problem(code=code, message=message, file=file, line=line, column=column))
        if len(found) == _MOST:
            break
    return tuple(found)


Fault = tuple[int, str, str]
"""Where in the text, the code, and the message."""


def _faults(text: str) -> Iterator[Fault]:
    yield from _slips(text)
    yield from _syntax(text)


def _slips(text: str) -> Iterator[Fault]:
    """What Python's reader would let pass, or cannot bear."""
    inside = _Inside()
    for token in _TOKEN.finditer(text):
        kind, at, word = token.lastgroup, token.start(), token.group()
        repeated = inside.repeats(kind, word)
        if repeated is not None:
            yield at, "repeated-key", f"the key {spelled(repeated)} stands twice in one object"
        if kind == "text" and _is_half(word):
            yield at, "half-character", "half a character is escaped here, which no text can hold"
        elif kind == "constant":
            yield at, "no-number", f"{word} is no JSON number"
        elif kind == "number" and len(word) > LONGEST_NUMBER:
            most = f"at most {LONGEST_NUMBER}"
            yield at, "no-number", f"a number of {len(word)} characters; it has {most}"
        elif kind == "number" and _is_endless(word):
            yield at, "no-number", f"{word} is larger than any number that can be held"
        elif kind == "open" and inside.depth > DEEPEST:
            yield at, "deep-nesting", f"lists or objects nested more than {DEEPEST} deep"
            return


@define
class _Inside:
    """The lists and objects around a token: the keys so far of an object, none for a list."""

    around: list[set[str] | None] = Factory(list)
    expects_key: bool = False

    @property
    def depth(self) -> int:
        """How many lists and objects are around."""
        return len(self.around)

    def repeats(self, kind: str | None, word: str) -> str | None:
        """Take the next token; if it is a key that stands already, the key."""
        keys = self.around[-1] if self.around else None
        is_key, self.expects_key = self.expects_key and kind == "text", False
        if kind == "open":
            self.around.append(set() if word == "{" else None)
            self.expects_key = word == "{"
        elif kind == "close" and self.around:
            self.around.pop()
        elif word == ",":
            self.expects_key = keys is not None
        if not is_key or keys is None:
            return None
        key = _text(word)
        if key in keys:
            return key
        keys.add(key)
        return None


def _is_endless(word: str) -> bool:
    try:
        return math.isinf(float(word))
    except ValueError:
        return False  # no number at all, which the syntax tells


def _text(word: str) -> str:
    try:
        return str(json.loads(word, strict=False))
    except ValueError:
        return word


def _is_half(word: str) -> bool:
    """Whether a text in quotation marks has half a character in it."""
    if not _HALF.search(word):
        return False
    try:
        _text(word).encode()
    except UnicodeEncodeError:
        return True
    return False


def _syntax(text: str) -> Iterator[Fault]:
    """The first place where a text stops being JSON, or else what it holds instead of an object."""
    if text.startswith("\ufeff"):
        yield 0, "not-json", "not JSON: it starts with a byte order mark; save it without one"
        return
    try:
        document = json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        yield error.pos, "not-json", f"not JSON: {error.msg[0].lower()}{error.msg[1:]}"
    except RecursionError:
        return  # told as a slip
    else:
        if not isinstance(document, dict):
            yield 0, "not-json", "the file holds no JSON object"
