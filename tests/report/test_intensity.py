from __future__ import annotations

from collections.abc import Iterator

import pytest

from builders import dated, edtf, record, state, world
from relations.model.coverage import Coverage, CoverageClass
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.report.blocks import Block, Facts, Paragraph, Text, Voice
from relations.report.drawing import Drawing, Ink, Label, Rect
from relations.report.options import Options
from relations.report.references import References
from relations.report.sections.glance import glance
from relations.report.sections.intensity import by_year
from relations.report.sections.material import Material
from relations.report.signs import Category

SPAN = range(2015, 2027)


def meeting(identifier: str, date: str) -> Meeting:
    """A meeting of the pair."""
    return record(
        Meeting, identifier, ["VNM", "LAO"], date=dated(date), history=(state(Status.HELD, date),)
    )


def covered(coverage_class: CoverageClass, period: str | None = None) -> Coverage:
    """A statement of coverage of every kind."""
    return Coverage(
        id=coverage_class.value,
        kinds=tuple(RECORD_TYPES),
        coverage_class=coverage_class,
        period=edtf(period) if period else None,
    )


def section(*records: Record, coverage: tuple[Coverage, ...] = ()) -> tuple[Block, ...]:
    """What the section says of a pair with these records."""
    pair = world(*records, coverage=coverage).pair("VNM", "LAO")
    return tuple(by_year(SPAN, Material(pair, References(pair.dataset))))


def drawings(blocks: tuple[Block, ...]) -> tuple[Drawing, Drawing]:
    """The histogram and the small multiples."""
    histogram, multiples = (block for block in blocks if isinstance(block, Drawing))
    return histogram, multiples


def said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The running text."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.voice is Voice.BODY:
            yield "".join(part.text for part in block.content if isinstance(part, Text))


PARTIAL = (covered(CoverageClass.OPPORTUNISTIC),)
COMPLETE = (covered(CoverageClass.SYSTEMATIC, "2016/2020"),)


def test_a_pair_without_dated_records_has_no_figure() -> None:
    """There is nothing to draw where nothing was found, and other sections say so."""
    assert () == section(coverage=PARTIAL)


def test_the_alternative_text_gives_every_count() -> None:
    """Who does not see the figure reads its numbers, certain and possible."""
    blocks = section(
        meeting("one", "2017-05"),
        meeting("two", "2017"),
        meeting("either", "[2019,2020]"),
        coverage=PARTIAL,
    )
    _, multiples = drawings(blocks)
    expected = "Meetings: 2017, 2; 2019, possibly 1; 2020, possibly 1. Covered in part: 2015–2026."
    assert expected == multiples.alt


def test_the_histogram_adds_the_kinds_up_as_records() -> None:
    """The first figure counts what was found, whatever its kind."""
    histogram, _ = drawings(section(meeting("one", "2017-05"), coverage=PARTIAL))
    assert histogram.alt.startswith("All records: 2017, 1.")


def test_only_kinds_that_have_any_get_a_row() -> None:
    """A row for every kind that was found, and none for the others."""
    _, multiples = drawings(section(meeting("one", "2017-05"), coverage=PARTIAL))
    fills = {s.fill for s in multiples.shapes if isinstance(s, Rect) and s.fill in set(Category)}
    assert {Category.MEETING} == fills


def test_years_that_nobody_looked_at_are_hatched() -> None:
    """Without a statement of coverage the ground of every empty year is hatched."""
    _, multiples = drawings(section(meeting("one", "2017-05")))
    assert any(shape.hatched for shape in multiples.shapes if isinstance(shape, Rect))
    assert "Not covered: " in multiples.alt


def test_completely_covered_years_stand_on_bare_paper() -> None:
    """The pale ground leaves out the years that were covered completely."""
    blocks = section(meeting("one", "2017-05"), coverage=(*COMPLETE, *PARTIAL))
    _, multiples = drawings(blocks)
    pale = [s for s in multiples.shapes if isinstance(s, Rect) and s.fill is Ink.PALE]
    assert 2 == len(pale)
    assert "Covered in part: 2015 and 2021–2026." in multiples.alt


def test_a_peak_is_named_only_among_completely_covered_years() -> None:
    """Two meetings in a partly covered year are no peak; one in a complete year is."""
    blocks = section(
        meeting("one", "2017-05"),
        meeting("two", "2023-05"),
        meeting("three", "2023-06"),
        coverage=(*COMPLETE, *PARTIAL),
    )
    expected = "Meetings: most in 2017, with one, among the years that are covered completely."
    assert [expected] == list(said(blocks))


def test_without_a_completely_covered_year_no_peak_is_named() -> None:
    """Where coverage is partial throughout, the text says why it names no fullest year."""
    (words,) = said(section(meeting("one", "2017-05"), coverage=PARTIAL))
    assert words.startswith("No year is covered completely")


@pytest.mark.parametrize("year", ["2015", "2020", "2025"])
def test_both_figures_stand_on_the_axis_of_the_timeline(year: str) -> None:
    """The same year stands at the same place in both figures."""
    figures = drawings(section(meeting("one", "2017-05"), coverage=PARTIAL))
    places = {x for figure in figures for x in _places(figure, year)}
    assert 1 == len(places)


def _places(figure: Drawing, text: str) -> list[float]:
    return [s.x for s in figure.shapes if isinstance(s, Label) and s.text == text]


def test_the_glance_shows_the_last_years_of_each_kind() -> None:
    """Without a timeline, bars stand beside the name of each kind that has any, in words too."""
    pair = world(meeting("one", "2017-05"), coverage=PARTIAL).pair("VNM", "LAO")
    without_timeline = Options(sections=("glance",))
    blocks = glance(Material(pair, References(pair.dataset), options=without_timeline))
    rows = {
        label: content
        for block in blocks
        if isinstance(block, Facts)
        for label, content in block.rows
    }
    (drawing,) = (part for part in rows["Begun in 2007–2026"] if isinstance(part, Drawing))
    assert "Meetings: 2017, 1. Covered in part: 2007–2026." == drawing.alt


def test_the_glance_does_not_repeat_the_timeline() -> None:
    """Where every year is drawn already, the last ones are not drawn again."""
    pair = world(meeting("one", "2017-05"), coverage=PARTIAL).pair("VNM", "LAO")
    blocks = glance(Material(pair, References(pair.dataset)))
    rows = dict(row for block in blocks if isinstance(block, Facts) for row in block.rows)
    assert "Begun in 2007–2026" not in rows


@pytest.mark.parametrize(("coverage", "words"), [(PARTIAL, "None found"), ((), "Not covered")])
def test_the_glance_tells_nothing_found_from_nothing_looked_for(
    coverage: tuple[Coverage, ...], words: str
) -> None:
    """Of a pair without records the glance says which of the two it is."""
    pair = world(coverage=coverage).pair("VNM", "LAO")
    blocks = glance(Material(pair, References(pair.dataset)))
    rows = dict(row for block in blocks if isinstance(block, Facts) for row in block.rows)
    assert (Text(words),) == rows["Records"]
