"""What parties, places and people are called in a dossier: chosen when it is made."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from relations.model.names import Name, NameForm, preferred_name
from relations.model.party import Party
from relations.model.person import Person
from relations.model.place import Place


@frozen
class Names:
    """The names that a dossier uses, in one language; English where the data hold no other."""

    language: str = "en"

    def party(self, party: Party) -> str:
        """The short name of a state or body."""
        return preferred_name(party.names, NameForm.SHORT, self.language) or party.name

    def official(self, party: Party) -> str:
        """The official name of a state or body, or else the short one."""
        return preferred_name(party.names, NameForm.OFFICIAL, self.language) or self.party(party)

    def place(self, place: Place) -> str:
        """The usual name of a place."""
        return self._usual(place.names) or place.name

    def person(self, person: Person) -> str:
        """The usual spelling of a person's name."""
        return self._usual(person.names) or person.name

    def _usual(self, names: Iterable[Name]) -> str | None:
        return preferred_name(names, NameForm.SHORT, self.language)
