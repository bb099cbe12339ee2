from __future__ import annotations

import io
import re
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from relations.report.blocks import (
    Align,
    Block,
    BulletList,
    Cite,
    Column,
    Facts,
    Heading,
    Lane,
    Mark,
    Marker,
    Paragraph,
    Quotation,
    Reference,
    ReferenceList,
    Row,
    Table,
    Text,
    Timeline,
    Voice,
)
from relations.report.pdf.grid import TableFlow
from relations.report.pdf.lanes import RADIUS, Axis, pack, set_lane
from relations.report.pdf.lines import Line, Shape, cut, set_content, set_text
from relations.report.pdf.render import render
from relations.report.pdf.setter import Setter
from relations.report.pdf.tables import set_table
from relations.report.signs import Category, Fill
from relations.report.theme import HOUSE
from strategies.blocks import sample_document

BODY = HOUSE.scale.body


def lines(text: str, width: float = 200) -> list[str]:
    """The words of each line that a text is broken into."""
    return [shown(line) for line in set_text(text, Shape(BODY, width), Setter(HOUSE))]


def shown(line: Line) -> str:
    """The words of a line."""
    return "".join(piece.text for piece in line.pieces).rstrip(" ")


def pages(*blocks: Block) -> list[str]:
    """The words of each page."""
    document = evolve(sample_document(), blocks=blocks)
    return [page.extract_text() for page in PdfReader(io.BytesIO(render(document))).pages]


def row(*texts: str, anchor: str | None = None) -> Row:
    """A table row of plain words."""
    return Row(tuple(((Text(text),),) for text in texts), anchor)


# -- lines -----------------------------------------------------------------------------------------


@given(st.text(st.sampled_from("abc  -–/.éЖ"), max_size=200), st.floats(20, 300))
def test_lines_lose_nothing(text: str, width: float) -> None:
    """Broken into lines of any width, a text keeps all its letters in order, and each line fits."""
    setter = Setter(HOUSE)
    broken = set_text(text, Shape(BODY, width), setter)

    assert text.replace(" ", "") == "".join(map(shown, broken)).replace(" ", "")
    space = setter.measure(" ", setter.style(BODY))
    for line in broken:
        drawn = sum(piece.width for piece in line.pieces)
        ends_in_space = line.pieces[-1].text.endswith(" ")
        assert drawn - (space if ends_in_space else 0) <= width + 0.01


@pytest.mark.parametrize("word", ["2024-06-20", "1995–97", "2,337", "(2003)", "A-0001"])
def test_dates_and_figures_do_not_break(word: str) -> None:
    """A date, a span of years or a figure stays on one line wherever it falls."""
    for width in range(60, 200, 7):
        assert any(word in line for line in lines(f"some words before {word} and after", width))


def test_compounds_break_after_their_hyphen() -> None:
    """A compound word may break after its hyphen."""
    assert ["Surface-to-air-", "missile-system"] == lines("Surface-to-air-missile-system", 66)


def test_addresses_break_at_their_joints() -> None:
    """A long address breaks at slashes, dots and hyphens, not within a word."""
    broken = lines("https://www.example.org/documents/joint-statement/full-text.html", 120)

    assert len(broken) > 1
    for upper, lower in pairwise(broken):
        assert upper.endswith("/") or re.match(r"[-._?&=#]", lower)


def test_no_last_line_of_one_short_word() -> None:
    """Where the words allow, the last line is not a single short word."""
    text = "Memorandum of Understanding on defence industry between the ministries of both is"

    for width in range(120, 300, 11):
        assert " " in lines(text, width)[-1]


def test_a_citation_clings_to_its_words() -> None:
    """A citation never begins a line."""
    content = (Text("Relations were established on 30 January 1950. "), Cite((1,)))

    for width in range(60, 260, 7):
        for line in set_content(content, Shape(BODY, width), Setter(HOUSE)):
            assert not shown(line).startswith("[1]")


