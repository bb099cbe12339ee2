"""The page that explains each code: what is found, why it matters, and what to do.

The pages are part of the documentation, and travel beside the code in a wheel.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from relations.errors import RelationsError, UnknownName, nearest

_HERE: Final = Path(__file__).resolve().parent


@cache
def codes() -> tuple[str, ...]:
    """Every code that a problem may have, in the order of the alphabet."""
    return tuple(sorted(page.stem for page in _folder().glob("*.md")))


def explanation(code: str) -> str:
    """The page of a code, in Markdown.

    Raises:
        UnknownName: if no problem has this code; with the nearest.
    """
    if code not in codes():
        raise UnknownName("code of a problem", code, nearest(code, codes()))
    return (_folder() / f"{code}.md").read_text(encoding="utf-8")


def summary(code: str) -> str:
    """What a problem of this code is, in one sentence."""
    _, first, _ = explanation(code).split("\n\n", 2)
    return " ".join(first.split()).rpartition(" (")[0]


def _folder() -> Path:
    candidates = (_HERE / "pages", _HERE.parents[2] / "docs" / "reference" / "checks")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    places = " nor ".join(map(str, candidates))
    raise RelationsError(f"the pages on checks are neither at {places}; install the package again")
