"""States and bodies follow one another in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.checks.check import Finding
from relations.checks.lives import bounds
from relations.dataset import Dataset
from relations.model.country import Country
from relations.model.party import Party, Succession, SuccessionKind

_LONGEST_GAP: Final = 5 * 366
"""Days that may pass between an end and a successor: Germany was occupied for four years."""

_ONE_YEAR: Final = 366


def successions_out_of_time(dataset: Dataset) -> Iterator[Finding]:
    """A state comes after another while that one lives or soon after its end, never before it."""
    parties = {party.id: party for party in dataset.parties}
    for party in dataset.parties:
        for index, succession in enumerate(party.successions):
            earlier = parties.get(succession.predecessor)
            if earlier is not None:
                message = _mismatch(party, earlier, succession)
                if message:
                    yield Finding(owner=party, message=message, field=f"successions[{index}].date")


def _mismatch(party: Party, earlier: Party, succession: Succession) -> str:
    """What is wrong with a succession in time; nothing if all is well."""
    if earlier.id == party.id:
        return "a party cannot come after itself"
    if succession.date is None:
        return ""
    first, last = bounds(succession.date)
    began, ended = bounds(earlier.existed)
    if last < began:
        return f"it comes after {earlier.id} in {succession.date}, before {earlier.id} began"
    if first > ended + _LONGEST_GAP:
        return f"it comes after {earlier.id} in {succession.date}, long after {earlier.id} ended"
    if _ends(earlier, succession.kind) and ended > last + _ONE_YEAR:
        return f"{earlier.id} has not ended by {succession.date}, yet this is no secession"
    if bounds(party.existed)[0] > last + _ONE_YEAR:
        return f"it comes after {earlier.id} in {succession.date}, before it began itself"
    return ""


def _ends(earlier: Party, kind: SuccessionKind) -> bool:
    """Whether a succession of this kind is the end of a predecessor that has one."""
    return kind is not SuccessionKind.SECESSION and isinstance(earlier, Country)


def endings_without_successor(dataset: Dataset) -> Iterator[Finding]:
    """A state that has ended has a successor, or a note that says why none is held."""
    followed = {entry.predecessor for party in dataset.parties for entry in party.successions}
    for country in dataset.countries:
        ended = country.existed is not None and country.existed.latest is not None
        if ended and country.id not in followed and not country.note:
            yield Finding(
                owner=country,
                message=f"it ended in {country.existed} and nothing came after it",
                field="existed",
                hint="add the succession to the state that came after it, or a note",
            )
