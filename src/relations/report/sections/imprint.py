"""Who publishes this, under what terms, how to cite it, and what the names do not mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.report.blocks import Block, Facts, Heading, Paragraph, Text, Voice
from relations.report.sections.material import Material
from relations.report.speech import message
from relations.report.wording.dates import day_words

COMPOSED: Final = message("Sentences and tables were composed by rule from the records.")
DATA: Final = message(
    "Titles of records, notes and quotations are data: they keep the language and the names in "
    "which they were written."
)
TITLES: Final = (
    message("Short names of the United Nations"),
    message("Everyday names, of the Unicode Consortium"),
)
"""What the profiles that come with the library are called."""
NAMES: Final = message(
    "The names of states and territories used here, and the way in which they are shown, imply no "
    "opinion on their legal status, on that of their authorities or on their borders, and no "
    "recognition."
)


def imprint(material: Material) -> Iterator[Block]:
    """The last section."""
    edition, speech = material.edition, material.speech
    date = day_words(speech, edition.date)
    data = speech.say(
        "{title}, edition {edition}, of {date}",
        title=edition.title,
        edition=edition.name,
        date=date,
    )
    cited = how_to_cite(material)
    yield Heading(1, speech.say("About this dossier"), "section-imprint")
    yield Facts(
        (
            (speech.say("Publisher"), (Text(edition.publisher),)),
            (speech.say("Data"), (Text(data),)),
            (speech.say("Licence"), (Text(edition.licence),)),
            (speech.say("How to cite"), (Text(cited),)),
            (speech.say("Names"), (Text(profile_words(material)),)),
        )
    )
    for note in (
        *map(speech.say, (COMPOSED, DATA, NAMES)),
        *material.names.notes(_named(material)),
    ):
        yield Paragraph((Text(note),), Voice.NOTE)


def profile_words(material: Material) -> str:
    """What the names of states and places were chosen by."""
    titles = (it.title for it in material.names.profiles)
    first, *rest = (material.speech.say(it) if it in TITLES else it for it in titles)
    if not rest:
        return first
    return material.speech.say("{title}; where it is silent: {base}", title=first, base=rest[0])


def _named(material: Material) -> list[str]:
    """The parties and places that the dossier names."""
    pair = material.pair
    places = {place for record in pair.records for place in record.places}
    parties = {party for record in pair.records for party in record.party_ids}
    return sorted({pair.a.id, pair.b.id} | places | parties)


def how_to_cite(material: Material) -> str:
    """The paper as a note would name it."""
    edition, speech = material.edition, material.speech
    return speech.say(
        "{publisher}, “{pair}”, dossier from {title}, edition {edition}, {date}.",
        publisher=edition.publisher,
        pair=material.short_title,
        title=edition.title,
        edition=edition.name,
        date=day_words(speech, edition.date),
    )
