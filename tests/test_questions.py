"""The questions that the library was founded to answer, asked of the founding documents alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest

import relations
from founding import FOUNDING
from relations.dataset import Dataset
from relations.model.agreement import Ending
from relations.model.claims import Rank
from relations.model.dates import Certainty, EdtfDate
from relations.model.person import Person
from relations.model.quantities import Qualifier, total
from relations.model.record import Record
from relations.model.status import Status
from relations.pairs import Pair, Way


@cache
def shipped() -> Dataset:
    """The data as shipped."""
    return relations.load()


@cache
def seeds() -> Dataset:
    """What the founding documents alone say."""
    return shipped().as_known_from(FOUNDING)


def pair(a: str, b: str) -> Pair:
    """A pair, as the founding documents alone know it."""
    return seeds().pair(a, b)


def ids(records: Iterable[Record | Person]) -> set[str]:
    """Their identifiers."""
    return {record.id for record in records}


def names(people: tuple[Person, ...]) -> list[str]:
    """Their usual names."""
    return [person.name for person in people]


# -- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("spelling", ["Chiang Dai Kuang", "Trần Đại Quang", "tran dai quang"])
def test_01_three_spellings_are_one_president(spelling: str) -> None:
    """Each spelling of Trần Đại Quang leads to one person, President of Viet Nam."""
    person = seeds().person(spelling)
    assert person.id == "tran-dai-quang"
    assert {(tenure.office, tenure.party) for tenure in person.tenures} == {("President", "VNM")}


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("SRV", "VNM"),
        ("Việt Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("VNM", "VNM"),
        ("Lao PDR", "LAO"),
        ("Laos", "LAO"),
        ("LAO", "LAO"),
        ("USSR", "SUN"),
        ("Soviet Union", "SUN"),
    ],
)
def test_02_names_and_codes_lead_to_one_state(name: str, party: str) -> None:
    """Names, spellings and codes of a state lead to that state alone."""
    assert party == seeds().party(name).id


def test_02_the_soviet_union_ended_in_1991_and_is_not_russia() -> None:
    """The Soviet Union is a state of its own that ended in 1991."""
    union = seeds().party("USSR")
    assert union.id != seeds().party("Russia").id
    assert union.existed is not None
    assert union.existed.latest is not None
    assert union.existed.latest.year == 1991


def test_03_everything_at_cam_ranh() -> None:
    """'Cam Ran' finds the agreements of 1979, 2003 and 2014, and not the Vientiane office."""
    found = ids(seeds().at("Cam Ran"))
    assert found >= {"cam-ranh-base-1979", "submarine-repair-2003", "cam-ranh-entry-2014"}
    assert "vientiane-office" not in found


def test_04_instruments_on_the_east_sea() -> None:
    """The East Sea is the South China Sea, with a declaration and a code of conduct."""
    sea = seeds().place("East Sea").id
    assert ids(seeds().agreements.where(place=sea)) == {"declaration-on-conduct", "code-of-conduct"}


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("1990-01-01", 6),
        ("1996-01-01", 7),
        ("1998-01-01", 9),
        ("2014-10-07", 10),
        ("2025-10-26", 11),
    ],
)
def test_05_members_of_asean_through_time(day: str, count: int) -> None:
    """ASEAN has as many members as had joined by the day."""
    assert count == len(seeds().members("ASEAN", on=day).certain)


def test_06_the_defence_minister_of_january_2018() -> None:
    """Russia's defence minister on 23 January 2018 is Shoigu and never Fomin."""
    answer = seeds().holder("Minister of Defence", "Russia", on="2018-01-23")
    assert names(answer.certain + answer.possible) == ["Sergei Shoigu"]


