"""What a file says of itself and carries along, read back by another library."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

import pytest
from attrs import evolve
from pypdf import PdfReader

from relations.report.blocks import (
    KeyFigure,
    KeyFigures,
    Lane,
    Mark,
    Marker,
    Paragraph,
    Text,
    Timeline,
)
from relations.report.document import Attachment
from relations.report.pdf.archive import Metadata
from relations.report.pdf.objects import Raw, stream_object, text_string
from relations.report.pdf.render import render
from relations.report.pdf.tags import Node, Tree, scope
from relations.report.pdf.writer import File
from relations.report.signs import Category, Fill
from strategies.blocks import sample_document

DATA = Attachment("data.json", b'{"a": 1}', "application/json", "The data of the paper")
SAMPLE = render(evolve(sample_document(), attachments=(DATA,)))
ROOT: Any = PdfReader(io.BytesIO(SAMPLE)).root_object


def elements(root: Any) -> list[Any]:  # noqa: ANN401  # pypdf's objects
    """Every structure element below one, in order."""
    found = []
    for kid in [kid.get_object() for kid in root.get("/K", ())]:
        if isinstance(kid, dict) and "/S" in kid:
            found += [kid, *elements(kid)]
    return found


ELEMENTS = elements(ROOT["/StructTreeRoot"])


# -- what travels along ----------------------------------------------------------------------------


def test_attachments_are_the_source_of_the_paper() -> None:
    """An attached file is in the file, described, and marked as what the paper was made from."""
    (held,) = ROOT["/AF"]
    said = held.get_object()

    assert "/Source" == said["/AFRelationship"]
    assert ("data.json", "The data of the paper") == (said["/UF"], said["/Desc"])
    assert DATA.content == said["/EF"]["/F"].get_object().get_data()
    assert "/application/json" == said["/EF"]["/F"].get_object()["/Subtype"]
    assert ["data.json"] == list(PdfReader(io.BytesIO(SAMPLE)).attachments)


def test_a_paper_without_attachments_names_none() -> None:
    """Where nothing is attached, the file does not say that something is."""
    root: Any = PdfReader(io.BytesIO(render(sample_document()))).root_object

    assert "/AF" not in root
    assert "/Names" not in root


def test_metadata_says_the_same_twice() -> None:
    """Title, subject, keywords and dates are the same in the properties and in XMP."""
    reader = PdfReader(io.BytesIO(SAMPLE))
    xmp: Any = reader.xmp_metadata
    properties: Any = reader.metadata

    assert properties.title == xmp.dc_title["x-default"]
    assert properties.subject == xmp.dc_description["x-default"]
    assert properties["/Keywords"] == xmp.pdf_keywords
    assert datetime.datetime(2026, 6, 30) == xmp.xmp_create_date  # noqa: DTZ001  # pypdf's


def test_metadata_bears_any_words() -> None:
    """Markup in a title is words in XMP too."""
    said = Metadata("<a> & b", "s", "k", "en", "c", "p", datetime.date(2026, 1, 2))

    assert b"&lt;a&gt; &amp; b" in said.xmp().written()


# -- structure -------------------------------------------------------------------------------------


def test_roles_are_those_of_the_standard() -> None:
    """Every element has a standard role, so that no map of roles is needed."""
    assert {str(element["/S"]) for element in ELEMENTS} <= {
        *("/Document", "/Sect", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Lbl", "/LBody"),
        *("/Table", "/THead", "/TBody", "/TR", "/TH", "/TD", "/Caption", "/Figure", "/Span"),
        *("/Link", "/Reference", "/Note", "/BlockQuote", "/Quote", "/TOC", "/TOCI"),
    }


@pytest.mark.parametrize(("count", "words"), [(3, "alt"), (5, "alt So many more.")])
def test_a_figure_says_in_words_what_a_count_beside_a_lane_is(count: int, words: str) -> None:
    """Who does not see a timeline hears of “+2” as well, where there is one."""
    lane = Lane("Meetings", Category.MEETING, (Mark(2000, 2000, Fill.FULL),) * count)
    timeline = Timeline(1992, 2028, 2026, (lane,), "alt", "A caption", crowded="So many more.")
    file = render(evolve(sample_document(), blocks=(timeline,)))
    root: Any = PdfReader(io.BytesIO(file)).root_object
    assert [words] == [it["/Alt"] for it in elements(root["/StructTreeRoot"]) if "/Alt" in it]


def test_every_row_has_its_cells() -> None:
    """Each row of the tables has as many cells as the head of its table has."""
    for table in (element for element in ELEMENTS if element["/S"] == "/Table"):
        rows = [element for element in elements(table) if element["/S"] == "/TR"]
        assert 1 == len({len(row["/K"]) for row in rows})


def test_notes_have_names_of_their_own() -> None:
    """Each reference is a note, and no two share a name."""
    names = [element["/ID"] for element in ELEMENTS if element["/S"] == "/Note"]

    assert 30 == len(names) == len(set(names))
    assert 60 == len(ROOT["/StructTreeRoot"]["/IDTree"]["/Names"])


def test_signs_are_read_out() -> None:
    """A sign with words is a small figure that says them; one without is an ornament."""
    sign = Marker(Category.AGREEMENT, Fill.FULL, "in force")
    for alt, count in (("in force", 1), ("", 0)):
        block = Paragraph((evolve(sign, alt=alt), Text(" words")))
        data = render(evolve(sample_document(), blocks=(block,)))
        root: Any = PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]
        figures = [element for element in elements(root) if element["/S"] == "/Figure"]
        assert [alt] * count == [str(figure["/Alt"]) for figure in figures]


def test_own_names_say_their_language() -> None:
    """The parties' own names within the subtitle are in their own languages."""
    document = evolve(
        sample_document(),
        subtitle="Việt Nam – Россия. Agreements",
        own_names=(("vi", "Việt Nam"), ("ru", "Россия")),
        blocks=(KeyFigures((KeyFigure("1", "a", "b"),)),),
    )
    root: Any = PdfReader(io.BytesIO(render(document))).root_object["/StructTreeRoot"]

    assert ["vi", "ru"] == [str(each["/Lang"]) for each in elements(root) if "/Lang" in each]


