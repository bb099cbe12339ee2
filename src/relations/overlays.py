"""Notes of one's own, laid over data that stay as they are.

An overlay adds entries, adds accounts to records of the data, and withdraws records with a reason.
What it says twice, or says against another, is a conflict: it is reported, and nothing is laid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

import attrs
from attrs import field, frozen

from relations.dataset import Dataset
from relations.entries import entries, holding, lacking
from relations.errors import Unfit, nearest
from relations.model.claims import Claim, Rank
from relations.model.edition import Overlaid
from relations.model.kinds import ENTRY_TYPES, RECORD_TYPES
from relations.model.record import Record
from relations.model.references import TO_RECORD, pruned
from relations.model.source import Citation, Release
from relations.model.validators import not_blank, valid_id
from relations.model.withdrawal import Withdrawal
from relations.rivals import own_account, with_claims

T = TypeVar("T")

FORMAT: Final = 1
"""The version of the overlay's format that is read."""


@frozen(kw_only=True)
class Heading:
    """The title block of an overlay. With ``restricted``, all that it adds is restricted."""

    format: int = field()
    name: str = field(validator=not_blank)
    release: Release = Release.PUBLIC

    @format.validator
    def _is_known(self, _: object, value: int) -> None:
        if value != FORMAT:
            message = f"an overlay of format {value}; this version of relations reads {FORMAT}"
            raise Unfit(message, code="unknown-format", field="format", allowed=str(FORMAT))


@frozen(kw_only=True)
class Addition:
    """What is added to one record of the data: citations, and accounts of its fields."""

    record: str = field(validator=valid_id, metadata=TO_RECORD)
    citations: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()


def _list_of(cls: Any) -> Any:
    return attrs.field(type=tuple[cls, ...], default=())


Overlay: Any = attrs.make_class(
    "Overlay",
    {
        "overlay": attrs.field(type=Heading),
        **{group: _list_of(cls) for group, cls in ENTRY_TYPES.items()},
        "additions": _list_of(Addition),
    },
    frozen=True,
    kw_only=True,
)
"""An overlay: its title block, the groups of a data file with what is added to each, the
``additions`` to records of the data, and in ``withdrawn`` the records that are taken out."""


@frozen(kw_only=True)
class Conflict:
    """Where an overlay cannot be laid over the data: which overlay, and the path in it."""

    overlay: int
    path: str
    record: str
    message: str
    near: str | None = None
    hint: str | None = None


def lay(dataset: Dataset, overlays: Sequence[Any]) -> Dataset:
    """The dataset with the overlays laid over it, one after another; see :func:`conflicts` first.

    Raises:
        Unfit: if a claim does not fit its record.
    """
    for overlay in overlays:
        dataset = _laid(dataset, overlay)
    return dataset


def _laid(dataset: Dataset, overlay: Any) -> Dataset:
    secret = overlay.overlay.release is Release.RESTRICTED
    given = restricted(overlay) if secret else overlay
    added = [entry for group in ENTRY_TYPES for entry in getattr(given, group)]
    result = holding(dataset, added)
    for addition in given.additions:
        record = result.record(addition.record)
        more = attrs.evolve(record, citations=(*record.citations, *addition.citations))
        result = holding(result, [with_claims(more, addition.claims)])
    name = Overlaid(name=overlay.overlay.name, release=overlay.overlay.release)
    edition = attrs.evolve(
        result.edition, overlays=(*result.edition.overlays, name), released=None, digest=None
    )
    left = _without(result, {entry.id for entry in given.withdrawn})
    return attrs.evolve(left, edition=edition)


def _without(dataset: Dataset, records: set[str]) -> Dataset:
    """The dataset without these records, and without what leads to them."""
    if not records:
        return dataset
    left = lacking(dataset, records)
    changed = [
        new
        for _, entry in entries(left)
        if (new := pruned(entry, lambda it: it.target != "record" or it.identifier not in records))
        not in (None, entry)
    ]
    return holding(left, changed)


def restricted(value: Any) -> Any:
    """A value in which everything that can be restricted is."""
    if isinstance(value, tuple):
        return tuple(restricted(part) for part in value)
    if not attrs.has(type(value)):
        return value
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        before = getattr(value, attribute.name)
        after = Release.RESTRICTED if attribute.name == "release" else restricted(before)
        if after != before:
            changes[attribute.name] = after
    return attrs.evolve(value, **changes) if changes else value


# -- conflicts -----------------------------------------------------------------------------------


def conflicts(dataset: Dataset, overlays: Sequence[Any]) -> Iterator[Conflict]:
    """Every place in which an overlay goes against the data or against another overlay."""
    yield from _entries_that_differ(dataset, overlays)
    yield from _withdrawals(dataset, overlays)
    yield from _additions(dataset, overlays)


