from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from builders import (
    body,
    citation,
    country,
    dated,
    edtf,
    record,
    seceded,
    state,
    with_parties,
    world,
)
from relations.dataset import Dataset
from relations.errors import UnknownName
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.country import LISTS, Codes, Counting, Country, FormerCode, Scheme
from relations.model.coverage import Coverage, CoverageClass
from relations.model.exercise import Exercise
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.party import PartyRole, Role
from relations.model.record import Record
from relations.model.status import Status
from relations.selection import Selection
from relations.table import Table
from strategies.records import datasets

TINY = ("LAO", "RUS", "SUN", "VNM")
"""The states of the tiny world."""


def listed(
    identifier: str, existed: str | None, number: int, former: tuple[FormerCode, ...] = ()
) -> Country:
    """A state that both lists of states count under one number for as long as it existed."""
    made = country(identifier, identifier.title(), existed=existed)
    codes = Codes(iso3=identifier, cow=number, gw=number)
    counted = tuple(Counting(scheme=it, number=number, period=made.existed) for it in LISTS)
    return attrs.evolve(made, codes=codes, former_codes=former, counted=counted)


def counting(scheme: Scheme, number: int, period: str) -> Counting:
    """A time in which a list counts a state."""
    return Counting(scheme=scheme, number=number, period=edtf(period))


def of(
    countries: Iterable[Country], *records: Record, coverage: Iterable[Coverage] = ()
) -> Dataset:
    """A dataset of these states alone."""
    return attrs.evolve(world(*records, coverage=tuple(coverage)), countries=tuple(countries))


def pairs(table: Table) -> list[tuple[Any, ...]]:
    """Year and states of each row."""
    return list(zip(table["year"], table["state_a"], table["state_b"], strict=True))


def row(table: Table, **wanted: object) -> Mapping[str, Any]:
    """The one row with these values."""
    (found,) = (
        row for row in table.to_dicts() if all(row[name] == value for name, value in wanted.items())
    )
    return found


UNION = of(
    [
        listed("AAA", None, 1),
        listed("NORTH", "1918-10-30/1990-05-21", 2),
        listed("ONE", "1990-05-22/..", 3),
        listed("SOUTH", "1967-11-30/1990-05-21", 4),
    ]
)
"""Two states become one on the next day, beside one that is older than the lists."""


# -- who is in it --------------------------------------------------------------------------------


def test_every_pair_of_states_alive_on_a_common_day_has_a_row() -> None:
    """By hand: of the year of a union, the states before and after it never meet."""
    assert [
        (1989, "AAA", "NORTH"),
        (1989, "AAA", "SOUTH"),
        (1989, "NORTH", "SOUTH"),
        (1990, "AAA", "NORTH"),
        (1990, "AAA", "ONE"),
        (1990, "AAA", "SOUTH"),
        (1990, "NORTH", "SOUTH"),
        (1991, "AAA", "ONE"),
    ] == pairs(UNION.panel(start=1989, end=1991))


def test_states_of_one_day_in_common_are_a_pair() -> None:
    """The last day of one and the first of the other may be the same."""
    data = of([listed("AAA", "1900/1990-05-21", 1), listed("BBB", "1990-05-21/..", 2)])
    found = row(data.panel(start=1990, end=1990), state_b="BBB")
    assert 1 == found["days"]
    assert (
        "possible"
        == row(
            of([listed("AAA", "1900/1990", 1), listed("BBB", "1990-05-21/..", 2)]).panel(
                start=1990, end=1990
            )
        )["exists"]
    )


def test_days_in_common_are_counted() -> None:
    """A whole year of both is a year, and a part of it is its days."""
    table = UNION.panel(start=1990, end=1992)
    assert 141 == row(table, year=1990, state_a="NORTH")["days"]
    assert 224 == row(table, year=1990, state_b="ONE")["days"]
    assert 366 == row(table, year=1992, state_b="ONE")["days"]


def test_directed_pairs_have_a_row_each_way() -> None:
    """A directed panel is the undirected one and its mirror."""
    once = set(pairs(UNION.panel(start=1989, end=1991)))
    table = UNION.panel(directed=True, start=1989, end=1991)
    assert once | {(year, b, a) for year, a, b in once} == set(pairs(table))
    assert 2 * len(once) == len(table)


