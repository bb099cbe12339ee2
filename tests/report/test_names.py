"""Every party's own name is printed with letters that the fonts have, or is left out."""

from __future__ import annotations

import pytest

import relations
from relations.report.faces import lacks
from relations.report.sections.glance import native_names
from relations.report.theme import Face


def test_every_own_name_that_is_printed_has_its_letters() -> None:
    """No own name of any party asks the fonts for a letter that they lack."""
    shown = {text for party in relations.load().parties for _, text in native_names(party)}
    assert "Россия" in shown
    lacking = {text for text in shown for face in Face if lacks(text, face)}
    assert set() == lacking


def test_a_body_has_no_name_of_its_own() -> None:
    """What a body is called in other languages is no name of its own beside the English one."""
    asean = relations.load().party("АСЕАН")
    assert [] == list(native_names(asean))


@pytest.mark.parametrize(
    ("a", "b"),
    [("VNM", "RUS"), ("LAO", "RUS"), ("ASEAN", "RUS"), ("ASEAN", "JPN"), ("JPN", "VNM")],
)
def test_the_founding_pairs_are_printed_with_all_that_is_known(a: str, b: str) -> None:
    """Each pair of the founding documents has a dossier from the whole of the shipped data."""
    assert relations.load().pair(a, b).dossier().to_pdf().startswith(b"%PDF")


def test_every_party_can_be_printed() -> None:
    """Each party of the shipped data has a dossier with a neighbour in the list."""
    data = relations.load()
    parties = [party.id for party in data.parties]
    parties += parties[: len(parties) % 2]
    for a, b in zip(parties[::2], parties[1::2], strict=True):
        assert data.pair(a, b).dossier().to_pdf().startswith(b"%PDF")
