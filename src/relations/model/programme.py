"""Continuing assistance and co-operation: mine clearance, training, aid, liaison, port calls."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import frozen

from relations.model.dates import Dating
from relations.model.party import Role
from relations.model.quantities import Money, Quantity
from relations.model.record import Record
from relations.model.status import Spell, Status, spells


class Sector(enum.Enum):
    """What a programme is about."""

    MINE_CLEARANCE = "mine_clearance"
    TRAINING = "training"
    MILITARY_AID = "military_aid"
    MEDICAL = "medical"
    VACCINES = "vaccines"
    LIAISON = "liaison"
    PORT_CALLS = "port_calls"
    INVESTMENT = "investment"
    DISASTER_RELIEF = "disaster_relief"
    INSTITUTION_BUILDING = "institution_building"
    MARITIME_SECURITY = "maritime_security"
    ECONOMIC = "economic"
    OTHER = "other"


@frozen(kw_only=True, repr=False)
class Programme(Record):
    """Co-operation that goes on. ``grantor`` gives and ``beneficiary`` receives; ``partner`` both.

    ``result`` is what it has achieved so far, ``activities`` what it consists of.
    """

    EDITORIAL: ClassVar[frozenset[str]] = Record.EDITORIAL | {"sector"}
    ROLES: ClassVar[tuple[Role, ...]] = (Role.GRANTOR, Role.BENEFICIARY, Role.PARTNER)
    STATUSES: ClassVar[tuple[Status, ...]] = (
        Status.PROPOSED,
        Status.OFFERED,
        Status.PLEDGED,
        Status.PLANNED,
        Status.SIGNED,
        Status.RUNNING,
        Status.SUSPENDED,
        Status.ENDED,
        Status.CANCELLED,
    )
    OVER: ClassVar[frozenset[Status]] = frozenset(
        {Status.SUSPENDED, Status.ENDED, Status.CANCELLED}
    )

    sector: Sector
    period: Dating | None = None
    activities: tuple[str, ...] = ()
    number: Quantity | None = None
    result: Quantity | None = None
    value: Money | None = None

    def spells(self) -> tuple[Spell, ...]:
        """From the day it runs to the day it ends; an end that nobody reports is none."""
        doubted = self.doubted_states
        return tuple(spells(self.history, doubted, begin={Status.RUNNING}, end=self.OVER))
