"""Names are held against the gazetteer: each leads to what bears it, and to that alone."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.errors import AmbiguousName, UnknownName
from relations.model.party import Party
from relations.model.person import Person
from relations.model.place import Place

Named = Party | Person | Place
"""Whatever the gazetteer knows by name."""


def ambiguous_names(dataset: Dataset) -> Iterator[Finding]:
    """A name leads to what bears it: of a party at the time it was borne, of others always."""
    owners: list[Named] = [*dataset.parties, *dataset.persons, *dataset.places]
    for owner in owners:
        for index, name in enumerate(owner.names):
            others = _others(dataset, owner, name.text)
            if others:
                yield Finding(
                    owner=owner,
                    message=f"{name.text!r} may also mean {' or '.join(others)}",
                    field=f"names[{index}].text",
                    found=repr(name.text),
                    hint="bound the periods of the name, or use a fuller one",
                )


def _others(dataset: Dataset, owner: Named, text: str) -> list[str]:
    """What else a name may mean, or means instead."""
    try:
        found = _resolved(dataset, owner, text)
    except AmbiguousName as error:
        return sorted(set(error.candidates) - {owner.id})
    except UnknownName:
        return []
    return [] if found == owner.id else [found]


def _resolved(dataset: Dataset, owner: Named, text: str) -> str:
    if isinstance(owner, Person):
        return dataset.person(text).id
    if isinstance(owner, Place):
        return dataset.place(text).id
    ended = owner.existed is not None and owner.existed.latest is not None
    return dataset.party(text, on=owner.existed if ended else None).id
