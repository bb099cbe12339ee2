"""What some of the sources alone say: the same records without what only the others bear out.

A claim stays if what stays of its citations bears it out; a field takes its best remaining claim
and falls back to "not known" when none remains; a state that nothing bears out and a record without
a remaining citation are gone. Citations that bear something out only together do so as long as all
of them stay. What is the editor's (titles, notes, classes) stays as long as the record does; a
review and an editor's confidence are of the record as a whole, and stay with the whole alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

import attrs

from relations.model.claims import Claim, best_first
from relations.model.coverage import Coverage
from relations.model.dates import Dating, EdtfDate
from relations.model.inquiry import Inquiry
from relations.model.person import Person, Tenure
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.source import Citation, Source, distinct
from relations.model.status import State, in_order

R = TypeVar("R", bound=Record)
Cited = TypeVar("Cited", Claim, Tenure)
Keep = Callable[[Citation], bool]
Spoken = Callable[[Claim], bool]


def _any(_: Claim) -> bool:
    return True


def remaining(record: R, keep: Keep, spoken: Spoken = _any) -> R | None:
    """``record`` as the kept citations alone bear it out, or ``None`` if none is kept.

    Claims that are not ``spoken`` are left out with their citations, and contest nothing.
    """
    told = tuple(filter(spoken, record.claims))
    citations = tuple(filter(keep, attrs.evolve(record, claims=told).all_citations()))
    if not citations:
        return None
    own = distinct(_own(record, keep))
    claims = tuple(_still_cited(told, keep))
    changes: dict[str, Any] = {
        "citations": own or distinct(map(_of_the_record_alone, citations)),
        "claims": claims,
        "history": in_order(_history(record, claims, keep)),
        **_fields(record, claims, own),
    }
    left = attrs.evolve(record, **changes)
    return left if left == record else attrs.evolve(left, reviews=(), confidence=())


def _own(record: Record, keep: Keep) -> Iterable[Citation]:
    """The record's kept citations, each with the fields that it still bears out."""
    in_part = {
        name
        for citation in record.citations
        if citation.together and not keep(citation)
        for name in citation.supports
    }
    for citation in filter(keep, record.citations):
        if citation.together and not in_part.isdisjoint(citation.supports):
            supports = tuple(name for name in citation.supports if name not in in_part)
            yield attrs.evolve(citation, supports=supports, together=bool(supports))
        else:
            yield citation


def _of_the_record_alone(citation: Citation) -> Citation:
    """A citation of a state or claim, as words about the record that bear out no field."""
    return attrs.evolve(citation, supports=(), together=False)


def borne_out(citations: Iterable[Citation], keep: Keep) -> tuple[Citation, ...]:
    """The kept citations that bear a thing out; none where those left say it only in part."""
    cited = tuple(citations)
    complete = all(keep(citation) for citation in cited if citation.together)
    return tuple(entry for entry in cited if keep(entry) and (complete or not entry.together))


def remaining_person(person: Person, keep: Keep) -> Person:
    """``person`` with the tenures that the kept citations bear out; the name stays."""
    return attrs.evolve(person, tenures=tuple(_still_cited(person.tenures, keep)))


def remaining_coverage(entry: Coverage, keep: Keep, sources: Collection[str]) -> Coverage | None:
    """What was looked for in those of its sources that are left; ``None`` if none is."""
    left = tuple(filter(sources.__contains__, entry.sources))
    none_stated = tuple(filter(keep, entry.none_stated))
    return attrs.evolve(entry, sources=left, none_stated=none_stated) if left else None


def remaining_inquiry(inquiry: Inquiry, records: Collection[str]) -> Inquiry | None:
    """``inquiry`` about those of its records that are left; ``None`` if all are gone."""
    about = tuple(filter(records.__contains__, inquiry.about))
    return attrs.evolve(inquiry, about=about) if about or not inquiry.about else None


def _still_cited(entries: Iterable[Cited], keep: Keep) -> Iterable[Cited]:
    for entry in entries:
        kept = borne_out(entry.citations, keep)
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
        claimed = distinct(citation for claim in about for citation in claim.citations)
        citations = borne_out(state.citations, keep) or claimed
        if citations:
            date = _best(path, about) if path in contested else _date(state, keep)
            yield attrs.evolve(state, citations=citations, date=date)


def _date(state: State, keep: Keep) -> Dating | None:
    """The date of a state, if the citations left bear it out: those that support it, if any do."""
    dating = [citation for citation in state.citations if "date" in citation.supports]
    return state.date if not dating or borne_out(dating, keep) else None


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


def published_by(source: Source, limit: EdtfDate) -> bool:
    """Whether a source had certainly appeared by the last day of ``limit``."""
    if source.date is None or source.date.edtf.latest is None:
        return False
    last = max(extent.end_high for extent in source.date.edtf.guaranteed)
    return limit.latest is None or last <= limit.latest.toordinal()


def said_by(sources: Collection[str]) -> str:
    """What a view of these sources calls itself."""
    named = " and ".join(sorted(sources)) if 0 < len(sources) < 3 else f"{len(sources)} sources"
    return f"as known from {named} alone"
