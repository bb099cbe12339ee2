"""Who publishes this, under what terms, how to cite it, and what the names do not mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.report.blocks import Block, Content, Facts, Heading, Paragraph, Text, Voice
from relations.report.options import Length
from relations.report.sections.entry import NOT_KNOWN
from relations.report.sections.material import Material
from relations.report.speech import message
from relations.report.wording.dates import day_words

COMPOSED: Final = message("Sentences and tables were composed by rule from the records.")
DATA: Final = message(
    "Titles of records, offices, attributions, notes and quotations are data: they keep the "
    "language and the names in which they were written."
)
TITLES: Final = (
    message("Short names of the United Nations, or usual ones that are shorter"),
    message("Everyday names, of the Unicode Consortium"),
)
"""What the profiles that come with the library are called."""
NAMES: Final = message(
    "The names of states and territories used here, and the way in which they are shown, imply no "
    "opinion on their legal status, on that of their authorities or on their borders, and no "
    "recognition."
)

_ABOUT: Final = {
    Length.BRIEF: message("About this brief"),
    Length.DOSSIER: message("About this dossier"),
    Length.REGISTER: message("About this register"),
}
_CITED_AS: Final = {
    Length.BRIEF: message("{publisher}, “{pair}”, brief from {title}, edition {edition}, {date}."),
    Length.DOSSIER: message(
        "{publisher}, “{pair}”, dossier from {title}, edition {edition}, {date}."
    ),
    Length.REGISTER: message(
        "{publisher}, “{pair}”, register from {title}, edition {edition}, {date}."
    ),
}


def imprint(material: Material) -> Iterator[Block]:
    """The last section."""
    edition, speech = material.edition, material.speech
    date = day_words(speech, edition.date)
    data = speech.say(
        "{title}, edition {edition}, of {date}",
        title=edition.title,
        edition=edition.full_name,
        date=date,
    )
    cited = " ".join(filter(None, (how_to_cite(material), edition.cite_as)))
    yield Heading(1, speech.say(_ABOUT[material.options.length]), "section-imprint")
    yield Facts(
        (
            (speech.say("Publisher"), (Text(edition.publisher),)),
            (speech.say("Data"), (Text(data),)),
            (speech.say("SHA-256 of the data"), (Text(material.data_hash or NOT_KNOWN),)),
            (speech.say("Licence"), (Text(edition.licence),)),
            (speech.say("How to cite"), (Text(cited),)),
            (speech.say("How to correct"), (Text(_how_to_correct(material)),)),
            *_editions(material),
            *_sharing(material),
            (speech.say("Names"), (Text(profile_words(material)),)),
        ),
        together=True,
    )
    always = " ".join(map(speech.say, (COMPOSED, DATA, NAMES)))
    for note in (always, *material.names.notes(_named(material))):
        yield Paragraph((Text(note),), Voice.NOTE)


def _how_to_correct(material: Material) -> str:
    return material.speech.say(
        "Name the record and the words of a source with its address to {publisher}. A correction "
        "is told as a change of the next edition. The data travel in this file: “relations verify” "
        "says whether they still stand.",
        publisher=material.edition.publisher,
    )


def _editions(material: Material) -> Iterator[tuple[str, Content]]:
    """The edition that this one is held against, where one was named."""
    older = material.options.since
    if older is not None:
        words = material.speech.say(
            "edition {edition} of {date}",
            edition=older.edition.name,
            date=day_words(material.speech, older.edition.date),
        )
        yield material.speech.say("Earlier edition"), (Text(words),)


def _sharing(material: Material) -> Iterator[tuple[str, Content]]:
    """What the label on the page is."""
    label = material.options.tlp
    if label is not None:
        words = material.speech.say(
            "{label}, of the Traffic Light Protocol 2.0 of FIRST: it says with whom the paper may "
            "be shared, and is no classification.",
            label=label.value,
        )
        yield material.speech.say("Sharing"), (Text(words),)


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
        _CITED_AS[material.options.length],
        publisher=edition.publisher,
        pair=material.short_title,
        title=edition.title,
        edition=edition.full_name,
        date=day_words(speech, edition.date),
    )
