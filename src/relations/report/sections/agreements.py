"""Agreements, in whatever state, from a proposal to one that has ended."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import Register, section

REGISTER = Register(
    kind="agreements",
    details=(
        Detail("form", "Form"),
        Detail("subject", "Subject"),
        Detail("binding", "Binding"),
        Detail("period", "Period covered"),
        Detail("term", "Term", "year"),
        Detail("nominal_end", "End foreseen by the text"),
        Detail("ending", "Ending"),
        Detail("renewal", "Renewal"),
        Detail("renewal_term", "Renewed for", "year"),
        Detail("notice", "Notice", "month"),
        Detail("price", "Price"),
        Detail("value", "Value"),
    ),
)


def agreements(material: Material) -> Iterator[Block]:
    """The section on agreements."""
    yield from section(REGISTER, material)
