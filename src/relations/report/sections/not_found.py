"""The kinds of record of which nothing was found, with what was read."""

from __future__ import annotations

from collections.abc import Iterator

from relations.model.kinds import RECORD_TYPES
from relations.report.blocks import Block, BulletList, Heading, Text
from relations.report.sections.material import Material
from relations.report.sections.register import has_section


def not_found(material: Material) -> Iterator[Block]:
    """The section on what was looked for in vain; nothing where each kind has a record."""
    empty = [kind for kind in RECORD_TYPES if not has_section(kind, material)]
    if empty:
        yield Heading(1, material.speech.say("Not found"), "section-not-found")
        yield BulletList(tuple((Text(material.none_found(kind)),) for kind in empty))
