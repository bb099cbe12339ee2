"""Which states there were in a year, from when to when, and the numbers that lists gave them then.

Scholars count a state from the day on which Correlates of War or Gleditsch and Ward do. The data
hold the longest span of the two. A state that both begin with the first day of their lists is older
than they are and has no beginning here; a territory that neither counts is left out of a panel
unless it is asked for, and then only possibly was a state.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from relations.measures.years import ALWAYS, PERHAPS, Stretch, stretch, year
from relations.model.country import Country, FormerCode, Scheme
from relations.model.dates import EdtfDate
from relations.model.edtf import BEGINNING, FOREVER

_ALPHA_3: Final = 3
"""How many letters the ISO code has that panels are merged by."""


@frozen
class Alive:
    """A state in one year: its stretch of existence, the days as stated, and its codes."""

    state: Country
    existed: Stretch
    first: int
    last: int
    all_year: bool
    iso: str | None
    cow: int | None
    gw: int | None


def counted(country: Country) -> bool:
    """Whether either of the two lists of states counts it."""
    return country.codes.cow is not None or country.codes.gw is not None


def living(countries: Iterable[Country], number: int) -> list[Alive]:
    """The states that possibly existed on some day of a year, in the order given."""
    whole = year(number)
    found = []
    for country in countries:
        existed = existence(country)
        if existed.possibly_meets(whole):
            found.append(_alive(country, existed, whole))
    return found


def existence(country: Country) -> Stretch:
    """When a state existed."""
    if country.existed is not None:
        return stretch(country.existed)
    return ALWAYS if counted(country) else PERHAPS


def _alive(country: Country, existed: Stretch, whole: Stretch) -> Alive:
    first, last = _stated(country.existed)
    first, last = max(first, whole.possible_from), min(last, whole.possible_to)
    on = datetime.date.fromordinal(max(last, whole.possible_from))
    return Alive(
        country,
        existed,
        first,
        last,
        existed.certainly_spans(whole),
        _iso(country, on),
        _number(country, Scheme.COW, country.codes.cow, on),
        _number(country, Scheme.GW, country.codes.gw, on),
    )


def _stated(existed: EdtfDate | None) -> tuple[int, int]:
    """The first and the last day of existence as stated, by number."""
    first = existed.earliest if existed else None
    last = existed.latest if existed else None
    return (
        BEGINNING if first is None else first.toordinal(),
        FOREVER if last is None else last.toordinal(),
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


def _number(country: Country, scheme: Scheme, now: int | None, on: datetime.date) -> int | None:
    """The number in a list on a day; today's holds from the end of the last former one."""
    former = [entry for entry in country.former_codes if entry.scheme is scheme]
    in_use = next((entry for entry in former if _in_use(entry, on)), None)
    if in_use is not None:
        return int(in_use.code)
    return None if any(_to_come(entry, on) for entry in former) else now


def _in_use(entry: FormerCode, on: datetime.date) -> bool:
    return entry.period is not None and entry.period.certainly_overlaps(EdtfDate.from_date(on))


def _to_come(entry: FormerCode, on: datetime.date) -> bool:
    return entry.period is not None and entry.period.certainly_after(EdtfDate.from_date(on))
