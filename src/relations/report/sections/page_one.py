"""Page one: four figures, a few sentences with their sources, and what silence means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from relations.model.agreement import Agreement
from relations.model.coverage import CoverageClass
from relations.model.kinds import RECORD_TYPES, kind_of
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
from relations.report.sections.coverage import TITLE as COVERAGE
from relations.report.sections.disagreements import ANCHOR, TITLE, doubted_matters, in_full
from relations.report.sections.material import Material
from relations.report.speech import Speech, message, messages
from relations.report.wording.dates import period_words
from relations.report.wording.kinds import category, counted, noun
from relations.report.wording.sentences import capital
from relations.report.wording.statuses import NOT_YET
from relations.report.wording.terms import status_words
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
    kinds = noun(material.speech, kind)
    label = capital(kinds.one if len(own) == 1 else kinds.many)
    return KeyFigure(
        value=material.speech.number(len(own)) if own else _nothing(kind, material),
        label=label,
        note=_figure_note(kind, own, others, material),
        category=category(kind),
    )


def _nothing(kind: str, material: Material) -> str:
    looked = any(
        entry.coverage_class is not CoverageClass.NONE for entry in material.coverage(kind)
    )
    return material.speech.say("none found") if looked else material.speech.say("not covered")


def _figure_note(kind: str, own: Sequence[Record], others: int, material: Material) -> str:
    speech = material.speech
    parts = [_by_status(kind, own, speech)] if own else []
    path = material.pair.records.path
    earlier = [record for record in own if path(record).way is Way.PREDECESSOR]
    if earlier:
        via = dict.fromkeys(step for record in earlier for step in path(record).via)
        through = speech.count(
            len(earlier),
            "{number:figures} of them through {parties}",
            "{number:figures} of them through {parties}",
            parties=material.in_sentence(via),
        )
        parts.append(through)
    if others and own:
        parts.append(speech.count(others, *_MORE_THROUGH_BODIES))
    elif others:
        parts.append(speech.count(others, *_THROUGH_BODIES))
    return capital(speech.series(parts)) or speech.say("In the documents read")


_MORE_THROUGH_BODIES: Final = messages(
    "{number:figures} more through bodies", "{number:figures} more through bodies"
)
_THROUGH_BODIES: Final = messages(
    "{number:figures} through bodies", "{number:figures} through bodies"
)


def _by_status(kind: str, records: Iterable[Record], speech: Speech) -> str:
    """How many stand at which status, in the order of a thing's life: "1 ordered, 2 delivered"."""
    counts = Counter(record.status for record in records)
    return ", ".join(
        f"{speech.number(counts[status])} {status_words(speech, status, kind, counts[status])}"
        for status in (*Status, None)
        if status in counts
    )


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
    return _naming(message("The latest meeting found: {records}."), held[-1:], material)


def _standing_agreements(material: Material) -> Content:
    own = [record for record in material.own("agreements") if isinstance(record, Agreement)]
    standing = [r for r in own if r.status in Agreement.STANDING and not _is_doubted(r)]
    speech = material.speech
    if not own:
        return ()
    if not standing:
        none = speech.count(
            len(own),
            "Of {number} agreement found, none is reported as signed or in force.",
            "Of {number} agreements found, none is reported as signed or in force.",
        )
        return (Text(none),)
    records = _listed(standing, material)
    if len(own) == 1:
        return speech.compose(
            "The only agreement found was signed or in force when last reported: {records}.",
            records=records,
        )
    if len(standing) == len(own):
        return speech.compose(
            "All {number} agreements found were signed or in force when last reported: {records}.",
            number=speech.number(len(own)),
            records=records,
        )
    found = counted(speech, "agreements", len(own))
    number = speech.number_word(len(standing))
    text = _ONE_STANDS if len(standing) == 1 else _SOME_STAND
    return speech.compose(text, agreements=found, number=number, records=records)


