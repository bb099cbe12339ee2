"""The page around the text: running head and foot, page numbers, and the file's properties."""

from __future__ import annotations

import hashlib
from typing import Any, BinaryIO

from attrs import frozen
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, PageTemplate
from reportlab.platypus import Frame as TextFrame

from relations.report.clean import clean_text
from relations.report.document import Document
from relations.report.pdf.drawing import draw_lines, rule
from relations.report.pdf.fonts import typeface
from relations.report.pdf.lines import Line, Shape, set_text
from relations.report.pdf.setter import Setter
from relations.report.theme import Face, Theme, Type

_HEAD_RISE = 28.0  # from the top of the text up to the running head's top
_HEAD_RULE = 13.0
_FOOT_DROP = 17.0  # from the foot of the text down to its rule
_FOOT_BELOW = 6.0
_FOLIO_ROOM = 60.0
_PROPERTY_LIMIT = 500
CREATOR = "relations"


@frozen
class Running:
    """The words that stand on every page, set once."""

    kicker: str
    short_title: tuple[Line, ...]
    foot: tuple[Line, ...]


def set_running(document: Document, setter: Setter) -> Running:
    """The running matter of a document, each part kept to one line."""
    type_, width = setter.theme.scale.running, setter.theme.page.text_width
    kicker = clean_text(document.kicker, 60).upper()
    setter.note(kicker, setter.style(setter.theme.scale.kicker))
    foot = Shape(type_, width - _FOLIO_ROOM, most=1)
    data = f"Data sha256 {abbreviate(clean_text(document.data_hash, 128))}"
    return Running(
        kicker=kicker,
        short_title=set_text(
            clean_text(document.short_title, 200), Shape(type_, width * 0.6, most=1), setter
        ),
        foot=(
            *set_text(clean_text(document.footer, 300), foot, setter),
            *set_text(data, foot, setter),
        ),
    )


def abbreviate(digest: str) -> str:
    """The first eight and the last four characters of a digest."""
    return digest if len(digest) <= 13 else f"{digest[:8]}…{digest[-4:]}"


class DossierCanvas(Canvas):
    """A canvas that knows its text column, its document's date, and at the end its page count.

    ReportLab dates a reproducible file to the year 2000; the date formatter is its hook to say
    otherwise. Each page leaves a named hole for its number, filled when the last page is done.
    """

    # ReportLab's own, which its type stubs leave out.
    _doc: Any
    _pagesize: tuple[float, float]

    def __init__(self, out: BinaryIO, document: Document, theme: Theme, **options: Any) -> None:  # noqa: ANN401  # ReportLab's own, handed on
        super().__init__(out, **options)
        self.theme = theme
        self.text_height = theme.page.text_height
        stamp = f"D:{document.date:%Y%m%d}000000Z"
        self.setDateFormatter(lambda *_: stamp)
        # Without this the file's identifier would follow SOURCE_DATE_EPOCH, not the document.
        digest = document.data_hash.encode("utf-8", "replace")
        self._doc.signature = hashlib.md5(digest, usedforsecurity=False)

    def save(self) -> None:
        """Fill in the page numbers, then write the file."""
        total = self.getPageNumber() - 1
        for number in range(1, total + 1):
            self.beginForm(_folio(number), 0, 0, *self._pagesize)
            self._draw_folio(f"{number} / {total}")
            self.endForm()
        super().save()

    def _draw_folio(self, text: str) -> None:
        page, type_ = self.theme.page, self.theme.scale.running
        face = typeface(type_.face)
        baseline = page.bottom - _FOOT_DROP - _FOOT_BELOW - type_.leading / 2 - type_.size * 0.33
        self.setFillColor(type_.colour)
        self.setFont(face.name, type_.size)
        right = page.width - page.right
        self.drawString(right - face.width(text, type_.size), baseline, text)


def _folio(number: int) -> str:
    return f"folio{number}"


class DossierTemplate(BaseDocTemplate):
    """One column on every page; the running head begins on the second."""

    def __init__(self, out: BinaryIO, document: Document, running: Running, theme: Theme) -> None:
        super().__init__(
            out,
            pagesize=(theme.page.width, theme.page.height),
            invariant=1,
            pageCompression=1,
            # Any other name would put Helvetica, which is not embedded, into every file.
            initialFontName=typeface(Face.REGULAR).name,
            lang=clean_text(document.lang, 40),
            displayDocTitle=True,
            title=_property(" – ".join(document.title)),
            author="",
            subject=_property(document.subject),
            keywords=[_property(word) for word in document.keywords],
            creator=CREATOR,
        )
        self.theme, self.running = theme, running
        first = PageTemplate(id="first", frames=[_frame(theme)], onPage=self._paint_first)
        rest = PageTemplate(id="rest", frames=[_frame(theme)], onPage=self._paint_rest)
        first.autoNextPageTemplate = "rest"
        self.addPageTemplates([first, rest])

    def _paint_first(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        page = self.theme.page
        top = page.height - page.top + _HEAD_RISE
        _draw_tracked(canvas, self.running.kicker, page.left, top, self.theme.scale.kicker)
        self._paint_foot(canvas)

    def _paint_rest(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        page, type_ = self.theme.page, self.theme.scale.kicker
        top = page.height - page.top + _HEAD_RISE
        draw_lines(canvas, self.running.short_title, page.left, top)
        right = page.width - page.right
        _draw_tracked(canvas, self.running.kicker, right, top, type_, flush_right=True)
        colour = self.theme.colours.rule
        rule(canvas, page.left, top - _HEAD_RULE, page.text_width, 0.35, colour)
        self._paint_foot(canvas)

    def _paint_foot(self, canvas: Canvas) -> None:
        page = self.theme.page
        top = page.bottom - _FOOT_DROP
        rule(canvas, page.left, top, page.text_width, 0.35, self.theme.colours.rule)
        draw_lines(canvas, self.running.foot, page.left, top - _FOOT_BELOW)
        canvas.doForm(_folio(canvas.getPageNumber()))


def _property(text: str) -> str:
    """A text fit for the file's properties."""
    return clean_text(text, _PROPERTY_LIMIT)


def _frame(theme: Theme) -> TextFrame:
    page = theme.page
    return TextFrame(
        page.left,
        page.bottom,
        page.text_width,
        page.text_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _draw_tracked(
    canvas: Canvas, text: str, x: float, top: float, type_: Type, flush_right: bool = False
) -> None:
    """Draw a line of letterspaced capitals."""
    face = typeface(type_.face)
    if flush_right:
        x -= face.width(text, type_.size) + type_.tracking * max(len(text) - 1, 0)
    canvas.setFillColor(type_.colour)
    canvas.setFont(face.name, type_.size)
    baseline = top - type_.leading / 2 - type_.size * 0.33
    canvas.drawString(x, baseline, text, charSpace=type_.tracking)
