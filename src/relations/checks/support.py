"""Nothing is said that no source says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.errors import nearest
from relations.model.source import Citation


def unsupported_fields(dataset: Dataset) -> Iterator[Finding]:
    """Every field that states a fact is named by a citation or has claims."""
    for record in dataset.records:
        supported = {name for citation in record.citations for name in citation.supports}
        supported |= {contest.field for contest in record.contests}
        for attribute in attrs.fields(type(record)):
            name = attribute.name
            if name in record.EDITORIAL or name in supported:
                continue
            if getattr(record, name) != attribute.default:
                yield Finding(
                    owner=record,
                    message=f"{name} is stated and no citation supports it",
                    field=name,
                    hint=f"add {name!r} to the supports of the citation whose words say so",
                )


def unknown_support(dataset: Dataset) -> Iterator[Finding]:
    """A citation names no field but those that need support."""
    for record in dataset.records:
        known = {attribute.name for attribute in attrs.fields(type(record))} - record.EDITORIAL
        for index, citation in enumerate(record.citations):
            for name in citation.supports:
                if name not in known:
                    near = nearest(name, sorted(known))
                    yield Finding(
                        owner=record,
                        message=f"{name!r} is no field that needs support",
                        field=f"citations[{index}].supports",
                        found=repr(name),
                        allowed=", ".join(sorted(known)),
                        near=near[0] if near else None,
                    )


def repeated_citations(dataset: Dataset) -> Iterator[Finding]:
    """The same words are cited once for one thing, with all that they support of it."""
    for owner in (*dataset.parties, *dataset.persons, *dataset.places, *dataset.records):
        for path, citations in _lists(owner):
            for index, citation in enumerate(citations):
                before = enumerate(citations[:index])
                first = next((at for at, one in before if one.alike(citation)), None)
                if first is not None:
                    yield Finding(
                        owner=owner,
                        message=f"these words are cited already, as citations[{first}]",
                        field=f"{path}citations[{index}]",
                        hint="name in the first all that the words support, and take this one out",
                    )


_PARTS: Final = ("history", "claims", "successions", "memberships", "tenures")
"""The fields whose entries have citations of their own."""


def _lists(owner: object) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """Each list of two citations or more in an entry, with the path of what has it."""
    parts = ((f"{name}[{n}].", it) for name in _PARTS for n, it in enumerate(_held(owner, name)))
    for path, part in (("", owner), *parts):
        citations: tuple[Citation, ...] = _held(part, "citations")
        if len(citations) > 1:
            yield path, citations


def _held(owner: object, name: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(owner, name, ())
    return found
