from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import relations
from builders import (
    FIRST,
    citation,
    claim,
    country,
    dated,
    edtf,
    person,
    record,
    seceded,
    state,
    tenure,
    with_parties,
    world,
)
from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Rank
from relations.model.coverage import Coverage, CoverageClass
from relations.model.dates import Dating
from relations.model.exercise import Exercise
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.meeting import Delegate, DelegateRole, Meeting
from relations.model.names import Name, NameForm
from relations.model.organisation import Organisation
from relations.model.party import PartyRole, Role
from relations.model.person import Person
from relations.model.quantities import Money, Quantity
from relations.model.record import Record
from relations.model.references import TO_PARTY, TO_PERSON, TO_PLACE
from relations.model.source import Release
from relations.model.statement import Stance, Statement
from relations.model.status import Status
from relations.pairs import Pair
from relations.report.blocks import (
    BulletList,
    Cite,
    Heading,
    KeyFigures,
    Lane,
    Link,
    Marker,
    Paragraph,
    ReferenceList,
    Table,
    Text,
    Timeline,
)
from relations.report.build import Dossier, build
from relations.report.document import Document
from relations.report.options import Options
from relations.report.sections import SECTIONS
from relations.report.sections.fills import FILLS
from relations.report.sections.glance import native_names
from relations.report.signs import Fill
from relations.report.speech import ENGLISH
from relations.report.wording.absence import CAUTION
from relations.report.wording.dates import date_words
from relations.report.wording.quantities import money_words
from relations.report.wording.terms import status_words
from relations.storage import load
from report.printed import anchors_of, contents, plain, rows_of, text_of, words_of
from strategies.records import datasets

PAIRS = (
    ("VNM", "RUS"),
    ("LAO", "RUS"),
    ("ASEAN", "RUS"),
    ("ASEAN", "JPN"),
    ("JPN", "VNM"),
    ("JPN", "LAO"),
    ("RUS", "JPN"),
)


@cache
def shipped(a: str, b: str, length: str) -> Dossier:
    """The paper of a pair from the data that comes with the library."""
    return build(load().pair(a, b), Options(length=length))


@pytest.fixture(params=PAIRS, ids="–".join)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    """A dossier of real data."""
    return shipped(*request.param, "dossier")


@pytest.fixture(params=PAIRS, ids="–".join)
def register(request: pytest.FixtureRequest) -> Dossier:
    """A register of real data."""
    return shipped(*request.param, "register")


def document(
    *records: Record,
    persons: tuple[Person, ...] = (),
    coverage: tuple[Coverage, ...] = (),
    length: str = "dossier",
) -> Document:
    """The dossier of Viet Nam and Russia from these records."""
    pair = world(*records, persons=persons, coverage=coverage).pair("VNM", "RUS")
    return build(pair, Options(length=length)).document


def whole(*records: Record, persons: tuple[Person, ...] = ()) -> Document:
    """The register of Viet Nam and Russia from these records."""
    return document(*records, persons=persons, length="register")


def row(paper: Document, anchor: str) -> str:
    """The words of the row of a record."""
    return next(words_of(found) for found in rows_of(paper) if found.anchor == anchor)


def headings(paper: Document) -> list[str]:
    """The titles of all sections and parts."""
    return [block.text for block in paper.blocks if isinstance(block, Heading)]


# -- completeness --------------------------------------------------------------------------------

NOT_PRINTED = frozenset(
    {"id", "citations", "topics", "claims", "confidence", "release", "history", "reviews"}
)


def facts(record: Record, dataset: Dataset) -> Iterator[str]:
    """The words for each factual value of a record, however small."""
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        if attribute.name not in NOT_PRINTED and value not in (None, ()):
            yield from _words(value, attribute.metadata, dataset)
    for entered in record.history:
        yield status_words(ENGLISH, entered.status, kind_of(record))
        yield from _words(entered.note, {}, dataset)
        yield from [date_words(ENGLISH, entered.edtf)] if entered.date else []
    yield from (c.attribution for c in record.used_citations() if c.attribution)


