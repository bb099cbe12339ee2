"""The world's parties agree with themselves and with the lists they were read from."""

from __future__ import annotations

import contextlib
import csv
import datetime
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from relations.errors import AmbiguousName, UnknownName
from relations.model.country import CountryStatus
from shipped_parties import body, country, members, shipped

TABLES = Path(__file__).resolve().parents[2] / "scripts" / "parties" / "tables"

LISTS_DISAGREE = {"GW 240", "GW 273", "GW 332", "GW 335", "GW 337"}
"""States that Gleditsch and Ward end with all of Germany or Italy, and Correlates of War before."""


def rows(table: str) -> list[dict[str, str]]:
    """A publisher's list, as kept beside the script."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


BEGUN_TOO_EARLY = {"517", "935"}
"""Rwanda and Vanuatu: Gleditsch and Ward print 7 January for 1 July, and 30 June for 30 July."""

NO_PARTIES = {"396", "397"}
"""Abkhazia and South Ossetia, which are in their list of microstates."""


def spells() -> Iterator[tuple[str, str]]:
    """Every number of the two lists of states, on the first and last days of each of its times."""
    for row in rows("cow_states2016"):
        for kind in ("st", "end"):
            year, month, day = (int(row[f"{kind}{part}"]) for part in ("year", "month", "day"))
            yield f"COW {row['ccode']}", f"{year}-{month:02}-{day:02}"
    for row in (*rows("gw_states"), *rows("gw_microstates")):
        if row["gwno"] in NO_PARTIES:
            continue
        if row["gwno"] not in BEGUN_TOO_EARLY:
            yield f"GW {row['gwno']}", row["start"]
        if f"GW {row['gwno']}" not in LISTS_DISAGREE:
            yield f"GW {row['gwno']}", row["end"]


def test_every_number_means_one_state_on_each_of_its_days() -> None:
    """On the first and last days of each time that a list counts a state, its number resolves."""
    found = [shipped().party(code, on=day).id for code, day in spells()]
    assert 900 < len(found)


def test_no_code_is_ambiguous_while_one_state_makes_way_for_another() -> None:
    """On each day about an end or a beginning, a code of one list means one state or none."""
    data = shipped()
    handed_on = [
        (state, edge + datetime.timedelta(days=days))
        for state in data.countries
        if state.existed is not None
        for edge in (state.existed.earliest, state.existed.latest)
        if edge is not None
        for days in range(-3, 4)
    ]
    assert 1000 < len(handed_on)
    for state, day in handed_on:
        for scheme, code in state.codes.listed():
            with contextlib.suppress(UnknownName):  # a day on which no state has it
                data.party(f"{scheme.value} {code}", on=day)


def test_every_code_of_a_state_leads_back_to_it() -> None:
    """With the word of its list, a code of a living state means that state."""
    for state in shipped().countries:
        if state.existed is None or state.existed.latest is None:
            for scheme, code in state.codes.listed():
                assert state.id == shipped().party(f"{scheme.value} {code}", on="2020-01-01").id


def test_every_identifier_leads_back_to_its_party() -> None:
    """An identifier is never ambiguous, whatever else is written like it."""
    for party in shipped().parties:
        assert party.id == shipped().party(party.id).id


def test_every_ended_state_has_a_successor_or_says_why_not() -> None:
    """No state ends in silence."""
    for state in shipped().countries:
        if state.existed is not None and state.existed.latest is not None:
            assert shipped().successors(state.id) or state.note, state.id


def test_predecessors_and_successors_are_one_relation() -> None:
    """Whoever names a predecessor is among its successors, and the other way round."""
    told = {(s.predecessor, party.id) for party in shipped().parties for s in party.successions}
    seen = {(p.id, later.id) for p in shipped().parties for later in shipped().successors(p.id)}
    assert told == seen


def test_every_succession_has_a_kind_a_day_and_words() -> None:
    """Each succession built from the lists is dated and cited."""
    curated = {("RUS", "SUN"), ("VNM", "VDR")}
    for state in shipped().countries:
        for succession in state.successions:
            assert succession.date is not None
            assert succession.citations or (state.id, succession.predecessor) in curated


def test_the_united_nations_has_193_members_and_two_observers() -> None:
    """As many as its own page counts, and each of them has that status."""
    now = members("UN", "2025-01-01")
    assert 193 == len(now)
    assert now == {c.id for c in shipped().countries if c.status is CountryStatus.UN_MEMBER}
    observers = {c.id for c in shipped().countries if c.status is CountryStatus.UN_OBSERVER}
    assert {"PSE", "VAT"} == observers


@pytest.mark.parametrize(
    ("identifier", "day", "count"),
    [
        ("UN", "1945-12-31", 51),
        ("UN", "1965-02-28", 115),
        ("UN", "1965-03-01", 114),
        ("ADMM", "2025-06-01", 10),
        ("ADMM", "2026-01-01", 11),
        ("ADMM-PLUS", "2026-01-01", 19),
        ("AFRICAN-UNION", "2020-01-01", 55),
        ("APEC", "1989-12-31", 12),
        ("APEC", "1998-11-13", 18),
        ("APEC", "1998-11-14", 21),
        ("ARF", "1994-12-31", 18),
        ("ARF", "2020-01-01", 27),
        ("ASEAN", "2000-01-01", 10),
        ("ASEAN", "2026-01-01", 11),
        ("AUKUS", "2022-01-01", 3),
        ("BRICS", "2023-12-31", 5),
        ("BRICS", "2024-01-01", 9),
        ("BRICS", "2025-02-01", 10),
        ("CIS", "1992-01-01", 11),
        ("CSTO", "2010-01-01", 7),
        ("EAEU", "2016-01-01", 5),
        ("EU", "1994-01-01", 12),
        ("EU", "2014-01-01", 28),
        ("EUROPEAN-COMMUNITY", "1958-06-01", 6),
        ("EUROPEAN-COMMUNITY", "2009-11-30", 27),
        ("G7", "1990-01-01", 7),
        ("G20", "2024-01-01", 21),
        ("IAEA", "2001-12-31", 133),
        ("IAEA", "2023-12-31", 178),
        ("IAEA", "2024-12-31", 180),
        ("NATO", "1950-01-01", 12),
        ("NATO", "1955-05-05", 14),
        ("NATO", "1955-05-06", 15),
        ("NATO", "1999-03-12", 19),
        ("NATO", "2004-03-28", 19),
        ("NATO", "2024-03-06", 31),
        ("NATO", "2024-03-07", 32),
        ("NON-ALIGNED", "1961-12-31", 25),
        ("NON-ALIGNED", "2024-12-31", 121),
        ("OAS", "1950-01-01", 21),
        ("OAS", "1991-01-07", 33),
        ("OAS", "1991-01-08", 35),
        ("OAS", "2025-01-01", 34),
        ("OIC", "2020-01-01", 57),
        ("OPCW", "2020-01-01", 193),
        ("QUAD", "2022-01-01", 4),
        ("SCO", "2002-01-01", 6),
        ("SCO", "2025-01-01", 10),
    ],
)
def test_a_body_has_as_many_members_as_had_joined(identifier: str, day: str, count: int) -> None:
    """The members of a body on a day are counted by its own dates."""
    assert count == len(members(identifier, day))


def test_russia_is_an_observer_of_the_oic_and_no_member() -> None:
    """Standing is kept apart from membership."""
    (entry,) = [entry for entry in body("OIC").memberships if entry.party == "RUS"]
    assert "observer" == entry.standing.value
    assert "RUS" not in members("OIC", "2020-01-01")


def test_all_of_the_united_nations_but_four_are_in_the_opcw() -> None:
    """Those outside the Chemical Weapons Convention are the ones that it names itself."""
    outside = members("UN", "2020-01-01") - members("OPCW", "2020-01-01")
    assert {"EGY", "ISR", "PRK", "SSD"} == outside


def partners(identifier: str, standing: str) -> set[str]:
    """Who still has a standing in a body."""
    return {
        entry.party
        for entry in body(identifier).memberships
        if entry.standing.value == standing and str(entry.period).endswith("/..")
    }


def test_asean_has_eleven_dialogue_partners() -> None:
    """Ten since 1996, and the United Kingdom since 2021."""
    assert partners("ASEAN", "dialogue_partner") == {
        "AUS", "CAN", "CHN", "EU", "GBR", "IND", "JPN", "KOR", "NZL", "RUS", "USA",
    }  # fmt: skip  # parties in rows


def test_asean_has_partners_of_two_further_standings() -> None:
    """Eight sectoral dialogue partners and six development partners."""
    assert partners("ASEAN", "sectoral_dialogue_partner") == {
        "ARE", "BRA", "CHE", "MAR", "NOR", "PAK", "TUR", "ZAF",
    }  # fmt: skip  # parties in rows
    assert partners("ASEAN", "development_partner") == {"CHL", "DEU", "FRA", "ITA", "NLD", "PER"}


def test_brics_has_ten_partners_that_are_no_members() -> None:
    """Viet Nam is the tenth, and no partner is counted as a member."""
    assert "VNM" in partners("BRICS", "partner")
    assert 10 == len(partners("BRICS", "partner"))
    assert not partners("BRICS", "partner") & members("BRICS", "2026-01-01")


def test_a_disputed_membership_is_possible_and_never_certain() -> None:
    """Others count Saudi Arabia as a member of BRICS, and its own ministers did not."""
    found = shipped().members("BRICS", on="2025-06-01")
    assert ("SAU",) == tuple(party.id for party in found.possible)
    (entry,) = [entry for entry in body("BRICS").memberships if entry.party == "SAU"]
    assert entry.note.startswith("Disputed:")


def test_who_left_the_united_nations_for_a_time_was_no_member_then() -> None:
    """Indonesia was away for a year and a half, and Syria while it was one state with Egypt."""
    for party, away, back in (("IDN", "1966-01-01", "1966-09-28"), ("SYR", "1960", "1961-10-13")):
        assert party not in members("UN", away)
        assert party in members("UN", back)


def test_no_state_is_in_the_iaea_before_its_statute() -> None:
    """Austria's instrument was deposited in May 1957, and the statute came into force in July."""
    (austria,) = [entry for entry in body("IAEA").memberships if entry.party == "AUT"]
    assert "1957-07-29/.." == str(austria.period)


