"""Words that count only together have company, and a state is supported in its date alone."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.checks.cited import cited_parts, own_citations
from relations.dataset import Dataset
from relations.model.source import Citation


def lonely_citations(dataset: Dataset) -> Iterator[Finding]:
    """A citation marked ``together`` has another so marked for the same thing."""
    for owner in dataset.owners():
        for path, citations in (*_by_field(owner), *cited_parts(owner)):
            if sum(citation.together for citation in citations) == 1:
                yield Finding(
                    owner=owner,
                    field=path,
                    message="one citation counts only together with others, and there is no other",
                    hint="mark the others it needs with together as well, or take the mark out",
                )


def _by_field(owner: object) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """The entry's own citations, by each field that they support."""
    own = own_citations(owner)
    for name in {name for citation in own for name in citation.supports}:
        yield "citations", tuple(citation for citation in own if name in citation.supports)


def unknown_state_support(dataset: Dataset) -> Iterator[Finding]:
    """A citation of a state supports its date or names no field."""
    for record in dataset.records:
        for number, state in enumerate(record.history):
            for index, citation in enumerate(state.citations):
                for name in citation.supports:
                    if name != "date":
                        yield Finding(
                            owner=record,
                            field=f"history[{number}].citations[{index}].supports",
                            message=f"{name!r} is no part of a state that needs support",
                            found=repr(name),
                            allowed="date",
                        )
