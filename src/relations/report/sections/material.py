"""What every section is given: the pair, the references, the language, and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from attrs import field, frozen

from relations.dataset import Dataset
from relations.editions import Comparison, compare
from relations.measures.coverage import coverage as statements_on
from relations.model.claims import Contest
from relations.model.coverage import Coverage
from relations.model.dates import EdtfDate
from relations.model.edition import Edition
from relations.model.inquiry import Inquiry, Outcome
from relations.model.organisation import Organisation
from relations.model.party import Party
from relations.model.person import Person
from relations.model.place import Place
from relations.model.record import Record
from relations.model.source import Citation
from relations.model.statement import Statement
from relations.pairs import Pair, PairSelection, Way
from relations.report.blocks import Content, Inline, Link, Text, Tone
from relations.report.naming.names import Names
from relations.report.options import Length, Options
from relations.report.references import References
from relations.report.room import FULL, Room
from relations.report.speech import ENGLISH, Speech
from relations.report.wording.absence import none_found
from relations.report.wording.parties import with_article

WRITTEN_IN: Final = "en"
"""The language in which the curators write titles and notes."""


@frozen
class Material:
    """The pair to write about, the book of references to write into, and how to say it."""

    pair: Pair
    references: References
    speech: Speech = ENGLISH
    names: Names = field(factory=Names)
    options: Options = field(factory=Options)
    room: Room = FULL
    data_hash: str = ""

    def holds(self, section: str) -> bool:
        """Whether this paper has a section of the dossier, by its name, if that has anything."""
        wanted = self.options.sections
        return self.options.length is not Length.BRIEF and (not wanted or section in wanted)

    # -- names ----------------------------------------------------------------------------------

    @property
    def a(self) -> str:
        """The first party, as it stands in a sentence."""
        return with_article(self.speech, self.room.clipped(self.title[0]))

    @property
    def b(self) -> str:
        """The second party, as it stands in a sentence."""
        return with_article(self.speech, self.room.clipped(self.title[1]))

    @property
    def title(self) -> tuple[str, str]:
        """The names of the two parties."""
        return self.names.party(self.pair.a), self.names.party(self.pair.b)

    @property
    def short_title(self) -> str:
        """The names of the two parties on one line."""
        return " – ".join(self.title)

    @property
    def edition(self) -> Edition:
        """The state of the data."""
        return self.dataset.edition

    @property
    def dataset(self) -> Dataset:
        """The whole dataset, for names and coverage."""
        return self.pair.dataset

    def party_name(self, identifier: str, on: EdtfDate | None = None) -> str:
        """The short name of a party, as of a day if one is given."""
        return self.names.party(self._parties[identifier], on)

    def in_sentence(self, identifiers: Iterable[str]) -> str:
        """The names of parties as a list in a sentence."""
        names = map(self.party_name, identifiers)
        return self.speech.listed(with_article(self.speech, name) for name in names)

    def person(self, identifier: str) -> Person:
        """The person with this identifier."""
        return self._persons[identifier]

    def is_of_record(self, contest: Contest) -> bool:
        """Whether a contest is of a record, and not of a person, who may have the same name."""
        return self._contested.get((contest.subject, contest.field)) == contest

    def person_name(self, identifier: str) -> str:
        """The usual spelling of a person's name."""
        return self.names.person(self._persons[identifier])

    def place_name(self, identifier: str) -> str:
        """The usual name of a place alone: "Cam Ranh Bay"."""
        return self.names.place(self._places[identifier])

    def place_words(self, identifier: str) -> str:
        """A place with what it lies in: "Cam Ranh Bay, Viet Nam"."""
        place = self._places[identifier]
        country = self.party_name(place.country) if place.country else ""
        within = self.names.place(self._places[place.within]) if place.within else ""
        parts = (self.names.place(place), within, country)
        return ", ".join(dict.fromkeys(filter(None, parts)))

    # -- data that are words --------------------------------------------------------------------

    @property
    def written_in(self) -> str | None:
        """The language of titles and notes, where the dossier is in another."""
        return None if self.speech.language == WRITTEN_IN else WRITTEN_IN

    def written(self, text: str, tone: Tone = Tone.PLAIN) -> Text:
        """A title or note as it stands in the data, marked with its language."""
        return Text(text, tone, self.written_in)

    def link(self, text: str, target: str) -> Link:
        """A title that leads to its record, marked with its language."""
        return Link(text, target, self.written_in)

    def record_link(self, identifier: str) -> Inline:
        """The title of a record, as a link where the record is printed in this dossier."""
        title = self.dataset.record(identifier).title
        printed = identifier in self.pair.records.paths
        return self.link(title, identifier) if printed else self.written(title)

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {party.id: party for party in self.dataset.parties}

    @cached_property
    def _persons(self) -> dict[str, Person]:
        return {person.id: person for person in self.dataset.persons}

    @cached_property
    def _contested(self) -> dict[tuple[str, str], Contest]:
        """What is contested of records, by record and field."""
        contests = (contest for record in self.dataset.records for contest in record.contests)
        return {(contest.subject, contest.field): contest for contest in contests}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.id: place for place in self.dataset.places}

    # -- records --------------------------------------------------------------------------------

    @cached_property
    def contradicted(self) -> dict[str, tuple[Inquiry, ...]]:
        """The statements whose words other sources contradict, with what was asked.

        A statement says what was said, and has no other account of its words to be held as claim.
        """
        asked = [it for it in self.dataset.inquiries if it.outcome is Outcome.CONTRADICTED]
        found = {
            record.id: tuple(inquiry for inquiry in asked if record.id in inquiry.about)
            for record in self.pair.records
            if isinstance(record, Statement)
        }
        return {identifier: inquiries for identifier, inquiries in found.items() if inquiries}

    def of_kind(self, kind: str) -> PairSelection[Record]:
        """The pair's records of one kind."""
        selection: PairSelection[Record] = getattr(self.pair, kind)
        return selection

    def own(self, kind: str) -> list[Record]:
        """The records of a kind that tie the two directly or through a predecessor."""
        selection = self.of_kind(kind)
        return [record for record in selection if selection.path(record).way is not Way.BODY]

    @cached_property
    def since(self) -> Comparison | None:
        """What differs from the older edition that was named, in what both hold of the pair."""
        older = self.options.since
        if older is None:
            return None
        shown = older.public() if self.options.public else older
        return compare(shown, self.dataset, (self.pair.a.id, self.pair.b.id))

    @cached_property
    def changed(self) -> frozenset[str]:
        """What is new or other since that edition, by identifier."""
        changes = self.since.changes if self.since else ()
        return frozenset(change.id for change in changes)

    @cached_property
    def bodies(self) -> tuple[Organisation, ...]:
        """The bodies through which records of the pair lead."""
        used = {via for path in self.pair.records.paths.values() for via in path.via}
        return tuple(body for body in self.dataset.organisations if body.id in used)

    def cite(self, *records: Record) -> Content:
        """The numbers of the sources of these records, which lead back to them."""
        return self.cite_for((record, record.all_citations()) for record in records)

    def cite_for(
        self, found: Iterable[tuple[Record, Iterable[Citation]]], most: int | None = None
    ) -> Content:
        """The numbers of some citations of each record, which lead back to it."""
        triples = (
            (citation, record.title, record.id)
            for record, citations in found
            for citation in citations
        )
        return self.references.cited(triples, most)

    def cite_things(self, citations: Iterable[Citation], most: int | None = None) -> Content:
        """The numbers of citations that lead back to no record."""
        return self.references.cited(((citation, "", "") for citation in citations), most)

    def published(self, citations: Iterable[Citation]) -> frozenset[EdtfDate]:
        """The dates of the documents cited."""
        dates = (self.dataset.source(citation.source).date for citation in citations)
        return frozenset(date.edtf for date in dates if date)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The sources of the pair's records."""
        records = self.pair.records
        return frozenset(c.source for record in records for c in record.all_citations())

    # -- coverage -------------------------------------------------------------------------------

    def coverage(self, kind: str) -> Sequence[Coverage]:
        """The statements of coverage for a kind that come closest to this pair."""
        return statements_on(self.dataset, kind, (self.pair.a.id, self.pair.b.id))

    def none_found(self, kind: str) -> str:
        """That no record of a kind was found between the two, with the coverage."""
        return none_found(self.speech, kind, self.a, self.b, self.coverage(kind))
