"""Set the rows of tables and facts in their columns, and refuse a cell with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from relations.report.blocks import (
    Align,
    Cite,
    Column,
    Content,
    Facts,
    Group,
    Marker,
    Row,
    Table,
    Text,
)
from relations.report.clean import clean_text, is_blank
from relations.report.drawing import Drawing
from relations.report.pdf.flows import Flow
from relations.report.pdf.grid import Surround, TableFlow
from relations.report.pdf.lines import Line, Shape, set_content, set_runs, set_text
from relations.report.pdf.rows import Cell, SetRow, settle
from relations.report.pdf.setter import Setter
from relations.report.pdf.spans import Covered, lay_out
from relations.report.pdf.tags import Node, scope
from relations.report.pdf.words import NO_BREAK
from relations.report.theme import Face, Type

_GUTTER = 10.0  # between two columns
_NARROWEST = 12.0
_PARAGRAPHS = 2.0  # between the paragraphs of a cell
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
        head=tuple(_set_heads(table, edges, setter, Node("THead", node))),
        rules=tuple(_group_rules(table.groups, edges)),
        note=set_text(note, Shape(scale.note, width), setter, setter.element("P")),
    )
    return TableFlow(around, _set_rows(table, edges, setter, Node("TBody", node)), 7, 10)


def set_facts(facts: Facts, setter: Setter) -> Flow:
    """Facts as a table of two columns without a head."""
    width = setter.page.text_width
    columns = (Column("label", 0.25), Column("content", 0.75))
    edges = _edges(columns, width)
    strong = evolve(setter.theme.scale.cell, face=Face.STRONG)
    table, rows = setter.element("Table"), []
    for number, (label, content) in enumerate(facts.rows, 1):
        _refuse_empty(((Text(label),),), f"facts, row {number}, label")
        _refuse_empty((content,), f"facts, row {number} ({label!r})")
        node = Node("TR", table)
        head = Node("TH", node, scope("Row"))
        name = set_text(clean_text(label), _shape(strong, edges, 0, columns), setter, head)
        data, shape = Node("TD", node), _shape(setter.theme.scale.cell, edges, 1, columns)
        value = _set_cell((content,), shape, setter, data)
        cells = (Cell(name, edges[0], head), Cell(value, edges[1], data))
        rows.append(SetRow(cells))
    around = Surround(width, setter.theme.colours)
    return TableFlow(around, rows, before=6, after=12, together=facts.together)


def _set_heads(
    table: Table, edges: Sequence[float], setter: Setter, parent: Node
) -> Iterator[SetRow]:
    """The titles of groups, then of columns, each kept short enough to leave room for rows."""
    if table.groups:
        covered = sum(group.columns for group in table.groups)
        if covered != len(table.columns):
            where = f"table {table.caption!r}"
            raise ValueError(f"{where}: groups of {covered} columns for {len(table.columns)}")
        reaches = [group.columns for group in table.groups]
        titles = [group.title for group in table.groups]
        yield _set_head(titles, reaches, table.columns, edges, setter, Node("TR", parent))
    titles, reaches = [column.title for column in table.columns], [1] * len(table.columns)
    yield _set_head(titles, reaches, table.columns, edges, setter, Node("TR", parent))


def _set_head(
    titles: Sequence[str],
    reaches: Sequence[int],
    columns: Sequence[Column],
    edges: Sequence[float],
    setter: Setter,
    parent: Node,
) -> SetRow:
    """One row of titles, each over as many columns as it reaches."""
    type_, at, cells = setter.theme.scale.head, 0, []
    for title, reach in zip(titles, reaches, strict=True):
        node = Node("TH", parent, scope("Column", columns=reach))
        shape = _shape(type_, edges, at, columns, _HEAD_LINES, reach)
        words = set_text(clean_text(title, _TITLE_LIMIT), shape, setter, node)
        cells.append(Cell(words, edges[at], node))
        at += reach
    return SetRow(tuple(cells))


def _group_rules(groups: Sequence[Group], edges: Sequence[float]) -> Iterator[tuple[float, float]]:
    """The ends of the line under each group that has a title."""
    at = 0
    for group in groups:
        if not is_blank(group.title):
            yield edges[at], edges[at + group.columns] - _GUTTER
        at += group.columns


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
    type_: Type,
    edges: Sequence[float],
    at: int,
    columns: Sequence[Column],
    most: int | None = None,
    reach: int = 1,
) -> Shape:
    """The form of a paragraph in a cell that reaches over columns from a position."""
    room = max(edges[at + reach] - edges[at] - _GUTTER, _NARROWEST)
    right = reach == 1 and columns[at].align is Align.RIGHT
    return Shape(type_, room, right=right, before=_PARAGRAPHS, most=most)


def _set_rows(table: Table, edges: Sequence[float], setter: Setter, body: Node) -> list[SetRow]:
    """The rows of a table, with the cells that reach over several of them."""
    rows = []
    covered: Covered = {}
    for number, row in enumerate(table.rows, 1):
        where = f"table {table.caption!r}, row {number}"
        setter.where = f"{where} ({row.anchor})" if row.anchor else where
        rows.append(_set_row(where, row, table.columns, edges, setter, Node("TR", body), covered))
    if covered:
        raise ValueError(f"table {table.caption!r}: a cell reaches beyond the last row")
    return settle(rows)


def _set_row(
    where: str,
    row: Row,
    columns: Sequence[Column],
    edges: Sequence[float],
    setter: Setter,
    parent: Node,
    covered: Covered,
) -> SetRow:
    """A row set, or a ValueError where it does not suit its columns or a cell is empty."""
    type_, cells = setter.theme.scale.cell, []
    for at, cell, span in lay_out(where, row, len(columns), covered):
        _refuse_empty(cell, f"{where}, column {columns[at].title!r}")
        names = columns[at].names_rows
        role = scope("Row" if names else "", span.columns, span.rows)
        node = Node("TH" if names else "TD", parent, role)
        shape = _shape(type_, edges, at, columns, reach=span.columns)
        lines = _set_cell(cell, shape, setter, node)
        cells.append(Cell(lines, edges[at], node, span.rows))
    return SetRow(tuple(cells), setter.claim(row.anchor))


def _set_cell(
    cell: Sequence[Content], shape: Shape, setter: Setter, node: Node
) -> tuple[Line, ...]:
    """The paragraphs of a cell, each a little apart from the one above."""
    lines: list[Line] = []
    for paragraph in cell:
        lines += set_content(paragraph, shape, setter, Node("P", node))
    return tuple(lines)


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
