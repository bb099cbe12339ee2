"""What is covered and what is not: for each kind, how thoroughly, in what and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from relations.model.coverage import Coverage
from relations.model.kinds import RECORD_TYPES
from relations.report.blocks import Block, Column, Content, Heading, Row, Table, Text, Tone
from relations.report.sections.entry import NOT_KNOWN, Cell
from relations.report.sections.material import Material
from relations.report.sections.profile import profile
from relations.report.sections.register import key as key_of
from relations.report.speech import Speech, message
from relations.report.wording.absence import entry_words
from relations.report.wording.dates import date_words
from relations.report.wording.kinds import noun
from relations.report.wording.sentences import capital, stopped

TITLE: Final = message("What is covered and what is not")


def coverage(material: Material) -> Iterator[Block]:
    """The section on coverage: each statement that bears on the pair, then what has none."""
    kinds: dict[str, list[str]] = {}
    entries = {entry.id: entry for kind in RECORD_TYPES for entry in material.coverage(kind)}
    for kind in RECORD_TYPES:
        for entry in material.coverage(kind):
            kinds.setdefault(entry.id, []).append(kind)
    rows = [_row(entry, kinds[key], material) for key, entry in entries.items()]
    silent = [kind for kind in RECORD_TYPES if not material.coverage(kind)]
    rows += [_not_covered(silent, material)] if silent else []
    yield Heading(1, material.speech.say(TITLE), "section-coverage")
    yield Table("", _columns(material.speech), tuple(rows), note=key_of(rows, material))
    yield from profile(material)


def _columns(speech: Speech) -> tuple[Column, ...]:
    return (
        Column(speech.say("Kinds of record"), 0.16),
        Column(speech.say("Coverage"), 0.5),
        Column(speech.say("Documents read"), 0.16),
        Column(speech.say("Last checked"), 0.18),
    )


def _row(entry: Coverage, kinds: Sequence[str], material: Material) -> Row:
    read = (material.references.cite_sources(entry.sources),) if entry.sources else _NOT_KNOWN
    last = entry.last_checked
    checked = (Text(date_words(material.speech, last)),) if last else _NOT_KNOWN
    return Row((_kinds(kinds, material.speech), _extent(entry, material), (read,), (checked,)))


def _extent(entry: Coverage, material: Material) -> Cell:
    note: Cell = ((material.written(stopped(entry.note)),),) if entry.note else ()
    return ((Text(capital(entry_words(material.speech, entry)), Tone.STRONG),), *note)


def _not_covered(kinds: Sequence[str], material: Material) -> Row:
    words = material.speech.say("Not covered: nothing says what was looked for.")
    return Row((_kinds(kinds, material.speech), ((Text(words),),), (_NOT_KNOWN,), (_NOT_KNOWN,)))


def _kinds(kinds: Sequence[str], speech: Speech) -> Cell:
    if len(kinds) == len(RECORD_TYPES):
        return ((Text(speech.say("All kinds")),),)
    return ((Text(capital(speech.listed(noun(speech, kind).many for kind in kinds))),),)


_NOT_KNOWN: Final[Content] = (Text(NOT_KNOWN),)
