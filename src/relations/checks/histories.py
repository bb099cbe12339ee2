"""A record's states follow one another in time."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.record import HISTORY_PREFIX


def states_out_of_order(dataset: Dataset) -> Iterator[Finding]:
    """A record's states stand in the order of their dates."""
    for record in dataset.records:
        for index, later in enumerate(record.history):
            before = record.history[:index]
            earlier = next((one for one in before if one.certainly_after(later)), None)
            if earlier is not None:
                yield Finding(
                    owner=record,
                    message=(
                        f"{later.status.words} stands after {earlier.status.words}, but is earlier"
                    ),
                    field="history",
                    found=f"{earlier.edtf} then {later.edtf}",
                    hint="put the states in order of time",
                )


def repeated_states(dataset: Dataset) -> Iterator[Finding]:
    """A status that a claim dates stands once, or nobody knows which of the two is meant."""
    for record in dataset.records:
        contested = {contest.field for contest in record.contests}
        statuses = [state.status for state in record.history]
        for status in dict.fromkeys(statuses):
            if statuses.count(status) > 1 and HISTORY_PREFIX + status.value in contested:
                yield Finding(
                    owner=record,
                    message=f"{status.words} stands twice, so a claim on its date is ambiguous",
                    field="history",
                    hint="keep one of the two states, or drop the claim",
                )
