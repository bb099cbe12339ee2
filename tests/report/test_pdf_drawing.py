from __future__ import annotations

import io
from typing import Any

import pytest
from attrs import evolve
from pypdf import PdfReader

from relations.report.blocks import Block, Paragraph, Text
from relations.report.drawing import (
    Anchor,
    Circle,
    Drawing,
    Ink,
    Label,
    Line,
    Pen,
    Polygon,
    Rect,
    Shape,
    Sign,
    Tint,
)
from relations.report.pdf.render import render
from relations.report.signs import Category, Fill
from relations.report.theme import HOUSE
from strategies.blocks import sample_document


def page(block: Block) -> Any:  # noqa: ANN401  # pypdf's page
    """The one page of a document with one block."""
    (only,) = read(block).pages
    return only


def read(block: Block) -> PdfReader:
    """A printed document with one block."""
    return PdfReader(io.BytesIO(render(evolve(sample_document(), blocks=(block,)))))


def operators(block: Block) -> str:
    """The operators of a page with one block."""
    content: bytes = page(block).get_contents().get_data()
    return content.decode("latin-1")


def drawn(*shapes: Shape, width: float = 100, height: float = 50) -> str:
    """The operators of a page that holds one drawing."""
    return operators(Drawing(width, height, shapes, "said in words"))


def rgb(colour: str) -> str:
    """A colour as three numbers between 0 and 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def test_the_origin_is_at_the_top() -> None:
    """A point near the top of a drawing is near the top of the page, as in SVG."""
    assert "10.00 45.00 m 90.00 30.00 l S" in drawn(Line((10, 5), (90, 20)))


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        (Rect(10, 5, 30, 20, Ink.MUTED), "10.00 25.00 30.00 20.00 re f"),
        (Rect(10, 5, 30, 20, Ink.MUTED, Pen()), "10.00 25.00 30.00 20.00 re B"),
        (Rect(10, 5, 30, 20, pen=Pen()), "10.00 25.00 30.00 20.00 re S"),
        (Rect(10, 5, 30, 20, Ink.MUTED, hatched=True), "10.00 25.00 30.00 20.00 re W n"),
        (Polygon(((0, 0), (9, 0), (9, 9)), Ink.INK), "0.00 50.00 m 9.00 50.00 l 9.00 41.00 l h f"),
        (Polygon(((0, 0), (9, 0)), pen=Pen(), open=True), "0.00 50.00 m 9.00 50.00 l S"),
        (Circle(50, 25, 10, Ink.INK), "60.00 25.00 m"),
    ],
)
def test_shapes_are_drawn_as_they_are(shape: Shape, written: str) -> None:
    """Each shape is drawn where it stands, filled, outlined or both."""
    assert written in drawn(shape)


def test_colours_are_the_themes() -> None:
    """A drawing names what a colour means, and the theme says which it is."""
    out = drawn(Rect(0, 0, 9, 9, Category.MEETING), Rect(0, 0, 9, 9, Tint(Category.MEETING)))

    assert f"{rgb(HOUSE.signs[Category.MEETING].colour)} rg" in out
    assert f"{rgb(HOUSE.signs[Category.MEETING].tint)} rg" in out


def test_a_sign_is_drawn_as_in_tables() -> None:
    """A sign in a drawing is the marker of its category and fill."""
    assert f"{rgb(HOUSE.signs[Category.DISPUTE].colour)} RG" in drawn(
        Sign(20, 20, 3, Category.DISPUTE, Fill.HALF)
    )


def test_labels_stand_by_their_anchor() -> None:
    """A label begins, is centred, or ends at its point."""
    edges = []
    for anchor in Anchor:
        out = drawn(Label(50, 25, "label", anchor=anchor))
        place = out[out.index(" cm ") :].split("BT 1 0 0 1 ")[1]
        edges.append(float(place.split()[0]))

    assert 50 == edges[0]
    assert edges[0] - edges[2] == pytest.approx(2 * (edges[0] - edges[1]), abs=0.02)


def test_long_labels_end_in_dots() -> None:
    """A label without room is cut short, and says so."""
    label = Label(0, 25, "Comprehensive strategic partnership", most=60)
    text = page(Drawing(100, 50, (label,), "alt")).extract_text()

    assert "Comprehensiv" in text
    assert "…" in text
    assert "partnership" not in text


def test_a_drawing_says_itself_in_words() -> None:
    """A drawing is one figure with its text alternative, and its caption is part of it."""
    tree: Any = read(Drawing(9, 9, (), "SAID", "CAPTION")).root_object["/StructTreeRoot"]
    figure = tree["/K"][0].get_object()["/K"][-1].get_object()

    assert ("/Figure", "SAID") == (figure["/S"], figure["/Alt"])
    assert "/Caption" == figure["/K"][0].get_object()["/S"]


def test_a_wide_drawing_is_made_smaller() -> None:
    """A drawing wider than the text is as wide as the text."""
    assert "0.5 0 0 0.5 " in drawn(width=HOUSE.page.text_width * 2)


def test_a_drawing_stands_within_a_line() -> None:
    """A small drawing may be part of a line of text, no higher than its letters."""
    sparkline = Drawing(60, 18, (Rect(0, 0, 60, 18, Ink.INK),), "rising since 2019")
    block = Paragraph((Text("before "), sparkline, Text(" after")))

    assert f"{HOUSE.scale.body.size / 18:g} 0 0" in operators(block)
    assert "before after" in " ".join(page(block).extract_text().split())
