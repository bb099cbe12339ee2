"""One record as the cells of a table row: when, what, how far, and from which sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

import attrs
from attrs import frozen

from relations.model.dates import Dating
from relations.model.quantities import Quantity
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.references import TO_PERSON, TO_RECORD
from relations.model.source import Citation
from relations.model.statement import Statement
from relations.model.status import State
from relations.report.blocks import Content, Inline, Link, Text, Tone
from relations.report.options import Length
from relations.report.sections.fills import marker
from relations.report.sections.material import Material
from relations.report.sections.values import words
from relations.report.speech import Speech
from relations.report.wording.dates import date_words, stated
from relations.report.wording.parties import parties_words
from relations.report.wording.quantities import stated_quantity
from relations.report.wording.sentences import capital, stopped

_LINE: Final = 84
"""In a register, details that are together no longer than this many letters share a paragraph."""

_APART: Final = "\N{NO-BREAK SPACE}· "
"""What stands between two details of a paragraph, and never begins a line."""

NOT_KNOWN: Final = ".."
DISPUTED: Final = "†"
CHANGED: Final = "‡"

Cell = tuple[Content, ...]


@frozen
class Detail:
    """A field of a record as it is printed in a row: its label, and the unit if it has none."""

    field: str
    label: str
    unit: str = ""


_PLACE: Final = Detail("places", "Place")
_CONCERNS: Final = Detail("places", "Concerns")
"""The places of a statement are what it is about, and not where it was made."""


# -- when ----------------------------------------------------------------------------------------


def when_cell(record: Record, material: Material) -> Cell:
    """The record's marker and date."""
    name, dating = dated(record)
    said = date_words(material.speech, dating.edtf) if dating else NOT_KNOWN
    changed = CHANGED if record.id in material.changed else ""
    return ((marker(record, material.speech), Text(f" {said}{dagger(record, name)}{changed}")),)


def dated(record: Record) -> tuple[str, Dating | None]:
    """The field or state that gives the record its date, and that date with its words."""
    date = record.date_of_record
    return next(((name, at) for name, at in _datings(record) if at.edtf == date), ("", None))


def _datings(record: Record) -> Iterator[tuple[str, Dating]]:
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        if isinstance(value, Dating):
            yield attribute.name, value
    for state in record.history:
        if state.date:
            yield state_path(state), state.date


# -- what ----------------------------------------------------------------------------------------


def short_cell(record: Record, main: Sequence[Detail], material: Material) -> Cell:
    """Title, parties by role where that says something, and the main details as one paragraph.

    The title of a statement says whose it is.
    """
    goes_unsaid = isinstance(record, Statement) or _is_plain(record, material)
    parties = () if goes_unsaid else (_parties(record, material),)
    told = (
        *parties,
        *_details(record, main, material),
        *_attributions(record, material),
    )
    return ((material.written(record.title, Tone.STRONG),), *_run_on(told, None))


def _is_plain(record: Record, material: Material) -> bool:
    """Whether the two of the pair, and nobody else, take part alike."""
    pair = {material.pair.a.id, material.pair.b.id}
    alike = len({(entry.role, entry.note) for entry in record.parties}) == 1
    return alike and set(record.party_ids) == pair


def name_cell(record: Record, material: Material) -> Cell:
    """Title, identifier, parties by role, and the path that ties the record to the pair."""
    return (
        (material.written(record.title, Tone.STRONG),),
        (Text(record.id, Tone.MUTED),),
        _parties(record, material),
        *_path_line(record, material),
    )


def details_cell(record: Record, details: Sequence[Detail], material: Material) -> Cell:
    """Every detail that is known."""
    told = (
        *_run_on(_details(record, details, material), _LINE),
        *_stated_date(record, material),
        *_attributions(record, material),
        *_related(record, material),
        *_note(record.note, material),
    )
    return told or ((Text(material.speech.say("No further detail is held."), Tone.MUTED),),)


def _parties(record: Record, material: Material) -> Content:
    names = partial(material.party_name, on=record.date_of_record)
    words = parties_words(material.speech, record.parties, names)
    return (
        Text(capital(words) + dagger(record, "parties")),
        *_sources(record, "parties", material),
    )


def _path_line(record: Record, material: Material) -> Iterator[Content]:
    via = material.pair.records.path(record).via
    if via:
        words = material.speech.say("Through {bodies}", bodies=material.in_sentence(via))
        yield (Text(words, Tone.MUTED),)


def _run_on(details: Iterable[Content], most: int | None) -> Iterator[Content]:
    """The details in order, one after the other in a paragraph of at most so many letters."""
    held: list[Inline] = []
    for detail in details:
        if held and most and _length((*held, *detail)) > most:
            yield tuple(held)
            held = []
        held += [Text(_APART, Tone.MUTED)] * bool(held) + list(detail)
    if held:
        yield tuple(held)


def _length(content: Iterable[Inline]) -> int:
    return sum(len(inline.text) for inline in content if isinstance(inline, Text | Link))


def _stated_date(record: Record, material: Material) -> Iterator[Content]:
    """The source's words for the date in the first column, where they are relative or vague."""
    _, dating = dated(record)
    if not dating:
        return
    said = stated(material.speech, dating, material.published(record.all_citations()))
    if said:
        yield Text(material.speech.say("Date in the source: "), Tone.MUTED), Text(said)


