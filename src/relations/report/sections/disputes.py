"""Territorial disputes and armed conflicts in which both parties took part."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import Register, section

REGISTER = Register(
    kind="disputes",
    details=(Detail("kind", "Kind"), Detail("subject", "Subject"), Detail("period", "Period")),
)


def disputes(material: Material) -> Iterator[Block]:
    """The section on disputes and conflicts."""
    yield from section(REGISTER, material)
