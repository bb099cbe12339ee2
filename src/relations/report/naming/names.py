"""The names that one dossier uses, in its language and by its profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from relations.dataset import Dataset
from relations.errors import UnknownName, nearest
from relations.model.dates import EdtfDate
from relations.model.names import Name, NameForm, preferred_name
from relations.model.party import Party
from relations.model.person import Person
from relations.model.place import Place
from relations.report.naming.profile import Choice, Profile
from relations.report.naming.reading import below, is_shipped


@frozen
class Names:
    """The profile's name, or else the data's in this language, or else the data's in English.

    ``profiles`` are asked one after the other. ``now`` is the day of the data, on which anything
    is named that has no day of its own.
    """

    language: str = "en"
    profiles: tuple[Profile, ...] = ()
    now: EdtfDate | None = None

    @classmethod
    def of(cls, dataset: Dataset, language: str, profile: Profile) -> Names:
        """The names by a profile, for a dossier from these data.

        Raises:
            UnknownName: if a profile of the reader's own names what the data do not hold.
        """
        profiles = tuple(below(profile))
        _require_known((it for it in profiles if not is_shipped(it)), dataset)
        return cls(language, profiles, EdtfDate.parse(dataset.edition.date.isoformat()))

    def party(self, party: Party, on: EdtfDate | None = None) -> str:
        """The short name of a state or body, as of a day if one is given."""
        return self._name(party.id, party.names, on) or party.name

    def official(self, party: Party) -> str:
        """The official name of a state or body in this language, or else the short one."""
        held = preferred_name(party.names, NameForm.OFFICIAL, self.language)
        return held or self.party(party)

    def place(self, place: Place, on: EdtfDate | None = None) -> str:
        """The usual name of a place, as of a day if one is given."""
        return self._name(place.id, place.names, on) or place.name

    def person(self, person: Person) -> str:
        """The usual spelling of a person's name."""
        return preferred_name(person.names, NameForm.SHORT, self.language) or person.name

    def notes(self, identifiers: Iterable[str]) -> Iterator[str]:
        """What is to be said of the names of these parties and places."""
        for identifier in identifiers:
            choice = self._choice(identifier, self.now)
            if choice and choice.note:
                yield choice.note

    def _name(self, identifier: str, held: Iterable[Name], on: EdtfDate | None) -> str | None:
        choice = self._choice(identifier, on or self.now)
        return choice.name if choice else preferred_name(held, NameForm.SHORT, self.language)

    def _choice(self, identifier: str, on: EdtfDate | None) -> Choice | None:
        found = (profile.choice(identifier, self.language, on) for profile in self.profiles)
        return next(filter(None, found), None)


def _require_known(profiles: Iterable[Profile], dataset: Dataset) -> None:
    """Refuse names of what is not there: they would be used nowhere, and nobody would know."""
    known = {it.id for it in dataset.parties} | {it.id for it in dataset.places}
    for profile in profiles:
        for choice in profile.names:
            if choice.id not in known:
                near = nearest(choice.id, known)
                words = f", which the profile {profile.title!r} names"
                raise UnknownName("party or place", choice.id, near, otherwise=words)
