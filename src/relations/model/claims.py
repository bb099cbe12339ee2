"""Rival accounts of one fact, kept side by side so that nothing is thrown away.

A record's own field holds the best account; where sources differ, every account of that field
stands in the record as a :class:`Claim` with its rank. The best is the highest rank, and the one
listed first among equals.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Any, Final

import attrs
from attrs import frozen

from relations.model.source import Citation, Release
from relations.model.validators import not_blank, not_empty


class Rank(enum.Enum):
    """How far an account is believed."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"

    @property
    def order(self) -> int:
        """0 for the best rank, rising as belief falls."""
        return list(Rank).index(self)


class Reason(enum.Enum):
    """Why an account is not the preferred one."""

    ERROR = "error"
    SUPERSEDED = "superseded"
    LESS_PRECISE = "less_precise"
    UNSUPPORTED = "unsupported"


def deprecated_has_reason(instance: Any, attribute: object, value: Reason | None) -> None:
    """What is deprecated says why."""
    if instance.rank is Rank.DEPRECATED and value is None:
        allowed = ", ".join(reason.value for reason in Reason)
        raise ValueError(f"a deprecated account needs a reason: {allowed}")


_REFINED: Final = frozenset({Reason.LESS_PRECISE, Reason.SUPERSEDED})
"""The reasons for which an account is overtaken by a better one and not denied by it."""


@frozen(kw_only=True)
class Claim:
    """One account of one field: its value, who gives it, and how far it is believed.

    ``field`` is the name of a field of the record, or ``history.`` and a status for the date on
    which the record entered that status (``value`` is then a :class:`~.dates.Dating`).
    """

    field: str = attrs.field(validator=not_blank)
    value: Any
    citations: tuple[Citation, ...] = attrs.field(validator=not_empty)
    rank: Rank = Rank.NORMAL
    reason: Reason | None = attrs.field(default=None, validator=deprecated_has_reason)
    note: str = ""
    release: Release = Release.PUBLIC


@frozen
class Contest:
    """All accounts of one field of one record, the best first."""

    subject: str
    field: str
    claims: tuple[Claim, ...]

    @property
    def best(self) -> Claim:
        """The account that the record's own field follows."""
        return self.claims[0]

    @property
    def is_doubted(self) -> bool:
        """Whether even the best account is not believed, for want of a better one."""
        return self.best.rank is Rank.DEPRECATED

    @property
    def is_unresolved(self) -> bool:
        """Whether two accounts of the same rank stand against each other, neither refining."""
        return any(
            claim.rank is self.best.rank and claim.reason not in _REFINED
            for claim in self.claims[1:]
        )

    @property
    def is_disputed(self) -> bool:
        """Whether an account is denied or doubted, not merely made more precise or overtaken."""
        return self.is_doubted or any(claim.reason not in _REFINED for claim in self.claims[1:])


def best_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims by rank; those of equal rank keep their order."""
    return tuple(sorted(claims, key=lambda claim: claim.rank.order))


def contests(subject: str, claims: Iterable[Claim]) -> tuple[Contest, ...]:
    """The claims about ``subject``, gathered field by field in the order of first mention."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    return tuple(Contest(subject, name, best_first(group)) for name, group in by_field.items())
