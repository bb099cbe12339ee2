from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    body,
    claim,
    country,
    dated,
    edtf,
    person,
    record,
    seceded,
    state,
    tenure,
    with_parties,
    world,
)
from relations.dataset import Dataset
from relations.errors import UnknownName
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Delegate, Meeting
from relations.model.party import Succession, SuccessionKind
from relations.model.record import Record
from relations.model.statement import Statement
from relations.model.status import Status
from relations.pairs import Pair, Path, Way
from strategies.records import datasets


def meeting(*parties: str, day: str | None = "2021-10-28", identifier: str = "talks") -> Meeting:
    """A meeting held on a day, or on one that is not known."""
    date = dated(day) if day else None
    held = (state(Status.HELD, day),)
    return record(Meeting, identifier, parties, date=date, history=held)


def path(a: str, b: str, *records: Record, dataset: Dataset | None = None) -> Path | None:
    """How the one record ties two parties, or nothing."""
    pair = (dataset or world(*records)).pair(a, b)
    return pair.records.path(pair.records[0]) if pair.records else None


# -- the ways ------------------------------------------------------------------------------------


def test_both_parties_themselves_tie_directly() -> None:
    """A record in which both take part ties them directly."""
    assert Path(Way.DIRECT) == path("VNM", "RUS", meeting("VNM", "RUS"))


def test_a_predecessor_is_a_way_of_its_own() -> None:
    """What the Soviet Union signed ties Russia through it."""
    assert Path(Way.PREDECESSOR, ("SUN",)) == path("VNM", "RUS", meeting("VNM", "SUN", day="1979"))


def test_predecessors_can_be_left_out() -> None:
    """Whoever asks for the state alone does not get what came before."""
    dataset = world(meeting("VNM", "SUN", day="1979"))
    assert () == dataset.pair("VNM", "RUS", predecessors=False).records.ids


def test_a_body_ties_its_members() -> None:
    """What ASEAN does with Russia ties Viet Nam and Russia through ASEAN."""
    assert Path(Way.BODY, ("ASEAN",)) == path("VNM", "RUS", meeting("ASEAN", "RUS"))


@pytest.mark.parametrize(("day", "tied"), [("2021-10-28", False), ("2026-01-01", True)])
def test_membership_is_that_of_the_day(day: str, tied: bool) -> None:
    """Timor-Leste joined ASEAN in 2025, and is not tied by what ASEAN did in 2021."""
    assert tied is (path("TLS", "RUS", meeting("ASEAN", "RUS", day=day)) is not None)


def test_a_day_that_may_be_in_the_membership_ties() -> None:
    """Where the record's date leaves it open, the tie is kept."""
    assert path("TLS", "RUS", meeting("ASEAN", "RUS", day="2025")) is not None


def test_a_body_ties_what_leads_it() -> None:
    """ASEAN leads the East Asia Summit, and Russia is a member of it."""
    assert Path(Way.BODY, ("EAS",)) == path("ASEAN", "RUS", meeting("EAS"))


def test_two_members_of_one_body_are_tied_by_it() -> None:
    """A meeting of the body alone ties two of its members, through it."""
    assert Path(Way.BODY, ("EAS",)) == path("VNM", "RUS", meeting("EAS"))


def test_a_body_and_its_member_are_not_tied_by_the_body_alone() -> None:
    """What ASEAN does by itself is no tie between ASEAN and Viet Nam."""
    assert None is path("ASEAN", "VNM", meeting("ASEAN", "RUS"))


def test_two_successors_are_not_tied_by_what_came_before_both() -> None:
    """What the Soviet Union did alone is no tie between two states that came after it."""
    dataset = with_parties(
        world(meeting("SUN", day="1979")), country("UKR", "Ukraine", after="SUN")
    )
    assert None is path("RUS", "UKR", dataset=dataset)


