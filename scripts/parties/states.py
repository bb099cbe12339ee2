"""The states of the present, and the territories that the field's lists hold beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from parties import names
from parties.cite import (
    cite,
    cite_administrator,
    cite_code,
    cite_codes,
    cite_names,
    cow_end,
    cow_spells,
    cow_start,
    gw_spells,
    in_words,
    is_microstate,
    of_cow,
    of_gw,
)
from parties.counting import FIRST_DAY
from parties.succession import successions_of
from parties.tables import Row, by_id, edtf, rows
from relations.model.country import Codes, Country, CountryStatus, FormerCode, Scheme
from relations.model.dates import EdtfDate
from relations.model.source import Citation

_NO_CODE: Final = "-"

_OBSERVERS: Final = frozenset({"PSE", "VAT"})


def present_states() -> Iterator[Country]:
    """Every state and territory of today."""
    numbers, un_names = by_id("codes_cow_gw"), by_id("un_names")
    for row in rows("cldr_codes"):
        identifier = row["id"]
        own = numbers.get(identifier, {"cow": "", "gw": ""})
        spells = _spells(identifier, own)
        yield Country(
            id=identifier,
            names=names.present(identifier, row["iso2"], un_names[identifier], own),
            citations=tuple(_citations(row, un_names[identifier], own)),
            existed=_existed(identifier, spells),
            successions=successions_of(identifier),
            note=_note(identifier, own["gw"], spells),
            codes=_codes(row, own),
            former_codes=former_codes(identifier),
            status=_status(identifier),
            languages=names.own_languages(row["iso2"]),
            administered_by=_administrator(identifier),
        )


def former_codes(identifier: str) -> tuple[FormerCode, ...]:
    """The codes that lists gave a state once."""
    return tuple(
        FormerCode(scheme=Scheme(row["scheme"]), code=row["code"], period=edtf(row["period"]))
        for row in rows("codes_former")
        if row["id"] == identifier
    )


def _said_of_territory(identifier: str) -> list[Row]:
    """What the lists of dependent territories say of it, a row for each of its parts."""
    return [row for row in rows("territories") if row["id"] == identifier]


def _administrator(identifier: str) -> str | None:
    return next((row["administered_by"] or None for row in _said_of_territory(identifier)), None)


def _note(identifier: str, gw: str, spells: Spells) -> str:
    told = [row["note"] for row in _said_of_territory(identifier)]
    told += [row["note"] for row in rows("independence") if row["id"] == identifier]
    told += (
        ["Gleditsch and Ward have it in their list of microstates."] if is_microstate(gw) else []
    )
    return " ".join(filter(None, (*told, _gaps(spells))))


def _status(identifier: str) -> CountryStatus:
    if identifier in by_id("un_members"):
        return CountryStatus.UN_MEMBER
    return CountryStatus.UN_OBSERVER if identifier in _OBSERVERS else CountryStatus.OTHER


def _codes(row: Row, own: Row) -> Codes:
    identifier = row["id"]
    sipri = [entry["name"] for entry in rows("sipri_names") if entry["id"] == identifier]
    return Codes(
        iso2=row["iso2"],
        iso3=row["iso3"] or None,
        m49=row["m49"] if row["iso3"] else None,
        cow=int(own["cow"]) if own["cow"] else None,
        gw=int(own["gw"]) if own["gw"] else None,
        fips=_fips(row),
        genc=_genc(identifier),
        wikidata=by_id("wikidata")[identifier]["item"],
        sipri=sipri[0] if sipri else None,
    )


def quoted(identifier: str, scheme: Scheme) -> str | None:
    """A code that the main copy of its list lacks, or has an older one for; none given up since."""
    given_up = {it.code for it in former_codes(identifier) if it.scheme is scheme}
    wanted = (identifier, scheme.value)
    codes = (r["code"] for r in rows("codes_quoted") if (r["id"], r["scheme"]) == wanted)
    return next((code for code in codes if code not in given_up), None)


def _fips(row: Row) -> str | None:
    """The code of FIPS 10-4, or of its successor where that gave or changed one after 2008.

    Where CLDR prints none, it means that the code is the one of ISO; a dash in the table says that
    there was none.
    """
    code = quoted(row["id"], Scheme.FIPS) or row["fips"] or row["iso2"]
    return None if code == _NO_CODE else code


def _genc(identifier: str) -> str | None:
    row = by_id("genc_codes").get(identifier)
    return row["genc"] if row else quoted(identifier, Scheme.GENC)


Spells = dict[str, list[tuple[str, str]]]
"""By the name of a list, the first and last days of each time that it counts a state."""


def _spells(identifier: str, own: Row) -> Spells:
    after = names.SINCE.get(identifier, "")
    cow = [(cow_start(row), cow_end(row)) for row in cow_spells(own["cow"])]
    gw = [(row["start"], row["end"]) for row in gw_spells(own["gw"])]
    if identifier == "DEU":
        cow = [(cow_start(row), cow_end(row)) for row in cow_spells("260")] + cow[1:]
    lists = {"Correlates of War": cow, "Gleditsch and Ward": gw}
    return {
        name: [(max(start, after), end) for start, end in spells if end >= after]
        for name, spells in lists.items()
    }


def _existed(identifier: str, spells: Spells) -> EdtfDate | None:
    """From the first day on which a list counts it; unknown where it is older than the lists.

    Where a list begins only later, as with its admission to the United Nations, or is in error, a
    page that was read says since when it is independent.
    """
    if identifier == "RUS":
        return None  # the curated entry says more
    read = by_id("independence").get(identifier)
    starts = [read["start"]] if read else [day for days in spells.values() for day, _ in days]
    if not starts or min(starts) in ("", FIRST_DAY):
        return None
    return EdtfDate.parse(f"{min(starts)}/..")


def _gaps(spells: Spells) -> str:
    """When a list leaves a state out, which one span of existence cannot say."""
    told = []
    for name, days in spells.items():
        for (_, end), (start, _) in pairwise(days):
            if end[:4] != start[:4] and end != "1990-10-02":
                told.append(f"{name} leaves it out between {in_words(end)} and {in_words(start)}.")
    return " ".join(told)


def _citations(row: Row, un: Row, own: Row) -> Iterator[Citation]:
    """A few per state: its codes, its name, and where the lists count it."""
    pairs = [("_numeric", row["m49"]), ("_alpha3", row["iso3"]), ("_fips10", row["fips"])]
    printed = ", ".join(f'"{key}": "{value}"' for key, value in pairs if value.strip(_NO_CODE))
    yield cite("unicode-cldr", f'"{row["iso2"]}": {{{printed}}}')
    yield cite("un-country-names", _shortened(un["english_formal"] or un["english_short"]))
    for spell in cow_spells(own["cow"])[-1:]:
        yield of_cow(spell)
    for spell in gw_spells(own["gw"])[-1:]:
        yield of_gw(spell)
    for read in rows("independence"):
        if read["id"] == row["id"]:
            yield cite(read["source"], read["quote"], read["locator"])
    if row["id"] in by_id("genc_codes"):
        genc = by_id("genc_codes")[row["id"]]["genc"]
        yield cite_code("us-independent-states", f"{row['iso2']},{genc}")
    yield from cite_codes(row["id"])
    yield from cite_names(row["id"])
    yield cite_code("wikidata-items", by_id("wikidata")[row["id"]]["item"])
    for entry in rows("sipri_names"):
        if entry["id"] == row["id"]:
            yield cite_code("sipri-names", entry["name"])
    for entry in _said_of_territory(row["id"]):
        yield cite_administrator(entry["source"], entry["quote"])


def _shortened(text: str) -> str:
    return " ".join(text.split()[:25])
