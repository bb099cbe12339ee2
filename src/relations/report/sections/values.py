"""Any value of a record's field in words, by its type."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping

from relations.model.dates import Dating
from relations.model.meeting import Delegate, DelegateRole
from relations.model.party import PartyRole
from relations.model.quantities import Money, Quantity
from relations.model.references import TO_PERSON, TO_PLACE
from relations.model.source import Citation
from relations.report.sections.material import Material
from relations.report.speech import Speech
from relations.report.wording.dates import dating_words
from relations.report.wording.parties import parties_words
from relations.report.wording.quantities import money_words, stated_quantity
from relations.report.wording.terms import term


def words(
    value: object, material: Material, unit: str = "", citations: Iterable[Citation] = ()
) -> str:
    """Any value of a field in words; ``citations`` say from which documents it is."""
    speech = material.speech
    if isinstance(value, bool):
        return speech.say("yes") if value else speech.say("no")
    if isinstance(value, Dating):
        return dating_words(speech, value, material.published(citations))
    if isinstance(value, Quantity):
        return _quantity(value, unit, speech)
    if isinstance(value, Money):
        return _money(value, speech)
    if isinstance(value, Delegate):
        return _delegate(value, material)
    if isinstance(value, tuple) and all(isinstance(item, PartyRole) for item in value):
        return parties_words(speech, value, material.party_name)
    if isinstance(value, tuple):
        return speech.series(words(item, material, unit) for item in value)
    return _plain(value, speech)


def named(identifiers: Iterable[str], target: Mapping[str, str], material: Material) -> str:
    """Identifiers as names; ``target`` says what they identify, as the field does."""
    if target == TO_PLACE:
        return material.speech.series(map(material.place_words, identifiers))
    if target == TO_PERSON:
        return material.speech.series(map(material.person_name, identifiers))
    titles = (material.dataset.record(identifier).title for identifier in identifiers)
    return material.speech.series(titles)


def _plain(value: object, speech: Speech) -> str:
    if value is None:
        return speech.say("not known")
    return term(speech, value) if isinstance(value, enum.Enum) else str(value)


def _quantity(quantity: Quantity, unit: str, speech: Speech) -> str:
    if quantity.is_known or quantity.unit or unit:
        return stated_quantity(speech, quantity, unit)
    stated = quantity.as_stated
    words = speech.say("not known")
    return f"{words} ({speech.quoted(stated)})" if stated else words


def _money(money: Money, speech: Speech) -> str:
    words, stated = money_words(speech, money), money.amount.as_stated
    return f"{words} ({speech.quoted(stated)})" if stated else words


def _delegate(delegate: Delegate, material: Material) -> str:
    office = f", {delegate.office}" if delegate.office else ""
    party = material.party_name(delegate.party)
    usual = delegate.role is DelegateRole.PARTICIPANT
    role = "" if usual else f" ({term(material.speech, delegate.role)})"
    return f"{material.person_name(delegate.person)}{office}, {party}{role}"
