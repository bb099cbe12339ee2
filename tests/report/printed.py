"""What a dossier prints, as plain text, for tests to look into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relations.report.blocks import (
    Block,
    BulletList,
    Callout,
    Cite,
    Content,
    Facts,
    Heading,
    KeyFigures,
    Link,
    Paragraph,
    ReferenceList,
    Row,
    Table,
    Text,
    Timeline,
)
from relations.report.document import Document


def plain(content: Content) -> str:
    """The words of a content, with citations as ``[1]``."""
    return "".join(map(_inline, content))


def _inline(inline: object) -> str:
    if isinstance(inline, Text | Link):
        return inline.text
    return "".join(f"[{number}]" for number in inline.numbers) if isinstance(inline, Cite) else ""


def words_of(row: Row) -> str:
    """The words of a row, cell after cell."""
    return " | ".join(plain(content) for cell in row.cells for content in cell)


def contents(blocks: Iterable[Block]) -> Iterator[Content]:
    """Every content in the blocks."""
    for block in blocks:
        if isinstance(block, Paragraph | Callout):
            yield block.content
        elif isinstance(block, BulletList):
            yield from block.items
        elif isinstance(block, Facts):
            yield from (content for _, content in block.rows)
        elif isinstance(block, Table):
            yield from (each for row in block.rows for cell in row.cells for each in cell)
        elif isinstance(block, ReferenceList):
            yield from (reference.content for reference in block.items)


def titles(blocks: Iterable[Block]) -> Iterator[str]:
    """Every word that stands outside contents: headings, figures, captions, columns, lanes."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, KeyFigures):
            yield from (f"{item.value} {item.label} {item.note}" for item in block.items)
        elif isinstance(block, Table):
            yield from (block.caption, block.note, *(column.title for column in block.columns))
        elif isinstance(block, Timeline):
            names = (lane.name for lane in block.lanes)
            yield from (block.caption, block.alt, block.crowded, *names)


def text_of(document: Document) -> str:
    """Everything that a document says."""
    head = (document.kicker, *document.title, document.subtitle, document.footer)
    said = map(plain, contents(document.blocks))
    return "\n".join((*head, *titles(document.blocks), *said))


def rows_of(document: Document) -> list[Row]:
    """Every row of every table."""
    return [row for block in document.blocks if isinstance(block, Table) for row in block.rows]


def anchors_of(document: Document) -> list[str]:
    """Every place that a link may lead to."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(block.anchor)
        if isinstance(block, ReferenceList):
            found += [reference.anchor for reference in block.items]
    return [*found, *(row.anchor for row in rows_of(document) if row.anchor)]
