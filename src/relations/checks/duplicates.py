"""One thing is one record, and one document one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.gazetteer import fold
from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.model.source import Source

_ALIKE: Final = 0.6
"""The share of their words that the titles of two records have in common to be near-duplicates."""


def duplicate_records(dataset: Dataset) -> Iterator[Finding]:
    """No two records of one kind have the same parties, date and title."""
    for one, other in _pairs(dataset):
        if fold(one.title) == fold(other.title) and one.date_of_record == other.date_of_record:
            yield _twice(one, other, "has the parties, date and title of")


def near_duplicate_records(dataset: Dataset) -> Iterator[Finding]:
    """Two records of one kind, parties and time with titles that are much alike may be one.

    Records that name one another in ``related`` have been told apart.
    """
    for one, other in _pairs(dataset):
        same = fold(one.title) == fold(other.title)
        if same and one.date_of_record == other.date_of_record:
            continue
        told_apart = other.id in one.related or one.id in other.related
        if not told_apart and _may_be_at_once(one, other) and _alike(one.title, other.title):
            yield _twice(one, other, "is much like")


def _pairs(dataset: Dataset) -> Iterator[tuple[Record, Record]]:
    """Each two records of one kind and the same parties, the earlier identifier first."""
    groups: dict[tuple[str, frozenset[str]], list[Record]] = defaultdict(list)
    for record in dataset.records:
        groups[kind_of(record), frozenset(record.party_ids)].append(record)
    for same in groups.values():
        yield from combinations(sorted(same, key=lambda record: record.id), 2)


def _may_be_at_once(one: Record, other: Record) -> bool:
    mine, theirs = one.date_of_record, other.date_of_record
    return mine is not None and theirs is not None and mine.possibly_overlaps(theirs)


def _alike(one: str, other: str) -> bool:
    mine, theirs = _words(one), _words(other)
    return bool(mine) and len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _words(title: str) -> frozenset[str]:
    return frozenset(filter(None, map(fold, title.split())))


def _twice(one: Record, other: Record, likeness: str) -> Finding:
    return Finding(
        owner=other,
        message=f"{likeness} {one.id}: {other.title!r} and {one.title!r}",
        hint="make one record of the two, or name the other in related if they are two things",
    )


def duplicate_sources(dataset: Dataset) -> Iterator[Finding]:
    """No two sources have one address."""
    for source, earlier in _same_address(dataset.sources):
        yield Finding(
            owner=source,
            message=f"has the address of {earlier.id}",
            field="address",
            found=repr(source.address),
            hint="cite one of the two and remove the other",
        )


def _same_address(sources: Iterable[Source]) -> Iterator[tuple[Source, Source]]:
    by_address: dict[str, Source] = {}
    for source in sources:
        if source.address:
            earlier = by_address.setdefault(source.address.rstrip("/"), source)
            if earlier is not source:
                yield source, earlier
