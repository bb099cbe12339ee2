"""When the two last met, at which level and who went to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from relations.measures.directions import Direction, direction_of, held_by
from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.spans import last_day, since
from relations.model.dates import EdtfDate
from relations.model.meeting import Level, Meeting
from relations.pairs import Pair
from relations.selection import When

_ALWAYS: Final = (Direction.A_TO_B, Direction.B_TO_A)
"""The directions that have a row though nothing was found."""
_LEVELS: Final = (Level.HEAD, Level.FOREIGN_MINISTER, Level.DEFENCE_MINISTER)
"""The levels that have a row though nothing was found."""


@frozen
class LastContact:
    """The last meeting of a level and direction; ``meeting`` is ``None`` where none was found.

    ``date``, ``places`` and ``occasion`` are the meeting's; ``days_since`` counts from its end.
    """

    level: Level
    direction: Direction
    meeting: str | None
    date: EdtfDate | None
    places: tuple[str, ...]
    occasion: str | None
    days_since: Figure


def last_contacts(pair: Pair, *, on: When | None = None) -> tuple[LastContact, ...]:
    """The pair's last meeting at each level and in each direction, and the days since.

    Formula:
        Of the pair's own meetings that a source reports as held by the day, for each level and
        direction the one that ended last; days since = day − its last day, with the bounds that a
        vague date leaves. A meeting with an occasion is on the margins of another, whoever hosted.

    Precedent:
        Data on diplomatic visits code the level of the visitor and the direction, and leave out
        visits whose sole purpose is a multilateral meeting.

    Pitfalls:
        The level is that of the office on that day, as the record has it: somebody who has changed
        office since is not looked up again. A party leader may stand at the level of a head of
        state. The last one found need not be the last one held. A visit to a conference counts as
        a visit to the country where the source tells of one.

    Args:
        pair: The pair; its order is that in which it was asked for.
        on: The day; the edition's cut-off if left out.

    Returns:
        A row for each level and direction in which they met, and for visits each way of heads,
        foreign and defence ministers in any case; the highest level first.
    """
    question = Question.of("last_contacts", pair, on)
    found: dict[tuple[Level, Direction], list[Meeting]] = {
        (level, direction): [] for level in _LEVELS for direction in _ALWAYS
    }
    for meeting in held_by(question):
        found.setdefault((meeting.level, direction_of(meeting, pair)), []).append(meeting)
    order = [(level, direction) for level in Level for direction in Direction]
    return tuple(_row(*key, found[key], question) for key in order if key in found)


def _row(
    level: Level, direction: Direction, meetings: Sequence[Meeting], question: Question
) -> LastContact:
    context = question.context("meetings", unit="day")
    if not meetings:
        return LastContact(level, direction, None, None, (), None, Figure.absent(**context))
    last = max(meetings, key=_ended)
    days = since(last.edtf, question.day)
    context["records"] = (last.id,)
    return LastContact(
        level,
        direction,
        last.id,
        last.edtf,
        last.places,
        last.occasion,
        Figure.between(days.low or 0, days.high, **context),
    )


def _ended(meeting: Meeting) -> tuple[int, str]:
    """A key by which the meeting that may have ended last comes last; undated ones first."""
    return last_day(meeting.edtf).high or 0, meeting.id