def _words(value: object, refers: Mapping[str, str], dataset: Dataset) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from (word for item in value for word in _words(item, refers, dataset))
    elif isinstance(value, Delegate | PartyRole):
        for attribute in attrs.fields(type(value)):
            yield from _words(getattr(value, attribute.name), attribute.metadata, dataset)
    elif refers:
        yield _name(str(value), refers, dataset) if value else ""
    elif isinstance(value, Dating | Quantity | Money):
        yield from _measured(value)
    else:
        yield _plain(value)


def _measured(value: Dating | Quantity | Money) -> Iterator[str]:
    if isinstance(value, Money):
        yield money_words(ENGLISH, value)
    elif isinstance(value, Dating):
        yield date_words(ENGLISH, value.edtf)
        yield value.as_stated or "" if value.reference else ""
    else:
        yield from (
            ENGLISH.number(it) for it in (value.value, value.low, value.high) if it is not None
        )
        yield "" if value.is_known else value.as_stated or ""


def _plain(value: object) -> str:
    if isinstance(value, Role | DelegateRole) or value is None:
        return ""  # roles have words of their own, tested where these are written
    if isinstance(value, enum.Enum):
        return "" if value.value == "not_stated" else str(value.value).replace("_", " ")
    return ("yes" if value else "no") if isinstance(value, bool) else str(value).rstrip(".")


def _name(identifier: str, refers: Mapping[str, str], dataset: Dataset) -> str:
    if refers == TO_PARTY:
        return next(party.name for party in dataset.parties if party.id == identifier)
    if refers == TO_PERSON:
        return dataset.person(identifier).name
    return (
        dataset.place(identifier).name if refers == TO_PLACE else dataset.record(identifier).title
    )


def missing(paper: Document, pair: Pair) -> list[str]:
    """The facts of the pair's records that their own rows leave out."""
    return [
        f"{found.id}: {fact}"
        for found in pair.records
        for fact in facts(found, pair.dataset)
        if fact.lower() not in row(paper, found.id).lower()
    ]


def test_every_fact_of_every_record_is_printed(register: Dossier) -> None:
    """No field of any record of the pair is left out of the record's own row in the register."""
    assert [] == missing(register.document, register.pair)


def test_whom_any_source_names_is_printed_with_its_words(register: Dossier) -> None:
    """An attribution that is no part of a record's row stands with the quotation."""
    (listed,) = (b for b in register.document.blocks if isinstance(b, ReferenceList))
    told = {quotation.attribution for entry in listed.items for quotation in entry.quotations}
    cited = (c.attribution for r in register.pair.records for c in r.all_citations())
    assert {attribution for attribution in cited if attribution} <= told


@settings(max_examples=25)
@given(datasets(), st.permutations(["VNM", "RUS", "LAO", "ASEAN", "EAS"]))
def test_every_fact_of_any_record_is_printed(dataset: Dataset, parties: list[str]) -> None:
    """Whatever the records and whoever the parties, a register is built and is complete."""
    pair = dataset.pair(parties[0], parties[1])
    assert [] == missing(build(pair, Options(length="register")).document, pair)


@pytest.mark.parametrize("kind", RECORD_TYPES.values())
def test_every_factual_field_of_a_kind_has_a_place(kind: type[Record]) -> None:
    """A new field of a kind must be given a label before it can be forgotten."""
    registers = {register.kind: register for register in _registers()}
    register = registers[next(name for name, cls in RECORD_TYPES.items() if cls is kind)]
    shown = {detail.field for detail in (*register.details, *register.figures)}
    always = {"id", "title", "parties", "places", "history", "related", "note"}
    fields = {attribute.name for attribute in attrs.fields(kind)}
    assert fields - always - NOT_PRINTED == shown


def _registers() -> Iterator[Any]:
    for section in SECTIONS.values():
        register = section.__globals__.get("REGISTER")
        if register is not None:
            yield register


# -- the page ------------------------------------------------------------------------------------


def _faults(paper: Document) -> Iterator[str]:
    """What no page may have: an empty cell, a short row, a link or number that leads nowhere."""
    anchors = anchors_of(paper)
    yield from (f"{anchor} stands twice" for anchor in anchors if anchors.count(anchor) > 1)
    for block in paper.blocks:
        if isinstance(block, Table):
            yield from _faults_of(block)
    for content in contents(paper.blocks):
        for inline in content:
            if isinstance(inline, Cite):
                yield from (f"[{n}]" for n in inline.numbers if f"ref-{n}" not in anchors)
            if isinstance(inline, Link) and "://" not in inline.target:
                yield from [] if inline.target in anchors else [f"{inline.target} is nowhere"]
    for block in paper.blocks:
        if isinstance(block, ReferenceList):
            backs = (a for item in block.items for q in item.quotations for _, a in q.records)
            yield from (f"{anchor} is nowhere" for anchor in backs if anchor not in anchors)


