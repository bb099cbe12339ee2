"""The data that travel within a paper, and what the paper says of itself.

A dossier carries two files: the records and sources it was made from, in canonical form, and a
slip that says for which pair and by which rule they were chosen. Both are found by the streams
that hold embedded files; nothing else of a PDF is read, and nothing in it is followed, so that a
hostile file can do no more than hold no data. See ADR 25.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from typing import Final

import cattrs
from attrs import asdict, field, frozen

from relations.errors import DataError, Problem

DATA_NAME: Final = "relations.json"
SLIP_NAME: Final = "paper.json"
"""The names under which a reader of PDF shows the two files."""

_START: Final = b"%PDF-"
_EMBEDDED: Final = re.compile(rb"/Type\s*/EmbeddedFile(?![A-Za-z])")
_STREAM: Final = re.compile(rb"stream\r?\n")
_DICTIONARY: Final = 4096
"""How many bytes before a stream are looked at for what it is."""
_MOST: Final = 64
"""The most embedded files that are looked at."""
_DATA: Final = re.compile(rb'\s*\{\s*"format"\s*:')
_SLIP: Final = re.compile(rb'\s*\{\s*"paper"\s*:')

PAPER: Final = 1
"""The version of the slip."""


@frozen(kw_only=True)
class Slip:
    """What a paper says of itself: its pair, its length, how its data were chosen, and their hash.

    ``data`` is the SHA-256 of the data that travel with it, in hexadecimal.
    """

    paper: int = PAPER
    pair: tuple[str, str]
    predecessors: bool = True
    length: str
    cutoff: str | None = None
    public: bool = False
    data: str

    def dumps(self) -> bytes:
        """The slip as JSON."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n").encode()

    @property
    def day(self) -> datetime.date | None:
        """The day of the cut-off."""
        return datetime.date.fromisoformat(self.cutoff) if self.cutoff else None


@frozen
class Enclosed:
    """The two files in a paper."""

    data: bytes = field(repr=False)
    slip: Slip

    @property
    def is_intact(self) -> bool:
        """Whether the data are those that the paper was made with."""
        return hashlib.sha256(self.data).hexdigest() == self.slip.data


def is_paper(content: bytes) -> bool:
    """Whether a file is a PDF."""
    return content.startswith(_START)


def data_within(content: bytes, file: str, most: int) -> bytes:
    """The data in a PDF, which are at most so many bytes; of several, the last.

    Raises:
        DataError: if there are none.
    """
    found = [held for held in _embedded(content, most) if _DATA.match(held)]
    if not found:
        raise _none(file, "it holds no data")
    return found[-1]


def enclosed(content: bytes, file: str, most: int) -> Enclosed:
    """The data and the slip in a PDF.

    Raises:
        DataError: if one of them is not there or cannot be read.
    """
    slips = [held for held in _embedded(content, most) if _SLIP.match(held)]
    if not is_paper(content) or not slips:
        raise _none(file, "it is no paper of ours")
    try:
        slip = cattrs.structure(json.loads(slips[-1]), Slip)
        slip.day  # noqa: B018  # a cut-off that is no day is a slip that cannot be read
    except (ValueError, TypeError, KeyError, RecursionError, cattrs.BaseValidationError):
        raise _none(file, "what it says of itself cannot be read") from None
    return Enclosed(data_within(content, file, most), slip)


def _none(file: str, why: str) -> DataError:
    hint = "only a PDF that this library has made, and nobody encrypted, carries its data"
    return DataError(file, [Problem(code="no-paper", message=why, hint=hint, file=file)])


def _embedded(content: bytes, most: int) -> Iterator[bytes]:
    """The embedded files, each up to ``most`` bytes; what cannot be inflated is passed over."""
    for count, mark in enumerate(_EMBEDDED.finditer(content)):
        stream = _STREAM.search(content, mark.end(), mark.end() + _DICTIONARY)
        if count < _MOST and stream:
            start = content.rfind(b" obj", max(0, mark.start() - _DICTIONARY), mark.start())
            dictionary = content[max(start, 0) : stream.start()]
            held = _held(dictionary, content, stream.end(), most)
            if held is not None and b"endobj" not in dictionary:
                yield held


def _held(dictionary: bytes, content: bytes, start: int, most: int) -> bytes | None:
    if b"/Filter" not in dictionary:
        return content[start : max(content.find(b"endstream", start), start)][:most]
    inflate = zlib.decompressobj()
    try:
        held = inflate.decompress(memoryview(content)[start:], most)
    except zlib.error:
        return None
    return held if inflate.eof else None
