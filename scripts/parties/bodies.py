"""Bodies of states, with who belonged to them and when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

import attrs

from parties.cite import cite, cite_name, cite_names
from parties.names import read_apart
from parties.succession import successions_of
from parties.tables import Row, by_id, edtf, period, rows
from relations.model.dates import Certainty, EdtfDate
from relations.model.names import Name, NameForm
from relations.model.organisation import Membership, Organisation, Standing
from relations.model.source import Citation

_BEFORE: Final = {
    "RUS": "SUN 1991-12-24",
    "SRB": "SCG 2006-06-05",
    "YEM": "YAR 1990-05-22",
}
"""Members whose seat a predecessor held first: the predecessor, and the day it passed on."""

_BEFORE_INDEPENDENCE: Final = ("BLR", "IND", "PHL", "SYR", "UKR")
_SEAT_NOTES: Final = {
    **dict.fromkeys(_BEFORE_INDEPENDENCE, "A founding member before it was independent."),
    "CHN": "Represented by the Republic of China until 25 October 1971.",
    "RUS": "By its letter of that day it continues the membership of the Soviet Union, "
    "which is held until the day after.",
}
"""What is to be said of a seat in the United Nations; founders counted as states only later."""

_CORRECTED: Final = {"THA": "1946-12-16"}
"""Where the copy of the United Nations' page differs from its Yearbook, which is followed."""

_ENTRY_INTO_FORCE: Final = datetime.date(1997, 4, 29)
"""Of the Chemical Weapons Convention."""

_STATUTE_IN_FORCE: Final = "1957-07-29"
"""Of the International Atomic Energy Agency."""

_CURATED: Final = ("ADMM", "ADMM-PLUS", "ASEAN", "EAS")
"""Bodies that a curator describes, to which the lists add memberships."""

_LONG_MONTHS: Final = tuple(datetime.date(2000, n, 1).strftime("%B") for n in range(1, 13))
_MONTHS: Final = tuple(month[:3] for month in _LONG_MONTHS)
_WAIT: Final = datetime.timedelta(days=30)
_OAU_ENDED: Final = "2002-07-08"
_AU_BEGAN: Final = "2002-07-09"
_DOUBTFUL: Final = frozenset({"AGO", "GNB", "KEN"})
"""Members of the Organization of African Unity whose day of joining cannot be as printed."""


def bodies() -> Iterator[Organisation]:
    """Every body, with its memberships in order of time."""
    for row in rows("bodies"):
        yield Organisation(
            id=row["id"],
            names=tuple(_names(row)),
            citations=tuple(_citations(row)),
            existed=edtf(row["existed"]),
            successions=successions_of(row["id"]),
            note=row["note"],
            parent=row["parent"] or None,
            memberships=_in_order(_memberships(row["id"])),
        )
    for identifier in _CURATED:
        listed = _in_order(_listed(identifier))
        yield Organisation(
            id=identifier,
            names=(Name(text=_usual(identifier)), *read_apart(identifier)),
            citations=(*(entry.citations[0] for entry in listed[:1]), *cite_names(identifier)),
            memberships=listed,
        )


def _usual(identifier: str) -> str:
    """The usual name of a curated body, which adds no name to those it has."""
    return identifier.replace("PLUS", "Plus")


def _in_order(memberships: Iterator[Membership]) -> tuple[Membership, ...]:
    return tuple(sorted(memberships, key=lambda entry: (entry.period.sort_key, entry.party)))


def _citations(row: Row) -> Iterator[Citation]:
    yield cite(row["source"], row["quote"])
    for more in rows("body_citations"):
        if more["body"] == row["id"]:
            yield cite(more["source"], more["quote"])
    yield from cite_names(row["id"])
    if any(other["id"] == row["id"] for other in rows("cldr_alternatives")):
        yield cite_name("unicode-cldr", f'"{row["id"]}"')


def _names(row: Row) -> Iterator[Name]:
    yield Name(text=row["name"])
    if row["official"]:
        yield Name(text=row["official"], form=NameForm.OFFICIAL)
    if row["abbreviation"] and row["abbreviation"] != row["name"]:
        yield Name(text=row["abbreviation"], form=NameForm.ABBREVIATION)
    yield from read_apart(row["id"])


def _memberships(body: str) -> Iterator[Membership]:
    yield from _listed(body)
    match body:
        case "UN":
            yield from _united_nations()
        case "OPCW":
            yield from _chemical_weapons()
        case "IAEA":
            yield from _atomic_energy()
        case "OAU" | "AFRICAN-UNION":
            yield from _african(body)


def _listed(body: str) -> Iterator[Membership]:
    years = {row["party"]: row for row in rows("years_of_joining") if row["body"] == body}
    for row in rows("memberships"):
        if row["body"] == body:
            for party in row["parties"].split():
                membership = _of_a_list(party, row)
                year = years.pop(party, None) if membership.begun_by else None
                yield _joined(membership, year) if year else membership
    for party, year in years.items():
        yield Membership(
            party=party,
            period=period(year["start"], ""),
            citations=(_of_a_year(year),),
            note=year["note"],
        )