def _faults_of(table: Table) -> Iterator[str]:
    if not table.rows or round(sum(column.width for column in table.columns), 6) != 1:
        yield f"{table.columns} has no rows or does not fill the page"
    for found in table.rows:
        if len(found.cells) != len(table.columns):
            yield f"{words_of(found)} has too few cells"
        for cell in found.cells:
            marked = any(isinstance(inline, Marker) for content in cell for inline in content)
            if not marked and not "".join(map(plain, cell)).strip():
                yield f"{words_of(found)} has an empty cell"


def test_a_page_has_no_loose_ends(dossier: Dossier) -> None:
    """No cell is empty, and every link and number leads somewhere."""
    assert [] == list(_faults(dossier.document))


@settings(max_examples=25)
@given(datasets(), st.permutations(["VNM", "RUS", "LAO", "ASEAN", "EAS"]))
def test_no_page_ever_has_loose_ends(dataset: Dataset, parties: list[str]) -> None:
    """Any dossier of any records holds together."""
    assert [] == list(_faults(build(dataset.pair(parties[0], parties[1])).document))


@pytest.mark.parametrize("length", ["dossier", "register"])
def test_what_is_only_mentioned_is_told_of_and_has_no_place(length: str) -> None:
    """A contested agreement of others has a row of accounts where a statement speaks of it."""
    doubted = (claim("subject", "bases", Rank.DEPRECATED), claim("subject", "ports"))
    spoken_of = record(Agreement, "spoken-of", ("LAO", "ASEAN"), subject="bases", claims=doubted)
    said = record(Statement, "said", ("VNM", "RUS"), text="Said.", mentions=("spoken-of",))
    paper = build(world(spoken_of, said).pair("VNM", "RUS"), Options(length=length)).document
    firsts = [[plain(content) for content in row.cells[0]] for row in rows_of(paper)]
    assert [spoken_of.title, "The subject"] in firsts
    assert spoken_of.id not in anchors_of(paper)
    assert [] == list(_faults(paper))


def test_every_record_cites_its_sources(dossier: Dossier) -> None:
    """The row of a record ends with the numbers of its sources."""
    for found in dossier.pair.records.own:
        assert re.search(r"\[\d+\]( and \d+ more)?$", row(dossier.document, found.id)), found.id


def test_references_are_numbered_from_one_without_a_gap(dossier: Dossier) -> None:
    """The list counts 1, 2, 3, in the order of the page."""
    (listed,) = [block for block in dossier.document.blocks if isinstance(block, ReferenceList)]
    assert list(range(1, len(listed.items) + 1)) == [item.number for item in listed.items]
    seen = [
        n
        for content in contents(dossier.document.blocks)
        for i in content
        if isinstance(i, Cite)
        for n in i.numbers
    ]
    first = list(dict.fromkeys(seen))
    assert 1 == first[0]


def test_the_same_data_give_the_same_document() -> None:
    """A dossier built twice is equal."""
    found = load()
    assert build(found.pair("VNM", "RUS")).document == build(found.pair("VNM", "RUS")).document


def test_the_date_is_the_editions() -> None:
    """A dossier is dated by its data, never by today."""
    paper = document()
    assert world().edition.date == paper.date
    assert "30 June 2026" in paper.footer


# -- none found ----------------------------------------------------------------------------------

READ = Coverage(
    id="all",
    kinds=tuple(RECORD_TYPES),
    coverage_class=CoverageClass.OPPORTUNISTIC,
    sources=(FIRST,),
)


def test_a_pair_with_nothing_says_what_was_read() -> None:
    """Every kind of record is said to be not found, with the coverage and the caution."""
    text = text_of(document(coverage=(READ,)))
    for noun in ("agreement", "arms transfer", "exercise", "meeting", "dispute"):
        said = (
            f"No {noun} between Viet Nam and the Russian Federation was found in the one document"
        )
        assert said in text
    assert CAUTION in text


