"""Set the rows of tables and facts in their columns, and refuse a cell with nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from relations.report.blocks import Align, Cite, Column, Content, Facts, Marker, Row, Table, Text
from relations.report.clean import clean_text, is_blank
from relations.report.drawing import Drawing
from relations.report.pdf.flows import Flow
from relations.report.pdf.grid import Cell, SetRow, Surround, TableFlow
from relations.report.pdf.lines import Line, Shape, set_content, set_runs, set_text
from relations.report.pdf.setter import Setter
from relations.report.pdf.tags import Node, scope
from relations.report.pdf.words import NO_BREAK
from relations.report.theme import Face, Type

_GUTTER = 10.0  # between two columns
_NARROWEST = 12.0
_PARAGRAPHS = 2.5  # between the paragraphs of a cell
_HEAD_LINES = 6
_CAPTION_LIMIT, _TITLE_LIMIT, _NOTE_LIMIT = 500, 120, 2_000


def set_table(table: Table, setter: Setter) -> Flow:
    """A table as a piece of the page."""
    scale, width = setter.theme.scale, setter.page.text_width
    caption = clean_text(table.caption, _CAPTION_LIMIT)
    edges = _edges(table.columns, width)
    if not table.columns or not table.rows:
        raise ValueError(f"table {table.caption!r} has no rows or no columns; say so in words")
    node = setter.element("Table")
    note = clean_text(table.note, _NOTE_LIMIT)
    around = Surround(
        width=width,
        colours=setter.theme.colours,
        caption=set_text(caption, Shape(scale.caption, width), setter, Node("Caption", node)),
        again=_again(caption, width, setter),
        head=_set_head(table.columns, edges, setter, Node("THead", node)),
        note=set_text(note, Shape(scale.note, width), setter, setter.element("P")),
    )
    body = Node("TBody", node)
    rows = [
        _set_row(table.caption, number, row, table.columns, edges, setter, body)
        for number, row in enumerate(table.rows, 1)
    ]
    return TableFlow(around, rows, before=8, after=14)


def set_facts(facts: Facts, setter: Setter) -> Flow:
    """Facts as a table of two columns without a head."""
    width = setter.page.text_width
    columns = (Column("label", 0.3), Column("content", 0.7))
    edges = _edges(columns, width)
    strong = evolve(setter.theme.scale.cell, face=Face.STRONG)
    table, rows = setter.element("Table"), []
    for number, (label, content) in enumerate(facts.rows, 1):
        _refuse_empty(((Text(label),),), f"facts, row {number}, label")
        _refuse_empty((content,), f"facts, row {number} ({label!r})")
        node = Node("TR", table)
        head = Node("TH", node, scope("Row"))
        name = set_text(clean_text(label), _shape(strong, edges, 0, columns), setter, head)
        value = _set_cell((content,), _shape(setter.theme.scale.cell, edges, 1, columns), setter,
                          Node("TD", node))  # fmt: skip
        cells = (Cell(name, edges[0], head), evolve(value, x=edges[1]))
        rows.append(SetRow(cells, None))
    return TableFlow(Surround(width, setter.theme.colours), rows, before=6, after=12)


def _set_head(
    columns: Sequence[Column], edges: Sequence[float], setter: Setter, parent: Node
) -> SetRow:
    """The titles of the columns, each kept short enough to leave room for rows."""
    type_, row = setter.theme.scale.head, Node("TR", parent)
    cells = []
    for at, column in enumerate(columns):
        title, node = clean_text(column.title, _TITLE_LIMIT), Node("TH", row, scope("Column"))
        shape = _shape(type_, edges, at, columns, _HEAD_LINES)
        cells.append(Cell(set_text(title, shape, setter, node), edges[at], node))
    return SetRow(tuple(cells), None)


def _again(caption: str, width: float, setter: Setter) -> tuple[Line, ...]:
    """The caption as it stands on the pages after the first."""
    type_ = setter.theme.scale.caption
    style = setter.style(type_)
    quiet = evolve(style, face=Face.REGULAR, colour=setter.theme.colours.muted)
    runs = [(caption + NO_BREAK, style), (f"({clean_text(setter.continued, 40)})", quiet)]
    return set_runs(runs if caption.strip() else [], Shape(type_, width), setter)


def _edges(columns: Sequence[Column], width: float) -> list[float]:
    """The left edge of each column, and the table's right edge with a gutter beyond."""
    shares = [max(column.width, 0.001) for column in columns]
    whole = width + _GUTTER
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + share / sum(shares) * whole)
    return edges


def _shape(
    type_: Type, edges: Sequence[float], at: int, columns: Sequence[Column], most: int | None = None
) -> Shape:
    """The form of a paragraph in the column at a position."""
    room = max(edges[at + 1] - edges[at] - _GUTTER, _NARROWEST)
    return Shape(type_, room, right=columns[at].align is Align.RIGHT, most=most)


def _set_row(
    caption: str,
    number: int,
    row: Row,
    columns: Sequence[Column],
    edges: Sequence[float],
    setter: Setter,
    body: Node,
) -> SetRow:
    """A row set, or a ValueError where it does not suit its columns or a cell is empty."""
    where = f"table {caption!r}, row {number}"
    if len(row.cells) != len(columns):
        raise ValueError(f"{where}: {len(row.cells)} cells for {len(columns)} columns")
    type_, parent, cells = setter.theme.scale.cell, Node("TR", body), []
    for at, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        _refuse_empty(cell, f"{where}, column {column.title!r}")
        node = Node("TH", parent, scope("Row")) if column.names_rows else Node("TD", parent)
        set_ = _set_cell(cell, _shape(type_, edges, at, columns), setter, node)
        cells.append(evolve(set_, x=edges[at]))
    return SetRow(tuple(cells), setter.claim(row.anchor))


def _set_cell(cell: Sequence[Content], shape: Shape, setter: Setter, node: Node) -> Cell:
    """The paragraphs of a cell, each a little apart from the one above."""
    lines: list[Line] = []
    for paragraph in cell:
        inner = Node("P", node)
        lines += set_content(paragraph, evolve(shape, before=_PARAGRAPHS), setter, inner)
    return Cell(tuple(lines), 0, node)


def _refuse_empty(cell: Sequence[Content], where: str) -> None:
    """Raise where nothing would be printed: what is not known is written, never left blank."""
    if not any(_is_shown(content) for content in cell):
        raise ValueError(f"{where}: the cell is empty; write what is meant, such as '..'")


def _is_shown(content: Content) -> bool:
    """Whether a content prints anything."""
    for inline in content:
        match inline:
            case Cite(numbers=numbers):
                shown = bool(numbers)
            case Marker() | Drawing():
                shown = True
            case _:
                shown = not is_blank(inline.text)
        if shown:
            return True
    return False
