from __future__ import annotations

from typing import Any

import attrs
import pytest

import relations
from builders import FIRST, SECOND, citation, claim, dated, record, source, state
from measures.asked import pair_of
from relations.measures.completeness import completeness
from relations.measures.confidence import STRONG, Confidence, FieldGroup, confidence, confidences
from relations.measures.coverage_table import coverage_by_kind
from relations.measures.disputed_facts import disputed_facts
from relations.measures.evidence import Verdict
from relations.measures.figure import FigureKind
from relations.measures.source_profile import Sides, corroboration, source_profile
from relations.model.agreement import Agreement
from relations.model.claims import Rank, Reason
from relations.model.confidence import ConfidenceLevel, ConfidenceOverride
from relations.model.coverage import Coverage, CoverageClass
from relations.model.meeting import Meeting
from relations.model.quantities import Money, MoneyKind, Quantity
from relations.model.record import Record
from relations.model.source import Source, SourceClass
from relations.model.status import Status

THIRD = "third"
OFFICIAL_A = attrs.evolve(source(FIRST, side="VNM"), source_class=SourceClass.OFFICIAL)
PRESS_B = source(SECOND, side="RUS")
PRESS = source(THIRD)
REGISTER = attrs.evolve(PRESS, source_class=SourceClass.ACADEMIC)
BLOG = attrs.evolve(PRESS, source_class=SourceClass.BLOG)


def pact(*cited: str, identifier: str = "pact", **fields: object) -> Record:
    """An agreement of the two that these sources bear out, with all its fields."""
    named = ("parties", *(name for name in fields if name not in Agreement.EDITORIAL))
    citations = tuple(citation(*named, source=name) for name in cited)
    return record(Agreement, identifier, ("VNM", "RUS"), citations=citations, **fields)


# -- confidence ----------------------------------------------------------------------------------


def judged(pact: Record, field: str, *sources: Source) -> Confidence:
    """How far a field may be relied on, with these sources."""
    return confidence(pact, field, pair_of(pact, sources=sources).dataset)


HIGH, MODERATE, LOW = ConfidenceLevel.HIGH, ConfidenceLevel.MODERATE, ConfidenceLevel.LOW


@pytest.mark.parametrize(
    ("cited", "sources", "level"),
    [
        ((FIRST, SECOND), (OFFICIAL_A, PRESS_B), HIGH),
        ((SECOND, THIRD), (PRESS_B, REGISTER), HIGH),
        ((FIRST,), (OFFICIAL_A,), MODERATE),
        ((THIRD,), (REGISTER,), MODERATE),
        ((SECOND, THIRD), (PRESS_B, PRESS), MODERATE),
        ((SECOND, THIRD), (PRESS_B, BLOG), LOW),
        ((FIRST, THIRD), (OFFICIAL_A, BLOG), MODERATE),
        ((THIRD,), (BLOG,), LOW),
        ((SECOND,), (PRESS_B,), LOW),
    ],
)
def test_confidence_follows_the_rule(
    cited: tuple[str, ...], sources: tuple[Source, ...], level: ConfidenceLevel
) -> None:
    """Two lineages and one of them official or a register; one such, or two of news; else low."""
    assert level is judged(pact(*cited), "occurrence", *sources).level


def test_copies_of_one_text_are_one_lineage() -> None:
    """An official text and its copy in the press are one lineage."""
    copy = attrs.evolve(PRESS_B, lineage=OFFICIAL_A.lineage)
    assert MODERATE is judged(pact(FIRST, SECOND), "occurrence", OFFICIAL_A, copy).level


def test_an_official_source_of_others_is_not_of_a_party() -> None:
    """A ministry of a third state counts as news."""
    foreign = attrs.evolve(OFFICIAL_A, side="LAO")
    assert LOW is judged(pact(FIRST), "occurrence", foreign).level


def test_a_member_speaks_for_its_body() -> None:
    """A ministry of a member is official for the meeting of the body."""
    summit = record(Meeting, "summit", ("ASEAN", "RUS"), citations=(citation("parties"),))
    data = pair_of(summit, a="ASEAN", sources=(OFFICIAL_A,)).dataset
    assert MODERATE is confidence(summit, "occurrence", data).level


MONEY = Money(Quantity.exact(5), "USD", MoneyKind.CONTRACT_VALUE)


def test_an_official_source_is_weak_on_value() -> None:
    """What a contract is worth, an official source alone does not settle; a register does."""
    assert LOW is judged(pact(FIRST, value=MONEY), "value", OFFICIAL_A).level
    assert MODERATE is judged(pact(THIRD, value=MONEY), "value", REGISTER).level


