"""Visits, talks and summits, with who was there in which office, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import Register, section

REGISTER = Register(
    kind="meetings",
    details=(
        Detail("level", "Level"),
        Detail("format", "Format"),
        Detail("occasion", "On the margins of"),
        Detail("date", "Date of the meeting"),
        Detail("series", "Series"),
        Detail("edition", "Edition"),
        Detail("duration", "Duration"),
        Detail("delegates", "Delegates"),
        Detail("subjects", "Discussed"),
        Detail("outcomes", "Outcomes"),
    ),
)


def meetings(material: Material) -> Iterator[Block]:
    """The section on meetings."""
    yield from section(REGISTER, material)
