"""What somebody's records are to the data: new, the same, near to one that is there, or against it.

``merge`` writes nothing and changes nothing.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import frozen

from relations.canonical import content_of
from relations.dataset import Dataset
from relations.editions.changes import FieldChange
from relations.editions.fields import changed_fields
from relations.merge.likeness import Likeness, likeness
from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.words import Names, names_of

ALIKE: Final = 0.7
"""The least score at which two records are taken for what may be one thing."""


class Kind(enum.Enum):
    """What a record is to the data."""

    NEW = "new"
    SAME = "same"
    NEAR = "near-same"
    CONFLICTING = "conflicting"


@frozen(kw_only=True)
class Finding:
    """What one record is to the data, and why.

    ``other`` is the record of the data that it may be the same thing as, the most alike; ``score``
    says how much, from 0 to 1, and ``reasons`` in what. ``conflicts`` are the facts that both state
    and that differ, ``more`` those that it states and the other does not.
    """

    record: Record
    kind: Kind
    other: Record | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    conflicts: tuple[FieldChange, ...] = ()
    more: tuple[FieldChange, ...] = ()

    @property
    def content(self) -> str:
        """The hash of the record, by which a decision about it is known again."""
        return content_of(self.record)


@frozen(kw_only=True)
class Report:
    """What some records are to the data, in the order in which they came."""

    findings: tuple[Finding, ...] = ()

    def of(self, kind: Kind) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind is kind)


def merge(dataset: Dataset, records: Iterable[Record]) -> Report:
    """What each record is to a dataset. Nothing is written, and neither is changed.

    Raises:
        MissingExtra: if the library that compares titles is not installed.
    """
    names = names_of(dataset)
    return Report(findings=tuple(_found(dataset, record, names) for record in records))


def _found(dataset: Dataset, record: Record, names: Names) -> Finding:
    candidates = _candidates(dataset, record)
    best = max(candidates, key=lambda it: (it[1].score, it[0].id == record.id), default=None)
    if best is None or best[1].score < ALIKE:
        return Finding(record=record, kind=Kind.NEW, reasons=_apart(dataset, record))
    other, alike = best
    facts = [change for change in changed_fields(other, record, names) if is_fact(record, change)]
    against = _contradicting_parties(facts)
    conflicts = tuple(change for change in facts if _contradicts(change) or change in against)
    more = tuple(
        change for change in facts if change.old in (None, (), "") and change not in against
    )
    return Finding(
        record=record,
        kind=Kind.CONFLICTING if conflicts else Kind.NEAR if more else Kind.SAME,
        other=other,
        score=alike.score,
        reasons=alike.reasons,
        conflicts=conflicts,
        more=more,
    )


def _candidates(dataset: Dataset, record: Record) -> Iterator[tuple[Record, Likeness]]:
    """Records of its kind that share a party or the identifier, or name no party either."""
    parties = set(record.party_ids)
    for other in dataset.of_kind(kind_of(record)):
        theirs = set(other.party_ids)
        if other.id == record.id or not parties.isdisjoint(theirs) or not (parties or theirs):
            yield other, likeness(record, other)


def _apart(dataset: Dataset, record: Record) -> tuple[str, ...]:
    """Why a record is new, where that may surprise."""
    if record.id in dataset.records.ids:
        return (f"the data have another record with the identifier {record.id}",)
    return ("no record of the data is much like it",)


def is_fact(record: Record, change: FieldChange) -> bool:
    """Whether what differs is a matter of fact, and not of sources or of an editor."""
    name, _, rest = change.field.partition(".")
    if name == "history":
        return rest.count(".") == 0 or rest.endswith(".date")
    return name not in record.EDITORIAL


def _contradicts(change: FieldChange) -> bool:
    """Whether both records state the fact, and differently; a date within another does not."""
    if change.old in (None, (), "") or change.new in (None, (), ""):
        return False
    dates = [_edtf(value) for value in (change.old, change.new)]
    if None not in dates:
        return not dates[0].possibly_overlaps(dates[1])
    return True


def _contradicting_parties(facts: Iterable[FieldChange]) -> list[FieldChange]:
    """What differs in the parties, where each record names one that the other does not."""
    changes = [change for change in facts if change.field.partition(".")[0] == "parties"]
    both = any(it.old is None for it in changes) and any(it.new is None for it in changes)
    return changes if both else []


def _edtf(value: Any) -> Any:
    return getattr(value, "edtf", None)
