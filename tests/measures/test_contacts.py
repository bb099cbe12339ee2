from __future__ import annotations

import attrs
import pytest

import relations
from builders import country, dated, place, record, seceded, state, with_parties, world
from measures.asked import pair_of, words
from relations.measures.directions import Balance, Direction, direction_balance, direction_of
from relations.measures.encounters import Encounters, common_encounters
from relations.measures.figure import FigureKind
from relations.measures.gaps import Gap, gaps
from relations.measures.last_contacts import LastContact, last_contacts
from relations.model.meeting import Delegate, Format, Level, Meeting
from relations.model.party import PartyRole, Role
from relations.model.record import Record
from relations.model.status import Status

A_VISITS = (
    PartyRole(party="VNM", role=Role.VISITOR),
    PartyRole(party="RUS", role=Role.HOST),
)
B_VISITS = (
    PartyRole(party="RUS", role=Role.VISITOR),
    PartyRole(party="VNM", role=Role.HOST),
)
BOTH = ("VNM", "RUS")
HELD = (state(Status.HELD),)
HANOI = attrs.evolve(place("hanoi", "Hanoi"), country="VNM")
VIENTIANE = attrs.evolve(place("vientiane", "Vientiane"), country="LAO")


def met(
    identifier: str, date: str | None = "2018-01-23", parties: object = BOTH, **fields: object
) -> Record:
    """A meeting of the two that was held."""
    when = {"date": dated(date)} if date else {}
    given = {"history": HELD, "level": Level.HEAD, **when, **fields}
    return record(Meeting, identifier, parties, **given)  # type: ignore[arg-type]  # what is given


# -- direction -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"parties": A_VISITS}, Direction.A_TO_B),
        ({"parties": B_VISITS}, Direction.B_TO_A),
        ({"parties": A_VISITS, "format": Format.VIDEO}, Direction.ONLINE),
        ({"parties": A_VISITS, "occasion": "summit"}, Direction.ON_MARGINS),
        ({"places": ("hanoi",)}, Direction.B_TO_A),
        ({"places": ("vientiane",)}, Direction.THIRD_PLACE),
        ({"places": ("hanoi",), "format": Format.VIDEO}, Direction.ONLINE),
        ({}, Direction.NOT_STATED),
    ],
)
def test_a_meeting_has_a_direction(fields: dict[str, object], expected: Direction) -> None:
    """By the format first, then the occasion, the roles and the place."""
    meeting = met("visit", **fields)  # type: ignore[arg-type]  # one of the fields above
    pair = pair_of(meeting, places=(HANOI, VIENTIANE))
    assert isinstance(meeting, Meeting)
    assert expected is direction_of(meeting, pair)


@pytest.mark.parametrize(
    ("order", "expected"),
    [(("MYS", "SGP"), Direction.B_TO_A), (("SGP", "MYS"), Direction.A_TO_B)],
)
def test_a_state_that_the_other_left_is_a_side_of_its_own(
    order: tuple[str, str], expected: Direction
) -> None:
    """A meeting in Malaysia is a visit of Singapore, for which Malaysia stood once."""
    capital = attrs.evolve(place("kuala-lumpur", "Kuala Lumpur"), country="MYS")
    talks = met("talks", parties=("SGP", "MYS"), places=("kuala-lumpur",))
    left = seceded("SGP", "Singapore", left="MYS", on="1965-08-09")
    data = with_parties(world(talks, places=(capital,)), country("MYS", "Malaysia"), left)
    assert isinstance(talks, Meeting)
    assert expected is direction_of(talks, data.pair(*order))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("1964-01-01", Direction.B_TO_A), ("1970-01-01", Direction.THIRD_PLACE)],
)
def test_a_state_that_was_left_is_a_third_since(day: str, expected: Direction) -> None:
    """A meeting in Kuala Lumpur was at home for Singapore until it left Malaysia."""
    capital = attrs.evolve(place("kuala-lumpur", "Kuala Lumpur"), country="MYS")
    talks = met("talks", day, parties=("SGP", "VNM"), places=("kuala-lumpur",))
    left = seceded("SGP", "Singapore", left="MYS", on="1965-08-09")
    data = with_parties(world(talks, places=(capital,)), country("MYS", "Malaysia"), left)
    assert isinstance(talks, Meeting)
    assert expected is direction_of(talks, data.pair("SGP", "VNM"))


def test_a_predecessor_hosts_for_its_successor() -> None:
    """A visit to the Soviet Union is one to Russia while predecessors count."""
    visit = met("visit", parties=(A_VISITS[0], PartyRole(party="SUN", role=Role.HOST)))
    assert isinstance(visit, Meeting)
    assert Direction.A_TO_B is direction_of(visit, pair_of(visit))


def balance(*records: Record, on: str = "2020-12-31") -> tuple[Balance, ...]:
    """The visits each way, in five years and in all."""
    return direction_balance(pair_of(*records), on=on)


