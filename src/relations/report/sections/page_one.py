"""Page one: four figures, a few sentences with their sources, and what silence means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from relations.model.agreement import Agreement
from relations.model.coverage import CoverageClass
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.report.blocks import (
    Block,
    Callout,
    Content,
    Inline,
    KeyFigure,
    KeyFigures,
    Link,
    Paragraph,
    Text,
    Tone,
    Voice,
)
from relations.report.sections.disagreements import ANCHOR, doubted_matters
from relations.report.sections.material import Material
from relations.report.wording.dates import date_words, period_words
from relations.report.wording.kinds import category, plural, singular
from relations.report.wording.lists import capital, counted, listed, number_word
from relations.report.wording.statuses import NOT_YET, status_words

_FIGURES: Final = ("agreements", "arms_transfers", "meetings", "exercises")
_MOST: Final = 3
"""How many records a sentence names."""


def page_one(material: Material) -> Iterator[Block]:
    """The first page."""
    yield KeyFigures(tuple(_figure(kind, material) for kind in _FIGURES))
    yield from (Paragraph(content, Voice.LEAD) for content in _sentences(material))
    yield Callout(_caution(material))


# -- figures -------------------------------------------------------------------------------------


def _figure(kind: str, material: Material) -> KeyFigure:
    own = material.own(kind)
    others = len(material.of_kind(kind)) - len(own)
    label = capital(singular(kind) if len(own) == 1 else plural(kind))
    return KeyFigure(
        value=f"{len(own):,}" if own else _nothing(kind, material),
        label=label,
        note=_figure_note(own, others),
        category=category(kind),
    )


def _nothing(kind: str, material: Material) -> str:
    looked = any(
        entry.coverage_class is not CoverageClass.NONE for entry in material.coverage(kind)
    )
    return "none found" if looked else "not covered"


def _figure_note(own: Sequence[Record], others: int) -> str:
    parts = [_by_status(own)] if own else []
    if others:
        parts.append(f"{others:,} more through bodies" if own else f"{others:,} through bodies")
    if not own and not others:
        parts.append("in the documents read")
    return capital("; ".join(parts))


def _by_status(records: Iterable[Record]) -> str:
    """How many stand at which status: "2 delivered, 1 ordered"."""
    counts: dict[Status | None, int] = {}
    for record in records:
        counts[record.status] = counts.get(record.status, 0) + 1
    return ", ".join(f"{count} {status_words(status)}" for status, count in counts.items())


# -- sentences -----------------------------------------------------------------------------------


def _sentences(material: Material) -> Iterator[Content]:
    """What a reader with one minute is told; each fact with its sources."""
    found = list(filter(None, (sentence(material) for sentence in _SENTENCES)))
    yield from found or [_nothing_direct(material)]


def _latest_meeting(material: Material) -> Content:
    held = [
        record
        for record in material.own("meetings")
        if isinstance(record, Meeting) and record.was_held and record.edtf
    ]
    if not held:
        return ()
    last = held[-1]
    words = "The latest meeting found is "
    return (Text(words), Link(last.title, last.id), Text(f", {date_words(last.edtf)} "),
            material.cite(last), Text("."))  # fmt: skip


def _standing_agreements(material: Material) -> Content:
    own = [record for record in material.own("agreements") if isinstance(record, Agreement)]
    standing = [record for record in own if record.status in Agreement.STANDING]
    if not own:
        return ()
    if not standing:
        return (Text(f"None of the {counted(len(own), 'agreement')} found is reported as signed "
                     "and still standing."),)  # fmt: skip
    verb = "was" if len(standing) == 1 else "were"
    share = f"Of {counted(len(own), 'agreement')} found, {number_word(len(standing))} {verb}"
    return _naming(f"{share} signed or in force when last reported: ", standing, material)


def _arms(material: Material) -> Content:
    arrived = {Status.DELIVERED, Status.PART_DELIVERED, Status.IN_SERVICE}
    found = [record for record in material.own("arms_transfers") if record.status in arrived]
    return _naming("Arms reported as delivered or in service: ", found, material) if found else ()


def _ordered(material: Material) -> Content:
    found = [r for r in material.own("arms_transfers") if r.status is Status.ORDERED]
    return _naming("Ordered, with no delivery found: ", found, material) if found else ()


def _only_meant(material: Material) -> Content:
    kinds = ("agreements", "arms_transfers", "exercises", "meetings", "programmes")
    found = [r for kind in kinds for r in material.own(kind) if r.status in NOT_YET]
    opening = "Proposed, discussed or planned, with nothing further found: "
    return _naming(opening, found, material) if found else ()


def _disputed(material: Material) -> Content:
    matters = doubted_matters(material)
    if not matters:
        return ()
    more = listed(matters[:_MOST]) if len(matters) <= _MOST else ", ".join(matters[:_MOST])
    rest = f" and {counted(len(matters) - _MOST, 'other')}" if len(matters) > _MOST else ""
    points = f"Accounts differ or are doubted on {counted(len(matters), 'point')}: "
    return (
        Text(f"{points}{more}{rest}; see "),
        Link("Disputed and doubtful facts", ANCHOR),
        Text("."),
    )


def _nothing_direct(material: Material) -> Content:
    others = len(material.pair.records)
    words = f"No record that ties {material.a} and {material.b} directly was found."
    if others:
        through = material.in_sentence(body.id for body in material.bodies)
        verb = "ties" if others == 1 else "tie"
        words += f" {capital(counted(others, 'record'))} {verb} them through {through}."
    return (Text(words),)


_SENTENCES: Final = (
    _latest_meeting,
    _standing_agreements,
    _arms,
    _ordered,
    _only_meant,
    _disputed,
)


def _naming(opening: str, records: Sequence[Record], material: Material) -> Content:
    """A sentence that names the latest of the records, each with its date and sources."""
    content: list[Inline] = [Text(opening)]
    named = records[::-1][:_MOST]
    for index, record in enumerate(named):
        content += [Text("; ")] * bool(index) + _named(record, material)
    more = len(records) - len(named)
    return (*content, Text(f"; and {counted(more, 'other')}." if more else "."))


def _named(record: Record, material: Material) -> list[Inline]:
    date = f" ({date_words(record.date_of_record)}) " if record.date_of_record else " "
    return [Link(record.title, record.id), Text(date), material.cite(record)]


# -- what silence means --------------------------------------------------------------------------


def _caution(material: Material) -> Content:
    sources = len(material.dataset.sources)
    read = counted(sources, "document")
    cutoff = period_words(None) if not sources else read
    return (
        Text("What this dossier rests on. ", Tone.STRONG),
        Text(
            f"It says what {cutoff} say about {material.a} and {material.b}, and nothing more. "
            "“None found” means that nothing was found in them, not that nothing happened. "
        ),
        Link("Coverage", "section-coverage"),
        Text(" says what was looked for and how thoroughly."),
    )
