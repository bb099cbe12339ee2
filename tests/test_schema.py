from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from cli.commands import invoke
from docs.pages import ROOT
from relations.dataset import Dataset
from relations.errors import DataError, DateError
from relations.model.dates import EdtfDate
from relations.schema import BEYOND, BY_KIND, DIALECT, RULES, WHOLES, dumps
from relations.schema.making import _rules
from relations.storage import dumps as canonical
from relations.storage import shipped_path, structured
from strategies.examples import SCHEMA, groups, paths, removed, replaced, spelled
from strategies.records import datasets

FORMATS = FormatChecker(formats=())


@FormatChecker.checks(FORMATS, "edtf", raises=DateError)
def is_edtf(value: object) -> bool:
    """Whether a text is a date in EDTF; other values are not the format's matter."""
    return not isinstance(value, str) or bool(EdtfDate.parse(value))


@FormatChecker.checks(FORMATS, "date", raises=ValueError)
def is_day(value: object) -> bool:
    """Whether a text is a day."""
    return not isinstance(value, str) or bool(datetime.date.fromisoformat(value))


VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)
EDITION = {"name": "1", "date": "2026-01-01", "title": "T", "licence": "L", "publisher": "P"}
FULL = groups()


def file_of(group: str, entry: object) -> dict[str, Any]:
    """A data file with this one entry."""
    return {"format": 1, "edition": EDITION, group: [entry]}


BEYOND_WORDS = (
    *("low is more than high", "and so is no day of it", "has two judgements"),
    "cannot be administered by itself",
)
"""What the reader says where the schema, told of dates, cannot follow."""


def reader_accepts(document: dict[str, Any], beyond: tuple[str, ...] = ()) -> bool:
    """Whether the reader makes a dataset of a document, but for what these words complain of."""
    try:
        structured(document, "made up")
    except DataError as error:
        said = [problem.message for problem in error.problems]
        return all(any(word in message for word in beyond) for message in said)
    return True


# -- as a whole ----------------------------------------------------------------------------------


def test_the_schema_is_one() -> None:
    """It is sound by the rules of its dialect."""
    Draft202012Validator.check_schema(SCHEMA)
    assert DIALECT == SCHEMA["$schema"]


def test_the_shipped_schema_is_the_one_of_the_classes() -> None:
    """The file beside the data is what the classes say; renew it by ``relations schema``."""
    assert dumps() == (ROOT / "data" / "relations.schema.json").read_text(encoding="utf-8")


def test_the_command_prints_it() -> None:
    """``relations schema`` prints what is shipped."""
    assert dumps() == invoke("schema").stdout


def test_the_shipped_data_fit() -> None:
    """The data that come with the library fit their schema."""
    document = json.loads(shipped_path().read_text(encoding="utf-8"))
    assert [] == [error.message for error in VALIDATOR.iter_errors(document)]


def written() -> Iterator[tuple[type[Any], attrs.Attribute[Any]]]:
    """Every field of every class of the data file."""
    waiting: list[Any] = [Dataset]
    seen: set[Any] = set()
    while waiting:
        hint = waiting.pop()
        waiting += getattr(hint, "__args__", ())
        if isinstance(hint, type) and attrs.has(hint) and hint not in seen:
            seen.add(hint)
            waiting += get_type_hints(hint).values()
            for field in attrs.fields(hint):
                yield hint, field


def test_every_rule_of_a_field_has_its_words() -> None:
    """No validator of the data file's classes is forgotten, and none is named that is not there."""
    there = {rule for cls, field in written() if cls is not EdtfDate for rule in _rules(field)}
    assert there - {"selection.in_time"} == set(RULES) | set(WHOLES) | BY_KIND


def test_every_object_and_word_is_described() -> None:
    """An editor shows what each object is, and of most fields what they hold."""
    assert all(made["description"] for made in SCHEMA["$defs"].values())
    lineage = SCHEMA["$defs"]["Source"]["properties"]["lineage"]["description"]
    assert lineage.startswith("`lineage` names the text it descends from")
    assert "``" not in dumps()


def test_a_file_may_say_where_its_schema_is() -> None:
    """The key ``$schema`` is for editors, and changes nothing of what is read."""
    plain = file_of("places", FULL["places"])
    told = {"$schema": "relations.schema.json", **plain}
    assert VALIDATOR.is_valid(told)
    assert canonical(structured(plain, "a")) == canonical(structured(told, "b"))
    assert not reader_accepts({"$schema": 3, **plain})
    assert not VALIDATOR.is_valid({"$schema": 3, **plain})


