"""How far a thing has come, in words: its states with their dates, and whether it is over."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from relations.model.dates import EdtfDate
from relations.model.status import State, Status
from relations.report.speech import Speech
from relations.report.wording.dates import date_words, dating_words
from relations.report.wording.terms import status_words

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


def state_words(
    speech: Speech,
    state: State,
    kind: str,
    published: Collection[EdtfDate] = (),
    *,
    date_only: bool = False,
) -> str:
    """A state with its date: "in negotiation, 14 February 2020".

    ``published`` are the dates of the documents that say so; with ``date_only`` the source's words
    for the date are left out.
    """
    said = status_words(speech, state.status, kind)
    if date_only:
        return f"{said}, {date_words(speech, state.edtf)}"
    return f"{said}, {dating_words(speech, state.date, published)}"
