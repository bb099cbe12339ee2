"""Visits, talks, conferences and summits, held or meant to be."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import field, frozen

from relations.model.event import Event
from relations.model.party import Role
from relations.model.references import TO_PARTY, TO_PERSON, TO_RECORD
from relations.model.validators import valid_id


class Level(enum.Enum):
    """The rank of those who meet, highest first."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    FOREIGN_MINISTER = "foreign_minister"
    DEFENCE_MINISTER = "defence_minister"
    MINISTER = "minister"
    SECURITY_COUNCIL = "security_council"
    DEPUTY_MINISTER = "deputy_minister"
    OFFICIALS = "officials"
    NOT_STATED = "not_stated"


class Format(enum.Enum):
    """How they meet."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    HYBRID = "hybrid"
    NOT_STATED = "not_stated"


class DelegateRole(enum.Enum):
    """What a delegate does at the meeting."""

    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    HEAD_OF_DELEGATION = "head_of_delegation"
    SPEAKER = "speaker"
    PARTICIPANT = "participant"


@frozen(kw_only=True)
class Delegate:
    """Somebody at a meeting, for whom, and in which office on that day."""

    person: str = field(validator=valid_id, metadata=TO_PERSON)
    party: str = field(validator=valid_id, metadata=TO_PARTY)
    office: str | None = None
    role: DelegateRole = DelegateRole.PARTICIPANT


@frozen(kw_only=True, repr=False)
class Meeting(Event):
    """One meeting. What is "agreed" there is an outcome, not an agreement.

    ``occasion`` is the meeting on whose margins it took place. The roles ``host`` and ``visitor``
    give a visit its direction. Being in one room is not a meeting: that a party belonged to a body
    that met is a path through the body.
    """

    EDITORIAL: ClassVar[frozenset[str]] = Event.EDITORIAL | {"level"}
    ROLES: ClassVar[tuple[Role, ...]] = (
        Role.PARTICIPANT,
        Role.HOST,
        Role.VISITOR,
        Role.CHAIR,
        Role.PROPOSER,
        Role.OBSERVER,
    )

    level: Level
    format: Format = Format.NOT_STATED
    occasion: str | None = field(default=None, metadata=TO_RECORD)
    delegates: tuple[Delegate, ...] = ()
    subjects: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
