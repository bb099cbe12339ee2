"""How far a thing has come, in words: its states with their dates, and whether it is over."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from relations.model.dates import EdtfDate
from relations.model.status import State, Status
from relations.report.wording.dates import date_words, dating_words

UNKNOWN_STATUS: Final = "status not known"

_WORDS: Final = {
    Status.NEGOTIATING: "in negotiation",
    Status.DISCUSSED: "under discussion",
    Status.PART_DELIVERED: "part delivered",
}

NOT_YET: Final = frozenset(
    {
        Status.PROPOSED,
        Status.DISCUSSED,
        Status.OFFERED,
        Status.PLEDGED,
        Status.PLANNED,
        Status.NEGOTIATING,
        Status.DRAFTED,
        Status.SELECTED,
        Status.SCHEDULED,
        Status.POSTPONED,
    }
)
"""The statuses of what is only meant to be."""

FINAL: Final = frozenset(
    {
        Status.DELIVERED,
        Status.HELD,
        Status.ENDED,
        Status.CANCELLED,
        Status.EXPIRED,
        Status.TERMINATED,
        Status.SUPERSEDED,
        Status.WITHDRAWN,
    }
)
"""The statuses after which nothing more is expected, so that no later evidence is asked for."""


def status_words(status: Status | None) -> str:
    """A status as it stands in a sentence; ``None`` is a status not known."""
    return UNKNOWN_STATUS if status is None else _WORDS.get(status, status.words)


def state_words(
    state: State, published: Collection[EdtfDate] = (), *, date_only: bool = False
) -> str:
    """A state with its date: "in negotiation, 14 February 2020".

    ``published`` are the dates of the documents that say so; with ``date_only`` the source's words
    for the date are left out.
    """
    date = date_words(state.edtf) if date_only else dating_words(state.date, published)
    return f"{status_words(state.status)}, {date}"
