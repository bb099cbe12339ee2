"""The page around the text: running head and foot, page numbers, and who may read it."""

from __future__ import annotations

from typing import Any, BinaryIO

from attrs import frozen
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, PageTemplate
from reportlab.platypus import Frame as TextFrame

from relations.report.blocks import Orientation
from relations.report.clean import clean_text
from relations.report.document import Document, Marking
from relations.report.faces import width
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.ink import draw_lines
from relations.report.pdf.lines import Line, Shape, set_text
from relations.report.pdf.setter import Setter
from relations.report.pdf.strokes import box, rule
from relations.report.pdf.writing import show, spoken
from relations.report.theme import Face, Page, Theme, Type

_HEAD_RISE = 28.0  # from the top of the text up to the running head's top
_HEAD_RULE = 13.0
_FOOT_DROP = 17.0  # from the foot of the text down to its rule
_FOOT_BELOW = 6.0
_FOLIO_ROOM = 60.0
_MARKING_SIZE, _MARKING_EDGE, _MARKING_PAD = 12.0, 10.0, 4.0
_MARKING_LIMIT = 60


@frozen
class Running:
    """The words that stand on every page of one sheet, set once."""

    sheet: Page
    kicker: str
    short_title: tuple[Line, ...]
    foot: tuple[Line, ...]
    marking: Marking | None
    classification: str


def set_running(document: Document, setter: Setter, sheet: Page) -> Running:
    """The running matter of a document on a sheet, each part kept to one line."""
    setter.where = "the head or foot of the page"
    type_, room = setter.theme.scale.running, sheet.text_width
    kicker = clean_text(document.kicker, 60).upper()
    classification = clean_text(document.classification, _MARKING_LIMIT)
    for text in (kicker, classification):
        setter.note(text)
    foot = Shape(type_, room - _FOLIO_ROOM, most=1)
    title = Shape(type_, room * 0.6, most=1)
    data = f"{document.data} sha256 {abbreviate(clean_text(document.data_hash, 128))}"
    return Running(
        sheet=sheet,
        kicker=kicker,
        short_title=set_text(clean_text(document.short_title, 200), title, setter),
        foot=(
            *set_text(clean_text(document.footer, 300), foot, setter),
            *set_text(data, foot, setter),
        ),
        marking=document.marking,
        classification=classification,
    )


def abbreviate(digest: str) -> str:
    """The first eight and the last four characters of a digest."""
    return digest if len(digest) <= 13 else f"{digest[:8]}…{digest[-4:]}"


class DossierTemplate(BaseDocTemplate):
    """One column on every page; the running head begins on the second.

    Whoever builds it saves the canvas, or only looks how many pages there are.
    """

    canv: DossierCanvas
    _doSave = 0  # noqa: N815  # ReportLab's switch

    def __init__(
        self,
        out: BinaryIO,
        upright: Running,
        wide: Running,
        theme: Theme,
    ) -> None:
        super().__init__(out, pagesize=(theme.page.width, theme.page.height), invariant=1)
        self.theme = theme
        first = self._template("first", upright, is_first=True)
        first.autoNextPageTemplate = Orientation.PORTRAIT.value
        self.addPageTemplates(
            [
                first,
                self._template(Orientation.PORTRAIT.value, upright),
                self._template(Orientation.LANDSCAPE.value, wide),
            ]
        )

    def _template(self, name: str, running: Running, is_first: bool = False) -> PageTemplate:
        """Pages of one kind, with their running matter."""

        def paint(canvas: Canvas, _: BaseDocTemplate) -> None:
            _paint(canvas, running, theme, is_first)  # type: ignore[arg-type]  # ours

        sheet, theme = running.sheet, self.theme
        size = (sheet.width, sheet.height)
        return PageTemplate(id=name, frames=[_frame(sheet)], onPage=paint, pagesize=size)


