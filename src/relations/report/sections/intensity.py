"""How much is recorded year by year, on the axis of the timeline above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relations.measures.counts import counts_by_year
from relations.measures.figure import Figure, FigureKind
from relations.model.coverage import CoverageClass
from relations.model.kinds import RECORD_TYPES
from relations.report.blocks import Block, Heading, Paragraph, Text, Voice
from relations.report.charts.axis import Axis, decimal
from relations.report.charts.years import LOW, TALL, Ground, Year, YearRow, years
from relations.report.drawing import Drawing
from relations.report.sections.material import Material
from relations.report.signs import Category
from relations.report.speech import message
from relations.report.wording.charts import peaks_words, years_words
from relations.report.wording.kinds import category, noun
from relations.report.wording.sentences import capital

_COMPLETE = frozenset({CoverageClass.CENSUS, CoverageClass.SYSTEMATIC})


def by_year(span: range, material: Material) -> Iterator[Block]:
    """The figures of the records of each year; nothing where none began in any."""
    speech = material.speech
    rows = rows_by_year(span.start, material)
    if not rows:
        return
    yield Heading(2, speech.say("Year by year"), "section-years")
    yield _drawing((_together(rows, material),), TALL, span, material)
    yield _drawing(rows, LOW, span, material)
    yield Paragraph((Text(peaks_words(speech, rows)),))
    reading = message(
        "A full bar is what certainly began in the year, an open one what possibly did. Each row "
        "has a scale of its own, with its highest count at the left. Years on a pale ground are "
        "covered in part, hatched ones not at all; a line is the mean of five years that are all "
        "covered completely. More reports are not more relations."
    )
    yield Paragraph((Text(speech.say(reading)),), Voice.NOTE)


def _drawing(rows: Sequence[YearRow], height: float, span: range, material: Material) -> Drawing:
    speech = material.speech
    several = len(rows) > 1 or height == LOW
    caption = message("Records by year, kind by kind") if several else message("Records by year")
    return years(
        rows,
        Axis(span.start, span.stop),
        decimal(material.edition.date),
        height=height,
        alt=years_words(speech, rows),
        caption=speech.say(caption),
    )


def rows_by_year(start: int, material: Material) -> tuple[YearRow, ...]:
    """The counts of each kind of which any began, from a year to that of the cut-off."""
    counts = counts_by_year(material.pair, start=start)
    rows = []
    for kind in RECORD_TYPES:
        own = [row for row in counts if row.kind == kind]
        held = tuple(_year(row.year, row.count) for row in own if row.year is not None)
        rows.append(YearRow(capital(noun(material.speech, kind).many), category(kind), held))
    return tuple(row for row in rows if row.highest)


def _year(year: int, count: Figure) -> Year:
    """A count as a bar; where there is no number, there is no bar and the ground says why."""
    certain = int(count.low or 0)
    most = max(int(count.high or 0), certain)
    if count.kind is FigureKind.NOT_COVERED:
        ground = Ground.NOT_COVERED
    else:
        complete = any(entry.coverage_class in _COMPLETE for entry in count.coverage)
        ground = Ground.COMPLETE if complete else Ground.PARTIAL
    return Year(year, certain, most - certain, ground)


def _together(rows: Sequence[YearRow], material: Material) -> YearRow:
    """All kinds in one row: how much was found, and not how much happened."""
    return YearRow(
        material.speech.say("All records"),
        Category.NEUTRAL,
        tuple(
            Year(
                year=same[0].year,
                certain=sum(year.certain for year in same),
                possible=sum(year.possible for year in same),
                ground=max((year.ground for year in same), key=list(Ground).index),
            )
            for same in zip(*(row.years for row in rows), strict=True)
        ),
    )
