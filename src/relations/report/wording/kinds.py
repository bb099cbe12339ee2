"""The kinds of record as nouns."""

from __future__ import annotations

from relations.report.signs import Category


def plural(kind: str) -> str:
    """A kind of record, as its group is called: "arms transfers"."""
    return kind.replace("_", " ")


def singular(kind: str) -> str:
    """One record of a kind: "arms transfer"."""
    return plural(kind).removesuffix("s")


def category(kind: str) -> Category:
    """The category that stands for a kind on the page."""
    return Category(kind.removesuffix("s"))