def test_a_membership_whose_beginning_is_not_known_is_possible_until_its_end() -> None:
    """When Zimbabwe joined was not read, so no day of its membership is certain but the last."""
    found = shipped().members("OAU", on="1990-01-01")
    assert "ZWE" not in {party.id for party in found.certain}
    assert "ZWE" in {party.id for party in found.possible}


def test_a_member_by_a_list_alone_is_certain_from_the_list_and_possible_before() -> None:
    """When Guatemala joined was not read; a list of 2020 names it, and it existed all the while."""
    for day, certain in (("1990-01-01", False), ("2021-01-01", True)):
        found = shipped().members("NON-ALIGNED", on=day)
        assert certain is ("GTM" in {party.id for party in found.certain})
        assert certain is not ("GTM" in {party.id for party in found.possible})


def test_nobody_possibly_belongs_to_a_body_before_both_exist() -> None:
    """Neither the Agency in 1950 nor Lesotho in 1960, though no day of joining was read."""
    assert () == shipped().members("IAEA", on="1950").possible
    assert "LSO" not in {party.id for party in shipped().members("IAEA", on="1960").possible}
    assert "LSO" in {party.id for party in shipped().members("IAEA", on="1995").possible}


@pytest.mark.parametrize(
    ("identifier", "party", "since"),
    [
        ("IAEA", "CZE", "1993-09-27"),
        ("IAEA", "ERI", "2002"),
        ("IAEA", "GBR", "1957-07-29"),
        ("IAEA", "IRN", "1958-09-16"),
        ("IAEA", "IRQ", "1959"),
        ("IAEA", "GMB", "2023-01-03"),
        ("IAEA", "KNA", "2022-02-09"),
        ("IAEA", "LCA", "2019"),
        ("IAEA", "QAT", "1976"),
        ("IAEA", "SOM", "2024-09-16"),
        ("NON-ALIGNED", "BHS", "1983"),
        ("NON-ALIGNED", "PAK", "1979-09"),
        ("NON-ALIGNED", "BLR", "1998"),
        ("NON-ALIGNED", "BOL", "1979"),
        ("NON-ALIGNED", "MDV", "1976-08-15"),
        ("NON-ALIGNED", "MNG", "1993"),
        ("NON-ALIGNED", "TKM", "1995"),
    ],
)
def test_a_member_is_held_since_the_year_printed(identifier: str, party: str, since: str) -> None:
    """The years of joining of the Agency and the Movement are those read on the pages cited."""
    (entry,) = [entry for entry in body(identifier).memberships if entry.party == party]
    assert f"{since}/.." == str(entry.period)


