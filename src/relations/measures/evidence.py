"""How well the records are borne out: their sources, lineages and official sources.

Ten copies of one agency's text are one lineage, so that lineages are counted beside sources. An
official source is a ministry, a head of state or government, or a body's own secretariat.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

from attrs import frozen

from relations.dataset import Dataset
from relations.model.claims import Contest
from relations.model.record import Record
from relations.model.source import Source, SourceClass


class Verdict(enum.Enum):
    """How a contested fact stands."""

    REFINED = "refined"
    CONTRADICTED = "contradicted"
    UNRESOLVED = "unresolved"


@frozen
class Evidence:
    """What one record rests on, in numbers.

    ``sources``, ``lineages`` and ``official`` count the sources cited by the record, its states and
    its claims. ``contested`` says how each of its contested fields stands.
    """

    record: Record
    sources: int
    lineages: int
    official: int
    contested: tuple[tuple[str, Verdict], ...]

    @property
    def is_corroborated(self) -> bool:
        """Whether at least two lineages speak of it."""
        return self.lineages > 1


def evidence(dataset: Dataset) -> Iterator[Evidence]:
    """What each record rests on, in order of time."""
    for record in dataset.records:
        cited = {entry.source: dataset.source(entry.source) for entry in record.all_citations()}
        yield _evidence(record, tuple(cited.values()))


def _evidence(record: Record, sources: tuple[Source, ...]) -> Evidence:
    return Evidence(
        record=record,
        sources=len(sources),
        lineages=lineages_of(sources),
        official=sum(source.source_class is SourceClass.OFFICIAL for source in sources),
        contested=tuple((contest.field, verdict(contest)) for contest in record.contests),
    )


def lineages_of(sources: Iterable[Source]) -> int:
    """How many texts there are behind these sources, each with all its copies."""
    return len({source.lineage for source in sources})


def verdict(contest: Contest) -> Verdict:
    """How a contested fact stands: unresolved before contradicted before merely refined."""
    if contest.is_disputed and contest.is_unresolved:
        return Verdict.UNRESOLVED
    return Verdict.CONTRADICTED if contest.is_disputed else Verdict.REFINED
