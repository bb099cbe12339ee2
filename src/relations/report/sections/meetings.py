"""Visits, talks and summits, with who was there in which office, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from relations.measures.gaps import gaps
from relations.report.blocks import Block, Paragraph
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import Register, section
from relations.report.wording.figures import figure_words

REGISTER = Register(
    kind="meetings",
    details=(
        Detail("level", "Level"),
        Detail("format", "Format"),
        Detail("occasion", "On the margins of"),
        Detail("date", "Date of the meeting"),
        Detail("series", "Series"),
        Detail("edition", "Edition"),
        Detail("duration", "Duration"),
        Detail("delegates", "Delegates"),
        Detail("subjects", "Discussed"),
        Detail("outcomes", "Outcomes"),
    ),
)


def meetings(material: Material) -> Iterator[Block]:
    """The section on meetings, after how long the two have not met compared with before."""
    blocks = tuple(section(REGISTER, material))
    yield from blocks[:1]
    yield from _silence(material) if blocks else ()
    yield from blocks[1:]


def _silence(material: Material) -> Iterator[Block]:
    """Since when no meeting is recorded, and what was usual before."""
    speech = material.speech
    for gap in gaps(material.pair):
        if gap.kind == REGISTER.kind and gap.level is None and gap.last and gap.usual.is_number:
            last = material.dataset.record(gap.last)
            words = speech.compose(
                "No meeting is recorded since {record}: {days} days to the cut-off. The usual "
                "interval was {usual} days over {past} intervals.",
                record=material.link(last.title, last.id),
                days=figure_words(speech, gap.days),
                usual=figure_words(speech, gap.usual),
                past=figure_words(speech, gap.past),
            )
            yield Paragraph(words)
