from __future__ import annotations

import pytest

import relations
from builders import dated, record, state
from measures.asked import pair_of
from relations.measures.calendar_ahead import Occasion, calendar
from relations.measures.figure import FigureKind
from relations.measures.glance import DIPLOMATIC, Glance, at_a_glance
from relations.measures.mechanisms import Mechanism, mechanisms
from relations.measures.timeline import timeline
from relations.model.agreement import Agreement, AgreementForm
from relations.model.meeting import Level, Meeting
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.status import Status
from relations.pairs import Way

BOTH = ("VNM", "RUS")
HELD = (state(Status.HELD),)


def pact(identifier: str = "pact", signed: str = "2001-03-01", **fields: object) -> Record:
    """An agreement of the two."""
    given = {"history": (state(Status.SIGNED, signed),), **fields}
    return record(Agreement, identifier, BOTH, **given)


def session(identifier: str, date: str, number: int | None = None, **fields: object) -> Record:
    """A session of the Commission, held unless its history says otherwise."""
    numbered = {"edition": number} if number else {}
    given = {"series": "Commission", "history": HELD, "level": Level.MINISTER, **numbered, **fields}
    return record(Meeting, identifier, BOTH, date=dated(date), **given)


PLANNED = (state(Status.SCHEDULED, "2019-12"),)

# -- the calendar --------------------------------------------------------------------------------


def ahead(*records: Record, on: str = "2020-01-01") -> list[tuple[str, str, str]]:
    """The dates ahead, with what they are and in how many days."""
    rows = calendar(pair_of(*records), on=on)
    return [(str(row.date), row.occasion.value, str(row.days)) for row in rows]


def test_a_round_anniversary_comes_up() -> None:
    """Twenty years after the signature, within eighteen months; not the nineteenth."""
    assert [("2021-03-01", "anniversary", "425 days")] == ahead(pact())


def test_an_anniversary_beyond_the_horizon_waits() -> None:
    """More than eighteen months ahead nothing is told, and on the day itself it is."""
    assert [] == ahead(pact(), on="2019-08-31")
    assert [("2021-03-01", "anniversary", "546 days")] == ahead(pact(), on="2019-09-02")
    assert [("2021-03-01", "anniversary", "0 days")] == ahead(pact(), on="2021-03-01")


@pytest.mark.parametrize("signed", ["2001-03", "2001-03-01?"])
def test_a_vague_day_has_no_anniversary(signed: str) -> None:
    """Of a month or a doubtful day none is told."""
    assert [] == ahead(pact(signed=signed))


def test_plans_and_notices_stand_in_order() -> None:
    """A session foreseen, the last day for notice and the renewal, the nearest first."""
    treaty = pact(
        signed="2016-06-02",
        term=Quantity.exact(5, unit="year"),
        notice=Quantity.exact(6, unit="month"),
        renewal="tacitly",
    )
    found = ahead(treaty, session("next", "2020-09", history=PLANNED))
    assert [Occasion.PLANNED.value, Occasion.NOTICE.value, Occasion.RENEWAL.value] == [
        what for _, what, _ in found if what != "anniversary"
    ]
    assert ("2020-12-02", "notice", "336 days") in found
    assert ("2020-09", "planned", "244 to 273 days") in found


def test_what_was_held_is_not_ahead() -> None:
    """A session that a source reports as held is over, whatever its date."""
    assert [] == ahead(session("held", "2020-09"))


def test_the_year_of_an_anniversary_is_a_figure() -> None:
    """Which one it is, and for other dates that there is none."""
    rows = calendar(pair_of(pact(), session("next", "2020-09", history=PLANNED)), on="2020-01-01")
    assert ["not applicable", "20 years"] == [str(row.years) for row in rows]


# -- mechanisms ----------------------------------------------------------------------------------


def commission(*records: Record, on: str = "2020-01-01") -> Mechanism:
    """The Commission as a mechanism."""
    (row,) = mechanisms(pair_of(*records), on=on)
    return row


def test_sessions_are_counted_by_their_number() -> None:
    """Of two records, the later is the 24th session: there were 24."""
    row = commission(session("a", "2018", 23), session("b", "2019", 24))
    assert ("24 sessions", "b", "2019") == (str(row.sessions), row.last, str(row.last_date))
    assert Level.MINISTER is row.level


def test_without_numbers_there_are_at_least_as_many_as_records() -> None:
    """How many sessions nobody wrote about is not known."""
    assert "at least 2 sessions" == str(
        commission(session("a", "2018"), session("b", "2019")).sessions
    )


def test_the_next_session_is_one_that_is_foreseen() -> None:
    """Held ones are past, and one foreseen for a day that has gone is not next."""
    row = commission(
        session("a", "2018"),
        session("gone", "2019", history=PLANNED),
        session("next", "2020-09", history=PLANNED),
    )
    assert ("next", "2020-09", "a") == (row.next_due, str(row.next_date), row.last)


