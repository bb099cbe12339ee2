"""Arms from a supplier to a recipient: talked about, ordered, delivered, in service."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import Attribute, field, frozen

from relations.model.dates import Dating, EdtfDate
from relations.model.party import Role
from relations.model.quantities import Money, Quantity
from relations.model.record import Record
from relations.model.status import Spell, State, Status


class ArmsCategory(enum.Enum):
    """What sort of weapon it is."""

    AIRCRAFT = "aircraft"
    AIR_DEFENCE = "air_defence"
    ARMOURED_VEHICLES = "armoured_vehicles"
    SHIPS = "ships"
    SUBMARINES = "submarines"
    OTHER = "other"


def _in_tiv(
    instance: ArmsTransfer, attribute: Attribute[Quantity | None], value: Quantity | None
) -> None:
    if value is not None and value.unit != "TIV":
        raise ValueError(f"a trend-indicator value is in the unit 'TIV', not in {value.unit!r}")


@frozen(kw_only=True, repr=False)
class ArmsTransfer(Record):
    """One deal or delivery, or equipment in service that came from the supplier.

    ``designation`` is the weapon as the field names it, ``designation_as_stated`` in the source's
    words. Talks are not orders: each status has its own date. ``tiv`` is SIPRI's trend-indicator
    value of what was delivered, in millions: a volume of military capability and no sum of money.
    """

    EDITORIAL: ClassVar[frozenset[str]] = Record.EDITORIAL | {"category", "designation"}
    ROLES: ClassVar[tuple[Role, ...]] = (Role.SUPPLIER, Role.RECIPIENT)
    STATUSES: ClassVar[tuple[Status, ...]] = (
        Status.PROPOSED,
        Status.DISCUSSED,
        Status.PLANNED,
        Status.SELECTED,
        Status.ORDERED,
        Status.PART_DELIVERED,
        Status.DELIVERED,
        Status.IN_SERVICE,
        Status.WITHDRAWN,
        Status.CANCELLED,
    )
    DELIVERY: ClassVar[frozenset[Status]] = frozenset({Status.PART_DELIVERED, Status.DELIVERED})
    NOT_ORDERED: ClassVar[frozenset[Status]] = frozenset(
        {Status.PROPOSED, Status.DISCUSSED, Status.PLANNED, Status.SELECTED}
    )

    designation: str
    category: ArmsCategory
    designation_as_stated: str | None = None
    number_ordered: Quantity | None = None
    number_delivered: Quantity | None = None
    number_in_service: Quantity | None = None
    acquired: Dating | None = None
    value: Money | None = None
    tiv: Quantity | None = field(default=None, validator=_in_tiv)

    @property
    def supplier(self) -> str | None:
        """The party that supplies, if known."""
        return next(iter(self.in_role(Role.SUPPLIER)), None)

    @property
    def recipient(self) -> str | None:
        """The party that receives, if known."""
        return next(iter(self.in_role(Role.RECIPIENT)), None)

    @property
    def was_ordered(self) -> bool:
        """Whether it got beyond talk: ordered, bought, delivered or in service."""
        return any(state.status not in self.NOT_ORDERED for state in self.history)

    @property
    def was_delivered(self) -> bool:
        """Whether a source says that any of it was delivered."""
        return bool(self._deliveries())

    @property
    def delivered(self) -> EdtfDate | None:
        """The date of the first delivery that has one."""
        return next((state.edtf for state in self._deliveries() if state.edtf), None)

    @property
    def known_delivered(self) -> Quantity:
        """How many were delivered: as a source says, or no fewer than serve with the recipient."""
        if self.number_delivered is not None:
            return self.number_delivered
        serving = self.number_in_service
        if serving is None or not serving.minimum:
            return Quantity.unknown()
        return Quantity.at_least(serving.minimum, unit=serving.unit)

    def spells(self) -> tuple[Spell, ...]:
        """When it was delivered, in part or whole. Orders and service are read from the status."""
        return tuple(map(self._delivery, self._deliveries()))

    def _deliveries(self) -> list[State]:
        return [state for state in self.history if state.status in self.DELIVERY]

    def _delivery(self, state: State) -> Spell:
        return Spell.at(state.edtf, doubted=state.status in self.doubted_states)