def test_what_the_schema_cannot_say_is_named() -> None:
    """Each rule beyond the schema is really one: the reader refuses, and the schema does not."""
    quantity = {"qualifier": "range", "low": 3, "high": 2}
    early = FULL["organisations"]["memberships"][0] | {"period": "2021", "begun_by": "2020"}
    cases: list[tuple[str, dict[str, Any]]] = [
        ("meetings", {"date": {"edtf": "2021-02-29"}}),
        ("meetings", {"duration": quantity}),
        ("meetings", {"edition": 36.0}),
        ("organisations", {"memberships": [early]}),
        ("meetings", {"confidence": FULL["meetings"]["confidence"] * 2}),
        ("countries", {"administered_by": FULL["countries"]["id"]}),
    ]
    assert len(BEYOND) == len(cases)
    for group, change in cases:
        document = file_of(group, FULL[group] | change)
        assert Draft202012Validator(SCHEMA).is_valid(document)
        assert not reader_accepts(document)


# -- both ways -----------------------------------------------------------------------------------


@pytest.mark.parametrize("group", FULL)
def test_an_entry_with_every_field_fits(group: str) -> None:
    """The reader and the schema accept an entry of each group that has all it may have."""
    document = file_of(group, FULL[group])
    assert [] == [error.message for error in VALIDATOR.iter_errors(document)]
    assert reader_accepts(document)


@given(datasets())
def test_what_the_reader_accepts_the_schema_accepts(dataset: Dataset) -> None:
    """Whatever can be written fits the schema."""
    assert VALIDATOR.is_valid(json.loads(canonical(dataset)))


ODD = (
    *("", " ", "a b", "words " * 30, "x" * 10_001, "2021", "2021-13", "/..", "[2017,2018]", "VNM"),
    *("20210706", "ha", "TIV", "usd", "ftp://x", "signed", "proposer", "exact", "deprecated"),
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 10**30),
    st.sampled_from([0.5, 1e-300, -0.1]),  # none is whole: 36.0 is beyond the schema, as named
    st.text(max_size=12).filter(lambda text: "\n" not in text),
    st.sampled_from(ODD),
    st.sampled_from([[], {}, [None], [[]], ["x", "x"], {"a": 1}, {"edtf": "2021"}]),
)


@given(st.data())
def test_the_schema_and_the_reader_agree(data: st.DataObject) -> None:
    """Change, drop or add anything anywhere: both accept the file, or both refuse it."""
    group = data.draw(st.sampled_from(list(FULL)))
    entry = FULL[group]
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(paths(entry))))
        match data.draw(st.sampled_from(["change", "change", "drop", "add"])):
            case "change":
                entry = replaced(entry, path, data.draw(VALUES))
            case "drop":
                entry = removed(entry, path)
            case _:
                entry = {**entry, data.draw(st.sampled_from(["titel", "", "a.b[0]"])): 1}
        if not list(paths(entry)):
            break
    document = file_of(group, entry)
    assert reader_accepts(document, BEYOND_WORDS) == VALIDATOR.is_valid(document), document


# -- wrong types, everywhere ---------------------------------------------------------------------

WRONG: tuple[object, ...] = (None, True, 7, "words", [], {}, [[[]]])


@pytest.mark.parametrize("group", FULL)
def test_a_wrong_type_is_refused_wherever_it_stands(group: str) -> None:
    """At every path of every entry, each value that the schema refuses is refused, and placed."""
    tried = 0
    for path in paths(FULL[group]):
        for value in WRONG:
            document = file_of(group, replaced(FULL[group], path, value))
            if VALIDATOR.is_valid(document):
                continue
            tried += 1
            with pytest.raises(DataError) as caught:
                structured(document, "made up")
            around = {
                problem.field.removeprefix(f"{group}[0]").lstrip(".")
                for problem in caught.value.problems
            }
            assert any(_meet(field, spelled(path)) for field in around), (path, value, around)
    assert tried > 3


def _meet(field: str, path: str) -> bool:
    """Whether one of two places is the other, or within it."""
    return field.startswith(path) or path.startswith(field)
