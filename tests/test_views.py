from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    FIRST,
    SECOND,
    citation,
    claim,
    dated,
    edtf,
    person,
    record,
    state,
    tenure,
    world,
)
from relations.checks import CHECKS, problems
from relations.dataset import Dataset
from relations.errors import Severity
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.confidence import ConfidenceLevel, ConfidenceOverride
from relations.model.coverage import Coverage, CoverageClass
from relations.model.inquiry import Inquiry, Outcome
from relations.model.record import Record
from relations.model.review import Review, Stage
from relations.model.source import Citation
from relations.model.status import Status
from relations.views import remaining, remaining_coverage, remaining_inquiry, remaining_person
from strategies.records import SOURCES, datasets

some_sources = st.sets(st.sampled_from(SOURCES))

LEASE = record(
    Agreement,
    "lease",
    ("VNM", "RUS"),
    title="Lease of Cam Ranh",
    note="A note of the editor's.",
    subject="bases",
    price="free",
    citations=(citation("parties", "subject"), citation("price", "subject", source=SECOND)),
    history=(state(Status.SIGNED, "1979"), state(Status.EXPIRED, "2002", source=SECOND)),
    nominal_end=dated("2004"),
    claims=(
        claim("nominal_end", dated("2004"), Rank.PREFERRED, source=SECOND),
        claim("nominal_end", dated("2002"), Rank.DEPRECATED),
        claim("history.signed", dated("1979"), source=SECOND),
    ),
)


def known_from(source: str) -> Agreement:
    """The lease, as one source tells it."""
    left = remaining(LEASE, lambda entry: entry.source == source)
    assert left is not None
    return left


def cited(records: Dataset | Record) -> set[str]:
    """The sources that are cited."""
    everything = records.records if isinstance(records, Dataset) else (records,)
    return {entry.source for record in everything for entry in record.all_citations()}


# -- one record ----------------------------------------------------------------------------------


def test_a_field_that_nobody_is_left_to_support_falls_back_to_unknown() -> None:
    """The price was only in the second source; the subject was in both."""
    assert (None, "bases") == (known_from(FIRST).price, known_from(FIRST).subject)
    assert ("free", "bases") == (known_from(SECOND).price, known_from(SECOND).subject)


def test_a_field_takes_its_best_remaining_claim() -> None:
    """Without the preferred account, the denied one is what is known."""
    assert dated("2002") == known_from(FIRST).nominal_end
    assert dated("2004") == known_from(SECOND).nominal_end


def test_a_field_whose_claims_are_all_gone_is_unknown() -> None:
    """A contested field without a remaining claim is not known, whatever a citation supports."""
    alone = attrs.evolve(LEASE, claims=LEASE.claims[:1])
    left = remaining(alone, lambda entry: entry.source == FIRST)
    assert left is not None
    assert left.nominal_end is None


def test_a_state_that_nobody_is_left_to_report_is_gone() -> None:
    """Only the second source says that it expired, so the first does not know of it."""
    assert [Status.SIGNED] == [entry.status for entry in known_from(FIRST).history]


def test_a_claim_on_its_date_bears_out_a_state() -> None:
    """The second source says when it was signed, and so that it was."""
    signed = known_from(SECOND).state(Status.SIGNED)
    assert signed is not None
    assert {SECOND} == {entry.source for entry in signed.citations}


def test_a_states_date_follows_its_remaining_claims() -> None:
    """A state whose date only another source gives is left without a date."""
    assert [None] == [entry.date for entry in known_from(FIRST).history]


def test_claims_of_the_same_words_bear_a_state_out_once() -> None:
    """A state that only claims on its date bear out cites their words once."""
    made = record(
        Agreement,
        "pact",
        history=(state(Status.SIGNED, "1979", source=SECOND),),
        claims=(claim("history.signed", dated("1979")), claim("history.signed", dated("1980"))),
    )
    left = remaining(made, lambda entry: entry.source == FIRST)
    assert left is not None
    assert [1] == [len(entry.citations) for entry in left.history]


