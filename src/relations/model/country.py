"""States, past and present, with the codes the field knows them by."""

from __future__ import annotations

from attrs import field, frozen

from relations.model.party import Party


@frozen(kw_only=True)
class Codes:
    """A state's codes; an empty one is not known or was never given.

    ``iso2`` and ``iso3``: ISO 3166-1 alpha-2 and alpha-3. ``iso3166_3``: the four-letter code of
    a former country. ``m49``: United Nations M49, three digits. ``cow``: Correlates of War.
    ``gw``: Gleditsch-Ward. ``fips``: FIPS 10-4. ``wikidata``: item number. ``sipri``: the name
    that SIPRI prints.
    """

    iso2: str | None = None
    iso3: str | None = None
    iso3166_3: str | None = None
    m49: str | None = None
    cow: int | None = None
    gw: int | None = None
    fips: str | None = None
    wikidata: str | None = None
    sipri: str | None = None


@frozen(kw_only=True)
class Country(Party):
    """A state. The Soviet Union and the Russian Federation are two."""

    codes: Codes = field(factory=Codes)
