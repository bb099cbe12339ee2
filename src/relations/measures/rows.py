"""The rows of a panel in one year: the living states, or their living pairs.

Columns are made for a whole year at a time, by repeating and joining lists, since a panel of the
world has hundreds of thousands of rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import Any, Protocol

from attrs import frozen

from relations.measures.bodies import Belonging, Common, in_common
from relations.measures.living import Alive
from relations.measures.tallies import Key
from relations.model.dates import Certainty

Values = Sequence[Any]
"""A value for each state of the year, in order."""


class Rows(Protocol):
    """What a panel asks of the rows of a year."""

    @property
    def number(self) -> int:
        """The year."""
        ...

    @property
    def alive(self) -> Sequence[Alive]:
        """The states that were alive in it."""
        ...

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def sides(self, values: Values) -> Iterator[tuple[str, list[Any]]]:
        """The values for each row; and what the column of each of a row's states ends in."""
        ...

    def exists(self) -> list[str]:
        """Whether the state, or both on a common day, existed: certainly or only possibly."""
        ...

    def days(self) -> list[int]:
        """On how many days of the year: certainly."""
        ...

    def bodies(self, belonging: Sequence[Belonging]) -> list[Common]:
        """The bodies of the state, or those that both belonged to on a common day."""
        ...

    def position(self, key: Key) -> int | None:
        """The number of the row of a key, or ``None`` if it has none."""
        ...


@frozen(slots=False)
class StateRows:
    """A row for each state that was alive in a year."""

    number: int
    alive: Sequence[Alive]

    def __len__(self) -> int:
        return len(self.alive)

    def sides(self, values: Values) -> Iterator[tuple[str, list[Any]]]:
        """The values themselves: a row has one state."""
        yield "", list(values)

    def exists(self) -> list[str]:
        """Whether each state certainly or only possibly existed."""
        return _existence(self.alive)

    def days(self) -> list[int]:
        """On how many days each state existed."""
        return [it.days for it in self.alive]

    def bodies(self, belonging: Sequence[Belonging]) -> list[Common]:
        """The bodies of each state."""
        return [Common(it.certain, it.possible) for it in belonging]

    def position(self, key: Key) -> int | None:
        """The number of a state's row."""
        return self._places.get(key[0])

    @cached_property
    def _places(self) -> dict[str, int]:
        return {it.state.id: place for place, it in enumerate(self.alive)}


@frozen(slots=False)
class PairRows:
    """A row for each pair that possibly existed on a common day of a year.

    ``partners`` has, for each state in turn, the places of those it is paired with, in order.
    """

    number: int
    alive: Sequence[Alive]
    partners: Sequence[Sequence[int]]

    def __len__(self) -> int:
        return self._offsets[-1]

    def sides(self, values: Values) -> Iterator[tuple[str, list[Any]]]:
        """The values for the first and for the second state of each row."""
        repeated = ([value] * len(js) for value, js in zip(values, self.partners, strict=True))
        yield "_a", list(chain.from_iterable(repeated))
        yield "_b", [values[j] for js in self.partners for j in js]

    def exists(self) -> list[str]:
        """Whether both certainly or only possibly existed on a common day."""
        own = _existence(self.alive)
        found: list[str] = []
        for a, js in zip(self.alive, self.partners, strict=True):
            found += [own[j] if a.all_year else _together(a, self.alive[j]) for j in js]
        return found

    def days(self) -> list[int]:
        """On how many days both existed."""
        own = [it.days for it in self.alive]
        found: list[int] = []
        for a, js in zip(self.alive, self.partners, strict=True):
            found += [own[j] if a.all_year else a.days_with(self.alive[j]) for j in js]
        return found

    def bodies(self, belonging: Sequence[Belonging]) -> list[Common]:
        """The bodies to which both belonged on a common day."""
        found: list[Common] = []
        for a, js in zip(belonging, self.partners, strict=True):
            others = [belonging[j] for j in js]
            if a.part:
                found += [in_common(a, b) for b in others]
            else:
                found += [Common(a.certain & b.certain, a.possible & b.possible) for b in others]
        return found

    def position(self, key: Key) -> int | None:
        """The number of a pair's row."""
        first, second = (self._places.get(party) for party in key)
        if first is None or second is None:
            return None
        js = self.partners[first]
        at = bisect_left(js, second)
        return self._offsets[first] + at if at < len(js) and js[at] == second else None

    @cached_property
    def _offsets(self) -> list[int]:
        return list(accumulate(map(len, self.partners), initial=0))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {it.state.id: place for place, it in enumerate(self.alive)}


def living_pairs(number: int, alive: Sequence[Alive], *, directed: bool) -> PairRows:
    """The pairs of some states that possibly existed on a common day of a year.

    Each pair is in order of the states, and both ways if it is to have a direction.
    """
    places = range(len(alive))
    return PairRows(
        number,
        alive,
        [_partners(i, alive, places if directed else places[i + 1 :]) for i in places],
    )


def _partners(i: int, alive: Sequence[Alive], places: Sequence[int]) -> list[int]:
    """The places of those that a state shared a day with; whoever was there all year shared one."""
    a = alive[i]
    return [
        j
        for j in places
        if j != i and (a.all_year or alive[j].all_year or a.possibly_met(alive[j]))
    ]


def _existence(alive: Sequence[Alive]) -> list[str]:
    return [_word(any(part.certainly_meets(it.whole) for part in it.stretches)) for it in alive]


def _together(a: Alive, b: Alive) -> str:
    return _word(
        any(
            mine.certainly_meets(theirs)
            and mine.certainly_meets(a.whole)
            and theirs.certainly_meets(a.whole)
            for mine in a.stretches
            for theirs in b.stretches
        )
    )


def _word(certain: bool) -> str:
    return str((Certainty.CERTAIN if certain else Certainty.POSSIBLE).value)
