"""A paper by ReportLab's stock paragraphs and tables, with a table of contents, untagged.

What the blocks say is said in the same words, cut of type, sizes and widths, with the same links.
Figures and signs are left out, which spares this renderer work.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as StockTable
from reportlab.platypus.tableofcontents import TableOfContents

import relations.report
from relations.report import blocks
from relations.report.clean import clean_text, safe_address
from relations.report.document import Document
from relations.report.faces import FILES
from relations.report.theme import HOUSE, Face, Type

FONTS = Path(relations.report.__file__).parent / "fonts"
SCALE, PAGE = HOUSE.scale, HOUSE.page


@functools.cache
def fonts() -> None:
    """Register the cuts once in the life of the process."""
    for face, file in FILES.items():
        pdfmetrics.registerFont(TTFont(face.value, str(FONTS / file)))
    pdfmetrics.registerFontFamily(
        Face.REGULAR.value,
        normal=Face.REGULAR.value,
        bold=Face.STRONG.value,
        italic=Face.ITALIC.value,
        boldItalic=Face.STRONG_ITALIC.value,
    )


@functools.cache
def style(type_: Type, **more: object) -> ParagraphStyle:
    """A step of the scale as ReportLab has it, made once, as a user of ReportLab would."""
    return ParagraphStyle(
        name=f"{id(type_)}",
        fontName=type_.face.value,
        fontSize=type_.size,
        leading=type_.leading,
        textColor=type_.colour,
        spaceBefore=type_.before,
        spaceAfter=type_.after,
        **more,
    )


def markup(content: blocks.Content) -> str:
    """Inlines as ReportLab's markup."""
    return "".join(_inline(inline) for inline in content)


def _inline(inline: blocks.Inline) -> str:
    match inline:
        case blocks.Text(text=text, tone=tone):
            words = escape(clean_text(text))
            wrap = {
                blocks.Tone.STRONG: "<b>{}</b>",
                blocks.Tone.EMPHASIS: "<i>{}</i>",
                blocks.Tone.MUTED: f'<font color="{HOUSE.colours.muted}">{{}}</font>',
            }.get(tone, "{}")
            return wrap.format(words)
        case blocks.Link(text=text, target=target):
            where = target if target.startswith("#") else safe_address(target)
            words = escape(clean_text(text))
            return f"<a href={quoteattr(where)} color='#0B4A8F'>{words}</a>" if where else words
        case blocks.Cite(numbers=numbers):
            return " ".join(
                f"<a href='#ref-{number}' color='#0B4A8F'>[{number}]</a>" for number in numbers
            )
    return ""


class Template(BaseDocTemplate):
    """One column, a running head and foot, and a note of each heading for the contents."""

    def __init__(self, out: io.BytesIO, document: Document) -> None:
        super().__init__(
            out,
            pagesize=(PAGE.width, PAGE.height),
            title=" – ".join(document.title),
            lang=document.lang,
            invariant=1,
            initialFontName=Face.REGULAR.value,
        )
        frame = Frame(PAGE.left, PAGE.bottom, PAGE.text_width, PAGE.text_height, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._surround))
        self.document = document

    def _surround(self, canvas: Canvas, _: object) -> None:
        canvas.setFont(Face.REGULAR.value, SCALE.running.size)
        canvas.setFillColor(HexColor(SCALE.running.colour))
        canvas.drawString(PAGE.left, PAGE.height - 44, self.document.short_title)
        canvas.drawString(PAGE.left, PAGE.bottom - 30, self.document.footer)
        canvas.drawRightString(
            PAGE.width - PAGE.right, PAGE.bottom - 30, str(canvas.getPageNumber())
        )

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  # ReportLab's name
        """Note a heading for the contents and the outline."""
        level = getattr(flowable, "heading_level", None)
        if level is not None:
            text, key = flowable.getPlainText(), flowable.anchor
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level)
            self.notify("TOCEntry", (level, text, self.page, key))


def render(document: Document) -> bytes:
    """The paper as a PDF file."""
    fonts()
    out = io.BytesIO()
    Template(out, document).multiBuild(list(story(document)))
    return out.getvalue()


