from __future__ import annotations

import datetime

import attrs
import pytest
from hypothesis import given

from builders import citation, dated, edtf, record, state
from relations.dataset import Dataset
from relations.errors import DateError, UnknownName
from relations.model.agreement import Agreement, AgreementForm
from relations.model.dates import EdtfDate
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.selection import Selection, When, as_edtf
from strategies.records import datasets, days

TREATY = record(
    Agreement,
    "treaty",
    ("VNM", "RUS"),
    places=("cam-ranh",),
    topics=("defence",),
    history=(state(Status.SIGNED, "1979-05-02"), state(Status.EXPIRED, "2002")),
)
PACT = record(
    Agreement,
    "pact",
    ("LAO", "RUS"),
    form=AgreementForm.DECLARATION,
    history=(state(Status.SIGNED, "1998?"),),
)
UNDATED = record(Agreement, "a-draft", ("VNM",))
AGREEMENTS = Selection([PACT, UNDATED, TREATY])


def ids(selection: Selection[Record]) -> tuple[str, ...]:
    """The identifiers, for a selection of any kind."""
    return selection.ids


# -- order ---------------------------------------------------------------------------------------


def test_records_stand_in_order_of_time() -> None:
    """The earliest stands first, and what has no date stands last."""
    assert ("treaty", "pact", "a-draft") == AGREEMENTS.ids


def test_records_of_one_day_stand_by_identifier() -> None:
    """Of two records of one date, the identifier decides."""
    b, a = (record(Meeting, name, date=dated("2021")) for name in "ba")
    assert ("a", "b") == Selection([b, a]).ids


def test_a_selection_is_a_collection() -> None:
    """It can be counted, walked through, indexed and looked into."""
    assert (3, TREATY, True) == (len(AGREEMENTS), AGREEMENTS[0], PACT in AGREEMENTS)
    assert [TREATY, PACT, UNDATED] == list(AGREEMENTS)


# -- where ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"form": "treaty"}, ("treaty", "a-draft")),
        ({"form": AgreementForm.DECLARATION}, ("pact",)),
        ({"status": "expired"}, ("treaty",)),
        ({"party": "RUS"}, ("treaty", "pact")),
        ({"place": "cam-ranh"}, ("treaty",)),
        ({"topic": "defence", "party": "VNM"}, ("treaty",)),
        ({"places": ()}, ("pact", "a-draft")),
        ({"binding": None}, ("treaty", "pact", "a-draft")),
        ({"title": "nothing"}, ()),
    ],
)
def test_where_narrows_down(fields: dict[str, object], found: tuple[str, ...]) -> None:
    """A word matches an enumeration by its value and a list by membership."""
    assert found == AGREEMENTS.where(**fields).ids


def test_an_unknown_field_is_refused() -> None:
    """A field that no record has is an error with the nearest, not an empty answer."""
    with pytest.raises(UnknownName, match="no field is known as 'statsu'; did you mean 'status'"):
        AGREEMENTS.where(statsu="expired")


def test_nothing_has_no_misspelt_field_either() -> None:
    """Of no records, a field of any kind may be asked for, and a misspelt one is still told."""
    nothing = AGREEMENTS.where(title="no such title")
    assert () == nothing.where(status="expired").ids == nothing.where(stance="position").ids
    with pytest.raises(UnknownName, match="did you mean 'status'"):
        nothing.where(statsu="expired")


def test_a_field_of_some_kinds_leaves_out_the_others() -> None:
    """In a selection of several kinds, a kind without the field does not match."""
    meeting = record(Meeting, "talks")
    both: Selection[Record] = Selection([TREATY, meeting])
    assert ("talks",) == both.where(level="officials").ids


def test_attribution_is_found_without_regard_to_spelling() -> None:
    """Whom the source names as its authority is found by any part of the name, in any case."""
    words = citation("parties", attribution="the news agency TASS")
    told = attrs.evolve(TREATY, citations=(words, *TREATY.citations))
    assert ("treaty",) == Selection([told, PACT]).attributed_to("tass").ids


# -- when ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1979-05-01", (), ()),
        ("1979-05-02", ("treaty",), ()),
        ("1998-06-01", ("treaty",), ("pact",)),
        ("2002-06-01", (), ("treaty", "pact")),
        ("2003-01-01", (), ("pact",)),
    ],
)
def test_a_day_has_two_kinds_of_yes(
    day: str, certain: tuple[str, ...], possible: tuple[str, ...]
) -> None:
    """What certainly stood on a day and what possibly did are kept apart."""
    answer = Selection([TREATY, PACT]).on(day)
    assert certain == answer.certain.ids
    assert possible == answer.possible.ids


def test_an_interval_is_asked_as_a_whole() -> None:
    """What stood at some time in an interval is found, though not on all of its days."""
    assert ("treaty",) == AGREEMENTS.during("1960/1980").certain.ids


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (datetime.date(2021, 7, 6), "2021-07-06"),
        ("2021", "2021-01-01/2021-12-31"),
        ("2021~", "2021-01-01/2021-12-31"),
        (edtf("2018/.."), "2018-01-01/.."),
    ],
)
def test_a_question_is_about_a_whole_period(when: When, asked: str) -> None:
    """A year asked about means all of it, and "about" is no part of a question."""
    assert asked == str(as_edtf(when))


def test_a_question_about_no_date_is_refused() -> None:
    """Free text is no day."""
    with pytest.raises(DateError):
        AGREEMENTS.on("last summer")


@given(datasets(), days())
def test_no_record_is_certain_and_possible_at_once(dataset: Dataset, day: EdtfDate) -> None:
    """The two answers share no record, and neither has one that the selection lacks."""
    answer = dataset.records.on(day)
    certain, possible = set(ids(answer.certain)), set(ids(answer.possible))
    assert set() == certain & possible
    assert certain | possible <= set(ids(dataset.records))


@given(datasets(), days())
def test_what_stood_on_a_day_stood_during_its_year(dataset: Dataset, day: EdtfDate) -> None:
    """A longer question has no fewer answers."""
    year = str(day)[:4]
    on, during = dataset.records.on(day), dataset.records.during(year)
    assert set(ids(on.certain)) <= set(ids(during.certain))
    both = {*ids(during.certain), *ids(during.possible)}
    assert set(ids(on.possible)) <= both


def test_a_word_that_an_enumerated_field_does_not_know_is_an_error() -> None:
    """A slip in a status is reported with the nearest word, not answered with nothing."""
    with pytest.raises(UnknownName) as caught:
        Selection((record(Agreement, "pact", history=(state(Status.IN_FORCE, "1979"),)),)).where(
            status="in_forc"
        )
    assert ("in_force",) == caught.value.nearest[:1]
