"""What was meant to end is held against what did."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.model.status import State, Status


def contradicting_ends(dataset: Dataset) -> Iterator[Finding]:
    """An agreement's nominal end is held against its actual one: a difference is worth a look."""
    for agreement in dataset.agreements:
        actual = _actual_end(agreement)
        nominal = agreement.nominal_end
        if actual and nominal and actual.edtf and not actual.edtf.possibly_overlaps(nominal.edtf):
            yield Finding(
                owner=agreement,
                message=(
                    f"the term ends in {nominal.edtf} and the agreement "
                    f"is {actual.status.words} in {actual.edtf}"
                ),
                field="nominal_end",
                hint="the two contradict; the dossier prints both",
            )


def _actual_end(agreement: Agreement) -> State | None:
    over = agreement.OVER - {Status.SUSPENDED}
    return next((state for state in agreement.history if state.status in over), None)
