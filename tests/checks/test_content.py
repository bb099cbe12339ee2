from __future__ import annotations

import datetime

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
    edtf,
    names,
    person,
    place,
    record,
    source,
    state,
    with_parties,
    world,
)
from checks.finding import found
from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.model.coverage import Coverage, CoverageClass
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.model.withdrawal import Withdrawal

# -- identifiers ---------------------------------------------------------------------------------


def test_an_identifier_is_never_used_again() -> None:
    """A record with the identifier of one that was withdrawn is an error."""
    gone = Withdrawal(id="pact", reason="It was no agreement.", date=datetime.date(2026, 1, 2))
    dataset = attrs.evolve(world(record(Agreement, "pact")), withdrawn=(gone,))
    (problem,) = found("reused-identifier", dataset)
    assert ("pact", "id") == (problem.record, problem.field)
    assert "It was no agreement." in problem.message
    assert [] == found("reused-identifier", attrs.evolve(world(), withdrawn=(gone,)))


# -- duplicates ----------------------------------------------------------------------------------


def talks(identifier: str, title: str, day: str = "2021-07-06", **more: object) -> Record:
    """A meeting of Viet Nam and Russia."""
    return record(Meeting, identifier, ("VNM", "RUS"), title=title, date=dated(day), **more)


ONE = talks("a", "Special meeting of foreign ministers")


def test_one_thing_is_one_record() -> None:
    """The same parties, date and title, in whatever case, are worth a look."""
    (problem,) = found(
        "duplicate-record", world(ONE, talks("b", "Special Meeting of foreign ministers"))
    )
    assert ("b", True) == (problem.record, "of a:" in problem.message)


@pytest.mark.parametrize(
    "other",
    [
        talks("b", "Special meeting of foreign ministers", "2021-07-07"),
        talks("b", "Consultations on security"),
        record(Meeting, "b", ("VNM",), title=ONE.title, date=dated("2021-07-06")),
        record(Agreement, "b", ("VNM", "RUS"), title=ONE.title),
    ],
)
def test_two_things_are_two_records(other: Record) -> None:
    """Another date, title, party or kind makes it another thing."""
    assert [] == found("duplicate-record", world(ONE, other))


def test_what_is_much_alike_may_be_one() -> None:
    """Titles that share most of their words, at what may be one time, are worth a look."""
    near = talks("b", "Special meeting of the foreign ministers", "2021-07")
    (problem,) = found("near-duplicate-record", world(ONE, near))
    assert "is much like a: " in problem.message


def test_what_is_like_several_is_told_once() -> None:
    """A record that is much like several others is one problem, and not one for each."""
    near = [
        talks(name, f"Special meeting of the foreign ministers{more}", "2021-07")
        for name, more in (("b", ""), ("c", ", online"))
    ]
    problems = found("near-duplicate-record", world(ONE, *near))
    assert [("b", False), ("c", True)] == [
        (problem.record, problem.message.endswith(", and 1 more")) for problem in problems
    ]
    assert all("much like a: " in problem.message for problem in problems)


@pytest.mark.parametrize(
    "other",
    [
        talks("b", "Special meeting of the foreign ministers", "2020"),
        talks("b", "Special consultations on security"),
        talks("b", "Special meeting of the foreign ministers", related=("a",)),
        talks("b", "Special meeting of foreign ministers"),
    ],
)
def test_what_is_told_apart_is_left_alone(other: Record) -> None:
    """Another time or title, a word that they are two, or sameness itself is no likeness."""
    assert [] == found("near-duplicate-record", world(ONE, other))


def test_one_document_is_one_source() -> None:
    """Two sources of one address are worth a look, with or without a stroke at its end."""
    first = attrs.evolve(source(FIRST), address="https://example.org/a/")
    second = attrs.evolve(source(SECOND), address="https://example.org/a")
    (problem,) = found("duplicate-source", world(sources=(first, second)))
    assert (SECOND, "address") == (problem.record, problem.field)
    assert [] == found("duplicate-source", world(sources=(first, source(SECOND))))


# -- sides ---------------------------------------------------------------------------------------


def told_by(*sides: str | None) -> Dataset:
    """An agreement of Viet Nam and Russia whose parties two sources of these sides tell of."""
    cited = (citation("parties"), citation("parties", source=SECOND))
    sources = tuple(
        source(name, side=side) for name, side in zip((FIRST, SECOND), sides, strict=True)
    )
    return world(record(Agreement, "pact", ("VNM", "RUS"), citations=cited), sources=sources)


def test_what_one_side_tells_is_noted() -> None:
    """A fact of two parties that the sources of one of them alone tell of is worth knowing."""
    (problem,) = found("one-sided-fact", told_by("RUS", "RUS"))
    assert "parties: known from RUS alone" == problem.message


@pytest.mark.parametrize("sides", [("RUS", "VNM"), ("RUS", None), (None, None), ("LAO", "LAO")])
def test_what_others_tell_too_is_not(sides: tuple[str | None, str | None]) -> None:
    """The other party, or one that is no party, makes a fact more than one side's."""
    assert [] == found("one-sided-fact", told_by(*sides))


