"""The territories that the lists of codes hold beside states, and who administers each."""

from __future__ import annotations

import csv
from pathlib import Path

import attrs
import pytest

from relations.errors import AmbiguousName
from relations.model.country import CountryStatus
from shipped_parties import country, shipped

TERRITORIES = tuple(
    c for c in shipped().countries if any("administered_by" in x.supports for x in c.citations)
)
"""Everything of which a list says who administers it, or that nobody does."""


def test_fifty_territories_are_held() -> None:
    """As ISO 3166-1 has, without the Cook Islands, Niue, Taiwan and Western Sahara."""
    assert 50 == len(TERRITORIES)


def test_no_territory_is_counted_as_a_state() -> None:
    """None is a member or an observer of the United Nations, or has a number of a state."""
    for territory in TERRITORIES:
        assert CountryStatus.OTHER is territory.status
        assert (None, None) == (territory.codes.cow, territory.codes.gw)


def test_every_territory_names_its_administrator_or_says_that_it_has_none() -> None:
    """Antarctica alone is administered by no state."""
    without = [territory for territory in TERRITORIES if territory.administered_by is None]
    assert ["ATA"] == [territory.id for territory in without]
    assert without[0].note.startswith("No state administers it")


def test_an_administrator_is_a_member_of_the_united_nations() -> None:
    """Nothing is administered by another territory."""
    for territory in TERRITORIES:
        if territory.administered_by is not None:
            assert CountryStatus.UN_MEMBER is country(territory.administered_by).status


def test_nothing_administers_itself() -> None:
    """A territory that names itself is refused."""
    with pytest.raises(ValueError, match="'GRL' cannot be administered by itself"):
        attrs.evolve(country("GRL"), administered_by="GRL")


def test_a_disputed_name_keeps_both_its_forms() -> None:
    """The United Nations print the islands under two names, and so do these lists."""
    islands = shipped().party("Falkland Islands")
    assert "Falkland Islands (Malvinas)" == islands.name
    assert "Also claimed by Argentina." == islands.note


def test_a_name_of_two_territories_is_no_guess() -> None:
    """The Virgin Islands are two, and so are the halves of one island."""
    with pytest.raises(AmbiguousName) as caught:
        shipped().party("Virgin Islands")
    assert ("VGB", "VIR") == caught.value.candidates
    assert ("MAF", "SXM") == tuple(shipped().party(n).id for n in ("St. Martin", "Sint Maarten"))


def test_every_code_of_iso_3166_is_held(shared_datasets: Path) -> None:
    """Another list of the field has no present ISO code that these lack."""
    file = shared_datasets / "country_codes" / "countrycode_codelist_without_cldr.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        listed = {row["iso3c"] for row in csv.DictReader(rows)} - {"", "NA"}
    assert 240 < len(listed)
    assert set() == listed - {c.codes.iso3 for c in shipped().countries}
