"""Accounts that come to a record from elsewhere, beside what it states already.

A field that one account states is the record's own, borne out by the record's citations. Where a
second account comes to it, the first becomes a claim like the other, with the citations that it
had; where only the first is left, it is the record's own again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

import attrs

from relations.errors import Unfit
from relations.model.claims import Claim, Rank, best_first
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.source import Citation, Release, distinct
from relations.model.status import State, Status

R = TypeVar("R", bound=Record)


def with_claims(record: R, claims: Iterable[Claim]) -> R:
    """``record`` with these accounts beside its own; each field follows the best there is.

    An account of a value that is held already is one more citation for it, if it is not ranked.

    Raises:
        Unfit: if a claim is on the date of a state that the record never entered, or on no field.
    """
    for claim in claims:
        record = _with_claim(record, claim)
    return record


def _with_claim(record: R, claim: Claim) -> R:
    contested = {other.field for other in record.claims}
    own = None if claim.field in contested else own_account(record, claim.field)
    same = next((one for one in record.claims if _says_the_same(one, claim)), None)
    if same is not None:
        more = attrs.evolve(same, citations=distinct((*same.citations, *_restricting(claim))))
        return _replaced(record, same, more)
    if own is not None and _says_the_same(own, claim):
        return _supported(record, claim)
    known = (*record.claims, *([own] if own else ()), claim)
    return _following(_unsupported(record, claim.field), claim.field, known)


def own_account(record: Record, field: str) -> Claim | None:
    """What a record states of a field by itself, as a claim; ``None`` if it states nothing.

    The citations keep what they support, so that :func:`settled` knows it again.
    """
    if field not in record.claimable():
        message = f"{field!r} is no field that can be claimed"
        allowed = ", ".join(sorted(record.claimable()))
        raise Unfit(message, code="unknown-word", allowed=allowed)
    if field.startswith(HISTORY_PREFIX):
        return _dated(_state(record, field), field)
    value = getattr(record, field)
    citations = tuple(one for one in record.citations if field in one.supports)
    if value == attrs.fields_dict(type(record))[field].default or not citations:
        return None
    return Claim(field=field, value=value, citations=citations)


def _state(record: Record, field: str) -> State:
    state = record.state(Status(field.removeprefix(HISTORY_PREFIX)))
    if state is None:
        raise Unfit(
            f"{record.id} never was {field.removeprefix(HISTORY_PREFIX)}, so that has no date",
            code="claim-not-followed",
            hint="claims can be made on the dates of states that the record has",
        )
    return state


def _dated(state: State, field: str) -> Claim | None:
    if state.date is None:
        return None
    dating = tuple(one for one in state.citations if "date" in one.supports)
    all_ = tuple(attrs.evolve(one, supports=("date",)) for one in state.citations)
    return Claim(field=field, value=state.date, citations=dating or all_)


# -- one field -----------------------------------------------------------------------------------


def _says_the_same(one: Claim, other: Claim) -> bool:
    """Whether a second account adds no more than a citation to the first."""
    return (one.field, one.value) == (other.field, other.value) and (
        other.rank in (one.rank, Rank.NORMAL) and other.reason is None and not other.note
    )


def _restricting(claim: Claim) -> Iterator[Citation]:
    """The citations of a claim, each restricted if the claim is."""
    hidden = claim.release is Release.RESTRICTED
    for citation in claim.citations:
        yield attrs.evolve(citation, release=Release.RESTRICTED) if hidden else citation


def _replaced(record: R, old: Claim, new: Claim) -> R:
    claims = tuple(new if claim is old else claim for claim in record.claims)
    return attrs.evolve(record, claims=claims)


def _supported(record: R, claim: Claim) -> R:
    """``record`` with the citations of a claim that says what it says itself."""
    if claim.field.startswith(HISTORY_PREFIX):
        state = _state(record, claim.field)
        dates = ("date",) if any("date" in one.supports for one in state.citations) else ()
        more = (attrs.evolve(one, supports=dates) for one in _restricting(claim))
        joined = attrs.evolve(state, citations=distinct((*state.citations, *more)))
        return _with_state(record, state, joined)
    cited = (attrs.evolve(one, supports=(claim.field,)) for one in _restricting(claim))
    return attrs.evolve(record, citations=distinct((*record.citations, *cited)))


def _unsupported(record: R, field: str) -> R:
    """``record`` whose citations no longer support a field, since claims do."""
    citations = tuple(
        attrs.evolve(one, supports=tuple(name for name in one.supports if name != field))
        for one in record.citations
    )
    return attrs.evolve(record, citations=citations)


def _following(record: R, field: str, claims: tuple[Claim, ...]) -> R:
    """``record`` with these claims, its field holding the best of those about it."""
    best = best_first(claim for claim in claims if claim.field == field)[0].value
    changed = attrs.evolve(record, claims=claims)
    if field.startswith(HISTORY_PREFIX):
        state = _state(record, field)
        return _with_state(changed, state, attrs.evolve(state, date=best))
    given: dict[str, Any] = {field: best}
    return attrs.evolve(changed, **given)


def _with_state(record: R, old: State, new: State) -> R:
    history = tuple(new if state is old else state for state in record.history)
    return attrs.evolve(record, history=history)


# -- and back ------------------------------------------------------------------------------------


def settled(record: R, fields: Collection[str]) -> R:
    """``record`` where each of these fields whose own account alone is left is its own again.

    An account is known for the record's own by its citations, which still name what they support.
    """
    for field in fields:
        about = [claim for claim in record.claims if claim.field == field]
        if len(about) == 1 and _was_own(about[0]):
            record = _as_own(record, about[0])
    return record


def _was_own(claim: Claim) -> bool:
    wanted = "date" if claim.field.startswith(HISTORY_PREFIX) else claim.field
    return all(wanted in citation.supports for citation in claim.citations)


def _as_own(record: R, claim: Claim) -> R:
    claims = tuple(one for one in record.claims if one is not claim)
    left = attrs.evolve(record, claims=claims)
    if claim.field.startswith(HISTORY_PREFIX):
        return left  # the state has its citations and its date still
    held, waiting = list(left.citations), list(claim.citations)
    for index, citation in enumerate(held):
        remembered = next((one for one in waiting if _is_of(one, citation)), None)
        if remembered is not None:
            waiting.remove(remembered)
            names = {*citation.supports, claim.field}
            supports = tuple(name for name in remembered.supports if name in names)
            held[index] = attrs.evolve(citation, supports=supports)
    return attrs.evolve(left, citations=tuple(held))


def _is_of(remembered: Citation, citation: Citation) -> bool:
    """Whether a citation is the one remembered, which supported more."""
    return remembered.alike(citation) and set(citation.supports) < set(remembered.supports)