_ONE_STANDS: Final = message(
    "Of {agreements} found, {number} was signed or in force when last reported: {records}."
)
_SOME_STAND: Final = message(
    "Of {agreements} found, {number} were signed or in force when last reported: {records}."
)


def _arms(material: Material) -> Content:
    arrived = {Status.DELIVERED, Status.PART_DELIVERED, Status.IN_SERVICE}
    found = [record for record in material.own("arms_transfers") if record.status in arrived]
    return _naming(message("Arms reported as delivered or in service: {records}."), found, material)


def _ordered(material: Material) -> Content:
    found = [r for r in material.own("arms_transfers") if r.status is Status.ORDERED]
    return _naming(message("Ordered, with no delivery found: {records}."), found, material)


def _only_meant(material: Material) -> Content:
    kinds = ("agreements", "arms_transfers", "exercises", "meetings", "programmes")
    found = [r for kind in kinds for r in material.own(kind) if r.status in NOT_YET]
    return _naming(message("Not yet done as far as is known: {records}."), in_time(found), material)


def _disputed(material: Material) -> list[Content]:
    matters = doubted_matters(material)
    if len(matters) <= _IN_FULL:
        return in_full(material)
    speech, more = material.speech, len(matters) - _MOST
    named = matters[:_MOST] if more > 0 else matters
    if more > 0:
        named.append(speech.count(more, "{number} other", "{number} others"))
    points = speech.count(len(matters), "{number} point", "{number} points")
    return [
        speech.compose(
            "Accounts differ or are doubted on {points}: {matters}; see {section}.",
            points=points,
            matters=speech.listed(named),
            section=Link(speech.say(TITLE), ANCHOR),
        )
    ]


def _nothing_direct(material: Material) -> Content:
    own, speech = material.pair.records.own, material.speech
    others = len(material.pair.records) - len(own)
    kinds = {kind: len(material.own(kind)) for kind in RECORD_TYPES}
    found = speech.listed(counted(speech, kind, count) for kind, count in kinds.items() if count)
    if own:
        words = speech.say(
            "What was found to tie {a} and {b} directly: {records}.",
            a=material.a,
            b=material.b,
            records=found,
        )
    else:
        words = speech.say(
            "No record that ties {a} and {b} directly was found.", a=material.a, b=material.b
        )
    if not others:
        return (Text(words),)
    through = speech.count(
        others,
        "{number} record ties them through {bodies}.",
        "{number} records tie them through {bodies}.",
        bodies=material.in_sentence(body.id for body in material.bodies),
    )
    return (Text(f"{words} {capital(through)}"),)


_SENTENCES: Final = (
    _latest_meeting,
    _standing_agreements,
    _arms,
    _ordered,
    _only_meant,
)


def _naming(text: str, records: Sequence[Record], material: Material) -> Content:
    """A sentence that names the latest of the records, each with its status and sources."""
    if not records:
        return ()
    return material.speech.compose(text, records=_listed(records, material))


def _listed(records: Sequence[Record], material: Material) -> Content:
    """The latest of the records, and how many others there are."""
    content: list[Inline] = []
    speech, named = material.speech, records[::-1][:_MOST]
    for record in named:
        content += [Text(speech.say("; "))] * bool(content) + _named(record, material)
    more = len(records) - len(named)
    if more:
        rest = speech.count(more, "; and {number} other", "; and {number} others")
        content.append(Text(rest))
    return tuple(content)


def _named(record: Record, material: Material) -> list[Inline]:
    speech = material.speech
    last = record.history[-1:]
    date = last[0].edtf or record.date_of_record if last else record.date_of_record
    dated = f" {period_words(speech, date)}" if date else ""
    said = f", {status_words(speech, record.status, kind_of(record))}{dated} "
    return [Link(record.title, record.id), Text(said), *material.cite(record)]


def _is_doubted(record: Record) -> bool:
    return any(contest.is_doubted for contest in record.contests)


# -- what silence means --------------------------------------------------------------------------


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