def _frame(sheet: Page) -> TextFrame:
    """The text column of a sheet."""
    padding: dict[str, Any] = dict.fromkeys(
        ("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0
    )
    return TextFrame(sheet.left, sheet.bottom, sheet.text_width, sheet.text_height, **padding)


def _paint(canvas: DossierCanvas, running: Running, theme: Theme, is_first: bool) -> None:
    """Draw all that stands around the text of a page."""
    with canvas.ornament("Pagination"):
        _paint_head(canvas, running, theme, is_first)
        _paint_foot(canvas, running, theme)
        if running.marking:
            sheet = running.sheet
            height = _MARKING_SIZE + _MARKING_PAD
            _paint_marking(canvas, running.marking, sheet, sheet.height - _MARKING_EDGE - height)
            _paint_marking(canvas, running.marking, sheet, _MARKING_EDGE)
        if running.classification:
            _paint_classification(canvas, running, theme)


def _paint_classification(canvas: DossierCanvas, running: Running, theme: Theme) -> None:
    """The publisher's own word, in the middle of the top and the foot."""
    sheet, type_ = running.sheet, theme.scale.classification
    room = width(type_.face, running.classification) * type_.size / 1000
    x, middle = (sheet.width - room) / 2, _MARKING_EDGE + (_MARKING_SIZE + _MARKING_PAD) / 2
    for centre in (sheet.height - middle, middle):
        canvas.put(show(canvas, running.classification, type_, x, centre - type_.size * 0.33))


def _paint_head(canvas: DossierCanvas, running: Running, theme: Theme, is_first: bool) -> None:
    sheet, type_ = running.sheet, theme.scale.kicker
    top = sheet.height - sheet.top + _HEAD_RISE
    if is_first:
        _draw_tracked(canvas, running.kicker, sheet.left, top, type_)
        return
    draw_lines(canvas, running.short_title, sheet.left, top)
    right = sheet.width - sheet.right
    start = right - _tracked_width(running.kicker, type_)
    _draw_tracked(canvas, running.kicker, start, top, type_)
    canvas.put(rule(sheet.left, top - _HEAD_RULE, sheet.text_width, 0.35, theme.colours.rule))


def _paint_foot(canvas: DossierCanvas, running: Running, theme: Theme) -> None:
    sheet, type_ = running.sheet, theme.scale.running
    top = sheet.bottom - _FOOT_DROP
    canvas.put(rule(sheet.left, top, sheet.text_width, 0.35, theme.colours.rule))
    draw_lines(canvas, running.foot, sheet.left, top - _FOOT_BELOW)
    number = canvas.getPageNumber()
    baseline = _baseline(top - _FOOT_BELOW, type_)

    def folio() -> str:
        text = f"{number} / {canvas.getPageNumber() - 1}"
        x = sheet.width - sheet.right - width(type_.face, text) * type_.size / 1000
        return show(canvas, text, type_, x, baseline)

    canvas.put(canvas.leave_open(folio))


def _paint_marking(canvas: DossierCanvas, marking: Marking, sheet: Page, bottom: float) -> None:
    """The marking on its ground, at the right edge of the text."""
    type_ = Type(Face.STRONG, _MARKING_SIZE, _MARKING_SIZE, marking.colour)
    text = clean_text(marking.text, _MARKING_LIMIT)
    room = width(type_.face, text) * type_.size / 1000 + 2 * _MARKING_PAD
    left, height = sheet.width - sheet.right - room, _MARKING_SIZE + _MARKING_PAD
    canvas.put(box(left, bottom, room, height, marking.ground))
    baseline = bottom + height / 2 - type_.size * 0.33
    canvas.put(show(canvas, text, type_, left + _MARKING_PAD, baseline))


def _baseline(top: float, type_: Type) -> float:
    """Where a line stands whose top is given."""
    return top - type_.leading / 2 - type_.size * 0.33


def _tracked_width(text: str, type_: Type) -> float:
    """How wide letterspaced text runs."""
    return width(type_.face, text) * type_.size / 1000 + type_.tracking * max(len(text) - 1, 0)


def _draw_tracked(canvas: DossierCanvas, text: str, x: float, top: float, type_: Type) -> None:
    """Draw a line of letterspaced capitals."""
    if text:
        shown = show(canvas, text, type_, x, _baseline(top, type_))
        canvas.put(spoken(text, f"{type_.tracking:g} Tc {shown} 0 Tc"))
