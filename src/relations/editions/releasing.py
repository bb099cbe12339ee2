"""Giving out an edition: from then on its name means this content and no other."""

from __future__ import annotations

import datetime

import attrs

from relations.canonical import digest
from relations.dataset import Dataset
from relations.errors import RelationsError


def release(dataset: Dataset, on: datetime.date, name: str | None = None) -> Dataset:
    """The dataset as an edition released on a day, with the hash of its content.

    Args:
        dataset: What is given out.
        on: The day on which it is.
        name: What the edition is called; the name that it has, if left out.

    Raises:
        RelationsError: if an edition of that name was released already, or if this is a view or has
            overlays laid over it, and so is not the data themselves.
    """
    edition = dataset.edition
    wanted = edition.name if name is None else name
    if edition.released and wanted == edition.name:
        raise RelationsError(
            f"edition {edition.name} was released on {edition.released}; give the next one a name"
        )
    other = edition.view or ", ".join(overlay.name for overlay in edition.overlays)
    if other:
        raise RelationsError(f"only the data themselves are released, and these are not: {other}")
    dated = attrs.evolve(edition, name=wanted, released=on, digest=None)
    named = attrs.evolve(dataset, edition=dated)
    return attrs.evolve(named, edition=attrs.evolve(dated, digest=f"sha256:{digest(named)}"))


def reopen(dataset: Dataset, name: str) -> Dataset:
    """The dataset as the edition that is worked on next, which nothing vouches for yet."""
    return attrs.evolve(
        dataset, edition=attrs.evolve(dataset.edition, name=name, released=None, digest=None)
    )
