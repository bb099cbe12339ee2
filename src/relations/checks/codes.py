"""A code of a list means one state at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from relations.checks.check import Finding
from relations.checks.lives import bounds
from relations.dataset import Dataset
from relations.model.country import Country
from relations.model.dates import EdtfDate

_HANDOVER: Final = 3
"""Days about a succession on which accounts may differ over which of two states there was."""


class _Bearer(NamedTuple):
    country: Country
    period: EdtfDate | None


def shared_codes(dataset: Dataset) -> Iterator[Finding]:
    """A code of a list does not mean two states for longer than one makes way for the other."""
    for code, one, other in _shared(dataset):
        if _days_together(one.period, other.period) > _HANDOVER:
            told = f"{code} means {one.country.id} and {other.country.id} at once"
            yield _finding(other.country, told, code)


def codes_in_handover(dataset: Dataset) -> Iterator[Finding]:
    """Nor does it mean two on the days of a succession."""
    for code, one, other in _shared(dataset):
        if _days_together(one.period, other.period) <= _HANDOVER:
            told = f"{code} may mean {one.country.id} or {other.country.id} on one day"
            yield _finding(other.country, told, code)


def _finding(owner: Country, message: str, code: str) -> Finding:
    return Finding(
        owner=owner,
        message=message,
        field="codes",
        found=code.partition(" ")[2],
        hint="the list gives it to one state at a time; see when each existed",
    )


def _shared(dataset: Dataset) -> Iterator[tuple[str, _Bearer, _Bearer]]:
    """Each code with two states that may have it on one day."""
    bearers: dict[str, list[_Bearer]] = {}
    for country in dataset.countries:
        for scheme, code in dict.fromkeys(country.codes.listed()):
            bearers.setdefault(f"{scheme.value} {code}", []).append(
                _Bearer(country, country.existed)
            )
        for former in country.former_codes:
            bearer = _Bearer(country, former.period or country.existed)
            bearers.setdefault(f"{former.scheme.value} {former.code}", []).append(bearer)
    for code, same in bearers.items():
        for one, other in combinations(same, 2):
            if one.country.id != other.country.id and _share_a_day(one.period, other.period):
                yield code, one, other


def _share_a_day(one: EdtfDate | None, other: EdtfDate | None) -> bool:
    """Whether there may be a day of both; a time that is not known may be any."""
    return one is None or other is None or one.possibly_overlaps(other)


def _days_together(one: EdtfDate | None, other: EdtfDate | None) -> int:
    (mine, my_end), (theirs, their_end) = bounds(one), bounds(other)
    return min(my_end, their_end) - max(mine, theirs) + 1
