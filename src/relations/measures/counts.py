"""How much is recorded year by year, kind by kind: the shape of a relation through time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

import attrs
from attrs import frozen

from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.measures.spans import Span, certain_first_day, first_day
from relations.model.dates import Certainty, EdtfDate
from relations.model.edtf import BEGINNING, FOREVER, Part, Shape
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.record import Record
from relations.model.status import Spell
from relations.pairs import Pair
from relations.selection import When


@frozen
class YearCount:
    """How many records of a kind began in a year; a ``year`` of ``None`` holds the undated."""

    kind: str
    year: int | None
    count: Figure


@frozen
class _Began:
    """A record with the date on which it began; in doubt while nobody reports that it did.

    ``possible`` are the first and the last year in which it may have begun, ``certain`` those
    outside which it certainly did not; ``None`` is no bound.
    """

    record: Record
    date: EdtfDate | None
    doubted: bool
    possible: tuple[int | None, int | None]
    certain: tuple[int | None, int | None]

    @classmethod
    def of(cls, record: Record, spell: Spell) -> _Began:
        """A record as its first spell says."""
        possible, certain = first_day(spell.start), certain_first_day(spell.start)
        return cls(record, spell.start, spell.doubted, _years(possible), _years(certain))

    @property
    def is_dated(self) -> bool:
        """Whether there is a first day on which it may have begun."""
        return self.possible[0] is not None

    def possibly_in(self, year: int) -> bool:
        """Whether it may have begun in a year."""
        low, high = self.possible
        return (low is None or low <= year) and (high is None or year <= high)

    def certainly_in(self, year: int) -> bool:
        """Whether it began in a year whatever its date may mean."""
        return not self.doubted and self.certain == (year, year)

    def share_in(self, year: int) -> float:
        """The share of the days on which it may have begun, as stated, that lie in a year."""
        parts = self.date.parts if self.date else ()
        return sum(_share(part, year) for part in parts) / max(len(parts), 1)


def _share(part: Part, year: int) -> float:
    first = part.start.first
    last = part.end.last if part.shape is Shape.RUN else part.start.last
    if first == BEGINNING or last == FOREVER:
        return 0.0
    begins, ends = (datetime.date(year, *day).toordinal() for day in ((1, 1), (12, 31)))
    return max(min(last, ends) - max(first, begins) + 1, 0) / (last - first + 1)


def counts_by_year(
    pair: Pair,
    *,
    on: When | None = None,
    start: int | None = None,
    end: int | None = None,
    spread: bool = True,
) -> tuple[YearCount, ...]:
    """How many of the pair's own records of each kind began in each year.

    Formula:
        For each kind and year, the sum over the records of the share of the days on which the
        record may have begun that lie in the year; the low bound counts those that certainly began
        in it, the high bound those that possibly did. A record reported as meant, and by nobody as
        done, adds to the high bound alone. With ``spread=False`` a record counts whole in the year
        of the first of these days. Records without a first day stand apart, in no year.

    Precedent:
        The yearly bars of arms-transfer fact sheets; dyad-year counts of events in conflict
        research.

    Pitfalls:
        More reports are not more relations: growth of the press looks like growth of both. A visit
        at which five papers are signed is one meeting and five agreements, so kinds are never
        added up or stacked. A year without records is none found or not covered, and no 0. An
        order or a plan is no delivery and no event, and is not counted here.

    Args:
        pair: The pair; what ties it only through a body is left out.
        on: The day as of which to count; the edition's cut-off if left out.
        start: The first year; that of the earliest record if left out.
        end: The last year; that of ``on`` if left out.
        spread: Whether a vague date is shared out among the years it may lie in.

    Returns:
        A row for each kind and year, and one without a year for each kind that needs it.
    """
    question = Question.of("counts_by_year", pair, on)
    begun = tuple(_begun(question))
    first = _first_year(begun, question.day) if start is None else start
    last = question.day.year if end is None else end
    return tuple(
        row
        for kind in RECORD_TYPES
        for row in _of_kind(
            kind,
            [entry for entry in begun if kind_of(entry.record) == kind],
            range(first, last + 1),
            question,
            spread,
        )
    )


def _begun(question: Question) -> Iterator[_Began]:
    """The pair's own records that began, or may have, by the day."""
    for record in question.pair.records.own:
        for spell in record.spells()[:1]:
            if spell.start is None or spell.start.begun_by(question.today) is not Certainty.NO:
                yield _Began.of(record, spell)


def _first_year(begun: Iterable[_Began], day: datetime.date) -> int:
    years = (entry.possible[0] for entry in begun)
    return min((year for year in years if year is not None), default=day.year)


def _years(days: Span) -> tuple[int | None, int | None]:
    """The years of two days; ``None`` for a bound that is not known."""
    low, high = (None if day is None else datetime.date.fromordinal(day).year for day in days)
    return low, high


def _of_kind(
    kind: str, begun: Sequence[_Began], years: range, question: Question, spread: bool
) -> Iterator[YearCount]:
    dated = [entry for entry in begun if entry.is_dated]
    undated = [entry for entry in begun if not entry.is_dated]
    for year in years:
        yield YearCount(kind, year, _cell(kind, dated, year, question, spread))
    if undated:
        sure = [entry.record for entry in undated if not entry.doubted]
        perhaps = [entry.record for entry in undated]
        context = question.context(kind, unit="record")
        yield YearCount(kind, None, question.count(sure, perhaps, context))


def _cell(
    kind: str, dated: Iterable[_Began], year: int, question: Question, spread: bool
) -> Figure:
    """The figure of one kind in one year."""
    possible = [entry for entry in dated if entry.possibly_in(year)]
    figure = question.count(
        (entry.record for entry in possible if entry.certainly_in(year)),
        (entry.record for entry in possible),
        question.context(kind, unit="record", window=EdtfDate.parse(f"{year:04}")),
    )
    told = [entry for entry in possible if not entry.doubted]
    best = sum(entry.share_in(year) if spread else _whole(entry, year) for entry in told)
    in_doubt = figure.is_number and not figure.is_exact
    return attrs.evolve(figure, value=best) if best and in_doubt else figure


def _whole(entry: _Began, year: int) -> int:
    return int(entry.possible[0] == year)