@pytest.mark.parametrize(("day", "tied"), [("1965-08-08", True), ("1965-08-09", False)])
def test_what_a_state_did_after_another_had_left_it_is_its_own(day: str, tied: bool) -> None:
    """Malaysia went on, and stands for Singapore until the day before it left."""
    singapore = seceded("SGP", "Singapore", left="MYS", on="1965-08-09")
    dataset = with_parties(
        world(meeting("MYS", "SUN", day=day)), country("MYS", "Malaysia"), singapore
    )
    assert tied is (path("SGP", "SUN", dataset=dataset) is not None)


@pytest.mark.parametrize(("day", "tied"), [("1965-08-08", True), ("1970-01-01", False)])
def test_a_state_is_tied_by_no_body_of_one_that_it_had_left(day: str, tied: bool) -> None:
    """Nor do the bodies to which Malaysia belonged later tie Singapore."""
    maphilindo = body("MAPHILINDO", "Maphilindo", members=[("MYS", "1963-07-31/..")])
    dataset = with_parties(
        world(meeting("MAPHILINDO", "SUN", day=day)),
        country("MYS", "Malaysia"),
        seceded("SGP", "Singapore", left="MYS", on="1965-08-09"),
        maphilindo,
    )
    assert tied is (path("SGP", "SUN", dataset=dataset) is not None)


def test_a_bound_holds_for_all_that_came_before() -> None:
    """What came before the state that was left stands for the other no longer than it does."""
    dataset = with_parties(
        world(),
        country("A", "A"),
        country("B", "B", after="A"),
        seceded("C", "C", left="B", on="1903"),
    )
    line = {earlier.id: str(until) for earlier, until in dataset.line_of("C")}
    assert {"B": "../1903-12-30", "A": "../1903-12-30"} == line


def test_the_narrower_of_two_bounds_holds() -> None:
    """What a state had lost before another left it never stood for that other."""
    dataset = with_parties(
        world(),
        country("A", "A"),
        seceded("B", "B", left="A", on="1950-01-01"),
        seceded("C", "C", left="B", on="1900-01-01"),
        seceded("D", "D", left="C", on="1930-01-01"),
    )
    line = {earlier.id: str(until) for earlier, until in dataset.line_of("D")}
    assert {"C": "../1929-12-31", "B": "../1899-12-31", "A": "../1899-12-31"} == line


def test_the_nearest_come_first() -> None:
    """A predecessor at two steps comes before one at three, whichever line is followed first."""
    after_b, after_c = (country("D", "D", after=earlier) for earlier in ("B", "C"))
    both = attrs.evolve(after_b, successions=(*after_b.successions, *after_c.successions))
    lines = {"A": None, "B": "A", "F": None, "E": "F", "C": "E"}
    others = (country(name, name, after=earlier) for name, earlier in lines.items())
    line = with_parties(world(), *others, both).line_of("D")
    assert ["B", "C", "A", "E", "F"] == [earlier.id for earlier, _ in line]


def test_only_a_secession_bounds_a_predecessor() -> None:
    """A predecessor that ended needs no bound."""
    for kind in SuccessionKind:
        succession = Succession(predecessor="A", kind=kind, date=edtf("1903-11-03"))
        bounded = kind is SuccessionKind.SECESSION
        assert ("../1903-11-02" if bounded else "None") == str(succession.until)


@pytest.mark.parametrize(("day", "tied"), [("1960", False), ("1964", True), ("1966", False)])
def test_a_body_of_one_that_was_left_ties_while_it_belonged(day: str, tied: bool) -> None:
    """Both the membership and the bound must cover the day."""
    dataset = with_parties(
        world(meeting("MAPHILINDO", "SUN", day=day)),
        country("MYS", "Malaysia"),
        seceded("SGP", "Singapore", left="MYS", on="1965-08-09"),
        body("MAPHILINDO", "Maphilindo", members=[("MYS", "1963-07-31/..")]),
    )
    assert tied is (path("SGP", "SUN", dataset=dataset) is not None)


