"""A choice of names for parties and places, by language and day."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from attrs import Attribute, field, frozen

from relations.model.dates import EdtfDate
from relations.model.validators import not_blank, valid_id

LONGEST_NAME: Final = 120
"""The most letters of a name, so that a title stays on a page."""

_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _tag(_: object, attribute: Attribute[str], value: str) -> None:
    if not _TAG.fullmatch(value):
        raise ValueError(f"{attribute.name} is to be a BCP 47 tag, such as 'fr', not {value!r}")


def _one_line(_: object, attribute: Attribute[str], value: str) -> None:
    if len(value) > LONGEST_NAME or not value.isprintable():
        raise ValueError(f"{attribute.name} is to be one line of at most {LONGEST_NAME} letters")


@frozen(kw_only=True)
class Choice:
    """That a party or place is called ``name`` in a language, in ``period`` if it is bounded.

    ``id`` is its identifier in the data, ``lang`` a BCP 47 tag. ``note`` is printed in the imprint
    of a dossier that uses the name, such as a reservation that goes with it; ``source`` says where
    the name was taken from, and is printed nowhere.
    """

    id: str = field(validator=valid_id)
    lang: str = field(validator=_tag)
    name: str = field(validator=[not_blank, _one_line])
    period: EdtfDate | None = None
    note: str = ""
    source: str = ""

    def is_used(self, on: EdtfDate | None) -> bool:
        """Whether something of that day is called so; of no day, whether it is called so now."""
        if self.period is None or on is None:
            return self.period is None or self.period.is_open
        return self.period.possibly_overlaps(on)


@frozen(kw_only=True)
class Profile:
    """Choices of names; what they leave open is settled by the profile below, then by the data.

    ``title`` is what the imprint calls it; ``based_on`` is the word for the profile below, one of
    those that come with the library; blank means the data alone.
    """

    title: str = field(validator=[not_blank, _one_line])
    names: tuple[Choice, ...]
    based_on: str = "un"

    def choice(self, identifier: str, lang: str, on: EdtfDate | None) -> Choice | None:
        """The first choice for a party or place in a language, for something of a day."""
        held = self._held.get((identifier, lang), ())
        return next((choice for choice in held if choice.is_used(on)), None)

    @cached_property
    def _held(self) -> dict[tuple[str, str], list[Choice]]:
        held: dict[tuple[str, str], list[Choice]] = {}
        for choice in self.names:
            held.setdefault((choice.id, choice.lang), []).append(choice)
        return held