def test_another_table_may_be_used() -> None:
    """Whoever trusts ministries on money hands in a table of their own."""
    own = {**STRONG, SourceClass.OFFICIAL: frozenset(FieldGroup)}
    agreement = pact(FIRST, value=MONEY)
    data = pair_of(agreement, sources=(OFFICIAL_A,)).dataset
    assert MODERATE is confidence(agreement, "value", data, own).level


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("term", Quantity.about(5, unit="year"), "an estimate"),
        ("value", Money(Quantity.exact(5), "USD", MoneyKind.ESTIMATE), "an estimate"),
        ("nominal_end", dated("2020?"), "the date itself is in doubt"),
    ],
)
def test_an_estimate_is_low(field: str, value: object, reason: str) -> None:
    """Whatever the sources, what they only estimate is low."""
    fields: dict[str, Any] = {field: value}
    found = judged(pact(FIRST, THIRD, **fields), field, OFFICIAL_A, REGISTER)
    assert (LOW, reason) == (found.level, found.reason)


def test_an_unresolved_conflict_is_low() -> None:
    """Two accounts of one rank keep a field low, and others as they were."""
    agreement = pact(
        FIRST,
        THIRD,
        nominal_end=dated("2020"),
        claims=(
            claim("nominal_end", dated("2020"), source=FIRST),
            claim("nominal_end", dated("2021"), source=THIRD),
        ),
    )
    found = judged(agreement, "nominal_end", OFFICIAL_A, REGISTER)
    assert (LOW, "accounts differ, and nothing decides between them") == (found.level, found.reason)
    assert HIGH is judged(agreement, "occurrence", OFFICIAL_A, REGISTER).level


def test_a_denied_account_is_no_conflict() -> None:
    """Where one account is an error, the other stands on its own sources."""
    agreement = pact(
        FIRST,
        nominal_end=dated("2020"),
        claims=(
            claim("nominal_end", dated("2020"), source=FIRST),
            claim("nominal_end", dated("2021"), Rank.DEPRECATED, source=SECOND),
        ),
    )
    found = judged(agreement, "nominal_end", OFFICIAL_A, PRESS_B)
    assert (MODERATE, (FIRST,)) == (found.level, found.lineages)


def test_an_account_that_is_doubted_is_low() -> None:
    """The only account, and not believed."""
    agreement = pact(
        FIRST,
        history=(state(Status.SIGNED, "2003"),),
        claims=(claim("history.signed", dated("2003"), Rank.DEPRECATED),),
    )
    assert "its only account is doubted" == judged(agreement, "history.signed", OFFICIAL_A).reason


def test_an_editor_may_judge_with_a_reason() -> None:
    """The editor's judgement stands in place of the rule's, signed, and says so."""
    own = ConfidenceOverride(field="occurrence", level=HIGH, reason="seen on film", editor="NN")
    found = judged(pact(SECOND, confidence=(own,)), "occurrence", PRESS_B)
    assert (HIGH, "seen on film (NN)", True) == (found.level, found.reason, found.is_override)


def test_a_judgement_needs_a_reason_and_a_field() -> None:
    """Without a reason, of no field, or twice of one field, it is refused."""
    with pytest.raises(ValueError, match="blank"):
        ConfidenceOverride(field="occurrence", level=HIGH, reason=" ")
    own = ConfidenceOverride(field="supplier", level=HIGH, reason="because")
    with pytest.raises(ValueError, match="no field whose confidence"):
        pact(FIRST, confidence=(own,))
    twice = attrs.evolve(own, field="occurrence")
    with pytest.raises(ValueError, match="two judgements"):
        pact(FIRST, confidence=(twice, twice))


def test_a_field_rests_on_the_sources_that_name_it() -> None:
    """A citation that supports another field bears out nothing of this one."""
    agreement = record(
        Agreement,
        "pact",
        ("VNM", "RUS"),
        subject="ports",
        citations=(citation("parties", source=FIRST), citation("subject", source=SECOND)),
    )
    assert (SECOND,) == judged(agreement, "subject", OFFICIAL_A, PRESS_B).lineages


def test_confidence_says_nothing_of_likelihood() -> None:
    """No reason that the rule gives has a word of likelihood in it."""
    reasons = " ".join(row.reason for row in confidences(relations.load().pair("VNM", "RUS")))
    assert not {"likely", "probable", "probably", "unlikely"} & set(reasons.lower().split())