def test_a_day_clings_to_its_month() -> None:
    """Where the words allow, a number stays with what it counts."""
    for width in range(120, 300, 11):
        broken = lines("It was signed in Moscow on 16 June 1994 by both of the ministers", width)
        assert any("16 June" in line for line in broken)
    for width in range(120, 300, 11):
        broken = lines("L’accord a été signé à Moscou le 1er juillet 1994 par les ministres", width)
        assert any("1er juillet" in line for line in broken)


def rows_of_words(*counts: int) -> Table:
    """A table whose rows are of so many words, each under a title of its own length."""
    rows = (row("a title of a row " * (n % 5 + 1), "some words of a row " * n) for n in counts)
    return Table("", (Column("HEAD", 0.3), Column("what", 0.7)), tuple(rows))


@pytest.mark.parametrize("filled", range(8, 20))
def test_what_a_page_cuts_off_goes_on_on_the_next(filled: int) -> None:
    """However far down a table of tall rows begins, a page has its head once."""
    table = rows_of_words(25, 19, 33, 34, 27, 35, 16, 31, 32, 29, 38, 11)
    filler = [Paragraph((Text("A line of text."),))] * filled

    assert max(text.count("HEAD") for text in pages(*filler, table)) == 1


@pytest.mark.parametrize("missing", range(1, 40, 3))
def test_a_tall_row_that_all_but_fits_is_parted(missing: int) -> None:
    """It gives up some lines more than it must, where too few would stand on the next page."""
    flow = set_table(rows_of_words(20, 60), Setter(HOUSE))
    parts = flow.cut(flow.height - missing, force=False)

    assert parts is not None
    assert [2, 1] == [len(part.rows) for part in parts if isinstance(part, TableFlow)]


def test_a_page_leaves_no_line_alone() -> None:
    """A paragraph of four lines is cut after two, and one of three not at all."""
    four = set_text("word " * 40, Shape(BODY, 240), Setter(HOUSE))
    three = (*four[:2], four[-1]._replace(stays=True))

    assert 4 == len(four)
    assert [0, 0, 2, 2, 4] == [cut(four, n * BODY.leading + 0.1, False) for n in range(5)]
    assert 0 == cut(three, 2 * BODY.leading + 0.1, False)


def test_a_whole_page_always_takes_a_line() -> None:
    """Forced, even a line that should stay is parted, so that a document always gets on."""
    four = set_text("word " * 40, Shape(BODY, 240), Setter(HOUSE))

    assert 1 == cut(four, 0, True)


# -- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", range(20, 36))
def test_no_heading_ends_a_page(before: int) -> None:
    """A heading stands on the page of the first lines below it."""
    filler = [Paragraph((Text(f"filler {at}"),)) for at in range(before)]
    body = Paragraph((Text("BODY " + "word " * 100),))
    printed = pages(*filler, Heading(1, "SECTION", "a"), Heading(2, "PART", "b"), body)

    (page,) = [page for page in printed if "SECTION" in page]
    assert "PART" in page
    assert "BODY" in page


@pytest.mark.parametrize("before", range(26, 38))
def test_what_leads_to_a_table_stands_above_its_first_rows(before: int) -> None:
    """A sentence that a table follows is on the page of the table's first rows."""
    filler = [Paragraph((Text(f"filler {at}"),)) for at in range(before)]
    rows = tuple(row(f"row{at}") for at in range(9))
    printed = pages(*filler, Paragraph((Text("LEAD"),)), Table("", (Column("HEAD", 1),), rows))

    assert "row0" in next(page for page in printed if "LEAD" in page)


@pytest.mark.parametrize("words", [600, 1200])
def test_a_long_paragraph_before_a_table_fills_the_page(words: int) -> None:
    """Only its last lines go with the table, and no heading is left by itself."""
    body = Paragraph((Text("word " * words),))
    table = Table("", (Column("HEAD", 1),), tuple(row(f"row{at}") for at in range(9)))
    first, *others = pages(Heading(1, "SECTION", "a"), body, table)

    assert first.count("word") > 400
    assert "word" in next(page for page in [first, *others] if "row0" in page)


