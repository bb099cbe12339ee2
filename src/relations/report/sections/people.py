"""Who is named in the records: spellings, offices and their dates."""

from __future__ import annotations

from collections.abc import Iterator

from relations.model.claims import Rank
from relations.model.meeting import Meeting
from relations.model.person import Person, Tenure
from relations.model.statement import Statement
from relations.report.blocks import Block, Column, Content, Heading, Row, Table, Text, Tone
from relations.report.sections.entry import DISPUTED, NOT_KNOWN, Cell
from relations.report.sections.material import Material
from relations.report.sections.register import key
from relations.report.speech import Speech
from relations.report.wording.accounts import reason_words
from relations.report.wording.dates import date_words
from relations.report.wording.sentences import stopped


def people(material: Material) -> Iterator[Block]:
    """The section on people; nothing where no record names any."""
    named = sorted(_named(material))
    if named:
        speech = material.speech
        rows = tuple(_row(material.person(identifier), material) for identifier in named)
        yield Heading(1, speech.say("People and their offices"), "section-people")
        yield Table("", _columns(speech), rows, note=key(rows, material))


def _columns(speech: Speech) -> tuple[Column, ...]:
    return (
        Column(speech.say("Name"), 0.34),
        Column(speech.say("Office"), 0.56),
        Column(speech.say("Sources"), 0.1),
    )


def _named(material: Material) -> set[str]:
    """Everybody whom the pair's records name."""
    found = set()
    for record in material.pair.records:
        if isinstance(record, Meeting):
            found |= {delegate.person for delegate in record.delegates}
        if isinstance(record, Statement) and record.speaker:
            found.add(record.speaker)
    return found


def _row(person: Person, material: Material) -> Row:
    offices = tuple(_office(tenure, person, material) for tenure in person.tenures)
    citations = [*person.citations, *(c for t in person.tenures for c in t.citations)]
    anchor = f"person-{person.id}"
    cite = material.references.cite(citations, material.person_name(person.id), anchor)
    return Row((_names(person, material), offices or ((Text(NOT_KNOWN),),), ((cite,),)), anchor)


def _names(person: Person, material: Material) -> Cell:
    usual, say = material.person_name(person.id), material.speech.say
    others = ", ".join(dict.fromkeys(name.text for name in person.names if name.text != usual))
    return (
        (Text(usual, Tone.STRONG),),
        *(((Text(say("Also written: "), Tone.MUTED), Text(others)),) if others else ()),
        *(((Text(person.military_rank),),) if person.military_rank else ()),
        *_note(person, material),
    )


def _note(person: Person, material: Material) -> Iterator[Content]:
    if person.note:
        label = Text(material.speech.say("Note: "), Tone.MUTED)
        yield label, material.written(stopped(person.note))


def _office(tenure: Tenure, person: Person, material: Material) -> Content:
    contested = any(
        claim.value == tenure.office for contest in person.contests for claim in contest.claims
    )
    sign = DISPUTED if contested else ""
    speech = material.speech
    attested = speech.say(
        "{office}, {party}, attested {date}",
        office=f"{tenure.office}{sign}",
        party=material.party_name(tenure.party, tenure.date.edtf),
        date=date_words(speech, tenure.date.edtf),
    )
    denied = tenure.rank is Rank.DEPRECATED
    reason = f" ({reason_words(speech, tenure.reason)})" if denied else ""
    note = (Text(". "), material.written(stopped(tenure.note))) if tenure.note else ()
    return (Text(f"{attested}{reason}"), *note)
