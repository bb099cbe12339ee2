"""Nothing is said that no source says."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from relations.dataset import Dataset
from relations.errors import Problem, nearest
from relations.model.record import Record


def check_support(dataset: Dataset) -> Iterator[Problem]:
    """Every field that states a fact is named by a citation or has claims, and none other is."""
    for record in dataset.records:
        yield from _unsupported(record)
        yield from _unknown_fields(record)


def _unsupported(record: Record) -> Iterator[Problem]:
    supported = {name for citation in record.citations for name in citation.supports}
    supported |= {contest.field for contest in record.contests}
    for attribute in attrs.fields(type(record)):
        name = attribute.name
        if name in record.EDITORIAL or name in supported:
            continue
        if getattr(record, name) != attribute.default:
            yield Problem(
                message=f"{name} is stated and no citation supports it",
                record=record.id,
                field=name,
                hint=f"add {name!r} to the supports of the citation whose words say so",
            )


def _unknown_fields(record: Record) -> Iterator[Problem]:
    known = {attribute.name for attribute in attrs.fields(type(record))} - record.EDITORIAL
    for index, citation in enumerate(record.citations):
        for name in citation.supports:
            if name not in known:
                near = nearest(name, known)
                yield Problem(
                    message=f"{name!r} is no field that needs support",
                    record=record.id,
                    field=f"citations[{index}].supports",
                    found=repr(name),
                    allowed=", ".join(sorted(known)),
                    hint=f"did you mean {near[0]!r}?" if near else None,
                )
