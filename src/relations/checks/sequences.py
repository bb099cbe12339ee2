"""A record's states follow one another as they can: what is over is not negotiated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.status import State, Status

S = Status

_STAGES: Final[dict[str, tuple[frozenset[Status], ...]]] = {
    "agreements": (
        frozenset({S.PROPOSED, S.DISCUSSED, S.NEGOTIATING, S.DRAFTED}),
        frozenset({S.ADOPTED, S.SIGNED}),
        frozenset({S.IN_FORCE, S.SUSPENDED}),
        frozenset({S.EXPIRED, S.TERMINATED, S.SUPERSEDED}),
    ),
    "arms_transfers": (
        frozenset({S.PROPOSED, S.DISCUSSED, S.PLANNED, S.SELECTED}),
        frozenset({S.ORDERED}),
        frozenset({S.PART_DELIVERED}),
        frozenset({S.DELIVERED}),
        frozenset({S.IN_SERVICE}),
        frozenset({S.WITHDRAWN}),
    ),
    "exercises": (
        frozenset({S.PROPOSED, S.NEGOTIATING, S.PLANNED, S.SCHEDULED, S.POSTPONED, S.CANCELLED}),
        frozenset({S.HELD}),
    ),
    "programmes": (
        frozenset({S.PROPOSED, S.OFFERED, S.PLEDGED, S.PLANNED, S.SIGNED, S.CANCELLED}),
        frozenset({S.RUNNING, S.SUSPENDED}),
        frozenset({S.ENDED}),
    ),
    "disputes": (frozenset({S.ACTIVE, S.SUSPENDED, S.ENDED}),),
}
_STAGES["meetings"] = _STAGES["exercises"]
"""The stages of each kind; a record stays in one or goes on to a later, and never back."""

_LAST: Final = frozenset({S.CANCELLED, S.WITHDRAWN, S.SUPERSEDED})
"""What nothing follows."""

_AGAIN: Final = {(S.EXPIRED, S.IN_FORCE), (S.ENDED, S.RUNNING), (S.EXPIRED, S.SIGNED)}
"""The ways back that there are: what had run out is taken up again."""


def illegal_sequences(dataset: Dataset) -> Iterator[Finding]:
    """A record goes from stage to stage and not back, and nothing follows what is final."""
    for kind, stages in _STAGES.items():
        for record in dataset.of_kind(kind):
            for index, (before, after) in enumerate(pairwise(record.history), start=1):
                if wrong := _wrong(before, after, stages):
                    yield Finding(
                        owner=record,
                        message=wrong,
                        field=f"history[{index}].status",
                        found=repr(after.status.value),
                        hint="put the states in their order, or make it two records",
                    )


def _wrong(before: State, after: State, stages: tuple[frozenset[Status], ...]) -> str:
    """Why one state cannot follow another; nothing if it can."""
    step = (before.status, after.status)
    if before.status in _LAST and before.status is not after.status:
        return f"nothing follows {before.status.words}, and {after.status.words} does"
    if _stage(after.status, stages) < _stage(before.status, stages) and step not in _AGAIN:
        return f"{after.status.words} cannot follow {before.status.words}"
    return ""


def _stage(status: Status, stages: tuple[frozenset[Status], ...]) -> int:
    """The number of a status's stage; what may end any stage is never a step back."""
    return next((n for n, stage in enumerate(stages) if status in stage), len(stages))
