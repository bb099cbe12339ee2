"""What has changed of the pair since an older edition, in the order that a reader asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from relations.editions import Change, Comparison, How
from relations.model.kinds import RECORD_TYPES
from relations.report.blocks import Block, Callout, Content, Inline, Text, Tone
from relations.report.sections.material import Material
from relations.report.speech import message, messages
from relations.report.wording.dates import day_words
from relations.report.wording.sentences import capital

_WAYS: Final = {
    How.ADDED: message("added: {records}"),
    How.REVISED: message("revised: {records}"),
    How.STATUS_MOVED: message("moved to another status: {records}"),
    How.WITHDRAWN: message("withdrawn: {records}"),
    How.RESTORED: message("restored: {records}"),
}
"""What is said of the records that changed in one way."""


def changes(material: Material) -> Iterator[Block]:
    """What is new, revised and withdrawn; nothing where no older edition was named."""
    found = material.since
    if found is None:
        return
    edition = material.speech.say(
        "Changed since edition {edition} of {date}. ",
        edition=found.old.name,
        date=day_words(material.speech, found.old.date),
    )
    yield Callout((Text(edition, Tone.STRONG), *_told(found, material)))


def _told(found: Comparison, material: Material) -> Content:
    """Each way with the records it holds; then how much else is new."""
    content: list[Inline] = []
    speech = material.speech
    for how, text in _WAYS.items():
        records = [change for change in found.of(how) if change.group in RECORD_TYPES]
        if records:
            content += [Text(speech.say("; "))] * bool(content)
            content += speech.compose(text, records=_named(records, material))
    others = [change for change in found.changes if change.group not in RECORD_TYPES]
    if others:
        content += [Text(speech.say("; "))] * bool(content)
        content.append(Text(speech.count(len(others), *_OTHERS)))
    if not content:
        return (Text(speech.say("Nothing differs.")),)
    first = content[0]
    if isinstance(first, Text):
        content[0] = Text(capital(first.text))
    return (*content, Text("."))


_OTHERS: Final = messages(
    "{number} other entry, such as a source or a party",
    "{number} other entries, such as sources and parties",
)


_MORE: Final = messages("{number} more", "{number} more")
_AND_MORE: Final = messages(" and {number} more", " and {number} more")


def _named(changes: Sequence[Change], material: Material) -> Content:
    """The first of the records, with why one was withdrawn, and how many more there are."""
    speech, most = material.speech, material.room.changes
    content: list[Inline] = []
    for change in changes[:most]:
        content += [Text(", ")] * bool(content)
        content.append(material.link(material.room.clipped(change.title), change.id))
        if change.how is How.WITHDRAWN:
            why = material.room.clipped(change.reason or speech.say("no reason is given"))
            content.append(Text(f" ({why})"))
    more = len(changes) - len(changes[:most])
    if more:
        rest = _AND_MORE if content else _MORE
        content.append(Text(speech.count(more, *rest)))
    return tuple(content)