def story(document: Document) -> Iterator[Flowable]:
    """The blocks as flowables."""
    for name in document.title:
        yield Paragraph(escape(clean_text(name)), style(SCALE.title))
    yield Paragraph(escape(clean_text(str(document.subtitle))), style(SCALE.subtitle))
    for block in document.blocks:
        yield from _flowables(block)


def _flowables(block: blocks.Block) -> Iterator[Flowable]:  # noqa: C901  # one case a block
    match block:
        case blocks.Heading():
            yield _heading(block)
        case blocks.Paragraph(content=content, voice=voice):
            type_ = {"lead": SCALE.lead, "body": SCALE.body, "note": SCALE.note}[voice.value]
            yield Paragraph(markup(content), style(type_))
        case blocks.Callout(content=content):
            yield Paragraph(
                markup(content), style(SCALE.body, backColor=HOUSE.colours.pale, borderPadding=6)
            )
        case blocks.BulletList(items=items):
            for item in items:
                yield Paragraph(markup(item), style(SCALE.body, leftIndent=13), bulletText="–")
        case blocks.KeyFigures(items=items):
            cells = [
                [
                    Paragraph(escape(figure.value), style(SCALE.figure)),
                    Paragraph(escape(figure.label), style(SCALE.figure_label)),
                    Paragraph(escape(figure.note), style(SCALE.figure_note)),
                ]
                for figure in items
            ]
            if cells:
                yield StockTable([cells], [PAGE.text_width / len(cells)] * len(cells))
        case blocks.Facts(rows=rows) if rows:
            strong = style(SCALE.figure_label)
            data = [
                [Paragraph(escape(a), strong), Paragraph(markup(b), style(SCALE.cell))]
                for a, b in rows
            ]
            yield _table(data, [0.3, 0.7], 0)
        case blocks.Table():
            yield from _titled(block)
        case blocks.ReferenceList(items=references):
            for reference in references:
                yield from _reference(reference)
        case blocks.Contents():
            contents = TableOfContents()
            contents.levelStyles = [style(SCALE.body), style(SCALE.body, leftIndent=12)]
            yield contents


def _heading(block: blocks.Heading) -> Flowable:
    section = block.level <= 1
    type_ = SCALE.section if section else SCALE.part
    heading = Paragraph(
        f"<a name={quoteattr(block.anchor)}/>{escape(block.text)}", style(type_, keepWithNext=1)
    )
    heading.heading_level, heading.anchor = (0 if section else 1), block.anchor
    return heading


def _titled(block: blocks.Table) -> Iterator[Flowable]:
    yield Paragraph(escape(block.caption), style(SCALE.caption, keepWithNext=1))
    head = [Paragraph(escape(column.title), style(SCALE.head)) for column in block.columns]
    cell = style(SCALE.cell)
    rows = []
    for row in block.rows:
        cells = [[Paragraph(markup(content), cell) for content in one] for one in row.cells]
        if row.anchor:
            first = markup(row.cells[0][0])
            cells[0][0] = Paragraph(f"<a name={quoteattr(row.anchor)}/>{first}", cell)
        rows.append(cells)
    yield _table([head, *rows], [column.width for column in block.columns], 1)
    if block.note:
        yield Paragraph(escape(block.note), style(SCALE.note))
    yield Spacer(0, 10)


def _table(data: list[list[object]], shares: list[float], heads: int) -> Flowable:
    rules = TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.35, HexColor(HOUSE.colours.rule)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    widths = [share / sum(shares) * PAGE.text_width for share in shares]
    return StockTable(data, widths, style=rules, repeatRows=heads, splitInRow=1)


def _reference(reference: blocks.Reference) -> Iterator[Flowable]:
    text = f"<a name='{reference.anchor}'/>{markup(reference.content)}"
    yield Paragraph(text, style(SCALE.source, leftIndent=22), bulletText=str(reference.number))
    for quotation in reference.quotations:
        beside = ", ".join(filter(None, (quotation.attribution, quotation.locator)))
        links = " ".join(
            f"<a href={quoteattr('#' + a)}>→ {escape(n)}</a>" for n, a in quotation.records
        )
        words = f"“{escape(clean_text(quotation.text))}” {escape(beside)} {links}"
        yield Paragraph(words, style(SCALE.quotation, leftIndent=31))
