from __future__ import annotations

import math

import attrs
import pytest
from hypothesis import given, settings

import relations
from builders import citation, dated, record, state
from measures.asked import LOOKED, pair_of, words
from relations.measures.counts import YearCount, counts_by_year
from relations.measures.figure import Figure, FigureKind
from relations.measures.means import yearly_means
from relations.model.coverage import Coverage, CoverageClass
from relations.model.exercise import Exercise
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from strategies.records import datasets


def held(identifier: str, date: str | None) -> Record:
    """A meeting of the two that was held on a date."""
    when = dated(date) if date else None
    return record(Meeting, identifier, ("VNM", "RUS"), date=when, history=(state(Status.HELD),))


def counted(*records: Record, spread: bool = True) -> dict[int | None, Figure]:
    """The meetings by year."""
    rows = counts_by_year(pair_of(*records), spread=spread)
    return {row.year: row.count for row in rows if row.kind == "meetings"}


def test_a_plain_day_counts_in_its_year() -> None:
    """A record of one day is one in its year and none found in the next."""
    found = counted(held("one", "2018"), held("two", "2018-06-01"))
    assert ("2 records", ("one", "two")) == words(found[2018])
    assert FigureKind.NONE_FOUND is found[2019].kind


def test_a_vague_date_is_shared_out_by_days() -> None:
    """One of several days lies in each year with its share of them, and certainly in none."""
    found = counted(held("one", "[2017-12-31..2018-01-03]"))
    assert (0, 0.25, 1) == (found[2017].low, found[2017].value, found[2017].high)
    assert (0, 0.75, 1) == (found[2018].low, found[2018].value, found[2018].high)


def test_a_vague_date_may_count_whole_in_its_first_year() -> None:
    """Without spreading, it counts in the year of the first day, and elsewhere as possible."""
    found = counted(held("one", "[2017-12-31..2018-01-03]"), spread=False)
    assert (1, None) == (found[2017].value, found[2018].value)
    assert "up to 1 record" == str(found[2018])


def test_an_event_over_new_year_counts_where_it_began() -> None:
    """That it lasted into the next year is no doubt about when it began."""
    found = counted(held("one", "2017-12-30/2018-01-03"))
    assert "1 record" == str(found[2017])
    assert FigureKind.NONE_FOUND is found[2018].kind


def test_an_uncertain_year_is_never_certain() -> None:
    """A year with a question mark counts as one that may be none."""
    assert "1 (0 to 1) record" == str(counted(held("one", "2018?"))[2018])


def test_what_nobody_reports_as_held_is_only_possible() -> None:
    """A meeting that was planned and of which no more is known adds to the high bound alone."""
    planned = record(
        Meeting,
        "plan",
        ("VNM", "RUS"),
        date=dated("2018-05-01"),
        history=(state(Status.PLANNED, "2018-01"),),
    )
    assert "up to 1 record" == str(counted(planned)[2018])


def test_an_undated_record_stands_in_no_year() -> None:
    """What has no date is counted apart, and not dropped."""
    assert ("1 record", ("one",)) == words(counted(held("one", None))[None])


def test_what_comes_after_the_day_is_not_counted() -> None:
    """As of a day, later meetings are not there yet."""
    pair = pair_of(held("one", "2018-06-01"))
    years = {row.year for row in counts_by_year(pair, on="2018-05-31") if row.count.is_number}
    assert set() == years


def test_a_predecessor_is_named() -> None:
    """A record in which the Soviet Union stands for Russia is counted and labelled."""
    meeting = record(
        Meeting,
        "talks",
        ("VNM", "SUN"),
        date=dated("1978-11-03"),
        history=(state(Status.HELD),),
    )
    assert "1 of them through a predecessor: Soviet Union" == counted(meeting)[1978].note


def test_a_year_before_the_coverage_is_not_covered() -> None:
    """Within one table, a year that nobody looked at differs from one without a record."""
    since = attrs.evolve(
        LOOKED, period=dated("2019/..").edtf, coverage_class=CoverageClass.SYSTEMATIC
    )
    pair = pair_of(held("one", "2017-06-01"), coverage=(since,))
    kinds = {r.year: r.count.kind for r in counts_by_year(pair) if r.kind == "meetings"}
    assert (FigureKind.NOT_COVERED, FigureKind.NONE_FOUND) == (kinds[2018], kinds[2019])


def test_a_year_that_a_source_calls_empty_is_a_known_zero() -> None:
    """A source's words that none was held make a zero of one year, and not of the next."""
    denied = attrs.evolve(
        LOOKED,
        id="denied",
        kinds=("meetings",),
        parties=("VNM", "RUS"),
        period=dated("2019").edtf,
        none_stated=(citation(),),
    )
    pair = pair_of(held("one", "2017-06-01"), coverage=(LOOKED, denied))
    kinds = {r.year: r.count.kind for r in counts_by_year(pair) if r.kind == "meetings"}
    assert (FigureKind.NONE_FOUND, FigureKind.KNOWN_ZERO, FigureKind.NONE_FOUND) == (
        kinds[2018],
        kinds[2019],
        kinds[2020],
    )


