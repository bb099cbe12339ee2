"""To which bodies states belonged in a year, and to which of them two belonged on a common day.

A body is a bit of a number, so that what two states have in common is found at once for all bodies
to which both belonged all year long. Where both came or went in that year, their days are compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from relations.dataset import Dataset
from relations.measures.tallies import Count
from relations.measures.years import Stretch, both, stretch, year
from relations.model.dates import EdtfDate
from relations.model.organisation import Membership


class Belonging(NamedTuple):
    """The bodies of one state in one year.

    ``certain`` and ``possible`` are bits, the certain ones among the possible. ``part`` has, for
    the bodies to which it did not certainly belong all year, the stretches in which it did.
    """

    certain: int
    possible: int
    part: Mapping[int, list[Stretch]]


NOWHERE: Final = Belonging(0, 0, {})


class Common(NamedTuple):
    """The bodies, as bits, to which two belonged on a common day: certainly, and at all."""

    certain: int
    possible: int


class Described(NamedTuple):
    """The same in a table: how many, or ``None`` for no body, and which are certain."""

    number: Count | None
    names: str | None


class Bodies:
    """The memberships of a dataset, ready to be asked year by year."""

    def __init__(self, dataset: Dataset) -> None:
        self._names = tuple(sorted(body.id for body in dataset.organisations))
        self._periods: dict[str, list[tuple[int, Stretch]]] = {}
        for number, body in enumerate(self._names):
            for membership in dataset.memberships(body):
                entry = (1 << number, _held(membership))
                self._periods.setdefault(membership.party, []).append(entry)
        self._described: dict[Common, Described] = {}

    def described(self, common: Common) -> Described:
        """What these bodies are in a table."""
        if common not in self._described:
            self._described[common] = self._describe(common)
        return self._described[common]

    def _describe(self, common: Common) -> Described:
        if not common.possible:
            return Described(None, None)
        certain, more = common.certain, common.possible & ~common.certain
        listed = [body for number, body in enumerate(self._names) if certain >> number & 1]
        return Described(Count(certain.bit_count(), more.bit_count()), "; ".join(listed) or None)

    def of(self, party: str, number: int) -> Belonging:
        """The bodies to which a party belonged in a year."""
        whole = year(number)
        certain = possible = all_year = 0
        part: dict[int, list[Stretch]] = {}
        for bit, period in self._periods.get(party, ()):
            if period.possibly_meets(whole):
                possible |= bit
                certain |= bit if period.certainly_meets(whole) else 0
                all_year |= bit if period.certainly_spans(whole) else 0
                part.setdefault(bit, []).append(period)
        part = {bit: periods for bit, periods in part.items() if not all_year & bit}
        return Belonging(certain, possible, part) if possible else NOWHERE


def in_common(a: Belonging, b: Belonging) -> Common:
    """The bodies to which two belonged on a common day of the year."""
    certain, possible = a.certain & b.certain, a.possible & b.possible
    if a.part and b.part:
        for bit in a.part.keys() & b.part.keys():
            pairs = [(mine, theirs) for mine in a.part[bit] for theirs in b.part[bit]]
            if not any(mine.certainly_meets(theirs) for mine, theirs in pairs):
                certain &= ~bit
            if not any(mine.possibly_meets(theirs) for mine, theirs in pairs):
                possible &= ~bit
    return Common(certain, possible)


def _held(membership: Membership) -> Stretch:
    """When a membership was held; certainly from the day by which it had begun, if one is known."""
    found = stretch(membership.period)
    if membership.begun_by is None:
        return found
    end = membership.period.parts[0].end.text
    return both(found, stretch(EdtfDate.parse(f"{membership.begun_by}/{end}")))
