from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edtf, state
from relations.model.dates import Certainty, EdtfDate
from relations.model.status import AsOf, Spell, State, Status, spells, status_on
from strategies.records import days, edtf_dates, histories

CERTAIN, POSSIBLE, NO = Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.NO
SIGNED, IN_FORCE, EXPIRED = Status.SIGNED, Status.IN_FORCE, Status.EXPIRED

LEASE = (state(SIGNED, "1979-05-02"), state(IN_FORCE, "1979"), state(EXPIRED, "2002"))
STATUSES = (SIGNED, IN_FORCE, Status.SUSPENDED, EXPIRED)


def asked(history: tuple[State, ...], day: str, doubted: frozenset[Status] = frozenset()) -> AsOf:
    """What a history says of a day."""
    return status_on(history, doubted, edtf(day))


# -- status --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1978-12-31", None, ()),
        ("1979-05-01", None, ()),
        ("1990-01-01", IN_FORCE, (IN_FORCE,)),
        ("2002-06-01", None, (IN_FORCE, EXPIRED)),
        ("2003-01-01", EXPIRED, (EXPIRED,)),
    ],
)
def test_a_day_has_a_certain_status_or_several_possible_ones(
    day: str, certain: Status | None, possible: tuple[Status, ...]
) -> None:
    """A status is certain when every reading of the dates gives it, possible when one does."""
    assert AsOf(certain, possible) == asked(LEASE, day)


def test_the_three_answers_are_three() -> None:
    """Whether it was in force has three answers, and the two that are not yes differ."""
    answers = [asked(LEASE, day).was(IN_FORCE) for day in ("1990", "2002-06-01", "2003-01-01")]
    assert [CERTAIN, POSSIBLE, NO] == answers


def test_a_state_without_a_date_is_never_certain_nor_keeps_another_so() -> None:
    """What was entered on no known day may have been entered before any day or after."""
    history = (state(SIGNED, "2000"), state(IN_FORCE))
    assert AsOf(None, (SIGNED, IN_FORCE)) == asked(history, "2010-01-01")


def test_a_doubted_date_makes_nothing_certain() -> None:
    """Where the date of the next state is doubted, the one before is no more certain."""
    history = (state(SIGNED, "2000"), state(EXPIRED, "2005"))
    for day in ("2003-01-01", "2006-01-01"):
        assert asked(history, day, frozenset({EXPIRED})).certain is None
        assert SIGNED in asked(history, day, frozenset({EXPIRED})).possible


def test_an_uncertain_date_makes_nothing_certain() -> None:
    """A date with a question mark may be wrong altogether, before it and after."""
    history = (state(SIGNED, "2000"), state(EXPIRED, "2005?"))
    assert [None, None] == [asked(history, day).certain for day in ("2003-01-01", "2006-01-01")]
    assert SIGNED in asked(history, "2006-01-01").possible


def test_a_later_state_ends_all_before_it() -> None:
    """Once a state has certainly begun, none before it stands, though one between has no date."""
    history = (state(SIGNED, "2000"), state(IN_FORCE), state(EXPIRED, "2005"))
    assert AsOf(EXPIRED, (EXPIRED,)) == asked(history, "2006-01-01")


def test_no_state_begins_before_the_one_before_it() -> None:
    """What entered into force "in 1979" did not before it was signed on 2 May of that year."""
    assert AsOf(None, ()) == asked(LEASE, "1979-05-01")


def test_a_state_that_certainly_began_is_not_undone_by_doubt_before_it() -> None:
    """Where an earlier date is uncertain, a later state that had begun is still the status."""
    history = (state(SIGNED, "2003?"), state(IN_FORCE, "2001"))
    assert AsOf(IN_FORCE, (IN_FORCE,)) == asked(history, "2002-01-01")


def test_nothing_was_before_the_first_state() -> None:
    """Of a day before all states, and of no states at all, there is nothing to say."""
    assert AsOf(None, ()) == asked(LEASE, "1950") == asked((), "1950")


@given(histories(STATUSES), st.sets(st.sampled_from(STATUSES)), days())
def test_what_is_certain_is_possible(
    history: tuple[State, ...], doubted: set[Status], day: EdtfDate
) -> None:
    """A certain status is the only possible one, and stands in the history."""
    found = status_on(history, doubted, day)
    statuses = [entry.status for entry in history]
    assert [status for status in statuses if status in found.possible] == list(found.possible)
    if found.certain is not None:
        assert (found.certain,) == found.possible


@given(histories(STATUSES), days())
def test_what_has_begun_is_something(history: tuple[State, ...], day: EdtfDate) -> None:
    """Once a state has certainly begun, at least one status is possible."""
    begun = any(entry.edtf and entry.edtf.begun_by(day) is CERTAIN for entry in history)
    assert not begun or status_on(history, (), day).possible


