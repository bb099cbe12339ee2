"""Problems that need more than one record to see: a list of small functions of one shape.

Each looks at a dataset, yields what it finds and changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from relations.checks.check import Check
from relations.checks.claims import claims_cited_twice, claims_not_followed
from relations.checks.codes import shared_codes
from relations.checks.ends import contradicting_ends
from relations.checks.histories import repeated_states, states_out_of_order
from relations.checks.identifiers import repeated_identifiers
from relations.checks.links import unknown_references
from relations.checks.memberships import memberships_out_of_time
from relations.checks.successions import endings_without_successor, successions_out_of_time
from relations.checks.support import unknown_support, unsupported_fields
from relations.dataset import Dataset
from relations.errors import Problem, Severity

CHECKS: Final[tuple[Check, ...]] = (
    Check("repeated-identifier", Severity.ERROR, repeated_identifiers),
    Check("unknown-reference", Severity.ERROR, unknown_references),
    Check("claim-not-followed", Severity.ERROR, claims_not_followed),
    Check("claim-cited-twice", Severity.ERROR, claims_cited_twice),
    Check("unsupported-field", Severity.ERROR, unsupported_fields),
    Check("unknown-support", Severity.ERROR, unknown_support),
    Check("states-out-of-order", Severity.ERROR, states_out_of_order),
    Check("repeated-state", Severity.ERROR, repeated_states),
    Check("contradicting-ends", Severity.NOTE, contradicting_ends),
    Check("succession-out-of-time", Severity.ERROR, successions_out_of_time),
    Check("ending-without-successor", Severity.WARNING, endings_without_successor),
    Check("membership-out-of-time", Severity.ERROR, memberships_out_of_time),
    Check("shared-code", Severity.ERROR, shared_codes),
)


def problems(
    dataset: Dataset, severities: Collection[Severity] = frozenset(Severity)
) -> Iterator[Problem]:
    """What every check of these severities finds, check by check."""
    for check in CHECKS:
        if check.severity in severities:
            yield from check.problems(dataset)
