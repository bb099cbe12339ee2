"""Whether a party's arms come from one hand or from many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from relations.measures.figure import Context, Figure
from relations.measures.question import YEARS, Question
from relations.measures.volumes import UNKNOWN, Volume, total, volumes, why_no_share
from relations.model.arms_transfer import ArmsCategory
from relations.pairs import Pair
from relations.selection import When


@frozen
class Concentration:
    """How concentrated a party's suppliers are.

    ``index`` is the Herfindahl-Hirschman index from 0 to 1, ``unknown_as_one`` the same with all
    unknown suppliers taken as one. ``effective`` is how many suppliers of equal weight would give
    the index, ``suppliers`` how many were found.
    """

    recipient: str
    index: Figure
    unknown_as_one: Figure
    effective: Figure
    suppliers: Figure


def supplier_concentration(
    pair: Pair,
    *,
    on: When | None = None,
    years: int = YEARS,
    category: ArmsCategory | str | None = None,
) -> tuple[Concentration, ...]:
    """How concentrated the suppliers of each of the two are.

    Formula:
        HHI = Σ s², s the share of each supplier in the volume delivered in the window; effective
        number = 1 ÷ HHI. What comes from unknown suppliers gives two bounds: low as if spread over
        very many, high as if all from the largest one known; beside it, as if from one of its own.

    Precedent:
        The Herfindahl-Hirschman index in studies of the arms industry and in the World Bank's
        concentration of imports.

    Pitfalls:
        Overlapping windows are not independent of one another. Unknown suppliers taken as one raise
        the index, so both treatments are given. Where a volume is known by bounds alone the index
        is not known, and unless all suppliers were looked for by rule it is not applicable. TIV is
        no price, and a few large deliveries make any recipient look loyal.

    Args:
        pair: The pair; a row for each of the two as recipient.
        on: The last day; the edition's cut-off if left out.
        years: The length of the window.
        category: Counts the units of one category in place of TIV.
    """
    question = Question.of("supplier_concentration", pair, on, years)
    kind = None if category is None else ArmsCategory(category)
    return tuple(
        _row(party, volumes(party, kind, question), question) for party in question.party_ids
    )


def _row(recipient: str, found: Mapping[str | None, Volume], question: Question) -> Concentration:
    low, high, as_one = _indexes(found)

    why_not = why_no_share(recipient, question)

    def context(unit: str | None = None) -> Context:
        return question.context("arms_transfers", unit=unit, parties=(recipient,))

    def figure(low: float | None, high: float | None, unit: str | None = None) -> Figure:
        if found and why_not:
            return Figure.not_applicable(why_not, **context(unit))
        return _figure(found, low, high, context(unit))

    return Concentration(
        recipient,
        index=figure(low, high),
        unknown_as_one=figure(as_one, as_one),
        effective=figure(_inverse(high), _inverse(low), "supplier"),
        suppliers=_suppliers(found, context("supplier")),
    )


def _figure(
    found: Mapping[str | None, Volume], low: float | None, high: float | None, context: Context
) -> Figure:
    whole = total(found)
    if not whole.transfers:
        return Figure.absent(**context)
    context["records"], context["note"] = whole.transfers, whole.note
    return Figure.between(low or 0, high, **context)


def _suppliers(found: Mapping[str | None, Volume], context: Context) -> Figure:
    whole, known = total(found), [key for key in found if key is not UNKNOWN]
    if not whole.transfers:
        return Figure.absent(**context)
    context["records"] = whole.transfers
    return Figure.between(len(known) or 1, None if UNKNOWN in found else len(known), **context)


def _indexes(
    found: Mapping[str | None, Volume],
) -> tuple[float | None, float | None, float | None]:
    """The index at its least and at its most, and with the unknown as one supplier."""
    whole = total(found)
    if not whole.is_exact or not whole.low:
        return None, None, None
    unknown = found.get(UNKNOWN, Volume()).low / whole.low
    shares = [volume.low / whole.low for key, volume in found.items() if key is not UNKNOWN]
    spread = _squares(shares)
    if not shares:
        return 0, 1, 1
    largest = max(shares)
    at_most = spread - largest**2 + (largest + unknown) ** 2
    return spread, at_most, spread + unknown**2


def _squares(shares: Sequence[float]) -> float:
    return sum(share**2 for share in shares)


def _inverse(index: float | None) -> float | None:
    return 1 / index if index else None
