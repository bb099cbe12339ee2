from __future__ import annotations

import contextlib
import copy
import datetime
import functools
import itertools
import math
import pickle
from collections.abc import Callable, Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.errors import DateError, RelationsError
from relations.model.dates import (
    Certainty,
    Dating,
    EdtfDate,
    Precision,
    Shape,
)
from relations.model.edtf_hints import suggestions
from strategies.dates import days, edtf_texts, months, points, years

NO, POSSIBLE, CERTAIN = Certainty.NO, Certainty.POSSIBLE, Certainty.CERTAIN

parse = EdtfDate.parse


def bounds(text: str) -> tuple[str | None, str | None]:
    """The earliest and the latest day of a date, as texts."""
    first, last = parse(text).earliest, parse(text).latest
    return first.isoformat() if first else None, last.isoformat() if last else None


def possible_days(text: str) -> tuple[str, str]:
    """The first and the last day on which a plain date may possibly have been, as texts."""
    (extent,) = parse(text).possible
    first, last = map(datetime.date.fromordinal, (extent.start_low, extent.end_high))
    return first.isoformat(), last.isoformat()


# -- reading and writing -------------------------------------------------------------------------


@given(edtf_texts())
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    """What is read is written back without a change."""
    assert text == str(parse(text))


@given(edtf_texts())
def test_a_date_survives_being_written(text: str) -> None:
    """What is written reads as an equal value with an equal hash and an equal structure."""
    first, second = EdtfDate(text), EdtfDate(text)

    assert first == second
    assert hash(first) == hash(second)
    assert first.parts == second.parts


@given(st.text() | st.text(alphabet="0123456789X-/~?%[].,{} "))
def test_reading_raises_nothing_but_date_errors(text: str) -> None:
    """Any text is a date or a DateError."""
    with contextlib.suppress(DateError):
        assert text == str(parse(text))


@given(edtf_texts(), st.integers(0, 40), st.characters())
def test_reading_a_date_with_a_slip_in_it_raises_nothing_but_date_errors(
    text: str, place: int, slip: str
) -> None:
    """A date with one character put in is a date or a DateError."""
    spoiled = text[:place] + slip + text[place:]
    with contextlib.suppress(DateError):
        assert spoiled == str(parse(spoiled))


def test_only_text_is_read() -> None:
    """A number is no date, though a year looks like one."""
    with pytest.raises(TypeError, match="from int: 2018"):
        parse(2018)  # type: ignore[arg-type]  # what the test is about


def test_a_date_can_be_constructed_from_its_text() -> None:
    """The constructor takes the text, so that no value is inconsistent with its text."""
    assert parse("2018-05") == EdtfDate("2018-05")


def test_the_constructor_refuses_what_is_no_date() -> None:
    """There is no way around the checks."""
    with pytest.raises(DateError):
        EdtfDate("2018-02-30")


def test_reading_the_same_text_twice_gives_the_same_object() -> None:
    """Reading is cached."""
    assert parse("1999-12-31") is parse("1999-12-31")


@pytest.mark.parametrize(
    ("one", "other"), [("2018", "2018-XX"), ("2018", "2018~"), ("2018", "2018-01-01/2018-12-31")]
)
def test_dates_of_different_text_differ(one: str, other: str) -> None:
    """Two texts are two values, even if they cover the same days."""
    assert parse(one) != parse(other)


