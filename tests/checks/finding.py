"""What the check of a code finds, alone."""

from __future__ import annotations

from relations.checks import CHECKS
from relations.dataset import Dataset
from relations.errors import Problem


def found(code: str, dataset: Dataset) -> list[Problem]:
    """The problems that the check with this code finds in a dataset."""
    (check,) = (check for check in CHECKS if check.code == code)
    return list(check.problems(dataset))
