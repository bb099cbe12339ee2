"""Each rule on parties through time is seen to fail when it is broken."""

from __future__ import annotations

import subprocess
import sys

import attrs
import pytest

from builders import body, citation, country, edtf, with_parties, world
from checks.finding import found
from relations.errors import Severity
from relations.model.country import Codes, Country
from relations.model.organisation import Membership, Organisation
from relations.model.party import Succession, SuccessionKind


def follower(date: str, kind: str, existed: str = "1992/..") -> Country:
    """A state that came after "OLD" on a day."""
    succession = Succession(predecessor="OLD", kind=SuccessionKind(kind), date=edtf(date))
    return attrs.evolve(country("NEW", "Newland", existed=existed), successions=(succession,))


OLD = country("OLD", "Oldland", existed="1922-12-30/1991-12-26")


@pytest.mark.parametrize(
    ("date", "kind", "words"),
    [
        ("1900-01-01", "dissolution", "before OLD began"),
        ("2005-01-01", "dissolution", "long after OLD ended"),
        ("1950-01-01", "dissolution", "has not ended"),
        ("1950-01-01", "secession", "before it began itself"),
    ],
)
def test_a_succession_out_of_time_is_an_error(date: str, kind: str, words: str) -> None:
    """Nobody comes after a state before it began, long after it ended, or while it lives on."""
    (problem,) = found("succession-out-of-time", with_parties(world(), OLD, follower(date, kind)))
    assert words in problem.message


def test_a_succession_in_time_is_sound() -> None:
    """A state that comes after another on its last day is no problem, nor is an undated one."""
    undated = attrs.evolve(follower("1991-12-26", "dissolution"), id="NEWER")
    undated = attrs.evolve(
        undated, successions=(attrs.evolve(undated.successions[0], date=None),), codes=Codes()
    )
    data = with_parties(world(), OLD, follower("1991-12-26", "dissolution", "1991/.."), undated)
    assert [] == found("succession-out-of-time", data)


def test_a_party_cannot_come_after_itself() -> None:
    """A state that names itself as its predecessor is an error."""
    own = Succession(predecessor="OLD", kind=SuccessionKind.RENAMING)
    (problem,) = found(
        "succession-out-of-time", with_parties(world(), attrs.evolve(OLD, successions=(own,)))
    )
    assert "after itself" in problem.message


def test_an_ended_state_without_a_successor_needs_a_note() -> None:
    """What ended and is followed by nothing is worth a look, unless a note says why."""
    (problem,) = found("ending-without-successor", with_parties(world(), OLD))
    assert ("OLD", "existed") == (problem.record, problem.field)
    assert Severity.WARNING is problem.severity
    noted = attrs.evolve(OLD, note="Its lands were divided.")
    assert [] == found("ending-without-successor", with_parties(world(), noted))


def club(period: str, existed: str | None = "1950/1980") -> Organisation:
    """A body to which "OLD" belonged in a period."""
    return attrs.evolve(
        body("CLUB", "The Club", members=[("OLD", period)]),
        existed=edtf(existed) if existed else None,
    )


@pytest.mark.parametrize(
    ("period", "existed", "words"),
    [
        ("1910/1920", None, "before it began"),
        ("1960/2001", None, "after it ended"),
        ("1940/1960", "1950/1980", "before the body began"),
        ("1960/1985", "1950/1980", "after the body ended"),
    ],
)
def test_a_membership_out_of_time_is_an_error(period: str, existed: str | None, words: str) -> None:
    """A member and its body both exist for as long as the membership lasts."""
    (problem,) = found("membership-out-of-time", with_parties(world(), OLD, club(period, existed)))
    assert words in problem.message


def test_a_membership_before_independence_may_be_explained() -> None:
    """A colony may belong to a body before it is a state, if a note says so."""
    early = Membership(
        party="OLD", period=edtf("1910/1950"), citations=(citation(),), note="As a colony."
    )
    noted = attrs.evolve(club("1960/1970", None), memberships=(early,))
    assert [] == found("membership-out-of-time", with_parties(world(), OLD, noted))


def test_a_code_means_one_state_at_a_time() -> None:
    """Two states that live together under one code, or may, are an error."""
    twin = attrs.evolve(country("TWIN", "Twinland", existed="1950/1980"), codes=OLD.codes)
    timeless = attrs.evolve(country("OTHER", "Other"), codes=OLD.codes)
    (problem,) = found("shared-code", with_parties(world(), OLD, twin))
    assert "means OLD and TWIN at once" in problem.message
    assert 1 == len(found("shared-code", with_parties(world(), OLD, timeless)))


@pytest.mark.parametrize(
    ("begun", "errors", "warnings"),
    [
        ("1991-12-23/..", 1, 0),
        ("1991-12-24/..", 0, 1),
        ("1991-12-26/..", 0, 1),
        ("1991-12-27~/..", 0, 1),
        ("1991-12-27/..", 0, 0),
    ],
)
def test_a_code_is_handed_on_from_one_day_to_the_next(
    begun: str, errors: int, warnings: int
) -> None:
    """Some days of both are a warning, and more an error."""
    heir = attrs.evolve(country("HEIR", "Heirland", existed=begun), codes=OLD.codes)
    data = with_parties(world(), OLD, heir)
    assert errors == len(found("shared-code", data))
    assert warnings == len(found("shared-code-in-handover", data))


def test_the_module_is_the_command() -> None:
    """``python -m relations`` does what ``relations`` does."""
    command = [sys.executable, "-m", "relations", "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.startswith("relations ")