def test_a_date_cannot_be_changed() -> None:
    """Values are immutable."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        parse("2018").text = "2019"  # type: ignore[misc]  # what the test is about


def test_dates_have_no_order() -> None:
    """A plain less-than is refused, because it would hide that the answer may be "possibly"."""
    with pytest.raises(TypeError, match="'<' not supported"):
        parse("2017") < parse("2018")  # type: ignore[operator]  # noqa: B015 - what the test is about


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, attrs.evolve])
def test_copies_are_equal(duplicate: Callable[[EdtfDate], EdtfDate]) -> None:
    """A copy is the same value with the same parts."""
    date = parse("2018~/..")

    assert date == duplicate(date)
    assert date.possible == duplicate(date).possible


def test_pickled_dates_are_equal() -> None:
    """A date can be sent to another process."""
    date = parse("2018~/..")

    restored = pickle.loads(pickle.dumps(date))  # noqa: S301 - our own bytes

    assert date == restored
    assert date.guaranteed == restored.guaranteed


@given(st.dates())
def test_a_day_becomes_the_date_that_is_exactly_that_day(day: datetime.date) -> None:
    """A datetime.date is read as one day."""
    date = EdtfDate.from_date(day)

    assert (day, day) == (date.earliest, date.latest)


def test_a_moment_becomes_its_day() -> None:
    """Of a datetime, which is a date too, only the day is kept."""
    moment = datetime.datetime(2014, 10, 7, 12, 30, tzinfo=datetime.UTC)

    assert parse("2014-10-07") == EdtfDate.from_date(moment)


# -- bounds --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-10-07", "2014-10-07", "2014-10-07"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("00XX", "0001-01-01", "0099-12-31"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-22", "2018-06-01", "2018-08-31"),
        ("2018-23", "2018-09-01", "2018-11-30"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("2018-33", "2018-01-01", "2018-03-31"),
        ("2018-34", "2018-04-01", "2018-06-30"),
        ("2018-35", "2018-07-01", "2018-09-30"),
        ("2018-36", "2018-10-01", "2018-12-31"),
        ("2004-06-XX", "2004-06-01", "2004-06-30"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("2018/2020-05", "2018-01-01", "2020-05-31"),
        ("2018~/2020?", "2018-01-01", "2020-12-31"),
        ("2018/..", "2018-01-01", None),
        ("2018/", "2018-01-01", None),
        ("../2002", None, "2002-12-31"),
        ("/2002", None, "2002-12-31"),
        ("/..", None, None),
        ("../..", None, None),
        ("[2019,2017]", "2017-01-01", "2019-12-31"),
        ("[2017..2020]", "2017-01-01", "2020-12-31"),
        ("[2016,2018-05..2018-06]", "2016-01-01", "2018-06-30"),
    ],
)
def test_the_bounds_of_each_form(text: str, first: str | None, last: str | None) -> None:
    """Each form covers the days from its earliest to its latest, and open ends have none."""
    assert (first, last) == bounds(text)


@pytest.mark.parametrize("qualifier", ["~", "?", "%"])
@pytest.mark.parametrize("text", ["2014-10-07", "2014-11", "2018", "201X", "2018-24"])
def test_bounds_are_those_stated_whatever_the_qualifier(text: str, qualifier: str) -> None:
    """A qualifier does not move the earliest and the latest day."""
    assert bounds(text) == bounds(text + qualifier)


@given(points(), st.dates())
def test_the_bounds_enclose_every_day_that_matches(text: str, day: datetime.date) -> None:
    """A day that matches a date digit by digit lies within its bounds, and no other does."""
    date = parse(text)
    if date.parts[0].start.season is not None:
        return
    assert date.earliest is not None
    assert date.latest is not None
    matches = all(x in ("X", y) for x, y in zip(text, day.isoformat(), strict=False))

    assert matches == (date.earliest <= day <= date.latest)


@given(edtf_texts())
def test_the_earliest_day_is_never_after_the_latest(text: str) -> None:
    """Bounds are in order."""
    date = parse(text)

    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-10-07~", "2014-10-06", "2014-10-08"),
        ("2018-01~", "2017-12-01", "2018-02-28"),
        ("2018-21~", "2017-12-01", "2018-08-31"),
        ("2018-33~", "2017-10-01", "2018-06-30"),
        ("2018~", "2017-01-01", "2019-12-31"),
        ("201X~", "2000-01-01", "2029-12-31"),
        ("19XX~", "1800-01-01", "2099-12-31"),
        ("2004-06-XX~", "2004-05-01", "2004-07-31"),
        ("2018%", "2017-01-01", "2019-12-31"),
        ("2018?", "2018-01-01", "2018-12-31"),
        ("[2017~..2020~]", "2016-01-01", "2021-12-31"),
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("9999-24~", "9999-09-01", "9999-12-31"),
        ("9999-12-31~", "9999-12-30", "9999-12-31"),
    ],
)
def test_an_approximate_date_reaches_one_unit_further(text: str, first: str, last: str) -> None:
    """The word "about" widens a date by one unit of its own precision on either side."""
    assert (first, last) == possible_days(text)


# -- what it is ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2014-10-07", Precision.DAY),
        ("2014-10-XX", Precision.MONTH),
        ("2014-10", Precision.MONTH),
        ("2014-21", Precision.SEASON),
        ("2014-33", Precision.QUARTER),
        ("2014-XX", Precision.YEAR),
        ("2014-XX-XX", Precision.YEAR),
        ("2014", Precision.YEAR),
        ("201X", Precision.DECADE),
        ("20XX", Precision.CENTURY),
    ],
)
def test_precision_is_the_closest_unit_stated(text: str, precision: Precision) -> None:
    """A wording can tell a day from a month, a season, a quarter, a year, a decade, a century."""
    assert precision is parse(text).parts[0].start.precision


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2014-10-07", (2014, 10, None, 7)),
        ("2014-10~", (2014, 10, None, None)),
        ("2014-22", (2014, None, 22, None)),
        ("2014-36?", (2014, None, 36, None)),
        ("2014", (2014, None, None, None)),
        ("201X", (2010, None, None, None)),
        ("19XX", (1900, None, None, None)),
    ],
)
def test_a_date_can_be_taken_apart(text: str, fields: tuple[int | None, ...]) -> None:
    """Year, month, season and day are there to be worded."""
    (part,) = parse(text).parts
    point = part.start

    assert part.shape is Shape.DATE
    assert part.end is point
    assert fields == (point.year, point.month, point.season, point.day)
    assert text == point.text + point.qualifier


def test_an_interval_has_two_ends_each_with_its_qualifier() -> None:
    """The ends of an interval are qualified each for itself."""
    (part,) = parse("2018~/2020-05?").parts

    assert Shape.INTERVAL is part.shape
    assert (True, False) == (part.start.is_approximate, part.start.is_uncertain)
    assert (False, True) == (part.end.is_approximate, part.end.is_uncertain)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018/..", Precision.YEAR, Precision.OPEN),
        ("2018/", Precision.YEAR, Precision.UNKNOWN),
        ("../2018", Precision.OPEN, Precision.YEAR),
        ("/2018", Precision.UNKNOWN, Precision.YEAR),
        ("/..", Precision.UNKNOWN, Precision.OPEN),
        ("../..", Precision.OPEN, Precision.OPEN),
    ],
)
def test_an_end_that_is_not_stated_is_open_or_unknown(
    text: str, start: Precision, end: Precision
) -> None:
    """Two dots are open, and a blank is unknown."""
    (part,) = parse(text).parts

    assert (start, end) == (part.start.precision, part.end.precision)


def test_a_choice_has_a_part_for_each_alternative_in_the_order_written() -> None:
    """A choice such as "2018 or 2017" keeps its order, and a run is one part."""
    parts = parse("[2018,2017,2011..2013]").parts

    assert [2018, 2017, 2011] == [part.start.year for part in parts]
    assert [Shape.DATE, Shape.DATE, Shape.RUN] == [part.shape for part in parts]


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "interval", "is_open"),
    [
        ("2018", False, False, False, False),
        ("2018~", True, False, False, False),
        ("2018?", False, True, False, False),
        ("2018%", True, True, False, False),
        ("2018/2020%", True, True, True, False),
        ("2018~/..", True, False, True, True),
        ("2018/", False, False, True, False),
        ("../2018", False, False, True, False),
        ("/..", False, False, True, True),
        ("[2017..2020]", False, False, False, False),
        ("[2017,2020?]", False, True, False, False),
    ],
)
def test_what_kind_of_date_it_is(
    text: str, approximate: bool, uncertain: bool, interval: bool, is_open: bool
) -> None:
    """A date says whether it is approximate, uncertain, an interval, and whether it goes on."""
    date = parse(text)

    assert approximate is date.is_approximate
    assert uncertain is date.is_uncertain
    assert interval is date.is_interval
    assert is_open is date.is_open


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2018", "2018-01-01/2018-12-31"),
        ("2018%", "2018-01-01/2018-12-31"),
        ("2014-10-07", "2014-10-07"),
        ("2018-05/2020", "2018-05-01/2020-12-31"),
        ("2018~/..", "2018-01-01/.."),
        ("2018/", "2018-01-01/"),
        ("../2002", "../2002-12-31"),
        ("/2002", "/2002-12-31"),
        ("/..", "/.."),
        ("../..", "../.."),
        ("[2017,2019]", "2017-01-01/2019-12-31"),
    ],
)
def test_the_period_of_a_date_is_the_whole_of_what_it_covers(text: str, period: str) -> None:
    """A period is exact to the day and unqualified; what is open or unknown stays so."""
    assert period == str(parse(text).period())


@given(edtf_texts())
def test_the_period_of_a_period_is_itself(text: str) -> None:
    """Taking the period once is enough, and keeps the bounds."""
    period = parse(text).period()

    assert period == period.period()
    assert bounds(text) == bounds(str(period))


def test_dates_sort_by_their_first_day_then_their_last_and_open_starts_come_first() -> None:
    """The order on the page is stable and says nothing about which came first."""
    wanted = ["../2002", "/2002", "/2018", "2018-01-01", "2018-01", "2018", "2018?", "2018/.."]
    backwards = wanted[::-1]

    assert wanted == sorted(backwards, key=lambda text: parse(text).sort_key)


# -- refusing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2100-02-29", ["2100-02-28"]),
        ("2018-02-30", ["2018-02-28"]),
        ("2021-13", ["2021-12"]),
        ("2021-00", ["2021"]),
        ("2021-05-00", ["2021-05"]),
        ("2021-13-05", ["2021-05-13"]),
        ("2020/2018", ["2018/2020"]),
        ("2018-05~/2018-04?", ["2018-04?/2018-05~"]),
        ("[2020..2017]", ["[2017..2020]"]),
        ("[2016,2020..2017]", ["[2016,2017..2020]"]),
        ("c. 1998", ["1998~"]),
        ("ca 1998", ["1998~"]),
        ("about May 1998", ["1998-05~"]),
        ("~1998", ["1998~"]),
        ("1998~?", ["1998%"]),
        ("1998?-05", ["1998-05?"]),
        ("2004-06~-11", ["2004-06-11~"]),
        ("2004-?06-11", ["2004-06-11?"]),
        ("May 1998", ["1998-05"]),
        ("Sept. 1998", ["1998-09"]),
        ("7 October 2014", ["2014-10-07"]),
        ("October 7th, 2014", ["2014-10-07"]),
        ("spring 2018", ["2018-21"]),
        ("2018-Q3", ["2018-35"]),
        ("07/10/2014", ["2014-10-07", "2014-07-10"]),
        ("7.10.2014", ["2014-10-07", "2014-07-10"]),
        ("25/10/2014", ["2014-10-25"]),
        ("2014/10/07", ["2014-10-07"]),
        ("20141007", ["2014-10-07"]),
        ("10/2014", ["2014-10"]),
        ("2009/10", ["2009-10", "2009/2010"]),
        ("2018-5-7", ["2018-05-07"]),
        ("1990s", ["199X"]),
        ("the 1900s", ["190X", "19XX"]),
        ("199x", ["199X"]),
        ("201X-05", ["201X"]),
        ("2018-XX-07", ["2018-XX", "2018"]),
        ("2018-21-XX", ["2018-21"]),
        ("2018-2020", ["2018/2020"]),
        ("2018–2020", ["2018/2020"]),
        ("from 2018 to 2020", ["2018/2020"]),
        ("between 2018 and 2020", ["2018/2020", "[2018..2020]"]),
        ("2018 or 2017", ["[2018,2017]"]),
        ("since 2018", ["2018/.."]),
        ("2018 - present", ["2018/.."]),
        ("2018/open", ["2018/.."]),
        ("2018/unknown", ["2018/"]),
        ("up to 2002", ["../2002"]),
        ("[..2002]", ["../2002"]),
        ("2014-10-07T12:00", ["2014-10-07"]),
        ("2014-10-07 12:00:30", ["2014-10-07"]),
        ("{2017,2018}", ["2017/2018"]),
        ("[2018]", ["2018"]),
        ("[2018,2018]", ["2018"]),
        ("[2017,2018,2017]", ["[2017,2018]"]),
        ("[2017, 2018]", ["[2017,2018]"]),
        (" 2018", ["2018"]),
        ("2018\n", ["2018"]),
        ("2018-02-30/2019", ["2018-02-28/2019"]),
        ("2017/May 2018", ["2017/2018-05"]),
        ("", []),
        ("   ", []),
        ("../", []),
        ("/", []),
        ("[]", []),
        ("[2018,]", []),
        ("0000", []),
        ("-0044", []),
        ("12018", []),
        ("2018-19", ["2018/2019"]),
        ("[2017,2018/2020]", []),
        ("yesterday", []),
        ("٢٠١٨", []),
    ],
)
def test_what_is_refused_and_what_is_suggested_instead(text: str, meant: list[str]) -> None:
    """A refusal quotes what was found and suggests what was probably meant, if there is a guess."""
    with pytest.raises(DateError) as refusal:
        parse(text)
    message, _, suggested = str(refusal.value).partition("; did you mean ")

    assert message.startswith(repr(text)) or f"(in {text!r})" in message
    assert " is not a date in EDTF: " in message
    assert " or ".join(map(repr, meant)) == suggested.removesuffix("?")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        (" 2018", "there are spaces around it"),
        ("2100-02-29", r"2100-02 has no day 29 \(it has 28 days\)"),
        ("2021-13", "there is no month 13"),
        ("0000-05", "there is no year 0000"),
        ("12018", "years are 0001 to 9999"),
        ("2020/2018", "it ends before it begins"),
        ("../", "neither of its ends is known"),
        ("/", "neither of its ends is known"),
        ("2018/2019/2020", "'/' stands once"),
        ("07/10/2014", "day or month first"),
        ("1998?-05", "a qualifier .* stands once, at the end"),
        ("2014-10-07T12:00", "it has a time of day"),
        ("{2017,2018}", "write a record for each, or an interval"),
        ("2018-21-05", "a season or a quarter has no days"),
        ("2018-XX-05", "a day needs a month"),
        ("201X-05", "a decade or a century has no months"),
        ("[2018]", "a choice needs two dates"),
        ("[2018,]", "need a date in every place"),
        ("[2018,2018]", "it names the same date twice"),
        ("soon", "it is none of YYYY, YYYY-MM, YYYY-MM-DD"),
    ],
)
def test_a_refusal_gives_its_reason(text: str, reason: str) -> None:
    """A curator learns what is wrong with a date, not only that it is."""
    with pytest.raises(DateError, match=f"is not a date in EDTF: .*{reason}"):
        parse(text)


def test_a_long_text_is_quoted_in_part() -> None:
    """A page pasted into a date field does not flood the message."""
    with pytest.raises(DateError) as refusal:
        parse("a page of text " * 1000)

    assert len(str(refusal.value)) < 250


def test_a_refusal_is_an_error_of_the_library_and_a_value_error() -> None:
    """Both who catches the library's errors and who catches ValueError is served."""
    assert issubclass(DateError, RelationsError)
    assert issubclass(DateError, ValueError)


