"""Every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from relations.checks.check import Finding
from relations.checks.existence import who_stood_then
from relations.dataset import Dataset, Owner
from relations.errors import AmbiguousName, UnknownName, nearest
from relations.model.record import Record
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
                near = _named(dataset, owner, reference)
                near = near or next(
                    iter(nearest(reference.identifier, known[reference.target])), None
                )
                yield _dangling(owner, reference, near)


def _named(dataset: Dataset, owner: Owner | Source, reference: Reference) -> str | None:
    """What bears the identifier as a name, on the day of a record if the reference is in one."""
    with suppress(UnknownName, AmbiguousName):
        if reference.target == "party":
            party = dataset.party(reference.identifier)
            when = owner.date_of_record if isinstance(owner, Record) else None
            return who_stood_then(dataset, party, when) if when else party.id
        if reference.target == "person":
            return dataset.person(reference.identifier).id
        if reference.target == "place":
            return dataset.place(reference.identifier).id
    return None


def _dangling(owner: Owner | Source, reference: Reference, meant: str | None) -> Finding:
    return Finding(
        owner=owner,
        message=f"no {reference.target} has this identifier",
        field=reference.path,
        found=repr(reference.identifier),
        allowed=f"the identifier of a {reference.target}",
        near=meant,
        hint=None if meant else f"add the {reference.target} first",
    )
