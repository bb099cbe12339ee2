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
        "withdrawal": dataset.withdrawn,
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


def reused_identifiers(dataset: Dataset) -> Iterator[Finding]:
    """The identifier of a record that was withdrawn never means another record."""
    withdrawn = {entry.id: entry for entry in dataset.withdrawn}
    for record in dataset.records:
        if record.id in withdrawn:
            yield Finding(
                owner=record,
                message=(
                    "a record of this identifier was withdrawn, for the reason: "
                    f"{withdrawn[record.id].reason}"
                ),
                field="id",
                hint="give it another; an identifier is never used again",
            )
