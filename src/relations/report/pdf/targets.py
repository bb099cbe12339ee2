"""Look before printing whether every link within a document has a place to lead to."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import (
    Block,
    BulletList,
    Callout,
    Cite,
    Content,
    Facts,
    Heading,
    Link,
    Paragraph,
    ReferenceList,
    Table,
)
from relations.report.document import Document

_NAMED_AT_MOST = 12


def require_targets(document: Document) -> None:
    """Raise a ValueError that lists the citations and links which lead nowhere."""
    places = {anchor for block in document.blocks for anchor in _places(block)}
    wanted = dict.fromkeys(target for block in document.blocks for target in _wanted(block))
    dangling = [target for target in wanted if target not in places]
    if dangling:
        more = (
            f" and {len(dangling) - _NAMED_AT_MOST} more" if len(dangling) > _NAMED_AT_MOST else ""
        )
        named = ", ".join(repr(target) for target in dangling[:_NAMED_AT_MOST])
        raise ValueError(f"links lead to places that the document does not have: {named}{more}")


def _places(block: Block) -> Iterator[str]:
    """The anchors that a block brings."""
    match block:
        case Heading():
            yield block.anchor
        case Table():
            yield from (row.anchor for row in block.rows if row.anchor)
        case ReferenceList():
            yield from (item.anchor for item in block.items)


def _wanted(block: Block) -> Iterator[str]:
    """The anchors that a block's links lead to."""
    for content in _contents(block):
        for inline in content:
            match inline:
                case Cite(numbers=numbers):
                    yield from (f"ref-{number}" for number in numbers)
                case Link(target=target) if target.startswith("#"):
                    yield target[1:]
    if isinstance(block, ReferenceList):
        for item in block.items:
            for quotation in item.quotations:
                yield from (anchor for _, anchor in quotation.records)


def _contents(block: Block) -> Iterator[Content]:
    """Every run of inlines in a block."""
    match block:
        case Paragraph(content=content) | Callout(content=content):
            yield content
        case BulletList(items=items):
            yield from items
        case Facts(rows=rows):
            yield from (content for _, content in rows)
        case Table(rows=rows):
            yield from (content for row in rows for cell in row.cells for content in cell)
        case ReferenceList(items=references):
            yield from (reference.content for reference in references)
