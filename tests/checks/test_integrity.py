from __future__ import annotations

from typing import Any

import attrs
import pytest

from builders import (
    FIRST,
    SECOND,
    body,
    citation,
    claim,
    country,
    dated,
    person,
    place,
    record,
    source,
    state,
    tenure,
    with_parties,
    world,
)
from relations.checks import problems
from relations.dataset import Dataset
from relations.errors import Problem, Severity
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.coverage import Coverage, CoverageClass
from relations.model.meeting import Delegate, Meeting
from relations.model.status import State, Status
from relations.storage import load

TREATY = record(Agreement, "treaty", ("VNM", "SUN"), history=(state(Status.SIGNED, "1979"),))
TALKS = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021"), related=("treaty",))
SHOIGU = person("shoigu", "Sergei Shoigu", tenures=(tenure("minister", "RUS", "2012/.."),))
NOTHING_ABOUT_XXX = Coverage(
    id="c", kinds=("meetings",), parties=("XXX",), coverage_class=CoverageClass.NONE
)
SOUND = world(TREATY, TALKS, persons=(SHOIGU,))


def found(code: str, dataset: Dataset, severity: Severity = Severity.ERROR) -> Problem:
    """The one problem of a severity, which the check with this code finds."""
    (problem,) = problems(dataset, {severity})
    assert (code, severity) == (problem.code, problem.severity)
    return problem


def test_a_sound_dataset_has_no_problem() -> None:
    """Where every rule is kept, no check says anything."""
    assert [] == list(problems(SOUND))


def test_the_shipped_data_are_sound() -> None:
    """No check finds an error in the data that come with the library."""
    assert [] == [it for it in problems(load()) if it.severity is Severity.ERROR]


# -- identifiers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dataset", "what", "identifier"),
    [
        (world(TREATY, TREATY), "record", "treaty"),
        (world(TREATY, record(Meeting, "treaty")), "record", "treaty"),
        (with_parties(world(), country("VNM", "Annam")), "party", "VNM"),
        (with_parties(world(), body("RUS", "A body")), "party", "RUS"),
        (world(persons=(SHOIGU, SHOIGU)), "person", "shoigu"),
        (world(places=(place("x", "X"), place("x", "Y"))), "place", "x"),
        (world(sources=(source(FIRST), source(FIRST))), "source", FIRST),
        (
            world(coverage=(Coverage(id="c", kinds=(), coverage_class=CoverageClass.NONE),) * 2),
            "coverage",
            "c",
        ),
    ],
)
def test_an_identifier_names_one_thing(dataset: Dataset, what: str, identifier: str) -> None:
    """Two of a sort with one identifier are an error, and so are two records of any kinds."""
    problem = found("repeated-identifier", dataset)
    assert f"two {what} entries have this identifier" == problem.message
    assert (identifier, "id") == (problem.record, problem.field)


def test_a_place_and_a_record_may_share_an_identifier() -> None:
    """Identifiers of different sorts do not meet."""
    assert [] == list(problems(world(record(Meeting, "cam-ranh"))))


# -- links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dataset", "owner", "path", "what"),
    [
        (world(record(Agreement, "treaty", ("XXX",))), "treaty", "parties[0].party", "party"),
        (world(record(Agreement, "treaty", places=("x",))), "treaty", "places[0]", "place"),
        (world(record(Agreement, "treaty", related=("x",))), "treaty", "related[0]", "record"),
        (world(record(Meeting, "talks", occasion="x")), "talks", "occasion", "record"),
        (
            world(record(Agreement, "treaty", citations=(citation(source="x"),))),
            "treaty",
            "citations[0].source",
            "source",
        ),
        (
            world(record(Meeting, "talks", delegates=(Delegate(person="x", party="RUS"),))),
            "talks",
            "delegates[0].person",
            "person",
        ),
        (
            world(record(Agreement, "t", history=(state(Status.SIGNED, "1979", source="x"),))),
            "t",
            "history[0].citations[0].source",
            "source",
        ),
        (
            world(record(Agreement, "t", subject="a", claims=(claim("subject", "a", source="x"),))),
            "t",
            "claims[0].citations[0].source",
            "source",
        ),
        (world(places=(place("bay", "Bay", within="x"),)), "bay", "within", "place"),
        (world(sources=(source(FIRST, side="XXX"),)), FIRST, "side", "party"),
        (world(coverage=(NOTHING_ABOUT_XXX,)), "c", "parties[0]", "party"),
        (
            with_parties(world(), country("A", "A", after="XXX")),
            "A",
            "successions[0].predecessor",
            "party",
        ),
        (with_parties(world(), body("B", "B", parent="XXX")), "B", "parent", "party"),
        (
            with_parties(world(), body("B", "B", members=[("XXX", "2000/..")])),
            "B",
            "memberships[0].party",
            "party",
        ),
        (
            world(persons=(person("p", "P", tenures=(tenure("minister", "XXX", "2012"),)),)),
            "p",
            "tenures[0].party",
            "party",
        ),
    ],
)
def test_a_reference_leads_somewhere(dataset: Dataset, owner: str, path: str, what: str) -> None:
    """An identifier that names nothing of its sort is an error, wherever it stands."""
    problem = found("unknown-reference", dataset)
    assert (owner, path) == (problem.record, problem.field)
    assert f"no {what} has this identifier" == problem.message


