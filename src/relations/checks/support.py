"""Nothing is said that no source says."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from relations.checks.check import Finding
from relations.checks.cited import cited_parts, own_citations
from relations.dataset import Dataset
from relations.errors import nearest


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
    for owner in dataset.owners():
        for path, citations in (("citations", own_citations(owner)), *cited_parts(owner)):
            for index, citation in enumerate(citations):
                before = enumerate(citations[:index])
                first = next((at for at, one in before if one.alike(citation)), None)
                if first is not None:
                    yield Finding(
                        owner=owner,
                        message=f"these words are cited already, as citations[{first}]",
                        field=f"{path}[{index}]",
                        hint="name in the first all that the words support, and take this one out",
                    )
