"""How far a record has come, as the cell of a table row: its last status, or its whole history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.model.status import State
from relations.report.blocks import Content, Text, Tone
from relations.report.sections.entry import NOT_KNOWN, Cell, dagger, dated, if_several, state_path
from relations.report.sections.material import Material
from relations.report.wording.dates import coarse_words, date_words
from relations.report.wording.kinds import noun
from relations.report.wording.sentences import capital, stopped
from relations.report.wording.statuses import FINAL, state_words
from relations.report.wording.terms import status_words


def last_status_cell(record: Record, material: Material) -> Cell:
    """The last status that a source reports, and when; what a statement is, since it has none."""
    if not record.STATUSES:
        return ((Text(capital(noun(material.speech, kind_of(record)).one)),),)
    if not record.history:
        return ((Text(NOT_KNOWN),),)
    last = record.history[-1]
    speech = material.speech
    status = capital(status_words(speech, last.status, kind_of(record)))
    head = Text(status + dagger(record, state_path(last)), Tone.STRONG)
    own = record.dated_history[-1].edtf
    if own is not None and own != record.date_of_record:
        return ((head, Text(f", {date_words(speech, own)}")),)
    return ((head, *_as_of(last, material)),)


def status_cell(record: Record, material: Material) -> Cell:
    """The last status that a source reports and when, then every state in order."""
    if not record.history:
        return ((Text(NOT_KNOWN),),)
    last = record.history[-1]
    status = status_words(material.speech, last.status, kind_of(record))
    head = (Text(capital(status), Tone.STRONG), *_as_of(last, material))
    return (head, *(_state(record, state, material) for state in _worth_saying(record)))


def _as_of(last: State, material: Material) -> Iterator[Text]:
    """When a status that may have changed since was last reported."""
    dates = [material.dataset.source(citation.source).date for citation in last.citations]
    known = [date.edtf for date in dates if date]
    if last.status not in FINAL and known:
        latest = max(known, key=lambda date: date.sort_key)
        date = coarse_words(material.speech, latest)
        yield Text(material.speech.say(", as of {date}", date=date), Tone.MUTED)


def _worth_saying(record: Record) -> Sequence[State]:
    """All states, unless the only one has nothing but the date of the record itself."""
    (first, *rest) = record.history
    date = record.date_of_record
    told = not rest and not first.note and (first.edtf is None or first.edtf == date)
    return () if told else record.dated_history


def _state(record: Record, state: State, material: Material) -> Content:
    """A state with its date; words that the first column's date has already given are left out."""
    _, main = dated(record)
    published = material.published(state.citations)
    only = state.date == main
    words = state_words(material.speech, state, kind_of(record), published, date_only=only)
    said = capital(words)
    note = (Text(". "), material.written(stopped(state.note))) if state.note else ()
    return (
        Text(f"{said}{dagger(record, state_path(state))}"),
        *note,
        *if_several(record, state.citations, material),
    )
