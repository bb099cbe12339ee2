from __future__ import annotations

import attrs
import pytest

from builders import (
    SECOND,
    body,
    citation,
    claim,
    dated,
    person,
    record,
    state,
    tenure,
    with_parties,
    world,
)
from relations.checks import problems
from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.model.source import Citation
from relations.model.status import Status

HALF = citation(together=True)
OTHER_HALF = citation(source=SECOND, together=True)
WHOLE = citation(source=SECOND)


def cited_by(where: str, *citations: Citation) -> Dataset:
    """A world where a claim, a state, a membership or an office has these citations."""
    if where == "memberships":
        club = body("CLUB", "Club", members=[("VNM", "1995/..")])
        belongs = attrs.evolve(club.memberships[0], citations=citations)
        return with_parties(world(), attrs.evolve(club, memberships=(belongs,)))
    if where == "tenures":
        held = attrs.evolve(tenure("minister", "RUS", "2012"), citations=citations)
        return world(persons=(person("shoigu", "Shoigu", tenures=(held,)),))
    if where == "claims":
        given = attrs.evolve(claim("price", "free"), citations=citations)
        return world(record(Agreement, "pact", price="free", claims=(given,)))
    signed = attrs.evolve(state(Status.SIGNED, "1979"), citations=citations)
    return world(record(Agreement, "pact", history=(signed,)))


def found(dataset: Dataset) -> list[tuple[str, str]]:
    """Code and field of each problem."""
    return [(problem.code, problem.field) for problem in problems(dataset)]


@pytest.mark.parametrize("where", ["claims", "history", "memberships", "tenures"])
def test_words_that_count_only_together_need_company(where: str) -> None:
    """One citation so marked is a slip, beside others or alone; two are not."""
    place = f"{where}[0].citations"
    assert [("lonely-citation", place)] == found(cited_by(where, HALF))
    assert [("lonely-citation", place)] == found(cited_by(where, HALF, WHOLE))
    assert [] == found(cited_by(where, HALF, OTHER_HALF))


def test_citations_of_a_field_need_company_for_that_field() -> None:
    """Two citations so marked that support different fields keep each other no company."""
    apart = (citation("price", together=True), citation("subject", source=SECOND, together=True))
    pact = record(Agreement, "pact", price="free", subject="bases", citations=apart)
    assert [("lonely-citation", "citations")] * 2 == found(world(pact))


def test_a_citation_of_a_state_supports_its_date_alone() -> None:
    """Another field of the record is supported by a citation of the record."""
    good, bad = citation("date"), citation("price")
    assert [] == found(cited_by("history", good))
    assert [("unknown-state-support", "history[0].citations[0].supports")] == found(
        cited_by("history", bad)
    )
    assert dated("1979") == cited_by("history", good).agreements[0].history[0].date
