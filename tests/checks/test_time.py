from __future__ import annotations

import attrs
import pytest

from builders import (
    SECOND,
    body,
    citation,
    country,
    dated,
    edtf,
    person,
    record,
    source,
    state,
    tenure,
    with_parties,
    world,
)
from checks.finding import found
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.exercise import Exercise
from relations.model.meeting import Delegate, Meeting
from relations.model.party import PartyRole, Role, Succession, SuccessionKind
from relations.model.programme import Programme
from relations.model.record import Record
from relations.model.status import Status

# -- who existed ---------------------------------------------------------------------------------


def signed(party: str, year: str, note: str = "") -> Agreement:
    """An agreement of Viet Nam with a party, signed in a year."""
    parties = (
        PartyRole(party="VNM", role=Role.PARTY),
        PartyRole(party=party, role=Role.PARTY, note=note),
    )
    return record(Agreement, "pact", parties, history=(state(Status.SIGNED, year),))


def test_russia_in_1985_asks_whether_the_soviet_union_is_meant() -> None:
    """A party that had not begun is worth a look, with who stood in its place."""
    (problem,) = found("party-out-of-time", world(signed("RUS", "1985")))
    assert ("parties[1].party", "SUN") == (problem.field, problem.near)
    assert "RUS (Russian Federation) began in 1991-12-26/.., and the record is of 1985" == (
        problem.message
    )
    assert 'did you mean "SUN"?' in str(problem)


def test_the_soviet_union_in_1995_asks_whether_russia_is_meant() -> None:
    """A party that had ended is worth a look, with who came after it."""
    (problem,) = found("party-out-of-time", world(signed("SUN", "1995")))
    assert "RUS" == problem.near


def test_a_predecessor_that_there_is_not_stood_in_no_place() -> None:
    """Who is out of time is told all the same; that nobody is so called is another matter."""
    lost = country("LST", "Lost", after="NOBODY", existed="1991/..")
    (problem,) = found("party-out-of-time", with_parties(world(signed("LST", "1985")), lost))
    assert problem.near is None


@pytest.mark.parametrize(
    "made", [signed("SUN", "1985"), signed("RUS", "1991"), signed("LAO", "1500")]
)
def test_a_party_of_its_time_is_sound(made: Agreement) -> None:
    """Who existed then, may have, or is not known when, is no problem."""
    assert [] == found("party-out-of-time", world(made))


def test_of_several_successors_the_one_that_continues_is_meant() -> None:
    """Armenia came after the Soviet Union as well, and Russia continued it."""
    own = (Succession(predecessor="SUN", kind=SuccessionKind.DISSOLUTION),)
    armenia = attrs.evolve(country("ARM", "Armenia", existed="1991/.."), successions=own)
    dataset = world(signed("SUN", "1995"))
    dataset = attrs.evolve(dataset, countries=(armenia, *dataset.countries))
    (problem,) = found("party-out-of-time", dataset)
    assert "RUS" == problem.near


def test_a_party_out_of_its_time_may_be_explained() -> None:
    """A note on the party says why it is meant all the same."""
    assert [] == found("party-out-of-time", world(signed("RUS", "1985", note="As the RSFSR.")))


def test_arms_in_service_were_supplied_before() -> None:
    """That arms of a state which has ended are still in service is no problem; an order is."""
    served, ordered = (
        record(ArmsTransfer, "su-22", ("SUN", "VNM"), history=(state(status, "2018"),))
        for status in (Status.IN_SERVICE, Status.ORDERED)
    )
    assert [] == found("party-out-of-time", world(served))
    assert 1 == len(found("party-out-of-time", world(ordered)))


def test_a_delegate_speaks_for_a_party_of_the_time() -> None:
    """A delegate of Russia in 1985 asks the same."""
    talks = record(
        Meeting,
        "talks",
        ("VNM", "SUN"),
        date=dated("1985"),
        delegates=(Delegate(person="p", party="RUS"),),
    )
    (problem,) = found("party-out-of-time", world(talks))
    assert ("delegates[0].party", "SUN") == (problem.field, problem.near)


def test_an_office_is_of_its_time() -> None:
    """A minister of Russia in 1985 is worth a look, and of the Soviet Union not."""
    people = [person("p", "P", tenures=(tenure("minister", party, "1985"),)) for party in TWO]
    (problem,) = found("office-out-of-time", world(persons=tuple(people[:1])))
    assert ("p", "tenures[0].party", "SUN") == (problem.record, problem.field, problem.near)
    assert [] == found("office-out-of-time", world(persons=tuple(people[1:])))


