"""Dates in EDTF for Hypothesis: every form the library holds, as texts."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

YEARS = st.one_of(st.integers(2015, 2021), st.integers(1, 9999))
"""Any year, and often years so near to one another that dates meet."""

_FIRST_MONTHS = {
    **{str(21 + n): 3 + 3 * n for n in range(4)},
    **{str(33 + n): 1 + 3 * n for n in range(4)},
}
"""The month in which each season and each quarter begins."""


def qualifiers() -> st.SearchStrategy[str]:
    """No qualifier, or one of the three."""
    return st.sampled_from(["", "~", "?", "%"])


def days(
    first: datetime.date = datetime.date.min, last: datetime.date = datetime.date.max
) -> st.SearchStrategy[str]:
    """Days: ``2014-10-07``."""
    return st.dates(first, last).map(datetime.date.isoformat)


def months(of: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[str]:
    """Months: ``2014-11``."""
    return st.builds("{:04}-{:02}".format, of, st.integers(1, 12))


def years(of: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[str]:
    """Years: ``2018``."""
    return of.map("{:04}".format)


def coarse() -> st.SearchStrategy[str]:
    """Decades, centuries, seasons, quarters, and dates with unspecified days or months."""
    codes = st.sampled_from(sorted(_FIRST_MONTHS))
    return st.one_of(
        st.integers(0, 999).map("{:03}X".format),
        st.integers(0, 99).map("{:02}XX".format),
        st.builds("{}-{}".format, years(), codes),
        months().map("{}-XX".format),
        years().map("{}-XX".format),
        years().map("{}-XX-XX".format),
    )


def points() -> st.SearchStrategy[str]:
    """Single dates of every precision, without a qualifier."""
    near = days(datetime.date(2015, 1, 1), datetime.date(2021, 12, 31))
    return st.one_of(days(), near, months(), years(), coarse())


def _sorted_by_first_day(texts: list[str]) -> list[str]:
    return sorted(texts, key=_first_day)


def _first_day(point: str) -> str:
    year, month, day = (point.rstrip("~?%").replace("X", "0") + "-00-00").split("-")[:3]
    return f"{year}-{_FIRST_MONTHS.get(month, int(month)):02}-{day}"


def _qualified(of: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("{}{}".format, of, qualifiers())


def intervals(of: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[str]:
    """Intervals, closed, open or with an unknown end, of these dates, each qualified or not."""
    ends = _qualified(points() if of is None else of)
    closed = st.lists(ends, min_size=2, max_size=2).map(_sorted_by_first_day).map("/".join)
    blank = st.sampled_from(["", ".."])
    return st.one_of(
        closed,
        st.builds("{}/{}".format, ends, blank),
        st.builds("{}/{}".format, blank, ends),
        st.builds("{}/..".format, blank),
    )


def choices(of: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[str]:
    """Choices among these dates and runs of them."""
    ends = _qualified(points() if of is None else of)
    run = st.lists(ends, min_size=2, max_size=2).map(_sorted_by_first_day).map("..".join)
    several = st.lists(st.one_of(ends, run), min_size=2, max_size=3, unique=True).map(",".join)
    return st.one_of(run, several).map("[{}]".format)


def edtf_texts(of: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[str]:
    """Every form the library holds, made of these dates."""
    return st.one_of(_qualified(points() if of is None else of), intervals(of), choices(of))
