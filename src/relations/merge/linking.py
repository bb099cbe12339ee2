"""A record that is the same thing as one of the data, as accounts beside those of that one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import attrs

from relations.model.claims import Claim, Rank
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.source import Citation
from relations.model.status import placed
from relations.rivals import own_account, with_claims

R = TypeVar("R", bound=Record)


def linked(record: R, other: Record) -> R:
    """``record`` with all that another account of the same thing says of it.

    A fact that both state alike gets the citations of both; one that they state differently has two
    accounts; one that the record lacks, it gains. To link the same again changes nothing.

    Raises:
        ValueError: if the two are of different kinds.
    """
    if type(record) is not type(other):
        raise ValueError(f"{record.id} and {other.id} are of different kinds")
    whole = _with_states(record, other)
    whole = with_claims(whole, _accounts(whole, other))
    known = {_words(citation) for citation in whole.all_citations()}
    cited = (one for one in other.citations if _words(one) not in known)
    more = tuple(attrs.evolve(citation, supports=(), together=False) for citation in cited)
    return _tidied(attrs.evolve(whole, citations=(*whole.citations, *more)))


def _with_states(record: R, other: Record) -> R:
    """``record`` with the states that only the other account has, each where its date puts it."""
    history = record.history
    for state in other.history:
        if record.state(state.status) is None:
            history = placed(history, state)
    return attrs.evolve(record, history=history)


def _accounts(record: Record, other: Record) -> Iterator[Claim]:
    """What the other account says of each field, as claims whose citations are not there yet."""
    contested = dict.fromkeys(claim.field for claim in other.claims)
    states = [HISTORY_PREFIX + state.status.value for state in other.history]
    plain = [name for name in sorted(other.claimable()) if not name.startswith(HISTORY_PREFIX)]
    for field in (*plain, *dict.fromkeys(states)):
        own = None if field in contested else own_account(other, field)
        given = [claim for claim in other.claims if claim.field == field]
        for claim in [own] if own else given:
            left = _not_yet_cited(record, claim)
            if left is not None:
                yield left


def _not_yet_cited(record: Record, claim: Claim) -> Claim | None:
    """A claim with those of its citations that the record does not give for the same value."""
    said = [one for one in record.claims if (one.field, one.value) == (claim.field, claim.value)]
    own = own_account(record, claim.field)
    if own is not None and own.value == claim.value:
        said.append(own)
    if claim.field.startswith(HISTORY_PREFIX) and own is not None and own in said:
        said += [_of_the_state(record, claim.field)]
    known = {_words(citation) for one in said for citation in one.citations}
    citations = tuple(one for one in claim.citations if _words(one) not in known)
    # It stands beside what the data say, and overrules nothing.
    rank = Rank.NORMAL if claim.rank is Rank.PREFERRED else claim.rank
    return attrs.evolve(claim, citations=citations, rank=rank) if citations else None


def _of_the_state(record: Record, field: str) -> Claim:
    """Every citation of a state, whether it gives the day or not."""
    state = next(it for it in record.history if HISTORY_PREFIX + it.status.value == field)
    return Claim(field=field, value=state.date, citations=state.citations)


def _words(citation: Citation) -> tuple[str, str]:
    return citation.source, citation.quote


def _tidied(record: R) -> R:
    """``record`` whose claims no longer remember what their citations once supported."""
    claims = tuple(
        attrs.evolve(
            claim, citations=tuple(attrs.evolve(one, supports=()) for one in claim.citations)
        )
        for claim in record.claims
    )
    return attrs.evolve(record, claims=claims)