def test_confidences_of_viet_nam_and_russia_by_hand() -> None:
    """On the founding data: the plan's signature high, the doubtful agreement's low."""
    rows = {
        (row.record, row.field): row for row in confidences(relations.load().pair("VNM", "RUS"))
    }
    assert HIGH is rows["cooperation-plan-2018-2020", "history.signed"].level
    assert LOW is rows["submarine-repair-2003", "history.signed"].level
    assert HIGH is rows["trong-russia-2018", "occurrence"].level


# -- the profile of sources ----------------------------------------------------------------------


def test_a_profile_divides_by_side() -> None:
    """One record told by both, one by the second party alone: half each."""
    pair = pair_of(
        pact(FIRST, SECOND), pact(SECOND, identifier="other"), sources=(OFFICIAL_A, PRESS_B)
    )
    rows = {row.value: row for row in source_profile(pair) if row.by == "side"}
    assert {Sides.BOTH.value: "50%", Sides.ONLY_B.value: "50%"} == {
        value: str(row.share) for value, row in rows.items()
    }
    assert ("pact",) == rows[Sides.BOTH.value].count.records


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ((FIRST,), Sides.ONLY_A),
        ((SECOND,), Sides.ONLY_B),
        ((THIRD,), Sides.THIRD_ONLY),
        ((FIRST, THIRD), Sides.A_AND_THIRD),
        ((SECOND, THIRD), Sides.B_AND_THIRD),
        ((FIRST, SECOND, THIRD), Sides.BOTH),
    ],
)
def test_every_division_of_sides_has_a_word(cited: tuple[str, ...], expected: Sides) -> None:
    """Whoever speaks of a record, it stands in one row."""
    pair = pair_of(pact(*cited), sources=(OFFICIAL_A, PRESS_B, PRESS))
    assert [expected.value] == [row.value for row in source_profile(pair) if row.by == "side"]


def test_a_profile_divides_by_the_best_class_and_by_lineages() -> None:
    """Official before the press; three sources of two lineages are two."""
    copy = attrs.evolve(PRESS, lineage=PRESS_B.lineage)
    pair = pair_of(pact(FIRST, SECOND, THIRD), sources=(OFFICIAL_A, PRESS_B, copy))
    rows = {row.by: row.value for row in source_profile(pair)}
    assert ("official", "2") == (rows["class"], rows["lineages"])


def test_corroboration_wants_two_lineages_and_two_sides() -> None:
    """Two of three records are told twice, one of them from two sides."""
    twice = attrs.evolve(source("fourth"), side="RUS")
    pair = pair_of(
        pact(FIRST, SECOND, identifier="both"),
        pact(SECOND, "fourth", identifier="one-side"),
        pact(THIRD, identifier="once"),
        sources=(OFFICIAL_A, PRESS_B, PRESS, twice),
    )
    any_side, two_sides = corroboration(pair)
    assert ("67%", "2 records") == (str(any_side.share), str(any_side.count))
    assert ("33%", ("both",)) == (str(two_sides.share), two_sides.count.records)


def test_copies_corroborate_nothing() -> None:
    """Two sources of one lineage, from two sides, are told once."""
    copy = attrs.evolve(PRESS_B, lineage=OFFICIAL_A.lineage)
    rows = corroboration(pair_of(pact(FIRST, SECOND), sources=(OFFICIAL_A, copy)))
    assert [("0%", FigureKind.NONE_FOUND)] * 2 == [(str(r.share), r.count.kind) for r in rows]


def test_a_pair_without_records_has_no_profile() -> None:
    """Nothing found has no share."""
    assert () == source_profile(pair_of())
    assert {FigureKind.NONE_FOUND} == {row.share.kind for row in corroboration(pair_of())}


def test_the_corroboration_of_viet_nam_and_russia_is_recounted() -> None:
    """On the founding data, counted again from the sources of each record alone."""
    pair = relations.load().pair("VNM", "RUS")
    sides = {"VNM": "a", "VDR": "a", "RUS": "b", "SUN": "b"}
    twice, both = set(), set()
    for entry in pair.records.own:
        cited = [pair.dataset.source(each.source) for each in entry.all_citations()]
        if len({each.lineage for each in cited}) >= 2:
            twice.add(entry.id)
            if len({sides.get(each.side or "", "third") for each in cited}) >= 2:
                both.add(entry.id)
    any_side, two_sides = corroboration(pair)
    assert (twice, both) == (set(any_side.count.records), set(two_sides.count.records))
    assert both < twice


