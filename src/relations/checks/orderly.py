"""Time runs one way, and what was meant to happen is held against what did."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from relations.dataset import Dataset
from relations.errors import Problem, Severity
from relations.model.agreement import Agreement
from relations.model.record import Record
from relations.model.status import State, Status


def check_history(dataset: Dataset) -> Iterator[Problem]:
    """A record's states stand in the order of their dates, and no status stands twice."""
    for record in dataset.records:
        yield from _out_of_order(record)
        yield from _repeated(record)


def _out_of_order(record: Record) -> Iterator[Problem]:
    dated = [state for state in record.history if state.edtf is not None]
    for earlier, later in pairwise(dated):
        if earlier.edtf and later.edtf and earlier.edtf.certainly_after(later.edtf):
            yield Problem(
                message=f"{later.status.words} stands after {earlier.status.words}, but is earlier",
                record=record.id,
                field="history",
                found=f"{earlier.edtf} then {later.edtf}",
                hint="put the states in order of time",
            )


def _repeated(record: Record) -> Iterator[Problem]:
    contested = {contest.field for contest in record.contests}
    statuses = [state.status for state in record.history]
    for status in dict.fromkeys(statuses):
        if statuses.count(status) > 1 and f"history.{status.value}" in contested:
            yield Problem(
                message=f"{status.words} stands twice, so a claim on its date is ambiguous",
                record=record.id,
                field="history",
            )


def check_ends(dataset: Dataset) -> Iterator[Problem]:
    """An agreement's nominal end is held against its actual one: a difference is worth a look."""
    for agreement in dataset.agreements:
        actual = _actual_end(agreement)
        nominal = agreement.nominal_end
        if actual and nominal and actual.edtf and not actual.edtf.possibly_overlaps(nominal.edtf):
            yield Problem(
                message=(
                    f"the term ends in {nominal.edtf} and the agreement "
                    f"is {actual.status.words} in {actual.edtf}"
                ),
                record=agreement.id,
                field="nominal_end",
                hint="the two contradict; the dossier prints both",
                severity=Severity.WARNING,
            )


def _actual_end(agreement: Agreement) -> State | None:
    over = agreement.OVER - {Status.SUSPENDED}
    return next((state for state in agreement.history if state.status in over), None)
