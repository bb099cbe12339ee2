from __future__ import annotations

import pytest

import relations
from builders import dated, record, state
from measures.asked import pair_of
from relations.measures.renewals import Renewal, Urgency, renewals
from relations.model.agreement import Agreement
from relations.model.quantities import Quantity
from relations.model.status import Status

YEARS_5 = Quantity.exact(5, unit="year")
MONTHS_6 = Quantity.exact(6, unit="month")


def renewal(entered: str = "2010-03-31", on: str = "2020-01-01", **fields: object) -> Renewal:
    """When an agreement that entered into force on a day is next renewed or ends."""
    pact = record(
        Agreement,
        "pact",
        ("VNM", "RUS"),
        history=(state(Status.IN_FORCE, entered),),
        **fields,
    )
    (row,) = renewals(pair_of(pact), on=on)
    return row


def test_the_term_gives_the_end() -> None:
    """Five years from the day of entry it ends."""
    row = renewal(term=YEARS_5, on="2014-01-01")
    assert ("2015-03-31", "454 days", False) == (str(row.date), str(row.days_left), row.is_renewal)
    assert "5 years" == str(row.term)


def test_renewals_follow_one_another() -> None:
    """The next renewal is the first one not before the day."""
    row = renewal(term=YEARS_5, renewal="tacit", renewal_term=Quantity.exact(2, unit="year"))
    assert ("2021-03-31", True) == (str(row.date), row.is_renewal)


def test_notice_counts_back_from_the_next_date() -> None:
    """Six months before the end of March is the end of September."""
    row = renewal(term=YEARS_5, renewal="tacit", renewal_term=YEARS_5, notice=MONTHS_6)
    assert ("2020-03-31", "2019-09-30") == (str(row.date), str(row.notice_by))
    assert Urgency.NOTICE_DUE is row.urgency


@pytest.mark.parametrize(
    ("on", "urgency"),
    [
        ("2013-09-30", Urgency.LATER),
        ("2013-10-01", Urgency.SOON),
        ("2015-03-31", Urgency.SOON),
        ("2015-04-01", Urgency.PASSED),
    ],
)
def test_a_date_is_soon_within_eighteen_months(on: str, urgency: Urgency) -> None:
    """The boundary lies on the day itself."""
    assert urgency is renewal(term=YEARS_5, on=on).urgency


@pytest.mark.parametrize(
    ("on", "urgency"), [("2014-03-29", Urgency.SOON), ("2014-03-30", Urgency.NOTICE_DUE)]
)
def test_notice_is_due_within_six_months(on: str, urgency: Urgency) -> None:
    """Six months before the last day for notice it is due."""
    assert urgency is renewal(term=YEARS_5, notice=MONTHS_6, on=on).urgency


def test_a_term_that_nobody_gives_is_not_known() -> None:
    """It is not indefinite, and no date is made of it."""
    row = renewal()
    assert ("not known", None, Urgency.NOT_KNOWN) == (str(row.term), row.date, row.urgency)


def test_a_tacit_renewal_of_unknown_length_has_no_next_date() -> None:
    """After the first term, nobody can say when it is renewed again."""
    assert renewal(term=YEARS_5, renewal="tacit").date is None


def test_what_has_passed_is_no_number_of_days() -> None:
    """An end that has passed without a word is not applicable, and no 0."""
    row = renewal(term=YEARS_5)
    assert "not applicable" == str(row.days_left)
    assert "has passed" in row.days_left.note


def test_a_vague_entry_gives_a_vague_end() -> None:
    """From a year, the end is some day of a year, and the days left have bounds."""
    row = renewal(entered="2016", term=YEARS_5)
    assert ("[2021-01-01..2021-12-31]", "366 to 730 days") == (str(row.date), str(row.days_left))


def test_a_leap_day_ends_on_the_last_of_february() -> None:
    """Five years after the 29th of February is the 28th."""
    assert "2025-02-28" == str(renewal(entered="2020-02-29", term=YEARS_5, on="2024-01-01").date)


def test_without_a_term_the_text_says_when() -> None:
    """The end that the text foresees is the next date."""
    assert "2022-12-31" == str(renewal(nominal_end=dated("2022-12-31")).date)


def test_what_has_ended_is_not_renewed() -> None:
    """A terminated agreement has no row."""
    over = record(
        Agreement,
        "over",
        ("VNM", "RUS"),
        history=(state(Status.IN_FORCE, "2010"), state(Status.TERMINATED, "2012")),
        term=YEARS_5,
    )
    assert () == renewals(pair_of(over), on="2014-01-01")


def test_the_base_at_cam_ranh_by_hand() -> None:
    """On the founding data, in 2001: 25 years from the 2nd of May 1979."""
    (row,) = renewals(relations.load().pair("VNM", "RUS"), on="2001-01-01")
    assert ("2004-05-02", "25 years", "1,217 days") == (
        str(row.date),
        str(row.term),
        str(row.days_left),
    )
