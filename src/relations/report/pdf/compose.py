"""One function for each kind of block, from content to what a page can hold."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from relations.report.blocks import (
    Block,
    BulletList,
    Callout,
    Content,
    Contents,
    Facts,
    Heading,
    KeyFigures,
    Marker,
    NewPage,
    Paragraph,
    ReferenceList,
    Table,
    Timeline,
    Voice,
)
from relations.report.clean import clean_text, is_blank
from relations.report.document import Document
from relations.report.drawing import Drawing
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.contents import set_contents
from relations.report.pdf.figures import set_key_figures, set_opening, set_picture
from relations.report.pdf.flows import Flow, Lines, Paint, bind
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lines import Shape, set_content, set_text
from relations.report.pdf.references import set_references
from relations.report.pdf.setter import Setter
from relations.report.pdf.strokes import box
from relations.report.pdf.tables import set_facts, set_table
from relations.report.pdf.tags import Node
from relations.report.pdf.timeline import set_timeline
from relations.report.pdf.words import NO_BREAK
from relations.report.signs import Category

#: Pieces, each with whether it must stand right above the one that follows.
Flows = Sequence[tuple[Flow, bool]]

_HEADING_LIMIT, _NAME_LIMIT = 300, 80
_CATEGORY_BAR = (26.0, 2.6)
_BAR_ROOM = 9.0
_HANG = 13.0
_PAD = 9.0
_SHORT, _LAST = 6, 2
"""A paragraph of more lines than this is set in two pieces, and so many lines are the second."""

_BULLETS = "/A<</O/List/ListNumbering/Disc>>"


def compose(document: Document, setter: Setter) -> list[Flowable]:
    """The whole document as pieces of the page, in order."""
    story: list[Flowable] = []
    flows: list[tuple[Flow, bool]] = [(flow, False) for flow in set_opening(document, setter)]
    setter.headings = tuple(block for block in document.blocks if isinstance(block, Heading))
    for block, following in pairwise((*document.blocks, None)):
        if isinstance(block, NewPage):
            story += [*_bound(flows), *_turn(block, setter)]
            flows = []
            continue
        setter.where = _name(block)
        flows += set_block(block, setter)
        if flows and _leads_to(block, following):
            flows[-1] = (flows[-1][0], True)
    return story + _bound(flows)


def _name(block: Block | None) -> str:
    """What a block is called when something is amiss in it."""
    match block:
        case Heading(text=text):
            return f"the heading {clean_text(text, _NAME_LIMIT)!r}"
        case Table(caption=caption):
            return f"the table {clean_text(caption, _NAME_LIMIT)!r}"
        case _:
            return f"a {type(block).__name__}"


def _bound(flows: Flows) -> list[Flowable]:
    """Pieces that show something, each tied to the next where it must be."""
    return [*bind([(flow, binds) for flow, binds in flows if flow.height])]


def _turn(block: NewPage, setter: Setter) -> list[Flowable]:
    """A new page that lies the way that is asked for."""
    setter.page = setter.theme.sheet(block.orientation)
    return [NextPageTemplate(block.orientation.value), PageBreak()]


def _leads_to(block: Block | None, following: Block | None) -> bool:
    """Whether a block is torn from its sense if the page turns after it."""
    if isinstance(block, Timeline | Drawing) or (isinstance(block, Facts) and block.together):
        return _is_note(following)
    rows = Table | BulletList | ReferenceList
    return isinstance(block, Paragraph) and isinstance(following, rows)


def _is_note(block: object) -> bool:
    """Whether a block is the small print of what stands before it."""
    return isinstance(block, Paragraph) and block.voice is Voice.NOTE


@functools.singledispatch
def set_block(block: object, _: Setter) -> Flows:
    """The pieces of one block."""
    raise TypeError(f"no way to print a {type(block).__name__}")


@set_block.register
def _(block: Heading, setter: Setter) -> Flows:
    section = block.level <= 1
    type_ = setter.theme.scale.section if section else setter.theme.scale.part
    text = clean_text(block.text, _HEADING_LIMIT)
    if is_blank(text):
        raise ValueError(f"the heading with the anchor {block.anchor!r} has no words")
    entry, level = setter.enter(block.level)
    setter.begin_section(level)
    node = setter.element(f"H{min(level + (2 if setter.is_titled else 1), 6)}")
    lines = list(set_text(_tied(text), Shape(type_, setter.page.text_width), setter, node))
    opening: list[Paint] = [_bookmark(setter.claim(block.anchor), entry, level, text)]
    if section and block.category is not Category.NEUTRAL:
        first = lines[0]
        lines[0] = first._replace(height=first.height + _BAR_ROOM, ascent=first.ascent + _BAR_ROOM)
        opening.append(_category_bar(block.category, setter))
    return [(Lines(lines, type_.before, type_.after, opening), True)]


@set_block.register
def _(block: Paragraph, setter: Setter) -> Flows:
    theme = setter.theme
    scale = theme.scale
    type_ = {Voice.LEAD: scale.lead, Voice.BODY: scale.body, Voice.NOTE: scale.note}[block.voice]
    width = setter.page.text_width if block.voice is Voice.LEAD else theme.measure
    lines = set_content(block.content, Shape(type_, width), setter, setter.element("P"))
    if len(lines) <= _SHORT:
        whole = block.voice is Voice.NOTE  # small print of a few lines is read at a glance
        return [(Lines(lines, type_.before, type_.after, whole=whole), False)]
    # What follows may hold on to the last lines, and never to a long paragraph as a whole.
    head, tail = lines[:-_LAST], lines[-_LAST:]
    return [(Lines(head, type_.before, 0), False), (Lines(tail, 0, type_.after), False)]


@set_block.register
def _(block: BulletList, setter: Setter) -> Flows:
    parent = setter.element("L", _BULLETS)
    return [(_bullet(item, setter, Node("LI", parent)), False) for item in block.items]


@set_block.register
def _(block: KeyFigures, setter: Setter) -> Flows:
    return [(flow, False) for flow in set_key_figures(block, setter)]


@set_block.register
def _(block: Facts, setter: Setter) -> Flows:
    return [(set_facts(block, setter), False)] if block.rows else []


@set_block.register
def _(block: Table, setter: Setter) -> Flows:
    return [(set_table(block, setter), False)]


@set_block.register
def _(block: Timeline, setter: Setter) -> Flows:
    return set_timeline(block, setter)


@set_block.register
def _(block: ReferenceList, setter: Setter) -> Flows:
    return [(flow, False) for flow in set_references(block, setter)]


@set_block.register
def _(block: Callout, setter: Setter) -> Flows:
    theme = setter.theme
    width = setter.page.text_width
    shape = Shape(theme.scale.body, width - 2 * _PAD)
    lines = set_content(block.content, shape, setter, setter.element("P"))
    ground = theme.colours.pale
    return [(Lines(lines, 8, 12, ground=ground, pad=_PAD, width=width), False)]


@set_block.register
def _(block: Drawing, setter: Setter) -> Flows:
    return set_picture(block, setter)


@set_block.register
def _(block: Contents, setter: Setter) -> Flows:
    return [(set_contents(block, setter.headings, setter), False)]


# -- parts of blocks -----------------------------------------------------------------------------


def _tied(text: str) -> str:
    """A title whose last two words stay together, if the last is short."""
    head, space, tail = text.rstrip().rpartition(" ")
    return f"{head}{NO_BREAK}{tail}" if space and len(tail) < 12 else text


def _bookmark(anchor: str | None, entry: str, level: int, text: str) -> Paint:
    """Marks a heading's place and enters it in the file's outline."""

    def paint(canvas: DossierCanvas, x: float, top: float) -> None:
        if anchor:
            canvas.mark_place(anchor, x, top + 4)
        canvas.enter_outline(text, entry, level, top + 6)

    return paint


def _category_bar(category: Category, setter: Setter) -> Paint:
    """The short bar above a heading, in its category's colour."""
    colour = setter.theme.signs[category].colour
    width, height = _CATEGORY_BAR
    return lambda canvas, x, top: canvas.adorn(box(x, top - height, width, height, colour))


def _bullet(item: Content, setter: Setter, parent: Node) -> Flow:
    """A point with its own marker, or a dash, hanging before it."""
    type_, label, body = setter.theme.scale.body, Node("Lbl", parent), Node("LBody", parent)
    marked = bool(item) and isinstance(item[0], Marker)
    hanging = Shape(type_, _HANG)
    sign = set_content(item[:1], hanging, setter, label) if marked else ()
    sign = sign or set_text("–", hanging, setter, label)
    shape = Shape(type_, setter.theme.measure, indent=_HANG)
    lines = set_content(item[1:] if marked else item, shape, setter, body)

    def opening(canvas: DossierCanvas, x: float, top: float) -> None:
        draw_lines(canvas, sign, x, top)

    return Lines(lines or sign, after=type_.after / 2, opening=[opening])
