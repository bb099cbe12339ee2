from __future__ import annotations

import pytest

import relations
from builders import SECOND, citation, dated, record, source, state
from measures.asked import pair_of
from relations.measures.pipeline import Planned, pipeline
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status


def planned(*records: Record, on: str = "2022-01-01") -> tuple[Planned, ...]:
    """What is in the pipeline on a day, by sources of 2019."""
    sources = (source("first", "2019-01-01"), source(SECOND, "2021-01-01"))
    return pipeline(pair_of(*records, sources=sources), on=on)


DRAFT = record(Agreement, "draft", ("VNM", "RUS"), history=(state(Status.DRAFTED, "2018-01-23"),))


def test_age_counts_from_the_last_word() -> None:
    """A source of 2019 that speaks of a draft of 2018 is the last word of it."""
    (row,) = planned(DRAFT, on="2020-01-01")
    assert ("2019-01-01", "365 days", Status.DRAFTED) == (
        str(row.last_word),
        str(row.age),
        row.stage,
    )


@pytest.mark.parametrize(("on", "stale"), [("2020-12-31", False), ("2021-01-01", True)])
def test_a_plan_is_stale_after_two_years(on: str, stale: bool) -> None:
    """On day 731 without a new word it is stale."""
    (row,) = planned(DRAFT, on=on)
    assert stale is row.is_stale


def test_a_later_source_keeps_a_plan_fresh() -> None:
    """Whoever still speaks of it counts, whatever they say."""
    again = record(
        Agreement,
        "draft",
        ("VNM", "RUS"),
        citations=(citation("parties"), citation(source=SECOND)),
        history=(state(Status.DRAFTED, "2018-01-23"),),
    )
    (row,) = planned(again)
    assert "2021-01-01" == str(row.last_word)


def test_what_is_published_later_is_no_word_yet() -> None:
    """As of a day, a source of a later day has not spoken."""
    (row,) = planned(DRAFT, on="2018-06-30")
    assert "2018-01-23" == str(row.last_word)


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        (Agreement, Status.SIGNED, 0),
        (Agreement, Status.NEGOTIATING, 1),
        (ArmsTransfer, Status.DISCUSSED, 1),
        (ArmsTransfer, Status.ORDERED, 1),
        (ArmsTransfer, Status.PART_DELIVERED, 1),
        (ArmsTransfer, Status.DELIVERED, 0),
        (ArmsTransfer, Status.CANCELLED, 0),
        (Meeting, Status.SCHEDULED, 1),
        (Meeting, Status.HELD, 0),
    ],
)
def test_the_last_stage_leaves_the_pipeline(
    kind: type[Record], status: Status, expected: int
) -> None:
    """What is signed, delivered, held or cancelled is no plan any more."""
    entry = record(kind, "entry", ("RUS", "VNM"), history=(state(status, "2018"),))
    assert expected == len(planned(entry))


def test_a_day_that_has_passed_is_overdue() -> None:
    """A meeting foreseen for 2020, of which nobody says that it was held."""
    meeting = record(
        Meeting,
        "meeting",
        ("VNM", "RUS"),
        date=dated("2020"),
        history=(state(Status.PLANNED, "2019"),),
    )
    (row,) = planned(meeting)
    assert row.is_overdue


def test_the_pipeline_of_viet_nam_and_russia_by_hand() -> None:
    """On the founding data: six things meant, all of them stale."""
    rows = pipeline(relations.load().pair("VNM", "RUS"))
    assert {
        "vladivostok-visits": Status.DISCUSSED,
        "russia-vietnam-exercises-2018-2020": Status.PLANNED,
        "russia-vietnam-high-level-2018": Status.PLANNED,
        "warships-vietnam": Status.PLANNED,
        "investment-2017": Status.PLANNED,
        "s-400-vietnam": Status.DISCUSSED,
    } == {row.record: row.stage for row in rows}
    assert all(row.is_stale for row in rows)
    assert {r.record for r in rows if r.is_overdue} == {
        "russia-vietnam-exercises-2018-2020",
        "russia-vietnam-high-level-2018",
    }


def test_laos_and_russia_and_the_bodies_by_hand() -> None:
    """Three deliveries to Laos not reported as complete; programmes of ASEAN planned."""
    data = relations.load()
    assert {"t-72b-laos-2018", "brdm-2m-laos-2018", "yak-130-laos-2019"} == {
        row.record for row in pipeline(data.pair("LAO", "RUS"))
    }
    assert 3 == len(pipeline(data.pair("ASEAN", "RUS")))
    assert 2 == len(pipeline(data.pair("ASEAN", "JPN")))
    assert () == pipeline(data.pair("RUS", "JPN"))
