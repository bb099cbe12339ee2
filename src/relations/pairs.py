"""Everything that ties two parties, each item with the path that ties it to them.

A record ties a pair *directly* when both take part in it, *through a predecessor* when a state
that came before one of them does, and *through a body* when one or both belong to a body that
takes part, on the day of the record. The three are kept apart: being in one room is not a meeting.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack

from attrs import field, frozen

from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Contest
from relations.model.dates import EdtfDate
from relations.model.dispute import Dispute
from relations.model.exercise import Exercise
from relations.model.meeting import Meeting
from relations.model.party import Party
from relations.model.person import Person
from relations.model.programme import Programme
from relations.model.record import Record
from relations.model.short import one_line
from relations.model.statement import Statement
from relations.selection import InTime, Selection

if TYPE_CHECKING:
    from relations.measures import Figure
    from relations.report.build import Dossier
    from relations.report.options import Asked

R = TypeVar("R", bound=Record)


class Way(enum.Enum):
    """How a record ties a pair; the closest way first."""

    DIRECT = "direct"
    PREDECESSOR = "through_predecessor"
    BODY = "through_body"


@frozen
class Path:
    """The way a record ties a pair, and the predecessors or bodies it leads through."""

    way: Way
    via: tuple[str, ...] = ()


Step = tuple[Path, tuple[EdtfDate, ...]]
"""A path to a party that may stand for one of the pair, and the periods within which it may."""

Reach = dict[str, list[Step]]
"""Every party that may stand for one of the pair, with the steps to it, the closest first."""


@frozen(repr=False)
class PairSelection(Selection[R]):
    """Records of a pair; each has a :attr:`path`, and the three ways can be taken apart."""

    paths: Mapping[str, Path] = field(factory=dict, repr=False)

    def path(self, record: Record) -> Path:
        """The path that ties ``record`` to the pair."""
        return self.paths[record.id]

    @property
    def direct(self) -> Self:
        """The records in which both parties themselves take part."""
        return self._by(Way.DIRECT)

    @property
    def own(self) -> Self:
        """What is the pair's own: the records tied directly or through a predecessor."""
        return self.filter(lambda record: self.paths[record.id].way is not Way.BODY)

    @property
    def through_bodies(self) -> Self:
        """The records that tie the pair only through a body."""
        return self._by(Way.BODY)

    @property
    def through_predecessors(self) -> Self:
        """The records in which a predecessor stands for one of the parties."""
        return self._by(Way.PREDECESSOR)

    def _columns_beside(self) -> Mapping[str, Callable[[Record], str | None]]:
        return {
            "way": lambda record: self.path(record).way.value,
            "via": lambda record: "; ".join(self.path(record).via) or None,
        }

    def _by(self, way: Way) -> Self:
        return self.filter(lambda record: self.paths[record.id].way is way)


