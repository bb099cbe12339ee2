"""Every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset, Owner
from relations.errors import nearest
from relations.model.references import Reference, references
from relations.model.source import Source


def unknown_references(dataset: Dataset) -> Iterator[Finding]:
    """Each identifier in a reference field names an entry of the sort that the field asks for."""
    known: dict[str, frozenset[str]] = {
        "source": frozenset(source.id for source in dataset.sources),
        "party": frozenset(party.id for party in dataset.parties),
        "person": frozenset(person.id for person in dataset.persons),
        "place": frozenset(place.id for place in dataset.places),
        "record": frozenset(record.id for record in dataset.records),
    }
    for owner in (*dataset.sources, *dataset.owners()):
        for reference in references(owner):
            if reference.identifier not in known[reference.target]:
                yield _dangling(owner, reference, known[reference.target])


def _dangling(owner: Owner | Source, reference: Reference, known: frozenset[str]) -> Finding:
    near = nearest(reference.identifier, sorted(known))
    return Finding(
        owner=owner,
        message=f"no {reference.target} has this identifier",
        field=reference.path,
        found=repr(reference.identifier),
        allowed=f"the identifier of a {reference.target}",
        near=near[0] if near else None,
        hint=None if near else f"add the {reference.target} first",
    )
