"""Any code, name or spelling leads to the party meant on a day, and never to a guess."""

from __future__ import annotations

import pytest

from relations.errors import AmbiguousName, UnknownName
from shipped_parties import shipped


@pytest.mark.parametrize(
    ("text", "day", "party"),
    [
        ("Germany", None, "DEU"),
        ("Germany", "1930", "GERMANY-1945"),
        ("West Germany", "1970", "DEU"),
        ("Yemen", None, "YEM"),
        ("Yemen", "2005", "YEM"),
        ("China", "1999-01-01", "CHN"),
        ("Vietnam", None, "VNM"),
        ("South Vietnam", "1970", "RVN"),
        ("Yugoslavia", "1970", "YUG"),
        ("Burma", None, "MMR"),
        ("Zaire", None, "COD"),
        ("Upper Volta", None, "BFA"),
        ("Tanganyika", "1962", "TZA"),
        ("United Arab Republic", "1960", "EGY"),
        ("cote d'ivoire", None, "CIV"),
        ("TURKIYE", None, "TUR"),
        ("Sao Tome & Principe", None, "STP"),
        ("Россия", None, "RUS"),
        ("ロシア", None, "RUS"),
        ("Pháp", None, "FRA"),
        ("대한민국", None, "KOR"),
        ("Q881", None, "VNM"),
        ("BUR", None, "MMR"),
        ("SUHH", None, "SUN"),
        ("VM", None, "VNM"),
        ("XKS", None, "XKX"),
        ("COW 365", "1900", "RUSSIA-1922"),
        ("COW 365", "1980", "SUN"),
        ("COW 365", "2000", "RUS"),
        ("GW 816", "1960", "VDR"),
        ("COW 345", "2000", "SCG"),
        ("FIPS RS", None, "RUS"),
        ("the Netherlands", None, "NLD"),
        ("The Gambia", None, "GMB"),
        ("Great Britain", "1957", "GBR"),
        ("Union of Burma", None, "MMR"),
        ("Germany, East", "1970", "DDR"),
        ("DPRK", None, "PRK"),
        ("SIPRI Turkey", None, "TUR"),
        ("SIPRI Turkiye", None, "TUR"),
        ("SIPRI Antigua and Barbuda", None, "ATG"),
        ("SIPRI Yemen Arab Republic (North Yemen)", "1980", "YAR"),
        ("FIPS OD", None, "SSD"),
        ("FIPS KV", None, "XKX"),
        ("FIPS RI", None, "SRB"),
        ("FIPS RB", None, "SRB"),
        ("GENC PSE", None, "PSE"),
        ("GENC ESH", None, "ESH"),
        ("ISO RS", None, "SRB"),
        ("M49 704", None, "VNM"),
        ("M49 36", None, "AUS"),
        ("cow:704", None, "UZB"),
        ("GW 970", None, "KIR"),
        ("COW 970", None, "NRU"),
        ("GW 221", "1900", "MCO"),
        ("NATO", None, "NATO"),
        ("Commonwealth of Independent States", None, "CIS"),
        ("GDR", "1980", "DDR"),
        ("FRG", "1980", "DEU"),
        ("UAR", "1965", "EGY"),
        ("Siam", "1930", "THA"),
        ("Britain", None, "GBR"),
        ("Vatican", None, "VAT"),
        ("Republic of Zaire", "1980", "COD"),
        ("G8", "2005", "G7"),
        ("VN", None, "VNM"),
        ("VN", "1970", "VDR"),
        ("FIPS VN", None, "VDR"),
        ("FIPS VS", None, "RVN"),
        ("FIPS UR", None, "SUN"),
        ("FIPS GC", None, "DDR"),
        ("FIPS GE", None, "DEU"),
        ("GE", None, "GEO"),
        ("GE", "1980", "DEU"),
        ("FIPS YE", None, "YAR"),
        ("YE", None, "YEM"),
        ("FIPS YI", "2004", "SCG"),
        ("FIPS YO", None, "YUG"),
        ("Q199821", "1825", "GRAN-COLOMBIA"),
        ("Wikidata Q27306", "1850", "GERMANY-1945"),
        ("Wikidata Q1206012", "1930", "GERMANY-1945"),
        ("Wikidata Q684030", "1880", "SERBIA-1918"),
    ],
)
def test_a_text_means_one_party(text: str, day: str | None, party: str) -> None:
    """Names in any language, codes of any list, and both through time."""
    assert party == shipped().party(text, on=day).id


