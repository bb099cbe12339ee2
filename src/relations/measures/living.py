"""Which states there were in a year, from when to when, and the numbers that lists gave them then.

A state lived in a year if Correlates of War or Gleditsch and Ward count it on a day of that year;
one that was occupied or united with another for a time is left out for as long as both leave it
out. A territory that neither counts is left out of a panel unless it is asked for; it then lived
while its dates of existence say so, and only possibly where there are none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from relations.measures.years import ALWAYS, PERHAPS, Stretch, both, days_of, stretch, year
from relations.model.country import Counting, Country, FormerCode, Scheme
from relations.model.dates import EdtfDate
from relations.model.edtf import BEGINNING

_ALPHA_3: Final = 3
"""How many letters the ISO code has that panels are merged by."""


@frozen
class Alive:
    """A state in one year.

    ``stretches`` are the times of its life that meet the year, apart from one another, and
    ``all_year`` says whether it certainly lived all through it. The codes are those of its last day
    in the year.
    """

    state: Country
    whole: Stretch
    stretches: Sequence[Stretch]
    all_year: bool
    iso: str | None
    cow: int | None
    gw: int | None

    def possibly_met(self, other: Alive) -> bool:
        """Whether there possibly is a day that both lived."""
        return any(a.possibly_meets(b) for a in self.stretches for b in other.stretches)

    @property
    def days(self) -> int:
        """On how many days of the year it certainly lived."""
        return sum(days_of(it, self.whole) for it in self.stretches)

    def days_with(self, other: Alive) -> int:
        """On how many days of the year both certainly lived."""
        return sum(days_of(a, b, self.whole) for a in self.stretches for b in other.stretches)


def is_counted(country: Country, scheme: Scheme | None = None) -> bool:
    """Whether a list of states, or any of them, ever counts it."""
    return any(scheme in (None, counting.scheme) for counting in country.counted)


def living(countries: Iterable[Country], number: int, scheme: Scheme | None = None) -> list[Alive]:
    """The states that possibly lived on some day of a year, in the order given.

    With a ``scheme``, those that this list counts, while it counts them.
    """
    whole = year(number)
    found = []
    for country in countries:
        life = [it for it in _life(country, scheme) if it.possibly_meets(whole)]
        if life:
            found.append(_alive(country, life, whole))
    return found


# -- a life --------------------------------------------------------------------------------------


def _life(country: Country, scheme: Scheme | None) -> list[Stretch]:
    """The stretches in which a state lived, in order of time and apart from one another."""
    counted = [_counting(it) for it in country.counted if scheme in (None, it.scheme)]
    if counted:
        return _joined(sorted(counted))
    return [stretch(country.existed) if country.existed else PERHAPS]


def _counting(counting: Counting) -> Stretch:
    """When a list counts a state; where the list begins, it had begun to."""
    if counting.period is None:
        return ALWAYS
    found = stretch(counting.period)
    begun = counting.period.earliest is None
    return found._replace(possible_from=BEGINNING, certain_from=BEGINNING) if begun else found


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order, those that meet or follow on the next day made one."""
    found: list[Stretch] = []
    for new in stretches:
        if found and new.possible_from <= found[-1].possible_to + 1:
            found[-1] = both(found[-1], new)
        else:
            found.append(new)
    return found


def _alive(country: Country, life: Sequence[Stretch], whole: Stretch) -> Alive:
    last = min(max(it.possible_to for it in life), whole.possible_to)
    on = datetime.date.fromordinal(last)
    return Alive(
        country,
        whole,
        life,
        any(it.certainly_spans(whole) for it in life),
        _iso(country, on),
        _number(country, Scheme.COW, on),
        _number(country, Scheme.GW, on),
    )


# -- codes ---------------------------------------------------------------------------------------


def _iso(country: Country, on: datetime.date) -> str | None:
    """The three letters of ISO 3166-1 on a day; a former code counts where its period is known."""
    former = (
        entry
        for entry in country.former_codes
        if entry.scheme is Scheme.ISO and len(entry.code) == _ALPHA_3
    )
    return next((entry.code for entry in former if _in_use(entry, on)), country.codes.iso3)


def _in_use(entry: FormerCode, on: datetime.date) -> bool:
    return entry.period is not None and entry.period.certainly_overlaps(EdtfDate.from_date(on))


def _number(country: Country, scheme: Scheme, on: datetime.date) -> int | None:
    """The number under which a list counts a state on a day; none while it does not."""
    day = on.toordinal()
    return next(
        (
            counting.number
            for counting in country.counted
            if counting.scheme is scheme
            and (it := _counting(counting)).possible_from <= day <= it.possible_to
        ),
        None,
    )
