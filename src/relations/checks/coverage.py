"""What is said of how thoroughly things were looked for is held against what there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.errors import UnknownName, nearest
from relations.model.coverage import Coverage, CoverageClass
from relations.model.dates import Certainty, EdtfDate
from relations.model.kinds import COVERABLE, RECORD_TYPES
from relations.model.record import Record


def unknown_kinds(dataset: Dataset) -> Iterator[Finding]:
    """Coverage is of kinds of record that there are, or of the memberships of bodies."""
    for entry in dataset.coverage:
        for index, kind in enumerate(entry.kinds):
            if kind not in COVERABLE:
                near = nearest(kind, COVERABLE)
                yield Finding(
                    owner=entry,
                    message=f"{kind!r} is no kind of record",
                    field=f"kinds[{index}]",
                    found=repr(kind),
                    allowed=", ".join(COVERABLE),
                    near=near[0] if near else None,
                )


def contradicted_coverage(dataset: Dataset) -> Iterator[Finding]:
    """Where nothing was looked for, nothing is held; of what a source calls none, nothing was."""
    for entry in dataset.coverage:
        held = [record for record in _covered(dataset, entry) if _in_time(record, entry.period)]
        if held and entry.coverage_class is CoverageClass.NONE:
            yield Finding(
                owner=entry,
                message=f"says that nothing was looked for, and {_some(held)} there",
                field="coverage_class",
                found=repr(entry.coverage_class.value),
                hint="say opportunistic, or narrow the kinds, the parties or the period",
            )
        took_place = [record for record in held if _took_place(record, entry.period)]
        if took_place and entry.none_stated:
            yield Finding(
                owner=entry,
                message=f"a source says that there was none, and {_some(took_place)} there",
                field="none_stated",
                hint="narrow the parties or the period to what the source speaks of",
            )


def _covered(dataset: Dataset, entry: Coverage) -> Iterator[Record]:
    """The records of the kinds, between parties, that an entry speaks of."""
    region = _in_region(dataset, entry.region)
    for kind in filter(RECORD_TYPES.__contains__, entry.kinds):
        for record in dataset.of_kind(kind):
            others = set(record.party_ids) - set(entry.parties)
            is_within = entry.region is None or not region.isdisjoint(others)
            if is_within and set(entry.parties) <= set(record.party_ids):
                yield record


def _in_region(dataset: Dataset, body: str | None) -> frozenset[str]:
    """A body and who ever belonged to it; that there is no such body is told by another check."""
    if body is None:
        return frozenset()
    with suppress(UnknownName):
        return frozenset({body, *(membership.party for membership in dataset.memberships(body))})
    return frozenset()


def _in_time(record: Record, period: EdtfDate | None) -> bool:
    """Whether a record is certainly of a period."""
    when = record.date_of_record
    return period is None or (when is not None and when.certainly_within(period.period()))


def _took_place(record: Record, period: EdtfDate | None) -> bool:
    """Whether somebody reports that it took place, in a period if there is one."""
    if period is None:
        return any(not spell.doubted for spell in record.spells())
    return record.during(period.period()) is Certainty.CERTAIN


def _some(records: Sequence[Record]) -> str:
    identifiers = [record.id for record in records]
    shown = ", ".join(identifiers[:3])
    more = f" and {len(identifiers) - 3} more" if len(identifiers) > 3 else ""
    return f"{shown}{more} {'is' if len(identifiers) == 1 else 'are'}"


def unread_sources(dataset: Dataset) -> Iterator[Finding]:
    """Each source that a record cites was read: some coverage entry names it."""
    read = {source for entry in dataset.coverage for source in entry.sources}
    if not read:
        return
    cited = {entry.source for record in dataset.records for entry in record.all_citations()}
    for source in dataset.sources:
        if source.id in cited - read:
            yield Finding(
                owner=source,
                message="records cite it, and no coverage entry says that it was read",
                hint="add it to the sources of the coverage entry it belongs to",
            )
