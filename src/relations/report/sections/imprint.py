"""Who publishes this, under what terms, how to cite it, and what the names do not mean."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block, Facts, Heading, Paragraph, Text, Voice
from relations.report.sections.material import Material
from relations.report.wording.dates import day_words

NAMES = (
    "The names of states and territories used here, and the way in which they are shown, imply no "
    "opinion on their legal status, on that of their authorities or on their borders, and no "
    "recognition."
)


def imprint(material: Material) -> Iterator[Block]:
    """The last section."""
    edition = material.edition
    date = day_words(edition.date)
    pair = f"{material.pair.a.name} – {material.pair.b.name}"
    yield Heading(1, "About this dossier", "section-imprint")
    yield Facts(
        (
            ("Publisher", (Text(edition.publisher),)),
            ("Data", (Text(f"{edition.title}, edition {edition.name}, of {date}"),)),
            ("Licence", (Text(edition.licence),)),
            (
                "How to cite",
                (
                    Text(
                        f"{edition.publisher}, “{pair}”, dossier from {edition.title}, "
                        f"edition {edition.name}, {date}."
                    ),
                ),
            ),
        )
    )
    yield Paragraph(
        (Text("Sentences and tables were composed by rule from the records."),), Voice.NOTE
    )
    yield Paragraph((Text(NAMES),), Voice.NOTE)
