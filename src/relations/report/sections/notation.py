"""The key to signs and markers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.report.blocks import Block, Content, Facts, Heading, Marker, Text
from relations.report.sections.entry import DISPUTED, NOT_KNOWN
from relations.report.sections.fills import MEANINGS
from relations.report.sections.material import Material
from relations.report.signs import Category, Fill
from relations.report.speech import Speech, message

_SIGNS: Final = (
    (NOT_KNOWN, message("not known")),
    (message("none found"), message("nothing was found in the documents read; there may be some")),
    (message("not covered"), message("nothing was looked for")),
    (DISPUTED, message("disputed or doubtful")),
    (message("about, at least, up to"), message("the source gives no exact number")),
    (message("as of"), message("the date of the document that last reports the status")),
    ("[1]", message("the number of a source in the list of references")),
)
_MARKERS: Final = {
    Fill.FULL: message("Full marker"),
    Fill.HALF: message("Half marker"),
    Fill.OUTLINE: message("Outline marker"),
    Fill.STRUCK: message("Struck marker"),
    Fill.DASHED: message("Dashed marker"),
}


def notation(material: Material) -> Iterator[Block]:
    """The section with the key."""
    yield Heading(1, material.speech.say("Notation"), "section-notation")
    yield Facts(tuple(_rows(material.speech)))


def _rows(speech: Speech) -> Iterator[tuple[str, Content]]:
    for sign, meaning in _SIGNS:
        yield speech.say(sign), (Text(speech.say(meaning)),)
    for fill, meaning in MEANINGS.items():
        said = Text(f" {speech.say(meaning)}")
        yield speech.say(_MARKERS[fill]), (Marker(Category.AGREEMENT, fill), said)
