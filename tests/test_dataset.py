from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from builders import (
    FIRST,
    SECOND,
    body,
    citation,
    claim,
    country,
    dated,
    edtf,
    person,
    place,
    record,
    source,
    state,
    tenure,
    with_parties,
    world,
)
from relations.dataset import Dataset
from relations.errors import AmbiguousName, UnknownName
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.coverage import Coverage, CoverageClass
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.organisation import Standing
from relations.model.party import Party
from relations.model.source import Release
from relations.model.status import Status

SHOIGU = person(
    "shoigu",
    "Sergei Shoigu",
    "Шойгу",
    tenures=(
        tenure("Minister of Defence", "RUS", "2012-11-06/2024-05-12"),
        tenure("President", "RUS", "2013", Rank.DEPRECATED),
    ),
)
BELOUSOV = person(
    "belousov", "Andrei Belousov", tenures=(tenure("minister of defence", "RUS", "2024-05"),)
)
TREATY = record(Agreement, "treaty", ("VNM", "RUS"), places=("cam-ranh",))
TALKS = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021"))
WORLD = world(TREATY, TALKS, persons=(SHOIGU, BELOUSOV))


def ids(parties: tuple[Party, ...]) -> list[str]:
    """Their identifiers."""
    return [party.id for party in parties]


# -- by name -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["VNM", "vnm", "Viet Nam", "Vietnam", "VIỆT NAM"])
def test_a_party_is_found_by_any_name_or_code(name: str) -> None:
    """Identifier, code, short name and spelling lead to one party."""
    assert "VNM" == WORLD.party(name).id


def test_a_former_party_is_unknown_on_a_later_day() -> None:
    """The Soviet Union is found, but not in 2021."""
    assert "SUN" == WORLD.party("USSR").id == WORLD.party("USSR", on="1979").id
    with pytest.raises(UnknownName):
        WORLD.party("USSR", on="2021-07-06")


def test_a_name_of_two_parties_is_refused() -> None:
    """Where two parties share a name, both are named."""
    two = with_parties(WORLD, country("COG", "Congo"), country("COD", "Congo"))
    with pytest.raises(AmbiguousName) as caught:
        two.party("Congo")
    assert ("COG", "COD") == caught.value.candidates


def test_people_and_places_are_found_by_any_spelling() -> None:
    """Other scripts and other spellings lead to the same entry."""
    assert ("shoigu", "cam-ranh") == (WORLD.person("шойгу").id, WORLD.place("Kamran").id)


def test_records_and_sources_are_found_by_identifier() -> None:
    """An identifier that nothing bears is an error with the nearest."""
    assert (TREATY, FIRST) == (WORLD.record("treaty"), WORLD.source(FIRST).id)
    with pytest.raises(UnknownName, match="no record is known as 'traety'; did you mean 'treaty'"):
        WORLD.record("traety")
    with pytest.raises(UnknownName, match="no source is known as 'frist'; did you mean 'first'"):
        WORLD.source("frist")


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_kind_has_its_group(kind: str) -> None:
    """Each kind of record can be asked for by the name of its group."""
    assert all(isinstance(entry, RECORD_TYPES[kind]) for entry in WORLD.of_kind(kind))


def test_an_unknown_kind_is_refused() -> None:
    """A kind that there is not is an error with the nearest."""
    with pytest.raises(UnknownName, match="did you mean 'meetings'"):
        WORLD.of_kind("metings")


# -- questions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1990", [], []),
        ("1995-07-28", ["VNM"], []),
        ("2021-07-06", ["VNM", "LAO"], []),
        ("2026-01-01", ["VNM", "LAO", "TLS"], []),
    ],
)
def test_a_body_has_the_members_of_the_day(
    day: str, certain: list[str], possible: list[str]
) -> None:
    """Who belonged to a body depends on the day."""
    answer = WORLD.members("ASEAN", day)
    assert (certain, possible) == (ids(answer.certain), ids(answer.possible))


