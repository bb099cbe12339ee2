from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from pypdf import PdfReader

from relations.report.blocks import (
    Block,
    Contents,
    Heading,
    NewPage,
    Orientation,
    Paragraph,
    Text,
)
from relations.report.document import Marking
from relations.report.pdf.render import count_pages, render
from relations.report.theme import A4, LETTER
from strategies.blocks import sample_document

FILLER = Paragraph((Text("word " * 300),))


def read(*blocks: Block, **fields: Any) -> PdfReader:  # noqa: ANN401  # any field of a document
    """A printed document of these blocks."""
    return PdfReader(io.BytesIO(render(evolve(sample_document(), blocks=blocks, **fields))))


# -- sheets ----------------------------------------------------------------------------------------


def test_a_page_may_lie_on_its_side() -> None:
    """After a turn, pages are wide until the next turn."""
    turned, back = NewPage(Orientation.LANDSCAPE), NewPage()
    pages = read(FILLER, turned, *[FILLER] * 9, back, FILLER).pages
    wide = [page.mediabox.width > page.mediabox.height for page in pages]

    assert [False, True, False] == [wide[0], wide[1], wide[-1]]
    assert all(wide[1:-1])
    assert 4 <= len(wide)


def test_wide_pages_have_wide_lines() -> None:
    """What is set for a wide page fills it."""
    _, page = read(NewPage(Orientation.LANDSCAPE), Heading(1, "H " * 45, "a"), FILLER).pages

    assert "H " * 30 in page.extract_text().replace("\N{NO-BREAK SPACE}", " ")


def test_lines_end_alike_on_every_sheet() -> None:
    """A4 and Letter break every line at the same word."""
    document = sample_document()
    a4, letter = (
        {
            line
            for page in PdfReader(io.BytesIO(render(document, theme))).pages
            for line in page.extract_text().splitlines()
            if len(line) > 40 and "continued" not in line
        }
        for theme in (A4, LETTER)
    )

    assert a4 == letter


def test_pages_are_counted_without_a_file() -> None:
    """The number of pages that a document takes is known without writing it."""
    document = sample_document()

    assert len(PdfReader(io.BytesIO(render(document))).pages) == count_pages(document)


# -- markings --------------------------------------------------------------------------------------


def test_a_marking_stands_at_head_and_foot() -> None:
    """Who may read the paper stands twice on every page, first and others."""
    marking = Marking("TLP:AMBER", "#FFC000", "#000000")
    pages = read(*[FILLER] * 6, marking=marking).pages

    assert len(pages) > 1
    assert all(2 == page.extract_text().count("TLP:AMBER") for page in pages)


# -- contents --------------------------------------------------------------------------------------


def test_contents_tell_the_pages() -> None:
    """Each heading is listed with the page it comes to stand on, and leads there."""
    headings = [Heading(1, f"Section {at}", f"s{at}") for at in range(5)]
    blocks: list[Block] = []
    for heading in headings:
        blocks += (heading, FILLER, FILLER, FILLER, FILLER)
    reader = read(Contents(), *blocks)
    texts = [page.extract_text() for page in reader.pages]
    listed = dict(line.rsplit(" ", 1) for line in texts[0].splitlines() if "Section" in line)
    links: Any = reader.pages[0]["/Annots"]

    for heading in headings:
        assert heading.text in texts[int(listed[heading.text]) - 1]
    assert 5 == len(links)


@pytest.mark.parametrize(("depth", "listed"), [(1, ["One"]), (2, ["One", "Two"])])
def test_contents_go_to_a_depth(depth: int, listed: list[str]) -> None:
    """Headings below the depth are left out."""
    one, two = Heading(1, "One", "a"), Heading(2, "Two", "b")
    first = read(Contents(depth), NewPage(), one, two, FILLER).pages[0].extract_text()

    assert listed == [name for name in ("One", "Two") if name in first]


def test_long_contents_take_pages() -> None:
    """A list of headings longer than a page goes on over the next, in order."""
    headings = [Heading(1, f"Section {at:03}", f"s{at}") for at in range(90)]
    reader = read(Contents(), NewPage(), *headings, FILLER)
    text = " ".join(page.extract_text() for page in reader.pages[:3])
    places = [text.find(heading.text) for heading in headings]

    assert all(0 <= a < b for a, b in pairwise(places))
