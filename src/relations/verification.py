"""A paper held against the data: whether what it was made from still stands."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import frozen

from relations.dataset import Dataset
from relations.editions import Comparison, compare
from relations.storage import load
from relations.storage.papers import Slip, enclosed
from relations.storage.reading import LARGEST


@frozen
class Verification:
    """What came of it.

    ``is_intact`` says that the data in the paper are those it was made with. ``comparison`` leads
    from them to the data of today, in what both hold of the pair.
    """

    slip: Slip
    is_intact: bool
    comparison: Comparison

    @property
    def matches(self) -> bool:
        """Whether the paper says of its pair what the data say today."""
        return self.is_intact and not self.comparison.changes


def verify(paper: str | os.PathLike[str], dataset: Dataset) -> Verification:
    """Hold the data in a paper against a dataset, narrowed down as they were for the paper.

    It is the data in the paper that are compared; whether its pages were altered is not seen.

    Raises:
        DataError: if the file is no paper of ours, or its data cannot be used.
        UnknownName: if a party of the pair is not in the dataset.
        OSError: if the file cannot be read.
    """
    file = Path(paper)
    held = enclosed(_content(file), str(file), LARGEST)
    today = dataset.public() if held.slip.public else dataset
    if held.slip.day:
        today = today.as_known_on(held.slip.day)
    pair = today.pair(*held.slip.pair, predecessors=held.slip.predecessors)
    comparison = compare(load(file), pair.excerpt(), held.slip.pair)
    return Verification(held.slip, held.is_intact, comparison)


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)
