"""A record's own field is its best claim."""

from __future__ import annotations

import json
from collections.abc import Iterator

from relations.checks.check import Finding
from relations.converter import make_converter
from relations.dataset import Dataset
from relations.model.claims import Contest
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.status import Status


def claims_not_followed(dataset: Dataset) -> Iterator[Finding]:
    """Where a field has claims, the field holds the value of the best one.

    A contested state has to be in the history.
    """
    for record in dataset.records:
        for contest in record.contests:
            yield from _differs(record, contest)


def _differs(record: Record, contest: Contest) -> Iterator[Finding]:
    own = _own_value(record, contest.field)
    if own != contest.best.value:
        yield Finding(
            owner=record,
            message=f"{contest.field} is not the value of its best claim",
            field=contest.field,
            found=_spelled(own),
            allowed=_spelled(contest.best.value),
            hint="change the field, or the rank of a claim",
        )


def _spelled(value: object) -> str:
    """A value as the data file spells it."""
    return json.dumps(make_converter().unstructure(value), ensure_ascii=False)


def _own_value(record: Record, name: str) -> object:
    if name.startswith(HISTORY_PREFIX):
        state = record.state(Status(name.removeprefix(HISTORY_PREFIX)))
        return state.date if state else None
    value: object = getattr(record, name)
    return value


def claims_cited_twice(dataset: Dataset) -> Iterator[Finding]:
    """A field with claims needs no other support: its citations stand with the claims."""
    for record in dataset.records:
        contested = {contest.field for contest in record.contests}
        for index, citation in enumerate(record.citations):
            for name in contested.intersection(citation.supports):
                yield Finding(
                    owner=record,
                    message=f"a citation supports {name!r}, which has claims of its own",
                    field=f"citations[{index}].supports",
                    hint="move the citation to the claim that its words bear out",
                )
