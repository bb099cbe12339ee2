"""The lists of what a data file holds: a new kind of record is one file and one line here."""

from __future__ import annotations

from typing import Any, Final

from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.country import Country
from relations.model.coverage import Coverage
from relations.model.dispute import Dispute
from relations.model.exercise import Exercise
from relations.model.inquiry import Inquiry
from relations.model.meeting import Meeting
from relations.model.organisation import Organisation
from relations.model.person import Person
from relations.model.place import Place
from relations.model.programme import Programme
from relations.model.record import Record
from relations.model.source import Source
from relations.model.statement import Statement
from relations.model.withdrawal import Withdrawal

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

ENTRY_TYPES: Final[dict[str, type[Any]]] = {
    "sources": Source,
    "countries": Country,
    "organisations": Organisation,
    "persons": Person,
    "places": Place,
    **RECORD_TYPES,
    "coverage": Coverage,
    "inquiries": Inquiry,
    "withdrawn": Withdrawal,
}
"""Whatever has an identifier, by the name of its group in the data file, in the file's order."""


def group_of(entry: object) -> str:
    """The group of the data file that an entry stands in."""
    return next(group for group, cls in ENTRY_TYPES.items() if isinstance(entry, cls))


MEMBERSHIPS: Final = "organisations"
"""The group in which who belonged to which body is written; coverage may speak of it too."""

COVERABLE: Final = (*RECORD_TYPES, MEMBERSHIPS)
"""What a statement of coverage may be about."""


def kind_of(record: Record) -> str:
    """The group that a record belongs to."""
    return next(kind for kind, cls in RECORD_TYPES.items() if isinstance(record, cls))
