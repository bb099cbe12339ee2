from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

import relations
from builders import claim, dated, edtf, record, state
from measures.asked import pair_of, words
from relations.measures.figure import Figure, FigureKind
from relations.measures.in_force import Standing, agreements_by_standing, agreements_in_force
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.status import State, Status
from strategies.records import datasets


def pact(*history: State, **fields: object) -> Record:
    """An agreement of the two with this history."""
    return record(Agreement, "pact", ("VNM", "RUS"), history=history, **fields)


def standing(agreement: Record, on: str = "2020-06-30") -> dict[Standing, Figure]:
    """The ways in which an agreement stands on a day, or may."""
    rows = agreements_by_standing(pair_of(agreement), on=on)
    return {row.standing: row.count for row in rows if row.count.is_number}


SIGNED = state(Status.SIGNED, "2010-01-01")
IN_FORCE = state(Status.IN_FORCE, "2011-01-01")


def test_signed_is_not_in_force() -> None:
    """An agreement whose entry into force nobody reports is counted as signed."""
    assert FigureKind.NONE_FOUND is agreements_in_force(pair_of(pact(SIGNED))).kind
    assert {Standing.SIGNED: "1 agreement"} == {
        k: str(v) for k, v in standing(pact(SIGNED)).items()
    }


def test_in_force_from_the_day_of_entry() -> None:
    """On the day of entry it is in force, and the day before it is not."""
    pair = pair_of(pact(SIGNED, IN_FORCE))
    assert ("1 agreement", ("pact",)) == words(agreements_in_force(pair, on="2011-01-01"))
    assert FigureKind.NONE_FOUND is agreements_in_force(pair, on="2010-12-31").kind


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.EXPIRED, Standing.EXPIRED),
        (Status.TERMINATED, Standing.TERMINATED),
        (Status.SUPERSEDED, Standing.SUPERSEDED),
        (Status.SUSPENDED, Standing.SUSPENDED),
    ],
)
def test_what_has_ended_says_how(status: Status, expected: Standing) -> None:
    """Each way of ending is a standing of its own, and not in force."""
    assert {expected} == set(standing(pact(IN_FORCE, state(status, "2015"))))


def test_a_vague_day_leaves_both_open() -> None:
    """In the year of a termination without a day it may still be in force."""
    found = standing(pact(IN_FORCE, state(Status.TERMINATED, "2020")))
    assert {Standing.IN_FORCE, Standing.TERMINATED, Standing.NOT_KNOWN} == set(found)
    assert {"up to 1 agreement"} == {str(count) for count in found.values()}


def test_a_doubted_signature_is_never_certain() -> None:
    """An agreement that one doubtful account tells of is at most one."""
    doubted = pact(
        state(Status.SIGNED, "2003"),
        claims=(claim("history.signed", dated("2003"), Rank.DEPRECATED),),
    )
    assert "up to 1 agreement" == str(standing(doubted)[Standing.SIGNED])


@pytest.mark.parametrize("field", ["nominal_end", "period"])
def test_a_plan_for_past_years_is_not_known(field: str) -> None:
    """After the end that the text foresees, what nobody reports as ended may be anything."""
    found = standing(pact(SIGNED, **{field: dated("2018")}))
    assert {Standing.SIGNED, Standing.NOT_KNOWN} == set(found)


def test_a_term_that_is_over_leaves_the_status_open() -> None:
    """Five years after 2011 nobody knows, where no end is reported and no renewal foreseen."""
    five = Quantity.exact(5, unit="year")
    assert {Standing.IN_FORCE} == set(standing(pact(IN_FORCE, term=five), on="2016-01-01"))
    later = standing(pact(IN_FORCE, term=five), on="2016-01-02")
    assert {Standing.IN_FORCE, Standing.NOT_KNOWN} == set(later)


def test_what_renews_itself_does_not_run_out() -> None:
    """With tacit renewal, the end foreseen is none."""
    found = standing(pact(IN_FORCE, nominal_end=dated("2018"), renewal="tacitly, year by year"))
    assert {Standing.IN_FORCE} == set(found)


def test_before_its_first_word_an_agreement_is_nothing() -> None:
    """It stands in no way on a day before anybody spoke of it."""
    assert {} == standing(pact(SIGNED), on="2009-12-31")


def test_a_draft_is_not_signed() -> None:
    """What is negotiated stands apart from what is signed."""
    assert {Standing.NOT_SIGNED} == set(standing(pact(state(Status.NEGOTIATING, "2019"))))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1979-05-01", "none found"),
        ("1985-01-01", "1 agreement"),
        ("2002-05-01", "1 agreement"),
        ("2003-06-01", "none found"),
        ("2026-11-22", "none found"),
    ],
)
def test_viet_nam_and_russia_by_hand(on: str, expected: str) -> None:
    """On the founding data: the base at Cam Ranh, from 1979 to 2002, and no other."""
    pair = relations.load().pair("VNM", "RUS")
    assert expected == str(agreements_in_force(pair, on=on))


def test_without_predecessors_the_base_does_not_count() -> None:
    """The agreement of the Soviet Union is none of Russia's unless predecessors count."""
    pair = relations.load().pair("VNM", "RUS", predecessors=False)
    assert "none found" == str(agreements_in_force(pair, on="1985-01-01"))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("LAO", "RUS"), {Standing.SIGNED: "3 agreements"}),
        (
            ("ASEAN", "RUS"),
            {
                Standing.IN_FORCE: "1 agreement",
                Standing.SIGNED: "1 agreement",
                Standing.ADOPTED: "up to 1 agreement",
                Standing.NOT_KNOWN: "up to 1 agreement",
            },
        ),
        (("ASEAN", "JPN"), {}),
        (("RUS", "JPN"), {}),
    ],
)
def test_the_founding_pairs_by_hand(names: tuple[str, str], expected: dict[Standing, str]) -> None:
    """Counted in the data file by hand, at the edition's cut-off."""
    rows = agreements_by_standing(relations.load().pair(*names))
    assert expected == {row.standing: str(row.count) for row in rows if row.count.is_number}


def test_an_uncovered_pair_has_no_standing() -> None:
    """Where nobody looked, no standing is none found."""
    pair = attrs.evolve(pair_of(), dataset=attrs.evolve(pair_of().dataset, coverage=()))
    kinds = {row.count.kind for row in agreements_by_standing(pair)}
    assert {FigureKind.NOT_COVERED} == kinds


@given(data=datasets())
@settings(max_examples=60, deadline=None)
def test_every_agreement_stands_somewhere(data: relations.Dataset) -> None:
    """Over all standings, the lows count no agreement twice, and the highs miss none that stood."""
    pair = data.pair("VNM", "RUS")
    rows = agreements_by_standing(pair)
    stood = {key for row in rows for key in row.count.records}
    assert sum(row.count.low or 0 for row in rows) <= len(stood)
    assert sum(row.count.high or 0 for row in rows) >= len(stood)
    spoken_of = {a.id for a in pair.agreements.own if a.status_on(edtf("2026-06-30")).possible}
    assert spoken_of == stood