def _details(record: Record, details: Sequence[Detail], material: Material) -> Iterator[Content]:
    if record.places:
        places = material.speech.series(map(material.place_words, record.places))
        where = _CONCERNS if isinstance(record, Statement) else _PLACE
        yield _labelled(record, where, (Text(places),), material)
    told, _ = dated(record)
    for detail in details:
        value = getattr(record, detail.field)
        if detail.field != told and _is_stated(value):
            yield _labelled(record, detail, _said(record, detail, value, material), material)


def _is_stated(value: object) -> bool:
    return value is not None and value != () and getattr(value, "value", None) != "not_stated"


def _labelled(record: Record, detail: Detail, said: Content, material: Material) -> Content:
    contradicted = detail.field == "text" and record.id in material.contradicted
    sign = DISPUTED if contradicted else dagger(record, detail.field)
    say = material.speech.say
    return (
        Text(say("{label}: ", label=say(detail.label)), Tone.MUTED),
        *said,
        *((Text(sign),) if sign else ()),
        *_sources(record, detail.field, material),
    )


def _said(record: Record, detail: Detail, value: object, material: Material) -> Content:
    refers = attrs.fields_dict(type(record))[detail.field].metadata
    if refers == TO_RECORD:
        return _records(value if isinstance(value, tuple) else (value,), material)
    if refers == TO_PERSON:
        return (Text(material.person_name(str(value))),)
    said = words(value, material, detail.unit, tuple(record.all_citations()))
    return (material.written(said) if _is_prose(value) else Text(said),)


def _is_prose(value: object) -> bool:
    """Whether a value is words of the curators."""
    return isinstance(value, str) or (
        isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    )


def _records(identifiers: Iterable[str], material: Material) -> Content:
    content: list[Inline] = []
    for identifier in identifiers:
        content += [Text(material.speech.say("; "))] * bool(content)
        content.append(material.record_link(identifier))
    return tuple(content)


def _attributions(record: Record, material: Material) -> Iterator[Content]:
    """Whom the sources name for what the row says, and not for what else they say of it."""
    named = dict.fromkeys(
        citation.attribution for citation in record.used_citations() if citation.attribution
    )
    if named:
        said = material.speech.series(named)
        label = Text(material.speech.say("According to: "), Tone.MUTED)
        yield label, material.written(said)


def _related(record: Record, material: Material) -> Iterator[Content]:
    if record.related:
        yield (
            Text(material.speech.say("See also: "), Tone.MUTED),
            *_records(record.related, material),
        )


def _note(note: str, material: Material) -> Iterator[Content]:
    if note:
        label = Text(material.speech.say("Note: "), Tone.MUTED)
        yield label, material.written(stopped(note))


# -- how many ------------------------------------------------------------------------------------


def numbers_cell(record: Record, figures: Sequence[Detail], material: Material) -> Cell:
    """Numbers in a column of their own, a line for each; what they count stands in the title."""
    return tuple(_numbers(record, detail, material) for detail in figures)


def known_numbers_cell(record: Record, figures: Sequence[Detail], material: Material) -> Cell:
    """The numbers that some source speaks of, or one sign that none does."""
    told = [detail for detail in figures if getattr(record, detail.field) is not None]
    return numbers_cell(record, told, material) or ((Text(NOT_KNOWN),),)


def _numbers(record: Record, detail: Detail, material: Material) -> Content:
    figure = _figure(getattr(record, detail.field), material.speech)
    return (
        Text(f"{material.speech.say(detail.label)} ", Tone.MUTED),
        Text(figure + dagger(record, detail.field)),
        *_sources(record, detail.field, material),
    )


def _figure(quantity: Quantity | None, speech: Speech) -> str:
    if quantity is None:
        return NOT_KNOWN
    if quantity.is_known:
        return stated_quantity(speech, attrs.evolve(quantity, unit=None))
    stated = quantity.as_stated
    return f"{NOT_KNOWN} ({speech.quoted(stated)})" if stated else NOT_KNOWN


# -- from where ----------------------------------------------------------------------------------


def sources_cell(record: Record, material: Material) -> Cell:
    """The numbers of the sources of the record: two in a dossier, all in the register."""
    return (material.cite_for([(record, record.all_citations())], most=2),)


def _sources(record: Record, field: str, material: Material) -> Content:
    """The sources of one field, where the record has several; in the register alone."""
    if material.options.length is not Length.REGISTER:
        return ()
    own = [citation for citation in record.citations if field in citation.supports]
    claimed = [
        citation for claim in record.claims if claim.field == field for citation in claim.citations
    ]
    return if_several(record, (*own, *claimed), material)


def if_several(record: Record, citations: Sequence[Citation], material: Material) -> Content:
    """The sources of a part of a record, where the record has several."""
    several = len({citation.source for citation in record.all_citations()}) > 1
    if not several or not citations:
        return ()
    return Text(" "), *material.cite_for([(record, citations)])


def dagger(record: Record, field: str) -> str:
    """The sign of a disputed or doubted field."""
    disputed = {contest.field for contest in record.contests if contest.is_disputed}
    return DISPUTED if field in disputed else ""


def state_path(state: State) -> str:
    """What a claim calls the date of a state."""
    return HISTORY_PREFIX + state.status.value
