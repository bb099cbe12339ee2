"""One record as the cells of a table row: when, what, how far, and from which sources."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs
from attrs import frozen

from relations.model.dates import Dating
from relations.model.meeting import Delegate
from relations.model.quantities import Money, Quantity
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.references import TO_PERSON, TO_RECORD
from relations.model.source import Citation
from relations.model.status import State
from relations.pairs import Way
from relations.report.blocks import Content, Inline, Text, Tone
from relations.report.sections.fills import marker
from relations.report.sections.material import Material
from relations.report.wording.dates import date_words, dating_words
from relations.report.wording.lists import capital, stopped
from relations.report.wording.parties import parties_words
from relations.report.wording.quantities import money_words, stated_quantity
from relations.report.wording.statuses import FINAL, state_words, status_words

NOT_KNOWN: Final = ".."
DISPUTED: Final = "†"

Cell = tuple[Content, ...]


@frozen
class Detail:
    """A field of a record as it is printed in a row: its label, and the unit if it has none."""

    field: str
    label: str
    unit: str = ""


# -- when ----------------------------------------------------------------------------------------


def when_cell(record: Record) -> Cell:
    """The record's marker and date."""
    name, dating = _dated(record)
    words = dating_words(dating) if dating else NOT_KNOWN
    return ((marker(record), Text(f" {words}{_dagger(record, name)}")),)


def _dated(record: Record) -> tuple[str, Dating | None]:
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
            yield _path(state), state.date


# -- what ----------------------------------------------------------------------------------------


def what_cell(record: Record, details: Sequence[Detail], material: Material) -> Cell:
    """Title, parties by role, the path if it is not direct, and every detail that is known."""
    return (
        (Text(record.title, Tone.STRONG),),
        _parties(record, material),
        *_path_line(record, material),
        *_details(record, details, material),
        *_attributions(record),
        *_related(record, material),
        *_note(record.note),
    )


def _parties(record: Record, material: Material) -> Content:
    words = parties_words(record.parties, material.party_name)
    return (
        Text(capital(words) + _dagger(record, "parties")),
        *_sources(record, "parties", material),
    )


def _path_line(record: Record, material: Material) -> Iterator[Content]:
    path = material.pair.records.path(record)
    if path.way is not Way.DIRECT:
        yield (Text(f"Through {material.in_sentence(path.via)}", Tone.MUTED),)


def _details(record: Record, details: Sequence[Detail], material: Material) -> Iterator[Content]:
    if record.places:
        places = "; ".join(map(material.place_words, record.places))
        yield _labelled(record, Detail("places", "Place"), (Text(places),), material)
    told, _ = _dated(record)
    for detail in details:
        value = getattr(record, detail.field)
        if detail.field != told and _is_stated(value):
            yield _labelled(record, detail, _said(record, detail, value, material), material)


def _is_stated(value: object) -> bool:
    return value is not None and value != () and getattr(value, "value", None) != "not_stated"


def figure_cell(record: Record, detail: Detail, material: Material) -> Cell:
    """A number in a column of its own; one that is not known has the source's words beside it."""
    quantity = getattr(record, detail.field)
    known = quantity is not None and quantity.is_known
    said = stated_quantity(quantity, detail.unit) if known else NOT_KNOWN
    stated = f" (“{quantity.as_stated}”)" if quantity and not known and quantity.as_stated else ""
    dagger = _dagger(record, detail.field)
    return ((Text(said + stated + dagger), *_sources(record, detail.field, material)),)


def _labelled(record: Record, detail: Detail, said: Content, material: Material) -> Content:
    dagger = _dagger(record, detail.field)
    return (
        Text(f"{detail.label}: ", Tone.MUTED),
        *said,
        *((Text(dagger),) if dagger else ()),
        *_sources(record, detail.field, material),
    )


def _said(record: Record, detail: Detail, value: object, material: Material) -> Content:
    refers = attrs.fields_dict(type(record))[detail.field].metadata
    if refers == TO_RECORD:
        return _records(value if isinstance(value, tuple) else (value,), material)
    if refers == TO_PERSON:
        return (Text(material.person(str(value)).name),)
    return (Text(words(value, material, detail.unit)),)


