from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from builders import FIRST, SECOND, claim, dated, edtf, record, state, world
from relations.converter import StructureError, make_converter, structure
from relations.errors import Problem
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Rank
from relations.model.country import Codes
from relations.model.dates import Dating, EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.party import PartyRole, Role
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.status import Status
from strategies.records import records

CONVERTER = make_converter()

CITATION = {"source": "first", "quote": "words of the source", "supports": ["parties"]}
MEETING: dict[str, Any] = {
    "id": "talks",
    "title": "Talks",
    "level": "officials",
    "citations": [CITATION],
    "parties": [{"party": "VNM", "role": "host"}, {"party": "RUS", "role": "visitor"}],
}


def problems_of(target: type, value: object) -> tuple[Problem, ...]:
    """What is wrong with a value."""
    with pytest.raises(StructureError) as caught:
        structure(CONVERTER, value, target)
    return caught.value.problems


def problem_of(target: type, value: object) -> Problem:
    """The one thing wrong with a value."""
    (problem,) = problems_of(target, value)
    return problem


# -- values --------------------------------------------------------------------------------------


def test_a_well_formed_record_is_structured() -> None:
    """JSON values become enumerations, tuples and nested records."""
    meeting = structure(CONVERTER, MEETING, Meeting)
    host = PartyRole(party="VNM", role=Role.HOST)
    assert (host, "first") == (meeting.parties[0], meeting.citations[0].source)


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({"title": None}, "title", "expected a text in quotation marks, got null"),
        ({"title": 36}, "title", "expected a text in quotation marks, got a number"),
        ({"edition": "36"}, "edition", "expected a whole number, got a text"),
        ({"edition": True}, "edition", "expected a whole number, got true or false"),
        ({"edition": 36.0}, "edition", "expected a whole number, got a number"),
        ({"topics": "defence"}, "topics", "expected a list, got a text"),
        ({"topics": {"a": 1}}, "topics", "expected a list, got an object"),
        ({"topics": [1]}, "topics[0]", "expected a text in quotation marks, got a number"),
        ({"parties": [[]]}, "parties[0]", "expected an object, got a list"),
        ({"date": "2021"}, "date", "expected an object, got a text"),
        ({"date": {"edtf": 2021}}, "date.edtf", "expected an EDTF date, got a number"),
        ({"level": 3}, "level", "3 is not allowed here"),
        ({"title": "x" * 10_001}, "title", "has 10001 characters; a text has at most 10000"),
        ({"citations": []}, "citations", "needs at least one entry"),
        ({"title": " "}, "title", "must not be blank"),
        (
            {"parties": [{"party": "VNM", "role": "supplier"}]},
            "parties[0].role",
            "'supplier' is no role here",
        ),
    ],
)
def test_nothing_is_coerced(change: dict[str, object], path: str, message: str) -> None:
    """A value of the wrong sort is a problem with its path, not something near it."""
    problem = problem_of(Meeting, MEETING | change)
    assert (path, message) == (problem.field, problem.message)


@pytest.mark.parametrize("value", [None, "treaty", 7, [], True])
def test_only_an_object_is_a_record(value: object) -> None:
    """What is no JSON object is no record."""
    assert problem_of(Meeting, value).message.startswith("expected an object, got ")


@pytest.mark.parametrize("value", ["36", True, [36]])
def test_a_number_is_a_number(value: object) -> None:
    """A number in quotation marks, or a truth value, is no number of things."""
    problem = problem_of(Quantity, {"qualifier": "exact", "value": value})
    assert ("value", "a number") == (problem.field, problem.allowed)


@pytest.mark.parametrize("value", [36, 36.5])
def test_whole_and_broken_numbers_stay_what_they_are(value: float) -> None:
    """36 stays a whole number and 36.5 does not become one."""
    found = structure(CONVERTER, {"qualifier": "exact", "value": value}, Quantity).value
    assert (type(value), value) == (type(found), found)


def test_a_missing_field_is_named() -> None:
    """A field that is needed and not there is said by name."""
    value = {key: entry for key, entry in MEETING.items() if key != "title"}
    assert "missing required field 'title'" == problem_of(Meeting, value).message


def test_an_unknown_key_gets_the_nearest() -> None:
    """A key that the class does not know is a problem, with those it knows and the nearest."""
    problem = problem_of(Meeting, MEETING | {"titel": "Talks"})
    assert ("titel", "unknown field 'titel'") == (problem.field, problem.message)
    assert "title" == problem.near
    assert "delegates" in (problem.allowed or "")


def test_an_unknown_word_gets_the_nearest() -> None:
    """A word that an enumeration does not have is a problem, with all it has and the nearest."""
    problem = problem_of(Meeting, MEETING | {"format": "in_persn"})
    assert ("format", '"in_persn"') == (problem.field, problem.found)
    assert "in_person, video, hybrid, not_stated" == problem.allowed
    assert "in_person" == problem.near


def test_a_wrong_date_has_its_path_and_what_was_meant() -> None:
    """A date inside a list inside a record is found, with the reading that was probably meant."""
    states = [{"status": "held", "citations": [CITATION], "date": {"edtf": "2021/13"}}]
    problem = problem_of(Meeting, MEETING | {"history": states})
    assert "history[0].date.edtf" == problem.field
    assert "is not a date in EDTF" in problem.message


