"""What it means, pair by pair and year by year, that no record is there.

Most pairs share the statements that hold for all pairs, so that the answer is worked out once for
each year and each set of statements, and not for each of a million rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relations.dataset import Dataset
from relations.measures.coverage import coverage, thoroughness
from relations.measures.figure import FigureKind, kind_of_absence
from relations.model.coverage import Coverage, CoverageClass
from relations.model.dates import EdtfDate


class Absence(NamedTuple):
    """What it means that no record is there, and how thoroughly was looked."""

    kind: FigureKind
    coverage: CoverageClass


def absence(dataset: Dataset, group: str, parties: Sequence[str], number: int) -> Absence:
    """What it means that no record of a group is there for some parties in a year."""
    statements = coverage(dataset, group, parties, EdtfDate.parse(f"{number:04}").period())
    return Absence(kind_of_absence(statements), thoroughness(statements))


def exceptions(
    dataset: Dataset, group: str, states: Sequence[str], number: int, *, size: int
) -> Iterator[tuple[Key, Absence]]:
    """The keys of some states for which a statement of their own holds in a year.

    Args:
        dataset: What was gathered.
        group: The group of the records.
        states: The states of that year, by identifier.
        number: The year.
        size: 2 for pairs, 1 for single states.
    """
    specials = [
        Special(entry, frozenset(entry.parties), _region(dataset, entry))
        for entry in dataset.coverage
        if group in entry.kinds and (entry.parties or entry.region is not None)
    ]
    known: dict[tuple[int, ...], Absence] = {}
    for key in {key for special in specials for key in special.keys(states, size)}:
        bearing = tuple(n for n, special in enumerate(specials) if special.concerns(key))
        if bearing not in known:
            known[bearing] = absence(dataset, group, tuple(key), number)
        yield key, known[bearing]


Key = frozenset[str]
"""A state, or the two of a pair, by identifier."""


class Special(NamedTuple):
    """A statement about some pairs only: the parties that it names, and those of its region."""

    statement: Coverage
    named: Key
    region: Key | None

    def concerns(self, key: Key) -> bool:
        """Whether the statement may bear on a state or pair, in some year."""
        if not self.named <= key:
            return False
        return self.region is None or not self.region.isdisjoint(key - self.named)

    def keys(self, states: Sequence[str], size: int) -> Iterator[Key]:
        """The states or pairs that it may bear on."""
        others = states if self.region is None else self.region.intersection(states)
        free = size - len(self.named)
        if free == 0 and self.region is None:
            yield self.named
        elif free == 1:
            yield from (self.named | {other} for other in others if other not in self.named)
        elif free == 2:
            yield from (frozenset({a, b}) for a in others for b in states if a != b)


def _region(dataset: Dataset, entry: Coverage) -> Key | None:
    """Who ever belonged to the region of a statement; none if it has no region."""
    if entry.region is None:
        return None
    return frozenset({entry.region, *(m.party for m in dataset.memberships(entry.region))})