SPOILED = st.one_of(
    st.text(),
    st.text(alphabet="0123456789X-/~?%[].,{} cT"),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["c. ", "about ", "since ", "up to ", "{", "[", "[..", "~", "the "]),
        edtf_texts(),
        st.sampled_from(["", "s", "}", "]", "T12:00", "-", "/open", " or 2018", " to 2018"]),
    ),
    st.builds(
        "{}{}{}{}{}".format,
        st.integers(0, 99),
        st.sampled_from("/.- "),
        st.one_of(st.integers(0, 99), st.sampled_from(["May", "October", "Q1"])),
        st.sampled_from("/.- "),
        st.integers(0, 9999),
    ),
)


@given(SPOILED)
def test_every_suggestion_can_be_read(text: str) -> None:
    """What is suggested is never refused in turn."""
    for suggestion in suggestions(text):
        assert suggestion == str(parse(suggestion))


# -- relations -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2017", "2018", CERTAIN),
        ("2017", "2017", POSSIBLE),
        ("2018", "2017", NO),
        ("2014-10-07", "2014-10-07", NO),
        ("2017~", "2018", POSSIBLE),
        ("2016~", "2018", CERTAIN),
        ("2019~", "2018", POSSIBLE),
        ("2017?", "2018", POSSIBLE),
        ("2019?", "2018", NO),
        ("2019%", "2018", POSSIBLE),
        ("2017/2018", "2019", CERTAIN),
        ("2017/2019", "2019", POSSIBLE),
        ("2017/2018?", "2019", POSSIBLE),
        ("2017?/2018", "2019", CERTAIN),
        ("2017/..", "2019", NO),
        ("2017/", "2019", POSSIBLE),
        ("../2002", "2003", CERTAIN),
        ("1990", "../2002", POSSIBLE),
        ("/..", "9999", NO),
        ("1990", "/..", POSSIBLE),
        ("[2016,2017]", "2018", CERTAIN),
        ("[2016,2019]", "2018", POSSIBLE),
        ("2018/2019", "[2017,2020]", POSSIBLE),
    ],
)
def test_whether_a_date_is_before_another(one: str, other: str, expected: Certainty) -> None:
    """Before is whether it ended before the other began."""
    assert expected is parse(one).before(parse(other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2018", "2018", POSSIBLE),
        ("2018-05-01", "2018-05-01", CERTAIN),
        ("2018-05-01", "2018-05", POSSIBLE),
        ("2018-05", "2018-01-01/2018-12-31", CERTAIN),
        ("2018-05", "2019", NO),
        ("2017/2019", "2018", CERTAIN),
        ("2018/2020", "2020/2022", POSSIBLE),
        ("2018/..", "2030", CERTAIN),
        ("2018/", "2030", POSSIBLE),
        ("../2002", "1990", POSSIBLE),
        ("/..", "1990", POSSIBLE),
        ("../..", "9999-12-31", POSSIBLE),
        ("/..", "2018/..", CERTAIN),
        ("2018?", "2017/2019", POSSIBLE),
        ("2018?/..", "2000/..", CERTAIN),
        ("[2018,2025]", "2017/2019", POSSIBLE),
    ],
)
def test_whether_two_dates_overlap(one: str, other: str, expected: Certainty) -> None:
    """Two dates overlap if a day belongs to both, whichever is asked first."""
    assert expected is parse(one).overlaps(parse(other))
    assert expected is parse(other).overlaps(parse(one))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2018-05", "2018-01-01/2018-12-31", CERTAIN),
        ("2018-05~", "2018-01-01/2018-12-31", CERTAIN),
        ("2018-01~", "2018-01-01/2018-12-31", POSSIBLE),
        ("2018-05?", "2018-01-01/2018-12-31", POSSIBLE),
        ("2018-05", "2018", POSSIBLE),
        ("2018-05-01/2018-05-03", "2018", NO),
        ("2018-05/2018-06", "2018", NO),
        ("2018-05/2018-05", "2018", POSSIBLE),
        ("2018/..", "2017/..", CERTAIN),
        ("2018/", "2017/..", CERTAIN),
        ("2018/..", "2017/", POSSIBLE),
        ("2018/..", "2017/2030", NO),
        ("1990", "../2002", POSSIBLE),
        ("1990", "/..", POSSIBLE),
        ("/..", "1990/..", POSSIBLE),
        ("/..", "1990/2030", NO),
        ("[2018,2019]", "2018-01-01/2019-12-31", CERTAIN),
    ],
)
def test_whether_a_date_is_within_another(one: str, other: str, expected: Certainty) -> None:
    """Within is whether each of its days belongs to the other, and one day holds no two."""
    assert expected is parse(one).within(parse(other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2018", "2018-12-31", CERTAIN),
        ("2018", "2018-05-01", POSSIBLE),
        ("2019", "2018", NO),
        ("2019?", "2030", POSSIBLE),
        ("../2002", "1990", POSSIBLE),
        ("../2002", "2002-12-31", CERTAIN),
        ("/..", "2002", POSSIBLE),
        ("2002", "/..", CERTAIN),
    ],
)
def test_whether_a_date_had_begun_by_another(one: str, other: str, expected: Certainty) -> None:
    """Begun by is whether it began no later than the other ended; lasted to, the other way."""
    assert expected is parse(one).begun_by(parse(other))
    assert expected is parse(other).lasted_to(parse(one))


