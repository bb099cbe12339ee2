"""The references: every source with its number, and the words taken from it."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block, Heading, Paragraph, Text
from relations.report.sections.material import Material


def sources(material: Material) -> Iterator[Block]:
    """The section of references; it is written last, when all have been cited."""
    yield Heading(1, material.speech.say("References"), "section-references")
    if len(material.references):
        yield material.references.drawn_up()
    else:
        yield Paragraph((Text(material.speech.say("No source is cited.")),))
