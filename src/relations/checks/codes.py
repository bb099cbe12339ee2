"""A code of a list means one state at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.country import Country
from relations.model.dates import EdtfDate


def shared_codes(dataset: Dataset) -> Iterator[Finding]:
    """A code of a list means one state on any one day."""
    bearers: dict[tuple[str, str], list[tuple[Country, EdtfDate | None]]] = {}
    for country in dataset.countries:
        for scheme, code in dict.fromkeys(country.codes.listed()):
            bearers.setdefault((scheme.value, code), []).append((country, country.existed))
        for former in country.former_codes:
            period = former.period or country.existed
            bearers.setdefault((former.scheme.value, former.code), []).append((country, period))
    for (scheme_name, code), same in bearers.items():
        for (one, mine), (other, theirs) in combinations(same, 2):
            if one.id != other.id and _share_a_day(mine, theirs):
                yield Finding(
                    owner=other,
                    message=f"{scheme_name} {code} may mean {one.id} and {other.id} on one day",
                    field="codes",
                    found=code,
                    hint="the list gives it to one state at a time; see when each existed",
                )


def _share_a_day(one: EdtfDate | None, other: EdtfDate | None) -> bool:
    """Whether there may be a day of both; a time that is not known may be any."""
    return one is None or other is None or one.possibly_overlaps(other)
