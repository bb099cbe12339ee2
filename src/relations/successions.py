"""Who came before a party, and until when each of them stands for it.

What a state does after another has left it is its own alone: one that lost a part by secession
stands for that part until the day before. Others have no bound.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from relations.model.dates import EdtfDate
from relations.model.party import Party

Before = tuple[Party, EdtfDate | None]
"""A party that came before another, and the time in which it stands for it; none has no bound."""


def line_of(party: Party, parties: Mapping[str, Party]) -> tuple[Before, ...]:
    """All that came before ``party``, the nearest first.

    Along a line the narrowest bound holds, and of two lines as long the wider.
    """
    found: dict[str, Before] = {}
    step: list[Before] = [(party, None)]
    while step:
        nearest: dict[str, Before] = {}
        for earlier, until in _right_before(step, parties):
            _, known = nearest.get(earlier.id, (earlier, until))
            nearest[earlier.id] = (earlier, _wider(until, known))
        step = [reached for identifier, reached in nearest.items() if identifier not in found]
        found |= {earlier.id: (earlier, until) for earlier, until in step}
    return tuple(found.values())


def _right_before(step: Iterable[Before], parties: Mapping[str, Party]) -> Iterator[Before]:
    for later, bound in step:
        for succession in later.successions:
            earlier = parties.get(succession.predecessor)
            if earlier is not None:
                yield earlier, _narrower(succession.until, bound)


def _narrower(one: EdtfDate | None, other: EdtfDate | None) -> EdtfDate | None:
    """Of two times up to a day, the one that is over first."""
    return min((time for time in (one, other) if time is not None), key=_over, default=None)


def _wider(one: EdtfDate | None, other: EdtfDate | None) -> EdtfDate | None:
    """Of two times up to a day, the one that is over last."""
    return None if one is None or other is None else max(one, other, key=_over)


def _over(time: EdtfDate) -> datetime.date:
    return time.latest or datetime.date.max
