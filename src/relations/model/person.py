"""People, and the offices they held; the office is the one held on that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from attrs import field, frozen

from relations.model.claims import (
    Claim,
    Contest,
    Rank,
    Reason,
    best_first,
    deprecated_has_reason,
)
from relations.model.dates import Dating
from relations.model.names import Name
from relations.model.references import TO_PARTY
from relations.model.short import short
from relations.model.source import Citation, distinct
from relations.model.validators import not_blank, not_empty, valid_id


@frozen(kw_only=True)
class Tenure:
    """An office that a person held, for which party, and when a source attests it.

    ``date`` is the term where a source gives it, otherwise the day or period for which the person
    is named in the office. A tenure that a better account contradicts is deprecated, with a reason.
    """

    office: str = field(validator=not_blank)
    party: str = field(validator=valid_id, metadata=TO_PARTY)
    date: Dating
    citations: tuple[Citation, ...] = field(validator=not_empty)
    rank: Rank = Rank.NORMAL
    reason: Reason | None = field(default=None, validator=deprecated_has_reason)
    note: str = ""


@frozen(kw_only=True, repr=False)
class Person:
    """Somebody who acts or speaks for a party. ``names`` has the usual spelling first."""

    id: str = field(validator=valid_id)
    names: tuple[Name, ...] = field(validator=not_empty)
    citations: tuple[Citation, ...] = field(validator=not_empty)
    tenures: tuple[Tenure, ...] = ()
    military_rank: str | None = None
    note: str = ""

    def __repr__(self) -> str:
        return short(self, self.id, self.name)

    @property
    def name(self) -> str:
        """The usual spelling."""
        return self.names[0].text

    @property
    def contests(self) -> tuple[Contest, ...]:
        """Each office that is denied, beside the accounts of the same time and party."""
        denied = [tenure for tenure in self.tenures if tenure.rank is Rank.DEPRECATED]
        return tuple(Contest(self.id, "office", self._rivals(tenure)) for tenure in denied)

    def _rivals(self, denied: Tenure) -> tuple[Claim, ...]:
        rivals = [
            tenure
            for tenure in self.tenures
            if tenure is denied
            or (
                tenure.rank is not Rank.DEPRECATED
                and tenure.party == denied.party
                and tenure.date.edtf.possibly_overlaps(denied.date.edtf)
            )
        ]
        return best_first(_each_office_once(map(_as_claim, rivals)))


def _each_office_once(accounts: Iterable[Claim]) -> Iterator[Claim]:
    """The accounts, those of one office that are not denied as a single one, and those that are."""
    found: dict[tuple[str, bool], Claim] = {}
    for account in best_first(accounts):
        key = (account.value, account.rank is Rank.DEPRECATED)
        first = found.get(key, account)
        citations = distinct((*first.citations, *account.citations))
        found[key] = attrs.evolve(first, citations=citations)
    yield from found.values()


def _as_claim(tenure: Tenure) -> Claim:
    return Claim(
        field="office",
        value=tenure.office,
        citations=tenure.citations,
        rank=tenure.rank,
        reason=tenure.reason,
        note=tenure.note,
    )