def test_a_year_asked_about_as_a_period_holds_all_its_days() -> None:
    """A year is one unknown day; its period is the whole year."""
    meeting = parse("2018-05-01/2018-05-03")

    assert NO is meeting.within(parse("2018"))
    assert CERTAIN is meeting.within(parse("2018").period())


PAIRS = (
    ("certainly_before", "possibly_before", "before"),
    ("certainly_after", "possibly_after", "after"),
    ("certainly_overlaps", "possibly_overlaps", "overlaps"),
    ("certainly_within", "possibly_within", "within"),
)


@given(edtf_texts(), edtf_texts())
def test_what_is_certain_is_possible(one: str, other: str) -> None:
    """Certainly implies possibly, and the three-valued answer says the same as the two booleans."""
    a, b = parse(one), parse(other)
    for certainly, possibly, relation in PAIRS:
        certain, possible = getattr(a, certainly)(b), getattr(a, possibly)(b)

        assert possible or not certain
        assert (certain, possible) == (
            getattr(a, relation)(b) is CERTAIN,
            getattr(a, relation)(b) is not NO,
        )


@given(edtf_texts(), edtf_texts())
def test_certainly_before_and_possibly_after_exclude_each_other(one: str, other: str) -> None:
    """What is certain leaves no room for its opposite."""
    a, b = parse(one), parse(other)

    assert not (a.certainly_before(b) and (a.possibly_after(b) or a.possibly_overlaps(b)))
    assert not (a.certainly_after(b) and (a.possibly_before(b) or a.possibly_overlaps(b)))
    assert not (a.certainly_overlaps(b) and (a.possibly_before(b) or a.possibly_after(b)))
    assert not (a.begun_by(b) is CERTAIN and a.possibly_after(b))
    assert not (a.lasted_to(b) is CERTAIN and a.possibly_before(b))


