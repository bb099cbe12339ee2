"""Which meetings and exercises of the two recur, how often they were held and when next."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.spans import last_day
from relations.model.dates import Certainty, EdtfDate
from relations.model.event import Event
from relations.model.kinds import kind_of
from relations.model.meeting import Level, Meeting
from relations.model.status import Status
from relations.pairs import Pair, Way
from relations.selection import When


@frozen
class Mechanism:
    """A series of meetings or exercises.

    ``level`` is that of the last session held, ``None`` for an exercise. ``sessions`` counts those
    held, by the number of the last where one is given; ``last`` is the record of the last one,
    ``next_due`` of one that is foreseen, and ``next_date`` its date. ``through`` names the body
    where the series is not the two's own.
    """

    series: str
    kind: str
    level: Level | None
    sessions: Figure
    last: str | None
    last_date: EdtfDate | None
    next_due: str | None
    next_date: EdtfDate | None
    through: tuple[str, ...]


def mechanisms(pair: Pair, *, on: When | None = None) -> tuple[Mechanism, ...]:
    """The standing series of meetings and exercises of the two, and of bodies both belong to.

    Formula:
        Records of meetings and exercises that name one series; sessions held: the number of the
        last where it has one, at least as many as there are records of; last: the latest held by
        the day; next: the earliest foreseen after it and not reported as held.

    Precedent:
        The lists of institutional mechanisms in the briefs of foreign ministries.

    Pitfalls:
        Sessions are renumbered, and a first one may be called so years after the second: the number
        is what a source calls it. That no next session is foreseen in the records is no end of the
        series.

    Args:
        pair: The pair; a series of a body is labelled with the body.
        on: The day; the edition's cut-off if left out.

    Returns:
        A row for each series, the two's own first.
    """
    question = Question.of("mechanisms", pair, on)
    found: dict[str, list[Event]] = {}
    for record in pair.records:
        if isinstance(record, Event) and record.series and record.status is not Status.CANCELLED:
            found.setdefault(record.series, []).append(record)
    rows = [_row(series, sessions, question) for series, sessions in found.items()]
    return tuple(sorted(rows, key=lambda row: (bool(row.through), row.series)))


def _row(series: str, sessions: Sequence[Event], question: Question) -> Mechanism:
    held = sorted((s for s in sessions if _was_held_by(s, question)), key=_ended)
    coming = [s for s in sessions if not s.was_held and s.edtf and _is_after(s.edtf, question)]
    last = held[-1] if held else None
    following = min(coming, key=_ended, default=None)
    return Mechanism(
        series,
        kind_of(sessions[0]),
        last.level if isinstance(last, Meeting) else None,
        _sessions(held, kind_of(sessions[0]), question),
        last.id if last else None,
        last.edtf if last else None,
        following.id if following else None,
        following.edtf if following else None,
        _through(sessions, question.pair),
    )


def _sessions(held: Sequence[Event], kind: str, question: Question) -> Figure:
    context = question.context(kind, unit="session")
    if not held:
        return Figure.absent(**context)
    context["records"] = tuple(session.id for session in held)
    numbered = max((session.edition or 0 for session in held), default=0)
    if numbered >= len(held):
        context["note"] = "by the number that a source gives the last one"
        return Figure.measured(numbered, **context)
    return Figure.between(len(held), None, **context)


def _was_held_by(session: Event, question: Question) -> bool:
    begun = session.edtf is None or session.edtf.begun_by(question.today) is not Certainty.NO
    return session.was_held and begun


def _is_after(date: EdtfDate, question: Question) -> bool:
    return date.lasted_to(question.today) is not Certainty.NO


def _ended(session: Event) -> tuple[int, str]:
    return last_day(session.edtf).high or 0, session.id


def _through(sessions: Sequence[Event], pair: Pair) -> tuple[str, ...]:
    """The bodies that a series leads through; none where one session is the two's own."""
    paths = [pair.records.path(session) for session in sessions]
    if any(path.way is not Way.BODY for path in paths):
        return ()
    return tuple(dict.fromkeys(step for path in paths for step in path.via))
