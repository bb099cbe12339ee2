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


def status_on(history: Sequence[State], doubted: Collection[Status], day: EdtfDate) -> AsOf:
    """What ``history`` says of ``day``; a state whose date is ``doubted`` is never certain.

    A state is over once a later one has begun, and certainly stands while the next has not. After
    a state that had not begun, no later one had.
    """
    certain, possible = None, []
    for index, state in enumerate(history):
        entered = _entered(state, doubted, day)
        if entered is Certainty.NO:
            break
        current = entered & _not_over(history[index + 1 :], doubted, day)
        if current is Certainty.CERTAIN:
            certain = state.status
        if current is not Certainty.NO:
            possible.append(state.status)
    return AsOf(certain, tuple(possible))


def _entered(state: State, doubted: Collection[Status], day: EdtfDate) -> Certainty:
    answer = _begun_by(state.edtf, day)
    return answer & Certainty.POSSIBLE if state.status in doubted else answer


def _not_over(later: Sequence[State], doubted: Collection[Status], day: EdtfDate) -> Certainty:
    """Whether none of the states that follow had begun by ``day``."""
    if any(_entered(state, doubted, day) is Certainty.CERTAIN for state in later):
        return Certainty.NO
    if not later:
        return Certainty.CERTAIN
    following = later[0]
    in_doubt = following.edtf is None or following.status in doubted
    to_come = following.edtf is not None and following.edtf.certainly_after(day)
    return Certainty.CERTAIN if to_come and not in_doubt else Certainty.POSSIBLE


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
