"""Typed, sourced records of the relations between states, and dossiers of country pairs.

The names below are the library's face. Each is fetched from its own module when it is first asked
for, so that ``import relations`` stays light: it reads no file and loads no page engine.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relations.dataset import Dataset as Dataset
    from relations.errors import DataError as DataError
    from relations.errors import RelationsError as RelationsError
    from relations.errors import UnknownName as UnknownName
    from relations.measures.figure import Figure as Figure
    from relations.model.dates import Certainty as Certainty
    from relations.model.dates import EdtfDate as EdtfDate
    from relations.model.quantities import Quantity as Quantity
    from relations.model.quantities import total as total
    from relations.pairs import Pair as Pair
    from relations.storage import load as load
    from relations.storage import save as save

__version__ = "0.1.0"

_HOMES = {
    "Certainty": "relations.model.dates",
    "DataError": "relations.errors",
    "Dataset": "relations.dataset",
    "EdtfDate": "relations.model.dates",
    "Figure": "relations.measures.figure",
    "Pair": "relations.pairs",
    "Quantity": "relations.model.quantities",
    "RelationsError": "relations.errors",
    "UnknownName": "relations.errors",
    "load": "relations.storage",
    "save": "relations.storage",
    "total": "relations.model.quantities",
}

__all__ = [
    "Certainty",
    "DataError",
    "Dataset",
    "EdtfDate",
    "Figure",
    "Pair",
    "Quantity",
    "RelationsError",
    "UnknownName",
    "load",
    "save",
    "total",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
