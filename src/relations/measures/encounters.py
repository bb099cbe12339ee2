"""How often the two sat in one room because both belong to one body, which is not a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from relations.measures.figure import SHARE, Figure
from relations.measures.question import YEARS, Question
from relations.model.dates import Certainty, EdtfDate
from relations.model.meeting import Format, Level, Meeting
from relations.model.organisation import Organisation
from relations.pairs import Pair
from relations.selection import When


@frozen
class Encounters:
    """The meetings of a body that both belong to, in a window.

    ``held`` counts its meetings while both belonged, ``online`` those of them by video;
    ``both_present`` those for which a source names somebody of each; ``on_margins`` the two's own
    meetings on the margins of one; ``co_attendance`` is both present ÷ held.
    """

    body: str
    held: Figure
    online: Figure
    both_present: Figure
    on_margins: Figure
    co_attendance: Figure


def common_encounters(
    pair: Pair,
    *,
    on: When | None = None,
    years: int = YEARS,
    level: Level | str = Level.NOT_STATED,
) -> tuple[Encounters, ...]:
    """How often bodies that both belong to met, with whom present, and the two on the margins.

    Formula:
        For each body that both belonged to, or one leads and the other belonged to, in the window:
        its meetings held then; those at which delegates of both are named; the pair's own meetings
        whose occasion is one of them. Co-attendance = both present ÷ held.

    Precedent:
        Dyadic files of membership in intergovernmental organisations; studies of leaders' travel
        find that membership in common drives it.

    Pitfalls:
        Being in one room is not a meeting: the three columns are never added up. Who attended is
        seldom written down, so that both present is a lower bound and co-attendance with it. In the
        years of video conferences, presence meant a screen.

    Args:
        pair: The pair.
        on: The last day; the edition's cut-off if left out.
        years: The length of the window.
        level: The lowest level of a meeting that is counted; all if left out.

    Returns:
        A row for each body in common, in the order of the data.
    """
    question = Question.of("common_encounters", pair, on, years)
    lowest = list(Level).index(Level(level))
    levels = frozenset(list(Level)[: lowest + 1])
    return tuple(_row(body, levels, question) for body in common_bodies(question))


def common_bodies(question: Question) -> Iterator[Organisation]:
    """The bodies to which both belonged at some time in the window, or on the day without one."""
    pair, period = question.pair, question.window or question.today
    for body in pair.dataset.organisations:
        if body.id not in question.party_ids and all(
            _belonged(party, body, period, pair) is not Certainty.NO for party in question.party_ids
        ):
            yield body


def _belonged(party: str, body: Organisation, period: EdtfDate, pair: Pair) -> Certainty:
    """Whether a party belonged to a body, or led it, at some time in a period."""
    if party in pair.dataset.leaders(body.id):
        return Certainty.CERTAIN
    answer = Certainty.NO
    for membership in pair.dataset.memberships(body.id):
        if membership.party == party:
            answer = answer | membership.period.overlaps(period)
    return answer


def _row(body: Organisation, levels: frozenset[Level], question: Question) -> Encounters:
    met = [meeting for meeting in _meetings(body, question) if meeting.level in levels]
    seen = {meeting.id for meeting in met}
    present = [meeting for meeting in met if _names_both(meeting, question.pair)]
    margins = [m for m in question.pair.meetings.own if m.was_held and m.occasion in seen]
    held = _count(met, question, (body.id,))
    both = _count(present, question, (body.id,))
    return Encounters(
        body.id,
        held,
        _count([m for m in met if m.format is Format.VIDEO], question, (body.id,)),
        both,
        _count(margins, question, question.party_ids),
        _co_attendance(held, both, question),
    )


def _meetings(body: Organisation, question: Question) -> Iterator[Meeting]:
    """The body's meetings held in the window, or possibly, while both possibly belonged to it."""
    window = question.window or question.today
    for record in question.pair.dataset.records_of.get(body.id, ()):
        if not isinstance(record, Meeting) or not record.was_held:
            continue
        day = record.edtf or window
        both = all(
            _belonged(party, body, day, question.pair) is not Certainty.NO
            for party in question.party_ids
        )
        if both and record.during(window) is not Certainty.NO:
            yield record


def _names_both(meeting: Meeting, pair: Pair) -> bool:
    present = {delegate.party for delegate in meeting.delegates}
    return {pair.a.id, pair.b.id} <= present


def _count(meetings: list[Meeting], question: Question, parties: tuple[str, ...]) -> Figure:
    window = question.window or question.today
    certain = [m for m in meetings if m.during(window) is Certainty.CERTAIN]
    context = question.context("meetings", unit="meeting", parties=parties)
    return question.count(certain, meetings, context)


def _co_attendance(held: Figure, both: Figure, question: Question) -> Figure:
    context = question.context("meetings", unit=SHARE)
    if not held.is_number:
        return Figure.not_applicable("no meeting of the body was found in the window", **context)
    if not both.is_number:
        why = "who attended is not named for any of the meetings"
        return Figure.not_applicable(why, **context)
    context["records"] = held.records
    context["note"] = "who attended is not always named: at least so many"
    return Figure.between(len(both.records) / len(held.records), 1, **context)
