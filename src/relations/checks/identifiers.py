"""Every identifier names one thing and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset, Owner
from relations.model.source import Source


def repeated_identifiers(dataset: Dataset) -> Iterator[Finding]:
    """Identifiers are unique: among sources, parties, people and places, and over all records."""
    groups: dict[str, Iterable[Owner | Source]] = {
        "source": dataset.sources,
        "party": dataset.parties,
        "person": dataset.persons,
        "place": dataset.places,
        "record": dataset.records,
        "coverage": dataset.coverage,
        "inquiry": dataset.inquiries,
    }
    for what, entries in groups.items():
        seen: set[str] = set()
        for entry in entries:
            if entry.id in seen:
                yield Finding(
                    owner=entry,
                    message=f"two {what} entries have this identifier",
                    field="id",
                    hint="give one of them another; an identifier is never used again",
                )
            seen.add(entry.id)
