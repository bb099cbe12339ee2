"""Military exercises, from the first proposal to the day they are held."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import Register, section

REGISTER = Register(
    kind="exercises",
    details=(
        Detail("domain", "Domain"),
        Detail("date", "Date of the exercise"),
        Detail("series", "Series"),
        Detail("edition", "Edition"),
        Detail("duration", "Duration"),
        Detail("forces", "Forces"),
    ),
)


def exercises(material: Material) -> Iterator[Block]:
    """The section on exercises."""
    yield from section(REGISTER, material)
