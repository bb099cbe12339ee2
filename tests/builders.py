"""A tiny world to test in: two states, one that came before, two bodies, and records on demand.

Whatever a record is given here is supported by its one citation, so that a dataset of such records
passes every check until a test spoils it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import attrs

from relations.dataset import Dataset
from relations.model.agreement import Agreement, AgreementForm
from relations.model.arms_transfer import ArmsCategory, ArmsTransfer
from relations.model.claims import Claim, Rank, Reason
from relations.model.country import Codes, Country
from relations.model.coverage import Coverage
from relations.model.dates import Dating, EdtfDate
from relations.model.dispute import Dispute, DisputeKind
from relations.model.edition import Edition
from relations.model.exercise import Domain, Exercise
from relations.model.meeting import Level, Meeting
from relations.model.names import Name, NameForm
from relations.model.organisation import Membership, Organisation
from relations.model.party import PartyRole, Succession, SuccessionKind
from relations.model.person import Person, Tenure
from relations.model.place import Place
from relations.model.programme import Programme, Sector
from relations.model.record import Record
from relations.model.source import Citation, Source, SourceClass
from relations.model.statement import Stance, Statement
from relations.model.status import State, Status
from relations.selection import Selection
from relations.storage import save

R = TypeVar("R", bound=Record)

FIRST: Final = "first"
SECOND: Final = "second"
"""The two sources there are."""

NEEDED: Final[dict[type[Record], dict[str, object]]] = {
    Agreement: {"form": AgreementForm.TREATY},
    ArmsTransfer: {"designation": "T-90S", "category": ArmsCategory.ARMOURED_VEHICLES},
    Exercise: {"domain": Domain.NAVAL},
    Meeting: {"level": Level.OFFICIALS},
    Programme: {"sector": Sector.TRAINING},
    Statement: {"stance": Stance.POSITION, "text": "It is so."},
    Dispute: {"kind": DisputeKind.TERRITORIAL},
}


# -- parts ---------------------------------------------------------------------------------------


def edtf(text: str) -> EdtfDate:
    """A date."""
    return EdtfDate.parse(text)


def dated(text: str, as_stated: str | None = None) -> Dating:
    """A date as a source gives it."""
    return Dating(edtf(text), as_stated)


def citation(
    *supports: str, source: str = FIRST, attribution: str | None = None, together: bool = False
) -> Citation:
    """A citation that bears out these fields."""
    return Citation(
        source=source,
        quote="words of the source",
        supports=supports,
        attribution=attribution,
        together=together,
    )


def state(status: Status, date: str | None = None, *, source: str = FIRST) -> State:
    """A state entered on a date."""
    when = dated(date) if date else None
    return State(status=status, date=when, citations=(citation(source=source),))


def claim(
    field: str, value: object, rank: Rank = Rank.NORMAL, *, source: str = FIRST, note: str = ""
) -> Claim:
    """A source's account of a field; a deprecated one is an error."""
    return Claim(
        field=field,
        value=value,
        citations=(citation(source=source),),
        rank=rank,
        reason=Reason.ERROR if rank is Rank.DEPRECATED else None,
        note=note,
    )


def names(*texts: str) -> tuple[Name, ...]:
    """A short name, and other spellings."""
    first, *others = texts
    return (Name(text=first), *(Name(text=text, form=NameForm.SPELLING) for text in others))


# -- things --------------------------------------------------------------------------------------


def source(
    identifier: str = FIRST, date: str | None = "2021-07-06", side: str | None = None
) -> Source:
    """A document."""
    return Source(
        id=identifier,
        title=f"The {identifier} report",
        publisher="A publisher",
        source_class=SourceClass.PRESS,
        language="en",
        lineage=identifier,
        date=dated(date) if date else None,
        side=side,
    )


def country(
    identifier: str, *texts: str, after: str | None = None, existed: str | None = None
) -> Country:
    """A state with its names; ``after`` is its predecessor."""
    kind = SuccessionKind.CONTINUATION
    return Country(
        id=identifier,
        names=names(*texts),
        citations=(citation("names"),),
        codes=Codes(iso3=identifier),
        existed=edtf(existed) if existed else None,
        successions=(Succession(predecessor=after, kind=kind),) if after else (),
    )


def seceded(identifier: str, *texts: str, left: str, on: str) -> Country:
    """A state that left another, which went on."""
    succession = Succession(predecessor=left, kind=SuccessionKind.SECESSION, date=edtf(on))
    return attrs.evolve(country(identifier, *texts), successions=(succession,))


def body(
    identifier: str, *texts: str, members: Iterable[tuple[str, str]] = (), parent: str | None = None
) -> Organisation:
    """A body with its members and the period of each."""
    return Organisation(
        id=identifier,
        names=names(*texts),
        citations=(citation("names"),),
        parent=parent,
        memberships=tuple(
            Membership(party=party, period=edtf(period), citations=(citation(),))
            for party, period in members
        ),
    )


