"""What the tests of measures have in common: a tiny world in which somebody looked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from builders import world
from relations.dataset import Dataset
from relations.measures.figure import Figure
from relations.model.coverage import Coverage, CoverageClass
from relations.model.kinds import COVERABLE
from relations.model.record import Record
from relations.pairs import Pair

LOOKED: Final = Coverage(
    id="looked",
    kinds=COVERABLE,
    coverage_class=CoverageClass.OPPORTUNISTIC,
)
"""That every kind, and membership of bodies, was looked for, and no more."""


def looked_in(*records: Record, **fields: Any) -> Dataset:  # noqa: ANN401 - the world's own
    """The tiny world with these records, in which somebody looked."""
    return world(*records, **{"coverage": (LOOKED,), **fields})


def pair_of(*records: Record, a: str = "VNM", b: str = "RUS", **fields: Any) -> Pair:  # noqa: ANN401 - as above
    """Two parties of the tiny world with these records."""
    return looked_in(*records, **fields).pair(a, b)


def figures_in(result: Any) -> Iterator[Figure]:  # noqa: ANN401 - whatever a measure gives
    """Every figure in what a measure gives."""
    if isinstance(result, Figure):
        yield result
    elif isinstance(result, tuple):
        for entry in result:
            yield from figures_in(entry)
    elif attrs.has(type(result)):
        for attribute in attrs.fields(type(result)):
            yield from figures_in(getattr(result, attribute.name))


def words(figure: Figure) -> tuple[str, tuple[str, ...]]:
    """A figure in words, and what it rests on."""
    return str(figure), figure.records
