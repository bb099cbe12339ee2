"""Continuing assistance and co-operation."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import Register, section

REGISTER = Register(
    kind="programmes",
    details=(
        Detail("sector", "Sector"),
        Detail("period", "Period"),
        Detail("activities", "Activities"),
        Detail("number", "Number"),
        Detail("result", "Result so far"),
        Detail("value", "Value"),
    ),
)


def programmes(material: Material) -> Iterator[Block]:
    """The section on programmes."""
    yield from section(REGISTER, material)