def test_a_year_of_joining_leaves_the_narrower_bound_of_a_list() -> None:
    """Jordan joined in 1964, and was at the summit that began on 5 October of that year."""
    (jordan,) = [entry for entry in body("NON-ALIGNED").memberships if entry.party == "JOR"]
    assert ("1964/..", "1964-10-05") == (str(jordan.period), str(jordan.begun_by))
    assert ["cns-nam", "un-a-5763"] == [citation.source for citation in jordan.citations]


def test_a_year_of_joining_takes_away_the_bound_of_a_later_list() -> None:
    """Suriname joined in 1983, and that a list of 2020 names it bounds nothing any more."""
    (suriname,) = [entry for entry in body("NON-ALIGNED").memberships if entry.party == "SUR"]
    assert suriname.begun_by is None
    assert "http://cns.miis.edu/nam/index.php/site/showProfile/100" == suriname.citations[0].locator


def test_an_admission_without_its_instrument_makes_a_member_only_possibly() -> None:
    """The General Conference admitted the Maldives, whose deposit was not read."""
    found = shipped().members("IAEA", on="2026-01-01")
    assert {"MDV"} == {party.id for party in found.possible}


def test_no_party_joins_a_body_twice_without_leaving_it() -> None:
    """A party has each standing in a body in one period that goes on, and no second."""
    for group in shipped().organisations:
        open_ended = Counter(
            (m.party, m.standing) for m in group.memberships if str(m.period).endswith("/..")
        )
        assert [] == [entry for entry, count in open_ended.items() if count > 1], group.id


