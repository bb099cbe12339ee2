"""The five figures of page one, the same for every pair, each with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from relations.measures.figure import Figure
from relations.measures.in_force import agreements_in_force
from relations.measures.last_contacts import LastContact, last_contacts
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.meeting import Level
from relations.model.record import Record
from relations.model.status import Status
from relations.pairs import Way
from relations.report.blocks import KeyFigure, KeyFigures
from relations.report.sections.material import Material
from relations.report.signs import Category
from relations.report.speech import Speech, messages
from relations.report.wording.dates import date_words
from relations.report.wording.figures import figure_words
from relations.report.wording.kinds import category
from relations.report.wording.sentences import capital
from relations.report.wording.terms import status_words

_MONTH: Final = 30.4375
"""The mean length of a month in days."""
_DONE: Final = frozenset(
    {Status.DELIVERED, Status.PART_DELIVERED, Status.IN_SERVICE, Status.HELD, Status.RUNNING}
)


def key_figures(material: Material) -> KeyFigures:
    """Agreements in force, arms, the last meeting of heads, exercises, and the evidence."""
    return KeyFigures(
        (
            _agreements(material),
            _done("arms_transfers", material),
            _last_heads(material),
            _done("exercises", material),
            _evidence(material),
        )
    )


def _agreements(material: Material) -> KeyFigure:
    figure = agreements_in_force(material.pair)
    value = figure_words(material.speech, figure)
    label = _label(_IN_FORCE, figure, material)
    note = _of_all(material.own("agreements"), "agreements", material)
    return KeyFigure(value, label, note, category("agreements"))


def _done(kind: str, material: Material) -> KeyFigure:
    """How many of a kind were done, of how many there is a record of."""
    own = material.own(kind)
    done = [record for record in own if record.status in _DONE]
    figure = _counted(done, (kind,), material)
    value, label = figure_words(material.speech, figure), _label(_DONE_OF[kind], figure, material)
    return KeyFigure(value, label, _of_all(own, kind, material), category(kind))


def _label(texts: tuple[str, str], figure: Figure, material: Material) -> str:
    """What a figure counts: of one thing where it is one, and of many where that is not known."""
    exact = figure.low if figure.low == figure.high else None
    return material.speech.count(2 if exact is None else exact, *texts)


_IN_FORCE: Final = messages("Agreement reported in force", "Agreements reported in force")
_DONE_OF: Final = {
    "arms_transfers": messages(
        "Arms transfer delivered or in service", "Arms transfers delivered or in service"
    ),
    "exercises": messages("Exercise held", "Exercises held"),
}
_SINCE_HEADS: Final = messages(
    "Month since the last meeting of heads found", "Months since the last meeting of heads found"
)


def _counted(records: Iterable[Record], kinds: Iterable[str], material: Material) -> Figure:
    return Figure.counted(
        [record.id for record in records],
        name="key_figures",
        as_of=material.edition.date,
        coverage=tuple(entry for kind in kinds for entry in material.coverage(kind)),
    )


def _of_all(own: Sequence[Record], kind: str, material: Material) -> str:
    """How many records of a kind there are, by status if there is room; then those through bodies.

    What the records are stands right above.
    """
    speech = material.speech
    others = len(material.of_kind(kind)) - len(own)
    parts = []
    if own:
        found = speech.count(len(own), "{number:figures} found", "{number:figures} found")
        statuses = speech.say(": ") + _by_status(own, speech) if material.room.statuses else ""
        parts.append(found + statuses)
        parts += _through_predecessors(own, material)
    if others:
        through = _MORE_THROUGH_BODIES if own else _THROUGH_BODIES
        parts.append(speech.count(others, *through))
    return capital(speech.series(parts)) or speech.say("In the documents read")


def _through_predecessors(own: Iterable[Record], material: Material) -> Iterator[str]:
    paths = [material.pair.records.path(record) for record in own]
    earlier = [path for path in paths if path.way is Way.PREDECESSOR]
    if earlier:
        via = dict.fromkeys(step for path in earlier for step in path.via)
        parties = material.in_sentence(via)
        yield material.speech.count(len(earlier), *_OF_THEM_THROUGH, parties=parties)


_OF_THEM_THROUGH: Final = messages(
    "{number:figures} of them through {parties}", "{number:figures} of them through {parties}"
)
_MORE_THROUGH_BODIES: Final = messages(
    "{number:figures} more through bodies", "{number:figures} more through bodies"
)
_THROUGH_BODIES: Final = messages(
    "{number:figures} through bodies", "{number:figures} through bodies"
)


def _by_status(records: Iterable[Record], speech: Speech) -> str:
    """How many stand at which status, in the order of a thing's life: "1 ordered, 2 delivered"."""
    counts = Counter((record.status, kind_of(record)) for record in records)
    ordered = sorted(counts, key=lambda key: _ORDER.index(key[0]))
    return ", ".join(
        f"{speech.number(counts[key])} {status_words(speech, *key, counts[key])}" for key in ordered
    )


_ORDER: Final = (*Status, None)


def _last_heads(material: Material) -> KeyFigure:
    """How long ago heads of state or government last met, as far as is found."""
    say = material.speech.say
    heads = [row for row in last_contacts(material.pair) if row.level is Level.HEAD]
    met = [row for row in heads if row.meeting is not None]
    if not met:
        never = heads[0].days_since
        value, label = figure_words(material.speech, never), _label(_SINCE_HEADS, never, material)
        return KeyFigure(value, label, say("No meeting of heads is recorded"), Category.MEETING)
    last = min(met, key=lambda row: (row.days_since.low or 0, row.meeting or ""))
    months = _months(last)
    value, label = figure_words(material.speech, months), _label(_SINCE_HEADS, months, material)
    note = capital(date_words(material.speech, last.date))
    return KeyFigure(value, label, note, Category.MEETING)


def _months(contact: LastContact) -> Figure:
    days = contact.days_since
    low, high = (None if bound is None else int(bound / _MONTH) for bound in (days.low, days.high))
    return attrs.evolve(days, low=low, high=high, value=low if low == high else None, unit="month")


_OWN: Final = messages("{number:figures} the pair’s own", "{number:figures} the pair’s own")


def _evidence(material: Material) -> KeyFigure:
    """How many records there are, and what they rest on."""
    speech, count = material.speech, len(material.pair.records)
    own = len(material.pair.records.own)
    value = figure_words(speech, _counted(material.pair.records, RECORD_TYPES, material))
    sources = speech.count(
        len(material.cited), "from {number:figures} document", "from {number:figures} documents"
    )
    tied = speech.count(own, *_OWN) if own else speech.say("all of them through bodies")
    note = f"{capital(tied)}, {sources}" if count else speech.say("In the documents read")
    label = speech.count(count, "Record", "Records")
    return KeyFigure(value, label, note, Category.NEUTRAL)
