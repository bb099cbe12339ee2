from __future__ import annotations

import attrs
import pytest

import relations
from builders import country, dated, record, state, with_parties
from measures.asked import LOOKED, looked_in
from relations.measures.comparison import Comparison, comparison
from relations.measures.figure import FigureKind
from relations.model.coverage import Coverage, CoverageClass
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status

BY_RULE = attrs.evolve(LOOKED, coverage_class=CoverageClass.SYSTEMATIC, parties=("RUS",))


def met(identifier: str, partner: str, date: str = "2018") -> Record:
    """A meeting of Russia with a partner."""
    held = (state(Status.HELD),)
    return record(Meeting, identifier, ("RUS", partner), date=dated(date), history=held)


def meetings(*records: Record, coverage: tuple[Coverage, ...] = (BY_RULE,)) -> Comparison:
    """Where Viet Nam stands among the partners of Russia by meetings, over 2016 to 2020."""
    data = with_parties(looked_in(*records, coverage=coverage), country("JPN", "Japan"))
    rows = comparison(data.pair("RUS", "VNM"), on="2020-12-31")
    (row,) = [row for row in rows if (row.of, row.kind) == ("RUS", "meetings")]
    return row


SEVERAL = (
    *(met(f"vnm-{n}", "VNM") for n in range(2)),
    *(met(f"lao-{n}", "LAO") for n in range(3)),
    met("jpn", "JPN"),
    met("tls", "TLS"),
    met("asean", "ASEAN"),
)


def test_a_pair_is_ranked_among_partners_looked_at_alike() -> None:
    """Laos has three, Viet Nam two: the second place, and twice the median of one."""
    row = meetings(*SEVERAL)
    assert ("2 records", "2", "2") == (str(row.count), str(row.rank), str(row.to_median))
    assert ["LAO", "VNM"] == [partner.party for partner in row.partners[:2]]


def test_partners_without_a_record_are_compared_too() -> None:
    """Who was looked at and not found counts among the compared, and not as 0."""
    row = meetings(*SEVERAL)
    # Every party of the tiny world but Russia and the Soviet Union, which had ended.
    assert {"VNM", "LAO", "TLS", "JPN", "ASEAN", "EAS"} == {p.party for p in row.partners}
    assert "6 partners" == str(row.compared)
    assert {"none found"} == {str(p.count) for p in row.partners if p.party == "EAS"}


def test_opportunistic_coverage_is_not_equal_coverage() -> None:
    """What came to hand says who was written about, and no rank is told."""
    row = meetings(*SEVERAL, coverage=(LOOKED,))
    kinds = {row.rank.kind, row.to_median.kind, row.compared.kind}
    assert {FigureKind.NOT_APPLICABLE} == kinds
    assert "not looked for by rule" in row.rank.note
    assert ("2 records", ()) == (str(row.count), row.partners)


def test_a_pair_looked_at_more_closely_than_others_has_no_rank() -> None:
    """Where only the pair itself was looked for by rule, there is nobody to compare it with."""
    only = attrs.evolve(BY_RULE, id="only", parties=("VNM", "RUS"))
    row = meetings(*SEVERAL, coverage=(only, LOOKED))
    assert FigureKind.NOT_APPLICABLE is row.rank.kind
    assert "looked for alike with 1 of its partners" in row.rank.note


def test_another_class_is_not_compared() -> None:
    """A partner covered by a census is left out beside others covered systematically."""
    census = attrs.evolve(
        BY_RULE, id="census", coverage_class=CoverageClass.CENSUS, parties=("RUS", "LAO")
    )
    row = meetings(*SEVERAL, coverage=(BY_RULE, census))
    assert "LAO" not in {partner.party for partner in row.partners}
    assert "1" == str(row.rank)


def test_a_vague_date_bounds_the_rank() -> None:
    """A third meeting that may lie before the window makes the first place possible."""
    row = meetings(
        *SEVERAL, met("vague", "VNM", "[2015,2016]"), met("vague-2", "VNM", "[2015,2016]")
    )
    assert ("2 to 4 records", "1 to 2") == (str(row.count), str(row.rank))
    assert FigureKind.NOT_APPLICABLE is row.to_median.kind


def test_silence_with_everybody_ranks_nobody() -> None:
    """Looked for with all and found with none, there is no first place."""
    assert "no meetings were found with any of the 6 partners" in meetings().rank.note


def test_no_median_is_made_of_silence() -> None:
    """Where nothing was found with half of the partners, no ratio is told."""
    row = meetings(met("vnm", "VNM"), met("lao", "LAO"))
    assert FigureKind.NOT_APPLICABLE is row.to_median.kind
    assert "nothing was found for 4 of the 6 partners" == row.to_median.note


def test_coverage_of_part_of_the_window_does_not_compare() -> None:
    """Looked for by rule only since 2018, five years cannot be compared."""
    since = attrs.evolve(BY_RULE, period=relations.EdtfDate.parse("2018/.."))
    assert FigureKind.NOT_APPLICABLE is meetings(*SEVERAL, coverage=(since,)).rank.kind


@pytest.mark.parametrize("names", [("VNM", "RUS"), ("LAO", "RUS"), ("ASEAN", "RUS")])
def test_the_founding_pairs_are_compared_with_nobody(names: tuple[str, str]) -> None:
    """The founding documents were not chosen to cover any pair, and each row says so."""
    for row in comparison(relations.load().pair(*names)):
        assert FigureKind.NOT_APPLICABLE is row.rank.kind
        assert "opportunistic" in row.rank.note
