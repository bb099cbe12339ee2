"""How much the pages with a fixed room may hold, from the most to the least that is worth having.

Page one is one page, and a brief two, whatever is known of a pair. What is said there is settled by
the first of these rooms in which it fits; so the same data give the same page on every sheet.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Room:
    """The most of each thing: ``letters`` of a title, ``named`` records in one sentence, and so on.

    ``statuses`` is whether the small print of a figure counts the records at each status.
    The second page of a brief has ``rows`` of each kind of record, so many ``plans`` and
    ``disputes``, and a figure whose lanes have so many rows, or none.
    """

    sentences: int = 5
    named: int = 2
    contacts: int = 8
    changes: int = 4
    letters: int = 140
    statuses: bool = True
    rows: int = 8
    plans: int = 8
    disputes: int = 8
    lane_rows: int = 3

    def clipped(self, text: str) -> str:
        """A text cut at a word, so that it is no longer than a title may be here."""
        return clipped(text, self.letters)


def clipped(text: str, letters: int) -> str:
    """A text of at most so many letters, cut at a word."""
    if len(text) <= letters:
        return text
    head = text[:letters].rpartition(" ")[0] or text[: letters - 1]
    return f"{head.rstrip(' ,;:–-')}…"


FULL: Final = Room()

FIRST_PAGES: Final = (
    FULL,
    Room(named=2, contacts=7, changes=3, letters=110),
    Room(named=2, contacts=6, changes=2, letters=80),
    Room(named=1, contacts=6, changes=2, letters=80),
    Room(named=1, contacts=5, changes=1, letters=80),
    Room(named=1, contacts=4, changes=1, letters=70, statuses=False),
    Room(named=1, contacts=3, changes=1, letters=60, statuses=False),
    Room(sentences=4, named=1, contacts=3, changes=1, letters=60, statuses=False),
    Room(sentences=3, named=1, contacts=3, changes=0, letters=40, statuses=False),
)
"""The rooms of page one. A sentence is worth more than what it names, and goes last."""

Second = tuple[int, int, int, int]
"""A room of a second page: rows of a lane in the figure, rows of each kind, plans and disputes."""

WITH_FIGURE: Final[tuple[Second, ...]] = (
    (3, 10, 8, 8),
    (3, 6, 5, 5),
    (3, 4, 4, 4),
    (2, 4, 4, 4),
    (2, 3, 3, 2),
    (2, 2, 3, 2),
    (1, 2, 3, 2),
    (1, 2, 2, 1),
    (1, 1, 2, 1),
    (1, 1, 1, 1),
    (1, 1, 1, 0),
    (1, 1, 0, 0),
)
WITHOUT_FIGURE: Final[tuple[Second, ...]] = (
    (0, 3, 3, 2),
    (0, 2, 3, 2),
    (0, 2, 2, 2),
    (0, 2, 1, 1),
    (0, 1, 1, 1),
    (0, 0, 0, 0),
)
"""The rooms of the second page of a brief.

A figure is worth more than the second of a kind, and than a plan or dispute that page one names.
"""
