"""One thing is one record, and one document one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.gazetteer import fold
from relations.model.dates import EdtfDate
from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.model.source import Source

_ALIKE: Final = 0.6
"""The share of their words that the titles of two records have in common to be near-duplicates."""


def duplicate_records(dataset: Dataset) -> Iterator[Finding]:
    """No two records of one kind have the same parties, date and title."""
    for same in _groups(dataset):
        first: dict[tuple[EdtfDate | None, str], Record] = {}
        for record in same:
            earlier = first.setdefault(_key(record), record)
            if earlier is not record:
                yield _twice([earlier], record, "has the parties, date and title of")


def near_duplicate_records(dataset: Dataset) -> Iterator[Finding]:
    """Two records of one kind, parties and time with titles that are much alike may be one.

    Records that name one another in ``related`` have been told apart.
    """
    for same in _groups(dataset):
        words = {record.id: _words(record.title) for record in same}
        keys = {record.id: _key(record) for record in same}
        likes: dict[str, list[Record]] = defaultdict(list)
        for one, other in _at_once(same):
            if keys[one.id] == keys[other.id] or not _alike(words[one.id], words[other.id]):
                continue  # those that are the same outright are another check's matter
            if other.id not in one.related and one.id not in other.related:
                first, second = (one, other) if one.id < other.id else (other, one)
                likes[second.id].append(first)
        for record in same:
            if record.id in likes:
                yield _twice(likes[record.id], record, "is much like")


def _groups(dataset: Dataset) -> Iterator[list[Record]]:
    """The records of one kind and the same parties, by identifier."""
    groups: dict[tuple[str, frozenset[str]], list[Record]] = defaultdict(list)
    for record in dataset.records:
        groups[kind_of(record), frozenset(record.party_ids)].append(record)
    for same in groups.values():
        yield sorted(same, key=lambda record: record.id)


def _at_once(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Each two records that may be of one time; those without a date are of none."""
    dated = [(_span(when), it) for it in records if (when := it.date_of_record)]
    spans = sorted((*span, number) for number, (span, _) in enumerate(dated))
    going_on: list[tuple[int, int]] = []
    for start, end, number in spans:
        going_on = [(until, other) for until, other in going_on if until >= start]
        yield from ((dated[other][1], dated[number][1]) for _, other in going_on)
        going_on.append((end, number))


def _span(date: EdtfDate) -> tuple[int, int]:
    """The first and last days by number on which something of this date may have been."""
    return min(part.start_low for part in date.possible), max(p.end_high for p in date.possible)


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine) and len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _words(title: str) -> frozenset[str]:
    return frozenset(filter(None, map(fold, title.split())))


def _key(record: Record) -> tuple[EdtfDate | None, str]:
    """What two records of one kind and the same parties have in common when they are duplicates."""
    return record.date_of_record, fold(record.title)


def _twice(earlier: list[Record], record: Record, likeness: str) -> Finding:
    one = min(earlier, key=lambda other: other.id)
    more = f", and {len(earlier) - 1} more" if len(earlier) > 1 else ""
    return Finding(
        owner=record,
        message=f"{likeness} {one.id}: {record.title!r} and {one.title!r}{more}",
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