def person(identifier: str, *texts: str, tenures: tuple[Tenure, ...] = ()) -> Person:
    """Somebody."""
    return Person(
        id=identifier, names=names(*texts), citations=(citation("names"),), tenures=tenures
    )


def tenure(office: str, party: str, date: str, rank: Rank = Rank.NORMAL) -> Tenure:
    """An office that a person held; a deprecated account of one is an error."""
    reason = Reason.ERROR if rank is Rank.DEPRECATED else None
    return Tenure(
        office=office,
        party=party,
        date=dated(date),
        citations=(citation(),),
        rank=rank,
        reason=reason,
    )


def place(identifier: str, *texts: str, within: str | None = None) -> Place:
    """Somewhere."""
    return Place(id=identifier, names=names(*texts), citations=(citation("names"),), within=within)


def record(
    kind: type[R], identifier: str, parties: Sequence[str | PartyRole] = (), **fields: object
) -> R:
    """A record of a kind, with one citation that bears out all it is given and no claim contests.

    A party given by its identifier takes the kind's first role; the second party to an arms
    transfer is its recipient.
    """
    given = {"title": identifier, **NEEDED[kind], **fields}
    if parties:
        given["parties"] = tuple(_in_role(kind, n, party) for n, party in enumerate(parties))
    given.setdefault("citations", (citation(*_to_support(kind, given)),))
    make: Callable[..., R] = kind
    return make(id=identifier, **given)


def _in_role(kind: type[Record], number: int, party: str | PartyRole) -> PartyRole:
    if isinstance(party, PartyRole):
        return party
    return PartyRole(party=party, role=kind.ROLES[number if kind is ArmsTransfer else 0])


def _to_support(kind: type[Record], given: dict[str, object]) -> list[str]:
    claims = given.get("claims", ())
    assert isinstance(claims, tuple)
    contested = {claim.field for claim in claims}
    return [name for name in given if name not in kind.EDITORIAL | contested]


# -- the world -----------------------------------------------------------------------------------

PARTIES: Final = (
    country("VNM", "Viet Nam", "Vietnam", "Việt Nam"),
    country("RUS", "Russian Federation", "Russia", after="SUN", existed="1991-12-26/.."),
    country("SUN", "Soviet Union", "USSR", existed="1922-12-30/1991-12-26"),
    country("LAO", "Laos"),
    country("TLS", "Timor-Leste"),
    body(
        "ASEAN",
        "ASEAN",
        members=[("VNM", "1995-07-28/.."), ("LAO", "1997-07-23/.."), ("TLS", "2025-10-26/..")],
    ),
    body(
        "EAS",
        "East Asia Summit",
        members=[("VNM", "2005-12-14/.."), ("LAO", "2005-12-14/.."), ("RUS", "2011-11-19/..")],
        parent="ASEAN",
    ),
)

PLACES: Final = (
    place("khanh-hoa", "Khánh Hòa"),
    place("cam-ranh", "Cam Ranh", "Kamran", within="khanh-hoa"),
)

EDITION: Final = Edition(
    name="2026/1",
    date=datetime.date(2026, 6, 30),
    title="Relations in a tiny world",
    licence="CC-BY-4.0",
    publisher="The tests",
)


def world(
    *records: Record,
    persons: tuple[Person, ...] = (),
    places: tuple[Place, ...] = PLACES,
    sources: tuple[Source, ...] = (source(FIRST), source(SECOND, "2022-01-01")),
    coverage: tuple[Coverage, ...] = (),
) -> Dataset:
    """The dataset of these records, in the tiny world."""

    def of(kind: type[R]) -> Selection[R]:
        return Selection(entry for entry in records if isinstance(entry, kind))

    return Dataset(
        edition=EDITION,
        sources=sources,
        countries=tuple(party for party in PARTIES if isinstance(party, Country)),
        organisations=tuple(party for party in PARTIES if isinstance(party, Organisation)),
        persons=persons,
        places=places,
        agreements=of(Agreement),
        arms_transfers=of(ArmsTransfer),
        exercises=of(Exercise),
        meetings=of(Meeting),
        programmes=of(Programme),
        statements=of(Statement),
        disputes=of(Dispute),
        coverage=coverage,
    )


def with_parties(dataset: Dataset, *parties: Country | Organisation) -> Dataset:
    """The dataset with these parties added."""
    countries = tuple(party for party in parties if isinstance(party, Country))
    organisations = tuple(party for party in parties if isinstance(party, Organisation))
    return attrs.evolve(
        dataset,
        countries=dataset.countries + countries,
        organisations=dataset.organisations + organisations,
    )


def saved(dataset: Dataset, folder: Path) -> Path:
    """The file in a folder that the dataset is written to."""
    path = folder / "data.json"
    save(dataset, path)
    return path