def test_a_pair_without_coverage_is_not_covered() -> None:
    """What nobody looked for is neither none nor none found."""
    text = text_of(document())
    assert "are not covered by this dataset" in text
    assert CAUTION not in text


@pytest.mark.parametrize("coverage", [(), (READ,)])
def test_none_found_is_never_a_figure(coverage: tuple[Coverage, ...]) -> None:
    """A key figure of nothing is in words, never 0, none or a dash."""
    (figures,) = [b for b in document(coverage=coverage).blocks if isinstance(b, KeyFigures)]
    expected = {"none found"} if coverage else {"not covered"}
    assert expected == {item.value for item in figures.items}


def test_what_leads_only_through_a_body_is_no_figure() -> None:
    """An exercise of a body is told in the note and counted in no figure of the two."""
    met = record(Exercise, "met", ("EAS",), date=dated("2020-11"), history=(state(Status.HELD),))
    (figures,) = [b for b in document(met, coverage=(READ,)).blocks if isinstance(b, KeyFigures)]
    held = figures.items[3]
    assert ("Exercises held", "none found", "1 through bodies") == (
        held.label,
        held.value,
        held.note,
    )


def test_a_state_that_came_before_is_counted_apart() -> None:
    """What a predecessor did is in the figure and said to be its own."""
    made = record(Agreement, "made", ("VNM", "SUN"), history=(state(Status.SIGNED, "1979"),))
    paper = document(made)
    (figures,) = [block for block in paper.blocks if isinstance(block, KeyFigures)]
    note = "1 found: 1 signed; 1 of them through the Soviet Union"
    assert note == figures.items[0].note
    assert "Through the Soviet Union" in headings(paper)


def test_the_three_ways_are_kept_apart(dossier: Dossier) -> None:
    """No table mixes what ties the two directly with what does not, views of authors excepted."""
    paths = dossier.pair.records.paths
    for block in dossier.document.blocks:
        if isinstance(block, Table) and block.category.value != "statement":
            ways = {paths[r.anchor].way for r in block.rows if r.anchor and r.anchor in paths}
            assert len(ways) <= 1


# -- records -------------------------------------------------------------------------------------


def test_a_doubted_record_is_marked_and_told() -> None:
    """A doubted date has a dagger, a dashed marker and a row of its own among the doubtful."""
    doubtful = record(
        Agreement,
        "doubtful",
        ("VNM", "RUS"),
        history=(state(Status.SIGNED, "2003"),),
        claims=(claim("history.signed", dated("2003"), Rank.DEPRECATED, note="No list has it"),),
    )
    paper = document(doubtful)
    found = next(row for row in rows_of(paper) if row.anchor == "doubtful")
    assert Fill.DASHED in {i.fill for i in found.cells[0][0] if isinstance(i, Marker)}
    assert "2003†" in words_of(found)
    assert "Printed as doubtful: 2003 [1], taken for an error. No list has it." in text_of(paper)
    assert "is stated by [1] alone and is doubted: No list has it." in text_of(paper)


def test_a_contested_place_is_told_by_its_name() -> None:
    """Rival accounts of where something was are places, not identifiers."""
    rivals = (claim("places", ("cam-ranh",)), claim("places", ("khanh-hoa",), Rank.DEPRECATED))
    met = record(Meeting, "met", ("VNM", "RUS"), places=("cam-ranh",), claims=rivals)
    assert "Used: Cam Ranh, Khánh Hòa [1]." in text_of(document(met))


def test_contested_parties_are_told_by_role() -> None:
    """Rival accounts of who took part read as sentences do."""
    both = tuple(PartyRole(party=party, role=Role.PARTY) for party in ("VNM", "RUS"))
    rivals = (claim("parties", both), claim("parties", both[:1], Rank.DEPRECATED))
    made = record(Agreement, "made", both, claims=rivals)
    text = text_of(document(made))
    assert "Used: parties: Viet Nam and the Russian Federation [1]." in text
    assert "Also: party: Viet Nam [1], taken for an error." in text


