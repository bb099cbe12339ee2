"""Who takes part existed on the day."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.dates import EdtfDate
from relations.model.meeting import Meeting
from relations.model.party import Party, SuccessionKind
from relations.model.record import Record
from relations.model.status import Status


def parties_out_of_time(dataset: Dataset) -> Iterator[Finding]:
    """Each party to a record existed when the record began, or its note says why it is named.

    A record of 1985 that names the Russian Federation asks whether the Soviet Union is meant.
    """
    parties = {party.id: party for party in dataset.parties}
    for record in dataset.records:
        when = _beginning(record)
        for path, identifier in _named(record) if when else ():
            party = parties.get(identifier)
            if when and party and (wrong := _outside(when, party)):
                yield Finding(
                    owner=record,
                    message=f"{party.id} ({party.name}) {wrong}, and the record is of {when}",
                    field=path,
                    found=repr(party.id),
                    near=who_stood_then(dataset, party, when),
                    hint="if it is meant all the same, say why in the note of the party",
                )


def offices_out_of_time(dataset: Dataset) -> Iterator[Finding]:
    """A person held an office of a party while that party existed."""
    parties = {party.id: party for party in dataset.parties}
    for person in dataset.persons:
        for index, tenure in enumerate(person.tenures):
            party = parties.get(tenure.party)
            if party and (wrong := _outside(tenure.date.edtf, party)) and not tenure.note:
                yield Finding(
                    owner=person,
                    message=(
                        f"{party.id} ({party.name}) {wrong}, "
                        f"and the office was held in {tenure.date.edtf}"
                    ),
                    field=f"tenures[{index}].party",
                    found=repr(party.id),
                    near=who_stood_then(dataset, party, tenure.date.edtf),
                    hint="if it is meant all the same, say why in the note of the tenure",
                )


def _beginning(record: Record) -> EdtfDate | None:
    """When a record began; that arms are in service says nothing of when they were supplied."""
    dated = {state.status for state in record.history if state.edtf}
    return None if dated == {Status.IN_SERVICE} else record.date_of_record


def _named(record: Record) -> Iterator[tuple[str, str]]:
    """The parties of a record that no note explains, each with its path."""
    for index, entry in enumerate(record.parties):
        if not entry.note:
            yield f"parties[{index}].party", entry.party
    if isinstance(record, Meeting):
        for index, delegate in enumerate(record.delegates):
            yield f"delegates[{index}].party", delegate.party


def _outside(when: EdtfDate, party: Party) -> str:
    """How a date lies certainly outside the life of a party; nothing if it may lie within."""
    if party.existed is None:
        return ""
    if when.certainly_before(party.existed):
        return f"began in {party.existed}"
    return f"existed in {party.existed}" if when.certainly_after(party.existed) else ""


def who_stood_then(dataset: Dataset, party: Party, when: EdtfDate) -> str | None:
    """Who stood in the place of a party then: itself, a predecessor or a successor that existed."""
    if not _outside(when, party):
        return party.id
    kin = [*dataset.predecessors(party.id), *_successors(dataset, party)]
    return next((other.id for other in kin if other.existed and not _outside(when, other)), None)


def _successors(dataset: Dataset, party: Party) -> Iterator[Party]:
    """The parties that came after one, those that continue it first."""
    after = [
        (entry.kind is not SuccessionKind.CONTINUATION, other.id, other)
        for other in dataset.parties
        for entry in other.successions
        if entry.predecessor == party.id
    ]
    return (other for _, _, other in sorted(after, key=lambda found: found[:2]))
