"""How much two records look like one thing, and in what.

The score is the mean of what can be compared, by weight: parties, date, title and what tells
records of a kind apart. What one of them does not say is left out of it. A passage that both quote
speaks for one thing and does not settle it, since one sentence may give several records.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from relations.extras import library
from relations.gazetteer import fold
from relations.model.dates import EdtfDate
from relations.model.record import Record

_NEAR_DAYS: Final = 31
"""Two dates that are no further apart than this may be of one thing, one of them mistaken."""

_OTHER_ROLES: Final = 0.4
"""How alike in its parties a record is that has the same in other roles: arms given back."""

_ONE_THING: Final = 0.75
"""How alike the designations of one thing are at least: T-72B and T-72B1, not T-72B and T-34."""

_TELLING: Final = {
    "designation": 3.0,
    "text": 3.0,
    "series": 1.0,
    "edition": 2.0,
    "level": 1.0,
    "form": 1.0,
    "sector": 1.0,
    "domain": 1.0,
}
"""Fields that tell the records of a kind apart, where a kind has them, and what they weigh."""


@frozen
class Trait:
    """One thing in which two records are compared: how alike they are in it, and in what words."""

    weight: float
    likeness: float
    words: str


@frozen
class Likeness:
    """How much two records look like one: from 0 to 1, with the reasons."""

    score: float
    reasons: tuple[str, ...]


def likeness(one: Record, other: Record) -> Likeness:
    """How much two records of a kind look like one thing.

    Raises:
        MissingExtra: if the library that compares titles is not installed.
    """
    traits = list(_traits(one, other))
    whole = sum(trait.weight for trait in traits)
    score = sum(trait.weight * trait.likeness for trait in traits) / whole if whole else 0.0
    reasons = [trait.words for trait in traits if trait.words]
    return Likeness(round(score, 3), tuple(reasons))


def _traits(one: Record, other: Record) -> Iterator[Trait]:
    if one.parties and other.parties:
        yield _parties(one, other)
    if one.date_of_record and other.date_of_record:
        yield _dates(one.date_of_record, other.date_of_record)
    yield _titles(one.title, other.title)
    for name, weight in _TELLING.items():
        mine, theirs = getattr(one, name, None), getattr(other, name, None)
        if mine is not None and theirs is not None:
            yield _telling(name, weight, mine, theirs)
    shared = _quoted(one) & _quoted(other)
    if shared:
        yield Trait(1, 1, f"the same words of {min(shared)[0]}")


def _parties(one: Record, other: Record) -> Trait:
    mine, theirs = set(one.party_ids), set(other.party_ids)
    shared = mine & theirs
    share = len(shared) / len(mine | theirs)
    named = ", ".join(sorted(shared)) or "none"
    if share == 1 and _roles(one) != _roles(other):
        return Trait(3, _OTHER_ROLES, f"the same parties in other roles: {named}")
    words = "the same parties" if share == 1 else "parties in common"
    return Trait(3, share, f"{words}: {named}")


def _roles(record: Record) -> set[tuple[str, str]]:
    return {(entry.party, entry.role.value) for entry in record.parties}


def _dates(mine: EdtfDate, theirs: EdtfDate) -> Trait:
    if mine == theirs:
        return Trait(3, 1, f"the same date: {mine}")
    if mine.possibly_overlaps(theirs):
        return Trait(3, 0.8, f"dates that may be one: {mine} and {theirs}")
    if _days_between(mine, theirs) <= _NEAR_DAYS:
        return Trait(3, 0.4, f"dates close to each other: {mine} and {theirs}")
    return Trait(3, 0, f"dates apart: {mine} and {theirs}")


def _days_between(one: EdtfDate, other: EdtfDate) -> float:
    """The days from the end of the earlier to the beginning of the later; many if one is open."""
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    if None in bounds:
        return float("inf")
    first, last, begin, end = (day.toordinal() for day in bounds if day is not None)
    return max(begin - last, first - end)


def _titles(mine: str, theirs: str) -> Trait:
    share = _alike(mine, theirs)
    return Trait(2, share, f"titles that are {share:.0%} alike")


def _alike(mine: str, theirs: str) -> float:
    """How alike two texts are, from 0 to 1, whatever the order of their words."""
    fuzz = library("rapidfuzz.fuzz", extra="merge", what="comparing titles")
    one, other = _words(mine), _words(theirs)
    ratios = (fuzz.token_set_ratio(one, other), fuzz.token_sort_ratio(one, other))
    return sum(map(float, ratios)) / 200


def _words(title: str) -> str:
    return " ".join(filter(None, map(fold, title.split())))


def _telling(name: str, weight: float, mine: Any, theirs: Any) -> Trait:
    label = name.replace("_", " ")
    if isinstance(mine, str) and isinstance(theirs, str):
        share = _alike(mine, theirs)
        alike = share if share >= _ONE_THING else 0.0
    else:
        alike = float(mine == theirs)
    words = f"the same {label}" if alike == 1 else f"a {label} much alike" if alike else ""
    return Trait(weight, alike, words or f"another {label}")


def _quoted(record: Record) -> set[tuple[str, str]]:
    return {(citation.source, fold(citation.quote)) for citation in record.all_citations()}