def test_a_contested_speaker_is_told_by_name() -> None:
    """Rival accounts of who spoke are people, not identifiers."""
    people = (person("shoigu", "Sergei Shoigu"), person("fomin", "Alexander Fomin"))
    rivals = (claim("speaker", "shoigu"), claim("speaker", "fomin", Rank.DEPRECATED))
    said = record(Statement, "said", ("VNM", "RUS"), speaker="shoigu", claims=rivals)
    assert "Used: Sergei Shoigu [1]." in text_of(document(said, persons=people))


def test_a_contested_occasion_is_told_by_its_title() -> None:
    """Rival accounts of the occasion are records, by title, and one may be not known."""
    summit = record(Meeting, "summit", ("VNM", "RUS"), title="The summit")
    rivals = (claim("occasion", "summit"), claim("occasion", None, Rank.DEPRECATED))
    met = record(Meeting, "met", ("VNM", "RUS"), occasion="summit", claims=rivals)
    text = text_of(document(summit, met))
    assert "Used: The summit [1]." in text
    assert "Also: not known [1], taken for an error." in text


def test_no_contest_is_said_to_be_none_found() -> None:
    """A pair without rival accounts says that none was found in these records."""
    assert "No rival or doubted account was found in these records." in text_of(document())


def test_an_end_that_contradicts_its_term_is_told() -> None:
    """Both ends of an agreement are printed where they do not agree."""
    leased = record(
        Agreement,
        "leased",
        ("VNM", "RUS"),
        term=Quantity.exact(25),
        nominal_end=dated("2004"),
        history=(state(Status.SIGNED, "1979"), state(Status.TERMINATED, "2002-05-02")),
    )
    assert (
        "the text foresees the end in 2004 after a term of 25 years; it is reported as terminated "
        "on 2 May 2002. The two contradict, and both are printed."
    ) in text_of(document(leased))


def test_an_obligation_one_way_is_not_mutual() -> None:
    """A grant is told from the one to the other."""
    parties = (
        PartyRole(party="VNM", role=Role.GRANTOR),
        PartyRole(party="RUS", role=Role.BENEFICIARY),
    )
    granted = record(Agreement, "granted", parties)
    assert "Viet Nam grants; the Russian Federation benefits" in row(document(granted), "granted")


def test_deliveries_of_unknown_number_are_added_up_as_unknown() -> None:
    """Two deliveries of unknown number are neither none nor two."""
    delivered = [
        record(
            ArmsTransfer,
            name,
            ("RUS", "VNM"),
            number_delivered=Quantity.unknown(as_stated="a batch"),
            history=(state(Status.DELIVERED, "2018-12"),),
        )
        for name in ("tanks", "vehicles")
    ]
    paper = document(*delivered)
    assert (
        "Reported as delivered, the Russian Federation to Viet Nam: armoured vehicles, number not "
        "known for either of the two deliveries (at least one each) [1]."
    ) in text_of(paper)
    assert "Delivered .. (“a batch”)" in row(paper, "tanks")


def test_an_authors_view_is_set_apart() -> None:
    """An opinion stands under a heading of its own, which says that it is no event."""
    view = record(Statement, "view", ("VNM", "RUS"), stance=Stance.OPINION)
    said = record(Statement, "said", ("VNM", "RUS"))
    paper = document(view, said)
    tables = [[r.anchor for r in b.rows] for b in paper.blocks if isinstance(b, Table)]
    assert ["said"] in tables
    assert ["view"] in tables
    assert "Views of authors, which are no events" in headings(paper)


def test_a_relative_date_keeps_its_words() -> None:
    """The source's words for a date stand in the record's row."""
    met = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018-01~", "very early this year"))
    assert "Date in the source: “very early this year”" in row(whole(met), "met")


def test_an_attribution_inside_the_source_is_told() -> None:
    """Whom a source itself names stands in the record's row."""
    held = record(
        Meeting, "met", ("VNM", "RUS"), citations=(citation("parties", attribution="TASS"),)
    )
    assert "According to: TASS" in row(document(held), "met")


def test_whom_a_source_names_for_something_else_is_no_voice_of_the_record() -> None:
    """Who is quoted on the matter, without bearing out the record, did not say what it says."""
    held = record(
        Meeting,
        "met",
        ("VNM", "RUS"),
        citations=(citation("parties"), citation(attribution="an ambassador")),
    )
    assert "According to" not in row(document(held), "met")


