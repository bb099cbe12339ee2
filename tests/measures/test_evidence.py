from __future__ import annotations

import attrs

import relations
from builders import FIRST, SECOND, citation, claim, record, source, world
from founding import FOUNDING
from relations.measures.evidence import Verdict, evidence, verdict
from relations.model.agreement import Agreement
from relations.model.claims import Rank, Reason
from relations.model.record import Record
from relations.model.source import SourceClass


def test_copies_of_one_text_are_one_lineage() -> None:
    """Two sources of one lineage corroborate nothing."""
    data = world(record(Agreement, "pact", citations=(citation(), citation(source=SECOND))))
    alike = tuple(attrs.evolve(entry, lineage="agency") for entry in data.sources)
    (found,) = evidence(attrs.evolve(data, sources=alike))
    assert (2, 1, False) == (found.sources, found.lineages, found.is_corroborated)


def test_official_sources_are_counted() -> None:
    """A ministry's page is counted beside the press."""
    data = world(record(Agreement, "pact", citations=(citation(), citation(source=SECOND))))
    ministry = attrs.evolve(source(SECOND), source_class=SourceClass.OFFICIAL)
    press = attrs.evolve(source(FIRST), source_class=SourceClass.PRESS)
    (found,) = evidence(attrs.evolve(data, sources=(press, ministry)))
    assert 1 == found.official


def contested(*ranks: Rank, reason: Reason | None = None) -> Record:
    """An agreement whose subject has a claim of each rank; all but the first have the reason."""
    claims = [
        attrs.evolve(claim("subject", str(number), Rank.NORMAL), rank=rank, reason=why)
        for number, rank in enumerate(ranks)
        for why in [reason if number else None]
    ]
    return record(Agreement, "pact", subject="0", claims=tuple(claims))


def test_two_accounts_of_one_rank_are_unresolved() -> None:
    """Where nothing decides between two accounts, the fact is unresolved."""
    (contest,) = contested(Rank.NORMAL, Rank.NORMAL).contests
    assert Verdict.UNRESOLVED is verdict(contest)


def test_a_denied_account_is_a_contradiction() -> None:
    """Where one account is an error, the fact is contradicted."""
    (contest,) = contested(Rank.PREFERRED, Rank.DEPRECATED, reason=Reason.ERROR).contests
    assert Verdict.CONTRADICTED is verdict(contest)


def test_a_less_precise_account_is_only_refined() -> None:
    """Where one account is merely closer, nothing is contradicted."""
    (contest,) = contested(Rank.PREFERRED, Rank.NORMAL, reason=Reason.LESS_PRECISE).contests
    assert Verdict.REFINED is verdict(contest)


def test_the_topics_checked_have_other_sources() -> None:
    """At least 36 topics were held against a source beyond the founding documents."""
    inquiries = relations.load().inquiries
    beyond = [entry for entry in inquiries if not set(FOUNDING).issuperset(entry.sources)]
    assert len(beyond) >= 36


def test_what_found_nothing_is_said_on_the_record() -> None:
    """A record of which something was looked for in vain says so itself."""
    data = relations.load()
    vain = [entry for entry in data.inquiries if entry.outcome.value == "nothing_found"]
    assert vain
    for inquiry in vain:
        assert all("found" in data.record(about).note.lower() for about in inquiry.about)
