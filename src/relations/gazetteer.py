"""Any name, spelling or code to the thing meant, and never a guess.

Names are compared without regard to case, diacritics, spaces and punctuation. A name that nothing
bears is an error with the nearest ones; a name that several bear is an error with all of them.

Four rules decide:

1. An identifier, written exactly as in the data, means the thing it identifies.
2. On a day, a name means whatever bore it on that day. Without a day, what is no more gives way to
   what is; between parties that are, a name that one gave up is not weighed against the other's.
3. A code may name its list, as in "COW 365", "FIPS RS" or "ISO RS". Without it, every list counts,
   but a code that was given up gives way to one of ISO 3166.
   Codes and identifiers are plain letters and digits: "Mỹ" is the United States, and never "MY".
4. A code and a name that meet only where marks and capitals do not count are told apart by them:
   "AO" is Angola and "Áo" is Austria; "ao" may be both. So it is on days when one was not borne:
   "Nga", Russia in Vietnamese, is nobody in 1980, and not NGA.

A name that nothing bears is looked for once more without the English article: "the Netherlands".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import field, frozen

from relations.errors import AmbiguousName, UnknownName, nearest
from relations.model.dates import EdtfDate

_ARTICLE: Final = "the"
_MAIN: Final = "ISO"
"""The list whose codes are in use everywhere, ISO 3166."""
_LETTERS: Final = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "&": "and"})


@frozen(kw_only=True)
class Entry:
    """One name of one thing. ``period`` bounds the use of the name, or the life of the thing.

    ``scheme`` is the list that a code belongs to. ``ended`` says that the thing is no more, or that
    the code was given up.
    """

    text: str
    identifier: str
    period: EdtfDate | None = None
    scheme: str | None = None
    ended: bool = False


def fold(text: str) -> str:
    """``text`` without case, diacritics, spaces and punctuation: "Việt Nam" and "VIETNAM" meet."""
    if text.isascii():  # nothing to take apart in it, and most names are
        return "".join(filter(str.isalnum, text.lower().replace("&", "and")))
    # Taking signs apart may bring capitals to light, and lowering those may bring marks.
    lowered = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", lowered).translate(_LETTERS)
    return "".join(filter(str.isalnum, decomposed))


@frozen
class Gazetteer:
    """The names of one sort of thing; ``what`` is the word for it in messages."""

    what: str
    _entries: dict[str, tuple[Entry, ...]] = field(repr=False)
    _in_order: tuple[Entry, ...] = field(default=(), repr=False)
    _schemes: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, what: str, entries: Iterable[Entry]) -> Gazetteer:
        """A gazetteer of these entries."""
        in_order = tuple(entries)
        by_key: dict[str, list[Entry]] = {}
        schemes: set[str] = set()
        for entry in in_order:
            by_key.setdefault(fold(entry.text), []).append(entry)
            if entry.scheme is not None:
                schemes.add(fold(entry.scheme))
        same = {key: tuple(same) for key, same in by_key.items()}
        return cls(what, same, in_order, frozenset(schemes))

    def resolve(self, text: str, on: EdtfDate | None = None) -> str:
        """The identifier of what bears the name ``text``, on a day if one is given.

        Raises:
            UnknownName: if nothing does; with the nearest names.
            AmbiguousName: if more than one does; with all of them.
        """
        entries = _written_so(text, [e for e in self._bearing(text) if _may_mean(text, e)])
        used = [entry for entry in entries if _in_use(entry, on)]
        found = _identified(text, used) or _living(used, on)
        if len(found) > 1:
            bearing = [entry for entry in used if entry.identifier in found]
            raise AmbiguousName(
                self.what,
                text,
                {identifier: self._called(identifier) for identifier in found},
                advice=_advice(text, bearing, on),
            )
        if not found:
            raise UnknownName(
                self.what, text, () if entries else self._nearest(text), otherwise=_when(entries)
            )
        return next(iter(found))

    def _bearing(self, text: str) -> Sequence[Entry]:
        """Every entry of this name; of one list, if the name says which."""
        if entries := self._entries.get(fold(text), ()):
            return entries
        first, _, rest = text.strip().replace(":", " ", 1).partition(" ")
        same = self._entries.get(fold(rest), ())
        if fold(first) in self._schemes:
            return [entry for entry in same if entry.scheme and fold(entry.scheme) == fold(first)]
        # A code takes no article.
        return [entry for entry in same if not entry.scheme] if fold(first) == _ARTICLE else ()

    def _called(self, identifier: str) -> str:
        """The first name of a thing, and its years if it has ended."""
        of_it = [entry for entry in self._in_order if entry.identifier == identifier]
        name = next((entry.text for entry in of_it if not _is_code(entry)), identifier)
        life = next((e.period for e in of_it if e.text == identifier and e.ended), None)
        return f"{name}, {_years(life)}" if life else name

    def _nearest(self, text: str) -> tuple[str, ...]:
        keys = nearest(fold(text), self._entries)
        return tuple(min(self._entries[key], key=lambda e: e.ended).text for key in keys)


def _may_mean(text: str, entry: Entry) -> bool:
    """Whether ``text`` may be this name; what has marks or is in another script is no code."""
    return not _is_code(entry) or unicodedata.normalize("NFKC", text).isascii()


def _is_code(entry: Entry) -> bool:
    """Whether it is a code of a list, or an identifier."""
    return entry.scheme is not None or entry.text == entry.identifier


def _written_so(text: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The codes or the names among these, if ``text`` is written just as one sort of them is."""
    written = unicodedata.normalize("NFC", text.strip())
    as_code, as_name = (
        any(unicodedata.normalize("NFC", e.text) == written for e in entries if _is_code(e) is sort)
        for sort in (True, False)
    )
    return entries if as_code is as_name else [e for e in entries if _is_code(e) is as_code]


