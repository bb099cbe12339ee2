"""Every identifier names one thing and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relations.dataset import Dataset
from relations.errors import Problem


def check_identifiers(dataset: Dataset) -> Iterator[Problem]:
    """Identifiers are unique: among sources, parties, people and places, and over all records."""
    groups: dict[str, Iterable[str]] = {
        "source": (source.id for source in dataset.sources),
        "party": (party.id for party in dataset.parties),
        "person": (person.id for person in dataset.persons),
        "place": (place.id for place in dataset.places),
        "record": (record.id for record in dataset.records),
        "coverage": (entry.id for entry in dataset.coverage),
        "inquiry": (entry.id for entry in dataset.inquiries),
    }
    for what, identifiers in groups.items():
        seen: set[str] = set()
        for identifier in identifiers:
            if identifier in seen:
                yield Problem(
                    message=f"two {what} entries have this identifier",
                    record=identifier,
                    field="id",
                    hint="give one of them another; an identifier is never used again",
                )
            seen.add(identifier)