@pytest.mark.parametrize("before", range(24, 38))
def test_what_leads_to_a_list_stands_above_its_first_item(before: int) -> None:
    """A sentence that bullets follow is on the page of the first of them."""
    filler = [Paragraph((Text(f"filler {at}"),)) for at in range(before)]
    items = BulletList(tuple((Text(f"item{at}"),) for at in range(9)))
    printed = pages(*filler, Paragraph((Text("LEAD"),)), items)

    assert "item0" in next(page for page in printed if "LEAD" in page)


@pytest.mark.parametrize("before", range(24, 40))
def test_what_leads_to_references_stands_above_the_first(before: int) -> None:
    """The heading of the references and what it says of them are on the page of the first."""
    filler = [Paragraph((Text(f"filler {at}"),)) for at in range(before)]
    references = ReferenceList(tuple(Reference(at, (Text(f"REF{at}"),), ()) for at in range(1, 9)))
    lead = (Heading(1, "SECTION", "a"), Paragraph((Text("LEAD"),), Voice.NOTE))
    printed = pages(*filler, *lead, references)

    (page,) = [page for page in printed if "SECTION" in page]
    assert "LEAD" in page
    assert "REF1" in page


@pytest.mark.parametrize("before", range(20, 36))
def test_no_note_is_left_behind_by_its_facts(before: int) -> None:
    """The small print of a list of facts is on their page, to its last line."""
    filler = [Paragraph((Text(f"filler {at}"),)) for at in range(before)]
    facts = Facts((("PUBLISHER", (Text("a desk"),)), ("LAST", (Text("a fact"),))), together=True)
    printed = pages(*filler, facts, Paragraph((Text(f"NOTE {'small ' * 100}END"),), Voice.NOTE))

    assert "LAST" in next(page for page in printed if "NOTE" in page)
    assert "LAST" in next(page for page in printed if "END" in page)


@pytest.mark.parametrize("before", range(20, 36))
def test_a_table_begins_with_two_rows(before: int) -> None:
    """A table's caption and head stand on the page of its first two rows."""
    filler = [Paragraph((Text(f"filler {at}"),)) for at in range(before)]
    rows = tuple(row(f"row{at}") for at in range(9))
    table = Table("CAPTION", (Column("HEAD", 1),), rows)
    first = next(page for page in pages(*filler, table) if "CAPTION" in page)

    assert "HEAD" in first
    assert "row0" in first
    assert "row1" in first


@pytest.mark.parametrize("count", range(28, 45))
def test_no_row_or_note_stands_alone(count: int) -> None:
    """A table's last page holds two rows or more above the note."""
    rows = tuple(row(f"row{at}") for at in range(count))
    last = pages(Table("CAPTION", (Column("HEAD", 1),), rows, note="NOTE"))[-1]

    assert "NOTE" in last
    assert last.count("row") >= 2


@pytest.mark.parametrize("before", range(23, 27))
def test_a_tall_row_may_stand_alone(before: int) -> None:
    """A table whose first row is tall begins with it, so that no page stays half empty."""
    filler = [Paragraph((Text(f"filler {at}"),)) for at in range(before)]
    tall = Row((((Text("tall"),), *[(Text("and more"),)] * 5),))
    first, second = pages(*filler, Table("CAPTION", (Column("HEAD", 1),), (tall,) * 4))

    assert "CAPTION" in first
    assert [1, 3] == [first.count("tall"), second.count("tall")]


def test_every_page_repeats_the_head() -> None:
    """A long table says on each page what it is and what its columns are."""
    rows = tuple(row(f"row {at}") for at in range(120))
    first, *rest = pages(Table("CAPTION", (Column("HEAD", 1),), rows))

    assert "continued" not in first
    assert len(rest) >= 2
    for page in rest:
        assert "CAPTION (continued)" in page.replace("\N{NO-BREAK SPACE}", " ")
        assert "HEAD" in page


def test_the_word_for_continued_is_the_documents() -> None:
    """A document in another language says in its own words that a table goes on."""
    rows = tuple(row(f"row {at}") for at in range(60))
    table = Table("BẢNG", (Column("HEAD", 1),), rows)
    document = evolve(sample_document(), blocks=(table,), continued="tiếp theo")
    last = PdfReader(io.BytesIO(render(document))).pages[-1].extract_text()

    assert "(tiếp theo)" in last


