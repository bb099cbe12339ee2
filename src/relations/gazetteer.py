"""Any name, spelling or code to the thing meant, and never a guess.

Names are compared without regard to case, diacritics, spaces and punctuation. A name that nothing
bears is an error with the nearest ones; a name that several bear is an error with all of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from relations.errors import AmbiguousName, UnknownName, nearest
from relations.model.dates import EdtfDate

_LETTERS: Final = str.maketrans({"đ": "d", "ø": "o", "ł": "l"})


@frozen(kw_only=True)
class Entry:
    """One name of one thing. ``period`` bounds the use of the name, or the life of the thing."""

    text: str
    identifier: str
    period: EdtfDate | None = None


def fold(text: str) -> str:
    """``text`` without case, diacritics, spaces and punctuation: "Việt Nam" and "VIETNAM" meet."""
    small = unicodedata.normalize("NFKD", text).casefold()
    letters = unicodedata.normalize("NFKD", small).translate(_LETTERS)
    return "".join(letter for letter in letters if letter.isalnum())


@frozen
class Gazetteer:
    """The names of one sort of thing; ``what`` is the word for it in messages."""

    what: str
    _entries: dict[str, tuple[Entry, ...]] = field(repr=False)

    @classmethod
    def of(cls, what: str, entries: Iterable[Entry]) -> Gazetteer:
        """A gazetteer of these entries."""
        by_key: dict[str, tuple[Entry, ...]] = {}
        for entry in entries:
            key = fold(entry.text)
            by_key[key] = (*by_key.get(key, ()), entry)
        return cls(what, by_key)

    def resolve(self, text: str, on: EdtfDate | None = None) -> str:
        """The identifier of what bears the name ``text``, on a day if one is given.

        Raises:
            UnknownName: if nothing does; with the nearest names.
            AmbiguousName: if more than one does; with all of them.
        """
        entries = self._entries.get(fold(text), ())
        found = dict.fromkeys(entry.identifier for entry in entries if _in_use(entry, on))
        if len(found) > 1:
            raise AmbiguousName(self.what, text, tuple(found))
        if not found:
            raise UnknownName(self.what, text, self._nearest(text))
        return next(iter(found))

    def _nearest(self, text: str) -> tuple[str, ...]:
        keys = nearest(fold(text), self._entries)
        return tuple(self._entries[key][0].text for key in keys)


def _in_use(entry: Entry, on: EdtfDate | None) -> bool:
    return on is None or entry.period is None or entry.period.possibly_overlaps(on)
