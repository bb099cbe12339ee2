"""Words that count only together have company, and a state is supported in its date alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.person import Person
from relations.model.record import Record
from relations.model.source import Citation

Place = tuple[str, tuple[Citation, ...]]
"""The path of a list of citations, and the citations that bear out one thing."""


def lonely_citations(dataset: Dataset) -> Iterator[Finding]:
    """A citation marked ``together`` has another so marked for the same thing."""
    for owner in (*dataset.records, *dataset.persons):
        for path, citations in _things(owner):
            if sum(citation.together for citation in citations) == 1:
                yield Finding(
                    owner=owner,
                    field=path,
                    message="one citation counts only together with others, and there is no other",
                    hint="mark the others it needs with together as well, or take the mark out",
                )


def _things(owner: Record | Person) -> Iterator[Place]:
    """The citations of each claim, state and office, and of each supported field of a record."""
    if isinstance(owner, Person):
        yield from _each("tenures", owner.tenures)
        return
    yield from _each("claims", owner.claims)
    yield from _each("history", owner.history)
    for name in {name for citation in owner.citations for name in citation.supports}:
        yield "citations", tuple(c for c in owner.citations if name in c.supports)


def _each(path: str, entries: Iterable[object]) -> Iterator[Place]:
    for index, entry in enumerate(entries):
        yield f"{path}[{index}].citations", getattr(entry, "citations", ())


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