def test_06_fomins_office_has_two_accounts() -> None:
    """Fomin is called Minister and Deputy Minister, and Deputy Minister is preferred."""
    (contest,) = seeds().person("Alexander Fomin").contests
    assert contest.best.value == "Deputy Minister of Defence"
    assert [claim.value for claim in contest.claims[1:]] == ["Minister of Defence"]
    assert contest.best.rank is Rank.PREFERRED


# -- agreements ----------------------------------------------------------------------------------

BASE, REPAIR, ENTRY = "cam-ranh-base-1979", "submarine-repair-2003", "cam-ranh-entry-2014"
PLAN, VISITS = "cooperation-plan-2018-2020", "vladivostok-visits"


def test_07_agreements_of_viet_nam_and_russia_in_any_status() -> None:
    """Directly and through the Soviet Union the pair has five agreements."""
    assert ids(pair("VNM", "RUS").agreements.own) == {BASE, REPAIR, ENTRY, PLAN, VISITS}


def test_07_mentions_are_no_parties() -> None:
    """What is merely mentioned, or binds others, ties the pair in no way."""
    found = ids(pair("VNM", "RUS").agreements)
    others = {
        "russia-laos-contract-2018",
        "code-of-conduct",
        "declaration-on-conduct",
        "unclos-1982",
    }
    assert found.isdisjoint(others)


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("2003-06-01", set(), {REPAIR}),
        ("1985-01-01", {BASE}, set()),
        ("2002-03-01", set(), {BASE}),
        ("2014-11-10", set(), {REPAIR, ENTRY}),
        ("2015-06-01", {ENTRY}, {REPAIR}),
    ],
)
def test_08_to_11_agreements_standing_on_a_day(
    day: str, certain: set[str], possible: set[str]
) -> None:
    """What stood on a day is certain, possible or neither; the doubtful one is never certain."""
    answer = pair("VNM", "RUS").agreements.own.on(day)
    assert (certain, possible) == (ids(answer.certain), ids(answer.possible))


def test_12_the_terms_of_the_base_contradict_its_end() -> None:
    """The base was free for 25 years from 1979 and ended in 2002, two years before its term."""
    from relations.checks import problems

    base = seeds().agreements.where(id=BASE)[0]
    assert base.term is not None
    assert (base.term.value, base.term.unit, base.price) == (25, "year", "free of charge")
    assert base.nominal_end is not None
    assert "2004" == str(base.nominal_end.edtf)
    ended = base.state(Status.TERMINATED)
    assert ended is not None
    assert "2002" == str(ended.edtf)
    warnings = [problem for problem in problems(seeds()) if problem.record == BASE]
    assert ["nominal_end"] == [problem.field for problem in warnings]


def test_13_not_yet_signed() -> None:
    """Three agreements were drafted, discussed or negotiated and not signed."""
    early = {Status.PROPOSED, Status.DISCUSSED, Status.NEGOTIATING, Status.DRAFTED}
    found = seeds().agreements.filter(lambda record: record.status in early)
    assert {PLAN, VISITS, "code-of-conduct"} == ids(found)


# -- arms ----------------------------------------------------------------------------------------


def test_14_russian_arms_delivered_to_laos() -> None:
    """Three deliveries, each of unknown number: never none, and never three items."""
    delivered = seeds().arms_transfers.where(supplier="RUS", recipient="LAO", was_delivered=True)
    assert {
        ("T-72B", "2018-12"),
        ("BRDM-2M", "2018-12"),
        ("Yak-130", "2019-01"),
    } == {(record.designation, str(record.delivered)) for record in delivered}
    sum_ = total(record.number_delivered for record in delivered if record.number_delivered)
    assert (3, 3, None) == (sum_.terms, sum_.unknown_terms, sum_.maximum)
    assert sum_.minimum == 0


def test_15_russian_arms_for_viet_nam_by_status() -> None:
    """Each weapon has got as far as the documents say."""
    found = seeds().arms_transfers.where(supplier="RUS", recipient="VNM")
    assert {
        "tanks-vietnam-2017": Status.ORDERED,
        "submarines-vietnam": Status.IN_SERVICE,
        "su-30mk2-vietnam": Status.ORDERED,
        "s-400-vietnam": Status.DISCUSSED,
        "warships-vietnam": Status.PLANNED,
    } == {record.id: record.status for record in found}


