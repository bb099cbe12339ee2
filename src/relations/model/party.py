"""What states and bodies have in common: names, a time of existence, and those before them."""

from __future__ import annotations

import datetime
import enum

from attrs import field, frozen

from relations.model.dates import EdtfDate
from relations.model.names import Name, NameForm, preferred_name
from relations.model.references import TO_PARTY
from relations.model.short import short
from relations.model.source import Citation
from relations.model.validators import not_empty, valid_id


class SuccessionKind(enum.Enum):
    """How one party came after another."""

    CONTINUATION = "continuation"
    DISSOLUTION = "dissolution"
    SECESSION = "secession"
    UNION = "union"
    RENAMING = "renaming"


@frozen(kw_only=True)
class Succession:
    """That a party came after ``predecessor``: how, on which day, and who says so.

    Without citations of its own, it rests on those of the party that holds it.
    """

    predecessor: str = field(validator=valid_id, metadata=TO_PARTY)
    kind: SuccessionKind
    date: EdtfDate | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def until(self) -> EdtfDate | None:
        """The time before a secession, in which what the other did was done for both.

        ``None`` without a date, and for every other kind: a predecessor that ended has no bound.
        """
        latest = self.date.latest if self.date else None
        if latest in (None, datetime.date.min) or self.kind is not SuccessionKind.SECESSION:
            return None
        return EdtfDate.parse(f"../{latest - datetime.timedelta(days=1)}")


@frozen(kw_only=True, repr=False)
class Party:
    """A state or a body, with its names and the span in which it existed.

    ``names`` holds at least one short English name. ``existed`` runs from foundation to end;
    ``None`` means that no source here gives it.
    """

    id: str = field(validator=valid_id)
    names: tuple[Name, ...] = field(validator=not_empty)
    citations: tuple[Citation, ...] = field(validator=not_empty)
    existed: EdtfDate | None = None
    successions: tuple[Succession, ...] = ()
    note: str = ""

    def __repr__(self) -> str:
        return short(self, self.id, self.name)

    @property
    def name(self) -> str:
        """The short English name, or else the first name given."""
        return preferred_name(self.names, NameForm.SHORT, "en") or self.names[0].text

    @property
    def official_name(self) -> str:
        """The official English name, or else the short one."""
        return preferred_name(self.names, NameForm.OFFICIAL, "en") or self.name


class Role(enum.Enum):
    """The capacity in which a party takes part. Each kind of record says which it knows."""

    PARTY = "party"
    GRANTOR = "grantor"
    BENEFICIARY = "beneficiary"
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    PROPOSER = "proposer"
    HOST = "host"
    VISITOR = "visitor"
    CHAIR = "chair"
    PARTICIPANT = "participant"
    OBSERVER = "observer"
    PARTNER = "partner"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    CLAIMANT = "claimant"
    BELLIGERENT = "belligerent"
    SUPPORTER = "supporter"

    @property
    def words(self) -> str:
        """The role as it is written in a sentence."""
        return self.value.replace("_", " ")


@frozen(kw_only=True)
class PartyRole:
    """A party as it takes part in one record: who, and in what capacity."""

    party: str = field(validator=valid_id, metadata=TO_PARTY)
    role: Role
    note: str = ""
