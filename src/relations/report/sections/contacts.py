"""When the two last met, level by level and each way: direction matters more than any total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from relations.measures.directions import Direction
from relations.measures.figure import Figure
from relations.measures.last_contacts import LastContact, last_contacts
from relations.model.meeting import Level
from relations.report.blocks import Column, Content, Link, Row, Table, Text, Tone
from relations.report.sections.material import Material
from relations.report.speech import message
from relations.report.wording.dates import date_words
from relations.report.wording.figures import figure_words
from relations.report.wording.sentences import capital
from relations.report.wording.terms import term

_ELSEWHERE: Final = {
    Direction.THIRD_PLACE: message("in a third place"),
    Direction.ON_MARGINS: message("on the margins of another meeting"),
    Direction.ONLINE: message("by video"),
    Direction.NOT_STATED: message("place not known"),
}
"""Where they met if neither went to the other."""


def last_contacts_table(material: Material) -> Table:
    """A row for each level, the highest first, as many as there is room for."""
    rows: dict[Level, list[LastContact]] = {}
    for contact in last_contacts(material.pair):
        rows.setdefault(contact.level, []).append(contact)
    kept = _worth_a_row(rows, material.room.contacts)
    caption = material.speech.say("Last contacts found, by level")
    table_rows = tuple(_row(level, rows[level], material) for level in kept)
    return Table(caption, _columns(material), table_rows)


def _worth_a_row(rows: dict[Level, list[LastContact]], most: int) -> list[Level]:
    """The levels to print: of too many, those at which somebody met come first."""
    met = [level for level in rows if any(contact.meeting for contact in rows[level])]
    others = [level for level in rows if level not in met]
    kept = {*[*met, *others][:most]}
    return [level for level in rows if level in kept]


def _columns(material: Material) -> tuple[Column, ...]:
    say = material.speech.say
    first, second = map(material.room.clipped, material.title)
    return (
        Column(say("Level"), 0.19, names_rows=True),
        Column(say("{one} to {other}", one=first, other=second), 0.27),
        Column(say("{one} to {other}", one=second, other=first), 0.27),
        Column(say("Elsewhere"), 0.27),
    )


def _row(level: Level, contacts: Sequence[LastContact], material: Material) -> Row:
    ways = {contact.direction: contact for contact in contacts}
    elsewhere = [contact for contact in contacts if contact.direction in _ELSEWHERE]
    latest = min(elsewhere, key=lambda contact: contact.days_since.low or 0, default=None)
    none = figure_words(material.speech, _absence(contacts[0]))
    cells = (ways.get(Direction.A_TO_B), ways.get(Direction.B_TO_A), latest)
    name = (Text(capital(term(material.speech, level))),)
    return Row(((name,), *((_cell(contact, none, material),) for contact in cells)))


def _absence(contact: LastContact) -> Figure:
    """What it means that nobody met in a direction, where another was asked about as well."""
    days = contact.days_since
    return Figure.absent(name=days.name, as_of=days.as_of, coverage=days.coverage)


def _cell(contact: LastContact | None, none: str, material: Material) -> Content:
    """The date as a link to the meeting, where it was and who says so; or that none was found."""
    if contact is None or contact.meeting is None:
        return (Text(none, Tone.MUTED),)
    meeting = material.dataset.record(contact.meeting)
    date = date_words(material.speech, contact.date)
    where = _where(contact, material)
    source, *_ = material.cite_for([(meeting, meeting.all_citations())], most=1)
    return Link(date, meeting.id), Text(f", {where} " if where else " "), source


def _where(contact: LastContact, material: Material) -> str:
    if contact.direction in _ELSEWHERE:
        return material.speech.say(_ELSEWHERE[contact.direction])
    return ", ".join(material.place_name(place) for place in contact.places[:1])
