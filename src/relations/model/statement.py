"""Positions and assessments, with their speaker, kept apart from events."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import field, frozen

from relations.model.dates import Dating
from relations.model.party import Role
from relations.model.record import Record
from relations.model.references import TO_PERSON, TO_RECORD
from relations.model.status import Spell
from relations.model.validators import not_blank


class Stance(enum.Enum):
    """What the speaker does by speaking."""

    POSITION = "position"
    ASSESSMENT = "assessment"
    PROPOSAL = "proposal"
    PLEDGE = "pledge"
    REQUEST = "request"
    PRAISE = "praise"
    OPINION = "opinion"


@frozen(kw_only=True, repr=False)
class Statement(Record):
    """What somebody said.

    ``speaker`` is a person where one is named; the role ``speaker`` is the party spoken for.
    ``opinion`` marks an author's own view, which is no event. ``mentions`` are records that the
    words name without anybody present being a party to them. ``form`` is the sort of paper or
    speech ("chairman's statement"), which may itself be disputed.
    """

    EDITORIAL: ClassVar[frozenset[str]] = Record.EDITORIAL | {"stance", "text", "mentions"}
    ROLES: ClassVar[tuple[Role, ...]] = (Role.SPEAKER, Role.ADDRESSEE, Role.SUBJECT)

    stance: Stance
    text: str = field(validator=not_blank)
    date: Dating | None = None
    speaker: str | None = field(default=None, metadata=TO_PERSON)
    office: str | None = None
    form: str | None = None
    occasion: str | None = field(default=None, metadata=TO_RECORD)
    mentions: tuple[str, ...] = field(default=(), metadata=TO_RECORD)

    def spells(self) -> tuple[Spell, ...]:
        """The day it was said."""
        return (Spell.at(self.date.edtf),) if self.date else ()