@given(histories(STATUSES), st.sets(st.sampled_from(STATUSES)), days())
def test_doubt_never_adds_certainty(
    history: tuple[State, ...], doubted: set[Status], day: EdtfDate
) -> None:
    """With more in doubt, no more is certain and no less is possible."""
    sure, unsure = status_on(history, (), day), status_on(history, doubted, day)
    assert unsure.certain in (None, sure.certain)
    assert set(sure.possible) <= set(unsure.possible)


@given(histories(STATUSES), days(), st.integers(0, 5000))
def test_time_runs_one_way(history: tuple[State, ...], day: EdtfDate, later: int) -> None:
    """A state that has certainly begun leaves no earlier one possible on any later day."""
    found = status_on(history, (), day)
    assert day.earliest is not None
    after = EdtfDate.from_date(day.earliest + datetime.timedelta(days=later))
    if found.certain is not None:
        statuses = [entry.status for entry in history]
        gone = statuses[: statuses.index(found.certain)]
        assert set() == set(gone) & set(status_on(history, (), after).possible)


# -- spells --------------------------------------------------------------------------------------


def stretches(*history: State, doubted: frozenset[Status] = frozenset()) -> list[Spell]:
    """The spells in force of a history."""
    return list(spells(history, doubted, begin={SIGNED, IN_FORCE}, end={EXPIRED}))


def test_a_spell_runs_from_its_first_beginning_to_its_end() -> None:
    """Signed and in force are one stretch, and it ends with the end."""
    assert [Spell(edtf("1979-05-02"), edtf("2002"))] == stretches(*LEASE)


def test_an_end_that_nobody_reports_is_none() -> None:
    """Without an end, the stretch goes on."""
    assert [Spell(edtf("1979"), None, goes_on=True)] == stretches(state(SIGNED, "1979"))


def test_what_was_renewed_has_two_spells() -> None:
    """After an end, a new beginning opens a stretch of its own."""
    again = state(IN_FORCE, "2010")
    assert [Spell(edtf("1979-05-02"), edtf("2002")), Spell(edtf("2010"), None, goes_on=True)] == (
        stretches(*LEASE, again)
    )


def test_an_end_without_a_beginning_is_no_spell() -> None:
    """Where no source says that it began, there is no stretch."""
    assert [] == stretches(state(EXPIRED, "2002"))


@pytest.mark.parametrize("status", [SIGNED, EXPIRED])
def test_doubt_about_either_end_is_doubt_about_the_spell(status: Status) -> None:
    """A doubted beginning or end makes the stretch doubted."""
    (spell,) = stretches(*LEASE, doubted=frozenset({status}))
    assert spell.doubted


@pytest.mark.parametrize(
    ("spell", "period", "answer"),
    [
        (Spell(edtf("1979"), edtf("2002")), "1990", CERTAIN),
        (Spell(edtf("1979"), edtf("2002")), "1978", NO),
        (Spell(edtf("1979"), edtf("2002")), "2003", NO),
        (Spell(edtf("1979"), edtf("2002")), "2002-03-01", POSSIBLE),
        (Spell(edtf("1979"), edtf("2002?")), "1990", POSSIBLE),
        (Spell(edtf("1979"), None), "1990", POSSIBLE),
        (Spell(edtf("1979"), None, goes_on=True), "1990", CERTAIN),
        (Spell(None, edtf("2002")), "1990", POSSIBLE),
        (Spell(edtf("1979"), edtf("2002"), doubted=True), "1990", POSSIBLE),
        (Spell.at(edtf("2021-07-06")), "2021", CERTAIN),
        (Spell.at(edtf("2021-07-06")), "2021-07-07", NO),
        (Spell.at(edtf("2021-07-06"), doubted=True), "2021", POSSIBLE),
        (Spell.at(edtf("2021-07")), "2021-07-06", POSSIBLE),
        (Spell.at(None), "2021", POSSIBLE),
    ],
)
def test_a_spell_overlaps_in_three_ways(spell: Spell, period: str, answer: Certainty) -> None:
    """Whether a spell has a day in a period is certain, possible or no."""
    assert answer is spell.overlaps(edtf(period).period())


@given(edtf_dates(), edtf_dates())
def test_doubt_about_a_spell_takes_certainty_and_nothing_else(
    date: EdtfDate, period: EdtfDate
) -> None:
    """A doubted spell overlaps possibly where the same spell without doubt overlaps at all."""
    sure, unsure = Spell.at(date).overlaps(period), Spell.at(date, doubted=True).overlaps(period)
    assert (sure & POSSIBLE) is unsure
