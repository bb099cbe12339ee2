from __future__ import annotations

import csv
import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import pytest

from relations import load
from relations.dataset import Dataset
from relations.measures.bodies import Bodies, Common
from relations.table import Table

TABLES: Final = Path(__file__).resolve().parents[2] / "scripts" / "parties" / "tables"
YEARS: Final = range(1946, 2017)
PairYear = tuple[int, int, int]
Spell = tuple[int, datetime.date, datetime.date]
"""A number, and the first and the last day on which a list counts the state."""


@pytest.fixture(scope="module")
def data() -> Dataset:
    """The data that come with the library."""
    return load()


@pytest.fixture(scope="module")
def lists(shared_seeds: Path) -> Path:
    """The folder with the lists of states as their publishers give them."""
    folder = shared_seeds.parent / "datasets" / "country_codes"
    if not folder.is_dir():
        pytest.skip("the lists of states are not beside the founding documents")
    return folder


# -- pair-years by hand --------------------------------------------------------------------------


def days(table: Table) -> dict[tuple[Any, ...], Any]:
    """By year and states, on how many days both lived."""
    keys = zip(table["year"], table["state_a"], table["state_b"], strict=True)
    return dict(zip(keys, table["days"], strict=True))


def test_germany(data: Dataset) -> None:
    """East and West Germany are a pair until the day before they became one."""
    table = data.panel(states=["DDR", "DEU"], kinds=["agreements"], start=1989, end=1991)
    assert {(1989, "DDR", "DEU"): 365, (1990, "DDR", "DEU"): 275} == days(table)


def test_yemen(data: Dataset) -> None:
    """The two Yemens never were a pair with the one that followed."""
    table = data.panel(states=["YAR", "YMD", "YEM"], kinds=["agreements"], start=1989, end=1991)
    assert {(1989, "YAR", "YMD"): 365, (1990, "YAR", "YMD"): 141} == days(table)


def test_viet_nam(data: Dataset) -> None:
    """North and South are a pair from 1954 to 30 April 1975, and no pair with Viet Nam as it is."""
    table = data.panel(states=["VDR", "RVN", "VNM"], kinds=["agreements"], start=1950, end=1980)
    found = days(table)
    assert {("RVN", "VDR")} == {key[1:] for key in found}
    assert (1954, 1975) == (min(found)[0], max(found)[0])
    assert 120 == found[1975, "RVN", "VDR"]


def test_the_soviet_union(data: Dataset) -> None:
    """The Soviet Union and Russia each have their part of 1991 with a third."""
    table = data.panel(states=["SUN", "RUS", "VNM"], kinds=["agreements"], start=1990, end=1992)
    found = days(table)
    assert 359 == found[1991, "SUN", "VNM"]
    assert 6 == found[1991, "RUS", "VNM"]
    assert {(1992, "RUS", "VNM")} == {key for key in found if key[0] == 1992}


def test_the_baltic_states(data: Dataset) -> None:
    """States that were annexed have no rows until they are counted again."""
    table = data.panel("country-year", states=["EST", "LVA", "LTU"], start=1939, end=1992)
    assert {1939, 1940, 1991, 1992} == set(table["year"])


def test_no_list_counts_a_state_before_or_after_it_existed(data: Dataset) -> None:
    """Each time in which a list counts a state lies within its existence, under its own number."""
    for state in data.countries:
        codes = {state.codes.cow, state.codes.gw, *(former.code for former in state.former_codes)}
        for counting in state.counted:
            assert {counting.number, str(counting.number)} & codes, (state.id, counting)
            if state.existed is not None and counting.period is not None:
                assert counting.period.possibly_within(state.existed), (state.id, counting)


