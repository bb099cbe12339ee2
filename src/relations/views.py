"""What some of the sources alone say: the same records without what only the others bear out.

A claim stays if at least one of its citations stays; a field takes its best remaining claim and
falls back to "not known" when none remains; a state or a record without a remaining citation is
gone. What is the editor's (titles, notes, classes) stays as long as the record does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs

from relations.model.claims import Claim, best_first
from relations.model.person import Person, Tenure
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.source import Citation
from relations.model.status import State

R = TypeVar("R", bound=Record)
Cited = TypeVar("Cited", Claim, Tenure)
Keep = Callable[[Citation], bool]


def remaining(record: R, keep: Keep) -> R | None:
    """``record`` as the kept citations alone bear it out, or ``None`` if none is kept."""
    citations = tuple(filter(keep, record.all_citations()))
    if not citations:
        return None
    own = tuple(filter(keep, record.citations))
    claims = tuple(_still_cited(record.claims, keep))
    changes: dict[str, Any] = {
        "citations": own or tuple(attrs.evolve(citation, supports=()) for citation in citations),
        "claims": claims,
        "history": tuple(_history(record, claims, keep)),
        **_fields(record, claims, own),
    }
    return attrs.evolve(record, **changes)


def remaining_person(person: Person, keep: Keep) -> Person:
    """``person`` with the tenures that the kept citations bear out; the name stays."""
    return attrs.evolve(person, tenures=tuple(_still_cited(person.tenures, keep)))


def _still_cited(entries: Iterable[Cited], keep: Keep) -> Iterable[Cited]:
    for entry in entries:
        kept = tuple(filter(keep, entry.citations))
        if kept:
            yield attrs.evolve(entry, citations=kept)


def _history(record: Record, claims: tuple[Claim, ...], keep: Keep) -> Iterable[State]:
    """The states with a kept citation, each dated by the best remaining claim on its date.

    A claim on the date of a state bears out the state as well.
    """
    contested = {contest.field for contest in record.contests}
    for state in record.history:
        path = HISTORY_PREFIX + state.status.value
        about = [claim for claim in claims if claim.field == path]
        claimed = tuple(citation for claim in about for citation in claim.citations)
        citations = tuple(filter(keep, state.citations)) or claimed
        if citations:
            date = _best(path, about) if path in contested else state.date
            yield attrs.evolve(state, citations=citations, date=date)


def _fields(
    record: Record, claims: tuple[Claim, ...], citations: tuple[Citation, ...]
) -> dict[str, object]:
    """The values of the fields that are not the editor's."""
    contested = {contest.field for contest in record.contests}
    supported = {name for citation in citations for name in citation.supports}
    return {
        attribute.name: _value(record, attribute, contested, supported, claims)
        for attribute in attrs.fields(type(record))
        if attribute.name not in record.EDITORIAL
    }


def _value(
    record: Record,
    attribute: attrs.Attribute[object],
    contested: set[str],
    supported: set[str],
    claims: tuple[Claim, ...],
) -> Any:
    if attribute.name in contested:
        best = _best(attribute.name, claims)
        return attribute.default if best is None else best
    return getattr(record, attribute.name) if attribute.name in supported else attribute.default


def _best(name: str, claims: Iterable[Claim]) -> Any:
    ranked = best_first(claim for claim in claims if claim.field == name)
    return ranked[0].value if ranked else None
