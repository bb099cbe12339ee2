"""The data and the pair that a command is about, from what was typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from relations.cli.exits import WrongUsage

if TYPE_CHECKING:
    from relations.dataset import Dataset
    from relations.pairs import Pair


def opened(data: Path | None) -> Dataset:
    """The dataset in a file, or the one that comes with the library."""
    from relations.storage import load

    return load(data)


def pair_of(dataset: Dataset, a: str, b: str) -> Pair:
    """The pair of two parties by name or code, which have to be two."""
    first, second = dataset.party(a), dataset.party(b)
    if first.id == second.id:
        raise WrongUsage(f"a pair needs two parties, and both are {first.name}")
    return dataset.pair(first.id, second.id)
