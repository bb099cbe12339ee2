"""What a public record names and only restricted words speak of: the public data leave it out."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.party import Party
from relations.model.person import Person
from relations.model.place import Place
from relations.model.references import references
from relations.model.source import Release


def hidden_names(dataset: Dataset) -> Iterator[Finding]:
    """A public record names no person, place or party that restricted words alone speak of."""
    secret = {source.id for source in dataset.sources if source.release is Release.RESTRICTED}
    named: tuple[tuple[str, Party | Person | Place], ...] = (
        *(("party", entry) for entry in dataset.parties),
        *(("person", entry) for entry in dataset.persons),
        *(("place", entry) for entry in dataset.places),
    )
    hidden = {
        (sort, entry.id)
        for sort, entry in named
        if all(
            citation.release is Release.RESTRICTED or citation.source in secret
            for citation in entry.citations
        )
    }
    if not hidden:
        return
    for record in dataset.records:
        if record.release is Release.RESTRICTED:
            continue
        for found in references(record):
            if (found.target, found.identifier) in hidden:
                yield Finding(
                    owner=record,
                    field=found.path,
                    message=f"only restricted words speak of this {found.target}",
                    found=repr(found.identifier),
                    hint="the public data leave it out of the record; cite a public source for it",
                )
