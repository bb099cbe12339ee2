"""Which records name two parties, found at once among a hundred thousand.

Most records have few parties, and stand in the index under every two of them. A conference of a
hundred would stand under five thousand; it is held by each of its parties instead, and found where
the two sides meet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations_with_replacement
from typing import Final

from relations.model.record import Record

_CROWD: Final = 12
"""More parties than this are a crowd."""

_NONE: Final[tuple[int, ...]] = ()


class Index:
    """The places of records, in the order given, by the parties that they name."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_two: dict[tuple[str, str], list[int]] = {}
        self._crowds: dict[str, set[int]] = {}
        for place, record in enumerate(records):
            parties = sorted(record.party_ids)
            if len(parties) > _CROWD:
                for party in parties:
                    self._crowds.setdefault(party, set()).add(place)
            else:
                for two in combinations_with_replacement(parties, 2):
                    self._by_two.setdefault(two, []).append(place)

    def tying(self, these: Collection[str], those: Collection[str]) -> list[int]:
        """The places of the records that name one of these parties and one of those, in order.

        One party may be both, so that a record of it alone ties it to itself.
        """
        found = self._crowd(these) & self._crowd(those) if self._crowds else set()
        for a in these:
            for b in those:
                found.update(self._by_two.get((a, b) if a < b else (b, a), _NONE))
        return sorted(found)

    def _crowd(self, parties: Iterable[str]) -> set[int]:
        return set().union(*(self._crowds[party] for party in parties if party in self._crowds))
