"""What part of a party's arms came from the other, with the total that the part is of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from relations.measures.figure import FigureKind
from relations.measures.supplier_share import SupplierShare, supplier_share
from relations.report.blocks import Block, Content, Heading, Paragraph, Text
from relations.report.charts.shares import Part, ShareBar, shares
from relations.report.drawing import Drawing, Ink
from relations.report.sections.material import Material
from relations.report.signs import Category
from relations.report.speech import message
from relations.report.wording.absence import coverage_words, documents
from relations.report.wording.charts import shares_words
from relations.report.wording.dates import date_words
from relations.report.wording.figures import figure_words

_DAY: Final = datetime.timedelta(days=1)

Windows = tuple[SupplierShare, SupplierShare]
"""The share in the five years up to the cut-off, and in the five before them."""


def supply(material: Material) -> Iterator[Block]:
    """For each way in which arms went or are to go: the share, and a figure where there is one."""
    blocks: list[Block] = []
    for windows in _directions(material):
        if _is_told(windows[0], material):
            blocks.append(Paragraph(_sentence(windows, material)))
            blocks += [_drawing(windows, material)] * _is_measured(windows)
    if blocks:
        yield Heading(2, material.speech.say("Share of all arms received"), "section-supply")
        yield from blocks


def _directions(material: Material) -> Iterator[Windows]:
    """Each direction with its two windows."""
    latest = supplier_share(material.pair)
    for number, row in enumerate(latest):
        first = row.share.window.earliest if row.share.window else None
        if first is not None:
            yield row, supplier_share(material.pair, on=first - _DAY)[number]


def _is_told(row: SupplierShare, material: Material) -> bool:
    """Whether any transfer between the two, of whatever time, is known in this direction."""
    return any(
        (transfer.supplier, transfer.recipient) == (row.supplier, row.recipient)
        for transfer in material.pair.arms_transfers
    )


def _is_measured(windows: Windows) -> bool:
    return any(row.share.is_number for row in windows)


# -- in words ------------------------------------------------------------------------------------


def _sentence(windows: Windows, material: Material) -> Content:
    latest, before = windows
    match latest.share.kind:
        case FigureKind.MEASURED:
            return _measured(latest, before, material)
        case FigureKind.NOT_APPLICABLE:
            said = message(
                "What share of the arms delivered to {recipient} came from {supplier} in the "
                "period {window} cannot be said: not all suppliers were looked for ({coverage})."
            )
        case FigureKind.NONE_FOUND:
            said = message(
                "No delivery from {supplier} to {recipient} in the period {window} was found in "
                "the {documents} read ({coverage})."
            )
        case FigureKind.KNOWN_ZERO:
            said = message(
                "There was no delivery from {supplier} to {recipient} in the period {window}, as a "
                "source says ({coverage})."
            )
        case FigureKind.NOT_COVERED:
            said = message(
                "Deliveries from {supplier} to {recipient} in the period {window} are not covered "
                "by this dataset."
            )
    values = {
        **_names(latest, material),
        "documents": documents(material.speech, latest.share.coverage),
        "coverage": coverage_words(material.speech, latest.share.coverage),
    }
    return (Text(material.speech.say(said, **values)),)


def _measured(latest: SupplierShare, before: SupplierShare, material: Material) -> Content:
    speech = material.speech
    records = [material.dataset.record(key) for key in latest.volume.records]
    said = speech.say(
        "Of the arms delivered to {recipient} in the period {window}, by volume, {share} came from "
        "{supplier} ({part} of {whole} in trend-indicator value); in the period {earlier}: "
        "{before}.",
        share=figure_words(speech, latest.share),
        part=figure_words(speech, latest.volume),
        whole=figure_words(speech, latest.volume_of_all),
        earlier=date_words(speech, before.share.window),
        before=figure_words(speech, before.share),
        **_names(latest, material),
    )
    return Text(f"{said} "), *material.cite(*records)


def _names(row: SupplierShare, material: Material) -> dict[str, str]:
    return {
        "supplier": material.in_sentence([row.supplier]),
        "recipient": material.in_sentence([row.recipient]),
        "window": date_words(material.speech, row.share.window),
    }


# -- as bars -------------------------------------------------------------------------------------


def _drawing(windows: Windows, material: Material) -> Drawing:
    """A bar for each window: what surely came from the supplier, what possibly did, and others."""
    speech = material.speech
    supplier = material.party_name(windows[0].supplier)
    parts = (
        Part(supplier, colour=Category.ARMS_TRANSFER),
        Part(speech.say("possibly {supplier}", supplier=supplier), colour=Ink.RULE, known=False),
        Part(speech.say("other suppliers"), colour=Ink.MUTED),
    )
    bars = [_bar(row, material) for row in windows]
    caption = speech.say(
        "Volume of arms delivered to {recipient}, by supplier",
        recipient=material.party_name(windows[0].recipient),
    )
    return shares(parts, bars, alt=shares_words(speech, parts, bars), caption=caption)


def _bar(row: SupplierShare, material: Material) -> ShareBar:
    name = _years(row)
    share = row.share
    if not share.is_number:
        return ShareBar(name, (0.0, 0.0, 0.0), figure_words(material.speech, share))
    low, high = share.low or 0.0, 1.0 if share.high is None else share.high
    total = material.speech.say(
        "{volume} in all", volume=figure_words(material.speech, row.volume_of_all)
    )
    return ShareBar(name, (low, high - low, 1 - high), total)


def _years(row: SupplierShare) -> str:
    window = row.share.window
    if window is None or window.earliest is None or window.latest is None:
        return ""
    return f"{window.earliest.year}–{window.latest.year}"