def test_the_places_of_a_statement_are_what_it_concerns() -> None:
    """Words about Syria were not spoken there."""
    said = record(Statement, "said", ("VNM", "RUS"), places=("cam-ranh",))
    assert "Concerns: Cam Ranh" in row(document(said), "said")


def test_a_status_is_dated_by_its_last_witness() -> None:
    """A status that may have changed since says as of when it is known."""
    signed = record(Agreement, "made", ("VNM", "RUS"), history=(state(Status.SIGNED, "2014"),))
    assert "Signed, as of 6 July 2021" in row(document(signed), "made")


def test_several_sources_are_told_field_by_field() -> None:
    """Where a record rests on several sources, each fact names its own."""
    cited = (citation("parties"), citation("subject", source="second"))
    made = record(Agreement, "made", ("VNM", "RUS"), subject="tanks", citations=cited)
    assert "Subject: tanks [2]" in row(whole(made), "made")


def test_people_stand_with_their_spellings_and_offices() -> None:
    """Everybody named is listed with other spellings and what they held and when."""
    shoigu = person(
        "shoigu",
        "Sergei Shoigu",
        "Sergey Shoygu",
        tenures=(tenure("Minister of Defence", "RUS", "2018-01~"),),
    )
    met = record(
        Meeting, "met", ("VNM", "RUS"), delegates=(Delegate(person="shoigu", party="RUS"),)
    )
    words = row(whole(met, persons=(shoigu,)), "person-shoigu")
    assert "Also written: Sergey Shoygu" in words
    assert "Minister of Defence, Russian Federation, attested about January 2018" in words


def test_a_contested_office_has_a_dagger() -> None:
    """An office that a better account denies is marked, and the reason given."""
    offices = (
        tenure("Deputy Minister", "RUS", "2023-11"),
        tenure("Minister", "RUS", "2023-11", Rank.DEPRECATED),
    )
    fomin = person("fomin", "Alexander Fomin", tenures=offices)
    met = record(Meeting, "met", ("VNM", "RUS"), delegates=(Delegate(person="fomin", party="RUS"),))
    paper = whole(met, persons=(fomin,))
    assert "Minister†, Russian Federation, attested November 2023 (taken for an error)" in row(
        paper, "person-fomin"
    )
    said = text_of(document(met, persons=(fomin,)))
    assert "Sources differ on the office of “Alexander Fomin”" in said


# -- at a glance ---------------------------------------------------------------------------------


def test_common_bodies_are_told_with_their_dates() -> None:
    """Since when each of the two has belonged to a body stands at a glance."""
    assert (
        "East Asia Summit (Viet Nam since 14 December 2005; "
        "Russian Federation since 19 November 2011)"
    ) in text_of(document())


def test_a_body_that_one_of_them_leads_is_shared() -> None:
    """A body that one party leads and the other belongs to is told as such."""
    text = text_of(build(world().pair("ASEAN", "RUS")).document)
    assert "East Asia Summit (led by ASEAN; Russian Federation since 19 November 2011)" in text


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("LAO", "ASEAN", "ASEAN (Lao PDR since 23 July 1997; "),
        ("ASEAN", "RUS", "ASEAN (Russian Federation dialogue partner since 21 July 1996)"),
    ],
)
def test_who_belongs_to_the_other_is_said_to(a: str, b: str, told: str) -> None:
    """A state and a body that it is a member or a partner of share that body first."""
    text = text_of(shipped(a, b, "dossier").document)
    assert text.index(told) < text.index("(led by ASEAN; ")


def test_a_name_in_a_script_without_glyphs_is_left_out() -> None:
    """A native name is printed only in scripts that a typeface at hand can show."""
    cherokee = Name(text="ᏣᎳᎩ", lang="chr", form=NameForm.SHORT)
    dataset = with_parties(
        world(), attrs.evolve(country("KHM", "Cambodia"), names=(Name(text="Cambodia"), cherokee))
    )
    assert "ᏣᎳᎩ" not in text_of(build(dataset.pair("KHM", "VNM")).document)


