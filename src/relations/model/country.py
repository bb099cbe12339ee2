"""States, past and present, with the codes the field knows them by."""

from __future__ import annotations

import enum
from typing import Final

from attrs import field, frozen

from relations.model.dates import EdtfDate
from relations.model.party import Party
from relations.model.references import TO_PARTY
from relations.model.validators import not_blank


class CountryStatus(enum.Enum):
    """How a present state or territory stands to the United Nations, and nothing beyond that."""

    UN_MEMBER = "un_member"
    UN_OBSERVER = "un_observer"
    OTHER = "other"


class Scheme(enum.Enum):
    """A list of codes. Its word may stand before a code, as in "COW 365" and "FIPS RS"."""

    ISO = "ISO"
    M49 = "M49"
    COW = "COW"
    GW = "GW"
    FIPS = "FIPS"
    GENC = "GENC"
    SIPRI = "SIPRI"
    WIKIDATA = "Wikidata"


@frozen(kw_only=True)
class Codes:
    """A state's codes; an empty one is not known or was never given.

    ``iso2`` and ``iso3``: ISO 3166-1 alpha-2 and alpha-3. ``iso3166_3``: the four-letter code of
    a former country. ``m49``: United Nations M49, three digits. ``cow``: Correlates of War.
    ``gw``: Gleditsch-Ward. ``fips``: FIPS 10-4, or its successor since 2008. ``genc``: GENC, three
    letters. ``wikidata``: item number. ``sipri``: the name that SIPRI prints.
    """

    iso2: str | None = None
    iso3: str | None = None
    iso3166_3: str | None = None
    m49: str | None = None
    cow: int | None = None
    gw: int | None = None
    fips: str | None = None
    genc: str | None = None
    wikidata: str | None = None
    sipri: str | None = None

    def listed(self) -> tuple[tuple[Scheme, str], ...]:
        """Every code there is, as text, with the list it belongs to."""
        values = (
            (Scheme.ISO, self.iso2),
            (Scheme.ISO, self.iso3),
            (Scheme.ISO, self.iso3166_3),
            (Scheme.M49, self.m49),
            (Scheme.COW, self.cow),
            (Scheme.GW, self.gw),
            (Scheme.FIPS, self.fips),
            (Scheme.GENC, self.genc),
            (Scheme.WIKIDATA, self.wikidata),
            (Scheme.SIPRI, self.sipri),
        )
        return tuple((scheme, str(value)) for scheme, value in values if value is not None)


@frozen(kw_only=True)
class FormerCode:
    """A code that a list once gave a state, beside those of :class:`Codes`.

    ``period`` is when it was in use, as the list says; ``None`` means that it is not known.
    """

    scheme: Scheme
    code: str = field(validator=not_blank)
    period: EdtfDate | None = None


LISTS: Final = (Scheme.COW, Scheme.GW)
"""The lists that say from when to when there was a state."""


def _is_list_of_states(_counting: object, _attribute: object, value: Scheme) -> None:
    if value not in LISTS:
        allowed = ", ".join(scheme.value for scheme in LISTS)
        raise ValueError(f"{value.value!r} is no list of states in time; use one of {allowed}")


@frozen(kw_only=True)
class Counting:
    """A time in which a list of states counts a state, and under which number.

    ``period`` is the list's own, within the state's existence, and open where the list begins or
    stops; ``None`` is all of the list's time.
    """

    scheme: Scheme = field(validator=_is_list_of_states)
    number: int
    period: EdtfDate | None = None


@frozen(kw_only=True, repr=False)
class Country(Party):
    """A state or territory that the field counts. The Soviet Union and Russia are two.

    ``counted`` has the times in which lists of states count it, which may leave some of its
    existence out. ``status`` is of the present; a state that has ended has none. ``languages`` are
    its own, as BCP 47 tags, the most used first: what tells its own name from what others call it.
    ``administered_by`` is the state that administers a territory, as the citation that supports it
    says, and takes no side on whose it is; a state has none.
    """

    codes: Codes = field(factory=Codes)
    former_codes: tuple[FormerCode, ...] = ()
    counted: tuple[Counting, ...] = ()
    status: CountryStatus | None = None
    languages: tuple[str, ...] = ()
    administered_by: str | None = field(default=None, metadata=TO_PARTY)

    @administered_by.validator
    def _another(self, _: object, administrator: str | None) -> None:
        if administrator == self.id:
            raise ValueError(f"{self.id!r} cannot be administered by itself")
