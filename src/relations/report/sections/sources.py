"""The references: every source with its number, and the words taken from it."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block, Heading, Paragraph, Text, Voice
from relations.report.sections.material import Material
from relations.report.wording.dates import date_words


def sources(material: Material) -> Iterator[Block]:
    """The section of references; it is written last, when all have been cited."""
    yield Heading(1, material.speech.say("References"), "section-references")
    if len(material.references):
        yield from _once_for_all(material)
        yield material.references.drawn_up()
    else:
        yield Paragraph((Text(material.speech.say("No source is cited.")),))


def _once_for_all(material: Material) -> Iterator[Block]:
    """What holds of the sources unless their own entry says otherwise."""
    speech, day = material.speech, material.references.retrieved
    if day is not None:
        date = date_words(speech, day)
        words = speech.say(
            "Each source stands with the words that bear out most; “+2” says that the register "
            "quotes it twice more. Sources were retrieved on {date} and are in {language}, unless "
            "another day or language is given.",
            date=date,
            language=speech.language_name(material.references.language),
        )
        yield Paragraph((Text(words),), Voice.NOTE)
