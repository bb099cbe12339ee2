"""A review is of what was looked at, and of nothing later."""

from __future__ import annotations

from collections.abc import Iterator

from relations.canonical import content_of
from relations.checks.check import Finding
from relations.dataset import Dataset


def void_reviews(dataset: Dataset) -> Iterator[Finding]:
    """The last review of a record is of the record as it stands."""
    for record in dataset.records:
        if record.reviews and record.reviews[-1].content != content_of(record):
            last = record.reviews[-1]
            yield Finding(
                owner=record,
                field=f"reviews[{len(record.reviews) - 1}]",
                message=(
                    f"it has changed since it was {last.stage.words} by {last.by} on {last.date}"
                ),
                hint=f"look at it again, then: relations review {record.id}",
            )


def disordered_reviews(dataset: Dataset) -> Iterator[Finding]:
    """The reviews of a record stand in the order of their days, so that the last is the latest."""
    for record in dataset.records:
        days = [review.date for review in record.reviews]
        if days != sorted(days):
            yield Finding(
                owner=record,
                field="reviews",
                message="the reviews are not in order of time",
                hint="put the latest last",
            )