@pytest.mark.parametrize(
    ("text", "day", "candidates"),
    [
        ("Korea", None, {"KOR", "PRK"}),
        ("Congo", None, {"COD", "COG"}),
        ("Guinea", None, {"GIN", "GNB", "GNQ", "PNG"}),
        ("Yemen", "1980", {"YAR", "YMD"}),
        ("Germany", "1960", {"DDR", "DEU"}),
        ("China", None, {"CHN", "TWN"}),
        ("China", "1960", {"CHN", "TWN"}),
        ("Viet Nam", "1965-01-01", {"RVN", "VDR"}),
        ("Corée", None, {"KOR", "PRK"}),
        ("Корея", "2000", {"KOR", "PRK"}),
        ("Allemagne", "1960", {"DDR", "DEU"}),
        ("Германия", "1960", {"DDR", "DEU"}),
        ("Đức", "1960", {"DDR", "DEU"}),
        ("Chine", None, {"CHN", "TWN"}),
        ("中国", "1960", {"CHN", "TWN"}),
        ("ギニア", None, {"GIN", "GNB", "GNQ", "PNG"}),
        ("Вьетнам", "1965", {"RVN", "VDR"}),
        ("Йемен", "1980", {"YAR", "YMD"}),
        ("Yugoslavia", None, {"SCG", "YUG"}),
        ("CH", None, {"CHE", "CHN"}),
        ("SU", None, {"SDN", "SUN"}),
        ("710", None, {"CHN", "ZAF"}),
        ("AU", None, {"AFRICAN-UNION", "AUS", "AUT"}),
    ],
)
def test_what_several_bear_is_an_error_with_all_of_them(
    text: str, day: str | None, candidates: set[str]
) -> None:
    """No bearer of a name is preferred to another."""
    with pytest.raises(AmbiguousName) as caught:
        shipped().party(text, on=day)
    assert candidates == set(caught.value.candidates)


def test_lists_that_clash_are_told_apart_in_the_message() -> None:
    """Who asks for CH learns how to ask for China and for Switzerland."""
    with pytest.raises(AmbiguousName, match="name the list: ISO CH is CHE, FIPS CH is CHN"):
        shipped().party("CH")


def test_a_name_is_no_code_on_a_day_when_nobody_bore_it() -> None:
    """Who asks for Russia in Vietnamese, in 1980, is not given Nigeria for its code."""
    with pytest.raises(UnknownName, match="it means RUS in 1991"):
        shipped().party("Nga", on="1980")


def test_a_name_of_another_time_says_of_which() -> None:
    """Who asks for Viet Nam's code before 1976 learns since when it means it."""
    with pytest.raises(UnknownName, match=r"then; it means VNM in 1976-07-02/\.\."):
        shipped().party("VNM", on="1970-01-01")


@pytest.mark.parametrize(
    "text", ["COW 9999", "FIPS Russia", "SIPRI Unknown recipient(s)", "NATO 5", "the 816", "the"]
)
def test_what_a_list_does_not_hold_is_unknown(text: str) -> None:
    """A name that is no code of the list, and a word that is no list, are errors."""
    with pytest.raises(UnknownName):
        shipped().party(text)


@pytest.mark.parametrize(
    ("text", "day", "identifier"),
    [
        ("Liên Xô", "1980", "SUN"),
        ("СССР", "1980", "SUN"),
        ("Союз Советских Социалистических Республик", "1980", "SUN"),
        ("Nam Tư", "1980", "YUG"),
        ("République démocratique allemande", "1980", "DDR"),
        ("Việt Nam Cộng hòa", "1970", "RVN"),
        ("Bayern", "1850", "BAVARIA"),
        ("トスカーナ大公国", "1850", "TUSCANY"),
        ("Allemagne", "1930", "GERMANY-1945"),
        ("Россия", "1900", "RUSSIA-1922"),
        ("Россия", "2000", "RUS"),
        ("Birmanie", "1850", "BURMA-1885"),
        ("Birmanie", "2000", "MMR"),
        ("Vương quốc Hannover", "1850", "HANOVER"),
        ("Jugoslavija", "1980", "YUG"),
    ],
)
def test_a_state_that_ended_is_known_by_its_names_in_other_languages(
    text: str, day: str, identifier: str
) -> None:
    """On a day of its life, and a name that its namesake of today bears too means it then."""
    assert identifier == shipped().party(text, on=day).id


@pytest.mark.parametrize("language", ["fr", "ru", "ja", "vi"])
def test_every_ended_state_is_named_in_the_languages_of_the_field(language: str) -> None:
    """French, Russian, Japanese and Vietnamese names were read for all."""
    ended = [c for c in shipped().countries if c.existed and c.existed.latest is not None]
    assert 43 == len(ended)
    assert [] == [c.id for c in ended if not any(name.lang == language for name in c.names)]


def test_every_ended_state_is_named_in_its_own_languages() -> None:
    """Burma until 1885 in Burmese, Yugoslavia in four languages."""
    ended = [c for c in shipped().countries if c.existed and c.existed.latest is not None]
    without = [c.id for c in ended if set(c.languages) - {name.lang for name in c.names}]
    assert [] == without
