"""No loose ends: a link within a paper leads to a place that is in it, or it is plain text.

A section links to what another may print; which sections a paper has is settled last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from relations.report.blocks import (
    Block,
    BulletList,
    Callout,
    Content,
    Facts,
    Heading,
    Inline,
    Link,
    Paragraph,
    ReferenceList,
    Row,
    Table,
    Text,
)


def tied_up(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, with links that would lead nowhere as the words they are."""
    places = frozenset(place for block in blocks for place in _places(block))
    return tuple(_tied(block, places) for block in blocks)


def _places(block: Block) -> Iterator[str]:
    """Where a link may lead to in a block."""
    match block:
        case Heading():
            yield block.anchor
        case Table():
            yield from (row.anchor for row in block.rows if row.anchor)
        case ReferenceList():
            yield from (item.anchor for item in block.items)


def _tied(block: Block, places: frozenset[str]) -> Block:
    match block:
        case Paragraph() | Callout():
            return evolve(block, content=_content(block.content, places))
        case BulletList():
            return evolve(block, items=tuple(_content(item, places) for item in block.items))
        case Facts():
            rows = ((label, _content(content, places)) for label, content in block.rows)
            return evolve(block, rows=tuple(rows))
        case Table():
            return evolve(block, rows=tuple(_row(row, places) for row in block.rows))
        case ReferenceList():
            return _references(block, places)
    return block


def _row(row: Row, places: frozenset[str]) -> Row:
    cells = (tuple(_content(content, places) for content in cell) for cell in row.cells)
    return evolve(row, cells=tuple(cells))


def _references(block: ReferenceList, places: frozenset[str]) -> ReferenceList:
    items = []
    for item in block.items:
        quotations = (
            evolve(quotation, records=tuple(_reached(quotation.records, places)))
            for quotation in item.quotations
        )
        content = _content(item.content, places)
        items.append(evolve(item, content=content, quotations=tuple(quotations)))
    return evolve(block, items=tuple(items))


def _reached(
    records: Iterable[tuple[str, str]], places: frozenset[str]
) -> Iterator[tuple[str, str]]:
    return ((label, anchor) for label, anchor in records if anchor in places)


def _content(content: Content, places: frozenset[str]) -> Content:
    return tuple(_inline(inline, places) for inline in content)


def _inline(inline: Inline, places: frozenset[str]) -> Inline:
    if not isinstance(inline, Link) or ":" in inline.target:
        return inline
    reached = inline.target.removeprefix("#") in places
    return inline if reached else Text(inline.text, lang=inline.lang)
