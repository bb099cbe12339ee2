"""Datasets that differ from another in a few entries, for whatever adds, corrects or withdraws."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import attrs

from relations.dataset import Dataset
from relations.model.kinds import ENTRY_TYPES, RECORD_TYPES, group_of
from relations.selection import Selection


def holding(dataset: Dataset, entries: Iterable[Any]) -> Dataset:
    """The dataset with these entries, each in the place of the one with its identifier, if any.

    A record of another kind than the one it replaces moves to its own group.
    """
    given = list(entries)
    changes: dict[str, Any] = {}
    for entry in given:
        group = group_of(entry)
        for other in RECORD_TYPES if group in RECORD_TYPES else (group,):
            left = changes.get(other, getattr(dataset, other))
            changes[other] = [one for one in left if one.id != entry.id]
        changes[group].append(entry)
    return attrs.evolve(dataset, **{name: _group(name, held) for name, held in changes.items()})


def lacking(dataset: Dataset, records: Collection[str]) -> Dataset:
    """The dataset without these records, by identifier; what refers to them is left as it is."""
    left: dict[str, Any] = {
        kind: Selection(one for one in dataset.of_kind(kind) if one.id not in records)
        for kind in RECORD_TYPES
    }
    return attrs.evolve(dataset, **left)


def entries(dataset: Dataset) -> Iterable[tuple[str, Any]]:
    """Every entry of a dataset with the name of its group, in the order of the data file."""
    return ((group, entry) for group in ENTRY_TYPES for entry in getattr(dataset, group))


def _group(name: str, held: Iterable[Any]) -> Any:
    return Selection(held) if name in RECORD_TYPES else tuple(held)
