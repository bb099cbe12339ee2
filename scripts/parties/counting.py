"""When the two lists of states count a state, row by row, so that no panel fills their gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from parties.cite import cow_end, cow_spells, cow_start, gw_spells
from relations.model.country import LISTS, Counting, Country, Scheme
from relations.model.dates import EdtfDate

Days = tuple[str, str]
"""A first and a last day."""

FIRST_DAY: Final = "1816-01-01"
"""Where both lists begin; what they start on it had begun before."""

_LAST_DAYS: Final = {Scheme.COW: "2016-12-31", Scheme.GW: "2017-12-31"}
"""Where each list stops; what it ends on that day, or on none in sight, goes on."""


def with_countings(country: Country) -> Country:
    """The state with the times in which the lists count it, in order of list and time."""
    return attrs.evolve(country, counted=tuple(_countings(country)))


def _countings(country: Country) -> Iterator[Counting]:
    for scheme in LISTS:
        found = {
            (first, last, number)
            for number in _numbers(country, scheme)
            for first, last in _spells(scheme, number)
        }
        for first, last, number in sorted(found):
            days = _within(country.existed, first, last)
            if days is not None:
                yield Counting(scheme=scheme, number=number, period=_period(days, scheme))


def _numbers(country: Country, scheme: Scheme) -> set[int]:
    now = country.codes.cow if scheme is Scheme.COW else country.codes.gw
    once = {int(former.code) for former in country.former_codes if former.scheme is scheme}
    return once | ({now} if now is not None else set())


def _spells(scheme: Scheme, number: int) -> list[Days]:
    if scheme is Scheme.COW:
        return [(cow_start(row), cow_end(row)) for row in cow_spells(str(number))]
    return [(row["start"], row["end"]) for row in gw_spells(str(number))]


def _within(existed: EdtfDate | None, first: str, last: str) -> Days | None:
    """The part of a list's time in which this state existed, and not one of the same number."""
    if existed is None:
        return first, last
    start, _, end = existed.text.partition("/")
    begun, ended = existed.earliest, existed.latest
    if (begun and last < begun.isoformat()) or (ended and first > ended.isoformat()):
        return None
    return (
        start if begun and first <= begun.isoformat() else first,
        end if ended and last >= ended.isoformat() else last,
    )


def _period(days: Days, scheme: Scheme) -> EdtfDate | None:
    """The time as a date, open where the list begins or stops; none for all of its time."""
    start = ".." if days[0] == FIRST_DAY else days[0]
    end = ".." if days[1] >= _LAST_DAYS[scheme] else days[1]
    return None if start == end == ".." else EdtfDate.parse(f"{start}/{end}")
