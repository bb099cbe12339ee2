"""Which weapons went from the one to the other, category by category, and where they now serve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from relations.measures.amounts import amount
from relations.measures.directions import lineage
from relations.measures.figure import SHARE, Figure
from relations.measures.question import Question
from relations.measures.volumes import why_no_share
from relations.model.arms_transfer import ArmsCategory, ArmsTransfer
from relations.model.dates import Certainty
from relations.model.status import Status
from relations.pairs import Pair
from relations.selection import When


@frozen
class System:
    """One transfer of a weapon, with what a source says of how many."""

    supplier: str | None
    recipient: str | None
    category: ArmsCategory
    designation: str
    transfer: str
    status: Status | None
    ordered: Figure
    delivered: Figure
    in_service: Figure
    volume: Figure


@frozen
class FleetOrigin:
    """What part of the units of a category in a party's service came from the other."""

    recipient: str
    supplier: str
    category: ArmsCategory
    share: Figure
    units: Figure


def top_systems(pair: Pair, *, on: When | None = None) -> tuple[System, ...]:
    """The weapons that went from either of the two to the other, the largest transfers first.

    Formula:
        The pair's own transfers that were ordered, delivered or in service by the day, by supplier
        and category; inside a category by volume (TIV) where every one has it, otherwise by the
        largest number that a source gives: delivered, ordered or in service.

    Precedent:
        Arms-transfer registers: ordered, delivered and status beside the designation.

    Pitfalls:
        Numbers are never ranked across categories: six submarines and two hundred missiles do not
        compare. What was only talked about or planned is not listed; see ``pipeline``. A number
        that is not known ranks last and is not small.

    Args:
        pair: The pair; transfers of a body alone are left out.
        on: The day; the edition's cut-off if left out.
    """
    question = Question.of("top_systems", pair, on)
    found = [t for t in pair.arms_transfers.own if _was_ordered(t, question)]
    groups: dict[tuple[str | None, ArmsCategory], list[ArmsTransfer]] = {}
    for transfer in found:
        groups.setdefault((transfer.supplier, transfer.category), []).append(transfer)
    return tuple(_system(t, question) for group in groups.values() for t in _ranked(group))


def _was_ordered(transfer: ArmsTransfer, question: Question) -> bool:
    reached = transfer.status_on(question.today).possible
    return any(status not in ArmsTransfer.NOT_ORDERED for status in reached)


def _ranked(transfers: Sequence[ArmsTransfer]) -> list[ArmsTransfer]:
    by_volume = all(transfer.tiv is not None for transfer in transfers)
    return sorted(transfers, key=lambda t: (-_size(t, by_volume), t.id))


def _size(transfer: ArmsTransfer, by_volume: bool) -> float:
    if by_volume and transfer.tiv is not None:
        return transfer.tiv.minimum
    numbers = (transfer.number_delivered, transfer.number_ordered, transfer.number_in_service)
    return max((number.minimum for number in numbers if number is not None), default=0)


def _system(transfer: ArmsTransfer, question: Question) -> System:
    def figure(name: str, unit: str = "unit", *, some: bool = False) -> Figure:
        context = question.context("arms_transfers", unit=unit)
        return amount(getattr(transfer, name), transfer.id, context, some=some)

    return System(
        transfer.supplier,
        transfer.recipient,
        transfer.category,
        transfer.designation,
        transfer.id,
        transfer.status_on(question.today).possible[-1],
        ordered=figure("number_ordered"),
        delivered=figure("number_delivered", some=transfer.was_delivered),
        in_service=figure("number_in_service"),
        volume=figure("tiv", "TIV"),
    )


def fleet_origin(pair: Pair, *, on: When | None = None) -> tuple[FleetOrigin, ...]:
    """What share of each one's units in service came from the other, category by category.

    Formula:
        In a category, units in service that came from the supplier or its predecessors ÷ all units
        in service that are recorded, on the day; bounds where a number is not known.

    Precedent:
        Inventories by country of origin, as the yearly military balances give them.

    Pitfalls:
        Only what is recorded as in service is counted: unless the whole fleet was gone through by
        rule a share would say who was written about, and is not applicable. A fall in the share of
        deliveries does not end dependence on spares: deliveries are a flow, the fleet is a stock.

    Args:
        pair: The pair; rows for both directions.
        on: The day; the edition's cut-off if left out.
    """
    question = Question.of("fleet_origin", pair, on)
    a, b = question.party_ids
    return (*_fleet(a, b, question), *_fleet(b, a, question))


def _fleet(recipient: str, supplier: str, question: Question) -> Iterator[FleetOrigin]:
    serving = list(_serving(recipient, question))
    for category in ArmsCategory:
        units = [transfer for transfer in serving if transfer.category is category]
        theirs = [transfer for transfer in units if _is_from(supplier, transfer, question.pair)]
        if theirs:
            share = _share(recipient, theirs, units, question)
            yield FleetOrigin(recipient, supplier, category, share, _units(theirs, question))


def _is_from(supplier: str, transfer: ArmsTransfer, pair: Pair) -> bool:
    return transfer.supplier in lineage(supplier, pair, transfer.date_of_record)


def _serving(recipient: str, question: Question) -> Iterator[ArmsTransfer]:
    for record in question.pair.dataset.records_of.get(recipient, ()):
        if not isinstance(record, ArmsTransfer) or record.recipient != recipient:
            continue
        if record.status_on(question.today).was(Status.IN_SERVICE) is not Certainty.NO:
            yield record


def _units(transfers: Sequence[ArmsTransfer], question: Question) -> Figure:
    context = question.context("arms_transfers", unit="unit")
    context["records"] = tuple(transfer.id for transfer in transfers)
    return Figure.between(*_bounds(transfers), **context)


def _bounds(transfers: Sequence[ArmsTransfer]) -> tuple[float, float | None]:
    """The least and the most units; of an unknown number there is at least one, of none none."""
    if not transfers:
        return 0, 0
    numbers = [transfer.number_in_service for transfer in transfers]
    least = sum(1 if number is None else number.minimum or 1 for number in numbers)
    most = [number.maximum for number in numbers if number is not None]
    known = [number for number in most if number is not None]
    return least, sum(known) if len(known) == len(numbers) else None


def _share(
    recipient: str,
    theirs: Sequence[ArmsTransfer],
    units: Sequence[ArmsTransfer],
    question: Question,
) -> Figure:
    context = question.context("arms_transfers", unit=SHARE)
    if reason := why_no_share(recipient, question):
        return Figure.not_applicable(reason, **context)
    context["records"] = tuple(transfer.id for transfer in units)
    others = [transfer for transfer in units if transfer not in theirs]
    (low, high), (other_low, other_high) = _bounds(theirs), _bounds(others)
    least = 0 if other_high is None else low / (low + other_high)
    most = None if high is None else high / (high + other_low)
    return Figure.between(least, most, **context)
