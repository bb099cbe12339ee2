from __future__ import annotations

import sys

import attrs
import pytest
from hypothesis import given

from builders import SECOND, citation, claim, dated, record, state, world
from relations.dataset import Dataset
from relations.errors import MissingExtra
from relations.merge import Finding, Kind, merge
from relations.merge.likeness import likeness
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.meeting import Level, Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.storage import dumps
from strategies.records import datasets

VISIT = record(
    Meeting,
    "visit-2018",
    ("VNM", "RUS"),
    title="Visit of Sergei Shoigu to Ha Noi",
    date=dated("2018-01-23"),
    level=Level.DEFENCE_MINISTER,
    history=(state(Status.HELD, "2018-01-23"),),
)
TREATY = record(
    Agreement, "treaty", ("VNM", "RUS"), title="Treaty", history=(state(Status.SIGNED, "1979"),)
)
DATA = world(VISIT, TREATY)


def found(made: Record, data: Dataset = DATA) -> Finding:
    """What one record is to the data."""
    (finding,) = merge(data, [made]).findings
    return finding


def of_another(made: Record, **changes: object) -> Record:
    """A record as somebody else has it: with another identifier, other words and some changes."""
    cited = tuple(attrs.evolve(one, source=SECOND, quote="other words") for one in made.citations)
    history = tuple(
        attrs.evolve(entry, citations=(citation(source=SECOND),)) for entry in made.history
    )
    given = {"id": "theirs", "citations": cited, "history": history, **changes}
    return attrs.evolve(made, **given)  # type: ignore[arg-type]  # fields of whichever kind


def test_what_is_like_nothing_is_new() -> None:
    """A record of other parties and another time is new, and says why."""
    finding = found(record(Meeting, "theirs", ("LAO", "RUS"), date=dated("1999")))
    assert (Kind.NEW, None) == (finding.kind, finding.other)
    assert ("no record of the data is much like it",) == finding.reasons


def test_what_says_the_same_is_the_same() -> None:
    """A record with the same facts from another source is the same, with full marks."""
    finding = found(of_another(VISIT))
    assert (Kind.SAME, VISIT, 1.0) == (finding.kind, finding.other, finding.score)
    assert "the same parties: RUS, VNM" in finding.reasons
    assert "the same date: 2018-01-23" in finding.reasons
    assert "titles that are 100% alike" in finding.reasons


def test_what_says_more_is_near() -> None:
    """A record that adds a fact and contradicts none is near to the one that is there."""
    finding = found(of_another(VISIT, title="Shoigu visits Hanoi", subjects=("arms",)))
    assert (Kind.NEAR, VISIT, ()) == (finding.kind, finding.other, finding.conflicts)
    assert ["subjects"] == [change.field for change in finding.more]


def test_what_says_otherwise_conflicts() -> None:
    """A fact that both state differently is told with both values."""
    finding = found(of_another(VISIT, date=dated("2018-02-03")))
    assert Kind.CONFLICTING is finding.kind
    assert ["date"] == [change.field for change in finding.conflicts]
    assert "from 2018-01-23 to 2018-02-03" == finding.conflicts[0].words


@pytest.mark.parametrize(("date", "kind"), [("2018-01", Kind.SAME), ("2017", Kind.CONFLICTING)])
def test_a_date_within_another_is_no_conflict(date: str, kind: Kind) -> None:
    """A month that holds the day contradicts nothing; another year does."""
    ours = attrs.evolve(TREATY, history=(state(Status.SIGNED, "2018-01-05"),))
    theirs = of_another(TREATY, history=(state(Status.SIGNED, date, source=SECOND),))
    finding = found(theirs, world(ours))
    assert kind is finding.kind


def test_an_identifier_that_is_taken_is_told() -> None:
    """A record with the identifier of another thing is new, and the reason says so."""
    finding = found(record(Meeting, "treaty", ("LAO", "RUS"), date=dated("1999")))
    assert Kind.NEW is finding.kind
    assert "another record with the identifier treaty" in finding.reasons[0]


def test_records_of_another_kind_are_not_compared() -> None:
    """An exercise of the same parties and day is no visit."""
    tanks = record(ArmsTransfer, "theirs", ("VNM", "RUS"), title=VISIT.title)
    assert Kind.NEW is found(tanks).kind


def test_direction_tells_records_apart() -> None:
    """Arms given back are not the arms that were given: the roles of the parties conflict."""
    given = record(ArmsTransfer, "given", ("RUS", "VNM"), title="Tanks", acquired=dated("1980"))
    back = of_another(given, parties=record(ArmsTransfer, "x", ("VNM", "RUS")).parties)
    assert "the same parties in other roles: RUS, VNM" in likeness(back, given).reasons
    assert likeness(back, given).score < likeness(of_another(given), given).score
    finding = found(back, world(given))
    assert Kind.CONFLICTING is finding.kind or Kind.NEW is finding.kind
    assert () == finding.more


@pytest.mark.parametrize(("designation", "kind"), [("T-90", Kind.SAME), ("Su-30MK2", Kind.NEW)])
def test_a_designation_tells_arms_apart(designation: str, kind: Kind) -> None:
    """Arms much alike in name may be one; tanks are no aircraft."""
    tanks = record(ArmsTransfer, "tanks", ("RUS", "VNM"), title="Arms", acquired=dated("2017"))
    theirs = attrs.evolve(tanks, id="theirs", designation=designation, title="64 of them")
    finding = found(theirs, world(tanks))
    assert kind is finding.kind or finding.conflicts


def test_the_same_passage_speaks_for_one_thing() -> None:
    """Two records that quote the same words of one source look more alike, and may be two."""
    theirs = record(Meeting, "theirs", ("VNM", "RUS"), title="Talks", date=dated("2018-01"))
    same, other = likeness(theirs, VISIT), likeness(of_another(theirs), VISIT)
    assert "the same words of first" in same.reasons
    assert other.score < same.score < 1


def test_the_most_alike_is_named() -> None:
    """Of two records that it may be, the nearer one is held against it."""
    other = of_another(VISIT, id="visit-2019", date=dated("2019-05-05"))
    assert VISIT == found(of_another(VISIT), world(VISIT, other, TREATY)).other


def test_an_accounts_rank_is_no_fact() -> None:
    """What differs in sources, notes and claims alone is no conflict."""
    priced = record(Agreement, "pact", ("VNM",), price="free")
    claimed = attrs.evolve(of_another(priced), claims=(claim("price", "free", source=SECOND),))
    assert Kind.SAME is found(claimed, world(priced)).kind


@given(datasets())
def test_data_merged_with_themselves_are_the_same(dataset: Dataset) -> None:
    """Each record of a dataset is the same as one in it, and nothing is changed."""
    before = dumps(dataset)
    report = merge(dataset, dataset.records)
    assert {Kind.SAME} >= {finding.kind for finding in report.findings}
    assert before == dumps(dataset)


def test_what_is_missing_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library that compares titles, the message says what to install."""
    monkeypatch.setitem(sys.modules, "rapidfuzz.fuzz", None)
    with pytest.raises(MissingExtra, match=r"pip install 'bilateral-relations\[merge\]'"):
        found(of_another(VISIT))