@given(edtf_texts(), edtf_texts())
def test_something_is_always_possible(one: str, other: str) -> None:
    """Two dates are before, after or overlapping, so that one of these is possible."""
    a, b = parse(one), parse(other)

    assert a.possibly_before(b) or a.possibly_overlaps(b) or a.possibly_after(b)


@given(edtf_texts(), edtf_texts())
def test_before_mirrors_after(one: str, other: str) -> None:
    """One is before the other exactly as far as the other is after the one."""
    a, b = parse(one), parse(other)

    assert a.before(b) is b.after(a)
    assert a.overlaps(b) is b.overlaps(a)


@given(points(), st.sampled_from("?%"), edtf_texts())
def test_an_uncertain_date_is_never_certainly_anything(
    point: str, qualifier: str, other: str
) -> None:
    """A date that may be wrong altogether makes no relation certain, and the other way round."""
    a, b = parse(point + qualifier), parse(other)

    for certainly, _, _ in PAIRS:
        assert not getattr(a, certainly)(b)
        assert not getattr(b, certainly)(a)


# -- relations, by trying every reading ----------------------------------------------------------
#
# An oracle that shares nothing with the code: it finds the days of a date by comparing the
# beginnings of texts, lists all readings of two dates on the days that matter, and tries each.

WORLD = tuple(
    (datetime.date(1989, 1, 1) + datetime.timedelta(days=n)).isoformat() for n in range(16_000)
)

