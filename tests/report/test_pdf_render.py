from __future__ import annotations

import contextlib
import datetime
import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

import relations.report
from relations.errors import MissingGlyphError
from relations.report.blocks import (
    Block,
    BulletList,
    Callout,
    Cite,
    Column,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Lane,
    Link,
    Mark,
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
from relations.report.document import Document
from relations.report.faces import FILES
from relations.report.pdf.render import render
from relations.report.signs import Category, Fill
from relations.report.theme import Face
from strategies.blocks import ANY_TEXT, PRINTABLE, documents, sample_document

FONTS = Path(relations.report.__file__).parent / "fonts"
HOSTILE = 'x</b>y & <img src="/etc/passwd"/>'


def of(*blocks: Block, **fields: Any) -> Document:  # noqa: ANN401  # any field of a document
    """A small document of these blocks."""
    return evolve(sample_document(), blocks=blocks, **fields)


def read(document: Document) -> PdfReader:
    """The document printed and opened again."""
    return PdfReader(io.BytesIO(render(document)))


def words(document: Document) -> str:
    """All words of a printed document, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in read(document).pages).split())


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(text),))


def cell(text: str) -> tuple[tuple[Text, ...], ...]:
    """A table cell of plain words."""
    return ((Text(text),),)


def table(*rows: tuple[str, ...], note: str = "") -> Table:
    """A table of plain words."""
    columns = tuple(Column(f"Column {at}", 1 / len(rows[0])) for at in range(len(rows[0])))
    return Table(
        "Table 1. Words", columns, tuple(Row(tuple(map(cell, row))) for row in rows), note=note
    )


SAMPLE = render(sample_document())


# -- what is read ----------------------------------------------------------------------------------


def test_prints_every_kind_of_block() -> None:
    """The words of each block of the sample stand on its pages."""
    text = words(sample_document())

    for shown in (
        "COUNTRY-PAIR DOSSIER",
        "Российская Федерация",
        "latest order 2019",
        "Heads of government, last meeting",
        "Figure 1. Records by year",
        "Comprehensive strategic partnership",
        "Table 2. Transfers from the Russian Federation",
        "Gepard-3.9 (Project-11661)",
        "None found is not none.",
        "[14] [15] [16]",
        "“The two sides agreed to continue cooperation in the field of defence”",
        "→ A-0001",
    ):
        assert shown in text


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Phú Trọng", "Đỗ Bá Tỵ", "Phan Văn Giang", "Владимир Путин", "Щёлоков", "Қазақстан"],
)
def test_names_can_be_copied(name: str) -> None:
    """Vietnamese and Cyrillic names come out of the file as they went in."""
    assert name in words(of(Heading(1, name, "a"), paragraph(name), table((name, "x"))))


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, HOSTILE, "a"),
        paragraph(HOSTILE),
        BulletList(((Text(HOSTILE),),)),
        Callout((Text(HOSTILE),)),
        Facts(((HOSTILE, (Text("x"),)),)),
        table((HOSTILE, "x")),
        Paragraph((Link(HOSTILE, "https://example.org"),), Voice.LEAD),
        ReferenceList((Reference(1, (Text(HOSTILE),), ()),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_markup_is_words(block: Block) -> None:
    """What looks like markup in the data prints as it is written, and no file is read."""
    assert "".join(HOSTILE.split()) in "".join(words(of(block)).split())
    assert b"/Subtype /Image" not in render(of(block))


def test_wrapped_words_stay_apart() -> None:
    """Two words on two lines do not run together when copied."""
    text = " ".join(["defence", "relations"] * 60)

    assert text in words(of(paragraph(text)))


def test_controls_do_not_print() -> None:
    """Controls and direction overrides in the data leave no trace on the page."""
    assert "gpj.exe" in words(of(paragraph("gpj\u202e.e\x00xe")))


def test_missing_glyphs_are_named_together() -> None:
    """A document with characters that no font holds is refused, naming each and where it is."""
    document = of(paragraph("from ⠁⠃"), Heading(1, "mark ♜ here", "a"), paragraph("⠅⠇⠉⠋⠍⠏⠑⠓⠕⠗"))

    with pytest.raises(MissingGlyphError) as caught:
        render(document)

    assert "U+2801, in 'from ⠁⠃'" in str(caught.value)
    assert "U+265C, in 'mark ♜\\xa0here'" in str(caught.value)
    assert "and 1 more" in str(caught.value)


# -- links -----------------------------------------------------------------------------------------


def links(document: Document) -> tuple[list[str], int]:
    """The addresses that a printed document links to, and its number of inner links."""
    outside, inside = [], 0
    for page in read(document).pages:
        for annotation in page.annotations or ():
            entry = annotation.get_object()
            if "/A" in entry:
                outside.append(str(entry["/A"]["/URI"]))
            else:
                inside += 1
    return outside, inside


def test_links_lead_outside() -> None:
    """A link to a web address carries the address in ASCII."""
    document = of(Paragraph((Link("the register", "https://example.org/Việt"),)))

    assert (["https://example.org/Vi%E1%BB%87t"], 0) == links(document)


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "pdf:x.pdf"])
def test_unsafe_links_are_words(target: str) -> None:
    """The words of a link to anything but web and mail are printed without a link."""
    document = of(Paragraph((Link("the register", target),)))

    assert ([], 0) == links(document)
    assert "the register" in words(document)


def test_citations_lead_to_references_and_back() -> None:
    """A citation leads to its reference, and a quotation back to its record."""
    row = Row((cell("x"),), anchor="A-1")
    quotation = Quotation("words", "en", records=(("A-1", "A-1"),))
    document = of(
        Paragraph((Text("Said so "), Cite((7,)), Text(", see "), Link("it", "#A-1"))),
        Table("Table 1", (Column("a", 1),), (row,)),
        ReferenceList((Reference(7, (Text("A source"),), (quotation,)),)),
    )

    assert ([], 3) == links(document)


def test_dangling_links_are_listed() -> None:
    """Citations and links without a place to lead to are refused together."""
    document = of(Paragraph((Cite((1, 2)), Link("x", "#nowhere"))))

    with pytest.raises(ValueError, match="'ref-1', 'ref-2', 'nowhere'"):
        render(document)


def test_one_anchor_twice_is_its_first_place() -> None:
    """A record that stands in two tables can be linked to."""
    rows = (Row((cell("x"),), anchor="A-1"), Row((cell("y"),), anchor="A-1"))
    document = of(Paragraph((Link("x", "#A-1"),)), Table("Table 1", (Column("a", 1),), rows))

    assert ([], 1) == links(document)


def bookmarks(entries: Any) -> list[Any]:  # noqa: ANN401  # pypdf's lists within lists
    """The titles of an outline, the parts of a section in a list of their own."""
    return [
        bookmarks(entry) if isinstance(entry, list) else str(entry["/Title"]) for entry in entries
    ]


def test_headings_are_bookmarks() -> None:
    """The file's outline holds the headings, parts below sections."""
    assert [
        "At a glance",
        ["Last contacts by level"],
        "Timeline",
        "Agreements",
        ["In force, signed, planned and ended"],
        "Arms transfers",
        "Meetings",
        "Disputed and uncertain",
        "Sources",
    ] == bookmarks(PdfReader(io.BytesIO(SAMPLE)).outline)


def test_a_part_may_come_first() -> None:
    """A heading of any level may open a document, and its bookmark is then a section's."""
    document = of(Heading(4, "Deep", "a"), paragraph("x"))

    assert ["Deep"] == bookmarks(read(document).outline)


# -- the file --------------------------------------------------------------------------------------


def test_properties_come_from_the_document() -> None:
    """Title, subject, keywords, language and dates are the document's, whatever today is."""
    reader = PdfReader(io.BytesIO(SAMPLE))
    properties = reader.metadata
    day = datetime.datetime(2026, 6, 30, tzinfo=datetime.UTC)

    assert properties is not None
    assert "Viet Nam – Russian Federation" == properties.title
    assert "Edition 2026/2, version 1.0, data to 30 June 2026" == properties.subject
    assert "Viet Nam, Russian Federation, arms transfers, agreements" == properties.keywords
    assert "relations" == properties.creator
    assert day == properties.creation_date == properties.modification_date
    assert "en" == str(reader.root_object["/Lang"])


def test_every_font_is_embedded() -> None:
    """No page names a font that is not in the file."""
    for page in PdfReader(io.BytesIO(SAMPLE)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            (held,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in held.get_object()["/FontDescriptor"]


def test_pages_are_numbered() -> None:
    """Each page says which it is, and of how many."""
    pages = PdfReader(io.BytesIO(SAMPLE)).pages

    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page.extract_text()


def test_pages_say_which_data() -> None:
    """Each page carries the footer and the beginning and end of the data's hash."""
    for page in PdfReader(io.BytesIO(SAMPLE)).pages:
        assert "Data cut-off 30 June 2026" in page.extract_text()
        assert "Data sha256 9f3c5a1e…0b27" in page.extract_text()


def test_running_head_begins_on_page_two() -> None:
    """The short title stands over every page but the first."""
    document = of(*[paragraph("word " * 200)] * 10, short_title="THE SHORT TITLE")
    first, *rest = (page.extract_text() for page in read(document).pages)

    assert "THE SHORT TITLE" not in first
    assert rest
    assert all("THE SHORT TITLE" in page for page in rest)


def test_same_document_same_bytes() -> None:
    """Printing twice gives the same bytes."""
    assert render(sample_document()) == SAMPLE


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_same_bytes_in_another_process(seed: str, tmp_path: Path) -> None:
    """The bytes depend neither on the process, its hash seed, zone or date, nor on other fonts."""
    installed = tmp_path / ".fonts"
    installed.mkdir()
    for file in FILES.values():  # one font under the name of each other
        (installed / file).write_bytes((FONTS / FILES[Face.TITLE]).read_bytes())
    program = (
        "import sys; from strategies.blocks import sample_document;"
        "from relations.report.pdf.render import render;"
        "sys.stdout.buffer.write(render(sample_document()))"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONHASHSEED": seed,
        "SOURCE_DATE_EPOCH": f"{seed}00000000",
        "TZ": f"UTC+{seed}",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, env=environment
    )

    assert SAMPLE == done.stdout


def test_same_bytes_in_threads() -> None:
    """Documents printed side by side do not disturb one another."""
    results: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: results.append(render(sample_document()))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [SAMPLE] * 4 == results


def test_other_data_other_file() -> None:
    """The file's identifier follows the data's hash."""
    other = render(evolve(sample_document(), data_hash="0" * 64))

    assert (
        PdfReader(io.BytesIO(other)).trailer["/ID"] != PdfReader(io.BytesIO(SAMPLE)).trailer["/ID"]
    )


# -- what must not kill a document -----------------------------------------------------------------


def figures(text: str) -> KeyFigures:
    """A row of one key figure with the same words everywhere."""
    return KeyFigures((KeyFigure(text, text, text),))


def timeline(text: str, lanes: int = 1) -> Timeline:
    """A timeline with the same words everywhere."""
    marks = tuple(Mark(1990 + at, 1990 + at, Fill.FULL, text) for at in range(30))
    return Timeline(1990, 2026, 2025.5, (Lane(text, Category.MEETING, marks),) * lanes, text, text)


@pytest.mark.parametrize(
    "text",
    ["word " * 20_000, "W" * 20_000, "https://example.org/" + "a/b-c" * 4_000],
    ids=["words", "one word", "one address"],
)
@pytest.mark.parametrize(
    "make",
    [
        paragraph,
        figures,
        timeline,
        lambda text: Heading(1, text, "a"),
        lambda text: Callout((Text(text),)),
        lambda text: BulletList(((Text(text),),)),
        lambda text: Facts(((text, (Text(text),)),)),
        lambda text: table((text, "x"), ("x", text), note=text),
        lambda text: Table(text, (Column(text, 1),), (Row((cell("x"),)),), note=text),
        lambda text: ReferenceList((Reference(1, (Text(text),), (Quotation(text, "en"),)),)),
    ],
    ids=[
        *("paragraph", "figures", "timeline", "heading", "callout", "bullet", "facts", "cells"),
        *("caption", "reference"),
    ],
)
def test_long_text_prints(make: Any, text: str) -> None:  # noqa: ANN401  # makers of blocks
    """Text without end, with or without spaces, is printed over as many pages as it needs."""
    assert read(of(Heading(1, "A", "b"), make(text))).pages


def test_long_text_is_cut_in_sight() -> None:
    """What is longer than any text may be ends in a sign that there was more."""
    assert "[…]" in words(of(paragraph("word " * 20_000)))


def test_long_titles_fit() -> None:
    """Names of 300 characters stay on the first page, in smaller type."""
    name = "The Provisional Administration of the Northern and Southern Territories " * 4
    document = of(title=(name, name), short_title=name, footer=name, subtitle=name)

    assert 1 == len(read(document).pages)
    assert 2 * name.count("Southern") <= words(document).count("Southern")


def test_many_lanes_take_pages() -> None:
    """A timeline with more lanes than a page holds goes on over the next."""
    assert words(of(timeline("lane", lanes=80))).count("lane") >= 80


def test_a_document_may_be_empty() -> None:
    """A document without a block is its title page."""
    assert 1 == len(read(of()).pages)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(()),
        BulletList(()),
        BulletList(((),)),
        KeyFigures(()),
        Facts(()),
        Callout(()),
        ReferenceList(()),
        Timeline(2000, 2000, 2000, (), ""),
        Timeline(2000, 1990, 2100, (Lane("", Category.MEETING, ()),), ""),
    ],
    ids=lambda block: type(block).__name__,
)
def test_blocks_may_be_empty(block: Block) -> None:
    """A block without content prints nothing and harms nothing."""
    assert "after" in words(of(block, paragraph("after")))


def test_writes_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing gives bytes and leaves no file."""
    monkeypatch.chdir(tmp_path)
    render(sample_document())

    assert [] == list(tmp_path.iterdir())


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(documents(PRINTABLE))
def test_any_document_prints(document: Document) -> None:
    """Any document of printable scripts becomes a file that opens, unless a glyph is missing."""
    with contextlib.suppress(MissingGlyphError):
        for page in read(document).pages:
            page.extract_text()


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(documents(ANY_TEXT))
def test_any_text_prints_or_is_named(document: Document) -> None:
    """Any characters at all print, or are refused by name."""
    with contextlib.suppress(MissingGlyphError):
        assert read(document).pages
