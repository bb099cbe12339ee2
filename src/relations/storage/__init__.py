"""Files to datasets and back: read strictly, in one canonical form, with the place of a fault."""

from __future__ import annotations

from relations.canonical import FORMAT, digest, dumps
from relations.storage.loading import Seen, load, look_through, shipped_path
from relations.storage.reading import read
from relations.storage.structuring import save, structured

__all__ = [
    "FORMAT",
    "Seen",
    "digest",
    "dumps",
    "load",
    "look_through",
    "read",
    "save",
    "shipped_path",
    "structured",
]
