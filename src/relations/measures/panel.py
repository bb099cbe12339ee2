"""The scholars' table: a row for each living pair, or each living state, and year.

A pair lives in a year if both states existed on a common day of it, so that no row pairs a state
with one that had ended before it began. Counts are of what certainly, and of what only possibly,
took place or stood in the year. Where there is no record the count is missing and not 0, unless a
source says that there was none: beside each count stands what it is (measured, known zero, none
found, not covered) and how thoroughly the matter was looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from relations.dataset import Dataset
from relations.errors import UnknownName, nearest
from relations.measures.bodies import Bodies
from relations.measures.figure import FigureKind
from relations.measures.living import is_counted, living
from relations.measures.rows import Rows, StateRows, Values, living_pairs
from relations.measures.silence import Absence, absence, exceptions
from relations.measures.tallies import After, Count, Tally, directed, single, tally, undirected
from relations.model.country import LISTS, Country, Scheme
from relations.model.dates import EdtfDate
from relations.model.kinds import MEMBERSHIPS, RECORD_TYPES
from relations.table import Cell, CellType, Column, Table

DYAD_YEAR: Final = "dyad-year"
COUNTRY_YEAR: Final = "country-year"
UNITS: Final = (DYAD_YEAR, COUNTRY_YEAR)
"""What a row may stand for."""

_SYSTEMS: Final = tuple(scheme.value for scheme in LISTS)


@frozen(kw_only=True)
class _Question:
    """What a panel was asked for, with every name resolved."""

    dataset: Dataset
    unit: str
    directed: bool
    kinds: tuple[str, ...]
    first: int
    last: int
    states: tuple[Country, ...]
    system: Scheme | None
    predecessors: bool

    @property
    def size(self) -> int:
        """How many states a row is about."""
        return 1 if self.unit == COUNTRY_YEAR else 2


def panel(
    dataset: Dataset,
    unit: str = DYAD_YEAR,
    *,
    directed: bool = False,
    kinds: Iterable[str] | None = None,
    start: int | None = None,
    end: int | None = None,
    states: Iterable[str] | None = None,
    system: str | None = None,
    predecessors: bool = False,
) -> Table:
    """A row for each living pair, or state, and year; by year, then by identifier.

    Args:
        dataset: The records, the states and the bodies.
        unit: ``"dyad-year"`` or ``"country-year"``.
        directed: Whether a pair has a row each way; a record with a direction then counts in the
            row from the one that acts to the other.
        kinds: The kinds of record to count, by the names of their groups; by default all.
        start: The first year; by default that of the earliest record.
        end: The last year; by default that of the edition's date.
        states: The states to pair, by name or code; by default all that the lists count.
        system: ``"COW"`` or ``"GW"``: the list of states whose days count, Correlates of War or
            Gleditsch and Ward; by default a state lives while either counts it.
        predecessors: Whether what a state's predecessors brought counts for it too.

    Raises:
        UnknownName: if the unit, a kind, a state or the list is not known; with the nearest.
        ValueError: if the last year is before the first, a body is among the states, or a single
            state is to have a direction.
    """
    scheme = None if system is None else Scheme(_known("list of states", system, _SYSTEMS))
    question = _Question(
        dataset=dataset,
        unit=_known("unit", unit, UNITS),
        directed=directed,
        kinds=_kinds(kinds),
        first=_first_year(dataset) if start is None else start,
        last=dataset.edition.date.year if end is None else end,
        states=_states(dataset, states, scheme),
        system=scheme,
        predecessors=predecessors,
    )
    if directed and question.size == 1:
        raise ValueError("a single state has no direction: leave out directed=True")
    if question.first > question.last:
        raise ValueError(f"the first year, {question.first}, is after the last, {question.last}")
    columns = _Columns(question)
    for number in range(question.first, question.last + 1):
        columns.add_year(_rows(question, number))
    return columns.table()


def _known(what: str, word: str, known: Iterable[str]) -> str:
    listed = tuple(known)
    if word not in listed:
        raise UnknownName(what, word, nearest(word, listed) or listed)
    return word


def _kinds(names: Iterable[str] | None) -> tuple[str, ...]:
    wanted = RECORD_TYPES if names is None else names
    return tuple(_known("kind of record", kind, RECORD_TYPES) for kind in wanted)


def _first_year(dataset: Dataset) -> int:
    dates = (record.date_of_record for record in dataset.records)
    days = [date.earliest for date in dates if date is not None and date.earliest is not None]
    return min(days).year if days else dataset.edition.date.year


def _states(
    dataset: Dataset, names: Iterable[str] | None, scheme: Scheme | None
) -> tuple[Country, ...]:
    chosen = [it for it in dataset.countries if is_counted(it, scheme)]
    if names is not None:
        parties = {dataset.party(name).id for name in names}
        bodies = parties - {country.id for country in dataset.countries}
        if bodies:
            raise ValueError(
                f"a panel pairs states, and these are bodies: {', '.join(sorted(bodies))}"
            )
        every = dataset.countries if scheme is None else chosen
        chosen = [country for country in every if country.id in parties]
    return tuple(sorted(chosen, key=lambda country: country.id))


# -- the columns ---------------------------------------------------------------------------------


class _Columns:
    """The columns of a panel while they are filled, year by year."""

    def __init__(self, asked: _Question) -> None:
        self._asked = asked
        self._filled: dict[str, tuple[CellType, list[Cell]]] = {}
        self._bodies = Bodies(asked.dataset)
        self._tallies = {kind: _tally(asked, kind) for kind in asked.kinds}

    def table(self) -> Table:
        """The panel with the years that were added."""
        columns = (Column(name, kind, cells) for name, (kind, cells) in self._filled.items())
        return Table(self._asked.unit, tuple(columns))

    def add_year(self, rows: Rows) -> None:
        """Add the rows of a year."""
        self._add("year", CellType.INTEGER, [rows.number] * len(rows))
        self._add_states("state", CellType.TEXT, rows, [it.state.id for it in rows.alive])
        self._add_states("iso", CellType.TEXT, rows, [it.iso for it in rows.alive])
        self._add_states("cow", CellType.INTEGER, rows, [it.cow for it in rows.alive])
        self._add_states("gw", CellType.INTEGER, rows, [it.gw for it in rows.alive])
        self._add("exists", CellType.TEXT, rows.exists())
        self._add("days", CellType.INTEGER, rows.days())
        self._add_bodies(rows)
        for kind in self._asked.kinds:
            self._add_kind(kind, rows)

    def _add(self, name: str, kind: CellType, cells: Iterable[Cell]) -> None:
        self._filled.setdefault(name, (kind, []))[1].extend(cells)

    def _add_states(self, name: str, kind: CellType, rows: Rows, values: Values) -> None:
        for suffix, cells in rows.sides(values):
            self._add(f"{name}{suffix}", kind, cells)

    def _add_bodies(self, rows: Rows) -> None:
        """How many bodies, and which; where there is none, what that means."""
        counts = self._silence(MEMBERSHIPS, rows)
        common = rows.bodies([self._bodies.of(it.state.id, rows.number) for it in rows.alive])
        described = [self._bodies.described(it) for it in common]
        for row, (count, _) in enumerate(described):
            counts.set_count(row, count)
        self._add_counts("bodies", counts)
        self._add("bodies", CellType.TEXT, [names for _, names in described])

    def _add_kind(self, kind: str, rows: Rows) -> None:
        """The counts of a kind; where there is no record, what that means."""
        counts = self._silence(kind, rows)
        for key, count in self._tallies[kind].get(rows.number, {}).items():
            counts.set_count(rows.position(key), count)
        self._add_counts(kind, counts)

    def _add_counts(self, name: str, counts: _Counts) -> None:
        self._add(f"{name}_certain", CellType.INTEGER, counts.certain)
        self._add(f"{name}_possible", CellType.INTEGER, counts.possible)
        self._add(f"{name}_kind", CellType.TEXT, counts.kinds)
        self._add(f"{name}_coverage", CellType.TEXT, counts.coverage)

    def _silence(self, group: str, rows: Rows) -> _Counts:
        """The counts of a group as they are where nothing is there."""
        dataset, states = self._asked.dataset, [it.state.id for it in rows.alive]
        counts = _Counts(len(rows), absence(dataset, group, (), rows.number))
        for key, why in exceptions(dataset, group, states, rows.number, size=self._asked.size):
            counts.set_absence(self._positions(rows, sorted(key)), why)
        return counts

    def _positions(self, rows: Rows, key: Sequence[str]) -> Iterator[int | None]:
        """The rows of a state or pair, both ways if there are two."""
        yield rows.position(tuple(key))
        if self._asked.directed:
            yield rows.position(tuple(reversed(key)))


class _Counts:
    """The four columns of one kind in one year, as they are where there is no record."""

    def __init__(self, size: int, why: Absence) -> None:
        self.certain: list[int | None] = [_zero(why)] * size
        self.possible: list[int | None] = [_zero(why)] * size
        self.kinds = [why.kind.value] * size
        self.coverage = [why.coverage.value] * size

    def set_absence(self, rows: Iterable[int | None], why: Absence) -> None:
        """Say what silence means in some rows; in none where a row is ``None``."""
        for row in rows:
            if row is not None:
                self.certain[row] = self.possible[row] = _zero(why)
                self.kinds[row], self.coverage[row] = why.kind.value, why.coverage.value

    def set_count(self, row: int | None, count: Count | None) -> None:
        """Set the counts of a row, where there is a row and something to count."""
        if row is not None and count is not None:
            self.certain[row], self.possible[row] = count
            self.kinds[row] = _MEASURED


_MEASURED: Final = FigureKind.MEASURED.value


def _zero(why: Absence) -> int | None:
    """The count where no record is there: 0 only if a source says that there was none."""
    return 0 if why.kind is FigureKind.KNOWN_ZERO else None


def _rows(asked: _Question, number: int) -> Rows:
    alive = living(asked.states, number, asked.system)
    if asked.size == 1:
        return StateRows(number, alive)
    return living_pairs(number, alive, directed=asked.directed)


def _tally(asked: _Question, kind: str) -> Tally:
    keys = single if asked.size == 1 else directed if asked.directed else undirected
    after = _successors(asked.dataset) if asked.predecessors else {}
    return tally(asked.dataset.of_kind(kind), keys, asked.first, asked.last, after)


def _successors(dataset: Dataset) -> After:
    """For each party, all that came after it, by identifier, and until when it stands for them."""
    after: dict[str, list[tuple[str, EdtfDate | None]]] = {}
    for party in dataset.countries:
        for earlier, until in dataset.line_of(party.id):
            after.setdefault(earlier.id, []).append((party.id, until))
    return after
