"""Bodies of states, with who belonged to them and when."""

from __future__ import annotations

import enum

from attrs import field, frozen

from relations.model.dates import Certainty, EdtfDate, Shape
from relations.model.party import Party
from relations.model.references import TO_PARTY, TO_PLACE
from relations.model.source import Citation
from relations.model.validators import not_empty, valid_id


class Standing(enum.Enum):
    """In what standing a party belongs to a body."""

    MEMBER = "member"
    OBSERVER = "observer"
    DIALOGUE_PARTNER = "dialogue_partner"
    SECTORAL_DIALOGUE_PARTNER = "sectoral_dialogue_partner"
    DEVELOPMENT_PARTNER = "development_partner"
    PARTNER = "partner"


@frozen(kw_only=True)
class Membership:
    """That ``party`` belonged to the body, from when to when, and in what standing.

    ``begun_by`` is a date by which it had begun, for where the beginning is not known and a list of
    a later day has the party. ``note`` says what the dates alone would hide: that the party was not
    yet independent, or that the year is all that is known.
    """

    party: str = field(validator=valid_id, metadata=TO_PARTY)
    period: EdtfDate
    citations: tuple[Citation, ...] = field(validator=not_empty)
    standing: Standing = Standing.MEMBER
    begun_by: EdtfDate | None = field(default=None)
    note: str = ""

    @begun_by.validator
    def _within_reach(self, _: object, begun_by: EdtfDate | None) -> None:
        if begun_by is None:
            return
        if [part.shape for part in begun_by.parts] != [Shape.DATE]:
            raise ValueError(f"{begun_by} is more than one date; name the first that is sure")
        if self.period.begun_by(begun_by) is Certainty.NO:
            raise ValueError(f"{begun_by} is before {self.period}, and so is no day of it")

    def held(self, day: EdtfDate) -> Certainty:
        """Whether the party belonged to the body on a day, or on some day of a longer date."""
        answer = self.period.overlaps(day)
        if self.begun_by is None:
            return answer
        end = self.period.parts[0].end.text
        return answer | EdtfDate.parse(f"{self.begun_by}/{end}").overlaps(day)


@frozen(kw_only=True, repr=False)
class Organisation(Party):
    """A body of states, or a standing meeting of one.

    ``parent`` is the body that leads or convenes it: the East Asia Summit is led by ASEAN.
    ``seat`` is a place.
    """

    parent: str | None = field(default=None, metadata=TO_PARTY)
    seat: str | None = field(default=None, metadata=TO_PLACE)
    memberships: tuple[Membership, ...] = ()
