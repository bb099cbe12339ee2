"""What parties, persons and places are known by: names, codes and identifiers, for a gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from relations.gazetteer import Entry
from relations.model.country import Country
from relations.model.dates import EdtfDate
from relations.model.party import Party
from relations.model.person import Person
from relations.model.place import Place


def of_parties(parties: Iterable[Party]) -> Iterator[Entry]:
    """Every name and code of these, in the time in which it is borne."""
    for party in parties:
        yield from _of_party(party)


def of_others(things: Iterable[Person | Place]) -> Iterator[Entry]:
    """Every name of these, which bear it always."""
    for thing in things:
        yield Entry(text=thing.id, identifier=thing.id)
        for name in thing.names:
            yield Entry(text=name.text, identifier=thing.id)


def _of_party(party: Party) -> Iterator[Entry]:
    of = partial(Entry, identifier=party.id, ended=_has_ended(party.existed))
    yield of(text=party.id, period=party.existed)
    for name in party.names:
        yield of(text=name.text, period=name.period or party.existed)
    if isinstance(party, Country):
        for scheme, code in party.codes.listed():
            # Many tables hold M49 as a number, which has lost its leading zeros.
            for text in {code: None, code.lstrip("0"): None}:
                yield of(text=text, period=party.existed, scheme=scheme.value)
        for former in party.former_codes:
            period = former.period or party.existed
            yield of(text=former.code, period=period, scheme=former.scheme.value, ended=True)


def _has_ended(time: EdtfDate | None) -> bool:
    """Whether a time is certainly over."""
    return time is not None and time.latest is not None