def test_a_wrong_day_is_refused() -> None:
    """The day of an edition is a day."""
    edition = {"name": "1", "date": "2021", "title": "T", "licence": "L", "publisher": "P"}
    problem = problem_of(type(world().edition), edition)
    assert ("date", "a day such as 2021-07-06") == (problem.field, problem.allowed)


def test_all_problems_come_at_once() -> None:
    """Each problem of a value is reported, not the first alone."""
    value = MEETING | {"title": None, "level": "officals", "date": {"edtf": "soon"}, "citation": []}
    assert {"title", "level", "date.edtf", "citation"} == {
        problem.field for problem in problems_of(Meeting, value)
    }


def test_what_was_found_is_quoted_in_part() -> None:
    """A long value is cut short in the message."""
    problem = problem_of(Meeting, MEETING | {"topics": "defence " * 100})
    assert 80 == len(problem.found or "")


def test_an_optional_text_may_be_null() -> None:
    """Where "not known" is allowed, ``null`` says it."""
    assert structure(CONVERTER, MEETING | {"series": None}, Meeting).series is None
    assert structure(CONVERTER, {"cow": None}, Codes).cow is None


# -- claims --------------------------------------------------------------------------------------


def agreement_with(field: str, value: object) -> dict[str, object]:
    """An agreement with one claim."""
    claims = [{"field": field, "value": value, "citations": [CITATION]}]
    return {
        "id": "treaty",
        "title": "Treaty",
        "form": "treaty",
        "citations": [CITATION],
        "claims": claims,
    }


@pytest.mark.parametrize(
    ("field", "value", "typed"),
    [
        ("term", {"qualifier": "exact", "value": 25}, Quantity.exact(25)),
        ("nominal_end", {"edtf": "2004"}, Dating(edtf("2004"))),
        ("history.signed", {"edtf": "1979-05"}, Dating(edtf("1979-05"))),
        ("binding", True, True),
        ("binding", None, None),
        ("subject", "friendship", "friendship"),
        ("places", ["cam-ranh"], ("cam-ranh",)),
        (
            "parties",
            [{"party": "VNM", "role": "grantor"}],
            (PartyRole(party="VNM", role=Role.GRANTOR),),
        ),
    ],
)
def test_a_claim_has_the_type_of_its_field(field: str, value: object, typed: object) -> None:
    """The value of a claim is structured as the field it is about would be."""
    agreement = structure(CONVERTER, agreement_with(field, value), Agreement)
    assert typed == agreement.claims[0].value


def test_a_claim_is_as_strict_as_its_field() -> None:
    """A claim's value of the wrong sort is a problem with the claim's path."""
    problem = problem_of(Agreement, agreement_with("binding", "yes"))
    assert ("claims[0].value", "true or false") == (problem.field, problem.allowed)


def test_a_claim_on_no_field_is_refused() -> None:
    """A claim is about a field of the record, or the date of a status it may hold."""
    problem = problem_of(Agreement, agreement_with("history.held", {"edtf": "1979"}))
    assert "'history.held' is no field that can be claimed here" == problem.message


# -- back ----------------------------------------------------------------------------------------


def test_defaults_are_left_out() -> None:
    """What is at its default is not written."""
    written = CONVERTER.unstructure(structure(CONVERTER, MEETING, Meeting))
    assert set(MEETING) == set(written)


def test_claims_are_written_by_their_own_type() -> None:
    """A date, a number and a list in a claim are written as in a field."""
    lease = record(
        Agreement,
        "lease",
        ("VNM",),
        term=Quantity.exact(25),
        claims=(
            claim("term", Quantity.exact(25)),
            claim("term", Quantity.about(20), Rank.DEPRECATED, source=SECOND),
            claim("history.signed", dated("1979")),
        ),
        history=(state(Status.SIGNED, "1979", source=FIRST),),
    )
    values = [entry["value"] for entry in CONVERTER.unstructure(lease)["claims"]]
    assert [
        {"qualifier": "exact", "value": 25},
        {"qualifier": "about", "value": 20},
        {"edtf": "1979"},
    ] == values


def test_a_date_is_written_as_its_text() -> None:
    """EDTF goes back as it came."""
    assert "2018-01~" == CONVERTER.unstructure(EdtfDate.parse("2018-01~"))


@given(records())
def test_every_record_survives_the_way_there_and_back(made: Record) -> None:
    """Writing a record as JSON and reading it gives the same record."""
    text = json.dumps(CONVERTER.unstructure(made), allow_nan=False)
    assert made == structure(CONVERTER, json.loads(text), type(made))


@pytest.mark.parametrize("kind", RECORD_TYPES.values())
def test_every_claimable_field_has_a_type(kind: type[Record]) -> None:
    """The converter knows what a claim on each field must be."""
    from relations.converter import claim_types

    assert kind.claimable() == set(claim_types(kind))


def test_direction_is_kept() -> None:
    """Supplier and recipient stay what they are."""
    tanks = record(ArmsTransfer, "tanks", ("RUS", "VNM"))
    again = structure(CONVERTER, CONVERTER.unstructure(tanks), ArmsTransfer)
    assert ("RUS", "VNM") == (again.supplier, again.recipient)
