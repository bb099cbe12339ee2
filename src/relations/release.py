"""What may leave the house: the dataset without what is restricted, and without a trace of it.

A record, a source, a claim, a citation, an inquiry, a statement of coverage and a withdrawal say of
themselves whether they are restricted. What is cited by restricted words alone is restricted too: a
source, a person, a place or a party of which nothing public speaks. Whatever would lead to one of
these goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Final, TypeVar

import attrs

from relations.dataset import Dataset
from relations.model.claims import Claim
from relations.model.coverage import Coverage
from relations.model.edition import Edition
from relations.model.kinds import RECORD_TYPES
from relations.model.record import Record
from relations.model.references import (
    Reference,
    identifiers,
    identifying_fields,
    pruned,
    references,
)
from relations.model.source import Citation, Release
from relations.rivals import settled
from relations.selection import Selection
from relations.views import Keep, remaining

E = TypeVar("E")
Gone = Collection[tuple[str | None, str]]
"""What is hidden: the sort of each identifier (``"source"``), and the identifier."""

_NAMED: Final = {
    "countries": "party",
    "organisations": "party",
    "persons": "person",
    "places": "place",
}
"""The groups of what records name, and what their identifiers are of."""


def public(dataset: Dataset) -> Dataset:
    """The dataset without what is restricted, and without what would tell of it.

    What rests on restricted words alone is as unknown in it as if they had never been written.
    """
    hidden = _hidden_sources(dataset)

    def keep(citation: Citation) -> bool:
        return _is_open(citation) and citation.source not in hidden

    named = {group: tuple(_shown(getattr(dataset, group), keep)) for group in _NAMED}
    spoken = {kind: tuple(_records(dataset, kind, keep, ())) for kind in RECORD_TYPES}
    gone = {("source", source) for source in hidden} | set(_gone(dataset, {**named, **spoken}))
    records = {kind: tuple(_records(dataset, kind, keep, gone)) for kind in RECORD_TYPES}
    kept = {group: tuple(_without(all_, gone)) for group, all_ in {**named, **records}.items()}
    return _with_their_sources(
        attrs.evolve(
            dataset,
            **{group: _as_held(group, entries) for group, entries in kept.items()},
            coverage=tuple(_coverage(dataset, keep, gone)),
            inquiries=tuple(_untouched(dataset.inquiries, gone)),
            withdrawn=tuple(_without(filter(_is_open, dataset.withdrawn), gone)),
            edition=_edition(dataset),
        ),
        gone,
    )


def _is_open(entry: Any) -> bool:
    return getattr(entry, "release", Release.PUBLIC) is Release.PUBLIC


def _edition(dataset: Dataset) -> Edition:
    """The title block without the hash of the whole, which this may not be."""
    overlays = tuple(filter(_is_open, dataset.edition.overlays))
    return attrs.evolve(dataset.edition, overlays=overlays, released=None, digest=None)


# -- what is hidden ------------------------------------------------------------------------------


def _hidden_sources(dataset: Dataset) -> frozenset[str]:
    """The sources that are restricted themselves, or that restricted words alone cite."""
    restricted = {source.id for source in dataset.sources if not _is_open(source)}
    citing = (*dataset.parties, *dataset.persons, *dataset.places, *dataset.records)
    owners = (*citing, *(entry.none_stated for entry in dataset.coverage))
    cited, openly = (
        {source for owner in asked for source in identifiers(owner, "source")}
        for asked in (owners, _shown(owners, _is_open))
    )
    return frozenset(restricted | (cited - openly))


def _gone(dataset: Dataset, groups: dict[str, tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
    """What was in the dataset and is not in the groups."""
    for group, entries in groups.items():
        left = {entry.id for entry in entries}
        sort = _NAMED.get(group, "record")
        yield from ((sort, one.id) for one in getattr(dataset, group) if one.id not in left)


# -- what is shown -------------------------------------------------------------------------------


def _records(dataset: Dataset, kind: str, keep: Keep, gone: Gone) -> Iterator[Record]:
    """The open records as open words bear them out; no claim names what is gone."""
    cls: Any = RECORD_TYPES[kind]
    sorts = identifying_fields(cls)

    def spoken(claim: Claim) -> bool:
        named = claim.value if isinstance(claim.value, tuple) else (claim.value,)
        return _is_open(claim) and all((sorts.get(claim.field), it) not in gone for it in named)

    for record in filter(_is_open, dataset.of_kind(kind)):
        left = remaining(record, keep, spoken)
        if left is not None:
            # One account alone would tell that there is another.
            yield settled(left, {claim.field for claim in record.claims if not spoken(claim)})


def _shown(entries: Iterable[E], keep: Keep) -> Iterator[E]:
    """The entries as far as they are open; one that loses all its citations is gone."""
    for entry in entries:
        left = _open_part(entry, keep)
        if left is not None:
            yield left


def _open_part(value: Any, keep: Keep) -> Any:
    """A value without what is restricted in it; ``None`` if that is all of it."""
    if isinstance(value, tuple):
        return tuple(_shown(value, keep))
    if not attrs.has(type(value)):
        return value
    if not _is_open(value) or (isinstance(value, Citation) and not keep(value)):
        return None
    lists = {
        attribute.name: inner
        for attribute in attrs.fields(type(value))
        if isinstance(inner := getattr(value, attribute.name), tuple) and inner
    }
    left = {name: _open_part(inner, keep) for name, inner in lists.items()}
    if "citations" in left and not left["citations"]:
        return None
    return value if left == lists else attrs.evolve(value, **left)


def _without(entries: Iterable[E], gone: Gone) -> Iterator[E]:
    """The entries without references to what is gone; a judgement is of the entry as it was."""
    for entry in entries:
        left = pruned(entry, _leads(gone))
        if left is not None:
            changed = isinstance(left, Record) and left != entry
            yield attrs.evolve(left, reviews=(), confidence=()) if changed else left


def _leads(gone: Gone) -> Callable[[Reference], bool]:
    return lambda found: (found.target, found.identifier) not in gone


def _untouched(entries: Iterable[Any], gone: Gone) -> Iterator[Any]:
    """The entries that are open and name nothing that is gone: their words may tell of it."""
    leads = _leads(gone)
    return (entry for entry in filter(_is_open, entries) if all(map(leads, references(entry))))


def _coverage(dataset: Dataset, keep: Keep, gone: Gone) -> Iterator[Coverage]:
    """What is open, of open parties, by open sources; a note may tell of those that are not."""
    for entry in filter(_is_open, dataset.coverage):
        asked = attrs.evolve(entry, sources=(), none_stated=())
        left = attrs.evolve(
            entry,
            sources=tuple(one for one in entry.sources if ("source", one) not in gone),
            none_stated=tuple(filter(keep, entry.none_stated)),
        )
        if all(map(_leads(gone), references(asked))) and (left.sources or not entry.sources):
            yield left if left == entry else attrs.evolve(left, note="")


def _with_their_sources(dataset: Dataset, gone: Gone) -> Dataset:
    """The dataset with the sources that anything in it names, and no others."""
    named = {source for owner in dataset.owners() for source in identifiers(owner, "source")}
    sources = (source for source in dataset.sources if source.id in named)
    return attrs.evolve(dataset, sources=tuple(_without(sources, gone)))


def _as_held(group: str, entries: tuple[Any, ...]) -> Any:
    return Selection(entries) if group in RECORD_TYPES else entries
