"""Whose word the records rest on: one side's, the other's, both, or only third parties'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from relations.measures.figure import Figure
from relations.measures.source_profile import ProfileRow, Sides, corroboration, source_profile
from relations.model.source import SourceClass
from relations.report.blocks import Block, Heading, Paragraph, Text
from relations.report.charts.shares import Part, ShareBar, shares
from relations.report.drawing import Colour, Drawing, Ink, Tint
from relations.report.sections.material import Material
from relations.report.signs import Category
from relations.report.speech import message
from relations.report.wording.charts import shares_words
from relations.report.wording.figures import figure_words
from relations.report.wording.terms import term

_SIDES: Final[Mapping[str, tuple[str, Colour]]] = {
    Sides.ONLY_A.value: (message("{a} only"), Ink.INK),
    Sides.A_AND_THIRD.value: (message("{a} and third parties"), Ink.MUTED),
    Sides.BOTH.value: (message("both sides"), Ink.PAPER),
    Sides.B_AND_THIRD.value: (message("{b} and third parties"), Tint(Category.AGREEMENT)),
    Sides.ONLY_B.value: (message("{b} only"), Ink.LINK),
    Sides.THIRD_ONLY.value: (message("third parties only"), Ink.RULE),
}
"""Whose sources speak of a record, from the one side to the other, and the colour of each."""

_CLASSES: Final[Mapping[str, Colour]] = {
    SourceClass.OFFICIAL.value: Ink.INK,
    SourceClass.ACADEMIC.value: Ink.LINK,
    SourceClass.REFERENCE.value: Ink.MUTED,
    SourceClass.PRESS.value: Ink.RULE,
    SourceClass.STATE_MEDIA.value: Tint(Category.AGREEMENT),
    SourceClass.BLOG.value: Ink.PAPER,
}
"""The classes of source, the best first, and the colour of each."""


def profile(material: Material) -> Iterator[Block]:
    """The section on the sources of the pair's own records; nothing where it has none."""
    rows = {(row.by, row.value): row for row in source_profile(material.pair)}
    if not rows:
        return
    yield Heading(2, material.speech.say("Whose word this rests on"), "section-profile")
    yield Paragraph((Text(" ".join(_sentences(rows, material))),))
    yield _by_side(rows, material)
    yield _by_class(rows, material)


Rows = Mapping[tuple[str, str], ProfileRow]


def _sentences(rows: Rows, material: Material) -> Iterator[str]:
    """How much rests on one side alone, and how much is borne out twice."""
    speech = material.speech
    first, second = material.title
    for value, name in ((Sides.ONLY_A, first), (Sides.ONLY_B, second)):
        row = rows.get(("side", value.value))
        if row is not None:
            yield speech.say(
                "Sources of one side alone, {name}: {share} of the records.",
                name=name,
                share=figure_words(speech, row.share),
            )
    lineages, sides = corroboration(material.pair)
    if lineages.share.is_number:
        yield speech.say(
            "At least two sources that do not copy one another bear out {share} of the records; "
            "for {both} they come from two sides at least.",
            share=_share(lineages.share, material),
            both=_share(sides.share, material),
        )


def _share(figure: Figure, material: Material) -> str:
    return figure_words(material.speech, figure)


def _by_side(rows: Rows, material: Material) -> Drawing:
    first, second = material.title
    found = {
        material.speech.say(words, a=first, b=second): (rows["side", value], colour)
        for value, (words, colour) in _SIDES.items()
        if ("side", value) in rows
    }
    caption = material.speech.say("The records by whose sources speak of them")
    return _drawing(found, material.speech.say("By side"), caption, material)


def _by_class(rows: Rows, material: Material) -> Drawing:
    found = {
        term(material.speech, SourceClass(value)): (rows["class", value], colour)
        for value, colour in _CLASSES.items()
        if ("class", value) in rows
    }
    caption = material.speech.say("The records by their best source")
    return _drawing(found, material.speech.say("By class"), caption, material)


def _drawing(
    found: Mapping[str, tuple[ProfileRow, Colour]], name: str, caption: str, material: Material
) -> Drawing:
    speech = material.speech
    parts = tuple(
        Part(part, f"{figure_words(speech, row.count)} ({figure_words(speech, row.share)})", colour)
        for part, (row, colour) in found.items()
    )
    sizes = tuple(float(row.count.low or 0) for row, _ in found.values())
    whole = speech.count(int(sum(sizes)), "{number} record", "{number} records")
    bars = [ShareBar(name, sizes, whole)]
    return shares(parts, bars, alt=shares_words(speech, parts, bars), caption=caption)