def test_predecessors_left_out_are_said_to_be_left_out() -> None:
    """A pair asked for without predecessors says so."""
    pair = world().pair("VNM", "RUS", predecessors=False)
    assert "Records that concern the Soviet Union are left out" in text_of(build(pair).document)


def test_records_are_the_successors_from_when_it_began() -> None:
    """Letters of some days before its beginning do not make it the party to what happened then."""
    printed = text_of(build(relations.load().pair("VNM", "RUS")).document)
    assert "Records before 26 December 1991 concern the Soviet Union" in printed


def test_a_successor_older_than_the_succession_is_told_from_the_succession() -> None:
    """Kazakhstan is held from 16 December 1991, and the Soviet Union was there until the 26th."""
    printed = text_of(build(relations.load().pair("KAZ", "VNM")).document)
    assert "Records before 26 December 1991 concern the Soviet Union" in printed


@pytest.mark.parametrize("pair", [("NOR", "SWE"), ("SWE", "NOR")])
def test_a_state_and_the_one_it_left_are_parties_apart(pair: tuple[str, str]) -> None:
    """No record of the one concerns the other, and none is said to."""
    printed = text_of(build(relations.load().pair(*pair)).document)
    assert "The two are parties apart since the succession (7 June 1905; secession)" in printed
    assert "concern Sweden" not in printed


def test_a_language_whose_short_name_was_told_has_no_other() -> None:
    """An official name does not take the place of a short one that stands there already."""
    yugoslavia = country("YUG", "Yugoslavia")
    short = [Name(text="Jugoslavija", lang=lang) for lang in ("hr", "sl")]
    official = Name(text="Socialistična republika", lang="sl", form=NameForm.OFFICIAL)
    named = attrs.evolve(
        yugoslavia, names=(*yugoslavia.names, *short, official), languages=("hr", "sl")
    )
    assert [("hr", "Jugoslavija")] == list(native_names(named))


def test_a_secession_is_dated_by_itself() -> None:
    """A list that begins the state later does not move it."""
    left = attrs.evolve(seceded("ALB", "A", left="TUR", on="1912-11-28"), existed=edtf("1913/.."))
    data = with_parties(world(), country("TUR", "T"), left)
    assert "Records before 28 November 1912 concern T" in text_of(
        build(data.pair("ALB", "VNM")).document
    )
    assert "the succession (28 November 1912; secession)" in text_of(
        build(data.pair("ALB", "TUR")).document
    )


def test_an_undated_succession_between_the_two_is_one() -> None:
    """Without a date, too, no record of the one concerns the other."""
    printed = text_of(build(world().pair("RUS", "SUN")).document)
    assert "apart since the succession (date not known; continuation)" in printed
    assert "concern the Soviet Union" not in printed


def test_a_name_that_is_one_in_two_languages_is_printed_once() -> None:
    """Norge is Norwegian, and Bokmål too."""
    printed = text_of(build(relations.load().pair("NOR", "SWE")).document)
    assert "in Norwegian, Norge; in Norwegian Nynorsk, Noreg" in printed


# -- markers -------------------------------------------------------------------------------------


def test_every_status_has_a_fill() -> None:
    """No marker is drawn for a status that nobody thought of."""
    assert set(Status) == set(FILLS)


# -- the timeline --------------------------------------------------------------------------------


def lanes(paper: Document) -> tuple[Lane, ...]:
    """The lanes of the only timeline."""
    (line,) = [block for block in paper.blocks if isinstance(block, Timeline)]
    return line.lanes


def test_the_timeline_ends_at_the_cut_off_date() -> None:
    """The dashed line is the edition's date, and the axis reaches it."""
    met = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018-07-02"))
    paper = document(met)
    (line,) = [block for block in paper.blocks if isinstance(block, Timeline)]
    assert (2018, 2027) == (line.start, line.end)
    assert 2026.4932 == line.cutoff
    assert 2018.4986 == line.lanes[0].marks[0].start


def test_what_has_no_reported_end_goes_on() -> None:
    """An agreement that no source ends has an open end."""
    made = record(Agreement, "made", ("VNM", "RUS"), history=(state(Status.SIGNED, "2014-11"),))
    (lane,) = lanes(document(made))
    assert lane.marks[0].open_end
    assert Fill.HALF is lane.marks[0].fill


