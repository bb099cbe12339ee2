"""Looking at a record and saying so: what was looked at, by whom, when, and how far it is good."""

from __future__ import annotations

import datetime

import attrs

from relations.canonical import content_of
from relations.dataset import Dataset
from relations.entries import holding
from relations.model.record import Record
from relations.model.review import Review, Stage


def reviewed(
    dataset: Dataset, record: str, stage: Stage, *, by: str, on: datetime.date, note: str = ""
) -> Dataset:
    """The dataset with a review of a record as it stands, after the reviews that it has.

    Raises:
        UnknownName: if there is no such record; with the nearest.
    """
    found = dataset.record(record)
    review = Review(stage=stage, by=by, date=on, content=content_of(found), note=note)
    return holding(dataset, [attrs.evolve(found, reviews=(*found.reviews, review))])


def standing(record: Record) -> Review | None:
    """The last review of a record, if the record is still what was looked at."""
    last = record.reviews[-1] if record.reviews else None
    return last if last is not None and last.content == content_of(record) else None
