"""Page one: five figures, a few sentences with their sources, contacts, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.measures.coverage_table import coverage_by_kind
from relations.model.coverage import CoverageClass
from relations.report.blocks import Block, Callout, Content, Link, Paragraph, Text, Tone, Voice
from relations.report.options import Length
from relations.report.sections.changes import changes
from relations.report.sections.contacts import last_contacts_table
from relations.report.sections.coverage import TITLE as COVERAGE
from relations.report.sections.key_figures import key_figures
from relations.report.sections.material import Material
from relations.report.sections.sentences import sentences
from relations.report.speech import message
from relations.report.wording.kinds import noun
from relations.report.wording.terms import term


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
    extent = _extent(material)
    return (
        Text(speech.say(_RESTS_ON[material.options.length]), Tone.STRONG),
        Text(f"{rests} {extent} {found} "),
        *_read_where(material),
    )


_RESTS_ON: Final = {
    Length.BRIEF: message("What this brief rests on. "),
    Length.DOSSIER: message("What this dossier rests on. "),
    Length.REGISTER: message("What this register rests on. "),
}


def _read_where(material: Material) -> Content:
    """Where a reader finds what was read."""
    speech = material.speech
    if not material.holds("coverage"):
        return (Text(speech.say("The full dossier says what was read and how thoroughly.")),)
    covered = Link(speech.say(COVERAGE), "section-coverage")
    return speech.compose("{section} says what was read and how thoroughly.", section=covered)


def _extent(material: Material) -> str:
    """How thoroughly each kind was looked for, kinds of one class together."""
    speech = material.speech
    classes: dict[CoverageClass, list[str]] = {}
    for row in coverage_by_kind(material.pair):
        classes.setdefault(row.coverage_class, []).append(noun(speech, row.kind).many)
    if len(classes) == 1:
        (only,) = classes
        return speech.say("Coverage of every kind of record: {extent}.", extent=term(speech, only))
    parts = (
        speech.say("{extent} for {kinds}", extent=term(speech, each), kinds=speech.listed(kinds))
        for each, kinds in classes.items()
    )
    return speech.say("Coverage: {parts}.", parts=speech.series(parts))
