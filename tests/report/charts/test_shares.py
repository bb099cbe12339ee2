from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.report.charts.axis import NAMES
from relations.report.charts.shares import MOST_PARTS, Part, ShareBar, shares
from relations.report.drawing import Drawing, Ink, Label, Rect
from relations.report.signs import Category

PARTS = (
    Part("Russia", "3 (60 %)", Category.ARMS_TRANSFER),
    Part("others", "1 (20 %)", Ink.MUTED),
    Part("unknown", "1 (20 %)", Ink.RULE, known=False),
)


def draw(*sizes: float) -> Drawing:
    """One bar of three parts."""
    return shares(PARTS, [ShareBar("2014–18", sizes, "5 items")], alt="a", caption="c")


def in_bar(drawing: Drawing) -> list[Rect]:
    """The boxes of the bar, without those of the key."""
    return [s for s in drawing.shapes if isinstance(s, Rect) and s.y == 0]


def words(drawing: Drawing) -> list[str]:
    """Everything written."""
    return [s.text for s in drawing.shapes if isinstance(s, Label)]


def test_widths_are_in_the_proportion_of_the_sizes() -> None:
    """A part three times as large is three times as wide, and they stand side by side."""
    first, second, third = in_bar(draw(3, 1, 1))
    assert first.width == pytest.approx(3 * second.width)
    assert NAMES == first.x
    assert first.x + first.width == pytest.approx(second.x)
    assert second.x + second.width == pytest.approx(third.x)


def test_what_is_unknown_is_hatched() -> None:
    """The part nobody knows the name of is hatched, the others are not."""
    assert [False, False, True] == [box.hatched for box in in_bar(draw(3, 1, 1))]


def test_every_part_has_its_letter_in_the_bar_and_in_the_key() -> None:
    """A letter goes with each colour, so that the chart reads in grey."""
    written = words(draw(3, 1, 1))
    assert [2, 2, 2] == [written.count(letter) for letter in "abc"]


def test_a_part_of_no_size_has_no_box_and_stays_in_the_key() -> None:
    """What is not there is not drawn, and the key still says what the letter stands for."""
    drawing = draw(3, 0, 1)
    assert 2 == len(in_bar(drawing))
    assert "others 1 (20 %)" in words(drawing)


def test_an_empty_whole_has_no_box() -> None:
    """Where there is nothing to share there is no bar, only its name and what it says."""
    drawing = draw(0, 0, 0)
    assert [] == in_bar(drawing)
    assert "5 items" in words(drawing)


@pytest.mark.parametrize("sizes", [(1, 1), (1, 1, -1)])
def test_a_bar_that_does_not_fit_its_parts_is_refused(sizes: tuple[float, ...]) -> None:
    """A missing size would shift every colour by one."""
    with pytest.raises(ValueError, match="2014–18: needs 3 sizes"):
        draw(*sizes)


def test_more_parts_than_letters_are_refused() -> None:
    """A part without a letter could be told by its colour alone."""
    with pytest.raises(ValueError, match="put some together"):
        shares([Part("x")] * (MOST_PARTS + 1), [], alt="a", caption="c")


@given(st.lists(st.tuples(*[st.floats(0, 1e9)] * 3), max_size=6))
def test_every_box_stays_on_the_sheet(bars: list[tuple[float, ...]]) -> None:
    """Whatever the sizes, no box leaves the drawing."""
    held = [ShareBar("a", sizes, "t") for sizes in bars]
    drawing = shares(PARTS, held, alt="a", caption="c")
    for box in (s for s in drawing.shapes if isinstance(s, Rect)):
        assert 0 <= box.x
        assert box.x + box.width <= drawing.width + 1e-6
        assert box.y + box.height <= drawing.height