@frozen(repr=False)
class Pair:
    """Two parties and what ties them. The pair has no order; direction stays on the record."""

    dataset: Dataset = field(repr=False)
    a: Party
    b: Party
    predecessors: bool = field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.a.id == self.b.id:
            raise ValueError(f"a pair needs two parties, and both are {self.a.name}")

    def __repr__(self) -> str:
        return one_line(f"Pair({self.a.id}, {self.b.id})")

    def _repr_html_(self) -> str:
        from relations.display.others import show_pair

        return show_pair(self)

    # -- what ties them -------------------------------------------------------------------------

    @property
    def agreements(self) -> PairSelection[Agreement]:
        """The pair's agreements, in any status."""
        return self._of(Agreement)

    @property
    def arms_transfers(self) -> PairSelection[ArmsTransfer]:
        """Arms from either party to the other, from talk to service."""
        return self._of(ArmsTransfer)

    @property
    def exercises(self) -> PairSelection[Exercise]:
        """The pair's exercises, proposed or held."""
        return self._of(Exercise)

    @property
    def meetings(self) -> PairSelection[Meeting]:
        """The pair's meetings, proposed or held."""
        return self._of(Meeting)

    @property
    def programmes(self) -> PairSelection[Programme]:
        """Continuing assistance and co-operation."""
        return self._of(Programme)

    @property
    def statements(self) -> PairSelection[Statement]:
        """What either said to or about the other."""
        return self._of(Statement)

    @property
    def disputes(self) -> PairSelection[Dispute]:
        """Quarrels in which both took part, on whichever side."""
        return self._of(Dispute)

    @cached_property
    def records(self) -> PairSelection[Record]:
        """Everything, of every kind."""
        tied = tuple(self._tied())
        paths = {record.id: path for record, path in tied}
        sources = self.dataset.records.sources
        everything: PairSelection[Record] = PairSelection(paths=paths, sources=sources)
        return everything.only(InTime(record for record, _ in tied))

    @property
    def contests(self) -> tuple[Contest, ...]:
        """The disputed and doubted facts of these records, their people and what they mention."""
        told = {record.id for record in self.records} | self._mentioned
        people = {reference for record in self.records for reference in people_of(record)}
        records = (record for record in self.dataset.records if record.id in told)
        persons = (person for person in self.dataset.persons if person.id in people)
        subjects: Iterable[Record | Person] = (*records, *persons)
        return tuple(contest for subject in subjects for contest in subject.contests)

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        """The records that the statements among these speak of, by identifier."""
        said = (record for record in self.records if isinstance(record, Statement))
        return frozenset(reference for record in said for reference in record.mentions)

    def references(self, format: str = "csl") -> bytes:
        """The sources of these records and of those that they mention.

        What the formats are and what is raised: :meth:`relations.selection.Selection.references`.
        """
        told = {record.id for record in self.records} | self._mentioned
        everything = self.dataset.records
        return everything.filter(lambda record: record.id in told).references(format)

    def excerpt(self) -> Dataset:
        """The dataset with this pair's records, those that they mention, and the sources cited.

        All parties, people and places stay, so that every reference still leads somewhere.
        """
        return self.dataset.excerpt({record.id for record in self.records} | self._mentioned)

    def dossier(self, **asked: Unpack[Asked]) -> Dossier:
        """The pair's dossier: what it says, ready to be printed.

        ``length`` is ``"brief"`` (two pages), ``"dossier"`` or ``"register"`` (every record with
        every field), ``page`` is ``"a4"`` or ``"letter"``; the others are explained at
        :class:`relations.report.options.Options`.

        Raises:
            UnknownName: if a word is not one of those allowed; with the nearest.
            BadOption: if a value makes no sense.
        """
        from relations.report.build import build
        from relations.report.options import Options

        return build(self, Options(**asked))

    def measure(self, name: str, **options: Any) -> Figure | tuple[Any, ...]:  # noqa: ANN401 - each measure's own
        """A computed figure, or rows of figures, by the name of the measure.

        ``options`` are the measure's own, such as ``on="2018-06-30"`` or ``years=10``.

        Raises:
            UnknownName: if there is no such measure; with the nearest.
        """
        from relations.measures import measure_named

        return measure_named(name)(self, **options)

    def _of(self, kind: type[R]) -> PairSelection[R]:
        tied = self.records
        some: PairSelection[R] = PairSelection(paths=tied.paths, sources=tied.sources)
        return some.only(InTime(record for record in tied if isinstance(record, kind)))

    # -- paths ----------------------------------------------------------------------------------

    def _tied(self) -> Iterator[tuple[Record, Path]]:
        """The records that tie the pair, in order of time; those that name nobody are not asked."""
        for record in self.dataset.tying(self._reach_of_a, self._reach_of_b):
            path = self._path(record)
            if path is not None:
                yield record, path

    def _path(self, record: Record) -> Path | None:
        day = record.date_of_record
        steps_a = dict(_steps(self._reach_of_a, record, day))
        steps_b = dict(_steps(self._reach_of_b, record, day))
        found = (
            _joined(step_a, step_b)
            for party_a, step_a in steps_a.items()
            for party_b, step_b in steps_b.items()
            if party_a != party_b or step_a.way is step_b.way is Way.BODY
        )
        return min(found, key=_closeness, default=None)

    @cached_property
    def _reach_of_a(self) -> Reach:
        return self._reach(self.a)

    @cached_property
    def _reach_of_b(self) -> Reach:
        return self._reach(self.b)

    def _reach(self, party: Party) -> Reach:
        reach: Reach = {party.id: [(Path(Way.DIRECT), ())]}
        line = [(party, _periods())]
        other = {self.a.id, self.b.id} - {party.id}
        for earlier, until in self.dataset.line_of(party.id) if self.predecessors else ():
            if earlier.id not in other:
                step = (Path(Way.PREDECESSOR, (earlier.id,)), _periods(until))
                reach.setdefault(earlier.id, []).append(step)
                line.append((earlier, _periods(until)))
        for member, within in line:
            for body, period in self.dataset.bodies_of.get(member.id, ()):
                if period is None or all(period.possibly_overlaps(bound) for bound in within):
                    step = (Path(Way.BODY, (body,)), (*within, *_periods(period)))
                    reach.setdefault(body, []).append(step)
        return reach


def _steps(reach: Reach, record: Record, day: EdtfDate | None) -> Iterator[tuple[str, Path]]:
    """The parties of ``record`` that stand for one of the pair, and by what step each does."""
    for identifier in record.party_ids:
        for path, periods in reach.get(identifier, ()):
            if day is None or all(period.possibly_overlaps(day) for period in periods):
                yield identifier, path
                break


def _periods(period: EdtfDate | None = None) -> tuple[EdtfDate, ...]:
    return () if period is None else (period,)


def _joined(first: Path, second: Path) -> Path:
    way = max(first.way, second.way, key=list(Way).index)
    return Path(way, tuple(sorted({*first.via, *second.via})))


def _closeness(path: Path) -> tuple[int, int, tuple[str, ...]]:
    return list(Way).index(path.way), len(path.via), path.via


def people_of(record: Record) -> Iterator[str]:
    """The people who take part or speak in a record, by identifier."""
    if isinstance(record, Meeting):
        yield from (delegate.person for delegate in record.delegates)
    if isinstance(record, Statement) and record.speaker:
        yield record.speaker
