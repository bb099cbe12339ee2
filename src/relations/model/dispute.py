"""Territorial disputes and armed conflicts between parties."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import frozen

from relations.model.claims import Rank
from relations.model.dates import Dating
from relations.model.party import Role
from relations.model.record import Record
from relations.model.status import Spell, Status


class DisputeKind(enum.Enum):
    """What sort of quarrel it is."""

    TERRITORIAL = "territorial"
    ARMED_CONFLICT = "armed_conflict"


@frozen(kw_only=True, repr=False)
class Dispute(Record):
    """A quarrel between parties, and who supported whom in it. ``period`` is when it lasted."""

    EDITORIAL: ClassVar[frozenset[str]] = Record.EDITORIAL | {"kind"}
    ROLES: ClassVar[tuple[Role, ...]] = (Role.CLAIMANT, Role.BELLIGERENT, Role.SUPPORTER)
    STATUSES: ClassVar[tuple[Status, ...]] = (Status.ACTIVE, Status.SUSPENDED, Status.ENDED)

    kind: DisputeKind
    subject: str | None = None
    period: Dating | None = None

    def spells(self) -> tuple[Spell, ...]:
        """When it lasted, as far as a source says."""
        if self.period is None:
            return ()
        doubted = any(
            contest.field == "period" and contest.best.rank is Rank.DEPRECATED
            for contest in self.contests
        )
        return (Spell.at(self.period.edtf, doubted=doubted),)
