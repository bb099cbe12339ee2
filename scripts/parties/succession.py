"""Which state came after which, how, when, and who says so."""

from __future__ import annotations

from parties.cite import cite
from parties.tables import edtf, rows
from relations.model.party import Succession, SuccessionKind


def successions_of(identifier: str) -> tuple[Succession, ...]:
    """Every state that this one came after."""
    return tuple(
        Succession(
            predecessor=row["predecessor"],
            kind=SuccessionKind(row["kind"]),
            date=edtf(row["date"]),
            citations=(cite(row["source"], row["quote"], row["locator"]),),
        )
        for row in rows("successions")
        if row["successor"] == identifier
    )
