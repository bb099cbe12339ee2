"""What a record was on a given day: a dated sequence of states and the answers it gives."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator, Sequence

from attrs import field, frozen

from relations.model.dates import Certainty, Dating, EdtfDate
from relations.model.source import Citation
from relations.model.validators import not_empty


class Status(enum.Enum):
    """How far a thing has come. Each kind of record says which of these it may hold."""

    PROPOSED = "proposed"
    DISCUSSED = "discussed"
    OFFERED = "offered"
    PLEDGED = "pledged"
    PLANNED = "planned"
    NEGOTIATING = "negotiating"
    DRAFTED = "drafted"
    SELECTED = "selected"
    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    ADOPTED = "adopted"
    SIGNED = "signed"
    ORDERED = "ordered"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    PART_DELIVERED = "part_delivered"
    DELIVERED = "delivered"
    IN_SERVICE = "in_service"
    WITHDRAWN = "withdrawn"
    RUNNING = "running"
    ACTIVE = "active"
    HELD = "held"
    ENDED = "ended"
    CANCELLED = "cancelled"

    @property
    def words(self) -> str:
        """The status as it is written in a sentence."""
        return self.value.replace("_", " ")


@frozen(kw_only=True)
class State:
    """One status that a record entered, when, and who says so.

    ``date`` is the day of entry, or the first day on which a source attests the status; ``None``
    means that no source gives a day.
    """

    status: Status
    citations: tuple[Citation, ...] = field(validator=not_empty)
    date: Dating | None = None
    note: str = ""

    @property
    def edtf(self) -> EdtfDate | None:
        """The date alone."""
        return self.date.edtf if self.date else None

    def certainly_after(self, other: State) -> bool:
        """Whether it was entered after the other, in every reading of the two dates."""
        if self.edtf is None or other.edtf is None:
            return False
        return self.edtf.certainly_after(other.edtf)


@frozen
class AsOf:
    """The answer to "what was it on that day?".

    ``certain`` is the status it certainly had, if any; ``possible`` are all the statuses that it
    may have had on that day (the certain one included), in the order of its history.
    """

    certain: Status | None
    possible: tuple[Status, ...]

    def was(self, status: Status) -> Certainty:
        """Whether it had ``status`` on that day."""
        if status is self.certain:
            return Certainty.CERTAIN
        return Certainty.POSSIBLE if status in self.possible else Certainty.NO


@frozen
class Spell:
    """A stretch during which something took place or stood.

    ``start`` and ``end`` are the dates of its two ends, the same value twice for an event. An
    ``end`` of ``None`` is not known; with ``goes_on`` no end is reported and it is taken to go on.
    ``doubted`` keeps every answer from being certain.
    """

    start: EdtfDate | None
    end: EdtfDate | None
    goes_on: bool = False
    doubted: bool = False

    @classmethod
    def at(cls, date: EdtfDate | None, *, doubted: bool = False) -> Spell:
        """The spell of an event with this date."""
        return cls(date, date, doubted=doubted)

    def overlaps(self, period: EdtfDate) -> Certainty:
        """Whether the spell shares a day with ``period``; an undated one possibly does."""
        answer = _begun_by(self.start, period) & self._lasted_to(period)
        return answer & Certainty.POSSIBLE if self.doubted else answer

    def _lasted_to(self, period: EdtfDate) -> Certainty:
        if self.goes_on:
            return Certainty.CERTAIN
        return Certainty.POSSIBLE if self.end is None else self.end.lasted_to(period)


def _begun_by(start: EdtfDate | None, period: EdtfDate) -> Certainty:
    """Whether something with this start had begun by the end of ``period``."""
    return Certainty.POSSIBLE if start is None else start.begun_by(period)


def placed(history: Sequence[State], state: State) -> tuple[State, ...]:
    """``history`` with a state before the first that is certainly later, or else at the end."""
    later = (index for index, one in enumerate(history) if one.certainly_after(state))
    at = next(later, len(history))
    return (*history[:at], state, *history[at:])


def in_order(states: Iterable[State]) -> tuple[State, ...]:
    """The states in the order of time; those that may be in order already stay as they are."""
    history: tuple[State, ...] = ()
    for state in states:
        history = placed(history, state)
    return history


def status_on(history: Sequence[State], doubted: Collection[Status], day: EdtfDate) -> AsOf:
    """What ``history`` says of ``day``; a state whose date is ``doubted`` is never certain.

    States follow one another: those before one that had certainly begun are over, and after one
    that had not begun no later one had. A status is certain while the next is certainly to come.
    """
    begun = [_begun(state, doubted, day) for state in history]
    latest = max((n for n, answer in enumerate(begun) if answer is Certainty.CERTAIN), default=0)
    first_to_come = next((n for n in range(latest, len(begun)) if begun[n] is Certainty.NO), None)
    possible = tuple(state.status for state in history[latest:first_to_come])
    stands = Certainty.CERTAIN in begun and all(
        _is_to_come(state, doubted, day) for state in history[latest + 1 : latest + 2]
    )
    return AsOf(history[latest].status if stands else None, possible)


def _begun(state: State, doubted: Collection[Status], day: EdtfDate) -> Certainty:
    answer = _begun_by(state.edtf, day)
    return answer & Certainty.POSSIBLE if state.status in doubted else answer


def _is_to_come(state: State, doubted: Collection[Status], day: EdtfDate) -> bool:
    """Whether the state certainly begins only after ``day``."""
    if state.edtf is None or state.status in doubted:
        return False
    return state.edtf.certainly_after(day)


def spells(
    history: Iterable[State],
    doubted: Collection[Status],
    *,
    begin: Collection[Status],
    end: Collection[Status],
) -> Iterator[Spell]:
    """The stretches from a status of ``begin`` to the next status of ``end``.

    A stretch that no state ends goes on: an end that no source reports is not an end.
    """
    started: State | None = None
    for state in history:
        if started is None and state.status in begin:
            started = state
        elif started is not None and state.status in end:
            in_doubt = not {started.status, state.status}.isdisjoint(doubted)
            yield Spell(started.edtf, state.edtf, doubted=in_doubt)
            started = None
    if started is not None:
        yield Spell(started.edtf, None, goes_on=True, doubted=started.status in doubted)
