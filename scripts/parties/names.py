"""What a state is called: in English, French, Russian, Japanese, Vietnamese and its own languages.

Short English names follow the United Nations, without what they put in parentheses after the name
of a state; of a territory, that tells which of two it is, or that its name is disputed. Those in
other languages are the Unicode Consortium's, through Babel. Pages that were read have others, and
the names that several states share or one bore once; an English one that is a present state's name
too brings that state's names in other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import attrs
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from parties.cite import cow_spells, cow_start, gw_spells
from parties.tables import Row, by_id, edtf, rows
from relations.gazetteer import fold
from relations.model.names import Name, NameForm

_EVERYWHERE: Final = ("fr", "ru", "ja", "vi")
_MOST_WORDS: Final = 5
"""The longest short name of the United Nations that is used as one; a longer one is official."""

_MOST_OWN: Final = 3
"""How many languages of its own a state is named in, the most spoken first."""

SINCE: Final = {
    "AFG": "1919", "DEU": "1949", "DZA": "1962", "EGY": "1922", "LBY": "1951", "MAR": "1956",
    "MDG": "1960", "MMR": "1948", "MNE": "2006", "SRB": "2006-06-05", "TUN": "1956",
    "RUS": "1991-12-26", "VNM": "1976-07-02", "YEM": "1990-05-22",
}  # fmt: skip  # states in rows
"""States whose number a list gave to an earlier state too, and since when it means them."""


def present(identifier: str, iso2: str, united_nations: Row, codes: Row) -> tuple[Name, ...]:
    """Every name of a present state, the usual one first."""
    names = [Name(text=_short(iso2, united_nations))]
    formal = united_nations["english_formal"].removeprefix("the ")
    if formal:
        names.append(Name(text=_typographic(formal), form=NameForm.OFFICIAL))
    names += _translated(iso2)
    names += read_apart(identifier)
    names += _spelled(_printed_elsewhere(identifier, iso2, united_nations, codes), names)
    return once(names)


def of_ended(identifier: str) -> Iterator[Name]:
    """What an ended state is called by a page, and in other languages as its namesake of today."""
    yield from read_apart(identifier)
    for row in rows("namesakes"):
        if row["id"] == identifier:
            yield from _translated(row["iso2"])


def read_apart(identifier: str) -> Iterator[Name]:
    """What pages that were read call a party, and the other names of the Unicode Consortium."""
    read = tuple(_read(identifier))
    yield from read
    for name in read:
        if name.lang == "en":
            for other in _of_namesake(name.text):
                yield attrs.evolve(other, form=NameForm.SPELLING, period=name.period)


def _read(identifier: str) -> Iterator[Name]:
    for table, usual in (("quoted_names", "short"), ("cldr_alternatives", "spelling")):
        for row in rows(table):
            if row["id"] == identifier:
                form = NameForm(row["form"] or usual)
                period = edtf(row.get("period", ""))
                yield Name(text=row["name"], lang=row["lang"], form=form, period=period)


def languages_of_ended(identifier: str) -> tuple[str, ...]:
    """The languages of an ended state's own names."""
    namesake = by_id("namesakes").get(identifier)
    if namesake:
        return own_languages(namesake["iso2"])
    return tuple(by_id("ended_languages").get(identifier, {"languages": ""})["languages"].split())


def _of_namesake(english: str) -> Iterator[Name]:
    """What the present state of an English name is called in other languages."""
    iso2 = _present_by_name().get(english)
    if iso2:
        yield from _translated(iso2)


@cache
def _present_by_name() -> dict[str, str]:
    """The present states by the English name that the Unicode Consortium gives them."""
    named = ((_in_language("en", row["iso2"]), row["iso2"]) for row in rows("cldr_codes"))
    return {name: iso2 for name, iso2 in named if name}


def once(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names without those that an earlier one spells, in one language and period."""
    kept: dict[tuple[str, str, object], Name] = {}
    for name in names:
        kept.setdefault((fold(name.text), name.lang, name.period), name)
    return tuple(kept.values())


def _short(iso2: str, united_nations: Row) -> str:
    printed = united_nations["m49_english"] or united_nations["english_short"]
    of_territory = any(row["id"] == united_nations["id"] for row in rows("territories"))
    short = printed if of_territory else re.sub(r"\s*\(.*?\)", "", printed).strip()
    if not short or len(short.split()) > _MOST_WORDS or "Special Administrative" in short:
        return (_in_language("en", iso2) or short).removesuffix(" SAR China")
    return "Taiwan" if iso2 == "TW" else _typographic(short)


def _typographic(text: str) -> str:
    return text.replace("'", "’")


def _in_language(language: str, iso2: str) -> str | None:
    try:
        territories = Locale.parse(language).territories
    except UnknownLocaleError:
        return None
    name: str | None = territories.get(iso2)
    return None if name == iso2 else name


def own_languages(iso2: str) -> tuple[str, ...]:
    """The official languages of a state, as BCP 47 tags, the most used first."""
    official = list(get_official_languages(iso2, de_facto=True))[:_MOST_OWN]
    return tuple(language.replace("_", "-") for language in official)


def _translated(iso2: str) -> Iterator[Name]:
    for language in dict.fromkeys((*own_languages(iso2), *_EVERYWHERE)):
        text = None if language == "en" else _in_language(language.replace("-", "_"), iso2)
        if text:
            yield Name(text=text, lang=language)


def _printed_elsewhere(identifier: str, iso2: str, un: Row, codes: Row) -> Iterator[str]:
    """The names that the lists of the field print in English."""
    yield from filter(None, (un["english_short"], un["m49_english"], _in_language("en", iso2)))
    after = SINCE.get(identifier, "")
    for row in cow_spells(codes["cow"]):
        if cow_start(row) >= after:
            yield row["statenme"]
    for row in gw_spells(codes["gw"]):
        if row["start"] < after:
            continue
        main, _, other = row["name"].partition("(")
        yield main.strip()
        if other.endswith(")") and not other.endswith(" of)"):
            yield other.removesuffix(")")
    for table in ("sipri_names", "iso3166_3_names"):
        yield from (row["name"] for row in rows(table) if row["id"] == identifier)


def _spelled(texts: Iterable[str], known: Iterable[Name]) -> Iterator[Name]:
    """Texts that no English name here spells already."""
    seen = {fold(name.text) for name in known if name.lang == "en"}
    for text in texts:
        if fold(text) not in seen:
            seen.add(fold(text))
            yield Name(text=text, form=NameForm.SPELLING)
