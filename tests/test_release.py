"""Nothing restricted, and no trace of it, is in what is public."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    FIRST,
    PARTIES,
    SECOND,
    body,
    citation,
    claim,
    dated,
    edtf,
    person,
    place,
    record,
    source,
    state,
    tenure,
    with_parties,
    world,
)
from relations.checks import problems
from relations.dataset import Dataset
from relations.entries import holding
from relations.errors import Severity
from relations.model.agreement import Agreement
from relations.model.claims import Claim, Rank
from relations.model.coverage import Coverage, CoverageClass
from relations.model.edition import Overlaid
from relations.model.inquiry import Inquiry, Outcome
from relations.model.meeting import Delegate, Meeting
from relations.model.organisation import Membership
from relations.model.party import PartyRole, Role
from relations.model.review import Review, Stage
from relations.model.source import Citation, Release
from relations.model.statement import Statement
from relations.model.status import Status
from relations.model.withdrawal import Withdrawal
from relations.storage import dumps
from strategies.records import datasets

RESTRICTED = Release.RESTRICTED
MEETING = record(Meeting, "open", ("VNM", "RUS"))


def secret(*supports: str) -> Citation:
    """A restricted citation of the second source."""
    return attrs.evolve(citation(*supports, source=SECOND), release=RESTRICTED)


def hidden(given: Claim) -> Claim:
    """A claim that is restricted."""
    return attrs.evolve(given, release=RESTRICTED)


def coverage(identifier: str, **more: object) -> Coverage:
    """A statement of coverage."""
    thorough = CoverageClass.SYSTEMATIC
    make: Callable[..., Coverage] = Coverage
    return make(id=identifier, kinds=("meetings",), coverage_class=thorough, **more)


def inquiry(identifier: str, **more: object) -> Inquiry:
    """A question that was put to other sources."""
    make: Callable[..., Inquiry] = Inquiry
    return make(
        id=identifier, topic="A topic", outcome=Outcome.CONFIRMED, checked=edtf("2022"), **more
    )


# -- records and claims --------------------------------------------------------------------------


def test_a_restricted_record_is_gone_with_every_reference_to_it() -> None:
    """Neither the record nor its identifier is left, wherever it was named."""
    cable = record(Meeting, "cable", ("VNM", "RUS"), release=RESTRICTED)
    others = (
        record(Meeting, "open", ("VNM",), related=("cable",), occasion="cable"),
        record(Statement, "said", ("VNM",), mentions=("cable",)),
    )
    dataset = attrs.evolve(
        world(cable, *others),
        withdrawn=(Withdrawal(id="old", reason="Twice.", replaced_by="cable"),),
    )
    assert "cable" in dumps(dataset)
    assert "cable" not in dumps(dataset.public())


def test_a_restricted_claim_is_gone_and_the_field_takes_the_best_that_is_left() -> None:
    """A field whose preferred account is restricted holds the open one."""
    lease = record(
        Agreement,
        "lease",
        ("VNM",),
        nominal_end=dated("2004-05"),
        claims=(
            hidden(claim("nominal_end", dated("2004-05"), Rank.PREFERRED)),
            claim("nominal_end", dated("2004")),
        ),
    )
    (left,) = world(lease).public().agreements
    assert (dated("2004"), 1) == (left.nominal_end, len(left.claims))


def test_a_field_with_restricted_claims_alone_is_unknown() -> None:
    """What only restricted accounts say is not known, whatever source they are from."""
    lease = record(
        Agreement,
        "lease",
        ("VNM",),
        price="free",
        claims=(hidden(claim("price", "free")),),
    )
    (left,) = world(lease).public().agreements
    assert (None, ()) == (left.price, left.claims)


def test_the_date_of_a_state_with_restricted_claims_is_unknown() -> None:
    """A state stays on its open words, and its date goes with the accounts of it."""
    pact = record(
        Agreement,
        "pact",
        history=(state(Status.SIGNED, "1979"),),
        claims=(hidden(claim("history.signed", dated("1979"))),),
    )
    (left,) = world(pact).public().agreements
    assert [(Status.SIGNED, None)] == [(entry.status, entry.date) for entry in left.history]


def test_a_record_that_restricted_claims_alone_cite_is_gone() -> None:
    """A record without an open citation is not there."""
    pact = record(
        Agreement,
        "pact",
        citations=(secret(),),
        price="free",
        claims=(hidden(claim("price", "free")),),
    )
    assert () == world(pact).public().records.ids


# -- sources -------------------------------------------------------------------------------------


def test_what_cites_a_restricted_source_is_restricted() -> None:
    """A source that is marked takes every citation of it along."""
    cable = attrs.evolve(source(SECOND), release=RESTRICTED)
    meeting = record(
        Meeting,
        "open",
        ("VNM",),
        subjects=("bases",),
        citations=(citation("parties"), citation("subjects", source=SECOND)),
    )
    public = world(meeting, sources=(source(), cable)).public()
    assert ((), (FIRST,)) == (public.meetings[0].subjects, tuple(one.id for one in public.sources))


def test_a_source_that_open_words_cite_stays() -> None:
    """A source that is cited openly somewhere is no secret, though another citation of it is."""
    meeting = record(Meeting, "open", ("VNM",), citations=(citation("parties"), secret()))
    other = record(Meeting, "other", ("VNM",), citations=(citation("parties", source=SECOND),))
    public = world(meeting, other).public()
    assert {FIRST, SECOND} == {one.id for one in public.sources}


def test_a_restricted_source_does_not_lend_its_side() -> None:
    """A source that is published by a hidden party no longer says so."""
    service = attrs.evolve(body("SERVICE", "A service"), citations=(secret(),))
    dataset = with_parties(
        world(MEETING, sources=(source(side="SERVICE"), source(SECOND))), service
    )
    assert [None] == [one.side for one in dataset.public().sources]


# -- parties, people and places ------------------------------------------------------------------


def test_what_restricted_words_alone_name_is_gone_from_everywhere() -> None:
    """A person, a place and a body that only restricted words cite leave no trace."""
    agent = attrs.evolve(person("agent", "Agent Name"), citations=(secret(),))
    site = attrs.evolve(place("site", "Site Name"), citations=(secret(),))
    cell = attrs.evolve(body("CELL", "Cell Name"), citations=(secret(),))
    meeting = record(
        Meeting,
        "open",
        ("VNM", PartyRole(party="CELL", role=Role.PARTICIPANT)),
        places=("cam-ranh", "site"),
        delegates=(
            Delegate(person="agent", party="VNM"),
            Delegate(person="known", party="CELL"),
        ),
    )
    said = record(
        Statement,
        "said",
        ("VNM",),
        speaker="agent",
        claims=(claim("speaker", "agent"), claim("speaker", "known", Rank.DEPRECATED)),
    )
    dataset = with_parties(
        world(
            meeting,
            said,
            persons=(agent, person("known", "Known")),
            places=(place("cam-ranh", "Cam Ranh", within="site"), site),
            coverage=(coverage("of-the-cell", parties=("CELL",)),),
        ),
        cell,
        body("OPEN", "Open", members=[("CELL", "2001/.."), ("VNM", "2001/..")], parent="CELL"),
    )
    dataset = attrs.evolve(dataset, inquiries=(inquiry("asked", parties=("CELL",)),))
    public = dataset.public()
    for word in ("agent", "Agent", "site", "Site", "CELL", "Cell", "asked", "of-the-cell"):
        assert word in dumps(dataset)
        assert word not in dumps(public)
    assert ("VNM",) == public.meetings[0].party_ids
    assert "known" == public.statements[0].speaker


def test_a_curator_is_told_what_a_public_record_loses() -> None:
    """A public record that names somebody whom restricted words alone know is worth a note."""
    agent = attrs.evolve(person("agent", "Agent Name"), citations=(secret(),))
    delegates = (Delegate(person="agent", party="VNM"),)
    meeting = record(Meeting, "open", ("VNM",), delegates=delegates)
    closed = record(Meeting, "closed", ("VNM",), delegates=delegates, release=RESTRICTED)
    found = problems(world(meeting, closed, persons=(agent,)))
    notes = [problem for problem in found if problem.code == "hidden-name"]
    assert [("open", "delegates[0].person")] == [(it.record, it.field) for it in notes]
    assert () == world(meeting, closed, persons=(agent,)).public().meetings[0].delegates


def test_a_membership_and_an_office_that_restricted_words_alone_bear_out_are_gone() -> None:
    """The body and the person stay, since open words name them."""
    member = Membership(party="LAO", period=edtf("2001/.."), citations=(secret(),))
    club = attrs.evolve(body("CLUB", "Club", members=[("VNM", "2001/..")]), note="A club.")
    club = attrs.evolve(club, memberships=(*club.memberships, member))
    office = attrs.evolve(tenure("chief of service", "RUS", "2012/.."), citations=(secret(),))
    chief = person("chief", "Chief", tenures=(office,))
    public = with_parties(world(persons=(chief,)), club).public()
    assert ("VNM",) == tuple(entry.party for entry in public.memberships("CLUB"))
    assert () == public.person("Chief").tenures


# -- what was looked for -------------------------------------------------------------------------


def test_coverage_does_not_tell_of_restricted_sources() -> None:
    """Hidden sources leave the list, and take along the note, which may speak of them."""
    meeting = record(Meeting, "open", ("VNM",), citations=(citation("parties"), secret()))
    statements = (
        coverage("both", sources=(FIRST, SECOND), note="With the cables."),
        coverage("theirs", sources=(SECOND,)),
        coverage("ours", sources=(FIRST,), note="Of the press."),
        attrs.evolve(coverage("marked", sources=(FIRST,)), release=RESTRICTED),
        coverage("stated", none_stated=(secret(), citation())),
    )
    public = world(meeting, coverage=statements).public()
    assert [
        ("both", (FIRST,), ""),
        ("ours", (FIRST,), "Of the press."),
        ("stated", (), ""),
    ] == [(entry.id, entry.sources, entry.note) for entry in public.coverage]
    assert (citation(),) == public.coverage[2].none_stated


def test_an_inquiry_that_names_what_is_hidden_is_gone() -> None:
    """Its topic, its outcome and its note may rest on what is hidden."""
    cable = record(Meeting, "cable", ("VNM",), citations=(secret(),))
    inquiries = (
        inquiry("about-both", about=("open", "cable")),
        inquiry("from-it", about=("open",), sources=(SECOND,)),
        attrs.evolve(inquiry("marked", about=("open",)), release=RESTRICTED),
        inquiry("stays", about=("open",), sources=(FIRST,)),
    )
    public = attrs.evolve(world(MEETING, cable), inquiries=inquiries).public()
    assert ["stays"] == [entry.id for entry in public.inquiries]


def test_restricted_withdrawals_and_overlays_are_gone() -> None:
    """That something was withdrawn, or laid over the data, can be a secret too."""
    dataset = attrs.evolve(
        world(),
        withdrawn=(
            Withdrawal(id="twice", reason="Held twice."),
            Withdrawal(id="cable", reason="Wrong cable.", release=RESTRICTED),
        ),
        edition=attrs.evolve(
            world().edition,
            overlays=(Overlaid(name="open notes"), Overlaid(name="notes", release=RESTRICTED)),
        ),
    )
    public = dataset.public()
    assert ["twice"] == [entry.id for entry in public.withdrawn]
    assert ["open notes"] == [entry.name for entry in public.edition.overlays]


# -- what stays ----------------------------------------------------------------------------------


def test_what_has_nothing_restricted_stays_as_it_is() -> None:
    """A dataset that is open altogether is its own public part."""
    looked = Review(
        stage=Stage.CHECKED, by="A. Reader", date=date(2026, 1, 1), content=f"sha256:{64 * 'a'}"
    )
    meeting = record(Meeting, "open", ("VNM", "RUS"), reviews=(looked,), date=dated("2021"))
    dataset = world(meeting, sources=(source(),), coverage=(coverage("all", sources=(FIRST,)),))
    assert dumps(dataset) == dumps(dataset.public())


@given(datasets(), st.randoms(use_true_random=False))
def test_the_public_part_of_sound_data_is_sound(dataset: Dataset, chance: Random) -> None:
    """Whatever is restricted, what is left keeps every rule, and is its own public part."""
    marked = _marked(dataset, chance)
    public = marked.public()
    assert [] == [str(it) for it in problems(public) if it.severity is Severity.ERROR]
    assert dumps(public) == dumps(public.public())
    assert '"restricted"' not in dumps(public)


def _marked(dataset: Dataset, chance: Random) -> Dataset:
    """The dataset with some records, claims, citations and sources restricted."""
    records = [_with_marks(made, chance) for made in dataset.records]
    sources = [_with_marks(made, chance) for made in dataset.sources]
    return holding(dataset, [*records, *sources])


def _with_marks(value: Any, chance: Random) -> Any:  # noqa: ANN401 - whatever can be marked
    """A value in which a third of what can be restricted is."""
    if isinstance(value, tuple):
        return tuple(_with_marks(part, chance) for part in value)
    if not attrs.has(type(value)):
        return value
    names = [attribute.name for attribute in attrs.fields(type(value))]
    changes = {
        name: _with_marks(getattr(value, name), chance)
        for name in names
        if name in ("claims", "history", "citations")
    }
    if "release" in names and chance.random() < 1 / 3:
        changes["release"] = RESTRICTED
    return attrs.evolve(value, **changes)


@pytest.mark.parametrize("field", ["places", "parties"])
def test_a_review_of_a_record_that_lost_something_is_void(field: str) -> None:
    """A record that is less than what was looked at carries no review."""
    looked = Review(
        stage=Stage.CHECKED, by="A. Reader", date=date(2026, 1, 1), content=f"sha256:{64 * 'a'}"
    )
    site = attrs.evolve(place("site", "Site"), citations=(secret(),))
    cell = attrs.evolve(body("CELL", "Cell"), citations=(secret(),))
    whole = record(Meeting, "open", ("CELL",), places=("site",), reviews=(looked,))
    alone = {"places": attrs.evolve(whole, parties=()), "parties": attrs.evolve(whole, places=())}
    meeting = alone[field]
    public = with_parties(world(meeting, places=(site,)), cell).public()
    assert getattr(meeting, field)
    assert ((), ()) == (getattr(public.meetings[0], field), public.meetings[0].reviews)


def test_the_public_part_is_not_the_released_edition() -> None:
    """It keeps the edition's name, and not the hash that vouches for the whole."""
    edition = attrs.evolve(world().edition, released=date(2026, 1, 1), digest=f"sha256:{64 * 'a'}")
    public = attrs.evolve(world(), edition=edition).public()
    assert ("2026/1", None, None) == (
        public.edition.name,
        public.edition.released,
        public.edition.digest,
    )


def test_the_parties_of_the_world_stay() -> None:
    """What open words name is in the public part whether a record names it or not."""
    public: Dataset = world().public()
    assert {party.id for party in PARTIES} == {party.id for party in public.parties}
    assert ["first"] == [entry["id"] for entry in json.loads(dumps(public))["sources"]]
