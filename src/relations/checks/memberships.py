"""A party belongs to a body while both exist."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.checks.lives import begins_before, ends_after
from relations.dataset import Dataset
from relations.model.organisation import Membership, Organisation
from relations.model.party import Party


def memberships_out_of_time(dataset: Dataset) -> Iterator[Finding]:
    """A member exists while it belongs to a body, and so does the body.

    A membership that began before the member was independent needs a note that says so.
    """
    parties = {party.id: party for party in dataset.parties}
    for body in dataset.organisations:
        for index, membership in enumerate(body.memberships):
            member = parties.get(membership.party)
            message = _out_of_time(body, member, membership) if member else ""
            if message:
                yield Finding(
                    owner=body,
                    message=message,
                    field=f"memberships[{index}].period",
                    found=str(membership.period),
                )


def _out_of_time(body: Organisation, member: Party, membership: Membership) -> str:
    if not membership.note and begins_before(membership.period, member.existed):
        return f"{member.id} belongs to it before it began in {member.existed}"
    if ends_after(membership.period, member.existed):
        return f"{member.id} belongs to it after it ended in {member.existed}"
    if begins_before(membership.period, body.existed):
        return f"{member.id} belongs to it before the body began in {body.existed}"
    if ends_after(membership.period, body.existed):
        return f"{member.id} belongs to it after the body ended in {body.existed}"
    return ""