def test_15_numbers_of_russian_arms_for_viet_nam() -> None:
    """64 tanks and six submarines are known numbers; that of the Su-30MK2 is not."""
    numbers = {record.id: record for record in seeds().arms_transfers}
    tanks, boats = numbers["tanks-vietnam-2017"], numbers["submarines-vietnam"]
    fighters = numbers["su-30mk2-vietnam"]
    assert tanks.number_ordered is not None
    assert tanks.number_ordered.value == 64
    assert boats.number_in_service is not None
    assert boats.number_in_service.value == 6
    assert fighters.number_ordered is not None
    assert fighters.number_ordered.qualifier is Qualifier.UNKNOWN
    assert fighters.acquired is not None
    assert "2000~/.." == str(fighters.acquired.edtf)


def test_16_not_ordered() -> None:
    """Talks and plans are no orders."""
    found = seeds().arms_transfers.where(was_ordered=False)
    assert {"s-400-vietnam", "warships-vietnam"} == ids(found)


def test_17_transfers_overlapping_a_month() -> None:
    """Three deliveries possibly fall into the month around New Year 2019, none certainly."""
    answer = seeds().arms_transfers.during("2018-12-15/2019-01-15")
    assert 0 == len(answer.certain)
    assert {"t-72b-laos-2018", "brdm-2m-laos-2018", "yak-130-laos-2019"} == ids(answer.possible)


def test_18_no_arms_from_japan_are_found() -> None:
    """No transfer with Japan as supplier is found."""
    assert 0 == len(seeds().arms_transfers.where(supplier="JPN"))


def test_19_vaccine_technology_is_no_arms_transfer() -> None:
    """The transfer of vaccine technology is a programme."""
    assert "vaccine-technology" in ids(seeds().programmes)
    assert "vaccine-technology" not in ids(seeds().arms_transfers)


# -- exercises -----------------------------------------------------------------------------------


def test_20_exercises_only_proposed_or_planned() -> None:
    """Two exercises were not held as far as the documents know."""
    found = seeds().exercises.where(was_held=False)
    assert {"asean-russia-naval-exercise", "russia-vietnam-exercises-2018-2020"} == ids(found)


@pytest.mark.parametrize(
    ("day", "status"),
    [("2019-11-30", Status.PROPOSED), ("2020-02-14", Status.NEGOTIATING)],
)
def test_21_one_exercise_through_its_states(day: str, status: Status) -> None:
    """The naval exercise was proposed in 2019 and in negotiation in 2020: one record."""
    (exercise,) = seeds().exercises.where(domain="naval")
    assert status is exercise.status_on(EdtfDate.parse(day)).certain


def test_22_a_ship_in_a_photograph_takes_part_in_nothing() -> None:
    """No exercise counts the Vasily Bykov among its forces."""
    text = " ".join(repr(record.forces) for record in seeds().exercises)
    assert "Bykov" not in text


# -- meetings ------------------------------------------------------------------------------------

SPECIAL, SECURITY = "special-asean-russia-fm-2021", "asean-russia-security-consultations-1"


def test_23_asean_and_russia_in_2021() -> None:
    """Two meetings were held and one proposed; the East Asia Summit ties them as a body only."""
    meetings = pair("ASEAN", "RUS").meetings
    answer = meetings.direct.during("2021")
    assert {SPECIAL, SECURITY} == ids(answer.certain)
    assert {"asean-russia-summit-4"} == ids(answer.possible)
    assert "east-asia-summit-16" in ids(meetings.through_bodies)
    assert "east-asia-summit-16" not in ids(meetings.direct)