def test_each_state_has_a_row_a_year() -> None:
    """By hand: three states, four in the year of the union, then two."""
    table = UNION.panel("country-year", start=1989, end=1991)
    assert [3, 4, 2] == [list(table["year"]).count(year) for year in (1989, 1990, 1991)]
    assert {"state", "iso", "cow", "gw"} <= set(table.names)


def test_territories_that_no_list_counts_are_left_out_unless_named() -> None:
    """Whoever names one is told that it is only possibly a state."""
    data = of([listed("AAA", None, 1), country("ISLE", "Isle")])
    assert 0 == len(data.panel(start=2000, end=2000))
    asked = data.panel(start=2000, end=2000, states=["aaa", "Isle"])
    assert "possible" == row(asked, state_b="ISLE")["exists"]


def test_years_are_those_of_the_data_unless_asked_for() -> None:
    """From the earliest record to the date of the edition."""
    pact = record(Agreement, "pact", ("AAA", "BBB"), history=(state(Status.SIGNED, "2019"),))
    data = of([listed("AAA", None, 1), listed("BBB", None, 2)], pact)
    years = data.panel()["year"]
    assert (2019, data.edition.date.year) == (years[0], years[-1])


# -- codes ---------------------------------------------------------------------------------------


GERMANY = attrs.evolve(
    country("DEU", "Germany", existed="1949-09-21/.."),
    counted=(
        counting(Scheme.COW, 260, "1955-05-05/1990-10-02"),
        counting(Scheme.COW, 255, "1990-10-03/.."),
        counting(Scheme.GW, 260, "1949-09-21/.."),
    ),
)
ESTONIA = attrs.evolve(
    country("EST", "Estonia", existed="1918-02-24/.."),
    counted=(
        counting(Scheme.COW, 366, "1918-02-24/1940-06-16"),
        counting(Scheme.COW, 366, "1991-09-06/.."),
        counting(Scheme.GW, 366, "1918-11-11/1940-06-01"),
        counting(Scheme.GW, 366, "1991-09-06/.."),
    ),
)


def test_a_number_is_that_of_the_last_day_of_the_year() -> None:
    """A state that a list renumbered has the number of the day, and before it counts it none."""
    table = of([GERMANY]).panel("country-year", start=1954, end=1990)
    assert [None, 260, 260, 255] == [
        row(table, year=year)["cow"] for year in (1954, 1955, 1989, 1990)
    ]
    assert {260} == set(table["gw"])


def test_a_state_that_no_list_counts_for_a_time_does_not_live_then() -> None:
    """Between the wars and again in our days, with nothing between."""
    table = of([ESTONIA]).panel("country-year", start=1939, end=1992)
    assert [1939, 1940, 1991, 1992] == list(table["year"])
    assert [365, 168, 117, 366] == list(table["days"])


def test_one_list_of_states_may_be_asked_for() -> None:
    """A state lives while that list counts it, and the other does not matter."""
    data, unit = of([GERMANY]), "country-year"
    by_list = {
        system: list(data.panel(unit, system=system, start=1954, end=1956)["year"])
        for system in (None, "COW", "GW")
    }
    assert {None: [1954, 1955, 1956], "COW": [1955, 1956], "GW": [1954, 1955, 1956]} == by_list
    with pytest.raises(UnknownName, match="no list of states is known as 'ISO'"):
        data.panel(system="ISO")


def test_a_former_code_of_three_letters_counts_where_its_period_is_known() -> None:
    """Of the codes of ISO the one in use on the last day of the year is given."""
    former = (
        FormerCode(scheme=Scheme.ISO, code="YU", period=edtf("1992-04-27/2003-02-03")),
        FormerCode(scheme=Scheme.ISO, code="YUG", period=edtf("1992-04-27/2003-02-03")),
        FormerCode(scheme=Scheme.ISO, code="OLD"),
    )
    table = of([listed("SCG", "1992/2006", 345, former=former)]).panel(
        "country-year", start=2002, end=2003
    )
    assert ["YUG", "SCG"] == list(table["iso"])


# -- counts --------------------------------------------------------------------------------------


