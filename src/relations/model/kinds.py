"""The list of kinds of record: a new kind is one file and one line here."""

from __future__ import annotations

from typing import Final

from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.dispute import Dispute
from relations.model.exercise import Exercise
from relations.model.meeting import Meeting
from relations.model.programme import Programme
from relations.model.record import Record
from relations.model.statement import Statement

RECORD_TYPES: Final[dict[str, type[Record]]] = {
    "agreements": Agreement,
    "arms_transfers": ArmsTransfer,
    "exercises": Exercise,
    "meetings": Meeting,
    "programmes": Programme,
    "statements": Statement,
    "disputes": Dispute,
}
"""The kinds by the name of their group in the data file, in the order of a dossier."""


def kind_of(record: Record) -> str:
    """The group that a record belongs to."""
    return next(kind for kind, cls in RECORD_TYPES.items() if isinstance(record, cls))