def test_24_held_as_far_as_the_documents_know() -> None:
    """Of the meetings of 2021 two were held, one of them by video."""
    answer = pair("ASEAN", "RUS").meetings.direct.during("2021")
    held = [record for record in (*answer.certain, *answer.possible) if record.was_held]
    assert [SECURITY, SPECIAL] == [record.id for record in held]
    assert "video" == held[1].format.value


def test_25_russia_and_laos() -> None:
    """Two meetings: at the forum of September 2023 and beside the ADMM-Plus of November."""
    found = [(record.id, str(record.edtf)) for record in pair("RUS", "LAO").meetings.direct]
    assert [
        ("eastern-economic-forum-2023", "2023-09-10/2023-09-13"),
        ("russia-laos-2023-11", "2023-11"),
    ] == found


def test_26_bilateral_meetings_of_russia_and_viet_nam_in_order() -> None:
    """A visit each way and one that was planned, in order of time."""
    found = [(str(record.edtf), record.status) for record in pair("RUS", "VNM").meetings.direct]
    assert [("2017", Status.HELD), ("2018", Status.PLANNED), ("2018-01~", Status.HELD)] == sorted(
        found, key=lambda item: item[0]
    )
    first, second, third = pair("RUS", "VNM").meetings.direct
    assert ("quang-russia-2017", "shoigu-hanoi-2018") == (first.id, second.id)
    assert "russia-vietnam-high-level-2018" == third.id


@pytest.mark.parametrize(
    ("series", "edition", "year"),
    [
        ("ASEAN Defence Ministers’ Meeting", 5, "2011"),
        ("ASEAN Defence Ministers’ Meeting", 7, "2013"),
        ("ASEAN-Japan Deputy Ministers’ Meeting on Defence", 6, "2014-10-07"),
        ("East Asia Summit", 15, "2020-11"),
    ],
)
def test_27_meetings_by_ordinal(series: str, edition: int, year: str) -> None:
    """A meeting of a series is found by its number."""
    (meeting,) = seeds().meetings.where(series=series, edition=edition)
    assert year == str(meeting.edtf)


def test_28_co_chairs_of_the_special_meeting() -> None:
    """Retno Marsudi and Sergey Lavrov chaired the special meeting together."""
    (meeting,) = seeds().meetings.where(id=SPECIAL)
    chairs = [entry.person for entry in meeting.delegates if entry.role.value == "co_chair"]
    assert ["retno-marsudi", "sergey-lavrov"] == chairs


# -- pairs ---------------------------------------------------------------------------------------


def test_29_laos_and_russia_directly() -> None:
    """A contract, three transfers, an office, mine clearance and two meetings."""
    records = pair("LAO", "RUS").records.direct
    events = records.filter(lambda record: type(record).__name__ != "Statement")
    assert {
        "russia-laos-contract-2018",
        "t-72b-laos-2018",
        "brdm-2m-laos-2018",
        "yak-130-laos-2019",
        "vientiane-office",
        "mine-clearance-laos",
        "eastern-economic-forum-2023",
        "russia-laos-2023-11",
    } == ids(events)
    assert "asean-gaza-2023" not in ids(records)
    assert SPECIAL not in ids(records)


def test_30_laos_and_russia_through_asean() -> None:
    """The exercise, the meetings of 2021, the vaccines and the partnership come through ASEAN."""
    records = pair("LAO", "RUS").records
    through = {record.id for record in records if records.path(record).via == ("ASEAN",)}
    assert through >= {
        "asean-russia-naval-exercise",
        SPECIAL,
        SECURITY,
        "asean-russia-summit-4",
        "vaccine-technology",
        "asean-russia-strategic-partnership",
    }


def test_31_laos_and_japan_find_nothing_and_still_render() -> None:
    """A pair with nothing direct still has a dossier, which says what was covered."""
    found = pair("Laos", "Japan")
    assert 0 == len(found.records.direct)
    assert found.dossier().to_pdf().startswith(b"%PDF")


