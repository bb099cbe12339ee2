from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.report.charts.axis import Axis

starts = st.integers(1, 2100)
spans = st.integers(1, 3000)


def test_a_year_stands_at_its_share_of_the_axis() -> None:
    """The middle year stands in the middle."""
    assert 50 == Axis(2000, 2010, left=0, right=100).at(2005)


@pytest.mark.parametrize(("year", "place"), [(1990, 0), (2020, 100)])
def test_what_lies_outside_stands_at_the_edge(year: float, place: float) -> None:
    """A year before the first or after the last is drawn at the edge, not off the page."""
    assert place == Axis(2000, 2010, left=0, right=100).at(year)


def test_a_short_axis_has_a_line_every_five_years() -> None:
    """Up to forty years, every fifth year is named."""
    assert (1995, 2000, 2005) == Axis(1992, 2008).ticks()


@given(starts, spans)
def test_there_is_room_for_every_year_that_is_named(start: int, span: int) -> None:
    """However long the axis, its years are few enough not to touch, and stand on it."""
    ticks = Axis(start, start + span).ticks()
    assert len(ticks) <= 17
    assert all(start <= tick <= start + span for tick in ticks)


def test_an_axis_needs_a_length() -> None:
    """An axis that ends where it starts is refused."""
    with pytest.raises(ValueError, match="must be"):
        Axis(2000, 2000)