def test_a_reference_gets_the_nearest() -> None:
    """A slip of the pen is met with what was probably meant."""
    problem = found("unknown-reference", world(record(Agreement, "treaty", places=("cam-rahn",))))
    assert ("'cam-rahn'", "cam-ranh") == (problem.found, problem.near)


# -- claims --------------------------------------------------------------------------------------


def contested(own: str, *ranks: Rank) -> Dataset:
    """An agreement whose subject has a claim of each rank, named for it."""
    claims = tuple(claim("subject", rank.value, rank) for rank in ranks)
    return world(record(Agreement, "pact", subject=own, claims=claims))


def test_a_field_holds_its_best_claim() -> None:
    """A contested field with the value of another claim is an error that shows both values."""
    ranks = (Rank.DEPRECATED, Rank.PREFERRED)
    assert [] == list(problems(contested("preferred", *ranks)))
    problem = found("claim-not-followed", contested("deprecated", *ranks))
    assert ("subject", '"deprecated"') == (problem.field, problem.found)
    assert '"preferred"' == problem.allowed


def dated_by_claims(*history: State) -> Dataset:
    """An agreement whose signature is dated by a claim."""
    claims = (claim("history.signed", dated("1979")),)
    return world(record(Agreement, "pact", history=history, claims=claims))


@pytest.mark.parametrize("history", [(), (state(Status.SIGNED),), (state(Status.SIGNED, "1980"),)])
def test_a_state_is_dated_by_its_best_claim(history: tuple[State, ...]) -> None:
    """A contested state has to stand in the history, with the date of the best claim."""
    assert [] == list(problems(dated_by_claims(state(Status.SIGNED, "1979"))))
    assert "history.signed" == found("claim-not-followed", dated_by_claims(*history)).field


def test_a_contested_field_needs_no_other_support() -> None:
    """A citation that supports a field with claims of its own is an error."""
    (pact,) = contested("normal", Rank.NORMAL).agreements
    twice = attrs.evolve(pact, citations=(citation("subject"),))
    problem = found("claim-cited-twice", world(twice))
    assert ("pact", "citations[0].supports") == (problem.record, problem.field)


# -- support -------------------------------------------------------------------------------------


def test_a_stated_field_is_supported() -> None:
    """A field that is stated and that no citation supports is an error."""
    bare = attrs.evolve(TREATY, subject="friendship")
    problem = found("unsupported-field", world(bare))
    assert ("subject is stated and no citation supports it", "subject") == (
        problem.message,
        problem.field,
    )


def test_what_is_the_editors_needs_no_support() -> None:
    """Titles, notes, topics and classes are the editor's."""
    noted = attrs.evolve(TREATY, title="Another", note="A note", topics=("defence",))
    assert [] == list(problems(world(noted)))


@pytest.mark.parametrize(
    ("name", "near"), [("partis", "parties"), ("title", None), ("xyzzy", None)]
)
def test_a_citation_supports_fields_that_need_it(name: str, near: str | None) -> None:
    """A citation that names no field that needs support is an error, with the nearest."""
    wrong = attrs.evolve(TREATY, citations=(*TREATY.citations, citation(name, source=SECOND)))
    problem = found("unknown-support", world(wrong))
    assert ("citations[1].supports", repr(name)) == (problem.field, problem.found)
    assert near == problem.near


TWICE = (citation("date"), citation())


@pytest.mark.parametrize(
    ("path", "twice"),
    [
        ("citations[1]", {"citations": (*TREATY.citations, citation())}),
        ("history[0].citations[1]", {"history": (State(status=Status.SIGNED, citations=TWICE),)}),
        (
            "claims[0].citations[1]",
            {
                "subject": "peace",
                "claims": (attrs.evolve(claim("subject", "peace"), citations=TWICE),),
            },
        ),
    ],
)
def test_the_same_words_are_cited_once(path: str, twice: dict[str, Any]) -> None:
    """Words that are cited twice for a record, a state or a claim are an error."""
    problem = found("repeated-citation", world(attrs.evolve(TREATY, **twice)))
    assert (path, "these words are cited already, as citations[0]") == (
        problem.field,
        problem.message,
    )


