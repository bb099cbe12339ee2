from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import relations
from builders import citation
from relations.measures.figure import SHARE, Figure, FigureKind
from relations.model.coverage import Coverage, CoverageClass

DAY = datetime.date(2026, 6, 30)
LOOKED = Coverage(id="looked", kinds=("meetings",), coverage_class=CoverageClass.OPPORTUNISTIC)
NOT_LOOKED = Coverage(id="not-looked", kinds=("meetings",), coverage_class=CoverageClass.NONE)
DENIED = attrs.evolve(LOOKED, id="denied", none_stated=(citation(),))

HELD: dict[str, Any] = {"name": "meetings", "as_of": DAY, "unit": "meeting"}

ONE_OF_EACH = {
    FigureKind.MEASURED: Figure.measured(3, records=("a", "b", "c"), coverage=(LOOKED,), **HELD),
    FigureKind.KNOWN_ZERO: Figure.absent(coverage=(DENIED,), **HELD),
    FigureKind.NONE_FOUND: Figure.absent(coverage=(LOOKED,), **HELD),
    FigureKind.NOT_COVERED: Figure.absent(coverage=(NOT_LOOKED,), **HELD),
    FigureKind.NOT_APPLICABLE: Figure.not_applicable("they never met", **HELD),
}


def altered(figure: Figure, **changes: object) -> Figure:
    """The figure with other fields, which may make no sense."""
    fields = {a.name: getattr(figure, a.name) for a in attrs.fields(Figure)}
    make: Callable[..., Figure] = Figure
    return make(**{**fields, **changes})


def test_the_face_offers_figures() -> None:
    """What leaves the measures is known by the face."""
    assert Figure is relations.Figure


def test_each_kind_has_its_own_words() -> None:
    """In the terminal no kind is printed as another, and only a measured one has a number."""
    words = {kind: str(figure) for kind, figure in ONE_OF_EACH.items()}
    assert {
        FigureKind.MEASURED: "3 meetings",
        FigureKind.KNOWN_ZERO: "none, as a source says",
        FigureKind.NONE_FOUND: "none found",
        FigureKind.NOT_COVERED: "not covered",
        FigureKind.NOT_APPLICABLE: "not applicable",
    } == words


@pytest.mark.parametrize("kind", FigureKind)
def test_each_figure_is_of_the_kind_it_was_made(kind: FigureKind) -> None:
    """A figure made of nothing is of the kind that its coverage calls for."""
    assert kind is ONE_OF_EACH[kind].kind


@pytest.mark.parametrize("kind", set(FigureKind) - {FigureKind.MEASURED})
@pytest.mark.parametrize("number", ["value", "low", "high"])
def test_only_a_measured_figure_has_numbers(kind: FigureKind, number: str) -> None:
    """A figure that is not measured refuses every number, 0 above all."""
    with pytest.raises(ValueError, match=f"and yet it has {number}"):
        altered(ONE_OF_EACH[kind], **{number: 0})


@pytest.mark.parametrize("kind", [FigureKind.NONE_FOUND, FigureKind.NOT_COVERED])
def test_nothing_found_rests_on_no_record(kind: FigureKind) -> None:
    """What was not found cannot have been found in a record."""
    with pytest.raises(ValueError, match="rests on a"):
        attrs.evolve(ONE_OF_EACH[kind], records=("a",))


def test_a_number_rests_on_records() -> None:
    """A measured figure without a record is refused, so that a count of nothing is no 0."""
    with pytest.raises(ValueError, match="rests on records"):
        Figure.measured(0, **HELD)


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        (FigureKind.NONE_FOUND, NOT_LOOKED),
        (FigureKind.NONE_FOUND, DENIED),
        (FigureKind.NOT_COVERED, LOOKED),
        (FigureKind.KNOWN_ZERO, LOOKED),
    ],
)
def test_a_kind_of_absence_agrees_with_its_coverage(kind: FigureKind, statement: Coverage) -> None:
    """None found needs somebody who looked, not covered that nobody did, a zero a source."""
    with pytest.raises(ValueError, match="meetings: "):
        attrs.evolve(ONE_OF_EACH[kind], coverage=(statement,))


