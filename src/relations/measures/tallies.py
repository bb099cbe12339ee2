"""How many records there were in each year: of a pair, of a directed pair, or of a state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import Final, NamedTuple

from relations.measures.years import years_of
from relations.model.dates import EdtfDate
from relations.model.party import Role
from relations.model.record import Record

ACTS_ON: Final = frozenset(
    {
        (Role.SUPPLIER, Role.RECIPIENT),
        (Role.GRANTOR, Role.BENEFICIARY),
        (Role.VISITOR, Role.HOST),
        (Role.SPEAKER, Role.ADDRESSEE),
        (Role.SPEAKER, Role.SUBJECT),
    }
)
"""The roles between which a record has a direction, from the first to the second."""

Key = tuple[str, ...]
"""One party, or two: in order of identifier, or from the one that acts to the other."""


class Part(NamedTuple):
    """That a party counts for the one that a record names, which is itself or came before it."""

    party: str
    role: Role
    named: str


After = Mapping[str, Sequence[tuple[str, EdtfDate | None]]]
"""For each party those that came after it, and until when it stands for them."""

Keys = Callable[[Sequence[Part]], Iterable[Key]]
"""The keys under which a record is counted, from who takes part in it."""


class Count(NamedTuple):
    """How many records: certainly in a year, and possibly besides."""

    certain: int
    possible: int


Tally = Mapping[int, Mapping[Key, Count]]
"""For each year the counts by key; a key that is not there has no record."""


def single(parts: Sequence[Part]) -> set[Key]:
    """Each party for itself."""
    return {(part.party,) for part in parts}


def undirected(parts: Sequence[Part]) -> set[Key]:
    """Every two parties, in order of identifier."""
    return {(a.party, b.party) for a, b in _apart(parts) if a.party < b.party}


def directed(parts: Sequence[Part]) -> set[Key]:
    """Every two parties, from the one that acts to the other; both ways where neither does."""
    acting = {(a.party, b.party) for a, b in _apart(parts) if (a.role, b.role) in ACTS_ON}
    return acting | {
        (a.party, b.party)
        for a, b in _apart(parts)
        if (a.party, b.party) not in acting and (b.party, a.party) not in acting
    }


def _apart(parts: Sequence[Part]) -> Iterable[tuple[Part, Part]]:
    """Every two of different parties, both ways, that count for different ones."""
    return ((a, b) for a, b in permutations(parts, 2) if a.party != b.party and a.named != b.named)


def tally(records: Iterable[Record], keys: Keys, first: int, last: int, after: After) -> Tally:
    """The counts of some records in the years from ``first`` to ``last``, both included.

    Args:
        records: Records of one kind.
        keys: How a record is counted: :func:`single`, :func:`undirected` or :func:`directed`.
        first: The first year.
        last: The last year.
        after: The parties that count for a party beside itself, because they came after it.
    """
    certain: dict[int, Counter[Key]] = {}
    possible: dict[int, Counter[Key]] = {}
    for record in records:
        years = years_of(record.spells(), first, last)
        if years.certain or years.possible:
            found = list(keys(_parts(record, after)))
            for counts, matching in ((certain, years.certain), (possible, years.possible)):
                for number in matching:
                    counts.setdefault(number, Counter()).update(found)
    nothing: Counter[Key] = Counter()
    return {
        number: _counts(certain.get(number, nothing), possible.get(number, nothing))
        for number in certain.keys() | possible.keys()
    }


def _parts(record: Record, after: After) -> list[Part]:
    day = record.date_of_record
    return [
        Part(party, entry.role, entry.party)
        for entry in record.parties
        for party, until in ((entry.party, None), *after.get(entry.party, ()))
        if until is None or day is None or until.possibly_overlaps(day)
    ]


def _counts(certain: Counter[Key], possible: Counter[Key]) -> dict[Key, Count]:
    return {key: Count(certain[key], possible[key]) for key in certain.keys() | possible.keys()}
