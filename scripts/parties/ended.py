"""The states that ended since 1816, as Correlates of War or Gleditsch and Ward list them."""

from __future__ import annotations

from collections.abc import Iterator

from parties import names
from parties.cite import (
    cite_code,
    cite_codes,
    cite_name,
    cite_names,
    cow_spells,
    cow_start,
    gw_spells,
    of_cow,
    of_gw,
)
from parties.states import former_codes, quoted
from parties.succession import successions_of
from parties.tables import Row, by_id, edtf, rows
from relations.model.country import Codes, Country, Scheme
from relations.model.names import Name, NameForm
from relations.model.source import Citation


def ended_states() -> Iterator[Country]:
    """Every state that is no more."""
    for row in rows("ended_states"):
        yield Country(
            id=row["id"],
            names=names.once(_names(row)),
            citations=tuple(_citations(row)),
            existed=edtf(row["existed"]),
            successions=successions_of(row["id"]),
            note=row["note"],
            codes=_codes(row["id"], row["cow"], row["gw"]),
            former_codes=former_codes(row["id"]),
            languages=names.languages_of_ended(row["id"]),
        )
    yield from _curated()


def _curated() -> Iterator[Country]:
    """What the lists say of the two that the curated data describe themselves."""
    for identifier, code, usual in (
        ("SUN", "365", "Soviet Union"),
        ("VDR", "816", "North Vietnam"),
    ):
        yield Country(
            id=identifier,
            names=(Name(text=usual), *names.of_ended(identifier)),
            citations=(
                of_gw(gw_spells(code)[-1]),
                of_cow(cow_spells(code)[-1]),
                *cite_codes(identifier),
                *_of_item(identifier),
                *_of_names(identifier),
            ),
            successions=successions_of(identifier),
            codes=_codes(identifier, code, code),
            languages=names.languages_of_ended(identifier),
        )


def _names(row: Row) -> Iterator[Name]:
    yield Name(text=row["name"])
    if row["official"]:
        yield Name(text=row["official"], form=NameForm.OFFICIAL)
    for spell in _cow(row):
        if row["id"] != "SERBIA-1918":  # listed there as the Yugoslavia that came after it
            yield Name(text=spell["statenme"], form=NameForm.SPELLING)
    for spell in _gw(row):
        yield Name(text=spell["name"].partition(" (")[0], form=NameForm.SPELLING)
    for entry in rows("sipri_names"):
        if entry["id"] == row["id"]:
            yield Name(text=entry["name"], form=NameForm.SPELLING)
    yield from names.of_ended(row["id"])


def _codes(identifier: str, cow: str, gw: str) -> Codes:
    iso = by_id("codes_ended").get(identifier, {})
    sipri = [entry["name"] for entry in rows("sipri_names") if entry["id"] == identifier]
    return Codes(
        iso2=iso.get("iso2") or None,
        iso3=iso.get("iso3") or None,
        iso3166_3=iso.get("iso3166_3") or None,
        m49=iso.get("m49") or quoted(identifier, Scheme.M49),
        cow=int(cow) if cow else None,
        gw=int(gw) if gw else None,
        fips=quoted(identifier, Scheme.FIPS),
        wikidata=_wikidata(identifier).get("item"),
        sipri=sipri[0] if sipri else None,
    )


def _listed(row: Row, wanted: str) -> list[str]:
    """The first days of the rows of a list that a state rests on: "cow 315 1918; cow 315 1945"."""
    entries = (entry.split() for entry in row["lists"].split("; "))
    return [start for name, _, start in entries if name == wanted]


def _cow(row: Row) -> list[Row]:
    starts = tuple(_listed(row, "cow"))
    return [spell for spell in cow_spells(row["cow"]) if cow_start(spell).startswith(starts)]


def _gw(row: Row) -> list[Row]:
    starts = tuple(_listed(row, "gw"))
    return [spell for spell in gw_spells(row["gw"]) if spell["start"].startswith(starts)]


def _citations(row: Row) -> Iterator[Citation]:
    yield from map(of_cow, _cow(row))
    yield from map(of_gw, _gw(row))
    iso = by_id("codes_ended").get(row["id"])
    for entry in rows("iso3166_3"):
        if iso and entry["alpha4"] == iso["iso3166_3"]:
            yield cite_code("iso-3166-3", f"alpha4: '{entry['alpha4']}', type: '{entry['type']}'")
    for name in rows("sipri_names"):
        if name["id"] == row["id"]:
            yield cite_code("sipri-names", name["name"])
    yield from cite_codes(row["id"])
    yield from _of_item(row["id"])
    yield from _of_names(row["id"])


def _wikidata(identifier: str) -> Row:
    """The item of a state: as the list of present ones has it, or as it was read apart."""
    tables = (by_id("wikidata"), by_id("wikidata_ended"))
    return next((table[identifier] for table in tables if identifier in table), {})


def _of_item(identifier: str) -> Iterator[Citation]:
    found = _wikidata(identifier)
    if "quote" in found:
        yield cite_code("wikidata-items-ended", found["quote"])
    elif found:
        yield cite_code("wikidata-items", found["item"])


def _of_names(identifier: str) -> Iterator[Citation]:
    """Who calls it what; its namesake's names are the Unicode Consortium's."""
    yield from cite_names(identifier)
    for row in rows("namesakes"):
        if row["id"] == identifier:
            yield cite_name("unicode-cldr", f'"{row["iso2"]}"')
