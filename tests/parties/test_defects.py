"""Faults that other lists of states have, each held to be absent here."""

from __future__ import annotations

import pytest

from relations.errors import UnknownName
from shipped_parties import body, country, members, shipped, successors

REPUBLICS = {
    "ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "RUS", "TJK", "TKM",
    "UKR", "UZB",
}  # fmt: skip  # states in rows


def test_the_soviet_union_has_fifteen_successors() -> None:
    """Turkmenistan is one of them; a list in wide use leaves it out."""
    assert successors("SUN") == REPUBLICS


def test_russia_alone_continues_the_soviet_union() -> None:
    """The other fourteen came of its dissolution or left it."""
    kinds = {
        party: succession.kind.value
        for party in REPUBLICS
        for succession in country(party).successions
        if succession.predecessor == "SUN"
    }
    assert ["RUS"] == [party for party, kind in kinds.items() if kind == "continuation"]
    assert {"EST", "LTU", "LVA"} == {p for p, kind in kinds.items() if kind == "secession"}


@pytest.mark.parametrize(
    ("party", "left"),
    [
        ("TUR", {"ALB", "BGR", "GRC", "ROU", "SERBIA-1918", "YAR"}),
        ("RUSSIA-1922", {"EST", "FIN", "LTU", "LVA", "POL"}),
        ("GBR", {"IRL"}),
        ("COL", {"PAN"}),
        ("IND", set()),
    ],
)
def test_those_that_left_a_state_came_after_it(party: str, left: set[str]) -> None:
    """A state goes on after a secession; India is no older than Pakistan."""
    found = {
        state.id
        for state in shipped().countries
        for succession in state.successions
        if (succession.predecessor, succession.kind.value) == (party, "secession")
    }
    assert left == found


def test_czechoslovakia_did_not_come_after_yugoslavia() -> None:
    """Yugoslavia was followed by five states, and Czechoslovakia by two of its own."""
    assert successors("YUG") == {"BIH", "HRV", "MKD", "SCG", "SVN"}
    assert successors("CSK") == {"CZE", "SVK"}


def test_viet_nam_is_gleditsch_ward_816() -> None:
    """Number 815 is a state that ended in 1893, and no state of today."""
    assert 816 == country("VNM").codes.gw
    assert "VIETNAM-1893" == shipped().party("GW 815").id
    with pytest.raises(UnknownName, match="it means VIETNAM-1893"):
        shipped().party("GW 815", on="1990-01-01")


def test_germany_has_two_numbers_of_correlates_of_war() -> None:
    """Number 260 until 1990 and 255 since; Gleditsch and Ward keep 260."""
    assert "DEU" == shipped().party("COW 260", on="1975-01-01").id
    assert "DEU" == shipped().party("COW 255", on="1995-01-01").id
    assert "GERMANY-1945" == shipped().party("COW 255", on="1930-01-01").id
    assert (255, 260) == (country("DEU").codes.cow, country("DEU").codes.gw)


def test_rwanda_begins_in_july() -> None:
    """Gleditsch and Ward print 07.01.1962, where Correlates of War has the first of July."""
    assert "1962-07-01/.." == str(country("RWA").existed)


@pytest.mark.parametrize(
    ("party", "begun"),
    [("TON", "1970-06-04/.."), ("NRU", "1968-01-31/.."), ("VUT", "1980-07-30/.."), ("MCO", "None")],
)
def test_a_small_state_is_older_than_its_seat_in_the_united_nations(party: str, begun: str) -> None:
    """Correlates of War counts these from their admission, years after independence."""
    assert begun == str(country(party).existed)


def test_yemen_has_two_numbers() -> None:
    """Correlates of War begins 679 in 1990 where Gleditsch and Ward keep 678."""
    assert (679, 678) == (country("YEM").codes.cow, country("YEM").codes.gw)


def test_the_code_of_namibia_is_a_text() -> None:
    """NA is Namibia, not a missing value."""
    assert "NA" == country("NAM").codes.iso2


def test_the_european_union_has_dates() -> None:
    """The Union begins, every membership begins, and the United Kingdom's ends."""
    union = body("EU")
    assert union.existed is not None
    assert "1993-11-01" == str(union.existed.earliest)
    assert all(membership.period.earliest is not None for membership in union.memberships)
    assert {"GBR"} == members("EU", "2019-06-01") - members("EU", "2021-06-01")
    assert 27 == len(members("EU", "2021-06-01"))


def test_the_european_community_is_another_body_than_the_union_after_it() -> None:
    """Nobody was in the Union before it began, and the Community was called something else once."""
    assert set() == members("EU", "1980-01-01")
    assert 9 == len(members("EUROPEAN-COMMUNITY", "1980-01-01"))
    assert "EUROPEAN-COMMUNITY" == shipped().party("EEC", on="1980").id
    assert {"EU"} == successors("EUROPEAN-COMMUNITY")


def test_thailand_joined_the_united_nations_on_16_december_1946() -> None:
    """The page of today prints the day before; the rosters of the Yearbook are followed."""
    (thailand,) = [entry for entry in body("UN").memberships if entry.party == "THA"]
    assert "1946-12-16/.." == str(thailand.period)


@pytest.mark.parametrize(
    ("party", "day"), [("RUS", "1991-12-24"), ("YEM", "1990-05-22"), ("SRB", "2006-06-05")]
)
def test_a_seat_passed_on_is_held_from_the_day_it_passed(party: str, day: str) -> None:
    """The United Nations dates the seat by the first holder; here each holder has its own time."""
    (seat,) = [entry for entry in body("UN").memberships if entry.party == party]
    assert day == str(seat.period.earliest)


@pytest.mark.parametrize(
    ("code", "day", "identifier"),
    [
        ("M49 890", "1985", "YUG"),
        ("M49 891", "2000", "SCG"),
        ("M49 886", "1985", "YAR"),
        ("ISO YE", "1985", "YAR"),
        ("M49 280", "1985", "DEU"),
        ("M49 230", "1980", "ETH"),
        ("M49 736", "2000", "SDN"),
        ("M49 714", "1972", "RVN"),
    ],
)
def test_a_number_that_was_given_up_is_known(code: str, day: str, identifier: str) -> None:
    """Lists of the codes of today lack the numbers of before a state split, merged or ended."""
    assert identifier == shipped().party(code, on=day).id


def test_the_number_of_serbia_and_montenegro_is_not_that_of_yugoslavia() -> None:
    """ISO 3166-3 prints 891 for Yugoslavia, which had 890 for as long as it was one state."""
    with pytest.raises(UnknownName):
        shipped().party("M49 891", on="1985")
