"""What every record of a relation has: parties with roles, states, sources and rival accounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import Attribute, field, frozen

from relations.errors import Unfit
from relations.model.claims import Claim, Contest, Rank, contests
from relations.model.confidence import OCCURRENCE, ConfidenceOverride
from relations.model.dates import Certainty, EdtfDate
from relations.model.party import PartyRole, Role
from relations.model.references import TO_PLACE, TO_RECORD
from relations.model.review import Review
from relations.model.short import short
from relations.model.source import Citation, Release
from relations.model.status import AsOf, Spell, State, Status, status_on
from relations.model.validators import not_blank, not_empty, shortened, valid_id

HISTORY_PREFIX = "history."
"""What a claim's field starts with when it is about the date of a state."""


def _known_roles(
    instance: Record, attribute: Attribute[tuple[PartyRole, ...]], value: tuple[PartyRole, ...]
) -> None:
    for index, entry in enumerate(value):
        if entry.role not in instance.ROLES:
            allowed = ", ".join(role.value for role in instance.ROLES)
            path = f"{attribute.name}[{index}].role"
            raise _unknown_word(path, f"{entry.role.value!r} is no role here", allowed)


def _known_statuses(
    instance: Record, attribute: Attribute[tuple[State, ...]], value: tuple[State, ...]
) -> None:
    for index, state in enumerate(value):
        if state.status not in instance.STATUSES:
            allowed = ", ".join(status.value for status in instance.STATUSES) or "none"
            path = f"{attribute.name}[{index}].status"
            raise _unknown_word(path, f"{state.status.value!r} is no status here", allowed)


def _known_fields(
    instance: Record, attribute: Attribute[tuple[Claim, ...]], value: tuple[Claim, ...]
) -> None:
    for index, claim in enumerate(value):
        if claim.field not in instance.claimable():
            allowed = ", ".join(sorted(instance.claimable()))
            message = f"{shortened(claim.field)} is no field that can be claimed here"
            raise _unknown_word(f"{attribute.name}[{index}].field", message, allowed)


def _unknown_word(path: str, message: str, allowed: str) -> Unfit:
    return Unfit(message, code="unknown-word", field=path, allowed=allowed)


def _known_judgements(
    instance: Record,
    attribute: Attribute[tuple[ConfidenceOverride, ...]],
    value: tuple[ConfidenceOverride, ...],
) -> None:
    fields = [override.field for override in value]
    for name in fields:
        if name != OCCURRENCE and name not in instance.claimable():
            raise ValueError(f"{name!r} is no field whose confidence can be judged here")
    if len(set(fields)) < len(fields):
        raise ValueError("has two judgements of one field: keep one")


@frozen(kw_only=True, repr=False)
class Record:
    """One thing that ties parties together.

    ``title`` is the editor's label; every other matter of fact is borne out by a citation that
    names the field in ``supports``, by a state's own citations, or by a claim. ``places`` and
    ``related`` hold identifiers. ``history`` and ``reviews`` are in order of time. ``confidence``
    are an editor's judgements in place of the rule's.
    """

    EDITORIAL: ClassVar[frozenset[str]] = frozenset(
        {
            "id",
            "title",
            "citations",
            "topics",
            "history",
            "claims",
            "related",
            "confidence",
            "note",
            "release",
            "reviews",
        }
    )
    """Fields that are the editor's and need no source."""
    ROLES: ClassVar[tuple[Role, ...]] = ()
    STATUSES: ClassVar[tuple[Status, ...]] = ()

    id: str = field(validator=valid_id)
    title: str = field(validator=not_blank)
    citations: tuple[Citation, ...] = field(validator=not_empty)
    parties: tuple[PartyRole, ...] = field(default=(), validator=_known_roles)
    places: tuple[str, ...] = field(default=(), metadata=TO_PLACE)
    topics: tuple[str, ...] = ()
    history: tuple[State, ...] = field(default=(), validator=_known_statuses)
    claims: tuple[Claim, ...] = field(default=(), validator=_known_fields)
    related: tuple[str, ...] = field(default=(), metadata=TO_RECORD)
    confidence: tuple[ConfidenceOverride, ...] = field(default=(), validator=_known_judgements)
    note: str = ""
    release: Release = Release.PUBLIC
    reviews: tuple[Review, ...] = ()

    def __repr__(self) -> str:
        date, status = self.date_of_record, self.status
        told = (self.title, date.text if date else "", status.words if status else "")
        return short(self, self.id, *filter(None, told))

    def _repr_html_(self) -> str:
        from relations.display.records import show_record

        return show_record(self, {})

    # -- who ------------------------------------------------------------------------------------

    @property
    def party_ids(self) -> tuple[str, ...]:
        """Every party once, in the order given."""
        return tuple(dict.fromkeys(entry.party for entry in self.parties))

    def in_role(self, *roles: Role) -> tuple[str, ...]:
        """The parties that take part in one of these roles."""
        return tuple(entry.party for entry in self.parties if entry.role in roles)

    # -- when -----------------------------------------------------------------------------------

    def spells(self) -> tuple[Spell, ...]:
        """When the thing took place or stood; each kind says what that means for it."""
        raise NotImplementedError

    def during(self, period: EdtfDate) -> Certainty:
        """Whether it took place or stood at some time in ``period``."""
        answer = Certainty.NO
        for spell in self.spells():
            answer = answer | spell.overlaps(period)
        return answer

    @property
    def date_of_record(self) -> EdtfDate | None:
        """The date to sort and place it by: when it took place, else its first dated state."""
        dates = [spell.start for spell in self.spells()] + [state.edtf for state in self.history]
        return next((date for date in dates if date is not None), None)

    # -- how far --------------------------------------------------------------------------------

    @property
    def status(self) -> Status | None:
        """The last status that any source reports."""
        return self.history[-1].status if self.history else None

    def status_on(self, day: EdtfDate) -> AsOf:
        """What it was on ``day``, in three-valued logic."""
        return status_on(self.dated_history, self.doubted_states, day)

    @property
    def dated_history(self) -> tuple[State, ...]:
        """The history, each state with the best date there is for it."""
        return self.history

    def state(self, status: Status) -> State | None:
        """The first state with this status."""
        return next((state for state in self.history if state.status is status), None)

    # -- doubt ----------------------------------------------------------------------------------

    @property
    def contests(self) -> tuple[Contest, ...]:
        """The fields on which accounts differ or the only account is doubted."""
        return contests(self.id, self.claims)

    @property
    def doubted_states(self) -> frozenset[Status]:
        """The states whose date rests on a deprecated account."""
        return frozenset(
            Status(contest.field.removeprefix(HISTORY_PREFIX))
            for contest in self.contests
            if contest.field.startswith(HISTORY_PREFIX) and contest.best.rank is Rank.DEPRECATED
        )

    def all_citations(self) -> Iterator[Citation]:
        """Every citation of the record, its states and its claims."""
        yield from self.citations
        for state in self.history:
            yield from state.citations
        for claim in self.claims:
            yield from claim.citations

    def used_citations(self) -> Iterator[Citation]:
        """The citations on which rest the values that are used.

        Left out are those that merely speak of the matter, and those of accounts not used.
        """
        yield from (citation for citation in self.citations if citation.supports)
        for state in self.history:
            yield from state.citations
        for contest in self.contests:
            yield from contest.best.citations

    @classmethod
    def claimable(cls) -> frozenset[str]:
        """The names that a claim's ``field`` may take."""
        fields = {attribute.name for attribute in cls.__attrs_attrs__} - cls.EDITORIAL
        return frozenset(fields | {HISTORY_PREFIX + status.value for status in cls.STATUSES})
