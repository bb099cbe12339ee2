from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edtf
from relations.errors import AmbiguousName, UnknownName
from relations.gazetteer import Entry, Gazetteer, fold

PARTIES = Gazetteer.of(
    "party",
    [
        Entry(text="Viet Nam", identifier="VNM"),
        Entry(text="Congo", identifier="COG"),
        Entry(text="Congo", identifier="COD"),
        Entry(text="Burma", identifier="MMR", period=edtf("1948/1989")),
        Entry(text="Yugoslavia", identifier="YUG", period=edtf("1945/1992")),
        Entry(text="Yugoslavia", identifier="SCG", period=edtf("1992-04-27/2003")),
    ],
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Việt Nam", "vietnam"),
        ("VIET-NAM", "vietnam"),
        ("Trần Đại Quang", "trandaiquang"),
        ("ĐÀ NẴNG", "danang"),
        ("Łódź", "lodz"),
        ("Kıbrıs", "kibris"),
        ("Straße", "strasse"),
        ("Færøerne", "færoerne"),
        ("Cam Ranh (base)", "camranhbase"),
        ("Вьетнам", "вьетнам"),
        ("—", ""),
    ],
)
def test_names_meet_without_case_marks_and_spaces(text: str, folded: str) -> None:
    """Case, diacritics, spaces and punctuation make no difference to a name."""
    assert folded == fold(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What has been folded stays as it is."""
    assert fold(text) == fold(fold(text))


@pytest.mark.parametrize("text", ["Viet Nam", "vietnam", "VIỆT NAM"])
def test_a_name_leads_to_what_bears_it(text: str) -> None:
    """Any way to write a name gives the identifier."""
    assert "VNM" == PARTIES.resolve(text)


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    """A name that nothing bears is an error, with the nearest name as it is written."""
    with pytest.raises(UnknownName, match="no party is known as 'Viet Nan'") as caught:
        PARTIES.resolve("Viet Nan")
    assert ("Viet Nam",) == caught.value.nearest


def test_of_two_spellings_that_are_near_the_living_is_given() -> None:
    """The name of a state that is there is offered before that of one that is no more."""
    ended = Entry(text="Vietnam", identifier="RVN", period=edtf("1954/1975"), ended=True)
    living = Entry(text="Viet Nam", identifier="VNM")
    with pytest.raises(UnknownName) as caught:
        Gazetteer.of("party", [ended, living]).resolve("Viet Nan")
    assert ("Viet Nam",) == caught.value.nearest


def test_a_name_like_no_other_has_no_hint() -> None:
    """Where nothing is near, nothing is suggested."""
    with pytest.raises(UnknownName, match=r"^no party is known as 'Xyzzy'$"):
        PARTIES.resolve("Xyzzy")


def test_an_ambiguous_name_is_refused_with_all_candidates() -> None:
    """A name of two parties is an error that names both, and no guess."""
    with pytest.raises(AmbiguousName, match="'congo' may be any party of:") as caught:
        PARTIES.resolve("congo")
    assert ("COG", "COD") == caught.value.candidates


CLASHING = Gazetteer.of(
    "party",
    [
        Entry(text="SDN", identifier="SDN"),
        Entry(text="Sudan", identifier="SDN"),
        Entry(text="SU", identifier="SDN", scheme="FIPS"),
        Entry(text="SUN", identifier="SUN", period=edtf("1922-12-30/1991-12-26"), ended=True),
        Entry(text="Soviet Union", identifier="SUN", ended=True),
        Entry(text="SU", identifier="SUN", scheme="ISO", ended=True),
        Entry(text="CS", identifier="CSK", scheme="ISO", ended=True),
        Entry(text="CS", identifier="SCG", scheme="ISO", ended=True),
        Entry(text="CS", identifier="CRI", scheme="FIPS"),
        Entry(text="678", identifier="YAR", scheme="COW", ended=True),
        Entry(text="678", identifier="YAR", scheme="GW", ended=True),
        Entry(text="678", identifier="YEM", scheme="GW"),
        Entry(text="AO", identifier="AGO", scheme="ISO"),
        Entry(text="AO", identifier="AGO", scheme="FIPS"),
        Entry(text="AO", identifier="OAM", scheme="COW"),
        Entry(text="Ao", identifier="AUT"),
        Entry(text="Ao", identifier="AUH"),
        Entry(text="XK", identifier="XKX", scheme="FIPS"),
        Entry(text="XKX", identifier="XKX", period=edtf("2008-02-17/..")),
        Entry(text="XO", identifier="XKX", scheme="GW", period=edtf("1999/2008"), ended=True),
        Entry(text="Kosovo", identifier="XKX"),
        Entry(text="XK", identifier="XIK", scheme="ISO", ended=True),
        Entry(text="XIK", identifier="XIK", period=edtf("../1918"), ended=True),
        Entry(text="Ikaria", identifier="XIK", ended=True),
    ],
)


def refused(text: str, on: str | None = None) -> list[str]:
    """The lines in which an ambiguous name is refused."""
    with pytest.raises(AmbiguousName) as caught:
        CLASHING.resolve(text, edtf(on) if on else None)
    return str(caught.value).splitlines()


def test_each_candidate_is_told_by_name_and_the_years_of_its_end() -> None:
    """Who asks sees what each candidate is called, and when one was that is no more."""
    assert ["    SDN  Sudan", "    SUN  Soviet Union, 1922–1991"] == refused("SU")[1:-1]


def test_what_has_no_known_beginning_is_told_until_when_it_was() -> None:
    """Of a thing that was always there until it ended, the end alone is told."""
    assert "    XIK  Ikaria, until 1918" in refused("XK")


def test_a_code_that_was_given_up_ends_nothing() -> None:
    """What still is has no years beside its name, least of all those of a code."""
    assert "    XKX  Kosovo" in refused("XK")


def test_an_ambiguous_name_says_how_to_ask() -> None:
    """An identifier, the word of a list and a day tell the candidates apart."""
    assert (
        "ask for one by its identifier; or name the list: FIPS SU is SDN, ISO SU is SUN; "
        "or in Python, say on which day"
    ) == refused("SU")[-1]


def test_a_day_that_was_given_is_not_asked_for() -> None:
    """Who has said on which day is not told to."""
    assert "day" not in refused("SU", on="1970")[-1]


def test_a_list_that_gives_a_code_to_several_is_not_advised() -> None:
    """The word of a list is no help where the list itself has two bearers."""
    assert "name the list: FIPS CS is CRI; " in refused("CS")[-1]


def test_a_list_is_advised_for_its_present_bearer() -> None:
    """A list with a present and a former bearer of a code means the present one."""
    assert "name the list: COW 678 is YAR, GW 678 is YEM; " in refused("678")[-1]


def test_no_list_is_advised_for_what_is_no_candidate() -> None:
    """A text that is written as a name and no code gets no advice on lists of codes."""
    assert "ask for one by its identifier" == refused("Ao")[-1]


@pytest.mark.parametrize(("day", "identifier"), [("1980", "YUG"), ("2000", "SCG")])
def test_a_day_tells_two_bearers_apart(day: str, identifier: str) -> None:
    """On a day, a name means who bore it then."""
    assert identifier == PARTIES.resolve("Yugoslavia", edtf(day))


def test_a_name_out_of_use_is_unknown_on_that_day() -> None:
    """On a day after its time a name leads nowhere; without a day it still does."""
    assert "MMR" == PARTIES.resolve("Burma")
    with pytest.raises(UnknownName):
        PARTIES.resolve("Burma", edtf("2020-01-01"))


CODES_AND_NAMES = Gazetteer.of(
    "party",
    [
        Entry(text="AO", identifier="AGO", scheme="ISO"),
        Entry(text="Áo", identifier="AUT"),
        Entry(text="BE", identifier="BEL", scheme="ISO"),
        Entry(text="BEL", identifier="BEL"),
        Entry(text="Viet Nam", identifier="VDR"),
        Entry(text="Vietnam", identifier="RVN"),
    ],
)


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("AO", "AGO"),
        ("Áo", "AUT"),
        ("be", "BEL"),
        (" AO ", "AGO"),
        ("A\N{COMBINING ACUTE ACCENT}o", "AUT"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER B}\N{FULLWIDTH LATIN CAPITAL LETTER E}", "BEL"),
    ],
)
def test_a_code_and_a_name_are_told_apart_as_they_are_written(text: str, identifier: str) -> None:
    """A code has no marks, and is meant where it is written as a code."""
    assert identifier == CODES_AND_NAMES.resolve(text)


def test_a_code_and_a_name_written_as_neither_are_ambiguous() -> None:
    """Without marks and capitals, either may be meant."""
    with pytest.raises(AmbiguousName) as caught:
        CODES_AND_NAMES.resolve("ao")
    assert ("AGO", "AUT") == caught.value.candidates


@pytest.mark.parametrize("text", ["Bé", "Bél"])
def test_what_has_marks_is_no_code(text: str) -> None:
    """A text that is a code or an identifier only without its marks means nothing."""
    with pytest.raises(UnknownName, match=f"no party is known as '{text}'"):
        CODES_AND_NAMES.resolve(text)


def test_two_names_are_not_told_apart_by_their_spelling() -> None:
    """Names of two bearers that differ in a space are one name."""
    with pytest.raises(AmbiguousName):
        CODES_AND_NAMES.resolve("Viet Nam")


def test_what_is_written_as_a_name_is_no_code_on_a_day_without_the_name() -> None:
    """On a day when nothing bore the name, a code of the same letters is not taken for it."""
    name = Entry(text="Nga", identifier="RUS", period=edtf("1991-12-26/.."))
    code = Entry(text="NGA", identifier="NIGERIA", scheme="ISO")
    with pytest.raises(UnknownName):
        Gazetteer.of("party", [name, code]).resolve("Nga", edtf("1980"))


def test_a_code_that_was_given_up_gives_way_to_one_of_iso_3166() -> None:
    """VN is Viet Nam now, though another list once had it for a state that is no more."""
    ended = Entry(text="VN", identifier="VDR", scheme="FIPS", ended=True)
    living = Entry(text="VN", identifier="VNM", scheme="ISO")
    assert "VNM" == Gazetteer.of("party", [ended, living]).resolve("VN")


def test_a_code_of_iso_3166_that_was_given_up_gives_way_to_no_other_list() -> None:
    """SU is Sudan in one list, and was the Soviet Union in the list that most people mean."""
    ended = Entry(text="SU", identifier="SUN", scheme="ISO", ended=True)
    living = Entry(text="SU", identifier="SDN", scheme="FIPS")
    with pytest.raises(AmbiguousName):
        Gazetteer.of("party", [ended, living]).resolve("SU")


def test_a_name_once_borne_gives_way_to_no_code() -> None:
    """A word that was a state's name is not taken for a code of ISO 3166 that is spelled so."""
    ended = Entry(text="Lao", identifier="OLD", ended=True)
    living = Entry(text="LAO", identifier="LAO-STATE", scheme="ISO")
    with pytest.raises(AmbiguousName):
        Gazetteer.of("party", [ended, living]).resolve("lao")
