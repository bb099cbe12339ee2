"""The shape that all checks have: a code, a severity, and a small function that looks at the data.

A check finds; it changes nothing. What it says of every problem alike, its code and how bad it is,
stands here and not in the function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from relations.dataset import Dataset, Owner
from relations.errors import Problem, Severity
from relations.model.kinds import group_of
from relations.model.source import Source


@frozen(kw_only=True)
class Finding:
    """One thing that a check has found: in which entry and field, and how to go on."""

    owner: Owner | Source
    message: str
    field: str = ""
    found: str | None = None
    allowed: str | None = None
    near: str | None = None
    hint: str | None = None


@frozen
class Check:
    """One rule on the whole of the data. ``code`` is also the name of the page that explains it."""

    code: str
    severity: Severity
    look: Callable[[Dataset], Iterable[Finding]]

    def problems(self, dataset: Dataset) -> Iterator[Problem]:
        """What the check finds in a dataset."""
        for finding in self.look(dataset):
            yield Problem(
                code=self.code,
                severity=self.severity,
                group=group_of(finding.owner),
                record=finding.owner.id,
                field=finding.field,
                message=finding.message,
                found=finding.found,
                allowed=finding.allowed,
                near=finding.near,
                hint=finding.hint,
            )
