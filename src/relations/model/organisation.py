"""Bodies of states, with who belonged to them and when."""

from __future__ import annotations

import enum

from attrs import field, frozen

from relations.model.dates import EdtfDate
from relations.model.party import Party
from relations.model.references import TO_PARTY, TO_PLACE
from relations.model.source import Citation
from relations.model.validators import not_empty, valid_id


class Standing(enum.Enum):
    """In what standing a party belongs to a body."""

    MEMBER = "member"
    OBSERVER = "observer"
    DIALOGUE_PARTNER = "dialogue_partner"


@frozen(kw_only=True)
class Membership:
    """That ``party`` belonged to the body, from when to when, and in what standing.

    ``note`` says what the dates alone would hide: that the party was not yet independent, or that
    the year is all that is known.
    """

    party: str = field(validator=valid_id, metadata=TO_PARTY)
    period: EdtfDate
    citations: tuple[Citation, ...] = field(validator=not_empty)
    standing: Standing = Standing.MEMBER
    note: str = ""


@frozen(kw_only=True)
class Organisation(Party):
    """A body of states, or a standing meeting of one.

    ``parent`` is the body that leads or convenes it: the East Asia Summit is led by ASEAN.
    ``seat`` is a place.
    """

    parent: str | None = field(default=None, metadata=TO_PARTY)
    seat: str | None = field(default=None, metadata=TO_PLACE)
    memberships: tuple[Membership, ...] = ()