@given(datasets())
@settings(max_examples=25)
def test_a_pair_counts_its_direct_records(data: Dataset) -> None:
    """Every cell is what the pair itself says of that kind and year, certainly and possibly."""
    table = data.panel(states=TINY, start=1990, end=2030)
    _agrees(table, data, lambda data, a, b: data.pair(a, b, predecessors=False).records.direct)


@given(datasets())
@settings(max_examples=25)
def test_with_predecessors_a_pair_counts_what_is_its_own(data: Dataset) -> None:
    """What a predecessor brought counts with the state that came after it too."""
    table = data.panel(states=TINY, start=1990, end=2030, predecessors=True)
    _agrees(table, data, lambda data, a, b: data.pair(a, b).records.own)


@pytest.mark.parametrize(("day", "counts"), [("1965-01-01", True), ("1966-01-01", False)])
def test_what_a_state_did_after_another_had_left_it_counts_for_itself_alone(
    day: str, counts: bool
) -> None:
    """The panel bounds a secession as the pair does."""
    held = (state(Status.HELD, day),)
    record_of_the_other = record(Meeting, "talks", ("MYS", "SUN"), date=dated(day), history=held)
    left = seceded("SGP", "Singapore", left="MYS", on="1965-08-09")
    data = with_parties(world(record_of_the_other), country("MYS", "Malaysia"), left)
    table = data.panel(states=["SGP", "SUN"], start=1965, end=1966, predecessors=True)
    assert (1 if counts else None) == row(table, year=int(day[:4]))["meetings_certain"]
    assert (1 if counts else 0) == len(data.pair("SGP", "SUN").records)


Tied = Callable[[Dataset, str, str], Selection[Record]]
"""The records that tie two parties of a dataset."""


def _agrees(table: Table, data: Dataset, selected: Tied) -> None:
    for found in table.to_dicts():
        tied = selected(data, str(found["state_a"]), str(found["state_b"]))
        _counts_agree(found, tied)


def _counts_agree(found: Mapping[str, Any], records: Selection[Record]) -> None:
    answer = records.during(str(found["year"]))
    for kind, cls in RECORD_TYPES.items():
        expected = tuple(
            sum(isinstance(record, cls) for record in some)
            for some in (answer.certain, answer.possible)
        )
        counts = (found[f"{kind}_certain"], found[f"{kind}_possible"])
        assert (expected if any(expected) else (None, None)) == counts


@given(datasets())
@settings(max_examples=15)
def test_a_state_counts_the_records_that_name_it(data: Dataset) -> None:
    """Every cell of a state is the number of its records of that kind and year."""
    for found in data.panel("country-year", states=TINY, start=1990, end=2030).to_dicts():
        _counts_agree(found, Selection(data.records_of.get(str(found["state"]), ())))


def in_roles(*roles: tuple[str, Role]) -> tuple[PartyRole, ...]:
    """Parties in roles."""
    return tuple(PartyRole(party=party, role=role) for party, role in roles)


