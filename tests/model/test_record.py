from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from builders import citation, claim, dated, edtf, person, record, state, tenure
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Rank
from relations.model.dates import Certainty
from relations.model.dispute import Dispute
from relations.model.exercise import Exercise
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.meeting import Meeting
from relations.model.party import PartyRole, Role
from relations.model.person import Tenure
from relations.model.programme import Programme
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.source import Citation
from relations.model.statement import Statement
from relations.model.status import Spell, Status
from strategies.records import records

CERTAIN, POSSIBLE, NO = Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.NO


# -- what a record needs -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", RECORD_TYPES.values())
def test_a_record_without_a_citation_cannot_be_made(kind: type[Record]) -> None:
    """Whatever its kind, a record that cannot be cited cannot be constructed."""
    with pytest.raises(ValueError, match="needs at least one entry"):
        record(kind, "made-up", citations=())


@pytest.mark.parametrize("identifier", ["", "-a", "a_b", "a b", "Ж", "a/b"])
def test_an_identifier_is_plain(identifier: str) -> None:
    """An identifier has Latin letters, digits and hyphens, so that it can name a file."""
    with pytest.raises(ValueError, match="is not an identifier"):
        record(Agreement, identifier, title="A treaty")


def test_a_status_is_of_its_kind() -> None:
    """A meeting cannot be in force."""
    with pytest.raises(ValueError, match="'in_force' is no status here; use one of proposed"):
        record(Meeting, "talks", history=(state(Status.IN_FORCE, "2021"),))


def test_a_statement_has_no_status() -> None:
    """What was said has no history."""
    with pytest.raises(ValueError, match="'held' is no status here; use one of none"):
        record(Statement, "words", history=(state(Status.HELD, "2021"),))


@pytest.mark.parametrize("words", [0, 26])
def test_a_quotation_is_short_and_not_empty(words: int) -> None:
    """A citation quotes 1 to 25 words."""
    with pytest.raises(ValueError, match=f"has {words} words; a quotation has 1 to 25"):
        Citation(source="first", quote="word " * words)


@given(records())
def test_a_record_cannot_be_changed(made: Record) -> None:
    """Records are frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.title = "Another"  # type: ignore[misc]  # what the test is about


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_record_knows_its_kind(kind: str) -> None:
    """Each kind is found from a record of it."""
    assert kind == kind_of(record(RECORD_TYPES[kind], "made-up"))


# -- who -----------------------------------------------------------------------------------------


def test_a_party_in_two_roles_counts_once() -> None:
    """Every party is named once, in the order given, and is found in each of its roles."""
    roles = (Role.HOST, Role.CHAIR)
    host = tuple(PartyRole(party="VNM", role=role) for role in roles)
    talks = record(Meeting, "talks", (*host, "RUS"))
    assert ("VNM", "RUS") == talks.party_ids
    assert (("VNM",), ("VNM",)) == (talks.in_role(Role.HOST), talks.in_role(Role.CHAIR))


def test_arms_go_one_way() -> None:
    """Supplier and recipient are told apart, and either may be unknown."""
    tanks = record(ArmsTransfer, "tanks", ("RUS", "VNM"))
    assert ("RUS", "VNM") == (tanks.supplier, tanks.recipient)
    assert record(ArmsTransfer, "rifles").supplier is None


# -- when ----------------------------------------------------------------------------------------


def test_a_signed_agreement_stands() -> None:
    """An agreement stands from its signature, and no reported end is no end."""
    treaty = record(Agreement, "treaty", history=(state(Status.SIGNED, "1979"),))
    assert (NO, CERTAIN) == (treaty.during(edtf("1978")), treaty.during(edtf("2020")))


def test_a_drafted_agreement_does_not_stand() -> None:
    """What was only drafted or talked about never stood."""
    draft = record(Agreement, "draft", history=(state(Status.DRAFTED, "1979"),))
    assert ((), NO) == (draft.spells(), draft.during(edtf("1979")))


def test_a_talk_of_arms_is_no_order() -> None:
    """What was discussed, planned or selected was not ordered."""
    talk = record(ArmsTransfer, "s-400", history=(state(Status.DISCUSSED, "2018"),))
    order = record(ArmsTransfer, "tanks", history=(state(Status.ORDERED, "2016"),))
    assert (False, True) == (talk.was_ordered, order.was_ordered)


def test_arms_are_placed_by_their_delivery() -> None:
    """A transfer took place when it was delivered, and each delivery is one event."""
    history = (state(Status.ORDERED, "2009"), state(Status.DELIVERED, "2017"))
    submarines = record(ArmsTransfer, "submarines", history=history)
    assert (Spell.at(edtf("2017")),) == submarines.spells()
    assert edtf("2017") == submarines.date_of_record


@pytest.mark.parametrize(
    ("delivered", "serving", "known"),
    [
        (Quantity.exact(4), None, Quantity.exact(4)),
        (Quantity.exact(4), Quantity.exact(3), Quantity.exact(4)),
        (None, Quantity.exact(6), Quantity.at_least(6)),
        (None, Quantity.unknown(), Quantity.unknown()),
        (None, None, Quantity.unknown()),
    ],
)
def test_what_serves_was_delivered(
    delivered: Quantity | None, serving: Quantity | None, known: Quantity
) -> None:
    """Where no source gives the number delivered, it is no smaller than that in service."""
    boats = record(ArmsTransfer, "boats", number_delivered=delivered, number_in_service=serving)
    assert known == boats.known_delivered


def test_a_meeting_that_nobody_reports_held_is_only_possible() -> None:
    """A date that is foreseen is no date held."""
    planned = record(Meeting, "talks", date=dated("2021"), history=(state(Status.PLANNED, "2020"),))
    held = record(Meeting, "talks", date=dated("2021"), history=(state(Status.HELD, "2021"),))
    assert (POSSIBLE, CERTAIN) == (
        planned.during(edtf("2020/2022").period()),
        held.during(edtf("2020/2022").period()),
    )


@pytest.mark.parametrize("kind", [Meeting, Exercise])
def test_what_was_cancelled_took_place_on_no_day(kind: type[Meeting] | type[Exercise]) -> None:
    """A cancelled event has no spell, whatever its date was to be."""
    called_off = record(
        kind, "called-off", date=dated("2021"), history=(state(Status.CANCELLED, "2020"),)
    )
    assert () == called_off.spells()


def test_a_programme_runs_from_the_day_it_runs() -> None:
    """An offer is no programme that runs."""
    offered = record(Programme, "aid", history=(state(Status.OFFERED, "2019"),))
    running = record(Programme, "aid", history=(*offered.history, state(Status.RUNNING, "2020")))
    assert ((), (Spell(edtf("2020"), None, goes_on=True),)) == (offered.spells(), running.spells())


def test_a_dispute_lasts_as_long_as_it_is_said_to() -> None:
    """A dispute's period is its spell, and without one there is none."""
    war = record(Dispute, "war", period=dated("1955/1975"))
    assert (Spell.at(edtf("1955/1975")),) == war.spells()
    assert () == record(Dispute, "claim").spells()