# -- completeness --------------------------------------------------------------------------------


def test_completeness_is_estimated_by_recapture() -> None:
    """Three told by the one side, two by the other, one by both: (4 × 3) ÷ 2 − 1 = 5."""
    pair = pair_of(
        pact(FIRST, SECOND, identifier="both"),
        pact(FIRST, identifier="a-1"),
        pact(FIRST, identifier="a-2"),
        pact(SECOND, identifier="b-1"),
        sources=(OFFICIAL_A, PRESS_B),
    )
    (row,) = completeness(pair)
    assert ("3 records", "2 records", "1 record") == (
        str(row.told_by_a),
        str(row.told_by_b),
        str(row.told_by_both),
    )
    assert "at least 5 records" == str(row.estimate)


def test_without_a_recapture_there_is_no_estimate() -> None:
    """Where nothing is told by both sides, no number is made up."""
    (row,) = completeness(pair_of(pact(FIRST), sources=(OFFICIAL_A,)))
    assert FigureKind.NOT_APPLICABLE is row.estimate.kind


# -- disputed facts, coverage --------------------------------------------------------------------


def test_a_disputed_fact_has_every_account() -> None:
    """The account used stands first, the others with their sources and reasons."""
    agreement = pact(
        FIRST,
        nominal_end=dated("2020"),
        claims=(
            claim("nominal_end", dated("2020"), Rank.PREFERRED, source=FIRST),
            claim("nominal_end", dated("2021"), Rank.DEPRECATED, source=SECOND),
        ),
    )
    (row,) = disputed_facts(pair_of(agreement, sources=(OFFICIAL_A, PRESS_B)))
    assert ("pact", "nominal_end", Verdict.CONTRADICTED) == (row.subject, row.field, row.verdict)
    assert (dated("2020"), (FIRST,)) == (row.used.value, row.used.sources)
    assert ["error"] == [other.reason for other in row.others]
    assert "2 accounts" == str(row.accounts)


def test_what_is_merely_less_precise_is_no_dispute() -> None:
    """A year beside a day of it denies nothing."""
    year = attrs.evolve(claim("nominal_end", dated("2020")), reason=Reason.LESS_PRECISE)
    day = claim("nominal_end", dated("2020-05-01"), Rank.PREFERRED)
    agreement = pact(FIRST, nominal_end=dated("2020-05-01"), claims=(day, year))
    assert () == disputed_facts(pair_of(agreement, sources=(OFFICIAL_A,)))


def test_the_disputed_facts_of_laos_and_russia_hold_the_hectares() -> None:
    """On the founding data, three accounts of the area cleared, the latest one used."""
    rows = disputed_facts(relations.load().pair("LAO", "RUS"))
    (row,) = [r for r in rows if (r.subject, r.field) == ("mine-clearance-laos", "result")]
    assert "3 accounts" == str(row.accounts)
    assert ("tass-2025-11-03",) == row.used.sources


def test_coverage_stands_for_every_kind() -> None:
    """A kind that nobody looked for is a row too, and not covered."""
    some = Coverage(
        id="some", kinds=("meetings",), coverage_class=CoverageClass.SYSTEMATIC, sources=(FIRST,)
    )
    rows = {row.kind: row for row in coverage_by_kind(pair_of(coverage=(some,)))}
    assert (CoverageClass.SYSTEMATIC, "none found") == (
        rows["meetings"].coverage_class,
        str(rows["meetings"].records),
    )
    assert (CoverageClass.NONE, "not covered") == (
        rows["exercises"].coverage_class,
        str(rows["exercises"].records),
    )


def test_the_founding_coverage_is_honest() -> None:
    """Every kind was looked for by chance, up to the last of the founding documents."""
    rows = coverage_by_kind(relations.load().pair("RUS", "JPN"))
    assert {CoverageClass.OPPORTUNISTIC} == {row.coverage_class for row in rows}
    assert {("1945/2023-11-17",)} == {tuple(map(str, row.periods)) for row in rows}
    assert all(len(row.sources) == 5 for row in rows)
    assert all(row.last_checked for row in rows)


def test_the_bodies_have_a_statement_of_their_own() -> None:
    """Which bodies were chosen is said, so that sharing none is not read as none."""
    (entry,) = [e for e in relations.load().coverage if "organisations" in e.kinds]
    assert CoverageClass.OPPORTUNISTIC is entry.coverage_class
    assert entry.sources
