"""Which statements of coverage bear on a question: without one, silence says nothing at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from relations.dataset import Dataset
from relations.model.coverage import Coverage, CoverageClass
from relations.model.dates import EdtfDate

_BY_RULE: Final = frozenset({CoverageClass.CENSUS, CoverageClass.SYSTEMATIC})


def coverage(
    dataset: Dataset, kind: str, parties: Collection[str] = (), period: EdtfDate | None = None
) -> tuple[Coverage, ...]:
    """The statements that say how thoroughly a kind of record was looked for.

    A statement for the very pair counts before one for a party with a region, that before one for
    a party or a region alone, and that before one for all pairs: the closest that there is counts
    alone. A statement bears on a period if it certainly shares a day with it, or is for all time;
    one in which a source says that there was none has to span the whole of it. On a period after
    the edition's cut-off none bears: nothing later was considered.

    Args:
        dataset: What was gathered.
        kind: The group of the records (``"meetings"``).
        parties: The two of a pair, by identifier; none asks for what holds of all pairs.
        period: The time asked about; none asks for any time.
    """
    cut_off = EdtfDate.from_date(dataset.edition.date)
    if period is not None and period.period().certainly_after(cut_off):
        return ()
    bearing = [
        entry
        for entry in dataset.coverage
        if kind in entry.kinds
        and _bears_on_time(entry, period)
        and _bears_on_parties(entry, frozenset(parties), dataset)
    ]
    closest = max(map(_closeness, bearing), default=0)
    return tuple(entry for entry in bearing if _closeness(entry) == closest)


def thoroughness(statements: Iterable[Coverage]) -> CoverageClass:
    """The best class that any of the statements claims; none where there is no statement."""
    order = list(CoverageClass)
    classes = [entry.coverage_class for entry in statements]
    return min(classes, key=order.index, default=CoverageClass.NONE)


def is_thorough(statements: Iterable[Coverage], period: EdtfDate | None) -> bool:
    """Whether a matter was looked for by rule, or wholly, over the whole of a period.

    Only then do parts of a whole, ranks and medians say something of the world: what came to hand
    says who was written about.
    """
    return any(
        entry.coverage_class in _BY_RULE
        and (
            entry.period is None
            or (period is not None and period.period().certainly_within(entry.period.period()))
        )
        for entry in statements
    )


def coverage_words(statements: Iterable[Coverage]) -> str:
    """How thoroughly a matter was looked for, in words: "opportunistic, 1979-05-02/2026-08-20"."""
    words = dict.fromkeys(map(_words, statements))
    return "; ".join(words) or "not covered"


def _words(entry: Coverage) -> str:
    if entry.coverage_class is CoverageClass.NONE:
        return "not covered"
    period = f", {entry.period}" if entry.period else ""
    return f"{entry.coverage_class.value}{period}"


def _closeness(entry: Coverage) -> int:
    """How close a statement comes to a single pair, from 0 for all pairs."""
    return len(entry.parties) * 2 + (entry.region is not None)


def _bears_on_time(entry: Coverage, period: EdtfDate | None) -> bool:
    if entry.period is None:
        return True
    if period is None:
        return not entry.none_stated
    asked, covered = period.period(), entry.period.period()
    within, shares = asked.certainly_within(covered), asked.certainly_overlaps(covered)
    return within if entry.none_stated else shares


def _bears_on_parties(entry: Coverage, pair: frozenset[str], dataset: Dataset) -> bool:
    if not pair.issuperset(entry.parties):
        return False
    if entry.region is None:
        return True
    return not (pair - set(entry.parties)).isdisjoint(
        _in_region(entry.region, entry.period, dataset)
    )


def _in_region(body: str, period: EdtfDate | None, dataset: Dataset) -> Iterator[str]:
    """The body that is the region, and who possibly belonged to it in the period."""
    yield body
    for membership in dataset.memberships(body):
        if period is None or membership.period.possibly_overlaps(period):
            yield membership.party
