from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import citation, claim
from relations.model.claims import Claim, Contest, Rank, Reason, best_first, contests

PREFERRED, NORMAL, DEPRECATED = Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED


def contest(*claims: Claim) -> Contest:
    """The one contest of these claims."""
    (found,) = contests("treaty", claims)
    return found


def test_the_best_rank_comes_first() -> None:
    """Preferred comes before normal, and normal before deprecated."""
    claims = [claim("term", rank.value, rank) for rank in (DEPRECATED, PREFERRED, NORMAL)]
    assert ["preferred", "normal", "deprecated"] == [entry.value for entry in best_first(claims)]


@given(st.lists(st.sampled_from(Rank), max_size=6))
def test_equal_ranks_keep_their_order(ranks: list[Rank]) -> None:
    """Among claims of one rank, the one listed first stays first."""
    ordered = best_first(claim("term", number, rank) for number, rank in enumerate(ranks))
    keys = [(entry.rank.order, entry.value) for entry in ordered]
    assert sorted(keys) == keys


def test_claims_are_gathered_by_field() -> None:
    """Each field has one contest, in the order of first mention."""
    claims = [claim("term", 1), claim("subject", "a"), claim("term", 2, PREFERRED)]
    found = contests("treaty", claims)
    assert [("treaty", "term", 2), ("treaty", "subject", 1)] == [
        (entry.subject, entry.field, len(entry.claims)) for entry in found
    ]
    assert 2 == found[0].best.value


def test_without_claims_nothing_is_contested() -> None:
    """No claims make no contest."""
    assert () == contests("treaty", [])


def test_a_fact_that_nobody_believes_is_doubted() -> None:
    """Where even the best account is deprecated, the fact is doubted and disputed."""
    found = contest(claim("term", 1, DEPRECATED))
    assert (True, True) == (found.is_doubted, found.is_disputed)


def test_a_denied_account_makes_a_dispute() -> None:
    """An account that is held to be an error disputes a fact that is not in doubt."""
    found = contest(claim("term", 1), claim("term", 2, DEPRECATED))
    assert (False, True, False) == (found.is_doubted, found.is_disputed, found.is_unresolved)


def test_two_accounts_of_one_rank_are_unresolved() -> None:
    """Where nobody has decided, that is said."""
    assert contest(claim("term", 1), claim("term", 2)).is_unresolved


@pytest.mark.parametrize("reason", [Reason.LESS_PRECISE, Reason.SUPERSEDED])
def test_a_less_precise_account_is_no_dispute(reason: Reason) -> None:
    """An account that is only coarser, or overtaken by time, contradicts nothing."""
    coarse = Claim(field="term", value=2, citations=(citation(),), reason=reason)
    assert not contest(claim("term", 1, PREFERRED), coarse).is_disputed


def test_a_deprecated_claim_needs_a_reason() -> None:
    """Nobody is disbelieved without a reason."""
    with pytest.raises(ValueError, match="a deprecated account needs a reason: error, superseded"):
        Claim(field="term", value=1, citations=(citation(),), rank=DEPRECATED)


def test_a_claim_needs_a_citation() -> None:
    """A claim that nobody makes cannot be constructed."""
    with pytest.raises(ValueError, match="needs at least one entry"):
        Claim(field="term", value=1, citations=())


def test_a_less_precise_account_of_equal_rank_leaves_nothing_unresolved() -> None:
    """Two accounts of one rank of which one is only vaguer do not stand against each other."""
    vaguer = attrs.evolve(claim("subject", "in 2019"), reason=Reason.LESS_PRECISE)
    (contest,) = contests("pact", [claim("subject", "in January 2019"), vaguer])
    assert not contest.is_unresolved
    assert not contest.is_disputed
