"""What a record names, taken along to where it goes: sources, parties, people and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from relations.dataset import Dataset
from relations.entries import entries
from relations.errors import RelationsError
from relations.gazetteer import fold
from relations.model.record import Record
from relations.model.references import pruned, redirected, references

R = TypeVar("R", bound=Record)
Key = tuple[str, str]
"""What sort of thing an identifier is of, and the identifier."""

_SORTS = {
    "sources": "source",
    "countries": "party",
    "organisations": "party",
    "persons": "person",
    "places": "place",
}


class Clash(RelationsError):
    """An identifier that means one thing here and another there."""


def in_company(dataset: Dataset, record: R, origin: Dataset) -> tuple[R, tuple[Any, ...]]:
    """A record of ``origin`` as it stands in the dataset, and what has to be added with it.

    Sources of one address, and people, places and parties of one name, are one. A reference to a
    record that the data do not have is left out.

    Raises:
        Clash: if an identifier means another thing in the dataset.
    """
    here, there = _named(dataset), _named(origin)
    meant = {key: _counterpart(here, key, there[key]) for key in _reached(record, there)}
    to = {key: found for key, found in meant.items() if found is not None}
    standing = {*here, *meant, *(("record", one.id) for one in dataset.records)}

    def arrived(entry: Any) -> Any:
        return pruned(
            redirected(entry, to), lambda found: (found.target, found.identifier) in standing
        )

    company = tuple(arrived(there[key]) for key, found in meant.items() if found is None)
    return arrived(record), company


def _named(dataset: Dataset) -> dict[Key, Any]:
    return {
        (_SORTS[group], entry.id): entry for group, entry in entries(dataset) if group in _SORTS
    }


def _reached(record: Record, there: Mapping[Key, Any]) -> Iterator[Key]:
    """All that a record names, and what these name in turn."""
    found: dict[Key, None] = {}
    waiting: list[Any] = [record]
    while waiting:
        for reference in references(waiting.pop()):
            key = (reference.target, reference.identifier)
            if key in there and key not in found:
                found[key] = None
                waiting.append(there[key])
    yield from found


def _counterpart(here: Mapping[Key, Any], key: Key, entry: Any) -> str | None:
    """The identifier in the data of the thing that an entry describes; ``None`` if it is new.

    Raises:
        Clash: if its identifier means another thing there.
    """
    same = here.get(key)
    if same is not None:
        if not _one_thing(same, entry):
            raise Clash(
                f"{key[1]!r} is another {key[0]} in the data: {_title(same)!r} there, "
                f"{_title(entry)!r} here; give it another identifier"
            )
        return key[1]
    alike = [other for (sort, other), it in here.items() if sort == key[0] and _alike(it, entry)]
    return alike[0] if len(alike) == 1 else None


def _one_thing(one: Any, other: Any) -> bool:
    """Whether two entries of one identifier describe one thing."""
    return bool(one == other or _alike(one, other) or _title(one) == _title(other))


def _alike(one: Any, other: Any) -> bool:
    """Whether two entries have an address or a name in common."""
    if hasattr(one, "names"):
        mine, theirs = ({fold(name.text) for name in it.names} for it in (one, other))
        return not mine.isdisjoint(theirs)
    return one.address is not None and one.address == other.address


def _title(entry: Any) -> str:
    return str(entry.title if hasattr(entry, "title") else entry.name)
