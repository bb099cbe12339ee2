"""How far each field of a record may be relied on, by a rule that prints its reason.

Confidence is of a field and never of a record, and says nothing of how likely anything is.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from relations.dataset import Dataset
from relations.measures.evidence import lineages_of
from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.model.claims import Contest, Rank
from relations.model.confidence import OCCURRENCE, ConfidenceLevel
from relations.model.dates import Dating
from relations.model.kinds import kind_of
from relations.model.quantities import Money, MoneyKind, Quantity
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.source import Citation, Source, SourceClass
from relations.model.status import Status
from relations.pairs import Pair
from relations.selection import When


class FieldGroup(enum.Enum):
    """What a field is about; sources of one class are strong on some matters and weak on others."""

    OCCURRENCE = "occurrence"
    DATE = "date"
    STATUS = "status"
    QUANTITY = "quantity"
    VALUE = "value"
    DESCRIPTION = "description"


Strength = Mapping[SourceClass, frozenset[FieldGroup]]
"""On which matters the sources of a class are strong; on all others they are weak."""

STRONG: Final[Strength] = {
    SourceClass.OFFICIAL: frozenset(
        {FieldGroup.OCCURRENCE, FieldGroup.DATE, FieldGroup.STATUS, FieldGroup.DESCRIPTION}
    ),
    SourceClass.ACADEMIC: frozenset(FieldGroup),
    SourceClass.REFERENCE: frozenset(),
    SourceClass.STATE_MEDIA: frozenset(),
    SourceClass.PRESS: frozenset(),
    SourceClass.BLOG: frozenset(),
}
"""A ministry knows that it met and when, and is weak on what a contract is worth; a register of
scholars is strong on its numbers too; the media are nowhere strong alone."""


@frozen
class Confidence:
    """How far one field of a record may be relied on, and why.

    ``is_override`` says that an editor judged it and not the rule.
    """

    record: str
    field: str
    level: ConfidenceLevel
    reason: str
    is_override: bool
    lineages: tuple[str, ...]


@frozen
class FieldConfidence:
    """How far one field may be relied on, with the number of lineages that bear it out."""

    record: str
    field: str
    level: ConfidenceLevel
    reason: str
    is_override: bool
    lineages: Figure


def confidences(pair: Pair, *, on: When | None = None) -> tuple[FieldConfidence, ...]:
    """How far each field of the pair's own records may be relied on.

    Formula:
        High: at least two lineages, one of them an official source of a party or a specialist
        register that is strong on the matter, and no unresolved conflict. Moderate: one such
        source, or two lineages of news. Low: a single other source, an estimate, a date that its
        source doubts, or an unresolved conflict. Blogs make no lineage here. An editor may override
        it, with a reason.

    Precedent:
        GRADE, which starts from the kind of evidence and steps down; the confidence ratings of
        intelligence assessments, which give the reason beside the rating.

    Pitfalls:
        Two scales judged by one tired person collapse into one, so there is one scale. Confidence
        is no likelihood. An official source is strong that a meeting took place and weak on what a
        contract is worth. The media of one state may be several lineages and one voice.

    Args:
        pair: The pair; records that tie it only through a body are left out.
        on: The day of the figures; the edition's cut-off if left out.

    Returns:
        A row for each field that states something, record by record.
    """
    question = Question.of("confidences", pair, on)
    return tuple(
        _row(confidence(record, name, pair.dataset), record, question)
        for record in pair.records.own
        for name in fields_of(record)
    )


def _row(found: Confidence, record: Record, question: Question) -> FieldConfidence:
    context = question.context(kind_of(record), unit="lineage")
    context["records"] = (record.id,)
    number = Figure.measured(len(found.lineages), **context)
    return FieldConfidence(
        found.record, found.field, found.level, found.reason, found.is_override, number
    )


def fields_of(record: Record) -> Iterator[str]:
    """Every field of a record whose confidence can be asked: that it is, and what it states."""
    yield OCCURRENCE
    for name in sorted(record.claimable()):
        if name.startswith(HISTORY_PREFIX):
            if record.state(Status(name.removeprefix(HISTORY_PREFIX))) is not None:
                yield name
        elif getattr(record, name) not in (None, (), ""):
            yield name


def confidence(
    record: Record, field: str, dataset: Dataset, strong: Strength = STRONG
) -> Confidence:
    """How far a field of a record may be relied on.

    Args:
        record: The record.
        field: A field that can be claimed, ``history.`` with a status, or ``occurrence``.
        dataset: Where its sources and its parties' memberships are.
        strong: On which matters the sources of a class are strong.
    """
    sources = _sources(record, field, dataset)
    lineages = tuple(dict.fromkeys(source.lineage for source in sources))
    for override in record.confidence:
        if override.field == field:
            signed = f" ({override.editor})" if override.editor else ""
            reason = f"{override.reason}{signed}"
            return Confidence(record.id, field, override.level, reason, True, lineages)
    level, reason = _by_rule(record, field, sources, dataset, strong)
    return Confidence(record.id, field, level, reason, False, lineages)


# -- the rule ------------------------------------------------------------------------------------


def _by_rule(
    record: Record,
    field: str,
    sources: tuple[Source, ...],
    dataset: Dataset,
    strong: Strength,
) -> tuple[ConfidenceLevel, str]:
    if doubt := _doubt(record, field):
        return ConfidenceLevel.LOW, doubt
    group = group_of(record, field)
    own = _sides(record, dataset)
    best = [source for source in sources if _is_strong(source, group, own, strong)]
    lineages = lineages_of(s for s in sources if s.source_class is not SourceClass.BLOG)
    told = f"{lineages} lineage{'' if lineages == 1 else 's'}" if lineages else "blogs alone"
    if best and lineages > 1:
        return ConfidenceLevel.HIGH, f"{told}, with {_called(best[0])} among them"
    if best:
        return ConfidenceLevel.MODERATE, f"{_called(best[0])} alone"
    if lineages > 1:
        return ConfidenceLevel.MODERATE, f"{told}, none official or a register for this"
    return ConfidenceLevel.LOW, f"{told}, not official and no register for this"


def _called(source: Source) -> str:
    official = source.source_class is SourceClass.OFFICIAL
    return "an official source of a party" if official else "a specialist register"


def _is_strong(source: Source, group: FieldGroup, own: frozenset[str], strong: Strength) -> bool:
    """Whether a source is strong on a matter; an official one only for its own side."""
    if group not in strong.get(source.source_class, frozenset()):
        return False
    return source.source_class is not SourceClass.OFFICIAL or source.side in own


def _doubt(record: Record, field: str) -> str:
    """What keeps a field low whatever its sources; nothing if nothing does."""
    for contest in record.contests:
        if contest.field == field and contest.is_disputed:
            if contest.is_doubted:
                return "its only account is doubted"
            if contest.is_unresolved:
                return "accounts differ, and nothing decides between them"
    return _estimated(_value(record, field))


def _estimated(value: object) -> str:
    if isinstance(value, Quantity) and value.is_approximate:
        return "an estimate"
    if isinstance(value, Money) and (
        value.kind is MoneyKind.ESTIMATE or value.amount.is_approximate
    ):
        return "an estimate"
    if isinstance(value, Dating) and value.edtf.is_uncertain:
        return "the date itself is in doubt"
    return ""


# -- what the rule looks at ----------------------------------------------------------------------


def _value(record: Record, field: str) -> Any:  # noqa: ANN401 - a field may hold anything
    if field == OCCURRENCE:
        return None
    if field.startswith(HISTORY_PREFIX):
        state = record.state(Status(field.removeprefix(HISTORY_PREFIX)))
        return state.date if state else None
    return getattr(record, field)


def group_of(record: Record, field: str) -> FieldGroup:
    """What a field is about."""
    if field == OCCURRENCE:
        return FieldGroup.OCCURRENCE
    if field.startswith(HISTORY_PREFIX):
        return FieldGroup.STATUS
    return next(
        (group for kind, group in _GROUPS.items() if isinstance(_value(record, field), kind)),
        FieldGroup.DESCRIPTION,
    )


_GROUPS: Final = {
    Dating: FieldGroup.DATE,
    Quantity: FieldGroup.QUANTITY,
    Money: FieldGroup.VALUE,
}


def _sources(record: Record, field: str, dataset: Dataset) -> tuple[Source, ...]:
    """The sources that bear a field out: those of its best account, or that name the field."""
    cited = dict.fromkeys(citation.source for citation in _citations(record, field))
    return tuple(dataset.source(identifier) for identifier in cited)


def _citations(record: Record, field: str) -> Iterable[Citation]:
    if field == OCCURRENCE:
        return record.all_citations()
    contest = next((entry for entry in record.contests if entry.field == field), None)
    if contest is not None:
        return _followed(contest)
    if field.startswith(HISTORY_PREFIX):
        state = record.state(Status(field.removeprefix(HISTORY_PREFIX)))
        return state.citations if state else ()
    return (citation for citation in record.citations if field in citation.supports)


def _followed(contest: Contest) -> Iterator[Citation]:
    """The citations of every account that gives the value that is used and is not denied."""
    for claim in contest.claims:
        same = claim.value == contest.best.value and claim.rank is not Rank.DEPRECATED
        if claim is contest.best or same:
            yield from claim.citations


def _sides(record: Record, dataset: Dataset) -> frozenset[str]:
    """The parties of a record, and the members of the bodies among them."""
    own = set(record.party_ids)
    for party in record.party_ids:
        own.update(membership.party for membership in dataset.memberships(party))
    return frozenset(own)
