"""A paper by Typst, tagged as PDF/UA-1, with a table of contents.

What the blocks say is said in the same words, cut of type, sizes and widths, with the same links.
Figures and signs are left out, which spares this renderer work.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path

import noto_cjk_sans_jp_regular
import typst

import relations.report
from relations.report import blocks
from relations.report.clean import clean_text, safe_address
from relations.report.document import Document
from relations.report.theme import HOUSE, Face, Type

FONTS = Path(relations.report.__file__).parent / "fonts"
CJK = Path(noto_cjk_sans_jp_regular.__file__).parent
SCALE, PAGE = HOUSE.scale, HOUSE.page

_SCRIPTS = (
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Khmer",
    "Noto Sans Myanmar",
    "IBM Plex Sans Arabic",
    "Noto Sans CJK JP",
)
SANS = json.dumps(["Source Sans 3", *_SCRIPTS]).replace("[", "(").replace("]", ")")
SERIF = (
    json.dumps(["Source Serif 4", "Source Sans 3", *_SCRIPTS]).replace("[", "(").replace("]", ")")
)

_WEIGHTS = {
    Face.REGULAR: f"font: {SANS}",
    Face.ITALIC: f'font: {SANS}, style: "italic"',
    Face.STRONG: f"font: {SANS}, weight: 600",
    Face.STRONG_ITALIC: f'font: {SANS}, weight: 600, style: "italic"',
    Face.TITLE: f"font: {SERIF}, weight: 600",
}


def quoted(text: str) -> str:
    """Words as a string of Typst's."""
    return "#" + json.dumps(clean_text(text), ensure_ascii=False) + ";"


def label(anchor: str) -> str:
    """An anchor as a label."""
    return f"#label({json.dumps('a-' + anchor)})"


def set_in(type_: Type) -> str:
    """A step of the scale as Typst has it."""
    return f'size: {type_.size}pt, fill: rgb("{type_.colour}"), {_WEIGHTS[type_.face]}'


def markup(content: blocks.Content) -> str:
    """Inlines as Typst's markup."""
    return "".join(_inline(inline) for inline in content)


def _inline(inline: blocks.Inline) -> str:
    match inline:
        case blocks.Text(text=text, tone=tone):
            wrap = {
                blocks.Tone.STRONG: "#strong[{}]",
                blocks.Tone.EMPHASIS: "#emph[{}]",
                blocks.Tone.MUTED: f'#text(fill: rgb("{HOUSE.colours.muted}"))[{{}}]',
            }.get(tone, "{}")
            return wrap.format(quoted(text))
        case blocks.Link(text=text, target=target):
            return _link(text, target)
        case blocks.Cite(numbers=numbers):
            return " ".join(_link(f"[{number}]", f"#ref-{number}") for number in numbers)
    return ""


def _link(text: str, target: str) -> str:
    if target.startswith("#"):
        return f"#link(label({json.dumps('a-' + target[1:])}))[{quoted(text)}]"
    address = safe_address(target)
    return f"#link({json.dumps(address)})[{quoted(text)}]" if address else quoted(text)


@functools.cache
def fonts() -> typst.Fonts:
    """The typefaces, found once in the life of the process."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS), str(CJK)])


def render(document: Document) -> bytes:
    """The paper as a PDF file."""
    return bytes(
        typst.compile(
            source(document).encode(),
            font_paths=fonts(),
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    )


def source(document: Document) -> str:
    """The paper in Typst's language."""
    title = json.dumps(" – ".join(document.title), ensure_ascii=False)
    foot = f"{quoted(document.footer)} #h(1fr) #context counter(page).display()"
    margins = ", ".join(
        f"{side}: {getattr(PAGE, side)}pt" for side in ("left", "right", "top", "bottom")
    )
    sheet = f"width: {PAGE.width}pt, height: {PAGE.height}pt, margin: ({margins})"
    stroke = '(x, y) => (bottom: 0.35pt + rgb("#CDD3D9"))'
    return "\n".join(
        [
            f"#set document(title: {title}, date: none)",
            f"#set text(lang: {json.dumps(document.lang[:2])}, {set_in(SCALE.body)})",
            f"#set page({sheet}, header: [{quoted(document.short_title)}], footer: [{foot}])",
            "#set par(justify: false, leading: 0.5em)",
            f"#set table(stroke: {stroke}, inset: (x: 0pt, y: 3pt))",
            f"#show heading.where(level: 1): set text({set_in(SCALE.title)})",
            f"#show heading.where(level: 2): set text({set_in(SCALE.section)})",
            f"#show heading.where(level: 3): set text({set_in(SCALE.part)})",
            f"= {quoted(' '.join(document.title))}",
            f"#par[#text({set_in(SCALE.subtitle)})[{quoted(str(document.subtitle))}]]",
            *(line for block in document.blocks for line in _lines(block)),
        ]
    )