def test_a_row_taller_than_a_page_is_parted() -> None:
    """A row longer than a page goes on over the next, and loses nothing."""
    text = " ".join(f"w{at}" for at in range(3_000))
    printed = " ".join(pages(Table("T", (Column("a", 0.2), Column("b", 0.8)), (row("x", text),))))

    assert re.findall(r"\bw\d+\b", printed) == text.split()


# -- tables ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("empty", [(), ((),), ((Text(" \u200b"),),), ((Cite(()),),)])
def test_no_cell_is_empty(empty: tuple[tuple[Text, ...], ...]) -> None:
    """A cell that would print nothing is refused, naming the table, the row and the column."""
    table = Table(
        "Table 3", (Column("Date", 0.5), Column("No.", 0.5)), (Row((((Text("x"),),), empty)),)
    )

    with pytest.raises(ValueError, match=r"'Table 3', row 1, column 'No\.'.*empty"):
        pages(table)


def test_a_marker_fills_a_cell() -> None:
    """A cell with a sign alone is not empty."""
    sign = ((Marker(Category.AGREEMENT, Fill.HALF),),)

    assert pages(Table("T", (Column("", 0.5), Column("b", 0.5)), (Row((sign, ((Text("x"),),))),)))


def test_cells_and_columns_agree() -> None:
    """A row with more or fewer cells than there are columns is refused."""
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        pages(Table("T", (Column("a", 1),), (row("x", "y"),)))


def test_a_table_has_rows() -> None:
    """A table without a row is refused, since it would print nothing where words are due."""
    with pytest.raises(ValueError, match="no rows"):
        pages(Table("T", (Column("a", 1),), ()))


def test_no_fact_is_empty() -> None:
    """A fact without content is refused."""
    with pytest.raises(ValueError, match="'Border'"):
        pages(Facts((("Border", ()),)))


def test_a_heading_has_words() -> None:
    """A heading without words is refused, naming its anchor."""
    with pytest.raises(ValueError, match="'border'"):
        pages(Heading(1, " ", "border"))


def test_numbers_keep_to_the_right() -> None:
    """The figures of a right-hand column end at one edge."""
    setter = Setter(HOUSE)
    ends = []
    for text in ("6", "12", "2,337"):
        (line,) = set_text(text, Shape(HOUSE.scale.cell, 60, right=True), setter)
        ends.append(line.x + sum(piece.width for piece in line.pieces))

    assert [pytest.approx(60)] * 3 == ends
    assert pages(Table("T", (Column("No.", 1, Align.RIGHT),), (row("12"),)))


@pytest.mark.parametrize("count", range(20, 60, 3))
def test_facts_that_belong_together_share_a_page(count: int) -> None:
    """However far down they begin, no page's end parts them."""
    rows = tuple((f"label {n}", (Text("content"),)) for n in range(8))
    filler = [Paragraph((Text("A line of text."),))] * count
    (held,) = [text for text in pages(*filler, Facts(rows, together=True)) if "label" in text]

    assert held.count("label") == len(rows)


def test_small_references_run_on() -> None:
    """In small print, what is quoted from a source stands in the line of its description."""
    item = Reference(1, (Text("A source."),), (Quotation("its words", "en"),))
    small, large = (pages(ReferenceList((item,), small=small))[0] for small in (True, False))

    assert "A source. “its words”" in small
    assert "A source. “its words”" not in large


def test_references_go_on_over_pages() -> None:
    """A list of references longer than a page keeps its order."""
    items = tuple(Reference(n, (Text(f"source {n}."),), ()) for n in range(1, 101))
    printed = " ".join(pages(ReferenceList(items)))

    assert [str(n) for n in range(1, 101)] == re.findall(r"source (\d+)", printed)


# -- timelines -------------------------------------------------------------------------------------