def test_states_are_put_in_the_order_of_the_dates_that_remain() -> None:
    """A state that takes an earlier date stands before those that it then precedes."""
    made = record(
        Agreement,
        "pact",
        history=(state(Status.SIGNED, "1979"), state(Status.IN_FORCE, "1981")),
        claims=(
            claim("history.in_force", dated("1981"), Rank.PREFERRED, source=SECOND),
            claim("history.in_force", dated("1978")),
        ),
    )
    left = remaining(made, lambda entry: entry.source == FIRST)
    assert left is not None
    assert [Status.IN_FORCE, Status.SIGNED] == [entry.status for entry in left.history]


def test_what_is_the_editors_stays() -> None:
    """Title, note and form stay as long as the record does."""
    for left in (known_from(FIRST), known_from(SECOND)):
        assert (LEASE.title, LEASE.note, LEASE.form) == (left.title, left.note, left.form)


def test_a_record_without_a_remaining_citation_is_gone() -> None:
    """What nobody left speaks of is not there."""
    assert None is remaining(LEASE, lambda entry: entry.source == "third")


def test_a_record_that_only_a_state_bears_out_keeps_that_citation() -> None:
    """A record whose own citations are gone is cited by its states, which support no field."""
    pact = record(
        Agreement, "pact", ("VNM",), history=(state(Status.SIGNED, "2003", source=SECOND),)
    )
    left = remaining(pact, lambda entry: entry.source == SECOND)
    assert left is not None
    assert ((SECOND, ()), ()) == (
        (left.citations[0].source, left.citations[0].supports),
        left.parties,
    )


SAID_BY_STATES = record(
    Agreement,
    "pact",
    history=tuple(state(status, source=SECOND) for status in (Status.SIGNED, Status.EXPIRED)),
)
SAID_IN_PART = record(
    Agreement,
    "pact",
    subject="bases",
    citations=(
        citation("subject", together=True),
        citation("subject", together=True, source=SECOND),
        citation(source=SECOND),
    ),
)


@pytest.mark.parametrize("pact", [SAID_BY_STATES, SAID_IN_PART])
def test_words_that_are_left_are_cited_once(pact: Agreement) -> None:
    """What several things of a record cited alike is one citation where only words are left."""
    left = remaining(pact, lambda entry: entry.source == SECOND)
    assert left is not None
    assert [(SECOND, ())] == [(entry.source, entry.supports) for entry in left.citations]


def test_a_person_keeps_the_offices_that_are_borne_out() -> None:
    """Tenures without a remaining citation go, and the name stays."""
    shoigu = person("shoigu", "Sergei Shoigu", tenures=(tenure("minister", "RUS", "2012/.."),))

    def none(_: Citation) -> bool:
        return False

    left = remaining_person(shoigu, none)
    assert ((), "Sergei Shoigu") == (left.tenures, left.name)


# -- words that bear something out only together -------------------------------------------------

BOTH = (
    citation(together=True),
    citation(source=SECOND, together=True),
)
"""The event from one source, its day from another."""


@pytest.mark.parametrize("left", [FIRST, SECOND])
def test_half_of_what_bears_a_claim_out_does_not(left: str) -> None:
    """A claim that two sources bear out only together is gone when either is."""
    dated_by_both = attrs.evolve(claim("nominal_end", dated("2004")), citations=BOTH)
    pact = record(Agreement, "pact", claims=(dated_by_both,), nominal_end=dated("2004"))
    view = remaining(pact, lambda entry: entry.source == left)
    whole = remaining(pact, bool)
    assert view is None or view.nominal_end is None
    assert whole is not None
    assert dated("2004") == whole.nominal_end


def test_a_source_that_says_it_all_needs_no_other() -> None:
    """A claim stays where words that bear it out alone stand beside those that do not."""
    alone = citation(source="third")
    held = attrs.evolve(claim("nominal_end", dated("2004")), citations=(*BOTH, alone))
    pact = record(Agreement, "pact", claims=(held,), nominal_end=dated("2004"))
    view = remaining(pact, lambda entry: entry.source != SECOND)
    assert view is not None
    assert (alone,) == view.claims[0].citations


