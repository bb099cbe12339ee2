"""The shape that all checks have: a code, a severity, and a small function that looks at the data.

A check finds; it changes nothing. What it says of every problem alike, its code and how bad it is,
stands here and not in the function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from relations.dataset import Dataset, Owner
from relations.errors import Problem, Severity
from relations.model.edition import Edition
from relations.model.kinds import group_of
from relations.model.source import Source


@frozen(kw_only=True)
class Finding:
    """One thing that a check has found: in which entry and field, and how to go on."""

    owner: Owner | Source | Edition
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
                group="" if _of_the_whole(finding) else group_of(finding.owner),
                record=getattr(finding.owner, "id", None),
                field=f"edition.{finding.field}" if _of_the_whole(finding) else finding.field,
                message=finding.message,
                found=finding.found,
                allowed=finding.allowed,
                near=finding.near,
                hint=finding.hint,
            )


def _of_the_whole(finding: Finding) -> bool:
    """Whether something was found in the title block, which is no entry of a group."""
    return isinstance(finding.owner, Edition)
