"""The numbered sources: a hanging number, the description, then the words taken from each."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from reportlab.pdfgen.canvas import Canvas

from relations.report.blocks import Quotation, Reference, ReferenceList
from relations.report.clean import clean_text
from relations.report.pdf.drawing import draw_lines, mark_place
from relations.report.pdf.flows import Flow, Lines
from relations.report.pdf.lines import Line, Shape, set_content, set_runs, set_text
from relations.report.pdf.setter import Setter
from relations.report.pdf.words import NO_BREAK, Fragment
from relations.report.theme import Face

_INDENT = 22.0
_QUOTE_INDENT = 31.0
_QUOTE_ABOVE = 2.2
_OPENING = "“„«‘‹「『"
_ARROW = "→"


def set_references(block: ReferenceList, setter: Setter) -> list[Flow]:
    """Each reference as a piece of its own."""
    return [_set_reference(item, setter) for item in block.items]


def _set_reference(item: Reference, setter: Setter) -> Flow:
    """A reference, marked as the place that its number leads to."""
    type_, width = setter.theme.scale.source, setter.theme.page.text_width
    lines = list(set_content(item.content, Shape(type_, width, indent=_INDENT), setter))
    for quotation in item.quotations:
        lines += _set_quotation(quotation, width, setter)
    number = set_text(
        str(item.number),
        Shape(evolve(type_, face=Face.STRONG, colour=setter.theme.colours.muted), _INDENT),
        setter,
    )
    anchor = setter.claim(item.anchor)

    def opening(canvas: Canvas, top: float) -> None:
        draw_lines(canvas, number, 0, top)
        if anchor:
            mark_place(canvas, anchor, top)

    return Lines(lines or number, after=type_.after, opening=[opening])


def _set_quotation(quotation: Quotation, width: float, setter: Setter) -> tuple[Line, ...]:
    """The words between their marks, then who wrote them, where, and for which records."""
    shape = Shape(setter.theme.scale.quotation, width, indent=_QUOTE_INDENT, before=_QUOTE_ABOVE)
    return set_runs(list(_runs(quotation, setter)), shape, setter)


def _runs(quotation: Quotation, setter: Setter) -> Iterator[Fragment]:
    quoted = setter.style(setter.theme.scale.quotation)
    plain = evolve(quoted, face=Face.REGULAR, colour=setter.theme.colours.muted)
    words = clean_text(quotation.text).strip()
    yield words if words[:1] in _OPENING else f"“{words}”", quoted
    beside = [clean_text(part).strip() for part in (quotation.attribution, quotation.locator)]
    if any(beside):
        yield " " + ", ".join(part for part in beside if part), plain
    for label, anchor in quotation.records:
        yield " ", plain
        yield _ARROW + NO_BREAK + clean_text(label).strip(), evolve(plain, target=f"#{anchor}")
