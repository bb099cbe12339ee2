"""Arms from either party to the other: ordered, delivered, in service, or only talked about."""

from __future__ import annotations

from collections.abc import Iterator

from relations.model.arms_transfer import ArmsTransfer
from relations.pairs import Way
from relations.report.blocks import Block, Content, Inline, Paragraph, Text
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import Register, has_section, keyed, opening, parts
from relations.report.sections.supply import supply
from relations.report.wording.parties import parties_words
from relations.report.wording.quantities import delivered_words
from relations.report.wording.terms import term

REGISTER = Register(
    kind="arms_transfers",
    details=(
        Detail("category", "Category"),
        Detail("designation", "Designation"),
        Detail("designation_as_stated", "Designation in the source"),
        Detail("acquired", "Acquired"),
        Detail("value", "Value"),
        Detail("tiv", "Volume (trend-indicator value)"),
    ),
    figures=(
        Detail("number_ordered", "Ordered"),
        Detail("number_delivered", "Delivered"),
        Detail("number_in_service", "In service"),
    ),
)


def arms_transfers(material: Material) -> Iterator[Block]:
    """The section on arms transfers."""
    records = material.of_kind(REGISTER.kind)
    if not has_section(REGISTER.kind, material):
        return
    yield from opening(REGISTER, records, material)
    for content in _delivered(material):
        yield Paragraph(content)
    yield from supply(material)
    yield from keyed(parts(REGISTER, records, material), material)


def _delivered(material: Material) -> Iterator[Content]:
    """What was delivered in each direction, category by category; unlike things are not added."""
    directions: dict[str, dict[str, list[ArmsTransfer]]] = {}
    for transfer in material.pair.arms_transfers:
        way = material.pair.records.path(transfer).way
        if way is not Way.BODY and any(
            state.status in transfer.DELIVERY for state in transfer.history
        ):
            direction = parties_words(material.speech, transfer.parties, material.party_name)
            category = term(material.speech, transfer.category)
            directions.setdefault(direction, {}).setdefault(category, []).append(transfer)
    for direction, categories in directions.items():
        sums: list[Inline] = []
        for category, transfers in categories.items():
            sums += [Text(material.speech.say("; "))] * bool(sums)
            sums += [Text(f"{category}, {_sum(transfers, material)} "), *material.cite(*transfers)]
        yield material.speech.compose(
            "Reported as delivered, {direction}: {sums}.", direction=direction, sums=tuple(sums)
        )


def _sum(transfers: list[ArmsTransfer], material: Material) -> str:
    return delivered_words(material.speech, [transfer.known_delivered for transfer in transfers])
