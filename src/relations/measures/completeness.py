"""How much was probably missed, from what two sides' sources both tell; for pages on method."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from relations.measures.directions import lineage
from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.source_profile import sources_of
from relations.model.kinds import RECORD_TYPES
from relations.model.record import Record
from relations.pairs import Pair
from relations.selection import When


@frozen
class Completeness:
    """How many records of a kind each side's sources tell of, both, and how many there may be."""

    kind: str
    told_by_a: Figure
    told_by_b: Figure
    told_by_both: Figure
    estimate: Figure


def completeness(pair: Pair, *, on: When | None = None) -> tuple[Completeness, ...]:
    """How many records of each kind there may be, found and not found, by mark and recapture.

    Formula:
        Chapman's estimate N = (n1 + 1)(n2 + 1) ÷ (m + 1) − 1, with n1 the records of which the one
        party's sources tell, n2 those of which the other's do, m those of which both do.

    Precedent:
        Two agencies together caught about three quarters of the events in a study of conflict in
        Africa, estimated in this way.

    Pitfalls:
        The two lists are hardly independent: both tell of the large events, so that the estimate is
        too low. It needs a record that both tell of. It belongs on a page about method and never
        on a first page. It says nothing of what neither side would tell.

    Args:
        pair: The pair; records that tie it only through a body are left out.
        on: The day of the figures; the edition's cut-off if left out.

    Returns:
        A row for each kind of record that was found.
    """
    question = Question.of("completeness", pair, on)
    rows = (_row(kind, list(getattr(pair, kind).own), question) for kind in RECORD_TYPES)
    return tuple(row for row in rows if row is not None)


def _row(kind: str, records: Sequence[Record], question: Question) -> Completeness | None:
    if not records:
        return None
    by_a, by_b = ([r for r in records if _tells(p, r, question.pair)] for p in question.party_ids)
    both = [record for record in by_a if record in by_b]

    def count(some: Sequence[Record]) -> Figure:
        return question.count(some, (), question.context(kind, unit="record"))

    estimate = _estimate(kind, by_a, by_b, both, question)
    return Completeness(kind, count(by_a), count(by_b), count(both), estimate)


def _tells(party: str, record: Record, pair: Pair) -> bool:
    own = lineage(party, pair, record.date_of_record)
    return any(source.side in own for source in sources_of(record, pair))


def _estimate(
    kind: str,
    by_a: Sequence[Record],
    by_b: Sequence[Record],
    both: Sequence[Record],
    question: Question,
) -> Figure:
    context = question.context(kind, unit="record")
    if not both:
        return Figure.not_applicable("no record is told of by sources of both sides", **context)
    context["records"] = tuple(dict.fromkeys(record.id for record in (*by_a, *by_b)))
    context["note"] = "too low where the two sides' sources are not independent"
    number = (len(by_a) + 1) * (len(by_b) + 1) / (len(both) + 1) - 1
    return Figure.between(number, None, **context)
