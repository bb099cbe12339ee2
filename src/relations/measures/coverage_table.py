"""How thoroughly each kind of record was looked for: what all other figures of a pair stand on."""

from __future__ import annotations

from attrs import frozen

from relations.measures.coverage import thoroughness
from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.model.coverage import CoverageClass
from relations.model.dates import EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.pairs import Pair
from relations.selection import When


@frozen
class KindCoverage:
    """How a kind was looked for between the two, and how many records of it there are.

    ``statements`` are identifiers of the statements of coverage that count, ``gaps`` their notes.
    ``records`` is a figure of the pair's own records, ``sources`` the number of documents read.
    """

    kind: str
    coverage_class: CoverageClass
    periods: tuple[EdtfDate, ...]
    last_checked: tuple[EdtfDate, ...]
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    gaps: tuple[str, ...]
    records: Figure


def coverage_by_kind(pair: Pair, *, on: When | None = None) -> tuple[KindCoverage, ...]:
    """How thoroughly each kind of record was looked for between the two, when and in what.

    Formula:
        The statements closest to the pair: for the pair itself, else for one of them with a region,
        for one of them, for a region, for all pairs. The class is the best that one of them claims.

    Precedent:
        Statements of coverage of aid maps, of data on leaders' travel and of defence agreements.

    Pitfalls:
        An honest table is the best defence of every other figure; one that claims more than was
        done turns silence into findings. Opportunistic coverage says nothing about what is missing.

    Args:
        pair: The pair.
        on: The day of the figures; the edition's cut-off if left out.

    Returns:
        A row for each kind of record, in the order of a dossier.
    """
    question = Question.of("coverage_by_kind", pair, on)
    return tuple(_row(kind, question) for kind in RECORD_TYPES)


def _row(kind: str, question: Question) -> KindCoverage:
    statements = question.coverage(kind, None, question.party_ids)
    own = tuple(getattr(question.pair, kind).own)
    return KindCoverage(
        kind,
        thoroughness(statements),
        periods=tuple(entry.period for entry in statements if entry.period),
        last_checked=tuple(entry.last_checked for entry in statements if entry.last_checked),
        statements=tuple(entry.id for entry in statements),
        sources=tuple(dict.fromkeys(source for entry in statements for source in entry.sources)),
        gaps=tuple(entry.note for entry in statements if entry.note),
        records=question.count(own, (), question.context(kind, unit="record")),
    )
