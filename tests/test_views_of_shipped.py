"""What the shipped data knew on the day after each founding document appeared."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

import relations
from founding import FOUNDING
from relations.dataset import Dataset
from relations.model.dates import EdtfDate
from relations.model.quantities import Qualifier
from relations.model.status import Status


@cache
def known_on(day: str) -> Dataset:
    """The data as they could be known on a day."""
    return relations.load().as_known_on(day)


def status(day: str, record: str) -> Status | None:
    """How far a record had come, as known on a day."""
    return known_on(day).record(record).status


@pytest.mark.parametrize(
    ("day", "source"),
    [
        ("2014-10-10", "humannationalityvn-2014-10-09"),
        ("2018-04-05", "new-eastern-outlook-2018"),
        ("2020-03-01", "navy-recognition-2020-02"),
        ("2021-07-08", "viet-nam-news-2021-07-07"),
        ("2023-11-18", "laotian-times-2023-11-17"),
    ],
)
def test_a_document_is_known_the_day_after_and_not_before(day: str, source: str) -> None:
    """On the day after it appeared a document is cited; what is later is not."""
    cited = {entry.source for record in known_on(day).records for entry in record.all_citations()}
    assert source in cited
    assert cited.isdisjoint(_later_than(day))


def _later_than(day: str) -> set[str]:
    """The sources that had certainly not appeared by a day."""
    limit = EdtfDate.parse(day)
    sources = relations.load().sources
    return {entry.id for entry in sources if entry.date and entry.date.edtf.certainly_after(limit)}


def test_october_2014() -> None:
    """The meeting in Yokohama is known, the base has ended, and no exercise is proposed."""
    data = known_on("2014-10-10")
    assert data.record("asean-japan-deputy-ministers-6").status is Status.HELD
    ended = data.record("cam-ranh-base-1979").state(Status.TERMINATED)
    assert ended is not None
    assert "2002-05-02" == str(ended.edtf)
    assert "asean-russia-naval-exercise" not in data.records.ids


def test_april_2018() -> None:
    """The plan is signed, the tanks are ordered and not delivered, and the MiG-21 still flies."""
    day = "2018-04-05"
    assert status(day, "cooperation-plan-2018-2020") is Status.SIGNED
    assert status(day, "tanks-vietnam-2017") is Status.ORDERED
    assert status(day, "mig-21-vietnam") is Status.IN_SERVICE


def test_march_2020() -> None:
    """The naval exercise is under negotiation, and the plan of the tanks is fulfilled."""
    day = "2020-03-01"
    assert status(day, "asean-russia-naval-exercise") is Status.NEGOTIATING
    assert status(day, "tanks-vietnam-2017") is Status.DELIVERED
    assert status(day, "mig-21-vietnam") is Status.IN_SERVICE


def test_july_2021() -> None:
    """The fourth summit is proposed and the 16th East Asia Summit scheduled; neither is held."""
    day = "2021-07-08"
    assert status(day, "asean-russia-summit-4") is Status.PROPOSED
    assert status(day, "east-asia-summit-16") is Status.SCHEDULED
    assert status(day, "asean-russia-naval-exercise") is Status.NEGOTIATING


def test_november_2023() -> None:
    """More than 20,000 hectares is the only figure yet, and it is doubted."""
    programme = known_on("2023-11-18").programmes.where(id="mine-clearance-laos")[0]
    assert programme.result is not None
    assert programme.result.qualifier is Qualifier.AT_LEAST
    (contest,) = [entry for entry in programme.contests if entry.field == "result"]
    assert contest.is_doubted
    assert status("2023-11-18", "asean-russia-naval-exercise") is Status.HELD


def test_a_minister_is_not_known_to_leave_before_he_does() -> None:
    """In 2018 nobody could know on which day Shoigu's term would end."""
    terms = [
        str(tenure.date.edtf) for tenure in known_on("2018-06-01").person("Sergei Shoigu").tenures
    ]
    assert [] == [term for term in terms if "2024" in term]


def test_knowledge_only_grows() -> None:
    """What is known on a day is known on every later day."""
    days = ["2014-10-10", "2018-04-05", "2020-03-01", "2021-07-08", "2023-11-18", "2026-11-22"]
    known = [set(known_on(day).records.ids) for day in days]
    assert all(earlier <= later for earlier, later in pairwise(known))


def test_from_the_founding_documents_alone_no_later_event_is_known() -> None:
    """The exercise of 2021, the delivery of the tanks and the summit are unknown to them."""
    data = relations.load().as_known_from(FOUNDING)
    assert data.record("asean-russia-naval-exercise").status is Status.NEGOTIATING
    assert data.record("tanks-vietnam-2017").status is Status.ORDERED
    assert data.record("asean-russia-summit-4").status is Status.PROPOSED
    assert "laros-2019" not in data.records.ids