@pytest.mark.parametrize("day", [None, "1963/1970"])
def test_a_body_that_was_joined_after_a_secession_does_not_tie(day: str | None) -> None:
    """Not even a record without a day, or of many years."""
    dataset = with_parties(
        world(meeting("SCO", "SUN", day=day)),
        country("MYS", "Malaysia"),
        seceded("SGP", "Singapore", left="MYS", on="1965-08-09"),
        body("SCO", "Organisation", members=[("MYS", "1967/..")]),
    )
    assert None is path("SGP", "SUN", dataset=dataset)


@pytest.mark.parametrize("parties", [("MAPHILINDO", "SUN"), ("MYS", "MAPHILINDO")])
def test_neither_of_a_pair_stands_for_the_other(parties: tuple[str, str]) -> None:
    """What one does in a body of its own is no tie to the one that left it."""
    dataset = with_parties(
        world(meeting(*parties, day="1964")),
        country("MYS", "Malaysia"),
        seceded("SGP", "Singapore", left="MYS", on="1965-08-09"),
        body("MAPHILINDO", "Maphilindo", members=[("MYS", "1963/..")]),
    )
    assert None is path("MYS", "SGP", dataset=dataset)
    assert None is path("SGP", "MYS", dataset=dataset)


@pytest.mark.parametrize("first", ["B", "C"])
def test_of_two_lines_as_long_the_wider_bound_holds(first: str) -> None:
    """The order in which predecessors are listed does not matter."""
    left = seceded("D", "D", left="B", on="1950-01-01").successions
    united = country("D", "D", after="C").successions
    both = (*left, *united) if first == "B" else (*united, *left)
    dataset = with_parties(
        world(),
        country("A", "A"),
        country("B", "B", after="A"),
        country("C", "C", after="A"),
        attrs.evolve(country("D", "D"), successions=both),
    )
    line = {earlier.id: str(until) for earlier, until in dataset.line_of("D")}
    assert {"B": "../1949-12-31", "C": "None", "A": "None"} == line


def test_a_state_that_left_another_twice_was_of_it_until_the_second_time() -> None:
    """Of two secessions from one state the later bounds it."""
    once, again = (
        seceded("B", "B", left="A", on=day).successions for day in ("1918-02-24", "1991-09-06")
    )
    for successions in ((*once, *again), (*again, *once)):
        twice = attrs.evolve(country("B", "B"), successions=successions)
        ((_, until),) = with_parties(world(), country("A", "A"), twice).line_of("B")
        assert "../1991-09-05" == str(until)


def test_a_secession_before_all_days_bounds_nothing() -> None:
    """The first day that there is has none before it."""
    left = Succession(predecessor="A", kind=SuccessionKind.SECESSION, date=edtf("0001-01-01"))
    assert None is left.until


def test_a_predecessor_can_be_a_member() -> None:
    """A body that the predecessor belonged to ties its successor, through the body."""
    comecon = body("CMEA", "Comecon", members=[("SUN", "1949/1991"), ("VNM", "1978/1991")])
    dataset = with_parties(world(meeting("CMEA", day="1985")), comecon)
    assert Path(Way.BODY, ("CMEA",)) == path("VNM", "RUS", dataset=dataset)


def test_the_closest_way_counts() -> None:
    """A record in which both take part is direct, though their body takes part as well."""
    assert Path(Way.DIRECT) == path("VNM", "RUS", meeting("ASEAN", "EAS", "VNM", "RUS"))


def test_a_way_through_one_body_is_closer_than_through_two() -> None:
    """Of two ways through bodies, the shorter is given."""
    assert Path(Way.BODY, ("EAS",)) == path("VNM", "RUS", meeting("ASEAN", "EAS"))


def test_a_mixed_way_is_the_farther_of_its_two() -> None:
    """Through a predecessor on one side and a body on the other is through a body."""
    tied = path("VNM", "RUS", meeting("ASEAN", "SUN", day="1996"))
    assert Path(Way.BODY, ("ASEAN", "SUN")) == tied


