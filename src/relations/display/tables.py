"""Tables in a notebook: the first rows and columns, and how many are left out."""

from __future__ import annotations

from itertools import islice
from typing import Final

from relations.display.markup import Html, block, strong, table, text
from relations.display.records import MOST, how_many
from relations.table import Table

_WIDE: Final = 12
"""The most columns that a display shows."""


def show_table(shown: Table) -> str:
    """The head of a table, and the counts of its rows and columns."""
    names = shown.names[:_WIDE]
    rows = [list(map(text, row[:_WIDE])) for row in islice(shown.rows(), MOST)]
    counted = Html(
        f"{how_many(len(shown), len(rows), 'row')} "
        f"{how_many(len(shown.columns), len(names), 'column')}"
    )
    return block(strong(shown.name), table(names, rows), counted)