SMALL_POINTS = st.one_of(
    days(datetime.date(2017, 12, 29), datetime.date(2018, 1, 3)),
    months(st.integers(2017, 2018)),
    years(st.integers(2016, 2019)),
    st.sampled_from(["200X", "201X"]),
)

Day = float
Range = tuple[Day, Day]


@functools.cache
def stated(point: str) -> Range:
    """The days of the world that begin as the point does."""
    prefix = point.rstrip("X")
    numbers = [number for number, day in enumerate(WORLD) if day.startswith(prefix)]
    return numbers[0], numbers[-1]


def widened(point: str) -> Range:
    """The days of the point, of the one just before it and of the one just after it."""
    width = len(point.rstrip("X"))
    first, last = stated(point)
    before, after = WORLD[int(first) - 1][:width], WORLD[int(last) + 1][:width]
    return stated(before)[0], stated(after)[1]


def end_ranges(end: str, *, guaranteed: bool, is_start: bool) -> Range:
    """The days on which one end of an interval may be."""
    if end == ".." and not is_start:
        return math.inf, math.inf
    if end in ("", "..") or (guaranteed and end[-1] in "?%"):
        return -math.inf, math.inf
    point = end.rstrip("~?%")
    return widened(point) if end[-1] in "~%" else stated(point)


