"""Which sections make a paper of a length, and how much the pages with a fixed room may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from relations.report.blocks import Block, Heading, NewPage, Orientation
from relations.report.document import Document
from relations.report.fit import roomiest
from relations.report.options import Length, Options, chosen
from relations.report.room import (
    FIRST_PAGES,
    FULL,
    WITH_FIGURE,
    WITHOUT_FIGURE,
    Room,
    Second,
)
from relations.report.sections import CLOSING, COMPOSITIONS, OPENING, Section, second_page
from relations.report.sections.material import Material
from relations.report.sections.notation import notation

Paper = Callable[[Room, Callable[[Material], Iterator[Block]]], Document]
"""Makes a document from blocks that are written with so much room."""


_NO_BREAK = "\N{NO-BREAK SPACE}"


def composed(options: Options, paper: Paper) -> Document:
    """The paper that was asked for.

    Raises:
        UnknownName: if a section is named that papers of this length do not have.
    """
    known = COMPOSITIONS[options.length]
    sections = tuple(known[name] for name in chosen(options.sections, known, options.length))
    if options.length is Length.REGISTER:
        return paper(FULL, lambda material: _register(sections, material))
    room = roomiest(FIRST_PAGES, lambda room: paper(room, _first_page), page=0) or FIRST_PAGES[-1]
    if options.length is Length.DOSSIER:
        return paper(room, lambda material: _dossier(sections, material))

    def brief(second: Second) -> Document:
        lane_rows, rows, plans, disputes = second
        narrowed = evolve(room, lane_rows=lane_rows, rows=rows, plans=plans, disputes=disputes)
        return paper(narrowed, lambda material: _brief(sections, material))

    found = roomiest(WITH_FIGURE, brief, page=1) or roomiest(WITHOUT_FIGURE, brief, page=1)
    return brief(found or WITHOUT_FIGURE[-1])


def _first_page(material: Material) -> Iterator[Block]:
    for section in OPENING:
        yield from section(material)


def _register(sections: Sequence[Section], material: Material) -> Iterator[Block]:
    """How to read it, on a page upright; then the tables, on pages that lie on their side."""
    yield from notation(material)
    yield NewPage(Orientation.LANDSCAPE)
    for section in (*sections, *CLOSING):
        if section is not notation:
            yield from section(material)


def _dossier(sections: Sequence[Section], material: Material) -> Iterator[Block]:
    yield from _first_page(material)
    yield NewPage()
    number = 0
    for section in (*sections, *CLOSING):
        for block in section(material):
            if isinstance(block, Heading) and block.level == 1:
                number += 1
                yield evolve(block, text=f"{number}{_NO_BREAK}{block.text}")
            else:
                yield block


def _brief(sections: Sequence[Section], material: Material) -> Iterator[Block]:
    """Page one, then what there is room for, and what was left out."""
    first = tuple(_first_page(material))
    second = tuple(block for section in sections for block in section(material))
    yield from first
    yield NewPage()
    yield from second
    yield from second_page.left_out((*first, *second), material)
    yield from second_page.closing(material)
