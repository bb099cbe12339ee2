"""Our reading of EDTF beside that of python-edtf, on the forms that both know."""

from __future__ import annotations

import math
import time
import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relations.errors import DateError
from relations.model.dates import EdtfDate
from strategies.dates import days, months, points, qualifiers, years

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    edtf = pytest.importorskip("edtf", reason="python-edtf is not installed: pip install edtf")

Bound = str | float

slow = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
"""python-edtf takes milliseconds for each date."""


def theirs(text: str) -> tuple[Bound, Bound]:
    """The strict bounds that python-edtf gives, as texts; infinity for an open end."""
    date: Any = edtf.parse_edtf(text)
    return _bound(date.lower_strict()), _bound(date.upper_strict())


def _bound(value: time.struct_time | float) -> Bound:
    if isinstance(value, float):
        return value
    return f"{value.tm_year:04}-{value.tm_mon:02}-{value.tm_mday:02}"


def ours(text: str) -> tuple[Bound, Bound]:
    """Our bounds in the same form."""
    date = EdtfDate.parse(text)
    first = date.earliest.isoformat() if date.earliest else -math.inf
    return first, date.latest.isoformat() if date.latest else math.inf


shared_points = st.builds(
    "{}{}".format, st.one_of(days(), months(), years(st.integers(1, 9999))), qualifiers()
)


@given(shared_points)
@slow
def test_days_months_and_years_have_the_same_bounds(text: str) -> None:
    """Plain dates, qualified or not, cover the same days."""
    assert theirs(text) == ours(text)


@given(st.lists(days() | months() | years(), min_size=2, max_size=2).map(sorted), qualifiers())
@slow
def test_intervals_have_the_same_bounds(ends: list[str], qualifier: str) -> None:
    """Intervals between dates of any precision cover the same days."""
    text = f"{ends[0]}{qualifier}/{ends[1]}"

    # Where the end lies in the start (2018-03/2018), the interval ends where the year does; the
    # texts are sorted, so the year comes first and its beginning is the beginning.
    assert theirs(text) == ours(text)


@given(points().filter(lambda text: "-24" not in text and not text.startswith("00")))
@slow
def test_unspecified_digits_seasons_and_quarters_have_the_same_bounds(text: str) -> None:
    """Decades, centuries, unspecified months and days, seasons and quarters cover the same days."""
    assert theirs(text) == ours(text)


@pytest.mark.parametrize(
    "text",
    [
        "2000~/..",
        "2018/..",
        "../2002",
        "../..",
        "[2017,2018]",
        "[2019,2017]",
        "[2017..2020]",
        "[2016,2018-05..2018-06]",
        "2018-21/2019-22",
        "201X/2020",
        "2018-06-XX/2018-08",
    ],
)
def test_open_intervals_and_choices_have_the_same_bounds(text: str) -> None:
    """Open intervals are unbounded on one side, and a choice covers all its members."""
    assert theirs(text) == ours(text)


DIFFERENT_BOUNDS = {
    "2018-24": (
        ("2018-12-01", "2018-12-31"),
        "winter runs on to the end of February; there, it stops with the calendar year",
    ),
    "2018/": (
        ("2018-01-01", "2028-01-01"),
        "an unknown end has no bound; there, it is guessed to lie within ten years",
    ),
    "/2002": (
        ("1992-12-31", "2002-12-31"),
        "an unknown beginning has no bound; there, it is guessed to lie within ten years",
    ),
}
"""Where we differ on purpose: their bounds, and our reason."""


@pytest.mark.parametrize("text", DIFFERENT_BOUNDS)
def test_where_our_bounds_differ_on_purpose(text: str) -> None:
    """Each difference of bounds is known, and still there."""
    their_bounds, reason = DIFFERENT_BOUNDS[text]

    assert their_bounds == theirs(text)
    assert their_bounds != ours(text), reason


REFUSED_HERE = {
    "{2017,2018}": "all of several dates are several records or one interval",
    "2004-06~-11": "a part of a date that is doubtful makes the date doubtful",
    "201X-05": "a month of some year is no period that a question can be asked of",
    "[..2018]": "'some time up to 2018' is written ../2018, in one way only",
    "2021/2018": "an interval does not end before it begins",
    "-0044": "the relations of states held here begin with the year 1",
    "0000": "the calendar of this library has no year 0",
}
"""What python-edtf reads and we do not, with the reason."""


@pytest.mark.parametrize("text", REFUSED_HERE)
def test_what_only_the_other_library_reads(text: str) -> None:
    """Each form that we leave out is known, and is refused with a message."""
    assert edtf.parse_edtf(text) is not None
    with pytest.raises(DateError):
        EdtfDate.parse(text)
