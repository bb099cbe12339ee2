from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edtf
from relations.measures.years import Years, spell_stretch, stretch, year, years_of
from relations.model.dates import Certainty, EdtfDate
from relations.model.record import Record
from relations.model.status import Spell
from strategies.dates import intervals, points
from strategies.records import records

FIRST, LAST = 1985, 2040


def asked(number: int) -> EdtfDate:
    """The whole of a year, as a question."""
    return edtf(f"{number:04}").period()


def answers(record: Record, wanted: Certainty) -> set[int]:
    """The years for which a record itself gives this answer."""
    return {n for n in range(FIRST, LAST + 1) if record.during(asked(n)) is wanted}


@given(records())
def test_a_record_counts_in_the_years_that_it_names_itself(record: Record) -> None:
    """Reckoned in whole years, the answers are those of ``during`` for each year."""
    found = years_of(record.spells(), FIRST, LAST)
    assert answers(record, Certainty.CERTAIN) == found.certain
    assert answers(record, Certainty.POSSIBLE) == found.possible


@given(st.one_of(points(), intervals()), st.integers(1, 9998))
def test_a_stretch_meets_a_year_as_its_date_does(text: str, number: int) -> None:
    """For any date but a choice of several, the two kinds of yes are those of the date."""
    date, whole = edtf(text), asked(number)
    assert date.certainly_overlaps(whole) == stretch(date).certainly_meets(year(number))
    assert date.possibly_overlaps(whole) == stretch(date).possibly_meets(year(number))
    assert whole.certainly_within(date) == stretch(date).certainly_spans(year(number))


@pytest.mark.parametrize(
    ("spell", "expected"),
    [
        (Spell.at(edtf("2018-12-31")), Years(frozenset({2018}), frozenset())),
        (Spell.at(edtf("2018~")), Years(frozenset(), frozenset({2017, 2018, 2019}))),
        (Spell(edtf("2018"), None, goes_on=True), Years(frozenset({2018, 2019}), frozenset())),
        (Spell(edtf("2018"), None), Years(frozenset(), frozenset({2018, 2019}))),
        (Spell(None, edtf("2017")), Years(frozenset(), frozenset({2016, 2017}))),
        (Spell.at(edtf("2018"), doubted=True), Years(frozenset(), frozenset({2018}))),
        (Spell.at(edtf("2050")), Years(frozenset(), frozenset())),
    ],
)
def test_a_spell_has_certain_and_possible_years(spell: Spell, expected: Years) -> None:
    """A year is certain or possible or neither, and never two of these."""
    assert expected == years_of([spell], 2016, 2019)


def test_what_is_certain_in_one_spell_is_not_merely_possible_in_another() -> None:
    """Of two spells in one year the surer counts."""
    spells = [Spell.at(edtf("2018?")), Spell.at(edtf("2018"))]
    assert Years(frozenset({2018}), frozenset()) == years_of(spells, 2016, 2019)


def test_a_doubted_spell_is_never_certain() -> None:
    """Its certain bounds lie the wrong way round."""
    found = spell_stretch(Spell.at(edtf("2018"), doubted=True))
    assert found.certain_from > found.certain_to