def test_a_stranger_is_not_tied() -> None:
    """A record of one of the two with somebody else ties nothing."""
    assert None is path("VNM", "RUS", meeting("VNM", "LAO"))


# -- the pair ------------------------------------------------------------------------------------


def test_a_party_makes_no_pair_with_itself() -> None:
    """A pair needs two."""
    with pytest.raises(ValueError, match="a pair needs two parties, and both are Viet Nam"):
        world().pair("VNM", "Vietnam")


def test_a_pair_is_asked_for_by_any_name() -> None:
    """Names and codes do, and an unknown one is an error with the nearest."""
    pair = world().pair("Việt Nam", "ussr")
    assert ("VNM", "SUN") == (pair.a.id, pair.b.id)
    with pytest.raises(UnknownName, match="did you mean 'Russia'"):
        world().pair("VNM", "Rusia")


def ways(pair: Pair) -> dict[str, Path]:
    """How each record ties the pair."""
    return {entry.id: pair.records.path(entry) for entry in pair.records}


@given(datasets(), st.permutations(["VNM", "RUS", "LAO", "ASEAN"]))
def test_a_pair_has_no_order(dataset: Dataset, parties: list[str]) -> None:
    """The records of A and B, and their ways, are those of B and A."""
    a, b, *_ = parties
    assert ways(dataset.pair(a, b)) == ways(dataset.pair(b, a))


@given(datasets())
def test_a_pair_is_the_sum_of_its_ways_and_of_its_kinds(dataset: Dataset) -> None:
    """Every record is tied in one way and stands in one kind."""
    pair = dataset.pair("VNM", "RUS")
    by_way = (pair.records.direct, pair.records.through_predecessors, pair.records.through_bodies)
    assert sorted(pair.records.ids) == sorted(key for part in by_way for key in part.ids)
    by_kind = [getattr(pair, kind) for kind in RECORD_TYPES]
    assert sorted(pair.records.ids) == sorted(key for part in by_kind for key in part.ids)


@given(datasets())
def test_without_predecessors_nothing_is_added(dataset: Dataset) -> None:
    """Leaving out predecessors only leaves out."""
    alone = dataset.pair("VNM", "RUS", predecessors=False).records
    assert set(alone.ids) <= set(dataset.pair("VNM", "RUS").records.ids)
    assert 0 == len(alone.through_predecessors)


def test_a_narrowed_selection_keeps_its_paths() -> None:
    """After ``where`` and ``filter`` the way is still known."""
    pair = world(meeting("ASEAN", "RUS")).pair("VNM", "RUS")
    (found,) = pair.meetings.where(status="held").through_bodies
    assert Path(Way.BODY, ("ASEAN",)) == pair.meetings.where(status="held").path(found)


def test_contests_are_those_of_its_records_and_people() -> None:
    """A doubted fact of another pair, or of somebody who met nobody here, is left out."""
    doubted = (claim("subject", "bases", Rank.DEPRECATED),)
    ours, theirs = (
        record(Agreement, name, (name.upper(), "RUS"), subject="bases", claims=doubted)
        for name in ("vnm", "lao")
    )
    denied = (tenure("minister", "RUS", "2019", Rank.DEPRECATED),)
    people = tuple(person(name, name, tenures=denied) for name in ("fomin", "stranger"))
    delegate = Delegate(person="fomin", party="RUS")
    talks = record(Meeting, "talks", ("VNM", "RUS"), delegates=(delegate,))
    pair = world(ours, theirs, talks, persons=people).pair("VNM", "RUS")
    assert [("vnm", "subject"), ("fomin", "office")] == [
        (contest.subject, contest.field) for contest in pair.contests
    ]


