"""How far a record has come, as the fill of its marker."""

from __future__ import annotations

from typing import Final

from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.model.statement import Statement
from relations.model.status import Status
from relations.report.blocks import Marker
from relations.report.signs import Fill
from relations.report.speech import Speech, message
from relations.report.wording.kinds import category
from relations.report.wording.statuses import NOT_YET

FILLS: Final[dict[Status, Fill]] = {
    **dict.fromkeys(NOT_YET | {Status.ORDERED}, Fill.OUTLINE),
    **dict.fromkeys((Status.SIGNED, Status.PART_DELIVERED), Fill.HALF),
    **dict.fromkeys(
        (
            Status.ADOPTED,
            Status.IN_FORCE,
            Status.DELIVERED,
            Status.IN_SERVICE,
            Status.RUNNING,
            Status.ACTIVE,
            Status.HELD,
        ),
        Fill.FULL,
    ),
    **dict.fromkeys(
        (
            Status.SUSPENDED,
            Status.EXPIRED,
            Status.TERMINATED,
            Status.SUPERSEDED,
            Status.WITHDRAWN,
            Status.ENDED,
            Status.CANCELLED,
        ),
        Fill.STRUCK,
    ),
}
"""The fill for each status."""

MEANINGS: Final = {
    Fill.FULL: message("took place, adopted, in force, delivered, in service, running"),
    Fill.HALF: message("signed or part delivered"),
    Fill.OUTLINE: message("proposed, discussed, planned or ordered; or status not known"),
    Fill.STRUCK: message("ended, withdrawn or cancelled"),
    Fill.DASHED: message("doubtful"),
}
"""What each fill says, for the key."""


def fill_of(record: Record) -> Fill:
    """The fill of a record's marker: dashed where its only account is doubted."""
    if any(contest.is_doubted for contest in record.contests):
        return Fill.DASHED
    if isinstance(record, Statement):
        return Fill.FULL
    return Fill.OUTLINE if record.status is None else FILLS[record.status]


def marker(record: Record, speech: Speech) -> Marker:
    """The sign that stands before a record, and what it says, for those who cannot see it."""
    fill = fill_of(record)
    return Marker(category(kind_of(record)), fill, speech.say(MEANINGS[fill]))