def test_a_statement_is_made_on_its_day() -> None:
    """What was said has the day it was said."""
    assert (Spell.at(edtf("2021")),) == record(Statement, "words", date=dated("2021")).spells()


def test_a_record_is_placed_by_its_first_state_if_it_never_took_place() -> None:
    """What never came to pass is placed by the day it was first spoken of."""
    history = (state(Status.PROPOSED), state(Status.NEGOTIATING, "2020"))
    assert edtf("2020") == record(Agreement, "pact", history=history).date_of_record


def test_a_date_that_is_doubted_makes_its_spell_doubtful() -> None:
    """Where the only account of a date is not believed, nothing is certain because of it."""
    denied = (claim("date", dated("2021"), Rank.DEPRECATED),)
    history = (state(Status.HELD, "2021"),)
    talks = record(Meeting, "talks", date=dated("2021"), claims=denied, history=history)
    assert POSSIBLE is talks.during(edtf("2020/2022").period())


def test_a_state_whose_date_is_doubted_is_told() -> None:
    """The states whose date rests on a denied account are known."""
    denied = (claim("history.signed", dated("2003"), Rank.DEPRECATED),)
    pact = record(Agreement, "pact", history=(state(Status.SIGNED, "2003"),), claims=denied)
    assert frozenset({Status.SIGNED}) == pact.doubted_states
    assert pact.status_on(edtf("2010")).certain is None


# -- what may be claimed -------------------------------------------------------------------------


def test_what_is_the_editors_cannot_be_claimed() -> None:
    """No source is quoted for a title or a note."""
    assert set() == Agreement.claimable() & Agreement.EDITORIAL
    assert {"parties", "term", "history.signed"} <= Agreement.claimable()


def test_every_citation_is_found() -> None:
    """Those of the record, of its states and of its claims are all given, in that order."""
    lease = record(
        Agreement,
        "lease",
        citations=(citation(source="a"),),
        history=(state(Status.SIGNED, "1979", source="b"),),
        claims=(claim("subject", "bases", source="c"),),
        subject="bases",
    )
    assert ["a", "b", "c"] == [entry.source for entry in lease.all_citations()]


# -- people --------------------------------------------------------------------------------------


def test_an_office_denied_stands_beside_the_other_of_that_time() -> None:
    """A denied office is contested by what is known of the same person, party and time."""
    fomin = person(
        "fomin",
        "Alexander Fomin",
        tenures=(
            tenure("minister", "RUS", "2019", Rank.DEPRECATED),
            tenure("deputy minister", "RUS", "2017/.."),
            tenure("director", "RUS", "2010/2014"),
        ),
    )
    (contest,) = fomin.contests
    assert ["deputy minister", "minister"] == [entry.value for entry in contest.claims]


def test_two_accounts_of_one_office_are_no_rivals() -> None:
    """An office attested on a day, and in a term that holds the day, is one account of it."""
    fomin = person(
        "fomin",
        "Fomin",
        tenures=(
            tenure("deputy minister", "RUS", "2019", Rank.PREFERRED),
            tenure("minister", "RUS", "2019", Rank.DEPRECATED),
            tenure("deputy minister", "RUS", "2017/.."),
        ),
    )
    (contest,) = fomin.contests
    assert ["deputy minister", "minister"] == [claim.value for claim in contest.claims]


def test_a_denied_office_needs_a_reason() -> None:
    """An office is denied for a reason, as any account is."""
    with pytest.raises(ValueError, match="a deprecated account needs a reason"):
        Tenure(
            office="minister",
            party="RUS",
            date=dated("2019"),
            citations=(citation(),),
            rank=Rank.DEPRECATED,
        )


def test_an_event_is_held_on_its_own_date() -> None:
    """A meeting of which no state gives a day counts as held from its own date on."""
    meeting = record(
        Meeting, "talks", date=dated("2021-12-01/2021-12-03"), history=(state(Status.HELD, None),)
    )
    assert None is meeting.status_on(edtf("2021-11-30")).certain
    assert Status.HELD is meeting.status_on(edtf("2022-01-01")).certain