AXIS = Axis(88, 480, 1992, 2028)
MARKS = st.lists(
    st.builds(
        Mark,
        st.floats(1990, 2030),
        st.floats(1990, 2030),
        st.sampled_from(Fill),
        st.sampled_from(["", "Gepard", "Comprehensive strategic partnership"]),
        st.booleans(),
    ),
    max_size=40,
)


@given(MARKS)
def test_marks_do_not_touch(marks: list[Mark]) -> None:
    """In each of three rows no mark touches the next, and every mark is placed or counted."""
    placed, left_over = pack(marks, AXIS, 2026.5)

    assert len(marks) == len(placed) + left_over
    for number in range(3):
        kept = sorted((item.left, item.right) for item in placed if item.row == number)
        assert all(a[1] < b[0] for a, b in pairwise(kept))


@given(MARKS)
def test_labels_do_not_overlap(marks: list[Mark]) -> None:
    """The labels of a lane stand beside one another within the axis, each over its mark."""
    lane = set_lane(Lane("Lane", Category.MEETING, tuple(marks)), AXIS, 2026.5, Setter(HOUSE))
    spans = [(label.x, label.x + label.width) for label in lane.labels]

    assert all(a[1] < b[0] for a, b in pairwise(spans))
    assert all(left >= AXIS.left and right <= AXIS.right + RADIUS for left, right in spans)


def test_what_finds_no_room_is_counted() -> None:
    """A fourth mark on one day is counted beside the lane's name."""
    marks = (Mark(2000, 2000, Fill.FULL),) * 5
    timeline = Timeline(1992, 2028, 2026, (Lane("Meetings", Category.MEETING, marks),), "alt")

    assert "Meetings +2" in pages(timeline)[0]


@pytest.mark.parametrize(("count", "explained"), [(3, False), (5, True)])
def test_a_count_beside_a_lane_is_explained_where_there_is_one(count: int, explained: bool) -> None:
    """What “+2” means stands below the figure if some lane has a count."""
    lane = Lane("Meetings", Category.MEETING, (Mark(2000, 2000, Fill.FULL),) * count)
    timeline = Timeline(1992, 2028, 2026, (lane,), "alt", "A caption", crowded="So many more.")

    assert explained == ("So many more." in pages(timeline)[0])


@pytest.mark.parametrize(
    ("start", "end", "first", "step"),
    [(1992, 2028, 1995, 5), (1988, 2028, 1990, 5), (1950, 2026, 1950, 10), (1700, 2026, 1700, 50)],
)
def test_years_have_room(start: int, end: int, first: int, step: int) -> None:
    """Grid lines stand every five years, every ten over forty, and further apart over centuries."""
    ticks = Axis(88, 480, start, end).ticks()

    assert [first, first + step] == ticks[:2]
    assert len(ticks) <= 17


def test_the_cut_off_ends_what_goes_on() -> None:
    """A bar without an end runs to the cut-off, wherever its own end stands."""
    mark = Mark(2000, 2001, Fill.FULL, open_end=True)
    ((placed,), _) = pack([mark], AXIS, 2026.5)

    assert AXIS.at(2026.5) + RADIUS == placed.right


def test_a_timeline_without_a_caption_shows_its_words() -> None:
    """Where a figure has no caption, the sentence that says it in words stands there."""
    timeline = Timeline(1992, 2028, 2026, (Lane("A", Category.MEETING, ()),), "SAID IN WORDS")

    assert "SAID IN WORDS" in pages(timeline)[0]


def test_a_timeline_and_its_small_print_share_a_page() -> None:
    """However far down a timeline begins, the note on it stands on the same page."""
    (timeline,) = [block for block in sample_document().blocks if isinstance(block, Timeline)]
    lanes = evolve(timeline, lanes=timeline.lanes[:1], caption="A caption of its own")
    small_print = Paragraph((Text("The key of the figure."),), Voice.NOTE)
    for count in range(20, 60):
        filler = [Paragraph((Text("A line of text."),))] * count
        (with_note,) = [text for text in pages(*filler, lanes, small_print) if "The key" in text]
        assert "A caption of its own" in with_note
