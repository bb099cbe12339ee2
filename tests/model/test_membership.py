"""Who belonged to a body on a day, where it is not known when that began."""

from __future__ import annotations

import pytest

from builders import citation, edtf
from relations.model.dates import Certainty
from relations.model.organisation import Membership


def membership(period: str, begun_by: str | None = None) -> Membership:
    """A membership with these dates."""
    by = None if begun_by is None else edtf(begun_by)
    return Membership(party="LAO", period=edtf(period), citations=(citation(),), begun_by=by)


@pytest.mark.parametrize(
    ("period", "begun_by", "day", "expected"),
    [
        ("/..", None, "1990", Certainty.POSSIBLE),
        ("/..", None, "2020", Certainty.POSSIBLE),
        ("/..", "2011", "1990", Certainty.POSSIBLE),
        ("/..", "2011", "2011", Certainty.POSSIBLE),
        ("/..", "2011", "2012", Certainty.CERTAIN),
        ("196X/..", "1964-10-05", "1959", Certainty.NO),
        ("196X/..", "1964-10-05", "1962", Certainty.POSSIBLE),
        ("196X/..", "1964-10-05", "1964-10-05", Certainty.CERTAIN),
        ("/2002-07-08", "1990", "1995", Certainty.CERTAIN),
        ("/2002-07-08", "1990", "2003", Certainty.NO),
    ],
)
def test_a_membership_is_certain_from_the_date_by_which_it_had_begun(
    period: str, begun_by: str | None, day: str, expected: Certainty
) -> None:
    """Before that date it is possible where its period allows; after it, it is certain."""
    assert expected is membership(period, begun_by).held(edtf(day))


def test_a_membership_cannot_have_begun_before_its_period() -> None:
    """A list of 1959 has nobody who joined in 1961."""
    with pytest.raises(ValueError, match=r"1959 is before 1961/\.\., and so is no day"):
        membership("1961/..", "1959")


@pytest.mark.parametrize("begun_by", ["1990/1995", "[1990,1995]", "[1990..1995]"])
def test_a_membership_had_begun_by_one_date(begun_by: str) -> None:
    """A stretch or a choice would leave open which of its days is sure."""
    with pytest.raises(ValueError, match="is more than one date; name the first that is sure"):
        membership("/..", begun_by)
