"""Page one: five figures, a few sentences with their sources, contacts, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block, Callout, Content, Link, Paragraph, Text, Tone, Voice
from relations.report.sections.changes import changes
from relations.report.sections.contacts import last_contacts_table
from relations.report.sections.coverage import TITLE as COVERAGE
from relations.report.sections.key_figures import key_figures
from relations.report.sections.material import Material
from relations.report.sections.sentences import sentences


def page_one(material: Material) -> Iterator[Block]:
    """The first page. Nothing stands on it without a reference or a word on its coverage."""
    yield key_figures(material)
    yield from (Paragraph(content, Voice.LEAD) for content in sentences(material))
    yield last_contacts_table(material)
    yield from changes(material)
    yield Callout(_caution(material))


def _caution(material: Material) -> Content:
    speech, read = material.speech, len(material.cited)
    if read:
        rests = speech.count(
            read,
            "It holds what {number} document says about {a} and {b}, and nothing more.",
            "It holds what {number} documents say about {a} and {b}, and nothing more.",
            a=material.a,
            b=material.b,
        )
    else:
        rests = speech.say(
            "No document read says anything that ties {a} and {b}.", a=material.a, b=material.b
        )
    found = speech.say("“None found” means that nothing was found, not that nothing happened.")
    covered = Link(speech.say(COVERAGE), "section-coverage")
    return (
        Text(speech.say("What this dossier rests on. "), Tone.STRONG),
        Text(f"{rests} {found} "),
        *speech.compose("{section} says what was read and how thoroughly.", section=covered),
    )