def test_elements_enter_in_the_order_of_drawing() -> None:
    """An element that is never drawn is not in the tree, and others stand as they were drawn."""
    tree = Tree()
    first, second, never = (Node(role, None) for role in ("H1", "P", "P"))
    tree.mark(second, 1)
    tree.mark(first, 1)

    assert [second, first] == tree.root.kids
    assert not never.attached


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (scope(""), ""),
        (scope("Row"), "/A<</O/Table/Scope/Row>>"),
        (scope("", 2, 3), "/A<</O/Table/ColSpan 2/RowSpan 3>>"),
    ],
)
def test_cells_say_only_what_is_out_of_the_ordinary(said: str, written: str) -> None:
    """A plain cell says nothing of itself."""
    assert written == said


# -- the file --------------------------------------------------------------------------------------


def test_small_objects_are_packed() -> None:
    """All that is no stream stands in object streams, so that tags cost few bytes."""
    assert SAMPLE.startswith(b"%PDF-1.7")
    assert b"/Type/ObjStm" in SAMPLE
    assert b"/Type/XRef" in SAMPLE
    assert b"/StructElem" not in SAMPLE
    assert b"/Type/Page" not in SAMPLE.replace(b"/Type/Pages", b"")


def test_data_may_end_in_a_carriage_return() -> None:
    """The end of a stream is told apart from data that end as a line does."""
    assert stream_object(b"a", "").endswith(b"a\nendstream")
    assert stream_object(b"a\r", "").endswith(b"a\r\r\nendstream")


@pytest.mark.parametrize(
    ("text", "written"),
    [("a", "(a)"), ("(b) \\", r"(\050b\051 \134)"), ("\n", r"(\012)"), ("é", "<FEFF00E9>")],
)
def test_strings_are_written_to_the_letter(text: str, written: str) -> None:
    """Brackets and controls are escaped, and what is not ASCII is UTF-16."""
    assert written == text_string(text)


def test_objects_are_numbered_once() -> None:
    """An object that is referred to twice is in the file once."""
    file, raw = File("en", b"x" * 16), Raw("<<>>")

    assert file.reference(raw) == file.reference(raw)


def test_fonts_are_cut_down() -> None:
    """A paper carries the glyphs that it shows, and each font under a name of its own."""
    page: Any = PdfReader(io.BytesIO(SAMPLE)).pages[0]
    fonts = page["/Resources"]["/Font"].values()
    names = [str(font.get_object()["/BaseFont"]) for font in fonts]

    assert all(re.fullmatch(r"/[A-Z]{6}\+[\w-]+", name) for name in names)
    assert len(SAMPLE) < 120_000
