"""Which of a pair's agreements bind it on a day, and which merely once did or may some day."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.terms import end_of_term
from relations.model.agreement import Agreement
from relations.model.dates import EdtfDate
from relations.model.status import Status
from relations.pairs import Pair
from relations.selection import When


class Standing(enum.Enum):
    """How an agreement stands on a day."""

    IN_FORCE = "in_force"
    SIGNED = "signed_entry_into_force_not_known"
    ADOPTED = "adopted"
    NOT_SIGNED = "not_signed"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    NOT_KNOWN = "status_not_known"


_STANDINGS: Final = {
    Status.IN_FORCE: Standing.IN_FORCE,
    Status.SIGNED: Standing.SIGNED,
    Status.ADOPTED: Standing.ADOPTED,
    Status.SUSPENDED: Standing.SUSPENDED,
    Status.EXPIRED: Standing.EXPIRED,
    Status.TERMINATED: Standing.TERMINATED,
    Status.SUPERSEDED: Standing.SUPERSEDED,
}


@frozen
class AgreementsStanding:
    """How many agreements stand in one way."""

    standing: Standing
    count: Figure


def agreements_in_force(pair: Pair, *, on: When | None = None) -> Figure:
    """How many of the pair's own agreements are in force on a day.

    Formula:
        Certain: those that had entered into force and of which no end is reported by the day, and
        none foreseen. Possible: those of which vague dates, or an end foreseen and not reported,
        leave it open. Low is the certain, high the certain and the possible.

    Precedent:
        The United States' *Treaties in Force*: what had not expired, been repudiated, been replaced
        or otherwise been terminated.

    Pitfalls:
        Signed is not in force: an agreement whose entry into force nobody reports is not counted,
        and stands in ``agreements_by_standing``. Plans, statements and contracts are instruments of
        different weight; the count says nothing of what they bind to.

    Args:
        pair: The pair; agreements of a body alone are left out.
        on: The day; the edition's cut-off if left out.
    """
    question = Question.of("agreements_in_force", pair, on)
    return _counted(Standing.IN_FORCE, question)


def agreements_by_standing(pair: Pair, *, on: When | None = None) -> tuple[AgreementsStanding, ...]:
    """How many of the pair's own agreements stand in which way on a day.

    Formula:
        Each agreement is what its last state by the day says. Where vague dates leave several open,
        it counts as possible for each of them. Where its term, the end that its text foresees or
        the period that it covers has passed, and no end is reported, its status is possibly not
        known.

    Precedent:
        The classes of national treaty lists: in force, signed and not in force, expired,
        terminated, superseded.

    Pitfalls:
        The rows do not add up to the agreements: a doubtful one is possible in several. An
        agreement that nobody reports as ended is not thereby in force, least of all a plan for
        years that have passed.

    Args:
        pair: The pair; agreements of a body alone are left out.
        on: The day; the edition's cut-off if left out.

    Returns:
        A row for each standing, in order from in force to not known.
    """
    question = Question.of("agreements_by_standing", pair, on)
    return tuple(
        AgreementsStanding(standing, _counted(standing, question)) for standing in Standing
    )


def _counted(standing: Standing, question: Question) -> Figure:
    certain, possible = [], []
    for agreement in question.pair.agreements.own:
        found = set(standings(agreement, question.today))
        if found == {standing}:
            certain.append(agreement)
        elif standing in found:
            possible.append(agreement)
    return question.count(certain, possible, question.context("agreements", unit="agreement"))


def standings(agreement: Agreement, day: EdtfDate) -> Iterator[Standing]:
    """Every way in which an agreement may stand on a day; one alone is certain, none is too early.

    An agreement whose first state may not have been entered by the day is in doubt besides.
    """
    answer = agreement.status_on(day)
    if not answer.possible:
        return
    for status in answer.possible:
        yield _STANDINGS.get(status, Standing.NOT_SIGNED)
    foreseen = has_run_out(agreement, day) and answer.possible[-1] in Agreement.STANDING
    if answer.certain is None or foreseen:
        yield Standing.NOT_KNOWN


def has_run_out(agreement: Agreement, day: EdtfDate) -> bool:
    """Whether its term, the end foreseen or the period that it covers has certainly passed.

    An agreement that renews itself does not run out.
    """
    ends = [dating.edtf for dating in (agreement.nominal_end, agreement.period) if dating]
    last, first = end_of_term(agreement).high, day.earliest
    term_is_over = last is not None and first is not None and last < first.toordinal()
    return not agreement.renewal and (
        term_is_over or any(end.certainly_before(day) for end in ends)
    )
