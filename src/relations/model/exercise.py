"""Military exercises, from the first proposal to the day they are held."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import frozen

from relations.model.event import Event
from relations.model.party import Role


class Domain(enum.Enum):
    """Where an exercise is fought."""

    LAND = "land"
    NAVAL = "naval"
    AIR = "air"
    JOINT = "joint"
    MINE_CLEARANCE = "mine_clearance"
    DISASTER_RELIEF = "disaster_relief"
    NOT_STATED = "not_stated"


@frozen(kw_only=True, repr=False)
class Exercise(Event):
    """One exercise or edition of a series. A ship in a photograph took part in nothing."""

    EDITORIAL: ClassVar[frozenset[str]] = Event.EDITORIAL | {"domain"}
    ROLES: ClassVar[tuple[Role, ...]] = (
        Role.PARTICIPANT,
        Role.HOST,
        Role.PROPOSER,
        Role.OBSERVER,
    )

    domain: Domain
    forces: tuple[str, ...] = ()