CLUB = body("CLUB", "Club", members=[("VNM", "1995/..")])
IN_A_MEMBERSHIP = attrs.evolve(
    CLUB, memberships=(attrs.evolve(CLUB.memberships[0], citations=TWICE),)
)
IN_AN_OFFICE = attrs.evolve(
    SHOIGU, tenures=(attrs.evolve(SHOIGU.tenures[0], citations=(citation(), citation())),)
)


@pytest.mark.parametrize(
    ("path", "dataset"),
    [
        ("citations[1]", with_parties(world(), attrs.evolve(CLUB, citations=TWICE))),
        ("memberships[0].citations[1]", with_parties(world(), IN_A_MEMBERSHIP)),
        ("tenures[0].citations[1]", world(persons=(IN_AN_OFFICE,))),
    ],
)
def test_the_same_words_are_cited_once_for_whoever_is_named(path: str, dataset: Dataset) -> None:
    """Words that are cited twice for a party, a membership or an office are an error."""
    assert path == found("repeated-citation", dataset).field


def test_the_same_words_on_two_pages_are_two_citations() -> None:
    """A source may say the same twice."""
    pages = tuple(attrs.evolve(TREATY.citations[0], locator=page) for page in "12")
    assert [] == list(problems(world(attrs.evolve(TREATY, citations=pages))))


# -- order ---------------------------------------------------------------------------------------


def test_states_stand_in_the_order_of_time() -> None:
    """A state that is certainly earlier than the one before it is an error."""
    history = (state(Status.IN_FORCE, "1980"), state(Status.SIGNED, "1979"))
    problem = found("states-out-of-order", world(record(Agreement, "pact", history=history)))
    assert ("pact", "history", "1980 then 1979") == (problem.record, problem.field, problem.found)


@pytest.mark.parametrize(
    "history",
    [
        (state(Status.SIGNED, "1979"), state(Status.IN_FORCE, "1979-01-01")),
        (state(Status.SIGNED), state(Status.IN_FORCE, "1979")),
        (state(Status.SIGNED, "1980?"), state(Status.IN_FORCE, "1979")),
    ],
)
def test_states_that_may_be_in_order_are_left_alone(history: tuple[State, ...]) -> None:
    """Where the dates leave it open, nothing is said."""
    assert [] == list(problems(world(record(Agreement, "pact", history=history))))


def test_an_undated_state_hides_no_disorder() -> None:
    """States with an undated one between them are still compared."""
    history = (state(Status.SIGNED, "1980"), state(Status.IN_FORCE), state(Status.EXPIRED, "1979"))
    found("states-out-of-order", world(record(Agreement, "pact", history=history)))


def test_a_state_of_no_certain_date_hides_no_disorder() -> None:
    """States are compared with all before them, not with their neighbours alone."""
    history = tuple(
        state(status, date)
        for status, date in (
            (Status.SIGNED, "1985"),
            (Status.IN_FORCE, "1970/1990"),
            (Status.EXPIRED, "1979"),
        )
    )
    found("states-out-of-order", world(record(Agreement, "pact", history=history)))


def test_a_contested_state_stands_once() -> None:
    """A status that a claim dates may not stand twice; one without claims may."""
    twice = (state(Status.SIGNED, "1979"), state(Status.SIGNED, "1990"))
    assert [] == list(problems(world(record(Agreement, "pact", history=twice))))
    problem = found("repeated-state", dated_by_claims(*twice))
    assert "signed stands twice, so a claim on its date is ambiguous" == problem.message


def ending(status: Status, actual: str, nominal: str) -> Dataset:
    """An agreement with an end that its text foresees, and one that came."""
    history = (state(Status.SIGNED, "1979"), state(status, actual))
    return world(record(Agreement, "lease", history=history, nominal_end=dated(nominal)))


def test_a_nominal_end_is_held_against_the_actual() -> None:
    """A lease that ended two years before its term is worth a note, and no fault."""
    problem = found("contradicting-ends", ending(Status.EXPIRED, "2002", "2004"), Severity.NOTE)
    assert "the term ends in 2004 and the agreement is expired in 2002" == problem.message


@pytest.mark.parametrize(
    ("status", "actual"), [(Status.EXPIRED, "2004-05"), (Status.SUSPENDED, "2002")]
)
def test_an_end_in_its_time_is_no_warning(status: Status, actual: str) -> None:
    """An end within the foreseen year agrees with it, and a suspension is no end."""
    assert [] == list(problems(ending(status, actual, "2004")))


# -- the list ------------------------------------------------------------------------------------


def test_problems_come_check_by_check() -> None:
    """Everything that is wrong is found at once, in the order of the list of checks."""
    bad = record(Agreement, "treaty", ("XXX",), citations=(citation(),))
    assert ["no party has this identifier", "parties is stated and no citation supports it"] == [
        problem.message for problem in problems(world(bad))
    ]