def test_half_of_what_bears_a_field_out_supports_it_no_longer() -> None:
    """A field that two citations support only together is unknown when one of them is gone."""
    pact = record(
        Agreement,
        "pact",
        price="free",
        subject="bases",
        citations=(
            citation("price", "subject", together=True),
            citation("price", source=SECOND, together=True),
        ),
    )
    view = remaining(pact, lambda entry: entry.source == FIRST)
    assert view is not None
    assert (None, "bases", ("subject",)) == (view.price, view.subject, view.citations[0].supports)


def test_half_of_what_bears_a_state_out_does_not() -> None:
    """A state that two sources bear out only together is gone when either is."""
    signed = attrs.evolve(state(Status.SIGNED, "1979"), citations=BOTH)
    view = remaining(
        record(Agreement, "pact", history=(signed,)), lambda entry: entry.source == FIRST
    )
    assert view is not None
    assert () == view.history


def test_a_state_may_be_attested_without_its_day() -> None:
    """A state keeps its date as long as a citation stays that supports it, where some do."""
    signed = attrs.evolve(
        state(Status.SIGNED, "1979-05-02"), citations=(citation("date"), citation(source=SECOND))
    )
    pact = record(Agreement, "pact", history=(signed,))
    by_first = remaining(pact, lambda entry: entry.source == FIRST)
    by_second = remaining(pact, lambda entry: entry.source == SECOND)
    assert by_first is not None
    assert by_second is not None
    assert dated("1979-05-02") == by_first.history[0].date
    assert [None] == [entry.date for entry in by_second.history]


def test_half_of_what_bears_a_tenure_out_does_not() -> None:
    """An office whose term two sources give only together is gone when either is."""
    held = attrs.evolve(tenure("minister", "RUS", "2012/2024"), citations=BOTH)
    left = remaining_person(
        person("shoigu", "Shoigu", tenures=(held,)), lambda entry: entry.source == FIRST
    )
    assert () == left.tenures


# -- what was looked for -------------------------------------------------------------------------


def test_none_is_stated_by_what_stays_alone() -> None:
    """Words that there was nothing of a kind are gone with their source."""
    covered = Coverage(
        id="read",
        kinds=("agreements",),
        coverage_class=CoverageClass.SYSTEMATIC,
        sources=(FIRST, SECOND),
        none_stated=(citation(), citation(source=SECOND)),
    )
    left = remaining_coverage(covered, lambda entry: entry.source == FIRST, {FIRST})
    assert left is not None
    assert ((FIRST,), (citation(),)) == (left.sources, left.none_stated)


ASKED = Inquiry(
    id="asked",
    topic="What it cost",
    outcome=Outcome.CONFIRMED,
    checked=edtf("2026"),
    about=("lease", "pact"),
)


def test_an_inquiry_is_about_the_records_that_are_left() -> None:
    """It names no record that is gone, and is gone with the last of them."""
    left = remaining_inquiry(ASKED, {"lease", "treaty"})
    assert left is not None
    assert ("lease",) == left.about
    assert remaining_inquiry(ASKED, {"treaty"}) is None


def test_an_inquiry_about_no_record_is_left() -> None:
    """What was asked about two parties stays, whichever records do."""
    about_parties = attrs.evolve(ASKED, about=(), parties=("VNM", "RUS"))
    assert about_parties == remaining_inquiry(about_parties, set())


# -- reviews -------------------------------------------------------------------------------------


def test_a_review_is_of_the_whole_record() -> None:
    """A record that lost something to a view has lost its reviews, and another has not."""
    looked = Review(
        stage=Stage.CHECKED, by="A. Reader", date=date(2026, 1, 1), content=f"sha256:{64 * 'a'}"
    )
    lease = attrs.evolve(LEASE, reviews=(looked,))
    part, whole = remaining(lease, lambda entry: entry.source == FIRST), remaining(lease, bool)
    assert part is not None
    assert whole is not None
    assert ((), (looked,)) == (part.reviews, whole.reviews)


