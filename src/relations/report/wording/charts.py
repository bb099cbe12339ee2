"""What a chart shows, in words made from the same numbers, for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from relations.report.charts.shares import Part, ShareBar
from relations.report.charts.years import Ground, Year, YearRow
from relations.report.speech import Speech

_MOST_PEAKS = 2


def years_words(speech: Speech, rows: Sequence[YearRow]) -> str:
    """Each row's counts in the years that have any, and how well the years are covered."""
    return " ".join((*(_row(speech, row) for row in rows), *_grounds(speech, rows)))


def _row(speech: Speech, row: YearRow) -> str:
    counts = speech.series(_count(speech, year) for year in row.years if year.most)
    return speech.say("{name}: {counts}.", name=row.name, counts=counts)


def _count(speech: Speech, year: Year) -> str:
    certain, possible = speech.number(year.certain), speech.number(year.possible)
    if not year.possible:
        return speech.say("{year}, {number}", year=str(year.year), number=certain)
    if not year.certain:
        return speech.say("{year}, possibly {number}", year=str(year.year), number=possible)
    return speech.say(
        "{year}, {number} and possibly {more} more",
        year=str(year.year),
        number=certain,
        more=possible,
    )


def _grounds(speech: Speech, rows: Sequence[YearRow]) -> Iterator[str]:
    """What is not covered completely; once where it is alike for every row."""
    said = dict.fromkeys(sentence for row in rows for sentence in _ground(speech, row))
    yield from said


def _ground(speech: Speech, row: YearRow) -> Iterator[str]:
    partly = _runs(speech, row, Ground.PARTIAL)
    if partly:
        yield speech.say("Covered in part: {years}.", years=partly)
    missing = _runs(speech, row, Ground.NOT_COVERED)
    if missing:
        yield speech.say("Not covered: {years}.", years=missing)


def _runs(speech: Speech, row: YearRow, ground: Ground) -> str:
    """The years on one ground, as spans."""
    spans = []
    for found, run in groupby(row.years, lambda year: year.ground):
        held = list(run)
        if found is ground:
            first, last = str(held[0].year), str(held[-1].year)
            spans.append(first if first == last else f"{first}–{last}")
    return speech.listed(spans)


def peaks_words(speech: Speech, rows: Sequence[YearRow]) -> str:
    """The fullest years among those that are covered completely, or why none is named."""
    found = [sentence for row in rows if (sentence := _peak(speech, row))]
    if found:
        return " ".join(found[:_MOST_PEAKS])
    return speech.say(
        "No year is covered completely, so that nothing can be said of years with more or fewer."
    )


def _peak(speech: Speech, row: YearRow) -> str:
    complete = [year for year in row.years if year.ground is Ground.COMPLETE]
    highest = max((year.certain for year in complete), default=0)
    if not highest:
        return ""
    fullest = [str(year.year) for year in complete if year.certain == highest]
    return speech.say(
        "{name}: most in {years}, with {number}, among the years that are covered completely.",
        name=row.name,
        years=speech.listed(fullest),
        number=speech.number_word(highest),
    )


def shares_words(speech: Speech, parts: Sequence[Part], bars: Sequence[ShareBar]) -> str:
    """Each bar's parts in per cent of the whole, and the whole."""
    return " ".join(_bar(speech, parts, bar) for bar in bars)


def _bar(speech: Speech, parts: Sequence[Part], bar: ShareBar) -> str:
    whole = sum(bar.sizes)
    cut = [
        speech.say("{name}, {number}%", name=part.name, number=speech.number(percent(size, whole)))
        for part, size in zip(parts, bar.sizes, strict=True)
        if size
    ]
    said = (speech.series(cut), bar.total) if cut else (bar.total,)
    return speech.say("{name}: {counts}.", name=bar.name, counts=speech.series(said))


def percent(size: float, whole: float) -> int:
    """A part in whole per cent; what is not nothing is at least 1."""
    return max(round(100 * size / whole), 1)
