"""What exercises and meetings share: one date, foreseen or past, and a history leading to it."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, frozen

from relations.model.claims import Rank
from relations.model.dates import Dating, EdtfDate
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.status import Spell, State, Status


@frozen(kw_only=True, repr=False)
class Event(Record):
    """Something that happens on a day or over some days, or is meant to.

    ``date`` is the event's own date, foreseen or actual; the history's dates say when it was
    proposed, planned or held. ``series`` and ``edition`` number recurring events.
    """

    STATUSES: ClassVar[tuple[Status, ...]] = (
        Status.PROPOSED,
        Status.NEGOTIATING,
        Status.PLANNED,
        Status.SCHEDULED,
        Status.POSTPONED,
        Status.HELD,
        Status.CANCELLED,
    )

    date: Dating | None = None
    series: str | None = None
    edition: int | None = None
    duration: Quantity | None = None

    @property
    def was_held(self) -> bool:
        """Whether a source says that it took place."""
        return any(state.status is Status.HELD for state in self.history)

    @property
    def edtf(self) -> EdtfDate | None:
        """The event's date alone."""
        return self.date.edtf if self.date else None

    @property
    def dated_history(self) -> tuple[State, ...]:
        """The history, in which the event's own date is that of its being held."""
        return tuple(map(self._dated, self.history))

    def _dated(self, state: State) -> State:
        held = state.status is Status.HELD and state.date is None
        return evolve(state, date=self.date) if held else state

    def spells(self) -> tuple[Spell, ...]:
        """The event's date; in doubt while nobody reports that it was held. Cancelled: none."""
        if self.status is Status.CANCELLED or (self.date is None and not self.was_held):
            return ()
        return (Spell.at(self.edtf, doubted=not self.was_held or self._date_doubted),)

    @property
    def _date_doubted(self) -> bool:
        dated = [contest for contest in self.contests if contest.field == "date"]
        return any(contest.best.rank is Rank.DEPRECATED for contest in dated)
