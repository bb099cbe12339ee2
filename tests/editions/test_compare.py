from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given

from builders import (
    PARTIES,
    SECOND,
    body,
    citation,
    claim,
    country,
    dated,
    person,
    record,
    source,
    state,
    tenure,
    with_parties,
    world,
)
from relations.dataset import Dataset
from relations.editions import Change, Comparison, How, compare
from relations.editions.fields import changed_fields
from relations.errors import UnknownName
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.inquiry import Inquiry, Outcome
from relations.model.meeting import Delegate, Meeting
from relations.model.organisation import Organisation
from relations.model.programme import Programme
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.status import Status
from relations.model.withdrawal import Withdrawal
from strategies.records import datasets

TREATY = record(Agreement, "treaty", ("VNM", "RUS"), history=(state(Status.SIGNED, "1979"),))
TALKS = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06"))
ELSEWHERE = record(Meeting, "elsewhere", ("VNM", "LAO"), date=dated("2021-07-07"))


def withdrawing(dataset: Dataset, *withdrawn: Withdrawal) -> Dataset:
    """The dataset with these withdrawals."""
    return attrs.evolve(dataset, withdrawn=withdrawn)


def between(old: Record, new: Record) -> Comparison:
    """What differs between two states of one record."""
    return compare(world(old), world(new))


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    """The path and the words of each changed field."""
    return [(field.field, field.words) for change in changes for field in change.fields]


def ids(changes: tuple[Change, ...]) -> list[str]:
    """The identifiers of changed entries."""
    return [change.id for change in changes]


# -- ways ----------------------------------------------------------------------------------------


def test_what_is_only_in_the_new_edition_was_added() -> None:
    """A record of the new edition alone is added, with its group and its title."""
    (change,) = compare(world(), world(TALKS)).changes
    assert (How.ADDED, "meetings", "talks", TALKS) == (
        change.how,
        change.group,
        change.title,
        change.new,
    )


def test_what_is_only_in_the_old_edition_was_withdrawn_for_the_reason_given() -> None:
    """A record that is gone carries the reason of its withdrawal."""
    new = withdrawing(world(), Withdrawal(id="talks", reason="It was a press conference."))
    (change,) = compare(world(TALKS), new).withdrawn
    assert ("talks", "It was a press conference.") == (change.id, change.reason)


def test_a_withdrawal_without_a_reason_gives_none() -> None:
    """A record that is merely gone is withdrawn, and no reason is made up."""
    (change,) = compare(world(TALKS), world()).withdrawn
    assert change.reason is None


def test_what_had_been_withdrawn_and_is_back_was_restored() -> None:
    """A record that the old edition had withdrawn is restored, not added."""
    old = withdrawing(world(), Withdrawal(id="talks", reason="Not found again."))
    comparison = compare(old, world(TALKS))
    assert (["talks"], []) == (ids(comparison.restored), ids(comparison.added))


def test_a_new_status_is_told_as_a_move() -> None:
    """A record that has come further is told with both statuses and the states that were added."""
    over = attrs.evolve(TREATY, history=(*TREATY.history, state(Status.EXPIRED, "2004")))
    comparison = between(TREATY, over)
    (change,) = comparison.changes
    assert How.STATUS_MOVED is change.how
    assert ("status", "from signed to expired") == told((change,))[0]
    assert ["status", "history.expired"] == [field.field for field in change.fields]


def test_a_move_and_a_revision_are_told_apart() -> None:
    """What else changed on a record whose status moved stands with the revisions."""
    over = attrs.evolve(
        TREATY,
        title="Treaty of 1979",
        history=(state(Status.SIGNED, "1979-11"), state(Status.EXPIRED, "2004")),
    )
    comparison = between(TREATY, over)
    assert ["status", "history.expired"] == [name for name, _ in told(comparison.status_moved)]
    assert ["title", "history.signed.date"] == [name for name, _ in told(comparison.revised)]


def test_an_edition_does_not_differ_from_itself() -> None:
    """Equal data have no changes."""
    assert () == compare(world(TREATY, TALKS), world(TALKS, TREATY)).changes