def test_a_body_is_asked_for_among_bodies() -> None:
    """What a state has for a code may be what a body is called."""
    club = body("CLUB", "Club", "LAO", members=[("VNM", "1990/..")])
    world = with_parties(WORLD, club)
    assert ("LAO", "CLUB") == (world.party("LAO").id, world.body("LAO").id)
    assert ["VNM"] == ids(world.members("LAO", "2000").certain)


def test_a_body_may_be_asked_for_on_a_day() -> None:
    """Before it was founded, nothing bears its name."""
    club = attrs.evolve(body("CLUB", "Club"), existed=edtf("1990/.."))
    world = with_parties(WORLD, club)
    assert "CLUB" == world.body("Club", on="2000").id
    with pytest.raises(UnknownName, match="it means CLUB in 1990"):
        world.body("Club", on="1980")


def test_a_state_has_no_members() -> None:
    """Asked for the members of what is no body, the answer is an error and not "none"."""
    with pytest.raises(UnknownName, match="no body is known as 'Laos'"):
        WORLD.members("Laos", "2000")


def test_who_left_and_came_back_is_a_member_in_both_times() -> None:
    """Of two memberships of one party, either may be the one."""
    club = body("CLUB", "Club", members=[("VNM", "1990/1995"), ("VNM", "2005/..")])
    rejoined = with_parties(WORLD, club)
    members = [ids(rejoined.members("Club", day).certain) for day in ("1992", "2000", "2010")]
    assert [["VNM"], [], ["VNM"]] == members


def test_observers_are_no_members() -> None:
    """Somebody who only looks on does not belong."""
    asean = WORLD.party("ASEAN")
    club = body("CLUB", "Club", members=[("VNM", "1990/.."), ("LAO", "1990/..")])
    seen = attrs.evolve(club.memberships[1], standing=Standing.OBSERVER)
    club = attrs.evolve(club, memberships=(club.memberships[0], seen))
    assert ["VNM"] == ids(with_parties(WORLD, club).members("Club", "2000").certain)
    assert () == WORLD.memberships("VNM")
    assert 3 == len(WORLD.memberships(asean.id))


def test_predecessors_are_followed_to_the_first() -> None:
    """Those before those before count too, the nearest first, and a circle ends."""
    older = with_parties(WORLD, country("A", "A", after="B"), country("B", "B", after="A"))
    assert (["SUN"], ["B", "A"]) == (ids(older.predecessors("RUS")), ids(older.predecessors("A")))


@pytest.mark.parametrize(
    "ask", [WORLD.memberships, WORLD.leaders, WORLD.predecessors, WORLD.successors]
)
def test_an_identifier_of_no_party_is_refused(ask: Callable[[str], object]) -> None:
    """Nothing is answered about a party that there is not, as if it stood alone."""
    with pytest.raises(UnknownName, match="no party is known as 'VNN'; did you mean 'VNM'"):
        ask("VNN")


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("2021-07-06", ["shoigu"], []),
        ("2024-05-20", [], ["belousov"]),
        ("2025-01-01", [], []),
    ],
)
def test_an_office_has_the_holder_of_the_day(
    day: str, certain: list[str], possible: list[str]
) -> None:
    """A term makes its days certain; a month in which a source names somebody, possible."""
    answer = WORLD.holder("minister of defence", "Russia", day)
    assert certain == [holder.id for holder in answer.certain]
    assert possible == [holder.id for holder in answer.possible]


def test_an_office_that_is_denied_was_not_held() -> None:
    """A denied account names no holder."""
    answer = WORLD.holder("President", "RUS", "2013")
    assert ((), ()) == (answer.certain, answer.possible)


def test_a_place_holds_the_places_within_it() -> None:
    """What happened at Cam Ranh happened in Khánh Hòa."""
    assert ("treaty",) == WORLD.at("Khánh Hòa").ids == WORLD.at("Kamran").ids


def test_places_within_each_other_are_looked_through_once() -> None:
    """Two places that hold each other by mistake do not hang the question."""
    circle = (place("a", "A", within="b"), place("b", "B", within="a"))
    held = record(Meeting, "talks", places=("b",))
    assert ("talks",) == world(held, places=circle).at("A").ids