TWO = ("RUS", "SUN")


@pytest.mark.parametrize(
    ("name", "year", "meant"), [("Russia", "1985", "SUN"), ("Laos", "", "LAO")]
)
def test_a_name_in_place_of_an_identifier_is_understood(name: str, year: str, meant: str) -> None:
    """Who writes a name gets the identifier of what bore it, or stood in its place, on the day."""
    history = (state(Status.SIGNED, year),) if year else ()
    made = record(Agreement, "pact", ("VNM", name), history=history)
    (problem,) = found("unknown-reference", world(made))
    assert meant == problem.near


def test_a_person_or_place_by_name_is_understood() -> None:
    """The same holds for people and places."""
    shoigu = person("shoigu", "Shoygu")
    talks = record(
        Meeting, "t", places=("Kamran",), delegates=(Delegate(person="Shoygu", party="SUN"),)
    )
    near = {problem.near for problem in found("unknown-reference", world(talks, persons=(shoigu,)))}
    assert {"cam-ranh", "shoigu"} == near


# -- who belonged --------------------------------------------------------------------------------


def at_asean(party: str, year: str, *more: str) -> Meeting:
    """A meeting of ASEAN with Russia at which somebody speaks for a state."""
    delegates = (Delegate(person="p", party=party),)
    return record(Meeting, "talks", ("ASEAN", "RUS", *more), date=dated(year), delegates=delegates)


def test_who_acts_for_a_body_belonged_to_it() -> None:
    """A delegate of a state that was no member then is worth a look."""
    (problem,) = found("no-member-then", world(at_asean("TLS", "2021")))
    assert "TLS is no party to the meeting, nor did it belong to ASEAN in 2021" == problem.message
    assert "delegates[0].party" == problem.field


@pytest.mark.parametrize(
    "made",
    [
        at_asean("VNM", "2021"),
        at_asean("TLS", "2025"),
        at_asean("RUS", "2021"),
        at_asean("TLS", "2021", "TLS"),
        at_asean("ASEAN", "2021"),
    ],
)
def test_who_may_act_is_sound(made: Meeting) -> None:
    """A member, one that may have been, a party, one named as such, and the body itself may act."""
    assert [] == found("no-member-then", world(made))


def test_a_body_without_known_members_is_left_alone() -> None:
    """Where no membership is held, nothing can be said."""
    made = record(
        Meeting,
        "talks",
        ("CLUB",),
        date=dated("2021"),
        delegates=(Delegate(person="p", party="VNM"),),
    )
    assert [] == found("no-member-then", with_parties(world(made), body("CLUB", "The Club")))


# -- dates ---------------------------------------------------------------------------------------


def test_a_source_attests_what_has_been() -> None:
    """An article of 2021 cannot attest what began in 2022; one of 2022 can."""
    late = record(Agreement, "pact", history=(state(Status.SIGNED, "2022"),))
    (problem,) = found("attested-too-early", world(late))
    assert "history[0].date" == problem.field
    assert "signed in 2022 is attested by what was published in 2021-07-06" == problem.message
    sound = record(Agreement, "pact", history=(state(Status.SIGNED, "2022", source=SECOND),))
    assert [] == found("attested-too-early", world(sound))


def test_an_undated_source_may_attest_anything() -> None:
    """Where the day of publication is not known, nothing is said."""
    late = record(Agreement, "pact", history=(state(Status.SIGNED, "2022"),))
    assert [] == found("attested-too-early", world(late, sources=(source(date=None),)))


@pytest.mark.parametrize("date", ["2022-01-01", None])
def test_one_source_that_can_attest_is_enough(date: str | None) -> None:
    """Beside an article of 2021, one that is later or of an unknown day may tell of 2022."""
    signed = attrs.evolve(
        state(Status.SIGNED, "2022"), citations=(citation(), citation(source=SECOND))
    )
    dataset = world(
        record(Agreement, "pact", history=(signed,)), sources=(source(), source(SECOND, date))
    )
    assert [] == found("attested-too-early", dataset)


def test_an_agreement_is_meant_to_end_after_it_began() -> None:
    """A nominal end before the signature is worth a look."""
    wrong, right = (
        record(Agreement, "p", nominal_end=dated(end), history=(state(Status.SIGNED, "1979"),))
        for end in ("1970", "2004")
    )
    (problem,) = found("end-before-beginning", world(wrong))
    assert "it is meant to end in 1970, and is signed in 1979" == problem.message
    assert [] == found("end-before-beginning", world(right))


