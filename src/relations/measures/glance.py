"""The figures that a reader with one minute asks for, always the same and in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from relations.measures.coverage_table import coverage_by_kind
from relations.measures.directions import Direction
from relations.measures.encounters import common_bodies
from relations.measures.figure import Figure
from relations.measures.in_force import Standing, agreements_by_standing
from relations.measures.last_contacts import last_contacts
from relations.measures.question import YEARS, Question
from relations.measures.renewals import SOON, Urgency, renewals
from relations.measures.spans import since
from relations.measures.supplier_share import supplier_share
from relations.model.agreement import Agreement, AgreementForm
from relations.model.dates import Certainty, EdtfDate
from relations.model.kinds import MEMBERSHIPS, RECORD_TYPES
from relations.model.meeting import Level
from relations.model.record import Record
from relations.pairs import Pair
from relations.selection import When

DIPLOMATIC: Final = "diplomatic relations"
"""The topic of an agreement with which relations were established."""


@frozen
class Glance:
    """One line: what is told, the figure, and the words and the date that belong to it."""

    item: str
    figure: Figure
    said: str = ""
    date: EdtfDate | None = None


def at_a_glance(pair: Pair, *, on: When | None = None, years: int = YEARS) -> tuple[Glance, ...]:
    """The fixed list of what a reader asks first: since when, how close, how much, how well known.

    Formula:
        The years since the agreement on the topic "diplomatic relations"; the latest partnership
        with its date; the days since the last visit of a head each way; agreements in force, and
        signed with entry into force not known; renewals within 18 months; the share of arms each
        way in the window with the volumes; exercises held in the window; bodies in common; records
        and documents; records of each kind with their coverage.

    Precedent:
        The one-page basic data of foreign ministries; fact sheets with their "at a glance".

    Pitfalls:
        A label is not substance: a partnership stands with its date. No line without its coverage:
        a count alone invites the reader to compare what was not looked for alike. The list is
        fixed, so that the same fact stands in the same place for every pair.

    Args:
        pair: The pair.
        on: The day; the edition's cut-off if left out.
        years: The length of the window for arms and exercises.
    """
    question = Question.of("at_a_glance", pair, on)
    windowed = Question.of("at_a_glance", pair, on, years)
    return (
        _established(question),
        _label(question),
        *_last_visits(question),
        *_agreements(question),
        _renewals(question),
        *_arms(pair, question, years),
        _exercises(windowed),
        _bodies(question),
        *_records(question),
    )


def _established(question: Question) -> Glance:
    found = [a for a in question.pair.agreements.own if DIPLOMATIC in a.topics]
    context = question.context("agreements", unit="day")
    if not found:
        return Glance("relations_since", Figure.absent(**context))
    first, date = found[0], found[0].date_of_record
    passed = since(date, question.day)
    context["records"] = (first.id,)
    figure = Figure.between(passed.low or 0, passed.high, **context)
    return Glance("relations_since", figure, first.title, date)


def _label(question: Question) -> Glance:
    found = [
        agreement
        for agreement in question.pair.agreements.own
        if agreement.form is AgreementForm.PARTNERSHIP and _has_begun(agreement, question)
    ]
    figure = question.count(found, (), question.context("agreements", unit="partnership"))
    last = found[-1] if found else None
    return Glance(
        "label", figure, last.title if last else "", last.date_of_record if last else None
    )


def _has_begun(agreement: Agreement, question: Question) -> bool:
    date = agreement.date_of_record
    return date is not None and date.begun_by(question.today) is not Certainty.NO


def _last_visits(question: Question) -> Iterator[Glance]:
    titles = {record.id: record.title for record in question.pair.meetings}
    for row in last_contacts(question.pair, on=question.today):
        if row.level is Level.HEAD and row.direction in (Direction.A_TO_B, Direction.B_TO_A):
            said = titles[row.meeting] if row.meeting else ""
            yield Glance(f"last_head_visit_{row.direction.value}", row.days_since, said, row.date)


def _agreements(question: Question) -> Iterator[Glance]:
    for row in agreements_by_standing(question.pair, on=question.today):
        if row.standing in (Standing.IN_FORCE, Standing.SIGNED):
            yield Glance(f"agreements_{row.standing.value}", row.count)


def _renewals(question: Question) -> Glance:
    dataset = question.pair.dataset
    rows = renewals(question.pair, on=question.today)
    near = [r for r in rows if r.urgency in (Urgency.NOTICE_DUE, Urgency.SOON)]
    unknown = [r for r in rows if r.urgency is Urgency.NOT_KNOWN]
    note = f"date not known for {len(unknown)} of {len(rows)}" if unknown else ""
    context = question.context("agreements", unit="agreement", note=note)
    found = [dataset.record(row.agreement) for row in near]
    return Glance(f"renewals_within_{SOON}_months", question.count(found, (), context))


def _arms(pair: Pair, question: Question, years: int) -> Iterator[Glance]:
    ways = zip(
        ("b_to_a", "a_to_b"), supplier_share(pair, on=question.today, years=years), strict=True
    )
    for way, row in ways:
        yield Glance(f"arms_share_{way}", row.share)
        yield Glance(f"arms_volume_{way}", row.volume)
        yield Glance(f"arms_volume_all_to_{way[-1]}", row.volume_of_all)


def _exercises(question: Question) -> Glance:
    window = question.window or question.today
    answer = question.pair.exercises.own.during(window)
    context = question.context("exercises", unit="exercise")
    return Glance("exercises", question.count(answer.certain, answer.possible, context))


def _bodies(question: Question) -> Glance:
    bodies = list(common_bodies(question))
    context = question.context(MEMBERSHIPS, unit="body")
    names = ", ".join(body.name for body in bodies)
    return Glance("bodies_in_common", Figure.counted([b.id for b in bodies], **context), names)


def _records(question: Question) -> Iterator[Glance]:
    own = tuple(question.pair.records.own)
    context = question.context(*RECORD_TYPES, unit="record")
    yield Glance("records", question.count(own, (), context))
    yield Glance("documents", _documents(own, question))
    for row in coverage_by_kind(question.pair, on=question.today):
        yield Glance(f"coverage_{row.kind}", row.records, row.coverage_class.value)


def _documents(own: tuple[Record, ...], question: Question) -> Figure:
    context = question.context(*RECORD_TYPES, unit="document")
    if not own:
        return Figure.absent(**context)
    cited = {citation.source for record in own for citation in record.all_citations()}
    context["records"] = tuple(record.id for record in own)
    return Figure.measured(len(cited), **context)