def _in_use(entry: Entry, on: EdtfDate | None) -> bool:
    return on is None or entry.period is None or entry.period.possibly_overlaps(on)


def _identified(text: str, entries: Iterable[Entry]) -> dict[str, None]:
    """What ``text`` identifies outright."""
    return dict.fromkeys(e.identifier for e in entries if e.identifier == text == e.text)


def _living(entries: Sequence[Entry], on: EdtfDate | None) -> dict[str, None]:
    """The bearers of a name; without a day, those that have ended give way to those that are.

    They give way within one list, and every code to one of ISO 3166: VN is Viet Nam, and was the
    north of it in a list that is no longer kept. SU is Sudan in such a list and was the Soviet
    Union in ISO 3166, and stays ambiguous.
    """
    living = set() if on else {entry.scheme for entry in entries if not entry.ended}
    return dict.fromkeys(
        entry.identifier
        for entry in entries
        if not (entry.ended and (entry.scheme in living or (entry.scheme and _MAIN in living)))
    )


def _advice(text: str, bearing: Sequence[Entry], on: EdtfDate | None) -> str:
    """How to say which of the bearers is meant."""
    ways = ["ask for one by its identifier", *_by_list(text, bearing, on)]
    if on is None and any(entry.ended for entry in bearing):
        ways.append("in Python, say on which day")
    return "; or ".join(ways)


def _by_list(text: str, bearing: Sequence[Entry], on: EdtfDate | None) -> Iterator[str]:
    """The lists that give a code to one bearer alone, where these differ."""
    schemes = dict.fromkeys(entry.scheme for entry in bearing if entry.scheme)
    bearers = {
        scheme: _living([entry for entry in bearing if entry.scheme == scheme], on)
        for scheme in schemes
    }
    alone = [f"{scheme} {text} is {only}" for scheme, (only, *more) in bearers.items() if not more]
    if alone and len({bearer for found in bearers.values() for bearer in found}) > 1:
        yield f"name the list: {', '.join(alone)}"


def _years(life: EdtfDate) -> str:
    """From which year to which a thing was that has ended."""
    if life.latest is None:
        return str(life)
    first = life.earliest
    return f"{first.year}–{life.latest.year}" if first else f"until {life.latest.year}"


def _when(entries: Iterable[Entry]) -> str:
    """When a name was borne, for a question about another day."""
    periods = {f"{entry.identifier} in {entry.period}": None for entry in entries}
    return f" then; it means {' and '.join(periods)}" if periods else ""
