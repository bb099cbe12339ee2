from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import page as page_validation
import pytest
from attrs import evolve
from pypdf import PdfReader

from relations.report.blocks import Block, Column, Group, Marker, Row, Span, Table, Text
from relations.report.pdf.render import render
from relations.report.signs import Category, Fill
from strategies.blocks import sample_document

TWO = (Column("Year", 0.3, names_rows=True), Column("Event", 0.7))
THREE = (Column("Year", 0.2), Column("Ordered", 0.4), Column("Delivered", 0.4))
WIDE, TALL = Span(columns=2), Span(rows=2)


def row(*texts: str, spans: tuple[Span, ...] = ()) -> Row:
    """A row of plain words."""
    return Row(tuple(((Text(text),),) for text in texts), spans=spans)


def read(*blocks: Block) -> PdfReader:
    """A printed document of these blocks, which both profiles pass."""
    data = render(evolve(sample_document(), blocks=blocks))
    for profile in ("ua1", "3a"):
        assert [] == page_validation.validate_pdf_bytes(data, profile=profile).failures
    return PdfReader(io.BytesIO(data))


def texts(*blocks: Block) -> list[str]:
    """The words of each page."""
    return [page.extract_text() for page in read(*blocks).pages]


def cells(reader: PdfReader) -> list[tuple[str, dict[str, Any]]]:
    """The role and the attributes of each cell of the tables, in order."""
    return [
        (str(element["/S"]), dict(element.get("/A", {})))
        for element in elements(reader.root_object["/StructTreeRoot"])
        if element["/S"] in ("/TH", "/TD")
    ]


def elements(root: Any) -> Iterator[Any]:  # noqa: ANN401  # pypdf's objects
    """Every structure element below one."""
    for kid in [kid.get_object() for kid in root.get("/K", ())]:
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from elements(kid)


def scopes(reader: PdfReader) -> list[tuple[str, str, int, int]]:
    """Role, scope, columns and rows of each cell."""
    return [
        (role, str(said.get("/Scope", "")), said.get("/ColSpan", 1), said.get("/RowSpan", 1))
        for role, said in cells(reader)
    ]


# -- what a cell is --------------------------------------------------------------------------------


def test_cells_say_what_they_head() -> None:
    """Titles head their columns, names their rows, and all else is data."""
    assert [
        ("/TH", "/Column", 1, 1),
        ("/TH", "/Column", 1, 1),
        ("/TH", "/Row", 1, 1),
        ("/TD", "", 1, 1),
    ] == scopes(read(Table("T", TWO, (row("1994", "Treaty"),))))


def test_a_cell_of_a_sign_is_a_cell() -> None:
    """A cell that holds a sign alone has its place in the structure, with words or without."""
    for words, kids in (("", 0), ("in force", 1)):
        sign = ((Marker(Category.AGREEMENT, Fill.FULL, words),),)
        reader = read(Table("T", TWO, (Row((sign, ((Text("x"),),))),)))
        (head,) = [
            element
            for element in elements(reader.root_object["/StructTreeRoot"])
            if element["/S"] == "/TH" and element["/A"]["/Scope"] == "/Row"
        ]
        assert kids == len(head["/K"])


# -- cells that reach further ----------------------------------------------------------------------


def test_groups_reach_over_their_columns() -> None:
    """A title over several columns says over how many, and is shown above them."""
    groups = (Group("", 1), Group("Number", 2))
    table = Table("T", THREE, (row("1994", "6", "5"),), groups=groups)

    assert [1, 2, 1, 1, 1, 1, 1, 1] == [columns for _, _, columns, _ in scopes(read(table))]
    assert texts(table)[0].index("Number") < texts(table)[0].index("Ordered")


