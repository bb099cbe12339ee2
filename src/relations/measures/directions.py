"""Who went to whom: the direction of a meeting, on which every list of visits turns."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import YEARS, Question
from relations.model.dates import Certainty, EdtfDate
from relations.model.meeting import Format, Meeting
from relations.model.party import Role
from relations.pairs import Pair
from relations.selection import When


class Direction(enum.Enum):
    """Where the two met, seen from them."""

    A_TO_B = "a_to_b"
    B_TO_A = "b_to_a"
    THIRD_PLACE = "third_place"
    ON_MARGINS = "on_margins"
    ONLINE = "online"
    NOT_STATED = "not_stated"


@frozen
class Balance:
    """The visits each way in one period; ``period`` of ``None`` is all time."""

    period: EdtfDate | None
    a_to_b: Figure
    b_to_a: Figure


def direction_balance(
    pair: Pair, *, on: When | None = None, years: int = YEARS
) -> tuple[Balance, ...]:
    """How many visits went from the first party to the second, and how many the other way.

    Formula:
        The number of visits held in which the one is visitor and the other host, in the window and
        in all time; low those certainly in the window, high those possibly.

    Precedent:
        Foreign ministries list visits by side, one table for each direction.

    Pitfalls:
        Protocol differs: who goes to whom, and who goes first, is no measure of weight. Meetings on
        the margins of others, in third places and by video have no direction and are not counted.

    Args:
        pair: The pair; its order is that in which it was asked for.
        on: The last day; the edition's cut-off if left out.
        years: The length of the window.

    Returns:
        A row for the window, and one for all time.
    """
    question = Question.of("direction_balance", pair, on, years)
    ever = Question.of("direction_balance", pair, on)
    return (_balance(question), _balance(ever))


def _balance(question: Question) -> Balance:
    return Balance(
        question.window,
        _visits(Direction.A_TO_B, question),
        _visits(Direction.B_TO_A, question),
    )


def _visits(direction: Direction, question: Question) -> Figure:
    held = [m for m in held_by(question) if direction_of(m, question.pair) is direction]
    answers = {meeting.id: _fell_within(meeting, question) for meeting in held}
    return question.count(
        (meeting for meeting in held if answers[meeting.id] is Certainty.CERTAIN),
        (meeting for meeting in held if answers[meeting.id] is Certainty.POSSIBLE),
        question.context("meetings", unit="visit"),
    )


def _fell_within(meeting: Meeting, question: Question) -> Certainty:
    if question.window is not None:
        return meeting.during(question.window)
    if meeting.edtf is None:
        return Certainty.POSSIBLE
    return meeting.edtf.begun_by(question.today)


# -- what others ask -----------------------------------------------------------------------------


def held_by(question: Question) -> Iterator[Meeting]:
    """The pair's own meetings that a source reports as held, unless certainly after the day."""
    for meeting in question.pair.meetings.own:
        begun = meeting.edtf is None or meeting.edtf.begun_by(question.today) is not Certainty.NO
        if meeting.was_held and begun:
            yield meeting


def direction_of(meeting: Meeting, pair: Pair) -> Direction:
    """Where the two met: by the format, then by the occasion, the roles and the place."""
    if meeting.format is Format.VIDEO:
        return Direction.ONLINE
    if meeting.occasion is not None:
        return Direction.ON_MARGINS
    return _by_role(meeting, pair) or _by_place(meeting, pair)


def _by_role(meeting: Meeting, pair: Pair) -> Direction | None:
    on = meeting.date_of_record
    side_a, side_b = (lineage(party.id, pair, on) for party in (pair.a, pair.b))
    visitors, hosts = meeting.in_role(Role.VISITOR), meeting.in_role(Role.HOST)
    if side_a & set(visitors) and side_b & set(hosts):
        return Direction.A_TO_B
    if side_b & set(visitors) and side_a & set(hosts):
        return Direction.B_TO_A
    return None


def _by_place(meeting: Meeting, pair: Pair) -> Direction:
    """Without roles, a meeting in the one party's own country was a visit of the other."""
    on, countries = meeting.date_of_record, set(_countries(meeting.places, pair))
    if countries & lineage(pair.a.id, pair, on):
        return Direction.B_TO_A
    if countries & lineage(pair.b.id, pair, on):
        return Direction.A_TO_B
    return Direction.THIRD_PLACE if countries else Direction.NOT_STATED


def _countries(places: Iterable[str], pair: Pair) -> Iterator[str]:
    known = {place.id: place.country for place in pair.dataset.places}
    return (country for place in places if (country := known.get(place)))


def lineage(party: str, pair: Pair, on: EdtfDate | None) -> set[str]:
    """A party and, where the pair counts them, those that stood for it then, by identifier.

    A state that the other of the pair has left is a side of its own.
    """
    line = pair.dataset.line_of(party) if pair.predecessors else ()
    earlier = {
        each.id
        for each, until in line
        if until is None or on is None or until.possibly_overlaps(on)
    }
    other = {pair.a.id, pair.b.id} - {party}
    return ({party} | earlier) - other