@pytest.mark.parametrize(
    ("made", "rows"),
    [
        (
            record(
                ArmsTransfer,
                "tanks",
                in_roles(("BBB", Role.SUPPLIER), ("AAA", Role.RECIPIENT)),
                history=(state(Status.DELIVERED, "2018"),),
            ),
            [("BBB", "AAA")],
        ),
        (
            record(
                Meeting,
                "visit",
                in_roles(("AAA", Role.VISITOR), ("BBB", Role.HOST), ("CCC", Role.PARTICIPANT)),
                date=dated("2018"),
                history=(state(Status.HELD),),
            ),
            [("AAA", "BBB"), ("AAA", "CCC"), ("BBB", "CCC"), ("CCC", "AAA"), ("CCC", "BBB")],
        ),
        (
            record(
                Exercise,
                "drill",
                ("AAA", "BBB"),
                date=dated("2018"),
                history=(state(Status.HELD),),
            ),
            [("AAA", "BBB"), ("BBB", "AAA")],
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Record) else "",
)
def test_a_direction_counts_one_way(made: Record, rows: list[tuple[str, str]]) -> None:
    """What has a direction counts in its row; what has none counts both ways."""
    data = of([listed(name * 3, None, n) for n, name in enumerate("ABC")], made)
    table = data.panel(directed=True, start=2018, end=2018).to_dicts()
    kind = next(kind for kind, cls in RECORD_TYPES.items() if isinstance(made, cls))
    assert rows == sorted(
        (row["state_a"], row["state_b"]) for row in table if row[f"{kind}_certain"] == 1
    )


# -- what is missing -----------------------------------------------------------------------------


def looked(identifier: str = "looked", kind: str = "agreements") -> Coverage:
    """A statement that one kind of record was looked for by rule, for all pairs and times."""
    how = CoverageClass.SYSTEMATIC
    return Coverage(id=identifier, kinds=(kind,), coverage_class=how, sources=("first",))


def counts(coverage: Iterable[Coverage], **wanted: object) -> tuple[Any, ...]:
    """What a panel without any record says of agreements."""
    states = [listed("AAA", None, 1), listed("BBB", None, 2), listed("CCC", None, 3)]
    table = of(states, coverage=tuple(coverage)).panel(start=2000, end=2001)
    found = row(table, **{"year": 2000, "state_a": "AAA", "state_b": "BBB", **wanted})
    return tuple(
        found[f"agreements_{part}"] for part in ("certain", "possible", "kind", "coverage")
    )


def test_what_nobody_looked_for_is_not_covered() -> None:
    """Without a statement of coverage a count is missing, and not 0."""
    assert (None, None, "not_covered", "none") == counts([])
    assert (None, None, "not_covered", "none") == counts([looked(kind="meetings")])


def test_what_was_looked_for_in_vain_is_none_found() -> None:
    """None found is a value of its own, neither 0 nor not covered."""
    assert (None, None, "none_found", "systematic") == counts([looked()])


def test_coverage_holds_for_its_years_alone() -> None:
    """A year outside the period of a statement is not covered."""
    statements = [attrs.evolve(looked(), period=edtf("2001/2002"))]
    assert ("not_covered", "none") == counts(statements)[2:]
    assert ("none_found", "systematic") == counts(statements, year=2001)[2:]


def test_a_statement_for_a_pair_counts_before_one_for_all() -> None:
    """The pair that was looked at by rule is told from those that were not."""
    statements = [
        attrs.evolve(looked(), coverage_class=CoverageClass.OPPORTUNISTIC),
        attrs.evolve(looked("closer"), parties=("BBB", "AAA")),
    ]
    assert ("none_found", "systematic") == counts(statements)[2:]
    assert ("none_found", "opportunistic") == counts(statements, state_b="CCC")[2:]


def test_a_statement_for_one_party_holds_for_all_its_pairs() -> None:
    """Each pair of the party is covered, and no other."""
    statements = [attrs.evolve(looked(), parties=("AAA",))]
    assert "none_found" == counts(statements, state_b="CCC")[2]
    assert "not_covered" == counts(statements, state_a="BBB", state_b="CCC")[2]


def test_a_statement_for_a_region_holds_for_its_members() -> None:
    """Pairs with a member of the body are covered, in both places of the row."""
    states = [listed("AAA", None, 1), listed("BBB", None, 2), listed("CCC", None, 3)]
    union = body("UNION", "Union", members=[("BBB", "1990/..")])
    statements = [attrs.evolve(looked(), region="UNION")]
    data = with_parties(of(states, coverage=statements), union)
    table = data.panel(start=2000, end=2000)
    kinds = {(it["state_a"], it["state_b"]): it["agreements_kind"] for it in table.to_dicts()}
    assert {
        ("AAA", "BBB"): "none_found",
        ("AAA", "CCC"): "not_covered",
        ("BBB", "CCC"): "none_found",
    } == kinds
    assert ["not_covered", "none_found", "not_covered"] == list(
        data.panel("country-year", start=2000, end=2000)["agreements_kind"]
    )


def test_only_a_source_that_says_so_makes_a_zero() -> None:
    """A known zero is 0, and says what it is; both ways in a directed panel."""
    stated = attrs.evolve(looked(), parties=("AAA", "BBB"), none_stated=(citation(),))
    assert (0, 0, "known_zero", "systematic") == counts([stated])
    data = of([listed("AAA", None, 1), listed("BBB", None, 2)], coverage=[stated])
    table = data.panel(directed=True, start=2000, end=2000)
    assert ["known_zero", "known_zero"] == list(table["agreements_kind"])


def test_a_count_is_measured_whatever_the_coverage() -> None:
    """A record that is there counts although nobody claims to have looked."""
    pact = record(Agreement, "pact", ("AAA", "BBB"), history=(state(Status.SIGNED, "2000?"),))
    data = of([listed("AAA", None, 1), listed("BBB", None, 2)], pact)
    found = row(data.panel(start=2000, end=2000))
    parts = ("certain", "possible", "kind", "coverage")
    assert [0, 1, "measured", "none"] == [found[f"agreements_{part}"] for part in parts]


# -- bodies --------------------------------------------------------------------------------------


def test_bodies_in_common_are_those_of_a_common_day() -> None:
    """Who left before the other joined, in the same year, was never with it in the body."""
    data = with_parties(
        of([listed("AAA", None, 1), listed("BBB", None, 2)]),
        body("CLUB", "Club", members=[("AAA", "1990/2000-03-01"), ("BBB", "2000-06-01/..")]),
        body("UNION", "Union", members=[("AAA", "1990/.."), ("BBB", "2000-06-01/..")]),
        body("LEAGUE", "League", members=[("AAA", "1990/.."), ("BBB", "2000?/..")]),
        body("PACT", "Pact", members=[("AAA", "1990/..")]),
    )
    table = data.panel(start=1999, end=2000)
    columns = ("bodies_certain", "bodies_possible", "bodies_kind", "bodies")
    assert [None, None, "not_covered", None] == [row(table, year=1999)[name] for name in columns]
    assert [1, 1, "measured", "UNION"] == [row(table, year=2000)[name] for name in columns]
    states = data.panel("country-year", start=2000, end=2000)
    assert "CLUB; LEAGUE; PACT; UNION" == row(states, state="AAA")["bodies"]


def test_no_body_in_common_is_none_found() -> None:
    """The bodies held here are not all there are; somebody has to say that they were looked for."""
    statements = [looked(kind="organisations")]
    data = of([listed("AAA", None, 1), listed("BBB", None, 2)], coverage=statements)
    found = row(data.panel(start=2000, end=2000))
    assert (None, None, "none_found") == (
        found["bodies_certain"],
        found["bodies_possible"],
        found["bodies_kind"],
    )


# -- what is asked wrongly -----------------------------------------------------------------------


def test_what_is_not_known_is_refused_with_the_nearest() -> None:
    """A unit, a kind and a state are each looked at before any row is made."""
    with pytest.raises(UnknownName, match="did you mean 'dyad-year'"):
        UNION.panel("dyad_year")
    with pytest.raises(UnknownName, match="did you mean 'meetings'"):
        UNION.panel(kinds=["meeting"])
    with pytest.raises(UnknownName, match="no party is known as 'Atlantis'"):
        UNION.panel(states=["Atlantis"])


def test_years_run_forwards() -> None:
    """A first year after the last is told, and does not give an empty table."""
    with pytest.raises(ValueError, match="the first year, 2001, is after the last, 2000"):
        UNION.panel(start=2001, end=2000)


def test_a_body_is_no_state() -> None:
    """Whoever names a body among the states is told, and it is not left out in silence."""
    with pytest.raises(ValueError, match="pairs states, and these are bodies: ASEAN"):
        world().panel(states=["Viet Nam", "ASEAN"], start=2000, end=2000)


def test_no_kinds_are_no_counts() -> None:
    """An empty list of kinds is not taken for all of them."""
    names = UNION.panel(kinds=[], start=2000, end=2000).names
    assert "bodies" == names[-1]


def test_a_single_state_has_no_direction() -> None:
    """What cannot be meant is told."""
    with pytest.raises(ValueError, match="leave out directed=True"):
        UNION.panel("country-year", directed=True)


def test_only_the_kinds_asked_for_are_counted() -> None:
    """A column is there for each kind that was named, in that order."""
    names = UNION.panel(kinds=["meetings", "agreements"], start=2000, end=2000).names
    assert ["meetings_certain", "agreements_certain"] == [
        name for name in names if name.endswith("_certain") and not name.startswith("bodies")
    ]
