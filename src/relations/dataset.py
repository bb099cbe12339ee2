"""The frozen, indexed collection of everything known, and the questions one asks of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from attrs import frozen

from relations.errors import UnknownName, nearest
from relations.gazetteer import Gazetteer, fold
from relations.index import Index
from relations.known_as import of_others, of_parties
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Contest, Rank
from relations.model.country import Country
from relations.model.coverage import Coverage
from relations.model.dates import Certainty, EdtfDate
from relations.model.dispute import Dispute
from relations.model.edition import Edition
from relations.model.exercise import Exercise
from relations.model.inquiry import Inquiry
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.organisation import Membership, Organisation, Standing
from relations.model.party import Party
from relations.model.person import Person, Tenure
from relations.model.place import Place
from relations.model.programme import Programme
from relations.model.record import Record
from relations.model.references import Reference, identifiers, pruned
from relations.model.short import one_line
from relations.model.source import Source
from relations.model.statement import Statement
from relations.model.withdrawal import Withdrawal
from relations.selection import Answer, InTime, Selection, When, as_edtf
from relations.successions import line_of
from relations.views import (
    Keep,
    published_by,
    remaining,
    remaining_coverage,
    remaining_inquiry,
    remaining_person,
    said_by,
)

Thing = TypeVar("Thing")

if TYPE_CHECKING:
    from relations.display.records import Shown
    from relations.pairs import Pair
    from relations.table import Table


Owner = Party | Person | Place | Record | Coverage | Inquiry | Withdrawal
"""Anything in the data file that may refer to something else by identifier."""


@frozen(kw_only=True, repr=False)
class Dataset:
    """Everything a data file holds. It never changes; each view of it is another dataset."""

    edition: Edition
    sources: tuple[Source, ...] = ()
    countries: tuple[Country, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    agreements: Selection[Agreement] = Selection()
    arms_transfers: Selection[ArmsTransfer] = Selection()
    exercises: Selection[Exercise] = Selection()
    meetings: Selection[Meeting] = Selection()
    programmes: Selection[Programme] = Selection()
    statements: Selection[Statement] = Selection()
    disputes: Selection[Dispute] = Selection()
    coverage: tuple[Coverage, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()

    def __attrs_post_init__(self) -> None:
        # A selection carries the sources of its records, so that a display can link them.
        for kind in RECORD_TYPES:
            selection: Selection[Record] = getattr(self, kind)
            linked = attrs.evolve(selection, sources=self._sources_by_id)
            object.__setattr__(self, kind, linked)

    def __repr__(self) -> str:
        return one_line(f"Dataset({self.edition.name}: {len(self.records)} records)")

    def _repr_html_(self) -> str:
        from relations.display.others import show_dataset

        return show_dataset(self)

    # -- the collections ------------------------------------------------------------------------

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """States and bodies together."""
        return (*self.countries, *self.organisations)

    @cached_property
    def records(self) -> Selection[Record]:
        """Every record of every kind, in order of time."""
        records = (record for kind in RECORD_TYPES for record in self.of_kind(kind))
        return Selection(records, sources=self._sources_by_id)

    def of_kind(self, kind: str) -> Selection[Record]:
        """The records of one kind, by its group name (``"agreements"``).

        Raises:
            UnknownName: if there is no such kind; with the nearest.
        """
        if kind not in RECORD_TYPES:
            raise UnknownName("kind of record", kind, nearest(kind, RECORD_TYPES))
        selection: Selection[Record] = getattr(self, kind)
        return selection

    # -- by name --------------------------------------------------------------------------------

    def party(self, name_or_code: str, on: When | None = None) -> Party:
        """The state or body of this name, spelling or code, on a day if one is given.

        Raises:
            UnknownName: if none is so called; with the nearest names.
            AmbiguousName: if several are; with all of them.
        """
        day = None if on is None else as_edtf(on)
        return self._parties_by_id[self._party_names.resolve(name_or_code, day)]

    def body(self, name_or_code: str, on: When | None = None) -> Organisation:
        """The body of this name or spelling, where a state may have it for a code ("NAM").

        Raises as :meth:`party` does.
        """
        day = None if on is None else as_edtf(on)
        return self._bodies_by_id[self._body_names.resolve(name_or_code, day)]

    def person(self, name: str) -> Person:
        """The person of this name in any known spelling. Raises as :meth:`party` does."""
        return self._persons_by_id[self._person_names.resolve(name)]

    def place(self, name: str) -> Place:
        """The place of this name in any known spelling. Raises as :meth:`party` does."""
        return self._places_by_id[self._place_names.resolve(name)]

    def source(self, identifier: str) -> Source:
        """The source with this identifier. Raises UnknownName with the nearest."""
        return _found("source", identifier, self._sources_by_id)

    def record(self, identifier: str) -> Record:
        """The record with this identifier. Raises UnknownName with the nearest."""
        return _found("record", identifier, self._records_by_id)

    def show(self, record: Record | str) -> Shown:
        """A record, or the one with this identifier, to be shown in a notebook with its sources.

        A record that is shown by itself knows of its sources no more than their identifiers.
        """
        from relations.display.records import Shown

        found = self.record(record) if isinstance(record, str) else record
        return Shown(found, self._sources_by_id)

    # -- questions ------------------------------------------------------------------------------

    def pair(self, a: str, b: str, *, predecessors: bool = True) -> Pair:
        """Everything that ties two parties, by name or code, each item with its path.

        ``predecessors`` says whether a state's predecessors count; what they bring is labelled.
        """
        from relations.pairs import Pair

        return Pair(self, self.party(a), self.party(b), predecessors=predecessors)

    def panel(
        self,
        unit: str = "dyad-year",
        *,
        directed: bool = False,
        kinds: Iterable[str] | None = None,
        start: int | None = None,
        end: int | None = None,
        states: Iterable[str] | None = None,
        system: str | None = None,
        predecessors: bool = False,
    ) -> Table:
        """A row for each living pair (``"dyad-year"``) or state (``"country-year"``) and year.

        What the arguments mean and what is raised: :func:`relations.measures.panel.panel`.
        """
        from relations.measures.panel import panel

        return panel(
            self,
            unit,
            directed=directed,
            kinds=kinds,
            start=start,
            end=end,
            states=states,
            system=system,
            predecessors=predecessors,
        )

    def members(self, body: str, on: When) -> Answer[tuple[Party, ...]]:
        """Who belonged to a body on a day, certainly and possibly. Raises as :meth:`body` does."""
        organisation = self.body(body)
        day = as_edtf(on)
        answers: dict[str, Certainty] = {}
        for membership in self.memberships(organisation.id):
            earlier = answers.get(membership.party, Certainty.NO)
            answers[membership.party] = earlier | self._held(membership, organisation, day)
        return Answer(
            self._answering(answers, Certainty.CERTAIN),
            self._answering(answers, Certainty.POSSIBLE),
        )

    def _held(self, membership: Membership, body: Party, day: EdtfDate) -> Certainty:
        """Whether it was held; possibly only while both the body and the party may exist."""
        answer = membership.held(day)
        if answer is not Certainty.POSSIBLE:
            return answer
        lives = (body.existed, self._parties_by_id[membership.party].existed)
        both = all(life is None or life.possibly_overlaps(day) for life in lives)
        return Certainty.POSSIBLE if both else Certainty.NO

    def _answering(self, answers: dict[str, Certainty], wanted: Certainty) -> tuple[Party, ...]:
        return tuple(
            self._parties_by_id[key] for key, answer in answers.items() if answer is wanted
        )

    def memberships(self, body: str) -> tuple[Membership, ...]:
        """The memberships of a body, by identifier; observers and partners are left out.

        A state has none. Raises UnknownName with the nearest identifiers.
        """
        found = self._party_with(body)
        held = found.memberships if isinstance(found, Organisation) else ()
        return tuple(entry for entry in held if entry.standing is Standing.MEMBER)

    def leaders(self, body: str) -> tuple[str, ...]:
        """The bodies that lead a body, by identifier: its parent, its parent's, and so on.

        A state has none. Raises UnknownName with the nearest identifiers.
        """
        found: list[str] = []
        leader = self._parent(self._party_with(body).id)
        while leader is not None and leader not in found:
            found.append(leader)
            leader = self._parent(leader)
        return tuple(found)

    def _parent(self, body: str) -> str | None:
        found = self._bodies_by_id.get(body)
        return found.parent if found else None

    def predecessors(self, party: str) -> tuple[Party, ...]:
        """All parties that came before this one, by identifier, the nearest first.

        Raises UnknownName with the nearest identifiers.
        """
        return tuple(earlier for earlier, _ in self.line_of(party))

    def line_of(self, party: str) -> tuple[tuple[Party, EdtfDate | None], ...]:
        """All parties that came before this one, each with the time in which it stands for it.

        What a state does after another has left it is its own alone, so that one that lost a part
        by secession stands for that part until the day before; others have no bound. Along a line
        the narrowest bound holds, and of two lines as long the wider. The nearest come first.

        Raises UnknownName with the nearest identifiers.
        """
        return line_of(self._party_with(party), self._parties_by_id)

    def successors(self, party: str) -> tuple[Party, ...]:
        """The parties that came after this one, by identifier, in the order of the data.

        Raises UnknownName with the nearest identifiers.
        """
        earlier = self._party_with(party).id
        return tuple(
            later
            for later in self.parties
            if any(succession.predecessor == earlier for succession in later.successions)
        )

    def _party_with(self, identifier: str) -> Party:
        return _found("party", identifier, self._parties_by_id)

    def holder(self, office: str, party: str, on: When) -> Answer[tuple[Person, ...]]:
        """Who held an office of a party on a day; denied accounts do not count.

        A source that names somebody in an office in a certain month attests that month, so that a
        single day of it is possible, not certain.
        """
        identifier, day = self.party(party).id, as_edtf(on)
        answers = {
            (person.id, tenure.date): tenure.date.edtf.overlaps(day)
            for person in self.persons
            for tenure in person.tenures
            if _is_office(tenure, office, identifier)
        }
        certain = {key[0] for key, answer in answers.items() if answer is Certainty.CERTAIN}
        possible = {key[0] for key, answer in answers.items() if answer is Certainty.POSSIBLE}
        return Answer(self._persons(certain), self._persons(possible - certain))

    def _persons(self, identifiers: Collection[str]) -> tuple[Person, ...]:
        return tuple(person for person in self.persons if person.id in identifiers)

    def at(self, place: str) -> Selection[Record]:
        """Every record that names a place, or a place within it."""
        within = self._places_within(self.place(place).id)
        return self.records.filter(lambda record: not within.isdisjoint(record.places))

    def _places_within(self, identifier: str) -> frozenset[str]:
        found, waiting = {identifier}, [identifier]
        while waiting:
            around = waiting.pop()
            inner = {place.id for place in self.places if place.within == around} - found
            found |= inner
            waiting += inner
        return frozenset(found)

    @cached_property
    def contests(self) -> tuple[Contest, ...]:
        """Every fact on which accounts differ or that is doubted, of records and of people."""
        subjects: Iterable[Record | Person] = (*self.records, *self.persons)
        return tuple(contest for subject in subjects for contest in subject.contests)

    # -- shapes to take away --------------------------------------------------------------------

    def to_duckdb(self, path: str | os.PathLike[str] | None = None) -> Any:
        """A connection to a DuckDB database with all of it as related tables.

        In memory, or in a file if one is named; see :func:`relations.exporters.sql.to_duckdb`.
        """
        from relations.exporters.sql import to_duckdb

        return to_duckdb(self, path)

    def graph(self, *, kinds: Iterable[str] | None = None, on: When | None = None) -> Any:
        """The parties and the records that tie them as a ``networkx.MultiGraph``.

        What the arguments mean and what is raised: :func:`relations.exporters.graph.graph`.
        """
        from relations.exporters.graph import graph

        return graph(self, kinds=kinds, on=on)

    def to_parquet(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write the same tables to a folder of Parquet files, and return the files."""
        from relations.exporters.parquet import to_parquet

        return to_parquet(self, folder)

    # -- views ----------------------------------------------------------------------------------

    def as_known_from(self, sources: Iterable[str]) -> Dataset:
        """What these sources alone say; see the explanation of views in the documentation.

        Raises:
            UnknownName: if a source is not in the dataset.
        """
        kept = {self.source(identifier).id for identifier in sources}
        return self._view(lambda citation: citation.source in kept, said_by(kept), kept)

    def as_known_on(self, day: When) -> Dataset:
        """What had certainly been published by the end of ``day``, which becomes the cut-off."""
        limit = as_edtf(day)
        published = {source.id for source in self.sources if published_by(source, limit)}
        words = f"as known from what had been published by {limit}"
        view = self._view(lambda citation: citation.source in published, words, published)
        cut_off = min(limit.latest or self.edition.date, self.edition.date)
        return attrs.evolve(view, edition=attrs.evolve(view.edition, date=cut_off))

    def public(self) -> Dataset:
        """The dataset without what is restricted, and without what would tell of it."""
        from relations.release import public

        return public(self)

    def excerpt(self, records: Collection[str]) -> Dataset:
        """These records alone, by identifier, with the sources cited by anything that stays."""
        view = self._with_records(lambda record: record if record.id in records else None)
        cited = {source for owner in view.owners() for source in identifiers(owner, "source")}
        sources = tuple(source for source in self.sources if source.id in cited)
        edition = attrs.evolve(view.edition, released=None, digest=None)
        return attrs.evolve(view, sources=sources, withdrawn=(), edition=edition)

    def owners(self) -> Iterator[Owner]:
        """Everything with an identifier that may refer to something else."""
        yield from self.parties
        yield from self.persons
        yield from self.places
        yield from self.records
        yield from self.coverage
        yield from self.inquiries
        yield from self.withdrawn

    def _view(self, keep: Keep, words: str | None, sources: Collection[str]) -> Dataset:
        """What the kept citations bear out, covered by no more than ``sources``.

        What was asked of other sources is no part of it: that is known today, and from them.
        """
        coverage = (remaining_coverage(entry, keep, sources) for entry in self.coverage)
        return attrs.evolve(
            self._with_records(lambda record: remaining(record, keep)),
            persons=tuple(remaining_person(person, keep) for person in self.persons),
            coverage=tuple(entry for entry in coverage if entry is not None),
            inquiries=(),
            withdrawn=(),
            edition=attrs.evolve(self.edition, view=words, released=None, digest=None),
        )

    def _with_records(self, change: Callable[[Record], Record | None]) -> Dataset:
        changed = {
            kind: [new for record in self.of_kind(kind) if (new := change(record)) is not None]
            for kind in RECORD_TYPES
        }
        left = {record.id for records in changed.values() for record in records}

        def leads(found: Reference) -> bool:
            return found.target != "record" or found.identifier in left

        groups: dict[str, Any] = {
            kind: Selection(pruned(record, leads) for record in records)
            for kind, records in changed.items()
        }
        inquiries = (remaining_inquiry(inquiry, left) for inquiry in self.inquiries)
        groups["inquiries"] = tuple(inquiry for inquiry in inquiries if inquiry is not None)
        groups["withdrawn"] = tuple(pruned(entry, leads) for entry in self.withdrawn)
        return attrs.evolve(self, **groups)

    # -- indexes --------------------------------------------------------------------------------

    @cached_property
    def records_of(self) -> dict[str, tuple[Record, ...]]:
        """The records that name a party, by the party's identifier."""
        index: dict[str, list[Record]] = {}
        for record in self.records:
            for party in record.party_ids:
                index.setdefault(party, []).append(record)
        return {party: tuple(records) for party, records in index.items()}

    def tying(self, these: Collection[str], those: Collection[str]) -> InTime[Record]:
        """The records that name one of these parties and one of those, by identifier.

        One party may be both, so that a record of it alone ties it to itself.
        """
        records = self.records
        return InTime(records[place] for place in self._index.tying(these, those))

    @cached_property
    def _index(self) -> Index:
        return Index(self.records)

    @cached_property
    def bodies_of(self) -> dict[str, tuple[tuple[str, EdtfDate | None], ...]]:
        """The bodies that a party leads or is a member of, by the party's identifier.

        Each body stands by its identifier with the period of membership; who leads has none.
        """
        index: dict[str, list[tuple[str, EdtfDate | None]]] = {}
        for body in self.organisations:
            for leader in self.leaders(body.id):
                index.setdefault(leader, []).append((body.id, None))
            for membership in self.memberships(body.id):
                index.setdefault(membership.party, []).append((body.id, membership.period))
        return {party: tuple(bodies) for party, bodies in index.items()}

    @cached_property
    def _parties_by_id(self) -> dict[str, Party]:
        return {party.id: party for party in self.parties}

    @cached_property
    def _bodies_by_id(self) -> dict[str, Organisation]:
        return {body.id: body for body in self.organisations}

    @cached_property
    def _persons_by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.persons}

    @cached_property
    def _places_by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _records_by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    @cached_property
    def _party_names(self) -> Gazetteer:
        return Gazetteer.of("party", of_parties(self.parties))

    @cached_property
    def _body_names(self) -> Gazetteer:
        return Gazetteer.of("body", of_parties(self.organisations))

    @cached_property
    def _person_names(self) -> Gazetteer:
        return Gazetteer.of("person", of_others(self.persons))

    @cached_property
    def _place_names(self) -> Gazetteer:
        return Gazetteer.of("place", of_others(self.places))


def _found(what: str, identifier: str, things: dict[str, Thing]) -> Thing:
    if identifier not in things:
        raise UnknownName(what, identifier, nearest(identifier, things))
    return things[identifier]


def _is_office(tenure: Tenure, office: str, party: str) -> bool:
    return (
        tenure.party == party
        and fold(tenure.office) == fold(office)
        and tenure.rank is not Rank.DEPRECATED
    )