def test_cells_reach_over_columns_and_rows() -> None:
    """A cell says how far it reaches, and the next row begins beside it."""
    rows = (
        row("1994", "ordered", "delivered", spans=(TALL, Span(), Span())),
        row("both not known", spans=(WIDE,)),
    )

    assert [(1, 2), (1, 1), (1, 1), (2, 1)] == [
        (columns, rows)
        for role, _, columns, rows in scopes(read(Table("T", THREE, rows)))
        if role == "/TD"
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((row("a", "b", spans=(TALL, Span())), row("c", "d")), "row 2: 2 cells for 1 columns"),
        ((row("a", spans=(Span(columns=3),)),), "row 1: 3 cells for 2 columns"),
        ((row("a", "b", spans=(WIDE,)),), "1 spans for 2 cells"),
        ((row("a", "b", spans=(TALL, Span())),), "beyond the last row"),
    ],
)
def test_cells_that_do_not_fit_are_refused(rows: tuple[Row, ...], said: str) -> None:
    """Cells that do not fill the columns of a table, each once, are refused by row."""
    with pytest.raises(ValueError, match=said):
        texts(Table("T", TWO, rows))


def test_a_cell_is_refused_across_another() -> None:
    """A cell cannot reach over one that comes from the row above."""
    rows = (
        row("a", "b", "c", spans=(Span(), TALL, Span())),
        row("d", spans=(WIDE,)),
    )
    with pytest.raises(ValueError, match="reaches over one"):
        texts(Table("T", THREE, rows))


def test_groups_fill_the_columns() -> None:
    """Groups that reach over more or fewer columns than there are, are refused."""
    with pytest.raises(ValueError, match="groups of 2 columns for 3"):
        texts(Table("T", THREE, (row("a", "b", "c"),), groups=(Group("x", 2),)))


def test_a_tall_cell_makes_its_rows_tall() -> None:
    """A cell that reaches over two short rows has room in them, and nothing overlaps."""
    many = " ".join(f"w{at}" for at in range(150))
    rows = (row(many, "first", spans=(TALL, Span())), row("second"), row("1995", "third"))
    (page,) = texts(Table("T", TWO, rows))

    assert page.index("w149") < page.index("1995")


@pytest.mark.parametrize("count", [3, 60])
def test_a_cell_may_reach_over_a_page(count: int) -> None:
    """A cell over more rows than a page holds goes on over the next, and loses nothing."""
    words = [f"w{at}" for at in range(900 if count > 3 else 1500)]
    reach = (Span(rows=count), Span())
    rows = (row(" ".join(words), "r0", spans=reach), *[row(f"r{at}") for at in range(1, count)])
    printed = " ".join(texts(Table("T", TWO, rows))).split()

    assert words == [word for word in printed if word.startswith("w")]
    assert [f"r{at}" for at in range(count)] == re.findall(r"\br\d+\b", " ".join(printed))


def test_joined_rows_stay_together() -> None:
    """Rows that a cell reaches over stand on one page where there is another place to part."""
    for before in range(30, 44):
        rows = (
            *[row("year", f"filler{at}") for at in range(before)],
            row("joined", "upper", spans=(Span(rows=3), Span())),
            row("middle"),
            row("lower"),
            *[row("year", "after") for _ in range(9)],
        )
        (page,) = [page for page in texts(Table("T", TWO, rows)) if "upper" in page]
        assert "lower" in page


# -- rows that part --------------------------------------------------------------------------------


def test_a_row_that_goes_on_says_what_it_is() -> None:
    """Where a row goes on over the page, its name is shown again, and read to nobody."""
    text = " ".join(f"w{at}" for at in range(3_000))
    reader = read(Table("T", TWO, (row("1994-06-16", text),)))

    assert len(reader.pages) > 1
    assert all("1994-06-16" in page.extract_text() for page in reader.pages)
    assert 4 == len(cells(reader))


def test_ten_thousand_rows_print() -> None:
    """A table of very many rows is printed whole, and on every page under its head."""
    table = Table("CAPTION", TWO, tuple(row(str(at), "x") for at in range(10_000)))
    reader = PdfReader(io.BytesIO(render(evolve(sample_document(), blocks=(table,)))))
    last = reader.pages[-1].extract_text()

    assert "9999" in last
    assert "CAPTION" in last
