"""The key to signs and markers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from relations.report.blocks import (
    Block,
    Content,
    Facts,
    Heading,
    Inline,
    Marker,
    Paragraph,
    Text,
    Tone,
    Voice,
)
from relations.report.options import Length
from relations.report.sections.entry import CHANGED, DISPUTED, NOT_KNOWN
from relations.report.sections.fills import MEANINGS
from relations.report.sections.material import Material
from relations.report.signs import Category, Fill
from relations.report.speech import Speech, message

_SIGNS: Final = (
    (NOT_KNOWN, message("not known")),
    (message("none found"), message("nothing was found in the documents read; there may be some")),
    (message("not covered"), message("nothing was looked for")),
    (
        message("none, as a source says"),
        message("a source states that there was none; this alone is zero"),
    ),
    (message("not applicable"), message("the question makes no sense here")),
    (DISPUTED, message("disputed or doubtful")),
    (CHANGED, message("changed since the older edition that page one names, if it names one")),
    (message("about, at least, up to"), message("the source gives no exact number")),
    (
        message("year uncertain, about 2016"),
        message("the date is doubtful or approximate; that the thing happened is not"),
    ),
    (message("since 2016"), message("nothing reports an end")),
    (message("as of"), message("the date of the document that last reports the status")),
    ("[1]", message("the number of a source in the list of references")),
    (
        message("high"),
        message(
            "confidence: two sources that do not copy one another, one of them official or a "
            "specialist register that is strong on the matter, and no unresolved conflict"
        ),
    ),
    (
        message("moderate"),
        message("confidence: one such source, or two lineages of news, and no conflict"),
    ),
    (
        message("low"),
        message("confidence: one other source, an estimate, or an unresolved conflict"),
    ),
)
_MARKERS: Final = {
    Fill.FULL: message("Full marker"),
    Fill.HALF: message("Half marker"),
    Fill.OUTLINE: message("Outline marker"),
    Fill.STRUCK: message("Struck marker"),
    Fill.DASHED: message("Dashed marker"),
}


def notation(material: Material) -> Iterator[Block]:
    """The section with the key: row by row in the register, as running text in a dossier."""
    yield Heading(1, material.speech.say("Notation"), "section-notation")
    rows = tuple(_rows(material.speech))
    if material.options.length is Length.REGISTER:
        yield Facts(rows)
    else:
        yield Paragraph(tuple(_run_on(rows)), Voice.NOTE)


def _run_on(rows: Iterable[tuple[str, Content]]) -> Iterator[Inline]:
    for sign, meaning in rows:
        yield Text(sign, Tone.STRONG)
        yield Text(" ")
        yield from meaning
        yield Text(". ")


def _rows(speech: Speech) -> Iterator[tuple[str, Content]]:
    for sign, meaning in _SIGNS:
        yield speech.say(sign), (Text(speech.say(meaning)),)
    for fill, meaning in MEANINGS.items():
        said = Text(f" {speech.say(meaning)}")
        yield speech.say(_MARKERS[fill]), (Marker(Category.AGREEMENT, fill), said)
