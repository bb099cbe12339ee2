"""The citations of an entry, in the lists in which each bears something out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from relations.model.source import Citation

_PARTS: Final = ("history", "claims", "successions", "memberships", "tenures")
"""The fields whose parts have citations of their own."""


def cited_parts(owner: object) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """Each part of an entry that is cited by itself: the path of its citations, and those."""
    for name in _PARTS:
        for index, part in enumerate(_held(owner, name)):
            yield f"{name}[{index}].citations", _held(part, "citations")


def own_citations(owner: object) -> tuple[Citation, ...]:
    """The citations of an entry as a whole; some entries have none."""
    return _held(owner, "citations")


def _held(owner: object, name: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(owner, name, ())
    return found
