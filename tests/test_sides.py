"""A source has the side of whoever first said what it prints, whoever prints it."""

from __future__ import annotations

import pytest

import relations
from relations.model.source import Source, SourceClass

OF_A_BODY_NOT_HELD = {"asean-japan-centre-outline"}
"""Official pages of a body that is no party of the dataset."""

PRINTS_ANOTHERS_WORDS = {"vesti-2002"}
"""Pages of state media that print the text of a private agency."""

HOUSES = {
    "afp": None,
    "antara": "IDN",
    "ap": None,
    "asean-sec": "ASEAN",
    "asean-secretariat": "ASEAN",
    "interfax": None,
    "itar-tass": "RUS",
    "kemlu": "IDN",
    "kommersant": None,
    "kremlin": "RUS",
    "mfa-sg": "SGP",
    "mid-ru": "RUS",
    "mil-ru": "RUS",
    "mofa-vn": "VNM",
    "nato": "NATO",
    "oas": "OAS",
    "reuters": None,
    "ria": "RUS",
    "sputnik": "RUS",
    "tass": "RUS",
    "united-nations": "UN",
    "vna": "VNM",
    "vnexpress": None,
    "vov": "VNM",
    "wikipedia": None,
}
"""Houses by the word with which their lineages begin, and whose they are."""


def sources() -> tuple[Source, ...]:
    """The sources as shipped."""
    return relations.load().sources


def test_all_that_descends_from_one_text_has_one_side() -> None:
    """Ten papers that print one ministry's text are one witness, and of one side."""
    sides: dict[str, set[str | None]] = {}
    for source in sources():
        sides.setdefault(source.lineage, set()).add(source.side)
    assert {} == {lineage: found for lineage, found in sides.items() if len(found) > 1}


def test_every_official_source_has_a_side() -> None:
    """A ministry or a body speaks for itself, unless it is no party of the dataset."""
    official = [source for source in sources() if source.source_class is SourceClass.OFFICIAL]
    assert OF_A_BODY_NOT_HELD == {source.id for source in official if source.side is None}


def test_every_state_medium_has_a_side_unless_it_prints_anothers_words() -> None:
    """An agency of a state has its side; what it takes from a private agency has none."""
    state = [source for source in sources() if source.source_class is SourceClass.STATE_MEDIA]
    assert PRINTS_ANOTHERS_WORDS == {source.id for source in state if source.side is None}


@pytest.mark.parametrize("house", HOUSES)
def test_what_a_house_said_has_the_side_of_the_house(house: str) -> None:
    """A lineage that begins with an agency or a ministry is of its side."""
    found = [
        source for source in sources() if source.lineage == house or _begins(source.lineage, house)
    ]
    assert found
    assert [] == [source.id for source in found if HOUSES[house] != source.side]


def _begins(lineage: str, house: str) -> bool:
    """Whether a lineage is of a house: "tass-2018-01-23" is of "tass"."""
    return lineage.startswith(f"{house}-")
