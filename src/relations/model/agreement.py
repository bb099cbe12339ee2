"""Treaties, contracts, base rights, plans, partnerships, codes of conduct and declarations."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import frozen

from relations.model.dates import Dating
from relations.model.party import Role
from relations.model.quantities import Money, Quantity
from relations.model.record import Record
from relations.model.status import Spell, Status, spells


class AgreementForm(enum.Enum):
    """What sort of instrument it is."""

    TREATY = "treaty"
    INTERGOVERNMENTAL_AGREEMENT = "intergovernmental_agreement"
    CONTRACT = "contract"
    BASE_RIGHTS = "base_rights"
    PLAN = "plan"
    PARTNERSHIP = "partnership"
    CODE_OF_CONDUCT = "code_of_conduct"
    DECLARATION = "declaration"
    CONCEPT_PAPER = "concept_paper"
    CONVENTION = "convention"
    UNDERSTANDING = "understanding"


class Ending(enum.Enum):
    """How an agreement ended."""

    EXPIRED = "expired"
    NOT_RENEWED = "not_renewed"
    ENDED_EARLY = "ended_early"
    SUPERSEDED = "superseded"


@frozen(kw_only=True, repr=False)
class Agreement(Record):
    """An instrument between parties. Those who merely mention it are no parties to it.

    ``grantor`` and ``beneficiary`` are the roles of an obligation one way only. ``nominal_end`` is
    the end that the text foresees; the actual end is a state of the history. ``period`` is what
    the text covers ("for the years 2018-2020"). ``term`` is in years, ``notice`` in months;
    ``renewal`` says how it is renewed, and ``renewal_term`` for how many years each time.
    ``binding`` is ``None`` when not known.
    """

    EDITORIAL: ClassVar[frozenset[str]] = Record.EDITORIAL | {"form"}
    ROLES: ClassVar[tuple[Role, ...]] = (Role.PARTY, Role.GRANTOR, Role.BENEFICIARY, Role.PROPOSER)
    STATUSES: ClassVar[tuple[Status, ...]] = (
        Status.PROPOSED,
        Status.DISCUSSED,
        Status.NEGOTIATING,
        Status.DRAFTED,
        Status.ADOPTED,
        Status.SIGNED,
        Status.IN_FORCE,
        Status.SUSPENDED,
        Status.EXPIRED,
        Status.TERMINATED,
        Status.SUPERSEDED,
    )
    STANDING: ClassVar[frozenset[Status]] = frozenset(
        {Status.ADOPTED, Status.SIGNED, Status.IN_FORCE}
    )
    OVER: ClassVar[frozenset[Status]] = frozenset(
        {Status.SUSPENDED, Status.EXPIRED, Status.TERMINATED, Status.SUPERSEDED}
    )

    form: AgreementForm
    subject: str | None = None
    binding: bool | None = None
    period: Dating | None = None
    term: Quantity | None = None
    nominal_end: Dating | None = None
    ending: Ending | None = None
    renewal: str | None = None
    renewal_term: Quantity | None = None
    notice: Quantity | None = None
    price: str | None = None
    value: Money | None = None

    def spells(self) -> tuple[Spell, ...]:
        """From signature or entry into force to the end; an end that nobody reports is none.

        A signed agreement stands although its entry into force may not be documented: its status
        says which of the two is known.
        """
        begin, end = self.STANDING, self.OVER
        return tuple(spells(self.history, self.doubted_states, begin=begin, end=end))
