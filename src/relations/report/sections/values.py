"""Any value of a record's field in words, by its type."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Final

from relations.model.dates import Dating
from relations.model.meeting import Delegate, DelegateRole
from relations.model.party import PartyRole
from relations.model.quantities import Money, Quantity
from relations.model.references import TO_PERSON, TO_PLACE
from relations.model.source import Citation
from relations.report.sections.material import Material
from relations.report.wording.dates import dating_words
from relations.report.wording.parties import parties_words
from relations.report.wording.quantities import UNKNOWN_NUMBER, money_words, stated_quantity

_SPELT: Final = {"co_chair": "co-chair"}


def words(
    value: object, material: Material, unit: str = "", citations: Iterable[Citation] = ()
) -> str:
    """Any value of a field in words; ``citations`` say from which documents it is."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Dating):
        return dating_words(value, material.published(citations))
    if isinstance(value, Quantity):
        return stated_quantity(value, unit).replace(UNKNOWN_NUMBER, "not known")
    if isinstance(value, Money):
        return _money(value)
    if isinstance(value, Delegate):
        return _delegate(value, material)
    if isinstance(value, tuple) and all(isinstance(item, PartyRole) for item in value):
        return parties_words(value, material.party_name)
    if isinstance(value, tuple):
        return "; ".join(words(item, material, unit) for item in value)
    return _plain(value)


def named(identifiers: Iterable[str], target: Mapping[str, str], material: Material) -> str:
    """Identifiers as names; ``target`` says what they identify, as the field does."""
    if target == TO_PLACE:
        return "; ".join(map(material.place_words, identifiers))
    if target == TO_PERSON:
        return "; ".join(material.person(identifier).name for identifier in identifiers)
    return "; ".join(material.dataset.record(identifier).title for identifier in identifiers)


def _plain(value: object) -> str:
    if value is None:
        return "not known"
    if not isinstance(value, enum.Enum):
        return str(value)
    word = str(value.value)
    return _SPELT.get(word, word.replace("_", " "))


def _money(money: Money) -> str:
    stated = money.amount.as_stated
    return f"{money_words(money)} (“{stated}”)" if stated else money_words(money)


def _delegate(delegate: Delegate, material: Material) -> str:
    office = f", {delegate.office}" if delegate.office else ""
    party = material.party_name(delegate.party)
    usual = delegate.role is DelegateRole.PARTICIPANT
    role = "" if usual else f" ({_plain(delegate.role)})"
    return f"{material.person(delegate.person).name}{office}, {party}{role}"