def readings(text: str, critical: list[Day], *, guaranteed: bool) -> Iterator[tuple[Day, Day]]:
    """Every first and last day that the date may mean, on the days that matter."""

    def within(bounds: Range) -> list[Day]:
        return [day for day in critical if bounds[0] <= day <= bounds[1]]

    def ends(start: str, end: str) -> tuple[Range, Range]:
        return (
            end_ranges(start, guaranteed=guaranteed, is_start=True),
            end_ranges(end, guaranteed=guaranteed, is_start=False),
        )

    if "/" in text:
        starts, finishes = ends(*text.split("/"))
        both = itertools.product(within(starts), within(finishes))
        yield from ((s, e) for s, e in both if s <= e)
        return
    for member in text.strip("[]").split(","):
        start, _, end = member.partition("..")
        (low, _), (_, high) = ends(start, end or start)
        yield from ((day, day) for day in within((low, high)))


def critical_days(*texts: str) -> list[Day]:
    """Every bound of the dates and its neighbours: on other days nothing can change."""
    found = {-math.inf, math.inf}
    for text in texts:
        for end in text.strip("[]").replace("/", ",").replace("..", ",").split(","):
            point = end.rstrip("~?%")
            if point:
                for low, high in (stated(point), widened(point)):
                    found |= {low - 1, low, high, high + 1}
    return sorted(found)