def test_an_event_was_held_on_its_date() -> None:
    """A day of being held that is not the event's own is worth a look."""
    wrong, right = (
        record(Exercise, "e", date=dated("2019-10"), history=(state(Status.HELD, held),))
        for held in ("2020", "2019")
    )
    (problem,) = found("event-off-its-date", world(wrong))
    assert ("history[0].date", "its date is 2019-10, and it was held in 2020") == (
        problem.field,
        problem.message,
    )
    assert [] == found("event-off-its-date", world(right))


def test_a_document_is_read_after_it_appeared() -> None:
    """A day of retrieval before that of publication is worth a look."""
    wrong, right = (
        attrs.evolve(source(date="2021-07-06"), retrieved=edtf(day)) for day in ("2020", "2021")
    )
    (problem,) = found("source-read-too-early", world(sources=(wrong,)))
    assert "it was retrieved in 2020 and published in 2021-07-06" == problem.message
    assert [] == found("source-read-too-early", world(sources=(right,)))


def test_nothing_is_later_than_the_edition() -> None:
    """A source of after the edition's date is worth a look; the tiny world is of June 2026."""
    (problem,) = found("later-than-edition", world(sources=(source(date="2026-07"),)))
    assert "published in 2026-07, after the edition of 2026-06-30" == problem.message
    assert [] == found("later-than-edition", world(sources=(source(date="2026"),)))


# -- sequences -----------------------------------------------------------------------------------


def through(kind: type[Record], *statuses: Status) -> Record:
    """A record that went through these states."""
    return record(kind, "made", history=tuple(state(status) for status in statuses))


S = Status


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (through(Agreement, S.IN_FORCE, S.NEGOTIATING), "negotiating cannot follow in force"),
        (through(Agreement, S.TERMINATED, S.SIGNED), "signed cannot follow terminated"),
        (through(Agreement, S.SUPERSEDED, S.EXPIRED), "nothing follows superseded, and"),
        (through(ArmsTransfer, S.DELIVERED, S.DISCUSSED), "discussed cannot follow delivered"),
        (through(ArmsTransfer, S.CANCELLED, S.DELIVERED), "nothing follows cancelled, and"),
        (through(Exercise, S.HELD, S.PLANNED), "planned cannot follow held"),
        (through(Meeting, S.CANCELLED, S.HELD), "nothing follows cancelled, and held does"),
        (through(Programme, S.RUNNING, S.OFFERED), "offered cannot follow running"),
    ],
)
def test_a_record_does_not_go_back(made: Record, message: str) -> None:
    """A state of an earlier stage, or one after the last, is worth a look."""
    (problem,) = found("illegal-sequence", world(made))
    assert "history[1].status" == problem.field
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    "made",
    [
        through(Agreement, S.DISCUSSED, S.DRAFTED, S.SIGNED, S.IN_FORCE, S.EXPIRED, S.IN_FORCE),
        through(Agreement, S.IN_FORCE, S.SUSPENDED, S.IN_FORCE, S.TERMINATED),
        through(ArmsTransfer, S.ORDERED, S.PART_DELIVERED, S.DELIVERED, S.IN_SERVICE),
        through(ArmsTransfer, S.ORDERED, S.CANCELLED),
        through(Exercise, S.PROPOSED, S.SCHEDULED, S.POSTPONED, S.SCHEDULED, S.HELD),
        through(Programme, S.OFFERED, S.RUNNING, S.SUSPENDED, S.RUNNING, S.ENDED, S.RUNNING),
    ],
)
def test_a_record_may_go_on(made: Record) -> None:
    """Forwards, within a stage, and where what had run out is taken up again, all is well."""
    assert [] == found("illegal-sequence", world(made))


def test_every_status_has_its_stage() -> None:
    """Each status that a kind knows is in one of its stages, or may end any of them."""
    from relations.checks.sequences import _STAGES
    from relations.model.kinds import RECORD_TYPES

    for kind, stages in _STAGES.items():
        staged = [status for stage in stages for status in stage]
        assert len(set(staged)) == len(staged)
        assert set(RECORD_TYPES[kind].STATUSES) - {S.CANCELLED} == set(staged) - {S.CANCELLED}
    assert set(_STAGES) == {kind for kind, cls in RECORD_TYPES.items() if cls.STATUSES}


def test_a_successor_without_dates_is_not_suggested() -> None:
    """Who came after is named only if it existed on the day."""
    heir = country("HEIR", "Heirland", after="OLD", existed="2000/..")
    old = country("OLD", "Oldland", existed="1900/1950")
    (problem,) = found("party-out-of-time", with_parties(world(signed("OLD", "1960")), old, heir))
    assert problem.near is None