def test_visits_are_counted_each_way() -> None:
    """Two went the one way and one the other; in the window fewer."""
    window, ever = balance(
        met("one", "2018-01-23", A_VISITS),
        met("two", "2010-05-01", A_VISITS),
        met("three", "2019-05-01", B_VISITS),
    )
    assert ("1 visit", "1 visit") == (str(window.a_to_b), str(window.b_to_a))
    assert ("2 visits", "1 visit") == (str(ever.a_to_b), str(ever.b_to_a))
    assert ("2016-01-01/2020-12-31", None) == (str(window.period), ever.period)


def test_no_visit_one_way_is_none_found_and_no_0() -> None:
    """A balance of two to none is printed as such."""
    _, ever = balance(met("one", parties=A_VISITS))
    assert ("1 visit", "none found") == (str(ever.a_to_b), str(ever.b_to_a))


def test_a_visit_of_a_vague_year_is_possible_in_the_window() -> None:
    """One of 2015 or 2016 may lie before the window."""
    window, _ = balance(met("one", "[2015,2016]", A_VISITS))
    assert "up to 1 visit" == str(window.a_to_b)


def test_a_plan_is_no_visit() -> None:
    """What nobody reports as held does not count."""
    plan = met("plan", parties=A_VISITS, history=(state(Status.PLANNED, "2018"),))
    assert FigureKind.NONE_FOUND is balance(plan)[1].a_to_b.kind


# -- last contacts -------------------------------------------------------------------------------


def contacts(
    *records: Record, on: str = "2020-01-01"
) -> dict[tuple[Level, Direction], LastContact]:
    """The last contacts by level and direction."""
    return {(row.level, row.direction): row for row in last_contacts(pair_of(*records), on=on)}


VISIT = (Level.HEAD, Direction.A_TO_B)


def test_the_last_visit_of_each_direction_is_told() -> None:
    """The later of two visits one way, and the only one the other way."""
    found = contacts(
        met("early", "2017-01-01", A_VISITS),
        met("late", "2019-12-30/2019-12-31", A_VISITS),
        met("back", "2018-01-01", B_VISITS),
    )
    assert ("late", "1 day") == (found[VISIT].meeting, str(found[VISIT].days_since))
    assert "back" == found[Level.HEAD, Direction.B_TO_A].meeting


def test_levels_are_kept_apart() -> None:
    """A minister's visit is no head's."""
    found = contacts(met("visit", parties=A_VISITS, level=Level.DEFENCE_MINISTER))
    assert FigureKind.NONE_FOUND is found[VISIT].days_since.kind
    assert "visit" == found[Level.DEFENCE_MINISTER, Direction.A_TO_B].meeting


def test_days_since_a_vague_date_have_bounds() -> None:
    """From a month, between its last day and its first."""
    found = contacts(met("visit", "2019-12", A_VISITS))
    assert "1 to 31 days" == str(found[VISIT].days_since)


def test_a_meeting_after_the_day_is_not_there_yet() -> None:
    """As of a day, a later visit is not the last one."""
    found = contacts(met("visit", "2020-01-02", A_VISITS))
    assert found[VISIT].meeting is None


def test_an_undated_meeting_is_told_without_days() -> None:
    """Somebody visited, and nobody says when."""
    found = contacts(met("visit", None, A_VISITS))
    assert ("visit", "not known") == (found[VISIT].meeting, str(found[VISIT].days_since))


def test_meetings_of_a_body_are_no_contacts_of_its_members() -> None:
    """Being in one room is not a meeting."""
    summit = met("summit", parties=("EAS",))
    assert {None} == {row.meeting for row in contacts(summit).values()}


def test_last_contacts_of_viet_nam_and_russia_by_hand() -> None:
    """On the founding data: the General Secretary in 2018 one way, the minister the other."""
    rows = last_contacts(relations.load().pair("VNM", "RUS"))
    found = {(row.level, row.direction): row.meeting for row in rows if row.meeting}
    assert {
        (Level.HEAD, Direction.A_TO_B): "trong-russia-2018",
        (Level.DEFENCE_MINISTER, Direction.B_TO_A): "shoigu-hanoi-2018",
    } == found


def test_last_contacts_of_laos_and_russia_by_hand() -> None:
    """Two on the margins in 2023, and a visit of the Vice President to a forum."""
    rows = last_contacts(relations.load().pair("LAO", "RUS"))
    found = {(row.level, row.direction): row.meeting for row in rows if row.meeting}
    assert {
        (Level.DEPUTY_HEAD, Direction.ON_MARGINS): "putin-pany-2023-09",
        (Level.DEPUTY_HEAD, Direction.A_TO_B): "eastern-economic-forum-2023",
        (Level.DEFENCE_MINISTER, Direction.ON_MARGINS): "russia-laos-2023-11",
    } == found


# -- gaps ----------------------------------------------------------------------------------------


def gap(*dates: str, on: str = "2020-01-01") -> Gap:
    """The gap of meetings held on these days."""
    meetings = [met(f"met-{n}", date) for n, date in enumerate(dates)]
    (row,) = [r for r in gaps(pair_of(*meetings), on=on) if r.kind == "meetings" and not r.level]
    return row