# -- fields --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "path", "words"),
    [
        ({"note": "Old."}, {"note": "New."}, "note", "from “Old.” to “New.”"),
        ({}, {"note": "New."}, "note", "now given: “New.”"),
        ({"note": "Old."}, {}, "note", "no longer given; it was “Old.”"),
        ({"topics": ("arms",)}, {"topics": ("arms", "trade")}, "topics", "added: “trade”"),
        ({"topics": ("arms",)}, {"topics": ()}, "topics", "taken out: “arms”"),
        (
            {"topics": ("arms", "trade")},
            {"topics": ("trade", "arms")},
            "topics",
            "the same, in another order",
        ),
        (
            {"places": ("cam-ranh",)},
            {"places": ("khanh-hoa",)},
            "places",
            "taken out: Cam Ranh (cam-ranh)",
        ),
    ],
)
def test_a_field_that_differs_is_told_in_words(
    before: dict[str, object], after: dict[str, object], path: str, words: str
) -> None:
    """What a field held and what it holds now are told in one sentence."""
    fields = ("note", "topics", "places")
    citations = (citation("parties", "places"),)
    old, new = (
        record(Agreement, "treaty", ("VNM",), citations=citations, **given)
        for given in (before, after)
    )
    assert all(name.partition(".")[0] in fields for name, _ in told(between(old, new).revised))
    assert (path, words) == told(between(old, new).revised)[0]


def test_both_values_of_a_field_are_kept() -> None:
    """The values themselves are there, as the records hold them."""
    old, new = (
        record(Agreement, "lease", ("VNM",), term=Quantity.exact(years)) for years in (20, 25)
    )
    (change,) = between(old, new).revised
    (field,) = change.fields
    assert (Quantity.exact(20), Quantity.exact(25)) == (field.old, field.new)


def test_a_new_citation_is_one_change() -> None:
    """A citation that was added is told alone, by its source."""
    old = record(Agreement, "treaty", ("VNM",))
    new = attrs.evolve(old, citations=(citation(source=SECOND), *old.citations))
    (field,) = between(old, new).revised[0].fields
    assert ("citations.second", None, citation(source=SECOND)) == (
        field.field,
        field.old,
        field.new,
    )


def test_a_rank_that_changed_is_told_of_its_claim() -> None:
    """Two accounts of one field are held each against itself."""
    value, other = dated("2004"), dated("2002")
    old, new = (
        record(
            Agreement,
            "lease",
            ("VNM",),
            nominal_end=value,
            claims=(claim("nominal_end", value), claim("nominal_end", other, rank, source=SECOND)),
        )
        for rank in (Rank.NORMAL, Rank.DEPRECATED)
    )
    assert [
        ("claims.nominal_end.rank", "from normal to deprecated"),
        ("claims.nominal_end.reason", "now given: error"),
    ] == told(between(old, new).revised)


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        (person("p", "Fomin"), person("p", "Fomin", "Фомин"), "names.Фомин"),
        (
            person("p", "Fomin", tenures=(tenure("minister", "RUS", "2019"),)),
            person("p", "Fomin"),
            "tenures.minister",
        ),
        (body("SCO", "SCO"), body("SCO", "SCO", members=[("RUS", "2001/..")]), "memberships.RUS"),
        (country("UKR", "Ukraine"), country("UKR", "Ukraine", after="SUN"), "successions.SUN"),
        (
            record(Meeting, "m"),
            record(Meeting, "m", delegates=(Delegate(person="fomin", party="RUS"),)),
            "delegates.fomin",
        ),
        (record(Meeting, "m"), record(Meeting, "m", ("VNM",)), "parties.VNM"),
    ],
)
def test_each_part_is_named_by_what_tells_it_apart(before: Any, after: Any, path: str) -> None:  # noqa: ANN401 - an entry of any class
    """A name, an office, a member, a delegate: each that comes or goes is told by its own word."""
    assert path in [field.field for field in changed_fields(before, after, {})]


def test_equal_parts_are_counted() -> None:
    """A state that stands twice and then once has lost one, whichever."""
    old = attrs.evolve(TREATY, history=(TREATY.history[0], TREATY.history[0]))
    assert ["history.signed"] == [name for name, _ in told(between(old, TREATY).revised)]


def test_a_record_of_another_kind_keeps_its_identity() -> None:
    """A record that became one of another kind is revised, and its kind is what changed."""
    new = record(Programme, "talks", ("VNM", "RUS"))
    comparison = between(TALKS, new)
    assert ("kind", "from Meeting to Programme") == told(comparison.revised)[0]
    assert ((), ()) == (comparison.added, comparison.withdrawn)


# -- what is compared ----------------------------------------------------------------------------


