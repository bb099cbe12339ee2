from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import SECOND, citation, claim, dated, record, source, state, world
from relations.checks import problems
from relations.errors import Severity, Unfit
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.record import Record
from relations.model.source import Release
from relations.model.status import Status
from relations.rivals import settled, with_claims
from strategies.records import SOURCES, datings, records

PACT = record(
    Agreement,
    "pact",
    ("VNM", "RUS"),
    price="free",
    subject="bases",
    history=(state(Status.SIGNED, "1979"),),
)


def errors(made: Record) -> list[str]:
    """The errors that the checks find in a world with one record."""
    found = problems(world(made, sources=tuple(map(source, SOURCES))))
    return [problem.code for problem in found if problem.severity is Severity.ERROR]


def test_what_the_record_states_becomes_an_account_too() -> None:
    """A second account of a field stands beside the first, which keeps its citations."""
    rival = claim("price", "ten million", source=SECOND)
    made = with_claims(PACT, [rival])
    assert ["free", "ten million"] == [account.value for account in made.claims]
    assert ("first", "second") == tuple(c.citations[0].source for c in made.claims)
    assert ("free", {"parties", "subject"}) == (made.price, set(made.citations[0].supports))
    assert [] == errors(made)


def test_a_field_follows_the_account_that_is_preferred() -> None:
    """A rival that is preferred takes the field, and the first account stays beside it."""
    made = with_claims(PACT, [claim("price", "ten million", Rank.PREFERRED, source=SECOND)])
    assert "ten million" == made.price
    assert [] == errors(made)


def test_a_field_that_nobody_stated_takes_the_first_account() -> None:
    """Where the record states nothing, the claim is the only account."""
    made = with_claims(PACT, [claim("renewal", "yearly")])
    assert ("yearly", 1) == (made.renewal, len(made.claims))
    assert [] == errors(made)


def test_the_same_value_is_one_more_citation() -> None:
    """An account that says what the record says bears it out, and contests nothing."""
    made = with_claims(PACT, [claim("price", "free", source=SECOND)])
    assert () == made.claims
    assert (SECOND, ("price",)) == (made.citations[1].source, made.citations[1].supports)


def test_the_same_value_as_a_claim_is_one_more_citation_of_it() -> None:
    """An account that another claim gives already is not written down twice."""
    made = with_claims(PACT, [claim("price", "x"), claim("price", "x", source=SECOND)])
    assert ["free", "x"] == [c.value for c in made.claims]
    assert ["first", "second"] == [entry.source for entry in made.claims[1].citations]


def test_the_date_of_a_state_has_rivals_too() -> None:
    """The state keeps its citations, and takes the date of the best account."""
    rival = claim("history.signed", dated("1978"), Rank.PREFERRED, source=SECOND)
    made = with_claims(PACT, [rival])
    assert [dated("1979"), dated("1978")] == [c.value for c in made.claims]
    assert (dated("1978"), "first") == (made.history[0].date, made.history[0].citations[0].source)
    assert [] == errors(made)


def test_the_same_date_is_one_more_citation_of_the_state() -> None:
    """An account that gives the date of the state bears the state out."""
    made = with_claims(PACT, [claim("history.signed", dated("1979"), source=SECOND)])
    assert ((), 2) == (made.claims, len(made.history[0].citations))


def test_only_words_that_give_the_day_are_an_account_of_it() -> None:
    """Citations that attest the status without its date are no account of the date."""
    signed = attrs.evolve(
        state(Status.SIGNED, "1979"), citations=(citation(source=SECOND), citation("date"))
    )
    pact = record(Agreement, "pact", history=(signed,))
    made = with_claims(pact, [claim("history.signed", dated("1978"))])
    assert ["first"] == [entry.source for entry in made.claims[0].citations]


@pytest.mark.parametrize("field", ["history.expired", "colour", "title"])
def test_a_claim_on_nothing_is_refused(field: str) -> None:
    """A state that was never entered has no date, and a field that is none has no account."""
    with pytest.raises(Unfit):
        with_claims(PACT, [claim(field, dated("1979"))])


@pytest.mark.parametrize("field", ["price", "history.signed"])
def test_an_account_that_is_left_alone_is_the_records_own_again(field: str) -> None:
    """Without its rival the first account is as if the rival had never come."""
    value = "ten million" if field == "price" else dated("1978")
    made = with_claims(PACT, [claim(field, value, source=SECOND)])
    alone = attrs.evolve(made, claims=made.claims[:1])
    assert PACT == settled(alone, {field})


def test_words_that_bear_out_more_are_cited_once() -> None:
    """Words that the record cites already support another field of it as well."""
    told = attrs.evolve(claim("price", "free"), citations=(PACT.citations[0],))
    bare = attrs.evolve(
        PACT, citations=(citation("parties", "subject"), citation("price", source=SECOND))
    )
    made = with_claims(bare, [told])
    assert [("parties", "subject", "price"), ("price",)] == [c.supports for c in made.citations]


def test_the_same_words_for_the_same_account_are_cited_once() -> None:
    """An account that comes again with its words adds none, of a state and of a claim alike."""
    again = with_claims(PACT, [claim("history.signed", dated("1979"))])
    contested = with_claims(PACT, [claim("price", "x"), claim("price", "x")])
    assert (1, 1) == (len(again.history[0].citations), len(contested.claims[1].citations))


def test_restricted_words_are_cited_beside_the_same_words_in_public() -> None:
    """Whoever may say the words has them from elsewhere, and either citation may go alone."""
    secret = attrs.evolve(claim("price", "free"), release=Release.RESTRICTED)
    made = with_claims(PACT, [secret])
    assert [Release.PUBLIC, Release.RESTRICTED] == [entry.release for entry in made.citations]


@given(records(), datings(), st.sampled_from(Rank))
def test_accounts_leave_a_record_sound(made: Record, value: object, rank: Rank) -> None:
    """Whatever comes to whatever record, no check finds an error in it."""
    for status in made.STATUSES:
        if made.state(status) is not None:
            made = with_claims(made, [claim(f"history.{status.value}", value, rank)])
    assert {"states-out-of-order", "repeated-state"} >= set(errors(made))
