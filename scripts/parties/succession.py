"""Which state came after which, how, when, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from parties.cite import cite
from parties.tables import Row, edtf, rows
from relations.model.party import Succession, SuccessionKind
from relations.model.source import Citation


def successions_of(identifier: str) -> tuple[Succession, ...]:
    """Every state that this one came after."""
    return tuple(
        Succession(
            predecessor=row["predecessor"],
            kind=SuccessionKind(row["kind"]),
            date=edtf(row["date"]),
            citations=tuple(_citations(row)),
        )
        for row in rows("successions")
        if row["successor"] == identifier
    )


def _citations(row: Row) -> Iterator[Citation]:
    """Who says that the one came after the other, and who says on which day."""
    yield cite(row["source"], row["quote"], row["locator"])
    if row["day_source"]:
        yield cite(row["day_source"], row["day_quote"])