Reading = tuple[Day, Day]
RELATIONS: dict[str, Callable[[Reading, Reading], bool]] = {
    "before": lambda a, b: a[1] < b[0],
    "after": lambda a, b: b[1] < a[0],
    "overlaps": lambda a, b: a[0] <= b[1] and b[0] <= a[1],
    "within": lambda a, b: b[0] <= a[0] and a[1] <= b[1],
    "begun_by": lambda a, b: a[0] <= b[1],
    "lasted_to": lambda a, b: b[0] <= a[1],
}


@pytest.mark.parametrize("relation", RELATIONS)
@given(one=edtf_texts(SMALL_POINTS), other=edtf_texts(SMALL_POINTS))
def test_relations_are_what_trying_every_reading_gives(relation: str, one: str, other: str) -> None:
    """A relation is certain if it holds in every reading, and possible if it holds in one."""
    critical, holds = critical_days(one, other), RELATIONS[relation]

    def pairs(*, guaranteed: bool) -> Iterator[bool]:
        theirs = list(readings(other, critical, guaranteed=guaranteed))
        for reading in readings(one, critical, guaranteed=guaranteed):
            yield from (holds(reading, their) for their in theirs)

    certain, possible = all(pairs(guaranteed=True)), any(pairs(guaranteed=False))
    expected = CERTAIN if certain else POSSIBLE if possible else NO

    assert expected is getattr(parse(one), relation)(parse(other))


# -- certainty -----------------------------------------------------------------------------------


@pytest.mark.parametrize("certainty", Certainty)
def test_a_certainty_has_no_truth_value(certainty: Certainty) -> None:
    """`if a.before(b)` is refused rather than taking "possible" for "yes"."""
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(certainty)


@given(edtf_texts(), edtf_texts())
def test_an_opposite_is_certain_only_where_the_answer_is_no(one: str, other: str) -> None:
    """What is not even possible is certainly not so, unless a date may be wrong altogether."""
    a, b = parse(one), parse(other)
    may_be_wrong = a.is_uncertain or b.is_uncertain

    for answer, opposite in ((a.before(b), a.lasted_to(b)), (a.after(b), a.begun_by(b))):
        assert answer is NO or opposite is not CERTAIN
        assert opposite is NO or answer is not CERTAIN
        assert may_be_wrong or (answer is NO) == (opposite is CERTAIN)
        assert may_be_wrong or (answer is CERTAIN) == (opposite is NO)


def test_what_an_uncertain_date_cannot_be_does_not_make_the_opposite_certain() -> None:
    """An uncertain date may be wrong altogether: not before 2015, nor certainly lasting to it."""
    a, b = parse("2018?"), parse("2015")

    assert NO is a.before(b)
    assert POSSIBLE is a.lasted_to(b)


@given(st.sampled_from(Certainty), st.sampled_from(Certainty))
def test_both_is_the_less_sure_and_either_the_more_sure(one: Certainty, other: Certainty) -> None:
    """Both hold no more surely than the less sure; either, no less surely than the more sure."""
    both, either = one & other, one | other

    assert {one, other} == {both, either}
    assert (both, either) == (other & one, other | one)
    assert (NO, CERTAIN) == (NO & either, CERTAIN | both)


def test_how_sure_three_answers_are_together() -> None:
    """No is less than possible, and possible is less than certain."""
    assert [NO, POSSIBLE, CERTAIN] == [NO & POSSIBLE, POSSIBLE & CERTAIN, POSSIBLE | CERTAIN]


def test_certainties_are_written_as_words() -> None:
    """The values are the words used in data and on the page."""
    assert ["no", "possible", "certain"] == [certainty.value for certainty in Certainty]


# -- datings -------------------------------------------------------------------------------------


def test_a_dating_keeps_the_words_and_the_day_they_were_said() -> None:
    """The words "last year" of 2018 are kept beside 2017, with the day of speaking."""
    dating = Dating(parse("2017"), "в прошлом году", parse("2018-01-23"))

    assert ("2017", "в прошлом году", "2018-01-23") == (
        str(dating.edtf),
        dating.as_stated,
        str(dating.reference),
    )


@given(edtf_texts())
def test_a_dating_needs_only_its_date(text: str) -> None:
    """The words and the reference are optional, and equal datings are one in a set."""
    assert len({Dating(parse(text)), Dating(EdtfDate(text), None, None)}) == 1