def test_contests_are_gathered_from_records_and_people() -> None:
    """Every fact on which accounts differ is found, whoever it is about."""
    contested = record(Agreement, "pact", subject="a", claims=(claim("subject", "a"),))
    found = world(contested, persons=(SHOIGU,)).contests
    assert [("pact", "subject"), ("shoigu", "office")] == [
        (contest.subject, contest.field) for contest in found
    ]


# -- views ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "seen"),
    [
        ("2021-07-06", True),
        ("2021-07", False),
        ("2021-07-06~", False),
        ("2021?", False),
        (None, False),
    ],
)
def test_what_was_known_had_certainly_been_published(date: str | None, seen: bool) -> None:
    """A source counts from the day by which it must have appeared."""
    dataset = world(TREATY, sources=(source(FIRST, date),))
    assert seen is bool(dataset.as_known_on("2021-07-06").records)


def test_an_unknown_source_is_refused() -> None:
    """A view of a source that is not there is an error, not an empty dataset."""
    with pytest.raises(UnknownName, match="did you mean 'first'"):
        WORLD.as_known_from(["frist"])


def restricted() -> Dataset:
    """A world with a restricted record, and one that a restricted citation supports in part."""
    secret = attrs.evolve(citation("subject", source=SECOND), release=Release.RESTRICTED)
    hidden = record(Agreement, "hidden", ("VNM",), release=Release.RESTRICTED)
    open_in_part = record(
        Agreement,
        "open",
        ("VNM",),
        subject="bases",
        citations=(citation("parties"), secret),
        related=("hidden",),
        history=(state(Status.SIGNED, "1979"),),
    )
    return world(hidden, open_in_part)


def test_the_public_view_has_nothing_restricted() -> None:
    """Restricted records go, and so does what only a restricted citation bears out."""
    public = restricted().public()
    (left,) = public.agreements
    assert ("open", None, ()) == (left.id, left.subject, left.related)
    assert all(entry.release is Release.PUBLIC for entry in left.all_citations())


def test_the_public_view_does_not_tell_its_other_sources() -> None:
    """A source that only restricted citations lead to is not listed."""
    assert (FIRST,) == tuple(entry.id for entry in restricted().public().sources)


def test_an_excerpt_keeps_its_own_sources() -> None:
    """An excerpt has the records asked for, and the sources that they cite."""
    treaty = record(Agreement, "treaty", citations=(citation(source=SECOND),))
    dataset = world(treaty, TALKS)
    assert ("treaty",) == dataset.excerpt(["treaty"]).records.ids
    assert {FIRST, SECOND} == {entry.id for entry in dataset.excerpt(["treaty"]).sources}
    assert {FIRST} == {entry.id for entry in dataset.excerpt(["talks"]).sources}


# -- what a view says of itself ------------------------------------------------------------------


def test_a_view_says_what_it_is() -> None:
    """A view names what it was taken from, and the whole has no such name."""
    data = world(record(Agreement, "pact"))
    assert None is data.edition.view
    assert f"as known from {FIRST} alone" == data.as_known_from([FIRST]).edition.view
    published = "as known from what had been published by 2023-12-31"
    assert published == data.as_known_on("2023-12-31").edition.view


def test_a_view_is_covered_by_its_sources_alone() -> None:
    """Coverage by a source that is left out is gone from a view."""
    covered = Coverage(
        id="read",
        kinds=("agreements",),
        coverage_class=CoverageClass.SYSTEMATIC,
        sources=(FIRST, SECOND),
    )
    data = attrs.evolve(world(record(Agreement, "pact")), coverage=(covered,))
    assert [(FIRST,)] == [entry.sources for entry in data.as_known_from([FIRST]).coverage]
    assert () == data.as_known_from([]).coverage


def test_the_short_forms_fit_a_line() -> None:
    """A dataset, a pair and a selection show themselves in one line."""
    data = world(record(Agreement, "pact", ("VNM", "RUS")))
    pair = data.pair("VNM", "RUS")
    assert "Pair(VNM, RUS)" == repr(pair)
    assert "PairSelection(1: pact)" == repr(pair.agreements)
    assert "Selection(0)" == repr(data.meetings)
    assert repr(data).startswith("Dataset(")
