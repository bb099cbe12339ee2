"""States and bodies follow one another in time, and belong to what existed with them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from relations.dataset import Dataset
from relations.errors import Problem, Severity
from relations.model.country import Country
from relations.model.dates import EdtfDate
from relations.model.organisation import Membership, Organisation
from relations.model.party import Party, Succession, SuccessionKind

_LONGEST_GAP: Final = 5 * 366
"""Days that may pass between an end and a successor: Germany was occupied for four years."""

_HANDOVER: Final = 31
"""Days for which two states may both claim to be meant while one makes way for the other."""

_ONE_YEAR: Final = 366
_ENDLESS: Final = 10**7


def check_successions(dataset: Dataset) -> Iterator[Problem]:
    """A state comes after another while that one lives or soon after its end, never before it."""
    parties = {party.id: party for party in dataset.parties}
    for party in dataset.parties:
        for index, succession in enumerate(party.successions):
            earlier = parties.get(succession.predecessor)
            if earlier is not None:
                message = _mismatch(party, earlier, succession)
                if message:
                    yield Problem(
                        message=message, record=party.id, field=f"successions[{index}].date"
                    )


def _mismatch(party: Party, earlier: Party, succession: Succession) -> str:
    """What is wrong with a succession in time; nothing if all is well."""
    if earlier.id == party.id:
        return "a party cannot come after itself"
    if succession.date is None:
        return ""
    first, last = _bounds(succession.date)
    began, ended = _bounds(earlier.existed)
    if last < began:
        return f"it comes after {earlier.id} in {succession.date}, before {earlier.id} began"
    if first > ended + _LONGEST_GAP:
        return f"it comes after {earlier.id} in {succession.date}, long after {earlier.id} ended"
    if _ends(earlier, succession.kind) and ended > last + _ONE_YEAR:
        return f"{earlier.id} has not ended by {succession.date}, yet this is no secession"
    if _bounds(party.existed)[0] > last + _ONE_YEAR:
        return f"it comes after {earlier.id} in {succession.date}, before it began itself"
    return ""


def _ends(earlier: Party, kind: SuccessionKind) -> bool:
    """Whether a succession of this kind is the end of a predecessor that has one."""
    return kind is not SuccessionKind.SECESSION and isinstance(earlier, Country)


def check_endings(dataset: Dataset) -> Iterator[Problem]:
    """A state that has ended has a successor, or a note that says why none is held."""
    followed = {entry.predecessor for party in dataset.parties for entry in party.successions}
    for country in dataset.countries:
        ended = country.existed is not None and country.existed.latest is not None
        if ended and country.id not in followed and not country.note:
            yield Problem(
                message=f"it ended in {country.existed} and nothing came after it",
                record=country.id,
                field="existed",
                hint="add the succession to the state that came after it, or a note",
                severity=Severity.WARNING,
            )


def check_memberships(dataset: Dataset) -> Iterator[Problem]:
    """A member exists while it belongs to a body, and so does the body.

    A membership that began before the member was independent needs a note that says so.
    """
    parties = {party.id: party for party in dataset.parties}
    for body in dataset.organisations:
        for index, membership in enumerate(body.memberships):
            member = parties.get(membership.party)
            message = _out_of_time(body, member, membership) if member else ""
            if message:
                yield Problem(
                    message=message,
                    record=body.id,
                    field=f"memberships[{index}].period",
                    found=str(membership.period),
                )


def _out_of_time(body: Organisation, member: Party, membership: Membership) -> str:
    if not membership.note and _before(membership.period, member.existed):
        return f"{member.id} belongs to it before it began in {member.existed}"
    if _after(membership.period, member.existed):
        return f"{member.id} belongs to it after it ended in {member.existed}"
    if _before(membership.period, body.existed):
        return f"{member.id} belongs to it before the body began in {body.existed}"
    if _after(membership.period, body.existed):
        return f"{member.id} belongs to it after the body ended in {body.existed}"
    return ""


def _before(period: EdtfDate, life: EdtfDate | None) -> bool:
    """Whether ``period`` certainly begins before ``life`` can have begun."""
    return life is not None and all(
        mine.start_high < theirs.start_low for mine in period.guaranteed for theirs in life.possible
    )


def _after(period: EdtfDate, life: EdtfDate | None) -> bool:
    """Whether ``period`` certainly ends after ``life`` can have ended."""
    return life is not None and all(
        mine.end_low > theirs.end_high for mine in period.guaranteed for theirs in life.possible
    )


def check_codes(dataset: Dataset) -> Iterator[Problem]:
    """A code of a list means one state on any one day."""
    bearers: dict[tuple[str, str], list[tuple[Country, EdtfDate | None]]] = {}
    for country in dataset.countries:
        for scheme, code in dict.fromkeys(country.codes.listed()):
            bearers.setdefault((scheme.value, code), []).append((country, country.existed))
        for former in country.former_codes:
            period = former.period or country.existed
            bearers.setdefault((former.scheme.value, former.code), []).append((country, period))
    for (scheme_name, code), same in bearers.items():
        for (one, mine), (other, theirs) in combinations(same, 2):
            if one.id != other.id and _days_together(mine, theirs) > _HANDOVER:
                yield Problem(
                    message=f"{scheme_name} {code} means {one.id} and {other.id} at once",
                    record=other.id,
                    field="codes",
                    found=code,
                    hint="the list gives it to one state at a time; see when each existed",
                )


def _days_together(one: EdtfDate | None, other: EdtfDate | None) -> int:
    (mine, my_end), (theirs, their_end) = _bounds(one), _bounds(other)
    return min(my_end, their_end) - max(mine, theirs)


def _bounds(date: EdtfDate | None) -> tuple[int, int]:
    """The first and last days of a date by number, without bound where it is open or unknown."""
    first = date.earliest if date else None
    last = date.latest if date else None
    return first.toordinal() if first else 0, last.toordinal() if last else _ENDLESS