def test_sources_people_and_bodies_are_compared_too() -> None:
    """Whatever has an identifier can be added or revised."""
    fomin = person("fomin", "Fomin")
    promoted = attrs.evolve(fomin, tenures=(tenure("minister", "RUS", "2019"),))
    old = world(sources=(source(),), persons=(fomin,))
    new = with_parties(
        world(sources=(source(), source(SECOND)), persons=(promoted,)), body("SCO", "SCO")
    )
    assert [
        ("added", "sources", "second"),
        ("added", "organisations", "SCO"),
        ("revised", "persons", "fomin"),
    ] == [(change.how.value, change.group, change.id) for change in compare(old, new).changes]


@given(datasets(), datasets())
def test_what_is_added_one_way_is_gone_the_other_way(old: Dataset, new: Dataset) -> None:
    """Compared the other way round, what was added is withdrawn, and as much is revised."""
    there, back = compare(old, new), compare(new, old)
    assert ids(there.added) == ids(back.withdrawn)
    assert ids(there.withdrawn) == ids(back.added)
    assert {change.id for change in (*there.revised, *there.status_moved)} == {
        change.id for change in (*back.revised, *back.status_moved)
    }


@given(datasets())
def test_every_change_of_a_record_is_seen(dataset: Dataset) -> None:
    """A record whose title changed is revised, and nothing else is."""
    if not dataset.meetings:
        return
    first, *others = dataset.meetings
    changed = attrs.evolve(first, title="A title that nobody made up")
    new = attrs.evolve(dataset, meetings=dataset.meetings.only([changed, *others]))
    (change,) = compare(dataset, new).changes
    assert (changed.id, ["title"]) == (change.id, [field.field for field in change.fields])


# -- of a pair -----------------------------------------------------------------------------------


def test_of_a_pair_only_what_has_to_do_with_it_is_told() -> None:
    """A record that ties others is left out, in both editions."""
    comparison = compare(world(ELSEWHERE), world(TALKS, TREATY), ("Vietnam", "Russia"))
    assert (("VNM", "RUS"), ["treaty", "talks"]) == (comparison.pair, ids(comparison.added))
    assert () == comparison.withdrawn


def test_of_a_pair_its_sources_and_inquiries_are_told() -> None:
    """What the pair's records cite, and what was asked about them, belongs to the pair."""
    inquiry = Inquiry(
        id="asked",
        topic="Were there talks?",
        outcome=Outcome.CONFIRMED,
        checked=dated("2022").edtf,
        about=("talks",),
    )
    old = world(TALKS, sources=(source(date=None), source(SECOND, date=None)))
    new = attrs.evolve(world(TALKS), inquiries=(inquiry,))
    assert ["asked", "first"] == ids(compare(old, new, ("VNM", "RUS")).changes)


def test_a_record_that_left_the_pair_is_revised_and_not_withdrawn() -> None:
    """A record that now names another party is still in the data."""
    moved = attrs.evolve(TALKS, parties=ELSEWHERE.parties)
    comparison = compare(world(TALKS), world(moved), ("VNM", "RUS"))
    assert (["talks"], ()) == (ids(comparison.revised), comparison.withdrawn)


def test_a_party_that_is_new_was_added() -> None:
    """A pair whose party the old edition did not know is compared all the same."""
    new = with_parties(world(record(Meeting, "met", ("VNM", "SCO"))), body("SCO", "SCO"))
    assert ["SCO", "met"] == ids(compare(world(), new, ("VNM", "SCO")).added)


def test_an_unknown_party_is_an_error() -> None:
    """A pair that the new edition cannot name is refused."""
    with pytest.raises(UnknownName, match="Atlantis"):
        compare(world(), world(), ("VNM", "Atlantis"))


def test_a_membership_that_ties_the_pair_is_told() -> None:
    """The body through which a record ties the pair belongs to what is compared."""
    summit = record(Meeting, "summit", ("ASEAN", "RUS"), date=dated("2021"))
    old = world(summit)
    asean = next(party for party in PARTIES if isinstance(party, Organisation))
    renamed = attrs.evolve(asean, note="Ten members then.")
    new = attrs.evolve(old, organisations=(renamed, *old.organisations[1:]))
    assert ["ASEAN"] == ids(compare(old, new, ("VNM", "RUS")).revised)


def test_the_editions_compared_are_named() -> None:
    """The comparison says which states of the data it is about."""
    later = attrs.evolve(world().edition, name="2026/2", date=datetime.date(2026, 12, 31))
    comparison = compare(world(), attrs.evolve(world(), edition=later))
    assert ("2026/1", "2026/2") == (comparison.old.name, comparison.new.name)