def test_no_membership_is_held_twice() -> None:
    """A party has each standing in a body once in any period."""
    for group in shipped().organisations:
        held = Counter((m.party, m.standing, m.period) for m in group.memberships)
        assert [] == [entry for entry, count in held.items() if count > 1], group.id


@pytest.mark.parametrize("language", ["fr", "ru", "ja", "vi"])
def test_every_present_state_is_named_in_the_languages_of_the_field(language: str) -> None:
    """French, Russian, Japanese and Vietnamese names are there for all."""
    without = [
        state.id
        for state in shipped().countries
        if state.status is not None and not any(n.lang == language for n in state.names)
    ]
    assert [] == without


def test_every_present_state_has_the_codes_of_the_field() -> None:
    """ISO, M49, GENC and Wikidata for every member of the United Nations."""
    for state in shipped().countries:
        if state.status is CountryStatus.UN_MEMBER:
            codes = state.codes
            assert all((codes.iso2, codes.iso3, codes.m49, codes.genc, codes.wikidata)), state.id
            assert codes.iso3 == state.id


def test_the_codes_are_of_their_forms() -> None:
    """Two and three letters, three digits, an item number."""
    forms = {"iso2": r"[A-Z]{2}", "iso3": r"[A-Z]{3}", "m49": r"\d{3}", "wikidata": r"Q\d+"}
    for state in shipped().countries:
        for name, form in forms.items():
            value = getattr(state.codes, name)
            assert value is None or re.fullmatch(form, value), (state.id, name)


def test_viet_nam_comes_after_both_of_its_halves() -> None:
    """The Democratic Republic was renamed, and the Republic joined in the union."""
    told = {s.predecessor: s.kind.value for s in country("VNM").successions}
    assert told == {"VDR": "renaming", "RVN": "union"}


def test_a_name_of_a_list_may_be_shared_but_its_code_is_not() -> None:
    """What SIPRI calls China and Guinea are one state each, though the bare names are not."""
    for name in ("China", "Congo", "Guinea"):
        with pytest.raises(AmbiguousName):
            shipped().party(name)
        assert shipped().party(f"SIPRI {name}").id in {"CHN", "COG", "GIN"}
