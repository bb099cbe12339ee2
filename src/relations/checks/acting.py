"""Who acts for a body belonged to it on the day."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.dates import EdtfDate
from relations.model.meeting import Meeting
from relations.model.organisation import Organisation


def not_members_then(dataset: Dataset) -> Iterator[Finding]:
    """A delegate of a state that is no party to a meeting is there for a body of which it is part.

    At a meeting of ASEAN with Russia the foreign minister of Viet Nam acts for a member of ASEAN;
    so Viet Nam has to belong to ASEAN on that day, in whatever standing.
    """
    bodies = {body.id: body for body in dataset.organisations if body.memberships}
    for meeting in dataset.meetings:
        present = [bodies[party] for party in meeting.party_ids if party in bodies]
        for index, delegate in enumerate(meeting.delegates if meeting.edtf and present else ()):
            if delegate.party in meeting.party_ids:
                continue
            if not any(_may_belong(delegate.party, body, meeting.edtf) for body in present):
                yield _stranger(meeting, index, delegate.party, present)


def _may_belong(party: str, body: Organisation, day: EdtfDate | None) -> bool:
    return any(
        entry.party == party and (day is None or entry.period.possibly_overlaps(day))
        for entry in body.memberships
    )


def _stranger(meeting: Meeting, index: int, party: str, present: list[Organisation]) -> Finding:
    names = " or ".join(body.id for body in present)
    message = f"{party} is no party to the meeting, nor did it belong to {names} in {meeting.edtf}"
    return Finding(
        owner=meeting,
        message=message,
        field=f"delegates[{index}].party",
        found=repr(party),
        allowed="a party to the meeting, or one that belonged to a body that is",
        hint="add the state to the parties, or the membership to the body",
    )