@pytest.mark.parametrize("year", [1949, 1968, 1991, 2002, 2025])
def test_members_are_those_of_the_dataset(data: Dataset, year: int) -> None:
    """To which bodies a state belonged in a year is what the dataset says of each body."""
    bodies = Bodies(data)
    for body in data.organisations:
        answer = data.members(body.id, str(year))
        for party in (*answer.certain, *answer.possible):
            found = bodies.of(party.id, year)
            described = bodies.described(Common(found.certain, found.possible))
            named = body.id in (described.names or "").split("; ")
            assert named is (party in answer.certain), (party.id, body.id)
            assert found.possible


# -- pair-years of the lists ---------------------------------------------------------------------


def correlates_of_war(folder: Path) -> Iterator[Spell]:
    """The list of Correlates of War, version 2016."""
    with (folder / "COW_states2016.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            start = datetime.date(*(int(row[key]) for key in ("styear", "stmonth", "stday")))
            end = datetime.date(*(int(row[key]) for key in ("endyear", "endmonth", "endday")))
            yield int(row["ccode"]), start, end


def gleditsch_ward(folder: Path) -> Iterator[Spell]:
    """The list of Gleditsch and Ward, from the cells of the workbook it is kept in."""
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(folder / "gwstates.xlsx") as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - kept beside us
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - kept beside us
    texts = ["".join(part.text or "" for part in it.iter(f"{name}t")) for it in shared]
    _, *rows = (
        [texts[int(cell.findtext(f"{name}v") or 0)] for cell in row]
        for row in sheet.iter(f"{name}row")
    )
    for number, _, _, start, end in rows:
        yield int(number), _day(start), _day(end)


def microstates() -> Iterator[Spell]:
    """Their list of microstates, without Abkhazia and South Ossetia, which are no parties here."""
    with (TABLES / "gw_microstates.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["abbreviation"] not in {"ABK", "SOT"}:
                start, end = map(datetime.date.fromisoformat, (row["start"], row["end"]))
                yield int(row["gwno"]), start, end


def _day(text: str) -> datetime.date:
    day, month, year = map(int, text.split("."))
    return datetime.date(year, month, day)


def pair_years(spells: list[Spell]) -> set[PairYear]:
    """Every two that the list counts on a common day of a year."""
    found = set()
    for year in YEARS:
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        alive = [(n, max(a, first), min(b, last)) for n, a, b in spells if a <= last and b >= first]
        found |= {
            (a, b, year)
            for a, start_a, end_a in alive
            for b, start_b, end_b in alive
            if a < b and start_a <= end_b and start_b <= end_a
        }
    return found


def ours(data: Dataset, system: str) -> set[PairYear]:
    """The same from the panel, by the numbers of that list."""
    table = data.panel(kinds=["agreements"], system=system, start=YEARS[0], end=YEARS[-1])
    name = system.lower()
    rows = zip(table[f"{name}_a"], table[f"{name}_b"], table["year"], strict=True)
    pairs: list[tuple[Any, ...]] = list(rows)
    return {(min(a, b), max(a, b), year) for a, b, year in pairs if a != b}


def test_the_pair_years_of_gleditsch_and_ward(data: Dataset, lists: Path) -> None:
    """From 1946 to 2016 the panel has those of their two lists and no other."""
    assert pair_years([*gleditsch_ward(lists), *microstates()]) == ours(data, "GW")


def test_the_pair_years_without_microstates(data: Dataset, lists: Path) -> None:
    """Who leaves out the numbers of the second list is left with the first, one for one."""
    small = {number for number, _, _ in microstates()}
    kept = {pair for pair in ours(data, "GW") if not small & set(pair[:2])}
    assert pair_years(list(gleditsch_ward(lists))) == kept


def test_the_pair_years_of_correlates_of_war(data: Dataset, lists: Path) -> None:
    """They are the same but for 1990, in which that list has Germany under two numbers."""
    expected, found = pair_years(list(correlates_of_war(lists))), ours(data, "COW")
    missing, more = expected - found, found - expected
    assert {(260, 1990)} == {(a if a == 260 else b, year) for a, b, year in missing}
    assert {(255, 265, 1990), (255, 678, 1990), (255, 680, 1990)} == more