@given(data=datasets())
@settings(max_examples=25, deadline=None)
def test_the_years_hold_every_record_once(data: relations.Dataset) -> None:
    """Over all years the lows are no more than the records, the highs no fewer, and the shares of
    those that are not in doubt make up their number.
    """
    pair = data.pair("VNM", "RUS")
    rows = counts_by_year(pair, end=2036)
    for kind in RECORD_TYPES:
        dated_rows = [row for row in rows if row.kind == kind and row.year is not None]
        begun = {key for row in dated_rows for key in row.count.records}
        assert sum(row.count.low or 0 for row in dated_rows) <= len(begun)
        assert sum(row.count.high or 0 for row in dated_rows) >= len(begun)
        assert _best(dated_rows) <= len(begun) + 1e-9


def _best(rows: list[YearCount]) -> float:
    return math.fsum(_value(row.count) for row in rows if row.count.is_number)


def _value(figure: Figure) -> float:
    return figure.value if figure.value is not None else figure.low or 0


def test_the_exercises_of_viet_nam_and_russia_by_hand() -> None:
    """On the founding data: one held in December 2019, one meant for 2018 to 2020."""
    rows = counts_by_year(relations.load().pair("VNM", "RUS"))
    found = {
        row.year: words(row.count)
        for row in rows
        if row.kind == "exercises" and row.count.is_number
    }
    assert {
        2018: ("up to 1 record", ("russia-vietnam-exercises-2018-2020",)),
        2019: ("1 record", ("submarine-rescue-exercise-2019",)),
    } == found


@pytest.mark.parametrize(
    ("names", "kind", "year", "expected"),
    [
        (("LAO", "RUS"), "agreements", 2024, "1 record"),
        (("LAO", "RUS"), "exercises", 2025, "1 record"),
        (("LAO", "RUS"), "arms_transfers", 2018, "2 records"),
        (("LAO", "RUS"), "meetings", 2023, "3 records"),
        (("ASEAN", "RUS"), "meetings", 2021, "4 records"),
        (("ASEAN", "JPN"), "meetings", 2014, "1 record"),
        (("RUS", "JPN"), "meetings", 2014, "none found"),
    ],
)
def test_years_of_the_founding_pairs_by_hand(
    names: tuple[str, str], kind: str, year: int, expected: str
) -> None:
    """Counted in the data file by hand."""
    rows = counts_by_year(relations.load().pair(*names), start=year, end=year)
    (found,) = [row for row in rows if row.kind == kind and row.year == year]
    assert expected == str(found.count)


def test_exercises_are_a_kind() -> None:
    """A row is named as the group of the data file is."""
    drill = record(
        Exercise, "drill", ("VNM", "RUS"), date=dated("2020"), history=(state(Status.HELD),)
    )
    rows = counts_by_year(pair_of(drill), start=2020, end=2020)
    assert ["drill"] == [
        key for row in rows if row.kind == "exercises" for key in row.count.records
    ]


# -- means ---------------------------------------------------------------------------------------

BY_RULE = attrs.evolve(LOOKED, coverage_class=CoverageClass.SYSTEMATIC)


def means(*records: Record, coverage: tuple[Coverage, ...] = (BY_RULE,)) -> dict[int, Figure]:
    """The means of the meetings over five years, as of the end of 2020."""
    rows = yearly_means(pair_of(*records, coverage=coverage), on="2021-06-30", start=2015)
    return {row.year: row.mean for row in rows if row.kind == "meetings"}


SEVEN = (
    *(held(f"m-{n}", f"2016-0{n + 1}-01") for n in range(5)),
    held("a", "2018"),
    held("b", "2020"),
)


def test_a_mean_is_of_the_years_up_to_its_own() -> None:
    """Five of 2016, one of 2018 and one of 2020: in the mean 1.4 a year, up to 2019 1.2."""
    found = means(*SEVEN)
    assert ("1.4 records", "1.2 records") == (str(found[2020]), str(found[2019]))
    assert 7 == len(found[2020].records)


def test_the_first_and_the_last_mean_are_of_whole_years() -> None:
    """The year that is not over has none, and the one asked for first has all its years."""
    assert (2015, 2020) == (min(means(*SEVEN)), max(means(*SEVEN)))


def test_a_vague_date_bounds_the_mean() -> None:
    """One of two years, of which the earlier lies outside, may add nothing."""
    assert "up to 0.2 records" == str(means(held("a", "[2015,2016]"))[2020])


def test_reports_by_chance_have_no_mean() -> None:
    """Where years were not looked at by rule, a year without a record is no year with none."""
    assert FigureKind.NOT_APPLICABLE is means(*SEVEN, coverage=(LOOKED,))[2020].kind
    since = attrs.evolve(BY_RULE, period=dated("2018/..").edtf)
    assert FigureKind.NOT_APPLICABLE is means(*SEVEN, coverage=(since,))[2020].kind


def test_five_silent_years_have_no_mean_of_0() -> None:
    """Nothing found in any of them is none found."""
    assert FigureKind.NONE_FOUND is means(held("a", "2010"))[2020].kind
