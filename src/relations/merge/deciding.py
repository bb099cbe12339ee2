"""What a person decides about a record, and the data as they are then."""

from __future__ import annotations

import datetime
import enum

import attrs
from attrs import field, frozen

from relations.dataset import Dataset
from relations.entries import holding
from relations.errors import UnknownName
from relations.merge.company import in_company
from relations.merge.linking import linked
from relations.merge.reporting import Finding
from relations.model.record import Record
from relations.model.validators import a_digest, not_blank


class Choice(enum.Enum):
    """What becomes of a record."""

    ACCEPT = "accept"  # it is added as a record of its own
    LINK = "link"  # it is the same thing: its accounts stand beside those of the other
    SKIP = "skip"  # it is left out


@frozen(kw_only=True)
class Decision:
    """What somebody decided about a record, when and why.

    ``content`` is the hash of the record that was decided on: another content is asked about anew.
    ``into`` is the identifier that it has in the data: its own, another where that was taken, or
    that of the record it was linked to. ``written`` is set when the data hold it.
    """

    record: str
    content: str = field(validator=a_digest)
    choice: Choice
    by: str = field(validator=not_blank)
    at: datetime.datetime
    into: str | None = None
    reason: str = ""
    written: bool = False


def decided(
    dataset: Dataset,
    finding: Finding,
    choice: Choice,
    *,
    by: str,
    at: datetime.datetime,
    reason: str = "",
) -> Decision:
    """The decision of a person about what was found.

    Raises:
        ValueError: if a record is to be linked and there is none to link it to.
    """
    if choice is Choice.LINK and finding.other is None:
        raise ValueError(f"no record of the data is like {finding.record.id}: accept it or skip it")
    into = None
    if choice is Choice.LINK and finding.other is not None:
        into = finding.other.id
    if choice is Choice.ACCEPT:
        into = _free(dataset, finding.record.id)
    return Decision(
        record=finding.record.id,
        content=finding.content,
        choice=choice,
        by=by,
        at=at,
        into=into,
        reason=reason,
    )


def _free(dataset: Dataset, identifier: str) -> str:
    """The identifier, or one like it that nothing in the data has or ever had."""
    taken = {*dataset.records.ids, *(one.id for one in dataset.withdrawn)}
    number, free = 2, identifier
    while free in taken:
        number, free = number + 1, f"{identifier}-{number}"
    return free


def carried_out(dataset: Dataset, decision: Decision, record: Record, origin: Dataset) -> Dataset:
    """The dataset as a decision about a record of ``origin`` makes it.

    What the record names comes along where the data do not have it. To carry out the same decision
    again changes nothing.

    Raises:
        UnknownName: if the record that it is linked to is not there any more.
        Clash: if the record names something whose identifier means another thing in the data.
    """
    if decision.choice is Choice.SKIP or decision.into is None:
        return dataset
    if decision.choice is Choice.ACCEPT and decision.into in dataset.records.ids:
        return dataset
    arrived, company = in_company(dataset, attrs.evolve(record, reviews=()), origin)
    whole = holding(dataset, company)
    if decision.choice is Choice.ACCEPT:
        return holding(whole, [attrs.evolve(arrived, id=decision.into)])
    if decision.into not in whole.records.ids:
        raise UnknownName("record", decision.into)
    return holding(whole, [linked(whole.record(decision.into), arrived)])