def _sort(group: str) -> str:
    """What identifiers are unique among: all records, all parties, or one group."""
    if group in RECORD_TYPES:
        return "record"
    return "party" if group in ("countries", "organisations") else group


def _entries_that_differ(dataset: Dataset, overlays: Sequence[Any]) -> Iterator[Conflict]:
    """What is added under an identifier that the data or an earlier overlay have for another."""
    known = {(_sort(group), entry.id): (entry, "the data") for group, entry in entries(dataset)}
    for number, overlay in enumerate(overlays):
        for group in ENTRY_TYPES:
            for index, entry in enumerate(getattr(overlay, group)):
                before, where = known.setdefault(
                    (_sort(group), entry.id), (entry, f"the overlay {overlay.overlay.name!r}")
                )
                if before != entry:
                    yield Conflict(
                        overlay=number,
                        path=f"{group}[{index}].id",
                        record=entry.id,
                        message=f"{where} have another entry of this identifier"
                        if where == "the data"
                        else f"{where} has another entry of this identifier",
                        hint="give it another identifier, or put what is new among the additions",
                    )


def _records(dataset: Dataset, overlays: Sequence[Any]) -> dict[str, Record]:
    added = (entry for one in overlays for kind in RECORD_TYPES for entry in getattr(one, kind))
    return {record.id: record for record in (*added, *dataset.records)}


def _withdrawals(dataset: Dataset, overlays: Sequence[Any]) -> Iterator[Conflict]:
    records = _records(dataset, overlays)
    for number, overlay in enumerate(overlays):
        for index, entry in enumerate(overlay.withdrawn):
            say = _Saying(number, f"withdrawn[{index}]", entry.id)
            if overlay.overlay.release is Release.RESTRICTED or _is_hidden(entry):
                yield say(
                    "what is restricted withdraws nothing, or the public data would show a gap",
                    hint="withdraw it in an overlay that is public",
                )
            if entry.id not in records:
                yield say("there is no record to withdraw", near=_near(entry.id, records))


def _is_hidden(entry: Withdrawal) -> bool:
    return entry.release is Release.RESTRICTED


def _additions(dataset: Dataset, overlays: Sequence[Any]) -> Iterator[Conflict]:
    records = _records(dataset, overlays)
    gone = {entry.id: one.overlay.name for one in overlays for entry in one.withdrawn}
    preferred: dict[tuple[str, str], tuple[Any, str]] = {
        (record.id, claim.field): (claim.value, "the data")
        for record in dataset.records
        for claim in record.claims
        if claim.rank is Rank.PREFERRED
    }
    for number, overlay in enumerate(overlays):
        for index, addition in enumerate(overlay.additions):
            say = _Saying(number, f"additions[{index}]", addition.record)
            if addition.record not in records:
                yield say(
                    "there is no record to add to", ".record", near=_near(addition.record, records)
                )
            elif addition.record in gone:
                name = gone[addition.record]
                yield say(f"the record is withdrawn by the overlay {name!r}", ".record")
            else:
                yield from _dates_of_nothing(records[addition.record], addition, say)
            yield from _preferences(addition, overlay.overlay.name, preferred, say)


def _dates_of_nothing(record: Record, addition: Addition, say: _Saying) -> Iterator[Conflict]:
    """Accounts of the date of a state that the record never entered."""
    for index, claim in enumerate(addition.claims):
        try:
            own_account(record, claim.field)
        except Unfit as error:
            yield say(error.message, f".claims[{index}].field", hint=error.hint)


def _preferences(
    addition: Addition, name: str, preferred: dict[tuple[str, str], tuple[Any, str]], say: _Saying
) -> Iterator[Conflict]:
    """Two accounts of one field that are both preferred, and say different things."""
    for index, claim in enumerate(addition.claims):
        if claim.rank is Rank.PREFERRED:
            mine = (claim.value, f"the overlay {name!r}")
            value, where = preferred.setdefault((addition.record, claim.field), mine)
            if value != claim.value:
                yield say(
                    f"another account of {claim.field} is preferred already, by {where}",
                    f".claims[{index}].rank",
                    hint="give it the rank normal, so that both stand side by side",
                )


@frozen
class _Saying:
    """Conflicts at one place of one overlay."""

    overlay: int
    path: str
    record: str

    def __call__(
        self, message: str, inner: str = "", *, near: str | None = None, hint: str | None = None
    ) -> Conflict:
        return Conflict(
            overlay=self.overlay,
            path=self.path + inner,
            record=self.record,
            message=message,
            near=near,
            hint=hint,
        )


def _near(identifier: str, records: dict[str, Record]) -> str | None:
    return next(iter(nearest(identifier, records)), None)
