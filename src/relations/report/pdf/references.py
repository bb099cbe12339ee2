"""The numbered sources: a hanging number, the description, then the words taken from each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from relations.report.blocks import Quotation, Reference, ReferenceList
from relations.report.clean import clean_text
from relations.report.pdf.bidi import runs_leftwards
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.flows import Flow, Lines
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.inlines import fragments
from relations.report.pdf.lines import Line, Shape, set_content, set_runs, set_text
from relations.report.pdf.setter import Setter
from relations.report.pdf.tags import Node, lang
from relations.report.pdf.words import NO_BREAK, Fragment
from relations.report.theme import Face, Type

_INDENT = 22.0
_QUOTE_INDENT = 31.0
_QUOTE_ABOVE = 2.2
_OPENING = "“„«‘‹「『"
_ARROW = "→"
_NUMBERED = "/A<</O/List/ListNumbering/Decimal>>"
_QUOTED = Face.ITALIC
_LIST_AFTER = 6.0
_WITHOUT_WORDS = 0.3  # of the space after an entry, where nothing is quoted

_SetEntry = Callable[[Reference, Shape, Setter, Node], tuple[Line, ...]]


def set_references(block: ReferenceList, setter: Setter) -> list[Flow]:
    """Each reference as a piece of its own."""
    parent = setter.element("L", _NUMBERED)
    scale = setter.theme.scale
    type_ = scale.source_small if block.small else scale.source
    set_entry = _run_on if block.small else _one_below_the_other
    flows = [
        _set_reference(item, setter, Node("LI", parent), type_, set_entry) for item in block.items
    ]
    for last in flows[-1:]:
        last.after = _LIST_AFTER
    return flows


def _set_reference(
    item: Reference, setter: Setter, parent: Node, type_: Type, set_entry: _SetEntry
) -> Flow:
    """A reference, marked as the place that its number leads to."""
    setter.where = f"reference {item.number}"
    label = Node("Lbl", parent)
    note = Node("Note", Node("LBody", parent))
    shape = Shape(type_, setter.page.text_width, indent=_INDENT)
    lines = set_entry(item, shape, setter, note)
    number = set_text(
        str(item.number),
        Shape(evolve(type_, face=Face.STRONG, colour=setter.theme.colours.muted), _INDENT),
        setter,
        label,
    )
    anchor = setter.claim(item.anchor)

    def opening(canvas: DossierCanvas, x: float, top: float) -> None:
        draw_lines(canvas, number, x, top)
        canvas.tree.name(note)
        if anchor:
            canvas.mark_place(anchor, x, top + 4)

    after = type_.after if item.quotations else type_.after * _WITHOUT_WORDS
    return Lines(lines or number, after=after, opening=[opening])


def _run_on(item: Reference, shape: Shape, setter: Setter, note: Node) -> tuple[Line, ...]:
    """The description and what is quoted, as one paragraph."""
    node = Node("P", note)
    plain = setter.style(shape.type, node)
    runs = fragments(item.content, plain, setter)
    for quotation in item.quotations:
        runs += [(" ", plain), *_runs(quotation, evolve(shape.type, face=_QUOTED), setter, node)]
    return set_runs(runs, shape, setter)


def _one_below_the_other(
    item: Reference, shape: Shape, setter: Setter, note: Node
) -> tuple[Line, ...]:
    """The description, and each quotation as a paragraph of its own."""
    lines = set_content(item.content, shape, setter, Node("P", note))
    quoted = (_set_quotation(it, shape.width, setter, note) for it in item.quotations)
    return (*lines, *(line for each in quoted for line in each))


def _set_quotation(
    quotation: Quotation, width: float, setter: Setter, note: Node
) -> tuple[Line, ...]:
    """The words between their marks, then who wrote them, where, and for which records."""
    type_ = setter.theme.scale.quotation
    shape = Shape(type_, width, indent=_QUOTE_INDENT, before=_QUOTE_ABOVE)
    node = Node("P", Node("BlockQuote", note))
    return set_runs(list(_runs(quotation, type_, setter, node)), shape, setter)


def _runs(quotation: Quotation, type_: Type, setter: Setter, node: Node) -> Iterator[Fragment]:
    base = setter.style(type_, Node("Quote", node, _lang(quotation)))
    quoted = base.altered(leftwards=runs_leftwards(quotation.lang))
    plain = base.altered(Face.REGULAR, setter.theme.colours.muted, node=node)
    words = clean_text(quotation.text).strip()
    opening, closing = quotation.marks
    yield words if words[:1] in _OPENING else f"{opening}{words}{closing}", quoted
    beside = [clean_text(part).strip() for part in (quotation.attribution, quotation.locator)]
    if any(beside):
        yield " " + ", ".join(part for part in beside if part), plain
    for label, anchor in quotation.records:
        yield " ", plain
        leads = plain.altered(target=f"#{anchor}", node=Node("Link", node))
        yield _ARROW + NO_BREAK + clean_text(label).strip(), leads


def _lang(quotation: Quotation) -> str:
    """The language of the words quoted, as far as it is known."""
    tag = clean_text(quotation.lang, 40)
    return lang(tag) if tag else ""
