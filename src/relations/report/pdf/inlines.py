"""Inlines become runs of text, each with its style and its place in the structure.

Text is taken as it is. No markup is ever parsed, so ``<b>`` in a title prints as ``<b>``.
"""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Cite, Content, Link, Marker, Text, Tone
from relations.report.clean import clean_text, safe_address
from relations.report.drawing import Drawing, Label
from relations.report.pdf.bidi import runs_leftwards
from relations.report.pdf.setter import Setter
from relations.report.pdf.sketches import LABEL_LIMIT
from relations.report.pdf.style import Style
from relations.report.pdf.tags import Node, alt, lang
from relations.report.pdf.words import NO_BREAK, Fragment, Piece, Sketch, Stamp
from relations.report.theme import Face

CITE_SIZE = 0.88
STAMP_RADIUS, STAMP_AFTER = 0.3, 1.4

_TONES = {
    (Tone.STRONG, Face.REGULAR): Face.STRONG,
    (Tone.STRONG, Face.ITALIC): Face.STRONG_ITALIC,
    (Tone.EMPHASIS, Face.REGULAR): Face.ITALIC,
    (Tone.EMPHASIS, Face.ITALIC): Face.REGULAR,
    (Tone.EMPHASIS, Face.STRONG): Face.STRONG_ITALIC,
}


def fragments(content: Content, base: Style, setter: Setter) -> list[Fragment]:
    """The runs of a content, cleaned, each with its style; a citation clings to what it follows."""
    out: list[Fragment] = []
    for inline in content:
        match inline:
            case Text():
                plain = inline.tone is Tone.PLAIN and not inline.lang
                style = base if plain else _toned(base, inline, setter)
                out.append((clean_text(inline.text), style))
            case Link():
                out.append((clean_text(inline.text), _linked(base, inline, setter)))
            case Cite():
                _cling(out)
                out += _citations(inline, base, setter)
            case Marker():
                out.append(_stamped(inline, base, setter))
            case Drawing():
                out.append(_sketched(inline, base, setter))
    return out


def _toned(base: Style, text: Text, setter: Setter) -> Style:
    """The base style in a tone of voice, and in another language where the text is."""
    base = _spoken(base, text.lang, setter)
    if text.tone is Tone.PLAIN:
        return base
    if text.tone is Tone.MUTED:
        return base.altered(colour=setter.theme.colours.muted)
    return base.altered(face=_TONES.get((text.tone, base.face)))


def _spoken(base: Style, tag: str | None, setter: Setter) -> Style:
    """The style of words in some language among those of the document's."""
    if not tag or tag == setter.lang:
        return base
    node = base.node and Node("Span", base.node, lang(clean_text(tag, 40)))
    return base.altered(node=node, leftwards=runs_leftwards(tag))


def _linked(base: Style, link: Link, setter: Setter) -> Style:
    """The style of a link, or the base style where its target is no safe address."""
    safe = link.target if link.target.startswith("#") else safe_address(link.target)
    base = _spoken(base, link.lang, setter)
    if safe is None:
        return base
    node = base.node and Node("Link", base.node)
    return base.altered(colour=setter.theme.colours.link, target=safe, node=node)


def _citations(cite: Cite, base: Style, setter: Setter) -> Iterator[Fragment]:
    """``[1] [4]``, small, each leading to its reference."""
    for position, number in enumerate(cite.numbers):
        if position:
            yield " ", base
        node = base.node and Node("Link", Node("Reference", base.node))
        yield (
            f"[{number}]",
            Style(
                face=base.face,
                size=base.size * CITE_SIZE,
                colour=setter.theme.colours.link,
                target=f"#ref-{number}",
                node=node,
            ),
        )


def _stamped(marker: Marker, base: Style, setter: Setter) -> Piece:
    """A marker as a piece of its line."""
    radius = base.size * STAMP_RADIUS
    words = clean_text(marker.alt)
    node = Node("Figure", base.node, alt(words)) if base.node and words else None
    stamp = Stamp(setter.theme.signs[marker.category], marker.fill, radius, node)
    return Piece((), base, 2 * radius + STAMP_AFTER, stamp)


def _cling(out: list[Fragment]) -> None:
    """Tie what comes next to the last text by a space that does not break."""
    if out and not isinstance(out[-1], Piece):
        text, style = out[-1]
        out[-1] = text.rstrip(" ") + NO_BREAK, style


def _sketched(drawing: Drawing, base: Style, setter: Setter) -> Piece:
    """A small drawing as a piece of its line, no higher than the line's letters."""
    note_labels(drawing, setter)
    scale = min(1.0, base.size / max(drawing.height, 1))
    words = clean_text(drawing.alt)
    node = Node("Figure", base.node, alt(words)) if base.node and words else None
    return Piece((), base, drawing.width * scale, Sketch(drawing, scale, node))


def note_labels(drawing: Drawing, setter: Setter) -> None:
    """Note the characters of a drawing that cannot be shown."""
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            setter.note(clean_text(shape.text, LABEL_LIMIT))
