"""Problems that need more than one record to see: a list of small functions of one shape.

Each looks at a dataset, yields problems and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from relations.checks.claims import check_claims
from relations.checks.identifiers import check_identifiers
from relations.checks.links import check_links
from relations.checks.orderly import check_ends, check_history
from relations.checks.parties import (
    check_codes,
    check_endings,
    check_memberships,
    check_successions,
)
from relations.checks.support import check_support
from relations.dataset import Dataset
from relations.errors import Problem

Check = Callable[[Dataset], Iterable[Problem]]

CHECKS: Final[tuple[Check, ...]] = (
    check_identifiers,
    check_links,
    check_claims,
    check_support,
    check_history,
    check_ends,
    check_successions,
    check_endings,
    check_memberships,
    check_codes,
)


def problems(dataset: Dataset) -> Iterator[Problem]:
    """What every check finds, check by check."""
    for check in CHECKS:
        yield from check(dataset)