def _of_a_list(party: str, row: Row) -> Membership:
    return Membership(
        party=party,
        period=period(row["start"], row["end"]),
        citations=(cite(row["source"], row["quote"], _row_of(party, row["quote"])),),
        standing=Standing(row["standing"]),
        begun_by=edtf(row["begun_by"]),
        note=row["note"],
    )


def _row_of(party: str, quote: str) -> str:
    """The row in which a year stands that is all of a quotation: that of the member."""
    if not quote.isdigit():
        return ""
    names = by_id("un_names")[party]
    return names["m49_english"] or names["english_short"]


def _joined(membership: Membership, year: Row) -> Membership:
    """What a list bounds, with when it began; the bound stays where it is the narrower."""
    begun, by = EdtfDate.parse(year["start"]), membership.begun_by
    within = by is not None and begun.before(by) is not Certainty.CERTAIN
    _, _, end = str(membership.period).partition("/")
    end = end or "?"
    return attrs.evolve(
        membership,
        period=period(year["start"], end),
        citations=(_of_a_year(year), *membership.citations),
        begun_by=by if within else None,
        note=f"{membership.note} {year['note']}".strip(),
    )


def _of_a_year(year: Row) -> Citation:
    return cite(year["source"], year["quote"], year["locator"])


def _united_nations() -> Iterator[Membership]:
    for row in rows("un_members"):
        party, day = row["id"], _CORRECTED.get(row["id"], row["admitted"])
        quote = f"{row['member']}, {'-'.join(reversed(row['admitted'].split('-')))}"
        citation = cite("un-member-states", quote)
        if party in _CORRECTED:
            citation = cite("un-yearbook-1974-roster", "Thailand 16 Dec. 1946")
        before = _BEFORE.get(party, "").split()
        if before:
            until = datetime.date.fromisoformat(before[1]) - datetime.timedelta(days=1)
            yield Membership(
                party=before[0], period=period(day, until.isoformat()), citations=(citation,)
            )
            day = before[1]
        note = _SEAT_NOTES.get(party, "")
        member = Membership(party=party, period=period(day, ""), citations=(citation,), note=note)
        yield from _interrupted(member, day)


def _interrupted(member: Membership, since: str) -> Iterator[Membership]:
    """A membership of the United Nations, in two where the member was away for a time."""
    row = by_id("un_interruptions").get(member.party)
    if row is None:
        yield member
        return
    left, back = cite(row["source"], row["quote"]), cite(row["again_source"], row["again_quote"])
    yield attrs.evolve(
        member,
        period=period(since, row["until"]),
        citations=(*member.citations, left),
        note=f"{member.note} {row['note']}".strip(),
    )
    yield Membership(
        party=member.party, period=period(row["again"], ""), citations=(back,), note=row["note"]
    )


def _chemical_weapons() -> Iterator[Membership]:
    for row in rows("cwc_parties"):
        day, month, year, *mode = row["deposited"].split()
        deposited = datetime.date(int(year), 1 + _MONTHS.index(month), int(day))
        since = max(deposited + _WAIT, _ENTRY_INTO_FORCE).isoformat()
        if mode == ["d"]:
            continue  # a successor, which is bound from an earlier day: memberships.csv
        start = since
        citation = cite("un-treaties-cwc", row["deposited"], row["participant"])
        if row["id"] == "SRB":
            yield Membership(party="SCG", period=period(start, "2006-06-04"), citations=(citation,))
            start = "2006-06-05"
        yield Membership(party=row["id"], period=period(start, ""), citations=(citation,))


def _atomic_energy() -> Iterator[Membership]:
    """A state is a member from the deposit of its instrument, and not before the statute was."""
    for row in rows("iaea_members"):
        start = max(row["deposited"], _STATUTE_IN_FORCE)
        citations = [cite(row["source"], f"{row['state']} {row['printed']}")]
        if row["end_source"]:
            citations.append(cite(row["end_source"], row["end_quote"]))
        yield Membership(
            party=row["id"],
            period=period(start, row["end"]),
            citations=tuple(citations),
            note=row["note"],
        )


def _african(body: str) -> Iterator[Membership]:
    for row in rows("african_union"):
        citation = cite("wpr-african-union", f"{row['country']} | {_american(row['joined'])}")
        if body == "AFRICAN-UNION":
            start = max(_AU_BEGAN, row["joined"])
            yield Membership(party=row["id"], period=period(start, ""), citations=(citation,))
        elif row["joined"] < _OAU_ENDED:
            doubtful = row["id"] in _DOUBTFUL
            yield Membership(
                party=row["id"],
                period=period(row["joined"] + "?" * doubtful, _OAU_ENDED),
                citations=(citation,),
                note="The day printed is before its independence." * doubtful,
            )
    if body == "OAU":
        yield Membership(
            party="MAR",
            period=period("1963-05-25", "1984"),
            citations=(cite("au-member-states", "predecessor, the OAU, in 1984"),),
            note="It left in 1984; that it was a founder is read from the same page.",
        )


def _american(day: str) -> str:
    """A day as the list prints it: "May 25, 1963"."""
    date = datetime.date.fromisoformat(day)
    return f"{_LONG_MONTHS[date.month - 1]} {date.day}, {date.year}"