def test_32_russia_and_japan_share_only_bodies() -> None:
    """Russia and Japan are tied by nothing but bodies that both belong to."""
    records = pair("Russia", "Japan").records
    assert len(records) > 0
    assert {Way.BODY} == {records.path(record).way for record in records}


@pytest.mark.parametrize("other", ["Russia", "Japan"])
def test_33_a_body_has_dossiers_like_a_state(other: str) -> None:
    """ASEAN can be one side of a pair."""
    assert pair("ASEAN", other).dossier().to_pdf().startswith(b"%PDF")


# -- trust ---------------------------------------------------------------------------------------

CONTESTED = {
    ("alexander-fomin", "office"),
    ("mine-clearance-laos", "result"),
    ("vietnam-war", "period"),
    (REPAIR, "history.signed"),
    (BASE, "ending"),
    ("shoigu-hanoi-2018", "duration"),
    ("submarines-vietnam", "history.in_service"),
    ("mig-21-vietnam", "history.in_service"),
    ("investment-2017", "number"),
}


@pytest.mark.parametrize(("subject", "field"), sorted(CONTESTED))
def test_34_contested_facts_have_both_values_and_both_sources(subject: str, field: str) -> None:
    """Each of the nine contested facts stands with its values, each value with its source."""
    (contest,) = [
        entry for entry in shipped().contests if (entry.subject, entry.field) == (subject, field)
    ]
    assert contest.is_disputed
    assert len({str(claim.value) for claim in contest.claims}) >= 2
    assert len({cite.source for claim in contest.claims for cite in claim.citations}) >= 2


def test_34_the_doubt_stays_when_the_documents_stand_alone() -> None:
    """From the founding documents alone the same nine facts are disputed or doubted."""
    found = {(entry.subject, entry.field) for entry in seeds().contests if entry.is_disputed}
    assert CONTESTED <= found


def test_34_how_the_base_ended_is_doubted_in_the_documents_alone() -> None:
    """Alone, the documents say that the lease was not renewed, and that is doubted."""
    base = seeds().agreements.where(id=BASE)[0]
    assert Ending.NOT_RENEWED is base.ending
    assert ["ending"] == [entry.field for entry in base.contests if entry.is_doubted]


def test_35_attribution_to_asia_nikkei() -> None:
    """'Asia Nikkei' stands behind the tanks, the armoured vehicles and the contract."""
    found = ids(seeds().records.attributed_to("Asia Nikkei"))
    assert found >= {"t-72b-laos-2018", "brdm-2m-laos-2018", "russia-laos-contract-2018"}
    assert "vientiane-office" not in found


def test_35_attribution_to_some_media_reports() -> None:
    """'Some media reports' stand behind the MiG-21 and the Su-22, and nothing else."""
    found = ids(seeds().records.attributed_to("some media reports"))
    assert {"mig-21-vietnam", "su-22-vietnam"} == found


def test_36_every_record_has_a_source() -> None:
    """Every record cites a source that the data describe."""
    known = {source.id for source in shipped().sources}
    for record in shipped().records:
        assert {citation.source for citation in record.all_citations()} <= known
        assert record.citations


def test_37_everything_until_1991() -> None:
    """Up to 1991, the Soviet Union counted: war-time aid, the war and the agreement of 1979."""
    records = pair("VNM", "RUS").records
    period = EdtfDate.parse("../1991")
    begun = {
        record.id
        for record in records
        if any(
            spell.start is not None and spell.start.within(period) is not Certainty.NO
            for spell in record.spells()
        )
    }
    assert {"soviet-wartime-aid", "vietnam-war", BASE} <= begun
    assert "admm-defence-cooperation" not in begun
    assert begun <= {"soviet-wartime-aid", "vietnam-war", BASE, "mig-21-vietnam", "su-22-vietnam"}
