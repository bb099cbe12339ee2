"""Pages with a fixed room: what is said there is cut down, in the same steps, until it fits.

It is made to fit the lower of the two sheets, so that what is left out does not hang on the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from relations.report.document import Document

T = TypeVar("T")


def roomiest(rooms: Sequence[T], draft: Callable[[T], Document], page: int) -> T | None:
    """The first of the rooms, from the most to the least, with which a page of the draft fits.

    ``page`` counts the stretches between new pages from 0. Each room is taken to hold less than the
    one before, so that few are tried; ``None`` if not even the last fits.
    """
    low, high = 0, len(rooms)
    while low < high:
        middle = (low + high) // 2
        if _fits(draft(rooms[middle]), page):
            high = middle
        else:
            low = middle + 1
    return rooms[low] if low < len(rooms) else None


def _fits(document: Document, page: int) -> bool:
    from relations.report.pdf.heights import heights
    from relations.report.theme import LETTER

    return heights(document, LETTER)[page] <= LETTER.page.text_height
