from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.report.charts.axis import Axis
from relations.report.charts.years import Ground, Year, YearRow, years
from relations.report.drawing import Drawing, Ink, Label, Polygon, Rect
from relations.report.signs import Category

AXIS = Axis(2000, 2010)

counts = st.integers(0, 5_000)
grounds = st.sampled_from(Ground)
rows = st.lists(
    st.lists(st.tuples(counts, counts, grounds), min_size=1, max_size=10).map(
        lambda entries: YearRow(
            "Meetings",
            Category.MEETING,
            tuple(Year(2000 + n, *entry) for n, entry in enumerate(entries)),
        )
    ),
    min_size=1,
    max_size=4,
)


def draw(*held: Year) -> Drawing:
    """One row of agreements over ten years."""
    row = YearRow("Agreements", Category.AGREEMENT, held)
    return years([row], AXIS, 2010, alt="Agreements by year", caption="Agreements")


def bars(drawing: Drawing) -> list[Rect]:
    """The full bars."""
    return [s for s in drawing.shapes if isinstance(s, Rect) and s.fill is Category.AGREEMENT]


def outlines(drawing: Drawing) -> list[Rect]:
    """The open bars."""
    return [s for s in drawing.shapes if isinstance(s, Rect) and s.fill is Ink.PAPER]


def grounds_of(drawing: Drawing) -> list[Rect]:
    """What lies under the bars."""
    return [s for s in drawing.shapes if isinstance(s, Rect) and s.fill in (Ink.PALE, Ink.RULE)]


def test_heights_are_in_the_proportion_of_the_counts() -> None:
    """A year with twice as many has a bar twice as high."""
    one, two = bars(draw(Year(2001, 1), Year(2002, 2)))
    assert 2 * one.height == pytest.approx(two.height)


def test_a_year_without_any_has_no_bar() -> None:
    """Nothing is drawn where nothing was found, not even a line of no height."""
    assert [] == bars(draw(Year(2001), Year(2002)))


def test_what_is_possible_stands_open_on_what_is_certain() -> None:
    """A possible count is an outline that begins where the full bar ends."""
    drawing = draw(Year(2001, 2, 3))
    (full,), (outline,) = bars(drawing), outlines(drawing)
    assert full.y == pytest.approx(outline.y + outline.height)
    assert outline.height / full.height == pytest.approx(3 / 2)
    assert outline.pen is not None
    assert outline.pen.dash


def test_the_highest_count_is_printed() -> None:
    """The scale is a row's own, so that its highest count stands beside it."""
    labels = [s.text for s in draw(Year(2001, 2, 3)).shapes if isinstance(s, Label)]
    assert "5" in labels


def test_partly_covered_years_lie_on_a_pale_ground() -> None:
    """A run of partly covered years is one pale ground, exactly as wide as the years."""
    complete = Year(2003, 1, ground=Ground.COMPLETE)
    (ground,) = grounds_of(draw(Year(2001), Year(2002), complete))
    assert Ink.PALE is ground.fill
    assert not ground.hatched
    assert AXIS.at(2001) == pytest.approx(ground.x)
    assert AXIS.at(2003) == pytest.approx(ground.x + ground.width)


def test_years_not_covered_are_hatched() -> None:
    """What was not looked at is hatched, so that it is not taken for an empty year."""
    (ground,) = grounds_of(draw(Year(2001, ground=Ground.NOT_COVERED)))
    assert ground.hatched


def test_completely_covered_years_have_no_ground() -> None:
    """Bare paper under a year means that it was covered."""
    assert [] == grounds_of(draw(Year(2001, ground=Ground.COMPLETE)))


def mean_line(drawing: Drawing) -> list[Polygon]:
    """The running mean."""
    return [s for s in drawing.shapes if isinstance(s, Polygon) and s.open]


def test_the_mean_runs_over_years_that_are_covered_completely() -> None:
    """Six complete years give a mean at the fifth and the sixth, at the height of the mean."""
    drawing = draw(*(Year(2000 + n, n, ground=Ground.COMPLETE) for n in range(6)))
    (line,) = mean_line(drawing)
    highest = min(bar.y for bar in bars(drawing))
    foot = max(bar.y + bar.height for bar in bars(drawing))
    heights = [(foot - y) / (foot - highest) * 5 for _, y in line.points]
    assert [2.0, 3.0] == pytest.approx(heights)


def test_one_partly_covered_year_breaks_the_mean() -> None:
    """No mean is drawn over a year that was not covered completely."""
    held = [Year(2000 + n, 1, ground=Ground.COMPLETE) for n in range(6)]
    held[3] = Year(2003, 1, ground=Ground.PARTIAL)
    assert [] == mean_line(draw(*held))


@given(rows, st.floats(1995, 2015))
def test_every_shape_stays_on_the_sheet(given_rows: list[YearRow], cutoff: float) -> None:
    """Whatever the counts, no bar or ground leaves the drawing."""
    drawing = years(given_rows, AXIS, cutoff, alt="a", caption="c")
    for shape in drawing.shapes:
        if isinstance(shape, Rect):
            assert 0 <= shape.x
            assert shape.x + shape.width <= drawing.width
            assert 0 <= shape.y
            assert shape.y + shape.height <= drawing.height
            assert 0 < shape.width
            assert 0 < shape.height


@pytest.mark.parametrize("bad", [(-1, 0), (0, -1)])
def test_a_count_below_nothing_is_refused(bad: tuple[int, int]) -> None:
    """A count is never negative."""
    with pytest.raises(ValueError, match=">= 0"):
        Year(2001, *bad)
