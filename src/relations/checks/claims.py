"""A record's own field is its best claim."""

from __future__ import annotations

import json
from collections.abc import Iterator

from relations.converter import make_converter
from relations.dataset import Dataset
from relations.errors import Problem
from relations.model.claims import Contest
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.status import Status


def check_claims(dataset: Dataset) -> Iterator[Problem]:
    """Where a field has claims, the field holds the value of the best one.

    A contested state has to be in the history, and a contested field needs no other support.
    """
    for record in dataset.records:
        for contest in record.contests:
            yield from _differs(record, contest)
        yield from _doubly_supported(record)


def _differs(record: Record, contest: Contest) -> Iterator[Problem]:
    own = _own_value(record, contest.field)
    if own != contest.best.value:
        yield Problem(
            message=f"{contest.field} is not the value of its best claim",
            record=record.id,
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


def _doubly_supported(record: Record) -> Iterator[Problem]:
    contested = {contest.field for contest in record.contests}
    for index, citation in enumerate(record.citations):
        for name in contested.intersection(citation.supports):
            yield Problem(
                message=f"a citation supports {name!r}, which has claims of its own",
                record=record.id,
                field=f"citations[{index}].supports",
                hint="move the citation to the claim that its words bear out",
            )
