"""PDF objects written by hand: quicker than a dictionary of dictionaries, and to the letter."""

from __future__ import annotations

import re
import zlib
from typing import Final, Protocol

from relations.report.clean import CUT


class Raw:
    """An object whose text may be given after others have referred to it.

    ``number`` is the one that it has in its file, or 0 as long as it is in none.
    """

    __slots__ = ("data", "number")

    def __init__(self, data: bytes | str = "") -> None:
        self.data = data
        self.number = 0

    def written(self) -> bytes | str:
        """The object as it stands in the file: a stream as bytes, anything smaller as Latin-1."""
        return self.data


class Numbering(Protocol):
    """Whoever gives objects their numbers in a file."""

    def reference(self, what: Raw) -> str:
        """``12 0 R``, after entering the object if it is new."""
        ...


_LONGEST_STRING = 8_000  # characters, of at most four bytes each
#: How hard zlib tries: two steps more would save a tenth of the bytes for a tenth of all the time.
EFFORT: Final = 3

_SPECIAL = re.compile(r"[()\\\x00-\x1f\x7f]")


def _escaped(found: re.Match[str]) -> str:
    """A character of a string that would be taken for something else."""
    return f"\\{ord(found[0]):03o}"


def text_string(text: str) -> str:
    """A text as a PDF string: in parentheses if it is ASCII, else in UTF-16 as hexadecimal.

    PDF/A allows a string 32,767 bytes; a longer text is cut in sight.
    """
    if len(text) > _LONGEST_STRING:
        text = text[: _LONGEST_STRING - len(CUT)] + CUT
    if text.isascii():
        return f"({_SPECIAL.sub(_escaped, text)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def stream(data: bytes, entries: str = "") -> Raw:
    """A compressed stream; ``entries`` are what else its dictionary says."""
    return Raw(stream_object(zlib.compress(data, EFFORT), f"{entries}/Filter/FlateDecode"))


def plain_stream(data: bytes, entries: str = "") -> Raw:
    """A stream that anyone can read without unpacking it."""
    return Raw(stream_object(data, entries))


def stream_object(data: bytes, entries: str) -> bytes:
    """A stream as it stands in the file; its data end before the last line end."""
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
    # After data that end in a carriage return, a line feed alone would seem to go with it.
    end = b"\r\nendstream" if data.endswith(b"\r") else b"\nendstream"
    return head + data + end
