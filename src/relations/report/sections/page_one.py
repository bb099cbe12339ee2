"""Page one: four figures, a few sentences with their sources, and what silence means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from relations.model.agreement import Agreement
from relations.model.coverage import CoverageClass
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.pairs import Way
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
from relations.report.sections.disagreements import ANCHOR, doubted_matters, in_full
from relations.report.sections.material import Material
from relations.report.wording.dates import period_words
from relations.report.wording.kinds import category, plural, singular
from relations.report.wording.lists import capital, counted, listed, number_word
from relations.report.wording.statuses import NOT_YET, status_words
from relations.selection import in_time

_FIGURES: Final = ("agreements", "arms_transfers", "meetings", "exercises")
_MOST: Final = 3
"""How many records or matters a sentence names."""
_IN_FULL: Final = 2
"""Up to so many disputed matters are told in full."""


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
        note=_figure_note(own, others, material),
        category=category(kind),
    )


def _nothing(kind: str, material: Material) -> str:
    looked = any(
        entry.coverage_class is not CoverageClass.NONE for entry in material.coverage(kind)
    )
    return "none found" if looked else "not covered"


def _figure_note(own: Sequence[Record], others: int, material: Material) -> str:
    parts = [_by_status(own)] if own else []
    path = material.pair.records.path
    earlier = [record for record in own if path(record).way is Way.PREDECESSOR]
    if earlier:
        via = dict.fromkeys(step for record in earlier for step in path(record).via)
        parts.append(f"{len(earlier):,} of them through {material.in_sentence(via)}")
    if others:
        parts.append(f"{others:,} {'more ' if own else ''}through bodies")
    return capital("; ".join(parts)) or "In the documents read"


def _by_status(records: Iterable[Record]) -> str:
    """How many stand at which status, in the order of a thing's life: "1 ordered, 2 delivered"."""
    statuses = [record.status for record in records]
    present = [status for status in (*Status, None) if status in statuses]
    return ", ".join(f"{statuses.count(status)} {status_words(status)}" for status in present)


# -- sentences -----------------------------------------------------------------------------------


def _sentences(material: Material) -> Iterator[Content]:
    """What a reader with one minute is told; each fact with its sources."""
    found = [content for sentence in _SENTENCES if (content := sentence(material))]
    yield from found or [_nothing_direct(material)]
    yield from _disputed(material)


def _latest_meeting(material: Material) -> Content:
    held = [
        record
        for record in material.own("meetings")
        if isinstance(record, Meeting) and record.was_held and record.edtf
    ]
    return _naming("The latest meeting found: ", held[-1:], material)


def _standing_agreements(material: Material) -> Content:
    own = [record for record in material.own("agreements") if isinstance(record, Agreement)]
    standing = [r for r in own if r.status in Agreement.STANDING and not _is_doubted(r)]
    if not own:
        return ()
    if not standing:
        found = (
            f"Of {counted(len(own), 'agreement')} found, none is reported as signed or in force."
        )
        return (Text(found),)
    if len(standing) == len(own):
        found = "The only agreement found" if len(own) == 1 else f"All {len(own)} agreements found"
    else:
        found = f"Of {counted(len(own), 'agreement')} found, {number_word(len(standing))}"
    verb = "was" if len(standing) == 1 else "were"
    opening = f"{found} {verb} signed or in force when last reported: "
    return _naming(opening, standing, material)


def _arms(material: Material) -> Content:
    arrived = {Status.DELIVERED, Status.PART_DELIVERED, Status.IN_SERVICE}
    found = [record for record in material.own("arms_transfers") if record.status in arrived]
    return _naming("Arms reported as delivered or in service: ", found, material)


def _ordered(material: Material) -> Content:
    found = [r for r in material.own("arms_transfers") if r.status is Status.ORDERED]
    return _naming("Ordered, with no delivery found: ", found, material)


def _only_meant(material: Material) -> Content:
    kinds = ("agreements", "arms_transfers", "exercises", "meetings", "programmes")
    found = [r for kind in kinds for r in material.own(kind) if r.status in NOT_YET]
    return _naming("Not yet done as far as is known: ", in_time(found), material)


def _disputed(material: Material) -> list[Content]:
    matters = doubted_matters(material)
    if len(matters) <= _IN_FULL:
        return in_full(material)
    more = len(matters) - _MOST
    named = [*matters[:_MOST], counted(more, "other")] if more > 0 else matters
    points = f"Accounts differ or are doubted on {counted(len(matters), 'point')}"
    see = Link("Disputed and doubtful facts", ANCHOR)
    return [(Text(f"{points}: {listed(named)}; see "), see, Text("."))]


def _nothing_direct(material: Material) -> Content:
    own = material.pair.records.own
    others = len(material.pair.records) - len(own)
    kinds = {kind: len(material.own(kind)) for kind in RECORD_TYPES}
    found = listed(counted(count, singular(kind)) for kind, count in kinds.items() if count)
    words = (
        f"What was found to tie {material.a} and {material.b} directly: {found}."
        if own
        else f"No record that ties {material.a} and {material.b} directly was found."
    )
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
)


def _naming(opening: str, records: Sequence[Record], material: Material) -> Content:
    """A sentence that names the latest of the records, each with its status and sources."""
    if not records:
        return ()
    content: list[Inline] = [Text(opening)]
    named = records[::-1][:_MOST]
    for index, record in enumerate(named):
        content += [Text("; ")] * bool(index) + _named(record, material)
    more = len(records) - len(named)
    return (*content, Text(f"; and {counted(more, 'other')}." if more else "."))


def _named(record: Record, material: Material) -> list[Inline]:
    last = record.history[-1:]
    date = last[0].edtf or record.date_of_record if last else record.date_of_record
    dated = f" {period_words(date)}" if date else ""
    said = f", {status_words(record.status)}{dated} "
    return [Link(record.title, record.id), Text(said), *material.cite(record)]


def _is_doubted(record: Record) -> bool:
    return any(contest.is_doubted for contest in record.contests)


# -- what silence means --------------------------------------------------------------------------


def _caution(material: Material) -> Content:
    read = counted(len(material.cited), "document")
    verb = "says" if len(material.cited) == 1 else "say"
    rests = f"It holds what {read} {verb} about {material.a} and {material.b}, and nothing more. "
    if not material.cited:
        rests = f"No document read says anything that ties {material.a} and {material.b}. "
    return (
        Text("What this dossier rests on. ", Tone.STRONG),
        Text(f"{rests}“None found” means that nothing was found, not that nothing happened. "),
        Link("What is covered and what is not", "section-coverage"),
        Text(" says what was read and how thoroughly."),
    )
