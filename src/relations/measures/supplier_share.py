"""How much of what a party received came from the other: who arms whom, and how far."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from relations.measures.figure import SHARE, Figure
from relations.measures.question import YEARS, Question
from relations.measures.volumes import TIV, UNIT, UNKNOWN, Volume, total, volumes, why_no_share
from relations.model.arms_transfer import ArmsCategory
from relations.pairs import Pair
from relations.selection import When


@frozen
class SupplierShare:
    """What part of a party's arms came from the other, and the volumes that it is a part of."""

    supplier: str
    recipient: str
    share: Figure
    volume: Figure
    volume_of_all: Figure


def supplier_share(
    pair: Pair,
    *,
    on: When | None = None,
    years: int = YEARS,
    category: ArmsCategory | str | None = None,
) -> tuple[SupplierShare, ...]:
    """What share of the arms delivered to each of the two came from the other.

    Formula:
        s = V(supplier to recipient) ÷ V(all to recipient) over the deliveries in the window, V in
        SIPRI's trend-indicator value (TIV); with a category, in units of that category alone. With
        U from unknown suppliers: low = V(supplier) ÷ V(all), high = (V(supplier) + U) ÷ V(all).
        A number or a date that is not known widens both.

    Precedent:
        SIPRI's five-year shares of major arms.

    Pitfalls:
        TIV is a volume of military capability and no price; it is never added to money, and a
        licensed production counts when it is delivered. Take all years from one release. Small
        totals swing: read the share with the volume of all. A fall in deliveries does not end
        dependence on spares: deliveries are a flow and no stock. Unless all suppliers were looked
        for by rule over the whole window, a share would say who was written about, and is not
        applicable. A predecessor is a supplier of its own.

    Args:
        pair: The pair; rows for both directions.
        on: The last day; the edition's cut-off if left out.
        years: The length of the window.
        category: Counts the units of one category (``"aircraft"``) in place of TIV.

    Returns:
        A row for the second party as supplier of the first, and one for the reverse.
    """
    question = Question.of("supplier_share", pair, on, years)
    kind = None if category is None else ArmsCategory(category)
    return (
        _row(pair.b.id, pair.a.id, kind, question),
        _row(pair.a.id, pair.b.id, kind, question),
    )


def _row(
    supplier: str, recipient: str, category: ArmsCategory | None, question: Question
) -> SupplierShare:
    found = volumes(recipient, category, question)
    unit = TIV if category is None else UNIT
    return SupplierShare(
        supplier,
        recipient,
        _share(supplier, recipient, found, question),
        volume_figure(found.get(supplier), (supplier, recipient), unit, question),
        volume_figure(total(found), (recipient,), unit, question),
    )


def volume_figure(
    volume: Volume | None, parties: tuple[str, ...], unit: str, question: Question
) -> Figure:
    """A volume as a figure."""
    context = question.context("arms_transfers", unit=unit, parties=parties)
    if volume is None or not volume.transfers:
        return Figure.absent(**context)
    context["records"], context["note"] = volume.transfers, volume.note
    return Figure.between(volume.low, volume.high, **context)


def _share(
    supplier: str, recipient: str, found: Mapping[str | None, Volume], question: Question
) -> Figure:
    mine = found.get(supplier)
    parties = (supplier, recipient)
    context = question.context("arms_transfers", unit=SHARE, parties=parties)
    if mine is None:
        return Figure.absent(**context)
    if reason := why_no_share(recipient, question):
        return Figure.not_applicable(reason, **context)
    unknown = found.get(UNKNOWN, Volume())
    others = total({key: v for key, v in found.items() if key not in (supplier, UNKNOWN)})
    context["records"], context["note"] = total(found).transfers, total(found).note
    low = _part(mine.low, _sum(others.high, unknown.high)) or 0
    high = _part(_sum(mine.high, unknown.high), others.low)
    tells_nothing = not low and high in (None, 1)
    return Figure.between(low, None if tells_nothing else high, **context)


def _sum(*numbers: float | None) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _part(mine: float | None, others: float | None) -> float | None:
    """The part of the whole that is mine; ``None`` where it cannot be told."""
    if mine is None or others is None or mine + others == 0:
        return None
    return mine / (mine + others)
