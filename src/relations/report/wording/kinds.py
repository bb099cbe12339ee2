"""The kinds of record as nouns, and how many there are of one."""

from __future__ import annotations

from collections.abc import Iterator

from relations.model.kinds import RECORD_TYPES
from relations.report.signs import Category
from relations.report.speech import Counted, Noun, Speech


def noun(speech: Speech, kind: str) -> Noun:
    """A kind of record: "arms transfer" and "arms transfers"."""
    one, many = _english(kind)
    return Noun(speech.words("kind", one, many, 1), speech.words("kind", one, many, 2))


def counted(speech: Speech, kind: str, number: int) -> str:
    """So many records of a kind: "two meetings"."""
    message = speech.words("count", *_counts(kind), number)
    return message.format(number=Counted(number, speech))


def category(kind: str) -> Category:
    """The category that stands for a kind on the page."""
    return Category(kind.removesuffix("s"))


def nouns() -> Iterator[tuple[str, str, str]]:
    """Every noun and count of a kind, with the context in which it is looked up."""
    for kind in RECORD_TYPES:
        yield "kind", *_english(kind)
        yield "count", *_counts(kind)


def _english(kind: str) -> tuple[str, str]:
    many = kind.replace("_", " ")
    return many.removesuffix("s"), many


def _counts(kind: str) -> tuple[str, str]:
    one, many = _english(kind)
    return f"{{number}} {one}", f"{{number}} {many}"
