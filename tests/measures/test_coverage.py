from __future__ import annotations

from typing import Any

import attrs
import pytest

from builders import citation, edtf, world
from relations.measures.coverage import coverage, coverage_words, thoroughness
from relations.measures.directions import direction_balance
from relations.model.coverage import Coverage, CoverageClass


def statement(identifier: str, **fields: Any) -> Coverage:  # noqa: ANN401 - its fields
    """A statement on meetings, opportunistic unless something else is given."""
    given = {"kinds": ("meetings",), "coverage_class": CoverageClass.OPPORTUNISTIC, **fields}
    return Coverage(id=identifier, **given)


ALL = statement("all")
PAIR = statement("pair", parties=("VNM", "RUS"))
PARTY = statement("party", parties=("RUS",))
REGION = statement("region", region="ASEAN")
PARTY_REGION = statement("party-region", parties=("RUS",), region="ASEAN")


def ids(
    *entries: Coverage,
    pair: tuple[str, ...] = ("RUS", "VNM"),
    period: str | None = None,
    kind: str = "meetings",
) -> list[str]:
    """The statements that bear on a question."""
    when = edtf(period) if period else None
    return [entry.id for entry in coverage(world(coverage=entries), kind, pair, when)]


@pytest.mark.parametrize(
    ("entries", "closest"),
    [
        ((ALL, REGION), "region"),
        ((ALL, REGION, PARTY), "party"),
        ((ALL, PARTY, PARTY_REGION), "party-region"),
        ((ALL, PARTY_REGION, PAIR), "pair"),
    ],
)
def test_the_closest_statement_counts(entries: tuple[Coverage, ...], closest: str) -> None:
    """What is said of the very pair counts before what is said of many."""
    assert [closest] == ids(*entries)


@pytest.mark.parametrize("entry", [PAIR, PARTY])
def test_a_statement_on_others_does_not_count(entry: Coverage) -> None:
    """What was looked for between others says nothing of this pair."""
    assert [] == ids(entry, pair=("VNM", "LAO"))


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("RUS", "LAO"), ["party-region"]),
        (("ASEAN", "RUS"), ["party-region"]),
        (("RUS", "SUN"), []),
        (("VNM", "LAO"), []),
    ],
)
def test_a_region_is_a_body_and_its_members(pair: tuple[str, str], expected: list[str]) -> None:
    """A statement for a party and a region is of its pairs with the body and with each member."""
    assert expected == ids(PARTY_REGION, pair=pair)


def test_a_region_is_of_its_own_time() -> None:
    """Who joined a body after the period was not looked at with it."""
    early = attrs.evolve(PARTY_REGION, period=edtf("2010/2020"))
    assert [] == ids(early, pair=("RUS", "TLS"))


@pytest.mark.parametrize(
    ("period", "expected"), [("2015/2021", ["all"]), ("2021", []), (None, ["all"])]
)
def test_a_statement_bears_on_its_period(period: str | None, expected: list[str]) -> None:
    """A time that nobody looked at is not covered."""
    assert expected == ids(statement("all", period=edtf("2010/2020")), period=period)


@pytest.mark.parametrize(
    ("period", "expected"), [("2019", ["none"]), ("2019/2020", []), (None, [])]
)
def test_a_denial_spans_all_that_is_asked(period: str | None, expected: list[str]) -> None:
    """That there was none in one year is no zero for two."""
    denial = statement("none", period=edtf("2019"), none_stated=(citation(),))
    assert expected == ids(denial, period=period)


def test_nothing_bears_on_what_comes_after_the_cut_off() -> None:
    """The tiny world's edition ends with June 2026; of 2027 nobody can have read."""
    assert ["all"] == ids(ALL, period="2026")
    assert [] == ids(ALL, period="2027")


def test_a_view_of_a_day_covers_nothing_later() -> None:
    """As known at the end of 2021, the year 2022 is not covered, and figures are of that day."""
    view = world(coverage=(statement("all", sources=("first",)),)).as_known_on("2021-12-31")
    assert () == coverage(view, "meetings", ("RUS", "VNM"), edtf("2022"))
    assert "2021-12-31" == str(view.edition.date)
    (balance, _) = direction_balance(view.pair("RUS", "VNM"))
    assert "2021-12-31" == str(balance.a_to_b.as_of)


def test_a_statement_bears_on_its_kinds() -> None:
    """Who looked for meetings did not look for exercises."""
    assert [] == ids(ALL, kind="exercises")


def test_the_best_class_counts() -> None:
    """Of two statements as close, the more thorough one says how thoroughly."""
    census = statement("census", coverage_class=CoverageClass.CENSUS)
    assert CoverageClass.CENSUS is thoroughness((ALL, census))
    assert CoverageClass.NONE is thoroughness(())


def test_coverage_has_words() -> None:
    """The class comes with its period; what nobody looked for is not covered."""
    dated = statement("dated", period=edtf("1979/2021"))
    assert "opportunistic, 1979/2021" == coverage_words((dated,))
    assert "not covered" == coverage_words(())
    assert "not covered" == coverage_words((statement("no", coverage_class=CoverageClass.NONE),))


def test_a_statement_names_one_pair_at_most() -> None:
    """A third party, or a second beside a region, is refused."""
    with pytest.raises(ValueError, match="at most 2"):
        statement("three", parties=("VNM", "RUS", "LAO"))
    with pytest.raises(ValueError, match="at most 1 different parties beside the region ASEAN"):
        statement("two", parties=("VNM", "RUS"), region="ASEAN")


def test_a_denial_is_of_one_kind() -> None:
    """A source's words that there was none are about one kind of record."""
    with pytest.raises(ValueError, match="name one"):
        statement("many", kinds=("meetings", "exercises"), none_stated=(citation(),))


def test_a_view_keeps_no_denial_of_another_source() -> None:
    """Seen from one source, what only another denies is not denied."""
    denial = statement(
        "none", sources=("first", "second"), none_stated=(citation(source="second"),)
    )
    (left,) = world(coverage=(denial,)).as_known_from(["first"]).coverage
    assert () == left.none_stated