def _lines(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Heading(text=text, anchor=anchor):
            yield f"{'==' if block.level <= 1 else '==='} {quoted(text)} {label(anchor)}"
        case blocks.Paragraph(content=content, voice=voice):
            type_ = {"lead": SCALE.lead, "body": SCALE.body, "note": SCALE.note}[voice.value]
            yield f"#par[#text({set_in(type_)})[{markup(content)}]]"
        case blocks.Callout(content=content):
            yield f'#block(fill: rgb("{HOUSE.colours.pale}"), inset: 9pt)[{markup(content)}]'
        case blocks.BulletList(items=items):
            yield "#list(" + ", ".join(f"[{markup(item)}]" for item in items) + ")"
        case blocks.KeyFigures(items=items) if items:
            cells = ", ".join(
                f"[#text({set_in(SCALE.figure)})[{quoted(figure.value)}]\\ "
                f"#text({set_in(SCALE.figure_label)})[{quoted(figure.label)}]\\ "
                f"#text({set_in(SCALE.figure_note)})[{quoted(figure.note)}]]"
                for figure in items
            )
            yield f"#grid(columns: {len(items)} * (1fr,), {cells})"
        case blocks.Facts(rows=rows) if rows:
            cells = ", ".join(f"[#strong[{quoted(a)}]], [{markup(b)}]" for a, b in rows)
            yield f"#text({set_in(SCALE.cell)})[#table(columns: (3fr, 7fr), {cells})]"
        case blocks.Table():
            yield _table(block)
        case blocks.ReferenceList(items=references):
            yield from map(_reference, references)
        case blocks.Contents(depth=depth):
            yield f"#outline(depth: {depth + 1})"


def _table(block: blocks.Table) -> str:
    columns = ", ".join(f"{max(column.width, 0.001)}fr" for column in block.columns)
    heads = ", ".join(
        f"[#text({set_in(SCALE.head)})[{quoted(column.title)}]]" for column in block.columns
    )
    rows = []
    for row in block.rows:
        for at, cell in enumerate(row.cells):
            place = label(row.anchor) if row.anchor and not at else ""
            rows.append(
                f"[{' #parbreak() '.join(map(markup, cell))} {'#[] ' + place if place else ''}]"
            )
    body = f"table.header({heads}), {', '.join(rows)}"
    note = f"#text({set_in(SCALE.note)})[{quoted(block.note)}]" if block.note else ""
    caption = f"#text({set_in(SCALE.caption)})[{quoted(block.caption)}]"
    table = f"#text({set_in(SCALE.cell)})[#table(columns: ({columns},), {body})]"
    return f"{caption}\n\n{table}\n\n{note}\n"


def _reference(reference: blocks.Reference) -> str:
    number, place = quoted(str(reference.number)), label(reference.anchor)
    lines = [f"#block[{number} {markup(reference.content)}] {place}"]
    for quotation in reference.quotations:
        beside = ", ".join(filter(None, (quotation.attribution, quotation.locator)))
        links = " ".join(_link(f"→ {name}", f"#{anchor}") for name, anchor in quotation.records)
        words = f"{quoted('“' + quotation.text + '”')} {quoted(beside)} {links}"
        lines.append(f"#pad(left: 31pt)[#text({set_in(SCALE.quotation)})[{words}]]")
    return "\n".join(lines)