def test_an_imprecise_date_is_a_bar() -> None:
    """A year is drawn from its first day to its last."""
    met = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018"))
    (lane,) = lanes(document(met))
    assert (2018.0, 2018.9973) == (lane.marks[0].start, lane.marks[0].end)


def test_a_pair_without_dated_records_has_no_axis() -> None:
    """An empty figure is a sentence."""
    assert "No dated record ties the two directly" in text_of(document())


# -- the dossier ---------------------------------------------------------------------------------


def test_restricted_matter_is_announced_on_every_page() -> None:
    """A dossier that holds something restricted says so in its foot."""
    secret = record(Meeting, "met", ("VNM", "RUS"), release=Release.RESTRICTED)
    assert document(secret).footer.startswith("Contains restricted records.")


def test_a_dossier_is_written_whole(tmp_path: Path) -> None:
    """Saving gives the path of a PDF file with the bytes of the dossier."""
    paper = build(world().pair("VNM", "RUS"))
    path = paper.save(tmp_path / "paper.pdf")
    assert path.read_bytes() == paper.to_pdf()
    assert path.read_bytes().startswith(b"%PDF")


def test_a_pair_leads_to_its_dossier() -> None:
    """Asking the pair is asking the builder."""
    pair = world().pair("VNM", "RUS")
    assert build(pair).document == pair.dossier().document


def test_a_body_is_a_party_like_any_other() -> None:
    """A dossier of a body and a state names both and what they share."""
    pair = world().pair("ASEAN", "RUS")
    assert isinstance(pair.a, Organisation)
    assert ("ASEAN", "Russian Federation") == build(pair).document.title


# -- refinements and open questions --------------------------------------------------------------


def test_what_is_merely_more_precise_is_not_called_disputed() -> None:
    """Accounts that differ in precision alone stand in a part of their own, after the disputes."""
    dataset = relations.load()
    page = [
        block
        for block in dataset.pair("VNM", "RUS").dossier(length="register").document.blocks
        if isinstance(block, Heading) and block.anchor.startswith("section-disputed")
    ]
    assert "section-disputed-refined" == page[-1].anchor


def test_what_was_asked_in_vain_is_told() -> None:
    """The agreement of 2003 that nobody else knows is among the open questions."""
    document = relations.load().pair("VNM", "RUS").dossier().document
    lists = [block for block in document.blocks if isinstance(block, BulletList)]
    said = [plain(item) for block in lists for item in block.items]
    opening = "An agreement of 2003 on submarine repair. Nothing found."
    assert any(text.startswith(opening) for text in said)


@pytest.mark.parametrize(
    ("a", "b"),
    [("VNM", "RUS"), ("LAO", "RUS"), ("ASEAN", "RUS"), ("ASEAN", "JPN"), ("JPN", "VNM")],
)
def test_every_account_of_a_contested_fact_is_quoted(a: str, b: str) -> None:
    """Each account of a contested fact has its words among the references."""
    pair = relations.load().pair(a, b)
    (references,) = [
        block
        for block in pair.dossier(length="register").document.blocks
        if isinstance(block, ReferenceList)
    ]
    quoted = {quotation.text for entry in references.items for quotation in entry.quotations}
    for contest in pair.contests:
        for account in contest.claims:
            assert {citation.quote for citation in account.citations} <= quoted


def test_a_pair_with_nothing_but_statements_is_not_said_to_have_nothing() -> None:
    """Page one counts what ties a pair directly when none of it makes a sentence of its own."""
    document = relations.load().pair("JPN", "VNM").dossier().document
    leads = [block for block in document.blocks if isinstance(block, Paragraph)]
    said = " ".join(piece.text for piece in leads[0].content if isinstance(piece, Text))
    assert "What was found to tie Japan and Viet Nam directly: two statements." in said
    assert "Eight records tie them through" in said


def test_no_record_is_said_to_lead_through_nothing() -> None:
    """An author's view that ties a pair directly has no line on a way through others."""
    document = relations.load().pair("VNM", "RUS").dossier(length="register").document
    lines = [
        "".join(piece.text for piece in content if isinstance(piece, Text)).strip()
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        for content in cell
    ]
    assert any(line.startswith("Through ") for line in lines)
    assert "Through" not in lines