def test_a_record_may_state_a_zero() -> None:
    """A known zero may rest on a record instead of a statement of coverage."""
    assert "none, as a source says" == str(
        Figure(kind=FigureKind.KNOWN_ZERO, records=("order",), **HELD)
    )


def test_what_does_not_apply_says_why() -> None:
    """A figure that makes no sense here has a note."""
    with pytest.raises(ValueError, match="no note says why"):
        Figure.not_applicable(" ", **HELD)


@pytest.mark.parametrize(("low", "value", "high"), [(2, 1, 3), (1, 4, 3), (3, None, 2)])
def test_bounds_hold_the_value(low: int, value: int | None, high: int) -> None:
    """A value outside its bounds, or bounds the wrong way round, are refused."""
    with pytest.raises(ValueError, match="are to rise"):
        Figure(kind=FigureKind.MEASURED, low=low, value=value, high=high, records=("a",), **HELD)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), True])
def test_a_bound_is_a_number(number: float) -> None:
    """What is no finite number is no bound."""
    with pytest.raises(ValueError, match="finite number"):
        Figure.measured(number, records=("a",), **HELD)


@pytest.mark.parametrize(
    ("low", "value", "high", "unit", "words"),
    [
        (5, None, 7, "agreement", "5 to 7 agreements"),
        (0, None, 2, "agreement", "up to 2 agreements"),
        (0, None, 1, "meeting", "up to 1 meeting"),
        (3, None, None, "vehicle", "at least 3 vehicles"),
        (1, None, None, "vehicle", "at least 1 vehicle"),
        (None, None, None, "vehicle", "not known"),
        (0, None, None, "year", "not known"),
        (None, 12, None, "day", "about 12 days"),
        (8, 10, 12, "day", "10 (8 to 12) days"),
        (0, 2.0, 3, "record", "2 (0 to 3) records"),
        (2, 3, None, "record", "3 (2 to not known) records"),
        (1200, 1200, 1200, "TIV", "1,200 TIV"),
        (2, 2, 2, "body", "2 bodies"),
        (0.4, 0.58, 0.75, SHARE, "58% (40% to 75%)"),
        (0.001, 0.001, 0.001, SHARE, "under 1%"),
        (0.999, 0.999, 0.999, SHARE, "over 99%"),
        (0, 0, 0, SHARE, "0%"),
        (2.456, 2.456, 2.456, None, "2.46"),
    ],
)
def test_a_number_is_printed_with_its_bounds(
    low: float | None, value: float | None, high: float | None, unit: str | None, words: str
) -> None:
    """What is not known of a number is seen in its words."""
    held = {**HELD, "unit": unit}
    figure = Figure(
        kind=FigureKind.MEASURED, low=low, value=value, high=high, records=("a",), **held
    )
    assert words == str(figure)


NAMES = st.frozensets(st.sampled_from("abcdefgh"))


@given(certain=NAMES, possible=NAMES)
def test_a_count_is_bounded_by_what_is_certain_and_what_is_possible(
    certain: frozenset[str], possible: frozenset[str]
) -> None:
    """Whatever matches, the count lies between the certain and all, and never is a bare 0."""
    figure = Figure.counted(sorted(certain), sorted(possible), coverage=(LOOKED,), **HELD)
    if not certain | possible:
        assert FigureKind.NONE_FOUND is figure.kind
    else:
        assert (len(certain), len(certain | possible)) == (figure.low, figure.high)
        assert certain | possible == set(figure.records)
        assert not str(figure).startswith("0")
        assert figure.is_exact is (possible <= certain)


def test_the_short_form_is_one_line() -> None:
    """In a session a figure is its name and its words."""
    assert "Figure(meetings: none found)" == repr(ONE_OF_EACH[FigureKind.NONE_FOUND])
