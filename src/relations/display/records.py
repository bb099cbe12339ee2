"""Records and selections in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from attrs import frozen

from relations.display.markup import (
    NOT_KNOWN,
    Html,
    block,
    facts,
    joined,
    source_link,
    strong,
    table,
    text,
    unbroken,
)
from relations.exporters.records import records_table
from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.model.source import Citation, Source
from relations.pairs import PairSelection
from relations.selection import Selection

R = TypeVar("R", bound=Record)

Sources = Mapping[str, Source]
"""Sources by identifier; those of a record that are not there are named without a link."""

MOST: Final = 10
"""The most rows that a display shows."""

_FEW: Final = 3
"""The most parties, and the most sources, that a row names."""

_BESIDE: Final = frozenset({"id", "kind", "title", "citations", "claims", "sources", "reviews"})
"""Columns of a record's table that its display says in another way, or not."""


@frozen(repr=False)
class Shown:
    """A record together with the sources that its display links."""

    record: Record
    sources: Sources

    def __repr__(self) -> str:
        return repr(self.record)

    def _repr_html_(self) -> str:
        return show_record(self.record, self.sources)


def show_record(record: Record, sources: Sources) -> str:
    """All that is known of a record: its fields, then the words of its sources."""
    (row,) = records_table((record,)).to_dicts()
    known = [
        (_words(name), text(value))
        for name, value in row.items()
        if value is not None and name not in _BESIDE and not _is_repeated(name)
    ]
    heading = Html(f"{strong(record.title)} {text(f'({kind_of(record)}, {record.id})')}")
    return block(heading, facts(known), *_quoted(record, sources))


def _is_repeated(name: str) -> bool:
    """Whether a column only repeats the date that stands beside it, or the parties."""
    return name.endswith(("_earliest", "_latest")) or name.startswith("role_")


def _quoted(record: Record, sources: Sources) -> Iterator[Html]:
    quoted = list(_citations(record))
    rows = [
        (
            source_link(sources.get(it.source), it.source),
            text(it.quote),
            joined(map(text, supported)),
        )
        for it, supported in quoted[:MOST]
    ]
    yield table(("source", "words", "bears out"), rows)
    yield how_many(len(quoted), len(rows), "citation")


def _citations(record: Record) -> Iterator[tuple[Citation, Sequence[str]]]:
    """Each citation with what it bears out: fields, a status, or an account of a field."""
    for citation in record.citations:
        yield citation, [_words(name) for name in citation.supports]
    for state in record.history:
        yield from ((citation, [f"status {state.status.words}"]) for citation in state.citations)
    for claim in record.claims:
        account = f"{claim.rank.value} account of {_words(claim.field)}"
        yield from ((citation, [account]) for citation in claim.citations)


def _words(name: str) -> str:
    return name.replace("_", " ").replace(".", " ")


def show_selection(selection: Selection[R]) -> str:
    """The first records of a selection, and how many there are."""
    shown = tuple(selection)[:MOST]
    ways = selection if isinstance(selection, PairSelection) else None
    head = ("date", "title", "status", "parties", *(["way"] if ways else []), "sources")
    rows = [_row(record, selection.sources, ways) for record in shown]
    counted = how_many(len(selection), len(shown), "record")
    return block(table(head, rows), counted) if shown else block(counted)


def _row(record: Record, sources: Sources, ways: PairSelection[Record] | None) -> Iterator[Html]:
    date, status = record.date_of_record, record.status
    yield unbroken(date.text) if date else NOT_KNOWN
    yield text(record.title)
    yield text(status.words) if status else NOT_KNOWN
    yield _first(map(text, record.party_ids))
    if ways is not None:
        yield text(ways.path(record).way.value.replace("_", " "))
    yield _cited(record, sources)


def _cited(record: Record, sources: Sources) -> Html:
    """The first sources of a record, and how many more there are."""
    cited = dict.fromkeys(citation.source for citation in record.all_citations())
    return _first(source_link(sources.get(it), it) for it in cited)


def _first(parts: Iterable[Html]) -> Html:
    """The first few of some parts, and how many more there are."""
    listed = list(parts)
    left = len(listed) - _FEW
    return joined([*listed[:_FEW], text(f"and {left} more")] if left > 0 else listed)


def how_many(total: int, shown: int, what: str) -> Html:
    """How many there are, and how many of them are left out; none found is said in words."""
    if not total:
        return text(f"No {what} found.")
    counted = f"{total:,} {what}{'' if total == 1 else 's'}"
    left = total - shown
    return text(f"{counted}; {left:,} not shown." if left else f"{counted}.")
