"""Two datasets held against each other, whole or in what they hold of one pair."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from relations.dataset import Dataset
from relations.editions.changes import Change, Comparison, FieldChange, How
from relations.editions.fields import changed_fields
from relations.entries import entries
from relations.model.kinds import ENTRY_TYPES, RECORD_TYPES
from relations.model.record import Record
from relations.model.references import references
from relations.words import Names, names_of

_PARTIES: Final = ("countries", "organisations")


def compare(old: Dataset, new: Dataset, pair: tuple[str, str] | None = None) -> Comparison:
    """What differs from ``old`` to ``new``, or in what they hold of two parties.

    ``pair`` are the names or codes of two parties. Compared are then the pair's records, with the
    parties, people, places and sources that these name, and what was looked for about them.

    Raises:
        UnknownName: if a party of the pair is not in ``new``; with the nearest names.
        AmbiguousName: if several parties bear the name.
    """
    parties = None if pair is None else (new.party(pair[0]).id, new.party(pair[1]).id)
    before, after = _entries(old, parties), _entries(new, parties)
    # A record may have left the pair and not the data: it is compared then as it stands there.
    everywhere = (before, after) if parties is None else (_entries(old, None), _entries(new, None))
    keys = {*before, *after}
    names = {**names_of(old), **names_of(new)}
    changes = [
        change
        for key in keys
        for change in _changes(everywhere[0].get(key), everywhere[1].get(key), old, new, names)
    ]
    return Comparison(
        old=old.edition, new=new.edition, pair=parties, changes=tuple(sorted(changes, key=_order))
    )


# -- what is compared ----------------------------------------------------------------------------

Key = tuple[str, str]
"""What an entry is found by: what sort of identifier it has, and the identifier."""

Entry = tuple[str, Any]
"""A group of the data file, and one of the things in it."""


def _entries(dataset: Dataset, pair: tuple[str, str] | None) -> Mapping[Key, Entry]:
    """Everything with an identifier, or what has to do with two parties."""
    found = {
        (_sort(group), entry.id): (group, entry)
        for group, entry in entries(dataset)
        if group != "withdrawn"  # what was withdrawn is told of as such
    }
    if pair is None:
        return found
    kept = set(_about(dataset, pair))
    return {key: entry for key, entry in found.items() if key in kept}


def _sort(group: str) -> str:
    """What identifiers of a group are of: no two records share one, of whatever kind they are."""
    if group in RECORD_TYPES:
        return "record"
    if group in _PARTIES:
        return "party"
    return group if group in {"coverage", "inquiries"} else group.removesuffix("s")


def _about(dataset: Dataset, pair: tuple[str, str]) -> Iterator[Key]:
    known = {party.id for party in dataset.parties}
    yield from (("party", party) for party in pair)
    if not known.issuperset(pair):
        return
    records = dataset.pair(*pair).records
    for record in records:
        yield "record", record.id
        yield from ((found.target, found.identifier) for found in references(record))
    yield from _looked_for(dataset, pair, records.ids)


def _looked_for(dataset: Dataset, pair: tuple[str, str], records: Collection[str]) -> Iterator[Key]:
    for entry in dataset.coverage:
        if set(entry.parties) <= set(pair):
            yield "coverage", entry.id
    for inquiry in dataset.inquiries:
        if not set(inquiry.about).isdisjoint(records):
            yield "inquiries", inquiry.id


# -- what differs --------------------------------------------------------------------------------


def _changes(
    before: Entry | None, after: Entry | None, old: Dataset, new: Dataset, names: Names
) -> Iterator[Change]:
    if before is None and after is not None:
        yield _added(after, old)
    elif before is not None and after is None:
        yield _withdrawn(before, new)
    elif before is not None and after is not None and before != after:
        yield from _revised(before[1], after, names)


def _added(after: Entry, old: Dataset) -> Change:
    group, entry = after
    once = isinstance(entry, Record) and entry.id in {one.id for one in old.withdrawn}
    return Change(how=How.RESTORED if once else How.ADDED, group=group, new=entry)


def _withdrawn(before: Entry, new: Dataset) -> Change:
    group, entry = before
    reasons = {one.id: one.reason for one in new.withdrawn} if isinstance(entry, Record) else {}
    return Change(how=How.WITHDRAWN, group=group, old=entry, reason=reasons.get(entry.id))


def _revised(before: Any, after: Entry, names: Names) -> Iterator[Change]:
    group, entry = after
    fields = list(changed_fields(before, entry, names))
    if isinstance(entry, Record) and before.status is not entry.status:
        steps = [change for change in fields if _is_step(change)]
        fields = [change for change in fields if not _is_step(change)]
        move = _move(before, entry)
        moved = (move, *steps)
        yield Change(how=How.STATUS_MOVED, group=group, old=before, new=entry, fields=moved)
    if fields:
        yield Change(how=How.REVISED, group=group, old=before, new=entry, fields=tuple(fields))


def _is_step(change: FieldChange) -> bool:
    """Whether a change is a state that was added to a history or taken out."""
    return change.field.count(".") == 1 and change.field.startswith("history.")


def _move(before: Record, after: Record) -> FieldChange:
    old, new = (one.status.words if one.status else "no status" for one in (before, after))
    return FieldChange(
        field="status", old=before.status, new=after.status, words=f"from {old} to {new}"
    )


def _order(change: Change) -> tuple[int, int, str]:
    return list(How).index(change.how), list(ENTRY_TYPES).index(change.group), change.id