def test_a_series_never_held_has_no_sessions() -> None:
    """It is planned, and its sessions are none found."""
    row = commission(session("next", "2020-09", history=PLANNED))
    assert (FigureKind.NONE_FOUND, None) == (row.sessions.kind, row.last)


def test_a_series_of_a_body_is_labelled() -> None:
    """The East Asia Summit is not the two's own."""
    summit = record(Meeting, "summit", ("EAS",), series="Summit", date=dated("2018"), history=HELD)
    own, through = mechanisms(pair_of(session("a", "2018"), summit))
    assert ((), ("EAS",)) == (own.through, through.through)


def test_mechanisms_of_asean_and_russia_by_hand() -> None:
    """On the founding data: four summits, three security consultations."""
    rows = {row.series: row for row in mechanisms(relations.load().pair("ASEAN", "RUS"))}
    assert "4 sessions" == str(rows["ASEAN-Russia high-level meeting"].sessions)
    consultations = "ASEAN-Russia Consultations of the High Representatives for Security Issues"
    assert ("3 sessions", "asean-russia-security-consultations-3") == (
        str(rows[consultations].sessions),
        rows[consultations].last,
    )


# -- the timeline --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "days", "is_bar"),
    [
        ("2018-01-23", "1 day", False),
        ("2018-01-01/2018-02-14", "45 days", False),
        ("2018-01-01/2018-02-15", "46 days", True),
        ("2018", "1 to 365 days", True),
    ],
)
def test_more_than_45_days_make_a_bar(date: str, days: str, is_bar: bool) -> None:
    """A day is a point, a vague year a bar, since it may have been on any day of it."""
    (row,) = timeline(pair_of(session("a", date)), on="2020-01-01")
    assert (days, is_bar) == (str(row.days), row.is_bar)


def test_what_goes_on_lasts_to_the_day() -> None:
    """An agreement that nobody reports as ended is drawn to the cut-off, and has no end."""
    (row,) = timeline(pair_of(pact(signed="2019-12-31")), on="2020-01-02")
    assert ("3 days", None, True) == (str(row.days), row.end, row.goes_on)


def test_lanes_follow_the_kinds_and_ways_are_told() -> None:
    """Agreements before meetings, each with the way that ties it."""
    summit = record(Meeting, "summit", ("EAS",), date=dated("2017"), history=HELD)
    rows = timeline(pair_of(summit, pact(signed="2019")), on="2020-01-01")
    assert [("pact", Way.DIRECT), ("summit", Way.BODY)] == [(r.record, r.way) for r in rows]


# -- at a glance ---------------------------------------------------------------------------------


def glance(*records: Record) -> dict[str, Glance]:
    """The lines by item."""
    return {row.item: row for row in at_a_glance(pair_of(*records), on="2020-01-01")}


def test_the_list_is_the_same_for_every_pair() -> None:
    """A pair with nothing has the same lines in the same order, none of them empty."""
    assert list(glance()) == list(glance(pact(), session("a", "2018")))
    assert all(str(row.figure) for row in glance().values())


def test_relations_since_comes_from_the_topic() -> None:
    """The agreement on diplomatic relations says since when."""
    founding = pact(signed="2019-01-01", topics=(DIPLOMATIC,))
    row = glance(founding)["relations_since"]
    assert ("365 days", "2019-01-01") == (str(row.figure), str(row.date))
    assert "none found" == str(glance(pact())["relations_since"].figure)


def test_a_label_stands_with_its_date() -> None:
    """Of two partnerships the latest is named, with its date; both are counted."""
    rows = glance(
        pact("early", "2001-03-01", title="Strategic", form=AgreementForm.PARTNERSHIP),
        pact("late", "2012-07-27", title="Comprehensive", form=AgreementForm.PARTNERSHIP),
    )
    row = rows["label"]
    assert ("Comprehensive", "2012-07-27", "2 partnerships") == (
        row.said,
        str(row.date),
        str(row.figure),
    )


def test_the_glance_of_viet_nam_and_russia_by_hand() -> None:
    """On the founding data: a head's visit in 2018, one to three agreements signed, 38 records."""
    rows = {row.item: row for row in at_a_glance(relations.load().pair("VNM", "RUS"))}
    assert "2018-09-05/2018-09-08" == str(rows["last_head_visit_a_to_b"].date)
    assert "none found" == str(rows["last_head_visit_b_to_a"].figure)
    assert "none found" == str(rows["agreements_in_force"].figure)
    signed = rows["agreements_signed_entry_into_force_not_known"]
    assert "1 to 3 agreements" == str(signed.figure)
    assert "opportunistic" == rows["coverage_meetings"].said
    assert "East Asia Summit" in rows["bodies_in_common"].said
