from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relations.report.charts.sparkline import HEIGHT, WIDTH, sparkline
from relations.report.charts.years import Ground, Year
from relations.report.drawing import Ink, Rect
from relations.report.signs import Category


def boxes(*years: Year) -> list[Rect]:
    """What is drawn on the base line."""
    drawing = sparkline(years, Category.EXERCISE, alt="a")
    return [shape for shape in drawing.shapes if isinstance(shape, Rect)]


def test_a_year_in_which_none_was_found_is_empty() -> None:
    """Nothing found leaves nothing on the base line."""
    assert [] == boxes(Year(2001))


def test_a_year_that_is_not_covered_has_a_grey_tick() -> None:
    """Not covered is seen, and is not a bar of the category's colour."""
    (tick,) = boxes(Year(2001, ground=Ground.NOT_COVERED))
    assert Ink.RULE is tick.fill
    assert tick.height < HEIGHT / 4


def test_the_highest_year_fills_the_height() -> None:
    """The scale is the line's own."""
    assert HEIGHT == max(box.height for box in boxes(Year(2001, 4), Year(2002, 8)))


@given(st.lists(st.builds(Year, st.just(2001), st.integers(0, 99), st.integers(0, 99))))
def test_every_bar_stays_on_the_line(years: list[Year]) -> None:
    """However many years, no bar leaves the room of the line."""
    for box in boxes(*years):
        assert 0 <= box.x
        assert box.x + box.width <= WIDTH + 1e-9
        assert -1e-9 <= box.y
        assert box.y + box.height <= HEIGHT + 1e-9
