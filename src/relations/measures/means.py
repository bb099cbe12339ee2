"""The run of the years, smoothed: what one year more or less hides, where every year is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from relations.measures.counts import counts_by_year
from relations.measures.coverage import coverage_words, is_thorough
from relations.measures.figure import Figure
from relations.measures.question import YEARS, Question
from relations.model.dates import EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.pairs import Pair
from relations.selection import When


@frozen
class YearMean:
    """How many records of a kind began in a year, in the mean of the years that end with it."""

    kind: str
    year: int
    mean: Figure


def yearly_means(
    pair: Pair,
    *,
    on: When | None = None,
    years: int = YEARS,
    start: int | None = None,
    end: int | None = None,
) -> tuple[YearMean, ...]:
    """The moving mean of the counts by year, where all its years were looked at by rule.

    Formula:
        For each kind and year y, the sum of the counts of the years y − n + 1 to y, ÷ n; low from
        the low bounds, high from the high ones. A year without a record adds nothing to the sum.

    Precedent:
        The line of five-year means over the yearly bars of arms-transfer fact sheets.

    Pitfalls:
        In a mean, a year of which nothing was found counts as a year with none. That is fair only
        where every year was looked at by rule; elsewhere the mean is not applicable. The means of
        neighbouring years share all years but two, and are no evidence for one another.

    Args:
        pair: The pair; what ties it only through a body is left out.
        on: The day as of which to count; the edition's cut-off if left out.
        years: How many years a mean is of.
        start: The first year that has a mean; that of the earliest record if left out.
        end: The last year; the last that was over on the day if left out.
    """
    question = Question.of("yearly_means", pair, on, years)
    last = question.day.year - 1 if end is None else end
    counts: dict[str, dict[int, Figure]] = {kind: {} for kind in RECORD_TYPES}
    first = None if start is None else start - years + 1
    for row in counts_by_year(pair, on=question.today, start=first, end=last):
        if row.year is not None:
            counts[row.kind][row.year] = row.count
    return tuple(
        row for kind in RECORD_TYPES for row in _of_kind(kind, counts[kind], years, question)
    )


def _of_kind(
    kind: str, counts: Mapping[int, Figure], years: int, question: Question
) -> Iterator[YearMean]:
    for year in sorted(counts)[years - 1 :]:
        some = [counts[each] for each in range(year - years + 1, year + 1)]
        yield YearMean(kind, year, _mean(kind, some, year, question))


def _mean(kind: str, counts: list[Figure], year: int, question: Question) -> Figure:
    window = EdtfDate.parse(f"{year - len(counts) + 1:04}/{year:04}")
    context = question.context(kind, unit="record", window=window)
    if not is_thorough(context["coverage"], window):
        looked = coverage_words(context["coverage"])
        why = f"not every year was looked at by rule ({looked}), so that a mean would be of reports"
        return Figure.not_applicable(why, **context)
    found = [figure for figure in counts if figure.is_number]
    if not found:
        return Figure.absent(**context)
    context["records"] = tuple(dict.fromkeys(key for figure in found for key in figure.records))
    low, high = (sum(getattr(f, bound) or 0 for f in found) for bound in ("low", "high"))
    return Figure.between(low / len(counts), high / len(counts), **context)
