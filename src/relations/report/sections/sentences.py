"""What a reader with one minute is told: a few sentences, each fact with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from relations.measures.pipeline import pipeline
from relations.model.agreement import Agreement
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.report.blocks import Content, Inline, Link, Text
from relations.report.room import FULL
from relations.report.sections.disagreements import ANCHOR, TITLE, denied, in_few_words, in_full
from relations.report.sections.material import Material
from relations.report.speech import message
from relations.report.wording.dates import period_words
from relations.report.wording.kinds import counted
from relations.report.wording.sentences import capital
from relations.report.wording.terms import status_words


def sentences(material: Material) -> Iterator[Content]:
    """Three to five sentences, the weightiest first; each ends with at most three numbers."""
    found = [content for sentence in _SENTENCES if (content := sentence(material))]
    said = [*(found or [_nothing_direct(material)])]
    if len(said) < _FEWEST:
        said += [content for content in (_through_bodies(material),) if content]
    doubts = _disputed(material)
    yield from said[: max(material.room.sentences - len(doubts), 1)]
    yield from doubts


def _latest_meeting(material: Material) -> Content:
    held = [
        record
        for record in material.own("meetings")
        if isinstance(record, Meeting) and record.was_held and record.edtf
    ]
    return _naming(message("The latest meeting found: {records} {sources}."), held[-1:], material)


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
    told = _told(standing, material)
    if len(own) == 1:
        return speech.compose(
            "The only agreement found was signed or in force when last reported: "
            "{records} {sources}.",
            **told,
        )
    if len(standing) == len(own):
        return speech.compose(
            "All {number} agreements found were signed or in force when last reported: "
            "{records} {sources}.",
            number=speech.number_word(len(own)),
            **told,
        )
    found = counted(speech, "agreements", len(own))
    number = speech.number_word(len(standing))
    text = _ONE_STANDS if len(standing) == 1 else _SOME_STAND
    return speech.compose(text, agreements=found, number=number, **told)


_ONE_STANDS: Final = message(
    "Of {agreements} found, {number} was certainly signed or in force when last reported: "
    "{records} {sources}."
)
_SOME_STAND: Final = message(
    "Of {agreements} found, {number} were certainly signed or in force when last reported: "
    "{records} {sources}."
)


def _arms(material: Material) -> Content:
    arrived = {Status.DELIVERED, Status.PART_DELIVERED, Status.IN_SERVICE}
    found = [record for record in material.own("arms_transfers") if record.status in arrived]
    text = message("Arms reported as delivered or in service: {records} {sources}.")
    return _naming(text, found, material)


def _pending(material: Material) -> Content:
    """What is meant or ordered, the freshest word last, as the other sentences have it."""
    planned = [material.dataset.record(row.record) for row in pipeline(material.pair)]
    text = message(
        "Meant or ordered, and not done in full as far as is known: {records} {sources}."
    )
    return _naming(text, planned[::-1], material)


def _through_bodies(material: Material) -> Content:
    """What ties the two through a body last, where little else does."""
    tied = [record for record in material.pair.records.through_bodies if record.date_of_record]
    text = message("The latest records that tie them through bodies: {records} {sources}.")
    return _naming(text, tied, material)


_IN_FULL: Final = 2
"""Up to so many disputed matters are told in full."""


def _disputed(material: Material) -> list[Content]:
    contests, room = denied(material), material.room
    if not contests:
        return []
    if len(contests) <= _IN_FULL and room is FULL:
        return [in_full(contest, material) for contest in contests]
    speech, more = material.speech, len(contests) - room.named
    named, sources = in_few_words(contests[: room.named], material)
    if more > 0:
        named.append(speech.count(more, "{number} other", "{number} others"))
    points = speech.count(len(contests), "{number} point", "{number} points")
    text = _SEE_SECTION if material.holds("disagreements") else _SEE_DOSSIER
    return [
        speech.compose(
            text,
            points=points,
            matters=speech.listed(named),
            sources=sources,
            section=Link(speech.say(TITLE), ANCHOR),
        )
    ]


_SEE_SECTION: Final = message(
    "Accounts differ or are doubted on {points}: {matters} {sources}; see {section}."
)
_SEE_DOSSIER: Final = message(
    "Accounts differ or are doubted on {points}: {matters} {sources}; see the full dossier."
)


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


_SENTENCES: Final = (_latest_meeting, _standing_agreements, _arms, _pending)

_FEWEST: Final = 3
"""Below so many sentences, what leads through bodies is worth one too."""


def _naming(text: str, records: Sequence[Record], material: Material) -> Content:
    """A sentence that names the latest of the records, with its sources at the end."""
    if not records:
        return ()
    return material.speech.compose(text, **_told(records, material))


def _told(records: Sequence[Record], material: Material) -> dict[str, Content]:
    """The latest of the records, each with how far it has come, and the sources of those."""
    named = records[::-1][: material.room.named]
    content: list[Inline] = []
    speech, more = material.speech, len(records) - len(named)
    for record in named:
        content += [Text(speech.say("; "))] * bool(content)
        content += _named(record, material)
    if more:
        rest = speech.count(more, "; and {number} other", "; and {number} others")
        content.append(Text(rest))
    return {"records": tuple(content), "sources": material.cite(*named)}


def _named(record: Record, material: Material) -> Content:
    """The title of a record, with how far it has come and when, as far as that is known."""
    speech = material.speech
    last = record.history[-1] if record.history else None
    date = last.edtf or record.date_of_record if last else record.date_of_record
    told = {
        "title": (material.link(material.room.clipped(record.title), record.id),),
        "status": (Text(status_words(speech, record.status, kind_of(record))),),
        "date": (Text(period_words(speech, date)),) if date else (),
    }
    return speech.compose(_TITLES[bool(last), bool(date)], **told)


_TITLES: Final = {
    (True, True): message("{title}, {status} {date}"),
    (True, False): message("{title}, {status}"),
    (False, True): message("{title}, {date}"),
    (False, False): message("{title}"),
}
"""A record in a sentence, where its status, its date, both or neither are known."""


def _is_doubted(record: Record) -> bool:
    return any(contest.is_doubted for contest in record.contests)
