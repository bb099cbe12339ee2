"""What rests on one side of a relation only is worth knowing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.record import HISTORY_PREFIX, Record


def one_sided_facts(dataset: Dataset) -> Iterator[Finding]:
    """A fact that two parties share is told by more than one of them, or by a third.

    A fact is a field, a state or a contested field; the side of a source is the party whose state,
    body or state media publishes it.
    """
    side_of = {source.id: source.side for source in dataset.sources}
    for record in dataset.records:
        for side, facts in _one_sided(record, side_of).items():
            if len(record.party_ids) > 1 and side in record.party_ids:
                yield Finding(
                    owner=record,
                    message=f"{', '.join(facts)}: known from {side} alone",
                    hint="look for a source of another party, or of a third",
                )


def _one_sided(record: Record, side_of: Mapping[str, str | None]) -> dict[str, list[str]]:
    """The facts that all of their sources tell from one side, by that side."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact, sources in _facts(record).items():
        sides = {side_of.get(source) for source in sources}
        only = next(iter(sides)) if len(sides) == 1 else None
        if only is not None:
            found[only].append(fact)
    return found


def _facts(record: Record) -> dict[str, set[str]]:
    """The sources of each fact that a record states."""
    facts: dict[str, set[str]] = defaultdict(set)
    for citation in record.citations:
        for name in citation.supports:
            facts[name].add(citation.source)
    for state in record.history:
        facts[HISTORY_PREFIX + state.status.value] |= {it.source for it in state.citations}
    for claim in record.claims:
        facts[claim.field] |= {it.source for it in claim.citations}
    return facts
