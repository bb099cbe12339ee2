from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import given

from builders import dated, record, source, world
from relations.canonical import content_of
from relations.checks import problems
from relations.entries import holding
from relations.errors import Severity, Unfit, UnknownName
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.review import Review, Stage
from relations.reviews import reviewed, standing
from strategies.records import records

DAY = date(2026, 7, 1)
DATA = world(record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06")))
CHECKED = reviewed(DATA, "talks", Stage.CHECKED, by="A. Reader", on=DAY, note="Seen in print.")


def test_a_review_says_who_looked_at_what_and_when() -> None:
    """The review is bound to the record as it stands, and is the last of its reviews."""
    talks = DATA.record("talks")
    assert (
        Review(
            stage=Stage.CHECKED,
            by="A. Reader",
            date=DAY,
            content=content_of(talks),
            note="Seen in print.",
        ),
    ) == CHECKED.record("talks").reviews
    assert [] == list(problems(CHECKED))


def test_a_later_review_leaves_the_earlier_standing_in_the_list() -> None:
    """A second review follows the first, and both are of the same content."""
    approved = reviewed(CHECKED, "talks", Stage.APPROVED, by="B. Editor", on=DAY)
    talks = approved.record("talks")
    assert [Stage.CHECKED, Stage.APPROVED] == [review.stage for review in talks.reviews]
    assert talks.reviews[-1] == standing(talks)


def test_a_later_edit_makes_the_review_void() -> None:
    """A record that has changed says so, and names who looked at it."""
    edited = attrs.evolve(CHECKED.record("talks"), title="Other talks")
    (problem,) = problems(holding(CHECKED, [edited]))
    assert ("void-review", Severity.WARNING, "talks", "reviews[0]") == (
        problem.code,
        problem.severity,
        problem.record,
        problem.field,
    )
    assert "checked by A. Reader on 2026-07-01" in problem.message
    assert None is standing(edited)


def test_a_change_of_its_source_leaves_a_review_standing() -> None:
    """The review is of the record, not of the address of its source."""
    moved = attrs.evolve(source(), archived_address="https://archive.example/1")
    assert [] == list(problems(holding(CHECKED, [moved])))


def test_a_record_without_a_review_has_none_that_stands() -> None:
    """What nobody looked at is not reviewed."""
    assert None is standing(DATA.record("talks"))


def test_reviews_are_in_order_of_time() -> None:
    """An earlier review after a later one is an error: the last has to be the latest."""
    earlier = reviewed(CHECKED, "talks", Stage.DRAFT, by="C.", on=date(2025, 1, 1))
    assert ["disordered-reviews"] == [problem.code for problem in problems(earlier)]


def test_an_unknown_record_cannot_be_reviewed() -> None:
    """A misspelt identifier is an error with the nearest."""
    with pytest.raises(UnknownName, match="did you mean 'talks'"):
        reviewed(DATA, "talk", Stage.DRAFT, by="A. Reader", on=DAY)


def test_a_review_needs_a_hash() -> None:
    """A review bound to something else than a hash cannot be made."""
    with pytest.raises(Unfit, match="is no hash"):
        Review(stage=Stage.DRAFT, by="A. Reader", date=DAY, content="sha256:abc")


@given(records(), records())
def test_equal_content_has_one_hash(one: Record, other: Record) -> None:
    """Two records have the same hash if and only if they are equal, reviews apart."""
    assert (one == other) == (content_of(one) == content_of(other))
