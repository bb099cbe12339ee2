"""Every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from relations.dataset import Dataset
from relations.errors import Problem, nearest
from relations.model.references import Reference, references


def check_links(dataset: Dataset) -> Iterator[Problem]:
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
                yield _dangling(owner.id, reference, known[reference.target])


def _dangling(owner: str, reference: Reference, known: frozenset[str]) -> Problem:
    near = nearest(reference.identifier, sorted(known))
    return Problem(
        message=f"no {reference.target} has this identifier",
        record=owner,
        field=reference.path,
        found=repr(reference.identifier),
        allowed=f"the identifier of a {reference.target}",
        hint=f"did you mean {near[0]!r}?" if near else f"add the {reference.target} first",
    )