def _records(identifiers: Iterable[str], material: Material) -> Content:
    content: list[Inline] = []
    for identifier in identifiers:
        content += [Text("; ")] * bool(content) + [material.record_link(identifier)]
    return tuple(content)


def words(value: object, material: Material, unit: str = "") -> str:
    """Any value of a field in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Dating):
        return dating_words(value)
    if isinstance(value, Quantity):
        return stated_quantity(value, unit)
    if isinstance(value, Money):
        return _money(value)
    if isinstance(value, Delegate):
        return _delegate(value, material)
    if isinstance(value, tuple):
        return "; ".join(words(item, material, unit) for item in value)
    return _plain(value)


def _plain(value: object) -> str:
    if value is None:
        return "not known"
    return str(value.value).replace("_", " ") if isinstance(value, enum.Enum) else str(value)


def _money(money: Money) -> str:
    stated = money.amount.as_stated
    return f"{money_words(money)} (“{stated}”)" if stated else money_words(money)


def _delegate(delegate: Delegate, material: Material) -> str:
    office = f", {delegate.office}" if delegate.office else ""
    party = material.party_name(delegate.party)
    role = delegate.role.value.replace("_", " ")
    return f"{material.person(delegate.person).name}{office}, {party} ({role})"


def _attributions(record: Record) -> Iterator[Content]:
    named = dict.fromkeys(
        citation.attribution for citation in record.all_citations() if citation.attribution
    )
    if named:
        yield Text("According to: ", Tone.MUTED), Text("; ".join(named))


def _related(record: Record, material: Material) -> Iterator[Content]:
    if record.related:
        yield Text("See also: ", Tone.MUTED), *_records(record.related, material)


def _note(note: str) -> Iterator[Content]:
    if note:
        yield (Text("Note: ", Tone.MUTED), Text(stopped(note)))


# -- how far -------------------------------------------------------------------------------------


def status_cell(record: Record, material: Material) -> Cell:
    """The last status that a source reports and when, then every state in order."""
    if not record.history:
        return ((Text(NOT_KNOWN),),)
    last = record.history[-1]
    head = (Text(capital(status_words(last.status)), Tone.STRONG), *_as_of(last, material))
    return (head, *(_state(record, state, material) for state in _worth_saying(record)))


def _as_of(last: State, material: Material) -> Iterator[Text]:
    """When a status that may have changed since was last reported."""
    dates = [material.dataset.source(citation.source).date for citation in last.citations]
    known = [date.edtf for date in dates if date]
    if last.status not in FINAL and known:
        latest = max(known, key=lambda date: date.sort_key)
        yield Text(f" as of {date_words(latest)}", Tone.MUTED)


def _worth_saying(record: Record) -> Sequence[State]:
    """All states, unless the only one has nothing but the date of the record itself."""
    (first, *rest) = record.history
    date = record.date_of_record
    told = not rest and not first.note and (first.edtf is None or first.edtf == date)
    return () if told and not _dagger(record, _path(first)) else record.history


def _state(record: Record, state: State, material: Material) -> Content:
    dagger = _dagger(record, _path(state))
    return (
        Text(capital(state_words(state)) + dagger),
        *_if_several(record, state.citations, material),
    )


def _path(state: State) -> str:
    return HISTORY_PREFIX + state.status.value


# -- from where ----------------------------------------------------------------------------------


def sources_cell(record: Record, material: Material) -> Cell:
    """The numbers of all sources of the record."""
    return ((material.cite(record),),)


def _sources(record: Record, field: str, material: Material) -> Content:
    """The sources of one field, where the record has several."""
    own = [citation for citation in record.citations if field in citation.supports]
    claimed = [
        citation for claim in record.claims if claim.field == field for citation in claim.citations
    ]
    return _if_several(record, (*own, *claimed), material)


def _if_several(record: Record, citations: Sequence[Citation], material: Material) -> Content:
    several = len({citation.source for citation in record.all_citations()}) > 1
    if not several or not citations:
        return ()
    return Text(" "), material.cite_for(record, citations)


def _dagger(record: Record, field: str) -> str:
    """The sign of a disputed or doubted field."""
    disputed = {contest.field for contest in record.contests if contest.is_disputed}
    return DISPUTED if field in disputed else ""
