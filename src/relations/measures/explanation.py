"""What a measure says of itself, read from its own docstring, so that it is written once only."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

_PARTS: Final = ("Formula", "Precedent", "Pitfalls", "Args", "Returns")


@frozen
class Explanation:
    """What a measure computes, by which formula, after whom, and where readers go wrong."""

    name: str
    summary: str
    formula: str
    precedent: str
    pitfalls: str


def explanation(measure: Callable[..., Any]) -> Explanation:
    """The explanation in a measure's docstring; each part is one paragraph."""
    text = inspect.getdoc(measure) or ""
    return Explanation(
        measure.__name__,
        summary=_plain(text.partition("\n\n")[0]),
        formula=_part(text, "Formula"),
        precedent=_part(text, "Precedent"),
        pitfalls=_part(text, "Pitfalls"),
    )


def _part(text: str, name: str) -> str:
    following = "|".join(part for part in _PARTS if part != name)
    found = re.search(rf"^{name}:\n(.*?)(?=^(?:{following}):|\Z)", text, re.DOTALL | re.MULTILINE)
    return _plain(found[1]) if found else ""


def _plain(text: str) -> str:
    """The words of a docstring without its marks."""
    return " ".join(text.replace("``", "").replace("*", "").split())