def test_a_judgement_is_of_all_the_sources() -> None:
    """What an editor judged with all sources at hand does not hold for some of them."""
    judged = ConfidenceOverride(
        field="occurrence", level=ConfidenceLevel.HIGH, reason="two papers agree"
    )
    lease = attrs.evolve(LEASE, confidence=(judged,))
    part, whole = remaining(lease, lambda entry: entry.source == FIRST), remaining(lease, bool)
    assert part is not None
    assert whole is not None
    assert ((), (judged,)) == (part.confidence, whole.confidence)


# -- all records ---------------------------------------------------------------------------------


@given(datasets())
def test_made_up_records_pass_every_check(dataset: Dataset) -> None:
    """What the properties below are tried on is data that would load."""
    assert [] == [p for p in problems(dataset) if p.severity is Severity.ERROR]


@given(datasets())
def test_all_sources_say_all(dataset: Dataset) -> None:
    """What all sources say is the dataset itself."""
    assert tuple(dataset.records) == tuple(dataset.as_known_from(SOURCES).records)


@given(datasets())
def test_no_source_says_nothing(dataset: Dataset) -> None:
    """Without a source there is no record."""
    assert () == dataset.as_known_from([]).records.ids


@given(datasets(), some_sources)
def test_a_view_of_a_view_is_the_view(dataset: Dataset, sources: set[str]) -> None:
    """Asking the same sources again changes nothing."""
    once = dataset.as_known_from(sources)
    assert tuple(once.records) == tuple(once.as_known_from(sources).records)


@given(datasets(), some_sources, some_sources)
def test_fewer_sources_never_add_a_record(
    dataset: Dataset, sources: set[str], others: set[str]
) -> None:
    """Whatever some sources say, those and others together say too."""
    few, more = dataset.as_known_from(sources), dataset.as_known_from(sources | others)
    assert set(few.records.ids) <= set(more.records.ids) <= set(dataset.records.ids)


@given(datasets(), some_sources)
def test_a_view_cites_its_sources_alone(dataset: Dataset, sources: set[str]) -> None:
    """No citation of another source is left, and every record that one of them speaks of is."""
    view = dataset.as_known_from(sources)
    assert cited(view) <= sources
    assert set(view.records.ids) == {
        made.id for made in dataset.records if not sources.isdisjoint(cited(made))
    }


@given(datasets(), some_sources)
@pytest.mark.parametrize(
    "code", ["repeated-identifier", "unknown-reference", "unsupported-field", "unknown-support"]
)
def test_a_view_leads_nowhere_wrong(code: str, dataset: Dataset, sources: set[str]) -> None:
    """In a view every field is still supported, and no reference leads to what is gone."""
    (check,) = (check for check in CHECKS if check.code == code)
    assert [] == list(check.problems(dataset.as_known_from(sources)))


def test_a_day_is_a_view_too() -> None:
    """What was known on a day is what the sources published by then say."""
    dataset = world(LEASE)
    known = [dataset.as_known_on(day).agreements for day in ("2020", "2021", "2022-01-01")]
    assert [0, 1, 1] == list(map(len, known))
    assert [None, "free"] == [known[1][0].price, known[2][0].price]


@pytest.mark.parametrize("field", ["occasion", "related", "mentions"])
def test_a_reference_to_what_is_gone_goes(field: str) -> None:
    """Records that refer to a record without a remaining source no longer do."""
    from relations.model.meeting import Meeting
    from relations.model.statement import Statement

    gone = record(Agreement, "gone", citations=(citation(source=SECOND),))
    kind = Statement if field == "mentions" else Meeting
    value = "gone" if field == "occasion" else ("gone",)
    stays = record(kind, "stays", **{field: value})
    (left,) = world(gone, stays).as_known_from([FIRST]).records
    assert (None if field == "occasion" else ()) == getattr(left, field)


def test_a_view_leaves_the_dataset_as_it_was() -> None:
    """Looking changes nothing."""
    dataset = world(LEASE)
    dataset.as_known_from([FIRST])
    assert (LEASE, edtf("2004")) == (dataset.agreements[0], LEASE.nominal_end and edtf("2004"))