def test_what_a_statement_mentions_is_contested_with_it() -> None:
    """Accounts of an agreement of others stand where a statement of the pair speaks of it."""
    doubted = (claim("subject", "bases", Rank.DEPRECATED),)
    spoken_of, other = (
        record(Agreement, name, ("LAO", "VNM"), subject="bases", claims=doubted)
        for name in ("spoken-of", "other")
    )
    said = record(Statement, "said", ("VNM", "RUS"), text="Said.", mentions=("spoken-of",))
    pair = world(spoken_of, other, said).pair("VNM", "RUS")
    assert ["spoken-of"] == [contest.subject for contest in pair.contests]
    assert ["said"] == [found.id for found in pair.records]
    excerpt = pair.excerpt()
    assert {"said", "spoken-of"} == {found.id for found in excerpt.records}
    assert pair.contests == excerpt.pair("VNM", "RUS").contests


def test_a_person_of_the_same_identifier_is_not_what_a_statement_mentions() -> None:
    """Records and persons are named apart, and contested apart."""
    denied = (tenure("minister", "RUS", "2019", Rank.DEPRECATED),)
    stranger = person("pact", "Somebody Else", tenures=denied)
    said = record(Statement, "said", ("VNM", "RUS"), text="Said.", mentions=("pact",))
    pact = record(Agreement, "pact", ("LAO", "VNM"), subject="bases")
    assert () == world(said, pact, persons=(stranger,)).pair("VNM", "RUS").contests


def test_an_excerpt_is_the_pair_alone() -> None:
    """The excerpt has the pair's records, and ties them as before."""
    dataset = world(meeting("VNM", "RUS"), meeting("LAO", "RUS", identifier="other"))
    excerpt = dataset.pair("VNM", "RUS").excerpt()
    assert ("talks",) == excerpt.records.ids == excerpt.pair("VNM", "RUS").records.ids


@given(datasets())
def test_the_index_finds_what_looking_at_every_record_finds(data: Dataset) -> None:
    """Records that the index leaves out tie the pair by no path, and the rest are in order."""
    for a, b in (("VNM", "RUS"), ("LAO", "RUS"), ("ASEAN", "RUS"), ("VNM", "LAO")):
        pair = data.pair(a, b)
        tied = [record.id for record in data.records if pair._path(record) is not None]
        assert tied == list(pair.records.ids)


@given(datasets())
def test_records_that_name_one_of_these_and_one_of_those(data: Dataset) -> None:
    """By hand: every record, in order of time, that names both sides."""
    these, those = {"VNM", "LAO"}, {"RUS", "LAO"}
    assert [
        record.id
        for record in data.records
        if these.intersection(record.party_ids) and those.intersection(record.party_ids)
    ] == [record.id for record in data.tying(these, those)]


@given(datasets(), st.lists(st.sampled_from(["VNM", "RUS", "SUN", "LAO", "ASEAN"]), unique=True))
def test_a_crowd_is_found_as_any_other_record(data: Dataset, others: list[str]) -> None:
    """A record of more parties than stand in the index two by two is found where its sides meet."""
    named = ("TLS", "EAS", *others)
    crowd = record(Meeting, "crowd", named, date=dated("2010"))
    data = world(*data.records, crowd, sources=data.sources)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("relations.index._CROWD", 2)
        for a, b in (("TLS", "EAS"), ("TLS", "VNM"), ("VNM", "RUS"), ("TLS", "TLS")):
            expected = [it.id for it in data.records if {a, b} <= set(it.party_ids)]
            assert expected == [it.id for it in data.tying([a], [b])]


def test_a_part_of_what_is_in_order_is_in_order() -> None:
    """To narrow a selection down puts nothing in order again, and to make one by hand does."""
    late = record(Agreement, "late", ("VNM", "RUS"), history=(state(Status.SIGNED, "2003"),))
    early = record(Agreement, "early", ("VNM", "RUS"), history=(state(Status.SIGNED, "1979"),))
    data = world(late, early)
    assert ("early", "late") == data.agreements.filter(bool).ids
    assert ("early", "late") == data.agreements.only([late, early]).ids
    assert ("early", "late") == data.pair("VNM", "RUS").agreements.ids