def test_what_a_party_does_alone_it_may_tell_alone() -> None:
    """A fact of one party has no other side."""
    (pact,) = told_by("RUS", "RUS").agreements
    alone = attrs.evolve(pact, parties=pact.parties[1:])
    sources = (source(FIRST, side="RUS"), source(SECOND, side="RUS"))
    assert [] == found("one-sided-fact", world(alone, sources=sources))


def test_states_and_claims_are_facts_too() -> None:
    """The date of a state and a contested field may rest on one side like a field."""
    made = record(
        Agreement,
        "pact",
        ("VNM", "RUS"),
        citations=(citation("parties", source=SECOND),),
        history=(state(Status.SIGNED, "1995"),),
        subject="peace",
        claims=(claim("subject", "peace"),),
    )
    (problem,) = found(
        "one-sided-fact", world(made, sources=(source(FIRST, side="RUS"), source(SECOND)))
    )
    assert "history.signed, subject: known from RUS alone" == problem.message


# -- coverage ------------------------------------------------------------------------------------


def covered(**fields: object) -> Dataset:
    """The meeting of 2021, and what is said of how thoroughly such were looked for."""
    given = {"id": "c", "kinds": ("meetings",), "coverage_class": CoverageClass.NONE, **fields}
    made = Coverage(**given)  # type: ignore[arg-type]  # each by its name
    union = body("EAEU", "Eurasian Economic Union", members=[("RUS", "2015/..")])
    return with_parties(world(ONE, coverage=(made,)), union)


def test_where_nothing_was_looked_for_nothing_is_held() -> None:
    """A record of a kind, pair and time for which the coverage is none is worth a look."""
    (problem,) = found(
        "contradicted-coverage", covered(parties=("VNM", "RUS"), period=edtf("2021"))
    )
    assert ("coverage", "c", "coverage_class") == (problem.group, problem.record, problem.field)
    assert "says that nothing was looked for, and a is there" == problem.message


@pytest.mark.parametrize(
    "fields",
    [
        {"kinds": ("agreements",)},
        {"parties": ("VNM", "LAO")},
        {"period": edtf("2020")},
        {"coverage_class": CoverageClass.OPPORTUNISTIC},
        {"parties": ("RUS",), "region": "EAEU"},
        {"parties": ("RUS",), "region": "a body that there is not"},
    ],
)
def test_coverage_of_something_else_is_not_contradicted(fields: dict[str, object]) -> None:
    """A record of another kind, pair or time, or one that came to hand, contradicts nothing."""
    assert [] == found("contradicted-coverage", covered(**fields))


def test_of_what_a_source_calls_none_nothing_was_held() -> None:
    """A meeting reported as held in a year that a source calls empty is worth a look."""
    entry = Coverage(
        id="c",
        kinds=("meetings",),
        coverage_class=CoverageClass.OPPORTUNISTIC,
        period=edtf("2021"),
        none_stated=(citation(),),
    )
    was_held = attrs.evolve(ONE, history=(state(Status.HELD),))
    denied = world(was_held, coverage=(entry,))
    (problem,) = found("contradicted-coverage", denied)
    assert ("none_stated", "a source says that there was none, and a is there") == (
        problem.field,
        problem.message,
    )
    elsewhere = attrs.evolve(entry, period=edtf("2020"))
    assert [] == found("contradicted-coverage", world(was_held, coverage=(elsewhere,)))
    assert [] == found("contradicted-coverage", world(ONE, coverage=(entry,)))


def test_coverage_is_of_kinds_that_there_are() -> None:
    """A kind that there is not is an error, with the nearest."""
    (problem,) = found("unknown-kind", covered(kinds=("meetings", "agrements")))
    assert ("kinds[1]", "agreements") == (problem.field, problem.near)


def test_what_is_cited_was_read() -> None:
    """A source that records cite and that no coverage names is worth a look, if any names some."""
    (problem,) = found("unread-source", covered(sources=(SECOND,)))
    assert ("sources", FIRST) == (problem.group, problem.record)
    assert [] == found("unread-source", covered(sources=(FIRST,)))
    assert [] == found("unread-source", covered())


# -- names ---------------------------------------------------------------------------------------


def test_a_name_leads_to_what_bears_it() -> None:
    """A name that two states bear is noted at both of them."""
    dataset = with_parties(world(), country("COG", "Congo"), country("COD", "DR Congo", "Congo"))
    said = {(p.record, p.field): p.message for p in found("ambiguous-name", dataset)}
    assert {
        ("COG", "names[0].text"): "'Congo' may also mean COD",
        ("COD", "names[1].text"): "'Congo' may also mean COG",
    } == said


def test_names_of_people_and_places_too() -> None:
    """Two people of one name, and two places, are noted."""
    people = (person("a", "Ivan Petrov"), person("b", "Ivan Petrov"))
    dataset = world(persons=people, places=(place("x", "Sông"), place("y", "Song")))
    assert {"a", "b", "x", "y"} == {p.record for p in found("ambiguous-name", dataset)}


def test_a_name_may_pass_from_one_state_to_the_next() -> None:
    """A name of a state that has ended is looked up in its time."""
    old = attrs.evolve(country("OLD", "Oldland", existed="1900/1950"), names=names("Land"))
    new = attrs.evolve(country("NEW", "Newland", existed="1960/.."), names=names("Land"))
    assert [] == found("ambiguous-name", with_parties(world(), old, new))
