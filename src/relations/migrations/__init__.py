"""Files of older formats, brought forward one format at a time before records are made of them.

Each step is one small function in a file of its own, ``from_1.py`` and so on, and stands in
``STEPS`` under the format that it starts from. It gets the JSON object of a file and gives that of
the next format; it knows nothing of the classes, which are those of the newest format alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

Document = dict[str, Any]
Step = Callable[[Document], Document]

STEPS: Final[Mapping[int, Step]] = {}
"""From each format but the newest to the next. There has been one format so far."""


def brought_forward(
    document: Document, version: int, newest: int, steps: Mapping[int, Step] = STEPS
) -> Document:
    """A document of one format as one of the newest; its own ``format`` is left to the caller."""
    for number in range(version, newest):
        document = steps[number](document)
    return document