REGULAR = ("2015-01-01", "2015-04-11", "2015-07-20", "2015-10-28", "2016-02-05")
"""Five meetings, a hundred days between one and the next."""


def test_a_gap_is_measured_by_its_own_history() -> None:
    """Hundred days are usual; 1426 days are long."""
    row = gap(*REGULAR)
    assert ("100 days", "1,426 days", "4 gaps") == (str(row.usual), str(row.days), str(row.past))
    assert row.is_long


def test_three_past_gaps_make_no_usual_one() -> None:
    """With too few, the usual gap is not applicable and the present one not long."""
    row = gap(*REGULAR[:4])
    assert ("not applicable", False) == (str(row.usual), row.is_long)
    assert "past gaps: 3" in row.usual.note


@pytest.mark.parametrize(("on", "long"), [("2017-02-04", False), ("2017-02-05", True)])
def test_a_gap_within_a_year_is_never_long(on: str, long: bool) -> None:
    """Beyond twice the usual, it still takes more than 365 days."""
    assert long is gap(*REGULAR, on=on).is_long


@pytest.mark.parametrize(("on", "long"), [("2022-03-01", False), ("2022-03-02", True)])
def test_a_gap_is_long_beyond_twice_the_usual(on: str, long: bool) -> None:
    """With 400 days between one and the next, 800 are not long and 801 are."""
    yearly = ("2015-08-05", "2016-09-08", "2017-10-13", "2018-11-17", "2019-12-22")
    assert long is gap(*yearly, on=on).is_long


def test_the_present_gap_takes_no_part_in_the_usual_one() -> None:
    """It is cut off by the day: however long, the median stays."""
    assert str(gap(*REGULAR).usual) == str(gap(*REGULAR, on="2030-01-01").usual)


def test_no_meeting_has_no_gap() -> None:
    """Where nothing was found, no number of days is told."""
    assert FigureKind.NONE_FOUND is gap().days.kind


def test_gaps_of_asean_and_russia_by_hand() -> None:
    """On the founding data: nine meetings, the last in June 2026."""
    rows = gaps(relations.load().pair("ASEAN", "RUS"))
    (row,) = [row for row in rows if row.kind == "meetings" and row.level is None]
    assert ("161 days", "8 gaps", False) == (str(row.days), str(row.past), row.is_long)


# -- encounters ----------------------------------------------------------------------------------


def encounters(*records: Record, **options: object) -> Encounters:
    """What the East Asia Summit gave the two occasion for, over 2016 to 2020."""
    rows = common_encounters(pair_of(*records), on="2020-12-31", **options)  # type: ignore[arg-type]  # options
    (row,) = [row for row in rows if row.body == "EAS"]
    return row


SUMMIT = met("summit", "2018-11-15", ("EAS",))
MARGINS = met("margins", "2018-11-15", occasion="summit", level=Level.MINISTER)
PRESENT = tuple(Delegate(person=party.lower(), party=party) for party in BOTH)


def test_being_in_one_room_is_not_a_meeting() -> None:
    """A summit held, nobody named as present, one meeting of the two on its margins."""
    row = encounters(SUMMIT, MARGINS)
    assert ("1 meeting", "none found", "1 meeting") == (
        str(row.held),
        str(row.both_present),
        str(row.on_margins),
    )
    assert ("margins",) == row.on_margins.records


def test_both_are_present_where_a_source_names_both() -> None:
    """Of two summits, at one of which delegates of both are named: at least half."""
    named = met("named", "2019-11-04", ("EAS",), delegates=PRESENT)
    row = encounters(SUMMIT, named)
    assert ("1 meeting", "50% to 100%") == (str(row.both_present), str(row.co_attendance))


def test_before_both_belonged_nothing_is_common() -> None:
    """Russia joined in November 2011; a summit before does not count."""
    early = met("early", "2010-10-30", ("EAS",))
    rows = common_encounters(pair_of(early), on="2012-12-31")
    (row,) = [row for row in rows if row.body == "EAS"]
    assert FigureKind.NONE_FOUND is row.held.kind


def test_screens_are_counted_apart() -> None:
    """A summit by video is held, and online."""
    row = encounters(met("summit", "2018-11-15", ("EAS",), format=Format.VIDEO))
    assert ("1 meeting", "1 meeting") == (str(row.held), str(row.online))


def test_lower_levels_can_be_left_out() -> None:
    """Asked for heads alone, a meeting of officials does not count."""
    officials = met("officials", "2018-05-01", ("EAS",), level=Level.OFFICIALS)
    assert "1 meeting" == str(encounters(SUMMIT, officials, level="head").held)


def test_common_bodies_of_viet_nam_and_russia_by_hand() -> None:
    """On the founding data, over eight years: two East Asia Summits, by video."""
    rows = common_encounters(relations.load().pair("VNM", "RUS"), years=8)
    (row,) = [row for row in rows if row.body == "EAS"]
    assert ("2 meetings", ("east-asia-summit-15", "east-asia-summit-16")) == words(row.held)
    assert "2 meetings" == str(row.online)
    assert "none found" == str(row.both_present)
